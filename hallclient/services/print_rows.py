"""What is written down when a queued print goes on? One row, its line in the print log, its audit entry, together."""

from datetime import datetime

from hallclient.domain.register.issued import PrintState
from hallclient.domain.register.permissions import Clerk
from hallclient.domain.register.print_queue import PrintSettled, PrintTrouble, QueuedPrint, QueueState
from hallclient.storage import audit, issued, print_queue
from hallclient.storage.database import Transaction

LEFT = {PrintState.SENT: QueueState.PRINTED, PrintState.FAILED: QueueState.FAILED}


def get(tx: Transaction, row_id: int) -> QueuedPrint:
    """Return a row. Raises PrintSettled when it has left the queue."""
    row = print_queue.get(tx, row_id)
    if row is None:
        raise PrintSettled
    return row


def moved(
    tx: Transaction,
    row: QueuedPrint,
    state: QueueState,
    *,
    trouble: PrintTrouble | None = None,
    said: str = "",
    job: str | None = None,
    printer: str | None = None,
    by: Clerk,
    at: datetime,
) -> QueuedPrint | None:
    """Change a row and return it as it stands now; None when somebody else changed it first: then nothing is written.

    A row that becomes 失败 leaves a line in the print log: this copy did not come out.
    """
    if not print_queue.move(tx, row, state, at=at, job=job, printer=printer, trouble=trouble, said=said):
        return None
    after = get(tx, row.id)
    note(tx, after, f"{state.value} {after.printer} {trouble.value if trouble else ''}", by=by, at=at)
    if state is QueueState.FAILED:
        log(tx, after, PrintState.FAILED, trouble.label if trouble else "", at=at)
    return after


def left(
    tx: Transaction, row: QueuedPrint, outcome: PrintState, reason: str, *, what: str, by: Clerk, at: datetime
) -> QueuedPrint | None:
    """Take a row off the queue, with a line in the log for each of its copies; None when it had changed already."""
    if not print_queue.drop(tx, row):
        return None
    note(tx, row, f"{what} {row.printer}", by=by, at=at)
    for _copy in range(row.copies):
        log(tx, row, outcome, reason, at=at)
    return row.now(LEFT[outcome])


def note(tx: Transaction, row: QueuedPrint, what: str, *, by: Clerk, at: datetime) -> None:
    """Leave the audit entry of a step of the queue."""
    audit.note(tx, at=at, by=by.name, action="print_document", subject=row.number, after=what.strip())


def log(tx: Transaction, row: QueuedPrint, outcome: PrintState, reason: str, *, at: datetime) -> None:
    """Write a line of the document's print log, in the name of whoever ordered the print."""
    document = issued.get(tx, row.document_id)
    assert document is not None  # a queued document is never deleted
    issued.printed(
        tx,
        row.document_id,
        at=at,
        by=row.by,
        printer=row.printer,
        state=outcome,
        copy=document.copies + 1,
        reason=reason,
    )
