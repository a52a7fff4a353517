"""What changes when packets are judged? Verdicts, the days, their roll-ups and the chain's head, all at once."""

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, bindparam, delete, func, select, text, update

from hallclient.domain.figures.delivery import SealedPacket, Verdict
from hallclient.domain.figures.lines import Number
from hallclient.domain.figures.packet import is_zero, plain
from hallclient.hub import standing
from hallclient.hub.bulk import among, each_among, open_years, put
from hallclient.hub.judge import DAY, Arrived, Judgement, Raw, WindowStanding, judge, superseded
from hallclient.hub.rollup import LEVEL, Change, amount, is_flow, is_level, roll_up, stays, text_of
from hallclient.hub.schema import inbox, packets, verdicts, window_days, windows

_COUNTING = 4_201_926  # advisory locks: a unit's packets are counted by one at a time; windows go on sending meanwhile
UNITS = 5  # taken together: the others are left to whoever else counts
AT_ONCE = 20_000  # packets judged together

_WAITING = (
    select(func.coalesce(windows.c.unit, "").label("unit"))
    .select_from(inbox)
    .outerjoin(windows, windows.c.window == inbox.c.window)
    .group_by(windows.c.unit)
)


@dataclass(slots=True)
class _Day:
    """The row of one window-day as it will stand."""

    window: str
    business_date: date
    unit: str
    revision: int = 0
    z_number: int = 0
    sha256: str = ""
    lines: Raw = field(default_factory=dict)
    imported: Raw | None = None
    closed_at: datetime = datetime.min
    first_received_at: datetime | None = None
    received_at: datetime = datetime.min


def take(tx: Connection, *, most: int = UNITS) -> list[str]:
    """Return units whose windows have packets to judge, held until the transaction ends; none when the inbox is empty.

    Several may count at the same time, each its own units: no two ever write the same roll-up row. When all units are
    held by others, this waits for one.
    """
    if tx.dialect.name != "postgresql":
        return list(tx.execute(_WAITING.limit(most)).scalars())
    # Materialized, so that the locks are tried one after the other and no further than the limit.
    order = text("md5(coalesce(windows.unit, '') || pg_backend_pid())")
    waiting = _WAITING.order_by(order).cte("waiting").prefix_with("MATERIALIZED")
    free = func.pg_try_advisory_xact_lock(_COUNTING, func.hashtext(waiting.c.unit))
    units = list(tx.execute(select(waiting.c.unit).where(free).limit(most)).scalars())
    if not units:
        units = list(tx.execute(_WAITING.limit(1)).scalars())
        hold(tx, units)
    return units


def hold(tx: Connection, units: Collection[str]) -> None:
    """Wait until nobody else counts these units' windows. A SQLite hub has one writer at a time anyway."""
    if tx.dialect.name == "postgresql" and units:
        tx.exec_driver_sql(
            "SELECT pg_advisory_xact_lock(%s, key) FROM (SELECT DISTINCT hashtext(unit) AS key"
            " FROM unnest(%s::text[]) AS unit ORDER BY 1) AS keys",
            (_COUNTING, list(units)),
        )


def count_new(tx: Connection, units: Collection[str], *, now: datetime, limit: int = AT_ONCE) -> int:
    """Judge the packets of these units (``take`` or ``hold`` them before) and count those that count.

    Returns how many were looked at; 0 when there is nothing more to judge.
    """
    arrived = standing.new(tx, units, limit=limit)
    if not arrived:
        return 0
    arrived = list({one.id: one for one in arrived}.values())
    locks = standing.locked(tx)
    found = standing.standings(tx, arrived, locks=locks)
    heads = {name: (one.head, one.branch_by) for name, one in found.items()}
    judged = judge(arrived, found, locks, now.date())
    _count(tx, judged, found)
    _write_verdicts(tx, judged, now)
    _clear_inbox(tx, arrived)
    _move_heads(tx, found, heads, judged)
    return len(arrived)


def count_all(tx: Connection, *, now: datetime) -> None:
    """Judge and count whatever lies in the inbox, in this transaction."""
    while units := take(tx):
        while count_new(tx, units, now=now):
            pass


def units_of(tx: Connection, of: Collection[str]) -> list[str]:
    """Return the units of windows; an empty one for a window nobody enrolled."""
    query = select(windows.c.window, windows.c.unit).where(among(windows.c.window, of, tx))
    known: dict[str, str] = dict(iter(tx.execute(query)))
    return sorted({known.get(window, "") for window in of})


