"""What the office does at the hub, by keys: lock, open, let go on, shut out, each with its reason, each in the list."""

import dataclasses
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from hallclient.domain.figures.hub_records import ActKind, RuleState
from hallclient.domain.register.permissions import Role
from hallclient.hub.deliver import deliver
from hallclient.hub.folder import ENDING, drop
from hallclient.services.hub_address import HubAddressDesk
from hallclient.ui import theme
from hallclient.ui.hub_dialogs import PeriodDialog
from tests.hall import Stores
from tests.ui.office_city import DAYS, NOW, City
from tests.window import rows_of


@pytest.fixture
def city(qapp: QApplication, stores: Stores, tmp_path: Path) -> Iterator[City]:
    theme.apply(qapp, dark=False)
    made = City(tmp_path, stores)
    yield made
    made.close()


def test_what_is_kept_aside_says_why_and_a_restored_windows_chain_is_let_go_on(city: City) -> None:
    city.one.head = city.one.sent[1].sha256  # restored from a backup made after the second day
    city.report(city.one, date(2026, 3, 6), {"enquiries.persons": 5})
    desk = city.open()
    desk.press("Alt+5")
    aside = desk.screen.aside
    assert rows_of(aside.list, lambda one: (one.window, one.business_date.day)) == [("SL01-W01", 6)]
    assert "Ctrl+B" in aside.way.text()
    desk.press("Ctrl+B")
    desk.type("电话核实，已恢复备份")
    desk.press("Ctrl+Return")

    assert rows_of(aside.list, lambda one: one.id) == []
    desk.press("Alt+6")
    done = desk.screen.rules.acts.rows_model.row(0)
    assert (done.kind, done.by, done.window, done.reason) == (
        ActKind.BRANCH,
        "周主任",
        "SL01-W01",
        "电话核实，已恢复备份",
    )


def test_a_damaged_packet_cannot_be_let_go_on_and_says_what_to_do(city: City) -> None:
    good = city.two.close(DAYS[1], {"enquiries.persons": 5})
    city.at(NOW)
    deliver(city.hub, [replace(good, payload="{", signature="AAAA")])
    desk = city.open()
    desk.press("Alt+5")

    assert not desk.screen.branching.isEnabled()
    assert desk.screen.branching.toolTip()
    assert "重新报送" in desk.screen.aside.way.text()
    desk.press("F7")
    assert [type(one).__name__ for one in desk.refused] == ["PacketIllegible"]


def test_a_period_is_locked_opened_for_one_window_and_unlocked_by_keys(city: City) -> None:
    desk = city.open()
    desk.press("Alt+6", "Ctrl+K")
    for text in ("2026-03-02", "2026-03-03", "数据已上报省"):
        desk.type(text)
        desk.press("Return")
    desk.press("Ctrl+J")
    desk.type("SL01-W02")
    desk.press("Return", "Return")  # the one offered, and on
    for text in ("2026-03-02", "2026-03-03", "2026-03-10", "窗口停电"):
        desk.type(text)
        desk.press("Return")

    rules = desk.screen.rules
    assert rows_of(
        rules.rules, lambda one: (one.kind, one.window, one.first.day, one.last.day, one.by, one.reason)
    ) == [
        (ActKind.LOCK, "", 2, 3, "周主任", "数据已上报省"),
        (ActKind.EXCEPTION, "SL01-W02", 2, 3, "周主任", "窗口停电"),
    ]
    desk.press("Ctrl+Up", "Ctrl+Shift+K")
    desk.type("核对完毕")
    desk.press("Ctrl+Return")
    states = {one.kind: one.state(NOW.date()) for one in rules.rules.rows_model.rows()}
    assert states == {ActKind.LOCK: RuleState.LIFTED, ActKind.EXCEPTION: RuleState.IN_FORCE}
    assert rows_of(rules.acts, lambda one: one.kind)[:3] == [ActKind.UNLOCK, ActKind.EXCEPTION, ActKind.LOCK]


