"""How a reply leaves the house, by keyboard: reviewed, drafted, approved with its letter in view, issued, corrected."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from application_desk import at_file, dialog, go, keys, put, registered, settle
from PySide6.QtWidgets import QApplication

from hallclient.domain.outcomes import Outcome
from hallclient.domain.register.permissions import Clerk, Role
from hallclient.domain.register.steps import Act, Step
from hallclient.ui import theme
from hallclient.ui.application_dialogs import AnswerDialog
from hallclient.ui.approval_dialog import ApprovalDialog
from hallclient.ui.step_dialog import StepDialog
from tests.hall import Clock, Stores
from tests.window import Desk


@pytest.fixture
def junior(qapp: QApplication, stores: Stores, tmp_path: Path, clock: Clock) -> Iterator[Desk]:
    """A window whose clerk approves nothing."""
    theme.apply(qapp, dark=False)
    hall = stores.hall(tmp_path / "junior", clock)
    hall.clerk = Clerk(name="li", display_name="李窗口", roles=frozenset({Role.CLERK}))
    desk = Desk(hall, clock)
    yield desk
    desk.close()


def record(desk: Desk, number: str, act: Act, **more: Any) -> None:
    desks = desk.hall.applications
    step = Step(act=act, on=desk.hall.today(), **more)
    desks.record(number, step, by=desk.hall.clerk, version=desks.get(number).version)


def acts(desk: Desk, number: str) -> list[Act]:
    return [step.act for step in desk.hall.applications.get(number).steps]


def fill_refusal(desk: Desk) -> None:
    """Type a refusal for internal affairs with everything its letter asks."""
    settle(desk)
    put(desk, "branch", "3")
    put(desk, "outcome", "5")
    settle(desk)
    for field in dialog(desk).answer._facts.fields:
        if field.required and field.empty():
            go(desk, field.name)
            desk.type("1" if hasattr(field, "set_options") else "人事管理")
    settle(desk)


def drafted(desk: Desk) -> str:
    number = registered(desk).number
    at_file(desk, number)
    keys(desk, "Ctrl+T")
    fill_refusal(desk)
    desk.press("Ctrl+D")
    settle(desk)
    return number


def test_a_disclosure_asks_who_reviewed_it_and_records_the_review(desk: Desk) -> None:
    number = registered(desk).number
    at_file(desk, number)
    keys(desk, "Ctrl+T")
    settle(desk)
    desk.type("1")
    put(desk, "information", "改造计划")

    desk.press("Ctrl+Return")
    assert desk.focused().objectName() == "reviewer"
    desk.type("李审查")
    desk.press("Ctrl+Return")
    settle(desk)

    found = desk.hall.applications.get(number)
    review = next(step for step in found.steps if step.act is Act.SECRECY_REVIEWED)
    assert (found.outcome, review.details["reviewer"]) == (Outcome.GRANTED, "李审查")


def test_a_review_on_record_is_not_asked_again(desk: Desk) -> None:
    number = registered(desk).number
    record(desk, number, Act.SECRECY_REVIEWED, details={"reviewer": "李审查", "finding": "may_disclose"})
    at_file(desk, number)

    keys(desk, "Ctrl+T")
    settle(desk)
    desk.type("1")
    settle(desk)

    assert "reviewer" not in dialog(desk).answer.further()
    assert not dialog(desk).answer._more.isVisible()
    desk.press("Escape")


def test_the_reviewer_of_the_last_answer_is_proposed(desk: Desk) -> None:
    for expected in ("", "李审查"):
        at_file(desk, registered(desk, subject=f"材料{expected}").number)
        keys(desk, "Ctrl+T")
        settle(desk)
        desk.type("1")
        settle(desk)
        assert dialog(desk).answer.further().get("reviewer", "") == expected
        put(desk, "information", "改造计划")
        if not expected:
            put(desk, "reviewer", "李审查")
        desk.press("Ctrl+Return")
        settle(desk)


def test_disclosing_over_an_objection_asks_for_the_public_interest(desk: Desk) -> None:
    number = registered(desk).number
    record(desk, number, Act.CONSULTATION_SENT, details={"party_kind": "third_party", "party": "示例公司"})
    record(desk, number, Act.CONSULTATION_RECEIVED, id="1")
    record(desk, number, Act.CONSULTATION_ANSWERED, id="1", details={"opinion": "refused"})
    at_file(desk, number)
    keys(desk, "Ctrl+T")
    settle(desk)
    desk.type("1")
    put(desk, "reviewer", "李审查")
    put(desk, "information", "改造计划")

    desk.press("Ctrl+Return")
    settle(desk)
    assert desk.focused().objectName() == "override"
    desk.type("涉及公共安全")
    desk.press("Ctrl+Return")
    settle(desk)

    answered = desk.hall.applications.get(number).steps[-1]
    assert (answered.act, answered.details["override"]) == (Act.ANSWERED, "涉及公共安全")


def test_a_search_on_record_fills_the_letter_of_does_not_exist(desk: Desk) -> None:
    number = registered(desk).number
    record(desk, number, Act.SEARCHED, details={"scope": "办公自动化系统", "keywords": "改造 计划", "person": "王窗口"})
    at_file(desk, number)

    keys(desk, "Ctrl+T")
    settle(desk)
    put(desk, "branch", "4")
    put(desk, "outcome", "1")
    settle(desk)

    facts = dialog(desk).answer._facts.facts()
    assert (facts.get("search_scope"), facts.get("keywords")) == ("办公自动化系统", "改造 计划")
    desk.press("Escape")


def test_a_clerk_may_not_refuse_alone_and_is_told_the_way(junior: Desk) -> None:
    number = registered(junior).number
    at_file(junior, number)
    keys(junior, "Ctrl+T")
    fill_refusal(junior)

    junior.press("Ctrl+Return")
    settle(junior)

    assert "审批" in dialog(junior).problem.text()
    assert "Ctrl+D" in dialog(junior).problem.text()
    assert junior.hall.applications.get(number).open
    junior.press("Escape")


def test_the_button_follows_the_stage_of_the_reply(junior: Desk) -> None:
    number = drafted(junior)

    assert acts(junior, number)[-1] is Act.DRAFTED
    assert junior.screen.answering.text() == "待审批"
    assert junior.paper.shown == []  # nothing is issued


def test_who_may_not_approve_sees_the_letter_and_why(junior: Desk) -> None:
    number = drafted(junior)

    keys(junior, "Ctrl+T")
    settle(junior)

    asked = dialog(junior)
    assert isinstance(asked, ApprovalDialog)
    assert asked.letter.document.pageCount() >= 1
    assert not asked.ok.isEnabled()
    assert "审批答复" in asked.problem.text()
    junior.press("Ctrl+Return")
    assert acts(junior, number)[-1] is Act.DRAFTED
    junior.press("Escape")


def test_the_superior_approves_with_the_letter_in_view_and_it_is_issued(desk: Desk) -> None:
    number = drafted(desk)
    assert desk.screen.answering.text() == "审批"

    keys(desk, "Ctrl+T")
    settle(desk)
    assert dialog(desk).letter.document.pageCount() >= 1
    desk.press("Ctrl+Return")
    settle(desk)
    assert desk.screen.answering.text() == "签发"
    keys(desk, "Ctrl+T")
    settle(desk)
    desk.press("Ctrl+Return")
    settle(desk)

    found = desk.hall.applications.get(number)
    assert found.outcome is Outcome.REFUSED_INTERNAL_AFFAIRS
    assert acts(desk, number)[-2:] == [Act.APPROVED, Act.ANSWERED]
    assert len(desk.paper.shown) == 1  # the letter itself


def test_a_draft_goes_back_with_what_is_to_be_changed(desk: Desk) -> None:
    number = drafted(desk)
    keys(desk, "Ctrl+T")
    settle(desk)

    desk.press("Ctrl+Backspace")
    assert "要修改什么" in dialog(desk).form.field("reason").below.text()
    desk.type("Reason")
    desk.press("Ctrl+Return")  # a remark and the approval contradict each other
    assert acts(desk, number)[-1] is Act.DRAFTED
    desk.press("Ctrl+Backspace")
    settle(desk)

    returned = desk.hall.applications.get(number).steps[-1]
    assert (returned.act, returned.reason) == (Act.RETURNED, "Reason")
    assert desk.screen.answering.text() == "答复"


def test_a_draft_is_drafted_anew_with_what_stood_in_it(desk: Desk) -> None:
    drafted(desk)
    keys(desk, "Ctrl+T")
    settle(desk)

    desk.press("Ctrl+D")
    settle(desk)

    asked = dialog(desk)
    assert asked.drafts()
    assert asked.answer.outcome() is Outcome.REFUSED_INTERNAL_AFFAIRS
    assert "人事管理" in asked.answer._facts.texts().values()
    desk.press("Escape")


def test_a_letter_is_corrected_by_a_new_one_and_stays(desk: Desk) -> None:
    number = registered(desk).number
    at_file(desk, number)
    keys(desk, "Ctrl+T")
    settle(desk)
    desk.type("1")
    put(desk, "reviewer", "李审查")
    put(desk, "information", "改造计画")
    desk.press("Ctrl+Return")
    settle(desk)

    keys(desk, "Ctrl+R")
    dialog(desk).acts.choose(lambda row: row.act is Act.REPLY_CORRECTED)
    desk.press("Return")
    settle(desk)
    desk.type("Typo")
    go(desk, "information")
    assert desk.focused().text() == "改造计画"
    desk.press("Ctrl+A")
    desk.type("改造计划")
    desk.press("Ctrl+Return")
    settle(desk)

    old, new = [way for way in desk.hall.applications.letters(number) if way.document.kind == "A01"]
    assert old.corrected_by == new.document.number
    assert not old.document.voided
    assert acts(desk, number)[-1] is Act.REPLY_CORRECTED


def test_the_questions_lead_to_the_answer(desk: Desk) -> None:
    at_file(desk, registered(desk).number)

    keys(desk, "Ctrl+W")
    settle(desk)
    for digit in ("1", "1", "1", "1", "5", "6"):
        desk.press(digit, "Return")
        settle(desk)
    desk.press("Return")
    settle(desk)

    asked = dialog(desk)
    assert isinstance(asked, AnswerDialog)
    assert asked.answer.outcome() is Outcome.REFUSED_PROCESS_INFORMATION
    assert asked.answer.texts()["document"] == "A04-6"
    desk.press("Escape")


def test_the_questions_lead_to_an_act_with_what_follows_from_them(desk: Desk) -> None:
    at_file(desk, registered(desk).number)

    keys(desk, "Ctrl+W")
    settle(desk)
    desk.press("2", "Return")
    settle(desk)
    desk.press("Return")
    settle(desk)

    asked = dialog(desk)
    assert isinstance(asked, StepDialog)
    assert asked.acts.current().act is Act.CORRECTION_REQUESTED
    desk.press("Escape")
