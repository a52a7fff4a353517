"""The day's close: what it came to, what is left undone, the interim sheet (X) and the final one (Z)."""

from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QMessageBox, QVBoxLayout, QWidget

from hallclient.domain.figures.day_close import DayUnfinished, Unfinished, UnfinishedKind
from hallclient.domain.figures.day_sheet import DaySheet, LineValue
from hallclient.domain.register.permissions import Permission
from hallclient.ui import theme
from hallclient.ui.adjustment import AdjustmentDialog
from hallclient.ui.context import Context
from hallclient.ui.date_field import DateField
from hallclient.ui.jobs import Topic
from hallclient.ui.language import translate
from hallclient.ui.messages import sentence
from hallclient.ui.rows_model import Column, ListView
from hallclient.ui.screen import Elided, Screen, card
from hallclient.ui.terms import label

SHOWS = frozenset({Topic.ENQUIRIES, Topic.APPLICATIONS, Topic.DOCUMENTS, Topic.DAYS, Topic.DRAFTS, Topic.COUNTERS})
FORMATS = ("xlsx", "pdf", "csv", "json")  # as the dialog offers them


class DayCloseScreen(Screen):
    """Unfinished work left, the day's figures right. ``F10`` shows the sheet, ``Ctrl+F10`` closes the day."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, translate("catalog", "日结"), shares=(2, 3))
        self._sheet: DaySheet | None = None
        self.day = DateField("day", self.tr("日期"), today=context.today)
        self.day.set_value(context.today())
        self.day.label.hide()
        self.day.below.setMaximumHeight(0)  # the day says itself; what is wrong with it stands in the status line
        self.day.edit.setFixedWidth(140)
        self.day.edited.connect(self._ask)
        self.state = Elided()
        self.search.addWidget(self.day)
        self.search.addWidget(self.state, 1)
        self.unfinished = ListView(
            [
                Column(title=self.tr("未了事项"), text=self._what, width=132, tone=_urgent),
                Column(title=self.tr("编号"), text=_number, width=172),
                Column(title=self.tr("说明"), text=lambda item: item.why, stretch=True, hover=lambda item: item.why),
            ],
            name=self.tr("未了事项"),
            empty=self.tr("没有未了事项，可以日结。"),
            sortable=False,
        )
        self.unfinished.opened.connect(self._open_item)
        self.open_days = ListView(
            [Column(title=self.tr("尚未日结的日期"), text=lambda day: day.isoformat(), stretch=True)],
            name=self.tr("尚未日结的日期"),
            empty=self.tr("没有尚未日结的日期。"),
            sortable=False,
        )
        self.open_days.opened.connect(self._go_to)
        self.list_side.addWidget(card(self.unfinished), 3)
        self.list_side.addWidget(card(self.open_days), 1)
        self.lines = ListView(
            [
                Column(title=self.tr("项目"), text=_label, stretch=True, hover=lambda line: line.definition),
                Column(title=self.tr("数值"), text=lambda line: str(line.value), align="right", width=110),
                Column(title=self.tr("单位"), text=lambda line: line.unit, width=64),
            ],
            name=self.tr("当日数字"),
            empty=self.tr("选择日期后显示当日数字。"),
            sortable=False,
        )
        self.proof = _Proof()
        self.record_side.addWidget(card(self.lines), 1)
        self.record_side.addWidget(card(self.proof))
        self.closing = self.add_action("close_day", self._confirm, title=self.tr("日结（Z）"), primary=True)
        self.interim = self.add_action("interim_sheet", self._preview, title=self.tr("未结表（X）"))
        self.add_action("preview", self._preview, button=False)
        self.add_action("print", self._print)
        self.exporting = self.add_button(self.tr("导出"), self._export, key="Ctrl+E")
        self.exporting.setShortcut("Ctrl+E")
        self.adjusting = self.add_button(self.tr("更正已结数字"), self._adjust, key="Ctrl+D")
        self.adjusting.setShortcut("Ctrl+D")
        self.adjusting.setVisible(context.may(Permission.ADJUST_CLOSED_DAY))

    # -- what the window calls ------------------------------------------------------------------------------------

    def opened(self) -> None:
        self.lines.setFocus()
        self._ask()

    def recall(self, topics: frozenset[object]) -> None:
        if topics & SHOWS:
            self._ask()

    def show_record(self, number: str) -> None:
        self._go_to(date.fromisoformat(number) if number else self.context.today())

    # -- showing --------------------------------------------------------------------------------------------------

    def _go_to(self, day: date) -> None:
        self.day.set_value(day)
        self._ask()

    def _ask(self) -> None:
        day = self.day.value()
        if day is None:
            return
        closing, clerk = self.context.hall.closing, self.context.clerk
        self.run(
            lambda: (closing.sheet(day, by=clerk), closing.unfinished(day), closing.open_days()),
            then=self._show,
            failed=self._cannot_show,
        )

    def _show(self, found: tuple[DaySheet, list[Unfinished], list[date]]) -> None:
        sheet, unfinished, days = found
        self._sheet = sheet
        self.lines.show_rows(sheet.lines, keep=lambda line: line.code)
        self.unfinished.show_rows(unfinished, keep=lambda item: (item.kind, item.number))
        self.open_days.show_rows(days, keep=lambda day: day)
        self.proof.show_sheet(sheet)
        if sheet.closed:
            state = self.tr("已日结　第 {0} 号　第 {1} 版").format(sheet.z_number, sheet.revision)
        else:
            state = self.tr("未结　数字随时变动")
        self.state.setText(state)
        self.closing.setEnabled(not sheet.closed)
        self.adjusting.setEnabled(sheet.closed)

    def _cannot_show(self, problem: Exception) -> None:
        self._sheet = None
        self.lines.show_rows([])
        self.unfinished.show_rows([])
        self.complained.emit(sentence(problem))

    def _open_item(self, item: Unfinished) -> None:
        match item.kind:
            case UnfinishedKind.EARLIER_DAY:
                self._go_to(date.fromisoformat(item.number))
            case UnfinishedKind.DRAFT | UnfinishedKind.UNPRINTED:
                self.wish_screen.emit("desk")  # the board knows which form or record each of them belongs to
            case UnfinishedKind.UNHANDLED | UnfinishedKind.ENQUIRY_OVERDUE | UnfinishedKind.ENQUIRY_DUE_TODAY:
                self.wish_open.emit("enquiry", item.number)
            case _ if item.number:
                self.wish_open.emit("application", item.number)

    # -- closing --------------------------------------------------------------------------------------------------

    def _confirm(self) -> None:
        sheet = self._sheet
        if sheet is None or sheet.closed:
            return
        left = len(self.unfinished.rows_model.rows())
        question = QMessageBox(self)
        question.setIcon(QMessageBox.Icon.Question)
        question.setWindowTitle(self.tr("日结"))
        question.setText(self.tr("日结 {0}？").format(sheet.business_date.isoformat()))
        question.setInformativeText(
            self.tr("日结后当日记录不再改动，以后的更正另记调整。尚有 {0} 项未了事项结转。").format(left)
        )
        yes = question.addButton(self.tr("日结"), QMessageBox.ButtonRole.AcceptRole)
        question.addButton(self.tr("返回"), QMessageBox.ButtonRole.RejectRole)
        question.setDefaultButton(yes)
        question.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        question.accepted.connect(partial(self._close, sheet.business_date))
        question.open()

    def _close(self, day: date) -> None:
        closing, clerk = self.context.hall.closing, self.context.clerk
        self.run(
            lambda: closing.close(day, by=clerk),
            then=self._closed,
            failed=self._not_closed,
            touches=[Topic.DAYS, Topic.OUTBOX],
        )

    def _closed(self, sheet: DaySheet) -> None:
        said = self.tr("{0} 已日结，第 {1} 号，按 F8 打印日报表")
        self.said.emit(said.format(sheet.business_date.isoformat(), sheet.z_number))
        self._ask()

    def _not_closed(self, problem: Exception) -> None:
        self.complained.emit(sentence(problem))
        if isinstance(problem, DayUnfinished):
            self.unfinished.show_rows(problem.items)
            self.unfinished.selectRow(0)
            self.unfinished.setFocus()

    def _adjust(self) -> None:
        if self._sheet is None or not self._sheet.closed:
            self.complained.emit(self.tr("当日尚未日结：请直接更改记录"))
            return
        line: LineValue | None = self.lines.current()
        dialog = AdjustmentDialog(self, self._sheet, line)
        dialog.accepted.connect(lambda: self._send_adjustment(dialog))
        dialog.open()

    def _send_adjustment(self, dialog: AdjustmentDialog) -> None:
        closing, clerk, day = self.context.hall.closing, self.context.clerk, dialog.day
        code, delta, reason = dialog.given()
        self.run(
            lambda: closing.adjust(day, code, delta, reason, by=clerk),
            then=lambda sheet: self.said.emit(self.tr("已记调整，第 {0} 版").format(sheet.revision)),
            touches=[Topic.DAYS],
        )
        self._ask()

    # -- paper and files ------------------------------------------------------------------------------------------

    def _with_pdf(self, show: str) -> None:
        sheet = self._sheet
        if sheet is None:
            return
        printing, title = self.context.printing, self.tr("窗口日报表 {0}").format(sheet.business_date.isoformat())
        use = printing.preview if show == "preview" else printing.print
        self.run(
            lambda: self.context.hall.sheets.day_pdf(sheet), then=lambda pdf: use(pdf, title=title, kind="day_sheet")
        )

    def _preview(self) -> None:
        self._with_pdf("preview")

    def _print(self) -> None:
        self._with_pdf("print")

    def _export(self) -> None:
        sheet = self._sheet
        if sheet is None:
            return
        name = f"{sheet.window}-{sheet.business_date.isoformat()}.xlsx"
        patterns = ";;".join(f"{kind.upper()} (*.{kind})" for kind in FORMATS)
        dialog = QFileDialog(self, self.tr("导出日报表"), name, patterns)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("xlsx")
        dialog.filterSelected.connect(lambda chosen: dialog.setDefaultSuffix(chosen.rpartition(".")[2].rstrip(")")))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda path: self.export_to(Path(path)))
        dialog.open()

    def export_to(self, path: Path) -> None:
        """Write the sheet that shows to a file; its ending says in which form."""
        sheet = self._sheet
        if sheet is None:
            return
        closing, clerk = self.context.hall.closing, self.context.clerk
        self.run(
            lambda: closing.export(sheet, path, by=clerk),
            then=lambda _none: self.said.emit(self.tr("已导出 {0}").format(path.name)),
        )

    def _what(self, item: Unfinished) -> str:
        return label(item.kind)


def _number(item: Unfinished) -> str:
    return "" if item.kind is UnfinishedKind.DRAFT else item.number


def _urgent(item: Unfinished) -> str | None:
    return "danger" if item.blocking else None


def _label(line: LineValue) -> str:
    return f"　{line.label}" if line.part else line.label


class _Proof(QWidget):
    """Why the sheet can be believed: identities, numbers without gaps, the chain of hashes."""

    def __init__(self) -> None:
        super().__init__()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.M, theme.M, theme.M, theme.M)
        layout.setSpacing(theme.S)
        self._lines = [Elided() for _ in range(3)]
        for line in self._lines:
            line.setProperty("role", "muted")
            layout.addWidget(line)

    def show_sheet(self, sheet: DaySheet) -> None:
        broken = [result for result in sheet.identities if not result.holds]
        if broken:
            told = self.tr("⚠ 勾稽关系不符 {0} 项，见左边的未了事项").format(len(broken))
        else:
            told = self.tr("✓ 勾稽关系全部相符（{0} 项）").format(len(sheet.identities))
        numbers = "；".join(
            self.tr("{0}{1} 年 {2}–{3}，作废 {4}，缺号 {5}").format(
                f"{use.series} ", use.year, use.first, use.last, use.void, use.gaps
            )
            for use in sheet.series
        )
        self._lines[0].setText(told)
        self._lines[1].setText(numbers or self.tr("今年尚未编号"))
        self._lines[2].setText(self.tr("校验值 {0}").format(sheet.sha256 or self.tr("日结时生成")))
