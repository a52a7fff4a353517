"""What does the hub hold? The echo of a window, figures by unit and day, packets and what was found of them."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, func, select

from hallclient.domain.figures.delivery import Held, SealedPacket, Verdict
from hallclient.domain.figures.lines import Number, Values
from hallclient.hub import standing
from hallclient.hub.database import HubDatabase
from hallclient.hub.judge import exempt_until, lock_on, signed_by
from hallclient.hub.rollup import amount, is_flow, is_level, joined
from hallclient.hub.schema import acts, inbox, packets, rollup_days, rollup_years, verdicts, window_days, windows

SeriesYear = tuple[str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Enrolled:
    """A window of the hub: its unit, since when it is expected to report, and up to which day it has."""

    window: str
    unit: str
    since: date
    revoked: bool
    last_day: date | None
    head: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A packet as the hub keeps it, with what was found of it."""

    packet: SealedPacket
    verdict: Verdict
    reason: str
    received_at: datetime
    waits: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeAct:
    """What the office did at the hub: who, what, on which window, why."""

    at: datetime
    by: str
    act: str
    window: str
    detail: str


def held(hub: HubDatabase, window: str, first: date, until: date) -> list[Held]:
    """Return the days the hub counts for a window, ``first`` to before ``until``: the second column of the echo.

    ``revision`` is 0 where only imports speak of the day.
    """
    with hub.reading() as tx:
        query = select(window_days).where(
            window_days.c.window == window, window_days.c.business_date >= first, window_days.c.business_date < until
        )
        locks, today = standing.locked(tx), hub.clock(tx).date()
        exempt = standing.exempt_of(tx, [window]).get(window, ())
        found = []
        for row in tx.execute(query.order_by(window_days.c.business_date)):
            lock = lock_on(row.business_date, locks)
            found.append(
                Held(
                    window=window,
                    business_date=row.business_date,
                    revision=row.revision,
                    sha256=row.sha256,
                    lines=joined(row.lines, row.imported),
                    locked_by="" if lock is None else lock.by,
                    locked_reason="" if lock is None else lock.reason,
                    open_until=None if lock is None else exempt_until(row.business_date, exempt, today),
                )
            )
    return found


def enrolled(hub: HubDatabase) -> list[Enrolled]:
    """Return all windows the hub knows, by unit and name."""
    with hub.reading() as tx:
        rows = tx.execute(select(windows).order_by(windows.c.unit, windows.c.window))
        return [
            Enrolled(
                window=row.window,
                unit=row.unit,
                since=row.since,
                revoked=row.revoked_at is not None,
                last_day=row.last_day,
                head=row.head,
            )
            for row in rows
        ]


def units(hub: HubDatabase) -> set[str]:
    """Return the units that have a window, or figures of one that has moved since."""
    with hub.reading() as tx:
        return {*tx.execute(select(windows.c.unit)).scalars(), *tx.execute(select(rollup_years.c.unit)).scalars()}


def totals(hub: HubDatabase, first: date, until: date, unit: str | None = None) -> Values:
    """Return the figures of the days ``first`` to before ``until`` from the roll-ups: all units or one.

    Flows are added up; of a level the last word before ``until`` stands, whenever it was said.
    """
    with hub.reading() as tx:
        values = _flows(tx, first, until, unit)
        values |= _levels(tx, until, unit)
    return {code: value for code, value in values.items() if value}


def by_unit(hub: HubDatabase, first: date, until: date) -> dict[str, Values]:
    """Return each unit's flows of the days ``first`` to before ``until``."""
    found: dict[str, Values] = {}
    with hub.reading() as tx:
        for unit, lines in _rolled(tx, first, until, None):
            _add(found.setdefault(unit, {}), lines)
    return found


def by_day(hub: HubDatabase, first: date, until: date, unit: str | None = None) -> dict[date, Values]:
    """Return the flows of each day ``first`` to before ``until``, of all units or of one."""
    query = select(rollup_days.c.business_date, rollup_days.c.lines).where(
        rollup_days.c.business_date >= first, rollup_days.c.business_date < until
    )
    if unit is not None:
        query = query.where(rollup_days.c.unit == unit)
    found: dict[date, Values] = {}
    with hub.reading() as tx:
        for day, lines in tx.execute(query):
            _add(found.setdefault(day, {}), lines)
    return {day: {code: value for code, value in lines.items() if value} for day, lines in sorted(found.items())}


