"""What exactly will a document say? Facts go into the slots of its wording; a missing fact stops it here."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal, InvalidOperation

from hallclient.documents import elements, glyphs
from hallclient.documents.document_kind import Block, DocumentKind, Need, WordingBroken
from hallclient.documents.lines import BOX, TICKED_BOX
from hallclient.documents.money import capitals
from hallclient.domain.refusal import Refusal

# 第三十五条, 第三十五条之一第二款第（三）项, several of them joined; a clerk may type Arabic numerals.
_NUMERAL = "[一二三四五六七八九十百零〇0-9]+"
_ONE = rf"第{_NUMERAL}条(之{_NUMERAL})?(第{_NUMERAL}款)?(第[（(]?{_NUMERAL}[）)]?项)?(第[（(]?{_NUMERAL}[）)]?目)?"
_ARTICLE = re.compile(rf"{_ONE}([、，和及至]{_ONE})*")


class FactMissing(Refusal):
    """A document lacks facts it must print; nothing is rendered. ``labels`` are their official names."""

    def __init__(self, kind: str, names: tuple[str, ...], labels: tuple[str, ...]) -> None:
        super().__init__()
        self.kind = kind
        self.fields = names
        self.labels = labels


class ElementMissing(Refusal):
    """The wording of a document lacks what every such document must say (domain 4.3): nothing is rendered.

    ``labels`` name the elements: 法律依据, 救济途径, …
    """

    def __init__(self, kind: str, labels: tuple[str, ...]) -> None:
        super().__init__()
        self.kind = kind
        self.labels = labels


class FactUnreadable(Refusal):
    """A fact is not what its slot takes: no date, no amount, none of the choices. ``expected`` is the slot's type."""

    def __init__(self, kind: str, name: str, label: str, expected: str) -> None:
        super().__init__()
        self.kind = kind
        self.fields = (name,)
        self.label = label
        self.expected = expected


