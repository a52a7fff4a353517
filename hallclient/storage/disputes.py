"""Which reconsiderations and lawsuits are there?"""

import json
from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import Connection, Row, insert, select, update

from hallclient.domain.register.dispute import Dispute
from hallclient.domain.register.dispute_acts import DisputeAct, DisputeStep
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


def following(tx: Connection, number: str) -> list[Dispute]:
    """Return the suits that came after a reconsideration."""
    query = select(disputes).where(disputes.c.follows == number).order_by(disputes.c.filed_on)
    return [_dispute(row) for row in tx.execute(query)]


def with_dates(tx: Connection) -> list[Dispute]:
    """Return the disputes that set the agency a date, by that date as it was when they were last written."""
    query = select(disputes).where(disputes.c.due_on.is_not(None)).order_by(disputes.c.due_on, disputes.c.id)
    return [_dispute(row) for row in tx.execute(query)]


def save(tx: Connection, dispute: Dispute, *, version: int) -> bool:
    """Write a dispute over its ``version``; False when somebody else changed it meanwhile."""
    changed = tx.execute(
        update(disputes)
        .where(disputes.c.number == dispute.number, disputes.c.version == version)
        .values(**_content(dispute), version=version + 1)
    )
    return changed.rowcount == 1


def row_id(tx: Connection, number: str) -> int:
    """Return the row id of a dispute that is there."""
    found: int = tx.execute(select(disputes.c.id).where(disputes.c.number == number)).scalar_one()
    return found


def _content(entry: Dispute) -> dict[str, object]:
    return {
        "kind": entry.kind.value,
        "application": entry.application,
        "filed_on": entry.filed_on,
        "decided_on": entry.decided_on,
        "result": "" if entry.result is None else entry.result.value,
        "topic": entry.topic,
        "body": entry.body,
        "file_number": entry.file_number,
        "follows": entry.follows,
        "acts": json.dumps([_plain(step) for step in entry.acts], ensure_ascii=False) if entry.acts else "",
        "due_on": entry.due_on,
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
        body=row.body,
        file_number=row.file_number,
        follows=row.follows,
        acts=tuple(_step(entry) for entry in json.loads(row.acts)) if row.acts else (),
        due_on=row.due_on,
    )


def _plain(step: DisputeStep) -> dict[str, object]:
    """Return a step as JSON keeps it: only what it says."""
    said: dict[str, object] = {"act": step.act.value, "on": step.on.isoformat()}
    if step.result is not None:
        said["result"] = step.result.value
    if step.order_days is not None:
        said |= {"order_days": step.order_days, "order_working": step.order_working}
    for name in ("ruling", "simple", "note", "by"):
        if value := getattr(step, name):
            said[name] = value
    return said


def _step(entry: dict[str, Any]) -> DisputeStep:
    return DisputeStep(
        act=DisputeAct(entry["act"]),
        on=date.fromisoformat(entry["on"]),
        result=DisputeResult(entry["result"]) if "result" in entry else None,
        ruling=entry.get("ruling", False),
        simple=entry.get("simple", False),
        order_days=entry.get("order_days"),
        order_working=entry.get("order_working", True),
        note=entry.get("note", ""),
        by=entry.get("by", ""),
    )