def by_month(hub: HubDatabase, first: date, until: date, unit: str | None = None) -> dict[date, Values]:
    """Return the flows of each month (its first day), of all units or of one: what a min–max warning compares."""
    found: dict[date, Values] = {}
    for day, lines in by_day(hub, first, until, unit).items():
        _add(found.setdefault(day.replace(day=1), {}), lines)
    return found


def newest_days(hub: HubDatabase) -> list[Held]:
    """Return each window's newest counted day, all its lines: what is due and overdue anywhere, as last told."""
    query = (
        select(window_days)
        .join(
            windows,
            (windows.c.window == window_days.c.window) & (windows.c.last_day == window_days.c.business_date),
        )
        .where(windows.c.revoked_at.is_(None))
        .order_by(window_days.c.unit, window_days.c.window)
    )
    with hub.reading() as tx:
        return [
            Held(
                window=row.window,
                business_date=row.business_date,
                revision=row.revision,
                sha256=row.sha256,
                lines=joined(row.lines, row.imported),
            )
            for row in tx.execute(query)
        ]


def history(hub: HubDatabase, window: str, day: date) -> list[Kept]:
    """Return every packet a window sent for a day, in the order of arrival, whatever was found of it."""
    with hub.reading() as tx:
        return _kept(tx, packets.c.window == window, packets.c.business_date == day)


def kept_aside(hub: HubDatabase, window: str | None = None) -> list[Kept]:
    """Return the packets that were kept aside and why: they count for nothing until the reason is gone."""
    where = [verdicts.c.verdict == Verdict.KEPT_ASIDE.value]
    if window is not None:
        where.append(verdicts.c.window == window)
    with hub.reading() as tx:
        return _kept(tx, *where)


def aside(hub: HubDatabase) -> int:
    """Return how many packets are kept aside."""
    with hub.reading() as tx:
        query = select(func.count()).select_from(verdicts).where(verdicts.c.verdict == Verdict.KEPT_ASIDE.value)
        return int(tx.execute(query).scalar_one())


def unchecked(hub: HubDatabase) -> int:
    """Return how many packets wait to be checked and counted."""
    with hub.reading() as tx:
        query = select(func.count()).select_from(inbox)
        return int(tx.execute(query).scalar_one())


def office_acts(hub: HubDatabase, *, window: str | None = None, limit: int = 200) -> list[OfficeAct]:
    """Return what the office did, newest first: locks, exceptions, enrolments, with who and why."""
    query = select(acts).order_by(acts.c.id.desc()).limit(limit)
    if window is not None:
        query = query.where(acts.c.window == window)
    with hub.reading() as tx:
        return [
            OfficeAct(at=row.at, by=row.by, act=row.act, window=row.window, detail=row.detail)
            for row in tx.execute(query)
        ]


def unused_branches(hub: HubDatabase) -> list[OfficeAct]:
    """Return the leaves for a window's chain to go on of which no packet has made use: who, when, why; oldest first."""
    query = (
        select(acts)
        .join(windows, windows.c.window == acts.c.window)
        .where(acts.c.act == "branch", windows.c.branch_by != "")
        .order_by(acts.c.id)
    )
    with hub.reading() as tx:
        newest = {row.window: row for row in tx.execute(query)}
    found = [
        OfficeAct(at=row.at, by=row.by, act=row.act, window=row.window, detail=row.detail) for row in newest.values()
    ]
    return sorted(found, key=lambda one: (one.at, one.window))


