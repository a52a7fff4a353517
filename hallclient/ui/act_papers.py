"""Which paper does an act call for, and what does the act already tell of it? So that the next key issues it."""

from collections.abc import Sequence

from hallclient.domain.register.items import TOLD_BY_TITLE, Item, same_words
from hallclient.domain.register.life_terms import PartyKind
from hallclient.domain.register.service_starts import LETTERS
from hallclient.domain.register.steps import Act, Step
from hallclient.services.application_results import LetterWay

_PAPERS = {
    Act.RECEIVED: "P01",
    Act.CORRECTION_REQUESTED: "P03",
    Act.REASONS_DEMANDED: "P04",
    Act.EXTENDED: "P05",
    Act.FEE_DECIDED: "P12",
    Act.WITHDRAWN: "P13",
}
# What a paper calls what its act's step keeps.
_FACTS = {
    "correction_due": "until",
    "reasons_due": "until",
    "third_party": "party",
    "other_agency": "party",
    "fee": "yuan",
    "fee_basis": "basis",
    "fee_details": "calculation",
}


def paper_of(step: Step) -> str:
    """Return the code of the paper that tells of this act; empty when none does."""
    if step.act is Act.CONSULTATION_SENT:
        return LETTERS[PartyKind.read(step.details.get("party_kind", "")) or PartyKind.THIRD_PARTY]
    return _PAPERS.get(step.act, "")


def facts_of_step(step: Step) -> dict[str, str]:
    """Return what the act tells of its paper, by the paper's names."""
    told = {name: step.details.get(detail, "") for name, detail in _FACTS.items()}
    return {name: text for name, text in told.items() if text}


def facts_of_items(items: Sequence[Item]) -> dict[str, str]:
    """Return what items that end alike tell of the one letter that can answer them all; nothing where they differ."""
    if not items or any(item.outcome is None for item in items) or not same_words(items):
        return {}
    first = items[0]
    titles = dict.fromkeys(TOLD_BY_TITLE, "、".join(item.title for item in items if item.title))
    told = titles | ({"reason": first.ground} if first.ground else {}) | dict(first.facts)
    return {name: text for name, text in told.items() if text}


def called_for(steps: Sequence[Step], letters: Sequence[LetterWay]) -> Step | None:
    """Return the newest step whose paper was not issued since; None when every paper is there."""
    for step in reversed(steps):
        kind = paper_of(step)
        if not kind or step.entered_at is None:
            continue
        there = any(
            way.document.kind == kind and not way.document.voided and way.document.issued_at >= step.entered_at
            for way in letters
        )
        return None if there else step
    return None
