"""Which periods run beside the reply's own, and until when? The notice of 第三十条, whoever was asked, the payment."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date

from hallclient.domain.law import clock
from hallclient.domain.law.rulesets import RuleSet
from hallclient.domain.law.working_days import CalendarTooShort, CountedDate, WorkingCalendar
from hallclient.domain.register.life_guards import party_kind
from hallclient.domain.register.states import State, open_letters, state_of, this_round
from hallclient.domain.register.steps import Act, Step

_NOTICE_STILL_POSSIBLE = frozenset({State.IN_PROGRESS, State.CONSULTING})


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenPeriod:
    """One period that runs. ``awaits`` is the act that ends it; ``until`` its last day, None while nobody knows it.

    ``letter`` and ``party`` (with ``party_kind``) say which consultation it is.
    """

    awaits: Act
    until: date | None
    provisional: bool = False
    article: str = ""
    letter: str = ""
    party: str = ""
    party_kind: str = ""


def open_periods(steps: Sequence[Step], rules: RuleSet, calendar: WorkingCalendar) -> tuple[OpenPeriod, ...]:
    """Return what runs after ``steps``, in the order of the procedure; nothing before receipt and after the end.

    Source: 条例 第三十条、第三十二条、第三十五条; 国办函〔2020〕109号. A date beyond the calendar is left unknown.
    """
    received = next((step.on for step in steps if step.act is Act.RECEIVED), None)
    if received is None:
        return ()
    return tuple(_running(steps, received, rules, calendar))


def _running(steps: Sequence[Step], received: date, rules: RuleSet, calendar: WorkingCalendar) -> Iterator[OpenPeriod]:
    state, current = state_of(steps), this_round(steps)
    last = {step.act: step for step in current}
    article = rules.correction_source
    if (
        state in _NOTICE_STILL_POSSIBLE
        and not any(step.act in (Act.CORRECTION_REQUESTED, Act.REOPENED) for step in steps)
        and rules.correction_notice is not None
    ):
        with suppress(CalendarTooShort):
            yield _counted(Act.CORRECTION_REQUESTED, clock.correction_notice_due(received, rules, calendar), article)
    if state is State.AWAITING_CORRECTION:
        asked = last[Act.CORRECTION_REQUESTED]
        yield _set(asked, Act.CORRECTED, article) or _reckoned(
            Act.CORRECTED, lambda: clock.correction_due(asked.on, rules, calendar), article
        )
    if state is State.AWAITING_REASONS:
        yield _set(last[Act.REASONS_DEMANDED], Act.REASONS_GIVEN, "第三十五条") or OpenPeriod(
            awaits=Act.REASONS_GIVEN, until=None, article="第三十五条"
        )
    if state not in (State.ANSWERED, State.WITHDRAWN, State.VOIDED):
        yield from _letters(current, rules, calendar)
    if state is State.AWAITING_FEE:
        notified = last[Act.FEE_NOTIFIED].on
        source = rules.fee_payment.source if rules.fee_payment is not None else ""
        yield _reckoned(Act.FEE_PAID, lambda: clock.fee_payment_due(notified, rules, calendar), source)


def _letters(current: Sequence[Step], rules: RuleSet, calendar: WorkingCalendar) -> Iterator[OpenPeriod]:
    sent = {step.id: step for step in current if step.act is Act.CONSULTATION_SENT}
    delivered = {step.id: step.on for step in current if step.act is Act.CONSULTATION_RECEIVED}
    for letter in open_letters(current, Act.CONSULTATION_ANSWERED):
        asked, at = sent[letter], delivered.get(letter)
        found: CountedDate | None = None
        if at is not None:
            with suppress(CalendarTooShort):
                found = clock.third_party_due(at, rules, calendar)
        yield OpenPeriod(
            awaits=Act.CONSULTATION_RECEIVED if at is None else Act.CONSULTATION_ANSWERED,
            until=found.on if found is not None else None,
            provisional=found is not None and found.provisional,
            article=rules.consultation_answer.source if rules.consultation_answer is not None else "",
            letter=letter,
            party=asked.details.get("party", ""),
            party_kind=party_kind(asked),
        )


def _set(asked: Step, awaits: Act, article: str) -> OpenPeriod | None:
    """Return the period the agency itself set, where it did."""
    until = asked.details.get("until")
    return OpenPeriod(awaits=awaits, until=date.fromisoformat(until), article=article) if until else None


def _reckoned(awaits: Act, due: Callable[[], CountedDate | None], article: str) -> OpenPeriod:
    with suppress(CalendarTooShort):
        return _counted(awaits, due(), article)
    return OpenPeriod(awaits=awaits, until=None, article=article)


def _counted(awaits: Act, found: CountedDate | None, article: str) -> OpenPeriod:
    if found is None:
        return OpenPeriod(awaits=awaits, until=None, article=article)
    return OpenPeriod(awaits=awaits, until=found.on, provisional=found.provisional, article=article)
