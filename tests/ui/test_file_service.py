"""What follows a reply, by keyboard: fee, service, the remedies' end, the case dealt with again, the file put away."""

from datetime import datetime
from typing import Any

from application_desk import at_file, dialog, go, keys, put, registered, settle
from PySide6.QtWidgets import QLabel

from hallclient.domain.register.retention import Retention
from hallclient.domain.register.states import State
from hallclient.domain.register.steps import Act, Step
from hallclient.services.application_results import OnTheSpot
from hallclient.ui.service_dialog import way_words
from tests.window import Desk


def facts(desk: Desk) -> str:
    return "\n".join(label.text() for label in desk.screen.facts.findChildren(QLabel) if not label.isHidden())


def answered(desk: Desk) -> str:
    """An application answered with its letter A01, shown."""
    from hallclient.domain.outcomes import Outcome

    number = registered(desk).number
    answer = OnTheSpot(outcome=Outcome.GRANTED, document="A01", facts={"information": "改造计划"}, reviewer="李审查")
    desk.hall.applications.answer(number, answer, by=desk.hall.clerk, version=1)
    at_file(desk, number)
    return number


def last(desk: Desk, number: str) -> Step:
    step: Step = desk.hall.applications.get(number).steps[-1]
    return step


def open_act(desk: Desk, act: Act) -> Any:
    keys(desk, "Ctrl+R")
    assert dialog(desk).acts.choose(lambda row: row.act is act)
    desk.press("Return")
    settle(desk)
    return dialog(desk)


def test_a_letter_goes_out_with_the_number_the_scanner_reads(desk: Desk) -> None:
    number = answered(desk)

    keys(desk, "Ctrl+D")
    put(desk, "act", "2")
    put(desk, "method", "3")
    go(desk, "tracking")
    desk.type("1234567890123")
    desk.press("Return")  # a scanner ends with it
    desk.press("Ctrl+Return")
    settle(desk)

    sent = last(desk, number)
    assert (sent.act, sent.details["tracking"]) == (Act.SENT, "1234567890123")
    assert "未送达" in facts(desk)


def test_served_a_reply_has_its_proof_and_the_end_of_its_remedies(desk: Desk) -> None:
    number = answered(desk)
    desk.clock.set(datetime(2026, 3, 16, 10, 0))

    keys(desk, "Ctrl+D")
    settle(desk)
    assert "A01" in dialog(desk).form.field("paper").text()  # the chosen paper
    put(desk, "method", "1")
    put(desk, "receiver", "张示例")
    desk.press("Ctrl+Return")
    settle(desk)

    assert last(desk, number).act is Act.SERVED
    assert desk.paper.shown[-1][0] == "P14"
    shown = facts(desk)
    assert "可以申请复议至\n2026-05-15" in shown
    assert "可以起诉至\n2026-09-16" in shown
    assert "行政诉讼法" in shown


def test_a_letter_that_came_back_needs_its_reason_and_stands_out(desk: Desk) -> None:
    number = answered(desk)
    keys(desk, "Ctrl+D")
    put(desk, "act", "2")
    put(desk, "method", "4")
    put(desk, "tracking", "XA123")
    desk.press("Ctrl+Return")
    settle(desk)

    keys(desk, "Ctrl+D")
    put(desk, "act", "3")
    desk.press("Ctrl+Return")
    assert "退回原因" in dialog(desk).form.field("reason").below.text()
    desk.type("Moved")
    desk.press("Ctrl+Return")
    settle(desk)

    assert last(desk, number).act is Act.UNDELIVERED
    [way] = [way for way in desk.screen.papers.rows_model.rows() if way.document.kind == "A01"]
    assert "退回：Moved" in way_words(way)


def test_a_courier_is_refused_at_its_field(desk: Desk) -> None:
    number = answered(desk)
    keys(desk, "Ctrl+D")
    put(desk, "act", "2")
    put(desk, "method", "7")
    put(desk, "tracking", "SF1")

    desk.press("Ctrl+Return")
    settle(desk)

    assert dialog(desk).form.field("method").below.text().startswith("⚠")
    assert last(desk, number).act is Act.ANSWERED
    desk.press("Escape")


