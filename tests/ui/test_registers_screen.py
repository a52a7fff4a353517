"""The small registers by keyboard: counts with their hint and evidence, disputes with their result, the catalogue."""

from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from hallclient.domain.outcomes import Outcome
from hallclient.domain.register.application import ApplicationDraft
from hallclient.domain.register.counter import Counter, CounterDraft
from hallclient.domain.register.dispute import DisputeDraft
from hallclient.domain.register.dispute_acts import DisputeAct, DisputeStage, DisputeStep
from hallclient.domain.register.history import ImportKind
from hallclient.domain.register.kinds import (
    ApplicantKind,
    ApplicationChannel,
    DeliveryMethod,
    DisputeKind,
    DisputeResult,
    ProvisionForm,
)
from hallclient.domain.register.people import Applicant
from hallclient.domain.register.reference_text import ReferenceKind
from hallclient.domain.register.states import State
from hallclient.services.application_results import OnTheSpot
from tests.window import Desk, rows_of

CATALOGUE = (
    "索引号,名称,文号,生成日期,位置\n"
    "012345678/2026-00001,关于做好公租房工作的通知,示府办〔2026〕1号,2026-01-10,http://www.example.gov.cn/1\n"
    "012345678/2026-00002,2026年财政预算,,2026-01-20,政府公报2026年第1期\n"
)


@pytest.fixture
def registers(desk: Desk) -> Desk:
    desk.window.open_screen("registers")
    desk.settle()
    return desk


def count(desk: Desk, on: date, number: int) -> None:
    draft = CounterDraft(on=on, counter=Counter.PORTAL_BUSINESS, count=Decimal(number))
    desk.hall.counters.enter(draft, by=desk.hall.clerk)


def test_a_count_is_entered_without_a_mouse(registers: Desk) -> None:
    registers.type("4")  # the fourth counter of the list
    registers.press("Return")
    registers.type("120")
    registers.press("Return")
    registers.type("http://www.example.gov.cn/a")
    registers.press("Ctrl+Return")

    [entry] = registers.hall.counters.entries(date(2026, 3, 2), date(2026, 3, 2))
    assert (entry.counter, entry.count) == (Counter.PORTAL_BUSINESS, Decimal(120))
    assert entry.evidence == "http://www.example.gov.cn/a"
    assert "120" in registers.status
    assert rows_of(registers.screen.tab.list, lambda row: row.count) == [Decimal(120)]
    assert registers.focused() is registers.screen.counters.counter.edit


def test_a_count_with_decimals_its_unit_does_not_have_is_marked(registers: Desk) -> None:
    form = registers.screen.counters.form
    form.fill({"counter": Counter.PORTAL_BUSINESS})
    form.field("count").setFocus()
    registers.type("12.5")
    registers.press("Ctrl+Return")

    assert "整数" in form.field("count").below.text()
    assert registers.hall.counters.entries(date(2026, 3, 1), date(2026, 3, 2)) == []


def test_an_unusual_count_is_pointed_out_and_not_refused(desk: Desk) -> None:
    for month, number in ((1, 100), (2, 130)):
        count(desk, date(2026, month, 10), number)
    desk.window.open_screen("registers")
    desk.settle()
    desk.type("4")
    desk.press("Return")
    desk.type("900")
    desk.settle()

    hint = desk.screen.counters.count.below.text()
    assert "100" in hint
    assert "130" in hint
    assert "请核对" in hint
    desk.press("Ctrl+Return")
    assert len(desk.hall.counters.entries(date(2026, 3, 2), date(2026, 3, 2))) == 1


def test_a_withdrawn_count_stays_in_the_list_with_its_reason(desk: Desk) -> None:
    count(desk, date(2026, 3, 2), 7)
    desk.window.open_screen("registers")
    desk.settle()
    desk.screen.tab.list.selectRow(0)
    desk.press("Ctrl+Del")
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    desk.type("填错了")
    desk.press("Return")

    [row] = desk.screen.tab.list.rows_model.rows()
    assert row.voided == "填错了"


