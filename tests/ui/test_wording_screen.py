"""The words of the documents by keyboard: found, changed, compared, seen, published from a day on, taken back."""

import io
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from hallclient.domain.register.permissions import Clerk, Role
from hallclient.ui import theme
from hallclient.ui.rail import Rail
from tests.hall import Clock, Stores
from tests.window import Desk, rows_of


@pytest.fixture
def wordings(desk: Desk) -> Iterator[Callable[[str], Any]]:
    """Opens the screen and goes into the words of a kind."""

    def to(code: str) -> Any:
        if desk.screen.__class__.__name__ != "WordingsScreen":
            desk.window.open_screen("wordings")
            desk.settle()
        desk.press("Ctrl+F")
        desk.screen.filter.clear()
        desk.type(code)
        desk.press("Return", "Return")
        return desk.screen

    yield to
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    theme.apply(app, dark=False)


def paragraph(desk: Desk, at: int) -> QPlainTextEdit:
    """Go to a paragraph (from 1) and return its editor."""
    edit = desk.screen.editor.form.fields[at - 1].edit
    edit.setFocus()
    desk.settle()
    assert isinstance(edit, QPlainTextEdit)
    return edit


def replaced(desk: Desk, at: int, old: str, new: str) -> None:
    edit = paragraph(desk, at)
    assert old in edit.toPlainText()
    found = edit.document().find(old)
    edit.setTextCursor(found)
    desk.type(new)


def publish(desk: Desk, reason: str = "规范用语") -> None:
    desk.press("Ctrl+Return")
    desk.type(reason)
    desk.press("Return")


def said(pdf: bytes) -> str:
    return "".join("".join(page.extract_text().split()) for page in PdfReader(io.BytesIO(pdf)).pages)


def test_a_kind_is_found_by_its_code_or_name_and_opened_with_enter(desk: Desk, wordings: Any) -> None:
    screen = wordings("A06")
    assert screen.heading.text() == "A06 政府信息不存在告知书"
    assert desk.focused() is screen.editor.form.fields[0].edit

    screen = wordings("延期")
    assert screen.heading.text().startswith("P05")


def test_paragraphs_are_shown_under_official_names_with_their_conditions(desk: Desk, wordings: Any) -> None:
    fields = wordings("A06").editor.form.fields

    assert "在{检索范围}进行检索" in fields[1].text()
    assert fields[3].title == "第4段 · 接上一段 · 2019年5月15日起收到的申请"
    assert fields[4].edit.isReadOnly()
    assert "救济途径" in fields[4].title


def test_changed_words_are_compared_seen_and_published(desk: Desk, wordings: Any) -> None:
    screen = wordings("A06")
    assert not screen.publishing.isEnabled()
    assert screen.publishing.toolTip() == "文字没有改动"
    replaced(desk, 2, "未查到", "没有检索到")

    desk.press("Alt+2")
    assert "未查没有检索到" in screen.difference.toPlainText()
    desk.press("Alt+1", "F7")
    kind, pdf = desk.paper.shown[-1]
    assert kind == "wording"
    assert "样张" in said(pdf)
    assert "没有检索到" in said(pdf)
    publish(desk)
    assert desk.status == "已发布 A06-H1，2026-03-02起签发的文书使用"
    assert desk.hall.wording.current("A06").reason == "规范用语"
    desk.press("Alt+3")
    assert rows_of(screen.versions, lambda version: version.version) == ["A06-H1", "A06-1"]
    assert not screen.publishing.isEnabled()


def test_what_the_law_asks_is_pointed_out_at_its_paragraph_and_nothing_is_published(desk: Desk, wordings: Any) -> None:
    screen = wordings("A06")
    replaced(desk, 4, "第三十六条第（四）项", "有关规定")
    desk.press("Ctrl+Return")

    field = screen.editor.form.fields[3]
    assert field.below.text() == "⚠ 缺少法定要素“条款”：“第三十六条第（四）项”"
    assert desk.focused() is field.edit
    assert desk.status.endswith("第4段：缺少法定要素“条款”：“第三十六条第（四）项”")
    assert len(desk.hall.wording.versions("A06")) == 1


def test_a_slot_is_inserted_by_a_part_of_its_name(desk: Desk, wordings: Any) -> None:
    wordings("A06")
    edit = paragraph(desk, 2)
    edit.moveCursor(edit.textCursor().MoveOperation.End)
    desk.press("Ctrl+K")
    desk.type("索引")
    desk.press("Return", "Return")

    assert edit.toPlainText().endswith("申请的信息。{索引号}")


def test_a_slot_of_ones_own_in_a_new_paragraph_asks_the_clerk(desk: Desk, wordings: Any) -> None:
    screen = wordings("A06")
    paragraph(desk, 2)
    desk.press("Ctrl+N")
    desk.type("检索人：")
    desk.press("Ctrl+Shift+K")
    desk.type("检索人")
    desk.press("Ctrl+Return")
    desk.type("。")

    assert screen.editor.form.fields[2].text() == "检索人：{检索人}。"
    publish(desk)
    assert "检索人" in {fact.label for fact in desk.hall.documents.offer("A06").asks}


