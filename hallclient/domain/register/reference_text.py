"""Which texts does a hall show its visitors? Guide, catalogue and flow chart (art. 12), each edition kept."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from hallclient.domain.refusal import Refusal
from hallclient.domain.terms import Term

BLANK = "＿＿＿＿"
_SLOT = re.compile(r"\{(\w*)\}")


class ReferenceKind(Term):
    """The reference texts of the first-year report that a window keeps: 指南, 目录, 参考流程."""

    GUIDE = "guide", "政府信息公开指南"
    CATALOGUE = "catalogue_text", "政府信息公开目录"
    FLOW = "flow", "申请办理流程图"


class TextSlotUnknown(Refusal):
    """A text names something in braces that nobody can fill in."""

    fields = ("text",)

    def __init__(self, slots: tuple[str, ...]) -> None:
        super().__init__()
        self.slots = slots


class GuideFactsMissing(Refusal):
    """Art. 12(2) asks the guide to say something of the unit in charge that the settings do not hold yet."""

    fields = ("agency",)

    def __init__(self, names: tuple[str, ...]) -> None:
        super().__init__()
        self.names = names


class EditionTooEarly(Refusal):
    """An edition cannot take effect before the one it replaces."""

    fields = ("effective_from",)

    def __init__(self, earliest: date) -> None:
        super().__init__()
        self.earliest = earliest


class EditionReasonMissing(Refusal):
    """A new edition says why it was made."""

    fields = ("reason",)


@dataclass(frozen=True, slots=True, kw_only=True)
class TextPart:
    """One section of a text, or one box of a chart. Title and text may hold slots in braces."""

    id: str
    title: str
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferenceText:
    """An edition with the facts its slots were filled from when it was published; edition 0 is the house's draft."""

    kind: ReferenceKind
    edition: int
    title: str
    parts: tuple[TextPart, ...]
    facts: Mapping[str, str] = field(default_factory=dict)
    effective_from: date | None = None
    reason: str = ""
    at: datetime | None = None
    by: str = ""

    def filled(self) -> "ReferenceText":
        """Return the edition with its slots filled; where a fact is missing (drafts only) a line to write on."""
        facts = {name: value or BLANK for name, value in self.facts.items()}
        parts = tuple(
            TextPart(id=part.id, title=fill(part.title, facts), text=fill(part.text, facts)) for part in self.parts
        )
        return replace(self, title=fill(self.title, facts), parts=parts, facts=facts)


def changed(before: ReferenceText, after: ReferenceText) -> tuple[dict[str, str], dict[str, str]]:
    """Return the words that differ, as they were and as they are, by the part's id; the title's under ``title``."""
    was, now = _by_name(before), _by_name(after)
    names = [name for name in dict.fromkeys((*was, *now)) if was.get(name, "") != now.get(name, "")]
    return {name: was.get(name, "") for name in names}, {name: now.get(name, "") for name in names}


def _by_name(text: ReferenceText) -> dict[str, str]:
    return {"title": text.title} | {f"part {part.id}": f"{part.title}\n{part.text}" for part in text.parts}


def fill(text: str, facts: Mapping[str, str]) -> str:
    """Return the text with its slots filled; a slot nobody knows stays as it stands."""
    return _SLOT.sub(lambda slot: facts.get(slot[1], slot[0]), text)


def slots(texts: Iterable[str]) -> tuple[str, ...]:
    """Return the names in braces, each once."""
    return tuple(dict.fromkeys(name for text in texts for name in _SLOT.findall(text)))


def check(parts: Iterable[TextPart], title: str, known: Iterable[str]) -> None:
    """Raise TextSlotUnknown unless every slot is known."""
    asked = slots([title, *(text for part in parts for text in (part.title, part.text))])
    if unknown := tuple(name for name in asked if name not in set(known)):
        raise TextSlotUnknown(unknown)
