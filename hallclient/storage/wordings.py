"""Which wordings did supervisors publish? The text of each version, from which day it is in force, and why."""

import hashlib
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Connection, insert, select, update

from hallclient.storage import schema_papers


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptWording:
    """One published version: ``text`` as ``documents.toml_text`` writes it; ``withdrawn`` is the reason, or empty."""

    code: str
    version: str
    effective_from: date
    text: str
    sha256: str
    reason: str
    at: datetime
    by: str
    withdrawn: str = ""


def add(
    tx: Connection, *, code: str, version: str, effective_from: date, text: str, reason: str, at: datetime, by: str
) -> KeptWording:
    """Keep a version and return it; its id has never been used."""
    kept = KeptWording(
        code=code,
        version=version,
        effective_from=effective_from,
        text=text,
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        reason=reason,
        at=at,
        by=by,
    )
    tx.execute(
        insert(schema_papers.wordings).values(
            code=code,
            version=version,
            effective_from=effective_from,
            text=text,
            sha256=kept.sha256,
            reason=reason,
            at=at,
            by=by,
        )
    )
    return kept


def kept(tx: Connection, code: str = "") -> tuple[KeptWording, ...]:
    """Return the versions of a kind (of every kind), in the order they were published, withdrawn ones too."""
    table = schema_papers.wordings
    wanted = select(table).order_by(table.c.at, table.c.version)
    rows = tx.execute(wanted.where(table.c.code == code) if code else wanted)
    return tuple(KeptWording(**row._mapping) for row in rows)


def withdraw(tx: Connection, *, code: str, version: str, reason: str) -> None:
    """Mark a version as withdrawn; its text stays to be looked up."""
    table = schema_papers.wordings
    tx.execute(update(table).where(table.c.code == code, table.c.version == version).values(withdrawn=reason))
