"""F07, the restore fence with a hub: what was given out since the backup is known there, and nothing is given twice."""

from collections.abc import Iterator
from contextlib import closing
from datetime import date, datetime
from pathlib import Path

import pytest
from sending_hall import new_hub

from hallclient import wiring
from hallclient.domain.figures.delivery import Held
from hallclient.domain.figures.sending import PacketState, Why
from hallclient.domain.register.enquiry import EnquiryDraft
from hallclient.hub import admin, read, rulings
from hallclient.hub.database import HubDatabase, HubUnreachable
from hallclient.services.hub_door import DatabaseDoor
from hallclient.services.restoring import Fence, FencedSeries, restore
from hallclient.services.sync_restored import proposals
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


def returned(hall: Hall) -> list[tuple[date, int]]:
    return [(row.business_date, row.revision) for row in hall.sending.status() if row.state is PacketState.RETURNED]


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


def test_each_proposal_says_what_the_store_and_what_the_hub_know(restored: Hall, hub: HubDatabase) -> None:
    fence = restored.backup.fence()
    assert fence is not None
    found = {
        (one.name, one.year): (one.last, one.hub, one.highest)
        for one in restored.sending.fence_proposals(fence, by=restored.clerk, door=DatabaseDoor(hub))
    }

    assert found["SL01-W01-Z", 2026] == (3, 8, 8)
    assert found["SL01-W01-S", 2026] == (0, None, 0), "no application yet, and the hub has heard of none"
    assert found["Z日结", 0] == (1, 2, 2)


def test_a_series_begun_since_the_backup_is_proposed_too(hub: HubDatabase) -> None:
    at = datetime(2025, 12, 31, 18)
    standing = Fence(restored_at=at, backup_at=at, series=(FencedSeries(name="SL01-W01-Z", year=2025, last=40),))
    found = proposals(
        standing, {("SL01-W01-Z", 2026): 7, ("SL01-W01-Z", 2025): 44, ("SL01-W01-SH", 2026): 9, ("Z日结", 0): 3}
    )

    assert [(one.name, one.year, one.last, one.hub) for one in found] == [
        ("SL01-W01-Z", 2025, 40, 44),
        ("SL01-W01-Z", 2026, None, 7),
        ("Z日结", 0, None, 3),
    ]


def by_hand(hall: Hall) -> None:
    """Lift the fence from the last papers handed out, without the hub."""
    known = {("SL01-W01-S", 2026): 0, ("SL01-W01-Z", 2026): 8, ("SL01-W01-F", 2026): 0, ("Z日结", 0): 2}
    fence = hall.backup.fence()
    assert fence is not None
    hall.backup.lift_fence({(one.name, one.year): known[one.name, one.year] for one in fence.series}, by=hall.clerk)


def test_a_window_restored_without_the_hub_asks_it_before_it_sends_and_goes_above(
    restored: Hall, hub: HubDatabase
) -> None:
    window, door = restored.sending.window, DatabaseDoor(hub)
    by_hand(restored)
    visit(restored, 1)
    assert restored.closing.close(TUESDAY.date(), by=restored.clerk).revision == 1, "nobody has asked the hub yet"

    restored.sending.push(by=restored.clerk, door=door)

    assert restored.closing.sheet(TUESDAY.date()).revision == 2, "above the one from before the restore"
    assert [(one.day, one.ours, one.theirs) for one in restored.sending.ahead()] == [(MONDAY.date(), 1, 2)]
    assert held(hub, window) == {MONDAY.date(): 2, TUESDAY.date(): 1}
    rulings.accept_branch(hub, window, by="周主任", reason="由备份恢复，已核对纸质登记簿")
    clock = restored.now
    assert isinstance(clock, Clock)
    clock.move(hours=1)
    restored.sending.push(by=restored.clerk, door=door)
    assert held(hub, window) == {MONDAY.date(): 2, TUESDAY.date(): 2}, "Monday's correction is not lost"
    assert returned(restored) == [(MONDAY.date(), 1)], "somebody has to say which of the two is right"

    restored.sending.renew(MONDAY.date(), by=restored.clerk, reason="纸质登记簿核对无误，以本库为准")
    restored.sending.push(by=restored.clerk, door=door)
    assert held(hub, window) == {MONDAY.date(): 3, TUESDAY.date(): 2}
    assert returned(restored) == []


def test_what_is_sealed_above_the_hub_goes_out_in_the_same_round(restored: Hall, hub: HubDatabase) -> None:
    by_hand(restored)
    visit(restored, 1)
    assert restored.closing.close(TUESDAY.date(), by=restored.clerk).revision == 1
    rulings.accept_branch(hub, restored.sending.window, by="周主任", reason="由备份恢复，已核对纸质登记簿")
    asked_for = {row.id for row in restored.sending.status(settled=False)}
    restored.sending.push(by=restored.clerk, door=DatabaseDoor(hub), only=asked_for)
    newest = restored.sending.status()[0]
    assert (newest.business_date, newest.revision) == (TUESDAY.date(), 2)
    assert newest.state is not PacketState.QUEUED


def test_nothing_is_sent_while_a_restored_window_cannot_ask(restored: Hall, hub: HubDatabase) -> None:
    class Deaf(DatabaseDoor):
        def held(self, window: str, first: date, until: date) -> list[Held]:
            raise HubUnreachable

    by_hand(restored)
    visit(restored, 1)
    restored.closing.close(TUESDAY.date(), by=restored.clerk)
    pushed = restored.sending.push(by=restored.clerk, door=Deaf(hub))

    assert (pushed.sent, pushed.why) == (0, Why.HUB_UNREACHABLE)
    assert pushed.next_at is not None
    assert pushed.next_at > restored.now()


def test_a_day_the_hub_holds_newer_is_sealed_anew_only_by_somebodys_word(restored: Hall, hub: HubDatabase) -> None:
    lift(restored, hub)
    days = [TUESDAY.date(), MONDAY.date()]
    assert [one.day for one in restored.sending.ahead()] == days
    restored.sending.renew(MONDAY.date(), by=restored.clerk, reason="纸质登记簿核对无误，以本库为准")

    assert restored.closing.sheet(MONDAY.date()).revision == 3
    assert [one.day for one in restored.sending.ahead()] == days[:1]


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

    rulings.accept_branch(hub, window, by="周主任", reason="由备份恢复，已核对纸质登记簿")
    assert held(hub, window) == {MONDAY.date(): 3, TUESDAY.date(): 2}
