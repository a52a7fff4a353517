"""What does a report need from the hub beside its sums? What is not counted yet, what stands on a word, a recount."""

import json
from collections.abc import Iterator
from datetime import date
from typing import Any

from sqlalchemy import Connection, Select, func, select

from hallclient.domain.figures.delivery import Verdict
from hallclient.domain.figures.lines import Values
from hallclient.hub import standing
from hallclient.hub.bulk import among
from hallclient.hub.database import HubDatabase
from hallclient.hub.judge import DAY
from hallclient.hub.rollup import amount, is_flow, is_level, joined
from hallclient.hub.schema import inbox, packets, rollup_days, verdicts, window_days, windows

RECOUNT_UP_TO = 200_000  # window-days: a city's year; beyond, the roll-up's own transaction answers for it
_FETCH = 2000


def uncounted(hub: HubDatabase, first: date, until: date, unit: str | None = None) -> tuple[date, ...]:
    """Return the days of which the hub has a packet that does not count (yet): unchecked, refused, waiting for one
    that is missing or for the office's word (a fork), or at odds with what counts. A forged one is not among them, and
    neither is what a higher revision has settled since."""
    # What is kept aside and neither linked nor waiting is not authentic.
    authentic = (verdicts.c.verdict == Verdict.KEPT_ASIDE.value) & (verdicts.c.waits | verdicts.c.linked)
    open_ = (verdicts.c.verdict == Verdict.REFUSED.value) | authentic
    same_day = (window_days.c.window == verdicts.c.window) & (window_days.c.business_date == verdicts.c.business_date)
    settled = select(window_days.c.window).where(same_day, window_days.c.revision > verdicts.c.revision).exists()
    judged = (
        select(verdicts.c.business_date)
        .join(windows, windows.c.window == verdicts.c.window)
        .where(
            verdicts.c.kind == DAY,
            open_,
            ~settled,
            verdicts.c.business_date >= first,
            verdicts.c.business_date < until,
        )
    )
    unjudged = (
        select(inbox.c.business_date)
        .join(packets, (packets.c.id == inbox.c.packet_id) & (packets.c.business_date == inbox.c.business_date))
        .join(windows, windows.c.window == inbox.c.window)
        .where(packets.c.kind == DAY, inbox.c.business_date >= first, inbox.c.business_date < until)
    )
    with hub.reading() as tx:
        days = {day for query in (judged, unjudged) for day in tx.execute(_of(query, windows.c.unit, unit)).scalars()}
    return tuple(sorted(days))


def signed(hub: HubDatabase, first: date, until: date, unit: str | None = None) -> Values:
    """Return what of the counted figures of a period stands on supervisors' words alone, with no record behind."""
    query = (
        select(packets.c.payload)
        .join(verdicts, (verdicts.c.packet_id == packets.c.id) & (verdicts.c.business_date == packets.c.business_date))
        .join(windows, windows.c.window == packets.c.window)
        .where(
            verdicts.c.verdict == Verdict.ACCEPTED.value,
            # A day's packet speaks of its own day, and is adjusted after it was closed: other texts need not be looked
            # through. An import speaks of any day.
            (packets.c.kind != DAY)
            | ((packets.c.revision > 1) & (packets.c.business_date >= first) & (packets.c.business_date < until)),
            packets.c.payload.like('%"adjustments":[[%'),
        )
    )
    total: Values = {}
    with hub.reading() as tx:
        for (payload,) in _rows(tx, _of(query, windows.c.unit, unit)):
            said = json.loads(payload)
            if any(first <= date.fromisoformat(day) < until for day in said["days"]):
                for line, delta, *_rest, fact in said["adjustments"]:
                    if not fact and is_flow(line):
                        total[line] = total.get(line, 0) + amount(delta)
    return {code: value for code, value in total.items() if value}


def recounted(hub: HubDatabase, first: date, until: date, unit: str | None = None) -> Values | None:
    """Add up the flows of a period anew from its window-days; None when there are too many to do so in passing."""
    bounds = (window_days.c.business_date >= first, window_days.c.business_date < until)
    count = _of(select(func.count()).where(*bounds), window_days.c.unit, unit)
    query = _of(select(window_days.c.lines, window_days.c.imported).where(*bounds), window_days.c.unit, unit)
    total: Values = {}
    with hub.reading() as tx:
        if tx.execute(count).scalar_one() > RECOUNT_UP_TO:
            return None
        for lines, imported in _rows(tx, query):
            for some in (lines, imported or {}):
                for code, value in some.items():
                    if is_flow(code):
                        total[code] = total.get(code, 0) + amount(value)
    return {code: value for code, value in total.items() if value}


def entered(hub: HubDatabase, first: date, until: date, unit: str | None = None) -> frozenset[str]:
    """Return the lines of manual counters of which somebody entered a count in a period, were it 0."""
    rolled = select(rollup_days.c.business_date, rollup_days.c.lines).where(
        rollup_days.c.business_date >= first, rollup_days.c.business_date < until
    )
    levels = select(window_days.c.lines, window_days.c.imported).where(
        window_days.c.levels, window_days.c.business_date >= first, window_days.c.business_date < until
    )
    found: set[str] = set()
    zeros: dict[date, set[str]] = {}
    with hub.reading() as tx:
        for day, lines in _rows(tx, _of(rolled, rollup_days.c.unit, unit)):
            for code, value in lines.items():
                if code.startswith("counters."):
                    if value:
                        found.add(code)
                    else:
                        zeros.setdefault(day, set()).add(code)
        for lines, imported in _rows(tx, _of(levels, window_days.c.unit, unit)):
            found |= {code for code in joined(lines, imported) if is_level(code)}
        # A 0 in the roll-up may be what is left of a count that was withdrawn: then no window says it any more.
        doubtful = [day for day, codes in zeros.items() if codes - found]
        said = select(window_days.c.business_date, window_days.c.lines, window_days.c.imported)
        for days in standing.parts(sorted(doubtful)):
            query = _of(said.where(among(window_days.c.business_date, days, tx)), window_days.c.unit, unit)
            for day, lines, imported in _rows(tx, query):
                found |= {code for code in zeros[day] if code in lines or code in (imported or {})}
    return frozenset(found)


def _of(query: Select[Any], column: Any, unit: str | None) -> Select[Any]:
    return query if unit is None else query.where(column == unit)


def _rows(tx: Connection, query: Select[Any]) -> Iterator[Any]:
    yield from tx.execute(query.execution_options(yield_per=_FETCH))
