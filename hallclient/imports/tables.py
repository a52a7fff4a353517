"""Which rows does a csv or xlsx file hold? Headings and raw cells, whatever the encoding, delimiter or cell types."""

import csv
import io
import warnings
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from hallclient.foundation.trouble import FileUnreadable

Cell = Any  # str, int, float, bool, date, datetime, time or None, as the file types it
LARGEST = 2 * 1024**3  # bytes unpacked; a year's register has a hundredth of it

# Day 0 of a spreadsheet's serial dates: Excel takes 1900 for a leap year, hence not 1 January 1900.
SERIAL_ZERO = date(1899, 12, 30)
SERIAL_ZERO_1904 = date(1904, 1, 1)


@dataclass(frozen=True, slots=True)
class Table:
    """``rows`` holds (row number as the spreadsheet shows it, cells); blank rows are left out."""

    headings: tuple[str, ...]
    rows: Sequence[tuple[int, tuple[Cell, ...]]]
    serial_zero: date = SERIAL_ZERO


def read_table(path: Path) -> Table:
    """Read the first sheet or the whole csv. Raises FileUnreadable with a detail: missing, ending, encoding, broken."""
    ending = path.suffix.lower()
    if ending not in (".csv", ".xlsx"):
        raise FileUnreadable(str(path), "ending")
    try:
        content = path.read_bytes()
    except OSError:
        raise FileUnreadable(str(path), "missing") from None
    table = _xlsx(path, content) if ending == ".xlsx" else _csv(path, content)
    if not any(table.headings):
        raise FileUnreadable(str(path), "empty")
    return table


def _csv(path: Path, content: bytes) -> Table:
    text = _decoded(path, content)
    try:
        # The dialect is told by the headings: they hold no free text that could carry another delimiter.
        rows = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text), strict=True)
        headings = _headings(next(rows, []))
        return Table(headings, tuple(_filled(enumerate(map(tuple, rows), start=2))))
    except csv.Error:
        raise FileUnreadable(str(path), "broken") from None


def _decoded(path: Path, content: bytes) -> str:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        encodings: tuple[str, ...] = ("utf-16",)
    else:
        # GB18030 accepts almost any bytes, so UTF-8 is asked first: it hardly ever accepts a GB text by chance.
        encodings = ("utf-8-sig", "gb18030")
    for encoding in encodings:
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" in text:
            break
        return text
    raise FileUnreadable(str(path), "encoding")


def _delimiter(text: str) -> str:
    first, quoted = text.split("\n", 1)[0], False
    counts = {",": 0, ";": 0, "\t": 0}
    for character in first:
        if character == '"':
            quoted = not quoted
        elif not quoted and character in counts:
            counts[character] += 1
    return max(counts, key=counts.__getitem__)


def _xlsx(path: Path, content: bytes) -> Table:
    from openpyxl import load_workbook  # costs a tenth of a second: not at start

    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            if sum(entry.file_size for entry in archive.infolist()) > LARGEST:
                raise FileUnreadable(str(path), "too_large")
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # styles and extensions we do not read
            book = load_workbook(io.BytesIO(content), read_only=True, data_only=True, keep_links=False)
            try:
                sheet = book.worksheets[0]
                sheet.reset_dimensions()  # WPS writes a dimension that does not hold
                rows = enumerate(sheet.iter_rows(values_only=True), start=1)
                headings = _headings(next(rows, (1, ()))[1])
                zero = SERIAL_ZERO if book.epoch.year < 1904 else SERIAL_ZERO_1904
                return Table(headings, tuple(_filled(rows)), zero)
            finally:
                book.close()
    except FileUnreadable:
        raise
    except Exception:
        # Whatever a damaged archive or its XML makes of the reader is one and the same to the clerk.
        raise FileUnreadable(str(path), "broken") from None


def _headings(cells: Sequence[Cell]) -> tuple[str, ...]:
    headings = [" ".join(str(cell).split()) if cell is not None else "" for cell in cells]
    while headings and not headings[-1]:
        headings.pop()
    return tuple(headings)


def _filled(rows: Iterator[tuple[int, tuple[Cell, ...]]]) -> Iterator[tuple[int, tuple[Cell, ...]]]:
    for number, cells in rows:
        if any(cell is not None and cell != "" for cell in cells):
            yield number, cells


def from_serial(serial: float, zero: date) -> date:
    """Return the day a spreadsheet means by a number."""
    return zero + timedelta(days=int(serial))
