"""The disputes desk: reconsiderations and lawsuits over answers, act by act, from filing to result (表四)."""

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import asdict, dataclass, replace
from datetime import date, datetime
from typing import Any

from hallclient.domain.law.clock import DayRow
from hallclient.domain.law.dispute_clocks import (
    DisputeDate,
    DisputeDue,
    DisputeRules,
    dates,
    days_of,
    next_due,
    rules_for,
)
from hallclient.domain.law.working_days import CalendarTooShort
from hallclient.domain.register import dispute as rules
from hallclient.domain.register.dispute import (
    DecidedByActs,
    Dispute,
    DisputeDraft,
    DisputeInFuture,
    FollowsNoReconsideration,
    NoDisputeActToUndo,
)
from hallclient.domain.register.dispute_acts import DisputeStanding, DisputeStep, RedoOrder, fold
from hallclient.domain.register.kinds import DisputeKind, DisputeResult
from hallclient.domain.register.numbers import RegisterNumber, Series, ledger_series
from hallclient.domain.register.permissions import Clerk, Permission, require
from hallclient.domain.register.records import DayClosed, NoSuchRecord, RecordKind
from hallclient.domain.register.versions import ChangedMeanwhile
from hallclient.services.office import Office
from hallclient.storage import audit, day_closes, disputes, number_ledger, search
from hallclient.storage.database import Transaction


@dataclass(frozen=True, slots=True, kw_only=True)
class DisputeLine:
    """A dispute in a list: how it stands, and the date by which the agency must act next. ``left`` in working days."""

    dispute: Dispute
    standing: DisputeStanding
    next: DisputeDate | None
    left: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class DisputeFile:
    """One dispute with all that runs: ``dates`` the nearest first, the law it stands under, and its relations.

    ``left`` is how many working days are left to the next date. ``redo_days`` is what is left of the period in which
    a decision orders the application to be handled again (0 when it is over); None when nothing is ordered or it does
    not bind yet.
    """

    dispute: Dispute
    standing: DisputeStanding
    dates: tuple[DisputeDate, ...]
    rules: DisputeRules
    followed_by: tuple[Dispute, ...]
    left: int | None
    redo_days: int | None

    @property
    def next(self) -> DisputeDate | None:
        """The date by which the agency itself must act next."""
        return next_due(self.dates)


