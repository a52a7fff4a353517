"""What can happen to an application? Its life is the tuple of its dated steps; everything else is folded from it."""

from dataclasses import dataclass, field
from datetime import date, datetime

from hallclient.domain.outcomes import Outcome
from hallclient.domain.terms import Term


class Act(Term):
    """The acts of the 条例 that change an application's state or clock."""

    ARRIVED = "arrived", "送达待确认"
    RECEIVED = "received", "收到"
    CORRECTION_REQUESTED = "correction_requested", "告知补正"
    CORRECTED = "corrected", "收到补正"
    EXTENDED = "extended", "延期"
    CONSULTATION_SENT = "consultation_sent", "发出征求意见书"
    CONSULTATION_RECEIVED = "consultation_received", "征求意见书送达"
    CONSULTATION_ANSWERED = "consultation_answered", "收到意见"
    FEE_NOTIFIED = "fee_notified", "收费通知送达"
    FEE_PAID = "fee_paid", "缴费完成"
    ANSWERED = "answered", "答复"
    WITHDRAWN = "withdrawn", "撤回"
    VOIDED = "voided", "作废"


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One dated act.

    ``on`` is the business date the act bears in law; ``entered_at`` when the clerk recorded it. ``days`` is the
    length of an extension in working days; ``id`` ties the three acts of one consultation together; ``outcome``
    belongs to ``ANSWERED`` (and ``WITHDRAWN``, as 其他处理). ``details`` holds further facts as text, such as the
    amount of a fee in yuan or the approver of an extension.
    """

    act: Act
    on: date
    days: int | None = None
    id: str = ""
    outcome: Outcome | None = None
    by: str = ""
    entered_at: datetime | None = None
    reason: str = ""
    details: dict[str, str] = field(default_factory=dict)
