"""What must be done, is late, or waits for others? The due board's questions, each answered from a partial index."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection

from hallclient.domain.register.kinds import ApplicantKind
from hallclient.domain.register.people import listed_name, mask_name
from hallclient.domain.register.records import RecordKind
from hallclient.domain.register.states import State

EXCERPT = 40  # characters of a subject a row of the board shows
WAITING = (
    State.AWAITING_CORRECTION,
    State.AWAITING_REASONS,
    State.CONSULTING,
    State.AWAITING_FEE,
    State.AWAITING_CONFIRMATION,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Open:
    """One open thing; ``title`` is masked, ``why`` a state's code, a unit or a document's title."""

    kind: RecordKind
    number: str
    title: str
    due: date | None
    provisional: bool
    why: str


@dataclass(frozen=True, slots=True)
class Some:
    """How many there are, and the first of them."""

    count: int
    rows: tuple[Open, ...]


def due(tx: Connection, first: date, until: date, limit: int) -> Some:
    """Return the open applications due from ``first`` up to but without ``until``, the most urgent first."""
    return _applications(tx, "due_on >= ? AND due_on < ?", (first.isoformat(), until.isoformat()), limit)


def waiting(tx: Connection, limit: int) -> Some:
    """Return the applications whose clock stands because somebody else must act: correction, opinion, fee, receipt."""
    return _applications(
        tx, f"state IN ({', '.join('?' * len(WAITING))})", tuple(state.value for state in WAITING), limit
    )


def _applications(tx: Connection, condition: str, values: Sequence[str], limit: int) -> Some:
    where = f"FROM applications WHERE open AND {condition}"
    count = tx.exec_driver_sql(f"SELECT count(*) {where}", tuple(values)).scalar_one()
    if not count:
        return Some(0, ())
    found = tx.exec_driver_sql(
        f"SELECT number, applicant_kind, applicant_name, substr(subject, 1, {EXCERPT}), due_on, provisional, state"
        f" {where} ORDER BY due_on, id LIMIT ?",
        (*values, limit),
    )
    return Some(
        count,
        tuple(
            Open(
                kind=RecordKind.APPLICATION,
                number=number,
                title=f"{listed_name(ApplicantKind(applicant_kind), name)} {subject}".strip(),
                due=_date(due_on),
                provisional=bool(provisional),
                why=state,
            )
            for number, applicant_kind, name, subject, due_on, provisional, state in found
        ),
    )


def referred(tx: Connection, limit: int) -> Some:
    """Return the matters that were referred or are still being handled and have a date to answer by."""
    where = "FROM enquiries WHERE due_on IS NOT NULL AND closed_on IS NULL AND voided = ''"
    count = tx.exec_driver_sql(f"SELECT count(*) {where}").scalar_one()
    found = tx.exec_driver_sql(
        f"SELECT number, name, substr(content, 1, {EXCERPT}), due_on, refer_to {where} ORDER BY due_on, id LIMIT ?",
        (limit,),
    )
    return Some(
        count,
        tuple(
            Open(
                kind=RecordKind.ENQUIRY,
                number=number,
                title=f"{mask_name(name)} {content}".strip(),
                due=_date(due_on),
                provisional=False,
                why=refer_to,
            )
            for number, name, content, due_on, refer_to in found
        ),
    )


def unprinted(tx: Connection, limit: int) -> Some:
    """Return the issued documents of which no copy is known to have come out."""
    where = "FROM issued_documents WHERE copies = 0 AND historical = 0"
    count = tx.exec_driver_sql(f"SELECT count(*) {where}").scalar_one()
    found = tx.exec_driver_sql(f"SELECT number, title, application, enquiry {where} ORDER BY id DESC LIMIT ?", (limit,))
    return Some(
        count,
        tuple(
            Open(
                kind=RecordKind.DOCUMENT,
                number=number,
                title=title,
                due=None,
                provisional=False,
                why=application or enquiry,
            )
            for number, title, application, enquiry in found
        ),
    )


def _date(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
