"""How does an old applications register come in? Tens of thousands of rows in seconds, on a series of their own."""

from collections import Counter
from collections.abc import Callable, Sequence
from datetime import date, datetime

from sqlalchemy import Connection

from hallclient.domain.register.application import Application
from hallclient.domain.register.history import PastApplication
from hallclient.domain.register.numbers import RegisterNumber, Series, ledger_series
from hallclient.domain.register.people import Applicant
from hallclient.domain.register.records import RecordKind
from hallclient.domain.register.sameness import person_text
from hallclient.domain.register.steps import Act, Step
from hallclient.storage import number_ledger, search
from hallclient.storage.applications import INSERT_STEP, INSERT_WITH_ID, Folded, step_values, values, words

CHUNK = 5000  # rows handed to the driver at once


def add_many(
    tx: Connection,
    past: Sequence[PastApplication],
    *,
    agency: str,
    window: str,
    by: str,
    at: datetime,
    blind: Callable[[str], str],
    due: Callable[[date], tuple[date | None, bool]],
) -> list[str]:
    """Enter an old register and return its new numbers, row by row.

    History has its own series, one a year of the receipt date. ``blind`` is the store's keyed hash; ``due`` gives the
    due date of a receipt date and whether it is provisional, asked once a day and for open applications only.
    """
    series = ledger_series(agency, window, Series.APPLICATION_HISTORY)
    years = Counter(row.draft.arrived_on.year for row in past)
    serials = {year: iter(number_ledger.reserve(tx, series, year, years[year])) for year in sorted(years)}
    first_id: int = tx.exec_driver_sql("SELECT coalesce(max(id), 0) + 1 FROM applications").scalar_one()
    dues: dict[date, tuple[date | None, bool]] = {}
    numbers: list[str] = []
    for start in range(0, len(past), CHUNK):
        rows: list[tuple[object, ...]] = []
        steps: list[tuple[object, ...]] = []
        found: list[tuple[int, Sequence[str], Sequence[str]]] = []
        for row_id, row in enumerate(past[start : start + CHUNK], start=first_id + start):
            received_on = row.draft.arrived_on
            number = RegisterNumber(
                agency, window, Series.APPLICATION_HISTORY, received_on.year, next(serials[received_on.year])
            )
            application = _application(row, str(number), window=window, by=by, at=at)
            due_on, provisional = (None, False)
            if row.outcome is None:
                if received_on not in dues:
                    dues[received_on] = due(received_on)
                due_on, provisional = dues[received_on]
            folded = Folded(blind(_person(row.draft.applicant, row.original_number)), due_on, provisional)
            rows.append((row_id, *values(application, folded)))
            steps += step_values(row_id, application.steps)
            found.append((row_id, words(application), (application.applicant.name,)))
            numbers.append(application.number)
        tx.exec_driver_sql(INSERT_WITH_ID, rows)
        tx.exec_driver_sql(INSERT_STEP, steps)
        search.add_many(tx, RecordKind.APPLICATION, found)
    return numbers


def _person(applicant: Applicant, original_number: str) -> str:
    # Old registers often hide the name; two hidden names are two people until something says otherwise.
    if not applicant.id_number and ("*" in applicant.name or "某" in applicant.name):
        return f"{person_text(applicant)}:{original_number}"
    return person_text(applicant)


def _application(row: PastApplication, number: str, *, window: str, by: str, at: datetime) -> Application:
    draft = row.draft
    fee = {"yuan": str(row.fee_yuan)} if row.fee_yuan is not None else {}
    still_open = row.outcome is None
    steps = [
        Step(act=Act.RECEIVED, on=draft.arrived_on, by=by, entered_at=at, details=fee if still_open else {}),
    ]
    if not still_open:
        closed_on = row.closed_on or draft.arrived_on
        steps.append(Step(act=Act.ANSWERED, on=closed_on, outcome=row.outcome, by=by, entered_at=at, details=fee))
    return Application(
        number=number,
        original_number=row.original_number,
        window=window,
        channel=draft.channel,
        applicant=draft.applicant,
        subject=draft.subject,
        unit=draft.unit,
        topic=draft.topic,
        form=draft.form,
        delivery=draft.delivery,
        agent=draft.agent,
        historical=True,
        steps=tuple(steps),
    )
