"""Training sessions and assessment results by keyboard: recorded, corrected, withdrawn."""

from datetime import date

import pytest

from hallclient.domain.register.supervision import AssessmentKind, TrainingKind
from tests.window import Desk

FIRST, LAST = date(2026, 1, 1), date(2026, 12, 31)


@pytest.fixture
def registers(desk: Desk) -> Desk:
    desk.window.open_screen("registers")
    desk.settle()
    desk.press("Alt+5")
    return desk


def record(desk: Desk, title: str = "信息公开条例培训", attending: str = "35") -> None:
    form = desk.screen.supervision.form
    form.field("title").setFocus()
    desk.type(title)
    desk.press("Return")
    desk.type(attending)
    desk.press("Ctrl+Return")


def test_a_session_is_recorded_and_feeds_the_reports_slots(registers: Desk) -> None:
    record(registers)

    [session] = registers.hall.supervision.trainings(FIRST, LAST)
    assert (session.kind, session.title, session.attending) == (TrainingKind.OFFICERS, "信息公开条例培训", 35)
    assert registers.hall.supervision.slots(2026)["training_attending"] == "35"
    assert len(registers.screen.supervision.list.rows_model.rows()) == 1


def test_a_session_without_anybody_is_not_recorded(registers: Desk) -> None:
    record(registers, attending="0")

    assert registers.hall.supervision.trainings(FIRST, LAST) == []
    assert registers.screen.supervision.form.field("attending").below.text().startswith("⚠")


def test_a_session_is_corrected_and_withdrawn(registers: Desk) -> None:
    record(registers)
    tab = registers.screen.supervision
    tab.list.setFocus()
    tab.list.selectRow(0)
    registers.press("Return")
    field = tab.form.field("attending")
    field.setFocus()
    field.edit.selectAll()
    registers.type("40")
    registers.press("Ctrl+Return")
    assert [one.attending for one in registers.hall.supervision.trainings(FIRST, LAST)] == [40]

    tab.list.setFocus()
    tab.list.selectRow(0)
    registers.press("Ctrl+Del")
    registers.type("error")
    registers.press("Return")
    registers.settle()
    assert [one.voided for one in registers.hall.supervision.trainings(FIRST, LAST)] == ["error"]


def test_an_assessment_asks_for_its_result_and_not_for_persons(registers: Desk) -> None:
    form = registers.screen.supervision.form
    form.field("kind").setFocus()
    registers.settle()
    registers.type("5")  # 工作考核
    registers.settle()
    assert form.field("attending").isHidden()
    form.field("result").setFocus()
    registers.type("考核为优秀。")
    registers.press("Ctrl+Return")

    [result] = registers.hall.supervision.assessments(FIRST, LAST)
    assert (result.kind, result.result) == (AssessmentKind.ASSESSMENT, "考核为优秀。")
