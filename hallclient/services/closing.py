"""The closing desk: what the day came to, what is left undone, and the day's close with its own number."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from pathlib import Path

from hallclient.domain.figures import day_close
from hallclient.domain.figures.day_close import (
    AdjustmentMissing,
    AdjustmentNeedsReason,
    DayFacts,
    DayInFuture,
    DayNotClosed,
    DayUnfinished,
    LineUnknown,
    Unfinished,
    UnfinishedKind,
)
from hallclient.domain.figures.day_sheet import DaySheet, line_values
from hallclient.domain.figures.identity_words import identity_name
from hallclient.domain.figures.lines import LineKind, Number
from hallclient.domain.figures.packet import Packet, compact
from hallclient.domain.register.permissions import Clerk, Permission, require
from hallclient.services import day_facts, exporting
from hallclient.services.office import Office
from hallclient.storage import audit, day_closes, figures, hub_echo, outbox_view, unfinished
from hallclient.storage.database import Transaction


@dataclass(frozen=True, slots=True, kw_only=True)
class ChainReport:
    """``packets`` is how many packets the chain has, ``broken`` their row ids whose hash does not follow."""

    packets: int
    broken: tuple[int, ...]

    @property
    def holds(self) -> bool:
        return not self.broken


class ClosingDesk:
    """The day's figures while it runs (X) and when it is over (Z); closed days are corrected by dated adjustments."""

    def __init__(self, office: Office) -> None:
        self._office = office

    def interim(self, day: date, *, by: Clerk) -> DaySheet:
        """Return the sheet of a day as it stands, any time, without a number (X, 未结); a closed day's own sheet.

        Raises NotPermitted, DayInFuture.
        """
        require(by, Permission.INTERIM_SHEET)
        return self.sheet(day, by=by)

    def sheet(self, day: date, *, revision: int | None = None, by: Clerk | None = None) -> DaySheet:
        """Return a closed day's sheet (the newest revision unless one is named), an open day's as it stands now.

        Raises DayInFuture.
        """
        self._require_begun(day)
        with self._office.database.reading() as tx:
            packet = day_closes.get(tx, self._office.window, day, revision=revision)
            if packet is not None:
                return self._closed(packet)
            return self._open(day_facts.gather(self._office, tx, day), by)

    def unfinished(self, day: date) -> list[Unfinished]:
        """Return what is left undone on a day: what forbids its close first, then what is carried over."""
        self._require_begun(day)
        with self._office.database.reading() as tx:
            if day_closes.closed(tx, self._office.window, day):
                return []
            return self._blocking(tx, day) + self._carried_over(tx, day)

    def close(self, day: date, *, by: Clerk) -> DaySheet:
        """Close a day (Z): members, lines, identities, number, packet, outbox row and audit entry in one transaction.

        A day closed already is answered with its sheet, unchanged. Raises NotPermitted, DayInFuture, DayUnfinished
        (an earlier day is open), IdentitiesBroken (with the records).
        """
        require(by, Permission.CLOSE_DAY)
        self._require_begun(day)
        now = self._office.now()
        with self._office.database.writing() as tx:
            before = day_closes.get(tx, self._office.window, day)
            if before is not None:
                return self._closed(before)
            earlier = day_facts.earlier_days(self._office, tx, day)
            if earlier:
                raise DayUnfinished(day, tuple(earlier))
            packet = day_close.close(
                day_facts.gather(self._office, tx, day),
                z_number=day_closes.next_number(tx, "day"),
                previous_sha256=day_closes.head(tx),
                at=now,
                by=by.name,
                held=hub_echo.revision(tx, day),
            )
            day_closes.add(tx, packet)
            audit.note(
                tx,
                at=now,
                by=by.name,
                action="close_day",
                subject=day.isoformat(),
                after={"z_number": packet.z_number, "sha256": packet.sha256},
            )
            return self._closed(packet)

    def adjust(self, day: date, line: str, delta: Number, reason: str, *, by: Clerk, subject: str = "") -> DaySheet:
        """Correct a figure of a closed day by ``delta`` on a supervisor's word; return the new revision's sheet.

        A record that came late is entered at its own desk instead, which adjusts every line it touches. The sheet
        before stays. Raises NotPermitted, DayNotClosed, LineUnknown, AdjustmentMissing, AdjustmentNeedsReason.
        """
        require(by, Permission.ADJUST_CLOSED_DAY)
        _check_adjustment(line, delta, reason)
        now = self._office.now()
        with self._office.database.writing() as tx:
            if not day_closes.closed(tx, self._office.window, day):
                raise DayNotClosed(day)
            day_closes.adjust(
                tx,
                window=self._office.window,
                day=day,
                deltas={line: delta},
                reason=reason.strip(),
                subject=subject,
                by=by.name,
                at=now,
            )
            audit.note(
                tx,
                at=now,
                by=by.name,
                action="adjust_closed_day",
                subject=f"{day.isoformat()} {line}",
                after={"delta": str(delta)},
            )
            packet = day_closes.get(tx, self._office.window, day)
            if packet is None:
                raise DayNotClosed(day)
            return self._closed(packet)

    def open_days(self, until: date | None = None) -> list[date]:
        """Return the days that have records and are not closed, oldest first; today among them once it has any."""
        with self._office.database.reading() as tx:
            return unfinished.open_days(tx, self._office.window, until or self._office.today())

    def is_closed(self, day: date) -> bool:
        """Tell whether a day is closed."""
        with self._office.database.reading() as tx:
            return day_closes.closed(tx, self._office.window, day)

    def revisions(self, day: date) -> list[DaySheet]:
        """Return all revisions of a closed day's sheet, the first one first."""
        with self._office.database.reading() as tx:
            newest = day_closes.get(tx, self._office.window, day)
            packets = [
                day_closes.get(tx, self._office.window, day, revision=number)
                for number in range(1, newest.revision + 1 if newest else 1)
            ]
        return [self._closed(packet) for packet in packets if packet is not None]

    def export(self, sheet: DaySheet, path: Path, *, by: Clerk) -> None:
        """Write a day sheet as pdf, xlsx, csv or json, by the file's ending; an open day's is marked 未结.

        Raises NotPermitted, FormatUnknown, DiskFull, FolderNotWritable.
        """
        require(by, Permission.INTERIM_SHEET)
        exporting.day_sheet(sheet, path, figures.lines())
        with self._office.database.writing() as tx:
            audit.note(
                tx,
                at=self._office.now(),
                by=by.name,
                action="export_day_sheet",
                subject=sheet.business_date.isoformat(),
                after={"z_number": sheet.z_number, "revision": sheet.revision, "format": path.suffix.lower()},
            )

    def verify_chain(self) -> ChainReport:
        """Walk all packets and tell whether each hash follows from its text and the packet before."""
        with self._office.database.reading() as tx:
            return ChainReport(packets=day_closes.count(tx), broken=tuple(day_closes.broken_links(tx)))

    def _require_begun(self, day: date) -> None:
        if day > self._office.today():
            raise DayInFuture(day)

    def _blocking(self, tx: Transaction, day: date) -> list[Unfinished]:
        items = day_facts.earlier_days(self._office, tx, day)
        for result in day_facts.gather(self._office, tx, day).identities:
            if not result.holds:
                name = identity_name(result.id, figures.lines())
                items += [
                    Unfinished(
                        kind=UnfinishedKind.IDENTITY, number=number, why=f"与勾稽关系不符：{name}", blocking=True
                    )
                    for number in result.records or (result.id,)
                ]
        return items

    def _carried_over(self, tx: Transaction, day: date) -> list[Unfinished]:
        asked = unfinished.enquiries_due(tx, day)
        items = [
            _due(UnfinishedKind.DUE_TODAY if due_on == day else UnfinishedKind.OVERDUE, number, due_on)
            for number, due_on in unfinished.due(tx, day)
        ]
        items += [
            _due(UnfinishedKind.ENQUIRY_DUE_TODAY if due_on == day else UnfinishedKind.ENQUIRY_OVERDUE, number, due_on)
            for number, due_on in asked
        ]
        items += [_left(UnfinishedKind.UNPRINTED, number) for number in unfinished.unprinted(tx, day)]
        items += [_left(UnfinishedKind.UNCONFIRMED, number) for number in unfinished.unconfirmed(tx, day)]
        told = {number for number, _ in asked}
        items += [_left(UnfinishedKind.UNHANDLED, one) for one in unfinished.unhandled(tx, day) if one not in told]
        items += [_left(UnfinishedKind.DRAFT, instance) for instance, _ in unfinished.drafts(tx)]
        waiting = outbox_view.waiting_count(tx)
        if waiting:
            items.append(Unfinished(kind=UnfinishedKind.NOT_SENT, number="", why=f"{waiting} 份日结数据待报送"))
        return items

    def _closed(self, packet: Packet) -> DaySheet:
        return DaySheet(
            agency=self._office.agency.name,
            window=packet.window,
            business_date=packet.business_date,
            z_number=packet.z_number,
            revision=packet.revision,
            lines=line_values(packet.lines, figures.lines()),
            identities=packet.identities,
            members=packet.members,
            late=packet.late,
            series=packet.series,
            adjustments=packet.adjustments,
            audit_head=packet.audit_head,
            sha256=packet.sha256,
            previous_sha256=packet.previous_sha256,
            made_at=packet.closed_at,
            made_by=packet.closed_by,
            practice=self._office.practice,
        )

    def _open(self, facts: DayFacts, by: Clerk | None) -> DaySheet:
        made_at: datetime = self._office.now()
        return DaySheet(
            agency=self._office.agency.name,
            window=facts.window,
            business_date=facts.day,
            z_number=None,
            revision=0,
            lines=line_values(facts.lines, figures.lines()),
            identities=facts.identities,
            members={name: compact(numbers) for name, numbers in facts.members.items() if numbers},
            late=facts.late,
            series=facts.series,
            audit_head=facts.audit_head,
            made_at=made_at,
            made_by="" if by is None else by.name,
            practice=self._office.practice,
        )


def _due(kind: UnfinishedKind, number: str, due_on: date) -> Unfinished:
    return Unfinished(kind=kind, number=number, why=f"应于 {due_on.isoformat()} 前答复")


def _left(kind: UnfinishedKind, number: str) -> Unfinished:
    return Unfinished(kind=kind, number=number, why=kind.label)


def _check_adjustment(line: str, delta: Number, reason: str) -> None:
    found = figures.lines().find(line)
    if found is None or found[0].kind is not LineKind.FLOW:
        raise LineUnknown(line)
    try:
        if not Decimal(delta).is_finite() or delta == 0:
            raise AdjustmentMissing
    except (InvalidOperation, TypeError, ValueError) as error:
        raise AdjustmentMissing from error
    if not reason.strip():
        raise AdjustmentNeedsReason
