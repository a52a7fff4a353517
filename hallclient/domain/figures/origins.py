"""Where at the hub does a figure come from? Its units, their windows, their days; a day's packet is the last of it.

The hub holds no citizen's file: what a store opens record by record ends there at the packet of a window's day.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from hallclient.domain.figures.lines import Number

BEGIN = date(1990, 1, 1)  # before any day a hub was told of
# What stands open at an edge is what came in before it and has not left: the hub keeps no line for it.
_EDGES = ("applications.carried_in", "applications.carried_out")
_COMES, _GOES = "applications.received", "applications.closed"
_LEVEL = "levels."


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """A part of a figure: of a unit (``window`` empty), or of a window's one day."""

    unit: str
    value: Number
    window: str = ""
    day: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A line that is added (``sign`` 1) or taken off (-1), over the days ``first`` to before ``until``.

    ``level``: not added up; the last word before ``until`` counts.
    """

    code: str
    sign: int
    first: date
    until: date
    level: bool = False


def terms(lines: Iterable[str], first: date, last: date) -> tuple[Term, ...]:
    """Return what the lines of a figure add up over the days ``first`` to ``last``, both included."""
    until, found = last + timedelta(days=1), []
    for line in lines:
        sign, code = (-1, line[1:]) if line.startswith("-") else (1, line)
        edge = next((name for name in _EDGES if code == name or code.startswith(name + ".")), "")
        if edge:
            end = first if edge == _EDGES[0] else until
            rest = code.removeprefix(edge)
            found.append(Term(code=_COMES + rest, sign=sign, first=BEGIN, until=end))
            found.append(Term(code=_GOES + rest, sign=-sign, first=BEGIN, until=end))
        elif code.startswith(_LEVEL):
            found.append(Term(code=code, sign=sign, first=BEGIN, until=until, level=True))
        else:
            found.append(Term(code=code, sign=sign, first=first, until=until))
    return tuple(found)


def by_window(days: Sequence[Origin]) -> tuple[Origin, ...]:
    """Add days up by window, in the order of their names."""
    sums: dict[tuple[str, str], Number] = {}
    for one in days:
        sums[one.unit, one.window] = sums.get((one.unit, one.window), 0) + one.value
    return tuple(Origin(unit=unit, window=window, value=value) for (unit, window), value in sorted(sums.items()))
