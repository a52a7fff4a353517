"""Which figures stand out against the last twelve months? Of units from the roll-up, of windows from their days."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta

from hallclient.domain.figures import oversight
from hallclient.domain.figures.lines import Values
from hallclient.domain.figures.oversight import PERIODS, Unusual
from hallclient.hub import monthly, read
from hallclient.hub.database import HubDatabase
from hallclient.storage import figures

MOST_WINDOWS = 5000  # of a larger hub only the windows of the units that stand out are compared one by one


def of_units(hub: HubDatabase, until: date, *, today: date) -> tuple[Unusual, ...]:
    """Return the units' figures that stand out in the month that ends before ``until``."""
    month = (until - timedelta(days=1)).replace(day=1)
    months = [*oversight.months_before(month), month]
    return tuple(_outside(months, 1, _by_unit(hub, months), today))


def of_all(hub: HubDatabase, first: date, until: date, *, today: date) -> tuple[Unusual, ...]:
    """Return what stands out in each month the days ``first`` to before ``until`` touch, of units and of windows, the
    farthest outside first."""
    asked = oversight.months_of(first, min(until, today + timedelta(days=1)))
    if not asked:
        return ()
    months = [*oversight.months_before(asked[0]), *asked]
    found = list(_outside(months, len(asked), _by_unit(hub, months), today))
    unit_of = {one.window: one.unit for one in read.enrolled(hub) if not one.revoked}
    if len(unit_of) > MOST_WINDOWS:
        standing_out = {one.unit for one in found}
        unit_of = {window: unit for window, unit in unit_of.items() if unit in standing_out}
    by_month: dict[date, dict[str, Values]] = {}
    codes = oversight.watched(figures.lines())
    told = monthly.of_windows(hub, unit_of, codes, months[0], oversight.next_month(months[-1]))
    for (window, month), values in told.items():
        by_month.setdefault(month, {})[window] = values
    found += _outside(months, len(asked), [by_month.get(month, {}) for month in months], today, unit_of)
    return oversight.farthest_first(found)


def _by_unit(hub: HubDatabase, months: Sequence[date]) -> list[dict[str, Values]]:
    return [read.by_unit(hub, month, oversight.next_month(month)) for month in months]


def _outside(
    months: Sequence[date],
    asked: int,
    told: Sequence[Mapping[str, Values]],
    today: date,
    unit_of: Mapping[str, str] | None = None,
) -> Iterator[Unusual]:
    """Yield what stands out in the last ``asked`` of ``months``, by unit; with ``unit_of`` the names are windows."""
    codes = oversight.watched(figures.lines())
    for at in range(len(months) - asked, len(months)):
        month, now, history = months[at], told[at], told[at - PERIODS : at]
        over = oversight.next_month(month) <= today
        for name in sorted({*now, *(name for one in history for name in one)}):
            before = [one[name] for one in history if one.get(name)]
            unit, window = (name, "") if unit_of is None else (unit_of[name], name)
            yield from oversight.unusual(unit, month, now.get(name, {}), before, codes, over=over, window=window)