def _count(tx: Connection, judged: Iterable[Judgement], found: Mapping[str, WindowStanding]) -> None:
    counting = [one for one in judged if one.verdict is Verdict.ACCEPTED and one.closed_at is not None]
    if not counting:
        return
    rows = _rows(tx, {(one.arrived.packet.window, day) for one in counting for day in _days_of(one)})
    there = set(rows)
    changes: dict[tuple[str, date], Change] = {}
    touched: dict[tuple[str, date], _Day] = {}
    for one in counting:
        packet = one.arrived.packet
        before = {} if packet.kind == DAY else _import_before(tx, packet, counting)
        for day in {*_days_of(one), *before}:
            row = rows.get((packet.window, day))
            if row is None:
                row = rows[packet.window, day] = _Day(packet.window, day, found[packet.window].unit)
            touched[packet.window, day] = row
            change = changes.setdefault((row.unit, day), Change())
            if packet.kind == DAY:
                _put_day(row, one, change)
            else:
                _put_import(row, one.days.get(day, {}), before.get(day, {}), one, change)
    open_years(tx, {day for _, day in touched})
    put(tx, window_days, [_row(row) for key, row in touched.items() if key not in there], replace=False)
    put(
        tx,
        window_days,
        [_row(row) for key, row in touched.items() if key in there],
        guard="window_days.revision <= excluded.revision",
    )
    roll_up(tx, changes)


def _days_of(one: Judgement) -> Iterable[date]:
    packet = one.arrived.packet
    return (packet.business_date,) if packet.kind == DAY else one.days


def _put_day(row: _Day, one: Judgement, change: Change) -> None:
    packet = one.arrived.packet
    if row.revision == 0:
        change.reported += 1
        row.first_received_at = one.arrived.received_at
    change.add(row.lines, -1)
    row.lines = one.days.get(packet.business_date, {})
    change.add(row.lines, 1)
    row.revision, row.z_number, row.sha256 = packet.revision, packet.z_number, packet.sha256
    row.closed_at, row.received_at = one.closed_at or row.closed_at, one.arrived.received_at


def _put_import(row: _Day, lines: Raw, before: Raw, one: Judgement, change: Change) -> None:
    change.add(before, -1)
    change.add(lines, 1)
    imported: dict[str, Number] = {code: amount(value) for code, value in (row.imported or {}).items()}
    for factor, some in ((-1, before), (1, lines)):
        for code, value in some.items():
            if is_flow(code):
                imported[code] = imported.get(code, 0) + factor * amount(value)
            elif factor == 1:
                imported[code] = amount(value)
    row.imported = {code: plain(value) for code, value in imported.items() if value or stays(code)}
    row.received_at = max(row.received_at, one.arrived.received_at)
    if row.revision == 0:
        row.closed_at = one.closed_at or row.closed_at


def _import_before(tx: Connection, packet: SealedPacket, counting: Sequence[Judgement]) -> dict[date, Raw]:
    """Return the lines of the import's revision that counts until now."""
    if packet.revision == 1:
        return {}
    for one in reversed(counting):
        other = one.arrived.packet
        same = (other.window, other.kind, other.z_number) == (packet.window, packet.kind, packet.z_number)
        if same and other.revision < packet.revision:
            return dict(one.days)
    query = (
        select(packets.c.payload)
        .join(verdicts, verdicts.c.packet_id == packets.c.id)
        .where(
            verdicts.c.window == packet.window,
            verdicts.c.kind == packet.kind,
            verdicts.c.z_number == packet.z_number,
            verdicts.c.verdict == Verdict.ACCEPTED,
        )
    )
    payload = tx.execute(query).scalar()
    if payload is None:
        return {}
    return {date.fromisoformat(day): lines for day, lines in json.loads(payload)["days"].items()}


def _rows(tx: Connection, keys: set[tuple[str, date]]) -> dict[tuple[str, date], _Day]:
    query = select(window_days).where(each_among((window_days.c.window, window_days.c.business_date), keys, tx))
    return {
        (row.window, row.business_date): _Day(
            row.window,
            row.business_date,
            row.unit,
            row.revision,
            row.z_number,
            row.sha256,
            row.lines,
            row.imported,
            row.closed_at,
            row.first_received_at,
            row.received_at,
        )
        for row in tx.execute(query)
    }


def _codes_like_levels(text: str, lines: Raw, imported: Raw | None) -> Iterable[str]:
    # Most days have none, and their text tells it at a glance.
    return [*lines, *(imported or {})] if imported or LEVEL in text else ()


def _row(row: _Day) -> dict[str, Any]:
    lines, imported = text_of(row.lines), None if row.imported is None else text_of(row.imported)
    return {
        "window": row.window,
        "business_date": row.business_date,
        "unit": row.unit,
        "revision": row.revision,
        "z_number": row.z_number,
        "sha256": row.sha256,
        "lines": lines,
        "imported": imported,
        "zero": is_zero(row.lines),
        "levels": any(map(is_level, _codes_like_levels(lines, row.lines, row.imported))),
        "closed_at": row.closed_at,
        "first_received_at": row.first_received_at,
        "received_at": row.received_at,
    }


