"""Figures in the window: sealed beside recounted, the card of a figure, its records, the official tables, export."""

import json
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest

from hallclient.domain.register.counter import Counter, CounterDraft
from hallclient.domain.register.kinds import EnquiryKind
from tests.window import Desk

DAY = date(2026, 3, 2)


def shown(desk: Desk) -> dict[str, tuple[object, object, object]]:
    rows = desk.screen.period.lines.rows_model.rows()
    return {row.line.code: (row.sealed, row.live, row.difference) for row in rows}


@pytest.fixture
def figures(desk: Desk) -> Desk:
    """Two visits on a closed day, one on the day after, which is open."""
    for persons in (1, 2):
        desk.hall.reception.tally(EnquiryKind.HELP, persons=persons, by=desk.hall.clerk)
    desk.hall.closing.close(DAY, by=desk.hall.clerk)
    desk.clock.set(datetime(2026, 3, 3, 9))
    desk.hall.reception.tally(EnquiryKind.HELP, persons=4, by=desk.hall.clerk)
    desk.window.open_screen("figures")
    desk.settle()
    return desk


def test_sealed_figures_stand_beside_the_recount(figures: Desk) -> None:
    assert shown(figures)["enquiries.persons"] == (3, 7, 4)
    assert not any(row.unexplained for row in figures.screen.period.lines.rows_model.rows())
    assert "2026-03-03" in figures.screen.period.checks.days.text()


def test_the_card_tells_what_a_figure_counts_and_which_records(figures: Desk) -> None:
    figures.screen.period.lines.choose(lambda row: row.line.code == "enquiries.persons")
    figures.settle()

    card = figures.screen.period.figure
    assert "人数之和" in card.definition.text()
    assert len(card.records.rows_model.rows()) == 3


def test_a_record_opens_from_its_figure_with_enter(figures: Desk) -> None:
    figures.screen.period.lines.setFocus()
    figures.screen.period.lines.choose(lambda row: row.line.code == "enquiries.persons")
    figures.settle()
    figures.press("Return", "Return")

    assert figures.screen.title == "接待"


def test_a_reversed_period_is_said(figures: Desk) -> None:
    figures.screen.period.first.set_value(date(2026, 3, 9))
    figures.screen.period.last.edit.setFocus()
    figures.screen.period.last.edit.selectAll()
    figures.type("20260301")

    assert "止日早于起日" in figures.status


def test_the_chosen_month_is_counted_alone(figures: Desk) -> None:
    figures.screen.period.period.edit.setFocus()
    figures.settle()
    figures.type("2")  # 上月
    figures.settle()

    assert figures.screen.period.first.value() == date(2026, 2, 1)
    assert shown(figures)["enquiries.persons"] == (0, 0, 0)


def open_year(desk: Desk, year: str = "2026", form: str = "") -> None:
    desk.press("Alt+2")
    desk.screen.annual.year.edit.setFocus()
    desk.screen.annual.year.edit.selectAll()
    desk.type(year)
    if form:
        desk.screen.annual.form.edit.setFocus()
        desk.settle()
        desk.type(form)
    desk.settle()


def behind(desk: Desk, line: str) -> str:
    return str(next(figure.id for figure in desk.screen.annual.annual.report.figures if line in figure.lines))


def walk(desk: Desk, figure: str) -> None:
    assert desk.screen.annual.annual.go_to(figure)
    desk.settle()


def test_the_official_tables_have_their_cells(figures: Desk) -> None:
    open_year(figures)

    sizes = [
        len([cell for cell in table.cells.values() if cell.figure]) for table in figures.screen.annual.annual.tables
    ]
    assert sizes[:3] == [10, 175, 15]
    assert "全部相符" in figures.screen.annual.checks.sums.text()


def test_the_headings_of_table_three_span_as_in_the_form(figures: Desk) -> None:
    open_year(figures)
    table = figures.screen.annual.annual.tables[1]
    cells = {cell.text: cell for cell in table.cells.values() if not cell.figure}

    assert (cells["法人或其他组织"].columns, cells["自然人"].rows) == (5, 2)
    assert cells["三、本年度办理结果"].rows == 22
    assert cells["（三）不予公开"].rows == 8


def test_every_cell_is_walked_to_and_explained(figures: Desk) -> None:
    draft = CounterDraft(on=DAY, counter=Counter.LICENCES, count=Decimal(12))
    figures.hall.counters.enter(draft, late_reason="漏记", by=figures.hall.clerk)
    open_year(figures)
    walk(figures, behind(figures, "counters.licences.decisions"))

    card = figures.screen.annual.figure
    assert card.value.text().startswith("12")
    assert card.definition.text()
    assert "2025 年（登记簿）：" in card.beside.text()
    assert "重新统计：12" in card.beside.text()
    assert "来源：已结的日报表" in card.beside.text()


@pytest.mark.parametrize(
    ("key", "name"), [("1", "national-2021"), ("2", "national-2019"), ("3", "first-year"), ("4", "return-2008")]
)
def test_any_form_is_drawn_from_its_grids(figures: Desk, key: str, name: str) -> None:
    open_year(figures, form=key)
    page = figures.screen.annual.annual

    assert page.report.form == name
    drawn = {cell.code for table in page.tables for cell in table.cells.values() if cell.figure}
    assert drawn == {cell.figure for grid in page.report.grids() for cell in grid.cells if cell.figure}


def test_a_difference_from_the_recount_is_explained_by_the_open_day(figures: Desk) -> None:
    open_year(figures, form="3")
    walk(figures, behind(figures, "enquiries.persons"))

    beside = figures.screen.annual.figure.beside.text()
    assert "重新统计：7" in beside
    assert "未日结 1 天（2026-03-03）" in beside


def test_the_first_years_form_shows_shares(figures: Desk) -> None:
    figures.hall.counters.enter(
        CounterDraft(on=date(2026, 3, 3), counter=Counter.PORTAL_PLANS, count=Decimal(5)),
        by=figures.hall.clerk,
    )
    figures.hall.closing.close(date(2026, 3, 3), by=figures.hall.clerk)
    open_year(figures, form="3")

    assert "100.0" in [
        cell.text for table in figures.screen.annual.annual.tables for cell in table.cells.values() if cell.figure
    ]


def test_period_and_year_leave_as_files(figures: Desk, tmp_path: Path) -> None:
    figures.screen.period.export_to(tmp_path / "tally.json")
    figures.settle()
    open_year(figures)
    figures.screen.annual.export_to(tmp_path / "year.xlsx")
    figures.settle()

    lines = json.loads((tmp_path / "tally.json").read_text("utf-8"))["lines"]
    assert {"enquiries.persons": 3}.items() <= {line["code"]: line["value"] for line in lines}.items()
    assert "表三 依申请公开" in openpyxl.load_workbook(tmp_path / "year.xlsx").sheetnames
