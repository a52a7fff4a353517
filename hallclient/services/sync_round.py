"""How does one round of sending go? Claim in one transaction, hand over outside any, note the answers in another.

Cut anywhere, a packet is sent again, and the hub takes it once. What cannot be sent is stepped over.
"""

import logging
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from hallclient.domain.figures.delivery import Held, Receipt, SealedPacket, Verdict
from hallclient.domain.figures.sending import (
    ASK_AGAIN,
    BACK_OFF,
    PacketState,
    PacketUnreadable,
    Pushed,
    Standing,
    Why,
    after,
    next_try,
)
from hallclient.domain.register.permissions import Clerk
from hallclient.foundation.trouble import Trouble
from hallclient.services import sync_lost, sync_restored
from hallclient.services.hub_door import HubDoor
from hallclient.services.office import Office
from hallclient.services.sync_packets import sealed_packet
from hallclient.storage import audit, day_closes, hub_echo, outbox, outbox_view
from hallclient.storage.database import Transaction
from hallclient.storage.outbox import Claimed
from hallclient.storage.signing import PrivateKey

AT_ONCE = 100  # packets claimed together: handed over well within the minute a claim lasts
Answers = dict[int, Receipt | Why | None]
log = logging.getLogger(__name__)


def run(
    office: Office,
    door: HubDoor,
    *,
    window: str,
    sender: str,
    key: PrivateKey,
    by: Clerk,
    only: Collection[int] | None = None,
) -> Pushed:
    """Send what is due; see ``SyncDesk.push``. ``sender`` names this program among those that claim."""
    sent, done, aside, looked = 0, set[int](), set[int](), False
    news: dict[int, PacketState] = {}
    with office.database.reading() as tx:
        newest = max(outbox.ids_after(tx), default=0)
    why = _ask_first(office, door, window, by)
    while why is None:
        claimed = _claim(office, sender, only, done, newest)
        if not claimed:
            if looked or not aside:
                break
            # What waits for a packet before it may wait for one the hub had, and has no more.
            looked, (lost, why) = True, _lost(office, door, window, key, by)
            if not lost:
                break
            only = None if only is None else {*only, *lost}
            done -= aside
            continue
        done |= {one.id for one in claimed}
        packets = _sealed(claimed, window, key)
        asked = {one.id for one in claimed if one.answered and one.id in packets}
        answers, delivered, why = _handed_over(door, packets, asked)
        sent += delivered
        aside |= {row for row, answer in answers.items() if sync_lost.waits(answer)}
        news |= _settle(office, claimed, packets, answers, why, sender, by)
    with office.database.reading() as tx:
        now = office.now()
        waiting, next_at = outbox_view.waiting_count(tx), outbox_view.next_at(tx, at=now)
    states = [*news.values()]  # the last word on each: what came back may have been taken up in the same round
    accepted, returned = states.count(PacketState.ACCEPTED), states.count(PacketState.RETURNED)
    if next_at is not None and next_at <= now:  # what lies on a stick, or was not asked for: no hour is waited for
        next_at = None
    return Pushed(sent=sent, accepted=accepted, returned=returned, waiting=waiting, next_at=next_at, why=why)


def _ask_first(office: Office, door: HubDoor, window: str, by: Clerk) -> Why | None:
    """Let a restored window hear what the hub holds before it says anything; return what came between."""
    try:
        sync_restored.ask_first(office, door, window=window, by=by)
    except Trouble as trouble:
        why, now = Why.of(trouble.code), office.now()
        with office.database.writing() as tx:
            outbox.hold_back(tx, until=next_try(len(BACK_OFF), now, why), reason=why.label)
        return why
    return None


def _lost(office: Office, door: HubDoor, window: str, key: PrivateKey, by: Clerk) -> tuple[Collection[int], Why | None]:
    try:
        return sync_lost.sent_again(office, door, window=window, key=key, by=by), None
    except Trouble as trouble:
        return (), Why.of(trouble.code)


def _claim(
    office: Office, sender: str, only: Collection[int] | None, done: Collection[int], newest: int
) -> list[Claimed]:
    now = office.now()
    with office.database.writing() as tx:
        outbox.release_stale(tx, at=now)
        day_closes.seal_loose(tx, window=office.window, at=now)
        # What the round itself has sealed goes with it, whatever was asked for before.
        ids = None if only is None else {*only, *outbox.ids_after(tx, newest)}
        return outbox.claim(tx, by=sender, at=now, limit=AT_ONCE, ids=ids, but=done)


def _sealed(claimed: Sequence[Claimed], window: str, key: PrivateKey) -> dict[int, SealedPacket]:
    """Return the claimed packets that are what was sealed, by row, signed."""
    found = {}
    for one in claimed:
        try:
            found[one.id] = sealed_packet(one, window=window, key=key)
        except PacketUnreadable:
            log.error("packet %s z%s r%s is not what was sealed", one.kind, one.z_number, one.revision)
    return found


