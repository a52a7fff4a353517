"""The hub in the settings, by keyboard: an address that may stand, a password nobody sees, a key, a try, the fence."""

from collections.abc import Iterator
from contextlib import closing
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QLineEdit

from hallclient import wiring
from hallclient.domain.figures.hub_trial import Step, fingerprint
from hallclient.domain.figures.sending import PacketState
from hallclient.domain.register.enquiry import EnquiryDraft
from hallclient.domain.register.permissions import Clerk, Role
from hallclient.foundation import settings
from hallclient.foundation.credentials import Vault
from hallclient.hub import admin
from hallclient.services.hub_door import DatabaseDoor
from hallclient.services.restoring import restore
from tests.hall import PASSWORD, USER, Clock, Stores, open_hall
from tests.sending_hall import UNIT, HubClock, new_hub
from tests.window import Desk

PG = "postgresql+psycopg://w03@hub.example.gov.cn/hall?sslmode=verify-full"
MONDAY, TUESDAY = datetime(2026, 3, 2, 17, 0), datetime(2026, 3, 3, 17, 0)


@pytest.fixture(autouse=True)
def no_keyring(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(wiring, "Vault", lambda data: Vault(data, keyring=lambda: None))


def page_of(desk: Desk, name: str) -> Any:
    """Go to a page of the settings with the keys."""
    desk.window.open_screen("settings")
    desk.settle()
    wanted = getattr(desk.screen, name)
    desk.screen.list.choose(lambda row: row is wanted)
    desk.screen.list.setFocus()
    desk.press("Return")
    return wanted


def file_hub(desk: Desk, folder: Path, *, key: str = "") -> str:
    """Make a hub in a file, where the desk's window is enrolled."""
    path = folder / "hub.sqlite"
    with closing(new_hub(path, HubClock(f"{desk.clock():%Y-%m-%d %H:%M:%S}"))) as hub:
        public = key or desk.hall.sending.public_key(by=desk.hall.clerk)
        admin.enrol(hub, desk.hall.sending.window, public, UNIT, by="周主任", since=date(2026, 1, 1))
    return f"sqlite:///{path}"


def test_an_address_and_a_password_are_typed_once_and_the_password_is_never_shown(desk: Desk) -> None:
    page = page_of(desk, "hub")
    assert page.state == "没有填写"
    desk.type(PG)
    desk.press("Return")
    assert desk.focused().echoMode() is QLineEdit.EchoMode.Password  # type: ignore[union-attr]
    desk.type("geheim")
    desk.press("Ctrl+Return")

    assert settings.load(desk.hall.data).hub == PG
    assert desk.hall.hub_access.password(PG) == "geheim"
    field = page.form.field("password")
    assert (field.value(), "已保存" in field.below.text()) == ("", True)
    desk.press("F5")
    assert (page.form.field("hub").value(), field.value()) == (PG, "")
    assert "geheim" not in (desk.hall.data / settings.FILE).read_text("utf-8")


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("http://hub.example.gov.cn", "地址不对"),
        ("postgresql+psycopg://w:x@hub.example.gov.cn/hall?sslmode=verify-full", "不能写密码"),
        ("postgresql+psycopg://w@hub.example.gov.cn/hall", "verify-full"),
    ],
)
def test_an_address_that_cannot_stand_is_marked_with_the_way_out(desk: Desk, url: str, said: str) -> None:
    page = page_of(desk, "hub")
    desk.type(url)
    desk.press("Ctrl+Return")

    assert said in page.form.field("hub").below.text()
    assert settings.load(desk.hall.data).hub == ""


def test_the_key_is_copied_and_its_print_can_be_read_out(desk: Desk) -> None:
    page = page_of(desk, "hub")
    key = desk.hall.sending.public_key(by=desk.hall.clerk)
    assert fingerprint(key) in page.form.field("key").below.text()
    desk.press("Ctrl+K")

    assert QGuiApplication.clipboard().text() == key
    assert page.key.edit.isReadOnly()


def test_a_try_says_step_by_step_what_stands_before_anything_is_saved(desk: Desk, tmp_path: Path) -> None:
    url = file_hub(desk, tmp_path)
    page = page_of(desk, "hub")
    desk.type(url)
    desk.press("Ctrl+R")

    rows = page.list.rows_model.rows()
    assert [row.step for row in rows] == [*Step]
    assert page.state in ("✓ 已连通", "试连未通过")
    assert settings.load(desk.hall.data).hub == "", "a try keeps nothing"


def test_a_try_that_fails_says_at_which_step_and_what_to_do(desk: Desk, tmp_path: Path) -> None:
    page = page_of(desk, "hub")
    desk.type("postgresql+psycopg://w@127.0.0.1:1/hub")
    desk.press("Ctrl+R")
    [row] = page.list.rows_model.rows()
    assert (row.step, row.holds) == (Step.REACHED, False)
    assert page.warns
    assert "试连未通过" in desk.status

    theirs = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8="
    page.form.field("hub").set_text(file_hub(desk, tmp_path, key=theirs))
    desk.press("Ctrl+R")
    [key] = [row for row in page.list.rows_model.rows() if row.step is Step.KEY]
    assert not key.holds
    shown = page.list.rows_model.data(page.list.rows_model.index(page.list.rows_model.rows().index(key), 2))
    assert fingerprint(theirs) in shown


