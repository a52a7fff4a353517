"""Which days are closed, and what did they say? Packets, their chain, and the dated adjustments of closed days."""

import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date, datetime, timedelta

from sqlalchemy import Connection, func, insert, select, update

from hallclient.domain.figures import packet as packets
from hallclient.domain.figures.day_close import DayClosed, DayNotClosed, adjusted
from hallclient.domain.figures.lines import Number, Values, plus
from hallclient.domain.figures.packet import GENESIS, Adjustment, Packet
from hallclient.storage import figures, hub_echo, number_ledger, outbox
from hallclient.storage.database import direct
from hallclient.storage.schema_figures import adjustments, day_closes

DAY_SERIES, IMPORT_SERIES = "Z日结", "Z导入"  # ledger series; year 0, because a Z number never starts again


def closed(tx: Connection, window: str, day: date) -> bool:
    """Tell whether the day is closed. Every save asks this."""
    found = direct(tx)(
        "SELECT 1 FROM day_closes WHERE window = ? AND business_date = ? AND kind = 'day' LIMIT 1",
        (window, day.isoformat()),
    )
    return found.fetchone() is not None


def refuse_if_closed(tx: Connection, window: str, day: date) -> None:
    """Raise DayClosed when the day is closed: every desk calls this before it changes a record of ``day``."""
    if closed(tx, window, day):
        raise DayClosed(day)


def add(tx: Connection, packet: Packet) -> int:
    """Keep a packet and queue it for the hub; return its row id."""
    row_id: int = tx.execute(
        insert(day_closes)
        .values(
            kind=packet.kind,
            window=packet.window,
            business_date=packet.business_date,
            z_number=packet.z_number,
            revision=packet.revision,
            payload=packets.canonical(packet),
            sha256=packet.sha256,
            previous_sha256=packet.previous_sha256,
            closed_at=packet.closed_at,
            closed_by=packet.closed_by,
        )
        .returning(day_closes.c.id)
    ).scalar_one()
    outbox.queue(tx, row_id, at=packet.closed_at)
    return row_id


def head(tx: Connection) -> str:
    """Return the hash of the last packet, or 64 zeros."""
    found = tx.execute(select(day_closes.c.sha256).order_by(day_closes.c.id.desc()).limit(1)).scalar()
    return found or GENESIS


def get(tx: Connection, window: str, day: date, *, revision: int | None = None) -> Packet | None:
    """Return a closed day's packet, the newest revision unless one is named; None for an open day."""
    query = select(day_closes.c.payload).where(
        day_closes.c.window == window, day_closes.c.business_date == day, day_closes.c.kind == "day"
    )
    if revision is not None:
        query = query.where(day_closes.c.revision == revision)
    payload = tx.execute(query.order_by(day_closes.c.revision.desc()).limit(1)).scalar()
    return None if payload is None else packets.read(payload)


def next_number(tx: Connection, kind: str) -> int:
    """Return the next Z number of closed days (``day``) or of sealed imports (``import``)."""
    return number_ledger.next_in(tx, DAY_SERIES if kind == "day" else IMPORT_SERIES, 0)


def closed_days(tx: Connection, window: str) -> set[date]:
    """Return all closed days."""
    return set(
        tx.execute(
            select(day_closes.c.business_date).where(day_closes.c.window == window, day_closes.c.kind == "day")
        ).scalars()
    )


def newest(tx: Connection, window: str, first: date, last: date) -> dict[date, tuple[int, str]]:
    """Return revision and hash of the newest packet of each closed day from ``first`` to ``last``, both included."""
    query = (
        select(day_closes.c.business_date, day_closes.c.revision, day_closes.c.sha256)
        .where(day_closes.c.window == window, day_closes.c.kind == "day")
        .where(day_closes.c.business_date.between(first, last))
        .order_by(day_closes.c.revision)
    )
    return {row.business_date: (row.revision, row.sha256) for row in tx.execute(query)}


