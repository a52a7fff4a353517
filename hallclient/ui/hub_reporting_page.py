"""Who has reported, and who has not? Units, their windows, and the days of the window in front."""

from collections.abc import Callable, Iterable
from datetime import timedelta
from typing import Any

from PySide6.QtGui import QAction

from hallclient.domain.figures.hub_records import PacketQuery
from hallclient.domain.figures.oversight import DayState, Oversight, WindowDay, WindowReport
from hallclient.ui.context import Context
from hallclient.ui.hub_office_lists import days, units, windows
from hallclient.ui.hub_page import HubPage, Question
from hallclient.ui.hub_period import PeriodChoice
from hallclient.ui.language import translate
from hallclient.ui.plain import PlainLabel
from hallclient.ui.screen import card

WRONG = (DayState.MISSING, DayState.LATE)


class ReportingPage(HubPage):
    """Enter goes from a unit to its windows, to their days, to a day's packets; Esc goes back."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, translate("hub", "报送情况"))
        self.board: Oversight | None = None
        self.period = PeriodChoice(context)
        self.units, self.windows, self.days = units(), windows(), days()
        self.silent(self.units, self.windows)
        self.which = PlainLabel()
        self.which.setProperty("role", "small")
        self._days: list[WindowDay] = []
        self._whole = False
        self._of_window = Question(self.run, then=self._show_days, failed=self._failed)
        self.column.addWidget(self.period)
        left = self.stacked(card(self.units), card(self.windows), shares=(2, 3))
        side = card(self.which)
        inside = side.layout()
        if inside is not None:
            inside.addWidget(self.days)
        self.which.setContentsMargins(12, 8, 12, 4)
        self.column.addWidget(self.stacked(left, side, shares=(5, 2), across=True), 1)
        self.period.changed.connect(self.ask)
        self.units.chosen.connect(lambda _unit: self._show_windows())
        self.units.opened.connect(lambda _unit: self._into(self.windows))
        self.windows.chosen.connect(lambda _window: self._ask_days())
        self.windows.opened.connect(lambda _window: self._into(self.days))
        self.days.opened.connect(self._packets_of)

    def add_actions(self, add: Callable[..., QAction]) -> list[QAction]:
        self.whole = add(translate("hub", "全部各日"), self._toggle, key="Alt+A")
        return [self.whole]

    def start(self) -> None:
        self.units.setFocus()

    def to_head(self) -> None:
        self.period.period.setFocus()

    def back(self) -> bool:
        for inner, outer in ((self.days, self.windows), (self.windows, self.units)):
            if inner.hasFocus():
                outer.setFocus()
                return True
        return False

    @property
    def front(self) -> WindowReport | None:
        """The window in front."""
        return self.windows.current()  # type: ignore[no-any-return]

    # -- asking and showing ---------------------------------------------------------------------------------------

    def question(self) -> Callable[[], Any] | None:
        if self.period.reversed:
            self.complained.emit(translate("hub", "止日早于起日，请改正其中一个日期"))
            return None
        first, until = self.period.days()
        if first is None or until is None:
            return None
        office, by = self.office, self.context.clerk
        return lambda: office.board(first, until, by=by)

    def show_answer(self, answer: Oversight) -> None:
        before, self.board = self.board, answer
        if before is None or (before.first, before.until) != (answer.first, answer.until):
            self.windows.show_rows([])  # other days: begin with the worst again
        self.note = translate("hub", "另有 {0} 份待核验").format(answer.unchecked) if answer.unchecked else ""
        rows = [_all(answer), *_worst_first(answer.units)] if answer.windows else []
        self.units.show_rows(rows, keep=lambda one: one.unit)
        if self.units.current() is None and rows:
            self.units.selectRow(0)
        self._show_windows()

    def _show_windows(self) -> None:
        unit = self.units.current()
        found = self.board.windows if self.board is not None and unit is not None else ()
        shown = _worst_first(one for one in found if not unit.unit or one.unit == unit.unit)
        self.windows.show_rows(shown, keep=lambda one: one.window)
        if self.windows.current() is None and shown:
            self.windows.selectRow(0)
        else:
            self._ask_days()

    def _ask_days(self) -> None:
        window, board = self.front, self.board
        if window is None or board is None:
            self._show_days(("", []))
            return
        office, by, name = self.office, self.context.clerk, window.window
        self._of_window.ask(lambda: (name, office.days(name, board.first, board.until, by=by)))

    def _show_days(self, told: tuple[str, list[WindowDay]]) -> None:
        window, found = told
        self._days = list(reversed(found))
        shown = self._days if self._whole else [one for one in self._days if one.state in WRONG]
        if not window:
            self.which.setText("")
        elif self._whole:
            self.which.setText(translate("hub", "{0}　全部 {1} 日").format(window, len(shown)))
        else:
            late = sum(one.state is DayState.LATE for one in shown)
            said = translate("hub", "{0}　未报 {1} 日，迟报 {2} 日")
            self.which.setText(said.format(window, len(shown) - late, late))
        self.days.empty = translate("hub", "没有迟报、未报的日子。") if window else ""
        self.days.show_rows(shown, keep=lambda one: one.business_date)
        if self.days.current() is None and shown:
            self.days.selectRow(0)

    # -- moving ---------------------------------------------------------------------------------------------------

    def _toggle(self) -> None:
        self._whole = not self._whole
        self.whole.setText(translate("hub", "只看迟报、未报") if self._whole else translate("hub", "全部各日"))
        self._ask_days()

    def _into(self, view: Any) -> None:
        if view.rows_model.rowCount():
            view.setFocus()

    def _packets_of(self, day: WindowDay) -> None:
        if self.front is not None:
            on = day.business_date
            self.wish_packets.emit(PacketQuery(window=self.front.window, first=on, until=on + timedelta(days=1)))


def _all(board: Oversight) -> WindowReport:
    some = board.units
    return WindowReport(
        unit="",
        expected=sum(one.expected for one in some),
        on_time=sum(one.on_time for one in some),
        late=sum(one.late for one in some),
        missing=sum(one.missing for one in some),
        not_due=sum(one.not_due for one in some),
        zero=sum(one.zero for one in some),
        extra=sum(one.extra for one in some),
    )


def _worst_first(reports: Iterable[WindowReport]) -> list[WindowReport]:
    return sorted(reports, key=lambda one: (one.revoked, -one.missing, -one.late))