def test_a_try_without_an_address_says_so(desk: Desk) -> None:
    page = page_of(desk, "hub")
    desk.press("Ctrl+R")

    assert "中心库地址" in page.form.field("hub").below.text()


def test_address_and_password_are_forgotten_after_a_question(desk: Desk) -> None:
    desk.hall.hub_access.remember(PG, "geheim")
    page = page_of(desk, "hub")
    desk.press("Ctrl+Delete", "Ctrl+Return")

    assert (desk.hall.hub_access.kept(), desk.hall.hub_access.password(PG)) == ("", "")
    assert page.form.field("hub").value() == ""
    assert page.state == "没有填写"


def test_who_may_not_change_settings_may_look_and_try(qapp: Any, stores: Stores, tmp_path: Path) -> None:
    clock = Clock()
    hall = stores.hall(tmp_path / "store", clock)
    hall.clerk = Clerk(name=USER, display_name="王", roles=frozenset({Role.CLERK}))
    desk = Desk(hall, clock)
    try:
        url = file_hub(desk, tmp_path)
        hall.hub_access.remember(url)
        page = page_of(desk, "hub")
        assert not page.form.field("hub").isEnabled()
        assert page.save_title == ""
        desk.press("Ctrl+R")
        assert [row.code for row in page.list.rows_model.rows() if row.step is Step.KEY] == ["same_key"]
        desk.press("Ctrl+Delete")
        assert hall.hub_access.kept() == url
    finally:
        desk.close()


def test_a_practice_store_has_no_hub_and_says_so(qapp: Any, stores: Stores, tmp_path: Path) -> None:
    clock = Clock()
    hall = stores.hall(tmp_path / "store", clock)
    hall.sync = hall.hub_address = None
    hall.office.practice = True
    desk = Desk(hall, clock)
    try:
        page = page_of(desk, "hub")
        assert page.form is None
        desk.press("Ctrl+R", "Ctrl+K", "Ctrl+Return")
        assert "练习库" in page.findChildren(QLabel)[0].text()
        hall.closing.close(hall.today(), by=hall.clerk)
        assert desk.window.reporting.isHidden()
        assert desk.refused == []
    finally:
        desk.close()


# -- the fence ----------------------------------------------------------------------------------------------------


@pytest.fixture
def restored(qapp: Any, stores: Stores, tmp_path: Path) -> Iterator[Desk]:
    """A window restored from Monday's backup; on Tuesday it had gone on, begun a series, closed and sent."""
    clock, path = Clock(MONDAY), tmp_path / "hub.sqlite"
    with stores.hall(tmp_path / "data", clock) as hall, closing(new_hub(path, HubClock())) as hub:
        public = hall.sending.public_key(by=hall.clerk)
        admin.enrol(hub, "SL01-W01", public, UNIT, by="周主任", since=MONDAY.date())
        visit(hall, 3)
        hall.closing.close(MONDAY.date(), by=hall.clerk)
        file = hall.backup.back_up(tmp_path / "monday.hallbackup", by=hall.clerk).path
        clock.set(TUESDAY)
        visit(hall, 5)
        hall.closing.close(TUESDAY.date(), by=hall.clerk)
        hall.closing.adjust(MONDAY.date(), "enquiries.visits", 1, "漏记", by=hall.clerk)
        hall.sending.push(by=hall.clerk, door=DatabaseDoor(hub))
    again = tmp_path / "again"
    restore(file, store=again / wiring.STORE, key_file=again / wiring.KEYS, user=USER, password=PASSWORD, now=clock)
    desk = Desk(open_hall(again, now=clock), clock)
    desk.hall.hub_access.remember(f"sqlite:///{path}")
    yield desk
    desk.close()


def visit(hall: Any, times: int) -> None:
    for _ in range(times):
        hall.reception.register(EnquiryDraft(content="问"), by=hall.clerk)


def field(page: Any, series: str) -> Any:
    [name] = [name for name, key in page._keys.items() if key[0] == series]
    return page.form.field(name)


def test_the_hub_is_asked_and_each_number_says_where_it_is_from(restored: Desk) -> None:
    page = page_of(restored, "fence")
    assert field(page, "SL01-W01-Z").value() == 3
    restored.press("Ctrl+R")

    assert field(page, "SL01-W01-Z").value() == 8
    assert field(page, "SL01-W01-Z").below.text() == "本库（备份）：3；中心库：8"
    assert field(page, "SL01-W01-S").below.text() == "本库（备份）：0；中心库：没有"
    restored.press("Ctrl+Return")
    assert restored.hall.backup.fence() is None
    visit(restored.hall, 1)
    assert restored.hall.reception.today()[0].number.endswith("-00009")
    assert "续接" in page.answer.text(), "the office has to let a restored window go on"


