"""May this document be put into the print queue? No void one, none twice, another copy with a reason."""

from hallclient.domain.register.issued import DocumentVoided, IssuedDocument, ReprintNeedsReason
from hallclient.domain.register.permissions import Clerk, Permission, require
from hallclient.domain.register.print_queue import PrintUnanswered, PrintUnderWay, QueueState
from hallclient.domain.register.records import NoSuchRecord
from hallclient.storage import issued, print_queue
from hallclient.storage.database import Transaction


def printable(tx: Transaction, document_id: int) -> IssuedDocument:
    """Return the document. Raises NoSuchRecord, DocumentVoided."""
    document = issued.get(tx, document_id)
    if document is None:
        raise NoSuchRecord(str(document_id))
    if document.voided:
        raise DocumentVoided(document.number)
    return document


def reprint_reason(document: IssuedDocument, reason: str, by: Clerk) -> str:
    """Return why another copy is printed; "" for the first. Raises ReprintNeedsReason, NotPermitted."""
    if not document.copies:
        return ""
    require(by, Permission.REPRINT_DOCUMENT)
    if not reason:
        raise ReprintNeedsReason
    return reason


def ordered_before(tx: Transaction, document: IssuedDocument) -> str:
    """Make room for an order and return the reason of the one it replaces. Raises PrintUnanswered, PrintUnderWay."""
    before = print_queue.of_document(tx, document.id)
    if before is None:
        return ""
    if before.state is QueueState.UNKNOWN:
        raise PrintUnanswered(document.number)
    if before.under_way or before.state is QueueState.SENT:  # a job held up is still there: ``retry`` takes it back
        raise PrintUnderWay(document.number)
    print_queue.drop(tx, before)
    return before.reason
