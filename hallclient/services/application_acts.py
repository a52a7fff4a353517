"""May this act follow, and where does it lead? The guard every step passes before it is written."""

from dataclasses import replace
from datetime import date

from hallclient.domain.outcomes import Outcome
from hallclient.domain.register.application import (
    ALLOWED,
    Application,
    ApproverMissing,
    NoStepToUndo,
    OutcomeMissing,
    ReasonMissing,
    StepBeforeReceipt,
    StepInFuture,
    StepRefused,
    check_outcome,
    state_of,
)
from hallclient.domain.register.sameness import person_text
from hallclient.domain.register.steps import Act, Step
from hallclient.services.document_facts import deadline
from hallclient.services.office import Office
from hallclient.storage.applications import Folded

_OPENING = frozenset({Act.ARRIVED, Act.RECEIVED})


def folded(office: Office, application: Application) -> Folded:
    """Fold the steps into what the row repeats. Raises CalendarTooShort and what the clock refuses."""
    due = deadline(office, application)
    return Folded(office.database.blind(person_text(application.applicant)), due.due, due.provisional)


def following(application: Application, step: Step, *, today: date, closed: bool) -> Application:
    """Return the application with ``step`` in its place by date; acts of one day stand as they were entered.

    ``closed``: the day the step bears is closed, so that it needs a reason like a step of an earlier day.
    Raises StepRefused, StepBeforeReceipt, StepInFuture, ReasonMissing, ApproverMissing, OutcomeMissing and
    OutcomeDoesNotFit; what the clock refuses, ``folded`` raises.
    """
    if step.on > today:
        raise StepInFuture(step.on)
    if (step.on < today or closed) and not step.reason.strip():
        raise ReasonMissing
    earliest = application.received_on or application.arrived_on
    if step.on < earliest:
        raise StepBeforeReceipt(step.act, step.on, earliest)
    if step.act is Act.EXTENDED and not step.details.get("approver", "").strip():
        raise ApproverMissing
    place = max(index for index, other in enumerate(application.steps, start=1) if other.on <= step.on)
    step = _completed(application.steps, place, step)
    steps = (*application.steps[:place], step, *application.steps[place:])
    for index, act in enumerate(steps[1:], start=1):
        state = state_of(steps[:index])
        if act.act not in ALLOWED[state]:
            raise StepRefused(step.act, state)
    return replace(application, steps=steps)


def without_last(application: Application) -> tuple[Application, Step]:
    """Return the application without the step that was entered last, and that step. Raises NoStepToUndo."""
    first = application.steps[0].entered_at
    later = [
        (step.entered_at, index)
        for index, step in enumerate(application.steps)
        if step.entered_at is not None and (step.entered_at != first or step.act not in _OPENING)
    ]
    if not later or application.steps[-1].act is Act.VOIDED:
        raise NoStepToUndo
    _, last = max(later)
    steps = (*application.steps[:last], *application.steps[last + 1 :])
    return replace(application, steps=steps), application.steps[last]


def _completed(steps: tuple[Step, ...], place: int, step: Step) -> Step:
    """Fill in what the act brings with it: a consultation's id, the outcome of a withdrawal (T3.3.6.3 其他)."""
    before = steps[:place]
    if step.act is Act.CONSULTATION_SENT and not step.id:
        return replace(step, id=str(1 + sum(other.act is Act.CONSULTATION_SENT for other in steps)))
    if step.act is Act.WITHDRAWN:
        return replace(step, outcome=Outcome.CLOSED_OTHER)
    if step.act is Act.ANSWERED:
        if step.outcome is None:
            raise OutcomeMissing
        if Act.ANSWERED in ALLOWED[state_of(before)]:
            check_outcome(step.outcome, before)
        return step
    return replace(step, outcome=None)
