"""Which papers are on their way to a printer, and of which does nobody know yet whether they came out?"""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Self

from hallclient.domain.refusal import Refusal
from hallclient.domain.terms import Term

MOST_COPIES = 20
PATIENCE = timedelta(seconds=60)  # no state lasts longer without a reason that can be read


class QueueState(Term):
    """How a queued print stands. ``PRINTED`` is told once, when a row leaves: the print log keeps it."""

    WAITING = "waiting", "等待"
    SENT = "sent", "已送打印机"
    PRINTED = "printed", "已打印"
    UNKNOWN = "unknown", "未确认"
    FAILED = "failed", "失败"


class PrintTrouble(Term):
    """Why a print has not come out, or why nobody knows. The codes are those the print system's words are read into."""

    SENDING = "sending", "正在送往打印系统"
    NO_SPOOLER = "no_spooler", "打印系统没有回应"
    NO_PRINTER = "no_printer", "找不到打印机"
    NOT_ACCEPTING = "not_accepting", "打印机不接受任务"
    DISABLED = "disabled", "打印机已停用"
    OFFLINE = "offline", "打印机没有连上"
    OUT_OF_PAPER = "out_of_paper", "缺纸"
    JAMMED = "jammed", "卡纸"
    OUT_OF_TONER = "out_of_toner", "墨粉或者墨水用完"
    COVER_OPEN = "cover_open", "打印机盖未关"
    NEEDS_ATTENTION = "needs_attention", "打印机需要查看"
    ABORTED = "aborted", "打印中途出错"
    CANCELLED = "cancelled", "任务已取消"
    FORGOTTEN = "forgotten", "打印系统已没有这项任务的记录"
    INTERRUPTED = "interrupted", "程序中断，没有送出"
    SLOW = "slow", "打印机迟迟没有回音"
    NOT_OUT = "not_out", "经办人确认没有打印出来"
    ALTERED = "altered", "存档与签发时不一致，没有送出"
    NEEDS_REASON = "needs_reason", "已出过一份，补打需写明原因"
    VOIDED = "voided", "文书已作废，没有送出"


class PrintUnanswered(Refusal):
    """Nobody has said yet whether the last print of this document came out: first that, then another."""

    def __init__(self, number: str) -> None:
        super().__init__()
        self.number = number


class PrintUnderWay(Refusal):
    """This document is on its way to the printer already: it is not printed twice."""

    def __init__(self, number: str) -> None:
        super().__init__()
        self.number = number


class PrintSettled(Refusal):
    """Meanwhile it is known what became of this print: it stands in the document's print log."""


class CopiesOutOfRange(Refusal):
    """So many copies are not printed at once."""

    fields = ("copies",)
    most = MOST_COPIES


class RemovalNeedsReason(Refusal):
    """A print leaves the queue unprinted only with a reason."""

    fields = ("reason",)


@dataclass(frozen=True, slots=True, kw_only=True)
class QueuedPrint:
    """A document on its way to paper. ``printer`` "" is the machine's own; ``job`` the print system's name for it.

    ``reason`` is the reprint's; ``said`` the print system's own words; ``since`` when the state was entered.
    """

    id: int
    document_id: int
    number: str
    kind: str
    title: str
    record: str
    printer: str
    copies: int
    state: QueueState
    job: str = ""
    reason: str = ""
    trouble: PrintTrouble | None = None
    said: str = ""
    at: datetime
    since: datetime
    by: str

    @property
    def held_up(self) -> bool:
        """Whether something keeps it from printing."""
        return self.trouble not in (None, PrintTrouble.SENDING)

    @property
    def needs_eyes(self) -> bool:
        """Whether somebody must look: failed, not known, or held up."""
        return self.held_up or self.state in (QueueState.UNKNOWN, QueueState.FAILED)

    @property
    def under_way(self) -> bool:
        """Whether it goes on by itself, and a second order would print it twice."""
        return self.state in (QueueState.WAITING, QueueState.SENT) and not self.held_up

    @property
    def is_reprint(self) -> bool:
        """Whether a copy came out before: then each copy comes with its 补打 slip."""
        return bool(self.reason)

    @property
    def may_lack_parts(self) -> bool:
        """Whether the program may have died between two pieces of the job: a print system prints what it has."""
        pieces = self.copies * (2 if self.is_reprint else 1)
        return pieces > 1 and self.trouble in (PrintTrouble.SENDING, PrintTrouble.INTERRUPTED)

    def now(self, state: QueueState) -> Self:
        """Return the row in another state, as it is told when it leaves the queue."""
        return replace(self, state=state, trouble=None, said="")
