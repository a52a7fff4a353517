"""By when a referred matter must be answered."""

from datetime import date, timedelta

import pytest

from hallclient.domain.register.enquiry_clocks import due_on, read_clocks
from hallclient.domain.register.kinds import EnquiryKind
from hallclient.reference import load_enquiry_clocks

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
