"""How does an official form stand on the screen? Cells that span rows and columns, figures one can walk to and open."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QBrush, QColor, QKeyEvent, QPainter, QPolygon
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
)

from hallclient.ui import theme
from hallclient.ui.language import translate

WRONG = Qt.ItemDataRole.UserRole
LEAST = 6  # characters a narrow column keeps before the page scrolls sideways


@dataclass(frozen=True, slots=True, kw_only=True)
class FormCell:
    """A cell at ``row``, ``column`` that spans ``rows`` and ``columns``.

    ``code`` names a figure ("" for wording), ``name`` is what a screen reader and the card call it. ``left`` wording
    stands flush left; ``wrong`` marks a cell that breaks an identity.
    """

    row: int
    column: int
    text: str
    rows: int = 1
    columns: int = 1
    code: str = ""
    name: str = ""
    figure: bool = False
    left: bool = False
    wrong: bool = False


class _Corner(QStyledItemDelegate):
    """Marks a wrong cell in its corner: a sign before the number would push it out of a narrow column."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().paint(painter, option, index)
        if index.data(WRONG):
            room, colours = option.rect, theme.colours()
            chosen = option.state & QStyle.StateFlag.State_Selected
            side = max(8, option.fontMetrics.height() // 2)
            corner = QPolygon([room.topLeft(), room.topLeft() + QPoint(side, 0), room.topLeft() + QPoint(0, side)])
            painter.save()
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.accent_text if chosen else colours.danger))
            painter.drawPolygon(corner)
            painter.restore()


class OfficialTable(QTableWidget):
    """As tall as its content, so that a page of forms scrolls as one. ``walked(cell)`` when a figure becomes current,
    ``opened(cell)`` on Enter."""

    walked = Signal(object)
    opened = Signal(object)

    def __init__(self, cells: Sequence[FormCell], *, name: str, shares: Sequence[int]) -> None:
        """``shares`` are the columns' parts of the width."""
        rows = max(cell.row + cell.rows for cell in cells)
        columns = max(cell.column + cell.columns for cell in cells)
        super().__init__(rows, columns)
        self.cells: dict[tuple[int, int], FormCell] = {(cell.row, cell.column): cell for cell in cells}
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setWordWrap(True)
        self.setShowGrid(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.horizontalHeader().hide()
        self.verticalHeader().hide()
        self.verticalHeader().setStretchLastSection(True)
        self.horizontalHeader().setMinimumSectionSize(16)
        self.setItemDelegate(_Corner(self))
        self._shares = tuple(shares)
        self._fit_columns()
        for cell in cells:
            self._put(cell)
        self._fit_rows()
        self.currentItemChanged.connect(self._walked)
        self.itemDoubleClicked.connect(lambda item: self._open(self._cell(item)))

    def _put(self, cell: FormCell) -> None:
        item = QTableWidgetItem(cell.text)
        sideways = Qt.AlignmentFlag.AlignLeft if cell.left else Qt.AlignmentFlag.AlignHCenter
        item.setTextAlignment(sideways | Qt.AlignmentFlag.AlignVCenter)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{cell.name} {cell.text}" if cell.figure else cell.text)
        if cell.figure:
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
        else:
            item.setFlags(Qt.ItemFlag.ItemIsEnabled)  # wording is read, not walked to
            item.setForeground(QBrush(QColor(theme.colours().muted)))
            item.setBackground(QBrush(QColor(theme.colours().stripe)))
        if cell.wrong:
            item.setForeground(QBrush(QColor(theme.colours().danger)))
            told = translate("figures", "不符")
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"✗ {told} {cell.name} {cell.text}")
            item.setData(WRONG, 1)
        self.setItem(cell.row, cell.column, item)
        if cell.rows > 1 or cell.columns > 1:
            self.setSpan(cell.row, cell.column, cell.rows, cell.columns)

    def focus_first(self) -> None:
        """Walk to the first figure."""
        first = next((place for place, cell in self.cells.items() if cell.figure), None)
        if first is not None:
            self.setCurrentCell(*first)

    def current(self) -> FormCell | None:
        """Return the cell one stands on."""
        return self._cell(self.currentItem())

    def _cell(self, item: QTableWidgetItem | None) -> FormCell | None:
        return None if item is None else self.cells.get((item.row(), item.column()))

    def _walked(self, item: QTableWidgetItem | None, _before: QTableWidgetItem | None) -> None:
        cell = self._cell(item)
        if cell is not None and cell.figure:
            self.walked.emit(cell)

    def _open(self, cell: FormCell | None) -> None:
        if cell is not None and cell.figure:
            self.opened.emit(cell)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() & ~(
            Qt.KeyboardModifier.KeypadModifier
        ):
            self._open(self._cell(self.currentItem()))
            return
        super().keyPressEvent(event)

    # -- height ---------------------------------------------------------------------------------------------------

    def _fit_columns(self) -> None:
        """Share the width out; what has no room scrolls with the page."""
        whole, metrics = sum(self._shares), self.fontMetrics()
        narrowest = min(self._shares)
        least = metrics.averageCharWidth() * LEAST * whole // max(1, narrowest * (2 if len(self._shares) > 8 else 1))
        least = min(least, metrics.averageCharWidth() * 96)
        self.setMinimumWidth(least)
        room = max(self.viewport().width(), least) - 2
        taken = 0
        for at, share in enumerate(self._shares):
            width = room - taken if at == len(self._shares) - 1 else room * share // whole
            self.setColumnWidth(at, width)
            taken += width

    def _fit_rows(self) -> None:
        """Give each row the height its wrapped wording needs; spanned cells count over all they span."""
        metrics, pad = self.fontMetrics(), theme.M
        heights = [metrics.height() + pad] * self.rowCount()
        for tall in (False, True):
            for (row, column), cell in self.cells.items():
                if (cell.rows > 1) is not tall:
                    continue
                width = sum(self.columnWidth(column + at) for at in range(cell.columns)) - 2 * pad
                room = QRect(0, 0, max(width, 24), 10_000)
                need = metrics.boundingRect(room, Qt.TextFlag.TextWordWrap.value, cell.text).height() + pad
                lacking = need - sum(heights[row : row + cell.rows])
                if lacking > 0:
                    heights[row + cell.rows - 1] += lacking
        for row, height in enumerate(heights):
            self.setRowHeight(row, height)
        self.setFixedHeight(sum(heights) + 2 * self.frameWidth() + 4)

    def resizeEvent(self, event: Any) -> None:
        super().resizeEvent(event)
        self._fit_columns()
        self._fit_rows()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange) and hasattr(self, "cells"):
            self._fit_columns()
            self._fit_rows()

    def sizeHint(self) -> QSize:
        return QSize(sum(self.columnWidth(at) for at in range(self.columnCount())), self.height())

    def wheelEvent(self, event: Any) -> None:
        event.ignore()  # the page scrolls, not the form

    def scrollTo(
        self, index: QModelIndex | QPersistentModelIndex, hint: Any = QAbstractItemView.ScrollHint.EnsureVisible
    ) -> None:
        """Nothing scrolls inside: the page follows ``walked``."""
