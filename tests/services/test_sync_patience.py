"""When is a packet tried again? Seldom at a door that stays shut, at once when the way has changed, never stuck."""

from collections.abc import Iterator, Sequence
from contextlib import closing
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from closing_hall import CLERK, Hall, hall_in
from sending_hall import Cut, closed, desk, enrol, new_hub

from hallclient.domain.figures.delivery import Receipt, SealedPacket
from hallclient.domain.figures.sending import (
    BACK_OFF,
    CLAIM_LASTS,
    LONGEST_WAIT,
    STUCK_AFTER,
    Glance,
    PacketState,
    Why,
    next_try,
)
from hallclient.foundation.trouble import Trouble
from hallclient.hub.database import (
    HubCertificateWrong,
    HubDatabase,
    HubForbids,
    HubLoginRefused,
    HubNotReady,
    HubUnreachable,
)
from hallclient.services.hub_door import DatabaseDoor
from hallclient.services.sync import SyncDesk
from hallclient.services.sync_round import AT_ONCE
from hallclient.storage import outbox

DAYS = ("2026-03-02", "2026-03-03", "2026-03-04")


@pytest.fixture
def hall(tmp_path: Path) -> Iterator[Hall]:
    (tmp_path / "store").mkdir()
    with hall_in(tmp_path / "store") as opened:
        yield opened


@pytest.fixture
def sync(hall: Hall, tmp_path: Path) -> SyncDesk:
    return desk(hall, tmp_path)


@pytest.fixture
def hub(tmp_path: Path, sync: SyncDesk) -> Iterator[HubDatabase]:
    with closing(new_hub(tmp_path / "hub.sqlite")) as opened:
        enrol(opened, sync)
        yield opened


class Shut:
    """A way on which everything ends with the same trouble; counts how often somebody knocked."""

    def __init__(self, trouble: Trouble) -> None:
        self._trouble = trouble
        self.knocks = 0

    def deliver(self, packets: Sequence[SealedPacket]) -> Sequence[Receipt | None]:
        self.knocks += 1
        raise self._trouble

    def receipts(self, packets: Sequence[SealedPacket]) -> Sequence[Receipt | None]:
        return self.deliver(packets)


def follow(hall: Hall, sync: SyncDesk, door: Shut, *, lasting: timedelta) -> None:
    """Look every second whether something is due, as the window does, for ``lasting``."""
    until = hall.now + lasting
    while hall.now < until:
        due = sync.next_at()
        if due is not None and due <= hall.now:
            sync.push(by=CLERK, door=door)
        hall.now += timedelta(seconds=1)


@pytest.mark.parametrize("trouble", [HubLoginRefused, HubForbids, HubCertificateWrong, HubNotReady])
@pytest.mark.slow
def test_a_door_only_a_person_can_open_is_knocked_at_four_times_an_hour(
    hall: Hall, sync: SyncDesk, trouble: type[Trouble]
) -> None:
    closed(hall, *DAYS)
    door = Shut(trouble())
    follow(hall, sync, door, lasting=timedelta(minutes=60))

    assert door.knocks == 4
    assert sync.glance().needs_eyes
    assert {row.state for row in sync.status()} == {PacketState.QUEUED}


def test_a_network_that_is_away_is_tried_less_and_less_often(hall: Hall, sync: SyncDesk) -> None:
    closed(hall, *DAYS)
    door = Shut(HubUnreachable())
    follow(hall, sync, door, lasting=timedelta(seconds=sum(BACK_OFF) + 1))

    assert door.knocks == len(BACK_OFF) + 1
    assert not sync.glance().needs_eyes, "the network comes back by itself"


def test_one_refused_login_is_one_try_however_many_packets_wait(hall: Hall, sync: SyncDesk) -> None:
    _many(hall, AT_ONCE + 20)
    door = Shut(HubLoginRefused())
    pushed = sync.push(by=CLERK, door=door)

    assert (door.knocks, pushed.why) == (1, Why.HUB_LOGIN_REFUSED)
    assert {row.next_at for row in sync.status()} == {next_try(1, hall.now, Why.HUB_LOGIN_REFUSED)}


def test_what_waits_since_weeks_goes_in_one_round(hall: Hall, sync: SyncDesk, hub: HubDatabase) -> None:
    _many(hall, 60)
    away = Cut(DatabaseDoor(hub), after=False, times=1)
    assert sync.push(by=CLERK, door=away).why is Why.HUB_UNREACHABLE
    hall.now += timedelta(days=21)

    calls = away.calls
    pushed = sync.push(by=CLERK, door=away)
    assert (pushed.sent, pushed.accepted, pushed.waiting) == (60, 60, 0)
    assert away.calls - calls == 1


