"""What exactly does this figure count, and which records are they? The card beside every figure."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from hallclient.domain.figures.origins import Origin
from hallclient.domain.register.numbers import RegisterNumber
from hallclient.ui import theme
from hallclient.ui.find_box import KIND_OF
from hallclient.ui.origins_view import OriginsView
from hallclient.ui.plain import PlainLabel
from hallclient.ui.rows_model import Column, ListView
from hallclient.ui.screen import Elided

COUNTED_BY_HAND = ("counters.", "levels.")


class FigureCard(QWidget):
    """Title, value, Chinese definition, and the numbers of the records counted; ``wish_open(kind, number)`` on Enter.

    ``wish_counters`` when a count entered by hand is to be opened: those have no number of their own. Of a figure of
    the hub ``origins`` stand where the records do.
    """

    wish_open = Signal(str, str)
    wish_counters = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.code = ""
        self.title = PlainLabel()
        self.title.setWordWrap(True)
        self.value = Elided()
        self.value.setProperty("role", "title")
        self.definition = PlainLabel()
        self.definition.setWordWrap(True)
        self.definition.setAccessibleName(self.tr("统计口径"))
        self.beside = PlainLabel()
        self.beside.setWordWrap(True)
        self.beside.setAccessibleName(self.tr("上年、重新统计与来源"))
        self.note = PlainLabel()
        self.note.setWordWrap(True)
        self.note.setProperty("role", "muted")
        self.records = ListView(
            [Column(title=self.tr("记录编号"), text=str, stretch=True)],
            name=self.tr("计入该数字的记录"),
            empty=self.tr("没有逐条记录。"),
            sortable=False,
        )
        self.records.opened.connect(self._open)
        self.origins = OriginsView()
        self.origins.hide()
        for shown in (self.records, self.origins):
            shown.setMinimumHeight(7 * self.fontMetrics().height())  # its head and three rows
            # Beside wrapped text a layout takes what a list would like to have for what it cannot do without.
            shown.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        text = QVBoxLayout()
        text.setContentsMargins(theme.L, theme.M, theme.L, 0)
        text.setSpacing(theme.S)
        for part in (self.title, self.value, self.beside, self.definition, self.note):
            text.addWidget(part)
        self._layout = layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.M)
        layout.addLayout(text)
        layout.addWidget(self.records, 1)
        layout.addWidget(self.origins, 1)
        self.show_nothing()

    def show_nothing(self) -> None:
        """Show no figure."""
        self.show_figure("", self.tr("选择一个数字，查看统计口径和记录。"), "", "", "")

    def show_figure(
        self, code: str, title: str, value: str, unit: str, definition: str, beside: str = "", *, hub: bool = False
    ) -> None:
        """Show a figure, and ``beside`` it what it is compared with; its records follow with ``show_records``, those
        of the ``hub`` with ``show_origins``."""
        self.code = code
        self.records.setVisible(not hub)
        self.origins.setVisible(hub)
        self.origins.clear()
        self.title.setText(title)
        self.value.setText(f"{value} {unit}".strip())
        self.value.setVisible(bool(value))
        self.value.setAccessibleName(self.tr("数值"))
        self.definition.setText(definition)
        self.definition.setVisible(bool(definition))
        self.beside.setText(beside)
        self.beside.setVisible(bool(beside))
        self.note.hide()
        self.records.show_rows([])
        self._fit()

    def show_records(self, code: str, numbers: list[str]) -> None:
        """Show the records, unless another figure has been chosen meanwhile."""
        if code != self.code:
            return
        self.records.show_rows(numbers)
        self.note.setText(self.tr("共 {0:,} 条记录，按 Enter 查看").format(len(numbers)))
        self.note.setVisible(bool(numbers))
        self._fit()

    def show_origins(self, code: str, found: Sequence[Origin], *, unit: str = "") -> None:
        """Show which units make a figure up, or which days of ``unit``, unless another has been chosen meanwhile."""
        if code != self.code:
            return
        self.origins.show_origins(found, unit=unit)
        self.note.setText(self.tr("按 Enter 逐级查看单位、窗口、日期和数据包；中心库没有逐件的记录"))
        self.note.setVisible(bool(found))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        # A widget tells its layout nothing of how high its text is once wrapped: the list's end would be cut off.
        self.setMinimumHeight(self._layout.minimumHeightForWidth(self.width()))

    def enter(self) -> None:
        """Move into the list of records, or of what makes the figure up."""
        shown = self.origins if self.records.isHidden() else self.records
        if shown.rows_model.rowCount():
            shown.setFocus()
            if shown.current() is None:
                shown.selectRow(0)

    def _open(self, number: str) -> None:
        if self.code.startswith(COUNTED_BY_HAND) or RegisterNumber.read(number) is None:
            self.wish_counters.emit()
            return
        self.open_record(number)

    def open_record(self, number: str) -> None:
        """Open a record wherever it is shown."""
        read = RegisterNumber.read(number)
        self.wish_open.emit(KIND_OF[read.series] if read is not None else "document", number)
