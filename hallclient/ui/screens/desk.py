"""The due board, first thing in the morning: what is late, what is due, what waits, and how the day stands."""

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hallclient.domain.figures.sending import PacketState
from hallclient.domain.law.dispute_clocks import DisputeDue
from hallclient.domain.law.lapses import LapseKind
from hallclient.domain.outcomes import Outcome
from hallclient.domain.register.numbers import RegisterNumber, Series
from hallclient.domain.register.records import RecordKind
from hallclient.domain.register.states import State
from hallclient.domain.register.steps import Act
from hallclient.domain.terms import Term
from hallclient.services.board import BoardRow, Section, SectionCode
from hallclient.ui import theme
from hallclient.ui.clock_dialog import show_clock
from hallclient.ui.context import Context
from hallclient.ui.dispute_dates_dialog import show_dispute_dates
from hallclient.ui.enquiry_clock_dialog import show_enquiry_clock
from hallclient.ui.forms import FormScroll
from hallclient.ui.jobs import Topic
from hallclient.ui.language import noop, translate
from hallclient.ui.plain import PlainLabel
from hallclient.ui.rows_model import Column, ListView
from hallclient.ui.screen import Screen, card
from hallclient.ui.terms import label

SHOWS = frozenset(
    {
        Topic.ENQUIRIES,
        Topic.APPLICATIONS,
        Topic.DOCUMENTS,
        Topic.DAYS,
        Topic.DRAFTS,
        Topic.CALENDARS,
        Topic.DISPUTES,
        Topic.OUTBOX,
    }
)
TONES = {
    SectionCode.OVERDUE: "danger",
    SectionCode.TODAY: "warn",
    SectionCode.SOON: "warn",
    SectionCode.NOTICES: "warn",
    SectionCode.LETTERS: "warn",
    SectionCode.PACKETS: "danger",
}

# The sections whose rows say by a code why they stand there; the others say it by a name.
CODED = frozenset(SectionCode) - {
    SectionCode.ENQUIRIES,
    SectionCode.DRAFTS,
    SectionCode.UNPRINTED,
    SectionCode.UNCLOSED,
}
SELDOM = frozenset({SectionCode.PACKETS})  # a count of 0 says nothing to a window that reports nowhere
_WHY: tuple[type[Term], ...] = (State, LapseKind, Act, Outcome, DisputeDue)

# The forms whose drafts the board lists, by the journal's form name: what they are called, which kind opens them.
FORMS = {
    "enquiry": (noop("desk", "咨询投诉登记"), "enquiry"),
    "application": (noop("desk", "申请登记"), "application_form"),
    "wording": (noop("desk", "文书格式改稿"), "wording"),
    "report_text": (noop("desk", "年度报告文字"), "report_text"),
    "reference_text": (noop("desk", "参考文本改稿"), "reference_text"),
}


@dataclass(frozen=True, slots=True)
class _Line:
    """A row of the board; ``heading`` is the section's title on its first row only."""

    heading: str
    section: SectionCode
    row: BoardRow