class DisputesDesk:
    """A dispute gets a number of its own series; its result follows from its acts, or is entered once it is known."""

    def __init__(self, office: Office, law: Sequence[DisputeRules]) -> None:
        self._office = office
        self._law = tuple(law)

    # -- writing --------------------------------------------------------------------------------------------------

    def record(
        self, draft: DisputeDraft, *, acts: Sequence[DisputeStep] = (), late_reason: str = "", by: Clerk
    ) -> Dispute:
        """Enter a dispute, with what has happened in it already; the number's year is the filing's.

        Raises NotPermitted, DisputeHalfDecided, DecidedBeforeFiled, DisputeInFuture, FollowsNoReconsideration, what
        ``fold`` raises, DecidedByActs (a result beside acts), DayClosed (a closed day and no ``late_reason``: with
        one it becomes a dated adjustment).
        """
        require(by, Permission.RECORD_DISPUTE)
        office, now = self._office, self._office.now()
        rules.check(draft, today=office.today())
        if acts and draft.result is not None:
            raise DecidedByActs
        dispute = self._folded(
            Dispute(number="", acts=tuple(replace(step, by=by.name) for step in acts), **_texts(draft))
        )
        with office.database.writing() as tx:
            self._check_follows(tx, dispute)
            self._require_reason(tx, (dispute.filed_on, dispute.decided_on), late_reason)
            year = draft.filed_on.year
            serial = number_ledger.next_in(tx, ledger_series(office.agency_code, office.window, Series.DISPUTE), year)
            number = str(RegisterNumber(office.agency_code, office.window, Series.DISPUTE, year, serial))
            dispute = replace(dispute, number=number)
            with self._late(tx, dispute, (dispute.filed_on, dispute.decided_on), late_reason, by, now):
                row_id = disputes.add(tx, dispute)
            search.add(tx, RecordKind.DISPUTE, row_id, _searched(dispute))
            audit.note(tx, at=now, by=by.name, action="record_dispute", subject=number, after=_facts(dispute))
        return dispute

    def record_act(self, number: str, step: DisputeStep, *, version: int, late_reason: str = "", by: Clerk) -> Dispute:
        """Add what happened in a dispute; stage, dates and result follow from it.

        Raises NotPermitted, NoSuchRecord, ChangedMeanwhile, DisputeInFuture, DisputeActRefused, DisputeActTooEarly,
        DisputeResultMissing, OrderWithoutCorrection, DayClosed (the result falls on a closed day, no late reason).
        """
        require(by, Permission.RECORD_DISPUTE)
        if step.on > self._office.today():
            raise DisputeInFuture

        def add(old: Dispute) -> Dispute:
            return self._folded(replace(old, acts=(*old.history, replace(step, by=by.name))))

        return self._save(number, add, "record_dispute_act", version=version, late_reason=late_reason, by=by)

    def undo_act(self, number: str, *, reason: str, version: int, late_reason: str = "", by: Clerk) -> Dispute:
        """Take the last act back: everything stands as it stood before it. The audit keeps the act and the reason.

        Raises NotPermitted, NoSuchRecord, ChangedMeanwhile, NoDisputeActToUndo, DayClosed.
        """
        require(by, Permission.RECORD_DISPUTE)

        def take_back(old: Dispute) -> Dispute:
            if not old.history:
                raise NoDisputeActToUndo
            return self._folded(replace(old, acts=old.history[:-1], decided_on=None, result=None))

        action = "undo_dispute_act"
        return self._save(number, take_back, action, version=version, late_reason=late_reason, by=by, why=reason)

    def decide(
        self,
        number: str,
        *,
        decided_on: date,
        result: DisputeResult,
        version: int,
        late_reason: str = "",
        by: Clerk,
    ) -> Dispute:
        """Enter a dispute's final result where no acts are recorded. Raises as ``change``."""
        return self.change(
            number,
            lambda old: replace(_draft(old), decided_on=decided_on, result=result),
            version=version,
            late_reason=late_reason,
            by=by,
        )

    def change(self, number: str, edit: "rules.Edit", *, version: int, late_reason: str = "", by: Clerk) -> Dispute:
        """Change what is known of a dispute: ``edit`` turns the stored one into the draft to keep.

        Raises as ``record``, and NoSuchRecord, ChangedMeanwhile.
        """
        require(by, Permission.RECORD_DISPUTE)

        def edited(old: Dispute) -> Dispute:
            draft = edit(old)
            rules.check(draft, today=self._office.today())
            if old.acts and (draft.decided_on, draft.result) != (old.decided_on, old.result):
                raise DecidedByActs
            return self._folded(replace(old, **_texts(draft)))

        return self._save(number, edited, "change_dispute", version=version, late_reason=late_reason, by=by)

    # -- reading --------------------------------------------------------------------------------------------------

    def get(self, number: str) -> Dispute:
        """Return a dispute. Raises NoSuchRecord."""
        with self._office.database.reading() as tx:
            return _known(tx, number)

    def file(self, number: str) -> DisputeFile:
        """Return a dispute with its dates and relations. Raises NoSuchRecord."""
        with self._office.database.reading() as tx:
            dispute = _known(tx, number)
            after = tuple(disputes.following(tx, number))
        standing = dispute.standing
        found = self._dates(dispute, standing)
        left = self._left(next_due(found))
        ordered = [self._left(one) for one in found if one.due is DisputeDue.COMPLY]
        return DisputeFile(
            dispute=dispute,
            standing=standing,
            dates=found,
            rules=rules_for(dispute.kind, dispute.filed_on, self._law),
            followed_by=after,
            left=left,
            redo_days=max(0, ordered[0]) if ordered and ordered[0] is not None else None,
        )

    def days_of(self, date_of: DisputeDate) -> tuple[DayRow, ...]:
        """Return the days of a period one by one, counted or not and why."""
        return days_of(date_of, self._office.calendar)

    def rows(self, *, open_only: bool = False) -> list[Dispute]:
        """Return the disputes, the last filed first; ``open_only`` for those 尚未审结."""
        with self._office.database.reading() as tx:
            return disputes.rows(tx, open_only=open_only)

    def lines(self, *, open_only: bool = False) -> list[DisputeLine]:
        """Return the disputes as a list shows them, the last filed first."""
        return [self._line(dispute) for dispute in self.rows(open_only=open_only)]

    def with_dates(self, tx: Transaction) -> list[DisputeLine]:
        """Return the disputes by whose date the agency must act, the nearest first: for the due board's reading.

        The dates are counted anew, because a calendar may have come in since they were written.
        """
        lines = [self._line(dispute) for dispute in disputes.with_dates(tx)]
        due = [line for line in lines if line.next is not None]
        return sorted(due, key=lambda line: line.next.on if line.next is not None else date.max)

    def of_application(self, application: str) -> list[Dispute]:
        """Return the disputes over one application."""
        with self._office.database.reading() as tx:
            return disputes.of_application(tx, application)

    def lines_of(self, application: str) -> list[DisputeLine]:
        """Return the disputes over one application as a list shows them."""
        return [self._line(dispute) for dispute in self.of_application(application)]

    def order_to_redo(self, application: str) -> tuple[Dispute, RedoOrder] | None:
        """Return the decision that orders this application to be handled again and is not complied with yet.

        ``RedoOrder.days`` is the period the decision set, for the act that reopens the application.
        """
        found = [(dispute, dispute.standing) for dispute in self.of_application(application)]
        orders = [
            (dispute, standing.order)
            for dispute, standing in found
            if standing.order is not None and not standing.open and standing.order.complied_on is None
        ]
        return orders[-1] if orders else None

    # -- inside ---------------------------------------------------------------------------------------------------

    def _save(
        self,
        number: str,
        edit: Callable[[Dispute], Dispute],
        action: str,
        *,
        version: int,
        late_reason: str,
        by: Clerk,
        why: str = "",
    ) -> Dispute:
        now = self._office.now()
        with self._office.database.writing() as tx:
            before = _known(tx, number)
            if before.version != version:
                raise ChangedMeanwhile(number=number, version=before.version, theirs=before)
            after = edit(before)
            self._check_follows(tx, after)
            moved = _moved(before, after)
            self._require_reason(tx, moved, late_reason)
            # What an import sealed is corrected beside it; a result that comes in today belongs to today.
            sealed = before.historical and (before.decided_on is not None or before.filed_on in moved)
            with self._late(tx, before, moved, late_reason, by, now, historical=sealed):
                disputes.save(tx, after, version=version)
            if _searched(before) != _searched(after):
                row_id = disputes.row_id(tx, number)
                search.remove(tx, RecordKind.DISPUTE, row_id)
                search.add(tx, RecordKind.DISPUTE, row_id, _searched(after))
            said = _facts(after) | ({"reason": why} if why else {})
            audit.note(tx, at=now, by=by.name, action=action, subject=number, before=_facts(before), after=said)
        return replace(after, version=version + 1)

    def _folded(self, dispute: Dispute) -> Dispute:
        """Return the dispute with the result and the next date its acts give it."""
        standing = fold(dispute.kind, dispute.filed_on, dispute.history)
        due = next_due(self._dates(dispute, standing))
        return replace(
            dispute,
            decided_on=standing.decided_on,
            result=standing.result,
            due_on=due.on if due is not None else None,
        )

    def _dates(self, dispute: Dispute, standing: DisputeStanding) -> tuple[DisputeDate, ...]:
        return dates(dispute.kind, dispute.filed_on, standing, rules=self._law, calendar=self._office.calendar)

    def _line(self, dispute: Dispute) -> DisputeLine:
        standing = dispute.standing
        due = next_due(self._dates(dispute, standing))
        return DisputeLine(dispute=dispute, standing=standing, next=due, left=self._left(due))

    def _left(self, due: DisputeDate | None) -> int | None:
        if due is None:
            return None
        calendar, today = self._office.calendar, self._office.today()
        try:
            return calendar.count(today, due.on) - calendar.count(due.on, today)
        except CalendarTooShort:
            return None

    def _check_follows(self, tx: Transaction, dispute: Dispute) -> None:
        if not dispute.follows:
            return
        found = disputes.get(tx, dispute.follows)
        if found is None or found.kind is not DisputeKind.RECONSIDERATION:
            raise FollowsNoReconsideration

    def _require_reason(self, tx: Transaction, days: tuple[date | None, ...], late_reason: str) -> None:
        if late_reason.strip():
            return
        for day in days:
            if day is not None and day_closes.closed(tx, self._office.window, day):
                raise DayClosed(day)

    def _late(
        self,
        tx: Transaction,
        dispute: Dispute,
        days: tuple[date | None, ...],
        late_reason: str,
        by: Clerk,
        now: datetime,
        *,
        historical: bool = False,
    ) -> AbstractContextManager[None]:
        return day_closes.late_fact(
            tx,
            window=self._office.window,
            days=days,
            reason=late_reason.strip(),
            subject=dispute.number,
            by=by.name,
            at=now,
            historical=historical,
        )


