"""Does the text of a report say what its tables say? Slots filled from the figures, typed numbers found and compared.

A text part is written with slots (``{{received}}``). A number typed by hand is recognised by the form's ``reading``
patterns and held against the figure it speaks of (R6); one that no pattern knows is told apart as unchecked.
"""

import difflib
import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from hallclient.domain.figures.report import Report
from hallclient.domain.figures.report_pieces import Figure
from hallclient.domain.refusal import Refusal
from hallclient.domain.terms import Term

_SLOT = re.compile(r"\{\{\s*([^{}]*?)\s*\}\}")
_CLAUSE = "，。；：！？\n"  # a comma of full width: one between digits is a separator
_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
# Figures that are no statistics: dates, numbers of documents and articles, years, ordinals.
_NO_FIGURE = re.compile(
    r"\d+(?:年度?|月|日|个工作日|号文)|〔\d+〕\d+号|第\d+[条款项号次届]|^\d+\.(?!\d)|12345", re.MULTILINE
)


class SlotUnknown(Refusal):
    """A text names a slot the form does not have. ``names`` are the unknown ones, ``known`` those there are."""

    fields = ("text",)

    def __init__(self, names: tuple[str, ...], known: tuple[str, ...]) -> None:
        super().__init__()
        self.names, self.known = names, known


class MentionKind(Term):
    """What is known of a number that was typed."""

    RIGHT = "right", "与表格一致"
    WRONG = "wrong", "与表格不符"
    UNCHECKED = "unchecked", "未能核对"


@dataclass(frozen=True, slots=True)
class Mention:
    """A number typed in a text, at ``start`` up to but without ``end``. ``figure`` is the cell it speaks of, ``found``
    what the text says, ``expected`` what the report says; both as printed."""

    start: int
    end: int
    kind: MentionKind
    found: str
    figure: str = ""
    name: str = ""
    expected: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Differing:
    """A number in a report's text that is not the table's: in which part, paragraph (from 1) and sentence it stands,
    what the text says and what the table does."""

    part: str
    heading: str
    paragraph: int
    words: str
    figure: str
    name: str
    found: str
    expected: str


@dataclass(frozen=True, slots=True)
class Change:
    """A piece of text compared with last year's: ``kept``, ``added`` or ``gone``."""

    kind: str
    text: str


def filled(text: str, values: Mapping[str, str]) -> str:
    """Return the text with its slots filled. Raises SlotUnknown naming every slot there is none of."""
    unknown = tuple(dict.fromkeys(name for name in _SLOT.findall(text) if name not in values))
    if unknown:
        raise SlotUnknown(unknown, tuple(values))
    return _SLOT.sub(lambda match: values[match[1]], text)


def paragraphs(text: str, values: Mapping[str, str]) -> tuple[str, ...]:
    """Return the paragraphs of a text part as they are printed. Raises SlotUnknown."""
    return tuple(line.strip() for line in filled(text, values).splitlines() if line.strip())


def mentions(text: str, report: Report, reading: Sequence[tuple[str, str]]) -> tuple[Mention, ...]:
    """Return every number typed in ``text`` (slots apart), in order, held against the report's figures.

    ``reading`` are the form's pairs of a figure and a pattern whose matching group is the number.
    """
    return mentions_of(text, report.cells, reading)


def mentions_of(text: str, cells: Mapping[str, Figure], reading: Sequence[tuple[str, str]]) -> tuple[Mention, ...]:
    """Return every number typed in ``text``, held against ``cells``; see ``mentions``."""
    plain = _plain(text)
    taken = [match.span() for match in _SLOT.finditer(plain)] + [match.span() for match in _NO_FIGURE.finditer(plain)]
    found: dict[tuple[int, int], Mention] = {}
    for figure, pattern in reading:
        for match in re.finditer(pattern, plain):
            # A pattern with several wordings has a group for each; the one that matched is the number.
            group = match.lastindex or 0
            span = match.span(group)
            if span not in found and not _inside(span, taken):
                mention = _compared(span, match[group], figure, cells)
                if mention is not None:
                    found[span] = mention
    known = [*taken, *found]
    for match in _NUMBER.finditer(plain):
        if not _inside(match.span(), known):
            found[match.span()] = Mention(*match.span(), MentionKind.UNCHECKED, text[slice(*match.span())])
    return tuple(found[span] for span in sorted(found))