def test_a_new_paragraph_can_be_printed_only_when_its_facts_are_known(desk: Desk, wordings: Any) -> None:
    screen = wordings("A06")
    paragraph(desk, 2)
    assert not screen.waiting.isEnabled()
    desk.press("Ctrl+N")
    desk.type("索引号：{索引号}。")
    desk.press("Ctrl+E")

    assert screen.editor.form.fields[2].title == "第3段 · 新增 · 所填内容齐全时才印"
    publish(desk)
    assert desk.hall.wording.current("A06").version == "A06-H1"


def test_a_paragraph_can_be_removed_but_not_a_locked_one(desk: Desk, wordings: Any) -> None:
    screen = wordings("P03")
    count = len(screen.editor.form.fields)
    paragraph(desk, 4)
    desk.press("Ctrl+Shift+Del")
    assert len(screen.editor.form.fields) == count - 1

    wordings("A06")
    paragraph(desk, 5)
    desk.press("Ctrl+Shift+Del")
    assert len(screen.editor.form.fields) == 5
    assert desk.status.endswith("这一段不能删去")


def test_a_later_day_is_asked_and_an_earlier_one_refused(desk: Desk, wordings: Any) -> None:
    wordings("A06")
    replaced(desk, 2, "未查到", "没有查到")
    desk.press("Ctrl+Return")
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    form = dialog.findChildren(type(desk.screen.editor.form))[0]
    form.field("effective_from").set_value(date(2026, 3, 1))
    desk.type("规范用语")
    desk.press("Return")
    assert "最早从 2026-03-02 起生效" in form.field("effective_from").below.text()
    form.field("effective_from").set_value(date(2026, 3, 9))
    desk.press("Ctrl+Return")

    assert desk.hall.wording.current("A06").version == "A06-1"
    assert desk.screen.list.current().coming == date(2026, 3, 9)


def test_a_version_to_come_is_withdrawn_with_a_reason(desk: Desk, wordings: Any) -> None:
    screen = wordings("A06")
    draft = desk.hall.wording.draft("A06")
    from dataclasses import replace

    changed = tuple(replace(part, text=part.text.replace("未查到", "没有查到")) for part in draft.paragraphs)
    desk.hall.wording.publish(
        replace(draft, paragraphs=changed), effective_from=date(2026, 3, 9), reason="改", by=desk.hall.clerk
    )
    wordings("A07")
    wordings("A06")
    desk.press("Alt+3")
    screen.versions.setFocus()
    screen.versions.selectRow(0)
    assert screen.removing.text() == "撤回所选版本"
    desk.press("Ctrl+Shift+Del")
    desk.type("再议")
    desk.press("Return")

    assert desk.hall.wording.versions("A06")[0].withdrawn == "再议"
    assert desk.status == "已撤回 A06-H1"


def test_an_older_version_is_taken_up_with_enter(desk: Desk, wordings: Any) -> None:
    screen = wordings("A06")
    replaced(desk, 2, "未查到", "没有检索到")
    publish(desk)
    desk.press("Alt+3")
    screen.versions.setFocus()
    screen.versions.choose(lambda version: version.version == "A06-1")
    desk.press("Return")

    assert "未查到" in screen.editor.form.fields[1].text()
    publish(desk, "恢复原文")
    assert desk.hall.wording.current("A06").version == "A06-H2"


def test_unpublished_words_are_there_again_and_can_be_thrown_away(desk: Desk, wordings: Any) -> None:
    screen = wordings("A06")
    replaced(desk, 2, "未查到", "没有检索到")
    wordings("A07")
    wordings("A06")
    assert "没有检索到" in screen.editor.form.fields[1].text()
    assert screen.publishing.isEnabled()

    desk.press("Ctrl+Shift+D")
    assert "未查到" in screen.editor.form.fields[1].text()
    assert desk.hall.drafts.mine(desk.hall.clerk) == []


def test_esc_goes_back_step_by_step(desk: Desk, wordings: Any) -> None:
    screen = wordings("A06")
    desk.press("Esc")
    assert screen.list.hasFocus()
    assert screen.filter.text() == "A06"
    desk.press("Esc")
    assert screen.filter.text() == ""
    desk.press("Esc")
    assert desk.screen is not screen


def test_who_may_not_edit_does_not_find_the_screen(
    qapp: QApplication, stores: Stores, tmp_path: Path, clock: Clock
) -> None:
    theme.apply(qapp, dark=False)
    hall = stores.hall(tmp_path / "store", clock)
    hall.clerk = Clerk(name=hall.clerk.name, display_name="李窗口", roles=frozenset({Role.CLERK}))
    desk = Desk(hall, clock)
    try:
        assert "wordings" not in desk.window.findChild(Rail).ids
    finally:
        desk.close()
