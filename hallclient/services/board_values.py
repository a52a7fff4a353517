"""What is the due board made of? Sections in their order, and the rows that open a record."""

from dataclasses import dataclass
from datetime import date

from hallclient.domain.register.records import RecordKind
from hallclient.domain.terms import Term


class SectionCode(Term):
    """The board's sections, in the order they are shown."""

    OVERDUE = "overdue", "已逾期"
    TODAY = "today", "今日到期"
    SOON = "soon", "3个工作日内到期"
    NOTICES = "notices", "补正告知将到期"
    LAPSED = "lapsed", "逾期可办结"
    APPROVAL = "approval", "待我审批"
    LETTERS = "letters", "未送达文书"
    PACKETS = "packets", "退回的报送"
    ENQUIRIES = "enquiries", "转办待回复"
    DISPUTES = "disputes", "复议诉讼期限"
    WAITING = "waiting", "等待他人"
    DRAFTS = "drafts", "我的草稿"
    UNPRINTED = "unprinted", "未打印文书"
    UNCLOSED = "unclosed", "未日结"


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardRow:
    """One thing to do; ``kind`` and ``number`` open it.

    ``title`` is masked. ``left`` counts working days to ``due`` (0 today, negative when late, None without a date or
    beyond the calendar). ``why`` is a code or a name: the application's state, whose silence lapsed, the outcome that
    was drafted, what became of a letter, that a packet came back, what a dispute's date is for, the document's title,
    the unit a matter was referred to, the draft's form.
    """

    kind: RecordKind
    number: str
    title: str
    due: date | None = None
    provisional: bool = False
    left: int | None = None
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A heading with its rows; ``count`` is the true number, ``rows`` the first 100 of them."""

    code: SectionCode
    count: int
    rows: tuple[BoardRow, ...]

    @property
    def title(self) -> str:
        return self.code.label
