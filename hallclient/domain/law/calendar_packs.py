"""Can a year pack be right? Slips of the pen in a holiday notice are caught before a single date is counted."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from hallclient.domain.law.calendar_values import (
    ONE_DAY,
    SATURDAY,
    CalendarPack,
    Holiday,
    LocalOverride,
    Statutory,
    begins,
    provisional_pack,
)
from hallclient.domain.refusal import Refusal

__all__ = [
    "CalendarPack",
    "CalendarPackInvalid",
    "Holiday",
    "LocalOverride",
    "PackProblem",
    "Statutory",
    "check_pack",
    "pack_of_days",
    "provisional_pack",
]

_UNKNOWN = "放假调休"


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
    extra_names: Mapping[date, str] | None = None,
    local: tuple[LocalOverride, ...] = (),
) -> CalendarPack:
    """Return a checked pack from bare lists of days (a supervisor's import); the festivals' names are found by date.

    Rest days of a one-off holiday beyond the statutory ones (``extra_days``) need a name in ``extra_names``. Raises
    CalendarPackInvalid.
    """
    named, makeup_days = sorted(off), sorted(work)
    twice = sorted({day for day, next_day in (*pairwise(named), *pairwise(makeup_days)) if day == next_day})
    if twice:
        raise CalendarPackInvalid(year, tuple(PackProblem(day, f"{day}写了两次") for day in twice))
    rest = {day: name for run in _runs(named, makeup_days) for day, name in _name_run(run, year, statutory)}
    rest.update(extra_names or {})
    makeup = {day: _nearest(day, rest) for day in makeup_days}
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
    problems = [*_misplaced(pack, statutory), *_broken_blocks(pack), *_missing_feasts(pack, statutory)]
    given = sum(day.weekday() < SATURDAY for day in pack.off) - len(pack.work)
    expected = statutory.days_in(pack.year) + pack.extra_days
    if pack.announced and given != expected:
        problems.append(PackProblem(None, f"全年放假天数减去调休上班天数应为{expected}天，现为{given}天"))
    if problems:
        raise CalendarPackInvalid(pack.year, tuple(problems))


def _misplaced(pack: CalendarPack, statutory: Statutory) -> Iterable[PackProblem]:
    first, last = date(pack.year - 1, 12, 25), date(pack.year, 12, 31)
    known = {holiday.name: holiday for holiday in statutory.holidays}
    for kind, days in (("放假日", pack.off), ("调休上班日", pack.work)):
        for day, name in days.items():
            holidays = [known[part] for part in name.removesuffix("补假").split("、") if part in known]
            if not first <= day <= last:
                yield PackProblem(day, f"{kind}{day}不在{pack.year}年的安排范围内")
            elif not holidays and (name == _UNKNOWN or not pack.extra_days):
                yield PackProblem(day, f"{kind}{day}不靠近任何法定节日，请核对月、日是否颠倒")
            elif holidays and not any(holiday.near(day, pack.year) for holiday in holidays):
                yield PackProblem(day, f"{kind}{day}离{name}太远，请核对月、日是否颠倒")
    for day in pack.work:
        if day.weekday() < SATURDAY:
            yield PackProblem(day, f"调休上班日{day}不是星期六或星期日")
        if day in pack.off:
            yield PackProblem(day, f"{day}既是放假日又是调休上班日")
        if all(abs(day - other).days > statutory.makeup_within_days for other in pack.off):
            yield PackProblem(day, f"调休上班日{day}离放假日太远，请核对月、日是否颠倒")
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
        for run in _runs(days, pack.work)[1:]:
            yield PackProblem(run[0], f"{name}的放假日自{run[0]}起与前面不连续")


def _missing_feasts(pack: CalendarPack, statutory: Statutory) -> Iterable[PackProblem]:
    for holiday in statutory.holidays:
        first = begins(holiday, pack.year, statutory)
        if first is None:
            continue
        feast = first + (holiday.feast - 1) * ONE_DAY
        if feast in pack.work or (feast.weekday() < SATURDAY and feast not in pack.off):
            yield PackProblem(feast, f"{holiday.name}当日{feast}没有列为放假日")


def _runs(days: list[date], worked: Collection[date]) -> list[list[date]]:
    """Return the unbroken runs of ordered days; a weekend at rest between two of them breaks nothing."""
    runs: list[list[date]] = []
    for day in days:
        if not runs or any(
            between.weekday() < SATURDAY or between in worked
            for between in (runs[-1][-1] + n * ONE_DAY for n in range(1, (day - runs[-1][-1]).days))
        ):
            runs.append([])
        runs[-1].append(day)
    return runs


def _name_run(run: list[date], year: int, statutory: Statutory) -> Iterable[tuple[date, str]]:
    """Name a run of rest days by the feasts it holds, or by the holidays it can belong to."""
    near = [holiday for holiday in statutory.holidays if all(holiday.near(day, year) for day in run)]
    held = [holiday for holiday in near if begins(holiday, year, statutory) in run]
    name = "、".join(holiday.name for holiday in held or near) or _UNKNOWN
    return ((day, name) for day in run)


def _nearest(day: date, rest: Mapping[date, str]) -> str:
    return rest[min(rest, key=lambda other: (abs(other - day), other))] if rest else ""
