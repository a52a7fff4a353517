"""Which figures stand out against the last twelve months? Of units and of windows, the farthest outside first."""

from collections.abc import Callable
from typing import Any

from hallclient.domain.figures import oversight
from hallclient.domain.figures.hub_records import PacketQuery
from hallclient.domain.figures.oversight import Unusual
from hallclient.ui.choice_field import ChoiceField, Option
from hallclient.ui.context import Context
from hallclient.ui.figure_tab import row
from hallclient.ui.hub_office_lists import unusual
from hallclient.ui.hub_page import HubPage
from hallclient.ui.hub_period import PeriodChoice
from hallclient.ui.language import translate
from hallclient.ui.screen import Sideways, card


class UnusualPage(HubPage):
    """Enter shows the packets behind a figure."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, translate("hub", "异常数字"))
        self._found: tuple[Unusual, ...] = ()
        self._titles: dict[str, str] = {}
        self.period = PeriodChoice(context)
        self.whose = ChoiceField(
            "whose",
            translate("hub", "范围"),
            (
                Option("all", translate("hub", "单位和窗口")),
                Option("units", translate("hub", "只看单位")),
                Option("windows", translate("hub", "只看窗口")),
            ),
            required=True,
        )
        self.whose.set_value("all")
        self.list = unusual(lambda: self._titles)
        self.silent(self.list)
        self.period.line.addWidget(row([(self.whose, 132)]), 1)
        self.column.addWidget(Sideways(self.period))
        self.column.addWidget(card(self.list), 1)
        self.period.changed.connect(self.ask)
        self.whose.chosen.connect(lambda _whose: self._show())
        self.list.opened.connect(self._packets_of)

    def start(self) -> None:
        self.list.setFocus()

    def to_head(self) -> None:
        self.period.period.setFocus()

    def question(self) -> Callable[[], Any] | None:
        if self.period.reversed:
            self.complained.emit(translate("hub", "止日早于起日，请改正其中一个日期"))
            return None
        first, until = self.period.days()
        if first is None or until is None:
            return None
        office, by, figures = self.office, self.context.clerk, self.context.hall.figures
        return lambda: (office.unusual(first, until, by=by), {one.code: one.title for one in figures.lines()})

    def show_answer(self, answer: tuple[tuple[Unusual, ...], dict[str, str]]) -> None:
        self._found, self._titles = answer
        self.count = len(self._found)
        self._show()

    def _show(self) -> None:
        wanted = self.whose.value()
        shown = [one for one in self._found if wanted in (None, "all") or bool(one.window) == (wanted == "windows")]
        self.list.show_rows(shown, keep=lambda one: (one.unit, one.window, one.code, one.month))
        if self.list.current() is None and shown:
            self.list.selectRow(0)

    def _packets_of(self, one: Unusual) -> None:
        until = oversight.next_month(one.month)
        unit = "" if one.window else one.unit
        self.wish_packets.emit(PacketQuery(window=one.window, unit=unit, first=one.month, until=until))
