"""Which enquiries does the register hold? Rows, their place in the search index, and what the desk asks of them.

``add`` is the hot path of the hall: constant SQL text, positional values, and the search index not in its way.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection

from hallclient.domain.register.enquiry import Enquiry
from hallclient.domain.register.kinds import EnquiryChannel, EnquiryKind, Handling
from hallclient.domain.register.numbers import RegisterNumber, Series, ledger_series
from hallclient.domain.register.records import NoSuchRecord, RecordKind
from hallclient.storage import day_closes, number_ledger, search, search_tail
from hallclient.storage.database import direct

CHUNK = 5000  # rows of an import handed to the driver at once
NEWEST = 5000  # rows among which a clerk's last one is looked for

COLUMNS = (
    "number", "original_number", "visit", "business_date", "occurred_at", "entered_at", "entered_by", "window", "kind",
    "channel", "persons", "matters", "approximate", "late", "late_reason", "unit", "topic", "name", "phone", "content",
    "answer", "handling", "refer_to", "due_on", "closed_on", "rating", "ticked", "historical", "voided", "application",
    "version",
)  # fmt: skip
_INSERT = f"INSERT INTO enquiries ({', '.join(COLUMNS)}) VALUES ({', '.join('?' * len(COLUMNS))})"
_INSERT_WITH_ID = f"INSERT INTO enquiries (id, {', '.join(COLUMNS)}) VALUES (?, {', '.join('?' * len(COLUMNS))})"
_UPDATE = f"UPDATE enquiries SET {', '.join(f'{c} = ?' for c in COLUMNS)} WHERE number = ? AND version = ?"
# What ``search_sources`` verifies an enquiry's hits in, the name apart.
_TEXTS = ("phone", "content", "answer", "unit", "topic", "refer_to", "original_number")
_SELECT_TEXTS = f"SELECT id, name, {', '.join(_TEXTS)} FROM enquiries"
_SELECT = f"SELECT id, {', '.join(COLUMNS)} FROM enquiries"


def add(tx: Connection, enquiry: Enquiry) -> None:
    """Enter a record; a search finds it at once, the index has it a few saves later."""
    row_id = direct(tx)(_INSERT, _values(enquiry)).lastrowid
    search_tail.put_off(tx, row_id)
    if row_id % search_tail.BATCH == 0:
        catch_up(tx)


def catch_up(tx: Connection) -> None:
    """Bring the search index up to date with the rows."""
    start = search_tail.first(tx)
    if start is None:
        return
    found = direct(tx)(f"{_SELECT_TEXTS} WHERE id >= ? AND voided = '' ORDER BY id", (start,))
    search.add_many(tx, RecordKind.ENQUIRY, [(row_id, texts, (name,)) for row_id, name, *texts in found])
    search_tail.caught_up(tx)


def save(tx: Connection, enquiry: Enquiry) -> bool:
    """Change a record to ``enquiry`` when its version is still the one it was read with; its version then rises by one.

    False when somebody else saved it meanwhile; nothing is changed then. A voided record leaves the search index.
    """
    following = replace(enquiry, version=enquiry.version + 1)
    done = tx.exec_driver_sql(_UPDATE, (*_values(following), enquiry.number, enquiry.version))
    if done.rowcount != 1:
        return False
    row_id = tx.exec_driver_sql("SELECT id FROM enquiries WHERE number = ?", (enquiry.number,)).scalar_one()
    start = search_tail.first(tx)
    if start is not None and row_id >= start:
        return True
    search.remove(tx, RecordKind.ENQUIRY, row_id)
    if not enquiry.voided:
        search.add(tx, RecordKind.ENQUIRY, row_id, _texts(enquiry), (enquiry.name,))
    return True


def get(tx: Connection, number: str) -> Enquiry | None:
    """Return the record in clear; None when there is none of that number."""
    row = tx.exec_driver_sql(f"{_SELECT} WHERE number = ?", (number,)).fetchone()
    return None if row is None else _enquiry(row)


def last_by(tx: Connection, clerk: str, since: date | None = None) -> Enquiry | None:
    """Return what a clerk entered last that still stands, not before ``since``; None when nothing."""
    # Only the newest rows are looked at: a clerk who never entered anything must not cost a scan of ten years.
    row = tx.exec_driver_sql(
        f"{_SELECT} WHERE id > (SELECT max(id) FROM enquiries) - {NEWEST} AND entered_by = ? AND voided = ''"
        " AND historical = 0 AND entered_at >= ? ORDER BY id DESC LIMIT 1",
        (clerk, since.isoformat() if since else ""),
    ).fetchone()
    return None if row is None else _enquiry(row)


def has_further_matters(tx: Connection, enquiry: Enquiry) -> bool:
    """Tell whether other standing records belong to the visit this record is the first matter of."""
    found = tx.exec_driver_sql(
        "SELECT EXISTS (SELECT 1 FROM enquiries WHERE business_date = ? AND visit = ? AND number <> ? AND voided = '')",
        (enquiry.business_date.isoformat(), enquiry.number, enquiry.number),
    )
    return bool(found.scalar_one())


def turned_into(tx: Connection, enquiry: Enquiry) -> str:
    """Return the number of the standing application the enquiry grew into; empty when none, or a voided one."""
    found = tx.exec_driver_sql(
        "SELECT number FROM applications WHERE number = ? AND state <> 'voided'", (enquiry.application,)
    )
    return str(found.scalar() or "")


def link_application(tx: Connection, number: str, application: str) -> None:
    """Enter that an enquiry grew into an application; the applications desk calls this in its own transaction.

    While the enquiry's day is open it is settled as 转依申请公开. A closed day's figures stand: then only the link
    is entered. Raises NoSuchRecord when there is no such enquiry, or a voided one.
    """
    enquiry = get(tx, number)
    if enquiry is None or enquiry.voided:
        raise NoSuchRecord(number)
    linked = replace(enquiry, application=application)
    if not day_closes.closed(tx, enquiry.window, enquiry.business_date):
        linked = replace(linked, handling=Handling.APPLICATION, closed_on=enquiry.closed_on or enquiry.business_date)
    save(tx, linked)


def add_many(tx: Connection, enquiries: Sequence[Enquiry], *, agency: str, window: str) -> list[str]:
    """Enter an old register and return its new numbers, row by row; numbers and visits of ``enquiries`` are ignored.

    History has its own series, one a year of the business date, so that it never uses up a live number.
    """
    catch_up(tx)
    years = Counter(enquiry.business_date.year for enquiry in enquiries)
    series = ledger_series(agency, window, Series.ENQUIRY_HISTORY)
    serials = {year: iter(number_ledger.reserve(tx, series, year, years[year])) for year in sorted(years)}
    first_id: int = tx.exec_driver_sql("SELECT coalesce(max(id), 0) + 1 FROM enquiries").scalar_one()
    numbers: list[str] = []
    for start in range(0, len(enquiries), CHUNK):
        values, words = [], []
        for row_id, enquiry in enumerate(enquiries[start : start + CHUNK], start=first_id + start):
            year = enquiry.business_date.year
            number = str(RegisterNumber(agency, window, Series.ENQUIRY_HISTORY, year, next(serials[year])))
            numbers.append(number)
            values.append((row_id, *_values(replace(enquiry, number=number, visit=number, historical=True))))
            words.append((row_id, _texts(enquiry), (enquiry.name,)))
        tx.exec_driver_sql(_INSERT_WITH_ID, values)
        search.add_many(tx, RecordKind.ENQUIRY, words)
    return numbers


def _texts(e: Enquiry) -> tuple[str, ...]:
    return tuple(getattr(e, name) for name in _TEXTS)


def _values(e: Enquiry) -> tuple[object, ...]:
    return (
        e.number,
        e.original_number,
        e.visit,
        e.business_date.isoformat(),
        e.occurred_at.isoformat(" ", "microseconds"),
        e.entered_at.isoformat(" ", "microseconds"),
        e.entered_by,
        e.window,
        e.kind.value,
        e.channel.value,
        e.persons,
        e.matters,
        e.approximate,
        e.late,
        e.late_reason,
        e.unit,
        e.topic,
        e.name,
        e.phone,
        e.content,
        e.answer,
        e.handling.value if e.handling else None,
        e.refer_to,
        e.due_on.isoformat() if e.due_on else None,
        e.closed_on.isoformat() if e.closed_on else None,
        e.rating,
        e.ticked,
        e.historical,
        e.voided,
        e.application,
        e.version,
    )


def _enquiry(row: Sequence[Any]) -> Enquiry:
    kept = dict(zip(COLUMNS, row[1:], strict=True))
    kept |= terms(kept)
    for flag in ("approximate", "late", "ticked", "historical"):
        kept[flag] = bool(kept[flag])
    kept["entered_at"] = datetime.fromisoformat(kept["entered_at"])
    return Enquiry(**kept)


def terms(kept: dict[str, Any]) -> dict[str, object]:
    """Return the values of a row's texts: what SQLite keeps as text becomes dates, times and kinds again."""
    return {
        "business_date": date.fromisoformat(kept["business_date"]),
        "occurred_at": datetime.fromisoformat(kept["occurred_at"]),
        "kind": EnquiryKind(kept["kind"]),
        "channel": EnquiryChannel(kept["channel"]),
        "handling": Handling(kept["handling"]) if kept["handling"] else None,
        "due_on": date.fromisoformat(kept["due_on"]) if kept["due_on"] else None,
        "closed_on": date.fromisoformat(kept["closed_on"]) if kept["closed_on"] else None,
    }
