"""Which tables and which text are in a published report's file? Merged cells are laid out: each place knows its cell.

json is read elsewhere; here are xlsx, docx, html and plain text, whoever wrote them.
"""

import re
import warnings
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

from hallclient.foundation.trouble import FileUnreadable

MOST_BYTES = 60_000_000  # a report with pictures has a few; more is no report
MOST_UNPACKED = 400_000_000
_MOST_ROWS = 500  # of a sheet: annual tables have some 40
_MOST_SPAN = 100


@dataclass(frozen=True, slots=True)
class Place:
    """One place of a laid out table: what its cell says, and where that cell begins."""

    value: Any
    row: int
    column: int


Matrix = list[list[Place]]


@dataclass(frozen=True, slots=True)
class Found:
    """The tables of a file, and its text, table cells included."""

    tables: tuple[Matrix, ...]
    text: str


def read(path: Path) -> Found:
    """Return what is in a file. Raises FileUnreadable when it is missing, broken, huge or of no such kind."""
    readers = {".xlsx": _xlsx, ".docx": _docx, ".html": _html, ".htm": _html, ".txt": _text}
    reader = readers.get(path.suffix.lower())
    try:
        size = path.stat().st_size  # of a file that is not there no ending is wrong
        if reader is None:
            raise FileUnreadable(str(path), "report")
        if size > MOST_BYTES:
            raise FileUnreadable(str(path), "report_size")
        _sound_zip(path)
        return reader(path)
    except OSError as error:
        raise FileUnreadable(str(path), why(error)) from error
    except (ValueError, TypeError, KeyError, EOFError, SyntaxError, zipfile.BadZipFile) as error:
        # SyntaxError is what the xml parser raises for a part that is no xml.
        raise FileUnreadable(str(path)) from error


def why(error: OSError) -> str:
    """Return the detail of a ``FileUnreadable`` a file system's "no" comes to; empty for a damaged file."""
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return "missing"
    return "denied" if isinstance(error, PermissionError | IsADirectoryError) else ""


def _sound_zip(path: Path) -> None:
    """Refuse an office file that unpacks to more than any report holds."""
    if path.suffix.lower() in (".xlsx", ".docx"):
        with zipfile.ZipFile(path) as parts:
            if sum(entry.file_size for entry in parts.infolist()) > MOST_UNPACKED:
                raise ValueError("unpacks to too much")


class _Layout:
    """Puts cells with their spans into a matrix, as a browser does."""

    def __init__(self) -> None:
        self._places: dict[tuple[int, int], Place] = {}
        self._row = -1

    def new_row(self) -> None:
        self._row += 1

    def put(self, value: object, *, rows: int = 1, columns: int = 1) -> None:
        column = 0
        while (self._row, column) in self._places:
            column += 1
        place = Place(value, self._row, column)
        for row in range(self._row, self._row + max(1, min(rows, _MOST_ROWS))):
            for at in range(column, column + max(1, min(columns, _MOST_SPAN))):
                self._places.setdefault((row, at), place)

    def matrix(self) -> Matrix:
        if not self._places:
            return []
        deep, wide = self._row + 1, max(column for _, column in self._places) + 1
        return [[self._places.get((row, at)) or Place("", row, at) for at in range(wide)] for row in range(deep)]


# -- workbooks ---------------------------------------------------------------------------------------------------------


def _xlsx(path: Path) -> Found:
    # The workbook reader costs a seventh of a second to import; nobody waits for it before he opens a workbook.
    import openpyxl
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        with warnings.catch_warnings():
            # openpyxl warns of styles it drops; only values are asked here.
            warnings.simplefilter("ignore")
            book = openpyxl.load_workbook(path, data_only=True)
    except InvalidFileException as error:
        raise FileUnreadable(str(path)) from error
    try:
        tables = tuple(_sheet(sheet) for sheet in book.worksheets)
    finally:
        book.close()
    lines = [str(place.value) for table in tables for row in table for place in row if place.value is not None]
    return Found(tables, "\n".join(lines))


def _sheet(sheet: Any) -> Matrix:
    rows = list(sheet.iter_rows(max_row=_MOST_ROWS, values_only=True))
    matrix = [[Place(value, row, column) for column, value in enumerate(cells)] for row, cells in enumerate(rows)]
    for area in sheet.merged_cells.ranges:
        top, left = area.min_row - 1, area.min_col - 1
        if top >= len(matrix) or left >= len(matrix[top]):
            continue
        for row in range(top, min(area.max_row, len(matrix))):
            for column in range(left, min(area.max_col, len(matrix[row]))):
                matrix[row][column] = matrix[top][left]
    return matrix


# -- Word --------------------------------------------------------------------------------------------------------------


def _docx(path: Path) -> Found:
    import docx
    from docx.opc.exceptions import OpcError
    from docx.oxml.ns import qn

    try:
        document = docx.Document(str(path))
    except OpcError as error:
        raise FileUnreadable(str(path)) from error
    body = document.element.body
    tables = tuple(_word_table(table, qn) for table in body.iter(qn("w:tbl")))
    lines = ["".join(run.text or "" for run in line.iter(qn("w:t"))) for line in body.iter(qn("w:p"))]
    return Found(tables, "\n".join(lines))


