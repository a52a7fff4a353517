"""Rows for the search tests, entered as the registers enter them: the row, then its words in the index."""

from sqlalchemy import Connection

from hallclient.domain.register.records import RecordKind
from hallclient.storage import search

ENQUIRY = (
    "INSERT INTO enquiries (number, visit, business_date, occurred_at, entered_at, entered_by, window, kind, channel,"
    " persons, matters, name, phone, content, original_number) VALUES (?, ?, ?, '2026-03-02 09:00:00.000000',"
    " '2026-03-02 09:00:00.000000', 'wang', 'W01', 'consultation', 'in_person', 1, 1, ?, ?, ?, ?)"
)
APPLICATION = (
    "INSERT INTO applications (number, original_number, window, channel, applicant_kind, applicant_name, phone,"
    " applicant_key, subject, subject_key, state, arrived_on) VALUES (?, ?, 'W01', 'in_person', ?, ?, ?, '', ?, '',"
    " 'in_progress', ?)"
)


def enquiry(
    tx: Connection,
    serial: int,
    *,
    name: str = "",
    phone: str = "",
    content: str = "",
    original: str = "",
    on: str = "2026-03-02",
) -> str:
    number = f"SQ01-W01-Z2026-{serial:05d}"
    row_id = tx.exec_driver_sql(ENQUIRY, (number, number, on, name, phone, content, original)).lastrowid
    search.add(tx, RecordKind.ENQUIRY, row_id, (phone, content, original), (name,))
    _ledger(tx, "SQ01-W01-Z", serial)
    return number


def application(
    tx: Connection,
    serial: int,
    *,
    name: str,
    subject: str,
    phone: str = "",
    kind: str = "natural_person",
    original: str = "",
    on: str = "2026-03-02",
) -> str:
    number = f"SQ01-W01-S2026-{serial:05d}"
    row_id = tx.exec_driver_sql(APPLICATION, (number, original, kind, name, phone, subject, on)).lastrowid
    search.add(tx, RecordKind.APPLICATION, row_id, (phone, subject, original), (name,))
    _ledger(tx, "SQ01-W01-S", serial)
    return number


def document(tx: Connection, number: str, *, title: str, application: str, kind: str = "A01") -> None:
    row_id = tx.exec_driver_sql(
        "INSERT INTO issued_documents (number, kind, title, application, wording_version, issued_on, issued_at, by,"
        " pages, pdf, sha256) VALUES (?, ?, ?, ?, '1', '2026-03-02', '2026-03-02 09:00:00.000000', 'wang', 1, x'', '')",
        (number, kind, title, application),
    ).lastrowid
    search.add(tx, RecordKind.DOCUMENT, row_id, (title, number, application))


def catalogue(tx: Connection, index_number: str, *, title: str, document_number: str = "") -> None:
    row_id = tx.exec_driver_sql(
        "INSERT INTO catalogue (index_number, title, document_number) VALUES (?, ?, ?)",
        (index_number, title, document_number),
    ).lastrowid
    search.add(tx, RecordKind.CATALOGUE, row_id, (title, document_number, index_number))


def dispute(tx: Connection, serial: int, *, topic: str, application: str = "") -> str:
    number = f"SQ01-W01-F2026-{serial:05d}"
    row_id = tx.exec_driver_sql(
        "INSERT INTO disputes (number, kind, application, filed_on, topic) VALUES (?, 'reconsideration', ?,"
        " '2026-03-02', ?)",
        (number, application, topic),
    ).lastrowid
    search.add(tx, RecordKind.DISPUTE, row_id, (topic, application))
    _ledger(tx, "SQ01-W01-F", serial)
    return number


def _ledger(tx: Connection, series: str, serial: int) -> None:
    tx.exec_driver_sql("INSERT INTO number_ledger (series, year, serial) VALUES (?, 2026, ?)", (series, serial))
