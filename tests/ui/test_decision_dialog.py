"""Which reply this case gets: question after question by keyboard, the law beside it, nothing written on the way."""

from collections.abc import Callable, Iterator

import pytest
import shiboken6
from application_desk import at_file, registered, settle

from hallclient.domain.law.decision import Answer
from hallclient.domain.outcomes import Outcome
from hallclient.domain.register.steps import Act, Step
from hallclient.ui.decision_dialog import DecisionDialog, article_name
from tests.window import Desk

Opened = Callable[[str], tuple[DecisionDialog, list[Answer]]]


@pytest.fixture
def opened(desk: Desk) -> Iterator[Opened]:
    """Opens the dialog over an application's file; whatever a test leaves open is left with Esc."""
    left: list[DecisionDialog] = []

    def open_it(number: str) -> tuple[DecisionDialog, list[Answer]]:
        at_file(desk, number)
        dialog = DecisionDialog(desk.screen, number)
        reached: list[Answer] = []
        dialog.reached.connect(reached.append)
        dialog.open()
        left.append(dialog)
        settle(desk)
        return dialog, reached

    yield open_it
    if any(shiboken6.isValid(dialog) and dialog.isVisible() for dialog in left):
        desk.press("Escape")
        settle(desk)


def answers(dialog: DecisionDialog) -> list[str]:
    return [dialog.answers.item(row).text() for row in range(dialog.answers.count())]


def choose(desk: Desk, *digits: str) -> None:
    for digit in digits:
        desk.press(digit)
        desk.press("Return")
        settle(desk)


def test_digits_and_enter_lead_to_a_letter_and_nothing_is_written(desk: Desk, opened: Opened) -> None:
    number = registered(desk).number
    dialog, reached = opened(number)
    before = desk.hall.applications.get(number)

    choose(desk, "1", "1", "1", "1", "5", "6")
    assert "属于四类过程性信息" in dialog.asked.text()
    assert "第十六条" in dialog.law.toPlainText()
    desk.press("Return")

    [end] = reached
    assert (end.outcome, end.document) == (Outcome.REFUSED_PROCESS_INFORMATION, "A04-6")
    assert desk.hall.applications.get(number) == before


def test_each_answer_says_what_it_leaves_open(desk: Desk, opened: Opened) -> None:
    dialog, _ = opened(registered(desk).number)

    assert "16 种办理结果" in dialog.left.text()
    choose(desk, "1")
    desk.press("2")
    assert "信访举报投诉类申请" in dialog.left.text()
    assert "《" in dialog.left.text()


def test_backspace_goes_back_one_question(desk: Desk, opened: Opened) -> None:
    dialog, _ = opened(registered(desk).number)
    first = answers(dialog)

    choose(desk, "1")
    assert answers(dialog) != first
    desk.press("Backspace")
    settle(desk)

    assert answers(dialog) == first


def test_what_must_come_first_is_reached_as_an_act(desk: Desk, opened: Opened) -> None:
    _, reached = opened(registered(desk).number)

    choose(desk, "2")
    desk.press("Return")

    [end] = reached
    assert (end.act, end.document) == (Act.CORRECTION_REQUESTED, "P03")


def test_an_answer_the_case_cannot_take_now_says_why(desk: Desk, opened: Opened) -> None:
    application = registered(desk)
    desk.hall.applications.record(
        application.number,
        Step(act=Act.CORRECTION_REQUESTED, on=desk.clock.at.date()),
        by=desk.hall.clerk,
        version=application.version,
    )
    dialog, reached = opened(application.number)
    choose(desk, "1", "1")
    assert "谁负责" in dialog.stages[2].text()

    desk.press("2")  # asking a co-maker while the applicant corrects

    assert "待补正" in dialog.why_not.text()
    assert not dialog.on.isEnabled()
    desk.press("Return")
    settle(desk)
    assert reached == []


@pytest.mark.parametrize(("number", "name"), [(2, "第二条"), (10, "第十条"), (13, "第十三条"), (36, "第三十六条")])
def test_articles_are_named_as_the_regulation_numbers_them(number: int, name: str) -> None:
    assert article_name(number) == name
