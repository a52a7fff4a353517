"""The login: a wrong password says so and slows down, and nothing tells who works here."""

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from hallclient.foundation.trouble import StoreLocked
from hallclient.storage.keys import WrongPassword
from hallclient.ui import theme
from hallclient.ui.jobs import Jobs
from hallclient.ui.messages import sentence
from hallclient.ui.password_box import wait_after
from hallclient.ui.screens.login import LoginScreen

RIGHT = "quiet river 12"


class Door:
    def __init__(self) -> None:
        self.jobs = Jobs()
        self.tried: list[tuple[str, str, bool]] = []
        self.opened: list[tuple[object, bool]] = []
        self.trouble: Exception | None = None
        self.gate = threading.Event()
        self.gate.set()
        self.login = LoginScreen(self._unlock, jobs=self.jobs)
        self.login.opened.connect(lambda hall, recovered: self.opened.append((hall, recovered)))
        self.login.resize(683, 384)
        self.login.show()
        self.login.activateWindow()
        QTest.qWaitForWindowActive(self.login)

    def _unlock(self, user: str, password: str, recovery: bool) -> str:
        self.gate.wait(5)
        self.tried.append((user, password, recovery))
        if self.trouble is not None:
            raise self.trouble
        if password != RIGHT:
            raise WrongPassword
        return "hall"

    def type(self, text: str, *, enter: bool = True) -> None:
        QTest.keyClicks(QApplication.focusWidget(), text)
        if enter:
            QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)

    @property
    def says(self) -> str:
        return self.login.box.says.text()


@pytest.fixture
def door(qapp: QApplication) -> Iterator[Door]:
    theme.apply(qapp, dark=False)
    made = Door()
    yield made
    made.login.close()
    made.jobs.shutdown()
    made.login.deleteLater()


def test_name_enter_password_enter(door: Door, qtbot) -> None:
    door.type("lin")
    door.type(RIGHT)
    qtbot.waitUntil(lambda: door.opened != [])
    assert door.opened == [("hall", False)]
    assert door.tried == [("lin", RIGHT, False)]


def test_a_wrong_password_says_so_and_one_has_to_wait(door: Door, qtbot) -> None:
    door.type("lin")
    door.type("wrong")
    qtbot.waitUntil(lambda: door.jobs.idle)
    assert sentence(WrongPassword()) in door.says
    assert "1 秒后可以再试" in door.says
    assert not door.login.box.button.isEnabled()
    door.type(RIGHT)
    assert len(door.tried) == 1
    qtbot.waitUntil(lambda: door.login.box.button.isEnabled())
    door.login.box.submit()
    qtbot.waitUntil(lambda: door.opened != [])


def test_the_wait_grows_and_has_an_end() -> None:
    assert [wait_after(failures) for failures in range(9)] == [0, 1, 2, 4, 8, 16, 32, 60, 60]


def test_who_failed_at_the_lock_goes_on_waiting_at_the_login(qapp: QApplication, qtbot) -> None:
    jobs = Jobs()
    login = LoginScreen(_refuse, jobs=jobs, user="lin", failures=4)
    qtbot.addWidget(login)
    login.box.edit.setText("wrong")
    login.box.submit()
    qtbot.waitUntil(lambda: jobs.idle)
    assert login.box.waiting == 16
    jobs.shutdown()


def _refuse(_user: str, _password: str, _recovery: bool) -> object:
    raise WrongPassword


def test_an_unknown_name_hears_the_same(door: Door, qtbot) -> None:
    door.type("nobody")
    door.type("wrong")
    qtbot.waitUntil(lambda: door.jobs.idle)
    assert sentence(WrongPassword()) in door.says
    assert "nobody" not in door.says


def test_the_window_stays_alive_while_the_store_opens(door: Door, qtbot) -> None:
    door.gate.clear()
    door.type("lin")
    door.type(RIGHT)
    assert door.login.box.button.text() == "正在打开…"
    assert not door.login.box.button.isEnabled()
    QTest.keyClick(door.login.box.edit, Qt.Key.Key_Return)
    door.gate.set()
    qtbot.waitUntil(lambda: door.opened != [])
    assert len(door.tried) == 1


def test_a_no_of_the_world_makes_nobody_wait(door: Door, qtbot) -> None:
    door.trouble = StoreLocked()
    door.type("lin")
    door.type(RIGHT)
    qtbot.waitUntil(lambda: door.jobs.idle)
    assert sentence(StoreLocked()) in door.says
    assert door.login.box.edit.text() == RIGHT
    assert door.login.box.waiting == 0


def test_a_missing_name_is_asked_for(door: Door) -> None:
    door.login.box.edit.setFocus()
    door.type(RIGHT)
    assert "请先输入用户名" in door.says
    assert door.tried == []
    assert QApplication.focusWidget() is door.login.user


def test_caps_lock_shows_by_the_letters_it_makes(door: Door) -> None:
    box = door.login.box
    box.edit.setFocus()
    QTest.keyClick(box.edit, Qt.Key.Key_A)
    assert not box.caps.isVisible()
    QTest.sendKeyEvent(QTest.KeyAction.Press, box.edit, Qt.Key.Key_A, "A", Qt.KeyboardModifier.ShiftModifier)
    assert not box.caps.isVisible()
    QTest.sendKeyEvent(QTest.KeyAction.Press, box.edit, Qt.Key.Key_A, "A", Qt.KeyboardModifier.NoModifier)
    assert box.caps.isVisible()


def test_the_password_cannot_be_read_over_a_shoulder(door: Door) -> None:
    assert door.login.box.edit.echoMode() is QLineEdit.EchoMode.Password


def test_the_recovery_key_opens_too_and_guessing_it_is_slowed_down(door: Door, qtbot) -> None:
    door.type("lin")
    door.login.forgotten.click()
    door.type("AAAAA-BBBBB")
    qtbot.waitUntil(lambda: door.jobs.idle)
    assert door.tried == [("lin", "AAAAA-BBBBB", True)]
    assert door.login.box.waiting >= 1


def test_everything_is_on_a_small_screen(door: Door) -> None:
    for part in (door.login.user, door.login.box.edit, door.login.box.button, door.login.forgotten):
        corner = part.mapTo(door.login, part.rect().bottomRight())
        assert door.login.rect().contains(corner)


def test_a_long_sentence_takes_the_room_it_needs(door: Door, qtbot) -> None:
    door.type("lin")
    door.type("wrong")
    qtbot.waitUntil(lambda: door.login.box.waiting == 1)
    QApplication.processEvents()
    says, button = door.login.box.says, door.login.box.button
    assert says.height() >= says.heightForWidth(says.width())
    assert button.height() >= button.sizeHint().height()
    assert door.login.height() == 384
    bottom = button.mapTo(door.login, button.rect().bottomLeft()).y()
    assert bottom < door.login.forgotten.mapTo(door.login, door.login.forgotten.rect().topLeft()).y()
