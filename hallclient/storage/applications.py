"""Which applications does the register hold? The row, its steps and its place in the search index, always together.

The steps are the truth; ``state``, ``due_on``, ``outcome`` (of the first reply) and their like repeat what they say and
are written by the same call. Constant SQL text and positional values: this is the hot path of a burst.
"""

import json
from collections.abc import Collection, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection

from hallclient.domain.outcomes import Outcome
from hallclient.domain.register.application import Application
from hallclient.domain.register.kinds import ApplicantKind, ApplicationChannel, DeliveryMethod, IdKind, ProvisionForm
from hallclient.domain.register.people import Agent, Applicant
from hallclient.domain.register.records import RecordKind
from hallclient.domain.register.sameness import subject_key
from hallclient.domain.register.states import State
from hallclient.domain.register.steps import Act, Step
from hallclient.storage import search

COLUMNS = (
    "number", "original_number", "window", "channel", "signed_for", "applicant_kind", "applicant_name", "applicant",
    "agent", "phone", "id_kind", "id_number", "applicant_key", "unit", "topic", "subject", "subject_key",
    "index_number", "form", "delivery", "materials", "oral_reason", "enquiry", "repeat_of", "repeat_decision",
    "historical", "version", "state", "arrived_on", "received_on", "due_on", "provisional", "outcome", "closed_on",
    "fee_yuan", "open", "unserved_since", "retention",
)  # fmt: skip
STEP_COLUMNS = (
    "application_id", "seq", "act", '"on"', "days", "ref", "outcome", '"by"', "entered_at", "reason", "details",
)  # fmt: skip
_MARKS = ", ".join("?" * len(COLUMNS))
_INSERT = f"INSERT INTO applications ({', '.join(COLUMNS)}) VALUES ({_MARKS})"
INSERT_WITH_ID = f"INSERT INTO applications (id, {', '.join(COLUMNS)}) VALUES (?, {_MARKS})"
INSERT_STEP = f"INSERT INTO steps ({', '.join(STEP_COLUMNS)}) VALUES ({', '.join('?' * len(STEP_COLUMNS))})"
_UPDATE = f"UPDATE applications SET {', '.join(f'{c} = ?' for c in COLUMNS)} WHERE number = ? AND version = ?"
_SELECT = f"SELECT id, {', '.join(COLUMNS)} FROM applications"
_STEPS = f"SELECT {', '.join(STEP_COLUMNS)} FROM steps"
_FURTHER = ("id_seen", "address", "postcode", "email", "fax", "employer", "legal_representative", "contact")
NEWEST = 5000  # rows among which a clerk's last one is looked for


@dataclass(frozen=True, slots=True)
class Folded:
    """What the row repeats and only a desk can compute: the due date, whether it is provisional, who applied.

    ``applicant_key`` is ``Database.blind(person_text(applicant))``.
    """

    applicant_key: str
    due_on: date | None = None
    provisional: bool = False


def add(tx: Connection, application: Application, folded: Folded) -> None:
    """Enter an application with its steps, and its words in the search index."""
    row_id: int = tx.exec_driver_sql(_INSERT, values(application, folded)).lastrowid
    tx.exec_driver_sql(INSERT_STEP, step_values(row_id, application.steps))
    search.add(tx, RecordKind.APPLICATION, row_id, words(application), (application.applicant.name,))


def save(tx: Connection, application: Application, folded: Folded) -> bool:
    """Change an application to ``application`` when its version is still the one it was read with; it rises by one.

    False when somebody else saved it meanwhile; nothing is changed then. A voided one leaves the search index; its
    number is still found.
    """
    following = replace(application, version=application.version + 1)
    done = tx.exec_driver_sql(_UPDATE, (*values(following, folded), application.number, application.version))
    if done.rowcount != 1:
        return False
    row_id: int = tx.exec_driver_sql("SELECT id FROM applications WHERE number = ?", (application.number,)).scalar_one()
    tx.exec_driver_sql("DELETE FROM steps WHERE application_id = ?", (row_id,))
    tx.exec_driver_sql(INSERT_STEP, step_values(row_id, application.steps))
    search.remove(tx, RecordKind.APPLICATION, row_id)
    if application.state is not State.VOIDED:
        search.add(tx, RecordKind.APPLICATION, row_id, words(application), (application.applicant.name,))
    return True


def get(tx: Connection, number: str) -> Application | None:
    """Return the application in clear; None when there is none of that number."""
    found = _applications(tx, "number = ?", (number,))
    return found[0] if found else None


