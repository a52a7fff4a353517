"""Which days are still open, who belongs to a day, and what is left undone on it?"""

from datetime import date, timedelta

from sqlalchemy import Connection

from hallclient.domain.figures.lines import Number, Values
from hallclient.domain.figures.packet import told
from hallclient.domain.register.states import ENDED, State, state_of
from hallclient.domain.register.steps import Act, Step
from hallclient.storage import day_closes, figures

# What had not ended by a day, and what had ended and may have been taken up again by it: its steps then tell.
_REOPENED = "EXISTS (SELECT 1 FROM steps r WHERE r.application_id = applications.id AND r.act = 'reopened'"
_OPEN_AT = (
    "state <> 'voided' AND arrived_on <= ?1 AND (received_on IS NULL OR received_on <= ?1)"
    f' AND (closed_on IS NULL OR closed_on > ?1 OR {_REOPENED} AND r."on" <= ?1))'
)

# Table, date column, what makes a row count on that date. Imported rows are sealed and open no day.
_DATED = (
    ("enquiries", "business_date", "historical = 0 AND voided = ''"),
    ("applications", "received_on", "historical = 0 AND state <> 'voided'"),
    ("applications", "closed_on", "historical = 0 AND received_on IS NOT NULL AND state <> 'voided'"),
    ("issued_documents", "issued_on", "historical = 0"),
    ("disputes", "filed_on", "historical = 0"),
    ("disputes", "decided_on", "historical = 0"),
    ("counters", '"on"', "historical = 0 AND voided = ''"),
)


def open_days(tx: Connection, window: str, until: date) -> list[date]:
    """Return the days up to ``until`` (included) that have records and are not closed, oldest first."""
    days: set[date] = set()
    for table, column, condition in _DATED:
        # A step from date to date along the index: ten years are 2,500 seeks, not two million rows.
        rows = tx.exec_driver_sql(
            f"WITH RECURSIVE d(x) AS (SELECT min({column}) FROM {table} UNION ALL"
            f" SELECT (SELECT min({column}) FROM {table} WHERE {column} > d.x) FROM d WHERE d.x < ?1)"
            f" SELECT x FROM d WHERE x <= ?1 AND EXISTS"
            f" (SELECT 1 FROM {table} WHERE {column} = d.x AND {condition})",
            (until.isoformat(),),
        )
        days |= {date.fromisoformat(day) for (day,) in rows}
    days |= _ended_at_the_window(tx, until)
    return sorted(days - day_closes.closed_days(tx, window))


_FEES = figures.SOURCES["fees"]
# What can happen at the window to a record that an import brought, and the line that would have sealed it.
_ENDED = (
    (
        "SELECT closed_on, count(*) FROM applications WHERE historical = 1 AND closed_on <= ?"
        " AND received_on IS NOT NULL AND state <> 'voided' GROUP BY closed_on",
        "applications.closed",
    ),
    (
        f"SELECT {_FEES.on} AS paid, count(*) FROM applications WHERE historical = 1 AND {_FEES.where} AND paid <= ?"
        " GROUP BY paid",
        "fees.cases",
    ),
    (
        "SELECT decided_on, count(*) FROM disputes WHERE historical = 1 AND decided_on <= ? GROUP BY decided_on",
        "disputes.decided",
    ),
)


def _ended_at_the_window(tx: Connection, until: date) -> set[date]:
    """Return days on which an imported application or dispute ended at the window, after its import was sealed."""
    days: set[date] = set()
    for query, line in _ENDED:
        rows = tx.exec_driver_sql(query, (until.isoformat(),)).all()
        if not rows:
            continue
        ended = {date.fromisoformat(day): count for day, count in rows}
        sealed = day_closes.frozen(tx, min(ended), max(ended), kinds=("import",))
        days |= {
            day for day, count in ended.items() if _sum(sealed.get(day, {}), figures.lines()[line].codes()) < count
        }
    return days


def _sum(values: Values, codes: tuple[str, ...]) -> Number:
    return sum((values.get(code, 0) for code in codes), 0)


