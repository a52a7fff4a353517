"""Figures: periods and years, what each figure counts, the records behind it, and whether it all fits together."""

from datetime import date, timedelta
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QStackedWidget, QTabBar, QWidget

from hallclient.domain.figures.annual import NationalReport
from hallclient.domain.figures.day_sheet import Tally
from hallclient.domain.figures.first_year import FirstYearReport
from hallclient.domain.figures.lines import LineCatalogue
from hallclient.domain.register.permissions import Permission
from hallclient.ui import theme
from hallclient.ui.annual_forms import plain
from hallclient.ui.annual_page import AnnualPage
from hallclient.ui.checks_view import ChecksView, results, rules
from hallclient.ui.choice_field import ChoiceField, Option
from hallclient.ui.context import Context
from hallclient.ui.date_field import DateField
from hallclient.ui.fields import Field, NumberField
from hallclient.ui.figure_card import FigureCard
from hallclient.ui.jobs import Topic
from hallclient.ui.language import translate
from hallclient.ui.official_table import FormCell
from hallclient.ui.period_page import FigureRow, PeriodView, side_by_side
from hallclient.ui.plain import PlainLabel
from hallclient.ui.screen import Screen, card

LANE = "figures"  # adding up a year must not delay the counter
SHOWS = frozenset({Topic.ENQUIRIES, Topic.APPLICATIONS, Topic.DAYS, Topic.COUNTERS, Topic.DISPUTES})
PERIOD, YEAR = range(2)
NARROW = 900  # below this the tabs do without their keys


