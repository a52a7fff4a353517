"""Reception by keyboard: ticks, records, undo, and what goes on as an application."""

from datetime import date, datetime
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from hallclient.domain.register.enquiry import EnquiryDraft
from hallclient.domain.register.kinds import EnquiryChannel, EnquiryKind, Handling
from hallclient.ui.enquiry_clock_dialog import EnquiryClockDialog
from tests.window import Desk, rows_of


def at_reception(desk: Desk) -> Desk:
    desk.window.open_screen("reception")
    desk.settle()
    return desk


def test_a_digit_is_one_visitor(desk: Desk) -> None:
    at_reception(desk).press("F2")

    desk.type("1123")

    totals = desk.hall.reception.totals(desk.hall.today())
    assert (totals.visits, totals.persons) == (4, 4)
    assert totals.by_kind[EnquiryKind.CONSULTATION] == 2
    assert len(rows_of(desk.screen.list, lambda row: row.number)) == 4


def test_a_group_is_one_visit_of_many_persons(desk: Desk) -> None:
    at_reception(desk).press("F2")

    desk.type("*12")
    desk.press("Return")
    desk.type("1")

    totals = desk.hall.reception.totals(desk.hall.today())
    assert (totals.visits, totals.persons, totals.matters) == (1, 12, 1)


def test_the_last_tick_is_taken_back(desk: Desk) -> None:
    at_reception(desk).press("F2")
    desk.type("12")

    desk.press("Ctrl+Z")

    assert desk.hall.reception.totals(desk.hall.today()).persons == 1
    assert "已撤销" in desk.status


def test_a_full_record_by_keyboard_alone(desk: Desk) -> None:
    at_reception(desk).press("Ctrl+N")
    desk.type("3")  # 投诉
    desk.screen.form.field("content").setFocus()
    desk.type("反映夜间施工噪声")

    desk.press("Ctrl+Return")

    [row] = desk.hall.reception.today()
    assert (row.kind, row.handling) == (EnquiryKind.COMPLAINT, Handling.ANSWERED)
    assert row.number in desk.status
    assert desk.screen.form.field("content").empty()


def test_enter_goes_to_the_next_field(desk: Desk) -> None:
    at_reception(desk).press("Ctrl+N")
    form = desk.screen.form
    assert desk.focused() is form.field("kind").editor

    desk.press("Return")

    assert desk.focused() is form.field("channel").editor


def test_a_second_matter_of_a_visit_counts_no_person_twice(desk: Desk) -> None:
    at_reception(desk).press("Ctrl+N", "Ctrl+Return")

    desk.press("Ctrl+J", "Ctrl+Return")

    totals = desk.hall.reception.totals(desk.hall.today())
    assert (totals.visits, totals.persons, totals.matters) == (1, 1, 2)


def test_an_impossible_day_is_named_and_nothing_is_written(desk: Desk) -> None:
    at_reception(desk).press("Ctrl+N")
    desk.screen.form.field("occurred_on").setFocus()
    desk.type("20260230")

    desk.press("Ctrl+Return")

    assert "2 月只有 28 天" in desk.screen.form.field("occurred_on").below.text()
    assert desk.hall.reception.today() == []


def test_a_visit_of_tomorrow_is_refused_at_its_field(desk: Desk) -> None:
    at_reception(desk).press("Ctrl+N")
    desk.screen.form.field("occurred_on").setFocus()
    desk.type("+1")

    desk.press("Ctrl+Return")

    assert desk.screen.form.field("occurred_on").below.text().startswith("⚠")
    assert desk.hall.reception.today() == []


def test_a_late_entry_asks_why_and_is_flagged(desk: Desk) -> None:
    at_reception(desk).press("Ctrl+N")
    form = desk.screen.form
    form.field("occurred_on").setFocus()
    desk.type("-3")
    desk.press("Ctrl+Return")
    assert form.field("late_reason").isVisible()
    assert desk.hall.reception.rows(date(2026, 2, 27)) == []

    form.field("late_reason").setFocus()
    desk.type("停电补登")
    desk.press("Ctrl+Return")

    [row] = desk.hall.reception.rows(date(2026, 2, 27))
    assert row.late
    assert row.approximate  # a day without a time is a time nobody knows


