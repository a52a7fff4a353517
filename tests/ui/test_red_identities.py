"""A red identity leads to what is broken, on a store somebody has tampered with: to the cell, or to the record."""

from datetime import date
from pathlib import Path

import pytest

from hallclient.domain.figures.identities import IdentitiesBroken
from hallclient.domain.register.kinds import EnquiryKind
from tests.ui.application_desk import registered
from tests.ui.test_figures_screen import open_year
from tests.window import Desk


def tamper(desk: Desk, statement: str) -> None:
    with desk.hall.office.database.writing() as tx:
        tx.exec_driver_sql(statement)


def checks(desk: Desk) -> list[tuple[bool, str]]:
    return [(row.holds, row.name) for row in desk.screen.annual.checks.list.rows_model.rows()]


@pytest.fixture
def closed(desk: Desk) -> Desk:
    """A closed day: three visitors and one application."""
    desk.hall.reception.tally(EnquiryKind.HELP, persons=3, by=desk.hall.clerk)
    registered(desk)
    desk.hall.closing.close(date(2026, 3, 2), by=desk.hall.clerk)
    desk.window.open_screen("figures")
    desk.settle()
    return desk


def test_a_record_with_an_outcome_and_no_day_is_named_and_opened(closed: Desk) -> None:
    tamper(closed, "UPDATE applications SET outcome = 'granted', state = 'answered', open = 0")
    open_year(closed)

    [number] = {row.record for row in closed.screen.annual.checks.list.rows_model.rows() if row.record}
    shown = checks(closed)
    assert (False, f"　{number}") in shown
    assert not shown[0][0], "the broken ones come first"
    assert "勾稽关系不符" in closed.screen.annual.checks.sums.text()

    view = closed.screen.annual.checks.list
    view.setFocus()
    view.choose(lambda row: row.record == number)
    closed.press("Return")
    assert closed.screen.title == "申请"
    assert closed.screen.heading.text() == number


def test_a_visit_changed_behind_a_closed_day_leads_to_its_figure(closed: Desk) -> None:
    tamper(closed, "UPDATE enquiries SET persons = 9")
    open_year(closed, form="3")

    view = closed.screen.annual.checks.list
    broken = [row for row in view.rows_model.rows() if row.cell == "enquiries.persons"]
    assert broken, checks(closed)
    view.setFocus()
    view.choose(lambda row: row.cell == "enquiries.persons")
    closed.press("Return")
    closed.settle()

    table = next(table for table in closed.screen.annual.annual.tables if table.hasFocus())
    figure = closed.screen.annual.view.report.cells[table.current().code]
    assert "enquiries.persons" in figure.lines
    assert "不一致" in closed.screen.annual.figure.beside.text(), "what stands beside says why"


def test_enter_on_the_relation_itself_leads_to_its_first_place(closed: Desk) -> None:
    tamper(closed, "UPDATE enquiries SET persons = 9")
    open_year(closed, form="3")
    view = closed.screen.annual.checks.list
    view.setFocus()
    view.selectRow(0)
    closed.press("Return")

    assert any(table.hasFocus() for table in closed.screen.annual.annual.tables)


def test_nothing_is_exported_while_an_identity_is_red(closed: Desk, tmp_path: Path) -> None:
    tamper(closed, "UPDATE applications SET outcome = 'granted', state = 'answered', open = 0")
    open_year(closed)
    closed.screen.annual.export_to(tmp_path / "r.xlsx")
    closed.settle()

    assert [type(one) for one in closed.refused] == [IdentitiesBroken]
    assert not (tmp_path / "r.xlsx").exists()
