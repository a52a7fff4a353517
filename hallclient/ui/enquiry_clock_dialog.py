"""Why must an enquiry or a complaint be answered by that day? Its rule, and every day counted or not; printed."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout

from hallclient.domain.law.clock import DayRow
from hallclient.domain.law.enquiry_trace import EnquiryTrace
from hallclient.domain.law.working_days import DayKind
from hallclient.domain.register.enquiry import Enquiry, EnquiryDraft
from hallclient.ui import theme
from hallclient.ui.due_words import due_words
from hallclient.ui.language import translate
from hallclient.ui.plain import PlainLabel
from hallclient.ui.rows_model import Column, ListView
from hallclient.ui.screen import Screen, card
from hallclient.ui.typed import weekday_of


def show_enquiry_clock(screen: Screen, record: Enquiry | str | None, draft: EnquiryDraft | None = None) -> None:
    """Ask why a matter is due on its day: a record's (or its number's), or ``draft`` as it is being typed."""
    reception = screen.context.hall.reception
    number = record if isinstance(record, str) or record is None else record.number

    def work() -> EnquiryTrace | None:
        if draft is not None:
            return reception.trace_of(draft, number=number or "")  # type: ignore[no-any-return]
        return reception.trace(number)  # type: ignore[no-any-return]

    def show(trace: EnquiryTrace | None) -> None:
        if trace is None:
            screen.complained.emit(translate("clock", "这一件没有答复期限：当场办结的，或者没有规定期限的类别"))
        else:
            EnquiryClockDialog(screen, trace).open()

    screen.run(work, then=show)


class EnquiryClockDialog(QDialog):
    """The date on top, its rule under it, the days below. F8 prints it."""

    def __init__(self, screen: Screen, trace: EnquiryTrace) -> None:
        super().__init__(screen)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._screen, self._trace = screen, trace
        self.setWindowTitle(translate("clock", "为什么是这一天　{0}").format(trace.number).strip())
        answer = PlainLabel(answer_words(trace))
        answer.setProperty("role", "title")
        basis = PlainLabel(basis_words(trace))
        basis.setProperty("role", "muted")
        basis.setWordWrap(True)
        self.days = ListView(
            [
                Column(title=translate("clock", "日期"), text=lambda row: row.day.isoformat(), width=104, tone=_quiet),
                Column(title=translate("clock", "星期"), text=lambda row: weekday_of(row.day), width=72, tone=_quiet),
                Column(title=translate("clock", "日别"), text=_kind, width=88, tone=_quiet),
                Column(title=translate("clock", "计入"), text=_ordinal, width=56, align="right", tone=_quiet),
                Column(title=translate("clock", "说明"), text=lambda row: row.reason, stretch=True, tone=_quiet),
            ],
            name=translate("clock", "逐日"),
            empty=translate("clock", "工作日历没有覆盖这段时间，不能逐日说明。"),
            sortable=False,
        )
        self.days.show_rows(trace.days)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.L, theme.L, theme.L, theme.M)
        layout.setSpacing(theme.M)
        layout.addWidget(answer)
        layout.addWidget(basis)
        layout.addWidget(card(self.days), 1)
        row = QHBoxLayout()
        row.setSpacing(theme.M)
        row.addStretch(1)
        for title, does in (
            (translate("clock", "打印 F8"), self._print),
            (translate("clock", "复制"), self._copy),
            (translate("clock", "关闭 Esc"), self.close),
        ):
            button = QPushButton(title)
            button.setAutoDefault(False)
            button.clicked.connect(does)
            row.addWidget(button)
        layout.addLayout(row)
        QShortcut(QKeySequence("F8"), self, self._print)
        self.resize(680, 520)
        self.days.setFocus()
        if trace.days:
            self.days.selectRow(0)

    def as_text(self) -> str:
        """Return the explanation as lines of text, for the clipboard."""
        days = [
            f"{row.day}\t{weekday_of(row.day)}\t{_kind(row)}\t{_ordinal(row)}\t{row.reason}" for row in self._trace.days
        ]
        return "\n".join([answer_words(self._trace), basis_words(self._trace), *days])

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.as_text())

    def _print(self) -> None:
        context, trace = self._screen.context, self._trace
        self._screen.run(
            lambda: context.hall.sheets.enquiry_trace_pdf(trace),
            then=lambda pdf: context.printing.preview(pdf, title=self.windowTitle(), kind="clock_trace"),
        )


def answer_words(trace: EnquiryTrace) -> str:
    """Return by when the matter must be answered, or that it was."""
    if trace.closed_on is not None:
        return translate("clock", "已于 {0} 办结，应于 {1} 前答复").format(trace.closed_on, trace.due)
    return translate("clock", "应于 {0} 前答复").format(due_words(trace.due, provisional=trace.provisional))


def basis_words(trace: EnquiryTrace) -> str:
    """Return the rule, the day it starts from, and where the record says another day."""
    clock = trace.clock
    if clock is None:
        return translate("clock", "这一类别没有规定期限，由经办人填写；{0} 登记").format(trace.raised)
    unit = translate("clock", "个工作日") if clock.working_days else translate("clock", "日（含休息日）")
    said = translate("clock", "{0}：{1}{2}；{3} 登记，当日不计，至 {4} 共 {5}{2}").format(
        clock.source, clock.working_days or clock.days, unit, trace.raised, trace.due, trace.counted
    )
    if trace.own and trace.ruled is not None:
        said += translate("clock", "；按规定为 {0}，登记的是 {1}").format(trace.ruled.on, trace.due)
    if trace.provisional:
        said += translate("clock", "；暂定，以国务院公布的节假日安排为准")
    return said


def _kind(row: DayRow) -> str:
    return translate("clock", DayKind(row.kind).label)


def _ordinal(row: DayRow) -> str:
    return "" if row.ordinal is None else str(row.ordinal)


def _quiet(row: DayRow) -> str | None:
    return None if row.counted else "muted"