def test_the_last_record_is_repeated_without_its_person(desk: Desk) -> None:
    at_reception(desk).press("Ctrl+N")
    form = desk.screen.form
    form.field("content").setFocus()
    desk.type("问公积金提取")
    form.field("name").setFocus()
    desk.type("林一舟")
    desk.press("Ctrl+Return")

    desk.press("F4")

    assert form.field("content").value() == "问公积金提取"
    assert form.field("name").empty()


def test_a_returning_visitor_is_hinted_at_masked(desk: Desk) -> None:
    at_reception(desk).press("Ctrl+N")
    form = desk.screen.form
    form.field("name").set_text("林一舟")
    form.field("phone").set_text("19900001234")
    desk.press("Ctrl+Return")

    form.field("phone").setFocus()
    desk.type("19900001234")
    desk.press("Return")

    hint = form.field("phone").below.text()
    assert "此前来过 1 次" in hint
    assert "林一舟" not in hint
    assert "林**" in hint


def test_a_ready_answer_is_inserted_with_two_slashes(desk: Desk) -> None:
    at_reception(desk).press("Ctrl+N")
    content = desk.screen.form.field("content")
    content.setFocus()
    first = desk.hall.codes.book().snippets("")[0]

    desk.type("//")
    desk.press("Return")

    assert content.value() == first.text


def test_a_draft_outlives_the_window(desk: Desk) -> None:
    at_reception(desk).press("Ctrl+N")
    desk.screen.form.field("content").setFocus()
    desk.type("还没有登记的话")

    desk.window.open_screen("desk")
    desk.settle()

    [draft] = desk.hall.drafts.mine(desk.hall.clerk)
    assert draft.form == "enquiry"
    assert draft.payload["content"] == "还没有登记的话"


def test_a_saved_record_takes_its_draft_along(desk: Desk) -> None:
    at_reception(desk).press("Ctrl+N")
    desk.screen.form.field("content").setFocus()
    desk.type("一段话")
    desk.screen.keep_draft()
    desk.settle()

    desk.press("Ctrl+Return")

    assert desk.hall.drafts.mine(desk.hall.clerk) == []


def test_a_record_is_opened_from_the_list_and_changed(desk: Desk) -> None:
    at_reception(desk).press("Ctrl+N")
    desk.screen.form.field("content").setFocus()
    desk.type("第一版")
    desk.press("Ctrl+Return")
    [row] = desk.hall.reception.today()

    desk.screen.show_record(row.number)
    desk.settle()
    desk.screen.form.field("content").set_text("第二版")
    desk.press("Ctrl+Return")

    assert desk.hall.reception.get(row.number).content == "第二版"
    assert desk.hall.reception.get(row.number).version == 2


def test_the_receipt_comes_out_of_the_printer(desk: Desk) -> None:
    at_reception(desk).press("Ctrl+N")
    desk.screen.form.field("content").setFocus()
    desk.type("反映一件事")

    desk.press("F8")

    [(kind, pdf)] = desk.paper.printed
    assert kind == "P15"
    assert pdf.startswith(b"%PDF")


def test_a_closed_day_takes_nothing_more(desk: Desk) -> None:
    at_reception(desk).press("F2")
    desk.type("1")
    desk.hall.closing.close(desk.hall.today(), by=desk.hall.clerk)

    desk.type("1")

    assert desk.hall.reception.totals(desk.hall.today()).persons == 1
    assert "日结" in desk.status


def test_ticks_stay_on_their_business_day(desk: Desk) -> None:
    at_reception(desk).press("F2")
    desk.clock.set(datetime(2026, 3, 2, 23, 59, 59))
    desk.type("1")
    desk.clock.set(datetime(2026, 3, 3, 0, 0, 0))
    desk.type("1")

    assert desk.hall.reception.totals(date(2026, 3, 2)).persons == 1
    assert desk.hall.reception.totals(date(2026, 3, 3)).persons == 1


