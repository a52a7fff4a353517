"""Who did what, when? An append-only chain: each entry carries the hash of itself and of the one before."""

import hashlib
import json
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, select

from hallclient.storage.schema import audit

GENESIS = "0" * 64


@dataclass(frozen=True, slots=True)
class BrokenLink:
    """An audit entry whose hash does not follow from its content and the entry before it."""

    entry: int


def note(
    tx: Connection, *, at: datetime, by: str, action: str, subject: str, before: object = "", after: object = ""
) -> str:
    """Append an entry and return its hash. ``before`` and ``after`` are texts or plain values kept as JSON.

    Every writing transaction calls this; the chain's head is printed on the day sheet, so that tampering after
    signing shows.
    """
    previous = head(tx)
    texts = (_plain(before), _plain(after))
    sha256 = _link(previous, at, by, action, subject, *texts)
    tx.exec_driver_sql(
        'INSERT INTO audit (at, "by", action, subject, "before", "after", previous_sha256, sha256)'
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (at.isoformat(" ", "microseconds"), by, action, subject, *texts, previous, sha256),
    )
    return sha256


def head(tx: Connection) -> str:
    """Return the hash of the last entry, or 64 zeros."""
    found = tx.exec_driver_sql("SELECT sha256 FROM audit ORDER BY id DESC LIMIT 1").scalar()
    return found or GENESIS


def broken_links(tx: Connection) -> list[BrokenLink]:
    """Walk the whole chain and return the entries that do not follow from what stands before them."""
    broken, previous = [], GENESIS
    for row in tx.execute(select(audit).order_by(audit.c.id)):
        expected = _link(previous, row.at, row.by, row.action, row.subject, row.before, row.after)
        if row.previous_sha256 != previous or row.sha256 != expected:
            broken.append(BrokenLink(row.id))
        previous = row.sha256
    return broken


def _plain(value: object) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, sort_keys=True, default=str)


def _link(previous: str, at: datetime, *texts: str) -> str:
    content = "\x1f".join((previous, at.isoformat(" ", "microseconds"), *texts))
    return hashlib.sha256(content.encode()).hexdigest()