def test_a_late_count_asks_for_its_reason_and_becomes_an_adjustment(registers: Desk) -> None:
    registers.hall.closing.close(date(2026, 3, 2), by=registers.hall.clerk)
    registers.clock.set(datetime(2026, 3, 3, 9))
    tab = registers.screen.counters
    tab.form.fill({"on": date(2026, 3, 2), "counter": Counter.PORTAL_BUSINESS})
    tab.count.setFocus()
    registers.type("5")
    registers.press("Ctrl+Return")
    assert tab.late.isVisible()
    registers.type("漏报")
    registers.press("Ctrl+Return")

    assert registers.hall.closing.sheet(date(2026, 3, 2)).value("counters.portal.business_updates") == 5


def test_a_dispute_is_registered_and_later_decided(registers: Desk) -> None:
    registers.press("Alt+2")
    registers.type("1")  # 行政复议
    registers.press("Ctrl+Return")
    [dispute] = registers.hall.disputes.rows()
    assert (dispute.kind, dispute.body) == (DisputeKind.RECONSIDERATION, "示例市人民政府")
    assert "尚未审结" in rows_of(registers.screen.tab.list, registers.screen.disputes._result)

    registers.screen.tab.list.setFocus()
    registers.screen.tab.list.selectRow(0)
    registers.press("Return")
    registers.screen.disputes.form.field("decided_on").setFocus()
    registers.type("0")  # decided today
    registers.press("Return")
    registers.type("2")
    registers.press("Ctrl+Return")

    [decided] = registers.hall.disputes.rows()
    assert (decided.result, decided.decided_on) == (DisputeResult.CORRECTED, date(2026, 3, 2))


def choose_act(desk: Desk, act: DisputeAct) -> Any:
    """Open the list of acts and go into the form of one."""
    desk.press("Ctrl+R")
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    dialog.acts.choose(lambda row: row.act is act)  # type: ignore[attr-defined]
    dialog.acts.setFocus()  # type: ignore[attr-defined]
    desk.press("Return")
    return dialog


def test_a_reconsideration_is_followed_from_its_notice_to_its_decision(registers: Desk) -> None:
    registers.press("Alt+2")
    registers.type("1")
    form = registers.screen.disputes.form
    form.fill({"noticed_on": date(2026, 3, 2), "application": "SL01-W01-S2026-00007", "simple": True})
    registers.press("Ctrl+Return")
    [line] = registers.hall.disputes.lines()
    assert line.next is not None
    assert (line.next.on, line.left) == (date(2026, 3, 9), 5)
    registers.screen.tab.list.setFocus()
    registers.screen.tab.list.selectRow(0)
    registers.press("Return")
    assert "2026-03-09" in registers.screen.disputes.due.text()

    choose_act(registers, DisputeAct.DEFENDED)
    registers.press("Ctrl+Return")
    choose_act(registers, DisputeAct.DECIDED)
    registers.type("2")  # 结果纠正
    registers.press("Return")
    registers.type("20")
    registers.press("Ctrl+Return")

    [line] = registers.hall.disputes.lines()
    assert [step.act for step in line.dispute.acts] == [DisputeAct.NOTICED, DisputeAct.DEFENDED, DisputeAct.DECIDED]
    assert (line.standing.stage, line.dispute.acts[-1].order_days) == (DisputeStage.COMPLYING, 20)
    assert "待履行" in registers.screen.disputes.stands.text()
    registers.press("Ctrl+Z")
    registers.type("录错")
    registers.press("Ctrl+Return")
    assert registers.hall.disputes.rows()[0].result is None
    assert [row.act for row in registers.screen.disputes.acts.rows_model.rows()] == [
        DisputeAct.NOTICED,
        DisputeAct.DEFENDED,
    ]


