"""How does a packet reach the hub, and what does the hub answer? The same way by network, by file and by folder.

A window's own login may only add packets and read back what the hub says of them: it gets its receipt at once, and
the office's program checks signatures and counts. Whoever opens a SQLite hub, and the office itself, does both in one
transaction. Delivering twice changes nothing.
"""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, func, insert, select
from sqlalchemy.dialects import sqlite

from hallclient.domain.figures.delivery import Receipt, SealedPacket, Verdict
from hallclient.domain.figures.lines import Values
from hallclient.hub import counting, standing
from hallclient.hub.bulk import each_among, no_collector, open_years
from hallclient.hub.database import HubDatabase
from hallclient.hub.judge import EARLIEST, IMPORT, LATEST, Arrived, Exempt, Lock, exempt_until, judge, lock_on
from hallclient.hub.rollup import joined
from hallclient.hub.schema import inbox, packets, verdicts, window_days

AT_ONCE = 1000  # packets in a transaction: what arrived stays when the line breaks
LONGEST = 16 * 1024 * 1024  # characters of a payload
LONGEST_FIELD = 200  # characters of anything else
_COLUMNS = (
    "business_date",
    "window",
    "kind",
    "z_number",
    "revision",
    "payload",
    "sha256",
    "previous_sha256",
    "signature",
    "mark",
)
TO_BE_CHECKED = "已收到，待办公室核验后计入"
NOT_STORABLE = "数据包内容超出可登记的范围，未登记"

HeldDays = dict[tuple[str, date], tuple[int, str, Values]]  # revision, hash and lines by window and day


@dataclass(frozen=True, slots=True)
class _Marked:
    """A packet with the mark it has at the hub; an empty one when no hub can hold it."""

    packet: SealedPacket
    mark: str


@dataclass(frozen=True, slots=True)
class _Found:
    id: int
    verdict: Verdict
    reason: str
    at: datetime | None = None  # when it came; None: just now


def deliver(hub: HubDatabase, sent: Sequence[SealedPacket], *, at_once: int = AT_ONCE) -> list[Receipt]:
    """Hand packets to the hub and return a receipt for each, in their order. Delivering twice changes nothing.

    ``ACCEPTED`` counts; ``RECEIVED`` is held and counts when the office has checked it (``count``); ``HELD_ALREADY``
    was here before; ``SUPERSEDED``, ``KEPT_ASIDE`` and ``REFUSED`` say why in ``reason``. All are final for the
    sender but ``REFUSED`` (a locked period: the office may grant an exception) — none is helped by sending again.
    Raises HubUnreachable and the other troubles of ``hub/database.py``.
    """
    receipts: list[Receipt] = []
    for part in _marked(sent, at_once):
        with no_collector(), hub.writing() as tx:
            new = _insert(hub, tx, [one for one in part if one.mark])
            if hub.counts(tx):
                units = counting.units_of(tx, {one.packet.window for one in part if one.mark})
                counting.hold(tx, units)
                while counting.count_new(tx, units, now=hub.clock(tx)):
                    pass
                receipts += _receipts(hub, tx, part, _found(tx, part), set(new))
            else:
                found = _found(tx, [one for one in part if one.mark not in new])
                receipts += _receipts(hub, tx, part, found | new, set(new))
    return receipts


def count(hub: HubDatabase, *, limit: int = counting.AT_ONCE) -> int:
    """Check and count what windows have delivered since; return how many packets were looked at. The office's act.

    Run it as often as one likes, from as many places: each counts other units. A read replica counts nothing and says
    0: what it shows follows the server that does. Raises HubForbids for a window.
    """
    if hub.replica:
        return 0
    total = 0
    while True:
        with no_collector(), hub.writing() as tx:
            # Before a window needs it: one that opens a year and then hangs would hold up all others on New Year's Day.
            open_years(tx, [date(hub.clock(tx).year + 1, 1, 1)])
            if not (units := counting.take(tx)):
                return total
            total += counting.count_new(tx, units, now=hub.clock(tx), limit=limit)


def receipts(hub: HubDatabase, sent: Sequence[SealedPacket]) -> list[Receipt | None]:
    """Ask what the hub says now of packets sent earlier (after ``RECEIVED``, ``KEPT_ASIDE`` or ``REFUSED``).

    None for a packet the hub does not hold: it must be sent (again).
    """
    answers: list[Receipt | None] = []
    for part in _marked(sent, AT_ONCE):
        with hub.reading() as tx:
            found = _found(tx, part)
            told = iter(_receipts(hub, tx, [one for one in part if one.mark in found], found, set()))
            answers += [next(told) if one.mark in found else None for one in part]
    return answers


