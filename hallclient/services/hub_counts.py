"""What did a period come to at the hub? The same lines put together by the same function as a store's."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date, timedelta

from hallclient.domain.figures.day_sheet import Difference
from hallclient.domain.figures.lines import Values
from hallclient.domain.figures.origins import Origin, terms
from hallclient.hub import origins, read, reporting, yearly
from hallclient.hub.database import HubDatabase
from hallclient.services import periods
from hallclient.services.periods import Lacking, Period

WorkingDays = Callable[[date, date], Sequence[date]]
_FIRST = date(1990, 1, 1)
_PREFIXES = ("counters.", "levels.")


class HubCounts:
    """The figures of all the hub's windows, or of one unit's; ``periods.Counts``."""

    kind = "hub"

    def __init__(self, hub: HubDatabase, unit: str | None = None, *, working: WorkingDays | None = None) -> None:
        """``working(first, until)`` are the days on which every window is expected to report."""
        self._hub, self._unit, self._working = hub, unit, working
        self.units: tuple[str, ...] = () if unit is None else (unit,)
        self._known: dict[tuple[date, date], Period] = {}  # a report asks for the same days more than once

    def period(self, first: date, last: date) -> Period:
        """Count the days ``first`` to ``last``, both included.

        ``open_days`` are days of which a packet is there and does not count yet; what never came is told by the board.
        The recount adds the window-days up anew and compares them with the roll-ups.
        """
        if (first, last) not in self._known:
            self._known[first, last] = self._period(first, last)
        return self._known[first, last]

    def _period(self, first: date, last: date) -> Period:
        until = last + timedelta(days=1)
        # Asked first: what is counted meanwhile is in the sums and told as uncounted, never in neither.
        uncounted = yearly.uncounted(self._hub, first, until, self._unit)
        values = read.totals(self._hub, first, until, self._unit)
        before = read.flows_only(read.totals(self._hub, _FIRST, first, self._unit))
        again = yearly.recounted(self._hub, first, until, self._unit)
        sums = read.flows_only(values)
        differences = () if again is None else _differences(sums, again)
        plain = periods.joined(values=values, before=before, signed={}, numbers=_nobody, differences=differences)
        if not all(result.holds for result in plain.identities):
            # A supervisor's word may contradict; the facts below it must not. Asked for only when it matters.
            signed = yearly.signed(self._hub, first, until, self._unit)
            plain = periods.joined(
                values=values, before=before, signed=signed, numbers=_nobody, differences=differences
            )
        return Period(
            values=plain.values,
            pending_before=plain.pending_before,
            identities=plain.identities,
            differences=differences,
            open_days=uncounted,
            adjustments=0,
            head="",
        )

    def entered(self, first: date, last: date) -> frozenset[str]:
        """Return the manual counters of which somebody entered a count in these days, were it 0."""
        codes = yearly.entered(self._hub, first, last + timedelta(days=1), self._unit)
        return frozenset(code.partition(".")[2] for code in codes if code.startswith(_PREFIXES))

    def lacking(self, first: date, last: date) -> Lacking:
        """Return what of these days the windows owe the hub, up to today by its clock; a revoked window owes nothing.

        What is not due yet is told apart: nobody can call it missing, and a figure of it could still come.
        """
        if self._working is None:
            return Lacking()
        with self._hub.reading() as tx:
            today = self._hub.clock(tx).date()
        until = min(last, today) + timedelta(days=1)
        if until <= first:
            return Lacking()
        told = reporting.completeness(self._hub, first, until, self._working(first, until))
        ours = [one for one in told if self._unit in (None, one.unit)]
        return Lacking(
            missing={one.window: one.missing for one in ours if one.missing},
            awaited=sum(one.not_due for one in ours),
        )

    def origins(self, lines: Iterable[str], first: date, last: date, *, unit: str | None = None) -> list[Origin]:
        """Return what makes up the figure of these lines over the days ``first`` to ``last``, both included.

        By unit, the largest first; of one ``unit`` (the counts' own, if they are narrowed) by window and day.
        """
        wanted, narrowed = terms(lines, first, last), unit or self._unit
        if narrowed is None:
            return origins.of_units(self._hub, wanted)
        return origins.of_days(self._hub, wanted, narrowed)


def _nobody(_code: str) -> Iterable[str]:
    return ()  # the hub knows no citizen's file


def _differences(sums: Values, again: Values) -> tuple[Difference, ...]:
    return tuple(
        Difference(code=code, frozen=sums.get(code, 0), live=again.get(code, 0), explained=0)
        for code in sorted({*sums, *again})
        if sums.get(code, 0) != again.get(code, 0)
    )
