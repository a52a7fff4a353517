"""Which figures stand out: of units and of windows, month by month, the farthest outside first."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from sending_hall import HubClock, new_hub

from hallclient.domain.figures import oversight
from hallclient.domain.figures.oversight import Unusual
from hallclient.hub import admin
from hallclient.hub.database import HubDatabase
from hallclient.hub.deliver import count, deliver
from hallclient.services import hub_unusual
from tests.hub.windows import ReportingWindow

TODAY = date(2026, 3, 6)
CODE = "enquiries.persons"


@pytest.fixture
def hub(tmp_path: Path) -> Iterator[HubDatabase]:
    made = new_hub(tmp_path / "hub.sqlite", HubClock())
    yield made
    made.close()


def window(hub: HubDatabase, name: str, unit: str, by_month: dict[tuple[int, int], int]) -> None:
    made = ReportingWindow(name, unit)
    admin.enrol(hub, name, made.public_key, unit, by="周主任", since=date(2025, 1, 1))
    deliver(hub, [made.close(date(year, month, 3), {CODE: value}) for (year, month), value in sorted(by_month.items())])
    count(hub)


def told(found: tuple[Unusual, ...]) -> list[tuple[str, str, date, object, object, object]]:
    return [(one.unit, one.window, one.month, one.value, one.low, one.high) for one in found if one.code == CODE]


BEFORE = {(2025, 10): 40, (2025, 11): 50, (2025, 12): 60, (2026, 1): 55}
FEBRUARY, MARCH = date(2026, 2, 1), date(2026, 3, 1)


def test_a_window_stands_out_whose_unit_does_not(hub: HubDatabase) -> None:
    window(hub, "SL01-W01", "市民政局", BEFORE | {(2026, 2): 200})
    window(hub, "SL01-W02", "市民政局", {month: 400 - value for month, value in BEFORE.items()} | {(2026, 2): 200})

    found = told(hub_unusual.of_all(hub, FEBRUARY, MARCH, today=TODAY))
    assert found == [
        ("市民政局", "SL01-W01", FEBRUARY, 200, 40, 60),
        ("市民政局", "SL01-W02", FEBRUARY, 200, 340, 360),
    ]


def test_each_month_of_the_period_is_compared_with_the_months_before_it(hub: HubDatabase) -> None:
    window(hub, "SL01-W01", "市民政局", BEFORE | {(2026, 2): 90, (2026, 3): 80})

    found = told(hub_unusual.of_all(hub, date(2026, 1, 1), date(2026, 4, 1), today=TODAY))
    # March is not above February, which counts among its twelve months; and it is not over.
    assert {one[2] for one in found} == {FEBRUARY}


def test_of_a_month_that_is_not_over_only_what_is_above_is_told(hub: HubDatabase) -> None:
    window(hub, "SL01-W01", "市民政局", BEFORE | {(2026, 3): 1})

    assert told(hub_unusual.of_all(hub, MARCH, date(2026, 4, 1), today=TODAY)) == []
    later = told(hub_unusual.of_all(hub, MARCH, date(2026, 4, 1), today=date(2026, 4, 1)))
    assert later == [("市民政局", "", MARCH, 1, 40, 60), ("市民政局", "SL01-W01", MARCH, 1, 40, 60)]


def test_of_a_large_hub_only_windows_of_units_that_stand_out_are_looked_at(
    hub: HubDatabase, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(hub_unusual, "MOST_WINDOWS", 2)
    window(hub, "SL01-W01", "市民政局", BEFORE | {(2026, 2): 200})
    window(hub, "SL01-W02", "市民政局", {month: 400 - value for month, value in BEFORE.items()} | {(2026, 2): 200})
    window(hub, "SL02-W01", "市教育局", BEFORE | {(2026, 2): 70})

    found = told(hub_unusual.of_all(hub, FEBRUARY, MARCH, today=TODAY))
    assert {(unit, name) for unit, name, *_ in found} == {("市教育局", ""), ("市教育局", "SL02-W01")}


def test_what_is_farthest_outside_comes_first() -> None:
    def made(value: int, low: int, high: int) -> Unusual:
        return Unusual(unit="局", code=CODE, month=MARCH, value=value, low=low, high=high, periods=12)

    far, near, new, few = made(300, 10, 100), made(110, 10, 100), made(5, 0, 0), made(5, 10, 100)
    assert oversight.farthest_first([near, few, far, new]) == (new, far, few, near)
    assert [one.ratio for one in (far, few, new)] == [3.0, 0.5, None]


def test_a_year_is_its_last_twelve_months() -> None:
    assert oversight.months_of(date(2024, 5, 7), date(2026, 3, 6))[0] == date(2025, 4, 1)
    assert oversight.months_of(date(2026, 3, 2), date(2026, 3, 3)) == [MARCH]
    assert oversight.months_of(date(2026, 4, 1), date(2026, 3, 3)) == []
