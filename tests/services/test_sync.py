"""F11, F12: every sealed packet reaches the hub once, and its way can be seen in four states."""

import hashlib
from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from closing_hall import CLERK, NOBODY, SUPERVISOR, Hall, hall_in, import_rows
from registers import first_year_rows
from sending_hall import Cut, closed, desk, enrol, new_hub

from hallclient.domain.figures.delivery import Receipt, SealedPacket, Verdict, envelope
from hallclient.domain.figures.echo import Span
from hallclient.domain.figures.sending import (
    BACK_OFF,
    CLAIM_LASTS,
    HubNotSet,
    PacketState,
    PacketUnknown,
    PacketUnreadable,
    PracticeCannotSend,
    Why,
    next_try,
)
from hallclient.domain.register.permissions import NotPermitted
from hallclient.foundation import files
from hallclient.foundation.trouble import DiskFull
from hallclient.hub import folder as stick
from hallclient.hub import read, rulings
from hallclient.hub.database import HubDatabase
from hallclient.hub.deliver import deliver
from hallclient.hub.judge import public_key, signed_by
from hallclient.services.hub_door import DatabaseDoor, StickFull
from hallclient.services.sync import SyncDesk
from hallclient.storage import dump, outbox, receipts
from hallclient.storage.number_ledger import NumberingFenced
from hallclient.storage.signing import SIGNING_KEY

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
    opened = new_hub(tmp_path / "hub.sqlite")
    enrol(opened, sync)
    yield opened
    opened.close()


@pytest.fixture
def door(hub: HubDatabase) -> DatabaseDoor:
    return DatabaseDoor(hub)


def states(sync: SyncDesk) -> list[PacketState]:
    return [row.state for row in reversed(sync.status())]


def held(hub: HubDatabase, sync: SyncDesk) -> dict[date, int]:
    return {one.business_date: one.revision for one in read.held(hub, sync.window, date(1990, 1, 1), date(2199, 1, 1))}


def test_closed_days_reach_the_hub_once(hall: Hall, sync: SyncDesk, hub: HubDatabase, door: DatabaseDoor) -> None:
    closed(hall, *DAYS)
    assert states(sync) == [PacketState.QUEUED] * 3

    first, again = sync.push(by=CLERK, door=door), sync.push(by=CLERK, door=door)

    assert (first.sent, first.accepted, first.returned, first.waiting, first.why) == (3, 3, 0, 0, None)
    assert (again.sent, again.waiting, again.next_at) == (0, 0, None)
    assert states(sync) == [PacketState.ACCEPTED] * 3
    assert held(hub, sync) == {date.fromisoformat(day): 1 for day in DAYS}


def test_a_packet_says_what_the_office_asks_for(hall: Hall, sync: SyncDesk) -> None:
    hall.application("2026-01-05", due_on="2026-02-02")
    closed(hall, "2026-01-05", "2026-03-02", each=3)
    packet = sync.sealed(2, by=CLERK)

    assert packet.window == "SQ01-W01"
    assert hashlib.sha256(packet.payload.encode()).hexdigest() == packet.sha256
    assert packet.previous_sha256 == sync.sealed(1, by=CLERK).sha256
    key = public_key(sync.public_key(by=CLERK))
    assert key is not None
    assert signed_by(packet, [key])
    for part in ('"enquiries.records":3', '"SQ01-W01-Z2026-00004/00006"', '"applications.standing.overdue":1'):
        assert part in packet.payload


def test_the_readable_packet_shows_the_same_facts(hall: Hall, sync: SyncDesk) -> None:
    from io import BytesIO

    from pypdf import PdfReader

    hall.application("2026-01-05", due_on="2026-02-02")
    closed(hall, "2026-01-05", "2026-03-02", each=3)
    packet, pdf = sync.sealed(2, by=CLERK), sync.packet_pdf(2, by=CLERK)

    text = "".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages)
    for fact in ("SQ01-W01", "已逾期", "SQ01-W01-Z2026-00004", "SQ01-W01-Z2026-00006", packet.sha256[:40]):
        assert fact in text
    assert pdf == sync.packet_pdf(2, by=CLERK)


