"""F03 and F04 over whole lives: whatever is typed, in whatever order, the dates follow from what happened."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hallclient.domain.law.clock import ClockTrace, elapsed, trace
from hallclient.domain.law.rulesets import ruleset_for
from hallclient.domain.outcomes import Outcome
from hallclient.domain.refusal import Refusal
from hallclient.domain.register import life
from hallclient.domain.register.states import ENDED, State, state_of
from hallclient.domain.register.steps import Act, Step
from tests.domain.lives import after, told
from tests.domain.stories import calendar, rulesets

received_days = st.dates(date(2021, 3, 1), date(2026, 4, 30))
_UNTIL = (Act.CORRECTION_REQUESTED, Act.REASONS_DEMANDED, Act.POSTPONED)
_ACTS = tuple(act for act in Act if act not in (Act.ARRIVED, Act.RECEIVED, Act.VOIDED))


@st.composite
def lives(draw: st.DrawFn) -> tuple[Step, ...]:
    """A life in which every act was allowed: acts that are refused are passed over. Weekends and holidays too."""
    received = draw(received_days)
    steps: tuple[Step, ...] = (Step(act=Act.RECEIVED, on=received),)
    on = received
    for _ in range(draw(st.integers(0, 12))):
        on += timedelta(days=draw(st.integers(0, 9)))
        step = _drawn(draw, draw(st.sampled_from(_ACTS)), on)
        try:
            steps = after(steps, step)
        except Refusal:
            continue
    return steps


def _drawn(draw: st.DrawFn, act: Act, on: date) -> Step:
    step = told(act, on)
    details = dict(step.details)
    if act in _UNTIL:
        details["until"] = (on + timedelta(days=draw(st.integers(1, 90)))).isoformat()
    if act is Act.REASONS_DEMANDED and draw(st.booleans()):
        details |= {"stops_clock": "yes", "approver": "赵主任"}
    if act in (Act.SENT, Act.SERVED):
        details["reply"] = "yes"
    days = draw(st.integers(1, 25)) if act is Act.EXTENDED else None
    if act is Act.REOPENED:
        days = draw(st.none() | st.integers(1, 60))
    outcome = draw(st.sampled_from(Outcome)) if act is Act.ANSWERED else None
    letter = draw(st.sampled_from("123")) if step.id in ("", "1") and "consultation" in act.value else step.id
    return replace(step, details=details, days=days, outcome=outcome, id=letter)


def clock_of(steps: tuple[Step, ...]) -> ClockTrace | tuple[str, dict[str, object]]:
    """Return the trace, or the refusal with its facts: both must be the same for the same set of acts."""
    received = next(step.on for step in steps if step.act is Act.RECEIVED)
    try:
        return trace(received, steps, ruleset_for(received, rulesets()), calendar())
    except Refusal as refused:
        return refused.code, vars(refused)


@given(lives(), st.data())
@settings(max_examples=150, deadline=None)
def test_f03_the_order_of_typing_changes_nothing_in_a_whole_life(steps: tuple[Step, ...], data: st.DataObject) -> None:
    # What happened on the day a case was taken up again belongs before or after it as it was entered.
    cuts = {step.on for step in steps if step.act is Act.REOPENED}
    kept = tuple(step for step in steps if step.on not in cuts or step.act is Act.REOPENED)
    shuffled = tuple(data.draw(st.permutations(kept)))
    assert clock_of(kept) == clock_of(shuffled)


@given(lives())
@settings(max_examples=150, deadline=None)
def test_f03_the_original_due_date_is_never_overwritten_and_an_extension_stays_within_its_limit(
    steps: tuple[Step, ...],
) -> None:
    received = steps[0].on
    rules = ruleset_for(received, rulesets())
    original = calendar().add(received, rules.answer.working_days).on
    for length in range(1, len(steps) + 1):
        found = clock_of(steps[:length])
        assert isinstance(found, ClockTrace)
        assert found.original_due == original
        acts = {step.act for step in steps[:length]}
        if Act.REOPENED not in acts and found.due is not None:
            assert found.due >= original
            if Act.POSTPONED not in acts:
                assert found.counted <= rules.answer.working_days + rules.extension_max.working_days
    extensions = [step for step in steps if step.act is Act.EXTENDED]
    assert all(step.days is not None and 1 <= step.days <= 20 for step in extensions)
    assert len(extensions) <= 1 + sum(step.act is Act.REOPENED for step in steps)


@given(lives())
@settings(max_examples=150, deadline=None)
def test_f03_taking_the_last_act_back_restores_state_dates_and_choices(steps: tuple[Step, ...]) -> None:
    seen = []
    for length in range(1, len(steps) + 1):
        part = steps[:length]
        offered = [(choice.act, choice.why_not is None) for choice in life.choices(part)]
        seen.append((state_of(part), clock_of(part), offered))
    undone = steps
    while seen:
        state, clock, offered = seen.pop()
        assert (state_of(undone), clock_of(undone)) == (state, clock)
        assert [(choice.act, choice.why_not is None) for choice in life.choices(undone)] == offered
        undone = undone[:-1]


@given(lives())
@settings(max_examples=150, deadline=None)
def test_f04_a_reply_on_any_day_counts_on_that_day_and_never_below_zero(steps: tuple[Step, ...]) -> None:
    received = steps[0].on
    for step in steps:
        assert elapsed(received, step.on, calendar()) >= 0
    ended = [step for step in steps if step.act in (Act.ANSWERED, Act.WITHDRAWN)]
    found = clock_of(steps)
    assert isinstance(found, ClockTrace)
    if state_of(steps) in ENDED - {State.VOIDED}:
        assert found.ended_on == ended[-1].on  # the true day, whatever day of the week
    if found.replied_on is not None and ended:
        assert found.replied_on >= ended[-1].on


@given(lives())
@settings(max_examples=150, deadline=None)
def test_what_the_table_offers_is_what_it_takes(steps: tuple[Step, ...]) -> None:
    for choice in life.choices(steps):
        step = life.completed(steps, told(choice.act, steps[-1].on))
        if "until" in step.details:  # a date that has gone by is refused for itself
            step.details["until"] = (step.on + timedelta(days=200)).isoformat()
        if choice.why_not is not None:
            with pytest.raises(type(choice.why_not)):
                life.check(steps, step)
