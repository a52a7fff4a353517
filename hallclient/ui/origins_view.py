"""Which units, windows and days make up a figure of the hub? A list one goes into with Enter and out of with Esc."""

from collections.abc import Sequence

from PySide6.QtCore import Signal

from hallclient.domain.figures.origins import Origin, by_window
from hallclient.ui.figure_words import plain
from hallclient.ui.hub_source import spoken
from hallclient.ui.language import translate
from hallclient.ui.rows_model import Column, ListView


class OriginsView(ListView):
    """Units first, or the windows of the only one; ``wish_unit(unit)`` asks for its days, ``wish_packet(origin)`` for
    what a window sent for a day: the hub holds nothing below that."""

    wish_unit = Signal(str)
    wish_packet = Signal(object)

    def __init__(self) -> None:
        super().__init__(
            [
                Column(title=translate("figures", "来自"), text=spoken, stretch=True),
                Column(title=translate("figures", "数字"), text=lambda one: plain(one.value), align="right", width=96),
            ],
            name=translate("figures", "构成该数字的单位、窗口和日期"),
            empty=translate("figures", "没有窗口报过这个数字。"),
            sortable=False,
        )
        self._units: list[Origin] = []
        self._days: list[Origin] = []
        self._unit, self._window = "", ""
        self.opened.connect(self._into)

    @property
    def path(self) -> tuple[str, ...]:
        """Where one is: nothing, a unit, a unit and a window."""
        return tuple(one for one in (self._unit, self._window) if one)

    def clear(self) -> None:
        """Show nothing."""
        self._units, self._days, self._unit, self._window = [], [], "", ""
        self.show_rows([])

    def show_origins(self, found: Sequence[Origin], *, unit: str = "") -> None:
        """Show units, or the window-days of ``unit``: its windows first."""
        if unit:
            self._days, self._unit, self._window = list(found), unit, ""
            self._show(by_window(self._days), 0)
        else:
            self._units, self._days, self._unit, self._window = list(found), [], "", ""
            self.show_rows(self._units)

    def up(self) -> bool:
        """Go one step out; False at the top."""
        if self._window:
            window, self._window = self._window, ""
            rows = by_window(self._days)
            self._show(rows, next((at for at, one in enumerate(rows) if one.window == window), 0))
            return True
        if self._unit and self._units:
            unit, self._unit, self._days = self._unit, "", []
            self._show(self._units, next((at for at, one in enumerate(self._units) if one.unit == unit), 0))
            return True
        return False

    def _into(self, one: Origin) -> None:
        if one.day is not None:
            self.wish_packet.emit(one)
        elif one.window:
            self._window = one.window
            self._show([day for day in self._days if day.window == one.window], 0)
        else:
            self.wish_unit.emit(one.unit)

    def _show(self, rows: Sequence[Origin], current: int) -> None:
        self.show_rows(list(rows))
        if rows:
            self.selectRow(current)
