"""How is an official table set on paper? Merged cells as the form has them, split between rows, heads on every page."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from hallclient.documents import fonts
from hallclient.documents.layout import Box
from hallclient.documents.lines import Line, break_lines, draw
from hallclient.domain.figures.report import Report
from hallclient.domain.figures.report_pieces import Grid, GridCell

_PAD = 2.6
_RULE = 0.5
_FRAME = 1.0
_MOST_EMPTY = 0.6
_NARROW = 5  # a table of so few columns has room for larger letters
_HEAD_GREY = 0.95
_WORDS = (fonts.FANG_SONG, fonts.SERIF, fonts.SANS)
_HEADS = (fonts.SANS, fonts.SERIF)
_FIGURES = (fonts.SERIF, fonts.SANS)


@dataclass(frozen=True, slots=True)
class SetTable:
    """A table whose text is broken into lines: the edges of its columns, the heights of its rows."""

    grid: Grid
    size: float
    edges: tuple[float, ...]
    heights: tuple[float, ...]
    lines: Mapping[GridCell, tuple[Line, ...]]

    @property
    def leading(self) -> float:
        return self.size * 1.29

    def need(self, cell: GridCell) -> float:
        """Return how tall a cell's words stand."""
        return len(self.lines[cell]) * self.leading + 2 * _PAD

    @property
    def head(self) -> float:
        return sum(self.heights[: self.grid.head_rows])

    def tall(self, first: int, until: int) -> float:
        """Return how tall rows ``first`` to ``until`` stand, with the repeated head where they do not begin it."""
        return sum(self.heights[first:until]) + (self.head if first else 0.0)


def set_table(report: Report, grid: Grid, *, left: float, width: float) -> SetTable:
    """Break a table's text to columns ``width`` points wide altogether."""
    size = 9.0 if grid.width > _NARROW else 10.5
    shares = sum(grid.widths)
    edges = [left]
    for part in grid.widths:
        edges.append(edges[-1] + width * part / shares)
    lines = {
        cell: _broken(report, cell, size, edges[cell.column + cell.columns] - edges[cell.column] - 2 * _PAD)
        for cell in grid.cells
    }
    heights = [size * 1.29 + 2 * _PAD] * grid.height
    for cell in sorted(grid.cells, key=lambda cell: cell.rows):
        need = len(lines[cell]) * size * 1.29 + 2 * _PAD
        stands = sum(heights[cell.row : cell.row + cell.rows])
        if need > stands:
            heights[cell.row + cell.rows - 1] += need - stands
    return SetTable(grid, size, tuple(edges), tuple(heights), lines)


def _broken(report: Report, cell: GridCell, size: float, width: float) -> tuple[Line, ...]:
    text, chain = report.cell_text(cell), _chain(cell)
    lines = break_lines(text, chain=chain, size=size, width=width, justify=False)
    if len(lines) > 1 and (cell.head == "column" or cell.rows > 1):
        # A centred heading breaks in its middle: 商业 / 企业, not 商业企 / 业.
        narrower = break_lines(text, chain=chain, size=size, width=-(-len(text) // len(lines)) * size, justify=False)
        lines = narrower if len(narrower) == len(lines) else lines
    return tuple(lines)


def _chain(cell: GridCell) -> tuple[str, ...]:
    return _FIGURES if cell.figure else _HEADS if cell.head == "column" else _WORDS


def pieces(table: SetTable, room: float, page: float) -> list[Box]:
    """Return a table as boxes of whole rows: the first fits ``room``, the others a ``page`` each.

    A table that fits on a page moves there as a whole unless most of this page would stay empty. A split never leaves
    a merged heading less room than its words need.
    """
    height = table.grid.height
    if table.tall(0, height) <= room or (room < page * _MOST_EMPTY and table.tall(0, height) <= page):
        return [_piece(table, 0, height)]
    boxes, first = [], 0
    while first < height:
        until = _until(table, first, room)
        if until <= max(first, table.grid.head_rows if first == 0 else first):
            if room >= page:
                until = first + 1  # a row taller than a page: set it anyway
            else:
                room = page
                continue
        boxes.append(_piece(table, first, until))
        first, room = until, page
    return boxes


def _until(table: SetTable, first: int, room: float) -> int:
    until = first
    while until < table.grid.height and table.tall(first, until + 1) <= room:
        until += 1
    best = until
    while until > first and not _whole(table, first, until):
        until -= 1
    return until if until > first else best


def _whole(table: SetTable, first: int, until: int) -> bool:
    """Tell whether every heading cut by ``until`` has room for its words on either side."""
    for cell in table.grid.cells:
        last = cell.row + cell.rows
        if cell.row < until < last:
            above = sum(table.heights[max(cell.row, first) : until])
            below = sum(table.heights[until:last])
            if min(above, below) < table.need(cell):
                return False
    return True


def _piece(table: SetTable, first: int, until: int) -> Box:
    return Box(table.tall(first, until), partial(_draw, table, first, until))


def _draw(table: SetTable, first: int, until: int, canvas: Any, y: float, _first: bool, _last: bool) -> None:
    spans = [(first, until)] if not first else [(0, table.grid.head_rows), (first, until)]
    top = y
    for start, end in spans:
        for cell in table.grid.cells:
            rows = range(max(cell.row, start), min(cell.row + cell.rows, end))
            if rows:
                above = sum(table.heights[start : rows.start])
                tall = sum(table.heights[rows.start : rows.stop])
                _draw_cell(table, cell, canvas, top - above, tall)
        top -= sum(table.heights[start:end])
    canvas.setLineWidth(_FRAME)
    canvas.rect(table.edges[0], top, table.edges[-1] - table.edges[0], y - top, stroke=1, fill=0)


def _draw_cell(table: SetTable, cell: GridCell, canvas: Any, top: float, tall: float) -> None:
    left, right = table.edges[cell.column], table.edges[cell.column + cell.columns]
    if cell.head == "column":
        canvas.saveState()
        canvas.setFillGray(_HEAD_GREY)
        canvas.rect(left, top - tall, right - left, tall, stroke=0, fill=1)
        canvas.restoreState()
    canvas.setLineWidth(_RULE)
    canvas.rect(left, top - tall, right - left, tall, stroke=1, fill=0)
    lines = table.lines[cell]
    size, leading = table.size, table.leading
    base = top - (tall - len(lines) * leading) / 2 - leading / 2 - size * 0.36
    flush = cell.head == "row" and cell.rows == 1
    for line in lines:
        x = left + _PAD if flush else left + (right - left - line.width) / 2
        draw(canvas, line, x=x, y=base, size=size)
        base -= leading