def test_a_fee_shows_its_bands_and_capitals_and_is_decided(desk: Desk) -> None:
    number = registered(desk).number
    at_file(desk, number)
    asked = open_act(desk, Act.FEE_DECIDED)

    desk.type("2")
    put(desk, "count", "68")
    asked.ask()
    settle(desk)
    assert [band.yuan for band in asked.bands.rows_model.rows()] == [0, 380]
    assert "380.00" in asked.total.text()
    assert "叁佰捌拾元整" in asked.total.text()
    desk.press("Ctrl+Return")
    settle(desk)

    decided = last(desk, number)
    assert (decided.act, decided.details["yuan"], decided.details["approver"]) == (Act.FEE_DECIDED, "380.00", "王窗口")


def test_less_may_be_charged_and_never_more(desk: Desk) -> None:
    number = registered(desk).number
    at_file(desk, number)
    asked = open_act(desk, Act.FEE_DECIDED)
    desk.type("2")
    put(desk, "count", "68")
    asked.ask()
    settle(desk)

    go(desk, "yuan")
    desk.press("Ctrl+A")
    desk.type("400")
    desk.press("Ctrl+Return")
    assert "380" in asked.form.field("yuan").below.text()
    desk.press("Ctrl+A")
    desk.type("100")
    desk.press("Ctrl+Return")
    settle(desk)

    assert last(desk, number).details["yuan"] == "100.00"


def test_the_next_key_issues_the_paper_the_act_calls_for(desk: Desk) -> None:
    number = registered(desk).number
    at_file(desk, number)
    asked = open_act(desk, Act.FEE_DECIDED)
    desk.type("2")
    put(desk, "count", "68")
    asked.ask()
    settle(desk)
    desk.press("Ctrl+Return")
    settle(desk)
    assert "P12" in desk.status

    keys(desk, "Ctrl+I")
    assert dialog(desk).kind() == "P12"
    assert desk.focused().objectName() == "payment_method"
    desk.type("Bank")
    desk.press("Ctrl+Return")
    settle(desk)
    assert desk.paper.shown[-1][0] == "P12"  # looked at before it is printed

    keys(desk, "Ctrl+I")
    assert dialog(desk)._kind.empty()  # it is there now: nothing is proposed twice
    desk.press("Escape")


def test_a_correction_notice_bears_the_day_that_was_set(desk: Desk) -> None:
    number = registered(desk).number
    at_file(desk, number)
    open_act(desk, Act.CORRECTION_REQUESTED)
    put(desk, "until", "3.20")
    desk.press("Ctrl+Return")
    settle(desk)

    keys(desk, "Ctrl+I")

    assert dialog(desk).kind() == "P03"
    assert dialog(desk)._facts.field("correction_due").text() == "2026-03-20"
    desk.press("Escape")


def test_a_wrong_notice_is_voided_by_itself_and_issued_anew(desk: Desk) -> None:
    number = registered(desk).number
    facts: dict[str, Any] = {"corrections": ["小区名称"], "guidance": "请写明", "submit_method": "当面"}
    desk.hall.documents.issue("P03", application=number, facts=facts, by=desk.hall.clerk)
    at_file(desk, number)
    desk.screen.papers.choose(lambda way: way.document.kind == "P03")
    desk.screen.papers.setFocus()

    keys(desk, "Ctrl+Delete")
    desk.type("Typo")
    desk.press("Ctrl+Return")
    settle(desk)

    [notice] = [paper for paper in desk.hall.documents.of_record(number) if paper.kind == "P03"]
    assert notice.voided == "Typo"
    assert desk.hall.applications.get(number).state is State.IN_PROGRESS
    desk.hall.documents.issue("P03", application=number, facts=facts, by=desk.hall.clerk)


