"""What is an enquiry? One matter of one visit: who came, what was asked, how it was handled.

Persons (人次) and matters (件次) are counted apart: a group of three with one question is 3 人次 and 1 件次; the
second matter of the same visit carries the visit's number and 0 persons, so that neither sum counts twice.
"""

from dataclasses import dataclass
from datetime import date, datetime

from hallclient.domain.refusal import Refusal
from hallclient.domain.register.kinds import EnquiryChannel, EnquiryKind, Handling


class PersonsOutOfRange(Refusal):
    """Persons must be 1..9999 for the first matter of a visit, 0 for its further matters."""

    fields = ("persons",)


class MattersOutOfRange(Refusal):
    """Matters must be 1..9999."""

    fields = ("matters",)


class RatingOutOfRange(Refusal):
    """A rating is 1..5, or not given (好差评 has five levels)."""

    fields = ("rating",)


class OccurredInFuture(Refusal):
    """A visit cannot have happened after now."""

    fields = ("occurred_at",)


class OccurredTooLongAgo(Refusal):
    """A live entry more than a year back is a slip of the pen; older registers come through the import."""

    fields = ("occurred_at",)


class ClosedBeforeOpened(Refusal):
    """The day a matter was settled cannot lie before the day it was raised."""

    fields = ("closed_on",)


@dataclass(frozen=True, slots=True, kw_only=True)
class EnquiryDraft:
    """What a form, a tally key or an import row says of one matter.

    ``occurred_at`` None means "now". ``approximate`` flags a time the clerk is not sure of; ``late_reason`` says why
    it is entered later. ``visit`` is the number of the visit's first matter, empty for a first matter. ``ticked``
    marks a tally tick: it needs nothing but its kind.
    """

    kind: EnquiryKind = EnquiryKind.CONSULTATION
    channel: EnquiryChannel = EnquiryChannel.IN_PERSON
    persons: int = 1
    matters: int = 1
    occurred_at: datetime | None = None
    approximate: bool = False
    late_reason: str = ""
    visit: str = ""
    unit: str = ""
    topic: str = ""
    name: str = ""
    phone: str = ""
    content: str = ""
    answer: str = ""
    handling: Handling | None = Handling.ANSWERED
    refer_to: str = ""
    due_on: date | None = None
    closed_on: date | None = None
    rating: int | None = None
    ticked: bool = False
    application: str = ""

    def __repr__(self) -> str:
        return f"EnquiryDraft({self.kind.value}, persons={self.persons})"


@dataclass(frozen=True, slots=True, kw_only=True)
class Enquiry:
    """A recorded matter. ``business_date`` is the Asia/Shanghai date of ``occurred_at``; ``late`` says it was entered
    on a later business date than it happened. ``voided`` ticks and records keep their number and count nowhere."""

    number: str
    original_number: str = ""
    visit: str
    business_date: date
    occurred_at: datetime
    entered_at: datetime
    entered_by: str
    window: str
    kind: EnquiryKind
    channel: EnquiryChannel
    persons: int
    matters: int
    approximate: bool = False
    late: bool = False
    late_reason: str = ""
    unit: str = ""
    topic: str = ""
    name: str = ""
    phone: str = ""
    content: str = ""
    answer: str = ""
    handling: Handling | None = None
    refer_to: str = ""
    due_on: date | None = None
    closed_on: date | None = None
    rating: int | None = None
    ticked: bool = False
    historical: bool = False
    voided: str = ""
    application: str = ""
    version: int = 1

    def __repr__(self) -> str:
        return f"Enquiry({self.number})"
