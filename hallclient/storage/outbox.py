"""What still has to reach the hub? One row a packet, written in the packet's own transaction.

A sender claims rows in one statement, so that two programs never send the same one at the same time, and lets go of
the store before it touches the network. A claim ends by itself: who was killed holds nothing back.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, case, insert, or_, select, update

from hallclient.domain.figures.delivery import Receipt
from hallclient.domain.figures.sending import CLAIM_LASTS, LONGEST_WAIT, PacketState, Why
from hallclient.storage import receipts
from hallclient.storage.schema_figures import day_closes, outbox

_ACCEPTED = PacketState.ACCEPTED.value


@dataclass(frozen=True, slots=True, kw_only=True)
class Claimed:
    """A packet a sender holds: its row, the sealed text, and whether the hub has answered for it before."""

    id: int
    kind: str
    business_date: date
    z_number: int
    revision: int
    payload: str
    sha256: str
    previous_sha256: str
    attempts: int
    answered: bool


def queue(tx: Connection, day_close_id: int, *, at: datetime) -> None:
    """Put a packet into the outbox; it is sent later, outside this transaction."""
    tx.execute(insert(outbox).values(day_close_id=day_close_id, state=PacketState.QUEUED.value, created_at=at))


def release_stale(tx: Connection, *, at: datetime) -> int:
    """Queue again what a sender claimed more than a minute ago (or, by a clock set back, later than now).

    What a clock that ran ahead put off is due now.
    """
    tx.execute(update(outbox).where(outbox.c.next_at > at + LONGEST_WAIT).values(next_at=at))
    stale = or_(outbox.c.claimed_at < at - CLAIM_LASTS, outbox.c.claimed_at > at)
    freed = tx.execute(
        update(outbox)
        .where(outbox.c.claimed_by != "", stale)
        .values(state=_before_claim(), claimed_by="", next_at=at, reason=_reason(Why.CLAIM_LOST.label))
    )
    return int(freed.rowcount)


def claim(
    tx: Connection,
    *,
    by: str,
    at: datetime,
    limit: int,
    ids: Collection[int] | None = None,
    but: Collection[int] = (),
) -> list[Claimed]:
    """Take up to ``limit`` packets that are due, oldest first, for the sender ``by``, and nobody else.

    ``ids`` narrows to these rows, due or not; ``but`` passes some over. Call ``release_stale`` before.
    """
    chosen = or_(unasked(), outbox.c.next_at <= at) if ids is None else outbox.c.id.in_(ids)
    unsent_first = case((outbox.c.state == _ACCEPTED, 1), else_=0)
    free = (outbox.c.claimed_by == "", outbox.c.id.not_in(but), chosen)
    wanted = select(outbox.c.id).where(*free).order_by(unsent_first, outbox.c.id).limit(limit)
    taken = tx.execute(
        update(outbox)
        .where(outbox.c.id.in_(wanted.scalar_subquery()), outbox.c.claimed_by == "")
        .values(
            claimed_by=by,
            claimed_at=at,
            attempts=outbox.c.attempts + 1,
            state=case((outbox.c.state == PacketState.QUEUED.value, PacketState.SENT.value), else_=outbox.c.state),
        )
        .returning(outbox.c.id)
    ).scalars()
    return _claimed(tx, sorted(taken))


def sealed(tx: Connection, sha256: str) -> bool:
    """Tell whether a packet with this hash is one of this store's."""
    return tx.execute(select(day_closes.c.id).where(day_closes.c.sha256 == sha256).limit(1)).scalar() is not None


def read(tx: Connection, row_id: int) -> Claimed | None:
    """Return a packet without claiming it; None when there is none."""
    return next(iter(_claimed(tx, [row_id])), None)


def find(tx: Connection, kind: str, z_number: int, revision: int) -> Claimed | None:
    """Return the packet of a day or import by its number and revision, without claiming it."""
    row = tx.execute(
        select(outbox.c.id)
        .join(day_closes, day_closes.c.id == outbox.c.day_close_id)
        .where(day_closes.c.kind == kind, day_closes.c.z_number == z_number, day_closes.c.revision == revision)
    ).scalar()
    return None if row is None else read(tx, row)


def _claimed(tx: Connection, ids: Sequence[int]) -> list[Claimed]:
    query = (
        select(outbox.c.id, outbox.c.attempts, outbox.c.receipt, day_closes)
        .join(day_closes, day_closes.c.id == outbox.c.day_close_id)
        .where(outbox.c.id.in_(ids))
        .order_by(outbox.c.id)
    )
    return [
        Claimed(
            id=row.id,
            kind=row.kind,
            business_date=row.business_date,
            z_number=row.z_number,
            revision=row.revision,
            payload=row.payload,
            sha256=row.sha256,
            previous_sha256=row.previous_sha256,
            attempts=row.attempts,
            answered=bool(row.receipt),
        )
        for row in tx.execute(query)
    ]


def counted(tx: Connection, row_id: int) -> bool:
    """Tell whether the hub's last answer was that it has counted the packet, or a newer one in its place."""
    said = receipts.of(tx.execute(select(outbox.c.receipt).where(outbox.c.id == row_id)).scalar() or "")
    return said is not None and said.verdict.counted


def settle(
    tx: Connection,
    row_id: int,
    *,
    state: PacketState,
    reason: str,
    next_at: datetime | None,
    at: datetime,
    receipt: Receipt | None = None,
) -> PacketState | None:
    """Write down what became of a packet and let go of the claim; return its state before, None when it is settled.

    What the hub has counted stays so, whatever an older answer says.
    """
    final = (outbox.c.state == _ACCEPTED) & outbox.c.next_at.is_(None)
    before = tx.execute(select(outbox.c.state).where(outbox.c.id == row_id, ~final)).scalar()
    if before is None:
        return None
    values: dict[str, Any] = {
        "state": state.value,
        "reason": reason,
        "next_at": next_at,
        "claimed_by": "",
        "sent_at": at,
    }
    if receipt is not None:
        values["receipt"] = receipts.text(receipt)
    tx.execute(update(outbox).where(outbox.c.id == row_id).values(**values))
    return PacketState(before)