def test_a_reply_is_corrected_and_not_voided(desk: Desk) -> None:
    number = answered(desk)
    desk.screen.papers.choose(lambda way: way.document.kind == "A01")
    desk.screen.papers.setFocus()

    keys(desk, "Ctrl+Delete")

    assert "更正答复文书" in desk.status
    assert not any(paper.voided for paper in desk.hall.documents.of_record(number))


def test_notice_and_payment_know_the_sum_that_was_decided(desk: Desk) -> None:
    number = registered(desk).number
    at_file(desk, number)
    asked = open_act(desk, Act.FEE_DECIDED)
    desk.type("2")
    put(desk, "count", "31")
    asked.ask()
    settle(desk)
    desk.press("Ctrl+Return")
    settle(desk)

    for act in (Act.FEE_NOTIFIED, Act.FEE_PAID):
        asked = open_act(desk, act)
        assert asked.form.field("yuan").text() == "10.00"
        desk.press("Ctrl+Return")
        settle(desk)
        assert last(desk, number).act is act

    assert desk.screen.state.text() == "办理中"


def test_a_case_dealt_with_again_runs_anew(desk: Desk) -> None:
    number = answered(desk)
    open_act(desk, Act.REOPENED)

    desk.type("1")
    put(desk, "order", "示府复决〔2026〕3号")
    put(desk, "days", "15")
    put(desk, "reason", "复议决定责令重新答复")
    desk.press("Ctrl+Return")
    settle(desk)

    reopened = last(desk, number)
    assert (reopened.act, reopened.days, reopened.details["ground"]) == (Act.REOPENED, 15, "reconsideration")
    assert desk.hall.applications.get(number).state is State.IN_PROGRESS
    assert desk.screen.answering.isEnabled()


def test_the_file_is_put_away_under_the_proposed_class(desk: Desk) -> None:
    number = answered(desk)
    asked = open_act(desk, Act.ARCHIVED)
    assert asked.form.field("retention").value() is Retention.TEN_YEARS

    put(desk, "place", "3号柜")
    desk.press("Ctrl+Return")
    settle(desk)

    assert desk.hall.applications.get(number).retention == "10"
    assert "10年" in facts(desk)


def test_serving_a_fee_notice_says_and_records_that_the_time_to_pay_runs(desk: Desk) -> None:
    number = registered(desk).number
    hall = desk.hall
    fee = hall.applications.propose_fee(number, "pages", 40)
    hall.applications.decide_fee(fee, by=hall.clerk, version=1)
    hall.documents.issue("P12", application=number, facts={"payment_method": "窗口"}, by=hall.clerk)
    at_file(desk, number)

    keys(desk, "Ctrl+D")
    settle(desk)
    assert "收费通知送达" in dialog(desk).form.field("starts").box.text()
    put(desk, "method", "1")
    desk.press("Ctrl+Return")
    settle(desk)

    assert [step.act for step in hall.applications.get(number).steps[-2:]] == [Act.FEE_NOTIFIED, Act.SERVED]
    assert "收费通知送达" in desk.status


def test_of_two_consultations_the_dialog_asks_whose_letter_was_served(desk: Desk) -> None:
    case = registered(desk)
    hall = desk.hall
    for version, party in enumerate(("示例公司", "远山公司"), start=1):
        sent = Step(act=Act.CONSULTATION_SENT, on=hall.today(), details={"party_kind": "third_party", "party": party})
        hall.applications.record(case.number, sent, by=hall.clerk, version=version)
    facts = {"third_party": "远山公司", "third_you": "organisation", "information_name": "合同", "interest": "privacy"}
    hall.documents.issue("P06", application=case.number, facts=facts, by=hall.clerk)
    at_file(desk, case.number)

    keys(desk, "Ctrl+D")
    settle(desk)
    put(desk, "method", "1")
    desk.press("Ctrl+Return")
    settle(desk)
    assert desk.focused().objectName() == "consultation"
    desk.type("2")
    desk.press("Ctrl+Return")
    settle(desk)

    received = hall.applications.get(case.number).steps[-2]
    assert (received.act, received.id) == (Act.CONSULTATION_RECEIVED, "2")
