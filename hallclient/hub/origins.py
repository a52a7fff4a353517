"""Which units, windows and days make up a figure? The roll-ups by unit, and a unit's window-days one by one."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import select

from hallclient.domain.figures.lines import Number, Values
from hallclient.domain.figures.origins import Origin, Term
from hallclient.hub import read
from hallclient.hub.database import HubDatabase
from hallclient.hub.rollup import joined
from hallclient.hub.schema import window_days

_FETCH = 2000


def of_units(hub: HubDatabase, terms: Sequence[Term]) -> list[Origin]:
    """Return what each unit adds to a figure, the largest first; units that add nothing are left out."""
    sums: dict[str, Number] = {}
    spans = dict.fromkeys((term.first, term.until) for term in terms if not term.level)
    for first, until in spans:
        for unit, values in read.by_unit(hub, first, until).items():
            for term in terms:
                if (term.first, term.until) == (first, until) and not term.level:
                    sums[unit] = sums.get(unit, 0) + term.sign * values.get(term.code, 0)
    for one in _levels(hub, terms, None):
        sums[one.unit] = sums.get(one.unit, 0) + one.value
    found = [Origin(unit=unit, value=value) for unit, value in sums.items() if value]
    return sorted(found, key=lambda one: (-abs(float(one.value)), one.unit))


def of_days(hub: HubDatabase, terms: Sequence[Term], unit: str) -> list[Origin]:
    """Return what each window-day of a unit adds to a figure, by window and day."""
    flows = [term for term in terms if not term.level]
    found = list(_levels(hub, terms, unit))
    if flows:
        query = (
            select(window_days)
            .where(
                window_days.c.unit == unit,
                window_days.c.business_date >= min(term.first for term in flows),
                window_days.c.business_date < max(term.until for term in flows),
            )
            .order_by(window_days.c.window, window_days.c.business_date)
        )
        with hub.reading() as tx:
            for row in tx.execute(query.execution_options(yield_per=_FETCH)):
                lines = joined(row.lines, row.imported)
                value = sum(
                    (
                        term.sign * lines.get(term.code, 0)
                        for term in flows
                        if term.first <= row.business_date < term.until
                    ),
                    start=0,
                )
                if value:
                    found.append(_origin(row, value))
    return sorted(found, key=lambda one: (one.window, str(one.day)))


def _levels(hub: HubDatabase, terms: Sequence[Term], unit: str | None) -> list[Origin]:
    """Return the window-days that had the last word on each level, as ``read.totals`` lets them have it."""
    found = []
    with hub.reading() as tx:
        for term in terms:
            if not term.level:
                continue
            query = (
                select(window_days)
                .where(window_days.c.levels, window_days.c.business_date < term.until)
                .order_by(
                    window_days.c.business_date.desc(), window_days.c.closed_at.desc(), window_days.c.window.desc()
                )
            )
            if unit is not None:
                query = query.where(window_days.c.unit == unit)
            for row in tx.execute(query.execution_options(yield_per=_FETCH)):
                lines: Values = joined(row.lines, row.imported)
                if term.code in lines:
                    found.append(_origin(row, lines[term.code] * term.sign))
                    break
    return found


def _origin(row: Any, value: Number) -> Origin:
    return Origin(unit=row.unit, window=row.window, day=row.business_date, value=value)