class FiguresScreen(Screen):
    """Figures left, the card of one and the identities right. ``Ctrl+E`` exports what shows."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, translate("catalog", "统计"), shares=(5, 2))
        self._lines = LineCatalogue(())
        self._tally: Tally | None = None
        self._asked = 0
        self.bar = QTabBar()
        self.bar.setDrawBase(False)
        self.bar.setExpanding(False)
        self.bar.setAccessibleName(self.tr("统计"))
        self._titles = (self.tr("期间"), self.tr("年度报告"))
        for at, title in enumerate(self._titles):
            self.bar.addTab(f"{title}  Alt+{at + 1}")
            self.bar.setTabToolTip(at, f"{title} Alt+{at + 1}")
            self.bar.setAccessibleTabName(at, title)
            key = QAction(self)
            key.setShortcut(f"Alt+{at + 1}")
            key.triggered.connect(lambda _on=False, at=at: self.bar.setCurrentIndex(at))
            self.addAction(key)
        self.search.addWidget(self.bar)
        self._chosen = QStackedWidget()
        self._chosen.addWidget(self._make_period())
        self._chosen.addWidget(self._make_year())
        self.search.addWidget(self._chosen, 1)
        self.figure = FigureCard()
        self.lines = PeriodView()
        self.lines.chosen.connect(self._show_row)
        self.lines.opened.connect(lambda _row: self.figure.enter())
        self.annual = AnnualPage()
        self.annual.walked.connect(self._show_cell)
        self.annual.opened.connect(lambda _cell: self.figure.enter())
        self._pages = QStackedWidget()
        self._pages.addWidget(card(self.lines))
        self._pages.addWidget(card(self.annual.in_scroll()))
        self.list_side.addWidget(self._pages)
        self.figure.wish_open.connect(self.wish_open)
        self.figure.wish_counters.connect(lambda: self.wish_screen.emit("registers"))
        self.checks = ChecksView()
        self.record_side.addWidget(card(self.figure), 3)
        self.record_side.addWidget(card(self.checks), 2)
        if (side := self.record_side.parentWidget()) is not None:
            # On a low window the page scrolls instead of cutting the definition off.
            side.setMinimumHeight(self.figure.minimumHeight() + self.checks.minimumHeight() + theme.M)
        self.exporting = self.add_button(self.tr("导出"), self._export, key="Ctrl+E", primary=True)
        self.exporting.setShortcut("Ctrl+E")
        self.exporting.setVisible(context.may(Permission.EXPORT_FIGURES))
        self.exporting.setEnabled(False)
        self.add_action("refresh", self._ask)
        self.bar.currentChanged.connect(self._turned)

    def _make_period(self) -> QWidget:
        today = self.context.today
        self.period = ChoiceField("period", self.tr("期间"), self._periods(), required=True)
        self.first = DateField("first", self.tr("起"), today=today)
        self.last = DateField("last", self.tr("止"), today=today)
        self.period.set_value("month")
        self._set_period("month")
        self.period.chosen.connect(self._set_period)
        for field in (self.first, self.last):
            field.edited.connect(self._dates_typed)
        return _row([(self.period, 120), (self.first, 120), PlainLabel(self.tr("至")), (self.last, 120)])

    def _make_year(self) -> QWidget:
        self.year = NumberField("year", self.tr("年度"), least=2008, most=2200)
        # A report is made when its year is over; in December the year that ends is looked at.
        today = self.context.today()
        self.year.set_value(today.year if today.month == 12 else today.year - 1)
        self.form = ChoiceField(
            "form",
            self.tr("格式"),
            (
                Option("national-2021", self.tr("全国统一格式（2021年起）")),
                Option("first-year", self.tr("首年六部分格式")),
            ),
        )
        self.form.set_value("national-2021")
        self.source = ChoiceField(
            "source",
            self.tr("来源"),
            (Option(False, self.tr("已结数字")), Option(True, self.tr("重新统计（含未结日）"))),
        )
        self.source.set_value(False)
        for field in (self.year, self.form, self.source):
            field.edited.connect(self._ask)
        return _row([(self.year, 64), PlainLabel(self.tr("年度")), (self.form, 240), (self.source, 224)])

    def _periods(self) -> tuple[Option, ...]:
        return (
            Option("month", self.tr("本月")),
            Option("before", self.tr("上月")),
            Option("year", self.tr("本年")),
            Option("last_year", self.tr("上年")),
            Option("free", self.tr("自定")),
        )

    # -- what the window calls ------------------------------------------------------------------------------------

    def opened(self) -> None:
        if not self._lines.lines:
            self.run(self.context.hall.figures.lines, then=self._take_lines)
        self._ask()
        self._focus()

    def recall(self, topics: frozenset[object]) -> None:
        if topics & SHOWS:
            self._ask()

    def back(self) -> bool:
        if self.figure.records.hasFocus():
            self._focus()
            return True
        return False

    def _take_lines(self, lines: Any) -> None:
        self._lines = LineCatalogue(lines)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = event.size().width() < NARROW
        for at, title in enumerate(self._titles):
            self.bar.setTabText(at, title if narrow else f"{title}  Alt+{at + 1}")

    # -- asking ---------------------------------------------------------------------------------------------------

    def _turned(self, at: int) -> None:
        self._chosen.setCurrentIndex(at)
        self._pages.setCurrentIndex(at)
        self.figure.show_figure("", self.tr("选择一个数字，查看统计口径和记录。"), "", "", "")
        self._ask()
        self._focus()

    def _focus(self) -> None:
        if self.bar.currentIndex() == PERIOD:
            self.lines.setFocus()
        elif self.annual.tables:
            self.annual.focus_first()
        else:
            self.year.setFocus()

    def _set_period(self, name: str) -> None:
        today = self.context.today()
        this_month = today.replace(day=1)
        first, last = {
            "month": (this_month, today),
            "before": ((this_month - timedelta(days=1)).replace(day=1), this_month - timedelta(days=1)),
            "year": (date(today.year, 1, 1), today),
            "last_year": (date(today.year - 1, 1, 1), date(today.year - 1, 12, 31)),
        }.get(name, (self.first.value(), self.last.value()))
        self.first.set_value(first)
        self.last.set_value(last)
        if name == "free":
            self.first.setFocus()
        elif hasattr(self, "lines"):
            self._ask()

    def _dates_typed(self) -> None:
        self.period.set_value("free")
        self._ask()

    def _ask(self) -> None:
        self._asked += 1
        if self.bar.currentIndex() == PERIOD:
            self._ask_period(self._asked)
        else:
            self._ask_year(self._asked)

    def _ask_period(self, asked: int) -> None:
        first, last, figures = self.first.value(), self.last.value(), self.context.hall.figures
        if first is None or last is None:
            return
        if last < first:
            self.complained.emit(self.tr("止日早于起日，请改正其中一个日期"))
            return
        self.run(
            lambda: (figures.tally(first, last), figures.tally(first, last, live=True)),
            then=lambda found: self._show_period(asked, *found),
            lane=LANE,
        )

    def _ask_year(self, asked: int) -> None:
        year, form, live = self.year.value(), self.form.value(), self.source.value()
        if year is None or form is None or live is None:
            return
        figures = self.context.hall.figures
        self.run(
            lambda: figures.annual(year, form, live=live),
            then=lambda report: self._show_year(asked, report),
            lane=LANE,
        )

    # -- showing --------------------------------------------------------------------------------------------------

    def _show_period(self, asked: int, sealed: Tally, live: Tally) -> None:
        if asked != self._asked:
            return
        self._tally = sealed
        self.lines.show_rows(side_by_side(sealed, live), keep=lambda row: row.line.code)
        if self.lines.current() is None and self.lines.rows_model.rowCount():
            self.lines.selectRow(0)
        self.checks.show_checks(results(sealed.identities, self._lines), sealed.open_days)
        self.exporting.setEnabled(True)

    def _show_year(self, asked: int, report: NationalReport | FirstYearReport) -> None:
        if asked != self._asked:
            return
        typing = any(field.edit.hasFocus() for field in (self.year, self.form, self.source))
        self.annual.show_report(report)
        if not typing:
            self.annual.focus_first()
        if isinstance(report, NationalReport):
            shown = rules(report, self._lines)
        else:
            shown = results(report.identities, self._lines)
        self.checks.show_checks(shown, report.open_days)
        self.exporting.setEnabled(True)

    def _show_row(self, row: FigureRow | None) -> None:
        if row is None or self._tally is None:
            return
        line = row.line
        value = plain(row.sealed)
        if row.difference:
            value = self.tr("{0}（重新统计 {1}）").format(value, plain(row.live))
        self.figure.show_figure(line.code, line.label, value, line.unit, line.definition)
        self._ask_records(line.code, self._tally.first, self._tally.last)

    def _show_cell(self, cell: FormCell) -> None:
        report = self.annual.report
        if report is None:
            return
        found = self._lines.find(cell.code) if cell.code else None
        definition = found[0].definition if found is not None else self.tr("由同一行或同一列的其他数字相加得出。")
        unit = self._lines.unit(cell.code) if cell.code else ""
        self.figure.show_figure(cell.code, cell.name, cell.text, unit, definition)
        if cell.code:
            self._ask_records(cell.code, date(report.year, 1, 1), date(report.year, 12, 31))

    def _ask_records(self, code: str, first: date, last: date) -> None:
        figures = self.context.hall.figures
        self.run(
            lambda: figures.records(code, first, last),
            then=lambda numbers: self.figure.show_records(code, numbers),
            lane=LANE,
        )

    # -- export ---------------------------------------------------------------------------------------------------

    def _export(self) -> None:
        if self.bar.currentIndex() == PERIOD:
            if self._tally is None:
                return
            name = f"{self._tally.window}-{self._tally.first.isoformat()}-{self._tally.last.isoformat()}"
            endings: tuple[str, ...] = ("xlsx", "csv", "json")
        else:
            if self.annual.report is None:
                return
            name = f"{self.context.hall.window}-{self.annual.report.year}"
            endings = ("docx", "pdf", "html", "xlsx", "csv", "json")
        patterns = ";;".join(f"{ending.upper()} (*.{ending})" for ending in endings)
        dialog = QFileDialog(self, self.tr("导出"), f"{name}.{endings[0]}", patterns)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(endings[0])
        dialog.filterSelected.connect(lambda chosen: dialog.setDefaultSuffix(chosen.rpartition(".")[2].rstrip(")")))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda path: self.export_to(Path(path)))
        dialog.open()

    def export_to(self, path: Path) -> None:
        """Write the figures that show to a file; its ending says in which form."""
        figures, by, tally, report = self.context.hall.figures, self.context.clerk, self._tally, self.annual.report
        period = self.bar.currentIndex() == PERIOD
        if (tally is None) if period else (report is None):
            return

        def write() -> None:
            if period:
                figures.export_tally(tally, path, by=by)
            else:
                figures.export_annual(report, path, by=by)

        self.run(write, then=lambda _none: self.said.emit(self.tr("已导出 {0}").format(path.name)), lane=LANE)


def _row(parts: list[tuple[Field, int] | QLabel]) -> QWidget:
    """Return fields in one line; their titles are for screen readers only, what is wrong goes to the status line."""
    row = QWidget()
    layout = QHBoxLayout(row)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(theme.M)
    for part in parts:
        if isinstance(part, QLabel):
            layout.addWidget(part, 0, Qt.AlignmentFlag.AlignVCenter)
            continue
        field, width = part
        field.label.hide()
        field.below.setMaximumHeight(0)
        field.editor.setFixedWidth(width)
        layout.addWidget(field, 0, Qt.AlignmentFlag.AlignVCenter)
    layout.addStretch(1)
    return row
