"""What must have happened before an act, and what must not? The guards of the table in ``life``.

A guard gets the steps so far and the act (with its facts, or bare when a form only asks whether it is possible) and
returns the refusal, or None.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from decimal import Decimal

from hallclient.domain.outcomes import Outcome
from hallclient.domain.refusal import Refusal
from hallclient.domain.register import items
from hallclient.domain.register.approval import OUTCOME
from hallclient.domain.register.life_refusals import (
    ActMissing,
    ActRepeated,
    DateSetAlready,
    FeeDiffers,
    OtherSuperior,
    OutcomeDoesNotFit,
    SecrecyReviewForbids,
    SecrecyReviewMissing,
    StepFactsMissing,
    SuperiorUndecided,
    ThirdPartyRefused,
)
from hallclient.domain.register.life_terms import Finding, Opinion, PartyKind, ReopenGround, SecrecyFinding
from hallclient.domain.register.states import State, escalation_of, open_letters, reply_of, state_of, this_round
from hallclient.domain.register.steps import Act, Step

Guard = Callable[[Sequence[Step], Step], Refusal | None]

THIRD_PARTY, CO_MAKER, AGENCY = PartyKind  # who is asked: 第三十二条, 第三十四条, 第三十三条第三款


def once(steps: Sequence[Step], step: Step) -> Refusal | None:
    done = next((other.on for other in this_round(steps) if other.act is step.act), None)
    return ActRepeated(step.act, done) if done is not None else None


def letter(steps: Sequence[Step], step: Step) -> Refusal | None:
    fitting = open_letters(steps, step.act)
    if fitting:
        return None
    needs_delivery = step.act is Act.CONSULTATION_LAPSED and open_letters(steps, Act.CONSULTATION_RECEIVED)
    return ActMissing(step.act, Act.CONSULTATION_RECEIVED if needs_delivery else Act.CONSULTATION_SENT)


def demanded(steps: Sequence[Step], step: Step) -> Refusal | None:
    return None if state_of(steps) is State.AWAITING_REASONS else ActMissing(step.act, Act.REASONS_DEMANDED)


def demandable(steps: Sequence[Step], step: Step) -> Refusal | None:
    """Reasons are demanded once; that the clock stands meanwhile is a superior's word (the 条例 is silent)."""
    if step.details.get("stops_clock") == "yes" and not step.details.get("approver", "").strip():
        return StepFactsMissing(step.act, ("approver",))
    return once(steps, step)


def ordered(steps: Sequence[Step], step: Step) -> Refusal | None:
    """A case that others had dealt with again bears the number of their decision."""
    by_order = step.details.get("ground") in (ReopenGround.RECONSIDERATION, ReopenGround.JUDGMENT)
    return StepFactsMissing(step.act, ("order",)) if by_order and not step.details.get("order", "").strip() else None


def not_postponed(steps: Sequence[Step], step: Step) -> Refusal | None:
    postponed = _last(steps, Act.POSTPONED)
    return DateSetAlready(postponed.details.get("until", "")) if postponed is not None else None


def postponable(steps: Sequence[Step], step: Step) -> Refusal | None:
    reasonable = any(
        other.act is Act.REASONS_GIVEN and other.details.get("finding") == Finding.REASONABLE
        for other in this_round(steps)
    )
    return once(steps, step) if reasonable else ActMissing(step.act, Act.REASONS_GIVEN)


def fee_decided(steps: Sequence[Step], step: Step) -> Refusal | None:
    decided = _last(steps, Act.FEE_DECIDED)
    if decided is None:
        return ActMissing(step.act, Act.FEE_DECIDED)
    return _same_fee(decided, step)


def fee_notified(steps: Sequence[Step], step: Step) -> Refusal | None:
    notified = _last(steps, Act.FEE_NOTIFIED)
    if notified is None:
        return ActMissing(step.act, Act.FEE_NOTIFIED)
    return _same_fee(notified, step)


def _same_fee(before: Step, step: Step) -> Refusal | None:
    said, due = step.details.get("yuan"), before.details.get("yuan")
    return FeeDiffers(due) if said and due and Decimal(said) != Decimal(due) else None


def escalated(steps: Sequence[Step], step: Step) -> Refusal | None:
    waiting = escalation_of(steps)
    if waiting is None:
        return ActMissing(step.act, Act.ESCALATED)
    named, decides = waiting.details.get("superior", ""), step.details.get("superior")
    return OtherSuperior(named) if decides and decides.strip() != named.strip() else None


def not_escalated(steps: Sequence[Step], step: Step) -> Refusal | None:
    waiting = escalation_of(steps)
    return ActRepeated(step.act, waiting.on) if waiting is not None else None


