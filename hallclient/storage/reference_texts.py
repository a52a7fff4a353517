"""Which editions of the guide, the catalogue's preface and the flow chart are there? Rows are added, never changed."""

import hashlib
import json
from datetime import date
from typing import Any

from sqlalchemy import Connection, Row, insert, select

from hallclient.domain.register.reference_text import ReferenceKind, ReferenceText, TextPart
from hallclient.storage.schema_papers import reference_texts


def add(tx: Connection, edition: ReferenceText) -> None:
    """Keep an edition."""
    text = json.dumps(
        {
            "parts": [{"id": part.id, "title": part.title, "text": part.text} for part in edition.parts],
            "facts": dict(edition.facts),
        },
        ensure_ascii=False,
        sort_keys=True,
    )
    tx.execute(
        insert(reference_texts).values(
            kind=edition.kind.value,
            edition=edition.edition,
            effective_from=edition.effective_from,
            title=edition.title,
            text=text,
            sha256=hashlib.sha256(f"{edition.title}\n{text}".encode()).hexdigest(),
            reason=edition.reason,
            at=edition.at,
            by=edition.by,
        )
    )


def editions(tx: Connection, kind: ReferenceKind) -> list[ReferenceText]:
    """Return every edition, the newest first."""
    query = select(reference_texts).where(reference_texts.c.kind == kind.value)
    return [_edition(row) for row in tx.execute(query.order_by(reference_texts.c.edition.desc()))]


def in_force(tx: Connection, kind: ReferenceKind, day: date) -> ReferenceText | None:
    """Return the edition in force on a day, None when none was published before."""
    query = (
        select(reference_texts)
        .where(reference_texts.c.kind == kind.value, reference_texts.c.effective_from <= day)
        .order_by(reference_texts.c.edition.desc())
        .limit(1)
    )
    row = tx.execute(query).one_or_none()
    return None if row is None else _edition(row)


def _edition(row: Row[*tuple[Any, ...]]) -> ReferenceText:
    kept = json.loads(row.text)
    return ReferenceText(
        kind=ReferenceKind(row.kind),
        edition=row.edition,
        title=row.title,
        parts=tuple(TextPart(**part) for part in kept["parts"]),
        facts=kept["facts"],
        effective_from=row.effective_from,
        reason=row.reason,
        at=row.at,
        by=row.by,
    )
