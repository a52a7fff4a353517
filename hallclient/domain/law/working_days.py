"""Which days count? The working calendar: packs by year, with an end, and days that say why they count."""

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cached_property

from hallclient.domain.law.calendar_values import CalendarPack, LocalOverride
from hallclient.domain.refusal import Refusal
from hallclient.domain.terms import Term

__all__ = [
    "CalendarDay",
    "CalendarPack",
    "CalendarTooShort",
    "CountedDate",
    "Coverage",
    "DayKind",
    "LocalOverride",
    "WorkingCalendar",
]

_DAY = timedelta(days=1)
_SATURDAY = 5
# The notice comes in autumn; from this month on its absence is worth a warning (domain 5.4.5).
_WARN_FROM_MONTH = 11


class DayKind(Term):
    """What a day is to the clock; the codes of the contract, section 4."""

    WORKDAY = "workday", "工作日"
    WEEKEND = "weekend", "周末"
    HOLIDAY = "holiday", "节假日"
    MAKEUP = "makeup", "调休上班"
    LOCAL = "local", "地方调整"


class Coverage(Term):
    """How far the announced calendar reaches, seen from today."""

    FINE = "fine", "日历完整"
    NEXT_YEAR_MISSING = "next_year_missing", "下一年度放假安排尚未导入"
    EXPIRED = "expired", "本年度放假安排尚未导入"


class CalendarTooShort(Refusal):
    """The question reaches beyond the years the calendar knows, even provisionally."""

    fields = ("received_on",)

    def __init__(self, first: date, last: date) -> None:
        super().__init__()
        self.first, self.last = first, last


class CalendarYearMissing(Refusal):
    """The years of a calendar follow each other without a gap."""

    def __init__(self, year: int) -> None:
        super().__init__()
        self.year = year


@dataclass(frozen=True, slots=True)
class CalendarDay:
    """A day, whether it is worked, and why, as a Chinese reason. ``provisional``: its year's notice is not out yet."""

    day: date
    kind: DayKind
    working: bool
    reason: str
    provisional: bool


@dataclass(frozen=True, slots=True)
class CountedDate:
    """A date found by counting. ``provisional`` (暂定): the count passed through a year without a notice."""

    on: date
    provisional: bool


@dataclass(frozen=True)
class WorkingCalendar:
    """The working days of consecutive years. A later pack for the same year stands before an earlier one."""

    packs: tuple[CalendarPack, ...]
    local: tuple[LocalOverride, ...] = ()

    def __post_init__(self) -> None:
        years = sorted({pack.year for pack in self.packs})
        if not years:
            raise CalendarYearMissing(0)
        for year in range(years[0], years[-1]):
            if year not in years:
                raise CalendarYearMissing(year)

    @property
    def first(self) -> date:
        """The first day the calendar knows."""
        return date(min(self.by_year), 1, 1)

    @property
    def last(self) -> date:
        """The last day the calendar knows, provisionally."""
        return date(max(self.by_year), 12, 31)

    @property
    def covers_until(self) -> date:
        """The last day of the unbroken announced years: beyond it every date is provisional."""
        year = min(self.by_year)
        while year + 1 in self.by_year and self.by_year[year + 1].announced:
            year += 1
        return date(year, 12, 31)

    def day(self, day: date) -> CalendarDay:
        """Return what ``day`` is and why. Raises CalendarTooShort outside the calendar."""
        pack = self.by_year.get(day.year)
        if pack is None:
            raise CalendarTooShort(self.first, self.last)
        provisional = not pack.announced
        override = self._overrides.get(day)
        if override is not None:
            return CalendarDay(day, DayKind.LOCAL, override.working, override.reason, provisional)
        if day in self._makeup:
            return CalendarDay(day, DayKind.MAKEUP, True, f"{self._makeup[day]}调休上班", provisional)
        if day in self._off:
            name = self._off[day]
            reason = name if name.endswith("假") else f"{name}放假"
            return CalendarDay(day, DayKind.HOLIDAY, False, reason, provisional)
        if day.weekday() >= _SATURDAY:
            return CalendarDay(day, DayKind.WEEKEND, False, DayKind.WEEKEND.label, provisional)
        return CalendarDay(day, DayKind.WORKDAY, True, DayKind.WORKDAY.label, provisional)

    def is_working(self, day: date) -> bool:
        """Raises CalendarTooShort outside the calendar."""
        return self.day(day).working

    def add(self, start: date, working_days: int) -> CountedDate:
        """Return the n-th working day after ``start``, which itself never counts (民事诉讼法 第八十五条, by analogy).

        Raises CalendarTooShort when the calendar ends before, ValueError for n < 1.
        """
        if working_days < 1:
            raise ValueError("working_days must be at least 1")
        self._require(start)
        place = bisect_right(self._working, start) + working_days - 1
        if place >= len(self._working):
            raise CalendarTooShort(self.first, self.last)
        on = self._working[place]
        return CountedDate(on, any(not self.by_year[year].announced for year in range(start.year, on.year + 1)))

    def count(self, after: date, last: date) -> int:
        """Return the number of working days after ``after`` up to and including ``last``; 0 when last <= after."""
        if last <= after:
            return 0
        self._require(after)
        self._require(last)
        return bisect_right(self._working, last) - bisect_right(self._working, after)

    def coverage(self, today: date) -> Coverage:
        """Return whether the announced calendar still serves: warn from 1 November, block after 31 December (5.4.5)."""
        if today > self.covers_until:
            return Coverage.EXPIRED
        if today.year == self.covers_until.year and today.month >= _WARN_FROM_MONTH:
            return Coverage.NEXT_YEAR_MISSING
        return Coverage.FINE

    def with_pack(self, pack: CalendarPack) -> "WorkingCalendar":
        """Return a calendar in which ``pack`` stands for its year."""
        return replace(self, packs=(*(other for other in self.packs if other.year != pack.year), pack))

    def with_local(self, overrides: Iterable[LocalOverride]) -> "WorkingCalendar":
        """Return a calendar with further local rest or working days."""
        return replace(self, local=(*self.local, *overrides))

    @cached_property
    def by_year(self) -> Mapping[int, CalendarPack]:
        return {pack.year: pack for pack in self.packs}

    @cached_property
    def _off(self) -> dict[date, str]:
        return {day: name for year in sorted(self.by_year) for day, name in self.by_year[year].off.items()}

    @cached_property
    def _makeup(self) -> dict[date, str]:
        return {day: name for year in sorted(self.by_year) for day, name in self.by_year[year].work.items()}

    @cached_property
    def _overrides(self) -> dict[date, LocalOverride]:
        entries = [entry for year in sorted(self.by_year) for entry in self.by_year[year].local]
        return {entry.day: entry for entry in (*entries, *self.local)}

    @cached_property
    def _working(self) -> list[date]:
        """All working days in order, so that counting is two searches instead of a walk."""
        named = dict.fromkeys(self._off, False)
        named |= dict.fromkeys(self._makeup, True)
        named |= {day: entry.working for day, entry in self._overrides.items()}
        days = (self.first + n * _DAY for n in range((self.last - self.first).days + 1))
        return [day for day in days if named.get(day, day.weekday() < _SATURDAY)]

    def _require(self, day: date) -> None:
        if not self.first <= day <= self.last:
            raise CalendarTooShort(self.first, self.last)
