"""What happens to an application between its receipt and its file? Every act is a dated step, kept with a note."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime

from hallclient.domain.law.lapses import Lapse, lapses
from hallclient.domain.refusal import Refusal
from hallclient.domain.register import approval, life
from hallclient.domain.register.application import Application
from hallclient.domain.register.issued import PapersRest
from hallclient.domain.register.life import ActChoice
from hallclient.domain.register.life_refusals import OwnDraft, ReasonMissing
from hallclient.domain.register.numbers import RegisterNumber
from hallclient.domain.register.permissions import Clerk, Permission, require
from hallclient.domain.register.records import DayClosed
from hallclient.domain.register.states import reply_of
from hallclient.domain.register.steps import Act, Step
from hallclient.domain.register.versions import ChangedMeanwhile
from hallclient.services.application_acts import folded, following, offered, without_last
from hallclient.services.application_files import ApplicationFiles
from hallclient.services.application_results import UndoPlan
from hallclient.services.approvers import only_approver
from hallclient.services.document_facts import rules_of
from hallclient.storage import applications, audit, day_closes, issued, number_ledger
from hallclient.storage.database import Transaction


class ApplicationLife(ApplicationFiles):
    """Recording and taking back; the acts that issue a paper stand on it (``application_replies``, ``_service``)."""

    def choices(self, number: str, *, by: Clerk) -> tuple[ActChoice, ...]:
        """Return every act with the refusal it would meet today, and the facts it needs: why a command is disabled.

        Asked in this order: the table of the life, the clock (a second notice, too late, too early), the clerk's
        roles, the closed day. Raises NoSuchRecord.
        """
        with self._office.database.reading() as tx:
            application = self._known(tx, number)
            closed = self._shut(tx, application, self._office.today(), by)
        return offered(self._office, application, by=by, closed=closed)

    def lapses(self, number: str) -> tuple[Lapse, ...]:
        """Return whose time ran out in this case, and what may be recorded now. Raises NoSuchRecord."""
        with self._office.database.reading() as tx:
            application = self._known(tx, number)
        rules = rules_of(self._office, application)
        return lapses(application.steps, self._office.today(), rules, self._office.calendar)

    def confirm_receipt(self, number: str, *, on: date, by: Clerk, version: int, reason: str = "") -> Application:
        """Both sides confirmed the paper or message on this day: it is received, the clock runs (art. 31(2)(3))."""
        return self.record(number, Step(act=Act.RECEIVED, on=on, reason=reason), by=by, version=version)

    def record(self, number: str, step: Step, *, by: Clerk, version: int) -> Application:
        """Add a step. ``step.by`` and ``step.entered_at`` are filled in here; whoever decides is filled in where empty.

        ``life.RULES`` says where an act may follow, what it needs and who may record it. It bears a day not before
        receipt and not after today; an earlier day needs ``step.reason`` and finds its place among the others. A day
        that is closed takes a step only from who may adjust closed days: it becomes a dated adjustment.
        Raises what ``life.check`` raises, StepBeforeReceipt, StepInFuture, ReasonMissing, DayClosed, OwnDraft,
        ApprovalMissing, ApprovedOtherwise, the clock's own refusals, ChangedMeanwhile (with the application as it
        stands), NoSuchRecord, NotPermitted.
        """
        require(by, life.RULES[step.act].permission)
        now = self._office.now()
        with self._office.database.writing() as tx:
            old = self._opened(tx, number, version)
            if step.act is Act.VOIDED:
                return self._void(tx, old, step.reason, by, now)
            return self._record(tx, old, (step,), by, now).masked()

    def undo_plan(self, number: str) -> UndoPlan:
        """Return what ``undo_last_step`` would take back and void. Raises NoStepToUndo, NoSuchRecord."""
        with self._office.database.reading() as tx:
            application = self._known(tx, number)
            return self._plan(tx, application, *without_last(application))

    def undo_last_step(
        self, number: str, *, by: Clerk, reason: str, version: int, papers: Mapping[int, bool] | None = None
    ) -> Application:
        """Take the last step back while its day is open: state, due date and outcome are what they were before it.

        The papers issued with the step are voided with the reason. ``papers`` decides by id on each that was issued
        since and rests on the step (``undo_plan().since``): voided with it, or left standing, and the audit tells
        which. The right to undo covers them: a paper that says what was taken back is the other half of the step.
        Who takes back a superior's act may do it himself. Raises NoStepToUndo, ReasonMissing, DayClosed, PapersRest
        (one is undecided), ChangedMeanwhile, NoSuchRecord, NotPermitted.
        """
        require(by, Permission.RECORD_STEP)
        if not reason.strip():
            raise ReasonMissing
        now = self._office.now()
        with self._office.database.writing() as tx:
            old = self._opened(tx, number, version)
            new, step = without_last(old)
            require(by, life.RULES[step.act].permission)
            if old.historical or day_closes.closed(tx, old.window, step.on):
                raise DayClosed(step.on)
            plan, decided = self._plan(tx, old, new, step), papers or {}
            undecided = tuple(document.number for document in plan.since if document.id not in decided)
            if undecided:
                raise PapersRest(undecided)
            self._save(tx, "undo_step", old, new, by, now, reason=reason.strip())
            for document in (*plan.own, *(document for document in plan.since if decided[document.id])):
                self._documents.void_in(tx, document, reason=reason.strip(), by=by)
            for document in plan.since:
                if not decided[document.id]:
                    left = f"undo_step {number}"
                    audit.note(tx, at=now, by=by.name, action="leave_document", subject=document.number, after=left)
            return replace(new, version=old.version + 1).masked()

    def _plan(self, tx: Transaction, application: Application, without: Application, step: Step) -> UndoPlan:
        kept = {id(one) for one in (*without.steps, step)}
        with_it = tuple(one for one in application.steps if id(one) not in kept)
        return UndoPlan(
            step=step,
            with_it=with_it,
            own=self._documents.issued_with(tx, application.number, step),
            since=self._documents.resting_on(tx, application.number, step, *with_it),
        )

    def void(self, number: str, *, reason: str, by: Clerk, version: int) -> Application:
        """Void a registration: its number and its documents keep their places with the reason.

        On a closed day the void becomes a dated adjustment. Raises VoidNeedsReason, StepRefused, ChangedMeanwhile,
        NoSuchRecord, NotPermitted.
        """
        require(by, Permission.VOID_NUMBER)
        now = self._office.now()
        with self._office.database.writing() as tx:
            return self._void(tx, self._opened(tx, number, version), reason, by, now)

    def _void(self, tx: Transaction, old: Application, reason: str, by: Clerk, now: datetime) -> Application:
        new = following(
            old,
            Step(act=Act.VOIDED, on=now.date(), by=by.name, entered_at=now, reason=reason.strip()),
            today=now.date(),
            closed=False,
        )
        key = RegisterNumber.read(old.number)
        assert key is not None
        number_ledger.void(tx, key.ledger_series, key.year, key.serial, reason.strip())
        self._save(tx, "void_application", old, new, by, now, reason=reason.strip())
        for document in issued.of_record(tx, old.number):
            self._documents.void_in(tx, document, reason=reason.strip(), by=by)
        return replace(new, version=old.version + 1).masked()

    def _opened(self, tx: Transaction, number: str, version: int) -> Application:
        application = self._known(tx, number)
        if application.version != version:
            raise ChangedMeanwhile(number=number, version=application.version, theirs=application.masked())
        return application

    def _shut(self, tx: Transaction, application: Application, on: date, by: Clerk) -> bool:
        """Tell whether the day is closed to this clerk."""
        return not by.may(Permission.ADJUST_CLOSED_DAY) and day_closes.closed(tx, application.window, on)

    def _record(
        self, tx: Transaction, old: Application, steps: Sequence[Step], by: Clerk, now: datetime
    ) -> Application:
        """Write steps that belong together in one save; the last of them is the act, the others came with it."""
        new = old
        for step in steps:
            new = self._with(tx, new, step, by, now)
        self._save(tx, "record_step", old, new, by, now, reason=steps[-1].reason.strip())
        return replace(new, version=old.version + 1)

    def _with(self, tx: Transaction, application: Application, step: Step, by: Clerk, now: datetime) -> Application:
        if self._shut(tx, application, step.on, by):
            raise DayClosed(step.on)
        step = replace(self._told(step, by), by=by.name, entered_at=now, reason=step.reason.strip())
        new = following(
            application,
            step,
            today=now.date(),
            closed=day_closes.closed(tx, application.window, step.on),
        )
        refusal = self._unapproved(tx, application, step, by)
        if refusal is not None:
            raise refusal
        return new

    def _told(self, step: Step, by: Clerk) -> Step:
        """Fill in who decides: the one who records it, where his role is what allows it."""
        details = {name: text.strip() for name, text in step.details.items()}
        if step.act in (Act.FEE_DECIDED, Act.APPROVED):
            details.setdefault("approver", by.display_name)
        if step.act is Act.SUPERIOR_DECIDED and details.get("superior", "") not in ("", by.display_name):
            details["entered_by"] = by.display_name  # who entered the named superior's decision for him
        return replace(step, details=details)

    def _unapproved(self, tx: Transaction, application: Application, step: Step, by: Clerk) -> Refusal | None:
        if step.act is Act.APPROVED:
            draft = reply_of(application.steps).draft
            own = draft is not None and draft.by == by.name
            return OwnDraft() if own and not only_approver(tx, by) else None
        if step.act is not Act.ANSWERED or step.outcome is None:
            return None
        if not approval.needed(self._office.agency.approval, step.outcome):
            return None
        if not step.details.get("document") and only_approver(tx, by):
            return None  # he decides it, and there is no letter whose text he could approve
        return approval.lacking(application.steps, step)

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


def counted(application: Application) -> tuple[object, ...]:
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
    if counted(old) == counted(new) and Act.VOIDED not in {step.act for step in new.steps}:
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
