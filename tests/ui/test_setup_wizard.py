"""The first-run wizard: by keyboard from the agency's name to a store one can sign in to."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QCloseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from hallclient import wiring
from hallclient.domain.register.setup import SetupDraft
from hallclient.foundation.trouble import DiskFull
from hallclient.services.sheets import recovery_pdf
from hallclient.ui import theme
from hallclient.ui.jobs import Jobs
from hallclient.ui.screens.setup_wizard import AGENCY, BACKUP, CLERK, KEY, PROOF, SetupWizard
from tests.hall import MONDAY
from tests.window import Paper

PASSWORD = "quiet river 12"


class Newcomer:
    """Whoever sets the window up: types and presses keys where the focus is."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.jobs, self.paper = Jobs(), Paper()
        self.done: list[str] = []
        self.key = ""
        self.refuses: Exception | None = None
        self.wizard = SetupWizard(
            self._create, jobs=self.jobs, recovery_sheet=self._sheet, folder=str(folder), printing=self.paper
        )
        self.wizard.done.connect(self.done.append)
        self.wizard.resize(1366, 768)
        self.wizard.show()
        self.wizard.activateWindow()
        QTest.qWaitForWindowActive(self.wizard)

    def _create(self, draft: SetupDraft) -> str:
        if self.refuses is not None:
            raise self.refuses
        self.key = wiring.create_store(self.folder, draft, now=lambda: MONDAY)
        return self.key

    def _sheet(self, key: str, draft: SetupDraft) -> bytes:
        return recovery_pdf(key, draft.agency.name, draft.window, MONDAY.date())

    def type(self, *texts: str) -> None:
        """Type into one field after the other, Enter after each."""
        for text in texts:
            target = QApplication.focusWidget()
            assert target is not None
            if text.isascii():
                QTest.keyClicks(target, text)
            else:
                target.insert(text)  # type: ignore[attr-defined]
            self.press("Return")

    def press(self, *keys: str) -> None:
        for key in keys:
            QTest.keySequence(QApplication.focusWidget() or self.wizard, key)
            for _ in range(2000):
                QApplication.processEvents()
                if self.jobs.idle:
                    break
                QTest.qWait(5)
            QApplication.processEvents()

    def to_backup(self) -> None:
        self.type("示例市政务服务和数据管理局", "sl01", "示政数", "示例市人民政府", "示例市中级人民法院", "", "")
        self.type("0755-1", "ogi@example.gov.cn", "")
        self.type("", "wang", "王窗口", PASSWORD, PASSWORD)

    def said(self, name: str) -> str:
        """What stands under a field."""
        fields = {field.name: field for form in (*self.wizard.forms, self.wizard.proof) for field in form.fields}
        return fields[name].below.text()


@pytest.fixture
def newcomer(qapp: QApplication, tmp_path: Path) -> Iterator[Newcomer]:
    theme.apply(qapp, dark=False)
    newcomer = Newcomer(tmp_path / "store")
    yield newcomer
    newcomer.jobs.shutdown()
    newcomer.wizard.hide()
    newcomer.wizard.deleteLater()
    qapp.processEvents()


def test_the_keyboard_alone_makes_a_store_one_can_sign_in_to(newcomer: Newcomer, tmp_path: Path) -> None:
    newcomer.to_backup()
    assert newcomer.wizard.step == BACKUP
    newcomer.type(str(tmp_path / "usb" / "backup"))

    assert newcomer.wizard.step == KEY
    assert newcomer.wizard.key_page.key.text().replace("\n", "-") == newcomer.key
    newcomer.press("F8")
    assert [kind for kind, _pdf in newcomer.paper.printed] == ["recovery_key"]
    newcomer.wizard.next_button.setFocus()
    newcomer.press("Return")
    assert newcomer.wizard.step == PROOF
    newcomer.type(newcomer.key.split("-")[newcomer.wizard.proof.at].lower())

    assert newcomer.done == ["wang"]
    with wiring.open_hall(newcomer.folder, user="wang", password=PASSWORD, now=lambda: MONDAY) as hall:
        assert hall.agency.name == "示例市政务服务和数据管理局"
        assert (hall.agency.code_word, hall.agency.court) == ("示政数", "示例市中级人民法院")
        assert (hall.agency.fax, hall.agency.email, hall.agency.website) == ("0755-1", "ogi@example.gov.cn", "")
        assert (hall.agency.code, hall.window, hall.clerk.display_name) == ("SL01", "W01", "王窗口")
        assert (tmp_path / "usb" / "backup").is_dir()


