"""Which letters can announce an answer, and who reviewed the last one? What the answer's panel asks beforehand."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from typing import Any

from hallclient.domain.law.outcomes import OutcomeEntry, OutcomeGroup
from hallclient.domain.register.issued import KindOffer, OneByOne, UnknownKind
from hallclient.domain.register.items import Item, alike, answered_one_by_one, same_words
from hallclient.domain.register.permissions import Clerk


def letters_for(entry: OutcomeEntry, pieces: Sequence[Item], offers: Mapping[str, KindOffer]) -> list[KindOffer]:
    """Return the letters that can announce a leaf of table 三, the fitting one first.

    ``pieces`` are what was asked for, when each is answered by itself; ``offers`` are the letters by code.
    """
    letters = [offers[kind] for kind in entry.kinds if kind in offers]
    if not answered_one_by_one(pieces):
        return letters
    kinds = {piece.kind for piece in pieces} - {""}
    if not alike(pieces) or len(kinds) > 1:
        letters = [letter for letter in letters if letter.one_by_one is not OneByOne.NEVER]
    elif kinds:
        letters = [letter for letter in letters if letter.code in kinds]
    whole = [
        offer for offer in offers.values() if offer.one_by_one is OneByOne.ALWAYS and entry.outcome in offer.outcomes
    ]
    return letters + whole if same_words(pieces) else whole + letters


def offers_of(tree: Sequence[OutcomeGroup], offer: Callable[[str], KindOffer]) -> dict[str, KindOffer]:
    """Return code → offer of every letter of the tree that this program writes; asked on the jobs' lane."""
    found: dict[str, KindOffer] = {}
    for kind in dict.fromkeys(kind for group in tree for entry in group.entries for kind in entry.kinds):
        with suppress(UnknownKind):
            found[kind] = offer(kind)
    return found


def last_reviewer(hall: Any, clerk: Clerk) -> str:
    """Return who reviewed this clerk's last answer on the spot; empty when nobody did. Asked on the jobs' lane."""
    last = hall.applications.repeat_last(clerk)
    return last.answer.reviewer if last is not None and last.answer is not None else ""
