"""Which open applications does a new holiday notice move, and to which day?"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from hallclient.domain.law.clock import due
from hallclient.domain.law.rulesets import RuleSet
from hallclient.domain.law.working_days import WorkingCalendar
from hallclient.domain.register.states import ENDED, state_of
from hallclient.domain.register.steps import Step


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """What the clock needs of an application."""

    number: str
    received_on: date
    steps: Sequence[Step]
    rules: RuleSet


@dataclass(frozen=True, slots=True)
class Moved:
    """An application whose due date the change moves."""

    number: str
    old_due: date
    new_due: date


def impact(old: WorkingCalendar, new: WorkingCalendar, cases: Iterable[Case]) -> tuple[Moved, ...]:
    """Return the open cases whose due date differs under ``new``, in the order given; replied cases never move.

    A supervisor sees this list before the pack is taken over (domain 5.4.3); declining changes nothing.
    """
    moved = []
    for case in cases:
        if state_of(case.steps) in ENDED:
            continue
        before = due(case.received_on, case.steps, case.rules, old).on
        after = due(case.received_on, case.steps, case.rules, new).on
        if before is not None and after is not None and before != after:
            moved.append(Moved(case.number, before, after))
    return tuple(moved)
