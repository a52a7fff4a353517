"""Which documents are on their way to a printer? Rows of the queue, changed only as they were seen."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from hallclient.domain.register.print_queue import PrintTrouble, QueuedPrint, QueueState

_SELECT = (
    "SELECT q.id, q.document_id, d.number, d.kind, d.title, d.application, d.enquiry, q.printer, q.copies, q.state,"
    ' q.job, q.reason, q.trouble, q.said, q.at, q.since, q."by"'
    " FROM print_queue q JOIN issued_documents d ON d.id = q.document_id"
)


def add(tx: Connection, document_id: int, *, printer: str, copies: int, reason: str = "", at: datetime, by: str) -> int:
    """Put a document at the end of the queue and return the row's id. It must not stand in it yet."""
    row_id: int = tx.exec_driver_sql(
        'INSERT INTO print_queue (document_id, printer, copies, state, reason, at, since, "by")'
        " VALUES (?, ?, ?, 'waiting', ?, ?, ?, ?)",
        (document_id, printer, copies, reason, _text(at), _text(at), by),
    ).lastrowid
    return row_id


def get(tx: Connection, row_id: int) -> QueuedPrint | None:
    """Return a row; None when there is none any more."""
    found = _rows(tx, "WHERE q.id = ?", (row_id,))
    return found[0] if found else None


def of_document(tx: Connection, document_id: int) -> QueuedPrint | None:
    """Return the row a document stands in; None when it is not in the queue."""
    found = _rows(tx, "WHERE q.document_id = ?", (document_id,))
    return found[0] if found else None


def rows(tx: Connection) -> list[QueuedPrint]:
    """Return the whole queue, in the order in which it is sent."""
    return _rows(tx, "ORDER BY q.id", ())


def next_waiting(tx: Connection) -> QueuedPrint | None:
    """Return the first row that waits and that nothing holds up."""
    found = _rows(tx, "WHERE q.state = 'waiting' AND q.trouble = '' ORDER BY q.id LIMIT 1", ())
    return found[0] if found else None


def move(
    tx: Connection,
    row: QueuedPrint,
    state: QueueState,
    *,
    at: datetime,
    job: str | None = None,
    printer: str | None = None,
    copies: int | None = None,
    reason: str | None = None,
    trouble: PrintTrouble | None = None,
    said: str = "",
) -> bool:
    """Change a row that still stands as it was seen; False when it does not. ``since`` moves with the state only."""
    since = row.since if state is row.state else at
    changed = tx.exec_driver_sql(
        "UPDATE print_queue SET state = ?, job = ?, printer = ?, copies = ?, reason = ?, trouble = ?, said = ?,"
        " since = ? WHERE id = ? AND state = ? AND job = ?",
        (
            state.value,
            row.job if job is None else job,
            row.printer if printer is None else printer,
            row.copies if copies is None else copies,
            row.reason if reason is None else reason,
            "" if trouble is None else trouble.value,
            said,
            _text(since),
            row.id,
            row.state.value,
            row.job,
        ),
    )
    return bool(changed.rowcount)


def drop(tx: Connection, row: QueuedPrint) -> bool:
    """Take a row out that still stands as it was seen; False when it does not."""
    dropped = tx.exec_driver_sql(
        "DELETE FROM print_queue WHERE id = ? AND state = ? AND job = ?", (row.id, row.state.value, row.job)
    )
    return bool(dropped.rowcount)


def _rows(tx: Connection, where: str, values: tuple[object, ...]) -> list[QueuedPrint]:
    return [_row(row) for row in tx.exec_driver_sql(f"{_SELECT} {where}", values)]


def _row(row: Sequence[Any]) -> QueuedPrint:
    (row_id, document_id, number, kind, title, application, enquiry, printer, copies, state, job, reason, trouble, said,
     at, since, by) = row  # fmt: skip
    return QueuedPrint(
        id=row_id,
        document_id=document_id,
        number=number,
        kind=kind,
        title=title,
        record=application or enquiry,
        printer=printer,
        copies=copies,
        state=QueueState(state),
        job=job,
        reason=reason,
        trouble=PrintTrouble(trouble) if trouble else None,
        said=said,
        at=datetime.fromisoformat(at),
        since=datetime.fromisoformat(since),
        by=by,
    )


def _text(at: datetime) -> str:
    return at.isoformat(" ", "microseconds")
