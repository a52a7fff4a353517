"""Who has reported, when, and who has not? The office's board by unit and window, day by day."""

import json
from bisect import bisect_left
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from sqlalchemy import Connection, select, text

from hallclient.hub.bulk import among
from hallclient.hub.database import HubDatabase
from hallclient.hub.schema import window_days, windows

DUE = time(12)  # of the next working day: by then a day's packet is on time


@dataclass(frozen=True, slots=True, kw_only=True)
class Reporting:
    """How a window reported in a period: working days expected, come on time, late, missing (overdue) and not due yet.

    ``zero`` are days reported with nothing to tell; they are reported. ``newest`` is its newest day with its revision.
    """

    window: str
    unit: str
    expected: int
    on_time: int
    late: int
    missing: int
    not_due: int
    zero: int
    extra: int  # days reported without being expected (weekends)
    revision: int
    received_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class DayReport:
    """One window-day on the board. ``state``: on_time, late, missing, not_due."""

    window: str
    business_date: date
    state: str
    zero: bool = False
    revision: int = 0
    received_at: datetime | None = None


def due_times(working_days: Sequence[date], *, at: time = DUE) -> dict[date, datetime]:
    """Return by when each day's packet is due: ``at`` on the next working day (the next day after the last known)."""
    days = sorted(working_days)
    nexts = [*days[1:], days[-1] + timedelta(days=1)] if days else []
    return {day: datetime.combine(following, at) for day, following in zip(days, nexts, strict=True)}


def completeness(
    hub: HubDatabase,
    first: date,
    until: date,
    working_days: Sequence[date],
    *,
    due_at: time = DUE,
    now: datetime | None = None,
) -> list[Reporting]:
    """Return how each window reported for the working days ``first`` to before ``until``, by unit and window.

    ``working_days`` should reach beyond ``until``, so that the last day's due time is known. ``now`` is the hub's
    clock unless given.
    """
    due = {day: at for day, at in due_times(working_days, at=due_at).items() if first <= day < until}
    with hub.reading() as tx:
        moment = now or hub.clock(tx)
        known = list(tx.execute(select(windows).order_by(windows.c.unit, windows.c.window)))
        began = any(row.since > first for row in known)
        query = text(_reported(hub, began))
        counted = {row.window: row for row in tx.execute(query, _period(due, first, until, moment))}
        newest = _newest(tx, first, until)
    days = sorted(due)
    over = sum(1 for day in days if due[day] < moment)  # due times follow the days, so these are the first ones
    return [_reporting(row, counted.get(row.window), newest.get(row.window), days, over) for row in known]


def day_reports(
    hub: HubDatabase,
    asked: Collection[str],
    first: date,
    until: date,
    working_days: Sequence[date],
    *,
    due_at: time = DUE,
    now: datetime | None = None,
) -> dict[str, list[DayReport]]:
    """Return the days of a period of these windows one by one: each working day, and any other day one reported."""
    due = due_times(working_days, at=due_at)
    columns = (window_days.c.business_date, window_days.c.revision, window_days.c.zero, window_days.c.first_received_at)
    rows: dict[str, dict[date, Any]] = {window: {} for window in asked}
    with hub.reading() as tx:
        moment = now or hub.clock(tx)
        query = select(window_days.c.window, *columns).where(
            among(window_days.c.window, asked, tx),
            window_days.c.business_date >= first,
            window_days.c.business_date < until,
            window_days.c.revision > 0,
        )
        for row in tx.execute(query):
            rows[row.window][row.business_date] = row
        began = select(windows.c.window, windows.c.since).where(among(windows.c.window, asked, tx))
        since = {row.window: row.since for row in tx.execute(began)}
    found = {}
    for window, held in rows.items():
        start = max(first, since.get(window, first))
        days = {day for day in due if start <= day < until} | held.keys()
        found[window] = [_day_report(window, day, held.get(day), due.get(day), moment) for day in sorted(days)]
    return found


def _reported(hub: HubDatabase, began: bool) -> str:
    # ``began``: some windows began to report within the period, so each has its own first day.
    due = (
        "jsonb_to_recordset(CAST(:due AS jsonb)) AS due(day date, at timestamp)"
        if hub.server
        else "(SELECT value ->> 'day' AS day, value ->> 'at' AS at FROM json_each(:due)) AS due"
    )
    expected = "due.day >= w.since" if began else "due.day IS NOT NULL"
    joined = ' JOIN windows w ON w."window" = d."window"' if began else ""
    return (
        'SELECT d."window" AS "window", count(*) AS reported,'
        f" count(*) FILTER (WHERE {expected}) AS expected,"
        f" count(*) FILTER (WHERE {expected} AND d.first_received_at <= due.at) AS on_time,"
        f" count(*) FILTER (WHERE {expected} AND due.at < :now) AS overdue,"
        " count(*) FILTER (WHERE d.zero) AS zero"
        f" FROM window_days d{joined} LEFT JOIN {due} ON due.day = d.business_date"
        " WHERE d.business_date >= :first AND d.business_date < :until AND d.revision > 0"
        ' GROUP BY d."window"'
    )


def _period(due: Mapping[date, datetime], first: date, until: date, now: datetime) -> dict[str, Any]:
    def kept(moment: datetime) -> str:
        return moment.strftime("%Y-%m-%d %H:%M:%S.%f")  # the form in which a SQLite hub keeps moments

    told = [{"day": day.isoformat(), "at": kept(at)} for day, at in due.items()]
    return {"due": json.dumps(told), "first": first.isoformat(), "until": until.isoformat(), "now": kept(now)}


def _newest(tx: Connection, first: date, until: date) -> dict[str, tuple[int, datetime]]:
    query = select(window_days.c.window, window_days.c.revision, window_days.c.received_at).join(
        windows, (windows.c.window == window_days.c.window) & (windows.c.last_day == window_days.c.business_date)
    )
    return {window: (revision, at) for window, revision, at in tx.execute(query)}


def _reporting(
    window: Any,
    row: Any,
    newest: tuple[int, datetime] | None,
    days: Sequence[date],
    over: int,
) -> Reporting:
    before = bisect_left(days, window.since)  # days it was not expected to report
    expected = len(days) - before
    come = 0 if row is None else row.expected
    on_time = 0 if row is None else row.on_time
    answered = 0 if row is None else row.overdue
    # A window that was shut out owes nothing: neither what is overdue nor what is not due yet.
    missing, awaited = max(0, over - before - answered), max(0, expected - come)
    if window.revoked_at is not None:
        missing = awaited = 0
    return Reporting(
        window=window.window,
        unit=window.unit,
        expected=expected,
        on_time=on_time,
        late=come - on_time,
        missing=missing,
        not_due=max(0, awaited - missing),
        zero=0 if row is None else row.zero,
        extra=0 if row is None else row.reported - row.expected,
        revision=0 if newest is None else newest[0],
        received_at=None if newest is None else newest[1],
    )


def _day_report(window: str, day: date, row: Any, due: datetime | None, now: datetime) -> DayReport:
    if row is None:
        return DayReport(window=window, business_date=day, state="missing" if due and due < now else "not_due")
    late = due is not None and row.first_received_at > due
    return DayReport(
        window=window,
        business_date=day,
        state="late" if late else "on_time",
        zero=row.zero,
        revision=row.revision,
        received_at=row.first_received_at,
    )