def _write_verdicts(tx: Connection, judged: Sequence[Judgement], now: datetime) -> None:
    newest = {
        (one.arrived.packet.window, one.key): one
        for one in judged
        if one.verdict is Verdict.ACCEPTED and one.closed_at is not None
    }
    rows = []
    for one in judged:
        packet, verdict, reason = one.arrived.packet, one.verdict, one.reason
        last = newest.get((packet.window, one.key))
        if verdict is Verdict.ACCEPTED and last is not None and last is not one:
            verdict, reason = Verdict.SUPERSEDED, superseded(last.arrived.packet.revision)
        rows.append(_verdict(one.arrived, verdict, reason, one.linked, one.waits, now))
    _supersede(tx, newest.values(), {one.arrived.id for one in judged})
    again = {one.arrived.id for one in judged if one.arrived.judged}
    put(tx, verdicts, [row for row in rows if row["packet_id"] not in again], replace=False)
    put(tx, verdicts, [row for row in rows if row["packet_id"] in again], keys=_key(tx))


def _verdict(
    arrived: Arrived, verdict: Verdict, reason: str, linked: bool, waits: bool, now: datetime
) -> dict[str, Any]:
    packet = arrived.packet
    return {
        "packet_id": arrived.id,
        "business_date": packet.business_date,
        "window": packet.window,
        "kind": packet.kind,
        "z_number": packet.z_number,
        "revision": packet.revision,
        "sha256": packet.sha256,
        "verdict": verdict.value,
        "linked": linked or arrived.linked,
        "waits": waits,
        "reason": reason,
        "judged_at": now,
    }


def _key(tx: Connection) -> tuple[str, ...]:
    # A partitioned table's key holds the column it is partitioned by.
    return ("packet_id", "business_date") if tx.dialect.name == "postgresql" else ("packet_id",)


def _supersede(tx: Connection, newest: Iterable[Judgement], judged: set[int]) -> None:
    """Mark what counted before a higher revision came: it stays, with what took its place."""
    higher = [one for one in newest if one.arrived.packet.revision > 1]
    for one in higher:
        packet = one.arrived.packet
        same = (
            verdicts.c.business_date == packet.business_date
            if packet.kind == DAY
            else (verdicts.c.z_number == packet.z_number)
        )
        tx.execute(
            update(verdicts)
            .where(
                verdicts.c.window == packet.window,
                verdicts.c.kind == packet.kind,
                same,
                verdicts.c.verdict == Verdict.ACCEPTED.value,
                verdicts.c.packet_id != one.arrived.id,
            )
            .values(verdict=Verdict.SUPERSEDED.value, reason=superseded(packet.revision))
        )


def _clear_inbox(tx: Connection, judged: Sequence[Arrived]) -> None:
    if tx.dialect.name == "postgresql":
        # A queue's statistics are always of another hour: OFFSET 0 keeps the planner to one look into the index a row.
        tx.exec_driver_sql(
            "DELETE FROM inbox WHERE ctid = ANY (ARRAY("
            'SELECT lying.ctid FROM unnest(%b::text[], %b::bigint[]) AS done ("window", id), LATERAL ('
            'SELECT ctid FROM inbox WHERE inbox."window" = done."window" AND packet_id = done.id OFFSET 0) AS lying))',
            ([one.packet.window for one in judged], [one.id for one in judged]),
        )
        return
    for part in standing.parts(judged):
        tx.execute(delete(inbox).where(inbox.c.packet_id.in_([one.id for one in part])))


def _move_heads(
    tx: Connection,
    found: Mapping[str, WindowStanding],
    before: Mapping[str, tuple[str, str]],
    judged: Iterable[Judgement],
) -> None:
    last: dict[str, date] = {}
    for one in judged:
        packet = one.arrived.packet
        if one.verdict is Verdict.ACCEPTED and packet.kind == DAY:
            last[packet.window] = max(last.get(packet.window, date.min), packet.business_date)
    moved = [
        {"name": name, "head": one.head, "branch_by": one.branch_by}
        for name, one in found.items()
        if (one.head, one.branch_by) != before[name]
    ]
    if moved:
        tx.execute(
            update(windows)
            .where(windows.c.window == bindparam("name"))
            .values(head=bindparam("head"), branch_by=bindparam("branch_by")),
            moved,
        )
    days = [{"name": name, "day": day} for name, day in last.items()]
    if days:
        tx.execute(
            update(windows)
            .where(
                windows.c.window == bindparam("name"),
                windows.c.last_day.is_(None) | (windows.c.last_day < bindparam("day")),
            )
            .values(last_day=bindparam("day")),
            days,
        )
