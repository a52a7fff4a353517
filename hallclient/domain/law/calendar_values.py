"""What does one year's holiday notice say? Packs of rest days and make-up working days, announced or provisional."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

ONE_DAY = timedelta(days=1)
SATURDAY = 5


@dataclass(frozen=True, slots=True)
class LocalOverride:
    """A rest or working day set locally (地方性假期), with its reason and document."""

    day: date
    working: bool
    reason: str
    document: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarPack:
    """The days one year's State Council notice names: rest days and make-up working days, each with its festival.

    ``off`` holds every rest day as the notice names it, weekends inside a holiday included. The notice of a year may
    name the last days of the December before (the New Year holiday), so the pack carries those too. ``announced`` is
    False for a pack computed ahead of its notice. ``extra_days`` are rest days beyond the statutory ones
    (the Spring Festival of 2020, 3 September 2015).
    """

    year: int
    off: Mapping[date, str]
    work: Mapping[date, str]
    source: str
    document_no: str = ""
    published: date | None = None
    announced: bool = True
    extra_days: int = 0
    local: tuple[LocalOverride, ...] = ()

    @property
    def sha256(self) -> str:
        """The fingerprint of what the pack decides: its year, its days and its overrides."""
        lines = [f"{self.year} {self.announced}"]
        lines += [f"off {day}" for day in sorted(self.off)]
        lines += [f"work {day}" for day in sorted(self.work)]
        lines += [f"local {entry.day} {entry.working}" for entry in sorted(self.local, key=lambda entry: entry.day)]
        return hashlib.sha256("\n".join(lines).encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Holiday:
    """A statutory holiday: where it begins (``"MM-DD"`` or a moving festival), its length, its window.

    ``feast`` says which of its days every notice has given, counted from 1.
    """

    name: str
    anchor: str
    days: int
    feast: int
    window: tuple[str, str]

    def near(self, day: date, year: int) -> bool:
        """Whether the notice of ``year`` can put this holiday's block on ``day``."""
        first, until = self.window
        begins = month_day_in(first, year - 1 if first > until else year)
        return begins <= day <= month_day_in(until, year)


@dataclass(frozen=True, slots=True, kw_only=True)
class Statutory:
    """全国年节及纪念日放假办法 as data: the holidays, the yearly number of days, the dates of moving festivals.

    ``makeup_within_days``: how near to a rest day a make-up working day stands in every notice so far.
    """

    source: str
    holidays: tuple[Holiday, ...]
    days_from: tuple[tuple[int, int], ...]
    makeup_within_days: int
    festivals: Mapping[int, Mapping[str, date]] = field(default_factory=dict)

    def days_in(self, year: int) -> int:
        """Return how many statutory days ``year`` has."""
        return max((since, days) for since, days in self.days_from if since <= year)[1]


def provisional_pack(year: int, statutory: Statutory) -> CalendarPack:
    """Return the calendar of a year without a notice: weekends, statutory days, compensation days, no swaps.

    A statutory day on a weekend is made up on the next day that is neither weekend nor holiday (补假). Raises KeyError
    when the year's festivals are not known.
    """
    off: dict[date, str] = {}
    for holiday in statutory.holidays:
        first = begins(holiday, year, statutory)
        if first is None:
            raise KeyError(holiday.anchor)
        for offset in range(holiday.days):
            day = first + offset * ONE_DAY
            off[day] = f"{off[day]}、{holiday.name}" if day in off else holiday.name
    for day in sorted(day for day in off if day.weekday() >= SATURDAY):
        instead = day
        while instead.weekday() >= SATURDAY or instead in off:
            instead += ONE_DAY
        off[instead] = f"{off[day]}补假"
    ordered = dict(sorted(off.items()))
    return CalendarPack(year=year, off=ordered, work={}, source=statutory.source, announced=False)


def month_day_in(month_day: str, year: int) -> date:
    """Return ``"MM-DD"`` in ``year``."""
    month, day = month_day.split("-")
    return date(year, int(month), int(day))


def begins(holiday: Holiday, year: int, statutory: Statutory) -> date | None:
    """Return the day a holiday begins in ``year``; None for a moving festival whose date is not known."""
    if holiday.anchor[0].isdigit():
        return month_day_in(holiday.anchor, year)
    return statutory.festivals.get(year, {}).get(holiday.anchor)