def test_an_import_and_its_correction_are_sent_too(
    hall: Hall, sync: SyncDesk, hub: HubDatabase, door: DatabaseDoor
) -> None:
    import_rows(hall, {"counters": [{"on": "2023-05-04", "counter": "media.items", "count": "7", "evidence": ""}]})
    from hallclient.storage import day_closes

    with hall.database.writing() as tx:
        day_closes.adjust(
            tx,
            window="W01",
            day=date(2023, 5, 4),
            deltas={"counters.media.items": -2},
            reason="重复",
            by="zhao",
            at=hall.now,
        )

    assert sync.push(by=CLERK, door=door).accepted == 2
    (found,) = read.held(hub, sync.window, date(2023, 1, 1), date(2024, 1, 1))
    assert dict(found.lines) == {"counters.media.items": 5}
    assert hall.figures.tally(date(2023, 1, 1), date(2023, 12, 31)).value("counters.media.items") == 5


def test_a_correction_kept_beside_the_chain_by_an_earlier_version_is_sealed_and_counts_once(
    hall: Hall, sync: SyncDesk, hub: HubDatabase, door: DatabaseDoor
) -> None:
    import_rows(hall, {"counters": [{"on": "2023-05-04", "counter": "media.items", "count": "7", "evidence": ""}]})
    hall.run(
        "INSERT INTO adjustments (window, business_date, line, delta, reason, by, at, revision)"
        " VALUES ('W01', '2023-05-04', 'counters.media.items', '-2', '重复', 'zhao', '2026-03-01 09:00:00.000000', 0)"
    )
    before = hall.figures.tally(date(2023, 1, 1), date(2023, 12, 31)).value("counters.media.items")

    sync.push(by=CLERK, door=door)

    (found,) = read.held(hub, sync.window, date(2023, 1, 1), date(2024, 1, 1))
    after = hall.figures.tally(date(2023, 1, 1), date(2023, 12, 31)).value("counters.media.items")
    assert before == after == dict(found.lines)["counters.media.items"] == 5


def test_an_adjustment_goes_out_as_a_higher_revision(
    hall: Hall, sync: SyncDesk, hub: HubDatabase, door: DatabaseDoor
) -> None:
    closed(hall, DAYS[0])
    hall.closing.adjust(date(2026, 3, 2), "enquiries.visits", 1, "漏记", by=SUPERVISOR)
    sync.push(by=CLERK, door=door)

    assert held(hub, sync) == {date(2026, 3, 2): 2}
    older, newer = reversed(sync.status())
    assert (older.state, newer.state) == (PacketState.ACCEPTED, PacketState.ACCEPTED)
    assert older.reason == "已被更高版本取代（第2版）"


@pytest.mark.parametrize("after", [False, True])
def test_a_line_cut_before_or_after_the_hub_commits_only_means_sending_again(
    hall: Hall, sync: SyncDesk, hub: HubDatabase, door: DatabaseDoor, after: bool
) -> None:
    closed(hall, *DAYS)
    cut = Cut(door, after=after)

    away = sync.push(by=CLERK, door=cut)
    assert (away.sent, away.waiting, away.why) == (0, 3, Why.HUB_UNREACHABLE)
    assert away.next_at == hall.now + timedelta(seconds=BACK_OFF[0])
    assert {row.reason for row in sync.status()} == {Why.HUB_UNREACHABLE.label}
    assert states(sync) == [PacketState.QUEUED] * 3

    assert sync.push(by=CLERK, door=cut).sent == 0, "not before its time"
    hall.now += timedelta(seconds=BACK_OFF[0])
    assert sync.push(by=CLERK, door=cut).accepted == 3
    assert held(hub, sync) == {date.fromisoformat(day): 1 for day in DAYS}
    with hub.reading() as tx:
        assert tx.exec_driver_sql("SELECT count(*) FROM packets").scalar() == 3


