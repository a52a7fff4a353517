"""What may follow what in an application's life, and which facts does each act need? One table, and its guards.

The table says where an act may be recorded, what must be told with it, who may record it and under which article; a
guard says no for what has to have happened before. Periods (too early, too late, twice) are the clock's to refuse.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal, InvalidOperation

from hallclient.domain.outcomes import Outcome
from hallclient.domain.refusal import Refusal
from hallclient.domain.register import letter_guards, life_guards
from hallclient.domain.register.life_guards import Guard
from hallclient.domain.register.life_refusals import (
    OutcomeMissing,
    ReasonMissing,
    Shape,
    StepFactsMissing,
    StepFactUnreadable,
    StepRefused,
    UntilTooEarly,
)
from hallclient.domain.register.life_terms import (
    FeeBasis,
    Finding,
    Opinion,
    PartyKind,
    ReopenGround,
    SecrecyFinding,
    ServiceMethod,
)
from hallclient.domain.register.permissions import Permission
from hallclient.domain.register.retention import Retention
from hallclient.domain.register.states import State, open_letters, state_of
from hallclient.domain.register.steps import Act, Step
from hallclient.domain.terms import Term

_RUNNING = frozenset({State.IN_PROGRESS, State.CONSULTING, State.AWAITING_REASONS})
_OPEN = _RUNNING | {State.AWAITING_CORRECTION, State.AWAITING_FEE}
_ENDED = frozenset({State.ANSWERED, State.WITHDRAWN})
_ALIVE = frozenset(State) - {State.VOIDED}
_ASKING = _OPEN - {State.IN_PROGRESS}  # where a letter can be open: an open one makes 办理中 into 征求意见中

REASON = "reason"  # a need that stands in the step's own field and not among its details


@dataclass(frozen=True, slots=True, kw_only=True)
class ActRule:
    """``states``: where the act may be recorded. ``needs``: the details it cannot do without; ``asks``: further ones a
    form offers; ``terms``: by which words some of them are told. ``article``: on whose word. ``guard``: what must have
    happened, or not have happened, before."""

    states: frozenset[State]
    needs: tuple[str, ...] = ()
    asks: tuple[str, ...] = ()
    terms: Mapping[str, type[Term]] = field(default_factory=dict)
    permission: Permission = Permission.RECORD_STEP
    article: str = ""
    guard: Guard | None = None


RULES: dict[Act, ActRule] = {
    Act.ARRIVED: ActRule(states=frozenset(), article="第三十一条"),
    Act.RECEIVED: ActRule(states=frozenset({State.AWAITING_CONFIRMATION}), article="第三十一条"),
    Act.ITEMISED: ActRule(states=_OPEN, needs=("items",), article="第三十七条"),
    Act.CORRECTION_REQUESTED: ActRule(
        states=frozenset({State.IN_PROGRESS, State.CONSULTING}), asks=("until",), article="第三十条"
    ),
    Act.CORRECTED: ActRule(states=frozenset({State.AWAITING_CORRECTION}), article="第三十条"),
    Act.REASONS_DEMANDED: ActRule(
        states=frozenset({State.IN_PROGRESS, State.CONSULTING}),
        needs=("until",),
        asks=("stops_clock", "approver"),
        article="第三十五条",
        guard=life_guards.demandable,
    ),
    Act.REASONS_GIVEN: ActRule(
        states=frozenset({State.AWAITING_REASONS}),
        needs=("finding",),
        terms={"finding": Finding},
        article="第三十五条",
        guard=life_guards.demanded,
    ),
    Act.EXTENDED: ActRule(
        states=_RUNNING,
        needs=("approver",),
        asks=("days",),
        article="第三十三条第二款",
        guard=life_guards.not_postponed,
    ),
    Act.POSTPONED: ActRule(
        states=_RUNNING - {State.AWAITING_REASONS},
        needs=("until", "approver"),
        article="第三十五条",
        guard=life_guards.postponable,
    ),
    Act.CONSULTATION_SENT: ActRule(
        states=frozenset({State.IN_PROGRESS, State.CONSULTING}),
        needs=("party_kind", "party"),
        terms={"party_kind": PartyKind},
        article="第三十二条、第三十三条第三款、第三十四条",
    ),
    Act.CONSULTATION_RECEIVED: ActRule(states=_ASKING, article="第三十二条", guard=life_guards.letter),
    Act.CONSULTATION_ANSWERED: ActRule(
        states=_ASKING,
        needs=("opinion",),
        terms={"opinion": Opinion},
        article="第三十二条",
        guard=life_guards.letter,
    ),
    Act.CONSULTATION_LAPSED: ActRule(states=_ASKING, article="第三十二条、第三十四条", guard=life_guards.letter),
    Act.FEE_DECIDED: ActRule(
        states=frozenset({State.IN_PROGRESS, State.CONSULTING}),
        needs=("basis", "count", "yuan", "approver"),
        terms={"basis": FeeBasis},
        permission=Permission.DECIDE_FEE,
        article="第四十二条",
        guard=life_guards.once,
    ),
    Act.FEE_NOTIFIED: ActRule(
        states=frozenset({State.IN_PROGRESS, State.CONSULTING}),
        needs=("yuan",),
        article="国办函〔2020〕109号",
        guard=life_guards.fee_decided,
    ),
    Act.FEE_PAID: ActRule(
        states=frozenset({State.AWAITING_FEE}),
        needs=("yuan",),
        asks=("receipt",),
        article="国办函〔2020〕109号",
        guard=life_guards.fee_notified,
    ),
    Act.SEARCHED: ActRule(
        states=_OPEN, needs=("scope", "keywords", "person"), asks=("searched_on",), article="第三十六条第四项"
    ),
    Act.SECRECY_REVIEWED: ActRule(
        states=_OPEN, needs=("reviewer", "finding"), terms={"finding": SecrecyFinding}, article="第十七条"
    ),
    Act.ESCALATED: ActRule(
        states=_OPEN, needs=("superior", REASON), article="第四十五条", guard=life_guards.not_escalated
    ),
    Act.SUPERIOR_DECIDED: ActRule(
        states=_OPEN,
        needs=("superior", "decision"),
        permission=Permission.DECIDE_SENSITIVE,
        article="第四十五条",
        guard=life_guards.escalated,
    ),
    Act.DRAFTED: ActRule(states=_OPEN, needs=("document", "outcome"), article="第四十五条", guard=life_guards.drafted),
    Act.RETURNED: ActRule(
        states=_OPEN,
        needs=(REASON,),
        permission=Permission.APPROVE_REPLY,
        article="第四十五条",
        guard=life_guards.draft,
    ),
    Act.APPROVED: ActRule(
        states=_OPEN,
        needs=("approver",),
        permission=Permission.APPROVE_REPLY,
        article="第四十五条",
        guard=life_guards.draft,
    ),
    Act.ANSWERED: ActRule(
        states=_OPEN,
        permission=Permission.RECORD_OUTCOME,
        asks=("document",),
        article="第三十六条",
        guard=life_guards.answer,
    ),
    Act.WITHDRAWN: ActRule(states=_OPEN | {State.AWAITING_CONFIRMATION}, article="第三十六条"),
    Act.SENT: ActRule(
        states=_ALIVE,
        needs=("number", "method"),
        asks=("tracking",),
        terms={"method": ServiceMethod},
        article="国办公开办函〔2016〕235号",
        guard=letter_guards.sent,
    ),
    Act.SERVED: ActRule(
        states=_ALIVE,
        needs=("number", "method"),
        asks=("tracking", "receiver", "proof", "place"),
        terms={"method": ServiceMethod},
        article="第三十三条",
        guard=letter_guards.delivered,
    ),
    Act.UNDELIVERED: ActRule(
        states=_ALIVE, needs=("number", REASON), article="第三十三条", guard=letter_guards.on_its_way
    ),
    Act.REPLY_CORRECTED: ActRule(
        states=frozenset({State.ANSWERED}),
        needs=("replaces", "number", REASON),
        permission=Permission.APPROVE_REPLY,
        article="第四十五条",
    ),
    Act.REOPENED: ActRule(
        states=frozenset({State.ANSWERED}),
        needs=("ground", REASON),
        asks=("days", "order"),
        terms={"ground": ReopenGround},
        guard=life_guards.ordered,
        permission=Permission.APPROVE_REPLY,
        article="第五十一条",
    ),
    Act.ARCHIVED: ActRule(
        states=_ENDED,
        needs=("retention",),
        asks=("place",),
        terms={"retention": Retention},
        article="第四十五条",
        guard=life_guards.once,
    ),
    Act.VOIDED: ActRule(states=_ALIVE, permission=Permission.VOID_NUMBER),
}


@dataclass(frozen=True, slots=True)
class ActChoice:
    """An act on offer: ``why_not`` None when it can be recorded now, else the refusal a record would meet. ``needs``
    are the facts it cannot do without, ``letters`` the consultations it can mean."""

    act: Act
    why_not: Refusal | None
    needs: tuple[str, ...] = ()
    letters: tuple[str, ...] = ()


def choices(steps: Sequence[Step], acts: Sequence[Act] = tuple(Act)) -> tuple[ActChoice, ...]:
    """Return every act of ``acts`` with the reason why it cannot be recorded now, if there is one."""
    return tuple(
        ActChoice(act, why_not(steps, act), RULES[act].needs, open_letters(steps, act) if _of_a_letter(act) else ())
        for act in acts
    )


def _of_a_letter(act: Act) -> bool:
    return act in (Act.CONSULTATION_RECEIVED, Act.CONSULTATION_ANSWERED, Act.CONSULTATION_LAPSED)


def why_not(steps: Sequence[Step], act: Act) -> Refusal | None:
    """Return what would refuse ``act`` after ``steps`` whatever is told with it; None when it can follow."""
    return _refused(steps, Step(act=act, on=steps[-1].on), told=False)


def check(steps: Sequence[Step], step: Step) -> None:
    """Raise unless ``step`` may follow ``steps``.

    Raises StepRefused, ActMissing, ActRepeated, StepFactsMissing, StepFactUnreadable, ReasonMissing, OutcomeMissing,
    OutcomeDoesNotFit, UntilTooEarly, OtherSuperior, SecrecyReviewForbids, DateSetAlready, the refusals of a letter's
    way, SecrecyReviewMissing, SuperiorUndecided, ThirdPartyRefused, FeeDiffers, ItemsUndecided, ItemEndsTheWhole,
    OutcomeNotOfItems.
    """
    refusal = _refused(steps, step, told=True)
    if refusal is not None:
        raise refusal


def _refused(steps: Sequence[Step], step: Step, *, told: bool) -> Refusal | None:
    rule, state = RULES[step.act], state_of(steps)
    if rule.guard is not None and state in _ALIVE - {State.AWAITING_CONFIRMATION} and _explains(step.act):
        # "Nothing was demanded yet" helps more than "not in this state".
        refusal = rule.guard(steps, Step(act=step.act, on=step.on))
        if refusal is not None:
            return refusal
    if state not in rule.states:
        return StepRefused(step.act, state)
    if told:
        missing = tuple(_missing(rule, step))
        if missing:
            return ReasonMissing() if missing == (REASON,) else StepFactsMissing(step.act, missing)
        unreadable = _unreadable(rule, step)
        if unreadable is not None:
            return unreadable
        until = step.details.get("until", "")
        if until and date.fromisoformat(until) <= step.on:
            return UntilTooEarly(step.on)
        if step.act is Act.ANSWERED and step.outcome is None:
            return OutcomeMissing()
    return rule.guard(steps, step) if rule.guard is not None else None


def _explains(act: Act) -> bool:
    return act in (Act.FEE_PAID, Act.REASONS_GIVEN) or _of_a_letter(act)


# Decisions hang on these words; of a review's finding only the 不得公开 does, the rest is said as the reviewer says it.
_STRICT = (PartyKind, Opinion, Finding, FeeBasis, ServiceMethod, ReopenGround, Retention)


# What these facts have to be, so that the clock and the fee can reckon with them.
_SHAPES = {"until": Shape.DATE, "searched_on": Shape.DATE, "yuan": Shape.YUAN, "count": Shape.COUNT}


def _missing(rule: ActRule, step: Step) -> Iterator[str]:
    """Name what is needed and not told."""
    for name in rule.needs:
        told = step.reason if name == REASON else step.details.get(name, "")
        if not told.strip():
            yield name


def _unreadable(rule: ActRule, step: Step) -> Refusal | None:
    """Return the refusal of the first fact that is told so that nobody can read it."""
    for name in rule.needs:
        term = rule.terms.get(name)
        if term in _STRICT and term is not None and term.read(step.details[name]) != step.details[name]:
            return StepFactUnreadable(step.act, name, Shape.TERM, tuple(term))
    for name, shape in _SHAPES.items():
        if (told := step.details.get(name, "").strip()) and not _readable(shape, told):
            return StepFactUnreadable(step.act, name, shape)
    return None


def _readable(shape: Shape, told: str) -> bool:
    if shape is Shape.COUNT:
        return told.isascii() and told.isdecimal() and int(told[:9]) > 0
    try:
        if shape is Shape.YUAN:
            yuan = Decimal(told)
            return yuan.is_finite() and yuan >= 0 and yuan == round(yuan, 2)
        date.fromisoformat(told)
    except (InvalidOperation, ValueError):
        return False
    return True


def completed(steps: Sequence[Step], step: Step) -> Step:
    """Fill in what an act brings with it: a consultation's id, the outcome of a withdrawal (T3.3.6.3 其他)."""
    if step.act is Act.CONSULTATION_SENT and not step.id:
        step = replace(step, id=str(1 + sum(other.act is Act.CONSULTATION_SENT for other in steps)))
    if step.act in (Act.CONSULTATION_RECEIVED, Act.CONSULTATION_ANSWERED, Act.CONSULTATION_LAPSED) and not step.id:
        fitting = open_letters(steps, step.act)
        step = replace(step, id=fitting[0] if len(fitting) == 1 else "")
    if step.act is Act.WITHDRAWN:
        return replace(step, outcome=Outcome.CLOSED_OTHER)
    return step if step.act is Act.ANSWERED else replace(step, outcome=None)
