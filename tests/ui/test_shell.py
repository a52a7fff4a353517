"""From the wizard to the main window and back to the login: the program's own shell, on real stores, by keyboard."""

import shutil
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton
from sqlcipher3 import dbapi2 as sqlcipher

from hallclient import app, wiring
from hallclient.app import Shell
from hallclient.domain.register.permissions import Clerk, Role
from hallclient.foundation import settings
from hallclient.foundation.trouble import DiskFull
from hallclient.storage import keys
from hallclient.storage.database import Database
from hallclient.ui import theme
from hallclient.ui.screens.login import LoginScreen
from tests.hall import PASSWORD, USER, Stores, make_store, open_hall
from tests.window import stores

__all__ = ["stores"]

SECOND, HERS = "li", "another window 2"


class Starter:
    """Someone in front of the program as it starts."""

    def __init__(self, qapp: QApplication, data: Path) -> None:
        self.app, self.data = qapp, data
        self.shell = Shell(qapp, data)

    @property
    def page(self) -> Any:
        return self.shell.page

    @property
    def at_login(self) -> bool:
        return isinstance(self.shell.page, LoginScreen)

    @property
    def signed_in(self) -> bool:
        return self.shell.hall is not None

    @property
    def says(self) -> str:
        return str(self.page.box.says.text())

    def until(self, done: Callable[[], bool]) -> None:
        for _ in range(4000):
            QApplication.processEvents()
            if done() and self.shell.jobs.idle:
                QApplication.processEvents()
                return
            QTest.qWait(5)
        raise AssertionError("waited in vain")

    def settle(self) -> None:
        self.until(lambda: True)

    def show(self) -> None:
        self.shell.show()
        QTest.qWaitForWindowActive(self.page)
        self.settle()

    def type(self, *texts: str) -> None:
        """Type into one field after the other, Enter after each."""
        for text in texts:
            target = self._target()
            if text.isascii():
                QTest.keyClicks(target, text)
            else:
                target.insert(text)
            QTest.keyClick(self._target(), Qt.Key.Key_Return)
            self.settle()

    def press(self, *names: str) -> None:
        for name in names:
            QTest.keySequence(self._target(), name)
            self.settle()

    def _target(self) -> Any:
        if not self.page.isActiveWindow():
            self.page.activateWindow()
            QTest.qWaitForWindowActive(self.page)
        return QApplication.focusWidget() or self.page

    def patience(self) -> None:
        """Let the wait after a wrong password pass."""
        for _ in range(self.page.box.waiting):
            self.page.box._second()

    def end(self) -> None:
        page = self.page
        self.shell.end()
        if page is not None:
            page.hide()
            page.deleteLater()
        QApplication.processEvents()


@pytest.fixture
def starter(qapp: QApplication, tmp_path: Path) -> Iterator[Starter]:
    theme.apply(qapp, dark=False)
    starter = Starter(qapp, tmp_path / "store")
    yield starter
    starter.end()


@pytest.fixture
def login(starter: Starter, stores: Stores) -> Starter:
    """The login of a store with two clerks."""
    with stores.hall(starter.data) as hall:
        hall.clerks.add(
            Clerk(name=SECOND, display_name="李窗口", roles=frozenset({Role.CLERK})), password=HERS, by=hall.clerk
        )
    starter.show()
    return starter


def test_from_the_first_start_to_the_next_clerk(starter: Starter) -> None:
    starter.show()
    wizard = starter.page
    starter.type("示例市政务服务和数据管理局", "sl01", "示政数", "示例市人民政府", "示例市中级人民法院", "", "")
    starter.type("", "", "")  # fax, e-mail and website can wait
    starter.type("", USER, "王窗口", PASSWORD, PASSWORD, str(starter.data / "backup"))
    key = wizard.key_page.key.text().replace("\n", "-")
    wizard.next_button.setFocus()
    starter.press("Return")
    starter.type(key.split("-")[wizard.proof.at])

    assert starter.at_login
    assert starter.page.user.text() == USER, "who set the store up need not type his name"
    starter.type(PASSWORD)
    starter.until(lambda: starter.signed_in)
    window = starter.page
    assert window.current.heading.text() == "今日", "the due board is the first thing to see"

    starter.press("Ctrl+L")
    assert window.locked
    starter.type("not it at all")
    assert window.locked
    assert "不对" in window.lock_page.box.says.text()
    for _ in range(window.lock_page.box.waiting):
        window.lock_page.box._second()
    starter.type(PASSWORD)
    assert not window.locked

    starter.shell.hall.clerks.add(
        Clerk(name=SECOND, display_name="李窗口", roles=frozenset({Role.CLERK})),
        password=HERS,
        by=starter.shell.hall.clerk,
    )
    starter.press("Ctrl+L")
    other = next(button for button in window.lock_page.findChildren(QPushButton) if button.text() == "换人登录")
    other.setFocus()
    starter.press("Space")
    starter.until(lambda: starter.at_login)
    assert not starter.signed_in
    assert starter.page.user.text() == ""
    starter.type(SECOND, HERS)
    starter.until(lambda: starter.signed_in)
    assert starter.shell.hall.clerk.name == SECOND


