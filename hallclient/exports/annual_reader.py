"""What do another agency's annual tables say? Reads tables 二, 三 and 四 from json or xlsx, whoever wrote them."""

import json
import re
import warnings
import zipfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from hallclient.domain.figures.annual import Form
from hallclient.domain.figures.report_check import BLOCKS, COLUMNS, RESULTS, ReportUnreadable
from hallclient.foundation.trouble import FileUnreadable

Sheet = list[tuple[Any, ...]]
_MAX_ROWS = 500  # of a sheet: annual tables have some 40
_TABLE2 = {
    "规章": ("rules", ("issued", "repealed", "in_force")),
    "行政规范性文件": ("normative_documents", ("issued", "repealed", "in_force")),
    "规范性文件": ("normative_documents", ("issued", "repealed", "in_force")),
    "行政许可": ("licences", ()),
    "行政处罚": ("penalties", ()),
    "行政强制": ("compulsory_measures", ()),
    "行政事业性收费": ("administrative_charges_wan_yuan", ()),
}


def read(path: Path, form: Form) -> dict[str, Any]:
    """Return annual tables in the json shape of ``annual --form national-2021``.

    Rows of an xlsx are told by the official wording, wherever the tables stand in it.
    Raises FileUnreadable (missing, broken, neither json nor xlsx), ReportUnreadable (no table 三 in it).
    """
    if path.suffix.lower() == ".json":
        return _json(path)
    return _tables(_sheets(path), form)


def _json(path: Path) -> dict[str, Any]:
    try:
        content = json.loads(path.read_text(encoding="utf-8-sig"))
    except (OSError, ValueError) as error:
        raise FileUnreadable(str(path)) from error
    if not isinstance(content, dict):
        raise ReportUnreadable
    return content


def _sheets(path: Path) -> list[Sheet]:
    # The workbook reader costs a seventh of a second to import; nobody waits for it before he opens a workbook.
    import openpyxl
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        with warnings.catch_warnings():
            # openpyxl warns of styles it drops; only values are asked here.
            warnings.simplefilter("ignore")
            book = openpyxl.load_workbook(path, data_only=True)
        try:
            return [list(sheet.iter_rows(max_row=_MAX_ROWS, values_only=True)) for sheet in book.worksheets]
        finally:
            book.close()
    except (OSError, InvalidFileException, zipfile.BadZipFile, KeyError, ValueError, TypeError, EOFError) as error:
        raise FileUnreadable(str(path)) from error


def _tables(sheets: Sequence[Sheet], form: Form) -> dict[str, Any]:
    table2: dict[str, Any] = {}
    rows: dict[str, dict[str, Any]] = {}
    table4: dict[str, dict[str, Any]] = {}
    for sheet in sheets:
        rows = rows or _table3(sheet, form)
        table4 = table4 or _table4(sheet)
        table2 = table2 or _table2(sheet)
    if not rows:
        raise ReportUnreadable
    return {
        "table2": table2,
        "table3": {"rows": [{"code": code, "cells": cells} for code, cells in rows.items()]},
        "table4": table4,
    }


def _table3(sheet: Sheet, form: Form) -> dict[str, dict[str, Any]]:
    left = next(
        (index - 1 for row in sheet for index, cell in enumerate(row) if _plain(cell) == "商业企业" and index), None
    )
    if left is None:
        return {}
    codes = {_plain(row.text): row.code for row in form.rows}
    found: dict[str, dict[str, Any]] = {}
    for row in sheet:
        code = next((codes[text] for cell in row[:left] if (text := _plain(cell)) in codes), None)
        if code is not None:
            cells = (*row[left : left + len(COLUMNS)], *[None] * len(COLUMNS))
            found.setdefault(code, dict(zip(COLUMNS, cells, strict=False)))
    return found


def _table4(sheet: Sheet) -> dict[str, dict[str, Any]]:
    wanted = len(BLOCKS) * len(RESULTS)
    for index, row in enumerate(sheet[:-1]):
        start = next((column for column, cell in enumerate(row) if _plain(cell) == "结果维持"), None)
        if start is None:
            continue
        cells = (*sheet[index + 1][start : start + wanted], *[None] * wanted)[:wanted]
        return {
            block: dict(zip(RESULTS, cells[place * len(RESULTS) :], strict=False)) for place, block in enumerate(BLOCKS)
        }
    return {}


def _table2(sheet: Sheet) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for row in sheet:
        for column, cell in enumerate(row):
            entry = _TABLE2.get(_plain(cell))
            if entry is None:
                continue
            name, parts = entry
            values = [value for value in row[column + 1 :] if value is not None]
            if parts:
                found[name] = dict(zip(parts, values, strict=False))
            elif values:
                found[name] = str(values[0]) if name.endswith("wan_yuan") else values[0]
    return found


def _plain(cell: object) -> str:
    """Return a heading without what printers vary: blanks, width of brackets, remarks, quotation marks."""
    text = re.sub(r"\s+", "", str(cell or "")).translate(_WIDE)
    return re.sub(r"\(区分处理.*?\)|[“”\"'‘’]", "", text)


_WIDE = str.maketrans("（）．、", "()..")
