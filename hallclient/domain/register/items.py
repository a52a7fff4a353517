"""What was asked for, piece by piece, and how did each piece end? One application, several items."""

import json
from collections.abc import Sequence
from dataclasses import dataclass

from hallclient.domain.outcomes import Outcome
from hallclient.domain.refusal import Refusal
from hallclient.domain.register.states import this_round
from hallclient.domain.register.steps import Act, Step

DETAIL = "items"  # the detail of a step that holds them
_DISCLOSED = frozenset({Outcome.GRANTED, Outcome.GRANTED_IN_PART})
_ORDER = {outcome: place for place, outcome in enumerate(Outcome)}


@dataclass(frozen=True, slots=True)
class Item:
    """One piece of information. ``outcome`` None while undecided; ``ground`` says why, in the letter's words."""

    title: str
    outcome: Outcome | None = None
    ground: str = ""


class ItemsUndecided(Refusal):
    """An answer decides every item; ``places`` are the ones left, counted from 1."""

    fields = ("items",)

    def __init__(self, places: tuple[int, ...]) -> None:
        super().__init__()
        self.places = places


class OutcomeNotOfItems(Refusal):
    """The application's outcome follows from its items' (区分处理的，只计部分公开): ``derived``."""

    fields = ("outcome",)

    def __init__(self, outcome: Outcome, derived: Outcome) -> None:
        super().__init__()
        self.outcome, self.derived = outcome, derived


def derived(outcomes: Sequence[Outcome]) -> Outcome:
    """Return the one leaf of table 三 that several items come to.

    All alike: that leaf. Something disclosed and something not: 部分公开, and no other (第三十七条; R7). Nothing
    disclosed for different reasons: the leaf that stands first in the table, so that the figure does not depend on who
    counts (the form does not say; to be confirmed).
    """
    kinds = set(outcomes)
    if len(kinds) == 1:
        return next(iter(kinds))
    if kinds & _DISCLOSED:
        return Outcome.GRANTED_IN_PART
    return min(kinds, key=_ORDER.__getitem__)


def as_text(items: Sequence[Item]) -> str:
    """Return items as a step keeps them."""
    rows = [[item.title, item.outcome.value if item.outcome else "", item.ground] for item in items]
    return json.dumps(rows, ensure_ascii=False, separators=(",", ":"))


def of_text(text: str) -> tuple[Item, ...]:
    """Return the items ``as_text`` wrote."""
    rows = json.loads(text) if text else []
    return tuple(Item(title, Outcome(outcome) if outcome else None, ground) for title, outcome, ground in rows)


def items_of(steps: Sequence[Step]) -> tuple[Item, ...]:
    """Return the items as they stand in this round; empty for an application that asks for one thing."""
    found: tuple[Item, ...] = ()
    earlier = [step for step in steps if step.act is Act.ITEMISED]
    for step in (*earlier, *this_round(steps)):
        if DETAIL in step.details and step.act in (Act.ITEMISED, Act.ANSWERED):
            found = of_text(step.details[DETAIL])
    return found


def check(outcome: Outcome, decided: Sequence[Item]) -> None:
    """Raise ItemsUndecided or OutcomeNotOfItems unless ``outcome`` is what the items come to."""
    left = tuple(place for place, item in enumerate(decided, start=1) if item.outcome is None)
    if left:
        raise ItemsUndecided(left)
    leaves = [item.outcome for item in decided if item.outcome is not None]
    if leaves and derived(leaves) is not outcome:
        raise OutcomeNotOfItems(outcome, derived(leaves))
