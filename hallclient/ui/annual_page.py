"""What does a year's report say? Its parts as printed: paragraphs, and tables one walks through cell by cell."""

from collections.abc import Collection
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from hallclient.domain.figures.report import Report
from hallclient.domain.figures.report_pieces import Grid
from hallclient.ui import theme
from hallclient.ui.figure_tab import words
from hallclient.ui.forms import FormScroll
from hallclient.ui.official_table import FormCell, OfficialTable
from hallclient.ui.plain import PlainLabel


class AnnualPage(QWidget):
    """Any form, drawn from its grids. ``walked(cell)`` and ``opened(cell)`` as the tables say; Tab goes from table to
    table; a cell's ``code`` is the figure's id."""

    walked = Signal(object)
    opened = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(theme.L, theme.M, theme.L, theme.L)
        self._layout.setSpacing(theme.M)
        self._scroll: QScrollArea | None = None
        self.tables: list[OfficialTable] = []
        self.report: Report | None = None

    def in_scroll(self) -> QScrollArea:
        """Return the page inside its scroll area, which follows the cell one walks to."""
        self._scroll = FormScroll(self)
        return self._scroll

    def show_report(self, report: Report, *, wrong: Collection[str] = (), texts: bool = True, title: str = "") -> None:
        """Show a report, under another ``title`` if given; ``wrong`` cells are marked, the current cell stays."""
        self.report = report
        had_focus = any(table.hasFocus() for table in self.tables)
        at = next((cell.code for table in self.tables if table.hasFocus() and (cell := table.current())), "")
        self.clear()
        self._layout.addWidget(words(title or f"{report.title}　{report.basis}", role="muted"))
        for part in report.parts:
            if part.heading:
                self._layout.addWidget(words(part.heading))
            if texts:
                for text in part.texts:
                    self._layout.addWidget(words(text, role="muted"))
            for grid in part.grids:
                self._add(report, grid, part.heading, frozenset(wrong))
        self._layout.addStretch(1)
        if had_focus and not self.go_to(at):
            self.focus_first()

    def show_sentence(self, text: str, *, tone: str = "") -> None:
        """Show a sentence in place of a report."""
        self.clear()
        self.report = None
        self._layout.addWidget(words(text, role="muted" if not tone else "", tone=tone))
        self._layout.addStretch(1)

    def clear(self) -> None:
        """Show nothing."""
        while self._layout.count():
            taken = self._layout.takeAt(0)
            if taken is not None and (widget := taken.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.tables.clear()

    def focus_first(self) -> None:
        """Walk to the first figure of the first table."""
        if self.tables:
            self.tables[0].setFocus()
            self.tables[0].focus_first()

    def go_to(self, figure: str) -> bool:
        """Walk to the cell of a figure; False when no table shows it."""
        for table in self.tables:
            for place, cell in table.cells.items():
                if figure and cell.code == figure:
                    table.setFocus()
                    table.setCurrentCell(*place)
                    return True
        return False

    def _add(self, report: Report, grid: Grid, heading: str, wrong: frozenset[str]) -> None:
        name = grid.caption or heading
        if grid.caption and not heading.endswith(grid.caption):
            self._layout.addWidget(PlainLabel(grid.caption))
        cells = [
            FormCell(
                row=cell.row,
                column=cell.column,
                rows=cell.rows,
                columns=cell.columns,
                text=report.cell_text(cell),
                code=cell.figure,
                name=report.cells[cell.figure].name if cell.figure else cell.text,
                figure=bool(cell.figure),
                left=cell.head == "row" and cell.rows == 1,
                wrong=cell.figure in wrong,
            )
            for cell in grid.cells
        ]
        table = OfficialTable(cells, name=name, shares=grid.widths)
        table.walked.connect(partial(self._walked, table))
        table.opened.connect(self.opened)
        self._layout.addWidget(table)
        self.tables.append(table)
        for note in report.footnotes(grid):
            self._layout.addWidget(words(note, role="hint"))

    def _walked(self, table: OfficialTable, cell: FormCell) -> None:
        if self._scroll is not None:
            room = table.visualRect(table.model().index(cell.row, cell.column))
            at = table.viewport().mapTo(self, room.center())
            self._scroll.ensureVisible(at.x(), at.y(), room.width(), room.height() * 2)
        self.walked.emit(cell)