def test_what_an_answer_asks_for_while_a_clerk_leaves_finds_the_store_open(
    login: Starter, monkeypatch: pytest.MonkeyPatch
) -> None:
    login.type(USER, PASSWORD)
    login.until(lambda: login.signed_in)
    window, hall, jobs = login.page, login.shell.hall, login.shell.jobs
    happened: list[str] = []
    close, slow = type(hall).close, threading.Event()
    monkeypatch.setattr(type(hall), "close", lambda hall: (happened.append("closed"), close(hall)))

    def more(_answer: object) -> None:
        jobs.run(lambda: hall.drafts.mine(hall.clerk), then=lambda _found: happened.append("answered"))

    jobs.run(lambda: slow.wait(10), lane="slow", then=more)
    window.lock()
    window.lock_page.other_wished.emit()
    assert not any(timer.isActive() for timer in window.findChildren(QTimer)), "it asks for nothing more by itself"
    for _ in range(20):
        QTest.qWait(5)
    slow.set()
    login.until(lambda: login.at_login)

    assert happened == ["answered", "closed"]


def test_a_wrong_password_says_so_and_slows_down(login: Starter) -> None:
    login.type(USER, "wrong horse 1")

    assert "用户名或者密码不对" in login.says
    assert "1 秒后可以再试" in login.says
    assert login.page.box.waiting == 1
    login.type(PASSWORD)
    assert not login.signed_in, "not even the right one before the wait is over"

    login.patience()
    login.page.box.edit.clear()
    login.type("wrong horse 2")
    assert login.page.box.waiting == 2
    login.patience()
    login.type(PASSWORD)
    login.until(lambda: login.signed_in)


def test_the_wait_cannot_be_walked_around(login: Starter) -> None:
    for password in ("wrong horse 1", "wrong horse 2", "wrong horse 3"):
        login.page.user.setFocus()
        login.type("" if login.page.user.text() else USER, password)
        login.patience()
    login.type("wrong horse 4")
    assert login.page.box.waiting == 8

    login.page.forgotten.click()

    assert login.page.box.waiting == 8, "the way by the recovery key is no way around"


def test_guesses_at_the_lock_count_at_the_login(login: Starter) -> None:
    login.type(USER, PASSWORD)
    login.until(lambda: login.signed_in)
    window = login.page
    login.press("Ctrl+L")
    login.type("wrong horse 1")
    window.lock_page.other_wished.emit()
    login.until(lambda: login.at_login)

    login.type(USER, "wrong horse 2")

    assert login.page.box.waiting == 2


def test_an_unknown_name_reads_like_a_wrong_password(login: Starter) -> None:
    login.type("nobody", PASSWORD)

    assert "用户名或者密码不对" in login.says


@pytest.mark.parametrize("name", ["nobody", keys.RECOVERY])
def test_the_recovery_key_lets_in_only_who_works_here(starter: Starter, name: str) -> None:
    key = make_store(starter.data)
    starter.show()
    starter.page.forgotten.click()
    starter.page.user.setFocus()
    starter.type(name, key)

    assert not starter.signed_in
    assert "用户名或者密码不对" in starter.says


def test_the_recovery_key_opens_the_store_and_asks_for_a_new_password(starter: Starter) -> None:
    key = make_store(starter.data)
    starter.show()
    starter.page.forgotten.click()
    assert starter.page.box.label.text() == "恢复密钥"
    assert starter.page.box.edit.echoMode() is QLineEdit.EchoMode.Normal, "it is read from paper, letter by letter"
    starter.page.user.setFocus()
    starter.type(USER, key.lower().replace("-", " "))

    starter.until(lambda: starter.signed_in)
    assert "恢复密钥" in starter.page.status.text()
    assert "更换密码" in starter.page.status.text()


def _damage(data: Path) -> None:
    store = data / wiring.STORE
    store.write_bytes(b"\x00" * store.stat().st_size)


def _take_away(data: Path) -> None:
    (data / wiring.KEYS).unlink()


