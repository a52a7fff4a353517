"""What does the applications desk take and hand back, besides the register's own values?"""

from dataclasses import dataclass, field
from datetime import date

from hallclient.domain.law.clock import ClockTrace
from hallclient.domain.outcomes import Outcome
from hallclient.domain.register.application import Application, ApplicationDraft
from hallclient.domain.register.issued import IssuedDocument
from hallclient.services.document_facts import Facts


@dataclass(frozen=True, slots=True, kw_only=True)
class OnTheSpot:
    """The answer given at the counter (art. 33 当场答复): its leaf of table 三, its letter, what the letter says.

    ``facts`` are what the letter's kind asks (``DocumentDesk.offer(kind).asks``).
    """

    outcome: Outcome
    document: str
    facts: Facts = field(default_factory=dict)

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
