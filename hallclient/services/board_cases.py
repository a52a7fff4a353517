"""What do the lives of open cases put on the due board? Lapses, notices about to be too late, drafts, letters."""

from collections.abc import Callable
from contextlib import suppress
from datetime import date, timedelta

from hallclient.domain.law.clock import correction_notice_due
from hallclient.domain.law.lapses import lapses
from hallclient.domain.law.rulesets import RuleSetUnknown, ruleset_for
from hallclient.domain.law.working_days import CalendarTooShort, CalendarYearMissing
from hallclient.domain.register.application import Application
from hallclient.domain.register.approval import OUTCOME
from hallclient.domain.register.people import listed_name
from hallclient.domain.register.records import RecordKind
from hallclient.domain.register.states import State, reply_of, returned, unserved
from hallclient.domain.register.steps import Step
from hallclient.reference import load_letter_overdue
from hallclient.services.board_values import BoardRow
from hallclient.services.document_facts import rules_of
from hallclient.services.office import Office
from hallclient.storage import applications, board
from hallclient.storage.database import Transaction

LOOKED_BACK = 30  # days within which a receipt's seven working days can still run
_ASKED = (State.AWAITING_CORRECTION, State.AWAITING_REASONS, State.AWAITING_FEE, State.CONSULTING)

Left = Callable[[date], int | None]


def lapsed(tx: Transaction, office: Office, left: Left) -> list[BoardRow]:
    """Return the cases in which somebody's time ran out, the longest silence first; ``why`` is a ``LapseKind``."""
    today = office.today()
    rows = []
    for case in applications.open_in(tx, _ASKED):
        with suppress(CalendarTooShort):
            for lapse in lapses(case.steps, today, rules_of(office, case), office.calendar):
                rows.append(_row(case, due=lapse.until, left=left(lapse.until), why=lapse.kind.value))
    return sorted(rows, key=lambda row: (row.due or date.max, row.number))


def notices(tx: Transaction, office: Office, until: date, left: Left) -> list[BoardRow]:
    """Return the cases nobody has begun and whose correction notice is soon too late (第三十条), by that day.

    ``until`` (itself outside) is the day up to which the last day for the notice is worth a word.
    """
    today = office.today()
    days = {}
    for back in range(LOOKED_BACK):
        received = today - timedelta(days=back)
        with suppress(CalendarTooShort, CalendarYearMissing, RuleSetUnknown):
            rules = ruleset_for(received, office.rulesets)
            last = correction_notice_due(received, rules, office.calendar)
            if last is not None and today <= last.on < until:
                days[received] = last.on
    rows = []
    for case in applications.untouched(tx, days):
        assert case.received_on is not None
        due = days[case.received_on]
        rows.append(_row(case, due=due, left=left(due), why=case.state.value))
    return sorted(rows, key=lambda row: (row.due or date.max, row.number))


def awaiting_approval(tx: Transaction, left: Left, *, others_than: str = "") -> list[BoardRow]:
    """Return the drafts nobody has decided about, by the case's due date; ``why`` is the outcome drafted.

    ``others_than``: whose own drafts are left out, for somebody else approves them.
    """
    dues = applications.due_dates(tx)
    rows = []
    for case in applications.drafted(tx):
        draft = reply_of(case.steps).draft
        if draft is not None and draft.by == others_than:
            continue
        due, provisional = dues.get(case.number, (None, False))
        why = draft.details.get(OUTCOME, "") if draft is not None else ""
        rows.append(_row(case, due=due, provisional=provisional, left=left(due) if due else None, why=why))
    return sorted(rows, key=lambda row: (row.due or date.max, row.number))


def letters(tx: Transaction, office: Office, left: Left) -> list[BoardRow]:
    """Return the letters that came back, and those on their way too long; ``why`` is the act it came to."""
    allowed, today = _days_on_the_way(office), office.today()
    rows = []
    for case in applications.unserved(tx):
        back = returned(case.steps)
        for name, sent in unserved(case.steps).items():
            came_back = back.get(name)
            overdue = _added(office, sent.on, allowed)
            if came_back is not None:
                rows.append(_row(case, due=came_back.on, left=left(came_back.on), why=came_back.act.value, paper=sent))
            elif overdue is not None and overdue < today:
                rows.append(_row(case, due=overdue, left=left(overdue), why=sent.act.value, paper=sent))
    return sorted(rows, key=lambda row: (row.due or date.max, row.number))


def _days_on_the_way(office: Office) -> int:
    """Return after how many working days a letter on its way is too long on it: the agency's own number, or ours."""
    own = office.agency.letter_overdue_days.strip()
    return int(own) if own.isascii() and own.isdecimal() and 0 < int(own) <= 250 else load_letter_overdue().working_days


def _added(office: Office, start: date, days: int) -> date | None:
    try:
        return office.calendar.add(start, days).on
    except CalendarTooShort:
        return None


def _row(
    case: Application,
    *,
    due: date | None,
    left: int | None,
    why: str,
    provisional: bool = False,
    paper: Step | None = None,
) -> BoardRow:
    """Return a row that opens the case; ``paper`` is the letter it is about."""
    who = listed_name(case.applicant.kind, case.applicant.name)
    letter = f"{paper.details.get('title', '')} {paper.details.get('number', '')}" if paper is not None else ""
    return BoardRow(
        kind=RecordKind.APPLICATION,
        number=case.number,
        title=" ".join(part for part in (letter.strip(), who, case.subject[: board.EXCERPT]) if part),
        due=due,
        provisional=provisional,
        left=left,
        why=why,
    )
