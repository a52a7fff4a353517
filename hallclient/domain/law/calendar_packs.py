"""What does one year's holiday notice say, and can it be right? Packs of rest days and make-up working days."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import pairwise

from hallclient.domain.refusal import Refusal

_DAY = timedelta(days=1)
_SATURDAY = 5


@dataclass(frozen=True, slots=True)
class PackProblem:
    """One thing that cannot be right in a pack: the day concerned (None for the whole) and a Chinese sentence."""

    day: date | None
    sentence: str


class CalendarPackInvalid(Refusal):
    """A year pack contradicts itself or the statutory days; ``problems`` names every day that cannot be right."""

    fields = ("off", "work")

    def __init__(self, year: int, problems: tuple[PackProblem, ...]) -> None:
        super().__init__()
        self.year, self.problems = year, problems


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
    """A statutory holiday: where it begins (``"MM-DD"`` or a moving festival), its length, its window."""

    name: str
    anchor: str
    days: int
    window: tuple[str, str]

    def near(self, day: date, year: int) -> bool:
        """Whether the notice of ``year`` can put this holiday's block on ``day``."""
        first, until = self.window
        begins = _on(first, year - 1 if first > until else year)
        return begins <= day <= _on(until, year)


@dataclass(frozen=True, slots=True, kw_only=True)
class Statutory:
    """全国年节及纪念日放假办法 as data: the holidays, the yearly number of days, the dates of moving festivals."""

    source: str
    holidays: tuple[Holiday, ...]
    days_from: tuple[tuple[int, int], ...]
    festivals: Mapping[int, Mapping[str, date]] = field(default_factory=dict)

    def days_in(self, year: int) -> int:
        """Return how many statutory days ``year`` has."""
        return max((since, days) for since, days in self.days_from if since <= year)[1]


def pack_of_days(
    *,
    year: int,
    off: Iterable[date],
    work: Iterable[date],
    source: str,
    statutory: Statutory,
    document_no: str = "",
    published: date | None = None,
    extra_days: int = 0,
    local: tuple[LocalOverride, ...] = (),
) -> CalendarPack:
    """Return a checked pack from bare lists of days (a supervisor's import); the festivals' names are found by date."""
    rest = {day: _festival(day, year, statutory) for day in sorted(off)}
    makeup = {day: _nearest(day, rest) for day in sorted(work)}
    pack = CalendarPack(
        year=year,
        off=rest,
        work=makeup,
        source=source,
        document_no=document_no,
        published=published,
        extra_days=extra_days,
        local=local,
    )
    check_pack(pack, statutory)
    return pack


def check_pack(pack: CalendarPack, statutory: Statutory) -> None:
    """Raise CalendarPackInvalid with every contradiction found.

    Days lie in the year (or the December before), make-up days on weekends, no day is both, every holiday is one
    unbroken block near its festival, and rest days less make-up days give exactly the statutory number: a date with
    month and day transposed breaks at least one of these.
    """
    problems = [*_misplaced(pack, statutory), *_broken_blocks(pack)]
    given = sum(day.weekday() < _SATURDAY for day in pack.off) - len(pack.work)
    expected = statutory.days_in(pack.year) + pack.extra_days
    if pack.announced and given != expected:
        problems.append(PackProblem(None, f"全年放假天数减去调休上班天数应为{expected}天，现为{given}天"))
    if problems:
        raise CalendarPackInvalid(pack.year, tuple(problems))


def provisional_pack(year: int, statutory: Statutory) -> CalendarPack:
    """Return the calendar of a year without a notice: weekends, statutory days, compensation days, no swaps.

    A statutory day on a weekend is made up on the next day that is neither weekend nor holiday (补假).
    """
    moving = statutory.festivals[year]
    off: dict[date, str] = {}
    for holiday in statutory.holidays:
        first = moving[holiday.anchor] if holiday.anchor in moving else _on(holiday.anchor, year)
        for offset in range(holiday.days):
            day = first + offset * _DAY
            off[day] = f"{off[day]}、{holiday.name}" if day in off else holiday.name
    for day in sorted(day for day in off if day.weekday() >= _SATURDAY):
        instead = day
        while instead.weekday() >= _SATURDAY or instead in off:
            instead += _DAY
        off[instead] = f"{off[day]}补假"
    ordered = dict(sorted(off.items()))
    return CalendarPack(year=year, off=ordered, work={}, source=statutory.source, announced=False)


def _on(month_day: str, year: int) -> date:
    month, day = month_day.split("-")
    return date(year, int(month), int(day))


def _misplaced(pack: CalendarPack, statutory: Statutory) -> Iterable[PackProblem]:
    first, last = date(pack.year - 1, 12, 25), date(pack.year, 12, 31)
    known = {holiday.name: holiday for holiday in statutory.holidays}
    for kind, days in (("放假日", pack.off), ("调休上班日", pack.work)):
        for day, name in days.items():
            holidays = [known[part] for part in name.removesuffix("补假").split("、") if part in known]
            if not first <= day <= last:
                yield PackProblem(day, f"{kind}{day}不在{pack.year}年的安排范围内")
            elif holidays and not any(holiday.near(day, pack.year) for holiday in holidays):
                yield PackProblem(day, f"{kind}{day}离{name}太远，请核对月、日是否颠倒")
    for day in pack.work:
        if day.weekday() < _SATURDAY:
            yield PackProblem(day, f"调休上班日{day}不是星期六或星期日")
        if day in pack.off:
            yield PackProblem(day, f"{day}既是放假日又是调休上班日")
    for entry in pack.local:
        if not entry.reason:
            yield PackProblem(entry.day, f"地方调整日{entry.day}没有写明理由")


def _broken_blocks(pack: CalendarPack) -> Iterable[PackProblem]:
    if not pack.announced:
        return
    blocks: dict[str, list[date]] = {}
    for day in sorted(pack.off):
        blocks.setdefault(pack.off[day], []).append(day)
    for name, days in blocks.items():
        for before, after in pairwise(days):
            between = (before + n * _DAY for n in range(1, (after - before).days))
            if any(day.weekday() < _SATURDAY for day in between):
                yield PackProblem(after, f"{name}的放假日在{before}与{after}之间不连续")


def _festival(day: date, year: int, statutory: Statutory) -> str:
    near = [holiday.name for holiday in statutory.holidays if holiday.near(day, year)]
    return "、".join(near) if near else "放假调休"


def _nearest(day: date, rest: Mapping[date, str]) -> str:
    return rest[min(rest, key=lambda other: (abs(other - day), other))] if rest else ""
