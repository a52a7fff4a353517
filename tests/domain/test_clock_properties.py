"""F03: does the due date depend on what happened, and never on the order in which it was typed?"""

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st
from stories import calendar, rulesets

from hallclient.domain.law.clock import ClockTrace, trace
from hallclient.domain.law.rulesets import RuleSet, ruleset_for
from hallclient.domain.refusal import Refusal
from hallclient.domain.register.steps import Act, Step

dates = st.dates(date(2008, 1, 2), date(2026, 6, 30))
gaps = st.integers(0, 40)


@st.composite
def stories(draw: st.DrawFn) -> tuple[date, tuple[Step, ...]]:
    """Any acts at all, in any order; many of these stories the clock refuses."""
    received = draw(dates)
    steps = []
    for name in draw(st.lists(st.sampled_from("abc"), unique=True)):
        sent = received + timedelta(days=draw(gaps))
        steps.append(Step(act=Act.CONSULTATION_SENT, on=sent, id=name))
        if draw(st.booleans()):
            steps.append(Step(act=Act.CONSULTATION_RECEIVED, on=sent + timedelta(days=draw(gaps)), id=name))
        if draw(st.booleans()):
            steps.append(Step(act=Act.CONSULTATION_ANSWERED, on=sent + timedelta(days=draw(gaps)), id=name))
    if draw(st.booleans()):
        requested = received + timedelta(days=draw(st.integers(0, 8)))
        steps.append(Step(act=Act.CORRECTION_REQUESTED, on=requested))
        if draw(st.booleans()):
            steps.append(Step(act=Act.CORRECTED, on=requested + timedelta(days=draw(gaps))))
    for _ in range(draw(st.integers(0, 2))):
        on = received + timedelta(days=draw(gaps))
        steps.append(Step(act=Act.EXTENDED, on=on, days=draw(st.integers(1, 22))))
    if draw(st.booleans()):
        notified = received + timedelta(days=draw(gaps))
        steps.append(Step(act=Act.FEE_NOTIFIED, on=notified))
        if draw(st.booleans()):
            steps.append(Step(act=Act.FEE_PAID, on=notified + timedelta(days=draw(gaps))))
    return received, tuple(draw(st.permutations(steps)))


def rules_of(received: date) -> RuleSet:
    return ruleset_for(received, rulesets())


def answer(received: date, steps: tuple[Step, ...]) -> ClockTrace | tuple[str, dict[str, object]]:
    """Return the trace, or the refusal with its facts: both must be the same for the same set of acts."""
    try:
        return trace(received, steps, rules_of(received), calendar())
    except Refusal as refused:
        return refused.code, vars(refused)


@given(stories(), st.data())
@settings(max_examples=250, deadline=None)
def test_f03_the_order_of_typing_changes_nothing(told: tuple[date, tuple[Step, ...]], data: st.DataObject) -> None:
    received, steps = told
    shuffled = tuple(data.draw(st.permutations(steps)))
    assert answer(received, steps) == answer(received, shuffled)


@given(stories())
@settings(max_examples=250, deadline=None)
def test_f03_counted_days_add_up_and_the_original_due_date_stands(told: tuple[date, tuple[Step, ...]]) -> None:
    received, steps = told
    found = answer(received, steps)
    if isinstance(found, tuple):
        return
    rules = rules_of(received)
    counted = [row for row in found.days if row.counted]
    assert found.original_due == calendar().add(received, rules.answer.working_days).on
    assert found.counted == len(counted)
    assert all(calendar().is_working(row.day) for row in counted)
    assert [row.ordinal for row in counted] == list(range(1, len(counted) + 1))
    if found.due is not None:
        assert found.days[-1].day == found.due == counted[-1].day
        assert found.due >= found.original_due
        assert (
            rules.answer.working_days <= found.counted <= rules.answer.working_days + rules.extension_max.working_days
        )
    else:
        assert found.standing is not None


@given(stories(), st.integers(1, 15))
@settings(max_examples=250, deadline=None)
def test_f03_taking_an_extension_back_restores_the_date_before_it(
    told: tuple[date, tuple[Step, ...]], days: int
) -> None:
    received, steps = told
    plain = tuple(step for step in steps if step.act is not Act.EXTENDED)
    before = answer(received, plain)
    extended = answer(received, (*plain, Step(act=Act.EXTENDED, on=received, days=days)))
    if not isinstance(before, tuple) and not isinstance(extended, tuple) and before.due and extended.due:
        restarted = any(step.act in (Act.CORRECTED, Act.FEE_PAID) for step in plain)
        assert restarted or extended.counted == before.counted + days
        assert restarted or extended.due > before.due
    assert answer(received, plain) == before


@given(dates, st.integers(0, 60), st.integers(0, 60), st.integers(0, 60), st.integers(0, 60))
@settings(max_examples=250, deadline=None)
def test_f03_consultations_count_as_the_union_of_their_days(received: date, s1: int, n1: int, s2: int, n2: int) -> None:
    """An oracle that walks: a working day counts unless it lies in (sent, answered] of either letter."""
    letters = [(received + timedelta(days=s), received + timedelta(days=s + n)) for s, n in ((s1, n1), (s2, n2))]
    steps = []
    for name, (sent, answered) in zip("ab", letters, strict=True):
        steps.append(Step(act=Act.CONSULTATION_SENT, on=sent, id=name))
        steps.append(Step(act=Act.CONSULTATION_ANSWERED, on=answered, id=name))
    left, day = rules_of(received).answer.working_days, received
    while left:
        day += timedelta(days=1)
        if calendar().is_working(day) and not any(sent < day <= answered for sent, answered in letters):
            left -= 1
    assert trace(received, steps, rules_of(received), calendar()).due == day


@given(dates, st.integers(0, 400))
@settings(max_examples=250, deadline=None)
def test_f04_working_days_between_two_dates_are_never_negative(received: date, later: int) -> None:
    replied = received + timedelta(days=later)
    count = calendar().count(received, replied)
    assert 0 <= count <= later
    assert calendar().count(replied, received) == 0


def test_two_extensions_of_one_day_are_refused_alike_in_either_order() -> None:
    # Found by the property above: one too late, the other too long as well.
    received, day = date(2008, 1, 2), date(2008, 1, 24)
    one, other = (Step(act=Act.EXTENDED, on=day, days=days) for days in (1, 16))

    assert answer(received, (one, other)) == answer(received, (other, one))
