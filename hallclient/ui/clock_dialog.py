"""Why is it this day? Every act with its article, every day counted or not and why; copied, printed."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from hallclient.domain.law.clock import ClockTrace, DayRow
from hallclient.domain.law.working_days import DayKind
from hallclient.ui import theme
from hallclient.ui.due_words import due_words, standing_words
from hallclient.ui.language import noop, translate
from hallclient.ui.plain import PlainLabel
from hallclient.ui.rows_model import Column, ListView
from hallclient.ui.screen import Screen, card
from hallclient.ui.typed import weekday_of

KINDS = (
    noop("clock", "工作日"),
    noop("clock", "周末"),
    noop("clock", "节假日"),
    noop("clock", "调休上班"),
    noop("clock", "地方调整"),
)
RULESETS = {
    "ogi-2019": noop("clock", "政府信息公开条例（2019年修订）"),
    "ogi-2007": noop("clock", "政府信息公开条例（2007年）"),
}


def show_clock(screen: Screen, number: str) -> None:
    """Ask why a registered application is due on its day, wherever a list shows it; F8 prints the answer."""
    hall, printing = screen.context.hall, screen.context.printing
    title = translate("clock", "答复期限计算过程 {0}").format(number)

    def print_it() -> None:
        screen.run(
            lambda: hall.sheets.trace_pdf(number),
            then=lambda pdf: printing.preview(pdf, title=title, kind="clock_trace"),
        )

    def show(trace: ClockTrace | None) -> None:
        if trace is None:
            screen.complained.emit(translate("clock", "尚未确认收到，期限未起算"))
        else:
            ClockDialog(screen, trace, number=number, printing=print_it).open()

    screen.run(lambda: hall.applications.trace(number), then=show)


class ClockDialog(QDialog):
    """The trace of one application or draft. ``printing`` prints it (F8); without it there is no such button."""

    def __init__(
        self, parent: QWidget, trace: ClockTrace, *, number: str = "", printing: Callable[[], None] | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("为什么是这一天　{0}").format(number) if number else self.tr("为什么是这一天"))
        self._trace = trace
        answer = PlainLabel(self._answer())
        answer.setProperty("role", "title")
        answer.setWordWrap(True)
        basis = PlainLabel(self._basis())
        basis.setProperty("role", "muted")
        basis.setWordWrap(True)
        self.steps = ListView(
            [
                Column(title=self.tr("日期"), text=lambda step: step.on.isoformat(), width=104),
                Column(title=self.tr("效果"), text=lambda step: step.effect, stretch=True),
                Column(title=self.tr("依据"), text=lambda step: step.article, width=200),
            ],
            name=self.tr("步骤"),
            sortable=False,
        )
        self.steps.show_rows(trace.steps)
        self.days = ListView(
            [
                Column(title=self.tr("日期"), text=lambda row: row.day.isoformat(), width=104, tone=_quiet),
                Column(title=self.tr("星期"), text=lambda row: weekday_of(row.day), width=72, tone=_quiet),
                Column(title=self.tr("日别"), text=_kind, width=88, tone=_quiet),
                Column(title=self.tr("计入"), text=_ordinal, width=56, align="right", tone=_quiet),
                Column(title=self.tr("说明"), text=lambda row: row.reason, stretch=True, tone=_quiet),
            ],
            name=self.tr("逐日"),
            empty=self.tr("期限停算，没有逐日计算。"),
            sortable=False,
        )
        self.days.show_rows(trace.days)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.L, theme.L, theme.L, theme.M)
        layout.setSpacing(theme.M)
        layout.addWidget(answer)
        layout.addWidget(basis)
        self.steps.setMaximumHeight(
            self.steps.verticalHeader().defaultSectionSize() * (min(len(trace.steps), 5) + 1) + 14
        )
        layout.addWidget(card(self.steps))
        layout.addWidget(card(self.days), 1)
        row = QHBoxLayout()
        row.setSpacing(theme.M)
        row.addStretch(1)
        if printing is not None:
            row.addWidget(self._button(self.tr("打印 F8"), printing))
            QShortcut(QKeySequence("F8"), self, printing)
        row.addWidget(self._button(self.tr("复制"), self._copy))
        row.addWidget(self._button(self.tr("关闭 Esc"), self.close))
        layout.addLayout(row)
        self.resize(760, 560)
        self.days.setFocus()
        self._show_last_day()

    def as_text(self) -> str:
        """Return the trace as lines of text, for the clipboard."""
        lines = [self._answer(), self._basis()]
        lines += [f"{step.on}\t{step.effect}\t{step.article}" for step in self._trace.steps]
        lines += [
            f"{row.day}\t{weekday_of(row.day)}\t{_kind(row)}\t{_ordinal(row)}\t{row.reason}" for row in self._trace.days
        ]
        return "\n".join(lines)

    def _answer(self) -> str:
        trace = self._trace
        if trace.ended_on is not None:
            return self.tr("已于 {0} 办结").format(trace.ended_on)
        if trace.due is None:
            return standing_words(trace.standing)
        return self.tr("应于 {0} 前答复").format(due_words(trace.due, provisional=trace.provisional))

    def _basis(self) -> str:
        trace = self._trace
        rules = translate("clock", RULESETS.get(trace.ruleset, trace.ruleset))
        said = self.tr("{0}；{1} 收到，收到当日不计，共计 {2} 个工作日").format(rules, trace.received, trace.counted)
        if trace.due is not None and trace.due != trace.original_due:
            said += self.tr("；原期限 {0}").format(trace.original_due)
        if trace.assumes_silence:
            said += self.tr("；按第三方逾期不答复推算")
        if trace.provisional:
            said += self.tr("；暂定，以国务院公布的节假日安排为准")
        return said

    def _show_last_day(self) -> None:
        if self._trace.days:
            self.days.selectRow(0)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.as_text())

    def _button(self, title: str, does: Callable[[], object]) -> QPushButton:
        button = QPushButton(title)
        button.setAutoDefault(False)
        button.clicked.connect(lambda: does())
        return button


def _kind(row: DayRow) -> str:
    return translate("clock", DayKind(row.kind).label)


def _ordinal(row: DayRow) -> str:
    return "" if row.ordinal is None else str(row.ordinal)


def _quiet(row: DayRow) -> str | None:
    return None if row.counted else "muted"
