"""The disputes desk: reconsiderations and lawsuits over answers, from filing to result (表四)."""

from contextlib import AbstractContextManager
from datetime import date, datetime

from hallclient.domain.register import dispute as rules
from hallclient.domain.register.dispute import Dispute, DisputeDraft
from hallclient.domain.register.kinds import DisputeResult
from hallclient.domain.register.numbers import RegisterNumber, Series, ledger_series
from hallclient.domain.register.permissions import Clerk, Permission, require
from hallclient.domain.register.records import DayClosed, NoSuchRecord, RecordKind
from hallclient.domain.register.versions import ChangedMeanwhile
from hallclient.services.office import Office
from hallclient.storage import audit, day_closes, disputes, number_ledger, search
from hallclient.storage.database import Transaction


class DisputesDesk:
    """A dispute gets a number of its own series; its result is entered once it is decided."""

    def __init__(self, office: Office) -> None:
        self._office = office

    def record(self, draft: DisputeDraft, *, late_reason: str = "", by: Clerk) -> Dispute:
        """Enter a dispute; the number's year is the filing's.

        Raises NotPermitted, DisputeHalfDecided, DecidedBeforeFiled, DisputeInFuture, DayClosed (a closed day and no
        ``late_reason``: with one it becomes a dated adjustment).
        """
        require(by, Permission.RECORD_DISPUTE)
        rules.check(draft, today=self._office.today())
        office, now = self._office, self._office.now()
        with office.database.writing() as tx:
            self._require_reason(tx, (draft.filed_on, draft.decided_on), late_reason)
            year = draft.filed_on.year
            serial = number_ledger.next_in(tx, ledger_series(office.agency_code, office.window, Series.DISPUTE), year)
            number = str(RegisterNumber(office.agency_code, office.window, Series.DISPUTE, year, serial))
            dispute = Dispute(
                number=number,
                kind=draft.kind,
                filed_on=draft.filed_on,
                application=draft.application,
                decided_on=draft.decided_on,
                result=draft.result,
                topic=draft.topic,
            )
            with self._late(tx, dispute, (draft.filed_on, draft.decided_on), late_reason, by, now):
                row_id = disputes.add(tx, dispute)
            search.add(tx, RecordKind.DISPUTE, row_id, (dispute.number, dispute.topic, dispute.application))
            audit.note(tx, at=now, by=by.name, action="record_dispute", subject=number, after=_facts(dispute))
        return dispute

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
        """Enter a dispute's result. Raises as ``record``, and NoSuchRecord, ChangedMeanwhile."""
        return self.change(
            number, lambda old: _with_result(old, decided_on, result), version=version, late_reason=late_reason, by=by
        )

    def change(self, number: str, edit: "rules.Edit", *, version: int, late_reason: str = "", by: Clerk) -> Dispute:
        """Change a dispute: ``edit`` turns the stored one into the draft to keep. Raises as ``decide``."""
        require(by, Permission.RECORD_DISPUTE)
        now = self._office.now()
        with self._office.database.writing() as tx:
            before = disputes.get(tx, number)
            if before is None:
                raise NoSuchRecord(number)
            if before.version != version:
                raise ChangedMeanwhile(number=number, version=before.version, theirs=before)
            draft = edit(before)
            rules.check(draft, today=self._office.today())
            moved = _moved(before, draft)
            self._require_reason(tx, moved, late_reason)
            # What an import sealed is corrected beside it; a result that comes in today belongs to today.
            sealed = before.historical and (before.decided_on is not None or before.filed_on in moved)
            with self._late(tx, before, moved, late_reason, by, now, historical=sealed):
                disputes.save(tx, number, draft, version=version)
            after = disputes.get(tx, number)
            if after is None:
                raise NoSuchRecord(number)
            audit.note(
                tx,
                at=now,
                by=by.name,
                action="change_dispute",
                subject=number,
                before=_facts(before),
                after=_facts(after),
            )
        return after

    def get(self, number: str) -> Dispute:
        """Return a dispute. Raises NoSuchRecord."""
        with self._office.database.reading() as tx:
            found = disputes.get(tx, number)
        if found is None:
            raise NoSuchRecord(number)
        return found

    def rows(self, *, open_only: bool = False) -> list[Dispute]:
        """Return the disputes, the last filed first; ``open_only`` for those 尚未审结."""
        with self._office.database.reading() as tx:
            return disputes.rows(tx, open_only=open_only)

    def of_application(self, application: str) -> list[Dispute]:
        """Return the disputes over one application."""
        with self._office.database.reading() as tx:
            return disputes.of_application(tx, application)

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


def _with_result(old: Dispute, decided_on: date, result: DisputeResult) -> DisputeDraft:
    return DisputeDraft(
        kind=old.kind,
        filed_on=old.filed_on,
        application=old.application,
        decided_on=decided_on,
        result=result,
        topic=old.topic,
    )


def _moved(before: Dispute, draft: DisputeDraft) -> tuple[date | None, ...]:
    """Return the days whose figures the change touches."""
    days: list[date | None] = []
    if (before.kind, before.filed_on, before.topic) != (draft.kind, draft.filed_on, draft.topic):
        days += [before.filed_on, draft.filed_on]
    if (before.kind, before.decided_on, before.result) != (draft.kind, draft.decided_on, draft.result):
        days += [before.decided_on, draft.decided_on]
    return tuple(days)


def _facts(dispute: Dispute) -> list[str]:
    return [
        dispute.kind.value,
        dispute.filed_on.isoformat(),
        "" if dispute.decided_on is None else dispute.decided_on.isoformat(),
        "" if dispute.result is None else dispute.result.value,
    ]