def settle_older(tx: Connection, one: Claimed, *, reason: str) -> None:
    """Settle what came back of earlier revisions of a packet that counts now: nothing is left to be done about it."""
    older = select(day_closes.c.id).where(
        day_closes.c.kind == one.kind,
        day_closes.c.business_date == one.business_date,
        day_closes.c.z_number == one.z_number,
        day_closes.c.revision < one.revision,
    )
    returned = outbox.c.state == PacketState.RETURNED.value
    tx.execute(
        update(outbox)
        .where(returned, outbox.c.day_close_id.in_(older))
        .values(state=_ACCEPTED, reason=reason, next_at=None, claimed_by="")
    )


def give_back(tx: Connection, ids: Collection[int], *, by: str, reason: str, next_at: datetime) -> None:
    """Let go of packets that did not get out: they stand where they stood, and are tried again at ``next_at``."""
    tx.execute(
        update(outbox)
        .where(outbox.c.id.in_(ids), outbox.c.claimed_by == by)
        .values(
            state=_before_claim(),
            claimed_by="",
            reason=_reason(reason),
            next_at=next_at,
        )
    )


def hold_back(tx: Connection, *, until: datetime, reason: str) -> None:
    """Let what is due wait until ``until``: a hub that is away is not asked once for each packet.

    Only what was never answered takes the reason: beside the others stands what the hub said of them.
    """
    due = or_(unasked(), outbox.c.next_at < until)
    said = case((outbox.c.state == PacketState.QUEUED.value, reason), else_=outbox.c.reason)
    tx.execute(update(outbox).where(outbox.c.claimed_by == "", due).values(next_at=until, reason=said))


def hurry(tx: Connection, *, at: datetime) -> int:
    """Make everything that waits for its time due now, because the way has changed; return how many packets."""
    moved = tx.execute(update(outbox).where(outbox.c.next_at > at, outbox.c.claimed_by == "").values(next_at=at))
    return int(moved.rowcount)


def ask_again(tx: Connection, row_id: int, *, at: datetime, reason: str) -> bool:
    """Make a packet due now; False when there is none that waits."""
    changed = tx.execute(
        update(outbox)
        .where(outbox.c.id == row_id, outbox.c.state != _ACCEPTED)
        .values(
            next_at=at,
            reason=case((outbox.c.state == PacketState.QUEUED.value, reason), else_=outbox.c.reason),
        )
    )
    return changed.rowcount == 1


def ids_after(tx: Connection, row_id: int = 0) -> list[int]:
    """Return the rows queued after one, in their order."""
    return list(tx.execute(select(outbox.c.id).where(outbox.c.id > row_id).order_by(outbox.c.id)).scalars())


def settled_before(tx: Connection, before: int | None, *, limit: int) -> list[Claimed]:
    """Return up to ``limit`` packets the hub has finally accepted, the newest of those before row ``before``."""
    query = select(outbox.c.id).where(outbox.c.state == _ACCEPTED, outbox.c.next_at.is_(None))
    if before is not None:
        query = query.where(outbox.c.id < before)
    return _claimed(tx, list(tx.execute(query.order_by(outbox.c.id.desc()).limit(limit)).scalars()))


def queue_again(tx: Connection, ids: Collection[int], *, at: datetime, reason: str) -> None:
    """Queue accepted packets the hub has lost, as if it had never answered; what came back is asked after now too."""
    final = (outbox.c.state == _ACCEPTED) & outbox.c.next_at.is_(None)
    tx.execute(
        update(outbox)
        .where(outbox.c.id.in_(ids), final)
        .values(state=PacketState.QUEUED.value, reason=reason, next_at=at, receipt="")
    )
    returned = outbox.c.state == PacketState.RETURNED.value
    tx.execute(update(outbox).where(returned, outbox.c.next_at > at, outbox.c.claimed_by == "").values(next_at=at))


def newest(tx: Connection, kind: str, z_number: int) -> tuple[int, str]:
    """Return revision and hash of the newest packet this window has sealed of a day or an import; 0 for none."""
    query = select(day_closes.c.revision, day_closes.c.sha256).where(
        day_closes.c.kind == kind, day_closes.c.z_number == z_number
    )
    row = tx.execute(query.order_by(day_closes.c.revision.desc()).limit(1)).one_or_none()
    return (0, "") if row is None else (row.revision, row.sha256)


def unasked() -> ColumnElement[bool]:
    """Return the condition of what is due at once, whatever the hour."""
    # Never tried, or written to a folder: due at once. What was returned for good waits for somebody to look at it.
    return outbox.c.next_at.is_(None) & outbox.c.state.in_((PacketState.QUEUED.value, PacketState.SENT.value))


def _before_claim() -> Any:
    return case((_unsent(), PacketState.QUEUED.value), else_=outbox.c.state)


def _reason(reason: str) -> Any:
    # What the hub said of a packet (who locked the day, and why) outlives a line that is down when it is asked again.
    return case((_unsent() | (outbox.c.state == PacketState.QUEUED.value), reason), else_=outbox.c.reason)


def _unsent() -> Any:
    # A claim alone makes a packet "sent"; one that lies on a stick has been handed over all the same.
    unanswered = (outbox.c.state == PacketState.SENT.value) & (outbox.c.receipt == "")
    return unanswered & (outbox.c.reason != Why.IN_FOLDER.label)
