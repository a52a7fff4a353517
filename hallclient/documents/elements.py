"""What must a document contain, whatever its words? The elements of domain 4.3 as data, and what a wording lacks.

A wording is looked through once for every law and every choice that decides which of its paragraphs apply: an element
that only some letters of a kind would print counts as lacking.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import product
from typing import Any

from hallclient.documents.document_kind import Block, Condition, DocumentKind, Element, Slot

# The 条例 came into force on this day; earlier papers use its oldest words.
FIRST = date(2008, 5, 1)
_FRAME = ("numbered", "addressed", "sealed", "remedy")
FRAME_LABELS = {
    "numbered": "文号",
    "addressed": "称谓",
    "sealed": "联系人、机关名称、印章位置和成文日期",
    "remedy": "救济途径",
}
REASON = "理由"  # the label of what says why (第三十六条第（三）（五）项、第三十七条)
_BRACKETS = str.maketrans("", "", "（）()")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Rule:
    element: Element
    classes: frozenset[str]
    codes: frozenset[str]


@dataclass(frozen=True, slots=True)
class Elements:
    """What ``elements.toml`` says: the frame of each class, and what its documents must print."""

    frames: Mapping[str, Mapping[str, bool]]
    rules: tuple[_Rule, ...]

    def of(self, code: str, paper: str) -> tuple[Element, ...]:
        """Return what a kind of this code and class must print."""
        return tuple(rule.element for rule in self.rules if paper in rule.classes or code in rule.codes)

    def frame_lacks(
        self, paper: str, *, numbered: bool, addressed: bool, sealed: bool, remedy: bool
    ) -> tuple[str, ...]:
        """Return the labels of what stands round the text and does not fit the class."""
        has = {"numbered": numbered, "addressed": addressed, "sealed": sealed, "remedy": remedy}
        frame = self.frames[paper]
        return tuple(FRAME_LABELS[name] for name in _FRAME if name in frame and frame[name] != has[name])


def read_elements(table: Mapping[str, Any], condition: Any) -> Elements:
    """Read ``elements.toml``; ``condition`` reads the words after "when". Raises KeyError, TypeError, ValueError."""
    rules: list[_Rule] = []
    for entry in table["element"]:
        whose = [(frozenset(entry.get("classes", ())), frozenset[str](), entry["must"])]
        whose += [(frozenset[str](), frozenset({code}), must) for code, must in entry.get("of", {}).items()]
        for classes, codes, must in whose:
            for text in must:
                wanted, _, when = text.partition(" when ")
                element = Element(
                    label=entry["label"],
                    source=entry["source"],
                    wanted=tuple(wanted.split("|")),
                    when=condition(when) if when else None,
                    received_from=entry.get("received_from"),
                    received_until=entry.get("received_until"),
                    issued_from=entry.get("issued_from"),
                    of_class=bool(classes),
                )
                rules.append(_Rule(element=element, classes=classes, codes=codes))
    frames = table["frame"]
    if strangers := {name for frame in frames.values() for name in frame} - set(_FRAME):
        raise ValueError(f"unknown part of the frame: {', '.join(sorted(strangers))}")
    return Elements(frames, tuple(rules))


def lacking(kind: DocumentKind, until: date | None = None) -> tuple[Element, ...]:
    """Return what some documents in this wording would not say; ``until`` is the day the next wording takes over."""
    return tuple(element for element in kind.elements if not _always_printed(kind, element, until))


def absent(kind: DocumentKind, active: Sequence[Block], known: Mapping[str, object]) -> tuple[Element, ...]:
    """Return what one document does not say; ``active`` are the paragraphs that apply to its facts."""
    received, issued = known.get("received_on"), known.get("issued_on")
    return tuple(
        element
        for element in kind.elements
        if _asked(element, received_on=received, issued_on=issued)
        and (element.when is None or element.when.holds(known.get(element.when.name)))
        and not any(prints(block, element) for block in active)
    )


def prints(block: Block, element: Element) -> bool:
    """Tell whether a paragraph prints one of the element's alternatives."""
    return any(_prints(block, wanted) for wanted in element.wanted)


