"""Which paper does an act call for, and what does the act already tell of it? So that the next key issues it."""

from collections.abc import Sequence

from hallclient.domain.outcomes import Outcome
from hallclient.domain.register.items import Item, derived
from hallclient.domain.register.life_terms import PartyKind
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
_LETTERS = {PartyKind.THIRD_PARTY: "P06", PartyKind.CO_MAKER: "P10", PartyKind.AGENCY: "P11"}
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
# What the letter of 部分公开 (A03) calls each leaf that keeps a part back.
_GROUNDS = {
    Outcome.REFUSED_STATE_SECRET: "state_secret",
    Outcome.REFUSED_FORBIDDEN_BY_LAW: "forbidden",
    Outcome.REFUSED_SECURITY_AND_STABILITY: "security",
    Outcome.REFUSED_THIRD_PARTY_RIGHTS: "third_party",
    Outcome.REFUSED_INTERNAL_AFFAIRS: "internal",
    Outcome.REFUSED_PROCESS_INFORMATION: "process",
    Outcome.REFUSED_ENFORCEMENT_FILE: "enforcement",
}


def paper_of(step: Step) -> str:
    """Return the code of the paper that tells of this act; empty when none does."""
    if step.act is Act.CONSULTATION_SENT:
        return _LETTERS[PartyKind.read(step.details.get("party_kind", "")) or PartyKind.THIRD_PARTY]
    return _PAPERS.get(step.act, "")


def facts_of_step(step: Step) -> dict[str, str]:
    """Return what the act tells of its paper, by the paper's names."""
    told = {name: step.details.get(detail, "") for name, detail in _FACTS.items()}
    return {name: text for name, text in told.items() if text}


def facts_of_items(items: Sequence[Item]) -> dict[str, str]:
    """Return what several items tell of the letter of 部分公开: what is given, what is kept back, and why.

    The letter names one ground (第三十七条): items kept back for different ones leave it to the clerk. What is not held
    is not kept back, and is no part of either.
    """
    outcomes = [item.outcome for item in items if item.outcome is not None]
    if len(outcomes) != len(items) or not items or derived(outcomes) is not Outcome.GRANTED_IN_PART:
        return {}
    kept = [item for item in items if item.outcome in _GROUNDS]
    grounds = {_GROUNDS[item.outcome] for item in kept if item.outcome is not None}
    told = {
        "provided_part": "、".join(item.title for item in items if item.outcome is Outcome.GRANTED),
        "withheld_part": "、".join(item.title for item in kept),
        "ground": grounds.pop() if len(grounds) == 1 else "",
        "reason": "；".join(dict.fromkeys(item.ground for item in kept if item.ground)),
    }
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
