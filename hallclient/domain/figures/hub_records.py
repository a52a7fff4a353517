"""What does the hub tell of a window's packets, and of what the office did? Values the board shows and the window too.

Packets hold counts and numbers, never a citizen's name.
"""

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from hallclient.domain.figures.delivery import Verdict
from hallclient.domain.refusal import Refusal
from hallclient.domain.terms import Term


class PacketIllegible(Refusal):
    """What arrived cannot be read as a packet: damaged on its way, or not from our program."""


class HubPacketUnknown(Refusal):
    """The hub holds no such packet (any more)."""

    fields = ("packet",)


class Aside(Term):
    """Why a packet is kept aside, in the words ``hub/judge.py`` writes beside it; each has its own way out."""

    UNENROLLED = "unenrolled", "窗口未登记或者已停用"
    SIGNATURE = "signature", "内容校验或者签名不符"
    FORK = "fork", "与已收数据包分叉（窗口可能由备份恢复），请办公室核实"
    GAP = "gap", "缺少前一个数据包，到齐后自动计入"
    CONTENT = "content", "数据包内容与封面不一致或者无法读取"
    TWO_OF_ONE = "two_of_one", "版本号相同而内容不同"

    @classmethod
    def of(cls, reason: str) -> "Aside | None":
        """Return why, from the phrase the hub keeps; None for words this release does not know."""
        if "版本号却相同" in reason:
            return cls.TWO_OF_ONE
        return next((one for one in cls if one.label == reason), None)


class ActKind(Term):
    """What the office can do at the hub."""

    ENROL = "enrol", "登记窗口"
    REVOKE = "revoke", "停用窗口"
    ENROL_OFFICE = "enrol_office", "登记办公室人员"
    REVOKE_OFFICE = "revoke_office", "停用办公室人员"
    LOCK = "lock", "锁定期间"
    UNLOCK = "unlock", "解除锁定"
    EXCEPTION = "exception", "例外开放"
    BRANCH = "branch", "续接"
    WITHDRAW_BRANCH = "withdraw_branch", "撤回续接"


class RuleState(Term):
    """Whether a lock or an exception binds now."""

    IN_FORCE = "in_force", "有效"
    LIFTED = "lifted", "已解除"
    EXPIRED = "expired", "已过期"


@dataclass(frozen=True, slots=True, kw_only=True)
class PacketQuery:
    """Which packets are asked for. Empty fields ask for all; ``first`` to before ``until``; newest first, at most
    ``most``."""

    window: str = ""
    unit: str = ""
    first: date | None = None
    until: date | None = None
    verdict: Verdict | None = None
    most: int = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class SentPacket:
    """A packet at the hub, without its text. ``checked_at`` None: nobody has looked at it yet.

    ``counts``: what it says is what the hub counts for its day now. ``waits``: kept aside until another arrives.
    """

    id: int
    window: str
    unit: str
    kind: str
    business_date: date
    z_number: int
    revision: int
    verdict: Verdict
    reason: str
    received_at: datetime
    checked_at: datetime | None = None
    waits: bool = False
    counts: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeRule:
    """A locked period (``window`` empty) or a window's exception from one: days ``first`` to before ``until``.

    ``open_until`` (included) is an exception's last day. ``lifted_*`` tell who took a lock away, and why.
    """

    kind: ActKind
    first: date
    until: date
    by: str
    reason: str
    at: datetime
    window: str = ""
    open_until: date | None = None
    lifted_at: datetime | None = None
    lifted_by: str = ""
    lifted_reason: str = ""

    @property
    def last(self) -> date:
        """The last day it is about."""
        return self.until - timedelta(days=1)

    def state(self, today: date) -> RuleState:
        """Tell whether it binds on ``today``."""
        if self.lifted_at is not None:
            return RuleState.LIFTED
        over = self.open_until is not None and self.open_until < today
        return RuleState.EXPIRED if over else RuleState.IN_FORCE


@dataclass(frozen=True, slots=True, kw_only=True)
class Bound:
    """What the office said that binds one window, when it was asked: locks of all, its own exceptions."""

    asked_at: datetime
    rules: tuple[OfficeRule, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldAct:
    """One entry of the office's acts, its ``detail`` taken apart; ``kind`` None for an act this release does not know.

    ``unit`` is what a window was enrolled for.
    """

    at: datetime
    by: str
    code: str
    kind: ActKind | None
    window: str = ""
    unit: str = ""
    first: date | None = None
    last: date | None = None
    open_until: date | None = None
    reason: str = ""


_DETAIL = re.compile(r"(\d{4}-\d\d-\d\d)/(\d{4}-\d\d-\d\d)(?: -(\d{4}-\d\d-\d\d))? (.*)", re.DOTALL)
_LOCKED = re.compile(r"(\d{4}-\d\d-\d\d)起的期间已由(.*?)锁定：(.*)", re.DOTALL)


def told(*, at: datetime, by: str, act: str, window: str, detail: str) -> ToldAct:
    """Return an act of the hub's list with its days and its reason."""
    kind = ActKind.read(act)
    if kind is ActKind.ENROL:
        return ToldAct(at=at, by=by, code=act, kind=kind, window=window, unit=detail)
    found = _DETAIL.fullmatch(detail)
    if found is None:
        return ToldAct(at=at, by=by, code=act, kind=kind, window=window, reason=detail)
    first, until, open_until, reason = found.groups()
    return ToldAct(
        at=at,
        by=by,
        code=act,
        kind=kind,
        window=window,
        first=date.fromisoformat(first),
        last=date.fromisoformat(until) - timedelta(days=1),
        open_until=date.fromisoformat(open_until) if open_until else None,
        reason=reason,
    )


def locked_words(reason: str) -> tuple[date, str, str] | None:
    """Return since when, by whom and why a period is locked, from a refused packet's reason; None for another one."""
    found = _LOCKED.fullmatch(reason)
    return (date.fromisoformat(found[1]), found[2], found[3]) if found else None
