"""Who may not look sees nothing: behind the lock and the curtain, in the log, in tool tips, in another's drafts."""

import logging
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from application_desk import NUMBERS, PERSON, at_file, draft, registered
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QDialog, QLabel, QWidget

from hallclient.domain.register.enquiry import EnquiryDraft
from hallclient.domain.register.permissions import Clerk, Role
from hallclient.domain.register.states import State
from hallclient.foundation import logs
from hallclient.ui.ask_dialog import AskDialog
from hallclient.ui.catalog import SCREENS
from hallclient.ui.crash import CrashHook
from hallclient.ui.printing import PreviewDialog, PrintDesk
from hallclient.wiring import open_hall
from tests.hall import PASSWORD
from tests.window import Desk

MARKUP = "<b>提示</b><br>已锁定<img src='file:///etc/hostname'>"


def shown_dialogs() -> list[QDialog]:
    return [w for w in QApplication.topLevelWidgets() if isinstance(w, QDialog) and w.isVisible()]


def texts_on_screen(root: QWidget) -> str:
    """Every text a passer-by could read."""
    found = []
    for widget in (root, *root.findChildren(QWidget)):
        if widget.isVisible():
            for way in ("text", "toPlainText", "placeholderText"):
                said = getattr(widget, way, None)
                if callable(said) and not (said_is_password(widget) and way == "text"):
                    found.append(str(said()))
    return "\n".join(found)


def said_is_password(widget: QWidget) -> bool:
    mode = getattr(widget, "echoMode", None)
    return mode is not None and mode() == mode().Password


@pytest.fixture
def previewing(desk: Desk) -> Iterator[PrintDesk]:
    printing = PrintDesk(desk.hall, desk.hall.clerk, desk.jobs, say=desk._say, complain=desk._complain)
    yield printing
    for dialog in shown_dialogs():
        dialog.reject()


@pytest.mark.parametrize("hide", ["Ctrl+L", "F12"])
def test_a_dialog_that_comes_later_waits_behind_the_lock(desk: Desk, previewing: PrintDesk, hide: str) -> None:
    [issued] = desk.hall.documents.of_record(registered(desk).number)
    stored = desk.hall.documents.stored(issued.id)
    desk.press(hide)

    previewing.preview(stored, title="回执", kind="P01", document_id=issued.id)
    desk.settle()

    assert shown_dialogs() == []
    if hide == "Ctrl+L":
        desk.type(PASSWORD)
        desk.press("Return")
        assert not desk.window.locked, "it does not take the keys the lock needs either"
    else:
        desk.press("F12")
    [dialog] = shown_dialogs()
    assert isinstance(dialog, PreviewDialog)
    assert not dialog.testAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)


def test_a_dialog_that_was_open_is_hidden_and_comes_back_as_it_was(desk: Desk) -> None:
    number = registered(desk).number
    at_file(desk, number)
    desk.press("Ctrl+Delete")
    [dialog] = shown_dialogs()
    assert isinstance(dialog, AskDialog)
    desk.type("重复登记")

    desk.window.lock()
    desk.settle()
    assert shown_dialogs() == []
    desk.type(PASSWORD)
    desk.press("Return")

    assert shown_dialogs() == [dialog]
    desk.press("Ctrl+Return")
    assert shown_dialogs() == []
    assert desk.hall.applications.get(number).state is State.VOIDED


@pytest.mark.parametrize("hide", ["Ctrl+L", "F12"])
def test_behind_lock_and_curtain_stands_no_person(desk: Desk, hide: str) -> None:
    at_file(desk, registered(desk).number)
    desk.press("F3")
    desk.type("张示例")
    desk.press("Esc")

    desk.press(hide)

    seen = texts_on_screen(desk.window)
    for personal in ("张示例", "张**", PERSON.id_number, PERSON.phone, "1234", "老旧小区"):
        assert personal not in seen


def test_lists_and_files_show_persons_masked(desk: Desk) -> None:
    number = registered(desk).number
    desk.hall.reception.register(EnquiryDraft(name="欧阳示例", phone="13900005678", content="停车"), by=desk.hall.clerk)
    for entry in SCREENS:
        desk.window.open_screen(entry.id, number if entry.id == "application_file" else None)
        desk.settle()
        seen = "\n".join([texts_on_screen(desk.window), *_said(desk.window, SHOWN, HOVERED, READ_ALOUD)])
        for personal in ("张示例", "欧阳示例", PERSON.id_number, PERSON.phone, "13900005678"):
            assert personal not in seen, entry.id


SHOWN, HOVERED, READ_ALOUD = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.AccessibleTextRole,
)


def _said(window: QWidget, *roles: Qt.ItemDataRole) -> list[str]:
    """What the lists that show say in these roles."""
    said = []
    for view in window.findChildren(QAbstractItemView):
        model = view.model()
        if model is None or not view.isVisible():
            continue
        for row in range(model.rowCount()):
            for column in range(model.columnCount()):
                index = model.index(row, column)
                said += [str(model.data(index, role)) for role in roles]
    return said


