"""May this act follow, and where does it lead? The guard every step passes before it is written."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from hallclient.domain.law.clock_values import NO_CLOCK
from hallclient.domain.refusal import Refusal
from hallclient.domain.register import life
from hallclient.domain.register.application import Application
from hallclient.domain.register.approval import WITH
from hallclient.domain.register.life import ActChoice
from hallclient.domain.register.life_refusals import NoStepToUndo, ReasonMissing, StepBeforeReceipt, StepInFuture
from hallclient.domain.register.permissions import Clerk, NotPermitted
from hallclient.domain.register.records import DayClosed
from hallclient.domain.register.sameness import person_text
from hallclient.domain.register.states import open_letters
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
        refusal = _refusal((*before, step, *after[:index]), later)
        # What an earlier release, or an import, wrote without today's evidence does not bar what happens to it now.
        if refusal is not None and _refusal((*before, *after[:index]), later) is None:
            raise refusal
    return replace(application, steps=(*before, step, *after))


def without_last(application: Application) -> tuple[Application, Step]:
    """Return the application without the step that was entered last, and that step. Raises NoStepToUndo.

    What was written in the same save because of it (a search, a review, a draft of one's own) goes with it.
    """
    first = application.steps[0].entered_at
    later = [
        (step.entered_at, index)
        for index, step in enumerate(application.steps)
        if step.entered_at is not None and (step.entered_at != first or step.act not in _OPENING)
    ]
    if not later or application.steps[-1].act is Act.VOIDED:
        raise NoStepToUndo
    _, index = max(later)
    last = application.steps[index]
    first_of_save = index
    while _came_with(application.steps[first_of_save - 1], last):
        first_of_save -= 1
    steps = (*application.steps[:first_of_save], *application.steps[index + 1 :])
    return replace(application, steps=steps), last


def offered(office: Office, application: Application, *, by: Clerk, closed: bool) -> tuple[ActChoice, ...]:
    """Return every act with what would refuse it today: the table, the clock, the clerk's roles, the closed day."""
    return tuple(_offered(office, application, choice, by, closed) for choice in life.choices(application.steps))


def _offered(office: Office, application: Application, choice: ActChoice, by: Clerk, closed: bool) -> ActChoice:
    permission = life.RULES[choice.act].permission
    refusal = choice.why_not or _clock_refusal(office, application, choice.act)
    if refusal is None and not by.may(permission):
        refusal = NotPermitted(permission)
    if refusal is None and closed:
        refusal = DayClosed(office.today())
    return replace(choice, why_not=refusal)


def _clock_refusal(office: Office, application: Application, act: Act) -> Refusal | None:
    """Return what the clock says to ``act`` today, whatever the facts told with it; None when it takes it."""
    if act in NO_CLOCK or application.received_on is None:
        return None
    refusal = None
    for step in _tried(office, application, act):
        try:
            deadline(office, replace(application, steps=(*application.steps, step)))
        except Refusal as refused:
            refusal = refusal or refused
        else:
            return None
    return refusal


def _tried(office: Office, application: Application, act: Act) -> Iterator[Step]:
    today = office.today()
    if act in (Act.CONSULTATION_RECEIVED, Act.CONSULTATION_ANSWERED, Act.CONSULTATION_LAPSED):
        yield from (Step(act=act, on=today, id=letter) for letter in open_letters(application.steps, act))
        return
    if act is Act.CONSULTATION_SENT:
        yield life.completed(application.steps, Step(act=act, on=today))
        return
    details = {}
    if act is Act.POSTPONED:  # some day later than the one that runs
        due = deadline(office, application).due
        details["until"] = (max(due or today, today) + timedelta(days=1)).isoformat()
    yield Step(act=act, on=today, days=1 if act is Act.EXTENDED else None, details=details)


def _came_with(step: Step, last: Step) -> bool:
    return step.details.get(WITH) == last.act.value and (step.entered_at, step.by) == (last.entered_at, last.by)


def _refusal(before: Sequence[Step], step: Step) -> Refusal | None:
    try:
        life.check(before, step)
    except Refusal as refusal:
        return refusal
    return None