def test_an_act_that_cannot_follow_stays_in_the_list_and_says_why(registers: Desk) -> None:
    registers.press("Alt+2")
    registers.type("1")
    registers.press("Ctrl+Return")
    registers.screen.tab.list.setFocus()
    registers.screen.tab.list.selectRow(0)
    registers.press("Return", "Ctrl+R")
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    why = {row.act: row.why_not for row in dialog.acts.rows_model.rows()}  # type: ignore[attr-defined]
    registers.press("Esc")

    assert why[DisputeAct.NOTICED] == ""
    assert "副本" in why[DisputeAct.DEFENDED]
    assert DisputeAct.APPEALED not in why


def test_the_date_of_a_dispute_is_explained_day_by_day(registers: Desk) -> None:
    notice = DisputeStep(act=DisputeAct.NOTICED, on=date(2026, 3, 2))
    draft = DisputeDraft(kind=DisputeKind.LITIGATION_DIRECT, filed_on=date(2026, 3, 2))
    registers.hall.disputes.record(draft, acts=[notice], by=registers.hall.clerk)
    registers.press("Alt+2", "F5")
    registers.screen.tab.list.setFocus()
    registers.screen.tab.list.selectRow(0)
    registers.press("F9")
    dialog = QApplication.activeModalWidget()
    assert dialog is not None

    text = dialog.as_text()  # type: ignore[attr-defined]
    registers.press("Esc")

    assert "2026-03-17" in text
    assert "行政诉讼法第六十七条" in text
    assert text.count("第15日") == 1


def test_a_corrected_reply_is_taken_up_again_from_its_dispute(registers: Desk) -> None:
    hall = registers.hall
    person = Applicant(kind=ApplicantKind.NATURAL_PERSON, name="张某", phone="13800001234", address="某路1号")
    said = ApplicationDraft(
        channel=ApplicationChannel.IN_PERSON, applicant=person, subject="甲事项", arrived_on=date(2026, 3, 2),
        form=ProvisionForm.PAPER, delivery=DeliveryMethod.COLLECT, accept_incomplete=True,
    )  # fmt: skip
    facts: dict[str, str | date] = {"published_on": date(2026, 1, 5), "where": "门户网站"}
    answer = OnTheSpot(outcome=Outcome.GRANTED, document="A02", facts=facts)
    number = hall.applications.register(said, by=hall.clerk, answer=answer).application.number
    acts = [
        DisputeStep(act=DisputeAct.DECIDED, on=date(2026, 3, 2), result=DisputeResult.CORRECTED, order_days=10),
        DisputeStep(act=DisputeAct.SERVED, on=date(2026, 3, 2)),
    ]
    draft = DisputeDraft(kind=DisputeKind.RECONSIDERATION, filed_on=date(2026, 3, 2), application=number)
    hall.disputes.record(draft, acts=acts, by=hall.clerk)
    registers.press("Alt+2", "F5")
    registers.screen.tab.list.setFocus()
    registers.screen.tab.list.selectRow(0)
    registers.press("Return", "Ctrl+J")
    registers.type("按复议决定重新答复")
    registers.press("Ctrl+Return")

    reopened = hall.applications.get(number)
    trace = hall.applications.trace(number)
    assert trace is not None
    assert (reopened.state, trace.due) == (State.IN_PROGRESS, date(2026, 3, 16))
    assert registers.screen.heading.text() == number


def test_a_result_without_its_day_is_refused_at_the_field(registers: Desk) -> None:
    registers.press("Alt+2")
    form = registers.screen.disputes.form
    form.fill({"kind": DisputeKind.RECONSIDERATION, "result": DisputeResult.UPHELD})
    registers.press("Ctrl+Return")

    assert form.field("decided_on").editor.property("wrong")
    assert registers.hall.disputes.rows() == []


