"""One application by keyboard: how it stands, what can follow and why not, its papers, its masked persons."""

from datetime import datetime

import pytest
from application_desk import at_applications, at_file, dialog, draft, go, keys, put, registered, settle

from hallclient.domain.outcomes import Outcome
from hallclient.domain.register.kinds import ApplicationChannel
from hallclient.domain.register.states import State
from hallclient.domain.register.steps import Act, Step
from hallclient.ui.act_rules import rows
from hallclient.ui.documents_panel import print_words
from tests.window import Desk, rows_of


def facts(desk: Desk) -> str:
    from PySide6.QtWidgets import QLabel

    return "\n".join(label.text() for label in desk.screen.facts.findChildren(QLabel) if not label.isHidden())


def acts(desk: Desk) -> list[str]:
    return [line.step.act.value for line in desk.screen.timeline.list.rows_model.rows() if line.step is not None]


def test_the_header_says_state_due_date_and_days_left(desk: Desk) -> None:
    number = registered(desk).number
    desk.clock.set(datetime(2026, 3, 26, 9, 0))

    at_file(desk, number)

    assert desk.screen.heading.text() == number
    assert desk.screen.state.text() == "办理中"
    assert "2026-03-30" in desk.screen.due.text()
    assert "剩 2 个工作日" in desk.screen.due.text()
    assert desk.screen.due.property("tone") == "warn"


def test_persons_are_masked(desk: Desk) -> None:
    at_file(desk, registered(desk).number)

    assert "张**" in facts(desk)
    assert "440301********0127" in facts(desk)
    assert "13800001234" not in facts(desk)


def test_revealing_asks_a_reason_and_ends_by_itself(desk: Desk) -> None:
    at_file(desk, registered(desk).number)

    keys(desk, "Ctrl+H")
    desk.press("Return")  # without a reason nothing is shown
    assert "13800001234" not in facts(desk)
    desk.type("当事人来电核对")
    desk.press("Return")
    settle(desk)
    assert "13800001234" in facts(desk)

    desk.screen._masking.timeout.emit()
    assert "13800001234" not in facts(desk)


def test_the_lock_hides_what_was_revealed(desk: Desk) -> None:
    at_file(desk, registered(desk).number)
    keys(desk, "Ctrl+H")
    desk.type("核对")
    desk.press("Return")
    settle(desk)
    screen = desk.screen

    desk.window.lock()

    assert not screen._masking.isActive()
    assert "13800001234" not in facts(desk)


def test_an_act_is_recorded_and_the_clock_follows(desk: Desk) -> None:
    number = registered(desk).number
    desk.clock.set(datetime(2026, 3, 4, 9, 0))
    at_file(desk, number)

    keys(desk, "Ctrl+R")
    assert dialog(desk).acts.current().act is Act.CORRECTION_REQUESTED
    desk.press("Ctrl+Return")
    settle(desk)

    assert acts(desk) == ["received", "correction_requested"]
    assert desk.screen.state.text() == "待补正"
    assert "停算" in desk.screen.due.text()


def test_what_cannot_follow_says_why(desk: Desk) -> None:
    number = registered(desk).number
    at_file(desk, number)

    keys(desk, "Ctrl+R")

    asked = dialog(desk)
    why = {row.act: row.why_not for row in asked.acts.rows_model.rows()}
    assert why[Act.EXTENDED] == ""
    assert "告知补正" in why[Act.CORRECTED]
    assert "收费通知" in why[Act.FEE_PAID]
    asked.acts.choose(lambda row: row.act is Act.FEE_PAID)
    assert not asked.ok.isEnabled()
    desk.press("Escape")


def test_a_second_correction_notice_and_a_second_extension_are_named_with_their_article(desk: Desk) -> None:
    application = registered(desk)
    desks, clerk = desk.hall.applications, desk.hall.clerk
    for on, act, more in (
        (3, Act.CORRECTION_REQUESTED, {}),
        (4, Act.CORRECTED, {}),
        (5, Act.EXTENDED, {"days": 5, "details": {"approver": "赵主任"}}),
    ):
        desk.clock.set(datetime(2026, 3, on, 9, 0))
        step = Step(act=act, on=desk.hall.today(), **more)
        application = desks.record(application.number, step, by=clerk, version=application.version)

    found = {row.act: row for row in rows(desks.choices(application.number, by=clerk))}

    assert "2026-03-03" in found[Act.CORRECTION_REQUESTED].why_not
    assert found[Act.CORRECTION_REQUESTED].article == "第三十条"
    assert "2026-03-05" in found[Act.EXTENDED].why_not
    assert "第三十三条" in found[Act.EXTENDED].article


