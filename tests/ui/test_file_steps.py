"""Every act of an application's life from one list, by keyboard: what it asks, what it does to the clock, its law."""

from datetime import datetime
from typing import Any

import pytest
from application_desk import at_file, dialog, go, keys, put, registered, settle

from hallclient.domain.register.application import Application
from hallclient.domain.register.kinds import ApplicationChannel
from hallclient.domain.register.life import RULES
from hallclient.domain.register.states import State
from hallclient.domain.register.steps import Act, Step
from hallclient.ui.act_rules import GROUPS, INITIALS, OWN
from hallclient.ui.law_words import article_numbers
from tests.window import Desk


def record(desk: Desk, number: str, act: Act, **more: Any) -> Application:
    desks = desk.hall.applications
    step = Step(act=act, on=desk.hall.today(), **more)
    done: Application = desks.record(number, step, by=desk.hall.clerk, version=desks.get(number).version)
    return done


def steps_of(desk: Desk, number: str) -> Any:
    """The dialog with every act, over the file of ``number``."""
    at_file(desk, number)
    keys(desk, "Ctrl+R")
    asked = dialog(desk)
    settle(desk)
    return asked


def choose(asked: Any, desk: Desk, act: Act) -> None:
    assert asked.acts.choose(lambda row: row.act is act)
    desk.press("Return")
    asked._ask()
    settle(desk)


def consulting(desk: Desk) -> str:
    """An application with two letters out: the first delivered, the second on its way."""
    number = registered(desk).number
    record(desk, number, Act.CONSULTATION_SENT, details={"party_kind": "third_party", "party": "示例公司"})
    record(desk, number, Act.CONSULTATION_SENT, details={"party_kind": "co_maker", "party": "示例市住建局"})
    desk.clock.set(datetime(2026, 3, 4, 9, 0))
    record(desk, number, Act.CONSULTATION_RECEIVED, id="1")
    return number


def test_the_list_holds_every_act_once_in_the_order_of_the_procedure(desk: Desk) -> None:
    listed = [act for _group, acts in GROUPS for act in acts]

    assert set(listed) == set(Act) - {Act.ARRIVED}
    assert len(listed) == len(set(listed))
    assert set(INITIALS) == set(listed)
    asked = steps_of(desk, registered(desk).number)
    assert [row.act for row in asked.acts.rows_model.rows()] == listed
    desk.press("Escape")


def test_each_act_asks_exactly_what_the_table_of_the_life_says(desk: Desk) -> None:
    asked = steps_of(desk, registered(desk).number)

    for act, form in asked._pages.items():
        rule = RULES[act]
        names = {field.name for field in form.fields} - {"on", "id"}
        assert names == {*rule.needs, *rule.asks, "reason"}, act
        needed = {field.name for field in form.fields if field.required} - {"on", "id", "days"}
        assert needed == set(rule.needs), act
    assert not set(asked._pages) & OWN
    desk.press("Escape")


def test_initials_find_an_act_without_the_input_method(desk: Desk) -> None:
    asked = steps_of(desk, registered(desk).number)

    desk.type("bmsc")

    assert asked.acts.current().act is Act.SECRECY_REVIEWED
    desk.press("Escape")


def test_whole_initials_win_over_longer_ones_and_what_is_possible_over_what_is_not(desk: Desk) -> None:
    asked = steps_of(desk, registered(desk).number)

    desk.type("yq")
    assert asked.acts.current().act is Act.EXTENDED  # and not 要求说明理由 (yqsmly)
    asked.acts._start_over()
    desk.type("sd")
    assert asked.acts.current().act is Act.SERVED  # it is received long since
    desk.press("Escape")


def test_what_an_act_does_to_the_clock_is_told_before_it_is_saved(desk: Desk) -> None:
    number = registered(desk).number
    asked = steps_of(desk, number)
    choose(asked, desk, Act.EXTENDED)

    desk.type("20")
    put(desk, "approver", "赵主任")
    asked._ask()
    settle(desk)

    assert "2026-04-28" in asked.effect.text()
    assert "2026-03-30" in asked.effect.text()  # what it is now
    assert desk.hall.applications.get(number).version == 1
    desk.press("Escape")


def test_what_the_clock_refuses_is_told_before_it_is_saved(desk: Desk) -> None:
    asked = steps_of(desk, registered(desk).number)
    choose(asked, desk, Act.EXTENDED)

    desk.type("30")
    put(desk, "approver", "赵主任")
    asked._ask()
    settle(desk)

    assert "20" in asked.effect.text()
    assert asked.effect.property("tone") == "warn"
    desk.press("Escape")


def test_the_words_of_the_article_stand_beside_the_act(desk: Desk) -> None:
    asked = steps_of(desk, registered(desk).number)

    asked.acts.choose(lambda row: row.act is Act.EXTENDED)
    settle(desk)

    assert "第三十三条" in asked.basis.text()
    assert "延长的期限最长不得超过20个工作日" in asked.law.text()
    desk.press("Escape")


@pytest.mark.parametrize(
    ("words", "numbers"),
    [
        ("第三十二条、第三十三条第三款、第三十四条", [32, 33, 34]),
        ("第十条", [10]),
        ("第四十条", [40]),
        ("国办函〔2020〕109号", []),
        ("《民事诉讼法》第八十五条", []),
    ],
)
def test_articles_are_read_from_their_chinese_numbers(words: str, numbers: list[int]) -> None:
    assert article_numbers(words) == numbers


