"""The documents desk: a paper is numbered, drawn and kept in one transaction; what is printed is what is kept."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from hallclient.documents.document_kind import DocumentKind
from hallclient.domain.register.issued import IssuedDocument, KindOffer, PrintEntry, PrintJob, PrintState
from hallclient.domain.register.permissions import Clerk
from hallclient.services.office import Office

Facts = Mapping[str, str | date | int | Decimal | list[str]]


class DocumentDesk:
    """Previewed bytes = stored bytes = printed bytes: ``issue`` draws once, everything after serves what it stored."""

    def __init__(self, office: Office, kinds: Mapping[str, DocumentKind], render: object) -> None:
        self._office = office
        self._kinds = kinds
        self._render = render

    def offers(self, *, application: str = "", enquiry: str = "") -> tuple[KindOffer, ...]:
        """Return the kinds that belong to a record's register, with the facts each still asks of the clerk."""

    def offer(self, kind: str) -> KindOffer:
        """Return one kind with the facts it asks. Raises UnknownKind."""

    def preview(
        self, kind: str, *, application: str = "", enquiry: str = "", facts: Facts | None = None, by: Clerk
    ) -> bytes:
        """Draw a document that is not issued: it bears no number and the watermark 草稿. Nothing is written.

        Raises as ``issue``.
        """

    def issue(
        self, kind: str, *, application: str = "", enquiry: str = "", facts: Facts | None = None, by: Clerk
    ) -> IssuedDocument:
        """Give the number, draw, store, all in one transaction, and return what was issued; ``stored`` has the bytes.

        Numbers: ``{代字}{series}〔{year}〕{n}号`` of the kind's series and the year of issue, else the record's number.
        Raises UnknownKind, KindDoesNotFit, FactMissing, GlyphsMissing, NoSuchRecord, RecordVoided, NotPermitted.
        """

    def get(self, document_id: int) -> IssuedDocument:
        """Return what is known of an issued document. Raises NoSuchRecord."""

    def stored(self, document_id: int) -> bytes:
        """Return the bytes as issued. Raises DocumentAltered when their hash is not the one kept at issue."""

    def job(self, document_id: int, *, reason: str = "") -> PrintJob:
        """Return what goes to the printer: the first copy bare, a further one with its 补打 slip.

        Raises ReprintNeedsReason, DocumentVoided, DocumentAltered, GlyphsMissing.
        """

    def printed(
        self, document_id: int, *, printer: str, state: PrintState, by: Clerk, reason: str = ""
    ) -> IssuedDocument:
        """Log what became of a copy; a copy that came out counts. Call it when the spooler answered."""

    def unprinted(self) -> list[IssuedDocument]:
        """Return issued documents of which no copy came out yet, oldest first."""

    def of_record(self, number: str) -> list[IssuedDocument]:
        """Return the documents of an application or enquiry, oldest first, voided ones too."""

    def prints(self, document_id: int) -> list[PrintEntry]:
        """Return a document's print log, oldest first."""

    def void(self, document_id: int, *, reason: str, by: Clerk) -> IssuedDocument:
        """Void an issued document: it stays, its 文号 keeps its place with the reason. Raises VoidNeedsReason."""
