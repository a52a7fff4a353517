"""How wide is a column, and where does a long table break? Strips for the paginator, heads repeated."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from hallclient.documents import fonts
from hallclient.documents.layout import Box, space
from hallclient.documents.lines import Line, break_lines, draw, text_width

_PAD = 4.0
_RULE = 0.5
_MOST = 28  # a cell wider than so many characters is wrapped rather than given more room
_NUMBER = re.compile(r"[+\-−]?[¥￥]?\d{1,3}(,?\d{3})*(\.\d+)?%?|[—–-]|")
_HEAD_GREY = 0.92
# A row of at most so many lines is never cut by a page end.
_WHOLE = 8


@dataclass(frozen=True, slots=True)
class _Grid:
    """Edges of the columns from left to right, which of them are numbers, the size of the letters."""

    edges: tuple[float, ...]
    right: tuple[bool, ...]
    size: float

    @property
    def row(self) -> float:
        return self.size * 1.35


def table_boxes(
    title: str,
    columns: Sequence[str],
    rows: Sequence[Sequence[str]],
    *,
    note: str = "",
    left: float,
    width: float,
    size: float = 10.5,
) -> list[Box]:
    """Return the strips of a headed table ``width`` points wide.

    Rows shorter than the widest are padded; a row of any length of text runs over pages line by line.
    """
    count = max([len(columns), *(len(row) for row in rows)], default=0)
    boxes: list[Box] = []
    if title:
        boxes += _text(title, fonts.TITLE_CHAIN, size=12.0, left=left, width=width, keep=True)
    if count:
        padded = [tuple(row) + ("",) * (count - len(row)) for row in rows]
        names = tuple(columns) + ("",) * (count - len(columns)) if columns else ()
        grid = _grid(names, padded, left=left, width=width, size=size)
        head = tuple(_row_boxes(names, grid, fonts.TITLE_CHAIN, shaded=True)) if names else ()
        boxes += head
        for row in padded:
            boxes += _row_boxes(row, grid, fonts.BODY_CHAIN, head=head)
    if note:
        boxes.append(space(2.0))
        boxes += _text(note, fonts.BODY_CHAIN, size=9.0, left=left, width=width)
    return [*boxes, space(10.0)]


def _text(
    text: str, chain: tuple[str, ...], *, size: float, left: float, width: float, keep: bool = False
) -> list[Box]:
    leading = size * 1.6
    lines = break_lines(text, chain=chain, size=size, width=width)
    return [Box(leading, partial(_plain, line, left, size, leading), keep=keep) for line in lines]


def _plain(line: Line, x: float, size: float, leading: float, canvas: Any, y: float, first: bool, last: bool) -> None:
    draw(canvas, line, x=x, y=y - leading / 2 - size * 0.36, size=size)


def _grid(names: tuple[str, ...], rows: Sequence[tuple[str, ...]], *, left: float, width: float, size: float) -> _Grid:
    """Give each column its longest word, then share the rest by what the columns would like to have."""
    count = len(names) if names else len(rows[0])
    least, wished, numeric = [], [], []
    for at in range(count):
        cells = [row[at] for row in rows]
        values = [cell for cell in cells if cell]
        numeric.append(bool(values) and all(len(cell) <= 14 and _NUMBER.fullmatch(cell) for cell in values))
        texts = dict.fromkeys([*cells, *(names[at : at + 1])])
        widest = max((_width(text, size) for text in texts), default=0.0)
        word = max((_width(piece, size) for text in texts for piece in re.findall(r"[!-~]+", text)), default=0.0)
        pad = 2 * _PAD + 1
        # A head of a few characters stays on one line, a longer one breaks in the middle: 社会公 / 益组织.
        name = len(names[at]) if names else 0
        word = max(word, size * (name if name <= 3 else -(-name // 2) if name <= 8 else 4))
        least.append(min(max(word, 2 * size), width / 2) + pad)
        wished.append(max(least[-1], min(widest, _MOST * size) + pad))
    spare = width - sum(least)
    if spare < 0:
        shares = [each * width / sum(least) for each in least]
    else:
        wants = [wish - low for wish, low in zip(wished, least, strict=True)]
        if sum(wants) > spare and not all(numeric):
            # Too narrow for all wishes: numbers stand in what they need, the text gets the rest.
            wants = [0.0 if number else want for want, number in zip(wants, numeric, strict=True)]
            wished = [low + want for low, want in zip(least, wants, strict=True)]
        asked = sum(wants)
        if asked > spare:
            shares = [low + want * spare / asked for low, want in zip(least, wants, strict=True)]
        else:
            # Room for all: what is left over goes to the long columns of text.
            texts_wide = [0.0 if number else wish**2 for wish, number in zip(wished, numeric, strict=True)]
            parts = texts_wide if sum(texts_wide) else wished
            shares = [wish + part * (spare - asked) / sum(parts) for wish, part in zip(wished, parts, strict=True)]
    edges = [left]
    for share in shares:
        edges.append(edges[-1] + share)
    return _Grid(tuple(edges), tuple(numeric), size)


def _width(text: str, size: float) -> float:
    return max(text_width(line, fonts.BODY_CHAIN, size) for line in text[:400].split("\n"))


def _row_boxes(
    cells: Sequence[str],
    grid: _Grid,
    chain: tuple[str, ...],
    *,
    head: tuple[Box, ...] = (),
    shaded: bool = False,
) -> list[Box]:
    columns = []
    for at, cell in enumerate(cells):
        room = grid.edges[at + 1] - grid.edges[at] - 2 * _PAD
        columns.append(break_lines(cell, chain=chain, size=grid.size, width=room, justify=False))
    count = max(len(lines) for lines in columns)
    boxes = []
    for index in range(count):
        lines = tuple(column[index] if index < len(column) else None for column in columns)
        opens, closes = index == 0, index == count - 1
        height = grid.row + (_PAD * 0.6 if opens else 0.0) + (_PAD * 0.6 if closes else 0.0)
        # Heads are tied to the first row; a short row stays in one piece.
        keep = shaded or (not closes and count <= _WHOLE)
        strip = partial(_strip, lines, grid, height, opens, closes, shaded)
        boxes.append(Box(height, strip, keep=keep, head=head))
    return boxes


def _strip(
    lines: tuple[Line | None, ...],
    grid: _Grid,
    height: float,
    opens: bool,
    closes: bool,
    shaded: bool,
    canvas: Any,
    y: float,
    first: bool,
    last: bool,
) -> None:
    edges = grid.edges
    if shaded:
        canvas.saveState()
        canvas.setFillGray(_HEAD_GREY)
        canvas.rect(edges[0], y - height, edges[-1] - edges[0], height, stroke=0, fill=1)
        canvas.restoreState()
    canvas.setLineWidth(_RULE)
    for x in edges:
        canvas.line(x, y, x, y - height)
    if opens or first:
        canvas.line(edges[0], y, edges[-1], y)
    if closes or last:
        canvas.line(edges[0], y - height, edges[-1], y - height)
    base = y - (_PAD * 0.6 if opens else 0.0) - grid.row / 2 - grid.size * 0.36
    for at, line in enumerate(lines):
        if line is not None and line.runs:
            x = edges[at + 1] - _PAD - line.width if grid.right[at] else edges[at] + _PAD
            draw(canvas, line, x=x, y=base, size=grid.size)
