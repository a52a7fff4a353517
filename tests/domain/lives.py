"""How is a life told? One dated act a line with its facts, each checked by the table and by the clock as it happens.

``2026-03-04 correction_requested until=2026-03-20``. What a line does not say is filled in, ``name=`` leaves it empty;
``id=``, ``days=``, ``outcome=`` and ``reason=`` stand in the step's own fields.
"""

from dataclasses import replace
from datetime import date, timedelta

from hallclient.domain.law.clock import ClockTrace, trace
from hallclient.domain.law.rulesets import ruleset_for
from hallclient.domain.outcomes import Outcome
from hallclient.domain.refusal import Refusal
from hallclient.domain.register import life
from hallclient.domain.register.items import Item, as_text
from hallclient.domain.register.states import State, state_of
from hallclient.domain.register.steps import Act, Step
from tests.domain.stories import calendar, rulesets

LETTER = {"number": "示依申请〔2026〕1号", "method": "ems", "tracking": "1234567890123"}
FACTS: dict[Act, dict[str, str]] = {
    Act.ITEMISED: {"items": as_text((Item("甲项"), Item("乙项")))},
    Act.REASONS_DEMANDED: {"until": "2026-03-20"},
    Act.REASONS_GIVEN: {"finding": "reasonable"},
    Act.EXTENDED: {"approver": "赵主任", "days": "20"},
    Act.POSTPONED: {"approver": "赵主任", "until": "2026-06-30"},
    Act.CONSULTATION_SENT: {"party_kind": "third_party", "party": "示例公司"},
    Act.CONSULTATION_ANSWERED: {"opinion": "agreed"},
    Act.FEE_DECIDED: {"basis": "items", "count": "13", "yuan": "300.00", "approver": "赵主任"},
    Act.FEE_NOTIFIED: {"yuan": "300.00"},
    Act.FEE_PAID: {"yuan": "300.00"},
    Act.SEARCHED: {"scope": "档案室", "keywords": "改造计划", "person": "李窗口"},
    Act.SECRECY_REVIEWED: {"reviewer": "赵主任", "finding": "may_disclose"},
    Act.ESCALATED: {"superior": "钱局长", "reason": "涉及面广"},
    Act.SUPERIOR_DECIDED: {"superior": "钱局长", "decision": "同意公开"},
    Act.DRAFTED: {"document": "A10", "outcome": "declined_petition"},
    Act.RETURNED: {"reason": "理由不足"},
    Act.APPROVED: {"approver": "赵主任"},
    Act.ANSWERED: {"outcome": "declined_petition"},
    Act.SENT: LETTER,
    Act.SERVED: LETTER,
    Act.UNDELIVERED: LETTER | {"reason": "地址不详"},
    Act.REPLY_CORRECTED: {"replaces": "示依申请〔2026〕1号", "number": "示依申请〔2026〕2号", "reason": "页数有误"},
    Act.REOPENED: {"ground": "own_motion", "reason": "事实有误"},
    Act.ARCHIVED: {"retention": "10"},
    Act.VOIDED: {"reason": "误登"},
}
_OWN_ID = frozenset({Act.SENT, Act.SERVED, Act.UNDELIVERED, Act.REPLY_CORRECTED})


def act_of(line: str) -> Step:
    """Return the step of one line."""
    on, name, *told = line.split()
    act = Act(name)
    facts = FACTS.get(act, {}) | dict(word.split("=", 1) for word in told)
    # A draft's outcome stands among its details, an answer's in the step.
    outcome = facts.pop("outcome", "") if act is Act.ANSWERED else ""
    days = facts.pop("days", "")
    return Step(
        act=act,
        on=date.fromisoformat(on),
        days=int(days) if days else None,
        id=facts.pop("id", "7" if act in _OWN_ID else ""),
        outcome=Outcome(outcome) if outcome else None,
        reason=facts.pop("reason", ""),
        details=facts,
    )


def clock_of(steps: tuple[Step, ...]) -> ClockTrace | None:
    """Return the trace of a life; None before its receipt. Raises what the clock refuses."""
    received = next((step.on for step in steps if step.act is Act.RECEIVED), None)
    return trace(received, steps, ruleset_for(received, rulesets()), calendar()) if received else None


