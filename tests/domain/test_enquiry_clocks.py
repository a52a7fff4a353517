"""By when a referred matter must be answered."""

from datetime import date, timedelta

import pytest

from hallclient.domain.law.enquiry_trace import EnquiryTrace, trace
from hallclient.domain.register.enquiry_clocks import due_on, read_clocks
from hallclient.domain.register.kinds import EnquiryKind
from hallclient.reference import load_enquiry_clocks
from tests.domain.stories import calendar

MONDAY = date(2026, 3, 2)


def working(day: date, days: int) -> date:
    """A calendar that works every day but says so by counting double."""
    return day + timedelta(days=2 * days)


def test_a_complaint_counts_working_days_and_a_help_call_plain_days() -> None:
    clocks = load_enquiry_clocks()

    assert due_on(clocks, EnquiryKind.COMPLAINT, MONDAY, working) == MONDAY + timedelta(days=10)
    assert due_on(clocks, EnquiryKind.HELP, MONDAY, working) == MONDAY + timedelta(days=15)


def test_praise_needs_no_answer() -> None:
    assert due_on(load_enquiry_clocks(), EnquiryKind.PRAISE, MONDAY, working) is None


def test_every_clock_names_its_source_and_no_kind_has_two() -> None:
    clocks = load_enquiry_clocks()

    assert all(clock.source for clock in clocks)
    kinds = [kind for clock in clocks for kind in clock.kinds]
    assert len(kinds) == len(set(kinds))


@pytest.mark.parametrize(
    "entry",
    [
        {"kinds": ["complaint"], "source": "x"},
        {"kinds": ["complaint"], "working_days": 5, "days": 5, "source": "x"},
        {"kinds": ["complaint"], "working_days": 5, "source": ""},
        {"kinds": ["gossip"], "working_days": 5, "source": "x"},
    ],
)
def test_a_clock_that_contradicts_itself_is_named(entry: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=r"clock 1|gossip"):
        read_clocks({"clock": [entry]})


def traced(kind: EnquiryKind, raised: str, due: str) -> EnquiryTrace:
    found = trace(
        kind, date.fromisoformat(raised), date.fromisoformat(due), load_enquiry_clocks(), calendar(), number="Z1"
    )
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("kind", "raised", "due", "counted"),
    [
        (EnquiryKind.COMPLAINT, "2026-03-02", "2026-03-09", 5),
        (EnquiryKind.COMPLAINT, "2026-02-10", "2026-02-24", 5),  # 春节, and 2026-02-14 is a working Saturday
        (EnquiryKind.COMPLAINT, "2026-09-18", "2026-09-24", 5),  # 2026-09-20 is a working Sunday
        (EnquiryKind.HELP, "2026-02-10", "2026-02-25", 15),  # days off count too
    ],
)
def test_every_day_of_a_reply_by_date_is_counted_or_says_why_not(
    kind: EnquiryKind, raised: str, due: str, counted: int
) -> None:
    found = traced(kind, raised, due)

    assert found.ruled is not None
    assert found.ruled.on.isoformat() == due
    assert not found.own
    assert found.counted == counted
    assert [row.ordinal for row in found.days if row.counted] == list(range(1, counted + 1))
    assert found.days[0].day == date.fromisoformat(raised) + timedelta(days=1)  # day 0 is not counted
    assert found.days[-1].day.isoformat() == due
    assert all(row.reason for row in found.days)
    if kind is EnquiryKind.COMPLAINT:
        assert all(row.counted == calendar().is_working(row.day) for row in found.days)


def test_a_date_agreed_otherwise_stands_beside_the_rules() -> None:
    found = traced(EnquiryKind.COMPLAINT, "2026-03-02", "2026-03-05")

    assert found.own
    assert found.ruled is not None
    assert (found.ruled.on, found.counted) == (date(2026, 3, 9), 3)


def test_a_kind_without_a_rule_shows_the_day_that_was_typed() -> None:
    found = traced(EnquiryKind.PRAISE, "2026-03-02", "2026-03-04")

    assert (found.clock, found.ruled, found.own) == (None, None, True)
    assert len(found.days) == 2


def test_a_matter_without_a_date_has_nothing_to_explain() -> None:
    assert trace(EnquiryKind.COMPLAINT, MONDAY, None, load_enquiry_clocks(), calendar()) is None


def test_beyond_the_calendar_no_day_is_made_up() -> None:
    found = traced(EnquiryKind.COMPLAINT, "2099-03-03", "2099-03-10")

    assert (found.ruled, found.days) == (None, ())


def test_a_year_without_its_holiday_notice_makes_the_date_provisional() -> None:
    assert traced(EnquiryKind.COMPLAINT, "2031-03-03", "2031-03-10").provisional
    assert not traced(EnquiryKind.COMPLAINT, "2031-03-03", "2031-03-11").provisional  # agreed, not reckoned
