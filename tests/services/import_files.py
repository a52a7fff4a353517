"""Old registers as files: what tests hand to the import."""

import csv
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import xlsxwriter

APPLICATION = {
    "收到日期": "2023-01-05",
    "申请渠道": "当面",
    "申请人类别": "自然人",
    "申请人": "张某",
    "申请内容": "征地批复",
}
ENQUIRY = {"时间": "2023-01-05 09:30", "类别": "咨询"}


def csv_of(path: Path, rows: Sequence[Mapping[str, Any]], *, encoding: str = "utf-8", delimiter: str = ",") -> Path:
    """Write rows as a csv; the headings are the keys, in the order they first appear."""
    headings = list(dict.fromkeys(heading for row in rows for heading in row))
    with path.open("w", newline="", encoding=encoding) as file:
        writer = csv.DictWriter(file, headings, delimiter=delimiter)
        writer.writeheader()
        writer.writerows(rows)
    return path


def xlsx_of(path: Path, rows: Sequence[Mapping[str, Any]]) -> Path:
    """Write rows as a workbook with typed cells: dates as dates, numbers as numbers."""
    headings = list(dict.fromkeys(heading for row in rows for heading in row))
    with xlsxwriter.Workbook(str(path), {"default_date_format": "yyyy-mm-dd"}) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, headings)
        for number, row in enumerate(rows, start=1):
            sheet.write_row(number, 0, [row.get(heading) for heading in headings])
    return path
