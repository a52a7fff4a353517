"""The applications desk: from the form at the counter to the application's last step."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime

from hallclient.domain.register.application import Application, ApplicationDraft
from hallclient.domain.register.application_lists import ChangedDue
from hallclient.domain.register.issued import IssuedDocument, KindDoesNotFit
from hallclient.domain.register.kinds import ApplicationChannel
from hallclient.domain.register.life_refusals import ReasonMissing, StepRefused
from hallclient.domain.register.numbers import RegisterNumber, Series, ledger_series
from hallclient.domain.register.permissions import Clerk, Permission, require
from hallclient.domain.register.receipt import check_late, check_receipt, opening_steps, receipt_date
from hallclient.domain.register.records import DayClosed
from hallclient.domain.register.sameness import RepeatUndecided
from hallclient.domain.register.steps import Act, Step
from hallclient.domain.register.versions import ChangedMeanwhile
from hallclient.services.application_acts import folded, following, without_last
from hallclient.services.application_entry import amended, application_from, draft_of, refuse_unfit, tidied
from hallclient.services.application_files import FACT, ApplicationFiles
from hallclient.services.application_results import OnTheSpot, ReceiptPreview, Registered, Repeat
from hallclient.services.document_facts import as_text
from hallclient.services.documents import DocumentDesk
from hallclient.services.office import Office
from hallclient.storage import applications, audit, day_closes, drafts, enquiries, issued, number_ledger
from hallclient.storage.database import Transaction

__all__ = ["ApplicationDesk", "OnTheSpot", "ReceiptPreview", "Registered", "Repeat"]


class ApplicationDesk(ApplicationFiles):
    """One public method for each thing a clerk can do; at most one durable transaction each."""

    def __init__(self, office: Office, documents: DocumentDesk) -> None:
        super().__init__(office, documents)
        self._series = ledger_series(office.agency_code, office.window, Series.APPLICATION)

    def register(
        self,
        draft: ApplicationDraft,
        *,
        by: Clerk,
        answer: OnTheSpot | None = None,
        documents: Sequence[str] | None = None,
        draft_instance: str = "",
    ) -> Registered:
        """Register, answer and issue in ONE transaction: number, row, steps, search, audit, papers; all or nothing.

        ``documents`` None means what the case calls for: P02 for an oral application, and P01 once there is a receipt
        date; the answer's letter comes last whatever stands there. The number's year is that of the receipt date (of
        the arrival while it waits). A receipt date in a closed day needs ``late_reason`` and becomes a dated
        adjustment of that day's sheet.
        Raises PartsMissing, IdNumberWrong, UnprintableText, ReceivedInFuture, ReceivedTooLongAgo,
        ConfirmedBeforeArrival, LateReceiptNeedsReason, RepeatUndecided, StepRefused, OutcomeDoesNotFit, FactMissing,
        FactUnknown, FactUnreadable, KindDoesNotFit, UnknownKind, NoSuchRecord (of the enquiry), NotPermitted,
        ChangedMeanwhile; ClockWentBack, DiskFull.
        """
        require(by, Permission.REGISTER_APPLICATION)
        office, now = self._office, self._office.now()
        draft, today = tidied(draft), now.date()
        check_receipt(draft, today)
        refuse_unfit(draft, today)
        received_on = receipt_date(draft)
        steps = opening_steps(draft, by=by.name, at=now)
        with office.database.writing() as tx:
            audit.on_time(tx, now)
            self._check_late(tx, draft, today, answered=answer is not None)
            self._refuse_undecided(tx, draft)
            year = (received_on or draft.arrived_on).year
            serial = number_ledger.next_in(tx, self._series, year)
            number = str(RegisterNumber(office.agency_code, office.window, Series.APPLICATION, year, serial))
            application = application_from(draft, number=number, window=office.window, steps=steps)
            if answer is not None:
                application = self._answered(tx, application, answer, on=today, by=by, at=now, reason=draft.late_reason)
            with day_closes.late_fact(
                tx,
                window=office.window,
                days=(received_on, application.closed_on),
                reason=draft.late_reason,
                subject=number,
                by=by.name,
                at=now,
            ):
                applications.add(tx, application, folded(office, application))
            if draft.enquiry:
                enquiries.link_application(tx, draft.enquiry, number)
            self._note(tx, "register_application", None, application, by, now)
            if draft_instance:
                drafts.delete(tx, draft_instance, clerk=by.name)
            kinds = self._papers(draft) if documents is None else tuple(documents)
            papers = [
                self._documents.issue_in(tx, kind, application=application, facts={}, by=by, at=now) for kind in kinds
            ]
            if answer is not None:
                papers.append(self._letter(tx, application, answer, by, now))
        return Registered(application=application.masked(), documents=tuple(papers))

    def confirm_receipt(self, number: str, *, on: date, by: Clerk, version: int, reason: str = "") -> Application:
        """Both sides confirmed the paper or message on this day: it is received, the clock runs (art. 31(2)(3))."""
        return self.record(number, Step(act=Act.RECEIVED, on=on, reason=reason), by=by, version=version)

    def record(self, number: str, step: Step, *, by: Clerk, version: int) -> Application:
        """Add a step. ``step.by`` and ``step.entered_at`` are filled in here.

        The act must be allowed where the application stands, bear a day not before receipt and not after today; a day
        before today, or a closed one, needs ``step.reason`` (the closed one gets a dated adjustment). An act of an
        earlier day finds its place among the others. Closing needs an outcome that fits; an extension its approver
        in ``details["approver"]``; a consultation an ``id`` (given here when empty).
        Raises StepRefused, StepBeforeReceipt, StepInFuture, ReasonMissing, ApproverMissing, OutcomeMissing,
        OutcomeDoesNotFit, the clock's own refusals, ChangedMeanwhile (with the application as it stands),
        NoSuchRecord, NotPermitted.
        """
        require(by, Permission.RECORD_OUTCOME if step.act is Act.ANSWERED else Permission.RECORD_STEP)
        now = self._office.now()
        with self._office.database.writing() as tx:
            old = self._opened(tx, number, version)
            if step.act is Act.VOIDED:
                raise StepRefused(step.act, old.state)
            return self._record(tx, old, step, by, now).masked()

    def answer(
        self, number: str, answer: OnTheSpot, *, by: Clerk, version: int, on: date | None = None, reason: str = ""
    ) -> Registered:
        """Close an application that was registered earlier: its outcome and its letter in one transaction.

        Raises as ``record`` and ``DocumentDesk.issue``.
        """
        require(by, Permission.RECORD_OUTCOME)
        now = self._office.now()
        with self._office.database.writing() as tx:
            audit.on_time(tx, now)
            old = self._opened(tx, number, version)
            step = _step(answer, on=on or now.date(), reason=reason)
            new = self._record(tx, old, step, by, now)
            letter = self._letter(tx, new, answer, by, now)
        return Registered(application=new.masked(), documents=(letter,))

    def undo_last_step(self, number: str, *, by: Clerk, reason: str) -> Application:
        """Take the last step back while its day is open: state, due date and outcome are what they were before it.

        The letter issued with the step is voided with the reason. Raises NoStepToUndo, ReasonMissing, DayClosed,
        NoSuchRecord, NotPermitted.
        """
        require(by, Permission.RECORD_STEP)
        if not reason.strip():
            raise ReasonMissing
        now = self._office.now()
        with self._office.database.writing() as tx:
            old = self._known(tx, number)
            new, step = without_last(old)
            if old.historical or day_closes.closed(tx, old.window, step.on):
                raise DayClosed(step.on)
            self._save(tx, "undo_step", old, new, by, now, reason=reason.strip())
            for document in issued.of_record(tx, number):
                if document.kind == step.details.get("document") and document.issued_at == step.entered_at:
                    self._documents.void_in(tx, document, reason=reason.strip(), by=by)
            return replace(new, version=old.version + 1).masked()

    def void(self, number: str, *, reason: str, by: Clerk) -> Application:
        """Void a registration: its number and its documents keep their places with the reason.

        On a closed day the void becomes a dated adjustment. Raises VoidNeedsReason, StepRefused, NoSuchRecord,
        NotPermitted.
        """
        require(by, Permission.VOID_NUMBER)
        now = self._office.now()
        with self._office.database.writing() as tx:
            old = self._known(tx, number)
            new = following(
                old,
                Step(act=Act.VOIDED, on=now.date(), by=by.name, entered_at=now, reason=reason.strip()),
                today=now.date(),
                closed=False,
            )
            key = RegisterNumber.read(number)
            assert key is not None
            number_ledger.void(tx, key.ledger_series, key.year, key.serial, reason.strip())
            self._save(tx, "void_application", old, new, by, now, reason=reason.strip())
            for document in issued.of_record(tx, number):
                self._documents.void_in(tx, document, reason=reason.strip(), by=by)
            return replace(new, version=old.version + 1).masked()

    def amend(
        self, number: str, draft: ApplicationDraft, *, version: int, by: Clerk, draft_instance: str = ""
    ) -> Application:
        """Change what was registered to what the form says now; a field that still shows a masked value is kept.

        The receipt date can change only while no later step stands on it, and never into another year's series. What
        a closed day counted (kind, channel, unit, topic, receipt) is changed by a supervisor, with ``late_reason``.
        Raises ChangedMeanwhile, ReceiptFixed, StepRefused (voided), LateReceiptNeedsReason, and as ``register``.
        """
        require(by, Permission.REGISTER_APPLICATION)
        now = self._office.now()
        today = now.date()
        with self._office.database.writing() as tx:
            old = self._opened(tx, number, version)
            if old.steps[-1].act is Act.VOIDED:
                raise StepRefused(Act.RECEIVED, old.state)
            new = amended(old, draft)
            kept = replace(draft_of(new), late_reason=draft.late_reason, accept_incomplete=draft.accept_incomplete)
            if not old.historical:
                refuse_unfit(kept, today)
            if new.steps != old.steps:
                check_receipt(kept, today)
                self._check_late(tx, kept, today, answered=False)
            if _counted(new) != _counted(old):
                self._allow_recount(tx, (old, new), draft.late_reason, by)
            self._save(tx, "amend_application", old, new, by, now, reason=draft.late_reason.strip())
            if draft_instance:
                drafts.delete(tx, draft_instance, clerk=by.name)
            return replace(new, version=old.version + 1).masked()

    def recalculate_open(self, *, by: Clerk) -> list[ChangedDue]:
        """Fold all open applications anew over the office's calendar and return the due dates that moved."""
        require(by, Permission.IMPORT_CALENDAR)
        with self._office.database.writing() as tx:
            moved = self._moved(tx, self._office.calendar)
            for change in moved:
                applications.set_due(tx, change.number, change.after, change.provisional)
                audit.note(
                    tx,
                    at=self._office.now(),
                    by=by.name,
                    action="calendar_changed",
                    subject=change.number,
                    before=str(change.before or ""),
                    after=str(change.after or ""),
                )
        return moved

    def _papers(self, draft: ApplicationDraft) -> tuple[str, ...]:
        oral = ("P02",) if draft.channel is ApplicationChannel.ORAL else ()
        return oral + (("P01",) if receipt_date(draft) else ())

    def _check_late(self, tx: Transaction, draft: ApplicationDraft, today: date, *, answered: bool) -> None:
        for on in (receipt_date(draft), today if answered else None):
            if on is not None:
                closed = day_closes.closed(tx, self._office.window, on)
                check_late(on, today, closed=closed, reason=draft.late_reason)

    def _refuse_undecided(self, tx: Transaction, draft: ApplicationDraft) -> None:
        if draft.repeat_decision:
            return
        for case in self._own(tx, draft):
            if case.same_information:
                raise RepeatUndecided(case.number, case.on)

    def _allow_recount(self, tx: Transaction, cases: Sequence[Application], reason: str, by: Clerk) -> None:
        for case in cases:
            for day in (case.received_on, case.closed_on):
                if day and (case.historical or day_closes.closed(tx, case.window, day)):
                    require(by, Permission.ADJUST_CLOSED_DAY)
                    check_late(day, self._office.today(), closed=True, reason=reason)

    def _answered(
        self,
        tx: Transaction,
        application: Application,
        answer: OnTheSpot,
        *,
        on: date,
        by: Clerk,
        at: datetime,
        reason: str,
    ) -> Application:
        require(by, Permission.RECORD_OUTCOME)
        step = replace(_step(answer, on=on, reason=reason), by=by.name, entered_at=at)
        return following(application, step, today=on, closed=day_closes.closed(tx, self._office.window, on))

    def _letter(
        self, tx: Transaction, application: Application, answer: OnTheSpot, by: Clerk, at: datetime
    ) -> IssuedDocument:
        if answer.outcome not in self._documents.offer(answer.document).outcomes:
            raise KindDoesNotFit(answer.document)
        return self._documents.issue_in(tx, answer.document, application=application, facts=answer.facts, by=by, at=at)

    def _opened(self, tx: Transaction, number: str, version: int) -> Application:
        application = self._known(tx, number)
        if application.version != version:
            raise ChangedMeanwhile(number=number, version=application.version, theirs=application.masked())
        return application

    def _record(self, tx: Transaction, old: Application, step: Step, by: Clerk, now: datetime) -> Application:
        closed = day_closes.closed(tx, old.window, step.on)
        step = replace(step, by=by.name, entered_at=now, reason=step.reason.strip())
        new = following(old, step, today=now.date(), closed=closed)
        self._save(tx, "record_step", old, new, by, now, reason=step.reason)
        return replace(new, version=old.version + 1)

    def _save(
        self, tx: Transaction, action: str, old: Application, new: Application, by: Clerk, now: datetime, *, reason: str
    ) -> None:
        with day_closes.late_fact(
            tx,
            window=old.window,
            days=_touched(old, new),
            reason=reason,
            subject=old.number,
            by=by.name,
            at=now,
            historical=old.historical,
        ):
            if not applications.save(tx, new, folded(self._office, new)):
                raise ChangedMeanwhile(number=old.number, version=old.version, theirs=old.masked())
        self._note(tx, action, old, new, by, now)

    def _note(
        self, tx: Transaction, action: str, old: Application | None, new: Application, by: Clerk, now: datetime
    ) -> None:
        before = _plain(old) if old else {}
        after = _plain(new)
        names = [name for name in after if before.get(name) != after[name]]
        audit.note(
            tx,
            at=now,
            by=by.name,
            action=action,
            subject=new.number,
            before={name: before[name] for name in names} if old else "",
            after={name: after[name] for name in names},
        )