def broken_links(tx: Connection) -> list[int]:
    """Return the row ids of packets whose hash does not follow from their text and the packet before them."""
    broken, previous = [], GENESIS
    for row in tx.execute(select(day_closes).order_by(day_closes.c.id)):
        packet = packets.read(row.payload)
        if packet.sha256 != row.sha256 or not packet.previous_sha256 == row.previous_sha256 == previous:
            broken.append(row.id)
        previous = row.sha256
    return broken


def frozen(tx: Connection, first: date, last: date, *, kinds: Sequence[str] = ("day", "import")) -> figures.ByDay:
    """Return what is sealed for each day ``first`` to ``last`` (both included): closed days in their newest revision,
    imports, and adjustments of imported records. Flows add up; of a level the newest packet's word stands."""
    days: figures.ByDay = {}
    for payload in _newest(tx, first, last, kinds):
        for day, lines in packets.days_of(json.loads(payload)).items():
            if first <= day <= last:
                days[day] = _joined(days.get(day, {}), lines)
    for row in tx.execute(
        select(adjustments).where(adjustments.c.revision == 0, adjustments.c.business_date.between(first, last))
    ):
        days[row.business_date] = plus(days.get(row.business_date, {}), {row.line: packets.number_of(row.delta)})
    return days


def _joined(before: Values, lines: Values) -> Values:
    flows = {code: value for code, value in lines.items() if figures.is_flow(code)}
    levels = {code: value for code, value in lines.items() if code not in flows}
    return plus(before, flows) | levels


def _newest(tx: Connection, first: date, last: date, kinds: Sequence[str]) -> list[str]:
    # An import's own business date is the day it was sealed, so its lines may lie anywhere.
    newest = (
        select(func.max(day_closes.c.id).label("id"))
        .where(day_closes.c.kind.in_(kinds))
        .where((day_closes.c.kind == "import") | day_closes.c.business_date.between(first, last))
        .group_by(day_closes.c.kind, day_closes.c.z_number)
        .subquery()
    )
    query = select(day_closes.c.payload).join(newest, newest.c.id == day_closes.c.id)
    return list(tx.execute(query.order_by(day_closes.c.id)).scalars())


def sheet_values(tx: Connection, day: date) -> Values:
    """Count a day's own lines from the records: everything that bears its date and is not sealed already, and the
    applications carried in and out. This is what an interim sheet shows and a close freezes."""
    sealed = frozen(tx, day, day).get(day, {})
    counted = figures.counted(tx, day, day).get(day, {})
    values = plus(counted, {code: value for code, value in sealed.items() if figures.is_flow(code)}, -1)
    values |= {code: 0 for code, value in counted.items() if not value and code not in sealed}
    # An import sealed rows of the same date: for this sheet they were there before.
    before: Values = dict(figures.carried(tx, day - timedelta(days=1)))
    for code, value in sealed.items():
        name, _, kind = code.rpartition(".kind.")
        if name in ("applications.received", "applications.closed"):
            before = plus(before, {kind: value}, 1 if name.endswith("received") else -1)
    return values | _carried_lines("carried_in", before) | _carried_lines("carried_out", figures.carried(tx, day))


def _carried_lines(name: str, by_kind: Mapping[str, Number]) -> Values:
    code = f"applications.{name}"
    lines: Values = {f"{code}.kind.{kind}": count for kind, count in by_kind.items() if count}
    if total := sum(by_kind.values()):
        lines[code] = total
    return lines


