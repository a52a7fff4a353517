"""Several pieces of information in one application, by keyboard: rows, their outcomes, what they come to."""

from typing import Any

from application_desk import at_file, dialog, go, keys, put, registered, settle

from hallclient.domain.outcomes import Outcome
from hallclient.domain.register.items import Item
from hallclient.domain.register.steps import Act
from hallclient.ui.act_papers import facts_of_items
from tests.window import Desk, rows_of


def editor(desk: Desk) -> Any:
    return dialog(desk).editor


def type_items(desk: Desk) -> None:
    """Two rows: one to be disclosed, one not."""
    desk.type("改造计划")
    desk.press("Return")
    desk.type("予以公开")
    desk.press("Return", "Return", "Return")
    desk.type("施工合同")
    desk.press("Return")
    desk.type("第三方")
    desk.press("Return", "Return")
    desk.type("商业秘密")


def test_rows_are_typed_with_enter_alone(desk: Desk) -> None:
    number = registered(desk).number
    at_file(desk, number)

    keys(desk, "Ctrl+E")
    type_items(desk)
    assert "部分公开" in editor(desk).comes_to.text()  # 区分处理: as it is typed
    desk.press("Ctrl+Return")
    settle(desk)

    assert desk.hall.applications.get(number).items == (
        Item("改造计划", Outcome.GRANTED),
        Item("施工合同", Outcome.REFUSED_THIRD_PARTY_RIGHTS, "商业秘密"),
    )


def test_an_item_may_wait_for_its_outcome_and_says_so(desk: Desk) -> None:
    number = registered(desk).number
    at_file(desk, number)
    keys(desk, "Ctrl+E")

    desk.type("改造计划")
    assert "尚未选择" in editor(desk).comes_to.text()
    desk.press("Ctrl+Return")
    settle(desk)

    assert desk.hall.applications.get(number).items == (Item("改造计划"),)


def test_delete_takes_the_chosen_row_away(desk: Desk) -> None:
    at_file(desk, registered(desk).number)
    keys(desk, "Ctrl+E")
    type_items(desk)

    editor(desk).list.setFocus()
    editor(desk).list.selectRow(0)
    desk.press("Delete")

    assert [item.title for item in editor(desk).items()] == ["施工合同"]
    desk.press("Escape")


def test_a_row_without_a_title_is_not_kept(desk: Desk) -> None:
    number = registered(desk).number
    at_file(desk, number)
    keys(desk, "Ctrl+E")
    desk.type("甲")
    desk.press("Return")
    go(desk, "item_title")
    desk.press("Backspace", "Ctrl+Return")

    assert "第 1 项" in dialog(desk).problem.text()
    assert desk.hall.applications.get(number).items == ()
    desk.press("Escape")


def test_the_answer_follows_from_the_items(desk: Desk) -> None:
    number = registered(desk).number
    at_file(desk, number)
    keys(desk, "Ctrl+E")
    type_items(desk)
    desk.press("Ctrl+Return")
    settle(desk)

    keys(desk, "Ctrl+T")
    settle(desk)

    asked = dialog(desk)
    assert asked.answer.outcome() is Outcome.GRANTED_IN_PART
    assert asked.decided().items == desk.hall.applications.get(number).items
    desk.press("Escape")


def test_the_letter_of_a_part_is_proposed_what_the_items_tell(desk: Desk) -> None:
    number = registered(desk).number
    at_file(desk, number)
    keys(desk, "Ctrl+E")
    type_items(desk)
    desk.press("Ctrl+Return")
    settle(desk)

    keys(desk, "Ctrl+T")
    settle(desk)

    asked = dialog(desk)
    assert asked.answer.answer().document == "A03"
    told = asked.answer._facts.facts()
    assert {name: told.get(name) for name in ("provided_part", "withheld_part", "ground", "reason")} == {
        "provided_part": "改造计划",
        "withheld_part": "施工合同",
        "ground": "third_party",
        "reason": "商业秘密",
    }
    asked.answer._facts.field("reason").setFocus()
    desk.type("第三方不同意公开，")  # in the clerk's own words, whatever the items say later
    asked.items.go_to(1)
    go(desk, "item_title")
    desk.press("Ctrl+A")
    desk.type("2025年改造计划")
    told = asked.answer._facts.facts()
    assert told["provided_part"] == "2025年改造计划"
    assert "第三方不同意公开" in told["reason"]
    desk.press("Escape")


def test_items_kept_back_for_different_grounds_leave_the_ground_to_the_clerk() -> None:
    items = (
        Item("计划", Outcome.GRANTED),
        Item("合同", Outcome.REFUSED_THIRD_PARTY_RIGHTS, "商业秘密"),
        Item("纪要", Outcome.REFUSED_PROCESS_INFORMATION, "讨论记录"),
        Item("台账", Outcome.UNAVAILABLE_NOT_HELD),
    )
    assert facts_of_items(items) == {
        "provided_part": "计划",
        "withheld_part": "合同、纪要",
        "reason": "商业秘密；讨论记录",
    }
    assert facts_of_items(items[:1]) == {}
    assert facts_of_items((Item("计划", Outcome.GRANTED), Item("合同"))) == {}


def test_an_answer_waits_for_every_item(desk: Desk) -> None:
    number = registered(desk).number
    at_file(desk, number)
    keys(desk, "Ctrl+E")
    desk.type("改造计划")
    desk.press("Ctrl+Return")
    settle(desk)

    keys(desk, "Ctrl+T")
    settle(desk)
    put(desk, "branch", "1")
    desk.press("Ctrl+Return")
    settle(desk)

    asked = dialog(desk)
    assert "第 1 项" in asked.problem.text()
    assert desk.focused().objectName() == "item_outcome"
    assert desk.hall.applications.get(number).open
    desk.press("Escape")


def test_the_file_lists_the_items_with_their_outcomes(desk: Desk) -> None:
    number = registered(desk).number
    at_file(desk, number)
    keys(desk, "Ctrl+E")
    type_items(desk)
    desk.press("Ctrl+Return")
    settle(desk)

    shown = rows_of(desk.screen.timeline.list, lambda line: line.words)
    acts = rows_of(desk.screen.timeline.list, lambda line: line.step.act if line.step else None)

    assert "1. 改造计划（予以公开）" in shown[acts.index(Act.ITEMISED)]