def open_ones(tx: Connection) -> list[Application]:
    """Return every application whose clock has started and that is not closed, oldest first."""
    return _applications(tx, "received_on IS NOT NULL AND open ORDER BY id", ())


def open_in(tx: Connection, states: Collection[State]) -> list[Application]:
    """Return the open applications that stand in one of ``states``, oldest first."""
    marks = ", ".join("?" * len(states))
    return _applications(tx, f"open AND state IN ({marks}) ORDER BY id", tuple(state.value for state in states))


def untouched(tx: Connection, received: Collection[date]) -> list[Application]:
    """Return the open applications received on one of the days to which nothing has happened yet, oldest first."""
    marks = ", ".join("?" * len(received))
    return _applications(
        tx,
        f"open AND state = 'in_progress' AND received_on IN ({marks}) AND NOT EXISTS (SELECT 1 FROM steps s"
        " WHERE s.application_id = applications.id AND s.act NOT IN ('arrived', 'received')) ORDER BY id",
        tuple(day.isoformat() for day in received),
    )


def drafted(tx: Connection) -> list[Application]:
    """Return the open applications whose reply is drafted, and neither approved nor given back, oldest first."""
    return _applications(
        tx,
        "open AND (SELECT s.act FROM steps s WHERE s.application_id = applications.id AND s.act IN"
        " ('drafted', 'returned', 'approved', 'reopened') ORDER BY s.seq DESC LIMIT 1) = 'drafted' ORDER BY id",
        (),
    )


def unserved(tx: Connection) -> list[Application]:
    """Return the applications with a letter that went out and has not reached its reader, the longest way first."""
    return _applications(tx, "unserved_since IS NOT NULL AND state <> 'voided' ORDER BY unserved_since, id", ())


def last_by(tx: Connection, clerk: str) -> Application | None:
    """Return the live application a clerk registered last; None when there is none among the newest."""
    # Only the newest rows are looked at: a clerk who never registered any must not cost a scan of ten years.
    row = tx.exec_driver_sql(
        "SELECT a.number FROM applications a JOIN steps s ON s.application_id = a.id AND s.seq = 1"
        f" WHERE a.id > (SELECT max(id) FROM applications) - {NEWEST} AND a.historical = 0"
        " AND a.state <> 'voided' AND s.\"by\" = ? ORDER BY a.id DESC LIMIT 1",
        (clerk,),
    ).fetchone()
    return None if row is None else get(tx, row[0])


def set_due(tx: Connection, number: str, due_on: date | None, provisional: bool) -> None:
    """Write a due date a new calendar moved. The application itself did not change, so its version stays."""
    tx.exec_driver_sql(
        "UPDATE applications SET due_on = ?, provisional = ? WHERE number = ?",
        (_iso(due_on), provisional, number),
    )


def due_dates(tx: Connection) -> dict[str, tuple[date | None, bool]]:
    """Return the stored due date of every open application, and whether it is provisional."""
    rows = tx.exec_driver_sql(
        "SELECT number, due_on, provisional FROM applications WHERE received_on IS NOT NULL AND open"
    )
    return {number: (_day(due_on), bool(provisional)) for number, due_on, provisional in rows}


def count_received(tx: Connection, applicant_key: str, first: date, until: date) -> int:
    """Count one applicant's applications received from ``first`` up to but without ``until``."""
    count: int = tx.exec_driver_sql(
        "SELECT count(*) FROM applications WHERE applicant_key = ? AND received_on >= ? AND received_on < ?"
        " AND state <> 'voided'",
        (applicant_key, first.isoformat(), until.isoformat()),
    ).scalar_one()
    return count


def count_before(tx: Connection, number: str, applicant_key: str, first: date, until: date) -> int:
    """Count one applicant's applications received from ``first`` up to but without ``until``, and before ``number``."""
    count: int = tx.exec_driver_sql(
        "SELECT count(*) FROM applications a JOIN applications this ON this.number = ?"
        " WHERE a.applicant_key = ? AND a.received_on >= ? AND a.received_on < ? AND a.state <> 'voided'"
        " AND (a.received_on, a.id) < (coalesce(this.received_on, this.arrived_on), this.id)",
        (number, applicant_key, first.isoformat(), until.isoformat()),
    ).scalar_one()
    return count


def words(a: Application) -> tuple[str, ...]:
    """Return the texts the search box finds it by; they stand in the columns ``search_sources`` names."""
    texts = (a.applicant.phone, a.subject, a.unit, a.topic, a.index_number, a.original_number)
    return tuple(text for text in texts if text)


