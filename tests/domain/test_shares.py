"""Do shares add up to 100.0?"""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st
from registers import golden

from hallclient.domain.figures.shares import largest_remainder

PORTAL = [937, 6824, 847, 138431, 181, 431, 20187]


def test_the_first_years_shares_are_the_correct_ones() -> None:
    published = golden("first-year")["proactive"]["portal_items"]["by_category"]

    assert largest_remainder(PORTAL) == ("0.6", "4.1", "0.5", "82.5", "0.1", "0.2", "12.0")
    assert list(largest_remainder(PORTAL)) == [category["share_percent_correct"] for category in published]


def test_a_zero_total_has_no_shares() -> None:
    assert largest_remainder([0, 0]) == ("—", "—")


def test_equal_parts_give_the_rest_to_the_first() -> None:
    assert largest_remainder([1, 1, 1]) == ("33.4", "33.3", "33.3")
    assert largest_remainder([1, 1, 1], decimals=0) == ("34", "33", "33")


@given(st.lists(st.integers(0, 10**9), min_size=1, max_size=20).filter(any), st.integers(0, 3))
def test_shares_add_up_exactly_and_no_share_is_off_by_a_whole_place(values: list[int], decimals: int) -> None:
    shares = [Decimal(share) for share in largest_remainder(values, decimals)]

    assert sum(shares) == 100
    for share, value in zip(shares, values, strict=True):
        assert abs(share - Decimal(value) * 100 / sum(values)) < Decimal(1).scaleb(-decimals)
