"""Which packets did a window ever send, and what became of each? Chosen by window or unit, days and result."""

from collections.abc import Callable
from typing import Any

from PySide6.QtGui import QAction

from hallclient.domain.figures.delivery import Verdict
from hallclient.domain.figures.hub_records import PacketQuery, SentPacket
from hallclient.ui.choice_field import ChoiceField, Option
from hallclient.ui.context import Context
from hallclient.ui.figure_tab import row
from hallclient.ui.hub_page import HubPage
from hallclient.ui.hub_period import PeriodChoice
from hallclient.ui.hub_record_lists import packets
from hallclient.ui.language import translate
from hallclient.ui.screen import Sideways, card
from hallclient.ui.terms import label

EVERYBODY = ("", "")  # window, unit
STATES = (Verdict.ACCEPTED, Verdict.RECEIVED, Verdict.KEPT_ASIDE, Verdict.REFUSED, Verdict.SUPERSEDED)


class PacketsPage(HubPage):
    """Enter or F7 shows a packet as people read it."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, translate("hub", "数据包"))
        self._offered = _windows(())
        self.whose = ChoiceField(
            "window",
            translate("hub", "窗口"),
            self._offered,
            numbered=False,
            placeholder=translate("hub", "窗口或者单位"),
        )
        self.whose.set_value(EVERYBODY)
        self.period = PeriodChoice(context, everything=True)
        states = (Option("all", translate("hub", "全部结果")), *(Option(one, label(one)) for one in STATES))
        self.verdict = ChoiceField("verdict", translate("hub", "结果"), states, required=True)
        self.verdict.set_value("all")
        self.list = packets(
            name=translate("hub", "数据包"),
            empty=translate("hub", "没有这样的数据包。按 Ctrl+F 改换窗口、期间或者结果。"),
        )
        self.silent(self.list)
        self.period.line.insertWidget(0, row([(self.whose, 220)]))
        self.period.line.addWidget(row([(self.verdict, 148)]), 1)
        self.column.addWidget(Sideways(self.period))
        self.column.addWidget(card(self.list), 1)
        self.whose.chosen.connect(lambda _chosen: self.ask())
        self.verdict.chosen.connect(lambda _chosen: self.ask())
        self.period.changed.connect(self.ask)
        self.list.opened.connect(lambda _packet: self.read())
        self.list.chosen.connect(lambda _packet: self.enable())

    def add_actions(self, add: Callable[..., QAction]) -> list[QAction]:
        self.reading = add(translate("hub", "看这一份"), self.read, key="F7", primary=True)
        return [self.reading]

    def enable(self) -> None:
        self.reading.setEnabled(self.list.current() is not None)

    def start(self) -> None:
        self.list.setFocus()

    def to_head(self) -> None:
        self.whose.setFocus()

    @property
    def chosen_window(self) -> str:
        """The window of the packet in front, else the one that was chosen; empty for none."""
        packet = self.list.current()
        return packet.window if packet is not None else (self.whose.value() or EVERYBODY)[0]

    def wish(self, query: PacketQuery) -> None:
        """Mean these packets; the page asks for them when it comes to the front."""
        whose = (query.window, query.unit)
        if whose not in {option.value for option in self._offered}:
            self._offer((*self._offered, _option(*whose)))
        self.whose.set_value(whose)
        self.period.set_days(query.first, query.until)
        self.verdict.set_value(query.verdict or "all")

    # -- asking and showing ---------------------------------------------------------------------------------------

    def question(self) -> Callable[[], Any] | None:
        if self.period.reversed:
            self.complained.emit(translate("hub", "止日早于起日，请改正其中一个日期"))
            return None
        window, unit = self.whose.value() or EVERYBODY
        first, until = self.period.days()
        chosen = self.verdict.value()
        query = PacketQuery(
            window=window, unit=unit, first=first, until=until, verdict=chosen if isinstance(chosen, Verdict) else None
        )
        office, by = self.office, self.context.clerk
        return lambda: (query, office.sent(query, by=by), office.windows(by=by))

    def show_answer(self, answer: tuple[PacketQuery, list[SentPacket], list[Any]]) -> None:
        query, found, known = answer
        self._offer(_windows(tuple((one.window, one.unit) for one in known)))
        self.list.show_rows(found, keep=lambda one: one.id)
        if self.list.current() is None and found:
            self.list.selectRow(0)
        whole = len(found) < query.most
        self.note = "" if whole else translate("hub", "只列最近 {0} 份").format(query.most)

    def _offer(self, options: tuple[Option, ...]) -> None:
        if options != self._offered:
            self._offered = options
            self.whose.set_options(options)

    def read(self) -> None:
        """Show the packet in front as PDF."""
        read_packet(self, self.list.current())


def read_packet(page: HubPage, packet: SentPacket | None) -> None:
    """Show a packet as PDF in the preview."""
    if packet is None:
        return
    office, by, printing = page.office, page.context.clerk, page.context.printing
    title = f"{packet.window} {packet.business_date.isoformat()}"
    page.run(
        lambda: office.packet_pdf(packet, by=by),
        then=lambda pdf: printing.preview(pdf, title=title, kind="packet"),
    )


def _windows(known: tuple[tuple[str, str], ...]) -> tuple[Option, ...]:
    units = tuple(dict.fromkeys(unit for _, unit in known))
    return (
        Option(EVERYBODY, translate("hub", "全部窗口")),
        *(Option((window, ""), window, hint=unit) for window, unit in known),
        *(_option("", unit) for unit in units),
    )


def _option(window: str, unit: str) -> Option:
    return Option((window, unit), window or translate("hub", "{0}（全单位）").format(unit))
