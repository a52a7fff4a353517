"""Every act that cannot follow says so in a sentence of its own, which names the act, in both languages."""

import pytest

from hallclient.domain.register import life
from hallclient.domain.register.states import State
from hallclient.domain.register.steps import Act
from hallclient.ui.messages import sentence
from hallclient.ui.terms import label
from tests.domain.lives import PAIRS, ready


@pytest.mark.parametrize("state", list(State))
def test_every_refused_act_is_explained_by_name(state: State) -> None:
    steps = ready(state, Act.ARRIVED)
    for _state, act in (pair for pair in PAIRS if pair[0] is state and state not in life.RULES[pair[1]].states):
        refused = life.why_not(steps, act)
        assert refused is not None
        said = sentence(refused)
        assert f"“{label(act)}”" in said
        assert said.endswith("。")
        assert type(refused).__name__ not in said


@pytest.mark.parametrize("act", list(Act))
def test_what_an_act_needs_has_a_name_a_clerk_can_read(act: Act) -> None:
    from hallclient.ui.sentence_words import field_name

    rule = life.RULES[act]
    for name in (*rule.needs, *rule.asks):
        assert field_name(name) != name, name
