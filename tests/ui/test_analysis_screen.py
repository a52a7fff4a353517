"""Case analysis and the check of published reports by keyboard: cells lead to cases, violations to cells."""

import json
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from hallclient.domain.figures.analysis import Dimension
from tests.ui.application_desk import registered
from tests.window import Desk

GOLDEN = Path(__file__).parent.parent / "data" / "golden" / "suqian-2023.json"


@pytest.fixture
def analysed(desk: Desk) -> Desk:
    for subject in ("预算", "规划", "征收公告"):
        registered(desk, subject=subject)
    desk.window.open_screen("figures")
    desk.settle()
    desk.press("Alt+5")
    return desk


def test_a_cell_of_the_cross_table_opens_its_cases(analysed: Desk) -> None:
    page = analysed.screen.analysis
    assert page.found.cases == 3
    assert page.table.current() is not None
    count = int(page.table.current().text)
    assert len(page.cases.rows_model.rows()) == count

    analysed.press("Return", "Return")
    assert analysed.screen.title == "申请"


def test_other_dimensions_are_chosen_and_charts_are_told_in_words(analysed: Desk) -> None:
    page = analysed.screen.analysis
    page.rows.set_value(Dimension.CHANNEL)
    page.ask()
    analysed.settle()

    assert page.found.cross.by[0] is Dimension.CHANNEL
    shown = [chart for chart in page.charts if chart.isVisible()]
    assert len(shown) == 4
    assert all(chart.accessibleDescription() for chart in shown)


def test_times_repeats_and_comparison_stand_beside(analysed: Desk) -> None:
    rows = {name.strip(): value for name, value, *_ in analysed.screen.analysis.facts.rows_model.rows()}

    assert rows["尚未答复"] == "3"
    assert rows["同一申请人最多（件）"] == "3"
    assert rows["合计"] == "3"


def test_an_analysis_leaves_as_workbook_csv_and_paper(analysed: Desk, tmp_path: Path) -> None:
    for ending in ("xlsx", "csv", "pdf"):
        analysed.screen.analysis.export_to(tmp_path / f"analysis.{ending}")
    analysed.settle()

    assert "答复用时" in openpyxl.load_workbook(tmp_path / "analysis.xlsx").sheetnames
    assert (tmp_path / "analysis.pdf").read_bytes().startswith(b"%PDF")
    assert "同一申请人申请件数" in (tmp_path / "analysis.csv").read_text("utf-8-sig")
    analysed.press("F7")
    assert analysed.paper.shown[-1][1].startswith(b"%PDF")


def check(desk: Desk, path: Path) -> Any:
    desk.press("Alt+6")
    desk.type(str(path))
    desk.press("Return")
    desk.settle()
    return desk.screen.check


def test_a_sound_report_is_told_sound(analysed: Desk) -> None:
    page = check(analysed, GOLDEN)

    assert page.list.rows_model.rows() == []
    assert "没有自相矛盾" in page.told.text()


def test_a_changed_cell_is_found_and_walked_to_with_both_values(analysed: Desk, tmp_path: Path) -> None:
    said = json.loads(GOLDEN.read_text("utf-8"))
    said["table3"]["rows"][0]["cells"]["natural_person"] += 1
    (tmp_path / "wrong.json").write_text(json.dumps(said), "utf-8")

    page = check(analysed, tmp_path / "wrong.json")

    cells = {one.cell for one in page.list.rows_model.rows()}
    assert cells == {"table3.received.natural_person"}
    assert all(one.expected != one.found for one in page.list.rows_model.rows())
    page.list.setFocus()
    analysed.press("Return")
    assert any(
        table.hasFocus() and table.current().code == "table3.received.natural_person" for table in page.page.tables
    )


def test_a_file_that_is_no_report_is_said(analysed: Desk, tmp_path: Path) -> None:
    (tmp_path / "other.json").write_text("{}", "utf-8")

    assert "没有可核对的年度报告" in check(analysed, tmp_path / "other.json").told.text()
