"""Settings by keyboard: the agency's facts, look and printers, password, backups with their tick, the fence."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from hallclient.domain.register.kinds import EnquiryKind
from hallclient.foundation import settings
from hallclient.storage.fence import raise_fence
from hallclient.ui import theme
from hallclient.wiring import open_hall
from tests.hall import AGENCY, PASSWORD, USER
from tests.window import Desk


@pytest.fixture
def page(desk: Desk) -> Iterator[Any]:
    """Opens the settings and gives a way to a page by its attribute."""

    def to(name: str) -> Any:
        wanted = getattr(desk.screen, name)
        desk.screen.list.choose(lambda row: row is wanted)
        desk.screen.list.setFocus()
        desk.press("Return")
        return wanted

    desk.window.open_screen("settings")
    desk.settle()
    yield to
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    theme.apply(app, dark=False)


def test_the_court_is_entered_and_stands_in_the_profile(desk: Desk, page: Any) -> None:
    agency = page("agency")
    field = agency.form.field("court")
    field.edit.setFocus()
    field.edit.selectAll()
    desk.type("示例铁路运输法院")
    desk.press("Ctrl+Return")

    assert desk.hall.agency.court == "示例铁路运输法院"


def test_a_missing_reconsideration_body_is_told_in_the_list(desk: Desk, page: Any) -> None:
    desk.hall.settings.change_agency(replace(AGENCY, reconsideration_body=""), before=AGENCY, by=desk.hall.clerk)
    desk.press("F5")

    assert page("agency").state == "缺复议机关"
    assert desk.screen.agency.warns


def test_two_who_edit_the_profile_lose_nothing(desk: Desk, page: Any) -> None:
    agency = page("agency")
    agency.form.field("phone").set_text("0755-1")
    agency.form.field("fax").set_text("0755-2")
    theirs = replace(AGENCY, phone="0755-9", website="http://www.example.gov.cn")
    desk.hall.settings.change_agency(theirs, before=AGENCY, by=desk.hall.clerk)
    desk.press("Ctrl+Return")

    assert agency.form.field("website").value() == theirs.website
    assert agency.form.field("phone").value() == "0755-1"
    assert "0755-9" in agency.form.field("phone").below.text()
    desk.press("Ctrl+Return")
    assert (desk.hall.agency.phone, desk.hall.agency.fax) == ("0755-1", "0755-2")


def test_the_dark_theme_is_worn_at_once_and_remembered(desk: Desk, page: Any) -> None:
    page("look").theme.edit.setFocus()
    desk.settle()
    desk.type("3")
    desk.press("Ctrl+Return")

    assert settings.load(desk.hall.data).theme == "dark"
    assert theme.colours().dark


def test_a_printer_is_remembered_for_its_kind(desk: Desk, page: Any) -> None:
    printers = page("printers")
    printers._show(settings.load(desk.hall.data), ("窗口一", "财务室"))
    printers.form.field("P01").edit.setFocus()
    desk.settle()
    desk.type("2")
    desk.press("Ctrl+Return")

    assert settings.load(desk.hall.data).printers == {"P01": "窗口一"}


def test_a_printer_that_is_gone_stays_named(desk: Desk, page: Any) -> None:
    settings.save(desk.hall.data, settings.Settings(printers={"P01": "旧打印机"}))
    printers = page("printers")
    printers._show(settings.load(desk.hall.data), ("窗口一",))

    assert "旧打印机" in printers.form.field("P01").text()
    assert printers.form.field("P01").value() == "旧打印机"


def test_the_own_password_needs_the_present_one(desk: Desk, page: Any) -> None:
    page("password")
    for typed in ("not my password", "another one 3", "another one 3"):
        desk.type(typed)
        desk.press("Return")
    desk.press("Ctrl+Return")
    assert desk.screen.password.present.editor.property("wrong")

    desk.screen.password.present.set_text(PASSWORD)
    desk.press("Ctrl+Return")
    again = open_hall(desk.hall.data, user=USER, password="another one 3", now=desk.clock)
    again.close()


def test_a_backup_is_made_and_proven_with_a_dated_tick(desk: Desk, page: Any) -> None:
    backup = page("backup")
    assert backup.warns
    desk.press("Ctrl+B")
    desk.press("Ctrl+K")

    assert len(list(desk.hall.backup.folder.glob("*.hallbackup"))) == 1
    assert all(check.holds for check in backup.checks.rows_model.rows())
    assert backup.state == "✓ 2026-03-02"


def test_the_backup_folder_moves(desk: Desk, page: Any, tmp_path: Path) -> None:
    backup = page("backup")
    backup.folder.edit.setFocus()
    backup.folder.edit.selectAll()
    desk.type(str(tmp_path / "elsewhere"))
    desk.press("Ctrl+Return")

    assert desk.hall.backup.folder == tmp_path / "elsewhere"


def test_numbering_goes_on_once_the_highest_numbers_are_named(desk: Desk, page: Any) -> None:
    desk.hall.reception.tally(EnquiryKind.HELP, by=desk.hall.clerk)
    at = datetime(2026, 3, 2, 8)
    with desk.hall.office.database.writing() as tx:
        raise_fence(tx, restored_at=at, backup_at=at)
    desk.press("F5")
    fence = page("fence")
    assert fence.warns
    [name] = [name for name, (series, year) in fence._keys.items() if series.endswith("-Z") and year == 2026]
    field = fence.form.field(name)
    field.edit.setFocus()
    field.edit.selectAll()
    desk.type("0")
    desk.press("Ctrl+Return")
    assert field.editor.property("wrong")  # lower than what the backup itself knows
    field.edit.selectAll()
    desk.type("7")
    desk.press("Ctrl+Return")

    assert desk.hall.backup.fence() is None
    assert desk.hall.reception.tally(EnquiryKind.HELP, by=desk.hall.clerk).number.endswith("-00008")


def test_the_self_check_names_what_is_wrong_and_leaves_as_text(desk: Desk, page: Any, tmp_path: Path) -> None:
    checks = page("checks")
    checks.export_to(tmp_path / "check.txt")
    desk.settle()

    said = (tmp_path / "check.txt").read_text("utf-8-sig")
    assert len(checks.list.rows_model.rows()) == 11
    assert "[注意] 备份：还没有备份" in said


def test_esc_goes_back_to_the_list_of_pages(desk: Desk, page: Any) -> None:
    page("look")
    desk.press("Esc")

    assert desk.focused() is desk.screen.list