class DeskScreen(Screen):
    """Every row opens its record; nothing here is stored, all of it is computed from dates."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, translate("catalog", "今日"), shares=(9, 2), least=(260, 200))
        self.list = ListView(
            [
                Column(title=self.tr("事项"), text=lambda line: line.heading, tone=_tone, width=148),
                Column(title=self.tr("期限"), text=self._due, tone=_tone, width=104),
                Column(title=self.tr("剩余"), text=self._left, tone=_tone, align="right", width=116),
                Column(title=self.tr("编号"), text=_number, width=172),
                Column(title=self.tr("内容"), text=lambda line: line.row.title, stretch=True),
                Column(title=self.tr("状态"), text=self._why, width=120),
            ],
            name=self.tr("待办"),
            empty=self.tr("没有到期、待办和未打印的事项。\n按 Ctrl+2 接待来访，按 Ctrl+3 登记申请。"),
            sortable=False,
        )
        self.list.opened.connect(self._open)
        self.list_side.addWidget(card(self.list))
        self.summary = _Summary()
        beside = FormScroll(self.summary)
        beside.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # the arrows reach what a low screen cannot show
        beside.setAccessibleName(self.title)
        self.record_side.addWidget(card(beside))
        self.add_button(self.tr("打开"), self._open_current, key="Enter", primary=True)
        self.add_action("refresh", self._ask)
        self.add_action("explain", self._explain)
        self.add_action("hand_over", self._hand_over)
        self.add_action("print", self._prints, title=self.tr("打印未打印文书"))

    def opened(self) -> None:
        self.list.setFocus()
        self._ask()

    def recall(self, topics: frozenset[object]) -> None:
        if topics & SHOWS:
            self._ask()

    def _ask(self) -> None:
        hall, clerk, today = self.context.hall, self.context.clerk, self.context.today()
        self.run(lambda: (hall.board.today(clerk), hall.reception.totals(today)), then=self._show)

    def _show(self, found: tuple[tuple[Section, ...], object]) -> None:
        sections, totals = found
        self.list.show_rows(list(_lines(sections)), keep=lambda line: (line.section, line.row.number))
        if self.list.current() is None and self.list.rows_model.rowCount():
            self.list.selectRow(0)
        self.summary.show_figures(sections, totals)

    def _open_current(self) -> None:
        if (line := self.list.current()) is not None:
            self._open(line)

    def _open(self, line: _Line) -> None:
        row = line.row
        if row.kind is RecordKind.DRAFT:
            self.wish_open.emit(FORMS[row.why][1], row.number)
        elif row.kind is RecordKind.DOCUMENT:
            # An unprinted paper is printed where it belongs: on its record, which the row names.
            record = RegisterNumber.read(row.why)
            enquiry = record is not None and record.series in (Series.ENQUIRY, Series.ENQUIRY_HISTORY)
            self.wish_open.emit("enquiry" if enquiry else "application", row.why)
        else:
            self.wish_open.emit(row.kind.value, row.number)

    def _explain(self) -> None:
        """F9: why is it due on this day?"""
        line = self.list.current()
        if line is not None and line.row.kind is RecordKind.DISPUTE:
            show_dispute_dates(self, line.row.number)
            return
        if line is not None and line.row.kind is RecordKind.ENQUIRY:
            show_enquiry_clock(self, line.row.number)
            return
        if line is None or line.row.kind is not RecordKind.APPLICATION:
            self.complained.emit(self.tr("这一条没有答复期限，请选一件申请"))
            return
        show_clock(self, line.row.number)

    def _prints(self) -> None:
        """F8: the print queue and everything never printed; the chosen paper stays chosen there."""
        line = self.list.current()
        self.wish_open.emit("print", line.row.number if line and line.row.kind is RecordKind.DOCUMENT else "")

    def _hand_over(self) -> None:
        """F11: one page for the next shift, seen before it is printed."""
        sheets, printing, clerk = self.context.hall.sheets, self.context.printing, self.context.clerk
        self.run(
            lambda: sheets.hand_over_pdf(by=clerk),
            then=lambda pdf: printing.preview(pdf, title=self.tr("交接单"), kind="hand_over"),
        )

    def _due(self, line: _Line) -> str:
        if line.row.due is None:
            return ""
        return self.tr("{0}（暂定）").format(line.row.due) if line.row.provisional else line.row.due.isoformat()

    def _left(self, line: _Line) -> str:
        left = line.row.left
        if left is None:
            return ""
        if left < 0:
            return self.tr("超期 {0} 工作日").format(-left)
        return self.tr("今日") if left == 0 else self.tr("{0} 工作日").format(left)

    def _why(self, line: _Line) -> str:
        why = line.row.why
        if line.section is SectionCode.DRAFTS and why in FORMS:
            return translate("desk", FORMS[why][0])
        if line.section is SectionCode.PACKETS:  # an application's state has the same code
            return label(PacketState(why))
        if line.section in CODED:
            term = next((found for found in (kind.read(why) for kind in _WHY) if found is not None), None)
            return label(term) if term is not None else why
        return why


def _tone(line: _Line) -> str | None:
    return TONES.get(line.section)


def _number(line: _Line) -> str:
    return "" if line.section is SectionCode.DRAFTS else line.row.number


def _lines(sections: Iterable[Section]) -> Iterable[_Line]:
    for section in sections:
        for at, row in enumerate(section.rows):
            heading = f"{label(section.code)} {section.count}" if at == 0 else ""
            yield _Line(heading, section.code, row)


class _Summary(QWidget):
    """How the day stands, in two columns: what is counted, how many."""

    def __init__(self) -> None:
        super().__init__()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.L, theme.M, theme.L, theme.L)
        layout.setSpacing(theme.M)
        title = PlainLabel(self.tr("今日"))
        title.setProperty("role", "muted")
        layout.addWidget(title)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(theme.M)
        layout.addLayout(self._rows)
        layout.addStretch(1)

    def show_figures(self, sections: Iterable[Section], totals: object) -> None:
        counts = {section.code: section.count for section in sections}
        rows = [
            (self.tr("接待来访"), self.tr("{0} 批次").format(totals.visits)),  # type: ignore[attr-defined]
            ("", self.tr("{0} 人次").format(totals.persons)),  # type: ignore[attr-defined]
            ("", self.tr("{0} 件次").format(totals.matters)),  # type: ignore[attr-defined]
            *(
                (label(code), str(counts.get(code, 0)))
                for code in SectionCode
                if code not in SELDOM or counts.get(code)
            ),
        ]
        while self._rows.count():
            taken = self._rows.takeAt(0)
            if taken is not None and (widget := taken.widget()) is not None:
                widget.deleteLater()
        for what, how_many in rows:
            self._rows.addWidget(_figure(what, how_many))


def _figure(what: str, how_many: str) -> QWidget:
    """Return one line: each has its own columns, so that a long number does not push all the names together."""
    line = QWidget()
    row = QHBoxLayout(line)
    row.setContentsMargins(0, 0, 0, 0)
    value = PlainLabel(how_many)
    value.setAccessibleName(f"{what} {how_many}")
    row.addWidget(PlainLabel(what), 1)
    row.addWidget(value)
    return line
