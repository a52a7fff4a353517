"""A receipt in a folder bears no signature: what may a forged one do? Nothing that the hub's own word does not mend."""

import json
import os
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from closing_hall import CLERK, SUPERVISOR, Hall, hall_in
from sending_hall import closed, desk, enrol, new_hub

from hallclient.domain.figures.delivery import Receipt, SealedPacket, Verdict
from hallclient.domain.figures.echo import Span
from hallclient.domain.figures.sending import ASK_AGAIN, PacketState
from hallclient.hub import read
from hallclient.hub.database import HubDatabase
from hallclient.services.hub_door import DatabaseDoor
from hallclient.services.sync import RECEIPT, SyncDesk
from hallclient.storage import day_closes, receipts

MONDAY = date(2026, 3, 2)
FIRST, UNTIL = date(2026, 1, 1), date(2027, 1, 1)


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
def stick(tmp_path: Path) -> Path:
    made = tmp_path / "stick"
    made.mkdir()
    return made


def receipt(packet: SealedPacket, verdict: Verdict, **says: Any) -> Receipt:
    """Say of a packet what whoever holds the stick likes."""
    made = Receipt(
        window=packet.window,
        kind=packet.kind,
        business_date=packet.business_date,
        z_number=packet.z_number,
        revision=packet.revision,
        verdict=verdict,
        revision_held=packet.revision,
        sha256_held=packet.sha256,
    )
    return replace(made, **says)


def lay(stick: Path, *forged: Receipt) -> None:
    for old in stick.glob(f"*{RECEIPT}"):
        old.unlink()
    for number, one in enumerate(forged):
        (stick / f"{number}{RECEIPT}").write_text(receipts.text(one), "utf-8")


def packets(sync: SyncDesk) -> list[SealedPacket]:
    """Return what lies in the outbox, the oldest first."""
    return [sync.sealed(row.id, by=CLERK) for row in reversed(sync.status())]


def settled(hall: Hall, sync: SyncDesk, hub: HubDatabase) -> None:
    """Let the network come back, and see that hub and window agree on every day."""
    hall.now += ASK_AGAIN + timedelta(minutes=30)
    door = DatabaseDoor(hub)
    sync.push(by=CLERK, door=door)
    hall.now += ASK_AGAIN + timedelta(minutes=30)
    sync.push(by=CLERK, door=door)
    sync.refresh_echo(by=CLERK, door=door)
    assert {row.state for row in sync.status()} == {PacketState.ACCEPTED}
    assert all(row.agrees for row in sync.echo(FIRST, UNTIL, span=Span.DAY).rows)
    assert read.kept_aside(hub) == []


def test_a_forged_acceptance_is_found_out_by_the_network(
    hall: Hall, sync: SyncDesk, hub: HubDatabase, stick: Path
) -> None:
    closed(hall, "2026-03-02", "2026-03-03")
    lay(stick, *(receipt(one, Verdict.ACCEPTED) for one in packets(sync)))
    sync.read_receipts(stick, by=CLERK)
    assert [row.next_at is not None for row in sync.status()] == [True, True], "the hub itself is asked"

    settled(hall, sync, hub)
    assert len(read.held(hub, sync.window, FIRST, UNTIL)) == 2


def test_a_forged_acceptance_of_a_correction_leaves_the_first_word_to_be_sent(
    hall: Hall, sync: SyncDesk, hub: HubDatabase, stick: Path
) -> None:
    """Else the correction would wait at the hub for ever for the packet before it."""
    closed(hall, "2026-03-02")
    hall.closing.adjust(MONDAY, "enquiries.visits", 1, "漏记", by=SUPERVISOR)
    with hall.database.writing() as tx:
        day_closes.seal_loose(tx, window=hall.office.window, at=hall.now)
    first, second = packets(sync)
    assert (first.revision, second.revision) == (1, 2)
    lay(stick, receipt(first, Verdict.KEPT_ASIDE, reason="分叉"))
    sync.read_receipts(stick, by=CLERK)
    lay(stick, receipt(second, Verdict.ACCEPTED))
    sync.read_receipts(stick, by=CLERK)

    settled(hall, sync, hub)
    assert [one.revision for one in read.held(hub, sync.window, FIRST, UNTIL)] == [2]


