"""May this act follow, and where does it lead? The guard every step passes before it is written."""

from dataclasses import replace
from datetime import date

from hallclient.domain.register import life
from hallclient.domain.register.application import Application
from hallclient.domain.register.life_refusals import NoStepToUndo, ReasonMissing, StepBeforeReceipt, StepInFuture
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
    Raises StepInFuture, ReasonMissing, StepBeforeReceipt and what ``life.check`` raises; what the clock refuses,
    ``folded`` raises.
    """
    if step.on > today:
        raise StepInFuture(step.on)
    if (step.on < today or closed) and not step.reason.strip():
        raise ReasonMissing
    earliest = application.received_on or application.arrived_on
    if step.on < earliest:
        raise StepBeforeReceipt(step.act, step.on, earliest)
    place = max(index for index, other in enumerate(application.steps, start=1) if other.on <= step.on)
    before, after = application.steps[:place], application.steps[place:]
    step = life.completed(before, step)
    life.check(before, step)
    for index, later in enumerate(after):  # an act of an earlier day must leave room for what came after it
        life.check((*before, step, *after[:index]), later)
    return replace(application, steps=(*before, step, *after))


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