def after(steps: tuple[Step, ...], step: Step) -> tuple[Step, ...]:
    """Let one more act happen. Raises what the table or the clock refuses."""
    step = life.completed(steps, step)
    life.check(steps, step)
    clock_of((*steps, step))
    return (*steps, step)


def lived(text: str) -> tuple[Step, ...]:
    """Return the steps of a life in which every act was allowed."""
    first, *rest = text.strip().splitlines()
    steps: tuple[Step, ...] = (act_of(first),)
    for line in rest:
        steps = after(steps, act_of(line))
    return steps


def refusal(text: str) -> Refusal:
    """Return what the last act of a life is refused with; everything before it is allowed."""
    *before, last = text.strip().splitlines()
    steps = lived("\n".join(before))
    try:
        after(steps, act_of(last))
    except Refusal as refused:
        return refused
    raise AssertionError(f"{last.strip()} was allowed")


def state(text: str) -> State:
    return state_of(lived(text))


def due(text: str) -> str:
    """Return the due date after a life as text; ``"None"`` while the clock stands."""
    found = clock_of(lived(text))
    assert found is not None
    return str(found.due)


def effects(text: str) -> list[str]:
    """Return what each act did to the clock, in words."""
    found = clock_of(lived(text))
    assert found is not None
    return [step.effect for step in found.steps]


# The shortest life that leads to each state, and what has to happen before an act can.
WAY: dict[State, tuple[Act, ...]] = {
    State.AWAITING_CONFIRMATION: (),
    State.IN_PROGRESS: (),
    State.AWAITING_CORRECTION: (Act.CORRECTION_REQUESTED,),
    State.AWAITING_REASONS: (Act.REASONS_DEMANDED,),
    State.CONSULTING: (Act.CONSULTATION_SENT,),
    State.AWAITING_FEE: (Act.FEE_DECIDED, Act.FEE_NOTIFIED),
    State.ANSWERED: (Act.ANSWERED,),
    State.WITHDRAWN: (Act.WITHDRAWN,),
    State.VOIDED: (Act.VOIDED,),
}
BEFORE: dict[Act, tuple[Act, ...]] = {
    Act.CONSULTATION_RECEIVED: (Act.CONSULTATION_SENT,),
    Act.CONSULTATION_ANSWERED: (Act.CONSULTATION_SENT,),
    Act.CONSULTATION_LAPSED: (Act.CONSULTATION_SENT, Act.CONSULTATION_RECEIVED),
    Act.POSTPONED: (Act.REASONS_DEMANDED, Act.REASONS_GIVEN),
    Act.FEE_NOTIFIED: (Act.FEE_DECIDED,),
    Act.SUPERIOR_DECIDED: (Act.ESCALATED,),
    Act.RETURNED: (Act.DRAFTED,),
    Act.APPROVED: (Act.DRAFTED,),
    Act.UNDELIVERED: (Act.SENT,),
}
RECEIVED_ON = date(2026, 3, 2)


def ready(wanted: State, act: Act) -> tuple[Step, ...]:
    """Return a life that stands in ``wanted`` and in which everything happened that ``act`` needs."""
    first = Act.ARRIVED if wanted is State.AWAITING_CONFIRMATION else Act.RECEIVED
    steps: tuple[Step, ...] = (Step(act=first, on=RECEIVED_ON),)
    for earlier in (*BEFORE.get(act, ()), *WAY[wanted]):
        step = told(earlier, RECEIVED_ON + timedelta(days=1))
        steps = after(steps, step)
    assert state_of(steps) is wanted
    return steps


def told(act: Act, on: date) -> Step:
    """Return an act with every fact it needs; about the first consultation, where it is about one."""
    step = act_of(f"{on} {act.value}")
    about_a_letter = act in (Act.CONSULTATION_RECEIVED, Act.CONSULTATION_ANSWERED, Act.CONSULTATION_LAPSED)
    return replace(step, id="1") if about_a_letter else step


PAIRS = [(state, act) for state in State for act in Act]
