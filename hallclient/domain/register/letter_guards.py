"""May this letter go out, reach its reader, or come back? The guards of a letter's way (送达)."""

from collections.abc import Sequence

from hallclient.domain.refusal import Refusal
from hallclient.domain.register.life_refusals import (
    ActMissing,
    CourierNotAllowed,
    LetterNotOutstanding,
    LetterServed,
    LetterUnderway,
    StepBeforeReceipt,
    StepFactsMissing,
)
from hallclient.domain.register.life_terms import POSTAL, ServiceMethod
from hallclient.domain.register.states import served, undelivered, unserved
from hallclient.domain.register.steps import Act, Step


def sent(steps: Sequence[Step], step: Step) -> Refusal | None:
    """A letter goes by the post with its number, and not twice at once; a bare ``step`` asks for any letter."""
    method = step.details.get("method", "")
    if method == ServiceMethod.COURIER:
        return CourierNotAllowed()
    if method in POSTAL and not step.details.get("tracking", "").strip():
        return StepFactsMissing(step.act, ("tracking",))
    reached, under_way = served(steps).get(step.id), undelivered(steps).get(step.id)
    if step.id and reached is not None:
        return LetterServed(reached.on)
    return LetterUnderway(under_way.on) if step.id and under_way is not None else None


def delivered(steps: Sequence[Step], step: Step) -> Refusal | None:
    """A letter reaches its reader once, not before it went out; one handed over directly went out that moment."""
    if step.details.get("method") == ServiceMethod.COURIER:
        return CourierNotAllowed()
    reached = served(steps).get(step.id)
    if step.id and reached is not None:
        return LetterServed(reached.on)
    went = unserved(steps).get(step.id)
    return StepBeforeReceipt(step.act, step.on, went.on) if step.id and went is not None and step.on < went.on else None


def on_its_way(steps: Sequence[Step], step: Step) -> Refusal | None:
    """What comes back is on its way."""
    way = undelivered(steps)
    if not way:
        return ActMissing(step.act, Act.SENT)
    if not step.id:
        return None  # a form that asks whether any letter is on its way
    if step.id not in way:
        return LetterNotOutstanding()
    went = way[step.id]
    return StepBeforeReceipt(step.act, step.on, went.on) if step.on < went.on else None