def test_the_back_off_grows_from_five_seconds_to_a_quarter_of_an_hour() -> None:
    at = datetime(2026, 3, 2, 17, 30)
    waits = [(next_try(failed, at) - at).total_seconds() for failed in range(1, 10)]

    assert waits == sorted(waits)
    assert (waits[0], waits[-1]) == (5, 900)


def test_a_hub_that_is_away_for_weeks_costs_nothing_at_the_counter(
    hall: Hall, sync: SyncDesk, hub: HubDatabase, door: DatabaseDoor
) -> None:
    away = Cut(door, after=False, times=10**6)
    days = [date(2026, 3, 2) + timedelta(n) for n in range(26) if (date(2026, 3, 2) + timedelta(n)).weekday() < 5]
    for day in days:
        closed(hall, day.isoformat())
        assert sync.push(by=CLERK, door=away).why is Why.HUB_UNREACHABLE
        assert hall.figures.tally(days[0], day).value("enquiries.records") == 2 * (days.index(day) + 1)

    hall.now += timedelta(hours=1)
    assert sync.push(by=CLERK, door=door).accepted == len(days)
    assert sync.echo(days[0], days[-1] + timedelta(1)).agrees


def test_a_claim_is_the_senders_alone_and_ends_by_itself(hall: Hall, sync: SyncDesk) -> None:
    closed(hall, *DAYS)
    with hall.database.writing() as tx:
        taken = outbox.claim(tx, by="one", at=hall.now, limit=2)
    with hall.database.writing() as tx:
        others = outbox.claim(tx, by="two", at=hall.now, limit=9)

    assert {one.z_number for one in taken} | {one.z_number for one in others} == {1, 2, 3}
    assert {one.id for one in taken} & {one.id for one in others} == set()
    assert states(sync) == [PacketState.SENT] * 3
    hall.now += CLAIM_LASTS + timedelta(seconds=1)
    assert states(sync) == [PacketState.QUEUED] * 3, "shown so, whether or not a sender looked since"
    assert {row.reason for row in sync.status()} == {Why.CLAIM_LOST.label}
    with hall.database.writing() as tx:
        assert outbox.release_stale(tx, at=hall.now) == 3
        assert len(outbox.claim(tx, by="two", at=hall.now, limit=9)) == 3


def test_a_clock_set_back_does_not_keep_a_claim(hall: Hall, sync: SyncDesk) -> None:
    closed(hall, DAYS[0])
    with hall.database.writing() as tx:
        outbox.claim(tx, by="one", at=hall.now + timedelta(days=300), limit=2)

    assert states(sync) == [PacketState.QUEUED]
    with hall.database.writing() as tx:
        assert outbox.release_stale(tx, at=hall.now) == 1


class Picky:
    """A hub that stumbles over one day, whatever stands beside it."""

    def __init__(self, door: DatabaseDoor, poison: date) -> None:
        self._door, self._poison = door, poison

    def deliver(self, packets: Sequence[SealedPacket]) -> Sequence[Receipt | None]:
        if any(packet.business_date == self._poison for packet in packets):
            raise OverflowError
        return self._door.deliver(packets)

    def receipts(self, packets: Sequence[SealedPacket]) -> Sequence[Receipt | None]:
        return self._door.receipts(packets)


@pytest.mark.expects_log("did not pass")
def test_a_poison_packet_is_stepped_over_and_shown(
    hall: Hall, sync: SyncDesk, hub: HubDatabase, door: DatabaseDoor
) -> None:
    closed(hall, *DAYS)
    pushed = sync.push(by=CLERK, door=Picky(door, date(2026, 3, 3)))

    assert (pushed.sent, pushed.accepted, pushed.why) == (2, 1, None)
    poison = sync.status()[1]
    assert (poison.state, poison.reason) == (PacketState.RETURNED, Why.FAILED.label)
    assert poison.next_at is not None
    assert poison.next_at > hall.now
    hall.now += timedelta(minutes=20)
    sync.push(by=CLERK, door=door)
    assert states(sync) == [PacketState.ACCEPTED] * 3
    assert held(hub, sync) == {date.fromisoformat(day): 1 for day in DAYS}


