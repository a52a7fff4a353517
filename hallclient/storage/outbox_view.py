"""Where does each packet stand on its way, and when is something due? What window, board and command line show."""

from datetime import datetime
from typing import Any

from sqlalchemy import Connection, case, func, or_, select

from hallclient.domain.figures.delivery import Verdict
from hallclient.domain.figures.sending import CLAIM_LASTS, LONGEST_WAIT, Glance, OutboxRow, PacketState, Why
from hallclient.storage import receipts
from hallclient.storage.outbox import unasked
from hallclient.storage.schema_figures import day_closes, outbox

_ACCEPTED = PacketState.ACCEPTED.value


def waiting_count(tx: Connection) -> int:
    """Return how many packets wait."""
    found: int = tx.execute(select(func.count()).select_from(outbox).where(outbox.c.state != _ACCEPTED)).scalar_one()
    return found


def next_at(tx: Connection, *, at: datetime) -> datetime | None:
    """Return when the next packet wants to be sent, or asked after; None when none waits or all wait for somebody.

    At ``at``: a claim nobody holds any more and a try that a clock set back has put off are due then.
    """
    lost = or_(outbox.c.claimed_at < at - CLAIM_LASTS, outbox.c.claimed_at > at)
    due = case(
        (outbox.c.claimed_by != "", at),
        (unasked(), func.min(outbox.c.created_at, at)),
        (outbox.c.next_at > at + LONGEST_WAIT, at),
        else_=outbox.c.next_at,
    )
    found: datetime | None = tx.execute(
        select(func.min(due, type_=outbox.c.next_at.type)).where(
            or_(unasked(), outbox.c.next_at.is_not(None)), or_(outbox.c.claimed_by == "", lost)
        )
    ).scalar()
    return found


def glance(tx: Connection, *, at: datetime) -> Glance:
    """Return how many packets wait and how many came back; one short query, whatever the register holds."""
    open_ = outbox.c.state != _ACCEPTED
    returned = outbox.c.state == PacketState.RETURNED.value
    row = tx.execute(
        select(
            func.count(),
            func.count(case((returned, 1))),
            func.min(case((~returned, outbox.c.created_at)), type_=outbox.c.created_at.type),
            func.max(case((outbox.c.state == PacketState.QUEUED.value, outbox.c.reason)), type_=outbox.c.reason.type),
        ).where(open_)
    ).one()
    if not row[0]:
        return Glance()
    return Glance(
        waiting=row[0] - row[1], returned=row[1], since=row[2], why=Why.said(row[3] or ""), next_at=_next_open(tx, at)
    )


def _next_open(tx: Connection, at: datetime) -> datetime | None:
    tries = select(outbox.c.next_at).where(outbox.c.state != _ACCEPTED, outbox.c.next_at.is_not(None))
    found = tx.execute(tries.order_by(outbox.c.next_at).limit(1)).scalar()
    return None if found is None else at if found > at + LONGEST_WAIT else found


def rows(tx: Connection, *, at: datetime, settled: bool = True) -> list[OutboxRow]:
    """Return all packets as the window shows them, newest first; ``settled``: the accepted ones too.

    A claim whose sender is gone is shown as queued, whether or not another sender has looked at it since.
    """
    query = (
        select(outbox, day_closes.c.kind, day_closes.c.business_date, day_closes.c.z_number, day_closes.c.revision)
        .join(day_closes, day_closes.c.id == outbox.c.day_close_id)
        .order_by(outbox.c.id.desc())
    )
    if not settled:
        query = query.where(outbox.c.state != _ACCEPTED)
    return [_shown(row, at) for row in tx.execute(query)]


def returned(tx: Connection, *, at: datetime) -> list[OutboxRow]:
    """Return the packets the hub gave back, or this window cannot send, the newest first."""
    # The index answers; mostly there are none.
    some = select(outbox.c.id).where(outbox.c.state == PacketState.RETURNED.value).limit(1)
    if tx.execute(some).scalar() is None:
        return []
    return [row for row in rows(tx, at=at, settled=False) if row.state is PacketState.RETURNED]


def _shown(row: Any, at: datetime) -> OutboxRow:
    state, reason, again = PacketState(row.state), row.reason, row.next_at
    if row.claimed_by and not at - CLAIM_LASTS <= row.claimed_at <= at:
        again = at
        if state is PacketState.SENT and not row.receipt and reason != Why.IN_FOLDER.label:
            state, reason = PacketState.QUEUED, Why.CLAIM_LOST.label
    elif again is not None and again > at + LONGEST_WAIT:
        again = at  # set by a clock that ran ahead
    answer = receipts.of(row.receipt)
    return OutboxRow(
        id=row.id,
        kind=row.kind,
        business_date=row.business_date,
        z_number=row.z_number,
        revision=row.revision,
        state=state,
        attempts=row.attempts,
        reason=reason,
        next_at=again,
        sent_at=row.sent_at,
        created_at=row.created_at,
        verdict=None if answer is None else Verdict(answer.verdict),
    )
