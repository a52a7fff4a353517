"""What did a day come to? Its lines, members and number accounts, with every identity checked."""

from datetime import date, timedelta

from hallclient.domain.figures import identities
from hallclient.domain.figures.day_close import DayFacts, Unfinished, UnfinishedKind
from hallclient.domain.figures.identities import Result
from hallclient.domain.figures.lines import Number
from hallclient.domain.figures.packet import SeriesUse
from hallclient.domain.law.working_days import CalendarTooShort
from hallclient.services.office import Office
from hallclient.storage import audit, day_closes, figures, number_ledger, unfinished
from hallclient.storage.database import Transaction

SOON = 3  # working days, row 9 of the day sheet (domain 6.4)
_FIRST = date(1900, 1, 1)


def gather(office: Office, tx: Transaction, day: date) -> DayFacts:
    """Count a day's lines and check its identities: what an interim sheet shows and a close freezes."""
    window = office.window
    soon = _soon(office, day)
    lines = day_closes.sheet_values(tx, day) | unfinished.standing(tx, day, soon)
    lines |= unfinished.enquiries_standing(tx, day, soon)
    members = unfinished.members(tx, day)
    series = tuple(
        SeriesUse(
            series=state.series,
            year=state.year,
            first=state.first,
            last=state.last,
            used=state.used,
            void=state.void,
            skipped=state.skipped,
        )
        for state in number_ledger.states(tx, day.year)
    )
    results = (
        *identities.check(lines, figures.lines(), lambda code: figures.numbers(tx, code, day, day)),
        _without_contradiction(tx, day),
        _members_counted(lines, members),
        *(_gapless(use) for use in series),
    )
    if not earlier_days(office, tx, day):
        results = (*results, _continues(tx, day))
    return DayFacts(
        window=window,
        day=day,
        lines=lines,
        members=members,
        late=unfinished.late_entries(tx, day),
        series=series,
        identities=results,
        audit_head=audit.head(tx),
    )


def _soon(office: Office, day: date) -> date | None:
    try:
        return office.calendar.add(day, SOON).on
    except CalendarTooShort:
        return None


def earlier_days(office: Office, tx: Transaction, day: date) -> list[Unfinished]:
    """Return the days before that are still open: days are closed in their order."""
    return [
        Unfinished(
            kind=UnfinishedKind.EARLIER_DAY,
            number=earlier.isoformat(),
            why=f"{earlier.isoformat()} 有记录而未日结，请先日结该日",
            blocking=True,
        )
        for earlier in unfinished.open_days(tx, office.window, day - timedelta(days=1))
    ]


def _without_contradiction(tx: Transaction, day: date) -> Result:
    records = tuple(figures.contradictions(tx, day, day))
    return Result(id="records", holds=not records, cells=("applications.closed",), found=len(records), records=records)


def _members_counted(lines: dict[str, Number], members: dict[str, tuple[str, ...]]) -> Result:
    expected, found = lines.get("enquiries.records", 0), len(members["enquiries"])
    return Result(
        id="members:enquiries",
        holds=expected == found,
        cells=("enquiries.records",),
        expected=expected,
        found=found,
        records=() if expected == found else members["enquiries"],
    )


def _gapless(use: SeriesUse) -> Result:
    return Result(
        id=f"numbers:{use.series}",
        holds=use.gaps == 0,
        cells=(use.series,),
        expected=use.last - use.first + 1,
        found=use.used + use.void + use.skipped,
    )


def _continues(tx: Transaction, day: date) -> Result:
    """Carried in must be what all sealed days before left over; a closed day changed behind its packet shows here."""
    eve = day - timedelta(days=1)
    level: Number = 0
    for values in day_closes.frozen(tx, _FIRST, eve).values():
        level += values.get("applications.received", 0) - values.get("applications.closed", 0)
    for values in day_closes.adjustments_between(tx, _FIRST, eve, fact=False).values():
        level -= values.get("applications.received", 0) - values.get("applications.closed", 0)
    found = sum(figures.carried(tx, eve).values())
    return Result(
        id="continuity", holds=level == found, cells=("applications.carried_in",), expected=level, found=found
    )
