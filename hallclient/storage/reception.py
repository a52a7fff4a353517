"""What does the reception desk show of the register? Masked rows, a day's totals, earlier records of a phone number."""

import json
from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import Connection

from hallclient.domain.register.kinds import EnquiryChannel, EnquiryKind, Handling
from hallclient.domain.register.people import mask_name, mask_phone
from hallclient.domain.register.reception import Earlier, EnquiryRow, ReceptionTotals, Returning
from hallclient.domain.register.records import RecordKind
from hallclient.storage import search
from hallclient.storage.enquiries import terms

EXCERPT = 60  # characters of the content a list shows
TAIL = 4  # digits of a phone number's end that are enough to ask for
WHOLE = 7  # digits from which on it is a whole number
SHOWN = 5  # earlier records shown
MOST = 200  # hits looked at for a name or a number's end

# Where persons stand in the two registers: table, day, name, and the condition of a standing record.
PERSONS = {
    RecordKind.ENQUIRY: ("enquiries", "business_date", "name", "voided = ''"),
    RecordKind.APPLICATION: ("applications", "arrived_on", "applicant_name", "state <> 'voided'"),
}
_ROW = (
    "SELECT number, visit, business_date, occurred_at, kind, channel, persons, matters, topic, name, phone,"
    f" substr(content, 1, {EXCERPT}), handling, refer_to, due_on, closed_on, rating, approximate, late, ticked,"
    " historical, voided, application, entered_by, version FROM enquiries"
)


def rows(tx: Connection, first: date, until: date) -> list[EnquiryRow]:
    """Return the records of the days from ``first`` up to but without ``until``, newest first, masked."""
    found = tx.exec_driver_sql(
        f"{_ROW} WHERE business_date >= ? AND business_date < ? ORDER BY business_date DESC, id DESC",
        (first.isoformat(), until.isoformat()),
    )
    return [_row(row) for row in found]


def totals(tx: Connection, window: str, day: date) -> ReceptionTotals:
    """Count a window's day from the covering index; voided records and imported history left out."""
    groups = tx.exec_driver_sql(
        "SELECT kind, channel, handling, rating, sum(persons), sum(matters), count(*), sum(late), sum(persons > 0)"
        " FROM enquiries WHERE business_date = ? AND historical = 0 AND window = ? AND voided = ''"
        " GROUP BY kind, channel, handling, rating",
        (day.isoformat(), window),
    ).fetchall()
    by_kind: dict[EnquiryKind, int] = {}
    by_channel: dict[EnquiryChannel, int] = {}
    by_handling: dict[Handling | None, int] = {}
    by_rating: dict[int | None, int] = {}
    for kind, channel, handling, rating, persons, _, records, _, _ in groups:
        _count(by_kind, EnquiryKind(kind), persons)
        _count(by_channel, EnquiryChannel(channel), persons)
        _count(by_handling, Handling(handling) if handling else None, records)
        _count(by_rating, rating, records)
    return ReceptionTotals(
        visits=sum(group[8] for group in groups),
        persons=sum(group[4] for group in groups),
        matters=sum(group[5] for group in groups),
        records=sum(group[6] for group in groups),
        late=sum(group[7] for group in groups),
        by_kind=by_kind,
        by_channel=by_channel,
        by_handling=by_handling,
        by_rating=by_rating,
    )


def returning(tx: Connection, asked: str) -> Returning:
    """Return the earlier records of this phone number, or number's end, or of exactly this name, masked.

    Looks into both registers; a whole number through its own index, the rest through the search index.
    """
    digits = asked.replace("-", "").replace(" ", "")
    if not (len(digits) >= TAIL if digits.isdigit() else asked):
        return Returning()
    found: list[tuple[Any, ...]] = []
    for kind, (table, on, name, standing) in PERSONS.items():
        select = f"SELECT number, {on}, {name}, phone FROM {table} WHERE {standing} AND"
        if digits.isdigit() and len(digits) >= WHOLE:
            rows = tx.exec_driver_sql(f"{select} phone IN (?, ?) AND phone <> ''", (digits, asked)).fetchall()
        else:
            numbers = [hit.number for hit in search.find(tx, asked, limit=MOST) if hit.kind is kind]
            rows = tx.exec_driver_sql(
                f"{select} number IN (SELECT value FROM json_each(?))", (json.dumps(numbers),)
            ).fetchall()
            rows = [row for row in rows if (row[3].endswith(digits) if digits.isdigit() else row[2] == asked)]
        found += [(kind, *row) for row in rows]
    found.sort(key=lambda row: (row[2], row[1]), reverse=True)
    newest = tuple(
        Earlier(kind=kind, number=number, on=date.fromisoformat(on), name=mask_name(name), phone=mask_phone(phone))
        for kind, number, on, name, phone in found[:SHOWN]
    )
    return Returning(count=len(found), newest=newest)


def _count(sums: dict[Any, int], key: object, more: int) -> None:
    sums[key] = sums.get(key, 0) + more


def _row(row: Sequence[Any]) -> EnquiryRow:
    kept = dict(zip(EnquiryRow.__dataclass_fields__, row, strict=True))
    kept |= terms(kept)
    for flag in ("approximate", "late", "ticked", "historical"):
        kept[flag] = bool(kept[flag])
    kept["name"], kept["phone"] = mask_name(kept["name"]), mask_phone(kept["phone"])
    return EnquiryRow(**kept)
