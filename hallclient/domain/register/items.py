"""What was asked for, piece by piece, and how did each piece end? One application, several items."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from hallclient.domain.outcomes import Outcome
from hallclient.domain.refusal import Refusal
from hallclient.domain.register.states import this_round
from hallclient.domain.register.steps import Act, Step

DETAIL = "items"  # the detail of a step that holds them
# What a letter asks that an item's own title already tells.
TOLD_BY_TITLE = ("information", "publication")
_DISCLOSED = frozenset({Outcome.GRANTED, Outcome.GRANTED_IN_PART})
# These end the whole application (第三十条、第四十二条、撤回): no piece of it can end so alone.
OF_THE_WHOLE = frozenset({Outcome.CLOSED_CORRECTION_OVERDUE, Outcome.CLOSED_FEE_UNPAID, Outcome.CLOSED_OTHER})
_ORDER = {outcome: place for place, outcome in enumerate(Outcome)}


@dataclass(frozen=True, slots=True)
class Item:
    """One piece of information. ``outcome`` None while undecided; ``ground`` says why, in the letter's words.

    ``kind`` is the letter this piece would get if it stood alone (A06 and A07 announce the same leaf), empty for the
    leaf's usual one; ``facts`` are what that letter asks, as text.
    """

    title: str
    outcome: Outcome | None = None
    ground: str = ""
    kind: str = ""
    facts: Mapping[str, str] = field(default_factory=dict)


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


class ItemEndsTheWhole(Refusal):
    """The item at ``place`` is said to end as only a whole application can (``outcome``)."""

    fields = ("items",)

    def __init__(self, place: int, outcome: Outcome) -> None:
        super().__init__()
        self.place, self.outcome = place, outcome


class ItemFactsMissing(Refusal):
    """The letter cannot say of the item at ``place`` what it must; ``labels`` name what is missing."""

    fields = ("items",)

    def __init__(self, place: int, labels: tuple[str, ...]) -> None:
        super().__init__()
        self.place, self.labels = place, labels


class ItemsNeedTheirOwnWords(Refusal):
    """A letter that says one thing of everything (``kind``) cannot answer items that end differently."""

    fields = ("kind",)

    def __init__(self, kind: str) -> None:
        super().__init__()
        self.kind = kind


class ItemsNotListed(Refusal):
    """A letter that answers item by item (``kind``) needs at least two items, each with its outcome."""

    fields = ("kind",)

    def __init__(self, kind: str) -> None:
        super().__init__()
        self.kind = kind


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
    rows: list[list[object]] = []
    for item in items:
        row: list[object] = [item.title, item.outcome.value if item.outcome else "", item.ground]
        rows.append([*row, item.kind, dict(item.facts)] if item.kind or item.facts else row)
    return json.dumps(rows, ensure_ascii=False, separators=(",", ":"))


def of_text(text: str) -> tuple[Item, ...]:
    """Return the items ``as_text`` wrote."""
    rows = json.loads(text) if text else []
    return tuple(Item(title, Outcome(outcome) if outcome else None, *rest) for title, outcome, *rest in rows)


def items_of(steps: Sequence[Step]) -> tuple[Item, ...]:
    """Return the items as they stand in this round; empty for an application that asks for one thing."""
    found: tuple[Item, ...] = ()
    earlier = [step for step in steps if step.act is Act.ITEMISED]
    for step in (*earlier, *this_round(steps)):
        if DETAIL in step.details and step.act in (Act.ITEMISED, Act.ANSWERED, Act.REPLY_CORRECTED):
            found = of_text(step.details[DETAIL])
    return found


def check(outcome: Outcome, decided: Sequence[Item]) -> None:
    """Raise ItemsUndecided, ItemEndsTheWhole or OutcomeNotOfItems unless ``outcome`` is what the items come to."""
    left = tuple(place for place, item in enumerate(decided, start=1) if item.outcome is None)
    if left:
        raise ItemsUndecided(left)
    leaves = [item.outcome for item in decided if item.outcome is not None]
    for place, leaf in enumerate(leaves, start=1):
        if leaf in OF_THE_WHOLE and len(set(leaves)) > 1:
            raise ItemEndsTheWhole(place, leaf)
    if leaves and derived(leaves) is not outcome:
        raise OutcomeNotOfItems(outcome, derived(leaves))


def answered_one_by_one(decided: Sequence[Item]) -> bool:
    """Tell whether a letter can go through them item by item: several, and each with its outcome."""
    return len(decided) > 1 and all(item.outcome is not None for item in decided)


def alike(decided: Sequence[Item]) -> bool:
    """Tell whether one sentence can be true of every item: the same leaf, announced by the same letter."""
    return len({(item.outcome, item.kind) for item in decided}) <= 1


def same_words(decided: Sequence[Item]) -> bool:
    """Tell whether one letter says all there is to say of every item: alike, for the same reason, with equal facts."""
    said = {(item.ground, *sorted((name, item.facts[name]) for name in _told(item))) for item in decided}
    return alike(decided) and len(said) <= 1


def _told(item: Item) -> list[str]:
    return [name for name in item.facts if name not in TOLD_BY_TITLE]
