"""Do the bundled years say what the notices say? Two libraries are the second opinion."""

import dataclasses
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta

import chinese_calendar
import holidays
import pytest
from stories import calendar, rulesets

from hallclient import reference
from hallclient.domain.law.calendar_change import Case, Moved, impact
from hallclient.domain.law.calendar_packs import (
    CalendarPack,
    CalendarPackInvalid,
    check_pack,
    pack_of_days,
    provisional_pack,
)
from hallclient.domain.law.rulesets import ruleset_for
from hallclient.domain.law.working_days import (
    CalendarTooShort,
    CalendarYearMissing,
    Coverage,
    DayKind,
    LocalOverride,
    WorkingCalendar,
)
from hallclient.domain.register.steps import Act, Step

YEARS = range(2008, 2027)
WORKING_DAYS = dict(
    zip(
        YEARS,
        (251, 250, 250, 250, 249, 250, 250, 249, 250, 249, 250, 250, 249, 250, 249, 249, 251, 248, 248),
        strict=True,
    )
)
STATUTORY = reference.load_statutory()


def days_of(year: int) -> list[date]:
    return [date(year, 1, 1) + timedelta(days=n) for n in range((date(year + 1, 1, 1) - date(year, 1, 1)).days)]


def spring_2020_before_the_extension() -> CalendarPack:
    pack = calendar().by_year[2020]
    added = {date(2020, 1, 31), date(2020, 2, 1), date(2020, 2, 2)}
    off = {day: name for day, name in pack.off.items() if day not in added}
    return dataclasses.replace(
        pack, off=off, work=dict(sorted({**pack.work, date(2020, 2, 1): "春节"}.items())), extra_days=0
    )


@pytest.mark.parametrize("year", YEARS)
def test_every_day_agrees_with_both_libraries(year: int) -> None:
    official = holidays.country_holidays("CN", years=range(year - 1, year + 2))
    differing = [
        day
        for day in days_of(year)
        if not calendar().is_working(day) == chinese_calendar.is_workday(day) == official.is_working_day(day)
    ]
    assert differing == []


@pytest.mark.parametrize("year", YEARS)
def test_working_days_of_the_year_add_up(year: int) -> None:
    assert sum(calendar().is_working(day) for day in days_of(year)) == WORKING_DAYS[year]
    assert calendar().count(date(year, 1, 1), date(year, 12, 31)) == WORKING_DAYS[year]


@pytest.mark.parametrize("year", range(2027, 2036))
def test_a_year_without_notice_has_statutory_days_and_compensation_only(year: int) -> None:
    second = holidays.country_holidays("CN", years=range(year - 1, year + 2))
    days = [calendar().day(day) for day in days_of(year)]
    assert [entry.day for entry in days if entry.working != second.is_working_day(entry.day)] == []
    assert all(entry.provisional for entry in days)
    assert DayKind.MAKEUP not in {entry.kind for entry in days}


def test_a_make_up_sunday_and_a_holiday_say_why() -> None:
    sunday, feast, saturday = (
        calendar().day(day) for day in (date(2026, 9, 20), date(2026, 10, 6), date(2026, 10, 24))
    )
    assert (sunday.kind, sunday.working, sunday.reason) == (DayKind.MAKEUP, True, "国庆节调休上班")
    assert (feast.kind, feast.working, feast.reason) == (DayKind.HOLIDAY, False, "国庆节放假")
    assert (saturday.kind, saturday.working, saturday.reason) == (DayKind.WEEKEND, False, "周末")


def test_compensation_days_say_so() -> None:
    assert calendar().day(date(2027, 5, 3)).reason == "劳动节补假"


def test_the_notice_of_a_year_may_name_days_of_the_december_before() -> None:
    assert date(2018, 12, 29) in calendar().by_year[2019].work
    assert calendar().day(date(2018, 12, 29)).kind is DayKind.MAKEUP


# F01: a holiday typed wrong, a working Sunday forgotten


def transpositions(pack: CalendarPack) -> Iterator[tuple[date, list[date], list[date]]]:
    """Yield each day that can be written with month and day transposed, and the pack's days with that slip."""
    for day in (*pack.off, *pack.work):
        if day.day <= 12 and day.day != day.month:
            slip = date(day.year, day.day, day.month)
            yield (
                day,
                [slip if other == day else other for other in pack.off],
                [slip if other == day else other for other in pack.work],
            )


def named(days: list[date], names: Mapping[date, str]) -> dict[str, list[date]]:
    """Return the days under the festivals a file names, in the order of ``names``."""
    table: dict[str, list[date]] = {}
    for day, name in zip(days, names.values(), strict=True):
        table.setdefault(name, []).append(day)
    return table


