"""How do tables go into a csv that Excel and WPS open rightly, and that runs nothing?

UTF-8 with a byte order mark, CRLF, every field quoted. A text that a spreadsheet would run as a formula gets an
apostrophe in front; a text of more digits than a spreadsheet keeps gets a tab, which makes it text there.
"""

import csv
import io
import re
from collections.abc import Sequence
from datetime import date

from hallclient.domain.figures.tables import Cell, Table

BOM = "\ufeff"
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
# A spreadsheet keeps 15 digits of a number and drops leading zeros.
_DIGITS = re.compile(r"0\d+|\d{12,}[0-9Xx]?")


def content(tables: Sequence[Table]) -> bytes:
    """Return tables as the bytes of one csv file, an empty row between them; a single table stands without title."""
    sink = io.StringIO()
    writer = csv.writer(sink, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    for index, table in enumerate(tables):
        if index:
            sink.write("\r\n")
        if len(tables) > 1:
            writer.writerow([guarded(table.title)])
        writer.writerow([guarded(column) for column in table.columns])
        writer.writerows([_field(cell) for cell in row] for row in table.rows)
    return (BOM + sink.getvalue()).encode()


def guarded(text: str) -> str:
    """Return a text as a csv field that a spreadsheet shows as it is."""
    if text.lstrip(" 　").startswith(_FORMULA):
        return "'" + text
    if _DIGITS.fullmatch(text):
        return "\t" + text
    return text


def _field(cell: Cell) -> str:
    if isinstance(cell, str):
        return guarded(cell)
    return cell.isoformat() if isinstance(cell, date) else str(cell)