@pytest.mark.parametrize("verdict", Verdict)
def test_whatever_a_forged_receipt_says_of_what_counts_the_hub_has_the_last_word(
    hall: Hall, sync: SyncDesk, hub: HubDatabase, stick: Path, verdict: Verdict
) -> None:
    closed(hall, "2026-03-02")
    sync.push(by=CLERK, door=DatabaseDoor(hub))
    forged = receipt(packets(sync)[0], verdict, reason="请致电…", revision_held=7, totals_held={"enquiries.records": 9})
    lay(stick, forged, replace(forged, window="SL99-W01"), replace(forged, z_number=7), replace(forged, revision=7))
    sync.read_receipts(stick, by=CLERK)
    sync.refresh_echo(by=CLERK, door=DatabaseDoor(hub))
    [row] = sync.echo(FIRST, UNTIL).rows
    assert (row.agrees, row.their_revision) == (True, 1), "no figure and no revision is taken from a stick"

    settled(hall, sync, hub)


def test_a_file_that_is_no_receipt_is_passed_over(hall: Hall, sync: SyncDesk, stick: Path) -> None:
    closed(hall, "2026-03-02")
    said = json.loads(receipts.text(receipt(packets(sync)[0], Verdict.REFUSED)))
    wrong: dict[str, Any] = {
        "big number": {"z_number": 10**400},
        "bigger": {"revision": 2**63},
        "negative": {"revision": -1},
        "float": {"z_number": 1.0},
        "truth": {"z_number": True},
        "text": {"z_number": "1"},
        "nan": {"totals_held": '{"a":NaN}'},
        "endless": {"totals_held": '{"a":"Infinity"}'},
        "not said": {"totals_held": '{"a":null}'},
        "list": {"totals_held": "[1]"},
        "deep": {"totals_held": "[" * 3000},
        "huge": {"totals_held": '{"a":' + "9" * 5000 + "}"},
        "far": {"totals_held": '{"a":"1E+999999"}'},
        "long": {"reason": "长" * 5000},
        "escape": {"reason": "\x1b[2J"},
        "backwards": {"locked_by": "\u202egnp"},
        "half": {"locked_reason": "\ud800"},
        "nothing": {"window": None},
        "verdict": {"verdict": "lost"},
        "date": {"business_date": "2026-02-30"},
        "date kind": {"business_date": 20260302},
        "open": {"open_until": "soon"},
    }
    for name, change in wrong.items():
        (stick / f"{name}{RECEIPT}").write_text(json.dumps(said | change), "utf-8")
    for name, content in {
        "empty": b"",
        "null": b"null",
        "array": b"[" * 100_000,
        "twice": b'{"window":' * 10_000,
        "latin": b"\xff\xfe",
        "zeros": bytes(1000),
    }.items():
        (stick / f"{name}{RECEIPT}").write_bytes(content)
    with (stick / f"bomb{RECEIPT}").open("wb") as file:
        file.truncate(receipts.LARGEST + 1)
    os.mkfifo(stick / f"pipe{RECEIPT}")  # would wait for ever for somebody to write into it
    (stick / f"folder{RECEIPT}").mkdir()
    (stick / f"link{RECEIPT}").symlink_to("/dev/zero")
    (stick / f"loop{RECEIPT}").symlink_to(f"loop{RECEIPT}")

    assert sync.read_receipts(stick, by=CLERK) == 0
    assert [row.state for row in sync.status()] == [PacketState.QUEUED]
    assert receipts.read(stick / f"gone{RECEIPT}") is None
