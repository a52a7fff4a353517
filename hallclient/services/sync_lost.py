"""What does the hub no longer hold of what it had accepted? A hub restored to yesterday asks nobody: we ask it.

Also a new hub in place of the old one: whatever of this window it lacks is sent once more, the oldest first.
"""

from collections.abc import Sequence

from hallclient.domain.figures.delivery import Receipt, SealedPacket, Verdict
from hallclient.domain.figures.sending import PacketUnreadable, Why
from hallclient.domain.register.permissions import Clerk
from hallclient.services.hub_door import HubDoor
from hallclient.services.office import Office
from hallclient.services.sync_packets import sealed_packet
from hallclient.storage import audit, outbox
from hallclient.storage.outbox import Claimed
from hallclient.storage.signing import PrivateKey

AT_ONCE = 100  # packets asked after together


def sent_again(office: Office, door: HubDoor, *, window: str, key: PrivateKey, by: Clerk) -> frozenset[int]:
    """Ask the hub after what it had accepted, newest first; queue again what it does not hold, and return those rows.

    Asked is as far back as something is missing: of packets that are all there, nothing before is. What came back is
    due too: it may have waited for one of these. Raises HubUnreachable and its kin.
    """
    lost: list[Claimed] = []
    before: int | None = None
    while True:
        with office.database.reading() as tx:
            part = outbox.settled_before(tx, before, limit=AT_ONCE)
        gone = _not_held(door, part, window, key)
        if not gone:
            break
        lost += gone
        before = min(one.id for one in part)
    if lost:
        now = office.now()
        with office.database.writing() as tx:
            outbox.queue_again(tx, [one.id for one in lost], at=now, reason=Why.LOST.label)
            days = sorted(one.business_date.isoformat() for one in lost)
            after = {"packets": len(lost), "first": days[0], "last": days[-1]}
            audit.note(tx, at=now, by=by.name, action="queue_lost_packets", subject=window, after=after)
    return frozenset(one.id for one in lost)


def waits(answer: Receipt | Why | None) -> bool:
    """Tell whether an answer can mean that a packet before this one is missing at the hub."""
    return isinstance(answer, Receipt) and answer.verdict is Verdict.KEPT_ASIDE


def _not_held(door: HubDoor, part: Sequence[Claimed], window: str, key: PrivateKey) -> list[Claimed]:
    packets: list[tuple[Claimed, SealedPacket]] = []
    for one in part:
        try:
            packets.append((one, sealed_packet(one, window=window, key=key)))
        except PacketUnreadable:  # no hub could take it: the office lets the chain go on over it
            continue
    if not packets:
        return []
    said = door.receipts([packet for _, packet in packets])
    return [one for (one, _), receipt in zip(packets, said, strict=True) if receipt is None]