def test_an_extension_asks_days_and_approver(desk: Desk) -> None:
    number = registered(desk).number
    at_file(desk, number)
    keys(desk, "Ctrl+R")
    dialog(desk).acts.choose(lambda row: row.act is Act.EXTENDED)
    desk.press("Ctrl+Return")
    assert desk.focused().objectName() == "days"

    put(desk, "days", "99")
    put(desk, "approver", "赵主任")
    desk.press("Ctrl+Return")
    settle(desk)
    assert desk.hall.applications.get(number).version == 1  # longer than the law allows: the dialog stays, all typed
    assert dialog(desk).form.field("approver").value() == "赵主任"

    go(desk, "days")
    desk.press("Ctrl+A")
    desk.type("20")
    desk.press("Ctrl+Return")
    settle(desk)
    assert "2026-04-28" in desk.screen.due.text()


def test_the_answer_closes_the_application_with_its_letter(desk: Desk) -> None:
    number = registered(desk).number
    at_file(desk, number)

    keys(desk, "Ctrl+T")
    settle(desk)
    desk.type("1")
    put(desk, "reviewer", "李审查")
    put(desk, "information", "改造计划")
    desk.press("Ctrl+Return")
    settle(desk)

    assert desk.hall.applications.get(number).outcome is Outcome.GRANTED
    assert [kind for kind, _pdf in desk.paper.shown] == ["A01"]
    assert not desk.screen.answering.isEnabled()
    assert "已办结" in desk.screen.answering.toolTip()


def test_an_outcome_whose_letter_was_made_elsewhere_is_recorded_alone(desk: Desk) -> None:
    number = registered(desk).number
    at_file(desk, number)

    keys(desk, "Ctrl+T")
    settle(desk)
    desk.type("4")
    put(desk, "outcome", "1")
    go(desk, "document")
    desk.press("Delete")
    desk.press("Ctrl+Return")
    settle(desk)

    assert desk.hall.applications.get(number).outcome is Outcome.UNAVAILABLE_NOT_HELD
    assert desk.paper.shown == []


def test_confirming_receipt_starts_the_clock_and_gives_the_receipt(desk: Desk) -> None:
    number = registered(desk, channel=ApplicationChannel.ONLINE).number
    at_file(desk, number)
    assert desk.screen.state.text() == "待确认收到"
    assert not desk.screen.answering.isVisible()

    keys(desk, "Ctrl+J")
    desk.press("Ctrl+Return")
    settle(desk)

    assert desk.hall.applications.get(number).received_on == desk.hall.today()
    assert [kind for kind, _pdf in desk.paper.shown] == ["P01"]
    assert "2026-03-30" in desk.screen.due.text()


def test_undo_takes_the_last_step_back_with_a_reason(desk: Desk) -> None:
    application = registered(desk)
    desk.hall.applications.record(
        application.number,
        Step(act=Act.CORRECTION_REQUESTED, on=desk.hall.today()),
        by=desk.hall.clerk,
        version=application.version,
    )
    at_file(desk, application.number)

    keys(desk, "Ctrl+Z")
    desk.type("误记")
    desk.press("Return")
    settle(desk)

    assert acts(desk) == ["received"]
    assert desk.screen.state.text() == "办理中"


def test_undoing_a_step_shows_the_papers_issued_since_and_voids_those_that_are_ticked(desk: Desk) -> None:
    application = registered(desk)
    step = Step(act=Act.CORRECTION_REQUESTED, on=desk.hall.today())
    desk.hall.applications.record(application.number, step, by=desk.hall.clerk, version=application.version)
    facts = {"corrections": ["请写明文件名称"]}
    desk.clock.move(minutes=1)
    notice = desk.hall.documents.issue("P03", application=application.number, facts=facts, by=desk.hall.clerk)
    at_file(desk, application.number)

    keys(desk, "Ctrl+Z")
    settle(desk)
    assert dialog(desk).papers() == {notice.id: True}
    desk.type("误记")
    desk.press("Return")
    settle(desk)

    assert acts(desk) == ["received"]
    assert desk.hall.documents.get(notice.id).voided == "误记"
    assert notice.number in desk.status


def test_a_paper_that_is_not_ticked_stays(desk: Desk) -> None:
    application = registered(desk)
    step = Step(act=Act.CORRECTION_REQUESTED, on=desk.hall.today())
    desk.hall.applications.record(application.number, step, by=desk.hall.clerk, version=application.version)
    facts = {"corrections": ["请写明文件名称"]}
    desk.clock.move(minutes=1)
    notice = desk.hall.documents.issue("P03", application=application.number, facts=facts, by=desk.hall.clerk)
    at_file(desk, application.number)

    keys(desk, "Ctrl+Z")
    settle(desk)
    desk.press("Shift+Tab", "Space")
    go(desk, "reason")
    desk.type("日期误记")
    desk.press("Return")
    settle(desk)

    assert acts(desk) == ["received"]
    assert not desk.hall.documents.get(notice.id).voided


