"""The due board: what must be done today, what is late, and what waits for others?"""

from dataclasses import dataclass
from datetime import date

from hallclient.domain.register.permissions import Clerk
from hallclient.domain.register.records import RecordKind
from hallclient.domain.terms import Term
from hallclient.services.office import Office

SHOWN = 200  # rows a section hands out; its count tells of the rest


class SectionCode(Term):
    """The board's sections, in the order they are shown."""

    OVERDUE = "overdue", "已逾期"
    TODAY = "today", "今日到期"
    SOON = "soon", "3个工作日内到期"
    ENQUIRIES = "enquiries", "转办待回复"
    WAITING = "waiting", "等待他人"
    DRAFTS = "drafts", "我的草稿"
    UNPRINTED = "unprinted", "未打印文书"
    UNCLOSED = "unclosed", "未日结"


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardRow:
    """One thing to do; ``kind`` and ``number`` open it.

    ``title`` is masked. ``left`` counts working days to ``due`` (0 today, negative when late, None without a date or
    beyond the calendar). ``why`` is a code or a name: the application's state, the document's title, the unit a
    matter was referred to, the draft's form.
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
    """A heading with its rows; ``count`` is the true number, ``rows`` the first 200 of them."""

    code: SectionCode
    count: int
    rows: tuple[BoardRow, ...]

    @property
    def title(self) -> str:
        return self.code.label


class Board:
    """Asked again whenever something changed: everything is computed from dates, no status is ever stored."""

    def __init__(self, office: Office) -> None:
        self._office = office

    def today(self, by: Clerk) -> tuple[Section, ...]:
        """Return all sections in their order, empty ones too."""