def _marked(sent: Sequence[SealedPacket], at_once: int) -> Iterator[list[_Marked]]:
    for start in range(0, len(sent), at_once):
        yield [_Marked(packet, mark_of(packet) if storable(packet) else "") for packet in sent[start : start + at_once]]


def mark_of(packet: SealedPacket) -> str:
    """Return the hash of all a packet's fields: the same packet has the same, a changed one another."""
    mark = hashlib.sha256("\0".join(_fields(packet)).encode())
    mark.update(packet.payload.encode())
    return mark.hexdigest()


def storable(packet: SealedPacket) -> bool:
    """Tell whether a hub's columns can hold what a packet says; what a window seals always can be held."""
    fields = _fields(packet)
    text = "".join(fields)
    try:
        text.encode()
        packet.payload.encode()
    except UnicodeEncodeError:
        return False
    return (
        max(map(len, fields)) <= LONGEST_FIELD
        and len(packet.payload) <= LONGEST
        and "\0" not in text
        and "\0" not in packet.payload
        and 0 <= packet.z_number < 2**31
        and 0 <= packet.revision < 2**31
        and EARLIEST <= packet.business_date.year <= LATEST
    )


def _fields(packet: SealedPacket) -> tuple[str, ...]:
    return (
        packet.window,
        packet.kind,
        packet.business_date.isoformat(),
        str(packet.z_number),
        str(packet.revision),
        packet.sha256,
        packet.previous_sha256,
        packet.signature,
        "",
    )


def _insert(hub: HubDatabase, tx: Connection, sent: Sequence[_Marked]) -> dict[str, _Found]:
    """Add the packets that are not there yet; return those, by mark."""
    if not sent:
        return {}
    values: dict[str, list[Any]] = {name: [getattr(one.packet, name) for one in sent] for name in _COLUMNS[:-1]}
    values["mark"] = [one.mark for one in sent]
    added = _insert_each(hub, tx, values) if tx.dialect.name == "sqlite" else _insert_arrays(hub, tx, values)
    return {mark: _Found(id_, Verdict.RECEIVED, "") for id_, mark in added}


def _insert_arrays(hub: HubDatabase, tx: Connection, values: dict[str, list[Any]]) -> Iterable[Any]:
    open_years(tx, values["business_date"])
    columns = [*_COLUMNS]
    if hub.counts(tx):  # a window's login cannot say when its packet came: the server does
        columns.append("received_at")
        values["received_at"] = [hub.clock(tx)] * len(values["mark"])
    named = ", ".join(f'"{name}"' for name in columns)
    arrays = ", ".join(f"%b::{packets.c[name].type.compile(tx.dialect)}[]" for name in columns)
    return tx.exec_driver_sql(
        f"INSERT INTO packets ({named}) SELECT * FROM unnest({arrays})"
        ' ON CONFLICT ("window", business_date, mark) DO NOTHING RETURNING id, mark',
        tuple(values[name] for name in columns),
    )


def _insert_each(hub: HubDatabase, tx: Connection, values: dict[str, list[Any]]) -> Iterable[Any]:
    before = tx.execute(select(func.coalesce(func.max(packets.c.id), 0))).scalar_one()
    names, at = [*values], hub.clock(tx)
    rows = [dict(zip(names, row, strict=True)) | {"received_at": at} for row in zip(*values.values(), strict=True)]
    tx.execute(sqlite.insert(packets).on_conflict_do_nothing(), rows)
    added = packets.c.id > before
    tx.execute(
        insert(inbox).from_select(
            ["window", "packet_id", "business_date"],
            select(packets.c.window, packets.c.id, packets.c.business_date).where(added),
        )
    )
    return tx.execute(select(packets.c.id, packets.c.mark).where(added))


def _found(tx: Connection, sent: Sequence[_Marked]) -> dict[str, _Found]:
    """Return what the hub has found of packets it holds, by mark; one in the inbox is ``RECEIVED``."""
    held = [one for one in sent if one.mark]
    if not held:
        return {}
    asked = {(one.packet.window, one.packet.business_date, one.mark) for one in held}
    days = [day for _, day, _ in asked]
    same_day = packets.c.business_date  # so that PostgreSQL looks into one year's partition
    query = (
        select(
            packets.c.mark,
            packets.c.id,
            verdicts.c.verdict,
            verdicts.c.reason,
            inbox.c.packet_id,
            packets.c.received_at,
        )
        .outerjoin(verdicts, (verdicts.c.packet_id == packets.c.id) & (verdicts.c.business_date == same_day))
        .outerjoin(inbox, (inbox.c.packet_id == packets.c.id) & (inbox.c.window == packets.c.window))
        .where(
            each_among((packets.c.window, packets.c.business_date, packets.c.mark), asked, tx),
            packets.c.business_date.between(min(days), max(days)),
        )
    )
    return {
        mark: _Found(id_, Verdict.RECEIVED if queued else Verdict(verdict), reason or "", at)
        for mark, id_, verdict, reason, queued, at in tx.execute(query)
    }


