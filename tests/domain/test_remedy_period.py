"""Until when a letter can be contested: sixty days, six months, fifteen days, and the last day's rule."""

from datetime import date

import pytest

from hallclient.domain.law.remedies import RemedyClass
from hallclient.domain.law.remedy_period import RemedyUntil, remedy_until
from hallclient.reference import load_calendar, load_remedy_terms

CALENDAR, TERMS = load_calendar(), load_remedy_terms()


def until(remedy: RemedyClass, served: str, **more: date) -> RemedyUntil:
    found = remedy_until(remedy, date.fromisoformat(served), terms=TERMS, calendar=CALENDAR, **more)
    assert found is not None
    return found


def days(found: RemedyUntil) -> tuple[str | None, str | None]:
    return tuple(None if one is None else one.on.isoformat() for one in (found.reconsideration, found.suit))  # type: ignore[return-value]


@pytest.mark.parametrize(
    ("served", "reconsideration", "suit"),
    [
        ("2026-03-16", "2026-05-15", "2026-09-16"),
        ("2026-03-02", "2026-05-06", "2026-09-02"),  # the 60th day is 1 May: past the holiday
        ("2025-08-31", "2025-10-30", "2026-02-28"),  # no 31 February; 28 February 2026 is a working Saturday
        ("2025-11-15", "2026-01-14", "2026-05-15"),
    ],
)
def test_either_way_has_sixty_days_and_six_months(served: str, reconsideration: str, suit: str) -> None:
    assert days(until(RemedyClass.EITHER, served)) == (reconsideration, suit)


def test_where_reconsideration_comes_first_no_suit_is_open_before_its_decision() -> None:
    assert days(until(RemedyClass.RECONSIDERATION_FIRST, "2026-03-16")) == ("2026-05-15", None)
    after = until(RemedyClass.RECONSIDERATION_FIRST, "2026-03-16", decision_served_on=date(2026, 4, 22))
    assert days(after) == (None, "2026-05-07")


def test_a_mixed_reply_keeps_both_ways_and_its_last_day_is_the_later() -> None:
    found = until(RemedyClass.MIXED, "2026-03-16")
    assert found.last is not None
    assert found.last.on == date(2026, 9, 16)


def test_a_paper_without_remedy_has_no_period() -> None:
    assert remedy_until(RemedyClass.NONE, date(2026, 3, 16), terms=TERMS, calendar=CALENDAR) is None


def test_before_may_2015_a_suit_was_brought_within_three_months() -> None:
    assert days(until(RemedyClass.EITHER, "2015-03-02"))[1] == "2015-06-02"
    issued_before = until(RemedyClass.EITHER, "2015-05-05", issued_on=date(2015, 4, 30))
    assert days(issued_before)[1] == "2015-08-05"


def test_a_day_in_a_year_without_its_holidays_is_provisional() -> None:
    found = until(RemedyClass.EITHER, "2026-11-20")
    assert found.reconsideration is not None
    assert found.suit is not None
    assert (found.reconsideration.provisional, found.suit.provisional) == (True, True)
    assert not until(RemedyClass.EITHER, "2026-03-16").suit.provisional  # type: ignore[union-attr]
