"""Published reports checked in the window by keyboard: every format, the customer's own text, a jump to each cell."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from annual_reports import suqian
from registers import GOLDEN

from hallclient.domain.figures.report import Report
from hallclient.services.exporting import annual_bytes
from tests.window import Desk

CELL = "table3.refused_state_secret.natural_person"
FORMATS = (".docx", ".xlsx", ".html", ".json")


@pytest.fixture
def check(desk: Desk) -> Callable[..., Any]:
    """Names a file in 核对 as a clerk does and returns the page."""
    desk.window.open_screen("figures")
    desk.settle()
    desk.press("Alt+6")

    def named(path: Path, last_year: Path | None = None) -> Any:
        page = desk.screen.check
        if last_year is not None:
            page.last.edit.setFocus()
            desk.type(str(last_year))
        page.path.edit.setFocus()
        page.path.edit.selectAll()
        desk.type(str(path))
        desk.press("Return")
        desk.settle()
        return page

    return named


def changed(report: Report, cell: str, by: int) -> Report:
    """Return the report with another number in one cell, as a slip of the hand leaves it."""
    figures = (
        replace(figure, value=(figure.value or 0) + by) if figure.id == cell else figure for figure in report.figures
    )
    return replace(report, figures=tuple(figures))


def wrong(page: Any) -> dict[str, tuple[str, str]]:
    return {one.cell: (one.expected, one.found) for one in page.list.rows_model.rows() if not one.warning}


@pytest.mark.parametrize("ending", FORMATS)
def test_a_sound_report_is_sound_in_every_format(check: Callable[..., Any], tmp_path: Path, ending: str) -> None:
    (tmp_path / f"r{ending}").write_bytes(annual_bytes(suqian(), ending))

    page = check(tmp_path / f"r{ending}")

    assert "没有自相矛盾" in page.told.text()
    assert wrong(page) == {}
    assert sum(bool(cell.figure) for table in page.page.tables for cell in table.cells.values()) == 200


@pytest.mark.parametrize("ending", FORMATS)
def test_a_wrong_cell_is_found_in_every_format_and_enter_walks_to_it(
    desk: Desk, check: Callable[..., Any], tmp_path: Path, ending: str
) -> None:
    (tmp_path / f"r{ending}").write_bytes(annual_bytes(changed(suqian(), CELL, 7), ending))

    page = check(tmp_path / f"r{ending}")

    sound = suqian().cells[CELL].text
    [suspect] = [one for one in page.list.rows_model.rows() if one.suspect]
    assert (suspect.cell, suspect.expected, suspect.found) == (CELL, sound, str(int(sound) + 7))
    assert [one.identity for one in page.list.rows_model.rows()] == ["疑误", "R2", "R3"]
    assert suspect.told.startswith(f"这一格改为 {sound}，")
    desk.press("Tab")
    while not page.list.hasFocus():
        desk.press("Tab")
    desk.press("Return")
    table = next(table for table in page.page.tables if table.hasFocus())
    assert table.current().code == CELL
    assert table.current().wrong
    assert table.current().text == str(int(sound) + 7)


def test_the_customers_own_text_has_three_wrong_shares(desk: Desk, check: Callable[..., Any]) -> None:
    page = check(GOLDEN / "first-year-report.txt")

    share = "proactive.portal_items.by_category.{}.share_percent".format
    assert wrong(page) == {
        share("business_updates"): ("82.5", "82.4"),
        share("emergency_management"): ("0.3", "0.2"),
        share("other"): ("12.0", "12.1"),
    }
    page.list.setFocus()
    for cell in wrong(page):
        page.list.choose(lambda one, cell=cell: one.cell == cell)
        desk.press("Return")
        assert next(table for table in page.page.tables if table.hasFocus()).current().code == cell
        desk.press("Escape")
        page.list.setFocus()


def test_two_slips_are_listed_with_their_relations_and_cells(check: Callable[..., Any], tmp_path: Path) -> None:
    twice = changed(changed(suqian(), CELL, 7), "table3.received.legal_service_organisation", 2)
    (tmp_path / "r.xlsx").write_bytes(annual_bytes(twice, ".xlsx"))

    rows = check(tmp_path / "r.xlsx").list.rows_model.rows()

    assert not any(one.suspect for one in rows)
    relations = {one.identity: (one.expected, one.found) for one in rows if one.identity}
    assert set(relations) == {"R1", "R2", "R3"}
    assert all(ought != stands for ought, stands in relations.values())
    assert {CELL, "table3.received.legal_service_organisation"} <= {one.cell for one in rows if not one.identity}


def test_last_years_report_in_another_format_is_held_beside(check: Callable[..., Any], tmp_path: Path) -> None:
    """Of normative documents: 现行有效 = last year's + issued − repealed, which no table of one year can tell."""
    before = suqian()
    (tmp_path / "before.docx").write_bytes(annual_bytes(before, ".docx"))
    now = replace(changed(before, "table2.normative_documents.in_force", 50), year=before.year + 1)
    (tmp_path / "now.xlsx").write_bytes(annual_bytes(now, ".xlsx"))

    page = check(tmp_path / "now.xlsx", tmp_path / "before.docx")

    warned = {one.cell for one in page.list.rows_model.rows() if one.warning}
    assert "table2.normative_documents.in_force" in warned


def test_a_file_that_is_not_there_is_told_and_the_old_tables_go(
    desk: Desk, check: Callable[..., Any], tmp_path: Path
) -> None:
    (tmp_path / "r.html").write_bytes(annual_bytes(suqian(), ".html"))
    check(tmp_path / "r.html")

    page = check(tmp_path / "gone.xlsx")

    assert "找不到文件“gone.xlsx”" in page.told.text()
    assert "找不到文件“gone.xlsx”" in desk.status
    assert page.page.tables == []