def names_in(element: Element) -> tuple[str, ...]:
    """Return the facts among the element's alternatives."""
    return tuple(wanted[1:-1] for wanted in element.wanted if wanted.startswith("{"))


def _prints(block: Block, wanted: str) -> bool:
    if wanted.startswith("{"):
        name = wanted[1:-1]
        items = block.each == name and any(isinstance(part, Slot) and part.name == "item" for part in block.parts)
        return items or any(slot.name == name for slot in block.slots)
    # 第三十六条第三项 is the same place as 第三十六条第（三）项.
    text = "\0".join(part for part in block.parts if not isinstance(part, Slot))
    return wanted.translate(_BRACKETS) in text.translate(_BRACKETS)


def _asked(element: Element, *, received_on: object, issued_on: object) -> bool:
    if (element.received_from or element.received_until) and not isinstance(received_on, date):
        return False
    if isinstance(received_on, date) and not (
        (element.received_from or date.min) <= received_on < (element.received_until or date.max)
    ):
        return False
    return element.issued_from is None or (isinstance(issued_on, date) and issued_on >= element.issued_from)


def _always_printed(kind: DocumentKind, element: Element, until: date | None) -> bool:
    blocks = [block for block in kind.body if prints(block, element)]
    if any(_unconditional(block) for block in blocks):
        return True
    names = {condition.name for block in blocks for condition in block.when}
    names |= {element.when.name} if element.when else set()
    for received, issued in _days(kind, element, blocks, until):
        standing = [block for block in blocks if block.stands(received_on=received, issued_on=issued)]
        for world in _worlds(kind, sorted(names), [*_conditions(blocks), *([element.when] if element.when else [])]):
            if element.when is not None and not element.when.holds(world[element.when.name]):
                continue
            if not any(all(c.holds(world[c.name]) for c in block.when) for block in standing):
                return False
    return True


def _unconditional(block: Block) -> bool:
    dated = block.received_from or block.received_until or block.issued_from or block.issued_until
    return not block.when and not dated


def _conditions(blocks: Iterable[Block]) -> list[Condition]:
    return [condition for block in blocks for condition in block.when]


def _days(
    kind: DocumentKind, element: Element, blocks: Iterable[Block], until: date | None
) -> Iterator[tuple[date, date]]:
    """Yield one day of receipt and one of issue for every stretch in which the same paragraphs apply."""
    blocks = list(blocks)
    received_first = max(element.received_from or FIRST, kind.received_from or FIRST)
    received_until = element.received_until or date.max
    issued_first = max(element.issued_from or FIRST, kind.effective_from)
    received = [day for block in blocks for day in (block.received_from, block.received_until)]
    issued = [day for block in blocks for day in (block.issued_from, block.issued_until)]
    yield from product(
        _firsts(received_first, received_until, received), _firsts(issued_first, until or date.max, issued)
    )


def _firsts(first: date, until: date, cuts: Iterable[date | None]) -> list[date]:
    inside = {day for day in cuts if day is not None and first < day < until}
    return [first, *sorted(inside)] if first < until else []


def _worlds(kind: DocumentKind, names: Sequence[str], conditions: Sequence[Condition]) -> Iterator[dict[str, object]]:
    """Yield every combination of values that decides which paragraphs apply."""
    domains: list[list[object]] = []
    for name in names:
        need = kind.facts.get(name)
        if need is not None and need.choices:
            values: list[object] = list(need.choices)
        else:
            values = list(sorted({value for c in conditions if c.name == name for value in c.values}) or ["x"])
        domains.append(values if need is not None and need.required else [None, *values])
    for world in product(*domains):
        yield dict(zip(names, world, strict=True))
