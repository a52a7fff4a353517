"""The documents desk: a paper is numbered, drawn and kept in one transaction; what is printed is what is kept."""

import hashlib
import re
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime

from hallclient.documents import facts as wording_facts
from hallclient.documents.case_facts import rests_on
from hallclient.documents.document_kind import DocumentKind
from hallclient.documents.render import copy_slip
from hallclient.domain.register.application import Application
from hallclient.domain.register.enquiry import Enquiry
from hallclient.domain.register.enquiry_rules import RecordVoided
from hallclient.domain.register.issued import (
    DocumentAltered,
    DocumentVoided,
    IssuedDocument,
    KindDoesNotFit,
    KindOffer,
    PrintEntry,
    PrintJob,
    PrintState,
    ReprintNeedsReason,
    UnknownKind,
    VoidedWithItsRecord,
)
from hallclient.domain.register.items import Item
from hallclient.domain.register.permissions import Clerk, Permission, require
from hallclient.domain.register.records import NoSuchRecord
from hallclient.domain.register.states import State
from hallclient.domain.register.steps import Step
from hallclient.domain.register.versions import ChangedMeanwhile
from hallclient.services import document_facts, item_letters
from hallclient.services.document_facts import Facts
from hallclient.services.office import Office
from hallclient.storage import applications, audit, enquiries, issued, number_ledger
from hallclient.storage.database import Transaction

__all__ = ["DocumentDesk", "Facts"]

Render = Callable[..., bytes]
NOT_NUMBERED = "（草稿，未编号）"
_PAGE = re.compile(rb"/Type\s*/Page\b(?!s)")


