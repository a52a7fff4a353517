"""Which training sessions and assessment results were recorded?"""

from datetime import date, datetime

from sqlalchemy import Connection, Table, insert, select, update

from hallclient.domain.register.supervision import (
    Assessment,
    AssessmentDraft,
    AssessmentKind,
    Training,
    TrainingDraft,
    TrainingKind,
)
from hallclient.storage.schema_figures import assessments, trainings


def add_training(tx: Connection, draft: TrainingDraft, *, by: str, at: datetime) -> int:
    """Record a session; return its row id."""
    return _add(tx, trainings, _training_values(draft), by=by, at=at)


def add_assessment(tx: Connection, draft: AssessmentDraft, *, by: str, at: datetime) -> int:
    """Record a result; return its row id."""
    return _add(tx, assessments, _assessment_values(draft), by=by, at=at)


def change_training(tx: Connection, row_id: int, draft: TrainingDraft, *, version: int) -> bool:
    """Write a session over its ``version``; False when somebody changed or withdrew it meanwhile."""
    return _change(tx, trainings, row_id, _training_values(draft), version)


def change_assessment(tx: Connection, row_id: int, draft: AssessmentDraft, *, version: int) -> bool:
    """Write a result over its ``version``; False when somebody changed or withdrew it meanwhile."""
    return _change(tx, assessments, row_id, _assessment_values(draft), version)


def void_training(tx: Connection, row_id: int, reason: str, *, version: int) -> bool:
    """Withdraw a session with a reason; it stays in the list, struck out."""
    return _change(tx, trainings, row_id, {"voided": reason}, version)


def void_assessment(tx: Connection, row_id: int, reason: str, *, version: int) -> bool:
    """Withdraw a result with a reason; it stays in the list, struck out."""
    return _change(tx, assessments, row_id, {"voided": reason}, version)


def sessions(tx: Connection, first: date, last: date) -> list[Training]:
    """Return the sessions of the days ``first`` to ``last`` (both included), oldest first."""
    query = select(trainings).where(trainings.c.on.between(first, last)).order_by(trainings.c.on, trainings.c.id)
    return [
        Training(
            id=row.id,
            on=row.on,
            kind=TrainingKind(row.kind),
            title=row.title,
            attending=row.attending,
            exam=row.exam,
            remark=row.remark,
            voided=row.voided,
            version=row.version,
        )
        for row in tx.execute(query)
    ]


def results(tx: Connection, first: date, last: date) -> list[Assessment]:
    """Return the assessment results of the days ``first`` to ``last`` (both included), oldest first."""
    query = (
        select(assessments).where(assessments.c.on.between(first, last)).order_by(assessments.c.on, assessments.c.id)
    )
    return [
        Assessment(
            id=row.id,
            on=row.on,
            kind=AssessmentKind(row.kind),
            result=row.result,
            remark=row.remark,
            voided=row.voided,
            version=row.version,
        )
        for row in tx.execute(query)
    ]


def _training_values(draft: TrainingDraft) -> dict[str, object]:
    return {
        "on": draft.on,
        "kind": draft.kind.value,
        "title": draft.title.strip(),
        "attending": draft.attending,
        "exam": draft.exam.strip(),
        "remark": draft.remark.strip(),
    }


def _assessment_values(draft: AssessmentDraft) -> dict[str, object]:
    return {
        "on": draft.on,
        "kind": draft.kind.value,
        "result": draft.result.strip(),
        "remark": draft.remark.strip(),
    }


def _add(tx: Connection, table: Table, values: dict[str, object], *, by: str, at: datetime) -> int:
    statement = insert(table).values(**values, entered_by=by, entered_at=at).returning(table.c.id)
    row_id: int = tx.execute(statement).scalar_one()
    return row_id


def _change(tx: Connection, table: Table, row_id: int, values: dict[str, object], version: int) -> bool:
    changed = tx.execute(
        update(table)
        .where(table.c.id == row_id, table.c.version == version, table.c.voided == "")
        .values(**values, version=version + 1)
    )
    return changed.rowcount == 1