def _known(tx: Transaction, number: str) -> Dispute:
    found = disputes.get(tx, number)
    if found is None:
        raise NoSuchRecord(number)
    return found


def _draft(old: Dispute) -> DisputeDraft:
    return DisputeDraft(**{name: getattr(old, name) for name in DisputeDraft.__dataclass_fields__})


def _texts(draft: DisputeDraft) -> dict[str, Any]:
    said = asdict(draft)
    return {name: value.strip() if type(value) is str else value for name, value in said.items()}


def _searched(dispute: Dispute) -> tuple[str, ...]:
    return (dispute.number, dispute.topic, dispute.application, dispute.body, dispute.file_number)


def _moved(before: Dispute, after: Dispute) -> tuple[date | None, ...]:
    """Return the days whose figures the change touches."""
    days: list[date | None] = []
    if (before.kind, before.filed_on, before.topic) != (after.kind, after.filed_on, after.topic):
        days += [before.filed_on, after.filed_on]
    if (before.kind, before.decided_on, before.result) != (after.kind, after.decided_on, after.result):
        days += [before.decided_on, after.decided_on]
    return tuple(days)


def _facts(dispute: Dispute) -> dict[str, object]:
    """Return what the audit keeps of a dispute: codes and days, nobody's words."""
    return {
        "kind": dispute.kind.value,
        "filed_on": dispute.filed_on.isoformat(),
        "decided_on": "" if dispute.decided_on is None else dispute.decided_on.isoformat(),
        "result": "" if dispute.result is None else dispute.result.value,
        "acts": [f"{step.act.value} {step.on}" for step in dispute.acts],
    }
