"""Last year stands beside this year's documents in force by itself; what does not fit is asked about, not refused."""

from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from hallclient.domain.register.counter import Counter, CounterDraft
from tests.ui.test_figures_screen import open_year
from tests.window import Desk

CELL = "table2.normative_documents.in_force"
RULE = "规章、规范性文件现行有效＝上年＋制发－废止（登记簿）"


def enter(desk: Desk, counter: Counter, count: int) -> None:
    draft = CounterDraft(on=desk.hall.today(), counter=counter, count=Decimal(count))
    desk.hall.counters.enter(draft, by=desk.hall.clerk)


@pytest.fixture
def known(desk: Desk) -> Desk:
    """A store that knows of 2026: ten normative documents in force; it is March 2027."""
    enter(desk, Counter.NORMATIVE_IN_FORCE, 10)
    desk.hall.closing.close(date(2026, 3, 2), by=desk.hall.clerk)
    desk.clock.set(datetime(2027, 3, 2, 9))
    return desk


def this_year(desk: Desk, *, issued: int, repealed: int, in_force: int) -> Any:
    for counter, count in (
        (Counter.NORMATIVE_ISSUED, issued),
        (Counter.NORMATIVE_REPEALED, repealed),
        (Counter.NORMATIVE_IN_FORCE, in_force),
    ):
        enter(desk, counter, count)
    desk.window.open_screen("figures")
    desk.settle()
    open_year(desk, year="2027")
    desk.screen.annual.source.set_value("live")
    desk.screen.annual.ask()
    desk.settle()
    return desk.screen.annual


def rule(page: Any, start: str) -> Any:
    return next(row for row in page.checks.list.rows_model.rows() if row.name.startswith(start))


def test_documents_in_force_that_go_on_from_last_year_are_told_sound(known: Desk) -> None:
    assert rule(this_year(known, issued=3, repealed=1, in_force=12), RULE).holds


@pytest.mark.parametrize(("issued", "repealed", "in_force"), [(3, 1, 13), (2, 1, 12), (3, 2, 12)])
def test_any_of_the_three_that_does_not_fit_leads_to_its_cell(
    known: Desk, issued: int, repealed: int, in_force: int
) -> None:
    page = this_year(known, issued=issued, repealed=repealed, in_force=in_force)

    row = rule(page, RULE)
    assert row.warning
    assert f"应为 {10 + issued - repealed}，现为 {in_force}" in row.places[0].name
    assert "请核实，不影响导出" in page.checks.sums.text()
    page.checks.list.setFocus()
    page.checks.list.choose(lambda one: one.cell == CELL)
    known.press("Return")
    assert next(table for table in page.annual.tables if table.hasFocus()).current().code == CELL


def test_beside_a_published_report_the_form_itself_asks(known: Desk) -> None:
    known.hall.reports.publish(2026, form="national-2021", by=known.hall.clerk)
    page = this_year(known, issued=3, repealed=1, in_force=40)

    row = rule(page, "W1")
    assert (row.holds, row.warning) == (False, True)
    assert row.places[-1].cell == CELL
    assert not [one for one in page.checks.list.rows_model.rows() if one.name == RULE], "once is enough"


def test_a_clean_up_of_documents_forbids_no_export(known: Desk, tmp_path: Path) -> None:
    known.hall.reports.publish(2026, form="national-2021", by=known.hall.clerk)
    page = this_year(known, issued=3, repealed=1, in_force=40)
    page.export_to(tmp_path / "r.json")
    known.settle()

    assert (tmp_path / "r.json").exists()


def test_a_store_that_knows_nothing_of_last_year_asks_nothing(desk: Desk) -> None:
    desk.clock.set(datetime(2027, 3, 2, 9))
    page = this_year(desk, issued=3, repealed=1, in_force=40)

    assert not [one for one in page.checks.list.rows_model.rows() if one.name == RULE]
