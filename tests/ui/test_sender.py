"""The sender in the window: by itself, in time, never in the way of the counter, and gone when the window goes."""

import threading
from collections.abc import Iterator, Sequence
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from hallclient.domain.figures.delivery import Receipt, SealedPacket
from hallclient.domain.figures.sending import BACK_OFF, PacketState, Pushed
from hallclient.hub.database import HubLoginRefused, HubUnreachable
from hallclient.ui.jobs import Topic
from hallclient.ui.sender import EVERY, LANE, SOONEST, Sender
from tests.sending_hall import HubClock, access
from tests.window import Desk


class Door:
    """A way to a hub: ``trouble`` ends each visit; ``line`` holds it up as a network does that swallows everything."""

    def __init__(self) -> None:
        self.trouble: Exception = HubUnreachable()
        self.line = threading.Event()
        self.line.set()
        self.entered = threading.Event()
        self.visits = 0

    def deliver(self, packets: Sequence[SealedPacket]) -> Sequence[Receipt | None]:
        self.visits += 1
        self.entered.set()
        assert self.line.wait(30)
        raise self.trouble

    def receipts(self, packets: Sequence[SealedPacket]) -> Sequence[Receipt | None]:
        return self.deliver(packets)

    def close(self) -> None:
        """Nothing is open."""


class Sending:
    """A window with a sealed day and a sender; whatever happens to it on its way happens in ``door``."""

    def __init__(self, desk: Desk, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.desk, self.door = desk, Door()
        found: Any = access(folder, HubClock())
        found.given = ("postgresql+psycopg://w@127.0.0.1:1/hub", "x")
        monkeypatch.setattr(found, "door", lambda: self.door)
        monkeypatch.setattr(desk.hall.sending, "access", found)
        desk.hall.closing.close(desk.hall.today(), by=desk.hall.clerk)
        self.told: list[str] = []
        self.sender = Sender(desk.window, desk.hall, desk.jobs, self.told.append)

    def look(self) -> None:
        self.sender.look()
        self.desk.settle()

    @property
    def states(self) -> list[PacketState]:
        return [row.state for row in self.desk.hall.sending.status()]


@pytest.fixture
def sending(desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Sending]:
    found = Sending(desk, tmp_path, monkeypatch)
    yield found
    found.door.line.set()
    found.sender.stop()
    desk.settle()


def test_a_blocked_hub_delays_no_save_at_the_counter(sending: Sending) -> None:
    desk, door = sending.desk, sending.door
    desk.clock.move(days=1)
    door.line.clear()
    desk.window.open_screen("reception")
    desk.settle()
    sending.sender.look()
    assert door.entered.wait(30), "a round is under way and hangs"

    before = len(desk.hall.reception.today())
    desk.jobs.run(lambda: None)
    saved: list[object] = []
    desk.jobs.changed.connect(lambda topics, _who: saved.append(topics) if Topic.ENQUIRIES in topics else None)
    QTest.keySequence(desk.window, "F2")
    QTest.keySequence(QApplication.focusWidget() or desk.window, "1")
    QTest.keySequence(QApplication.focusWidget() or desk.window, "Return")
    for _ in range(3000):
        QApplication.processEvents()
        if saved:
            break
        threading.Event().wait(0.01)

    assert saved, "the tick was written while the hub hung"
    assert not door.line.is_set()
    assert len(desk.hall.reception.today()) == before + 1
    door.line.set()
    desk.settle()
    assert sending.states == [PacketState.QUEUED]


def test_a_second_look_waits_for_the_first_round(sending: Sending) -> None:
    sending.door.line.clear()
    sending.sender.look()
    assert sending.door.entered.wait(30)
    sending.sender.look()
    sending.door.line.set()
    sending.desk.settle()

    assert sending.door.visits == 1


def test_the_next_look_comes_when_the_next_try_is_due(sending: Sending) -> None:
    waits = []
    for _ in range(4):
        sending.look()
        waits.append(sending.sender.wait)
        due = sending.desk.hall.sending.next_at()
        assert due is not None
        sending.desk.clock.set(due)

    assert waits == [timedelta(seconds=min(BACK_OFF[at], EVERY.total_seconds())) for at in range(4)]
    assert min(waits) >= SOONEST
    assert sending.told == [], "nobody is told that a network is away"


def test_a_refused_login_is_not_tried_again_at_every_look(sending: Sending) -> None:
    sending.door.trouble = HubLoginRefused()
    for _ in range(30):
        sending.look()
        sending.desk.clock.move(seconds=EVERY.total_seconds())

    assert sending.door.visits == 1


def test_a_look_with_nothing_to_send_disturbs_no_screen(sending: Sending) -> None:
    sending.look()
    heard: list[object] = []
    sending.desk.jobs.changed.connect(lambda topics, _who: heard.append(topics))
    sending.look()

    assert heard == []


def test_who_signs_out_waits_for_no_network(sending: Sending, monkeypatch: pytest.MonkeyPatch) -> None:
    cut: list[bool] = []
    monkeypatch.setattr(sending.desk.hall.sending.access, "cut", lambda: (cut.append(True), sending.door.line.set()))
    sending.door.line.clear()
    sending.sender.look()
    assert sending.door.entered.wait(30)
    sending.sender.stop()
    sending.desk.settle()

    assert cut == [True]
    assert sending.states == [PacketState.QUEUED]
    sending.look()
    assert sending.door.visits == 1, "what was stopped sends nothing more"


def test_what_came_back_is_told_once(sending: Sending, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sending.desk.hall.sending, "push", lambda **_how: Pushed(sent=1, returned=1))
    sending.look()

    assert len(sending.told) == 1
    assert "退回 1 份" in sending.told[0]


def test_a_window_without_an_address_asks_nobody(sending: Sending) -> None:
    sending.desk.hall.sending.access.given = ("", "")
    sending.look()

    assert sending.door.visits == 0
    assert sending.sender.wait == EVERY


def test_sending_has_a_lane_of_its_own() -> None:
    assert LANE != "local"