def test_voiding_keeps_the_number_and_its_papers_in_their_places(desk: Desk) -> None:
    number = registered(desk).number
    at_file(desk, number)

    keys(desk, "Ctrl+Del")
    desk.type("重复登记")
    desk.press("Return")
    settle(desk)

    assert desk.hall.applications.get(number).state is State.VOIDED
    assert rows_of(desk.screen.papers, lambda way: print_words(way.document)) == ["作废"]
    assert not desk.screen.stepping.isEnabled()


def test_f7_previews_and_f8_prints_the_stored_bytes(desk: Desk) -> None:
    number = registered(desk).number
    at_file(desk, number)
    [paper] = desk.hall.documents.of_record(number)

    keys(desk, "F7")
    keys(desk, "F8")

    stored = desk.hall.documents.stored(paper.id)
    assert desk.paper.shown == [("P01", stored)]
    assert desk.paper.printed == [("P01", stored)]


def test_a_proof_of_service_names_the_chosen_paper(desk: Desk) -> None:
    number = registered(desk).number
    at_file(desk, number)

    keys(desk, "Ctrl+I")
    kinds = [option.value for option in dialog(desk)._kind._options]
    desk.type(str(1 + kinds.index("P14")))
    assert "登记回执" in dialog(desk)._facts.field("served_title").value()
    desk.press("Ctrl+Return")
    settle(desk)

    assert [paper.kind for paper in desk.hall.documents.of_record(number)] == ["P01", "P14"]
    assert desk.paper.shown[-1][0] == "P14"


def test_a_document_opens_its_application_with_itself_chosen(desk: Desk) -> None:
    registered(desk, subject="另一份文件")
    number = registered(desk).number
    [paper] = desk.hall.documents.of_record(number)

    desk.window.open_record("document", str(paper.id))
    settle(desk)

    assert desk.screen.heading.text() == number
    assert desk.screen.papers.paper().id == paper.id


def test_the_trace_counts_twenty_days_and_prints(desk: Desk) -> None:
    at_file(desk, registered(desk).number)

    keys(desk, "F9")
    asked = dialog(desk)
    counted = [row for row in asked.days.rows_model.rows() if row.counted]
    assert len(counted) == 20
    desk.press("F8")
    settle(desk)

    assert desk.paper.shown[-1][0] == "clock_trace"
    desk.press("Escape")


def test_a_stale_file_refuses_and_keeps_what_was_typed(desk: Desk) -> None:
    application = registered(desk)
    at_file(desk, application.number)
    keys(desk, "Ctrl+R")
    dialog(desk).acts.choose(lambda row: row.act is Act.WITHDRAWN)
    put(desk, "reason", "申请人来函")
    hall = desk.hall
    hall.applications.amend(application.number, draft(desk, topic="教育"), version=1, by=hall.clerk)

    desk.press("Ctrl+Return")
    settle(desk)

    assert hall.applications.get(application.number).state is State.IN_PROGRESS
    assert dialog(desk).problem.isVisible()
    assert dialog(desk).form.field("reason").value() == "申请人来函"
    desk.press("Escape")


def test_amend_opens_the_form_and_escape_comes_back(desk: Desk) -> None:
    number = registered(desk).number
    at_file(desk, number)

    keys(desk, "Ctrl+M")
    assert number in desk.screen.heading.text()
    assert desk.screen.form.field("name").text() == "张**"
    desk.press("Escape")
    settle(desk)

    assert desk.screen.heading.text() == number


@pytest.mark.parametrize("screen", ["applications", "application_file"])
def test_every_control_has_an_accessible_name(desk: Desk, screen: str) -> None:
    from PySide6.QtGui import QAccessible
    from PySide6.QtWidgets import QAbstractButton, QLineEdit, QPlainTextEdit, QTableView

    at_file(desk, registered(desk).number)
    if screen == "applications":
        at_applications(desk)
    controls = [
        widget
        for kind in (QAbstractButton, QLineEdit, QPlainTextEdit, QTableView)
        for widget in desk.screen.findChildren(kind)
        if widget.isVisible() and widget.focusPolicy()
    ]
    assert controls
    for widget in controls:
        found = QAccessible.queryAccessibleInterface(widget)
        assert found.text(QAccessible.Text.Name), type(widget)
