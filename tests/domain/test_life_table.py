"""May this act follow in that state? Every pair of the table: allowed ones work, the others are refused by name."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from hallclient.domain.register import life
from hallclient.domain.register.life_refusals import (
    ActMissing,
    OutcomeMissing,
    ReasonMissing,
    StepFactsMissing,
    StepFactUnreadable,
    StepRefused,
)
from hallclient.domain.register.states import State, state_of
from hallclient.domain.register.steps import Act, Step
from tests.domain.lives import PAIRS, RECEIVED_ON, WAY, after, ready, told

NEXT_DAY, WEEKS_LATER = RECEIVED_ON + timedelta(days=2), date(2026, 4, 20)
ALLOWED = [(state, act) for state, act in PAIRS if state in life.RULES[act].states]
REFUSED = [pair for pair in PAIRS if pair not in ALLOWED]


def day(act: Act) -> date:
    return WEEKS_LATER if act is Act.CONSULTATION_LAPSED else NEXT_DAY


@pytest.mark.parametrize(("state", "act"), ALLOWED)
def test_an_allowed_act_with_its_facts_is_taken(state: State, act: Act) -> None:
    before = ready(state, act)
    steps = after(before, told(act, day(act)))
    assert steps[-1].act is act
    assert steps[:-1] == before
    assert life.why_not(before, act) is None


@pytest.mark.parametrize(("state", "act"), REFUSED)
def test_any_other_act_is_refused_whatever_is_told_with_it(state: State, act: Act) -> None:
    steps: tuple[Step, ...] = ready(state, Act.ARRIVED)
    for refused in (life.why_not(steps, act), _refused(steps, told(act, day(act)))):
        assert isinstance(refused, StepRefused | ActMissing)
        assert refused.act is act
    assert state_of(steps) is state


@pytest.mark.parametrize("act", [act for act in Act if life.RULES[act].needs])
def test_an_act_without_one_of_its_facts_is_refused_and_the_fact_named(act: Act) -> None:
    state = min(life.RULES[act].states & WAY.keys(), key=list(State).index)
    before = ready(state, act)
    whole = told(act, day(act))
    for need in life.RULES[act].needs:
        if need == life.REASON:
            assert isinstance(_refused(before, replace(whole, reason=" ")), ReasonMissing)
            continue
        for empty in ({need: ""}, {need: "  "}):
            refused = _refused(before, replace(whole, details=whole.details | empty))
            assert isinstance(refused, StepFactsMissing)
            assert refused.fields == (need,)
    assert _refused(before, whole) is None


def test_an_answer_without_its_leaf_is_refused() -> None:
    step = replace(told(Act.ANSWERED, NEXT_DAY), outcome=None)
    assert isinstance(_refused(ready(State.IN_PROGRESS, Act.ANSWERED), step), OutcomeMissing)


@pytest.mark.parametrize("act", [act for act in Act if life.RULES[act].terms])
def test_a_word_the_act_does_not_know_is_refused(act: Act) -> None:
    before = ready(min(life.RULES[act].states & WAY.keys(), key=list(State).index), act)
    whole = told(act, day(act))
    for name in life.RULES[act].terms:
        refused = _refused(before, replace(whole, details=whole.details | {name: "neighbour"}))
        if act is not Act.SECRECY_REVIEWED:  # its finding is the reviewer's own words
            assert isinstance(refused, StepFactUnreadable)
            assert refused.fields == (name,)
            assert refused.words == tuple(life.RULES[act].terms[name])


@pytest.mark.parametrize(
    ("act", "facts", "shape"),
    [
        (Act.FEE_DECIDED, {"yuan": "三百"}, "yuan"),
        (Act.FEE_DECIDED, {"yuan": "-1"}, "yuan"),
        (Act.FEE_DECIDED, {"yuan": "0.005"}, "yuan"),
        (Act.FEE_DECIDED, {"yuan": "NaN"}, "yuan"),
        (Act.FEE_DECIDED, {"count": "0"}, "count"),
        (Act.FEE_DECIDED, {"count": "１３件"}, "count"),
        (Act.CORRECTION_REQUESTED, {"until": "3月20日"}, "date"),
        (Act.SEARCHED, {"searched_on": "昨天"}, "date"),
    ],
)
def test_a_fact_nobody_can_read_is_refused_by_its_name(act: Act, facts: dict[str, str], shape: str) -> None:
    whole = told(act, NEXT_DAY)
    refused = _refused(ready(State.IN_PROGRESS, act), replace(whole, details=whole.details | facts))
    assert isinstance(refused, StepFactUnreadable)
    assert (refused.fields, refused.shape) == (tuple(facts), shape)


def test_every_act_and_every_state_stands_in_the_table() -> None:
    assert set(life.RULES) == set(Act)
    assert set(WAY) == set(State)
    reachable = {state for rule in life.RULES.values() for state in rule.states}
    assert reachable == set(State) - {State.VOIDED}


def _refused(steps: tuple[Step, ...], step: Step) -> Exception | None:
    try:
        life.check(steps, life.completed(steps, step))
    except Exception as refused:  # whatever it is, the test looks at it
        return refused
    return None
