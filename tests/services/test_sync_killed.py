"""F11: senders die by kill −9 between every pair of steps, two run at once: nothing is lost, nothing counts twice."""

import os
import signal
import sys
from collections.abc import Callable
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from closing_hall import CLERK, Hall, hall_in
from sending_hall import closed, desk, enrol, new_hub

from hallclient.domain.figures.sending import CLAIM_LASTS, PacketState
from hallclient.hub import read
from hallclient.hub.database import open_hub
from hallclient.services import sync_round
from hallclient.services.hub_door import DatabaseDoor
from hallclient.storage import outbox

DAYS = ("2026-03-02", "2026-03-03", "2026-03-04")
NOW = "2026-03-04 18:00:00"
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="kill −9 is a word of POSIX")


def die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def after(module: object, name: str) -> None:
    """Let this process die as soon as ``module.name`` has done its work."""
    does = getattr(module, name)

    def killed(*args: object, **named: object) -> object:
        does(*args, **named)
        die()
        raise AssertionError

    setattr(module, name, killed)


def before(module: object, name: str) -> None:
    """Let this process die as soon as ``module.name`` is asked."""
    setattr(module, name, lambda *_args, **_named: die())


POINTS: dict[str, Callable[[], None]] = {
    "before the claim": lambda: before(outbox, "claim"),
    "claimed, not committed": lambda: after(outbox, "claim"),
    "claimed": lambda: after(sync_round, "_claim"),
    "signed": lambda: after(sync_round, "_sealed"),
    "before the hub is asked": lambda: before(DatabaseDoor, "deliver"),
    "the hub has committed": lambda: after(DatabaseDoor, "deliver"),
    "answered, not noted": lambda: before(sync_round, "_settle"),
    "noted, not committed": lambda: after(outbox, "settle"),
    "noted": lambda: after(sync_round, "_settle"),
}


def in_a_process(work: Callable[[], None]) -> int:
    """Start ``work`` in a process of its own and return its id."""
    child = os.fork()
    if child == 0:
        status = 1
        try:
            work()
            status = 0
        finally:
            os._exit(status)
    return child


def ended(child: int) -> int:
    """Wait for a process; return its exit code, negative for the signal that killed it."""
    _, status = os.waitpid(child, 0)
    return os.waitstatus_to_exitcode(status)


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A store with three closed days that wait, and a hub that knows the window; nobody has them open."""
    (tmp_path / "store").mkdir()
    with hall_in(tmp_path / "store") as hall:
        closed(hall, *DAYS)
        hub = new_hub(tmp_path / "hub.sqlite")
        enrol(hub, desk(hall, tmp_path))
        hub.close()
    return tmp_path


def push(place: Path, now: datetime) -> None:
    """Send what is due, as a program just started does."""
    hub = open_hub(f"sqlite:///{place}/hub.sqlite")
    hall = Hall(place / "store" / "hall.db", now.isoformat(" "))
    try:
        desk(hall, place).push(by=CLERK, door=DatabaseDoor(hub))
    finally:
        hall.database.close()
        hub.close()


def found(place: Path, now: datetime) -> tuple[list[PacketState], dict[date, int], int]:
    """Return the states at the window, the revisions at the hub by day, and how many packets lie there."""
    hub = open_hub(f"sqlite:///{place}/hub.sqlite")
    with hall_in(place / "store", now.isoformat(" ")) as hall:
        sync = desk(hall, place)
        states = [row.state for row in sync.status()]
        held = {
            one.business_date: one.revision for one in read.held(hub, sync.window, date(2026, 1, 1), date(2027, 1, 1))
        }
        with hub.reading() as tx:
            packets = int(tx.exec_driver_sql("SELECT count(*) FROM packets").scalar_one())
    hub.close()
    return states, held, packets


@pytest.mark.parametrize("point", POINTS)
def test_f11_a_sender_killed_at_any_step_loses_nothing_and_sends_nothing_twice(place: Path, point: str) -> None:
    now = datetime.fromisoformat(NOW)

    def dying() -> None:
        POINTS[point]()
        push(place, now)

    assert ended(in_a_process(dying)) == -signal.SIGKILL
    later = now + CLAIM_LASTS + timedelta(seconds=1)
    states, _, _ = found(place, later)
    assert PacketState.SENT not in states, "no state lasts longer than a minute"

    assert ended(in_a_process(lambda: push(place, later))) == 0
    states, held, packets = found(place, later)
    assert states == [PacketState.ACCEPTED] * 3
    assert held == {date.fromisoformat(day): 1 for day in DAYS}
    assert packets == 3


def test_f11_two_senders_at_once_and_a_killed_one_beside_them(place: Path) -> None:
    now = datetime.fromisoformat(NOW)

    def dying() -> None:
        POINTS["the hub has committed"]()
        push(place, now)

    children = [in_a_process(dying), *(in_a_process(lambda: push(place, now)) for _ in range(3))]
    codes = [ended(child) for child in children]
    assert codes[1:] == [0, 0, 0]
    later = now + CLAIM_LASTS + timedelta(seconds=1)
    assert ended(in_a_process(lambda: push(place, later))) == 0

    states, held, packets = found(place, later)
    assert states == [PacketState.ACCEPTED] * 3
    assert held == {date.fromisoformat(day): 1 for day in DAYS}
    assert packets == 3