def adjust(
    tx: Connection,
    *,
    window: str,
    day: date,
    deltas: Mapping[str, Number],
    reason: str,
    by: str,
    at: datetime,
    subject: str = "",
    fact: bool = False,
    untold: Collection[str] = (),
) -> int:
    """Correct a closed day by ``deltas`` with a reason; return the new revision of its packet.

    The packet before stays. ``fact`` tells that a record stands behind it (``subject``: its number). A counter's delta
    of 0 is a word too: it was entered as 0, or (``untold``) nobody says anything of it any more. A day that is
    not closed holds only imported lines; their correction is sealed as an import's is, so that it reaches the hub.
    Raises NumberingFenced: what a restored store would correct may have been corrected already.
    """
    packet = get(tx, window, day)
    notes = tuple(
        Adjustment(line=line, delta=delta, reason=reason, subject=subject, by=by, at=at, fact=fact)
        for line, delta in deltas.items()
        if packets.told(line, delta)
    )
    if not notes:
        return 0 if packet is None else packet.revision
    number_ledger.refuse_if_fenced(tx)
    if packet is None:
        newer = _correction(tx, window=window, day=day, notes=notes, at=at, by=by)
    else:
        held = hub_echo.revision(tx, day)
        newer = adjusted(packet, notes, previous_sha256=head(tx), at=at, by=by, held=held, untold=untold)
    add(tx, newer)
    revision = newer.revision
    for note in notes:
        tx.execute(
            insert(adjustments).values(
                window=window,
                business_date=day,
                line=note.line,
                delta=str(note.delta),
                reason=reason,
                subject=subject,
                by=by,
                at=at,
                revision=revision,
                fact=fact,
            )
        )
    return revision


def renew(tx: Connection, *, window: str, day: date, by: str, at: datetime) -> int:
    """Seal a closed day again with the same lines, above our revision and the hub's; return the new revision.

    Raises DayNotClosed, NumberingFenced.
    """
    packet = get(tx, window, day)
    if packet is None:
        raise DayNotClosed(day)
    number_ledger.refuse_if_fenced(tx)
    newer = adjusted(packet, (), previous_sha256=head(tx), at=at, by=by, held=hub_echo.revision(tx, day))
    add(tx, newer)
    return newer.revision


def _correction(
    tx: Connection, *, window: str, day: date, notes: tuple[Adjustment, ...], at: datetime, by: str
) -> Packet:
    lines: Values = {}
    for note in notes:
        if figures.is_flow(note.line):  # how many are open is no line of an import
            lines = plus(lines, {note.line: note.delta})
    return packets.sealed(
        Packet(
            kind="import",
            window=window,
            business_date=at.date(),
            z_number=next_number(tx, "import"),
            revision=1,
            days={day: lines},
            adjustments=notes,
            closed_at=at,
            closed_by=by,
            previous_sha256=head(tx),
        )
    )


def seal_loose(tx: Connection, *, window: str, at: datetime) -> int:
    """Seal corrections of imported lines that an earlier version kept beside the chain; return how many packets.

    Figures stay as they are: what was counted from the note is counted from its packet.
    """
    if tx.exec_driver_sql("SELECT 1 FROM meta WHERE key = ?", (number_ledger.FENCE,)).scalar():
        return 0
    by_day: dict[date, list[Adjustment]] = {}
    for row in tx.execute(select(adjustments).where(adjustments.c.revision == 0).order_by(adjustments.c.id)):
        note = Adjustment(
            line=row.line,
            delta=packets.number_of(row.delta),
            reason=row.reason,
            subject=row.subject,
            by=row.by,
            at=row.at,
            fact=row.fact,
        )
        by_day.setdefault(row.business_date, []).append(note)
    for day, notes in by_day.items():
        add(tx, _correction(tx, window=window, day=day, notes=tuple(notes), at=at, by=notes[-1].by))
    tx.execute(update(adjustments).where(adjustments.c.revision == 0).values(revision=1))
    return len(by_day)


