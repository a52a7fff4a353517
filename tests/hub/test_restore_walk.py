"""F07 by every way: what a clerk and the office do after a restore, a second one, a lost key, a new machine."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from hallclient import wiring
from hallclient.domain.figures.delivery import Verdict
from hallclient.domain.figures.sending import PacketState
from hallclient.domain.register.enquiry import EnquiryDraft
from hallclient.hub import admin, read, rulings
from hallclient.hub.admin import Credentials
from hallclient.hub.database import open_hub
from hallclient.hub.deliver import count, deliver
from hallclient.services.hub_door import DatabaseDoor
from hallclient.services.restoring import restore
from hallclient.storage.number_ledger import NumberingFenced
from hallclient.wiring import Hall
from tests.hall import PASSWORD, USER, Clock, Stores, open_hall
from tests.hub.conftest import Place
from tests.hub.reporting_desks import OFFICE

FIRST, UNTIL = date(2026, 1, 1), date(2027, 1, 1)
WINDOW = "SL01-W01"


class Desk:
    """One machine of the window: its hall, a clock, and its way to the hub."""

    def __init__(self, place: Place, hall: Hall, clock: Clock, made: Credentials) -> None:
        self.place, self.hall, self.clock, self.made = place, hall, clock, made

    def key(self) -> str:
        return self.hall.sending.public_key(by=self.hall.clerk)

    def works(self, day: date, visits: int) -> list[str]:
        """Register visits and close the day; return the numbers given."""
        self.clock.set(datetime.combine(day, datetime.min.time()) + timedelta(hours=17))
        hall = self.hall
        numbers = [hall.reception.register(EnquiryDraft(content="问"), by=hall.clerk).number for _ in range(visits)]
        hall.closing.close(day, by=hall.clerk)
        return numbers

    def send(self) -> None:
        """Send, let the office look, and hear what it says."""
        hall, place = self.hall, self.place
        self.clock.move(hours=1)
        if place.way == "folder":
            place.stick.mkdir(exist_ok=True)
            hall.sending.write_to(place.stick, by=hall.clerk, readable=False)
            hall.overseeing.access.given = (place.url, "")
            hall.overseeing.receive_from(place.stick, by=OFFICE)
            hall.sending.read_receipts(place.stick, by=hall.clerk)
            return
        for _ in range(2):
            door = self.door()
            waiting = {row.id for row in hall.sending.status() if row.state is not PacketState.ACCEPTED or row.next_at}
            hall.sending.push(by=hall.clerk, door=door, only=waiting or None)
            count(place.hub)
            if place.hub.server:
                door.close()

    def door(self) -> DatabaseDoor:
        if not self.place.hub.server:
            return DatabaseDoor(self.place.hub)
        url = self.place.url.replace("USER", self.made.login)
        return DatabaseDoor(open_hub(url, password=self.made.password, now=self.place.clock))

    def lift(self) -> None:
        """Lift the fence by what the hub proposes; with a stick alone, by what the office reads off its board."""
        hall = self.hall
        fence = hall.backup.fence()
        assert fence is not None
        proposal = hall.sending.fence_proposal(fence, by=hall.clerk, door=DatabaseDoor(self.place.hub))
        hall.backup.lift_fence(proposal, by=hall.clerk)

    def back_up(self, path: Path) -> Path:
        return self.hall.backup.back_up(path, by=self.hall.clerk).path

    def states(self) -> set[PacketState]:
        return {row.state for row in self.hall.sending.status()}


Restored = Callable[[Path, datetime], Desk]


@pytest.fixture
def machines(place: Place, tmp_path: Path) -> Iterator[tuple[Desk, Restored]]:
    """A window that is enrolled, and how to bring back one of its backups on another machine."""
    with ExitStack() as stack:
        clock = Clock(datetime(2026, 3, 2, 9))
        hall = stack.enter_context(Stores(tmp_path / "template").hall(tmp_path / "data", clock))
        first = Desk(place, hall, clock, Credentials(WINDOW, "", ""))
        machine = iter(range(1, 9))

        def restored(file: Path, at: datetime) -> Desk:
            again, newer = tmp_path / f"machine {next(machine)}", Clock(at)
            files = {"store": again / wiring.STORE, "key_file": again / wiring.KEYS}
            restore(file, **files, user=USER, password=PASSWORD, now=newer)
            return Desk(place, stack.enter_context(open_hall(again, now=newer)), newer, first.made)

        yield first, restored


def enrol(desk: Desk) -> None:
    desk.made = admin.enrol(desk.place.hub, WINDOW, desk.key(), "局", by="周主任", since=FIRST)


def day(number: int) -> date:
    return date(2026, 3, 1) + timedelta(number)


def held(place: Place) -> dict[date, int]:
    return {one.business_date: one.revision for one in read.held(place.hub, WINDOW, FIRST, UNTIL)}


def records(place: Place) -> int:
    return int(read.totals(place.hub, FIRST, UNTIL)["enquiries.records"])


def test_two_restores_in_a_row_give_no_number_twice_and_overwrite_nothing(
    place: Place, machines: tuple[Desk, Restored], tmp_path: Path
) -> None:
    first, restored = machines
    enrol(first)
    given = first.works(day(1), 2)
    file = first.back_up(tmp_path / "monday.hallbackup")
    given += first.works(day(2), 3)
    first.send()
    assert (held(place), records(place)) == ({day(1): 1, day(2): 1}, 5)

    for again, on in enumerate((3, 4), start=1):  # twice from the same old file
        desk = restored(file, datetime.combine(day(on), datetime.min.time()))
        with pytest.raises(NumberingFenced):
            desk.hall.reception.register(EnquiryDraft(content="问"), by=desk.hall.clerk)
        desk.lift()
        given += desk.works(day(on), 2)
        desk.send()
        assert day(on) not in held(place), "what forks from the chain waits for the office"
        assert PacketState.RETURNED in desk.states()
        assert any("分叉" in row.reason for row in desk.hall.sending.status())
        rulings.accept_branch(place.hub, WINDOW, by="周主任", reason=f"第{again}次由备份恢复，已核对纸质登记簿")
        desk.send()
        assert desk.states() == {PacketState.ACCEPTED}
        assert held(place)[day(on)] == 1

    assert len(given) == len(set(given)) == 9
    assert records(place) == 9, "the days of each machine, each once"
    assert sorted(given) == [f"SL01-W01-Z2026-{serial:05d}" for serial in range(1, 10)]
    numbers = [row.packet.z_number for on in (1, 2, 3, 4) for row in read.history(place.hub, WINDOW, day(on))]
    assert len(set(numbers)) == 4, "no day number twice"


def test_a_store_restored_from_before_it_had_a_key_goes_on_when_the_office_enters_its_new_one(
    place: Place, machines: tuple[Desk, Restored], tmp_path: Path
) -> None:
    first, restored = machines
    first.works(day(1), 2)
    file = first.back_up(tmp_path / "keyless.hallbackup")
    enrol(first)
    first.works(day(2), 3)
    first.send()
    desk = restored(file, datetime.combine(day(3), datetime.min.time()))
    desk.lift()
    assert desk.key() != first.key()
    desk.works(day(3), 4)
    desk.send()

    assert any("签名不符" in one.reason for one in read.kept_aside(place.hub))
    assert (held(place), records(place)) == ({day(1): 1, day(2): 1}, 5)
    enrol(desk)
    rulings.accept_branch(place.hub, WINDOW, by="周主任", reason="换机，密钥新登记")
    desk.send()
    assert (held(place), records(place)) == ({day(1): 1, day(2): 1, day(3): 1}, 9)
    assert desk.states() == {PacketState.ACCEPTED}
    assert read.kept_aside(place.hub) == []


def test_a_window_installed_anew_without_a_backup_starts_a_chain_of_its_own(
    place: Place, machines: tuple[Desk, Restored], tmp_path: Path
) -> None:
    """Same window, new store, new key: what it had reported stays, its old key signs no more once it is revoked."""
    first, _ = machines
    enrol(first)
    first.works(day(1), 2)
    first.works(day(2), 3)
    first.send()
    admin.revoke(place.hub, WINDOW, by="周主任")
    clock = Clock(datetime(2026, 3, 4, 9))
    with Stores(tmp_path / "template").hall(tmp_path / "new", clock) as hall:
        fresh = Desk(place, hall, clock, first.made)
        enrol(fresh)
        fresh.works(day(3), 4)
        fresh.send()
        assert held(place) == {day(1): 1, day(2): 1}
        rulings.accept_branch(place.hub, WINDOW, by="周主任", reason="换机，无备份")
        fresh.send()
        assert (held(place), records(place)) == ({day(1): 1, day(2): 1, day(3): 1}, 9)
        assert fresh.states() == {PacketState.ACCEPTED}

    first.works(day(4), 1)
    stale = [first.hall.sending.sealed(row.id, by=first.hall.clerk) for row in first.hall.sending.status()][:1]
    assert deliver(place.hub, stale)[0].verdict is Verdict.KEPT_ASIDE, "the old key signs no more"
    assert records(place) == 9