def highest_numbers(hub: HubDatabase, window: str) -> dict[SeriesYear, int]:
    """Return the last serial of each series and year a window's packets ever told: what a restored window asks.

    Series as in the number ledger (``SQ01-W01-S``, ``Z日结`` with year 0). Only what the window itself signed is
    believed.
    """
    highest: dict[SeriesYear, int] = {}
    with hub.reading() as tx:
        keys = standing.keys_of(tx, [window]).get(window, ())
        for kept in _kept(tx, packets.c.window == window):
            packet = kept.packet
            believed = kept.verdict not in (Verdict.KEPT_ASIDE, Verdict.RECEIVED)
            if not believed and not signed_by(packet, keys):
                continue
            ledger = ("Z日结" if packet.kind == "day" else "Z导入", 0)
            highest[ledger] = max(highest.get(ledger, 0), packet.z_number)
            for series, year, last in _series(packet.payload):
                highest[series, year] = max(highest.get((series, year), 0), last)
    return highest


def head(hub: HubDatabase, window: str) -> str:
    """Return the hash of the newest packet in a window's chain; 64 zeros for none."""
    with hub.reading() as tx:
        return str(tx.execute(select(windows.c.head).where(windows.c.window == window)).scalar() or "0" * 64)


def _series(payload: str) -> Iterable[tuple[str, int, int]]:
    try:
        for name, year, _first, last, *_rest in json.loads(payload).get("series", ()):
            yield str(name), int(year), int(last)
    except (ValueError, TypeError, AttributeError):
        return


def _kept(tx: Connection, *where: Any) -> list[Kept]:
    query = (
        select(packets, verdicts.c.verdict, verdicts.c.reason, verdicts.c.waits)
        .outerjoin(verdicts, standing.same_packet(verdicts))
        .where(*where)
        .order_by(packets.c.id)
    )
    return [
        Kept(
            packet=SealedPacket(
                window=row.window,
                kind=row.kind,
                business_date=row.business_date,
                z_number=row.z_number,
                revision=row.revision,
                payload=row.payload,
                sha256=row.sha256,
                previous_sha256=row.previous_sha256,
                signature=row.signature,
            ),
            verdict=Verdict(row.verdict or Verdict.RECEIVED),
            reason=row.reason or "",
            received_at=row.received_at,
            waits=bool(row.waits),
        )
        for row in tx.execute(query)
    ]


def _flows(tx: Connection, first: date, until: date, unit: str | None) -> Values:
    total: Values = {}
    for _unit, lines in _rolled(tx, first, until, unit):
        _add(total, lines)
    return total


def _rolled(tx: Connection, first: date, until: date, unit: str | None) -> Iterable[tuple[str, Mapping[str, Any]]]:
    """Yield the roll-up rows that make up a period: whole years as years, the rest by day."""
    years = range(first.year if first == date(first.year, 1, 1) else first.year + 1, until.year)
    if years:
        query = select(rollup_years.c.unit, rollup_years.c.lines).where(
            rollup_years.c.year >= years.start, rollup_years.c.year < years.stop
        )
        yield from _narrowed(tx, query, rollup_years.c.unit, unit)
        edges = [(first, date(years.start, 1, 1)), (date(years.stop, 1, 1), until)]
    else:
        edges = [(first, until)]
    for start, end in edges:
        if start < end:
            query = select(rollup_days.c.unit, rollup_days.c.lines).where(
                rollup_days.c.business_date >= start, rollup_days.c.business_date < end
            )
            yield from _narrowed(tx, query, rollup_days.c.unit, unit)


def _narrowed(tx: Connection, query: Any, column: Any, unit: str | None) -> Iterable[Any]:
    return tx.execute(query if unit is None else query.where(column == unit))


def _levels(tx: Connection, until: date, unit: str | None) -> Values:
    query = select(window_days.c.lines, window_days.c.imported).where(
        window_days.c.levels, window_days.c.business_date < until
    )
    if unit is not None:
        query = query.where(window_days.c.unit == unit)
    order = (window_days.c.business_date, window_days.c.closed_at, window_days.c.window)
    found: Values = {}
    for lines, imported in tx.execute(query.order_by(*order)):
        found |= {code: value for code, value in joined(lines, imported).items() if is_level(code)}
    return found


def _add(total: dict[str, Number], lines: Mapping[str, Any]) -> None:
    for code, value in lines.items():
        total[code] = total.get(code, 0) + (value if type(value) is int else amount(value))


def flows_only(values: Values) -> Values:
    """Return the figures that are added up over days and windows."""
    return {code: value for code, value in values.items() if is_flow(code)}
