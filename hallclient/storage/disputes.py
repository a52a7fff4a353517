"""Which reconsiderations and lawsuits are there?"""

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import Connection, Row, insert, select, update

from hallclient.domain.register.dispute import Dispute, DisputeDraft
from hallclient.domain.register.kinds import DisputeKind, DisputeResult
from hallclient.storage.schema_figures import disputes


def add(tx: Connection, dispute: Dispute) -> int:
    """Enter a dispute; return its row id."""
    row_id: int = tx.execute(insert(disputes).values(**_values(dispute)).returning(disputes.c.id)).scalar_one()
    return row_id


def add_many(tx: Connection, entries: Sequence[Dispute]) -> None:
    """Enter an import's disputes."""
    if entries:
        tx.execute(insert(disputes), [_values(dispute) for dispute in entries])


def get(tx: Connection, number: str) -> Dispute | None:
    """Return the dispute of that number; None when there is none."""
    row = tx.execute(select(disputes).where(disputes.c.number == number)).one_or_none()
    return None if row is None else _dispute(row)


def rows(tx: Connection, *, open_only: bool = False, limit: int = 500) -> list[Dispute]:
    """Return the disputes, the last filed first; ``open_only`` for those 尚未审结."""
    query = select(disputes).order_by(disputes.c.filed_on.desc(), disputes.c.id.desc()).limit(limit)
    if open_only:
        query = query.where(disputes.c.decided_on.is_(None))
    return [_dispute(row) for row in tx.execute(query)]


def of_application(tx: Connection, application: str) -> list[Dispute]:
    """Return the disputes over one application, in the order they were filed."""
    query = select(disputes).where(disputes.c.application == application).order_by(disputes.c.filed_on)
    return [_dispute(row) for row in tx.execute(query)]


def save(tx: Connection, number: str, draft: DisputeDraft, *, version: int) -> bool:
    """Change a dispute; False when somebody else changed it meanwhile."""
    changed = tx.execute(
        update(disputes)
        .where(disputes.c.number == number, disputes.c.version == version)
        .values(**_content(draft), version=version + 1)
    )
    return changed.rowcount == 1


def open_before(tx: Connection, day: date) -> list[Dispute]:
    """Return the disputes filed before ``day`` and still open."""
    query = select(disputes).where(disputes.c.decided_on.is_(None), disputes.c.filed_on < day)
    return [_dispute(row) for row in tx.execute(query.order_by(disputes.c.filed_on))]


def _content(entry: Dispute | DisputeDraft) -> dict[str, object]:
    return {
        "kind": entry.kind.value,
        "application": entry.application,
        "filed_on": entry.filed_on,
        "decided_on": entry.decided_on,
        "result": "" if entry.result is None else entry.result.value,
        "topic": entry.topic,
    }


def _values(dispute: Dispute) -> dict[str, object]:
    return {"number": dispute.number, "historical": dispute.historical, "version": dispute.version} | _content(dispute)


def _dispute(row: Row[*tuple[Any, ...]]) -> Dispute:
    return Dispute(
        number=row.number,
        kind=DisputeKind(row.kind),
        filed_on=row.filed_on,
        application=row.application,
        decided_on=row.decided_on,
        result=DisputeResult(row.result) if row.result else None,
        topic=row.topic,
        historical=row.historical,
        version=row.version,
    )
