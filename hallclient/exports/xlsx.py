"""How do tables go into a workbook? Typed cells: text stays text, a formula in it only text, 18 digits stay whole."""

import io
from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from hallclient.domain.figures.tables import Cell, Table

_NOT_IN_SHEET_NAMES = str.maketrans("", "", "[]:*?/\\'")
_WIDEST = 60
_LINE, _HIGHEST = 15.0, 409.0  # points of one line of a cell, of the highest row
_NO_TIME = datetime(2000, 1, 1)


def content(tables: Sequence[Table], *, one_sheet: str = "") -> bytes:
    """Return tables as the bytes of a workbook: a sheet each, or all below each other on the sheet ``one_sheet``."""
    sink = io.BytesIO()
    book = open_book(sink)
    formats = _Formats(book)
    if one_sheet:
        sheet = book.add_worksheet(sheet_name(one_sheet))
        row = 0
        for table in tables:
            row = _put(sheet, table, formats, row, headed=True) + 1
        _fit(sheet, tables)
    else:
        for table in tables:
            sheet = book.add_worksheet(sheet_name(table.title))
            _put(sheet, table, formats, 0, headed=False)
            sheet.freeze_panes(1, 0)
            _fit(sheet, (table,))
    book.close()
    return sink.getvalue()


def open_book(sink: io.BytesIO) -> Any:
    """Return a workbook that takes no text for a formula, a link or a number, and writes no file of its own."""
    import xlsxwriter  # not before the first export: the window's start does not pay for it

    book = xlsxwriter.Workbook(
        sink,
        {
            "in_memory": True,
            "strings_to_formulas": False,
            "strings_to_urls": False,
            "strings_to_numbers": False,
        },
    )
    # The library would write the machine's time: the same figures give the same bytes, whenever and wherever.
    book.set_properties({"created": _NO_TIME})
    return book


class _Formats:
    def __init__(self, book: Any) -> None:
        self.title = book.add_format({"bold": True, "font_size": 14})
        self.head = book.add_format({"bold": True, "border": 1, "bg_color": "#F0F0F0", "text_wrap": True})
        # Format @ tells Excel and WPS that the cell is text even when somebody edits it.
        self.text = book.add_format({"border": 1, "num_format": "@", "text_wrap": True, "valign": "top"})
        self.number = book.add_format({"border": 1, "num_format": "0", "valign": "top"})
        self.decimal = book.add_format({"border": 1, "num_format": "0.00##", "valign": "top"})
        self.date = book.add_format({"border": 1, "num_format": "yyyy-mm-dd", "valign": "top", "align": "left"})
        self.note = book.add_format({"italic": True, "num_format": "@"})


def _put(sheet: Any, table: Table, formats: _Formats, row: int, *, headed: bool) -> int:
    if headed:
        sheet.write_string(row, 0, table.title, formats.title)
        row += 1
    for column, heading in enumerate(table.columns):
        sheet.write_string(row, column, heading, formats.head)
    for cells in table.rows:
        row += 1
        for column, cell in enumerate(cells):
            put_cell(sheet, row, column, cell, formats)
    if table.note:
        row += 1
        sheet.write_string(row, 0, table.note, formats.note)
    return row + 1


def put_cell(sheet: Any, row: int, column: int, cell: Cell, formats: Any) -> None:
    """Write one cell by its type; ``formats`` has ``text``, ``number``, ``decimal`` and ``date``."""
    if isinstance(cell, str):
        sheet.write_string(row, column, cell, formats.text)
    elif isinstance(cell, date):
        sheet.write_datetime(row, column, cell, formats.date)
    elif isinstance(cell, Decimal):
        sheet.write_number(row, column, cell, formats.decimal)
    else:
        sheet.write_number(row, column, cell, formats.number)


def _fit(sheet: Any, tables: Sequence[Table]) -> None:
    widths: dict[int, int] = {}
    for table in tables:
        for cells in (table.columns, *table.rows):
            for column, cell in enumerate(cells):
                text = str(cell)
                widths[column] = min(_WIDEST, max(widths.get(column, 8), wide(text) + 2))
    for column, room in widths.items():
        sheet.set_column(column, column, room)


def wide(text: str) -> int:
    """Return how many digits a text is wide: a Chinese character takes two."""
    return sum(2 if ord(character) > 0x2E7F else 1 for character in text)


def lines(text: str, room: float) -> int:
    """Return over how many lines a cell of this width wraps a text: not every program gives a row its height."""
    return sum(max(1, -(-wide(line) // max(1, int(room - 1)))) for line in text.split("\n"))


def height(texts: Sequence[str], widths: Sequence[float]) -> float:
    """Return how high (points) a row of wrapped texts must be; no program shows one higher than 409."""
    most = max((lines(text, room) for text, room in zip(texts, widths, strict=True)), default=1)
    return min(_HIGHEST, most * _LINE)


def sheet_name(title: str) -> str:
    """Return a title as the name of a sheet: without what none may hold, 31 characters at most."""
    return title.translate(_NOT_IN_SHEET_NAMES)[:31] or "表"