def _receipts(
    hub: HubDatabase, tx: Connection, sent: Sequence[_Marked], found: dict[str, _Found], new: set[str]
) -> list[Receipt]:
    if not sent:
        return []
    held = _held(tx, [one.packet for one in sent if one.mark])
    locks, now = standing.locked(tx), hub.clock(tx)
    today = now.date()
    if any(one.verdict is Verdict.RECEIVED for one in found.values()):
        found = _foreseen(tx, sent, found, held, locks, now)
    exempt = standing.exempt_of(tx, {one.packet.window for one in sent if one.mark}) if locks else {}
    answers = []
    for marked in sent:
        one = found.get(marked.mark, _Found(0, Verdict.KEPT_ASIDE, NOT_STORABLE))
        if one.verdict is Verdict.ACCEPTED and marked.mark not in new:
            one = _Found(one.id, Verdict.HELD_ALREADY, one.reason)
        answers.append(_receipt(marked.packet, one, held, locks, exempt.get(marked.packet.window, ()), today))
    return answers


def _foreseen(
    tx: Connection,
    sent: Sequence[_Marked],
    found: dict[str, _Found],
    held: HeldDays,
    locks: Sequence[Lock],
    now: datetime,
) -> dict[str, _Found]:
    """Say at once what the office will find, by the same rules, nothing written.

    Of what a window itself can see: chain, revision, locks. Signatures and texts are the office's to check.
    """
    foreseen: dict[int, _Found] = {}
    by_window: dict[str, dict[int, Arrived]] = {}
    for marked in sent:
        one = found.get(marked.mark)
        if one is not None and one.verdict is Verdict.RECEIVED:
            arrived = Arrived(id=one.id, packet=marked.packet, received_at=one.at or now)
            by_window.setdefault(marked.packet.window, {})[one.id] = arrived
    for window, own in by_window.items():
        together = [*own.values()]
        known = standing.standings(tx, together, counted=_revisions(held), unread=True, locks=locks)
        if not standing.follow_each_other(together, known):
            together += standing.pending(tx, window, but=own)
            known = standing.standings(tx, together, unread=True, locks=locks)
        for judged in judge(together, known, locks, now.date(), unread=True):
            verdict, reason = judged.verdict, judged.reason
            if verdict is Verdict.ACCEPTED:
                verdict, reason = Verdict.RECEIVED, TO_BE_CHECKED
            foreseen[judged.arrived.id] = _Found(judged.arrived.id, verdict, reason)
    return {mark: foreseen.get(one.id, one) if one.verdict is Verdict.RECEIVED else one for mark, one in found.items()}


def _revisions(held: HeldDays) -> dict[tuple[str, date], tuple[int, str]]:
    return {key: (revision, sha256) for key, (revision, sha256, _) in held.items()}


def _held(tx: Connection, sent: Sequence[SealedPacket]) -> HeldDays:
    query = select(
        window_days.c.window,
        window_days.c.business_date,
        window_days.c.revision,
        window_days.c.sha256,
        window_days.c.lines,
        window_days.c.imported,
    ).where(
        each_among(
            (window_days.c.window, window_days.c.business_date),
            {(packet.window, packet.business_date) for packet in sent},
            tx,
        )
    )
    return {
        (window, day): (revision, sha256, joined(lines, imported))
        for window, day, revision, sha256, lines, imported in tx.execute(query)
    }


def _receipt(
    packet: SealedPacket,
    one: _Found,
    held: HeldDays,
    locks: Sequence[Lock],
    exempt: Sequence[Exempt],
    today: date,
) -> Receipt:
    revision, sha256, lines = held.get((packet.window, packet.business_date), (0, "", {}))
    if packet.kind == IMPORT:
        counted = one.verdict in (Verdict.ACCEPTED, Verdict.HELD_ALREADY)
        revision, sha256 = (packet.revision, packet.sha256) if counted else (0, "")
    lock = lock_on(packet.business_date, locks)
    return Receipt(
        window=packet.window,
        kind=packet.kind,
        business_date=packet.business_date,
        z_number=packet.z_number,
        revision=packet.revision,
        verdict=one.verdict,
        reason=one.reason,
        revision_held=revision,
        sha256_held=sha256,
        totals_held=lines,
        locked_by="" if lock is None else lock.by,
        locked_reason="" if lock is None else lock.reason,
        open_until=None if lock is None else exempt_until(packet.business_date, exempt, today),
    )