def test_packets_that_came_back_wait_too_when_the_hub_is_away(hall: Hall, sync: SyncDesk) -> None:
    _many(hall, AT_ONCE + 20)
    hall.run("UPDATE outbox SET state = 'returned', reason = '期间已锁定', next_at = created_at")
    door = Shut(HubUnreachable())
    sync.push(by=CLERK, door=door)

    again = sync.next_at()
    assert again is not None
    assert again > hall.now, "else the sender would knock without end"
    assert {row.reason for row in sync.status()} <= {"期间已锁定", Why.HUB_UNREACHABLE.label}


def test_a_clock_set_back_puts_nothing_off(hall: Hall, sync: SyncDesk, hub: HubDatabase) -> None:
    closed(hall, *DAYS)
    right = hall.now
    hall.now = right + timedelta(days=400)  # somebody set the wrong year
    sync.push(by=CLERK, door=Shut(HubUnreachable()))
    hall.now = right

    assert sync.next_at() == right
    assert {row.next_at for row in sync.status()} == {right}
    assert sync.push(by=CLERK, door=DatabaseDoor(hub)).accepted == 3


def test_a_day_closed_by_a_clock_that_ran_ahead_is_due_at_once(hall: Hall, sync: SyncDesk) -> None:
    closed(hall, DAYS[0])
    hall.now -= timedelta(hours=5)

    assert sync.next_at() == hall.now


@pytest.mark.parametrize(
    "away", [timedelta(seconds=-3), timedelta(hours=-9), CLAIM_LASTS + timedelta(seconds=1), timedelta(days=2)]
)
def test_a_program_that_ended_or_slept_while_sending_holds_nothing_back(
    hall: Hall, sync: SyncDesk, hub: HubDatabase, away: timedelta
) -> None:
    closed(hall, *DAYS)
    with hall.database.writing() as tx:
        outbox.claim(tx, by="gone", at=hall.now, limit=9)
    assert sync.next_at() is None, "somebody is at it"
    hall.now += away

    assert sync.next_at() == hall.now
    assert {row.state for row in sync.status()} == {PacketState.QUEUED}
    assert sync.push(by=CLERK, door=DatabaseDoor(hub)).accepted == 3


def test_what_arrived_and_is_not_counted_yet_is_asked_after_by_itself(hall: Hall, sync: SyncDesk) -> None:
    closed(hall, DAYS[0])
    at = hall.now + timedelta(minutes=20)
    hall.run("UPDATE outbox SET state = 'accepted', next_at = ?", at.isoformat(" ", "microseconds"))

    assert sync.next_at() == at
    assert sync.glance() == Glance(), "nobody at the window has to do anything about it"


def test_the_glance_tells_how_many_wait_and_how_many_came_back(hall: Hall, sync: SyncDesk) -> None:
    assert sync.glance() == Glance()
    closed(hall, *DAYS)
    first = sync.status()[-1]
    glance = sync.glance()
    assert (glance.waiting, glance.returned, glance.since, glance.why) == (3, 0, first.created_at, None)

    sync.push(by=CLERK, door=Shut(HubUnreachable()))
    glance = sync.glance()
    assert (glance.why, glance.next_at) == (Why.HUB_UNREACHABLE, hall.now + timedelta(seconds=BACK_OFF[0]))
    assert not glance.needs_eyes

    hall.run("UPDATE outbox SET state = 'returned', reason = '期间已锁定' WHERE id = 1")
    assert (sync.glance().waiting, sync.glance().returned, sync.glance().needs_eyes) == (2, 1, True)


def test_a_day_without_a_way_out_is_told() -> None:
    sealed = datetime(2026, 3, 2, 17, 30)
    tried = Glance(waiting=1, since=sealed, why=Why.HUB_UNREACHABLE)
    assert not tried.stuck(sealed + STUCK_AFTER - timedelta(seconds=1))
    assert tried.stuck(sealed + STUCK_AFTER)
    assert not Glance(waiting=1, since=sealed).stuck(sealed + STUCK_AFTER), "nobody has tried yet"


def test_no_wait_is_longer_than_the_longest() -> None:
    at = datetime(2026, 3, 2)
    assert max(next_try(failed, at, why) for failed in range(1, 20) for why in (None, *Why)) <= at + LONGEST_WAIT


def _many(hall: Hall, count: int) -> None:
    """Close ``count`` days without a visit."""
    day = date(2026, 1, 1)
    for _ in range(count):
        hall.at(f"{day} 17:30:00")
        hall.close(day.isoformat())
        day += timedelta(days=1)
