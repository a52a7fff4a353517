"""What is overdue anywhere, what soon will be? A red list and a yellow one, as each window's newest packet tells."""

from collections.abc import Callable
from typing import Any

from hallclient.domain.figures.hub_records import PacketQuery
from hallclient.domain.figures.oversight import Alarm, Lamp
from hallclient.ui.context import Context
from hallclient.ui.hub_office_lists import lamps
from hallclient.ui.hub_page import HubPage
from hallclient.ui.language import translate
from hallclient.ui.plain import PlainLabel
from hallclient.ui.rows_model import ListView
from hallclient.ui.screen import card


class LampsPage(HubPage):
    """Two lists, the worst first. Enter shows the window's packets."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, translate("hub", "红黄灯"))
        self.red, self.yellow = lamps(Lamp.RED, context.today), lamps(Lamp.YELLOW, context.today)
        self.silent(self.red, self.yellow)
        self._titles = PlainLabel(), PlainLabel()
        cards = []
        for view, title in zip((self.red, self.yellow), self._titles, strict=True):
            title.setContentsMargins(12, 8, 12, 4)
            one = card(title)
            inside = one.layout()
            if inside is not None:
                inside.addWidget(view)
            cards.append(one)
            view.opened.connect(self._packets_of)
        self.column.addWidget(self.stacked(*cards, shares=(1, 1)), 1)
        self._head(())

    def start(self) -> None:
        view = self.red if self.red.rows_model.rowCount() or not self.yellow.rows_model.rowCount() else self.yellow
        view.setFocus()

    def question(self) -> Callable[[], Any] | None:
        office, by = self.office, self.context.clerk
        return lambda: office.alarms(by=by)

    def show_answer(self, answer: tuple[Alarm, ...]) -> None:
        self.count = len(answer)
        for view, lamp in ((self.red, Lamp.RED), (self.yellow, Lamp.YELLOW)):
            _show(view, [one for one in answer if one.lamp is lamp])
        self._head(answer)

    def _head(self, found: tuple[Alarm, ...]) -> None:
        red = [one for one in found if one.lamp is Lamp.RED]
        said = translate("hub", "● 红灯：{0} 个窗口，已逾期 {1} 件")
        self._titles[0].setText(said.format(len(red), sum(one.overdue for one in red)))
        yellow = [one for one in found if one.lamp is Lamp.YELLOW]
        said = translate("hub", "▲ 黄灯：{0} 个窗口，当日到期 {1} 件，3个工作日内到期 {2} 件")
        due = sum(one.due_today for one in yellow), sum(one.due_soon for one in yellow)
        self._titles[1].setText(said.format(len(yellow), *due))
        for title, tone in zip(self._titles, ("danger", "warn"), strict=True):
            title.setProperty("tone", tone)

    def _packets_of(self, alarm: Alarm) -> None:
        self.wish_packets.emit(PacketQuery(window=alarm.window))


def _show(view: ListView, rows: list[Alarm]) -> None:
    view.show_rows(rows, keep=lambda one: one.window)
    if view.current() is None and rows:
        view.selectRow(0)
