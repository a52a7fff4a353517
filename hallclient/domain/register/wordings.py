"""What does a supervisor see of a wording? Paragraphs, versions, what is wrong, and what changed word for word."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from difflib import SequenceMatcher

from hallclient.domain.refusal import Refusal
from hallclient.domain.terms import Term

LONGEST = 4000  # characters of one paragraph: a page and a half; what is longer is no standard wording
# A slot, a run of letters or digits, or one character: what is compared word for word.
_WORD = re.compile(r"\{[^{}]*\}|[0-9A-Za-z]+|.", re.DOTALL)


class Applies(Term):
    """When a paragraph is printed, or how it stands on the page."""

    RECEIVED_FROM = "received_from", "{0}起收到的申请"
    RECEIVED_UNTIL = "received_until", "{0}前收到的申请"
    ISSUED_FROM = "issued_from", "{0}起成文"
    ISSUED_UNTIL = "issued_until", "{0}前成文"
    KNOWN = "known", "填有“{0}”时"
    UNKNOWN = "unknown", "未填“{0}”时"
    IS = "is", "“{0}”为{1}时"
    IS_NOT = "is_not", "“{0}”不为{1}时"
    CONTINUES = "continues", "接上一段"
    EACH = "each", "“{0}”逐条一段"
    NOTE = "note", "页末小字"
    ATTACHMENT = "attachment", "附件"
    ROW = "row", "表格：{0}"
    SIGN = "sign", "签名处"
    REMEDY = "remedy", "救济途径，由程序按结果和日期写入"


class Flaw(Term):
    """What is wrong with a wording. ``{0}`` is the slot, element or character concerned."""

    EMPTY = "empty", "没有内容，请填写或者删去这一段"
    TOO_LONG = "too_long", "超过{0}个字，请分成几段"
    BRACE = "brace", "有不成对的大括号，请改好或者从“插入填写项”中选取"
    UNKNOWN_SLOT = "unknown_slot", "没有填写项“{0}”，请从“插入填写项”中选取"
    SLOT_NOT_HERE = "slot_not_here", "“{0}”不能用在这类文书里"
    APPLICANT = "applicant", "本文书不交给申请人，不能写“{0}”"
    CAPITALS = "capitals", "只有金额可以大写，“{0}”不是金额"
    UNPRINTABLE = "unprintable", "字库里没有“{0}”，请换一个字"
    LOCKED = "locked", "这一段不能改动或者删去：{0}"
    ELEMENT = "element", "缺少法定要素“{0}”：{1}"
    LABEL_TAKEN = "label_taken", "填写项名称“{0}”已经有了，请换一个"
    NOTHING_LEFT = "nothing_left", "文书没有正文"
    STARTS_JOINED = "starts_joined", "第一段不能“接上一段”"
    UNREADABLE = "unreadable", "这份格式读不通：{0}"


@dataclass(frozen=True, slots=True)
class Note:
    """One remark beside a paragraph: when it applies. ``words`` fill the places of its sentence."""

    what: Applies
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class WordingParagraph:
    """One paragraph as it is edited: ``text`` with its slots by their official names, ``{申请编号}``.

    ``key`` ties it to the paragraph it was drafted from, whose conditions it keeps; "" is a new one. ``if_known``
    (new paragraphs only) prints it only when all its slots are known. A ``locked`` one is shown and never changed.
    """

    text: str
    key: str = ""
    notes: tuple[Note, ...] = ()
    locked: bool = False
    if_known: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnSlot:
    """A slot a supervisor added: what the clerk is asked under ``label``. ``type`` as of any fact of a document."""

    label: str
    type: str = "text"


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferedSlot:
    """A slot that can be inserted: ``token`` is what stands in the text, ``required`` that it must stay."""

    token: str
    label: str
    type: str
    required: bool = False
    always_known: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class WordingDraft:
    """A wording under the pen. ``version`` is the one its paragraphs come from, ``newest`` the newest one then."""

    code: str
    version: str
    newest: str
    paragraphs: tuple[WordingParagraph, ...]
    own_slots: tuple[OwnSlot, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class WordingVersion:
    """One version of a kind's wording. ``shipped`` came with the program; ``in_force`` is the one of today."""

    code: str
    version: str
    effective_from: date
    shipped: bool
    in_force: bool = False
    reason: str = ""
    by: str = ""
    at: datetime | None = None
    withdrawn: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class WordingKind:
    """A kind in the list: its code, official title, version in force, and the next one if there is one."""

    code: str
    title: str
    paper: str
    version: str
    effective_from: date
    edited: bool
    coming: date | None = None
    broken: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class WordingProblem:
    """What is wrong, and in which paragraph (counted from 1; 0 when it is no single one)."""

    flaw: Flaw
    paragraph: int = 0
    words: tuple[str, ...] = ()