def test_a_letter_is_chosen_by_who_was_asked(desk: Desk) -> None:
    number = consulting(desk)
    asked = steps_of(desk, number)
    choose(asked, desk, Act.CONSULTATION_ANSWERED)
    assert [option.label for option in asked.form.field("id")._options] == ["第1份：示例公司", "第2份：示例市住建局"]

    put(desk, "id", "1")
    put(desk, "opinion", "3")
    desk.press("Ctrl+Return")
    settle(desk)

    last = desk.hall.applications.get(number).steps[-1]
    assert (last.act, last.id, last.details) == (Act.CONSULTATION_ANSWERED, "1", {"opinion": "refused"})


def test_one_letter_left_is_no_question(desk: Desk) -> None:
    number = consulting(desk)
    asked = steps_of(desk, number)

    choose(asked, desk, Act.CONSULTATION_RECEIVED)
    assert asked.form.field("id").value() == "2"
    desk.press("Ctrl+Return")
    settle(desk)

    assert desk.hall.applications.get(number).steps[-1].id == "2"


def test_reasons_stop_the_clock_only_when_somebody_approved_it(desk: Desk) -> None:
    number = registered(desk).number
    asked = steps_of(desk, number)
    choose(asked, desk, Act.REASONS_DEMANDED)
    desk.type("3.20")
    go(desk, "stops_clock")
    desk.press("Space")
    put(desk, "approver", "赵主任")
    desk.press("Ctrl+Return")
    settle(desk)

    assert desk.screen.state.text() == "待说明理由"
    assert "停算" in desk.screen.due.text()
    assert "说明理由截止 2026-03-20" in desk.screen.running.text()


def test_the_superior_a_case_was_put_before_is_proposed(desk: Desk) -> None:
    number = registered(desk).number
    record(desk, number, Act.ESCALATED, details={"superior": "陈局长"}, reason="涉及舆情")
    asked = steps_of(desk, number)

    choose(asked, desk, Act.SUPERIOR_DECIDED)
    assert asked.form.field("superior").value() == "陈局长"
    put(desk, "decision", "按程序公开")
    desk.press("Ctrl+Return")
    settle(desk)

    assert desk.hall.applications.get(number).steps[-1].act is Act.SUPERIOR_DECIDED


def test_a_missing_fact_is_named_at_its_field(desk: Desk) -> None:
    number = registered(desk).number
    asked = steps_of(desk, number)
    choose(asked, desk, Act.SEARCHED)

    desk.press("Ctrl+Return")

    assert desk.focused() is asked.form.field("scope").editor
    assert "请填写" in asked.form.field("scope").below.text()
    assert desk.hall.applications.get(number).version == 1
    desk.press("Escape")


def test_an_act_with_its_own_dialog_opens_it(desk: Desk) -> None:
    at_file(desk, registered(desk).number)
    keys(desk, "Ctrl+R")
    dialog(desk).acts.choose(lambda row: row.act is Act.ITEMISED)

    desk.press("Return")
    settle(desk)

    assert "申请事项" in dialog(desk).windowTitle()
    desk.press("Escape")


def test_a_disabled_act_cannot_be_sent_and_says_what_is_missing(desk: Desk) -> None:
    number = registered(desk).number
    asked = steps_of(desk, number)

    asked.acts.choose(lambda row: row.act is Act.ARCHIVED)
    desk.press("Return", "Ctrl+Return")

    assert not asked.ok.isEnabled()
    assert "归档" in asked.effect.text()
    assert desk.hall.applications.get(number).version == 1
    desk.press("Escape")


def test_the_list_opens_on_what_usually_comes_next(desk: Desk) -> None:
    number = registered(desk).number
    record(desk, number, Act.CORRECTION_REQUESTED)

    asked = steps_of(desk, number)

    assert asked.acts.current().act is Act.CORRECTED
    desk.press("Escape")


def test_the_header_counts_down_the_seven_days_of_the_notice(desk: Desk) -> None:
    number = registered(desk).number
    desk.clock.set(datetime(2026, 3, 9, 9, 0))

    at_file(desk, number)

    assert "可告知补正至 2026-03-11 剩 2 个工作日" in desk.screen.running.text()
    assert desk.screen.running.property("tone") == "warn"


def test_the_header_tells_each_letter_that_is_out(desk: Desk) -> None:
    at_file(desk, consulting(desk))

    assert "第1份意见截止 2026-03-25" in desk.screen.running.text()
    assert "第2份征求意见书 尚未送达" in desk.screen.running.text()


def test_before_both_sides_confirmed_only_receipt_and_withdrawal_are_possible(desk: Desk) -> None:
    number = registered(desk, channel=ApplicationChannel.ONLINE).number
    assert desk.hall.applications.get(number).state is State.AWAITING_CONFIRMATION
    asked = steps_of(desk, number)

    possible = [row.act for row in asked.acts.rows_model.rows() if not row.why_not]

    assert asked.acts.current().act is Act.RECEIVED
    assert Act.WITHDRAWN in possible
    assert Act.EXTENDED not in possible
    desk.press("Escape")
