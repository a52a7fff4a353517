"""What do lists show of the applications? Masked rows for a filter, and what looks like the same application again."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import Connection

from hallclient.domain.outcomes import Outcome
from hallclient.domain.register.application_lists import ApplicationFilter, ApplicationRow, Similar
from hallclient.domain.register.kinds import ApplicantKind, ApplicationChannel
from hallclient.domain.register.people import listed_name, mask_phone
from hallclient.domain.register.states import State

EXCERPT = 60  # characters of the subject a list shows
OTHERS = 20  # applications of other people about the same thing that are worth showing
_LOOKED_AT = 200  # a person's own applications compared with what is being typed
_ROW = (
    "SELECT number, original_number, window, channel, applicant_kind, applicant_name, phone, unit, topic,"
    f" substr(subject, 1, {EXCERPT}), state, arrived_on, received_on, due_on, provisional, outcome, closed_on,"
    " fee_yuan, historical, version FROM applications"
)
_SIMILAR = (
    f"SELECT number, coalesce(received_on, arrived_on), substr(subject, 1, {EXCERPT * 7}), subject_key, state, outcome"
    " FROM applications"
)


def rows(tx: Connection, wanted: ApplicationFilter) -> list[ApplicationRow]:
    """Return masked rows: by due date where the list asks for due ones, else newest first."""
    conditions: list[str] = []
    arguments: list[object] = []

    def narrow(condition: str, *given: object) -> None:
        conditions.append(condition)
        arguments.extend(given)

    if wanted.states:
        narrow(f"state IN ({', '.join('?' * len(wanted.states))})", *(state.value for state in wanted.states))
    else:
        narrow("state <> ?", State.VOIDED.value)
    ranges = (
        ("received_on >= ?", wanted.received_first),
        ("received_on < ?", wanted.received_until),
        ("closed_on >= ?", wanted.closed_first),
        ("closed_on < ?", wanted.closed_until),
        ("open AND due_on < ?", wanted.due_until),
    )
    for condition, day in ranges:
        if day is not None:
            narrow(condition, day.isoformat())
    equal = {
        "applicant_kind": wanted.kind,
        "channel": wanted.channel,
        "outcome": wanted.outcome,
        "unit": wanted.unit,
        "topic": wanted.topic,
    }
    for column, value in equal.items():
        if value:
            narrow(f"{column} = ?", str(value))
    if wanted.historical is not None:
        narrow("historical = ?", wanted.historical)
    order = "due_on, id" if wanted.due_until is not None else "id DESC"
    found = tx.exec_driver_sql(
        f"{_ROW} WHERE {' AND '.join(conditions)} ORDER BY {order} LIMIT ? OFFSET ?",
        (*arguments, wanted.limit, wanted.offset),
    )
    return [_row(row) for row in found]


def of_applicant(tx: Connection, applicant_key: str, since: date, *, subject_key: str) -> list[Similar]:
    """Return a person's applications since a day, newest first; the whole subject's start stands in ``subject``."""
    found = tx.exec_driver_sql(
        f"{_SIMILAR} WHERE applicant_key = ? AND coalesce(received_on, arrived_on) >= ? AND state <> 'voided'"
        " ORDER BY id DESC LIMIT ?",
        (applicant_key, since.isoformat(), _LOOKED_AT),
    )
    return [_similar(row, subject_key, same_applicant=True) for row in found]


def of_others(tx: Connection, applicant_key: str, since: date, *, subject_key: str) -> list[Similar]:
    """Return what others asked since a day under the very same normalised subject, newest first (art. 44(1))."""
    found = tx.exec_driver_sql(
        f"{_SIMILAR} WHERE subject_key = ? AND applicant_key <> ? AND coalesce(received_on, arrived_on) >= ?"
        " AND state <> 'voided' ORDER BY id DESC LIMIT ?",
        (subject_key, applicant_key, since.isoformat(), OTHERS),
    )
    return [_similar(row, subject_key, same_applicant=False) for row in found]


def _similar(row: Sequence[Any], key: str, *, same_applicant: bool) -> Similar:
    number, on, subject, found_key, state, outcome = row
    return Similar(
        number=number,
        on=date.fromisoformat(on),
        subject=subject,
        same_information=found_key == key,
        same_applicant=same_applicant,
        state=State(state),
        outcome=Outcome(outcome) if outcome else None,
    )


def _row(row: Sequence[Any]) -> ApplicationRow:
    names = (
        "number", "original_number", "window", "channel", "kind", "name", "phone", "unit", "topic", "subject", "state",
        "arrived_on", "received_on", "due_on", "provisional", "outcome", "closed_on", "fee_yuan", "historical",
        "version",
    )  # fmt: skip
    kept = dict(zip(names, row, strict=True))
    for name in ("arrived_on", "received_on", "due_on", "closed_on"):
        kept[name] = date.fromisoformat(kept[name]) if kept[name] else None
    kept["channel"] = ApplicationChannel(kept["channel"])
    kept["kind"] = ApplicantKind(kept["kind"])
    kept["state"] = State(kept["state"])
    kept["outcome"] = Outcome(kept["outcome"]) if kept["outcome"] else None
    kept["provisional"], kept["historical"] = bool(kept["provisional"]), bool(kept["historical"])
    kept["phone"] = mask_phone(kept["phone"])
    kept["name"] = listed_name(kept["kind"], kept["name"])
    return ApplicationRow(**kept)
