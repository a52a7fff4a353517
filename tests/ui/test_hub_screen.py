"""Reporting in the window: a sealed day is sent by key, and a hub that is away is told without holding up anything."""

from datetime import timedelta
from pathlib import Path

import pytest

from hallclient.domain.figures.hub_records import ActKind
from hallclient.domain.figures.sending import PacketState
from hallclient.foundation import files
from hallclient.hub import admin, rulings
from hallclient.hub.database import open_hub
from hallclient.ui.screens import hub_board
from hallclient.ui.sender import Sender
from tests.full_disk import room
from tests.sending_hall import SINCE, UNIT, HubClock, access, new_hub
from tests.window import Desk, rows_of


@pytest.fixture
def reporting(desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """A window with one sealed day, and the machine's hub settings in a folder of their own."""
    hall = desk.hall
    monkeypatch.setattr(hall.sending, "access", access(tmp_path, HubClock()))
    hall.closing.close(hall.today(), by=hall.clerk)
    return desk


def shown(desk: Desk) -> list[PacketState]:
    return [row.state for row in desk.screen.list.rows_model.rows()]


def test_a_sealed_day_is_sent_by_key(reporting: Desk, tmp_path: Path) -> None:
    sending, clerk = reporting.hall.sending, reporting.hall.clerk
    path = tmp_path / "hub.sqlite"
    hub = new_hub(path)
    admin.enrol(hub, sending.window, sending.public_key(by=clerk), UNIT, by="周主任", since=SINCE)
    hub.close()
    sending.access.given = (f"sqlite:///{path}", "")
    reporting.window.open_screen("hub")
    reporting.settle()
    assert shown(reporting) == [PacketState.QUEUED]
    reporting.press("Ctrl+Return")
    assert shown(reporting) == [PacketState.ACCEPTED]


def test_a_hub_nobody_named_is_told(reporting: Desk) -> None:
    reporting.window.open_screen("hub")
    reporting.settle()
    reporting.press("Ctrl+Return")
    assert [type(one).__name__ for one in reporting.refused] == ["HubNotSet"]
    assert shown(reporting) == [PacketState.QUEUED]


def test_a_hub_that_is_away_leaves_the_packet_waiting_with_its_reason(reporting: Desk) -> None:
    reporting.hall.sending.access.given = ("postgresql+psycopg://w@127.0.0.1:1/hub", "x")
    reporting.window.open_screen("hub")
    reporting.settle()
    reporting.press("Ctrl+Return")
    (row,) = reporting.screen.list.rows_model.rows()
    assert row.state is PacketState.QUEUED
    assert row.reason
    assert row.next_at is not None
    assert "网络不通" in reporting.status


def test_a_stick_without_room_for_the_pdf_is_told_with_its_name_and_the_packet_lies_there_whole(
    reporting: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write = files.write

    def small(path: Path, content: bytes) -> None:
        with room(6_000):  # on the stick; the store lies elsewhere
            write(path, content)

    monkeypatch.setattr(files, "write", small)
    monkeypatch.setattr(hub_board, "ask_folder", lambda _parent, use: use(tmp_path / "stick"))
    reporting.window.open_screen("hub")
    reporting.settle()
    reporting.press("Ctrl+S")

    [packet] = (tmp_path / "stick").iterdir()
    assert shown(reporting) == [PacketState.SENT]
    assert "数据包已完整写入" in reporting.status
    assert packet.name.replace(".packet.json", ".pdf") in reporting.status
    assert reporting.refused == []


@pytest.fixture
def reported(reporting: Desk, tmp_path: Path) -> Desk:
    """The day has been sent to a hub in a file, which window and office both reach."""
    sending, clerk, path = reporting.hall.sending, reporting.hall.clerk, tmp_path / "hub.sqlite"
    hub = new_hub(path)
    admin.enrol(hub, sending.window, sending.public_key(by=clerk), UNIT, by="周主任", since=SINCE)
    hub.close()
    sending.access.given = (f"sqlite:///{path}", "")
    sending.push_now(by=clerk)
    reporting.window.open_screen("hub")
    reporting.settle()
    return reporting


def test_what_the_centre_holds_stands_beside_what_we_hold(reported: Desk) -> None:
    reported.press("Alt+2")
    reported.settle()
    reported.press("F5")
    reported.settle()

    rows = reported.screen.echo.rows_model.rows()
    assert {row.agrees for row in rows} == {True}
    assert [row.span.value for row in rows] == ["year", "month", "day"]
    assert "的答复" in reported.screen.told.text()


def test_who_locked_a_period_and_why_is_read_at_the_window(reported: Desk, tmp_path: Path) -> None:
    today = reported.hall.today()
    hub = open_hub(f"sqlite:///{tmp_path / 'hub.sqlite'}", now=HubClock())
    rulings.lock_period(hub, today, today + timedelta(days=1), by="周主任", reason="数据已上报省")
    rulings.grant_exception(
        hub,
        reported.hall.sending.window,
        today,
        today + timedelta(days=1),
        open_until=today + timedelta(days=3),
        by="吴科长",
        reason="窗口停电",
    )
    hub.close()
    reported.press("Alt+3")
    reported.settle()

    assert rows_of(reported.screen.rules, lambda one: (one.kind, one.by, one.reason)) == [
        (ActKind.LOCK, "周主任", "数据已上报省"),
        (ActKind.EXCEPTION, "吴科长", "窗口停电"),
    ]
    assert "的答复" in reported.screen.told.text()
    reported.hall.sending.access.given = ("postgresql+psycopg://w@127.0.0.1:1/hub", "x")
    reported.press("F5")
    reported.settle()
    assert "连不上中心库" in reported.screen.wrong.text()
    assert reported.screen.rules.rows_model.rowCount() == 2


def test_a_returned_packet_says_who_locked_its_day_and_why(reporting: Desk, tmp_path: Path) -> None:
    sending, clerk, path, today = (
        reporting.hall.sending,
        reporting.hall.clerk,
        tmp_path / "hub.sqlite",
        reporting.hall.today(),
    )
    hub = new_hub(path)
    admin.enrol(hub, sending.window, sending.public_key(by=clerk), UNIT, by="周主任", since=SINCE)
    rulings.lock_period(hub, today, today + timedelta(days=1), by="周主任", reason="数据已上报省")
    hub.close()
    sending.access.given = (f"sqlite:///{path}", "")
    reporting.window.open_screen("hub")
    reporting.settle()
    reporting.press("Ctrl+Return")

    [said] = rows_of(reporting.screen.list, reporting.screen.list.rows_model.columns[4].text)
    assert all(word in said for word in ("周主任", "数据已上报省"))


def test_what_is_due_is_sent_by_itself_and_only_what_came_back_is_told(reported: Desk) -> None:
    reported.clock.move(days=1)
    reported.hall.closing.close(reported.hall.today(), by=reported.hall.clerk)
    told: list[str] = []
    sender = Sender(reported.window, reported.hall, reported.jobs, told.append)

    sender.look()
    reported.settle()

    assert {row.state for row in reported.hall.sending.status()} == {PacketState.ACCEPTED}
    assert told == []
    sender.deleteLater()
