"""What is overdue anywhere, what soon will be? A red list and a yellow one, as each window's newest packet tells."""

from collections.abc import Callable, Sequence
from typing import Any

from hallclient.domain.figures.hub_records import PacketQuery
from hallclient.domain.figures.oversight import Alarm, Lamp, Lamps, Matter
from hallclient.ui.context import Context
from hallclient.ui.hub_office_lists import lamps
from hallclient.ui.hub_page import HubPage
from hallclient.ui.language import translate
from hallclient.ui.plain import PlainLabel
from hallclient.ui.rows_model import ListView
from hallclient.ui.screen import card


class LampsPage(HubPage):
    """Two lists of windows and their clocks (applications; enquiries and complaints), the worst first. Enter shows the
    window's packets."""

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
        self._head(Lamps())

    def start(self) -> None:
        view = self.red if self.red.rows_model.rowCount() or not self.yellow.rows_model.rowCount() else self.yellow
        view.setFocus()

    def question(self) -> Callable[[], Any] | None:
        office, by = self.office, self.context.clerk
        return lambda: office.lamps(by=by)

    def show_answer(self, answer: Lamps) -> None:
        self.count = len(answer.alarms)
        said = translate("hub", "{0} 个窗口的数据包尚不报咨询投诉的期限")
        self.note = said.format(len(answer.untold)) if answer.untold else ""
        for view, lamp in ((self.red, Lamp.RED), (self.yellow, Lamp.YELLOW)):
            _show(view, list(answer.lit(lamp)))
        self._head(answer)

    def _head(self, answer: Lamps) -> None:
        red, yellow = answer.lit(Lamp.RED), answer.lit(Lamp.YELLOW)
        late = _said(translate("hub", "已逾期 {0} 件（申请 {1}，咨询投诉 {2}）"), red, lambda one: one.overdue)
        self._titles[0].setText(translate("hub", "● 红灯：{0} 个窗口，{1}").format(_windows(red), late))
        today = _said(translate("hub", "当日到期 {0} 件（申请 {1}，咨询投诉 {2}）"), yellow, lambda one: one.due_today)
        soon = _said(
            translate("hub", "3个工作日内到期 {0} 件（申请 {1}，咨询投诉 {2}）"), yellow, lambda one: one.due_soon
        )
        self._titles[1].setText(translate("hub", "▲ 黄灯：{0} 个窗口，{1}，{2}").format(_windows(yellow), today, soon))
        for title, tone in zip(self._titles, ("danger", "warn"), strict=True):
            title.setProperty("tone", tone)

    def _packets_of(self, alarm: Alarm) -> None:
        self.wish_packets.emit(PacketQuery(window=alarm.window))


def _said(words: str, some: Sequence[Alarm], cases: Callable[[Alarm], int]) -> str:
    of_each = [sum(cases(one) for one in some if one.matter is matter) for matter in Matter]
    return words.format(sum(of_each), *of_each)


def _windows(some: Sequence[Alarm]) -> int:
    return len({one.window for one in some})


def _show(view: ListView, rows: list[Alarm]) -> None:
    view.show_rows(rows, keep=lambda one: (one.window, one.matter))
    if view.current() is None and rows:
        view.selectRow(0)
