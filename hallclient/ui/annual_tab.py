"""How does a year's report come out, and why? Its tables, the card of a cell, the identities, last year beside it."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtGui import QAction

from hallclient.domain.figures.lines import LineCatalogue
from hallclient.domain.figures.report_pieces import Figure
from hallclient.domain.register.permissions import Permission
from hallclient.ui.annual_page import AnnualPage
from hallclient.ui.checks_view import NAMED, CheckRow, rules
from hallclient.ui.choice_field import ChoiceField, Option
from hallclient.ui.context import Context
from hallclient.ui.fields import FlagField
from hallclient.ui.figure_export import ask_file
from hallclient.ui.figure_tab import YearTab, row
from hallclient.ui.figures_side import FiguresSide
from hallclient.ui.official_table import FormCell
from hallclient.ui.period_tab import SHOWN
from hallclient.ui.report_view import ReportView, look, records
from hallclient.ui.screen import card

DEFINED = 4  # lines of one figure whose definitions are spelled out


class AnnualTab(YearTab):
    """A cell is walked to, its records are opened with Enter; Enter on a broken identity jumps to its cell."""

    shows = SHOWN

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.title = self.tr("年度报告")
        self._asked = 0
        self._lines = LineCatalogue(())
        self.view: ReportView | None = None
        self._wanted = ""
        self.source = ChoiceField(
            "source",
            self.tr("来源"),
            (Option(False, self.tr("已结数字")), Option(True, self.tr("重新统计（含未结日）"))),
        )
        self.source.set_value(False)
        self.source.edited.connect(self.ask)
        self.analysed = FlagField("appendix", self.tr("导出时附案例分析"))
        self.head = row([(self.year, 64), (self.form, 232), (self.source, 176), (self.analysed, 152)])
        self.annual = AnnualPage()
        self.left = card(self.annual.in_scroll())
        self.side = FiguresSide()
        self.figure, self.checks, self.right = self.side.figure, self.side.checks, self.side
        self.annual.walked.connect(self._show_cell)
        self.annual.opened.connect(lambda _cell: self.figure.enter())
        self.figure.wish_open.connect(self.wish_open)
        self.figure.wish_counters.connect(lambda: self.wish_screen.emit("registers"))
        self.checks.jumped.connect(self._jump)

    def add_actions(self, add: Callable[..., QAction]) -> list[QAction]:
        self.exporting = add(self.tr("导出"), self._export, key="Ctrl+E", primary=True)
        return [self.exporting] if self.context.may(Permission.EXPORT_FIGURES) else []

    def enable(self) -> None:
        self.exporting.setEnabled(self.view is not None and self.context.may(Permission.EXPORT_FIGURES))

    def start(self) -> None:
        if self.annual.tables:
            self.annual.focus_first()
        else:
            self.year.setFocus()

    def back(self) -> bool:
        if not (self.figure.records.hasFocus() or self.checks.list.hasFocus()):
            return False
        if not self.annual.go_to(self.figure.code):
            self.annual.focus_first()
        return True

    def go_to(self, cell: str) -> None:
        """Walk to a cell once the report is shown."""
        self._wanted = cell

    # -- asking and showing ---------------------------------------------------------------------------------------

    def ask(self) -> None:
        chosen, live, hall = self.chosen(), self.source.value(), self.context.hall
        if chosen is None or live is None:
            return
        self._asked += 1
        asked = self._asked
        self.run(
            lambda: (hall.figures.lines(), look(hall, *chosen, live=live)),
            then=lambda found: self._show(asked, *found),
        )

    def _show(self, asked: int, lines: Any, view: ReportView) -> None:
        if asked != self._asked:
            return
        self._lines, self.view = LineCatalogue(lines), view
        typing = any(field.editor.hasFocus() for field in (self.year, self.form, self.source, self.analysed))
        wrong = {cell for one in view.report.broken for cell in one.cells}
        wrong |= {one.cell for one in view.carries if not one.holds}
        self.annual.show_report(view.report, wrong=wrong)
        wanted, self._wanted = self._wanted, ""
        if not typing and self.left.isVisible() and not self.annual.go_to(wanted):
            self.annual.focus_first()
        self.checks.show_checks(rules(view, self._lines), view.report.source.open_days)
        self.enable()

    def _show_cell(self, cell: FormCell) -> None:
        if self.view is None:
            return
        view, hall = self.view, self.context.hall
        figure = view.report.cells[cell.code]
        unit = "" if figure.unit == "%" and not figure.text[-1:].isdigit() else figure.unit
        self.figure.show_figure(
            cell.code, figure.name, figure.text, unit, self._definition(figure), self._beside(view, figure)
        )
        self.run(
            lambda: records(hall, view.report, figure),
            then=lambda numbers: self.figure.show_records(cell.code, numbers),
        )

    def _definition(self, figure: Figure) -> str:
        """Return what the lines of a figure count, and what the form itself says of it."""
        told = []
        for line in figure.lines[:DEFINED]:
            found = self._lines.find(line.removeprefix("-"))
            if found is not None:
                said = found[0].definition
                told.append(self.tr("减去：{0}").format(said) if line.startswith("-") else said)
        if len(figure.lines) > DEFINED:
            told.append(self.tr("……共 {0} 项相加。").format(len(figure.lines)))
        if not told:
            told.append(self.tr("由同一行或同一列的其他数字相加得出。"))
        report = self.view.report if self.view is not None else None
        for one in report.definitions if report is not None else ():
            if one.own and figure.id.startswith(one.code + "."):
                told.append(f"{one.title}：{one.text}")
        return "\n".join(dict.fromkeys(told))

    def _beside(self, view: ReportView, figure: Figure) -> str:
        """Return last year's figure, the recount with its explanation, and where all this comes from."""
        told = []
        last, year = view.last(figure.id), view.report.year - 1
        if last is not None:
            which = self.tr("{0} 年（定稿本）：{1}") if view.published else self.tr("{0} 年（登记簿）：{1}")
            told.append(which.format(year, last.text))
        beside, live = view.beside(figure.id), view.report.source.live
        if beside is not None:
            name = self.tr("已结数字：{0}") if live else self.tr("重新统计：{0}")
            same = beside.text == figure.text
            told.append(name.format(beside.text) + (self.tr("，一致") if same else self._why(view, figure)))
        told.append(self._source(view))
        return "\n".join(told)

    def _why(self, view: ReportView, figure: Figure) -> str:
        days = view.report.source.open_days or view.other.source.open_days
        apart = {one.code for one in (*view.report.differences, *view.other.differences)}
        if apart & {line.removeprefix("-") for line in figure.lines}:
            return self.tr("，✗ 不一致，且未日结的日期和更正都不能说明，请核对记录")
        reasons = []
        if days:
            named = self.tr("、").join(day.isoformat() for day in days[:NAMED])
            reasons.append(
                self.tr("未日结 {0} 天（{1}）").format(len(days), named + ("…" if len(days) > NAMED else ""))
            )
        if adjusted := view.report.source.adjustments or view.other.source.adjustments:
            reasons.append(self.tr("已登记的更正 {0} 项").format(adjusted))
        return self.tr("，差异来自{0}").format(self.tr("、").join(reasons)) if reasons else ""

    def _source(self, view: ReportView) -> str:
        source = view.report.source
        if source.kind == "hub":
            told = self.tr("来源：汇总库，{0} 个窗口").format(len(source.units))
        elif source.live:
            told = self.tr("来源：原始记录，含未日结的日期")
        else:
            told = self.tr("来源：已结的日报表")
        return told + (self.tr("，更正 {0} 项").format(source.adjustments) if source.adjustments else "")

    def _jump(self, place: CheckRow) -> None:
        if place.record:
            self.figure.open_record(place.record)
        elif not self.annual.go_to(place.cell):
            self.complained.emit(self.tr("这个数字不在本格式的表格中"))

    # -- export ---------------------------------------------------------------------------------------------------

    def _export(self) -> None:
        if self.view is not None:
            name = f"{self.context.hall.window}-{self.view.report.year}"
            ask_file(self.left, name, ("docx", "pdf", "html", "xlsx", "csv", "json"), self.export_to)

    def export_to(self, path: Path) -> None:
        """Write the report that shows to a file; its ending says in which form."""
        hall, by, view, analysed = self.context.hall, self.context.clerk, self.view, self.analysed.value()
        if view is None:
            return

        def write() -> None:
            report = view.report
            if analysed:
                report = replace(report, appendix=hall.analysis.appendix(report.year, by=by))
            hall.figures.export_annual(report, path, by=by)

        self.run(write, then=lambda _none: self.said.emit(self.tr("已导出 {0}").format(path.name)))