class DocumentDesk:
    """Previewed bytes = stored bytes = printed bytes: ``issue`` draws once, everything after serves what it stored."""

    def __init__(self, office: Office, kinds: Mapping[str, DocumentKind], render: Render) -> None:
        self._office = office
        self._kinds = kinds
        self._render = render

    def offers(self, *, application: str = "", enquiry: str = "") -> tuple[KindOffer, ...]:
        """Return the kinds that can be issued for a record, with the facts each still asks of the clerk.

        Replies that answer with another outcome than the recorded one are left out. Raises NoSuchRecord.
        """
        with self._office.database.reading() as tx:
            case, matter = _record(tx, application, enquiry)
            papers = _papers(tx, case)
        fitting = [kind for kind in self._in_force() if _fits(kind, case, matter)]
        if case is None:
            return tuple(document_facts.offer(kind) for kind in fitting)
        today = self._office.today()
        told = {
            kind.code: document_facts.proposed(self._office, kind, case, papers=papers, on=today) for kind in fitting
        }
        return tuple(document_facts.offer(kind, told[kind.code]) for kind in fitting)

    def offer(self, kind: str) -> KindOffer:
        """Return one kind with the facts it asks. Raises UnknownKind."""
        return document_facts.offer(self._kind(kind))

    def kinds(self) -> tuple[KindOffer, ...]:
        """Return every kind this release knows, in the order of their codes (a printer is remembered for each)."""
        return tuple(document_facts.offer(kind) for kind in self._in_force())

    def preview(
        self,
        kind: str,
        *,
        application: str = "",
        enquiry: str = "",
        facts: Facts | None = None,
        items: Sequence[Item] | None = None,
        by: Clerk,
    ) -> bytes:
        """Draw a document that is not issued: where its number would stand it says 草稿. Nothing is written.

        ``items`` are those of an answer that is not recorded yet. Raises as ``issue``.
        """
        require(by, Permission.ISSUE_DOCUMENT)
        with self._office.database.reading() as tx:
            case, matter = _record(tx, application, enquiry)
            papers = _papers(tx, case)
        wanted = self._kind(kind)
        said = self._facts(wanted, case, matter, facts or {}, papers, by, self._office.now(), items)
        return self._draw(wanted, {**said, "document_number": NOT_NUMBERED})

    def issue(
        self, kind: str, *, application: str = "", enquiry: str = "", facts: Facts | None = None, by: Clerk
    ) -> IssuedDocument:
        """Give the number, draw, store, all in one transaction, and return what was issued; ``stored`` has the bytes.

        Numbers: ``{代字}{series}〔{year}〕{n}号`` of the kind's series and the year of issue, else the record's number.
        Raises UnknownKind, KindDoesNotFit, FactMissing, FactUnknown, FactUnreadable, ApplicantTold, UnprintableText,
        NoSuchRecord, RecordVoided, NotPermitted; ClockWentBack, DiskFull; for an application of several items
        ItemsNotListed, ItemsNeedTheirOwnWords, ItemFactsMissing.
        """
        now = self._office.now()
        with self._office.database.writing() as tx:
            audit.on_time(tx, now)
            case, matter = _record(tx, application, enquiry)
            return self.issue_in(tx, kind, application=case, enquiry=matter, facts=facts or {}, by=by, at=now)

    def issue_in(
        self,
        tx: Transaction,
        kind: str,
        *,
        application: Application | None = None,
        enquiry: Enquiry | None = None,
        facts: Facts,
        items: Sequence[Item] | None = None,
        by: Clerk,
        at: datetime,
    ) -> IssuedDocument:
        """Issue inside a desk's own transaction; ``items`` other than those on record. Raises as ``issue``."""
        require(by, Permission.ISSUE_DOCUMENT)
        wanted = self._kind(kind)
        said = self._facts(wanted, application, enquiry, facts, _papers(tx, application), by, at, items)
        record = application.number if application else enquiry.number if enquiry else ""
        if wanted.series:
            agency = self._office.agency
            serial = number_ledger.next_in(tx, f"{agency.code_word}{wanted.series}", at.year)
            number = wording_facts.document_number(agency, wanted, year=at.year, serial=serial)
            said["document_number"] = number
        else:
            already = issued.of_kind(
                tx,
                kind,
                application=application.number if application else "",
                enquiry=enquiry.number if enquiry else "",
            )
            number = f"{record}（{already + 1}）" if already else record
        pdf = self._draw(wanted, said)
        document = issued.add(
            tx,
            pdf,
            number=number,
            kind=kind,
            title=wanted.title,
            application=application.number if application else "",
            enquiry=enquiry.number if enquiry else "",
            wording_version=wanted.on(at.date()).version,
            at=at,
            by=by.name,
            pages=len(_PAGE.findall(pdf)),
        )
        audit.note(
            tx, at=at, by=by.name, action="issue_document", subject=number, after=f"{kind} {record} {document.sha256}"
        )
        return document

    def get(self, document_id: int) -> IssuedDocument:
        """Return what is known of an issued document. Raises NoSuchRecord."""
        with self._office.database.reading() as tx:
            return _issued(tx, document_id)

    def stored(self, document_id: int) -> bytes:
        """Return the bytes as issued. Raises DocumentAltered when their hash is not the one kept at issue."""
        with self._office.database.reading() as tx:
            return _bytes(tx, _issued(tx, document_id))

    def job(self, document_id: int, *, copies: int = 1, reason: str = "", by: Clerk) -> PrintJob:
        """Return what goes to the printer: first copies bare, each further one with its 补打 slip.

        Raises ReprintNeedsReason, DocumentVoided, DocumentAltered, UnprintableText, NotPermitted.
        """
        with self._office.database.reading() as tx:
            document = _issued(tx, document_id)
            pdf = _bytes(tx, document)
        if document.voided:
            raise DocumentVoided(document.number)
        first = document.copies + 1
        numbers = range(first, first + copies) if _reprint(document, reason, by) else ()
        slips = tuple(self._slip(document, number, reason, by) for number in numbers)
        return PrintJob(document=document, pdf=pdf, copy=first, copies=copies, slips=slips)

    def printed(
        self, document_id: int, *, printer: str, state: PrintState, by: Clerk, reason: str = ""
    ) -> IssuedDocument:
        """Log what became of a copy; a copy that came out counts. Call it when the spooler answered.

        Raises ReprintNeedsReason, NoSuchRecord, NotPermitted.
        """
        now = self._office.now()
        with self._office.database.writing() as tx:
            document = _issued(tx, document_id)
            _reprint(document, reason, by)
            copy = document.copies + 1
            issued.printed(
                tx, document_id, at=now, by=by.name, printer=printer, state=state, copy=copy, reason=reason.strip()
            )
            after = f"{state.value} {copy} {reason.strip()}"
            audit.note(tx, at=now, by=by.name, action="print_document", subject=document.number, after=after)
            return _issued(tx, document_id)

    def unprinted(self) -> list[IssuedDocument]:
        """Return issued documents of which no copy came out yet, oldest first."""
        with self._office.database.reading() as tx:
            return issued.unprinted(tx)

    def of_record(self, number: str) -> list[IssuedDocument]:
        """Return the documents of an application or enquiry, oldest first, voided ones too."""
        with self._office.database.reading() as tx:
            return issued.of_record(tx, number)

    def prints(self, document_id: int) -> list[PrintEntry]:
        """Return a document's print log, oldest first."""
        with self._office.database.reading() as tx:
            return issued.prints(tx, document_id)

    def void(self, seen: IssuedDocument, *, version: int, reason: str, by: Clerk) -> IssuedDocument:
        """Void an issued document: it stays, its 文号 keeps its place with the reason.

        ``seen`` is the document as the clerk saw it, ``version`` its record's: one that was printed meanwhile, or sent
        or served, is in somebody's hands and is not voided unseen. Raises VoidNeedsReason, VoidedWithItsRecord,
        DocumentVoided, ChangedMeanwhile (with the document as it stands), NoSuchRecord, NotPermitted.
        """
        require(by, Permission.VOID_NUMBER)
        with self._office.database.writing() as tx:
            document = _issued(tx, seen.id)
            if document.voided:
                raise DocumentVoided(document.number)
            if issued.own_serial(document.number) is None:
                raise VoidedWithItsRecord(document.number)
            case, matter = _record(tx, document.application, document.enquiry)
            now = case.version if case is not None else matter.version if matter is not None else version
            if document.copies != seen.copies or now != version:
                raise ChangedMeanwhile(number=document.number, version=now, theirs=document)
            self.void_in(tx, document, reason=reason, by=by)
            return _issued(tx, document.id)

    def void_in(self, tx: Transaction, document: IssuedDocument, *, reason: str, by: Clerk) -> None:
        """Void a 文号 inside a desk's own transaction; a document without one goes with its record."""
        own = issued.own_serial(document.number)
        if own is not None and not document.voided:
            number_ledger.void(tx, *own, reason)
            now = self._office.now()
            audit.note(tx, at=now, by=by.name, action="void_document", subject=document.number, after=reason)

    def issued_with(self, tx: Transaction, number: str, step: Step) -> tuple[IssuedDocument, ...]:
        """Return the standing papers issued in the step's own save."""
        return tuple(
            document
            for document in issued.of_record(tx, number)
            if not document.voided
            and document.kind == step.details.get("document")
            and document.issued_at == step.entered_at
        )

    def resting_on(self, tx: Transaction, number: str, step: Step, *came: Step) -> tuple[IssuedDocument, ...]:
        """Return the standing papers issued since the step was recorded that say what it said, oldest first.

        ``came`` are the steps of the same save.
        """
        own = {document.id for document in self.issued_with(tx, number, step)}
        return tuple(
            document
            for document in issued.of_record(tx, number)
            if not document.voided
            and document.id not in own
            and step.entered_at is not None
            and document.issued_at > step.entered_at  # what bears its very moment belongs to the same save
            and document.kind in self._kinds
            and any(rests_on(self._kinds[document.kind].on(document.issued_on), one.act) for one in (step, *came))
        )

    def stating_due(self, tx: Transaction, number: str) -> tuple[str, ...]:
        """Return the numbers of a record's standing documents that state its due date."""
        return tuple(
            f"{document.kind} {document.number}"
            for document in issued.of_record(tx, number)
            if not document.voided and document.kind in self._kinds and "due_on" in self._kinds[document.kind].facts
        )

    def _kind(self, code: str) -> DocumentKind:
        kind = self._kinds.get(code)
        if kind is None:
            raise UnknownKind(code)
        return kind.on(self._office.today())

    def _in_force(self) -> list[DocumentKind]:
        # A wording published for a later day neither asks its facts nor prints its words before that day.
        today = self._office.today()
        return [kind.on(today) for kind in self._kinds.values()]

    def _facts(
        self,
        kind: DocumentKind,
        application: Application | None,
        enquiry: Enquiry | None,
        facts: Facts,
        papers: Mapping[str, str],
        by: Clerk,
        at: datetime,
        items: Sequence[Item] | None = None,
    ) -> dict[str, object]:
        if not _fits(kind, application, enquiry):
            raise KindDoesNotFit(kind.code)
        if application is not None:
            if application.state is State.VOIDED:
                raise RecordVoided(application.number)
            on, pieces = at.date(), application.items if items is None else items
            told = item_letters.of_items(
                self._office, self._kinds, kind, application, pieces, facts, papers=papers, by=by, on=on
            )
            return told | document_facts.of_application(
                self._office, kind, application, facts, papers=papers, by=by, on=on
            )
        assert enquiry is not None
        if enquiry.voided:
            raise RecordVoided(enquiry.number)
        return document_facts.of_enquiry(self._office, kind, enquiry, facts, by=by, on=at.date())

    def _draw(self, kind: DocumentKind, facts: dict[str, object]) -> bytes:
        return self._render(kind, facts, practice=self._office.practice)

    def _slip(self, document: IssuedDocument, copy: int, reason: str, by: Clerk) -> bytes:
        return copy_slip(
            document_number=document.number,
            title=document.title,
            copy_no=copy,
            reason=reason.strip(),
            agency=self._office.agency.name,
            clerk=by.display_name,
            printed_on=self._office.today(),
            sha256=document.sha256,
            practice=self._office.practice,
        )


