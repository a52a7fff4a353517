"""What still has to reach the hub? One row a packet, written in the packet's own transaction."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, func, insert, select

from hallclient.storage.schema_figures import outbox


@dataclass(frozen=True, slots=True)
class Waiting:
    """A packet on its way: ``state`` is queued, sent, accepted or returned."""

    day_close_id: int
    state: str
    attempts: int
    reason: str


def queue(tx: Connection, day_close_id: int, *, at: datetime) -> None:
    """Put a packet into the outbox; it is sent later, outside this transaction."""
    tx.execute(insert(outbox).values(day_close_id=day_close_id, state="queued", created_at=at))


def waiting(tx: Connection) -> list[Waiting]:
    """Return the packets the hub has not accepted yet, oldest first."""
    rows = tx.execute(select(outbox).where(outbox.c.state != "accepted").order_by(outbox.c.id))
    return [Waiting(row.day_close_id, row.state, row.attempts, row.reason) for row in rows]


def waiting_count(tx: Connection) -> int:
    """Return how many packets wait."""
    found: int = tx.execute(select(func.count()).select_from(outbox).where(outbox.c.state != "accepted")).scalar_one()
    return found
