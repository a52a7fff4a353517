"""Issue 4, item 2; features 52, F12: four states and no fifth, a reason beside each, and nothing "sending" for long."""

import socket
import socketserver
import threading
import time
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta

import pytest
from closing_hall import CLERK, SUPERVISOR
from sending_hall import closed

from hallclient.domain.figures.delivery import Receipt, SealedPacket
from hallclient.domain.figures.sending import BACK_OFF, CLAIM_LASTS, PacketState, Why
from hallclient.hub import database, read
from hallclient.hub.database import HubUnreachable, open_hub
from hallclient.services.hub_door import DatabaseDoor
from hallclient.storage import outbox
from tests.hub.conftest import Place
from tests.hub.reporting_desks import OFFICE, NewWindow, Window, office

DAYS = ("2026-03-02", "2026-03-03", "2026-03-04")
MINUTE = timedelta(seconds=60)


class Away:
    """A hub nobody reaches."""

    def __init__(self) -> None:
        self.asked: list[datetime] = []
        self.now = lambda: datetime.min

    def deliver(self, packets: Sequence[SealedPacket]) -> Sequence[Receipt | None]:
        self.asked.append(self.now())
        raise HubUnreachable

    receipts = deliver


def test_there_are_exactly_four_states_with_the_words_of_the_feature() -> None:
    assert [(state.value, state.label) for state in PacketState] == [
        ("queued", "未发"),
        ("sent", "已发未回执"),
        ("accepted", "已收"),
        ("returned", "退回"),
    ]


def test_the_tries_of_a_night_without_a_hub_are_5_seconds_to_15_minutes_apart(new_window: NewWindow) -> None:
    """Measured: the sender looks every second of a fake clock, from the close at 17:30 to the next morning."""
    window = new_window()
    closed(window.hall, DAYS[0])
    away, start = Away(), window.hall.now
    away.now = lambda: window.hall.now
    while window.hall.now < start + timedelta(hours=2):
        wanted = window.sync.next_at()
        assert wanted is not None
        window.hall.now = max(window.hall.now + timedelta(seconds=1), min(wanted, start + timedelta(hours=2)))
        window.sync.push(by=CLERK, door=away)
        assert window.states() == [PacketState.QUEUED]
        assert window.rows()[0].reason == Why.HUB_UNREACHABLE.label

    apart = [round((later - one).total_seconds()) for one, later in zip(away.asked, away.asked[1:], strict=False)]
    assert tuple(apart[: len(BACK_OFF)]) == BACK_OFF == (5, 15, 45, 120, 300, 900)
    assert set(apart[len(BACK_OFF) :]) == {900}


def test_a_day_closed_while_the_hub_is_away_is_tried_at_once_and_starts_its_own_waits(new_window: NewWindow) -> None:
    window, away = new_window(), Away()
    away.now = lambda: window.hall.now
    closed(window.hall, DAYS[0])
    for _ in range(8):
        window.sync.push(by=CLERK, door=away)
        window.hall.now = window.sync.next_at() or window.hall.now
    closed(window.hall, DAYS[1])
    before = len(away.asked)
    window.sync.push(by=CLERK, door=away)

    assert len(away.asked) == before + 1
    assert window.hall.now + timedelta(seconds=5) <= window.sync.next_at() <= window.hall.now + timedelta(seconds=900)  # type: ignore[operator]


@pytest.mark.parametrize("answered", [False, True], ids=["never sent", "answered before"])
def test_a_sender_killed_while_it_sends_leaves_nothing_that_says_sending_for_more_than_a_minute(
    place: Place, new_window: NewWindow, answered: bool
) -> None:
    window = new_window()
    closed(window.hall, DAYS[0])
    if answered:
        office(place, window).lock(datetime(2026, 3, 1).date(), datetime(2026, 4, 1).date(), reason="季报", by=OFFICE)
        window.send()
        assert "季报" in window.rows()[0].reason
    with window.hall.database.writing() as tx:
        outbox.claim(tx, by="killed", at=window.hall.now, limit=9, ids=[1])
    shown = window.rows()[0]
    assert shown.state is (PacketState.RETURNED if answered else PacketState.SENT)

    window.hall.now += CLAIM_LASTS + timedelta(seconds=1)
    after = window.rows()[0]
    assert CLAIM_LASTS <= MINUTE
    if answered:  # what the hub said outlives the sender that asked once more
        assert (after.state, "季报" in after.reason) == (PacketState.RETURNED, True)
    else:
        assert (after.state, after.reason) == (PacketState.QUEUED, Why.CLAIM_LOST.label)
    assert after.next_at == window.hall.now
    if not answered:
        window.send()
        assert window.states() == [PacketState.ACCEPTED]


def test_a_packet_that_lies_on_a_stick_says_so_though_the_network_fails(new_window: NewWindow) -> None:
    window = new_window()
    closed(window.hall, DAYS[0])
    window.sync.write_to(window.folder / "usb", by=CLERK, readable=False)
    away = Away()
    for _ in range(3):
        window.sync.push(by=CLERK, door=away)
        row = window.rows()[0]
        assert (row.state, row.reason) == (PacketState.SENT, Why.IN_FOLDER.label)
        window.hall.now += timedelta(minutes=20)
    assert len(away.asked) == 3