def members(tx: Connection, day: date) -> dict[str, tuple[str, ...]]:
    """Return the numbers of the records that belong to the day, by register; imported ones have their own packet."""
    queries = {
        "enquiries": "SELECT number FROM enquiries WHERE business_date = ? AND historical = 0 AND voided = ''",
        "enquiries_voided": "SELECT number FROM enquiries WHERE business_date = ? AND historical = 0 AND voided <> ''",
        "applications_received": "SELECT number FROM applications WHERE received_on = ? AND historical = 0"
        " AND state <> 'voided'",
        "applications_voided": "SELECT number FROM applications WHERE received_on = ? AND historical = 0"
        " AND state = 'voided'",
        "applications_closed": "SELECT number FROM applications WHERE closed_on = ? AND historical = 0"
        " AND received_on IS NOT NULL AND state <> 'voided'",
        "documents": "SELECT number || ' ' || kind FROM issued_documents WHERE issued_on = ? AND historical = 0",
        "disputes_filed": "SELECT number FROM disputes WHERE filed_on = ? AND historical = 0",
        "disputes_decided": "SELECT number FROM disputes WHERE decided_on = ?",
    }
    return {
        name: tuple(number for (number,) in tx.exec_driver_sql(query + " ORDER BY id", (day.isoformat(),)))
        for name, query in queries.items()
    }


def late_entries(tx: Connection, day: date) -> tuple[str, ...]:
    """Return the numbers of the day's enquiries that were entered on a later day."""
    rows = tx.exec_driver_sql(
        "SELECT number FROM enquiries WHERE business_date = ? AND late = 1 AND historical = 0 AND voided = ''"
        " ORDER BY id",
        (day.isoformat(),),
    )
    return tuple(number for (number,) in rows)


def standing(tx: Connection, day: date, soon: date | None) -> dict[str, int]:
    """Return where the open applications stood when ``day`` was over: due dates and waiting states (row 9).

    ``soon`` is the third working day after ``day``; None when the calendar does not reach so far.
    """
    counts = dict.fromkeys(("due_today", "overdue", "due_soon"), 0)
    applications = tx.exec_driver_sql(
        f'SELECT id, due_on, state, {_REOPENED} AND r."on" > ?1) FROM applications WHERE {_OPEN_AT} ORDER BY id',
        (day.isoformat(),),
    ).all()
    steps: dict[int, list[Step]] = {}
    for row_id, act, on, ref in tx.exec_driver_sql(
        'SELECT s.application_id, s.act, s."on", s.ref FROM steps s JOIN applications ON id = s.application_id'
        f' WHERE {_OPEN_AT} AND s."on" <= ?1 ORDER BY s.application_id, s.seq',
        (day.isoformat(),),
    ):
        steps.setdefault(row_id, []).append(Step(act=Act(act), on=date.fromisoformat(on), id=ref))
    for row_id, due, cached, taken_up_later in applications:
        # The state of that day, not of today; a row without steps has only what it says of itself.
        state = state_of(tuple(steps[row_id])) if row_id in steps else State(cached)
        if state in ENDED:
            continue
        if state in _WAITING:
            counts[state.value] = counts.get(state.value, 0) + 1
        if due is None or state in _CLOCK_STANDS or taken_up_later:
            continue  # the due date on record is of the time after it was taken up again
        due_on = date.fromisoformat(due)
        if due_on == day:
            counts["due_today"] += 1
        elif due_on < day:
            counts["overdue"] += 1
        elif soon is not None and due_on <= soon:
            counts["due_soon"] += 1
    return {f"applications.standing.{name}": count for name, count in counts.items() if count}


_WAITING = (
    State.AWAITING_CONFIRMATION,
    State.AWAITING_CORRECTION,
    State.CONSULTING,
    State.AWAITING_FEE,
    State.AWAITING_REASONS,
)
_CLOCK_STANDS = (State.AWAITING_CONFIRMATION, State.AWAITING_CORRECTION)


