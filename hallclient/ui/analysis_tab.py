"""What do a period's cases show (典型案例分析)? A cross table, charts, times to answer, who came again, comparisons."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hallclient.domain.figures.analysis import Dimension, Times
from hallclient.domain.figures.charts import Chart
from hallclient.domain.register.permissions import Permission
from hallclient.ui import theme
from hallclient.ui.chart_view import ChartView
from hallclient.ui.choice_field import ChoiceField, options_of
from hallclient.ui.context import Context
from hallclient.ui.date_field import DateField
from hallclient.ui.figure_export import ask_file
from hallclient.ui.figure_tab import FigureTab, row, words
from hallclient.ui.forms import FormScroll
from hallclient.ui.jobs import Topic
from hallclient.ui.language import translate
from hallclient.ui.official_table import FormCell, OfficialTable
from hallclient.ui.plain import PlainLabel
from hallclient.ui.rows_model import Column, ListView
from hallclient.ui.screen import card
from hallclient.ui.terms import label


class AnalysisTab(FigureTab):
    """Enter on a cell goes to its cases, Enter there opens one; ``Ctrl+E`` exports, F7 shows the sheet."""

    shows = frozenset({Topic.APPLICATIONS})

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.title = self.tr("分析")
        self._asked = 0
        self._starting = False
        self.found: Any = None
        self._years: Any = ()
        self._units: Any = ()
        self._more: tuple[Chart, ...] = ()
        today = context.today()
        self.first = DateField("first", self.tr("起"), today=context.today)
        self.last = DateField("last", self.tr("止"), today=context.today)
        self.first.set_value(date(today.year if today.month > 2 else today.year - 1, 1, 1))
        self.last.set_value(today if today.month > 2 else date(today.year - 1, 12, 31))
        self.rows = ChoiceField("rows", self.tr("按"), options_of(Dimension))
        self.columns = ChoiceField("columns", self.tr("和"), options_of(Dimension))
        self.rows.set_value(Dimension.TOPIC)
        self.columns.set_value(Dimension.OUTCOME)
        for field in (self.first, self.last, self.rows, self.columns):
            field.edited.connect(self.ask)
        self.head = row(
            [
                (self.first, 112),
                PlainLabel(self.tr("至")),
                (self.last, 112),
                PlainLabel(self.tr("按")),
                (self.rows, 120),
                PlainLabel(self.tr("和")),
                (self.columns, 120),
            ]
        )
        page = QWidget()
        self._page = QVBoxLayout(page)
        self._page.setContentsMargins(theme.L, theme.M, theme.L, theme.L)
        self._page.setSpacing(theme.M)
        self.told = words(role="muted")
        self._page.addWidget(self.told)
        self.table: OfficialTable | None = None
        self.charts = [ChartView() for _ in range(4)]
        for chart in self.charts:
            self._page.addWidget(chart)
            chart.hide()
        self._page.addStretch(1)
        self._scroll = FormScroll(page)
        self.left = card(self._scroll)
        self.cases = ListView(
            [Column(title=self.tr("申请编号"), text=str, stretch=True)],
            name=self.tr("所选一格的申请"),
            empty=self.tr("在左边选一格，这里列出它的申请。"),
            sortable=False,
        )
        self.cases.opened.connect(lambda number: self.wish_open.emit("application", number))
        self.facts = ListView(
            [
                Column(title=self.tr("项目"), text=lambda one: one[0], stretch=True),
                Column(title=self.tr("数值"), text=lambda one: one[1], align="right", width=72),
                Column(title=self.tr("上年"), text=lambda one: one[2], align="right", width=64, spare=True),
                Column(title=self.tr("增减"), text=lambda one: one[3], align="right", width=72, spare=True),
            ],
            name=self.tr("用时、重复申请、比较"),
            sortable=False,
        )
        right = QWidget()
        beside = QVBoxLayout(right)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(theme.M)
        beside.addWidget(card(self.cases), 2)
        beside.addWidget(card(self.facts), 3)
        self.right = right

    def add_actions(self, add: Callable[..., QAction]) -> list[QAction]:
        self.exporting = add(self.tr("导出"), self._export, key="Ctrl+E", primary=True)
        self.previewing = add(self.tr("预览分析报告"), self._preview, key="F7")
        return [self.exporting, self.previewing]

    def enable(self) -> None:
        self.exporting.setEnabled(self.found is not None and self.context.may(Permission.EXPORT_FIGURES))
        self.previewing.setEnabled(self.found is not None)

    def start(self) -> None:
        self._starting = self.table is None
        if self.table is not None:
            self.table.setFocus()
            self.table.focus_first()
        else:
            self.first.setFocus()

    def back(self) -> bool:
        if not self.cases.hasFocus() or self.table is None:
            return False
        self.table.setFocus()
        return True

    # -- asking and showing ---------------------------------------------------------------------------------------

    def ask(self) -> None:
        first, last, desk, by = self.first.value(), self.last.value(), self.context.hall.analysis, self.context.clerk
        rows, columns = self.rows.value(), self.columns.value()
        if first is None or last is None or rows is None or columns is None:
            return
        if last < first:
            self.complained.emit(self.tr("止日早于起日，请改正其中一个日期"))
            return
        self._asked += 1
        asked = self._asked
        self.run(
            lambda: (
                desk.of_period(first, last, rows=rows, columns=columns, by=by),
                desk.compare_years(last.year, rows, by=by),
                desk.compare_units(first, last, by=by),
            ),
            then=lambda found: self._show(asked, *found),
        )

    def _show(self, asked: int, found: Any, years: Any, units: Any) -> None:
        if asked != self._asked:
            return
        self.found, (self._years, chart), (_, self._units) = found, years, units
        self._more = (chart,)
        told = self.tr("{0} 至 {1} 收到 {2} 件，取自登记簿今天的情况")
        self.told.setText(told.format(found.first.isoformat(), found.last.isoformat(), found.cases))
        walking = self._starting or (self.table is not None and self.table.hasFocus())
        self._starting = False
        if self.table is not None:
            self.table.hide()
            self.table.deleteLater()
            self.table = None
        self.cases.show_rows([])
        if found.cases:
            self.table = self._cross(found)
            self._page.insertWidget(1, self.table)
            if walking and self.left.isVisible():
                self.start()
        else:
            self.told.setText(self.told.text() + self.tr("。换一个期间试试。"))
        for view, drawn in zip(self.charts, (*found.charts, chart), strict=False):
            view.setVisible(bool(found.cases))
            if found.cases:
                view.show_chart(drawn)
        self.facts.show_rows(self._facts(found))
        self.enable()

    def _cross(self, found: Any) -> OfficialTable:
        cross = found.cross
        whole = self.tr("合计")
        heads = (f"{label(cross.by[0])}＼{label(cross.by[1])}", *cross.columns, whole)
        cells = [FormCell(row=0, column=at, text=text) for at, text in enumerate(heads)]
        sums = (*zip(cross.rows, cross.cells, cross.row_sums, strict=True), (whole, cross.column_sums, cross.total))
        for at, (name, counts, total) in enumerate(sums, start=1):
            cells.append(FormCell(row=at, column=0, text=name, name=name, left=True))
            for column, count in enumerate((*counts, total), start=1):
                real = at <= len(cross.rows)
                cells.append(
                    FormCell(
                        row=at,
                        column=column,
                        text=str(count),
                        code=f"{name}\n{cross.columns[column - 1] if column <= len(counts) else ''}" if real else "",
                        name=f"{name} {heads[column]}",
                        figure=real,
                    )
                )
        table = OfficialTable(cells, name=self.tr("交叉表"), shares=(5, *(2,) * (len(heads) - 1)))
        table.walked.connect(self._walked)
        table.opened.connect(lambda _cell: self._enter())
        return table

    def _walked(self, cell: FormCell) -> None:
        found, desk, by = self.found, self.context.hall.analysis, self.context.clerk
        name, _, column = cell.code.partition("\n")
        rows, columns = found.cross.by
        inside = self._scroll.widget()
        if self.table is not None and inside is not None:
            room = self.table.visualRect(self.table.model().index(cell.row, cell.column))
            at = self.table.viewport().mapTo(inside, room.center())
            self._scroll.ensureVisible(at.x(), at.y(), room.width(), room.height() * 2)

        def show(numbers: list[str]) -> None:
            if self.table is not None and self.table.current() == cell:
                self.cases.show_rows(numbers)

        self.run(
            lambda: desk.records(found.first, found.last, rows=rows, row=name, columns=columns, column=column, by=by),
            then=show,
        )

    def _enter(self) -> None:
        if self.cases.rows_model.rowCount():
            self.cases.setFocus()
            self.cases.selectRow(0)

    def _facts(self, found: Any) -> list[tuple[str, str, str, str]]:
        rows = [(f"　{name}", value, "", "") for name, value in _times(found.times)]
        rows.insert(0, (self.tr("答复用时（工作日）"), "", "", ""))
        again = found.repeats
        rows.append((self.tr("重复申请（申请人数）"), str(again.applicants), "", ""))
        rows += [(f"　{name}", str(count), "", "") for name, count in again.times.items()]
        rows.append((self.tr("　同一申请人最多（件）"), str(again.most), "", ""))
        rows.append((self.tr("{0} 年与上年比较").format(found.last.year), "", "", ""))
        rows += [(f"　{one.label}", str(one.now), str(one.before), one.change) for one in self._years]
        rows.append((self.tr("各承办单位：已答复、中位数、逾期"), "", "", ""))
        for unit, times in self._units:
            told = f"{times.answered} / {'—' if times.median is None else times.median} / {times.late + times.overdue}"
            rows.append((f"　{unit}", told, "", ""))
        return rows

    # -- doing ----------------------------------------------------------------------------------------------------

    def _preview(self) -> None:
        found, years, more, sheets = self.found, self._years, self._more, self.context.hall.analysis_sheets
        title = self.tr("案例分析")
        self.run(
            lambda: sheets.pdf(found, years=years, charts=more),
            then=lambda pdf: self.context.printing.preview(pdf, title=title, kind="sheet"),
        )

    def _export(self) -> None:
        if self.found is not None:
            name = f"{self.context.hall.window}-{self.found.first.isoformat()}-{self.found.last.isoformat()}"
            ask_file(self.left, name, ("xlsx", "csv", "pdf"), self.export_to)

    def export_to(self, path: Path) -> None:
        """Write the analysis that shows to a file; its ending says in which form."""
        found, by, sheets = self.found, self.context.clerk, self.context.hall.analysis_sheets
        years, units, more = self._years, self._units, self._more
        self.run(
            lambda: sheets.export(found, path, years=years, units=units, charts=more, by=by),
            then=lambda _none: self.said.emit(self.tr("已导出 {0}").format(path.name)),
        )


def _times(times: Times) -> list[tuple[str, str]]:
    def days(count: int | None) -> str:
        return "—" if count is None else str(count)

    return [
        (translate("figures", "已答复"), str(times.answered)),
        (translate("figures", "中位数"), days(times.median)),
        (translate("figures", "90% 在此日数内"), days(times.ninety)),
        (translate("figures", "最长"), days(times.longest)),
        (translate("figures", "按期"), str(times.on_time)),
        (translate("figures", "逾期答复"), str(times.late)),
        (translate("figures", "延长期限"), str(times.extended)),
        (translate("figures", "尚未答复"), str(times.still_open)),
        (translate("figures", "已超期"), str(times.overdue)),
    ]
