"""What does the processing fee come to? Every value of the two schedules."""

from datetime import date
from decimal import Decimal

import pytest

from hallclient import reference
from hallclient.domain.law.explain import fee_json
from hallclient.domain.law.fees import Band, FeeCountInvalid, NoTariff, fee_for_items, fee_for_pages, tariff_for

(TARIFF,) = reference.load_tariffs()


@pytest.mark.parametrize(
    ("count", "last_price", "total"),
    [
        (0, None, 0),
        (1, 0, 0),
        (10, 0, 0),
        (11, 100, 100),
        (30, 100, 2000),
        (31, 200, 2200),
        (40, 200, 4000),
        (41, 300, 4300),
        (50, 300, 7000),
        (60, 400, 11000),
        (100, 800, 37000),
    ],
)
def test_fee_by_items(count: int, last_price: int | None, total: int) -> None:
    fee = fee_for_items(count, TARIFF)
    assert fee.yuan == Decimal(total)
    assert (fee.bands[-1].price if fee.bands else None) == last_price


@pytest.mark.parametrize(
    ("count", "total"),
    [
        (0, 0),
        (30, 0),
        (31, 10),
        (68, 380),
        (70, 400),
        (100, 700),
        (101, 720),
        (200, 2700),
        (201, 2740),
        (300, 6700),
        (1000, 34700),
    ],
)
def test_fee_by_pages(count: int, total: int) -> None:
    assert fee_for_pages(count, TARIFF).yuan == Decimal(total)


def test_fee_agrees_with_the_price_of_each_single_item_and_page() -> None:
    def item(k: int) -> int:
        return 0 if k <= 10 else 100 if k <= 30 else 100 * (1 + -(-(k - 30) // 10))

    def page(k: int) -> int:
        return 0 if k <= 30 else 10 if k <= 100 else 20 if k <= 200 else 40

    for count in (*range(130), 999):
        assert fee_for_items(count, TARIFF).yuan == sum(item(k) for k in range(1, count + 1))
        assert fee_for_pages(count, TARIFF).yuan == sum(page(k) for k in range(1, count + 1))


def test_bands_cover_every_unit_once() -> None:
    for fee in (fee_for_items(57, TARIFF), fee_for_pages(333, TARIFF)):
        assert [unit for band in fee.bands for unit in range(band.from_, band.to + 1)] == list(range(1, fee.count + 1))
        assert sum(band.yuan for band in fee.bands) == fee.yuan


def test_fee_for_machines_is_decimal_text() -> None:
    assert fee_json(fee_for_pages(68, TARIFF)) == {
        "basis": "pages",
        "count": 68,
        "yuan": "380.00",
        "bands": [
            {"from": 1, "to": 30, "price": "0.00", "yuan": "0.00"},
            {"from": 31, "to": 68, "price": "10.00", "yuan": "380.00"},
        ],
    }
    assert fee_for_items(41, TARIFF).bands[-1] == Band(41, 41, Decimal(300), Decimal(300))


@pytest.mark.parametrize("count", [-1, 100_000])
def test_a_count_out_of_reason_is_refused(count: int) -> None:
    with pytest.raises(FeeCountInvalid):
        fee_for_items(count, TARIFF)
    with pytest.raises(FeeCountInvalid):
        fee_for_pages(count, TARIFF)


def test_no_processing_fee_before_2021() -> None:
    assert tariff_for(date(2021, 1, 1), [TARIFF]) is TARIFF
    with pytest.raises(NoTariff):
        tariff_for(date(2020, 12, 31), [TARIFF])
