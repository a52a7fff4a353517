"""By when must a matter that was not settled at the window be answered? Local and petition rules, as data."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from hallclient.domain.register.kinds import EnquiryKind


@dataclass(frozen=True, slots=True, kw_only=True)
class EnquiryClock:
    """How long a matter of these kinds may take once referred: ``working_days``, or plain ``days``; one of them 0."""

    kinds: frozenset[EnquiryKind]
    working_days: int = 0
    days: int = 0
    source: str


def read_clocks(data: Mapping[str, Any]) -> tuple[EnquiryClock, ...]:
    """Return the clocks a data file holds. Raises ValueError naming the entry that cannot stand."""
    clocks = []
    for place, entry in enumerate(data["clock"], start=1):
        clock = EnquiryClock(
            kinds=frozenset(EnquiryKind(kind) for kind in entry["kinds"]),
            working_days=entry.get("working_days", 0),
            days=entry.get("days", 0),
            source=entry["source"],
        )
        if (clock.working_days > 0) == (clock.days > 0) or not clock.source:
            raise ValueError(f"clock {place}: either working_days or days, and a source")
        clocks.append(clock)
    return tuple(clocks)


def due_on(
    clocks: Iterable[EnquiryClock], kind: EnquiryKind, raised: date, add: Callable[[date, int], date]
) -> date | None:
    """Return the last day for the answer; None when no clock governs such a matter. The day it was raised is day 0.

    ``add`` is the working calendar's: the n-th working day after a day.
    """
    clock = next((clock for clock in clocks if kind in clock.kinds), None)
    if clock is None:
        return None
    return add(raised, clock.working_days) if clock.working_days else raised + timedelta(days=clock.days)
