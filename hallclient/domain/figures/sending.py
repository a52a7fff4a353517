"""How far has a packet come on its way to the hub, and when is it tried again?

Four states and no fifth: nothing says "sending" for more than a minute (features F12, appendix C).
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from hallclient.domain.figures.delivery import Receipt, Verdict
from hallclient.domain.refusal import Refusal
from hallclient.domain.terms import Term

BACK_OFF = (5, 15, 45, 120, 300, 900)  # seconds until the next try, by how often it failed before; the last one stays
ASK_AGAIN = timedelta(hours=1)  # how often is asked whether a packet that arrived has been checked and counted
LONGEST_WAIT = ASK_AGAIN  # nothing waits longer: a try that lies farther ahead was set by a clock that ran ahead
STUCK_AFTER = timedelta(days=1)  # a packet that waits so long although it was tried wants somebody to look
CLAIM_LASTS = timedelta(seconds=60)  # a sender that has not answered by then is gone; another takes its packets


class PracticeCannotSend(Refusal):
    """A practice store's days are invented: nothing of them reaches the office."""


class HubNotSet(Refusal):
    """Nobody has said yet where this window's hub is."""

    fields = ("hub",)


class PacketUnknown(Refusal):
    """There is no such packet in the outbox."""

    fields = ("packet",)


class PacketUnreadable(Refusal):
    """A packet's text is not the one that was sealed: its hash does not follow from it."""


class PacketState(Term):
    """Where a packet is, as its window knows."""

    QUEUED = "queued", "未发"
    SENT = "sent", "已发未回执"
    ACCEPTED = "accepted", "已收"
    RETURNED = "returned", "退回"


class Why(Term):
    """Why a packet has not arrived yet, where the hub itself gave no reason."""

    HUB_UNREACHABLE = "hub_unreachable", "网络不通，或者中心库没有应答，稍后自动重发"
    HUB_DISK_FULL = "hub_disk_full", "中心库的磁盘已满，请主管办公室清理，稍后自动重发"
    HUB_LOGIN_REFUSED = "hub_login_refused", "中心库不接受本窗口的登录，请核对密码，或者请主管办公室核实是否停用"
    HUB_FORBIDS = "hub_forbids", "中心库不允许本窗口这样做，请主管办公室核实登记"
    HUB_CERTIFICATE_WRONG = "hub_certificate_wrong", "中心库的证书不符，已停止发送，请主管办公室核实地址和证书"
    HUB_NOT_READY = "hub_not_ready", "中心库尚未建好，或者版本不同，请联系主管办公室"
    WORLD = "world", "没有送出，稍后自动重试"
    CLAIM_LOST = "claim_lost", "上次发送中断，没有等到回执，已重新排队"
    UNREADABLE = "unreadable", "数据包内容与封存时不一致，未发送，请联系系统管理员"
    FAILED = "failed", "这一份没有送出，不影响其他各日，请联系系统管理员"
    IN_FOLDER = "in_folder", "已写入文件夹，待主管办公室读取"
    ASKED_AGAIN = "asked_again", "已按要求重新排队"
    LOST = "lost", "中心库已没有这一份（可能由备份恢复过），重新报送"
    REPLACED = "replaced", "本窗口较新的版本已计入，这一份不再处理"

    @classmethod
    def of(cls, trouble: str) -> "Why":
        """Return the reason for a trouble's code; ``WORLD`` for one without its own words."""
        return next((why for why in cls if why.value == trouble), cls.WORLD)

    @classmethod
    def said(cls, reason: str) -> "Why | None":
        """Return the reason whose words stand beside a packet; None when they are the hub's own."""
        return next((why for why in cls if why.label == reason), None)

    @property
    def stubborn(self) -> bool:
        """Whether only a person can help: asking often would be hammering at a door that stays shut."""
        return self in _STUBBORN


_STUBBORN = frozenset({Why.HUB_LOGIN_REFUSED, Why.HUB_FORBIDS, Why.HUB_CERTIFICATE_WRONG, Why.HUB_NOT_READY})


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """A packet's state after an answer, why, and when it is asked for again (None: never by itself)."""

    state: PacketState
    reason: str = ""
    next_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OutboxRow:
    """One packet on its way as the window shows it. ``days``: an import holds lines of other dates than its own.

    ``next_at`` is the next try by itself; ``sent_at`` when it was last handed over; ``receipt`` the hub's last answer.
    """

    id: int
    kind: str
    business_date: date
    z_number: int
    revision: int
    state: PacketState
    attempts: int
    reason: str
    next_at: datetime | None
    sent_at: datetime | None
    created_at: datetime
    verdict: Verdict | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Pushed:
    """What one round of sending came to: packets handed over, accepted, returned, and still waiting afterwards.

    ``next_at`` is when the next one wants to be sent, None when none waits for a time to come; ``why`` what stopped the
    round before its end.
    """

    sent: int = 0
    accepted: int = 0
    returned: int = 0
    waiting: int = 0
    next_at: datetime | None = None
    why: Why | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Ahead:
    """A day of which the hub holds a newer revision than this store; ``ours`` is 0 when it is open here."""

    day: date
    ours: int
    theirs: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Glance:
    """How reporting stands, for one line: packets that wait, packets that came back, and when the next try is.

    ``since`` is when the oldest waiting packet was sealed; ``why`` what the last try failed of, None for none.
    """

    waiting: int = 0
    returned: int = 0
    next_at: datetime | None = None
    since: datetime | None = None
    why: Why | None = None

    @property
    def needs_eyes(self) -> bool:
        """Whether something only a person can put right."""
        return bool(self.returned) or (self.why is not None and self.why.stubborn)

    def stuck(self, at: datetime) -> bool:
        """Whether something was tried and has not got out for a day."""
        return self.why is not None and self.since is not None and at - self.since >= STUCK_AFTER


def next_try(failed: int, at: datetime, why: Why | None = None) -> datetime:
    """Return when to try again after ``failed`` failures (the first counts 1); ``why`` the last one failed."""
    if why is not None and why.stubborn:
        failed = len(BACK_OFF)
    return at + timedelta(seconds=BACK_OFF[min(max(failed, 1), len(BACK_OFF)) - 1])


def after(receipt: Receipt, *, at: datetime, newer_of_ours: bool, replaced: bool = False) -> Standing:
    """Return where a packet stands after the hub's answer.

    What the hub has without having counted it is asked after again, and so is what it keeps aside or refuses: what
    was missing may arrive, a locked period may be opened. ``newer_of_ours``: this window sealed a newer revision;
    ``replaced``: that one counts at the hub, and whatever became of this one is settled with it.
    """
    reason = receipt.reason or receipt.verdict.label
    match receipt.verdict:
        case Verdict.ACCEPTED | Verdict.HELD_ALREADY:
            return Standing(state=PacketState.ACCEPTED)
        case Verdict.RECEIVED:
            return Standing(state=PacketState.ACCEPTED, reason=reason, next_at=at + ASK_AGAIN)
        case Verdict.SUPERSEDED:
            # A newer word of our own stands there: nothing is left to be done. Another's word is to be looked at.
            state = PacketState.ACCEPTED if newer_of_ours else PacketState.RETURNED
            return Standing(state=state, reason=reason)
    if replaced:
        return Standing(state=PacketState.ACCEPTED, reason=Why.REPLACED.label)
    return Standing(state=PacketState.RETURNED, reason=reason, next_at=next_try(len(BACK_OFF), at))