@pytest.mark.parametrize("year", YEARS)
def test_f01_a_date_with_month_and_day_transposed_fails(year: int) -> None:
    pack = calendar().by_year[year]
    accepted = []
    for day, off, work in transpositions(pack):
        table = {
            "year": year,
            "source": pack.source,
            "announced": True,
            "extra": {"days": pack.extra_days},
            "off": named(off, pack.off),
            "work": named(work, pack.work),
        }
        try:
            check_pack(reference.read_pack(table), STATUTORY)
        except (CalendarPackInvalid, ValueError):
            continue
        accepted.append(day)
    assert accepted == []


def typed(pack: CalendarPack, off: Iterable[date], work: Iterable[date]) -> CalendarPack:
    """Return the pack a supervisor gets who types bare lists and names only a one-off holiday."""
    return pack_of_days(
        year=pack.year,
        off=off,
        work=work,
        source=pack.source,
        statutory=STATUTORY,
        extra_days=pack.extra_days,
        extra_names={day: name for day, name in pack.off.items() if name == "抗战胜利纪念日"},
    )


@pytest.mark.parametrize("year", YEARS)
def test_f01_a_transposed_date_fails_in_bare_lists_too(year: int) -> None:
    pack = calendar().by_year[year]
    accepted = []
    for day, off, work in transpositions(pack):
        try:
            typed(pack, off, work)
        except CalendarPackInvalid:
            continue
        accepted.append(day)
    # 10 September 2016 would have been a likely Saturday to work: only the second pair of eyes tells (domain 5.4.1).
    assert accepted == ([date(2016, 10, 9)] if year == 2016 else [])


@pytest.mark.parametrize("year", YEARS)
def test_f01_a_forgotten_day_fails(year: int) -> None:
    pack = calendar().by_year[year]
    for day in [*(day for day in pack.off if day.weekday() < 5), *pack.work]:
        off = {d: name for d, name in pack.off.items() if d != day}
        work = {d: name for d, name in pack.work.items() if d != day}
        with pytest.raises(CalendarPackInvalid) as refused:
            check_pack(dataclasses.replace(pack, off=off, work=work), STATUTORY)
        assert refused.value.problems


@pytest.mark.parametrize(
    ("off", "work", "said"),
    [
        ({date(2026, 10, 10): "国庆节"}, {}, "既是放假日又是调休上班日"),
        ({}, {date(2026, 10, 9): "国庆节"}, "不是星期六或星期日"),
        ({date(2027, 10, 1): "国庆节"}, {}, "不在2026年的安排范围内"),
        ({date(2026, 12, 2): "春节"}, {}, "月、日是否颠倒"),
        ({date(2026, 2, 26): "春节"}, {}, "不连续"),
        ({}, {date(2026, 3, 7): "春节"}, "离放假日太远"),
    ],
)
def test_f01_each_contradiction_is_named(off: dict[date, str], work: dict[date, str], said: str) -> None:
    pack = calendar().by_year[2026]
    wrong = dataclasses.replace(pack, off={**pack.off, **off}, work={**pack.work, **work})
    with pytest.raises(CalendarPackInvalid) as refused:
        check_pack(wrong, STATUTORY)
    assert any(said in problem.sentence for problem in refused.value.problems)


def test_f01_make_up_days_are_weekend_days_and_every_pack_names_its_source() -> None:
    for year in YEARS:
        pack = calendar().by_year[year]
        assert all(day.weekday() >= 5 for day in pack.work)
        assert str(year) in pack.source
        assert pack.announced
    assert calendar().by_year[2025].document_no == "国办发明电〔2024〕12号"


def test_f01_outside_the_calendar_no_day_is_anything() -> None:
    for day in (date(2007, 12, 31), date(2036, 1, 1)):
        with pytest.raises(CalendarTooShort) as refused:
            calendar().is_working(day)
        assert (refused.value.first, refused.value.last) == (date(2008, 1, 1), date(2035, 12, 31))


def test_bare_lists_of_a_notice_become_a_pack_with_festivals() -> None:
    bundled = calendar().by_year[2026]
    pack = pack_of_days(year=2026, off=bundled.off, work=bundled.work, source=bundled.source, statutory=STATUTORY)
    assert pack.sha256 == bundled.sha256
    assert pack.work[date(2026, 2, 14)] == "春节"


@pytest.mark.parametrize("year", YEARS)
def test_bare_lists_of_every_notice_pass(year: int) -> None:
    known = calendar().by_year[year]
    assert typed(known, known.off, known.work).sha256 == known.sha256


