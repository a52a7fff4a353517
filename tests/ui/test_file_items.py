"""Several pieces of information in one application, by keyboard: rows, their outcomes, what they come to."""

from typing import Any

from application_desk import at_file, dialog, go, keys, put, registered, settle

from hallclient.domain.outcomes import Outcome
from hallclient.domain.register.items import Item
from hallclient.domain.register.steps import Act
from hallclient.services.application_results import OnTheSpot
from hallclient.ui.act_papers import facts_of_items
from tests.window import Desk, rows_of


def editor(desk: Desk) -> Any:
    return dialog(desk).editor


def type_items(desk: Desk) -> None:
    """Two rows: one to be disclosed, one not; what its letter asks of the first is its pages."""
    desk.type("改造计划")
    desk.press("Return")
    desk.type("予以公开")
    desk.press("Return", "Return", "Return")
    desk.type("12")
    desk.press("Return")
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
        Item("改造计划", Outcome.GRANTED, kind="A01", facts={"pages": "12"}),
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


def test_a_letter_of_a_part_asks_each_item_what_its_own_letter_asks(desk: Desk) -> None:
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
    assert asked.answer._facts is None  # the items tell it
    desk.press("Ctrl+Return")
    settle(desk)
    assert "第 2 项" in asked.problem.text()
    assert desk.focused().objectName() == "protected"
    desk.type("1")
    desk.press("Return")
    desk.type("1")

    assert asked.decided().items[1].facts == {"protected": "trade_secret", "third_answer": "refused"}
    go(desk, "reviewer")
    desk.type("赵主任")
    desk.press("Ctrl+Return")
    settle(desk)
    done = desk.hall.applications.get(number)
    assert done.outcome is Outcome.GRANTED_IN_PART
    assert done.items[1].facts == {"protected": "trade_secret", "third_answer": "refused"}


def test_one_leaf_with_two_letters_asks_which_one_an_item_would_get(desk: Desk) -> None:
    at_file(desk, registered(desk).number)
    keys(desk, "Ctrl+T")
    settle(desk)
    asked = dialog(desk)
    asked.several.set_value(True)
    asked._show_items()
    asked.items.focus_first()
    desk.type("停车场规划")
    desk.press("Return")
    desk.type("不掌握")
    desk.press("Return", "Return")
    assert desk.focused().objectName() == "item_kind"
    desk.type("非本机关")
    desk.press("Return", "Return")
    desk.type("由规划部门制作")

    (item,) = asked.decided().items if asked.decided() else asked.items.items()
    assert (item.kind, item.facts) == ("A07", {"reason": "由规划部门制作"})
    desk.press("Escape")


def test_items_that_end_differently_without_anything_given_get_the_letter_of_items(desk: Desk) -> None:
    at_file(desk, registered(desk).number)
    keys(desk, "Ctrl+T")
    settle(desk)
    asked = dialog(desk)
    asked.several.set_value(True)
    asked._show_items()
    asked.items.show_items((Item("甲", Outcome.UNAVAILABLE_NEEDS_CREATION), Item("乙", Outcome.DECLINED_PUBLICATION)))
    asked._items_changed()
    assert asked.answer.answer().document == "A18"

    asked.items.show_items((Item("甲", Outcome.DECLINED_PUBLICATION), Item("乙", Outcome.DECLINED_PUBLICATION)))
    asked._items_changed()
    assert asked.answer.answer().document == "A12"
    desk.press("Escape")


def test_items_that_end_alike_tell_their_one_letter_what_they_were_told() -> None:
    kept = Item("合同", Outcome.REFUSED_SECURITY_AND_STABILITY, "标示要害", facts={"endangered": "public"})
    assert facts_of_items((kept, Item("图纸", kept.outcome, "标示要害", facts={"endangered": "public"}))) == {
        "information": "合同、图纸",
        "publication": "合同、图纸",
        "reason": "标示要害",
        "endangered": "public",
    }
    assert facts_of_items((kept, Item("计划", Outcome.GRANTED))) == {}
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


def test_a_correction_corrects_what_the_letter_says_of_one_item(desk: Desk) -> None:
    number = registered(desk).number
    items = (
        Item("改造计划", Outcome.GRANTED, kind="A01", facts={"pages": "12"}),
        Item("规划批复", Outcome.UNAVAILABLE_NOT_HELD, kind="A07", facts={"reason": "由规划部门制作"}),
    )
    part = OnTheSpot(outcome=Outcome.GRANTED_IN_PART, document="A03", reviewer="赵主任", items=items)
    desk.hall.applications.answer(number, part, by=desk.hall.clerk, version=1)
    at_file(desk, number)
    keys(desk, "Ctrl+R")
    assert dialog(desk).acts.choose(lambda row: row.act is Act.REPLY_CORRECTED)
    desk.press("Return")
    settle(desk)

    asked = dialog(desk)
    assert asked.kind() == "A03"
    assert not asked.items.isHidden()
    desk.type("页数有误")
    go(desk, "pages")
    desk.press("Ctrl+A")
    desk.type("14")
    desk.press("Ctrl+Return")
    settle(desk)

    now = desk.hall.applications.get(number).items
    assert [item.facts.get("pages") for item in now] == ["14", None]
    assert now[1] == items[1]
    assert desk.paper.shown[-1][0] == "A03"