def test_what_someone_else_saved_meanwhile_is_put_together(desk: Desk) -> None:
    at_reception(desk).press("Ctrl+N")
    desk.screen.form.field("content").set_text("第一版")
    desk.press("Ctrl+Return")
    [row] = desk.hall.reception.today()
    desk.screen.show_record(row.number)
    desk.settle()
    theirs = EnquiryDraft(kind=EnquiryKind.HELP, content="第一版", unit="市医保局")
    desk.hall.reception.amend(row.number, theirs, version=1, by=desk.hall.clerk)

    desk.screen.form.field("content").set_text("第二版")
    desk.press("Ctrl+Return")
    assert "他人刚改过" in desk.status
    desk.press("Ctrl+Return")

    record = desk.hall.reception.get(row.number)
    assert (record.kind, record.unit, record.content) == (EnquiryKind.HELP, "市医保局", "第二版")


def test_a_supervisor_enters_a_late_fact_as_an_adjustment(desk: Desk) -> None:
    desk.hall.reception.tally(EnquiryKind.HELP, by=desk.hall.clerk)
    desk.hall.closing.close(desk.hall.today(), by=desk.hall.clerk)
    at_reception(desk).press("Ctrl+N", "Ctrl+Return")
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    desk.type("漏登一件")

    desk.press("Ctrl+Return")

    sheet = desk.hall.closing.sheet(desk.hall.today())
    assert sheet.revision == 2
    assert sheet.value("enquiries.persons") == 2


def test_the_form_offers_what_the_register_knows(desk: Desk) -> None:
    form = at_reception(desk).screen.form

    def codes(name: str) -> list[object]:
        return [option.value for option in form.field(name)._matching("")]

    assert codes("kind") == list(EnquiryKind)
    assert [kind.value for kind in EnquiryKind] == [
        *("consultation", "help", "complaint", "report", "suggestion", "praise", "other"),
    ]
    assert codes("channel") == list(EnquiryChannel)
    assert [channel.value for channel in EnquiryChannel] == [
        *("in_person", "phone", "online", "post", "fax", "hotline_12345", "assigned"),
    ]
    assert codes("handling") == list(Handling)
    assert {handling.value for handling in Handling} == {
        *("answered", "material", "redirected", "application", "referred", "hotline", "petition", "not_accepted"),
        "withdrawn",
    }
    assert codes("rating") == [5, 4, 3, 2, 1]


@pytest.mark.parametrize("way", ["code", "initials", "a character of its name"])
def test_a_topic_is_chosen_by_code_initials_or_any_fragment(desk: Desk, way: str) -> None:
    at_reception(desk).press("Ctrl+N")
    entry = desk.hall.codes.book().topics("户籍")[0]
    typed = {"code": entry.code, "initials": entry.initials, "a character of its name": entry.name[:2]}[way]
    desk.screen.form.field("topic").setFocus()

    desk.type(typed)
    desk.press("Return")

    assert desk.screen.form.field("topic").value() == entry.name


def test_f6_takes_along_what_is_not_saved_yet(desk: Desk) -> None:
    at_reception(desk).press("Ctrl+N")
    form = desk.screen.form
    for name, text in (("content", "要一份控规图则"), ("name", "林一舟"), ("phone", "19900001234")):
        form.field(name).setFocus()
        desk.type(text)

    desk.press("F6")

    assert desk.screen.title == "申请"
    shown = desk.screen.form
    assert shown.field("name").text() == "林一舟"
    assert shown.field("phone").text() == "19900001234"
    assert "要一份控规图则" in shown.field("subject").text()
    [row] = desk.hall.reception.today()
    assert row.handling is Handling.APPLICATION
    assert shown.carried("enquiry") == row.number


def test_f6_on_a_record_that_was_changed_makes_no_second_one(desk: Desk) -> None:
    at_reception(desk).press("Ctrl+N")
    desk.screen.form.field("content").set_text("要一份图")
    desk.press("Ctrl+Return")
    [row] = desk.hall.reception.today()
    desk.screen.show_record(row.number)
    desk.settle()
    desk.screen.form.field("content").setFocus()
    desk.type("，控规图则")

    desk.press("F6")

    assert [row.number for row in desk.hall.reception.today()] == [row.number]
    assert desk.hall.reception.totals(desk.hall.today()).persons == 1
    assert "控规图则" in desk.hall.reception.get(row.number).content
    assert desk.screen.form.carried("enquiry") == row.number