def _step(answer: OnTheSpot, *, on: date, reason: str) -> Step:
    details = {"document": answer.document} | {FACT + name: text for name, text in as_text(answer.facts).items()}
    return Step(act=Act.ANSWERED, on=on, outcome=answer.outcome, reason=reason, details=details)


def _counted(application: Application) -> tuple[object, ...]:
    """Return what figures count an application by, besides its steps."""
    return (
        application.applicant.kind,
        application.channel,
        application.unit,
        application.topic,
        application.received_on,
    )


def _touched(old: Application, new: Application) -> list[date]:
    """Return the days whose figures a change can move: those of the acts that differ, or all when the rest differs."""
    every = (*old.steps, *new.steps)
    if _counted(old) == _counted(new) and Act.VOIDED not in {step.act for step in new.steps}:
        every = tuple(step for step in every if step not in old.steps or step not in new.steps)
    return sorted({step.on for step in every})


def _plain(application: Application) -> dict[str, str]:
    """Return what the audit keeps: every field, persons masked, for the chain outlives the personal data."""
    shown = application.masked()
    kept = {name: str(getattr(shown, name) or "") for name in Application.__dataclass_fields__}
    for person, prefix in ((shown.applicant, "applicant"), (shown.agent, "agent")):
        kept.pop(prefix)
        for name in type(person).__dataclass_fields__ if person else ():
            kept[f"{prefix}.{name}"] = str(getattr(person, name) or "")
    kept["steps"] = "; ".join(f"{step.on} {step.act.value} {step.outcome or ''}".strip() for step in shown.steps)
    return kept