def _word_table(table: Any, qn: Any) -> Matrix:
    layout: list[list[Place]] = []
    for at, row in enumerate(table.findall(qn("w:tr"))):
        places: list[Place] = []
        before = row.find(f"{qn('w:trPr')}/{qn('w:gridBefore')}")
        for _ in range(0 if before is None else int(before.get(qn("w:val")))):
            places.append(Place("", at, len(places)))
        for cell in _word_cells(row, qn):
            properties = cell.find(qn("w:tcPr"))
            span = None if properties is None else properties.find(qn("w:gridSpan"))
            merge = None if properties is None else properties.find(qn("w:vMerge"))
            wide = 1 if span is None else min(_MOST_SPAN, int(span.get(qn("w:val"))))
            column = len(places)
            continued = merge is not None and merge.get(qn("w:val"), "continue") == "continue"
            if continued and layout and column < len(layout[-1]):
                place = layout[-1][column]
            else:
                place = Place(_word_text(cell, qn), at, column)
            places += [place] * wide
        layout.append(places)
    wide = max((len(row) for row in layout), default=0)
    return [row + [Place("", at, column) for column in range(len(row), wide)] for at, row in enumerate(layout)]


def _word_cells(row: Any, qn: Any) -> Iterator[Any]:
    # A cell may stand inside a content control (w:sdt), as forms of an office system have it.
    for child in row:
        if child.tag == qn("w:tc"):
            yield child
        elif child.tag == qn("w:sdt"):
            yield from child.iter(qn("w:tc"))


def _word_text(cell: Any, qn: Any) -> str:
    return "".join(run.text or "" for line in cell.findall(qn("w:p")) for run in line.iter(qn("w:t")))


# -- web pages ---------------------------------------------------------------------------------------------------------

_CHARSET = re.compile(rb"<meta[^>]*charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
_SILENT = frozenset(("script", "style", "noscript", "template", "head"))
_BREAKING = frozenset(("p", "div", "br", "li", "h1", "h2", "h3", "h4", "h5", "h6", "tr", "caption"))


def _html(path: Path) -> Found:
    page = _Page()
    page.feed(decoded(path.read_bytes()))
    page.close()
    page.end()
    return Found(tuple(table.matrix() for table in page.tables), page.text())


def decoded(content: bytes) -> str:
    """Return a page's or a text's characters: by its mark, by what it says of itself, else as UTF-8 or GB 18030."""
    for mark, name in ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if content.startswith(mark):
            return content.decode(name, "replace")
    said = _CHARSET.search(content[:4096])
    name = said.group(1).decode("ascii", "replace").lower() if said else ""
    if name in ("gb2312", "gbk", "gb18030"):
        return content.decode("gb18030", "replace")
    try:
        return content.decode("big5" if name == "big5" else "utf-8")
    except UnicodeDecodeError:
        return content.decode("gb18030", "replace")


class _Cell:
    def __init__(self, rows: int, columns: int) -> None:
        self.rows, self.columns = rows, columns
        self.pieces: list[str] = []


class _Page(HTMLParser):
    """Collects tables, also one inside another's cell, and the text. A tag nobody closed is closed by the next."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tables: list[_Layout] = []
        self._open: list[tuple[_Layout, list[_Cell]]] = []  # a table and its cell being read, innermost last
        self._pieces: list[str] = []
        self._silent = 0

    def text(self) -> str:
        return "".join(self._pieces)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _SILENT:
            self._silent += 1
        if tag in _BREAKING:
            self._pieces.append("\n")
        if tag == "table":
            layout = _Layout()
            self.tables.append(layout)
            self._open.append((layout, []))
        elif self._open and tag == "tr":
            self._close_cell()
            self._open[-1][0].new_row()
        elif self._open and tag in ("td", "th"):
            self._close_cell()
            said = dict(attrs)
            self._open[-1][1].append(_Cell(_span(said.get("rowspan")), _span(said.get("colspan"))))

    def handle_endtag(self, tag: str) -> None:
        if tag in _SILENT:
            self._silent = max(0, self._silent - 1)
        if self._open and tag in ("td", "th", "tr"):
            self._close_cell()
        elif self._open and tag == "table":
            self._close_cell()
            self._open.pop()

    def handle_data(self, data: str) -> None:
        if self._silent:
            return
        self._pieces.append(data)
        if self._open and self._open[-1][1]:
            self._open[-1][1][-1].pieces.append(data)

    def end(self) -> None:
        """Close what the page left open."""
        while self._open:
            self._close_cell()
            self._open.pop()

    def _close_cell(self) -> None:
        layout, cells = self._open[-1]
        if cells:
            cell = cells.pop()
            layout.put("".join(cell.pieces), rows=cell.rows, columns=cell.columns)


def _span(said: str | None) -> int:
    digits = re.match(r"\s*(\d{1,4})", said or "")
    # rowspan="0" means: to the end of the table.
    return 1 if digits is None else int(digits.group(1)) or _MOST_ROWS


def _text(path: Path) -> Found:
    return Found((), decoded(path.read_bytes()))