def test_nothing_goes_on_without_name_and_code_and_the_first_is_in_focus(newcomer: Newcomer) -> None:
    newcomer.press("Ctrl+Return")

    assert newcomer.wizard.step == AGENCY
    assert newcomer.said("agency").startswith("⚠")
    assert newcomer.said("agency_code").startswith("⚠")
    assert newcomer.wizard.forms[AGENCY].field("agency").editor.hasFocus()


def test_a_code_of_other_characters_is_named_at_its_field(newcomer: Newcomer) -> None:
    newcomer.type("某局", "S-1")
    newcomer.press("Ctrl+Return")

    assert "SQ01" in newcomer.said("agency_code")
    assert newcomer.wizard.step == AGENCY


@pytest.mark.parametrize(
    ("typed", "said"),
    [("short1", "还差 2 个字符"), ("aaabbbccc", "不同的字符"), ("windowone", "用户名"), (PASSWORD, "✓")],
)
def test_a_password_says_while_typed_what_it_lacks(newcomer: Newcomer, typed: str, said: str) -> None:
    newcomer.wizard.forms[AGENCY].fill({"agency": "某局", "agency_code": "SL01"})
    newcomer.press("Ctrl+Return")
    newcomer.type("", "windowone", "")
    QTest.keyClicks(QApplication.focusWidget(), typed)

    assert said in newcomer.said("password")


def test_two_passwords_must_be_the_same(newcomer: Newcomer) -> None:
    newcomer.wizard.forms[AGENCY].fill({"agency": "某局", "agency_code": "SL01"})
    newcomer.press("Ctrl+Return")
    newcomer.type("", "wang", "", PASSWORD, PASSWORD + "x")

    assert newcomer.wizard.step == CLERK
    assert "不同" in newcomer.said("again")


def test_esc_goes_back_and_keeps_what_was_typed(newcomer: Newcomer) -> None:
    newcomer.to_backup()
    newcomer.press("Esc", "Esc")

    assert newcomer.wizard.step == AGENCY
    assert newcomer.wizard.forms[AGENCY].field("court").value() == "示例市中级人民法院"
    assert newcomer.wizard.forms[CLERK].field("user").value() == "wang"


def test_a_backup_folder_nobody_can_make_is_named_at_its_field(newcomer: Newcomer, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    newcomer.to_backup()
    newcomer.type(str(tmp_path / "file" / "backup"))

    assert newcomer.wizard.step == BACKUP
    assert newcomer.said("backup_folder").startswith("⚠")
    assert not wiring.store_exists(newcomer.folder)


def test_a_full_disk_keeps_everything_typed_and_a_second_try_works(newcomer: Newcomer) -> None:
    newcomer.refuses = DiskFull()
    newcomer.to_backup()
    newcomer.type("")
    assert "磁盘" in newcomer.wizard.says.text()

    newcomer.refuses = None
    newcomer.press("Ctrl+Return")

    assert newcomer.wizard.step == KEY
    assert wiring.store_exists(newcomer.folder)


def test_the_key_must_be_typed_back_and_can_be_seen_again(newcomer: Newcomer) -> None:
    newcomer.to_backup()
    newcomer.type("")
    newcomer.press("Ctrl+Return")
    newcomer.type("WRONG")
    assert newcomer.done == []
    assert newcomer.said("group").startswith("⚠")

    newcomer.press("Esc")
    assert newcomer.wizard.step == KEY
    newcomer.press("Esc")
    assert newcomer.wizard.step == KEY


def test_the_window_does_not_close_over_a_key_nobody_has(newcomer: Newcomer) -> None:
    newcomer.to_backup()
    newcomer.type("")
    closing = QCloseEvent()
    newcomer.wizard.closeEvent(closing)

    assert not closing.isAccepted()
    assert newcomer.wizard.says.text()


def test_the_key_can_be_kept_as_a_file_only_its_owner_reads(newcomer: Newcomer, tmp_path: Path) -> None:
    newcomer.to_backup()
    newcomer.type("")
    newcomer.wizard.save_to(tmp_path / "key.pdf")
    newcomer.press("Tab")

    assert (tmp_path / "key.pdf").read_bytes().startswith(b"%PDF")
    assert (tmp_path / "key.pdf").stat().st_mode & 0o077 == 0
    assert "key.pdf" in newcomer.wizard.says.text()


def test_every_control_has_a_name(newcomer: Newcomer) -> None:
    from PySide6.QtCore import Qt
    from PySide6.QtWidgets import QWidget

    nameless: list[Any] = [
        widget.objectName() or type(widget).__name__
        for widget in newcomer.wizard.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not (widget.accessibleName() or getattr(widget, "text", str)())
    ]
    assert nameless == []