def test_a_lock_that_ends_before_it_begins_is_marked_at_its_day(city: City) -> None:
    desk = city.open()
    desk.press("Ctrl+K")
    for text in ("2026-03-05", "2026-03-02", "错"):
        desk.type(text)
        desk.press("Return")

    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, PeriodDialog)
    assert "起日" in dialog.form.field("last").below.text()
    desk.press("Escape")


def test_a_window_is_shut_out_with_a_reason(city: City) -> None:
    desk = city.open()
    desk.press("Return", "Ctrl+Del")
    desk.type("窗口撤并")
    desk.press("Ctrl+Return")

    assert [one.window for one in desk.screen.reporting.windows.rows_model.rows() if one.revoked] == ["SL02-W01"]
    desk.press("Alt+6")
    done = desk.screen.rules.acts.rows_model.row(0)
    assert (done.kind, done.window, done.reason) == (ActKind.REVOKE, "SL02-W01", "窗口撤并")


def test_only_the_administrator_says_where_the_hub_is_and_it_is_noted(city: City) -> None:
    desk = city.open()
    assert not desk.screen.address.isEnabled()
    assert "系统管理员" in desk.screen.address.toolTip()


def test_whoever_also_changes_settings_says_where_the_hub_is(city: City, tmp_path: Path) -> None:
    both = frozenset({Role.OFFICE, Role.ADMINISTRATOR})
    city.hall = dataclasses.replace(
        city.hall,
        clerk=dataclasses.replace(city.hall.clerk, roles=both),
        hub_address=HubAddressDesk(city.hall.office, city.access),
    )
    city.access.given = ("", "")
    desk = city.open()
    desk.window.open_screen("oversight")
    desk.settle()
    assert "地址" in desk.screen.wrong.text()
    desk.press("Ctrl+U")
    desk.type(f"sqlite:///{city.path}")
    desk.press("Ctrl+Return")

    assert city.access.kept() == f"sqlite:///{city.path}"
    assert desk.screen.wrong.isHidden()
    assert desk.screen.reporting.windows.rows_model.rowCount() == 3


def stick(city: City, folder: Path) -> Path:
    """Put two new days on a stick, and a file that is no packet."""
    folder.mkdir()
    drop(folder, [city.school.close(day, {"enquiries.persons": 5}) for day in DAYS[:2]])
    (folder / f"damaged{ENDING}").write_text("{")
    return folder


@pytest.mark.parametrize("page", ["Alt+1", "Alt+4", "Alt+5"])
def test_a_stick_is_taken_in_by_keys_and_the_page_shows_what_it_brought(city: City, tmp_path: Path, page: str) -> None:
    folder = stick(city, tmp_path / "stick")
    desk = city.open()
    desk.press(page, "Ctrl+O")
    desk.type(str(folder))
    desk.press("Return")

    assert desk.status.endswith("收取 2 份，不能读取 1 个文件")
    assert len(list(folder.glob("*.receipt.json"))) == 2
    desk.press("Alt+1", "F5")
    (school,) = (one for one in desk.screen.reporting.board.windows if one.window == "SL02-W01")
    assert (school.late, school.missing, school.newest) == (2, 2, DAYS[1])
    desk.press(page, "Ctrl+O")
    desk.type(str(folder))
    desk.press("Return")  # the same stick twice
    desk.press("Alt+1", "F5")
    assert [one for one in desk.screen.reporting.board.windows if one.window == "SL02-W01"] == [school]


def test_who_lets_the_stick_be_after_all_changes_nothing(city: City, tmp_path: Path) -> None:
    folder = stick(city, tmp_path / "stick")
    desk = city.open()
    desk.press("Ctrl+O", "Escape")

    assert QApplication.activeModalWidget() is None
    assert list(folder.glob("*.receipt.json")) == []
    assert desk.screen.reporting.board.unchecked == 0


def test_the_stick_is_not_offered_where_it_does_not_belong(city: City) -> None:
    desk = city.open()
    for page, offered in (("Alt+1", True), ("Alt+2", False), ("Alt+3", False), ("Alt+6", False)):
        desk.press(page)
        assert desk.screen.receiving.isVisible() is offered
    desk.press("Alt+2", "Ctrl+O")
    assert QApplication.activeModalWidget() is None