def values(a: Application, folded: Folded) -> tuple[object, ...]:
    """Return a row's values in the order of ``COLUMNS``."""
    person = a.applicant
    further = {name: value for name in _FURTHER if (value := getattr(person, name))}
    return (
        a.number,
        a.original_number,
        a.window,
        a.channel.value,
        a.signed_for,
        person.kind.value,
        person.name,
        json.dumps(further, ensure_ascii=False),
        json.dumps(asdict(a.agent), ensure_ascii=False) if a.agent else "",
        person.phone,
        person.id_kind.value if person.id_kind else "",
        person.id_number,
        folded.applicant_key,
        a.unit,
        a.topic,
        a.subject,
        subject_key(a.subject),
        a.index_number,
        a.form.value if a.form else "",
        a.delivery.value if a.delivery else "",
        a.materials,
        a.oral_reason,
        a.enquiry,
        a.repeat_of,
        a.repeat_decision,
        a.historical,
        a.version,
        a.state.value,
        a.arrived_on.isoformat(),
        _iso(a.received_on),
        _iso(folded.due_on),
        folded.provisional,
        a.counted.outcome.value if a.counted and a.counted.outcome else "",
        _iso(a.counted.on if a.counted else None),
        a.fee_yuan,
        a.open,
        _iso(a.unserved_since),
        a.retention,
    )


def step_values(row_id: int, steps: Sequence[Step]) -> list[tuple[object, ...]]:
    """Return the steps' values in the order of ``STEP_COLUMNS``."""
    return [
        (
            row_id,
            seq,
            step.act.value,
            step.on.isoformat(),
            step.days,
            step.id,
            step.outcome.value if step.outcome else "",
            step.by,
            step.entered_at.isoformat(" ", "microseconds") if step.entered_at else None,
            step.reason,
            json.dumps(step.details, ensure_ascii=False, sort_keys=True) if step.details else "",
        )
        for seq, step in enumerate(steps, start=1)
    ]


def _applications(tx: Connection, where: str, arguments: tuple[object, ...]) -> list[Application]:
    rows = tx.exec_driver_sql(f"{_SELECT} WHERE {where}", arguments).fetchall()
    if len(rows) == 1:
        found = tx.exec_driver_sql(f"{_STEPS} WHERE application_id = ? ORDER BY seq", (rows[0][0],))
    else:
        found = tx.exec_driver_sql(
            f"{_STEPS} WHERE application_id IN (SELECT id FROM applications WHERE {where}) ORDER BY 1, 2", arguments
        )
    steps: dict[int, list[Step]] = {}
    for row in found:
        steps.setdefault(row[0], []).append(_step(row))
    return [_application(row, tuple(steps[row[0]])) for row in rows]


def _application(row: Sequence[Any], steps: tuple[Step, ...]) -> Application:
    kept = dict(zip(COLUMNS, row[1:], strict=True))
    applicant = Applicant(
        kind=ApplicantKind(kept["applicant_kind"]),
        name=kept["applicant_name"],
        id_kind=IdKind(kept["id_kind"]) if kept["id_kind"] else None,
        id_number=kept["id_number"],
        phone=kept["phone"],
        **json.loads(kept["applicant"]),
    )
    same = (
        "number", "original_number", "window", "subject", "unit", "topic", "index_number", "materials", "oral_reason",
        "enquiry", "repeat_of", "repeat_decision", "version",
    )  # fmt: skip
    return Application(
        **{name: kept[name] for name in same},
        channel=ApplicationChannel(kept["channel"]),
        applicant=applicant,
        form=ProvisionForm(kept["form"]) if kept["form"] else None,
        delivery=DeliveryMethod(kept["delivery"]) if kept["delivery"] else None,
        agent=_agent(kept["agent"]),
        signed_for=bool(kept["signed_for"]),
        historical=bool(kept["historical"]),
        steps=steps,
    )


def _agent(text: str) -> Agent | None:
    if not text:
        return None
    kept = json.loads(text)
    return Agent(**kept | {"id_kind": IdKind(kept["id_kind"]) if kept["id_kind"] else None})


def _step(row: Sequence[Any]) -> Step:
    _, _, act, on, days, ref, outcome, by, entered_at, reason, details = row
    return Step(
        act=Act(act),
        on=date.fromisoformat(on),
        days=days,
        id=ref,
        outcome=Outcome(outcome) if outcome else None,
        by=by,
        entered_at=datetime.fromisoformat(entered_at) if entered_at else None,
        reason=reason,
        details=json.loads(details) if details else {},
    )


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
