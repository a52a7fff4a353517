"""Which documents were issued, in which bytes, and what came out of the printer?"""

import hashlib
import re
from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection

from hallclient.domain.register.issued import IssuedDocument, PrintEntry, PrintState
from hallclient.domain.register.numbers import RegisterNumber
from hallclient.domain.register.records import RecordKind
from hallclient.storage import search

COLUMNS = (
    "number", "kind", "title", "application", "enquiry", "wording_version", "issued_on", "issued_at", '"by"', "pages",
    "sha256", "copies", "historical",
)  # fmt: skip
_SELECT = f"SELECT id, {', '.join(COLUMNS)} FROM issued_documents"
_OWN_NUMBER = re.compile(r"(.*)〔(\d{4})〕(\d+)号")


def add(
    tx: Connection,
    pdf: bytes,
    *,
    number: str,
    kind: str,
    title: str,
    application: str = "",
    enquiry: str = "",
    wording_version: str,
    at: datetime,
    by: str,
    pages: int,
) -> IssuedDocument:
    """Keep a document's bytes with their hash, and return what is known of it."""
    kept = (
        number, kind, title, application, enquiry, wording_version, at.date().isoformat(),
        at.isoformat(" ", "microseconds"), by, pages, hashlib.sha256(pdf).hexdigest(), 0, False,
    )  # fmt: skip
    row_id: int = tx.exec_driver_sql(
        f"INSERT INTO issued_documents ({', '.join(COLUMNS)}, pdf) VALUES ({', '.join('?' * (len(COLUMNS) + 1))})",
        (*kept, pdf),
    ).lastrowid
    search.add(tx, RecordKind.DOCUMENT, row_id, tuple(text for text in (title, number, application) if text))
    return _document((row_id, *kept), voided="")


def get(tx: Connection, document_id: int) -> IssuedDocument | None:
    """Return what is known of a document; None when there is none."""
    found = _documents(tx, "WHERE id = ?", (document_id,))
    return found[0] if found else None


def pdf(tx: Connection, document_id: int) -> bytes:
    """Return the stored bytes as they are; whether they are still the issued ones, their hash tells."""
    stored: bytes = tx.exec_driver_sql("SELECT pdf FROM issued_documents WHERE id = ?", (document_id,)).scalar_one()
    return stored


def of_record(tx: Connection, number: str) -> list[IssuedDocument]:
    """Return the documents of an application or an enquiry, oldest first."""
    return _documents(tx, "WHERE application = ?1 UNION ALL {select} WHERE enquiry = ?1 ORDER BY 1", (number,))


def of_kind(tx: Connection, kind: str, *, application: str = "", enquiry: str = "") -> int:
    """Count the documents of one kind that a record has already."""
    column, number = ("application", application) if application else ("enquiry", enquiry)
    count: int = tx.exec_driver_sql(
        f"SELECT count(*) FROM issued_documents WHERE {column} = ? AND kind = ?", (number, kind)
    ).scalar_one()
    return count


def unprinted(tx: Connection) -> list[IssuedDocument]:
    """Return the documents of which no copy came out yet and that still stand, oldest first."""
    return [
        document
        for document in _documents(tx, "WHERE copies = 0 AND historical = 0 ORDER BY id", ())
        if not document.voided
    ]


def printed(
    tx: Connection, document_id: int, *, at: datetime, by: str, printer: str, state: PrintState, copy: int, reason: str
) -> None:
    """Write a line of the print log; a copy that came out counts."""
    tx.exec_driver_sql(
        'INSERT INTO print_log (document_id, at, "by", printer, copy, state, reason) VALUES (?, ?, ?, ?, ?, ?, ?)',
        (document_id, at.isoformat(" ", "microseconds"), by, printer, copy, state.value, reason),
    )
    if state is not PrintState.FAILED:
        tx.exec_driver_sql("UPDATE issued_documents SET copies = copies + 1 WHERE id = ?", (document_id,))


def prints(tx: Connection, document_id: int) -> list[PrintEntry]:
    """Return a document's print log, oldest first."""
    rows = tx.exec_driver_sql(
        'SELECT at, "by", printer, copy, state, reason FROM print_log WHERE document_id = ? ORDER BY id',
        (document_id,),
    )
    return [
        PrintEntry(
            at=datetime.fromisoformat(at), by=by, printer=printer, copy=copy, state=PrintState(state), reason=reason
        )
        for at, by, printer, copy, state, reason in rows
    ]


def own_serial(number: str) -> tuple[str, int, int] | None:
    """Return series, year and serial of a 文号; None for a document that bears its record's number."""
    found = _OWN_NUMBER.fullmatch(number)
    return (found[1], int(found[2]), int(found[3])) if found else None


def _documents(tx: Connection, where: str, arguments: tuple[object, ...]) -> list[IssuedDocument]:
    rows = tx.exec_driver_sql(f"{_SELECT} {where.format(select=_SELECT)}", arguments).fetchall()
    return [_document(row, voided=_voided(tx, row[1])) for row in rows]


def _voided(tx: Connection, number: str) -> str:
    """Return the reason the ledger holds for a void number; a document is void when its number is."""
    key = own_serial(number)
    if key is None:
        record = RegisterNumber.read(number.partition("（")[0])
        if record is None:
            return ""
        key = (record.ledger_series, record.year, record.serial)
    reason = tx.exec_driver_sql(
        "SELECT reason FROM number_ledger WHERE series = ? AND year = ? AND serial = ? AND state = 'void'", key
    ).scalar()
    return str(reason) if reason else ""


def _document(row: Sequence[Any], *, voided: str) -> IssuedDocument:
    (row_id, number, kind, title, application, enquiry, version, issued_on, issued_at, by, pages, sha256, copies,
     historical) = row  # fmt: skip
    return IssuedDocument(
        id=row_id,
        number=number,
        kind=kind,
        title=title,
        application=application,
        enquiry=enquiry,
        wording_version=version,
        issued_on=date.fromisoformat(issued_on),
        issued_at=datetime.fromisoformat(issued_at),
        by=by,
        pages=pages,
        sha256=sha256,
        copies=copies,
        historical=bool(historical),
        voided=voided,
    )
