"""How does each register take in the rows of an import? One function a kind, all in the import's transaction."""

from collections import Counter as Counted
from collections.abc import Callable, Sequence
from datetime import date, datetime, time

from hallclient.domain.law.clock import due
from hallclient.domain.law.rulesets import ruleset_for
from hallclient.domain.law.working_days import CalendarTooShort, CalendarYearMissing
from hallclient.domain.register.catalogue import CatalogueEntry
from hallclient.domain.register.counter import CounterDraft
from hallclient.domain.register.dispute import Dispute, DisputeDraft
from hallclient.domain.register.enquiry import Enquiry, EnquiryDraft
from hallclient.domain.register.history import ImportKind, PastApplication
from hallclient.domain.register.numbers import RegisterNumber, Series, ledger_series
from hallclient.services.office import Office
from hallclient.storage import (
    application_history,
    catalogue,
    counters,
    disputes,
    enquiries,
    history,
    number_ledger,
)
from hallclient.storage.database import Transaction


def _enquiries(tx: Transaction, items: Sequence[EnquiryDraft], *, office: Office, by: str, at: datetime) -> list[str]:
    midnight = time()
    rows = []
    for draft in items:
        occurred = draft.occurred_at or at
        rows.append(
            Enquiry(
                number="",
                visit="",
                business_date=occurred.date(),
                occurred_at=occurred,
                entered_at=at,
                entered_by=by,
                window=office.window,
                kind=draft.kind,
                channel=draft.channel,
                persons=draft.persons,
                matters=draft.matters,
                # An old register that gives only the day says nothing of the hour.
                approximate=occurred.time() == midnight,
                unit=draft.unit,
                topic=draft.topic,
                name=draft.name,
                phone=draft.phone,
                content=draft.content,
                handling=draft.handling,
                closed_on=draft.closed_on,
                rating=draft.rating,
                historical=True,
            )
        )
    return enquiries.add_many(tx, rows, agency=office.agency_code, window=office.window)


def _applications(
    tx: Transaction, items: Sequence[PastApplication], *, office: Office, by: str, at: datetime
) -> list[str]:
    def due_on(received_on: date) -> tuple[date | None, bool]:
        try:
            found = due(received_on, (), ruleset_for(received_on, office.rulesets), office.calendar)
        except (CalendarTooShort, CalendarYearMissing):
            return None, False  # received before the first 条例: no term was set by it
        return found.on, found.provisional

    return application_history.add_many(
        tx,
        items,
        agency=office.agency_code,
        window=office.window,
        by=by,
        at=at,
        blind=office.database.blind,
        due=due_on,
    )


def _disputes(tx: Transaction, items: Sequence[DisputeDraft], *, office: Office, by: str, at: datetime) -> list[str]:
    years = Counted(draft.filed_on.year for draft in items)
    series = ledger_series(office.agency_code, office.window, Series.DISPUTE_HISTORY)
    serials = {year: iter(number_ledger.reserve(tx, series, year, count)) for year, count in sorted(years.items())}
    own = history.own_numbers(tx, (draft.application for draft in items if draft.application))
    rows = []
    for draft in items:
        year = draft.filed_on.year
        number = RegisterNumber(office.agency_code, office.window, Series.DISPUTE_HISTORY, year, next(serials[year]))
        rows.append(
            Dispute(
                number=str(number),
                kind=draft.kind,
                filed_on=draft.filed_on,
                application=own.get(draft.application, draft.application),
                decided_on=draft.decided_on,
                result=draft.result,
                topic=draft.topic,
                historical=True,
            )
        )
    disputes.add_many(tx, rows)
    return [row.number for row in rows]


def _counters(tx: Transaction, items: Sequence[CounterDraft], *, office: Office, by: str, at: datetime) -> list[str]:
    counters.add_many(tx, items, by=by, at=at)
    return []


def _catalogue(tx: Transaction, items: Sequence[CatalogueEntry], *, office: Office, by: str, at: datetime) -> list[str]:
    catalogue.put_many(tx, items)
    return []


WRITERS: dict[ImportKind, Callable[..., list[str]]] = {
    ImportKind.ENQUIRIES: _enquiries,
    ImportKind.APPLICATIONS: _applications,
    ImportKind.DISPUTES: _disputes,
    ImportKind.COUNTERS: _counters,
    ImportKind.CATALOGUE: _catalogue,
}
