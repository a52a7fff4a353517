"""Which cases does an analysis look at? One light row each, without the person."""

from datetime import date

from sqlalchemy import Connection

from hallclient.domain.figures.analysis import CaseRow
from hallclient.domain.outcomes import Outcome
from hallclient.domain.register.kinds import ApplicantKind, ApplicationChannel

_ROWS = (
    "SELECT number, received_on, closed_on, due_on, outcome, applicant_kind, channel, topic, unit, applicant_key,"
    " EXISTS (SELECT 1 FROM steps WHERE application_id = applications.id AND act = 'extended')"
    " FROM applications WHERE received_on >= ? AND received_on <= ? AND state <> 'voided' ORDER BY received_on, id"
)


def cases(tx: Connection, first: date, last: date) -> list[CaseRow]:
    """Return the applications received on the days ``first`` to ``last`` (both included), oldest first."""
    return [
        CaseRow(
            number=number,
            received_on=date.fromisoformat(received_on),
            closed_on=date.fromisoformat(closed_on) if closed_on else None,
            due_on=date.fromisoformat(due_on) if due_on else None,
            outcome=Outcome(outcome) if outcome else None,
            applicant_kind=ApplicantKind(kind),
            channel=ApplicationChannel(channel),
            topic=topic,
            unit=unit,
            person=person,
            extended=bool(extended),
        )
        for number, received_on, closed_on, due_on, outcome, kind, channel, topic, unit, person, extended in (
            tx.exec_driver_sql(_ROWS, (first.isoformat(), last.isoformat()))
        )
    ]