def test_a_pack_for_a_year_takes_the_place_of_the_provisional_one() -> None:
    # Arrange: the notice of 2027 as a supervisor might type it, with one swap
    provisional = calendar().by_year[2027]
    off = [*provisional.off, date(2027, 2, 11), date(2027, 2, 12)]
    work = [date(2027, 1, 31), date(2027, 2, 14)]
    pack = pack_of_days(year=2027, off=off, work=work, source="放假安排", statutory=STATUTORY)
    # Act
    known = reference.load_calendar((pack,))
    # Assert
    assert known.covers_until == date(2027, 12, 31)
    assert not known.day(date(2027, 2, 11)).working
    assert known.add(date(2026, 12, 20), 40).provisional is False
    assert calendar().add(date(2026, 12, 20), 40).provisional is True
    assert known.by_year == calendar().with_pack(pack).by_year


def test_a_year_skipped_by_the_imports_stays_provisional() -> None:
    provisional = calendar().by_year[2028]
    off = list(provisional.off)
    lacking = 13 - sum(day.weekday() < 5 for day in off)  # Mid-autumn falls into the National Day holiday of 2028
    off = [*off, *(date(2028, 10, 5 + n) for n in range(lacking))]
    pack = pack_of_days(year=2028, off=off, work=(), source="放假安排", statutory=STATUTORY)
    known = reference.load_calendar((pack,))
    assert (known.by_year[2027].announced, known.by_year[2028].announced) == (False, True)
    assert known.covers_until == date(2026, 12, 31)


def test_a_gap_between_years_is_refused() -> None:
    packs = calendar().by_year
    with pytest.raises(CalendarYearMissing) as refused:
        WorkingCalendar((packs[2024], packs[2026]))
    assert refused.value.year == 2025


def test_local_days_stand_before_the_notice_and_say_why() -> None:
    # 广西三月三: a regional holiday; and a Saturday worked by local order
    rest = LocalOverride(date(2026, 4, 20), False, "三月三放假")
    work = LocalOverride(date(2026, 4, 25), True, "地方安排上班")
    local = calendar().with_local((rest, work))
    assert (local.day(rest.day).kind, local.day(rest.day).working, local.day(rest.day).reason) == (
        DayKind.LOCAL,
        False,
        "三月三放假",
    )
    assert local.is_working(work.day)
    assert local.add(date(2026, 4, 17), 1).on == date(2026, 4, 21)
    assert local.count(date(2026, 4, 17), date(2026, 4, 25)) == calendar().count(date(2026, 4, 17), date(2026, 4, 25))


@pytest.mark.parametrize(
    ("today", "coverage"),
    [
        (date(2026, 10, 31), Coverage.FINE),
        (date(2026, 11, 1), Coverage.NEXT_YEAR_MISSING),
        (date(2026, 12, 31), Coverage.NEXT_YEAR_MISSING),
        (date(2027, 1, 1), Coverage.EXPIRED),
        (date(2025, 12, 1), Coverage.FINE),
    ],
)
def test_a_missing_next_year_is_warned_of_from_november_and_blocks_after_december(
    today: date, coverage: Coverage
) -> None:
    assert calendar().coverage(today) is coverage


def test_counting_agrees_with_walking_day_by_day() -> None:
    start = date(2019, 4, 20)
    for n in range(1, 80):
        on = calendar().add(start, n).on
        walked = [start + timedelta(days=d) for d in range(1, (on - start).days + 1)]
        assert sum(calendar().is_working(day) for day in walked) == n == calendar().count(start, on)
        assert calendar().is_working(on)


def test_counting_backwards_is_nothing() -> None:
    assert calendar().count(date(2026, 3, 2), date(2026, 2, 1)) == 0


# F02 and vector A7: a holiday announced late reaches open cases


def test_f02_a_late_change_lists_exactly_the_open_cases_it_moves() -> None:
    # Arrange
    new = calendar()
    old = new.with_pack(spring_2020_before_the_extension())
    rules = ruleset_for(date(2020, 1, 20), rulesets())
    opened = [Case(number=f"S{n}", received_on=date(2020, 1, 20), steps=(), rules=rules) for n in (1, 2, 3)]
    replied = Case(
        number="S4",
        received_on=date(2020, 1, 20),
        steps=(Step(act=Act.ANSWERED, on=date(2020, 1, 22)),),
        rules=rules,
    )
    later = Case(number="S5", received_on=date(2020, 3, 2), steps=(), rules=rules)
    # Act
    moved = impact(old, new, [*opened, replied, later])
    # Assert
    assert moved == tuple(Moved(f"S{n}", date(2020, 2, 21), date(2020, 2, 25)) for n in (1, 2, 3))
    assert impact(old, old, opened) == ()


def test_the_calendar_before_the_extension_of_2020_was_a_valid_pack() -> None:
    before = spring_2020_before_the_extension()
    check_pack(before, STATUTORY)
    assert before.sha256 != calendar().by_year[2020].sha256


def test_overlapping_festivals_share_their_day() -> None:
    pack = provisional_pack(2031, STATUTORY)
    assert pack.off[date(2031, 10, 1)] == "中秋节、国庆节"