def test_a_dispute_is_opened_by_its_number_from_anywhere(desk: Desk) -> None:
    draft = DisputeDraft(kind=DisputeKind.LITIGATION_DIRECT, filed_on=date(2026, 3, 2))
    number = desk.hall.disputes.record(draft, by=desk.hall.clerk).number

    desk.window.open_record("dispute", number)
    desk.settle()

    assert desk.screen.disputes.form.field("kind").value() is DisputeKind.LITIGATION_DIRECT


def test_the_catalogue_is_found_from_one_character_and_cited(registers: Desk, tmp_path: Path) -> None:
    catalogue(registers, tmp_path)
    registers.press("Alt+3")
    assert len(registers.screen.tab.list.rows_model.rows()) == 2

    registers.press("Ctrl+F")
    registers.type("房")
    QTest.qWait(150)
    registers.settle()
    registers.press("Return", "Ctrl+Shift+C")

    assert rows_of(registers.screen.tab.list, lambda row: row.index_number) == ["012345678/2026-00001"]
    assert "012345678/2026-00001" in QApplication.clipboard().text()


def catalogue(desk: Desk, folder: Path) -> None:
    file = folder / "catalogue.csv"
    file.write_text(CATALOGUE, encoding="utf-8")
    desk.hall.imports.commit(ImportKind.CATALOGUE, file, by=desk.hall.clerk)


def test_an_entry_of_the_catalogue_becomes_the_answer_with_one_key(registers: Desk, tmp_path: Path) -> None:
    catalogue(registers, tmp_path)
    registers.press("Alt+3")
    registers.screen.tab.list.choose(lambda entry: entry.index_number.endswith("00001"))
    registers.press("Ctrl+Return")

    answer = registers.screen.answer.answer()
    assert (answer.outcome, answer.document) == (Outcome.GRANTED, "A02")
    assert answer.facts["where"] == "http://www.example.gov.cn/1（《关于做好公租房工作的通知》，示府办〔2026〕1号）"
    assert (answer.facts["published_on"], answer.facts["index_number"]) == (date(2026, 1, 10), "012345678/2026-00001")
    assert registers.screen.form.field("index_number").text() == "012345678/2026-00001"
    assert "生成日期" in registers.status  # the catalogue does not tell when it was published


def test_the_finder_answers_an_application_at_the_counter(desk: Desk, tmp_path: Path) -> None:
    catalogue(desk, tmp_path)
    desk.window.open_screen("applications")
    desk.settle()
    desk.screen.form.field("name").set_value("张某")
    desk.press("Ctrl+K")
    desk.type("预")
    QTest.qWait(60)
    desk.settle()
    desk.press("Return")

    assert QApplication.activeModalWidget() is None
    assert desk.screen.answer.answer().facts["index_number"] == "012345678/2026-00002"
    assert desk.screen.form.field("name").value() == "张某"


def test_what_looks_wrong_with_an_index_number_is_pointed_out(registers: Desk, tmp_path: Path) -> None:
    catalogue(registers, tmp_path)
    registers.press("Alt+3")

    shown = [field.text() for field in registers.screen.catalogue.details._texts]

    assert "校验码不符" in shown[2]


def test_a_reference_text_is_edited_previewed_and_published(registers: Desk) -> None:
    registers.press("Alt+4")
    tab = registers.screen.texts
    tab.list.choose(lambda row: row.text.kind is ReferenceKind.FLOW)
    tab.list.setFocus()
    registers.press("F7")
    assert registers.paper.shown[-1][0] == "flow"
    assert "20个工作日" in tab.reader.toPlainText()

    registers.press("Ctrl+N", "Return")
    registers.type("首次发布")
    registers.press("F7", "Ctrl+Return")

    [edition] = registers.hall.reference_texts.editions(ReferenceKind.FLOW)
    assert (edition.edition, edition.effective_from, edition.reason) == (1, date(2026, 3, 2), "首次发布")
    assert not tab.editing
    assert tab._state(tab.list.current()) == "现行"
    assert len(registers.paper.shown) == 2


