"""What was issued, and what came out of the printer? The bytes stay in the store; lists carry the facts."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from hallclient.domain.outcomes import Outcome
from hallclient.domain.refusal import Refusal
from hallclient.domain.terms import Term


class PrintState(Term):
    """What became of a copy. ``SAVED`` is a copy handed over as a file."""

    SENT = "sent", "已打印"
    FAILED = "failed", "未打印出"
    SAVED = "saved", "已存为文件"


class UnknownKind(Refusal):
    """There is no such kind of document."""

    fields = ("kind",)

    def __init__(self, kind: str) -> None:
        super().__init__()
        self.kind = kind


class KindDoesNotFit(Refusal):
    """This document does not belong to this record, or does not answer it with this outcome."""

    fields = ("kind",)

    def __init__(self, kind: str) -> None:
        super().__init__()
        self.kind = kind


class ReprintNeedsReason(Refusal):
    """The first copy came out already; another one is printed with a reason and is marked 补打."""

    fields = ("reason",)


class DocumentVoided(Refusal):
    """A voided document is kept and shown, never printed again."""

    def __init__(self, number: str) -> None:
        super().__init__()
        self.number = number


class VoidedWithItsRecord(Refusal):
    """This document bears its record's number and none of its own: it is voided with the record."""

    def __init__(self, number: str) -> None:
        super().__init__()
        self.number = number


class PapersRest(Refusal):
    """Papers issued since (``numbers``) rest on the step that is taken back: each is voided with it, or left."""

    def __init__(self, numbers: tuple[str, ...]) -> None:
        super().__init__()
        self.numbers = numbers


class DocumentAltered(Refusal):
    """The stored bytes are not the bytes that were issued: their hash differs. Nothing is printed from them."""

    def __init__(self, number: str) -> None:
        super().__init__()
        self.number = number


@dataclass(frozen=True, slots=True, kw_only=True)
class IssuedDocument:
    """An issued document without its bytes. ``number`` is its 文号, or its record's number where the kind has none.

    ``copies`` counts what is known to have come out; ``voided`` is the reason of a 作废 and empty otherwise.
    """

    id: int
    number: str
    kind: str
    title: str
    application: str = ""
    enquiry: str = ""
    wording_version: str
    issued_on: date
    issued_at: datetime
    by: str
    pages: int
    sha256: str
    copies: int = 0
    voided: str = ""
    historical: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintEntry:
    """One line of the print log. ``copy`` is the copy's number, counted from 1."""

    at: datetime
    by: str
    printer: str
    copy: int
    state: PrintState
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintJob:
    """What goes to the printer: the stored bytes, and for a reprint the 补打 slip that precedes each copy.

    ``copy`` is the number of the first of ``copies``.
    """

    document: IssuedDocument
    pdf: bytes
    copy: int
    copies: int = 1
    slips: tuple[bytes, ...] = ()

    @property
    def slip(self) -> bytes | None:
        """The first copy's slip; None when nothing came out before."""
        return self.slips[0] if self.slips else None

    @property
    def parts(self) -> tuple[bytes, ...]:
        """Everything that comes out, in its order."""
        if not self.slips:
            return (self.pdf,) * self.copies
        return tuple(part for slip in self.slips for part in (slip, self.pdf))

    def __repr__(self) -> str:
        return f"PrintJob({self.document.kind}, copy={self.copy})"


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedFact:
    """A fact the record does not hold and the clerk types. ``type`` is text, date, list, choice, money or number."""

    name: str
    label: str
    type: str
    required: bool
    choices: Mapping[str, str] = field(default_factory=dict)


class OneByOne(StrEnum):
    """Whether a letter answers several pieces of information item by item."""

    NEVER = "never"
    WHERE_LISTED = "where_listed"
    ALWAYS = "always"


@dataclass(frozen=True, slots=True, kw_only=True)
class KindOffer:
    """A kind that can be issued, for a menu: what it is called and what it still asks. ``outcomes`` it answers.

    What ``asks`` names is not asked of a letter that goes item by item: the items tell it. ``reasoned``: its wording
    tells why, so that an item told in it needs no reason besides.
    """

    code: str
    title: str
    register: str
    outcomes: tuple[Outcome, ...] = ()
    asks: tuple[AskedFact, ...] = ()
    one_by_one: OneByOne = OneByOne.NEVER
    reasoned: bool = False
