"""What did a month, a year, any span of days come to? Sealed figures beside the recount, with what each counts."""

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from PySide6.QtGui import QAction

from hallclient.domain.figures.day_sheet import Tally
from hallclient.domain.figures.lines import LineCatalogue
from hallclient.domain.register.permissions import Permission
from hallclient.ui.checks_view import CheckRow, results
from hallclient.ui.choice_field import ChoiceField, Option
from hallclient.ui.context import Context
from hallclient.ui.date_field import DateField
from hallclient.ui.figure_export import ask_file
from hallclient.ui.figure_tab import FigureTab, row
from hallclient.ui.figure_words import plain
from hallclient.ui.figures_side import FiguresSide
from hallclient.ui.jobs import Topic
from hallclient.ui.language import translate
from hallclient.ui.period_page import FigureRow, PeriodView, side_by_side
from hallclient.ui.plain import PlainLabel
from hallclient.ui.screen import card

SHOWN = frozenset({Topic.ENQUIRIES, Topic.APPLICATIONS, Topic.DAYS, Topic.COUNTERS, Topic.DISPUTES})


class PeriodTab(FigureTab):
    """Enter goes to the records behind a figure; ``Ctrl+E`` exports the period."""

    shows = SHOWN

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.title = self.tr("期间")
        self._asked = 0
        self._tally: Tally | None = None
        self._lines = LineCatalogue(())
        self.period = ChoiceField("period", self.tr("期间"), _periods(), required=True)
        self.first = DateField("first", self.tr("起"), today=context.today)
        self.last = DateField("last", self.tr("止"), today=context.today)
        self.head = row([(self.period, 120), (self.first, 120), PlainLabel(self.tr("至")), (self.last, 120)])
        self.lines = PeriodView()
        self.side = FiguresSide()
        self.figure, self.checks = self.side.figure, self.side.checks
        self.left, self.right = card(self.lines), self.side
        self.lines.chosen.connect(self._show_row)
        self.lines.opened.connect(lambda _row: self.figure.enter())
        self.figure.wish_open.connect(self.wish_open)
        self.figure.wish_counters.connect(lambda: self.wish_screen.emit("registers"))
        self.checks.jumped.connect(self._jump)
        self.period.set_value("month")
        self._set_period("month")
        self.period.chosen.connect(self._chosen)
        for field in (self.first, self.last):
            field.edited.connect(self._dates_typed)

    def add_actions(self, add: Callable[..., QAction]) -> list[QAction]:
        self.exporting = add(self.tr("导出"), self._export, key="Ctrl+E", primary=True)
        return [self.exporting] if self.context.may(Permission.EXPORT_FIGURES) else []

    def enable(self) -> None:
        self.exporting.setEnabled(self._tally is not None and self.context.may(Permission.EXPORT_FIGURES))

    def start(self) -> None:
        self.lines.setFocus()

    def back(self) -> bool:
        if not self.figure.records.hasFocus():
            return False
        self.lines.setFocus()
        return True

    # -- asking ---------------------------------------------------------------------------------------------------

    def ask(self) -> None:
        first, last, figures = self.first.value(), self.last.value(), self.context.hall.figures
        if first is None or last is None:
            return
        if last < first:
            self.complained.emit(self.tr("止日早于起日，请改正其中一个日期"))
            return
        self._asked += 1
        asked = self._asked
        self.run(
            lambda: (figures.lines(), figures.tally(first, last), figures.tally(first, last, live=True)),
            then=lambda found: self._show(asked, *found),
        )

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

    def _chosen(self, name: str) -> None:
        self._set_period(name)
        if name == "free":
            self.first.setFocus()
        else:
            self.ask()

    def _dates_typed(self) -> None:
        self.period.set_value("free")
        self.ask()

    # -- showing --------------------------------------------------------------------------------------------------

    def _show(self, asked: int, lines: Any, sealed: Tally, live: Tally) -> None:
        if asked != self._asked:
            return
        self._lines, self._tally = LineCatalogue(lines), sealed
        self.lines.show_rows(side_by_side(sealed, live), keep=lambda row: row.line.code)
        if self.lines.current() is None and self.lines.rows_model.rowCount():
            self.lines.selectRow(0)
        self.checks.show_checks(results(sealed.identities, self._lines), sealed.open_days)
        self.enable()

    def _show_row(self, shown: FigureRow | None) -> None:
        if shown is None or self._tally is None:
            return
        line, first, last = shown.line, self._tally.first, self._tally.last
        value = plain(shown.sealed)
        if shown.difference:
            value = self.tr("{0}（重新统计 {1}）").format(value, plain(shown.live))
        self.figure.show_figure(line.code, line.label, value, line.unit, line.definition)
        figures = self.context.hall.figures
        self.run(
            lambda: figures.records(line.code, first, last),
            then=lambda numbers: self.figure.show_records(line.code, numbers),
        )

    def _jump(self, place: CheckRow) -> None:
        if place.record:
            self.figure.open_record(place.record)
        elif self.lines.choose(lambda shown: shown.line.code == place.cell):
            self.lines.setFocus()

    # -- export ---------------------------------------------------------------------------------------------------

    def _export(self) -> None:
        if self._tally is not None:
            name = f"{self._tally.window}-{self._tally.first.isoformat()}-{self._tally.last.isoformat()}"
            ask_file(self.left, name, ("xlsx", "csv", "json"), self.export_to)

    def export_to(self, path: Path) -> None:
        """Write the figures that show to a file; its ending says in which form."""
        figures, by, tally = self.context.hall.figures, self.context.clerk, self._tally
        if tally is not None:
            self.run(
                lambda: figures.export_tally(tally, path, by=by),
                then=lambda _none: self.said.emit(self.tr("已导出 {0}").format(path.name)),
            )


def _periods() -> tuple[Option, ...]:
    return (
        Option("month", translate("figures", "本月")),
        Option("before", translate("figures", "上月")),
        Option("year", translate("figures", "本年")),
        Option("last_year", translate("figures", "上年")),
        Option("free", translate("figures", "自定")),
    )
