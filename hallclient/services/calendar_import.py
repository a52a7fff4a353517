"""How does a year's holiday notice come into force? Checked as a pack, kept in the store, standing before our own."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from hallclient import reference
from hallclient.domain.law.calendar_packs import CalendarPack, pack_of_days
from hallclient.domain.law.working_days import WorkingCalendar
from hallclient.services.office import Office
from hallclient.storage import calendar_packs
from hallclient.storage.database import Transaction


def packs_of(items: Sequence[Any]) -> tuple[CalendarPack, ...]:
    """Return the checked pack of each year; a year may be one row or spread over several.

    Raises CalendarPackInvalid. Source: domain 5.4.1.
    """
    statutory = reference.load_statutory()
    packs = []
    for year in sorted({item.year for item in items}):
        rows = [item for item in items if item.year == year]
        packs.append(
            pack_of_days(
                year=year,
                off={day for row in rows for day in row.off},
                work={day for row in rows for day in row.work},
                source=next((row.source for row in rows if row.source), ""),
                statutory=statutory,
                document_no=next((row.document_no for row in rows if row.document_no), ""),
                published=next((row.published for row in rows if row.published), None),
            )
        )
    return tuple(packs)


def calendar_with(office: Office, packs: Sequence[CalendarPack]) -> WorkingCalendar:
    """Return the working calendar as it would be with ``packs`` in force."""
    with office.database.reading() as tx:
        kept = {pack.year: pack for pack in calendar_packs.newest(tx)}
    kept.update({pack.year: pack for pack in packs})
    return reference.load_calendar(tuple(kept.values()))


def write(tx: Transaction, packs: Sequence[CalendarPack], *, by: str, at: datetime) -> list[str]:
    """Keep the packs; they have no numbers."""
    for pack in packs:
        calendar_packs.add(tx, pack, at=at, by=by)
    return []
