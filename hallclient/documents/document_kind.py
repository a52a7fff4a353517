"""What does a standard document consist of? The values a wording file is read into; no reading, no drawing."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from hallclient.foundation.trouble import Trouble

FactType = Literal["text", "date", "list", "choice", "money", "number", "article"]
TYPES: tuple[FactType, ...] = ("text", "date", "list", "choice", "money", "number", "article")


class WordingBroken(Trouble):
    """A wording does not say what a document needs: no document of its kind can be issued.

    ``file`` is its name, ``problem`` what is wrong, in words for whoever edits it; neither holds personal data.
    """

    def __init__(self, file: str, problem: str) -> None:
        super().__init__()
        self.file = file
        self.problem = problem

    def __str__(self) -> str:
        return f"{self.file}: {self.problem}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Need:
    """A fact a document prints. ``required`` facts are needed whatever the others say; a fact that is not required
    may still be needed where the paragraph that prints it applies. ``choices`` map a code to what is printed."""

    name: str
    label: str
    type: FactType
    required: bool = False
    choices: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Slot:
    """A place to fill. ``form`` is "" (as the type says), "capital" (大写金额) or "box" (☑ when one of ``values``)."""

    name: str
    form: str = ""
    values: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Condition:
    """``values`` empty: the fact is there; else it is one of them. ``negated`` turns it round."""

    name: str
    values: tuple[str, ...] = ()
    negated: bool = False

    def holds(self, value: object) -> bool:
        """Tell whether the condition holds for the fact's value; None and "" are a fact that is not there."""
        found = value in self.values if self.values else value not in (None, "")
        return found != self.negated


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One paragraph, table row or line of signatures.

    ``parts`` is its text, cut at the slots. ``label`` makes it a row of the form; ``sign`` names places to sign;
    ``each`` repeats it for every item of a list fact; ``continues`` appends it to the paragraph before. The four
    dates are half-open: the block applies to documents issued, or applications received, from the one until the other.
    """

    parts: tuple[str | Slot, ...] = ()
    label: str = ""
    min_lines: int = 1
    sign: tuple[str, ...] = ()
    style: Literal["body", "note", "attachment"] = "body"
    continues: bool = False
    each: str = ""
    when: tuple[Condition, ...] = ()
    issued_from: date | None = None
    issued_until: date | None = None
    received_from: date | None = None
    received_until: date | None = None

    @property
    def slots(self) -> tuple[Slot, ...]:
        return tuple(part for part in self.parts if isinstance(part, Slot) and part.name not in ("item", "n"))

    def stands(self, *, received_on: date | None, issued_on: date | None) -> bool:
        """Tell whether the block belongs to documents of these days; a day nobody knows meets no bound."""
        for day, first, until in (
            (issued_on, self.issued_from, self.issued_until),
            (received_on, self.received_from, self.received_until),
        ):
            if (first or until) and day is None:
                return False
            if day is not None and ((first and day < first) or (until and day >= until)):
                return False
        return True


@dataclass(frozen=True, slots=True, kw_only=True)
class Element:
    """Something a document must print (domain 4.3). ``label`` is what a refusal calls it, ``source`` its reason.

    ``wanted`` are alternatives: ``{fact}`` or words. ``when`` limits it to documents of which the condition holds,
    the three dates to applications received from the one until the other, and to documents issued from a day on.
    ``of_class`` elements stand once in a letter, whatever it says of how many pieces of information.
    """

    label: str
    source: str
    wanted: tuple[str, ...]
    when: Condition | None = None
    received_from: date | None = None
    received_until: date | None = None
    issued_from: date | None = None
    of_class: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentKind:
    """A kind of document as worded from ``effective_from`` on.

    ``title`` names it in lists, ``heading`` is printed. ``series`` is the word of its document numbers ("" = it bears
    none), ``register`` whose number it carries, ``act`` the act it belongs to ("" = none), ``outcomes`` the leaves of
    table 三 it answers, ``remedy`` the class of its remedy paragraph. ``addressed`` and ``sealed`` say whether it
    opens with a salutation and ends with contact, agency, seal position and date. ``recipient`` is the fact it is
    addressed to: any other than ``addressee`` is not the applicant, and such a paper has no slot for who applied.
    ``paper`` is its class in ``elements.toml`` (reply, notice, letter, …), ``elements`` what that class must print.
    ``broken`` says why a wording kept in the store cannot be read any more: nothing is issued in it.
    ``received_from``: for applications received from that day on only, because the earlier law knew no such paper.
    ``facts`` holds every fact it can print, by name; ``needs`` are the same in order.
    """

    code: str
    title: str
    heading: str
    series: str
    register: Literal["application", "enquiry"]
    act: str
    outcomes: tuple[str, ...]
    remedy: str
    addressed: bool
    sealed: bool
    version: str
    effective_from: date
    body: tuple[Block, ...]
    facts: Mapping[str, Need]
    needs: tuple[Need, ...]
    earlier: tuple["DocumentKind", ...] = ()
    recipient: str = "addressee"
    received_from: date | None = None
    paper: str = "other"
    elements: tuple[Element, ...] = ()
    broken: str = ""

    def governs(self, received_on: date) -> bool:
        """Tell whether the law of the receipt date knows this paper."""
        return self.received_from is None or received_on >= self.received_from

    def on(self, day: date) -> "DocumentKind":
        """Return the wording in force on a day (the oldest one for days before it)."""
        versions = (self, *self.earlier)
        return next((version for version in versions if version.effective_from <= day), versions[-1])