def test_markup_in_a_text_stays_letters_on_every_screen(desk: Desk) -> None:
    number = registered(desk, subject=MARKUP, materials=MARKUP, topic=MARKUP).number
    desk.hall.reception.register(EnquiryDraft(content=MARKUP, topic=MARKUP, unit=MARKUP), by=desk.hall.clerk)
    desk.hall.drafts.save("one", "enquiry", {"content": MARKUP}, title=MARKUP, by=desk.hall.clerk)
    desk.window.say(MARKUP)
    for entry in SCREENS:
        desk.window.open_screen(entry.id, number if entry.id == "application_file" else None)
        desk.settle()
        labels = desk.window.findChildren(QLabel)
        rich = [label.text() for label in labels if label.textFormat() is not Qt.TextFormat.PlainText]
        assert rich == [], entry.id
        tips = [widget.toolTip() for widget in desk.window.findChildren(QWidget)] + _said(desk.window, HOVERED)
        assert [tip for tip in tips if "<img" in tip] == [], entry.id


def test_a_hovered_text_is_letters_too(desk: Desk) -> None:
    registered(desk, subject=MARKUP)
    desk.window.open_screen("applications")
    desk.settle()
    model = desk.screen.list.rows_model
    tips = [
        str(model.data(model.index(0, column), Qt.ItemDataRole.ToolTipRole)) for column in range(model.columnCount())
    ]

    assert any("&lt;img" in tip for tip in tips)
    assert not any("<img" in tip for tip in tips)


def test_the_next_clerk_sees_no_draft_of_the_one_before(desk: Desk) -> None:
    second = Clerk(name="li", display_name="李窗口", roles=frozenset({Role.CLERK}))
    desk.hall.clerks.add(second, password="another window 2", by=desk.hall.clerk)
    desk.window.open_screen("reception")
    desk.settle()
    desk.screen.form.field("content").setFocus()
    desk.type("只有我能看的话")
    desk.window.lock()
    desk.settle()
    [mine] = desk.hall.drafts.mine(desk.hall.clerk)

    with open_hall(desk.hall.data, user="li", password="another window 2", now=desk.clock) as hers:
        assert hers.drafts.mine(hers.clerk) == []
        assert all(not section.rows for section in hers.board.today(hers.clerk) if section.code.value == "drafts")
        assert hers.finder.find("只有我能看", by=hers.clerk) == []
    assert mine.payload["content"] == "只有我能看的话"


@pytest.mark.expects_log("ValueError")
def test_the_log_of_a_session_names_nobody(desk: Desk, qapp: QApplication) -> None:
    handler = logs.start(desk.hall.data, level=logging.DEBUG)
    hook = CrashHook(now=desk.clock, keep_drafts=desk.window.keep_drafts)
    before = (sys.excepthook, sys.stderr)
    hook.install()
    try:
        number = registered(desk).number
        at_file(desk, number)
        desk.press("F3")
        desk.type("张示例")
        desk.press("Return", "Esc")
        desk.hall.reception.register(EnquiryDraft(name="欧阳示例", phone="13900005678"), by=desk.hall.clerk)
        desk.window.open_screen("applications")
        desk.settle()
        told = "张示例 440301198512310127"
        desk.window.context.jobs.run(lambda: _bug(told))
        desk.settle()
        QTest.qWait(10)
    finally:
        hook.remove()
        logs.stop(handler)

    log = (desk.hall.data / logs.FILE).read_text("utf-8")
    assert "ValueError" in log
    for personal in ("张示例", "欧阳示例", "13800001234", "13900005678", *NUMBERS):
        assert personal not in log
    assert before[0] is sys.excepthook


def _bug(told: str) -> None:
    raise ValueError(told)


def test_no_error_of_the_store_repeats_what_was_written(desk: Desk) -> None:
    with pytest.raises(Exception, match="no such table") as failed, desk.hall.office.database.writing() as tx:
        tx.exec_driver_sql("INSERT INTO nowhere VALUES (?)", ("张示例",))

    assert "张示例" not in str(failed.value)
    assert "张示例" not in repr(failed.value)


def test_values_of_persons_do_not_print_themselves(desk: Desk) -> None:
    made = registered(desk)
    whole = draft(desk)
    for value in (made, whole, whole.applicant, desk.hall.applications.get(made.number)):
        for personal in ("张示例", PERSON.id_number, PERSON.phone, "老旧小区"):
            assert personal not in repr(value), type(value).__name__


def test_a_session_leaves_no_file_but_its_own(desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(scratch))
    number = registered(desk).number
    at_file(desk, number)
    desk.press("F7")
    desk.window.open_screen("day_close")
    desk.settle()
    desk.press("F10")
    desk.settle()

    assert list(scratch.iterdir()) == []
    kept = {re.sub(r"-(wal|shm)$", "", path.name) for path in desk.hall.data.iterdir()}
    assert kept <= {"hall.db", "hall.keys", "machine.json", logs.FILE}


@pytest.mark.parametrize("name", ["hall.db", "hall.db-wal"])
def test_the_files_beside_the_program_hold_no_text_in_clear(desk: Desk, name: str) -> None:
    registered(desk)
    desk.hall.drafts.save("one", "enquiry", {"content": "张示例"}, title="x", by=desk.hall.clerk)

    held = (desk.hall.data / name).read_bytes()

    for personal in ("张示例", "老旧小区", PERSON.id_number, PERSON.phone):
        assert personal.encode() not in held
        assert personal.encode("utf-16-le") not in held