def drafted(steps: Sequence[Step], step: Step) -> Refusal | None:
    """A draft that could never be issued is not put before a superior: its leaf and its items must fit together."""
    outcome = Outcome.read(step.details.get(OUTCOME, ""))
    if outcome is None:
        return None  # a form that asks whether drafting is possible at all
    return misfit(steps, outcome) or _itemised(steps, replace(step, act=Act.ANSWERED), outcome)


def draft(steps: Sequence[Step], step: Step) -> Refusal | None:
    reply = reply_of(steps)
    if reply.draft is None:
        return ActMissing(step.act, Act.DRAFTED)
    if reply.approval is not None and step.act is Act.APPROVED:
        return ActRepeated(step.act, reply.approval.on)
    waiting = escalation_of(steps)
    if waiting is not None and step.act is Act.APPROVED:
        return SuperiorUndecided(waiting.details.get("superior", ""))
    return None


def answer(steps: Sequence[Step], step: Step) -> Refusal | None:
    waiting = escalation_of(steps)
    if waiting is not None:
        return SuperiorUndecided(waiting.details.get("superior", ""))
    if step.outcome is None:
        return None  # a form that asks whether an answer is possible at all
    refusal = misfit(steps, step.outcome)
    if refusal is not None:
        return refusal
    if discloses(step.outcome, step.details.get("document", ""), items.items_of((*steps, step))):
        review = review_of(steps)
        if review is None:
            return SecrecyReviewMissing()
        if review.details.get("finding") in (SecrecyFinding.MAY_NOT.value, SecrecyFinding.MAY_NOT.label):
            return SecrecyReviewForbids()
    if step.outcome is Outcome.GRANTED and _opposed(this_round(steps)) and not step.details.get("override"):
        return ThirdPartyRefused()
    return _itemised(steps, step, step.outcome)


def _itemised(steps: Sequence[Step], answer: Step, outcome: Outcome) -> Refusal | None:
    """Return what the items say to an answer of this outcome; no item may tell what did not happen either."""
    found = items.items_of((*steps, answer))
    try:
        items.check(outcome, found)
    except Refusal as refusal:
        return refusal
    refused = (misfit(steps, item.outcome) for item in found if item.outcome is not None)
    return next((refusal for refusal in refused if refusal is not None), None)


def misfit(steps: Sequence[Step], outcome: Outcome) -> Refusal | None:
    """Return OutcomeDoesNotFit when the leaf tells what did not happen (第三十条、第三十五条；国办函〔2020〕109号)."""
    state = state_of(steps)
    fits = {
        Outcome.CLOSED_CORRECTION_OVERDUE: state is State.AWAITING_CORRECTION,
        Outcome.CLOSED_FEE_UNPAID: state is State.AWAITING_FEE,
        Outcome.UNAVAILABLE_STILL_UNCLEAR: any(step.act is Act.CORRECTED for step in steps),
        Outcome.DECLINED_EXCESSIVE: _excessive(this_round(steps)),
    }
    return None if fits.get(outcome, True) else OutcomeDoesNotFit(outcome, state)


def _opposed(steps: Sequence[Step]) -> bool:
    """Tell whether a third party objected: then everything is disclosed only for a public interest (第三十二条)."""
    asked = {step.id for step in steps if step.act is Act.CONSULTATION_SENT and party_kind(step) == THIRD_PARTY}
    objects = (Opinion.REFUSED, Opinion.PARTLY)
    return any(
        step.act is Act.CONSULTATION_ANSWERED and step.id in asked and step.details.get("opinion") in objects
        for step in steps
    )


def _excessive(steps: Sequence[Step]) -> bool:
    """Tell whether reasons were demanded and none were found reasonable (第三十五条)."""
    given = _last(steps, Act.REASONS_GIVEN)
    demanded_before = any(step.act is Act.REASONS_DEMANDED for step in steps)
    return demanded_before and (given is None or given.details.get("finding") != Finding.REASONABLE)


def party_kind(sent: Step) -> str:
    """Return whom a consultation asks; letters of earlier releases asked third parties."""
    return sent.details.get("party_kind") or THIRD_PARTY


def discloses(outcome: Outcome, document: str = "", pieces: Sequence[items.Item] = ()) -> bool:
    """Tell whether an answer gives out information: pointing to what is published already (A02) gives out nothing.

    Of several ``pieces``, whether one of them does.
    """
    if items.answered_one_by_one(pieces):
        return any(discloses(piece.outcome, piece.kind or document) for piece in pieces if piece.outcome is not None)
    return outcome in (Outcome.GRANTED, Outcome.GRANTED_IN_PART) and document != "A02"


def review_of(steps: Sequence[Step]) -> Step | None:
    """Return this round's last confidentiality review (保密审查, 第十七条); None when there is none."""
    return _last(steps, Act.SECRECY_REVIEWED)


def _last(steps: Sequence[Step], act: Act) -> Step | None:
    return next((step for step in reversed(this_round(steps)) if step.act is act), None)