# Of what was settled after a day only the audit's entries since then are looked at: a store of ten years holds more
# than a million matters, nearly all settled at once.
_SETTLED_SINCE = (
    "SELECT due_on FROM enquiries WHERE due_on IS NOT NULL AND voided = '' AND business_date <= ?1 AND closed_on > ?1"
    " AND number IN (SELECT subject FROM audit WHERE id > (SELECT coalesce((SELECT id FROM audit WHERE at < ?2"
    " ORDER BY id DESC LIMIT 1), 0)))"
)
_UNSETTLED = (
    "SELECT due_on FROM enquiries WHERE due_on IS NOT NULL AND closed_on IS NULL AND voided = ''"
    " AND business_date <= ?1"
)


def enquiries_standing(tx: Connection, day: date, soon: date | None) -> dict[str, int]:
    """Return how many enquiries and complaints with a date to answer by were open when ``day`` was over and due then,
    before, or up to ``soon`` (as in ``standing``). That none is overdue is said as 0.
    """
    next_day = (day + timedelta(days=1)).isoformat()
    due = [row for (row,) in tx.exec_driver_sql(_UNSETTLED, (day.isoformat(),))]
    due += [row for (row,) in tx.exec_driver_sql(_SETTLED_SINCE, (day.isoformat(), next_day))]
    days = [date.fromisoformat(one) for one in due]
    counts = {
        "overdue": sum(one < day for one in days),
        "due_today": sum(one == day for one in days),
        "due_soon": sum(day < one <= soon for one in days) if soon is not None else 0,
    }
    return {code: count for name, count in counts.items() if told(code := f"enquiries.standing.{name}", count)}


def unprinted(tx: Connection, day: date) -> list[str]:
    """Return the documents of the day of which no copy is known to have come out."""
    rows = tx.exec_driver_sql(
        "SELECT number FROM issued_documents WHERE issued_on = ? AND copies = 0 AND historical = 0 ORDER BY id",
        (day.isoformat(),),
    )
    return [number for (number,) in rows]


def due(tx: Connection, day: date) -> list[tuple[str, date]]:
    """Return the open applications due on ``day`` or before, with their due dates."""
    rows = tx.exec_driver_sql(
        "SELECT number, due_on FROM applications WHERE open AND due_on <= ? ORDER BY due_on, number",
        (day.isoformat(),),
    )
    return [(number, date.fromisoformat(due_on)) for number, due_on in rows]


def enquiries_due(tx: Connection, day: date) -> list[tuple[str, date]]:
    """Return the unsettled enquiries to be answered on ``day`` or before, with their dates."""
    rows = tx.exec_driver_sql(
        "SELECT number, due_on FROM enquiries WHERE due_on IS NOT NULL AND closed_on IS NULL AND voided = ''"
        " AND due_on <= ? ORDER BY due_on, number",
        (day.isoformat(),),
    )
    return [(number, date.fromisoformat(due_on)) for number, due_on in rows]


def unconfirmed(tx: Connection, day: date) -> list[str]:
    """Return the applications that arrived up to ``day`` and still wait for confirmation (art. 31)."""
    rows = tx.exec_driver_sql(
        "SELECT number FROM applications WHERE state = 'awaiting_confirmation' AND arrived_on <= ? ORDER BY number",
        (day.isoformat(),),
    )
    return [number for (number,) in rows]


def unhandled(tx: Connection, day: date) -> list[str]:
    """Return the day's enquiries still 办理中."""
    rows = tx.exec_driver_sql(
        "SELECT number FROM enquiries WHERE business_date = ? AND handling IS NULL AND voided = '' AND historical = 0"
        " ORDER BY id",
        (day.isoformat(),),
    )
    return [number for (number,) in rows]


def drafts(tx: Connection) -> list[tuple[str, str]]:
    """Return the open drafts as (instance, form); their titles may name persons and stay out of lists."""
    return [
        (instance, form) for instance, form in tx.exec_driver_sql("SELECT instance, form FROM drafts ORDER BY saved_at")
    ]
