"""deployment.md, "Backup": a hub restored to yesterday, or a new one in its place, gets what it lacks once more."""

import json
from collections.abc import Sequence
from contextlib import closing
from datetime import date

import pytest
from closing_hall import CLERK
from sending_hall import closed
from sqlalchemy import text

from hallclient.domain.figures.delivery import Receipt, SealedPacket
from hallclient.domain.figures.sending import PacketState
from hallclient.hub import read
from hallclient.services import sync_lost
from hallclient.services.hub_door import DatabaseDoor
from hallclient.storage import audit
from tests.hub.conftest import Place
from tests.hub.reporting_desks import NewWindow, Window

DAYS = ("2026-03-02", "2026-03-03", "2026-03-04", "2026-03-05")


@pytest.fixture(params=["server", "sqlite"])
def place(request: pytest.FixtureRequest) -> Place:
    """A hub the window asks itself; whoever carries sticks has the sealed files to carry again."""
    found: Place = request.getfixturevalue("server" if request.param == "server" else "file")
    return found


def restore(place: Place, before: str) -> None:
    """Let the hub be as it was before a day came."""
    with place.hub.writing() as tx:
        for table in ("inbox", "verdicts", "window_days", "rollup_days", "packets"):
            tx.execute(text(f"DELETE FROM {table} WHERE business_date >= :day"), {"day": before})
        query = "SELECT coalesce((SELECT sha256 FROM packets ORDER BY business_date DESC, revision DESC LIMIT 1), '')"
        head = tx.execute(text(query)).scalar() or "0" * 64
        tx.execute(text("UPDATE windows SET head = :head, last_day = NULL"), {"head": head})


def held(place: Place, window: Window) -> dict[str, int]:
    found = read.held(place.hub, window.name, date(1990, 1, 1), date(2199, 1, 1))
    return {one.business_date.isoformat(): one.revision for one in found}


def told(window: Window) -> list[dict[str, object]]:
    with window.hall.database.reading() as tx:
        return [json.loads(one) for one in audit.afters(tx, "queue_lost_packets", window.name)]


@pytest.mark.parametrize("at_once", [100, 1])
def test_what_the_hub_lost_is_sent_once_more_with_the_next_day(
    place: Place, new_window: NewWindow, monkeypatch: pytest.MonkeyPatch, at_once: int
) -> None:
    monkeypatch.setattr(sync_lost, "AT_ONCE", at_once)
    window = new_window()
    closed(window.hall, *DAYS[:3])
    window.send()
    assert window.states() == [PacketState.ACCEPTED] * 3
    restore(place, DAYS[1])
    assert held(place, window) == {DAYS[0]: 1}

    closed(window.hall, DAYS[3])
    window.send()

    assert held(place, window) == dict.fromkeys(DAYS, 1)
    assert window.states() == [PacketState.ACCEPTED] * 4
    assert told(window) == [{"packets": 2, "first": DAYS[1], "last": DAYS[2]}], "what is there is not sent again"


def test_what_the_hub_asked_for_again_in_the_same_round_is_counted_as_sent(place: Place, new_window: NewWindow) -> None:
    window, delivered = new_window(), 0

    class Counting(DatabaseDoor):
        def deliver(self, packets: Sequence[SealedPacket]) -> Sequence[Receipt | None]:
            nonlocal delivered
            delivered += len(packets)
            return super().deliver(packets)

    closed(window.hall, *DAYS[:3])
    window.send()
    restore(place, DAYS[1])
    closed(window.hall, DAYS[3])
    with closing(window.sync.access.hub()) as hub:
        pushed = window.sync.push(by=CLERK, door=Counting(hub))

    assert (pushed.sent, delivered, pushed.accepted) == (3, 3, 3)


def test_asking_what_the_centre_holds_finds_what_it_lost(place: Place, new_window: NewWindow) -> None:
    """On the last day of a year no next packet tells it."""
    window = new_window()
    closed(window.hall, *DAYS[:2])
    window.send()
    window.refresh_echo()
    assert window.states() == [PacketState.ACCEPTED] * 2, "nothing is missing"
    restore(place, DAYS[1])
    window.refresh_echo()
    assert window.states() == [PacketState.ACCEPTED, PacketState.QUEUED]
    assert "恢复" in window.rows()[1].reason
    window.send()
    assert held(place, window) == {DAYS[0]: 1, DAYS[1]: 1}
    assert told(window) == [{"packets": 1, "first": DAYS[1], "last": DAYS[1]}]


def test_a_new_hub_in_place_of_the_old_one_gets_the_whole_history(place: Place, new_window: NewWindow) -> None:
    window = new_window()
    closed(window.hall, *DAYS[:3])
    window.send()
    restore(place, "1990-01-01")
    closed(window.hall, DAYS[3])
    window.send()
    assert held(place, window) == dict.fromkeys(DAYS, 1)
    assert window.sync.push(by=CLERK).sent == 0


def test_what_came_back_and_was_taken_up_in_the_same_round_is_told_once(place: Place, new_window: NewWindow) -> None:
    window = new_window()
    closed(window.hall, *DAYS[:2])
    window.send()
    restore(place, DAYS[1])
    closed(window.hall, DAYS[2])
    pushed = window.sync.push(by=CLERK)
    assert (pushed.sent, pushed.accepted, pushed.returned, pushed.waiting) == (2, 2, 0, 0)
