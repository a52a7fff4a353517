"""How is a list shown? One read-only table model and one table view for every list of the program."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QItemSelection, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QBrush, QColor, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from hallclient.ui import theme
from hallclient.ui.in_view import bring_into_view
from hallclient.ui.plain import plain_tip

_Index = QModelIndex | QPersistentModelIndex
STRETCHED = 18  # characters the stretched column keeps before spare columns give way
_ALIGN = {
    "left": Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter,
    "right": Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter,
    "centre": Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column: its title, the text of a row in it, and how it stands.

    ``tone`` names a colour of the palette for a row ("warn", "danger", "muted") or None; the text must say the same
    thing in words. ``sort`` gives the key to sort by (default: the text). ``stretch`` takes the width that is left.
    ``hover`` gives a longer text for the tool tip. ``spare`` columns give way when the list is too narrow for all.
    """

    title: str
    text: Callable[[Any], str]
    align: str = "left"
    tone: Callable[[Any], str | None] | None = None
    sort: Callable[[Any], Any] | None = None
    width: int = 0
    stretch: bool = False
    hover: Callable[[Any], str] | None = None
    spare: bool = False


class RowsModel(QAbstractTableModel):
    """Shows a sequence of frozen values. ``show(rows)`` replaces all of them; nothing is edited here."""

    def __init__(self, columns: Sequence[Column], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self._rows: list[Any] = []
        self._sorted: tuple[int, Qt.SortOrder] | None = None

    def show(self, rows: Sequence[Any]) -> None:
        """Show these rows, in the order given or, once the clerk has clicked a heading, in that column's order."""
        self.beginResetModel()
        self._rows = list(rows)
        if self._sorted is not None:
            self._arrange(*self._sorted)
        self.endResetModel()

    def row(self, index: _Index | int) -> Any:
        """Return the value shown in a row, given its index or its number."""
        return self._rows[index if isinstance(index, int) else index.row()]

    def rows(self) -> list[Any]:
        """Return all rows in the order shown."""
        return list(self._rows)

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008  Qt's signature
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008  Qt's signature
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        column, row = self.columns[index.column()], self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return column.text(row)
            case Qt.ItemDataRole.TextAlignmentRole:
                return _ALIGN[column.align]
            case Qt.ItemDataRole.ForegroundRole if column.tone is not None:
                tone = column.tone(row)
                return QBrush(QColor(getattr(theme.colours(), tone))) if tone else None
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tip(column.hover(row) if column.hover is not None else column.text(row))
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{column.title} {column.text(row)}"
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _ALIGN[self.columns[section].align]
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        if column < 0:
            return
        self.layoutAboutToBeChanged.emit()
        self._sorted = (column, order)
        self._arrange(column, order)
        self.layoutChanged.emit()

    def _arrange(self, column: int, order: Qt.SortOrder) -> None:
        wanted = self.columns[column]
        self._rows.sort(key=wanted.sort or wanted.text, reverse=order is Qt.SortOrder.DescendingOrder)


class ListView(QTableView):
    """The list on the left of every screen: whole rows, keyboard first, a sentence when it is empty.

    ``opened(row)`` on Enter or double click, Home and End go to the first and last row, letters to the next row that
    begins with them. ``chosen(row)`` when the current row changes (None: no row).
    ``show_rows(rows, keep=key)`` keeps the current row current when a row with the same key is still there.
    """

    opened = Signal(object)
    chosen = Signal(object)

    def __init__(self, columns: Sequence[Column], *, name: str, empty: str = "", sortable: bool = True) -> None:
        super().__init__()
        self.rows_model = RowsModel(columns, self)
        self.empty = empty
        self.setAccessibleName(name)
        self.setModel(self.rows_model)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setAlternatingRowColors(True)
        self.setWordWrap(False)
        self.setMinimumSize(200, 96)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 10)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setMinimumSectionSize(36)
        header.setStretchLastSection(not any(column.stretch for column in columns))
        for at, column in enumerate(columns):
            if column.stretch:
                header.setSectionResizeMode(at, QHeaderView.ResizeMode.Stretch)
            elif column.width:
                self.setColumnWidth(at, column.width)
        if sortable:
            header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
            self.setSortingEnabled(True)
        self.doubleClicked.connect(lambda index: self.opened.emit(self.rows_model.row(index)))

    def show_rows(self, rows: Sequence[Any], *, keep: Callable[[Any], Any] | None = None) -> None:
        """Show these rows; with ``keep`` the row that has the same key stays current."""
        before = self.current()
        self.rows_model.show(rows)
        if keep is not None and before is not None:
            wanted = keep(before)
            for at, row in enumerate(self.rows_model.rows()):
                if keep(row) == wanted:
                    self.selectRow(at)
                    break
        self.viewport().update()

    def current(self) -> Any:
        """Return the current row's value, None when there is none."""
        index = self.currentIndex()
        return self.rows_model.row(index) if index.isValid() else None

    def choose(self, matches: Callable[[Any], bool]) -> bool:
        """Make the first row that matches current; False when there is none."""
        for at, row in enumerate(self.rows_model.rows()):
            if matches(row):
                self.selectRow(at)
                self.scrollTo(self.rows_model.index(at, 0))
                return True
        return False

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        self.chosen.emit(self.current())

    def scrollTo(
        self, index: _Index, hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible
    ) -> None:
        super().scrollTo(index, hint)
        if self.hasFocus():
            bring_into_view(self)  # the list itself may stand in a page that scrolls

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        columns = self.rows_model.columns
        least = self.fontMetrics().averageCharWidth() * STRETCHED
        taken = sum(least if column.stretch else column.width for column in columns)
        for at in reversed(range(len(columns))):
            if columns[at].spare:
                narrow = taken > self.viewport().width()
                self.setColumnHidden(at, narrow)
                taken -= columns[at].width if narrow else 0

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == Qt.KeyboardModifier.NoModifier
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and plain:
            if (row := self.current()) is not None:
                self.opened.emit(row)
            return
        if event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End) and plain and self.rows_model.rowCount():
            # Rows are chosen whole: the first and the last one, where Qt would go to a row's first or last column.
            self.selectRow(0 if event.key() == Qt.Key.Key_Home else self.rows_model.rowCount() - 1)
            self.scrollTo(self.currentIndex())
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.rows_model.rowCount() == 0 and self.empty:
            painter = QPainter(self.viewport())
            painter.setPen(QColor(theme.colours().muted))
            room = self.viewport().rect().adjusted(theme.L, theme.L, -theme.L, -theme.L)
            painter.drawText(room, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, self.empty)
            painter.end()