@pytest.mark.expects_log("is not what was sealed")
def test_a_packet_whose_text_was_changed_is_never_sent(
    hall: Hall, sync: SyncDesk, hub: HubDatabase, door: DatabaseDoor
) -> None:
    closed(hall, *DAYS[:2])
    hall.run("UPDATE day_closes SET payload = replace(payload, '\"li\"', '\"xx\"') WHERE id = 2")
    pushed = sync.push(by=CLERK, door=door)

    assert (pushed.sent, pushed.accepted, pushed.returned) == (1, 1, 1)
    assert sync.status()[0].reason == Why.UNREADABLE.label
    assert held(hub, sync) == {date(2026, 3, 2): 1}
    with pytest.raises(PacketUnreadable):
        sync.sealed(2, by=CLERK)


def test_a_locked_day_is_returned_with_who_and_why_and_an_exception_lets_it_in(
    hall: Hall, sync: SyncDesk, hub: HubDatabase, door: DatabaseDoor
) -> None:
    rulings.lock_period(hub, date(2026, 3, 1), date(2026, 3, 3), by="周主任", reason="季报已出")
    closed(hall, *DAYS)
    pushed = sync.push(by=CLERK, door=door)

    assert (pushed.accepted, pushed.returned, pushed.waiting) == (2, 1, 1)
    refused = sync.status()[-1]
    assert refused.state is PacketState.RETURNED
    assert "周主任" in refused.reason
    assert "季报已出" in refused.reason
    assert refused.next_at is not None

    until = date(2026, 3, 9)
    rulings.grant_exception(
        hub, sync.window, date(2026, 3, 2), date(2026, 3, 3), open_until=until, by="周主任", reason="停电补报"
    )
    sync.retry(refused.id, by=CLERK)
    assert sync.push(by=CLERK, door=door).accepted == 1
    sync.refresh_echo(by=CLERK, door=door)
    row = sync.echo(date(2026, 3, 2), date(2026, 3, 3)).rows[0]
    assert (row.locked_by, row.open_until, row.their_revision) == ("周主任", until, 1)


class Later:
    """A window's own login: handed over now, counted when the office has looked."""

    counted = False
    delivered = 0

    def deliver(self, packets: Sequence[SealedPacket]) -> Sequence[Receipt | None]:
        self.delivered += len(packets)
        return self.receipts(packets)

    def receipts(self, packets: Sequence[SealedPacket]) -> Sequence[Receipt | None]:
        verdict = Verdict.ACCEPTED if self.counted else Verdict.RECEIVED
        return [
            Receipt(
                window=one.window,
                kind=one.kind,
                business_date=one.business_date,
                z_number=one.z_number,
                revision=one.revision,
                verdict=verdict,
            )
            for one in packets
        ]


def test_what_the_office_has_not_checked_yet_is_asked_after_again(hall: Hall, sync: SyncDesk) -> None:
    closed(hall, DAYS[0])
    later = Later()
    first = sync.push(by=CLERK, door=later)
    assert (first.accepted, first.waiting) == (1, 0)
    row = sync.status()[0]
    assert (row.state, row.reason) == (PacketState.ACCEPTED, Verdict.RECEIVED.label)
    assert row.next_at is not None

    hall.now, later.counted = row.next_at, True
    again = sync.push(by=CLERK, door=later)
    assert (again.sent, again.accepted, later.delivered) == (0, 0, 1)
    assert (sync.status()[0].next_at, sync.status()[0].reason) == (None, "")


