"""F07, the restore fence with a hub: what was given out since the backup is known there, and nothing is given twice."""

from collections.abc import Iterator
from contextlib import closing
from datetime import date, datetime
from pathlib import Path

import pytest
from sending_hall import new_hub

from hallclient import wiring
from hallclient.domain.register.enquiry import EnquiryDraft
from hallclient.hub import admin, read
from hallclient.hub.database import HubDatabase
from hallclient.services.hub_door import DatabaseDoor
from hallclient.services.restoring import restore
from hallclient.storage.number_ledger import NumberingFenced
from hallclient.wiring import Hall
from tests.hall import PASSWORD, USER, Clock, Stores, open_hall

MONDAY, TUESDAY = datetime(2026, 3, 2, 17, 0), datetime(2026, 3, 3, 17, 0)


@pytest.fixture
def hub(tmp_path: Path) -> Iterator[HubDatabase]:
    with closing(new_hub(tmp_path / "hub.sqlite")) as opened:
        yield opened


@pytest.fixture
def restored(tmp_path: Path, hub: HubDatabase) -> Iterator[Hall]:
    """A window restored from Monday's backup; on Tuesday it had gone on, closed, corrected and sent."""
    clock = Clock(MONDAY)
    with Stores(tmp_path / "template").hall(tmp_path / "data", clock) as hall:
        admin.enrol(hub, "SL01-W01", hall.sending.public_key(by=hall.clerk), "局", by="周主任", since=MONDAY.date())
        visit(hall, 3)
        hall.closing.close(MONDAY.date(), by=hall.clerk)
        file = hall.backup.back_up(tmp_path / "monday.hallbackup", by=hall.clerk).path
        clock.set(TUESDAY)
        visit(hall, 5)
        hall.closing.close(TUESDAY.date(), by=hall.clerk)
        hall.closing.adjust(MONDAY.date(), "enquiries.visits", 1, "漏记", by=hall.clerk)
        assert hall.sending.push(by=hall.clerk, door=DatabaseDoor(hub)).waiting == 0
    again = tmp_path / "again"
    restore(
        file,
        store=again / wiring.STORE,
        key_file=again / wiring.KEYS,
        user=USER,
        password=PASSWORD,
        now=Clock(TUESDAY),
    )
    with open_hall(again, now=Clock(TUESDAY)) as opened:
        yield opened


def visit(hall: Hall, times: int) -> str:
    return [hall.reception.register(EnquiryDraft(content="问"), by=hall.clerk).number for _ in range(times)][-1]


def held(hub: HubDatabase, window: str) -> dict[date, int]:
    return {one.business_date: one.revision for one in read.held(hub, window, date(2026, 1, 1), date(2027, 1, 1))}


def lift(hall: Hall, hub: HubDatabase) -> None:
    fence = hall.backup.fence()
    assert fence is not None
    proposal = hall.sending.fence_proposal(fence, by=hall.clerk, door=DatabaseDoor(hub))
    hall.backup.lift_fence(proposal, by=hall.clerk)


def test_the_hub_proposes_the_highest_numbers_and_none_is_given_twice(restored: Hall, hub: HubDatabase) -> None:
    with pytest.raises(NumberingFenced):
        visit(restored, 1)
    lift(restored, hub)

    assert visit(restored, 1) == "SL01-W01-Z2026-00009"
    assert restored.closing.close(TUESDAY.date(), by=restored.clerk).z_number == 3


def test_an_old_packet_overwrites_no_newer_one_and_the_next_revision_goes_above_it(
    restored: Hall, hub: HubDatabase
) -> None:
    window, door = restored.sending.window, DatabaseDoor(hub)
    lift(restored, hub)
    visit(restored, 1)
    sheet = restored.closing.adjust(MONDAY.date(), "enquiries.visits", 2, "补记", by=restored.clerk)
    assert sheet.revision == 3, "the hub holds the second"
    assert restored.closing.close(TUESDAY.date(), by=restored.clerk).revision == 2

    pushed = restored.sending.push(by=restored.clerk, door=door)
    assert (pushed.accepted, pushed.returned) == (1, 2), "Monday's first packet is there already"
    assert held(hub, window) == {MONDAY.date(): 2, TUESDAY.date(): 1}, "a fork waits for the office"

    admin.accept_branch(hub, window, by="周主任", reason="由备份恢复，已核对纸质登记簿")
    assert held(hub, window) == {MONDAY.date(): 3, TUESDAY.date(): 2}
