"""What does the reception desk show? Rows, totals and who seems to be here again, all of them masked."""

from dataclasses import dataclass, field, replace
from datetime import date, datetime

from hallclient.domain.register.enquiry import Enquiry
from hallclient.domain.register.kinds import EnquiryChannel, EnquiryKind, Handling
from hallclient.domain.register.people import mask_name, mask_phone
from hallclient.domain.register.records import RecordKind


@dataclass(frozen=True, slots=True, kw_only=True)
class EnquiryRow:
    """An enquiry as a list shows it: name and phone masked, the content cut to its first words."""

    number: str
    visit: str
    business_date: date
    occurred_at: datetime
    kind: EnquiryKind
    channel: EnquiryChannel
    persons: int
    matters: int
    topic: str
    name: str
    phone: str
    content: str
    handling: Handling | None
    refer_to: str
    due_on: date | None
    closed_on: date | None
    rating: int | None
    approximate: bool
    late: bool
    ticked: bool
    historical: bool
    voided: str
    application: str
    entered_by: str
    version: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceptionTotals:
    """A day at the desk, voided records left out: ``visits`` 批次, ``persons`` 人次, ``matters`` 件次, ``records``.

    ``by_kind`` and ``by_channel`` count persons; ``by_handling`` counts records, with None for what is still being
    handled; ``by_rating`` counts records, with None for 未评价.
    """

    visits: int = 0
    persons: int = 0
    matters: int = 0
    records: int = 0
    late: int = 0
    by_kind: dict[EnquiryKind, int] = field(default_factory=dict)
    by_channel: dict[EnquiryChannel, int] = field(default_factory=dict)
    by_handling: dict[Handling | None, int] = field(default_factory=dict)
    by_rating: dict[int | None, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Earlier:
    """An earlier record of somebody with this phone or name, masked; opening it in clear needs a reason."""

    kind: RecordKind
    number: str
    on: date
    name: str
    phone: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Returning:
    """Who seems to be here again: how many earlier records, and the newest of them."""

    count: int = 0
    newest: tuple[Earlier, ...] = ()


def masked(enquiry: Enquiry) -> Enquiry:
    """Return the record as it may be shown without a reason: name and phone masked (个人信息保护法 第五十一条)."""
    return replace(enquiry, name=mask_name(enquiry.name), phone=mask_phone(enquiry.phone))
