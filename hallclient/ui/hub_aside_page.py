"""Which packets are kept aside, why, and what can be done? Nothing here counts until its reason is gone."""

from collections.abc import Callable
from typing import Any

from PySide6.QtGui import QAction

from hallclient.domain.figures.hub_records import Aside, SentPacket
from hallclient.ui import theme
from hallclient.ui.context import Context
from hallclient.ui.figure_tab import words
from hallclient.ui.hub_packets_page import read_packet
from hallclient.ui.hub_page import HubPage
from hallclient.ui.hub_record_lists import packets
from hallclient.ui.hub_words import moment, reason_words, way_out
from hallclient.ui.language import translate
from hallclient.ui.screen import card


class AsidePage(HubPage):
    """Each window's packets from the first to the last that is kept aside; below, what they wait for."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, translate("hub", "暂存待核"))
        self.list = packets(name=translate("hub", "暂存待核"), empty=translate("hub", "没有暂存的数据包。"))
        self.silent(self.list)
        self.why, self.way, self.span = words(), words(), words(role="muted")
        below = card()
        inside = below.layout()
        if inside is not None:
            inside.setContentsMargins(theme.L, theme.M, theme.L, theme.M)
            inside.setSpacing(theme.S)
            for part in (self.why, self.way, self.span):
                inside.addWidget(part)
        self._below = below
        self.column.addWidget(card(self.list), 1)
        self.column.addWidget(below)
        self.list.chosen.connect(lambda _packet: self._follow())
        self.list.opened.connect(lambda _packet: self.read())

    def add_actions(self, add: Callable[..., QAction]) -> list[QAction]:
        self.reading = add(translate("hub", "看这一份"), self.read, key="F7", primary=True)
        return [self.reading]

    def enable(self) -> None:
        self.reading.setEnabled(self.list.current() is not None)

    def start(self) -> None:
        self.list.setFocus()

    @property
    def forked(self) -> str:
        """The window of the packet in front when its chain may be let go on; empty otherwise."""
        packet = self.list.current()
        if packet is None:
            return ""
        forked = {one.window for one in self.list.rows_model.rows() if Aside.of(one.reason) is Aside.FORK}
        return packet.window if packet.window in forked else ""

    def read(self) -> None:
        """Show the packet in front as PDF."""
        read_packet(self, self.list.current())

    def question(self) -> Callable[[], Any] | None:
        office, by = self.office, self.context.clerk
        return lambda: office.aside(by=by)

    def show_answer(self, answer: list[SentPacket]) -> None:
        self.count = len(answer)
        self.list.show_rows(answer, keep=lambda one: one.id)
        if self.list.current() is None and answer:
            self.list.selectRow(0)
        self._follow()

    def _follow(self) -> None:
        packet: SentPacket | None = self.list.current()
        self._below.setVisible(packet is not None)
        self.enable()
        if packet is None:
            return
        own = [one for one in self.list.rows_model.rows() if one.window == packet.window]
        first, last = min(own, key=lambda one: one.id), max(own, key=lambda one: one.id)
        self.why.setText(reason_words(packet.reason))
        self.way.setText(translate("hub", "怎样处理：{0}").format(way_out(packet.reason)))
        said = translate("hub", "{0} 共暂存 {1} 份：第一份 {2}，最后一份 {3}。")
        each = translate("hub", "{0}（{1} 收到）")
        told = (each.format(one.business_date.isoformat(), moment(one.received_at)) for one in (first, last))
        self.span.setText(said.format(packet.window, len(own), *told))
