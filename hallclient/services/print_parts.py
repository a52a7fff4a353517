"""What goes to the printer for one row of the queue? The stored bytes; before each copy of a reprint its 补打 slip."""

from hallclient.documents.render import copy_slip
from hallclient.domain.register.issued import DocumentVoided, IssuedDocument
from hallclient.domain.register.permissions import Clerk
from hallclient.domain.register.print_queue import QueuedPrint
from hallclient.services.documents import DocumentDesk
from hallclient.services.office import Office


def parts_of(office: Office, documents: DocumentDesk, row: QueuedPrint, by: Clerk) -> list[bytes]:
    """Return the pieces in the order in which they come out. Raises DocumentVoided, DocumentAltered, NoSuchRecord."""
    document, pdf = documents.get(row.document_id), documents.stored(row.document_id)
    if document.voided:
        raise DocumentVoided(document.number)
    if not row.is_reprint:
        return [pdf] * row.copies
    numbers = range(document.copies + 1, document.copies + 1 + row.copies)
    return [part for number in numbers for part in (_slip(office, document, number, row.reason, by), pdf)]


def _slip(office: Office, document: IssuedDocument, copy: int, reason: str, by: Clerk) -> bytes:
    return copy_slip(
        document_number=document.number,
        title=document.title,
        copy_no=copy,
        reason=reason,
        agency=office.agency.name,
        clerk=by.display_name,
        printed_on=office.today(),
        sha256=document.sha256,
        practice=office.practice,
    )