def differing(report: Report, reading: Sequence[tuple[str, str]]) -> tuple[Differing, ...]:
    """Return every number in the written parts that is not the table's (R6), in the order of the text."""
    return tuple(
        Differing(
            part=part.id,
            heading=part.heading,
            paragraph=at,
            words=_sentence(text, one.start),
            figure=one.figure,
            name=one.name,
            found=one.found,
            expected=one.expected,
        )
        for part in report.parts
        if part.written
        for at, text in enumerate(part.texts, start=1)
        for one in mentions(text, report, reading)
        if one.kind is MentionKind.WRONG
    )


def _sentence(text: str, at: int) -> str:
    """Return the clause a number stands in, so that one finds it with one's eyes."""
    start = max((text.rfind(mark, 0, at) for mark in _CLAUSE), default=-1) + 1
    ends = [end for mark in _CLAUSE if (end := text.find(mark, at)) >= 0]
    return text[start : min(ends, default=len(text))].strip()


def with_slots(text: str, report: Report, reading: Sequence[tuple[str, str]]) -> str:
    """Return last year's text made ready for this year: every number that repeated a figure becomes its slot.

    A number the form has no slot for stays as it was typed; it is then compared, and marked when it is wrong.
    """
    names = {figure: name for name, figure in report.slots.items()}
    for mention in reversed(mentions(text, report, reading)):
        if mention.kind is MentionKind.RIGHT and mention.figure in names:
            text = text[: mention.start] + "{{" + names[mention.figure] + "}}" + text[mention.end :]
    return text


def changes(before: str, after: str) -> tuple[Change, ...]:
    """Return what changed between two texts, character runs grouped: what stays, what was added, what is gone."""
    found: list[Change] = []
    one, other = _words(before), _words(after)
    for kind, first, until, start, end in difflib.SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
        if kind == "equal":
            found.append(Change("kept", "".join(one[first:until])))
            continue
        if until > first:
            found.append(Change("gone", "".join(one[first:until])))
        if end > start:
            found.append(Change("added", "".join(other[start:end])))
    return tuple(found)


def _words(text: str) -> list[str]:
    return re.findall(r"\{\{[^{}]*\}\}|\d[\d,.]*|[A-Za-z]+|\s+|.", text)


def _plain(text: str) -> str:
    """Return the text with full-width digits and marks as half-width ones, character for character."""
    return "".join(
        folded if len(folded := unicodedata.normalize("NFKC", char)) == 1 and char != "％" else char for char in text
    ).replace("％", "%")


def _inside(span: tuple[int, int], others: Sequence[tuple[int, int]] | Mapping[tuple[int, int], object]) -> bool:
    return any(first <= span[0] and span[1] <= until for first, until in others)


def _compared(span: tuple[int, int], said: str, figure: str, cells: Mapping[str, Figure]) -> Mention | None:
    cell = cells.get(figure)
    if cell is None:
        return None
    try:
        value = Decimal(said.replace(",", ""))
    except InvalidOperation:
        return None
    right = cell.value is not None and Decimal(str(cell.text)) == value
    return Mention(*span, MentionKind.RIGHT if right else MentionKind.WRONG, said, figure, cell.name, cell.text)


def marked(text: str, found: Sequence[Mention]) -> Iterator[tuple[str, Mention | None]]:
    """Yield the text in pieces, each with the mention it is, for a screen that colours them."""
    at = 0
    for mention in found:
        if mention.start > at:
            yield text[at : mention.start], None
        yield text[mention.start : mention.end], mention
        at = mention.end
    if at < len(text):
        yield text[at:], None
