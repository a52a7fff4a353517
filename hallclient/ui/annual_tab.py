"""How does a year's report come out, and why? Its tables, the card of a cell, the identities, last year beside it."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtGui import QAction

from hallclient.domain.figures.lines import LineCatalogue
from hallclient.domain.figures.origins import Origin
from hallclient.domain.register.permissions import Permission
from hallclient.ui.annual_page import AnnualPage
from hallclient.ui.annual_words import beside, definition, headline
from hallclient.ui.checks_view import CheckRow, rules
from hallclient.ui.choice_field import ChoiceField, Option
from hallclient.ui.context import Context
from hallclient.ui.fields import FlagField
from hallclient.ui.figure_export import ask_file
from hallclient.ui.figure_tab import HUB, HUB_LANE, LIVE, YearTab, row
from hallclient.ui.figures_side import FiguresSide
from hallclient.ui.hub_source import Completeness, completeness_rows, look_at_hub, origins, packet_pdf, spoken
from hallclient.ui.messages import sentence
from hallclient.ui.official_table import FormCell
from hallclient.ui.period_tab import SHOWN
from hallclient.ui.report_view import ReportView, look, records
from hallclient.ui.screen import card


class AnnualTab(YearTab):
    """A cell is walked to, its records are opened with Enter; Enter on a broken identity jumps to its cell."""

    shows = SHOWN

    def __init__(self, context: Context) -> None:
        super().__init__(context, live=True)
        self.title = self.tr("年度报告")
        self._asked = 0
        self._lines = LineCatalogue(())
        self.view: ReportView | None = None
        self._wanted = ""
        self.analysed = FlagField("appendix", self.tr("导出时附案例分析"))
        self.unit = ChoiceField("unit", self.tr("单位"), numbered=False)
        self._offer_units(())
        self.unit.set_value("")
        self.unit.edited.connect(self.ask)
        self.head = row(
            [(self.year, 64), (self.form, 216), (self.source, 112), (self.analysed, 152), (self.unit, -128)]
        )
        self._follow_source()
        self.annual = AnnualPage()
        self.left = card(self.annual.in_scroll())
        self.side = FiguresSide()
        self.figure, self.checks, self.right = self.side.figure, self.side.checks, self.side
        self.annual.walked.connect(self._show_cell)
        self.annual.opened.connect(lambda _cell: self.figure.enter())
        self.figure.wish_open.connect(self.wish_open)
        self.figure.wish_counters.connect(lambda: self.wish_screen.emit("registers"))
        self.figure.origins.wish_unit.connect(self._show_unit)
        self.figure.origins.wish_packet.connect(self._show_packet)
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
        if self.figure.origins.hasFocus() and self.figure.origins.up():
            return True
        if not any(one.hasFocus() for one in (self.figure.records, self.figure.origins, self.checks.list)):
            return False
        if not self.annual.go_to(self.figure.code):
            self.annual.focus_first()
        return True

    def go_to(self, cell: str) -> None:
        """Walk to a cell once the report is shown."""
        self._wanted = cell

    # -- asking and showing ---------------------------------------------------------------------------------------

    def ask(self) -> None:
        chosen, source, hall, by = self.chosen(), self.source.value(), self.context.hall, self.context.clerk
        unit = self.unit.value()
        if chosen is None or source is None or (source == HUB and unit is None):
            return
        self._asked += 1
        asked = self._asked
        if source != HUB:
            self.run(
                lambda: (hall.figures.lines(), look(hall, *chosen, live=source == LIVE), None),
                then=lambda found: self._show(asked, *found),
            )
            return
        self._nothing(self.tr("正在向中心库查询……"))
        self.run(
            lambda: (hall.figures.lines(), *look_at_hub(hall, *chosen, unit, by=by)),
            then=lambda found: self._show(asked, *found),
            failed=lambda problem: self._away(asked, problem),
            lane=HUB_LANE,
        )

    def sourced(self) -> None:
        self._follow_source()
        self.ask()

    def take(self, other: YearTab) -> None:
        super().take(other)
        self._follow_source()

    def _follow_source(self) -> None:
        """The hub's figures are narrowed by unit, hold no cases, and change nowhere in here."""
        self.unit.setVisible(self.at_hub)
        self.analysed.setVisible(not self.at_hub)
        self.shows = frozenset() if self.at_hub else SHOWN

    def _nothing(self, told: str, *, tone: str = "") -> None:
        """Show a sentence, and no figure of another source beside it."""
        self.view = None
        self.annual.show_sentence(told, tone=tone)
        self.figure.show_nothing()
        self.checks.show_nothing()
        self.enable()

    def _away(self, asked: int, problem: Exception) -> None:
        if asked == self._asked:
            told = self.tr("没有查到中心库的数字。要看本窗口的数字，请把来源改为“已结数字”。")
            self._nothing(f"⚠ {sentence(problem)}\n{told}", tone="warn")
            self.complained.emit(sentence(problem))

    def _offer_units(self, units: Sequence[str]) -> None:
        self.unit.set_options((Option("", self.tr("全部单位")), *(Option(unit, unit) for unit in units)))

    def _show(self, asked: int, lines: Any, view: ReportView, hub: Completeness | None) -> None:
        if asked != self._asked:
            return
        self._lines, self.view = LineCatalogue(lines), view
        fields = (self.year, self.form, self.source, self.analysed, self.unit)
        typing = any(field.editor.hasFocus() for field in fields)
        wrong = {cell for one in view.report.broken for cell in one.cells}
        wrong |= {one.cell for one in (*view.carries, *view.in_force) if not one.holds}
        self.annual.show_report(view.report, wrong=wrong, title=headline(view))
        wanted, self._wanted = self._wanted, ""
        if not typing and self.left.isVisible() and not self.annual.go_to(wanted):
            self.annual.focus_first()
        missing = [] if hub is None else list(completeness_rows(hub))
        self.checks.show_checks(
            [*missing, *rules(view, self._lines)], view.report.source.open_days, hub=hub is not None
        )
        if hub is not None:
            self._offer_units(hub.units)
        self.enable()

    def _show_cell(self, cell: FormCell) -> None:
        if self.view is None:
            return
        view, hall = self.view, self.context.hall
        figure = view.report.cells[cell.code]
        unit = "" if figure.unit == "%" and not figure.text[-1:].isdigit() else figure.unit
        hub = view.report.source.kind == HUB
        told = definition(view.report, figure, self._lines), beside(view, figure)
        self.figure.show_figure(cell.code, figure.name, figure.text, unit, *told, hub=hub)
        if hub:
            self._show_unit(next(iter(view.report.source.units), ""))
            return
        self.run(
            lambda: records(hall, view.report, figure),
            then=lambda numbers: self.figure.show_records(cell.code, numbers),
        )

    def _show_unit(self, unit: str) -> None:
        """Ask which units make up the figure that shows, or which days of one unit."""
        view, hall, by, code = self.view, self.context.hall, self.context.clerk, self.figure.code
        if view is None or code not in view.report.cells:
            return
        report = view.report
        self.run(
            lambda: origins(hall, report, report.cells[code], unit, by=by),
            then=lambda found: self.figure.show_origins(code, found, unit=unit),
            lane=HUB_LANE,
        )

    def _show_packet(self, origin: Origin) -> None:
        hall, by, printing = self.context.hall, self.context.clerk, self.context.printing
        title = self.tr("数据包 {0} {1}").format(origin.window, spoken(origin))

        def show(pdf: bytes | None) -> None:
            if pdf is None:
                self.complained.emit(self.tr("这一天的数字来自历史导入，没有日报数据包"))
            else:
                printing.preview(pdf, title=title, kind="packet")

        self.run(lambda: packet_pdf(hall, origin, by=by), then=show, lane=HUB_LANE)

    def _jump(self, place: CheckRow) -> None:
        if place.screen:
            self.wish_screen.emit(place.screen)
        elif place.record:
            self.figure.open_record(place.record)
        elif not any(self.annual.go_to(figure) for figure in self._figures_of(place.cell)):
            self.complained.emit(self.tr("这个数字不在本格式的表格中"))

    def _figures_of(self, cell: str) -> list[str]:
        """Return the figures an identity's place means: itself, or those that count the line it names."""
        figures = self.view.report.figures if self.view is not None else ()
        return [cell, *(figure.id for figure in figures if cell in figure.lines)]

    # -- export ---------------------------------------------------------------------------------------------------

    def _export(self) -> None:
        if self.view is not None:
            whose = "hub" if self.view.report.source.kind == HUB else self.context.hall.window
            name = f"{whose}-{self.view.report.year}"
            ask_file(self.left, name, ("docx", "pdf", "html", "xlsx", "csv", "json"), self.export_to)

    def export_to(self, path: Path) -> None:
        """Write the report that shows to a file; its ending says in which form."""
        hall, by, view, analysed = self.context.hall, self.context.clerk, self.view, self.analysed.value()
        if view is None:
            return

        def write() -> None:
            report = view.report
            if analysed and report.source.kind != HUB:  # the hub holds days, no cases
                report = replace(report, appendix=hall.analysis.appendix(report.year, by=by))
            hall.figures.export_annual(report, path, by=by)

        self.run(write, then=lambda _none: self.said.emit(self.tr("已导出 {0}").format(path.name)))