def test_a_guide_that_lacks_a_fact_names_it_and_what_was_typed_stays(registers: Desk) -> None:
    registers.press("Alt+4")
    tab = registers.screen.texts
    tab.list.choose(lambda row: row.text.kind is ReferenceKind.GUIDE)
    registers.press("Ctrl+N", "Return")
    registers.type("首次发布")
    registers.press("Ctrl+Return")

    assert "传真" in registers.status
    assert "政府信息公开工作机构" in registers.status
    assert tab.editing
    assert tab.editor.values()["reason"] == "首次发布"
    registers.press("Esc")
    assert not tab.editing


def begun(desk: Desk, kind: ReferenceKind = ReferenceKind.GUIDE) -> Any:
    """A new edition in which a reason was typed."""
    desk.press("Alt+4")
    tab = desk.screen.texts
    tab.list.choose(lambda row: row.text.kind is kind)
    desk.press("Ctrl+N", "Return")
    desk.type("更正电话")
    return tab


def test_the_words_of_an_edition_survive_esc_and_a_crash(registers: Desk) -> None:
    tab = begun(registers)
    assert tab.keeper._timer.isActive()  # two seconds after the last key, whatever happens then
    registers.press("Esc")
    registers.settle()
    assert not tab.editing
    assert "未发布的改稿" in tab._state(tab.list.current())
    assert "Ctrl+N" in registers.status

    registers.press("Ctrl+N")
    registers.settle()
    assert tab.editor.values()["reason"] == "更正电话"

    registers.type("和地址")
    registers.window.keep_drafts()  # what the crash hook and the lock call
    registers.settle()
    (kept,) = registers.hall.drafts.mine(registers.hall.clerk)
    assert (kept.form, kept.payload["kind"]) == ("reference_text", "guide")
    assert kept.title == "政府信息公开指南"


def test_unpublished_words_stand_on_the_board_and_open_from_there(registers: Desk) -> None:
    tab = begun(registers)
    registers.press("Esc")
    registers.settle()
    (kept,) = registers.hall.drafts.mine(registers.hall.clerk)

    registers.window.open_record("reference_text", kept.instance)
    registers.settle()

    assert tab.editing
    assert tab.editor.values()["reason"] == "更正电话"


def test_words_that_were_published_or_given_up_leave_the_journal(registers: Desk) -> None:
    tab = begun(registers, ReferenceKind.FLOW)
    tab.keep_draft()
    registers.settle()
    registers.press("Ctrl+Return")
    registers.settle()
    assert registers.hall.drafts.mine(registers.hall.clerk) == []

    begun(registers)
    registers.press("Esc", "Ctrl+N")
    registers.settle()
    registers.press("Ctrl+Shift+D")
    registers.settle()
    assert not tab.editing
    assert registers.hall.drafts.mine(registers.hall.clerk) == []


def test_words_kept_before_somebody_else_published_do_not_overwrite_his(registers: Desk) -> None:
    tab = begun(registers, ReferenceKind.FLOW)
    registers.press("Esc")
    registers.settle()
    hall = registers.hall
    text = hall.reference_texts.to_edit(ReferenceKind.FLOW)
    hall.reference_texts.publish(
        ReferenceKind.FLOW, text.parts, title=text.title, effective_from=hall.today(), reason="首次", base=0,
        by=hall.clerk,
    )  # fmt: skip

    registers.press("Ctrl+N")
    registers.settle()
    registers.press("Ctrl+Return")
    registers.settle()

    assert tab.editing
    assert [one.edition for one in hall.reference_texts.editions(ReferenceKind.FLOW)] == [1]


def test_an_empty_catalogue_says_how_to_fill_it(registers: Desk) -> None:
    registers.press("Alt+3")

    assert "导入" in registers.screen.tab.list.empty