@dataclass(slots=True)
class Piece:
    """A finished block: a paragraph of ``text``, a row (``label`` beside ``text``) or lines to ``sign``."""

    text: str = ""
    label: str = ""
    style: str = "body"
    min_lines: int = 1
    sign: tuple[str, ...] = ()
    row: bool = field(default=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """A document's words before they have a place on a page."""

    heading: str
    agency: str
    document_number: str
    number: str
    number_label: str
    addressee: str
    pieces: tuple[Piece, ...]
    contact: str
    sealed: bool
    dated: str


def chinese_date(day: date) -> str:
    """Return 2026年3月16日: Arabic numerals without padding (GB/T 9704-2012 7.3.5.4)."""
    return f"{day.year}年{day.month}月{day.day}日"


def compose(kind: DocumentKind, facts: Mapping[str, object]) -> Wording:
    """Fill a kind's wording. Text stands as it was given but for invisible characters.

    Raises WordingBroken, FactUnreadable, FactMissing, ElementMissing or UnprintableText (glyphs), each naming what is
    concerned.
    """
    known, active = _known(kind, facts)
    wanted = [need.name for need in kind.needs if need.required]
    _complete(kind, known, active, wanted)
    absent = elements.absent(kind, active, known)
    if absent:
        raise ElementMissing(kind.code, tuple(dict.fromkeys(element.label for element in absent)))
    shown = _shower(kind, known)
    contact = [f"联系人：{shown('agency_contact')}"] if kind.sealed else []
    contact += [f"联系电话：{shown('agency_phone')}"] if kind.sealed and shown("agency_phone") else []
    return Wording(
        heading=kind.heading,
        agency=shown("agency_name"),
        document_number=shown("document_number") if kind.series else "",
        number=shown("number"),
        number_label=kind.facts["number"].label,
        addressee=shown(kind.recipient) if kind.addressed else "",
        pieces=tuple(_pieces(active, known, shown)),
        contact="　".join(contact),
        sealed=kind.sealed,
        dated=shown("issued_on"),
    )


@dataclass(frozen=True, slots=True)
class Clause:
    """What a letter would say of one piece of information: its finding with article and reason, and what it encloses.

    ``reasoned``: the wording tells a reason of its own.
    """

    text: str
    attachments: tuple[str, ...] = ()
    reasoned: bool = False


def clause(kind: DocumentKind, facts: Mapping[str, object]) -> Clause:
    """Fill what a letter says of its piece of information, without what stands once in a letter of several.

    Opening, remedy and frame are left to the letter that holds the clause; every other element of the kind must be in
    it. Raises as ``compose``. A wording edited so that its opening tells the finding too cannot be cut: then the one
    before it speaks.
    """
    for version in (kind, *kind.earlier):
        try:
            return _clause(version, facts)
        except ElementMissing:
            if version is (kind, *kind.earlier)[-1]:
                raise
    raise AssertionError("a kind has a version")


def _clause(kind: DocumentKind, facts: Mapping[str, object]) -> Clause:
    known, active = _known(kind, facts)
    once = [element for element in kind.elements if element.of_class]
    active = [block for block in active if not any(elements.prints(block, element) for element in once)]
    _complete(kind, known, active, ())
    absent = [element.label for element in elements.absent(kind, active, known) if not element.of_class]
    if absent:
        raise ElementMissing(kind.code, tuple(dict.fromkeys(absent)))
    pieces = _pieces(active, known, _shower(kind, known))
    return Clause(
        text="".join(piece.text for piece in pieces if piece.style == "body"),
        attachments=tuple(piece.text.partition("：")[2] for piece in pieces if piece.style == "attachment"),
        reasoned=any(element.label == elements.REASON for element in kind.elements),
    )


def _known(kind: DocumentKind, facts: Mapping[str, object]) -> tuple[dict[str, object], list[Block]]:
    """Return the facts in their slots' own types, and the paragraphs that apply to them."""
    if kind.broken:
        raise WordingBroken(kind.version, kind.broken)
    known = {need.name: _read(kind, need, facts.get(need.name)) for need in kind.needs}
    issued_on, received_on = known["issued_on"], known.get("received_on")
    return known, [block for block in kind.body if _applies(block, known, issued_on, received_on)]


def _complete(kind: DocumentKind, known: Mapping[str, object], active: list[Block], wanted: Sequence[str]) -> None:
    """Raise FactMissing for what is ``wanted`` or printed and not there, UnprintableText for what no font can print."""
    names = [*wanted, *(slot.name for block in active for slot in block.slots if slot.form != "box")]
    missing = tuple(name for name in dict.fromkeys(names) if known[name] is None)
    if missing:
        raise FactMissing(kind.code, missing, tuple(kind.facts[name].label for name in missing))
    glyphs.require({name: _plain(value) for name, value in known.items() if value is not None})


def _shower(kind: DocumentKind, known: Mapping[str, object]) -> Callable[[str], str]:
    def shown(name: str) -> str:
        value = known.get(name)
        return "" if value is None else _shown(kind.facts[name], value)

    return shown


def _pieces(active: list[Block], known: Mapping[str, object], shown: Callable[[str], str]) -> list[Piece]:
    pieces: list[Piece] = []
    for block in active:
        if block.each:
            items = known[block.each]
            assert isinstance(items, tuple)
            for n, item in enumerate(items, start=1):
                text = _fill(block, {**known, "n": str(n), "item": item}, shown)
                pieces.append(Piece(text, style=block.style))
            continue
        text = _fill(block, known, shown)
        if block.continues and pieces:
            # What was given may already end with the stop that the wording adds.
            pieces[-1].text = _join(pieces[-1].text, text)
        else:
            pieces.append(Piece(text, block.label, block.style, block.min_lines, block.sign, bool(block.label)))
    return pieces


def _fill(block: Block, known: Mapping[str, object], shown: Callable[[str], str]) -> str:
    text = ""
    for part in block.parts:
        if isinstance(part, str):
            text = _join(text, part)
        elif part.name in ("n", "item"):
            text += str(known[part.name])
        elif part.form == "box":
            text += TICKED_BOX if known[part.name] in part.values else BOX
        elif part.form == "capital":
            amount = known[part.name]
            assert isinstance(amount, Decimal)
            text += capitals(amount)
        else:
            text += _unquoted(text, shown(part.name))
    return text


def _unquoted(text: str, given: str) -> str:
    # 《{law_name}》 with 《档案法》 typed: the wording brings the marks, those that were given go.
    quoted = text[-1:] + given[:1] in ("《《", "““") and given[-1:] in tuple("》”") and given.count(given[:1]) == 1
    return given[1:-1] if quoted else given


def _join(text: str, more: str) -> str:
    # 「……的通知。」 + 「。」: a full stop the citizen wrote is kept, and the wording's own stop or comma goes.
    if more[:1] in tuple("。，；") and text[-1:] in tuple("。！？"):
        return text + more[1:]
    return text + more


def _applies(block: Block, known: Mapping[str, object], issued_on: object, received_on: object) -> bool:
    stands = block.stands(
        received_on=received_on if isinstance(received_on, date) else None,
        issued_on=issued_on if isinstance(issued_on, date) else None,
    )
    return stands and all(condition.holds(known.get(condition.name)) for condition in block.when)


def _read(kind: DocumentKind, need: Need, value: object) -> object:
    """Return the fact in its slot's own type, None when it is not given; text is read as a command line gives it."""
    if value is None or value == "" or value == ():
        return None
    wrong = FactUnreadable(kind.code, need.name, need.label, need.type)
    try:
        match need.type:
            case "date":
                day = date.fromisoformat(value.strip()) if isinstance(value, str) else value
                if isinstance(day, datetime) or not isinstance(day, date):
                    raise wrong
                return day
            case "money":
                amount = Decimal(str(value))
                if not amount.is_finite() or amount < 0 or round(amount, 2) != amount:
                    raise wrong
                return amount
            case "number":
                return int(str(value))
            case "list":
                items = value.split("\n") if isinstance(value, str) else value
                if not isinstance(items, (tuple, list)):
                    raise wrong
                return tuple(glyphs.tidy(str(item)).strip() for item in items if str(item).strip()) or None
            case "choice":
                text = str(value).strip()
                for code, label in need.choices.items():
                    if text in (code, label):
                        return code
                raise wrong
            case "article":
                article = glyphs.tidy(str(value)).strip().replace(" ", "")
                if not _ARTICLE.fullmatch(article):
                    raise wrong
                return article
            case "text":
                return glyphs.tidy(str(value)).strip() or None
    except (ValueError, InvalidOperation) as error:
        raise wrong from error


def _plain(value: object) -> str:
    return "\n".join(map(str, value)) if isinstance(value, tuple) else str(value)


def _shown(need: Need, value: object) -> str:
    if isinstance(value, date):
        return chinese_date(value)
    if isinstance(value, Decimal):
        return f"{value:.2f}"
    if isinstance(value, tuple):
        return "；".join(map(str, value))
    if need.type == "choice":
        return need.choices[str(value)]
    return str(value)
