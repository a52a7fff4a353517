"""How do the law's remedy paragraphs become wording? One source for their text: ``rulesets/remedies.toml``."""

from collections.abc import Mapping
from typing import Any

from hallclient.domain.law.remedies import RemedyClass

_SLOTS = {"复议机关": "reconsideration_body", "法院": "court", "复议网址": "reconsideration_url"}


def remedy_blocks(table: Mapping[str, Any]) -> dict[str, list[dict[str, Any]]]:
    """Return the remedy paragraphs of each class as blocks, each from the day its law came into force.

    A law that does not know a class leaves the applicant the choice: class A (domain 4.4).
    """
    regimes = sorted(table.get("regime", []), key=lambda regime: regime["since"])
    untils = [regime["since"] for regime in regimes[1:]] + [None]
    blocks: dict[str, list[dict[str, Any]]] = {}
    for remedy in (RemedyClass.EITHER, RemedyClass.RECONSIDERATION_FIRST, RemedyClass.MIXED):
        blocks[remedy.value] = []
        for number, (regime, until) in enumerate(zip(regimes, untils, strict=True)):
            # The oldest text also serves papers dated before it.
            dates = {"issued_from": regime["since"] if number else None, "issued_until": until}
            text = regime.get(remedy.value, regime[RemedyClass.EITHER.value])
            blocks[remedy.value].append({"text": _in_slots(text), **dates})
            if "online" in regime:
                # A reply served on-line must name the channel (行政复议法 第二十二条第二款); any other may.
                for when in (["served_online"], ["!served_online", "reconsideration_url"]):
                    online = {"text": _in_slots(regime["online"]), "when": when, "continues": True}
                    blocks[remedy.value].append({**online, **dates})
    return blocks


def _in_slots(text: str) -> str:
    for official, name in _SLOTS.items():
        text = text.replace(f"{{{official}}}", f"{{{name}}}")
    return text
