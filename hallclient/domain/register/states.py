"""Where does an application stand? Folded from its steps, never stored as the truth."""

from collections.abc import Sequence
from dataclasses import dataclass

from hallclient.domain.register.steps import Act, Step
from hallclient.domain.terms import Term


class State(Term):
    """What an application waits for, or how it ended."""

    AWAITING_CONFIRMATION = "awaiting_confirmation", "待确认收到"
    IN_PROGRESS = "in_progress", "办理中"
    AWAITING_CORRECTION = "awaiting_correction", "待补正"
    AWAITING_REASONS = "awaiting_reasons", "待说明理由"
    CONSULTING = "consulting", "征求意见中"
    AWAITING_FEE = "awaiting_fee", "待缴费"
    ANSWERED = "answered", "已办结"
    WITHDRAWN = "withdrawn", "已撤回"
    VOIDED = "voided", "作废"


ENDED = frozenset({State.ANSWERED, State.WITHDRAWN, State.VOIDED})

_LEADS_TO = {
    Act.RECEIVED: State.IN_PROGRESS,
    Act.CORRECTED: State.IN_PROGRESS,
    Act.FEE_PAID: State.IN_PROGRESS,
    Act.REOPENED: State.IN_PROGRESS,
    Act.CORRECTION_REQUESTED: State.AWAITING_CORRECTION,
    Act.FEE_NOTIFIED: State.AWAITING_FEE,
    Act.ANSWERED: State.ANSWERED,
    Act.WITHDRAWN: State.WITHDRAWN,
    Act.VOIDED: State.VOIDED,
}


def state_of(steps: Sequence[Step]) -> State:
    """Fold the steps into the state they lead to."""
    state = State.AWAITING_CONFIRMATION
    letters: set[str] = set()
    demanded = False
    for step in steps:
        state = _LEADS_TO.get(step.act, state)
        match step.act:
            case Act.CONSULTATION_SENT:
                letters.add(step.id)
            case Act.CONSULTATION_ANSWERED | Act.CONSULTATION_LAPSED:
                letters.discard(step.id)
            case Act.REASONS_DEMANDED:
                demanded = True
            case Act.REASONS_GIVEN:
                demanded = False
            case Act.REOPENED:
                letters.clear()
                demanded = False
            case _:
                pass
    if state is State.IN_PROGRESS and demanded:
        return State.AWAITING_REASONS
    if state is State.IN_PROGRESS and letters:
        return State.CONSULTING
    return state


def this_round(steps: Sequence[Step]) -> tuple[Step, ...]:
    """Return the steps since the case was last taken up again: all of them, as a rule."""
    starts = [index for index, step in enumerate(steps) if step.act is Act.REOPENED]
    return tuple(steps[starts[-1] :]) if starts else tuple(steps)


def rounds(steps: Sequence[Step]) -> tuple[tuple[Step, ...], ...]:
    """Return the steps cut where the case was taken up again; each further round begins with its ``REOPENED``."""
    cut: list[list[Step]] = [[]]
    for step in steps:
        if step.act is Act.REOPENED:
            cut.append([])
        cut[-1].append(step)
    return tuple(tuple(part) for part in cut)


@dataclass(frozen=True, slots=True)
class Reply:
    """How far the reply has come in this round: its draft, and its approval when the draft was approved as it is."""

    draft: Step | None = None
    approval: Step | None = None


def reply_of(steps: Sequence[Step]) -> Reply:
    """Fold drafting, return and approval; a new draft or a return takes the approval away."""
    reply = Reply()
    for step in this_round(steps):
        if step.act is Act.DRAFTED:
            reply = Reply(step)
        elif step.act is Act.RETURNED:
            reply = Reply()
        elif step.act is Act.APPROVED:
            reply = Reply(reply.draft, step)
    return reply


def escalation_of(steps: Sequence[Step]) -> Step | None:
    """Return the escalation a named superior has not decided yet; None when there is none."""
    waiting = None
    for step in this_round(steps):
        if step.act is Act.ESCALATED:
            waiting = step
        elif step.act is Act.SUPERIOR_DECIDED:
            waiting = None
    return waiting


def open_letters(steps: Sequence[Step], act: Act) -> tuple[str, ...]:
    """Return the ids of the consultations ``act`` (delivered, answered, lapsed) can belong to."""
    current = this_round(steps)

    def ids(*acts: Act) -> set[str]:
        return {step.id for step in current if step.act in acts}

    gone = ids(Act.CONSULTATION_ANSWERED, Act.CONSULTATION_LAPSED)
    if act is Act.CONSULTATION_RECEIVED:
        gone |= ids(Act.CONSULTATION_RECEIVED)
    found = ids(Act.CONSULTATION_SENT) - gone
    if act is Act.CONSULTATION_LAPSED:  # silence counts from the day the letter was received (第三十二条)
        found &= ids(Act.CONSULTATION_RECEIVED)
    return tuple(sorted(found))


def undelivered(steps: Sequence[Step]) -> dict[str, Step]:
    """Return the letters on their way, by id: sent and neither served nor come back."""
    return {name: sent for name, sent in unserved(steps).items() if name not in returned(steps)}


def unserved(steps: Sequence[Step]) -> dict[str, Step]:
    """Return the letters that went out and have not reached their readers, by id: on their way, or come back."""
    way: dict[str, Step] = {}
    for step in steps:
        if step.act is Act.SENT:
            way[step.id] = step
        elif step.act is Act.SERVED:
            way.pop(step.id, None)
    return way


def returned(steps: Sequence[Step]) -> dict[str, Step]:
    """Return the letters that came back and were not sent again or served since, by id."""
    back: dict[str, Step] = {}
    for step in steps:
        if step.act is Act.UNDELIVERED:
            back[step.id] = step
        elif step.act in (Act.SENT, Act.SERVED):
            back.pop(step.id, None)
    return back


def served(steps: Sequence[Step]) -> dict[str, Step]:
    """Return the first service of each letter that reached its reader, by id."""
    found: dict[str, Step] = {}
    for step in steps:
        if step.act is Act.SERVED:
            found.setdefault(step.id, step)
    return found