def test_the_stick_carries_the_same_bytes_and_brings_the_receipts_back(
    hall: Hall, sync: SyncDesk, hub: HubDatabase, tmp_path: Path
) -> None:
    closed(hall, *DAYS)
    usb = tmp_path / "usb"
    written = sync.write_to(usb, by=CLERK)

    assert (written.pushed.sent, len(written.files), written.without_pdf) == (3, 3, ())
    assert states(sync) == [PacketState.SENT] * 3
    assert {row.reason for row in sync.status()} == {Why.IN_FOLDER.label}
    assert written.files[0].read_bytes() == envelope(sync.sealed(1, by=CLERK))
    assert len(list(usb.glob("*.pdf"))) == 3
    assert sync.write_to(usb, by=CLERK).files == written.files, "the same stick twice holds the same files"
    assert len(list(usb.iterdir())) == 6

    packets = [one for _, one in stick.pick_up(usb) if isinstance(one, SealedPacket)]
    for packet, receipt in zip(packets, deliver(hub, packets), strict=True):
        (usb / f"{packet.name}.receipt.json").write_text(receipts.text(receipt), "utf-8")
    assert sync.read_receipts(usb, by=CLERK) == 3
    assert states(sync) == [PacketState.ACCEPTED] * 3
    assert sync.read_receipts(usb, by=CLERK) == 0