def _fits(kind: DocumentKind, application: Application | None, enquiry: Enquiry | None) -> bool:
    if kind.register == "enquiry":
        return enquiry is not None
    if application is None or not kind.governs(application.received_on or application.arrived_on):
        return False
    # A reply may be issued before it is recorded as sent; once an outcome stands, the letter says nothing else.
    return not (kind.outcomes and application.outcome) or application.outcome in kind.outcomes


def _papers(tx: Transaction, application: Application | None) -> dict[str, str]:
    """Return the 文号 of an application's last standing document of each kind, which later letters cite."""
    if application is None:
        return {}
    return {paper.kind: paper.number for paper in issued.of_record(tx, application.number) if not paper.voided}


def _record(tx: Transaction, application: str, enquiry: str) -> tuple[Application | None, Enquiry | None]:
    case = applications.get(tx, application) if application else None
    matter = enquiries.get(tx, enquiry) if enquiry and not application else None
    if case is None and matter is None:
        raise NoSuchRecord(application or enquiry)
    return case, matter


def _issued(tx: Transaction, document_id: int) -> IssuedDocument:
    document = issued.get(tx, document_id)
    if document is None:
        raise NoSuchRecord(str(document_id))
    return document


def _bytes(tx: Transaction, document: IssuedDocument) -> bytes:
    pdf = issued.pdf(tx, document.id)
    if hashlib.sha256(pdf).hexdigest() != document.sha256:
        raise DocumentAltered(document.number)
    return pdf


def _reprint(document: IssuedDocument, reason: str, by: Clerk) -> bool:
    """Tell whether a copy came out already; then another needs its own permission and a reason."""
    again = document.copies > 0
    require(by, Permission.REPRINT_DOCUMENT if again else Permission.ISSUE_DOCUMENT)
    if again and not reason.strip():
        raise ReprintNeedsReason
    return again
