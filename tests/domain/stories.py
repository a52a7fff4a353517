"""How is a rule told as a story? One dated act a line: ``2026-03-02 received``, ``2026-03-20 extended 20``."""

from datetime import date
from functools import cache

from hallclient import reference
from hallclient.domain.law.clock import ClockTrace, trace
from hallclient.domain.law.rulesets import RuleSet, ruleset_for
from hallclient.domain.law.working_days import WorkingCalendar
from hallclient.domain.outcomes import Outcome
from hallclient.domain.register.steps import Act, Step


def story(text: str) -> tuple[date, tuple[Step, ...]]:
    """Return the receipt date and all steps, the receipt included.

    The third word is what the act needs: days of an extension, the id of a consultation, the outcome of an answer.
    """
    steps = []
    for line in text.strip().splitlines():
        on, act, *rest = line.split()
        steps.append(_step(date.fromisoformat(on), Act(act), *rest))
    received = next(step.on for step in steps if step.act is Act.RECEIVED)
    return received, tuple(steps)


def _step(on: date, act: Act, word: str = "") -> Step:
    if act is Act.EXTENDED:
        return Step(act=act, on=on, days=int(word) if word else None)
    if act is Act.ANSWERED:
        return Step(act=act, on=on, outcome=Outcome(word) if word else Outcome.GRANTED)
    return Step(act=act, on=on, id=word)


@cache
def calendar() -> WorkingCalendar:
    return reference.load_calendar()


@cache
def rulesets() -> tuple[RuleSet, ...]:
    return reference.load_rulesets()


def told(text: str) -> ClockTrace:
    """Return the trace of a story under the bundled calendar and the rule set of its receipt date."""
    received, steps = story(text)
    return trace(received, steps, ruleset_for(received, rulesets()), calendar())


def received(on: date) -> ClockTrace:
    """Return the trace of an application to which nothing has happened yet."""
    return trace(on, (), ruleset_for(on, rulesets()), calendar())