def test_what_the_hub_said_of_a_packet_outlives_a_line_that_is_down(place: Place, new_window: NewWindow) -> None:
    window = new_window()
    closed(window.hall, DAYS[0])
    office(place, window).lock(datetime(2026, 3, 1).date(), datetime(2026, 4, 1).date(), reason="季报", by=OFFICE)
    window.send()
    window.hall.now += timedelta(hours=2)
    window.sync.push(by=CLERK, door=Away())

    row = window.rows()[0]
    assert (row.state, "周主任" in row.reason, "季报" in row.reason) == (PacketState.RETURNED, True, True)


def test_a_late_lower_revision_is_refused_and_says_that_a_higher_one_took_its_place(
    place: Place, new_window: NewWindow
) -> None:
    """F11: revision n − 1 arriving late is rejected and shown as 已被更高版本取代."""
    window = new_window()
    closed(window.hall, DAYS[0])
    window.hall.closing.adjust(datetime(2026, 3, 2).date(), "enquiries.visits", 1, "漏记", by=SUPERVISOR)
    window.send()
    with window.hall.database.writing() as tx:
        tx.exec_driver_sql("UPDATE outbox SET state = 'queued', receipt = '', next_at = NULL WHERE id = 1")
    window.send()

    lower, higher = window.rows()
    assert lower.reason == "已被更高版本取代（第2版）"
    assert (lower.state, higher.state) == (PacketState.ACCEPTED, PacketState.ACCEPTED), "nothing is left to be done"
    [held] = read.held(place.hub, window.name, datetime(2026, 3, 2).date(), datetime(2026, 3, 3).date())
    assert held.revision == 2


class Swallow(socketserver.ThreadingTCPServer):
    """A line that lets so many bytes of the server's answers through and then says nothing more, for ever."""

    daemon_threads = True
    allow_reuse_address = True

    def __init__(self, port: int, after: int) -> None:
        super().__init__(("127.0.0.1", 0), _Line)
        self.behind, self.after, self.over = port, after, threading.Event()
        self.thread = threading.Thread(target=self.serve_forever, kwargs={"poll_interval": 0.05})
        self.thread.start()

    def stop(self) -> None:
        self.over.set()
        self.shutdown()
        self.server_close()
        self.thread.join(5)


class _Line(socketserver.BaseRequestHandler):
    def handle(self) -> None:
        line: Swallow = self.server  # type: ignore[assignment]
        with socket.create_connection(("127.0.0.1", line.behind)) as behind:
            up = threading.Thread(target=self._up, args=(behind,), daemon=True)
            up.start()
            left = line.after
            while left > 0 and (chunk := behind.recv(min(4096, left))):
                left -= len(chunk)
                self.request.sendall(chunk)
            line.over.wait(30)
            behind.shutdown(socket.SHUT_RDWR)
            self.request.shutdown(socket.SHUT_RDWR)
            up.join(5)

    def _up(self, behind: socket.socket) -> None:
        try:
            while chunk := self.request.recv(4096):
                behind.sendall(chunk)
        except OSError:
            return


@pytest.fixture
def swallow(server: Place, cluster: object) -> Iterator[list[Swallow]]:
    made: list[Swallow] = []
    yield made
    for one in made:
        one.stop()


@pytest.mark.parametrize("after", [0, 1, 80, 300, 500, 700, 900, 1100, 1400])
@pytest.mark.slow
def test_a_hub_that_falls_silent_at_any_byte_is_given_up_in_time(
    server: Place, new_window_at_server: Window, swallow: list[Swallow], after: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In the greeting, at the login, before the first answer, in the middle of one."""
    monkeypatch.setattr(database, "VISIT", 0.6)
    monkeypatch.setattr(database, "CONNECT", 2)
    assert database.VISIT + database.CONNECT < 60
    window = new_window_at_server
    closed(window.hall, DAYS[0])
    port = server.url.partition("@127.0.0.1:")[2].partition("/")[0]
    swallow.append(Swallow(int(port), after))
    url = window.sync.access.url().replace(f":{port}/", f":{swallow[0].server_address[1]}/") + "?sslmode=disable"
    hub = open_hub(url, password=window.sync.access.password(window.sync.access.url()), now=server.clock)
    before = time.monotonic()
    pushed = window.sync.push(by=CLERK, door=DatabaseDoor(hub))
    took = time.monotonic() - before
    hub.close()

    assert pushed.why is Why.HUB_UNREACHABLE
    assert took < 2 * (database.VISIT + database.CONNECT) + 2
    assert window.states() == [PacketState.QUEUED]
    monkeypatch.undo()
    window.hall.now += timedelta(minutes=20)
    window.send()
    assert window.states() == [PacketState.ACCEPTED]
