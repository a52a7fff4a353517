"""What can happen to an application? Its life is the tuple of its dated steps; everything else is folded from it."""

from dataclasses import dataclass, field
from datetime import date, datetime

from hallclient.domain.outcomes import Outcome
from hallclient.domain.terms import Term


class Act(Term):
    """The acts of the 条例 that change an application's state or clock, and those its file has to tell.

    Their order is that of the procedure: acts of one day happen in it where nobody says otherwise.
    """

    ARRIVED = "arrived", "送达待确认"
    RECEIVED = "received", "收到"
    ITEMISED = "itemised", "分列申请事项"
    CORRECTION_REQUESTED = "correction_requested", "告知补正"
    CORRECTED = "corrected", "收到补正"
    REASONS_DEMANDED = "reasons_demanded", "要求说明理由"
    REASONS_GIVEN = "reasons_given", "收到理由说明"
    EXTENDED = "extended", "延期"
    POSTPONED = "postponed", "另定答复日期"
    CONSULTATION_SENT = "consultation_sent", "发出征求意见书"
    CONSULTATION_RECEIVED = "consultation_received", "征求意见书送达"
    CONSULTATION_ANSWERED = "consultation_answered", "收到意见"
    CONSULTATION_LAPSED = "consultation_lapsed", "逾期未提出意见"
    FEE_DECIDED = "fee_decided", "决定收取信息处理费"
    FEE_NOTIFIED = "fee_notified", "收费通知送达"
    FEE_PAID = "fee_paid", "缴费完成"
    SEARCHED = "searched", "检索"
    SECRECY_REVIEWED = "secrecy_reviewed", "保密审查"
    ESCALATED = "escalated", "报请领导决定"
    SUPERIOR_DECIDED = "superior_decided", "领导决定"
    DRAFTED = "drafted", "拟稿"
    RETURNED = "returned", "退回修改"
    APPROVED = "approved", "审批同意"
    ANSWERED = "answered", "答复"
    WITHDRAWN = "withdrawn", "撤回"
    SENT = "sent", "文书送出"
    SERVED = "served", "送达"
    UNDELIVERED = "undelivered", "未能送达"
    REPLY_CORRECTED = "reply_corrected", "更正答复文书"
    REOPENED = "reopened", "重新办理"
    ARCHIVED = "archived", "归档"
    VOIDED = "voided", "作废"


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One dated act.

    ``on`` is the business date the act bears in law; ``entered_at`` when the clerk recorded it. ``days`` is the
    length of an extension, or of the new period of a case dealt with again, in working days; ``id`` ties the acts of
    one consultation together, and those of one letter's way to its reader; ``outcome`` belongs to ``ANSWERED`` (and
    ``WITHDRAWN``, as 其他处理). ``details`` holds the further facts ``life.RULES`` asks, as text.
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
