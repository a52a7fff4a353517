"""Reporting in the window: a sealed day is sent by key, and a hub that is away is told without holding up anything."""

from pathlib import Path

import pytest

from hallclient.domain.figures.sending import PacketState
from hallclient.hub import admin
from tests.sending_hall import SINCE, UNIT, HubClock, access, new_hub
from tests.window import Desk


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
