"""The main window: screens by key, one status line, find from anywhere, a lock that neither leaks nor loses."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QLineEdit, QPlainTextEdit, QTableView, QWidget

from hallclient.domain.register.life_refusals import ReasonMissing
from hallclient.domain.register.permissions import Permission
from hallclient.storage.keys import WrongPassword
from hallclient.ui import shortcuts, theme
from hallclient.ui.jobs import Jobs, Topic
from hallclient.ui.main_window import MainWindow
from hallclient.ui.messages import sentence
from hallclient.ui.screen import WINDOW_KEYS
from tests.ui import foundation_hall as stand
from tests.ui.foundation_hall import Pad


@dataclass(frozen=True)
class Hit:
    kind: str
    number: str
    title: str
    matched: str = "name"


class Counter:
    """The window on a hall without desks."""

    def __init__(self) -> None:
        self.jobs = Jobs()
        self.asked: list[str] = []
        self.answer: Callable[[str], list[Hit]] = lambda text: []
        self.window = MainWindow(stand.context(self.jobs), unlock=self._unlock, find=self._find, screens=stand.SCREENS)
        self.window.resize(1366, 768)
        self.window.show()
        self.window.activateWindow()
        QTest.qWaitForWindowActive(self.window)

    def _unlock(self, _user: str, password: str) -> None:
        if password != "quiet river 12":
            raise WrongPassword

    def _find(self, text: str) -> list[Hit]:
        self.asked.append(text)
        return self.answer(text)

    @property
    def pad(self) -> Pad:
        assert isinstance(self.window.current, Pad)
        return self.window.current

    def press(self, key: str) -> None:
        QTest.keySequence(QApplication.focusWidget() or self.window, key)
        QApplication.processEvents()

    def shows(self, page: QWidget) -> bool:
        return self.window.pages.currentWidget() is page


@pytest.fixture
def counter(qapp: QApplication) -> Iterator[Counter]:
    theme.apply(qapp, dark=False)
    made = Counter()
    yield made
    for pad in made.window._built.values():
        assert isinstance(pad, Pad)
        pad.stays = False
    made.window.close()
    made.jobs.shutdown()
    made.window.deleteLater()
    QApplication.processEvents()


def test_screens_come_by_key_and_are_built_when_first_shown(counter: Counter) -> None:
    assert counter.pad.title == "办理提醒"
    assert len(counter.window._built) == 1
    counter.press("Ctrl+2")
    assert counter.pad.title == "接待"
    assert len(counter.window._built) == 2


def test_a_screen_that_would_not_leave_stays(counter: Counter) -> None:
    counter.pad.stays = True
    counter.press("Ctrl+2")
    assert counter.pad.title == "办理提醒"


def test_a_screen_without_permission_is_not_there(qapp: QApplication) -> None:
    jobs = Jobs()
    entries = (stand.SCREENS[0], replace(stand.SCREENS[1], permission=Permission.MANAGE_CLERKS))
    window = MainWindow(stand.context(jobs), unlock=lambda _u, _p: None, screens=entries)
    assert window._rail.ids == ["desk"]
    window.open_record("enquiry", "SQ01-W01-Z2026-00001")
    assert "角色" in window.status.text()
    jobs.shutdown()
    window.deleteLater()


def test_back_and_forward_find_the_record_again(counter: Counter) -> None:
    counter.window.open_record("enquiry", "SQ01-W01-Z2026-00001")
    counter.window.open_record("application", "SQ01-W01-S2026-00002")
    counter.press("Alt+Left")
    assert counter.pad.title == "接待"
    assert counter.pad.shown == ["SQ01-W01-Z2026-00001"] * 2
    counter.press("Alt+Right")
    assert counter.pad.title == "申请"


def test_the_screens_own_keys_work_only_while_it_shows(counter: Counter) -> None:
    desk = counter.pad
    counter.press("Ctrl+2")
    counter.press("Ctrl+Return")
    assert len(counter.pad.saved) == 1
    assert desk.saved == []
    assert counter.window.status.text() == "已登记"


def test_the_window_runs_the_screens_action_of_its_own_keys(counter: Counter) -> None:
    counter.press("F5")
    assert counter.window.status.text() == "已刷新"


def test_f1_shows_the_rule_of_the_field(counter: Counter) -> None:
    counter.pad.form.field("name").setFocus()
    counter.press("F1")
    assert "第二十九条" in counter.window.status.text()


def test_a_no_nobody_took_is_a_sentence_in_the_status_line(counter: Counter, qtbot) -> None:
    counter.jobs.run(lambda: _raise(ReasonMissing()))
    qtbot.waitUntil(lambda: counter.jobs.idle)
    assert counter.window.status.text() == f"⚠ {sentence(ReasonMissing())}"


def test_what_others_changed_is_asked_for_again(counter: Counter, qtbot) -> None:
    mine, other = counter.pad, object()
    counter.jobs.run(lambda: 1, touches=[Topic.DAYS], initiator=other)
    counter.jobs.run(lambda: 1, touches=[Topic.ENQUIRIES], initiator=mine)
    qtbot.waitUntil(lambda: counter.jobs.idle)
    assert mine.heard == [frozenset({Topic.DAYS})]


# -- find ---------------------------------------------------------------------------------------------------------


def test_a_scanned_number_opens_its_record_at_once(counter: Counter) -> None:
    counter.press("F3")
    QTest.keyClicks(counter.window.find_box.edit, "sq01-w01-z2026-00041")
    counter.press("Return")
    assert counter.pad.shown == ["SQ01-W01-Z2026-00041"]
    assert counter.asked == []


def test_ctrl_g_takes_a_bare_serial(counter: Counter) -> None:
    counter.press("Ctrl+G")
    QTest.keyClicks(counter.window.find_box.edit, "12")
    counter.press("Return")
    assert counter.pad.shown == ["SQ01-W01-S2026-00012"]


def test_found_records_are_listed_and_enter_opens_the_first(counter: Counter, qtbot) -> None:
    counter.answer = lambda text: [Hit("enquiry", "SQ01-W01-Z2026-00007", "张**")]
    counter.press("F3")
    box = counter.window.find_box
    QTest.keyClicks(box.edit, "zs")
    qtbot.waitUntil(lambda: box._list.isVisible() and counter.jobs.idle)
    QTest.keyClick(box._list, Qt.Key.Key_Return)
    QApplication.processEvents()
    assert counter.pad.shown == ["SQ01-W01-Z2026-00007"]


def test_an_older_answer_never_opens_after_one_types_on(counter: Counter, qtbot) -> None:
    counter.answer = lambda text: [Hit("enquiry", "SQ01-W01-Z2026-00007", "张**")]
    counter.press("F3")
    box = counter.window.find_box
    QTest.keyClicks(box.edit, "z")
    qtbot.waitUntil(lambda: box._list.isVisible() and counter.jobs.idle)
    counter.answer = lambda text: []
    QTest.keyClicks(box.edit, "q")
    assert not box._list.isVisible()
    QTest.keyClick(box.edit, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: counter.jobs.idle)
    assert counter.pad.shown == []
    box._list.hide()


# -- lock and curtain ---------------------------------------------------------------------------------------------


def test_the_lock_hides_at_once_and_keeps_the_draft(counter: Counter) -> None:
    pad = counter.pad
    pad.form.field("content").set_value("某人的事由")
    counter.press("Ctrl+L")
    assert counter.window.locked
    assert not pad.isVisible()
    assert pad.kept == 1


def test_a_locked_window_takes_no_keys(counter: Counter) -> None:
    pad = counter.pad
    counter.press("Ctrl+L")
    for key in ("Ctrl+Return", "Ctrl+2", "F3", "Alt+Left"):
        counter.press(key)
    assert pad.saved == []
    assert counter.window.current is pad
    assert counter.window.locked


def test_the_same_clerk_goes_on_where_he_stopped(counter: Counter, qtbot) -> None:
    counter.pad.form.field("content").set_value("某人的事由")
    counter.press("Ctrl+L")
    box = counter.window.lock_page.box
    QTest.keyClicks(box.edit, "wrong")
    counter.press("Return")
    qtbot.waitUntil(lambda: counter.jobs.idle)
    assert counter.window.locked
    assert box.waiting == 1
    qtbot.waitUntil(lambda: not box.waiting)
    QTest.keyClicks(box.edit, "quiet river 12")
    counter.press("Return")
    qtbot.waitUntil(lambda: not counter.window.locked)
    assert counter.pad.form.field("content").value() == "某人的事由"
    assert box.edit.text() == ""


def test_someone_else_is_sent_to_the_login(counter: Counter, qtbot) -> None:
    counter.press("Ctrl+L")
    other = next(
        button for button in counter.window.lock_page.findChildren(QAbstractButton) if button.text() == "换人登录"
    )
    with qtbot.waitSignal(counter.window.sign_out_wished):
        other.click()
    assert counter.window.locked


def test_open_dialogs_are_hidden_with_the_window_and_come_back(counter: Counter, qtbot) -> None:
    dialog = QDialog(counter.window)
    dialog.show()
    counter.window.draw_curtain()
    assert not dialog.isVisible()
    counter.press("F12")
    assert dialog.isVisible()
    dialog.close()


def test_the_curtain_shows_nothing_of_the_work(counter: Counter) -> None:
    counter.pad.form.field("content").set_value("某人的事由")
    counter.press("F12")
    assert counter.shows(counter.window.curtain_page)
    visible = [child for child in counter.window.findChildren(QWidget) if child.isVisible()]
    texts = [child.text() for child in visible if hasattr(child, "text")]
    assert not [child for child in visible if isinstance(child, QLineEdit | QPlainTextEdit | QTableView)]
    assert "甲市某局" in texts
    assert not any("林某" in text for text in texts)
    counter.press("Esc")
    assert counter.shows(counter.window.work)


# -- small, and read aloud ----------------------------------------------------------------------------------------


def test_at_two_hundred_percent_on_a_small_screen_everything_can_be_reached(counter: Counter, qtbot) -> None:
    counter.window.resize(683, 384)
    QApplication.processEvents()
    assert counter.window.width() == 683
    assert counter.window.height() == 384
    for button in counter.pad.action_bar.findChildren(QAbstractButton):
        corner = button.mapTo(counter.window, button.rect().bottomRight())
        assert counter.window.rect().contains(corner), button.text()
    for field in counter.pad.form.fields:
        field.setFocus()
        QApplication.processEvents()
        at = field.editor.mapTo(counter.window, field.editor.rect().topLeft())
        assert counter.window.rect().contains(at), field.title


def test_every_control_has_a_name_for_the_screen_reader(counter: Counter) -> None:
    counter.pad.box.setAccessibleName("筛选")
    QAccessible.setActive(True)
    nameless = []
    for child in counter.window.findChildren(QWidget):
        if not isinstance(child, QAbstractButton | QLineEdit | QPlainTextEdit | QTableView):
            continue
        interface = QAccessible.queryAccessibleInterface(child)
        if interface is not None and not interface.text(QAccessible.Text.Name) and child.parent() is not None:
            nameless.append(f"{type(child.parent()).__name__}/{type(child).__name__}")
    QAccessible.setActive(False)
    ours = [name for name in nameless if not name.startswith(("QTableView", "ListView", "QLineEdit"))]
    assert ours == []


def test_the_practice_store_says_so(counter: Counter) -> None:
    assert counter.window.badge.isVisible()
    assert counter.window.badge.text() == "练习"


# -- the one table of keys ----------------------------------------------------------------------------------------


def test_no_key_means_two_things_in_one_place() -> None:
    seen: dict[tuple[str, str], str] = {}
    for entry in shortcuts.SHORTCUTS:
        if not entry.bound:
            continue
        for key in entry.keys:
            assert (key, "") not in seen, f"{entry.id} and {seen.get((key, ''))}"
            seen[(key, "")] = entry.id


def test_every_key_of_the_table_is_one_qt_knows() -> None:
    for entry in shortcuts.SHORTCUTS:
        if entry.bound:
            for sequence in shortcuts.sequences(entry.id):
                assert not sequence.isEmpty()
                assert sequence.count() == 1


def test_the_window_binds_every_key_it_owns(counter: Counter) -> None:
    bound = {action.objectName() for action in counter.window.work.actions()}
    assert bound >= WINDOW_KEYS


def test_the_key_card_is_the_table() -> None:
    rows = shortcuts.key_card()
    assert len(rows) == len(shortcuts.SHORTCUTS)
    assert ("Ctrl+Enter", "办理（保存）", "") in rows
    assert all(key and title for key, title, _where in rows)


def test_a_button_shows_its_key(counter: Counter) -> None:
    keys = {
        button.accessibleName(): button.accessibleDescription()
        for button in counter.pad.action_bar.findChildren(QAbstractButton)
    }
    assert keys == {"登记": "Ctrl+Enter", "打印": "F8", "刷新": "F5"}


def _raise(problem: Exception) -> None:
    raise problem
