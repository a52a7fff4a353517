"""The applications desk: from the form at the counter to the application's last step."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime

from hallclient.domain.register.application import Application, ApplicationDraft
from hallclient.domain.register.application_lists import ChangedDue
from hallclient.domain.register.kinds import ApplicationChannel
from hallclient.domain.register.life_refusals import StepRefused
from hallclient.domain.register.numbers import RegisterNumber, Series, ledger_series
from hallclient.domain.register.permissions import Clerk, Permission, require
from hallclient.domain.register.receipt import check_late, check_receipt, opening_steps, receipt_date
from hallclient.domain.register.sameness import RepeatUndecided
from hallclient.domain.register.steps import Act
from hallclient.services.application_acts import folded
from hallclient.services.application_entry import amended, application_from, draft_of, refuse_unfit, tidied
from hallclient.services.application_life import counted
from hallclient.services.application_results import (
    FeeProposal,
    LetterWay,
    OnTheSpot,
    ReceiptPreview,
    Registered,
    Repeat,
)
from hallclient.services.documents import DocumentDesk
from hallclient.services.fees import ApplicationFees
from hallclient.services.office import Office
from hallclient.storage import applications, audit, day_closes, drafts, enquiries, number_ledger
from hallclient.storage.database import Transaction

__all__ = ["ApplicationDesk", "FeeProposal", "LetterWay", "OnTheSpot", "ReceiptPreview", "Registered", "Repeat"]


class ApplicationDesk(ApplicationFees):
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
            if counted(new) != counted(old):
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
        for step in tuple(self._answering(tx, application, answer, on=on, reason=reason, by=by)):
            application = self._with(tx, application, step, by, at)
        return application
