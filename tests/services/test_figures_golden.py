"""Do the published reports come back from a register that realises them, cell by cell?"""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from closing_hall import Hall, hall_in, import_rows
from registers import first_year_rows, golden, suqian_rows

SHARES = ["0.6", "4.1", "0.5", "82.5", "0.1", "0.2", "12.0"]


@pytest.fixture(scope="module")
def suqian(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Hall]:
    with hall_in(tmp_path_factory.mktemp("suqian"), "2026-11-22 09:00:00") as hall:
        import_rows(hall, suqian_rows())
        yield hall


def test_all_175_cells_of_table_three_come_back(suqian: Hall) -> None:
    report = suqian.figures.national(2023).as_json()

    assert report["table3"] == golden("suqian-2023")["table3"]
    assert sum(len(row["cells"]) for row in report["table3"]["rows"]) == 175


def test_tables_two_and_four_and_the_fees_come_back(suqian: Hall) -> None:
    report, published = suqian.figures.national(2023).as_json(), golden("suqian-2023")

    assert report["table2"] == published["table2"]
    assert report["table4"] == published["table4"]
    assert report["fees"] == published["fees"]
    assert json.loads(json.dumps(report)) == report


def test_all_identities_of_the_published_year_hold(suqian: Hall) -> None:
    report = suqian.figures.national(2023)

    assert report.violations == ()
    assert [identity for identity in report.as_json()["identities"] if not identity["holds"]] == []
    assert report.differences == ()
    assert report.open_days == ()


def test_a_recount_gives_the_same_report(suqian: Hall) -> None:
    sealed, live = suqian.figures.national(2023), suqian.figures.national(2023, live=True)

    assert sealed.table3 == live.table3
    assert sealed.table2 == live.table2
    assert sealed.table4 == live.table4
    assert sealed.fee_parts == live.fee_parts


def test_what_the_year_carries_out_the_next_year_carries_in(suqian: Hall) -> None:
    out = suqian.figures.national(2023).table3["carried_out"]

    assert suqian.figures.national(2024).table3["carried_in"] == out


def test_last_years_row_may_come_from_a_file(suqian: Hall) -> None:
    published = golden("suqian-2023")["table3"]["rows"]
    carried_in = next(row["cells"] for row in published if row["code"] == "carried_in")

    assert suqian.figures.national(2023, carried_in=carried_in).as_json()["table3"]["rows"] == published

    other = suqian.figures.national(2023, carried_in=carried_in | {"natural_person": 90, "total": 95})
    assert [(one.identity, one.cells) for one in other.violations] == [
        ("R4", ("table3.carried_in.natural_person", "table3.carried_in.total"))
    ]


@pytest.fixture(scope="module")
def first_year(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Hall]:
    rows = first_year_rows(enquiries=4000)
    with hall_in(tmp_path_factory.mktemp("first"), "2026-11-22 09:00:00") as hall:
        import_rows(hall, rows)
        yield hall


def test_the_first_year_comes_back_number_by_number(first_year: Hall) -> None:
    report, published = first_year.figures.first_year(2008).as_json(), golden("first-year")

    portal = report["proactive"]["portal_items"]
    assert portal["total"] == published["proactive"]["portal_items"]["total"]
    assert [(one["code"], one["count"], one["share_percent"]) for one in portal["by_category"]] == [
        (one["code"], one["count"], one["share_percent_correct"])
        for one in published["proactive"]["portal_items"]["by_category"]
    ]
    assert [one["share_percent"] for one in portal["by_category"]] == [
        "0.6",
        "4.1",
        "0.5",
        "82.5",
        "0.1",
        "0.2",
        "12.0",
    ]
    for name in ("press_conferences", "press_briefings", "media_items"):
        assert report["proactive"][name] == published["proactive"][name]
    assert report["windows"] == published["windows"]
    assert report["applications"]["received"] == report["applications"]["answered"] == 20495
    assert report["applications"]["by_unit"]["市工商局"] == 20032
    assert sum(report["applications"]["by_unit"].values()) == 20495
    assert report["fees_yuan"] == 0
    assert (report["reviews"]["total"], report["reviews"]["litigation"], report["reviews"]["reconsideration"]) == (
        4,
        2,
        2,
    )
    assert report["reviews"]["by_result"] == {"upheld": 2, "corrected": 0, "other": 2, "pending": 0}
    assert report["training"] == {"leaders": 200, "officers": 0, "civil_servants": 5000, "classes": 6}
    assert all(identity["holds"] for identity in report["identities"])


def test_the_whole_register_of_the_first_year_has_over_a_hundred_thousand_rows() -> None:
    rows = first_year_rows()

    assert len(rows["enquiries"]) > 100_000
    assert sum(int(row["persons"]) for row in rows["enquiries"]) == 165_695
    assert len(rows["applications"]) == 20_495


def test_golden_data_travel_with_the_repository(tmp_path: Path) -> None:
    assert golden("suqian-2023")["year"] == 2023