def test_an_unsaved_change_comes_back_as_a_change(desk: Desk) -> None:
    at_reception(desk).press("Ctrl+N")
    desk.screen.form.field("content").set_text("第一版")
    desk.press("Ctrl+Return")
    [row] = desk.hall.reception.today()
    desk.screen.show_record(row.number)
    desk.settle()
    desk.screen.form.field("content").setFocus()
    desk.type("又改")
    desk.press("Esc")
    assert desk.screen.form.field("content").empty()
    [draft] = desk.hall.drafts.mine(desk.hall.clerk)

    desk.window.open_record("enquiry", draft.instance)
    desk.settle()
    assert row.number in desk.screen.heading.text()
    desk.press("Ctrl+Return")

    assert [found.number for found in desk.hall.reception.today()] == [row.number]
    assert "又改" in desk.hall.reception.get(row.number).content
    assert desk.hall.drafts.mine(desk.hall.clerk) == []


def test_what_was_typed_a_moment_ago_is_not_lost_by_opening_another_record(desk: Desk) -> None:
    at_reception(desk).press("Ctrl+N")
    desk.press("Ctrl+Return")
    [row] = desk.hall.reception.today()
    desk.screen.form.field("content").setFocus()
    desk.type("来访人说到一半")

    desk.window.open_record("enquiry", row.number)
    desk.settle()

    [draft] = desk.hall.drafts.mine(desk.hall.clerk)
    assert draft.payload["content"] == "来访人说到一半"


def test_the_receipt_of_a_walk_in_is_issued_once_and_a_second_copy_is_a_reprint(desk: Desk) -> None:
    at_reception(desk).press("Ctrl+N")
    desk.screen.form.field("content").set_text("反映一件事")
    desk.press("F8")
    [row] = desk.hall.reception.today()
    desk.screen.show_record(row.number)
    desk.settle()

    desk.press("F8")

    assert [paper.kind for paper in desk.hall.documents.of_record(row.number)] == ["P15"]
    assert desk.paper.printed[0][1] == desk.paper.printed[1][1]


def referred(desk: Desk) -> str:
    draft = EnquiryDraft(kind=EnquiryKind.COMPLAINT, content="路灯不亮", handling=Handling.REFERRED, refer_to="城管局")
    number: str = desk.hall.reception.register(draft, by=desk.hall.clerk).number
    return number


def explained(desk: Desk) -> Any:
    desk.settle()
    dialog: Any = QApplication.activeModalWidget() or next(
        widget for widget in QApplication.topLevelWidgets() if isinstance(widget, EnquiryClockDialog)
    )
    return dialog


def test_f9_explains_a_reply_by_date_day_by_day_and_prints_it(desk: Desk) -> None:
    number = referred(desk)
    at_reception(desk)
    desk.window.open_record("enquiry", number)
    desk.settle()

    desk.press("F9")
    dialog = explained(desk)

    said = dialog.as_text()
    assert "应于 2026-03-09 前答复" in said
    assert "GB/T 36113-2018" in said
    assert "2026-03-07\t" in said
    assert "周末" in said
    assert "第5日" in said
    desk.press("F8")
    desk.settle()
    assert desk.paper.shown[-1][0] == "clock_trace"
    dialog.close()


def test_f9_explains_what_is_typed_before_it_is_saved(desk: Desk) -> None:
    at_reception(desk).press("Ctrl+N")
    desk.type("3")  # 投诉
    desk.screen.form.handling.set_value(Handling.REFERRED)
    desk.press("F9")

    dialog = explained(desk)
    assert "应于 2026-03-09 前答复" in dialog.as_text()
    dialog.close()


def test_f9_says_so_where_nothing_is_due(desk: Desk) -> None:
    at_reception(desk).press("Ctrl+N")
    desk.type("3")
    desk.screen.form.handling.set_value(Handling.ANSWERED)

    desk.press("F9")
    desk.settle()

    assert "没有答复期限" in desk.status