class WordingRefused(Refusal):
    """The words cannot come into force as they are. ``problems`` names all that is wrong, paragraph by paragraph."""

    fields = ("paragraphs",)

    def __init__(self, problems: tuple[WordingProblem, ...]) -> None:
        super().__init__()
        self.problems = problems


class WordingTooEarly(Refusal):
    """A version comes into force today at the earliest, and not before the version it follows."""

    fields = ("effective_from",)

    def __init__(self, first: date) -> None:
        super().__init__()
        self.first = first


class WordingNeedsReason(Refusal):
    """Why the words were changed stays beside them."""

    fields = ("reason",)


class WordingUnchanged(Refusal):
    """The words are those of the version they were drafted from: there is nothing to publish."""


class WordingInForce(Refusal):
    """A version that is in force, or that came with the program, is not withdrawn: it is followed by another one."""

    def __init__(self, version: str) -> None:
        super().__init__()
        self.version = version


@dataclass(frozen=True, slots=True)
class DiffPart:
    """A stretch of words: ``mark`` is "" (kept), "-" (gone) or "+" (new)."""

    mark: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DiffLine:
    """One paragraph compared: ``mark`` "" unchanged, "-" gone, "+" new, "~" changed inside."""

    mark: str
    parts: tuple[DiffPart, ...] = field(default=())


def compared(old: Sequence[str], new: Sequence[str]) -> tuple[DiffLine, ...]:
    """Compare two wordings, first paragraph by paragraph, then word by word inside a changed paragraph."""
    lines: list[DiffLine] = []
    for mark, i1, i2, j1, j2 in SequenceMatcher(a=old, b=new, autojunk=False).get_opcodes():
        if mark == "equal":
            lines += [DiffLine(mark="", parts=(DiffPart("", text),)) for text in old[i1:i2]]
            continue
        gone, come = list(old[i1:i2]), list(new[j1:j2])
        for before, after in _paired(gone, come):
            if before is None or after is None:
                sign, text = ("-", before) if after is None else ("+", after)
                lines.append(DiffLine(mark=sign, parts=(DiffPart(sign, text or ""),)))
            else:
                lines.append(DiffLine(mark="~", parts=tuple(_words(before, after))))
    return tuple(lines)


def _paired(gone: list[str], come: list[str]) -> Iterator[tuple[str | None, str | None]]:
    """Put each old paragraph beside the new one that is most like it, in order."""
    at = 0
    for before in gone:
        likeness = [
            (SequenceMatcher(a=before, b=after, autojunk=False).ratio(), -index)
            for index, after in enumerate(come[at:])
        ]
        best, index = max(likeness, default=(0.0, 0))
        if best < 0.5:
            yield before, None
            continue
        for after in come[at : at - index]:
            yield None, after
        yield before, come[at - index]
        at = at - index + 1
    for after in come[at:]:
        yield None, after


def _words(before: str, after: str) -> Iterator[DiffPart]:
    a, b = _WORD.findall(before), _WORD.findall(after)
    for mark, i1, i2, j1, j2 in SequenceMatcher(a=a, b=b, autojunk=False).get_opcodes():
        if mark == "equal":
            yield DiffPart("", "".join(a[i1:i2]))
            continue
        if i2 > i1:
            yield DiffPart("-", "".join(a[i1:i2]))
        if j2 > j1:
            yield DiffPart("+", "".join(b[j1:j2]))