def _make_newer(data: Path) -> None:
    with open_hall(data) as hall, hall.office.database.writing() as tx:
        tx.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")


def _tear_keys(data: Path) -> None:
    (data / wiring.KEYS).write_text("{", "utf-8")


@pytest.mark.parametrize(
    ("harm", "said"),
    [
        (_damage, "数据文件损坏"),
        (_take_away, "里没有数据库"),
        (_make_newer, "升级本机程序"),
        (_tear_keys, "数据文件损坏"),
    ],
)
def test_a_store_that_cannot_be_opened_is_told_in_the_login(
    starter: Starter, stores: Stores, harm: Callable[[Path], None], said: str
) -> None:
    stores.hall(starter.data).close()
    harm(starter.data)
    before = {path.name: path.read_bytes() for path in starter.data.iterdir() if path.suffix in (".db", ".keys")}
    starter.show()
    starter.type(USER, PASSWORD)

    assert said in starter.says
    assert (starter.page.box.edit.text(), starter.page.box.waiting) == (PASSWORD, 0), "it was not the password"
    assert starter.page.box.button.isEnabled()
    assert {path.name: path.read_bytes() for path in starter.data.iterdir() if path.name in before} == before


def test_a_store_another_program_holds_is_told_in_the_login(
    starter: Starter, stores: Stores, monkeypatch: pytest.MonkeyPatch
) -> None:
    stores.hall(starter.data).close()
    monkeypatch.setattr("hallclient.storage.database.BUSY", 50)
    key = keys.unlock(starter.data / wiring.KEYS, USER, PASSWORD)
    other = Database(starter.data / wiring.STORE, key).raw()
    other.execute("PRAGMA locking_mode = EXCLUSIVE")
    other.execute("BEGIN EXCLUSIVE")
    starter.show()
    try:
        starter.type(USER, PASSWORD)
        assert "正被另一个程序占用" in starter.says
    finally:
        other.close()
    starter.press("Return")
    starter.until(lambda: starter.signed_in)


def test_a_folder_nobody_can_write_to_is_told_by_its_name(
    starter: Starter, stores: Stores, monkeypatch: pytest.MonkeyPatch
) -> None:
    stores.hall(starter.data).close()

    def read_only(connection: Any, *_: object) -> None:
        raise sqlcipher.OperationalError("attempt to write a readonly database")

    monkeypatch.setattr("hallclient.storage.database._prepare", read_only)
    starter.show()
    starter.type(USER, PASSWORD)

    assert str(starter.data) in starter.says
    assert "不能写入" in starter.says


def test_a_full_disk_in_the_login_keeps_nobody_out(
    starter: Starter, stores: Stores, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise DiskFull

    stores.hall(starter.data).close()
    monkeypatch.setattr(settings, "save", full)
    starter.show()
    starter.type(USER, PASSWORD)

    starter.until(lambda: starter.signed_in)


def test_practising_never_takes_the_place_of_a_register(
    qapp: QApplication, stores: Stores, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    stores.hall(tmp_path).close()
    before = (tmp_path / wiring.STORE).read_bytes()

    code = app.run(data=str(tmp_path), demo=True)

    assert code == 3
    assert "正式数据库" in capsys.readouterr().err
    assert (tmp_path / wiring.STORE).read_bytes() == before


def test_only_their_owner_reads_store_keys_and_folder(tmp_path: Path) -> None:
    data = tmp_path / "store"
    make_store(data)
    with open_hall(data) as hall:
        hall.clerks.set_password(USER, "a quieter river 3", by=hall.clerk)

        rights = {path.name: path.stat().st_mode & 0o777 for path in (data, *data.iterdir()) if path.is_file()}
    assert data.stat().st_mode & 0o777 == 0o700
    assert set(rights.values()) == {0o600}, rights


def test_keys_without_their_store_are_never_written_over(tmp_path: Path) -> None:
    make_store(tmp_path)
    shutil.move(tmp_path / wiring.STORE, tmp_path / "moved.db")
    before = (tmp_path / wiring.KEYS).read_bytes()

    make_store(tmp_path)

    kept = list(tmp_path.glob(f"{wiring.KEYS}.*"))
    assert [path.read_bytes() for path in kept] == [before]


def test_signing_out_leaves_no_thread_of_the_store(login: Starter) -> None:
    login.type(USER, PASSWORD)
    login.until(lambda: login.signed_in)
    login.page.sign_out_wished.emit()
    login.until(lambda: login.at_login)

    assert "checkpoint" not in {thread.name for thread in threading.enumerate()}
