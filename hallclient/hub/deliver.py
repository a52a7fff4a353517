"""How does a packet reach the hub, and what does the hub answer? The same way by network, by file and by folder.

A window's own login may only add packets and read back what the hub says of them: it gets its receipt at once, and
the office's program checks signatures and counts. Whoever opens a SQLite hub, and the office itself, does both in one
transaction. Delivering twice changes nothing.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, func, insert, select
from sqlalchemy.dialects import sqlite

from hallclient.domain.figures.delivery import Receipt, SealedPacket, Verdict, envelope
from hallclient.domain.figures.lines import Values
from hallclient.hub import counting, standing
from hallclient.hub.bulk import among, open_years
from hallclient.hub.database import HubDatabase
from hallclient.hub.judge import IMPORT, Exempt, Lock, exempt_until, judge, lock_on
from hallclient.hub.schema import packets, verdicts, window_days

AT_ONCE = 1000  # packets in a transaction: what arrived stays when the line breaks
LONGEST = 16 * 1024 * 1024  # characters of a payload
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


@dataclass(frozen=True, slots=True)
class _Found:
    id: int
    verdict: Verdict
    reason: str


def deliver(hub: HubDatabase, sent: Sequence[SealedPacket], *, at_once: int = AT_ONCE) -> list[Receipt]:
    """Hand packets to the hub and return a receipt for each, in their order. Delivering twice changes nothing.

    ``ACCEPTED`` counts; ``RECEIVED`` is held and counts when the office has checked it (``count``); ``HELD_ALREADY``
    was here before; ``SUPERSEDED``, ``KEPT_ASIDE`` and ``REFUSED`` say why in ``reason``. All are final for the
    sender but ``REFUSED`` (a locked period: the office may grant an exception) — none is helped by sending again.
    Raises HubUnreachable and the other troubles of ``hub/database.py``.
    """
    receipts: list[Receipt] = []
    for start in range(0, len(sent), at_once):
        part = sent[start : start + at_once]
        fitting = [packet for packet in part if storable(packet)]
        with hub.writing() as tx:
            new = _insert(hub, tx, fitting)
            if hub.counts(tx):
                counting.alone(tx)
                while counting.count_new(tx, now=hub.clock(tx)):
                    pass
            receipts += _receipts(hub, tx, part, new)
    return receipts


def count(hub: HubDatabase, *, limit: int = 20_000) -> int:
    """Check and count what windows have delivered since; return how many packets were judged. The office's act.

    Run it as often as one likes, from as many places: who counts, counts alone. Raises HubForbids for a window.
    """
    total = 0
    while True:
        with hub.writing() as tx:
            counting.alone(tx)
            done = counting.count_new(tx, now=hub.clock(tx), limit=limit)
        total += done
        if done < limit:
            return total


def receipts(hub: HubDatabase, sent: Sequence[SealedPacket]) -> list[Receipt | None]:
    """Ask what the hub says now of packets sent earlier (after ``RECEIVED``, ``KEPT_ASIDE`` or ``REFUSED``).

    None for a packet the hub does not hold: it must be sent (again).
    """
    answers: list[Receipt | None] = []
    for start in range(0, len(sent), AT_ONCE):
        part = sent[start : start + AT_ONCE]
        with hub.reading() as tx:
            held = _found(tx, part)
            told = iter(_receipts(hub, tx, [packet for packet in part if mark_of(packet) in held], set()))
            answers += [next(told) if mark_of(packet) in held else None for packet in part]
    return answers


def mark_of(packet: SealedPacket) -> str:
    """Return the hash of a packet's envelope: the same packet has the same, a changed one another."""
    return hashlib.sha256(envelope(packet)).hexdigest()


def storable(packet: SealedPacket) -> bool:
    """Tell whether a hub's columns can hold what a packet says; what a window seals always can be held."""
    texts = (packet.window, packet.kind, packet.sha256, packet.previous_sha256, packet.signature)
    try:
        for value in (*texts, packet.payload):
            value.encode()
    except UnicodeEncodeError:
        return False
    return (
        all(len(value) <= 200 and "\0" not in value for value in texts)
        and len(packet.payload) <= LONGEST
        and "\0" not in packet.payload
        and all(0 <= value < 2**31 for value in (packet.z_number, packet.revision))
        and 1990 <= packet.business_date.year <= 2199
    )