def test_a_stick_without_room_for_the_pdfs_holds_whole_packets(
    hall: Hall, sync: SyncDesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    closed(hall, *DAYS)
    write = files.write

    def small(path: Path, content: bytes, **named: int) -> None:
        if path.suffix == ".pdf" and [*path.parent.glob("*.pdf")]:
            raise DiskFull
        write(path, content, **named)

    monkeypatch.setattr(files, "write", small)
    written = sync.write_to(tmp_path / "usb", by=CLERK)

    missing = [f"{path.name.removesuffix(stick.ENDING)}.pdf" for path in written.files[1:]]
    assert (written.pushed.sent, len(written.files)) == (3, 3)
    assert [path.name for path in written.without_pdf] == missing
    assert not any(path.exists() for path in written.without_pdf)
    assert states(sync) == [PacketState.SENT] * 3
    monkeypatch.undo()
    assert sync.write_to(tmp_path / "usb", by=CLERK).without_pdf == ()
    assert len(list((tmp_path / "usb").iterdir())) == 6


def test_a_stick_without_room_for_a_packet_is_told_and_the_packet_waits(
    hall: Hall, sync: SyncDesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    closed(hall, *DAYS)

    def full(*_args: object, **_named: object) -> None:
        raise DiskFull

    monkeypatch.setattr(files, "write", full)
    with pytest.raises(StickFull):
        sync.write_to(tmp_path / "usb", by=CLERK)
    assert PacketState.SENT not in states(sync)
    monkeypatch.undo()
    assert len(sync.write_to(tmp_path / "usb", by=CLERK).files) == 3


def test_what_the_hub_was_asked_after_and_lacks_counts_as_sent(hall: Hall, sync: SyncDesk, door: DatabaseDoor) -> None:
    closed(hall, DAYS[0])

    class Forgetful(Later):
        """Took a packet in, and was then restored to before it."""

        def receipts(self, packets: Sequence[SealedPacket]) -> list[Receipt | None]:
            return [None] * len(packets)

    forgetful = Forgetful()
    sync.push(by=CLERK, door=forgetful)
    hall.now = sync.status()[0].next_at or hall.now
    again = sync.push(by=CLERK, door=forgetful)

    assert (again.sent, forgetful.delivered) == (1, 2)


def test_the_next_try_lies_ahead_or_there_is_none(hall: Hall, sync: SyncDesk, tmp_path: Path) -> None:
    closed(hall, *DAYS[:2])
    sync.push(by=CLERK, door=Later())
    asked_after = max(row.next_at for row in sync.status() if row.next_at)
    hall.now = asked_after + timedelta(hours=1)
    closed(hall, DAYS[2])
    pushed = sync.write_to(tmp_path / "usb", by=CLERK).pushed

    assert (pushed.waiting, pushed.next_at) == (1, None), "what lies on a stick waits for the office, not for an hour"
    assert all(row.next_at is None or row.next_at > hall.now for row in sync.status(settled=False))


def test_an_older_receipt_brought_late_takes_nothing_back(
    hall: Hall, sync: SyncDesk, hub: HubDatabase, tmp_path: Path
) -> None:
    closed(hall, *DAYS[:2])
    usb, pocket = tmp_path / "usb", tmp_path / "pocket"
    pocket.mkdir()
    sync.write_to(usb, by=CLERK)
    first, second = [one for _, one in stick.pick_up(usb) if isinstance(one, SealedPacket)]
    [early] = deliver(hub, [second])
    assert early.verdict is Verdict.KEPT_ASIDE
    (pocket / "z.receipt.json").write_text(receipts.text(early), "utf-8")
    for receipt in deliver(hub, [first, second]):
        (usb / f"{receipt.business_date}.receipt.json").write_text(receipts.text(receipt), "utf-8")
    assert sync.read_receipts(usb, by=CLERK) == 2
    assert sync.read_receipts(pocket, by=CLERK) == 0

    assert states(sync) == [PacketState.ACCEPTED] * 2


def test_a_receipt_of_another_packet_settles_nothing(hall: Hall, sync: SyncDesk, tmp_path: Path) -> None:
    closed(hall, DAYS[0])
    usb = tmp_path / "usb"
    sync.write_to(usb, by=CLERK)
    forged = Receipt(
        window=sync.window,
        kind="day",
        business_date=date(2026, 3, 2),
        z_number=1,
        revision=1,
        verdict=Verdict.ACCEPTED,
        revision_held=1,
        sha256_held="0" * 64,
    )
    (usb / "a.receipt.json").write_text(receipts.text(forged), "utf-8")
    (usb / "b.receipt.json").write_text("{", "utf-8")

    assert sync.read_receipts(usb, by=CLERK) == 0
    assert states(sync) == [PacketState.SENT]


def test_what_lies_in_a_folder_goes_by_network_as_soon_as_there_is_one(
    hall: Hall, sync: SyncDesk, door: DatabaseDoor, tmp_path: Path
) -> None:
    closed(hall, *DAYS)
    sync.write_to(tmp_path / "usb", by=CLERK, readable=False)

    assert sync.push(by=CLERK, door=door).accepted == 3


def test_the_echo_shows_both_columns_and_the_difference_by_day_month_and_year(
    hall: Hall, sync: SyncDesk, door: DatabaseDoor
) -> None:
    closed(hall, "2026-03-30", "2026-03-31")
    sync.push(by=CLERK, door=door)
    asked = sync.refresh_echo(by=CLERK, door=door)
    closed(hall, "2026-04-01", each=5)
    first, until = date(2026, 1, 1), date(2027, 1, 1)

    days = sync.echo(first, until)
    assert days.asked_at == asked
    assert [row.agrees for row in days.rows] == [True, True, False]
    assert days.rows[2].difference["enquiries.records"] == 5
    assert (days.rows[2].our_revision, days.rows[2].their_revision) == (1, 0)
    months = sync.echo(first, until, span=Span.MONTH).rows
    assert [(row.first, row.agrees) for row in months] == [(date(2026, 3, 1), True), (date(2026, 4, 1), False)]
    (year,) = sync.echo(first, until, span=Span.YEAR).rows
    assert (year.ours["enquiries.records"], year.theirs["enquiries.records"]) == (9, 4)
    assert (year.closed, year.reported) == (3, 2)
    sync.push(by=CLERK, door=door)
    assert sync.echo(first, until).agrees, "a receipt tells what the hub holds now"


def test_a_day_the_hub_lost_shows_as_a_difference(hall: Hall, sync: SyncDesk, door: DatabaseDoor) -> None:
    closed(hall, *DAYS)
    sync.push(by=CLERK, door=door)
    with door.hub.writing() as tx:
        tx.exec_driver_sql("DELETE FROM window_days WHERE business_date = '2026-03-03'")
    sync.refresh_echo(by=CLERK, door=door)

    wrong = [row.first for row in sync.echo(date(2026, 3, 1), date(2026, 4, 1)).rows if not row.agrees]
    assert wrong == [date(2026, 3, 3)]


def test_a_restored_window_forks_is_shown_and_goes_on_above_what_the_hub_holds(
    hall: Hall, sync: SyncDesk, hub: HubDatabase, door: DatabaseDoor, tmp_path: Path
) -> None:
    closed(hall, DAYS[0])
    sync.push(by=CLERK, door=door)
    older = _copied(hall, tmp_path / "older")
    closed(hall, DAYS[1], each=4)
    hall.closing.adjust(date(2026, 3, 3), "enquiries.visits", 1, "漏记", by=SUPERVISOR)
    sync.push(by=CLERK, door=door)
    assert held(hub, sync)[date(2026, 3, 3)] == 2

    with hall_in(older, "2026-03-04 08:00:00") as restored:
        again = desk(restored, tmp_path / "again")
        closed(restored, DAYS[1], each=1)
        pushed = again.push(by=CLERK, door=door)
        assert (pushed.accepted, pushed.returned) == (0, 1)
        assert "分叉" in again.status()[0].reason
        assert read.held(hub, sync.window, date(2026, 3, 3), date(2026, 3, 4))[0].lines["enquiries.records"] == 4

        rulings.accept_branch(hub, sync.window, by="周主任", reason="由备份恢复")
        again.retry(again.status()[0].id, by=CLERK)
        assert again.push(by=CLERK, door=door).accepted == 0
        assert held(hub, sync)[date(2026, 3, 3)] == 2, "an old revision overwrites nothing"

        highest = again.highest_numbers(by=SUPERVISOR, door=door)
        assert highest["Z日结", 0] == 2
        assert highest["SQ01-W01-Z", 2026] == 6
        assert again.renew(date(2026, 3, 3), by=SUPERVISOR, reason="已按纸质登记簿补录") == 3
        assert again.push(by=CLERK, door=door).accepted == 1
        assert held(hub, sync)[date(2026, 3, 3)] == 3


def test_a_day_closed_again_after_a_restore_starts_above_the_revision_the_hub_named(
    hall: Hall, sync: SyncDesk, door: DatabaseDoor, tmp_path: Path
) -> None:
    older = _copied(hall, tmp_path / "older")
    closed(hall, DAYS[0])
    hall.closing.adjust(date(2026, 3, 2), "enquiries.visits", 1, "漏记", by=SUPERVISOR)
    sync.push(by=CLERK, door=door)

    with hall_in(older, "2026-03-02 18:00:00") as restored:
        again = desk(restored, tmp_path / "again")
        again.highest_numbers(by=SUPERVISOR, door=door)
        closed(restored, DAYS[0])
        assert restored.closing.sheet(date(2026, 3, 2)).revision == 3


def test_a_fenced_store_corrects_no_closed_day(hall: Hall) -> None:
    closed(hall, DAYS[0])
    hall.run("INSERT INTO meta (key, value) VALUES ('restore_fence', '{}')")

    with pytest.raises(NumberingFenced):
        hall.closing.adjust(date(2026, 3, 2), "enquiries.visits", 1, "漏记", by=SUPERVISOR)


def test_two_sendings_at_once_share_the_work(
    hall: Hall, sync: SyncDesk, hub: HubDatabase, door: DatabaseDoor, tmp_path: Path
) -> None:
    closed(hall, *DAYS)
    other = desk(hall, tmp_path)

    class Meanwhile(Cut):
        def deliver(self, packets: Sequence[SealedPacket]) -> Sequence[Receipt | None]:
            assert other.push(by=CLERK, door=door).sent == 0
            return door.deliver(packets)

    assert sync.push(by=CLERK, door=Meanwhile(door, after=False)).accepted == 3
    with hub.reading() as tx:
        assert tx.exec_driver_sql("SELECT count(*) FROM packets").scalar() == 3


def test_who_has_no_hub_is_told_so_and_who_may_not_send_does_not(hall: Hall, sync: SyncDesk, tmp_path: Path) -> None:
    with pytest.raises(HubNotSet):
        sync.push(by=CLERK)
    with pytest.raises(PacketUnknown):
        sync.retry(99, by=CLERK)
    for act in (
        lambda: sync.push(by=NOBODY),
        lambda: sync.retry(1, by=NOBODY),
        lambda: sync.sealed(1, by=NOBODY),
        lambda: sync.write_to(tmp_path, by=NOBODY),
        lambda: sync.read_receipts(tmp_path, by=NOBODY),
        lambda: sync.refresh_echo(by=NOBODY),
        lambda: sync.highest_numbers(by=CLERK),
        lambda: sync.renew(date(2026, 3, 2), by=CLERK, reason="因"),
    ):
        with pytest.raises(NotPermitted):
            act()


def test_a_practice_store_has_no_desk_that_sends(hall: Hall, sync: SyncDesk) -> None:
    hall.office.practice = True
    with pytest.raises(PracticeCannotSend):
        SyncDesk(hall.office, sync.access)


def test_a_year_of_history_travels_as_one_packet(
    hall: Hall, sync: SyncDesk, hub: HubDatabase, door: DatabaseDoor
) -> None:
    import_rows(hall, first_year_rows())
    pushed = sync.push(by=CLERK, door=door)

    assert pushed.waiting == 0
    sync.refresh_echo(by=CLERK, door=door)
    assert sync.echo(date(1990, 1, 1), date(2100, 1, 1), span=Span.YEAR).agrees


def _copied(hall: Hall, folder: Path) -> Path:
    folder.mkdir()
    with hall.database.writing() as tx:
        tx.exec_driver_sql("SELECT 1")
    from hallclient.storage.backup import snapshot

    path = next(Path(hall.database.path).parent.glob("*.db"))
    snapshot(hall.database, folder / path.name)
    return folder


def test_the_signing_key_leaves_the_store_only_inside_a_backup(hall: Hall, sync: SyncDesk) -> None:
    sync.public_key(by=CLERK)
    with hall.database.reading() as tx:
        _, rows = dump.rows(tx, "meta")
        exported = {str(row[0]) for row in rows}
        assert SIGNING_KEY not in exported
        assert tx.exec_driver_sql("SELECT count(*) FROM meta WHERE key = ?", (SIGNING_KEY,)).scalar() == 1


def test_a_close_and_its_place_in_the_outbox_are_one(
    hall: Hall, sync: SyncDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    hall.enquiry(DAYS[0])

    def full(*_args: object, **_named: object) -> None:
        raise DiskFull

    monkeypatch.setattr(outbox, "queue", full)
    with pytest.raises(DiskFull):
        hall.close(DAYS[0])
    assert not hall.closing.is_closed(date(2026, 3, 2))
    assert sync.status() == []


def test_what_was_accepted_or_returned_is_in_the_audit_and_a_try_is_not(
    hall: Hall, sync: SyncDesk, hub: HubDatabase, door: DatabaseDoor
) -> None:
    rulings.lock_period(hub, date(2026, 3, 3), date(2026, 3, 4), by="周主任", reason="已汇总")
    closed(hall, *DAYS)

    def noted() -> list[str]:
        with hall.database.reading() as tx:
            return list(
                tx.exec_driver_sql("SELECT action FROM audit WHERE action LIKE 'packet_%' ORDER BY id").scalars()
            )

    sync.push(by=CLERK, door=Cut(door, after=False))
    assert noted() == []
    hall.now += timedelta(minutes=20)
    sync.push(by=CLERK, door=door)
    hall.now += timedelta(minutes=20)
    sync.push(by=CLERK, door=door)
    assert noted() == ["packet_accepted", "packet_returned", "packet_accepted"]
