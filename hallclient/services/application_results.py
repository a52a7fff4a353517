"""What does the applications desk take and hand back, besides the register's own values?"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from hallclient.domain.law.clock import ClockTrace
from hallclient.domain.law.fees import Band
from hallclient.domain.outcomes import Outcome
from hallclient.domain.register.application import Application, ApplicationDraft
from hallclient.domain.register.issued import IssuedDocument
from hallclient.domain.register.items import Item
from hallclient.domain.register.steps import Step
from hallclient.services.document_facts import Facts


@dataclass(frozen=True, slots=True, kw_only=True)
class OnTheSpot:
    """An answer: its leaf of table 三, its letter, what the letter says; given at the counter or later.

    ``facts`` are what the letter's kind asks (``DocumentDesk.offer(kind).asks``). ``reviewer`` is who did the
    confidentiality review (保密审查人): where the answer discloses and no review is on record, it is recorded with it.
    ``items`` are the pieces of information with their own outcomes, ``override`` the public interest that outweighs a
    third party's objection (第三十二条).
    """

    outcome: Outcome
    document: str
    facts: Facts = field(default_factory=dict)
    reviewer: str = ""
    items: tuple[Item, ...] = ()
    override: str = ""

    def __repr__(self) -> str:
        return f"OnTheSpot({self.outcome.value}, {self.document})"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceiptPreview:
    """What the form shows while it is filled in: the receipt date, or that it waits; the clock's trace when it runs.

    ``closed_day`` says that the receipt date lies in a closed day, so that a late reason is needed and the fact
    becomes a dated adjustment; ``late`` that the date lies before today.
    """

    received_on: date | None
    waiting: bool
    trace: ClockTrace | None = None
    late: bool = False
    closed_day: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Registered:
    """What one save made: the application (persons masked) and its papers, in the order they are handed over."""

    application: Application
    documents: tuple[IssuedDocument, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Repeat:
    """F4: a draft like the clerk's last one without the person, and the answer he gave to it on the spot."""

    draft: ApplicationDraft
    answer: OnTheSpot | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterWay:
    """One issued paper of a case and how far it has come.

    ``sent`` is the last time it went out, ``served`` when it reached its reader, ``returned`` that it came back since.
    ``corrected_by`` is the number of the document that corrects it (已由…更正), empty when none does.
    """

    document: IssuedDocument
    sent: Step | None = None
    served: Step | None = None
    returned: Step | None = None
    corrected_by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class UndoPlan:
    """What taking the last step back would do, seen before it is done.

    ``with_it`` came in the same save and goes with it. ``own`` papers were issued in that save and are voided;
    ``since`` rest on the step and were issued later: whether each is voided too, the clerk decides.
    """

    step: Step
    with_it: tuple[Step, ...] = ()
    own: tuple[IssuedDocument, ...] = ()
    since: tuple[IssuedDocument, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FeeProposal:
    """A processing fee as the tariff gives it; whether it is charged, and how much of it, a supervisor decides.

    By items the tariff runs on over one applicant's applications of one calendar ``month``: ``count_in_month`` are
    those up to and including this one, ``count`` the units of this one, and ``bands`` price only these. By pages
    ``count`` are this application's pages. ``before`` is what already counted in that month.
    """

    number: str
    basis: str
    month: date
    count_in_month: int
    count: int
    bands: tuple[Band, ...]
    yuan: Decimal
    tariff: str
    source: str

    @property
    def before(self) -> int:
        return self.count_in_month - self.count if self.basis == "items" else 0

    def facts(self) -> Mapping[str, str]:
        """Return what the decision's step keeps and the notice P12 prints of it."""
        unit = "件" if self.basis == "items" else "页"
        rows = "；".join(
            f"第{band.from_}至{band.to}{unit}，每{unit}{band.price}元，计{band.yuan}元"
            if band.to > band.from_
            else f"第{band.from_}{unit}，{band.price}元"
            for band in self.bands
        )
        return {"basis": self.basis, "count": str(self.count), "yuan": f"{self.yuan:.2f}", "calculation": rows}
