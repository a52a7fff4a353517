"""Who did what, when? An append-only chain: each entry carries the hash of itself and of the one before."""

import hashlib
import json
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection, select

from hallclient.foundation.trouble import ClockWentBack
from hallclient.storage.database import direct
from hallclient.storage.schema import audit

GENESIS = "0" * 64
SLACK = timedelta(minutes=1)  # a time server nudges the clock by seconds; a minute is somebody's hand
WENT_BACK = "clock_went_back"  # the store remembers it until a supervisor looked (meta)


@dataclass(frozen=True, slots=True)
class BrokenLink:
    """An audit entry whose hash does not follow from its content and the entry before it."""

    entry: int


def note(
    tx: Connection,
    *,
    at: datetime,
    by: str,
    action: str,
    subject: str,
    before: object = "",
    after: object = "",
    previous: str = "",
) -> str:
    """Append an entry and return its hash. ``before`` and ``after`` are texts or plain values kept as JSON.

    Every writing transaction calls this; the chain's head is printed on the day sheet, so that tampering after
    signing shows. ``previous`` is the head when the caller just asked for it (``on_time``).
    """
    previous = previous or _head_remembering(tx, at)
    texts = (_plain(before), _plain(after))
    sha256 = _link(previous, at, by, action, subject, *texts)
    direct(tx)(
        'INSERT INTO audit (at, "by", action, subject, "before", "after", previous_sha256, sha256)'
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (at.isoformat(" ", "microseconds"), by, action, subject, *texts, previous, sha256),
    )
    return sha256


def afters(tx: Connection, action: str, subject: str) -> list[str]:
    """Return what the entries of an action on a subject say of the state after it, the first one first."""
    query = select(audit.c.after).where(audit.c.action == action, audit.c.subject == subject).order_by(audit.c.id)
    return list(tx.execute(query).scalars())


def on_time(tx: Connection, now: datetime) -> str:
    """Return the chain's head when ``now`` does not lie before the last entry; numbers are given only then.

    Raises ClockWentBack, and goes on raising it until ``clock_confirmed``.
    """
    found = direct(tx)(
        "SELECT sha256, at, (SELECT value FROM meta WHERE key = ?) FROM audit ORDER BY id DESC LIMIT 1", (WENT_BACK,)
    ).fetchone()
    if found is None:
        return GENESIS
    sha256, last, went_back = found
    if went_back or last > (now + SLACK).isoformat(" ", "microseconds"):
        raise ClockWentBack(went_back or last)
    return str(sha256)


def went_back(tx: Connection, now: datetime) -> bool:
    """Tell whether ``on_time`` would refuse ``now``."""
    try:
        on_time(tx, now)
    except ClockWentBack:
        return True
    return False


def clock_confirmed(tx: Connection, *, at: datetime, by: str) -> None:
    """Enter that somebody looked at the machine's clock and found it right: numbers may be given again."""
    note(tx, at=at, by=by, action="confirm_clock", subject="")
    direct(tx)("DELETE FROM meta WHERE key = ?", (WENT_BACK,))


def head(tx: Connection) -> str:
    """Return the hash of the last entry, or 64 zeros."""
    found = direct(tx)("SELECT sha256 FROM audit ORDER BY id DESC LIMIT 1").fetchone()
    return str(found[0]) if found else GENESIS


def last_at(tx: Connection) -> datetime:
    """Return when the last entry was made."""
    found = direct(tx)("SELECT at FROM audit ORDER BY id DESC LIMIT 1").fetchone()
    return datetime.fromisoformat(found[0]) if found else datetime.min


def holds(tx: Connection, sha256: str) -> bool:
    """Tell whether an entry of this hash is in the chain: a copy that lacks the store's head lacks its last acts."""
    return direct(tx)("SELECT 1 FROM audit WHERE sha256 = ?", (sha256,)).fetchone() is not None


def broken_links(tx: Connection) -> list[BrokenLink]:
    """Walk the whole chain and return the entries that do not follow from what stands before them."""
    broken, previous = [], GENESIS
    for row in tx.execute(select(audit).order_by(audit.c.id)):
        expected = _link(previous, row.at, row.by, row.action, row.subject, row.before, row.after)
        if row.previous_sha256 != previous or row.sha256 != expected:
            broken.append(BrokenLink(row.id))
        previous = row.sha256
    return broken


def _head_remembering(tx: Connection, at: datetime) -> str:
    # An entry that needs no number may be made while the clock is wrong; it must not hide that the clock went back.
    found = direct(tx)("SELECT sha256, at FROM audit ORDER BY id DESC LIMIT 1").fetchone()
    if found is None:
        return GENESIS
    sha256, last = found
    if last > (at + SLACK).isoformat(" ", "microseconds"):
        direct(tx)("INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT DO NOTHING", (WENT_BACK, last))
    return str(sha256)


def _plain(value: object) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, sort_keys=True, default=str)


def _link(previous: str, at: datetime, *texts: str) -> str:
    content = "\x1f".join((previous, at.isoformat(" ", "microseconds"), *texts))
    return hashlib.sha256(content.encode()).hexdigest()