def test_a_higher_number_typed_from_paper_stays(restored: Desk) -> None:
    page = page_of(restored, "fence")
    own = field(page, "SL01-W01-Z")
    own.edit.setFocus()
    own.edit.selectAll()
    restored.type("12")
    restored.press("Ctrl+R")

    assert field(page, "SL01-W01-Z").value() == 12
    assert field(page, "Z日结").value() == 2


def test_a_hub_that_is_away_is_told_and_numbers_are_typed_by_hand(restored: Desk) -> None:
    restored.hall.hub_access.remember("postgresql+psycopg://w@127.0.0.1:1/hub", "x")
    page = page_of(restored, "fence")
    restored.press("Ctrl+R")
    assert "连不上中心库" in page.answer.text()
    assert "手工填写" in page.answer.text()

    own = field(page, "SL01-W01-Z")
    own.edit.setFocus()
    own.edit.selectAll()
    restored.type("9")
    restored.press("Ctrl+Return")
    assert restored.hall.backup.fence() is None


def test_days_the_hub_holds_newer_are_named_and_sealed_anew_with_a_reason(restored: Desk) -> None:
    page = page_of(restored, "fence")
    restored.press("Ctrl+R", "Ctrl+Return")
    days = page.days.rows_model.rows()
    assert [(one.day, one.ours, one.theirs) for one in days] == [
        (TUESDAY.date(), 0, 1),
        (MONDAY.date(), 1, 2),
    ]
    assert page.warns

    page.days.setFocus()
    page.days.choose(lambda one: one.day == TUESDAY.date())
    restored.press("Ctrl+E")
    assert restored.hall.closing.sheet(MONDAY.date()).revision == 1, "an open day is closed, not sealed anew"
    page.days.choose(lambda one: one.day == MONDAY.date())
    restored.press("Ctrl+E")
    restored.type("纸质登记簿核对无误")
    restored.press("Ctrl+Return")

    assert restored.hall.closing.sheet(MONDAY.date()).revision == 3
    assert [one.day for one in page.days.rows_model.rows()] == [TUESDAY.date()]


# -- the status line and the due board ----------------------------------------------------------------------------


def test_what_waits_stands_under_every_screen_and_its_key_leads_there(desk: Desk) -> None:
    line = desk.window.reporting
    assert line.isHidden()
    desk.hall.closing.close(desk.hall.today(), by=desk.hall.clerk)
    line.ask()
    desk.settle()
    assert "待报送 1 份" in line.text()
    assert line.property("tone") == "", "waiting is nothing wrong"

    desk.press("Shift+F9")
    assert desk.screen is desk.window.screen_of("hub")


def test_a_packet_that_came_back_catches_the_eye_below_and_on_the_board(desk: Desk) -> None:
    desk.hall.closing.close(desk.hall.today(), by=desk.hall.clerk)
    with desk.hall.office.database.writing() as tx:
        tx.exec_driver_sql("UPDATE outbox SET state = 'returned', reason = '2026-03-01起的期间已由周主任锁定：季报'")
    desk.press("F5")
    desk.window.reporting.ask()
    desk.settle()

    line = desk.window.reporting
    assert "⚠ 退回 1 份" in line.text()
    assert line.property("tone") == "danger"
    [row] = [row for row in desk.screen.list.rows_model.rows() if row.section.value == "packets"]
    assert "周主任" in row.row.title
    desk.screen.list.choose(lambda line: line is row)
    desk.press("Return")
    assert desk.screen is desk.window.screen_of("hub")


def test_a_login_that_is_refused_is_coloured_and_a_network_that_is_away_only_after_a_day(desk: Desk) -> None:
    desk.hall.closing.close(desk.hall.today(), by=desk.hall.clerk)
    line = desk.window.reporting

    def tone(reason: str) -> str:
        with desk.hall.office.database.writing() as tx:
            tx.exec_driver_sql("UPDATE outbox SET reason = ?, next_at = created_at", (reason,))
        line.ask()
        desk.settle()
        return str(line.property("tone"))

    away = "网络不通，或者中心库没有应答，稍后自动重发"
    assert tone(away) == ""
    assert "重试" in line.text()
    assert tone("中心库不接受本窗口的登录，请核对密码，或者请主管办公室核实是否停用") == "danger"
    desk.clock.move(days=1)
    assert tone(away) == "warn"


def test_all_taken_is_silence(desk: Desk) -> None:
    desk.hall.closing.close(desk.hall.today(), by=desk.hall.clerk)
    with desk.hall.office.database.writing() as tx:
        tx.exec_driver_sql("UPDATE outbox SET state = ?", (PacketState.ACCEPTED.value,))
    desk.window.reporting.ask()
    desk.settle()

    assert desk.window.reporting.isHidden()