def _insert(hub: HubDatabase, tx: Connection, sent: Sequence[SealedPacket]) -> set[str]:
    """Add the packets that are not there yet; return their marks."""
    if not sent:
        return set()
    values: dict[str, list[Any]] = {name: [getattr(packet, name) for packet in sent] for name in _COLUMNS[:-1]}
    values["mark"] = [mark_of(packet) for packet in sent]
    if tx.dialect.name == "sqlite":
        return _insert_each(tx, values, hub.clock(tx))
    open_years(tx, values["business_date"])
    columns = [*_COLUMNS]
    if hub.counts(tx):  # a window's login cannot say when its packet came: the server does
        columns.append("received_at")
        values["received_at"] = [hub.clock(tx)] * len(sent)
    named = ", ".join(f'"{name}"' for name in columns)
    arrays = ", ".join(f"%s::{packets.c[name].type.compile(tx.dialect)}[]" for name in columns)
    added = tx.exec_driver_sql(
        f"INSERT INTO packets ({named}) SELECT * FROM unnest({arrays})"
        ' ON CONFLICT ("window", business_date, mark) DO NOTHING RETURNING mark',
        tuple(values[name] for name in columns),
    )
    return {mark for (mark,) in added}


def _insert_each(tx: Connection, values: dict[str, list[Any]], at: datetime) -> set[str]:
    before = tx.execute(select(func.coalesce(func.max(packets.c.id), 0))).scalar_one()
    names = [*values]
    rows = [dict(zip(names, row, strict=True)) | {"received_at": at} for row in zip(*values.values(), strict=True)]
    tx.execute(sqlite.insert(packets).on_conflict_do_nothing(), rows)
    shared = ("business_date", "window", "kind", "z_number", "revision", "sha256")
    added = packets.c.id > before
    tx.execute(
        insert(verdicts).from_select(
            ["packet_id", *shared], select(packets.c.id, *(packets.c[name] for name in shared)).where(added)
        )
    )
    return set(tx.execute(select(packets.c.mark).where(added)).scalars())


def _found(tx: Connection, sent: Sequence[SealedPacket]) -> dict[str, _Found]:
    query = (
        select(packets.c.mark, packets.c.id, verdicts.c.verdict, verdicts.c.reason)
        .join(verdicts, (verdicts.c.packet_id == packets.c.id) & (verdicts.c.business_date == packets.c.business_date))
        .where(
            among(packets.c.window, {packet.window for packet in sent}, tx),
            among(packets.c.business_date, {packet.business_date for packet in sent}, tx),
            among(packets.c.mark, {mark_of(packet) for packet in sent}, tx),
        )
    )
    return {mark: _Found(id_, Verdict(verdict), reason) for mark, id_, verdict, reason in tx.execute(query)}


def _receipts(hub: HubDatabase, tx: Connection, sent: Sequence[SealedPacket], new: set[str]) -> list[Receipt]:
    if not sent:
        return []
    asked = [packet for packet in sent if storable(packet)]
    found = _found(tx, asked)
    if any(one.verdict is Verdict.RECEIVED for one in found.values()):
        found = _foreseen(hub, tx, asked, found)
    held = _held(tx, asked)
    locks, today = standing.locked(tx), hub.clock(tx).date()
    exempt = standing.exempt_of(tx, {packet.window for packet in asked}) if locks else {}
    answers = []
    for packet in sent:
        one = found.get(mark_of(packet)) if storable(packet) else None
        if one is None:
            one = _Found(0, Verdict.KEPT_ASIDE, NOT_STORABLE)
        elif one.verdict is Verdict.ACCEPTED and mark_of(packet) not in new:
            one = _Found(one.id, Verdict.HELD_ALREADY, one.reason)
        answers.append(_receipt(packet, one, held, locks, exempt.get(packet.window, ()), today))
    return answers


def _foreseen(
    hub: HubDatabase, tx: Connection, sent: Sequence[SealedPacket], found: dict[str, _Found]
) -> dict[str, _Found]:
    """Say at once what the office will find, as far as a window may know: the same rules, nothing written."""
    foreseen: dict[int, _Found] = {}
    for window in {packet.window for packet in sent}:
        arrived = standing.pending(tx, window)
        judged = judge(arrived, standing.standings(tx, arrived), standing.locked(tx), hub.clock(tx).date())
        for one in judged:
            verdict, reason = one.verdict, one.reason
            if verdict is Verdict.ACCEPTED:
                verdict, reason = Verdict.RECEIVED, TO_BE_CHECKED
            foreseen[one.arrived.id] = _Found(one.arrived.id, verdict, reason)
    return {mark: foreseen.get(one.id, one) if one.verdict is Verdict.RECEIVED else one for mark, one in found.items()}


def _held(tx: Connection, sent: Sequence[SealedPacket]) -> dict[tuple[str, date], tuple[int, str, Values]]:
    query = select(
        window_days.c.window,
        window_days.c.business_date,
        window_days.c.revision,
        window_days.c.sha256,
        window_days.c.lines,
        window_days.c.imported,
    ).where(
        among(window_days.c.window, {packet.window for packet in sent}, tx),
        among(window_days.c.business_date, {packet.business_date for packet in sent}, tx),
    )
    return {
        (window, day): (revision, sha256, counting.joined(lines, imported))
        for window, day, revision, sha256, lines, imported in tx.execute(query)
    }


def _receipt(
    packet: SealedPacket,
    one: _Found,
    held: dict[tuple[str, date], tuple[int, str, Values]],
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