@contextmanager
def late_fact(
    tx: Connection,
    *,
    window: str,
    days: Sequence[date | None],
    reason: str,
    subject: str,
    by: str,
    at: datetime,
    historical: bool = False,
) -> Iterator[None]:
    """Write records of closed days inside this block: what they change becomes a dated adjustment.

    ``days`` are the dates the record bears or bore (receipt, closing, payment …); None and open days are passed
    over, so a desk may use this for every write. ``historical`` tells that the record came with an import: what the
    import sealed is corrected whether the day is closed or not; what happens to it now belongs to its open day.
    ``subject`` is the record's number, ``reason`` what the clerk gave.
    """
    sealed = sorted({day for day in days if day is not None and (historical or closed(tx, window, day))})
    before = {day: _countable(tx, day) for day in sealed}
    yield
    for day in sealed:
        after = _countable(tx, day)
        deltas = plus(after, before[day], -1)
        if not closed(tx, window, day) and not _takes_away(deltas, frozen(tx, day, day).get(day, {})):
            continue  # what happens to an imported record at the window belongs to the day's own close
        # 0 is not "not reported": a counter that begins to say something, or ends, is a change without a difference.
        said, untold = _entered(after) - _entered(before[day]), _entered(before[day]) - _entered(after)
        deltas = {**dict.fromkeys(sorted(said | untold), 0), **deltas}
        if deltas:
            adjust(
                tx, window=window, day=day, deltas=deltas, reason=reason, by=by, at=at, subject=subject, fact=True,
                untold=untold,
            )  # fmt: skip


def _entered(values: Values) -> set[str]:
    return {code for code in values if code.startswith(packets.ENTERED)}


def _takes_away(deltas: Values, sealed: Values) -> bool:
    return any(delta < 0 and sealed.get(line, 0) > 0 and figures.is_flow(line) for line, delta in deltas.items())


def _countable(tx: Connection, day: date) -> Values:
    values = figures.counted(tx, day, day).get(day, {})
    return values | _carried_lines("carried_out", figures.carried(tx, day))


def adjustments_between(tx: Connection, first: date, last: date, *, fact: bool | None = None) -> figures.ByDay:
    """Return the sums of all adjustments by day and line, of late facts only, or of supervisors' words only."""
    query = select(adjustments).where(adjustments.c.business_date.between(first, last))
    if fact is not None:
        query = query.where(adjustments.c.fact == fact)
    days: figures.ByDay = {}
    for row in tx.execute(query):
        days[row.business_date] = plus(days.get(row.business_date, {}), {row.line: packets.number_of(row.delta)})
    return days


def adjustment_count(tx: Connection, first: date, last: date) -> int:
    """Return how many adjustment entries the days ``first`` to ``last`` have."""
    found: int = tx.execute(
        select(func.count()).select_from(adjustments).where(adjustments.c.business_date.between(first, last))
    ).scalar_one()
    return found


def last_id(tx: Connection, table: str) -> int:
    """Return the newest row id of a register (applications, enquiries, disputes, counters); ask before an import."""
    if table not in ("applications", "enquiries", "disputes", "counters"):
        raise ValueError(table)
    found: int = tx.exec_driver_sql(f"SELECT coalesce(max(id), 0) FROM {table}").scalar_one()
    return found


def seal_import(tx: Connection, *, table: str, after_id: int, window: str, by: str, at: datetime) -> Packet | None:
    """Seal the rows an import just inserted (row ids above ``after_id``) as one packet with lines for each date.

    Call it as the last step of the import's transaction, after ``last_id`` before the first row; counts in SQL.
    Returns the packet, or None when the rows count nowhere.
    """
    first, last = date(1900, 1, 1), date(9999, 12, 31)
    days = figures.counted(tx, first, last, table=table, after_id=after_id)
    if not days:
        return None
    packet = packets.sealed(
        Packet(
            kind="import",
            window=window,
            business_date=at.date(),
            z_number=next_number(tx, "import"),
            revision=1,
            days=days,
            members={table: packets.compact(_new_numbers(tx, table, after_id))},
            closed_at=at,
            closed_by=by,
            previous_sha256=head(tx),
        )
    )
    add(tx, packet)
    return packet


def _new_numbers(tx: Connection, table: str, after_id: int) -> list[str]:
    column = "id" if table == "counters" else "number"
    return [str(number) for (number,) in tx.exec_driver_sql(f"SELECT {column} FROM {table} WHERE id > ?", (after_id,))]


def count(tx: Connection) -> int:
    """Return how many packets the chain has."""
    found: int = tx.execute(select(func.count()).select_from(day_closes)).scalar_one()
    return found