def _handed_over(
    door: HubDoor, packets: Mapping[int, SealedPacket], asked: Collection[int]
) -> tuple[Answers, int, Why | None]:
    """Hand the packets over, each by itself when together they do not pass; return how many were delivered.

    The hub has answered for ``asked`` before: it is asked what it says now, and sent only what it does not hold.
    """
    answers: Answers = {}
    delivered = 0

    def deliver(rows: Sequence[int]) -> None:
        nonlocal delivered
        if rows:
            answers.update(zip(rows, door.deliver([packets[row] for row in rows]), strict=True))
            delivered += len(rows)

    try:
        deliver([row for row in packets if row not in asked])
        if asked:  # after the new ones, for which an earlier one may have waited
            said = door.receipts([packets[row] for row in asked])
            answers |= {row: receipt for row, receipt in zip(asked, said, strict=True) if receipt is not None}
        deliver([row for row in packets if row not in answers])
        return answers, delivered, None
    except Trouble as trouble:
        return answers, delivered, Why.of(trouble.code)
    except Exception as problem:  # one packet must not hold the others back, whatever is wrong with it
        log.error("packets did not pass together: %s", type(problem).__name__)
    for row in [row for row in packets if row not in answers]:
        try:
            deliver([row])
        except Trouble as trouble:
            return answers, delivered, Why.of(trouble.code)
        except Exception as problem:
            log.error("packet %s did not pass: %s", packets[row].name, type(problem).__name__)
            answers[row] = Why.FAILED
    return answers, delivered, None


def _settle(
    office: Office,
    claimed: Sequence[Claimed],
    packets: Mapping[int, SealedPacket],
    answers: Answers,
    why: Why | None,
    sender: str,
    by: Clerk,
) -> dict[int, PacketState]:
    """Note the answers, give back what did not get out, and return what was newly accepted, or returned, by row."""
    now = office.now()
    states: dict[int, PacketState] = {}
    with office.database.writing() as tx:
        for one in claimed:
            if one.id in answers or one.id not in packets:
                state = answered(tx, one, answers.get(one.id, Why.UNREADABLE), at=now, by=by)
                states |= {} if state is None else {one.id: state}
        if why is not None:
            left = [one for one in claimed if one.id in packets and one.id not in answers]
            again = next_try(max((one.attempts for one in left), default=1), now, why)
            outbox.give_back(tx, [one.id for one in left], by=sender, reason=why.label, next_at=again)
            outbox.hold_back(tx, until=again, reason=why.label)
    return states


def answered(
    tx: Transaction,
    one: Claimed,
    answer: Receipt | Why | None,
    *,
    at: datetime,
    by: Clerk,
    sure: bool = True,
) -> PacketState | None:
    """Note what became of a packet; return its state when that is news. None as an answer: it lies in a folder.

    Of an answer that is not ``sure`` (it came in a folder, unsigned) the hub itself is asked when there is a way.
    """
    receipt = answer if isinstance(answer, Receipt) else None
    if receipt is not None and not sure and not receipt.verdict.counted and outbox.counted(tx, one.id):
        return None  # an older receipt, brought late: what the hub has counted it never takes back
    if receipt is not None:
        revision, sha256 = outbox.newest(tx, one.kind, one.z_number)
        newer = revision > one.revision
        counts = newer and receipt.sha256_held == sha256
        standing = after(receipt, at=at, newer_of_ours=newer, replaced=counts)
        if sure:
            hub_echo.put(tx, _told(receipt), at=at)
        elif standing.next_at is None:
            standing = replace(standing, next_at=at + ASK_AGAIN)
    elif isinstance(answer, Why):
        standing = Standing(state=PacketState.RETURNED, reason=answer.label, next_at=next_try(one.attempts, at))
    else:
        standing = Standing(state=PacketState.SENT, reason=Why.IN_FOLDER.label)
    before = outbox.settle(
        tx, one.id, state=standing.state, reason=standing.reason, next_at=standing.next_at, at=at, receipt=receipt
    )
    if sure and receipt is not None and receipt.verdict in (Verdict.ACCEPTED, Verdict.HELD_ALREADY):
        outbox.settle_older(tx, one, reason=Why.REPLACED.label)
    if before is None or (before is standing.state and before is not PacketState.RETURNED):
        return None
    if before is not standing.state and standing.state is not PacketState.SENT:
        audit.note(
            tx,
            at=at,
            by=by.name,
            action=f"packet_{standing.state.value}",
            subject=f"{one.kind} {one.business_date.isoformat()}",
            after={"z_number": one.z_number, "revision": one.revision, "sha256": one.sha256},
        )
    return standing.state


def _told(receipt: Receipt) -> Iterable[Held]:
    # What an import brought lies on other days than its own; those are asked for with the echo.
    if receipt.kind != "day" or not receipt.revision_held:
        return
    yield Held(
        window=receipt.window,
        business_date=receipt.business_date,
        revision=receipt.revision_held,
        sha256=receipt.sha256_held,
        lines=receipt.totals_held,
        locked_by=receipt.locked_by,
        locked_reason=receipt.locked_reason,
        open_until=receipt.open_until,
    )
