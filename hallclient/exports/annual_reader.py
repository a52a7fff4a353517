"""What does a published annual report say? Its cells by figure id, from json, xlsx, docx, html or text, whoever's."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from hallclient.domain.figures.report_appendix import HEADING
from hallclient.domain.figures.report_check import BLOCKS, COLUMNS, RESULTS, ReportUnreadable, number_of
from hallclient.domain.figures.report_forms import ReportForm, ReportForms, TableRule
from hallclient.exports import annual_files
from hallclient.exports.annual_files import Matrix, Place
from hallclient.exports.annual_words import fold, label
from hallclient.foundation.trouble import FileUnreadable

Cells = dict[str, Any]
_TRIAL, _PRESENT = "national-2019", "national-2021"
_KINDS = {"自然人": 0, "商业企业": 1, "科研机构": 2, "社会公益组织": 3, "法律服务机构": 4, "总计": 6}


def read(path: Path, forms: ReportForms) -> dict[str, Any]:
    """Return a report in the json shape of ``annual --output X.json``: ``form`` and its cells.

    Tables are told by the official wording, wherever they stand; a first year's report by its sentences.
    Raises FileUnreadable (missing, broken, no such kind of file), ReportUnreadable (no report in it).
    """
    if path.suffix.lower() == ".json":
        return _json(path)
    found = annual_files.read(path)
    for reader in (_national, _return):
        said = reader(found.tables, forms)
        if said is not None:
            # The text parts, for the numbers they quote; cells of tables stand in it too, each on a line of its own.
            return said | {"texts": {"text": _official(found.text.splitlines())}}
    cells = _sentences(forms["first-year"], found.text)
    if not cells:
        raise ReportUnreadable
    return {"form": "first-year"} | _nested(cells)


def _json(path: Path) -> dict[str, Any]:
    try:
        content = json.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise FileUnreadable(str(path), annual_files.why(error)) from error
    except (ValueError, RecursionError) as error:
        raise FileUnreadable(str(path)) from error
    if not isinstance(content, dict):
        raise ReportUnreadable
    return content


def _nested(cells: Mapping[str, Any]) -> dict[str, Any]:
    tree: dict[str, Any] = {}
    for id, value in cells.items():
        *path, last = id.split(".")
        node = tree
        for word in path:
            node = node.setdefault(word, {})
        node[last] = value
    return tree


# -- the national forms ------------------------------------------------------------------------------------------------


def _national(tables: Iterable[Matrix], forms: ReportForms) -> dict[str, Any] | None:
    labels: dict[str, str] = {}
    for name in (_TRIAL, _PRESENT):
        labels |= {text: ids[0].split(".")[1] for text, ids in _rows(forms[name].table("table3"))}
    rows: dict[str, Cells] = {}
    table4: Cells = {}
    tables = [table for table in tables if table and not _analysis(table)]
    columns: dict[str, int] | None = None
    for table in tables:
        # A table that was cut in two (by a page, by an editor) goes on without its head.
        columns = _columns(table) or columns
        if columns is not None:
            for code, cells in _table3(table, columns, labels):
                rows.setdefault(code, cells)
        table4 = table4 or _table4(table)
    if not rows:
        return None
    form = forms[_TRIAL if "other_handling" in rows else _PRESENT]
    table2: Cells = {}
    for table in tables:
        table2 = table2 or _table2(table, form)
    said: dict[str, Any] = {
        "form": form.id,
        "table3": {"rows": [{"code": code, "cells": cells} for code, cells in rows.items()]},
    }
    if table2:
        said |= _nested(table2)
    if table4:
        said["table4"] = table4
    if fees := _fees(tables):
        said["fees"] = fees
    return said


def _official(lines: list[str]) -> list[str]:
    """Return the lines before an appendix: what it tells is counted by another rule."""
    heads = [at for at, line in enumerate(lines) if fold(line) == fold(HEADING)]
    return lines[: heads[-1]] if heads else lines


def _analysis(table: Matrix) -> bool:
    """Whether a table is one of an appendix: two dimensions in its corner (信息领域＼办理结果), no form has that."""
    return any("\\" in fold(row[0].value) for row in table[:2] if row)


def _rows(table: TableRule) -> Iterator[tuple[str, list[str]]]:
    """Yield the last heading of each row of a form's table, folded, with the ids of its figures."""
    for row in table.rows:
        if isinstance(row, tuple):
            heads = [cell[2:] for cell in row if cell.startswith("> ")]
            ids = [cell[1:] for cell in row if cell.startswith("@")]
            if heads and ids:
                yield label(heads[-1]), ids


def _columns(table: Matrix) -> dict[str, int] | None:
    """Return where table 三's seven columns stand, by the headings over them; None where they are not."""
    for row in table:
        found: dict[int, int] = {}
        for at, place in enumerate(row):
            kind = _KINDS.get(fold(place.value))
            if kind is not None:
                found.setdefault(kind, at)
        if 1 in found and 4 in found:
            last = found[4]
            # 自然人 and 总计 may stand a row higher, 其他 is a word that also heads other things: both by their place.
            found.setdefault(0, _above(table, "自然人") if _above(table, "自然人") >= 0 else found[1] - 1)
            found.setdefault(6, _above(table, "总计") if _above(table, "总计") > last else last + 2)
            found[5] = next((at for at in range(last + 1, len(row)) if fold(row[at].value) == "其他"), last + 1)
            return {COLUMNS[kind]: at for kind, at in found.items()} if found[0] >= 0 else None
    return None


def _above(table: Matrix, word: str) -> int:
    return next((at for row in table[:6] for at, place in enumerate(row) if fold(place.value) == word), -1)


def _table3(table: Matrix, columns: Mapping[str, int], labels: Mapping[str, str]) -> Iterator[tuple[str, Cells]]:
    left = columns[COLUMNS[0]]
    for row in table:
        # The words nearest to the figures say which row it is: those further left head several.
        texts = [label(place.value) for place in row[:left]]
        code = next((labels[text] for text in reversed(texts) if text in labels), None)
        if code is not None:
            yield code, {name: row[at].value if at < len(row) else None for name, at in columns.items()}


def _table4(table: Matrix) -> Cells:
    wanted = len(BLOCKS) * len(RESULTS)
    for index, row in enumerate(table[:-1]):
        start = next((column for column, place in enumerate(row) if fold(place.value) == "结果维持"), None)
        if start is None:
            continue
        cells = [place.value for place in table[index + 1][start : start + wanted]]
        cells += [None] * (wanted - len(cells))
        return {
            block: dict(zip(RESULTS, cells[place * len(RESULTS) :], strict=False)) for place, block in enumerate(BLOCKS)
        }
    return {}


def _table2(table: Matrix, form: ReportForm) -> Cells:
    labels: dict[str, list[str]] = {}
    for text, ids in _rows(form.table("table2")):
        labels[text] = labels[text.replace("行政规范性", "规范性")] = ids
    found: Cells = {}
    for row in table:
        for column, place in enumerate(row):
            wanted = labels.get(label(place.value), [])
            if not any(id in found for id in wanted):
                found |= zip(wanted, (place.value for place in _distinct(row[column + 1 :], place)), strict=False)
    return found if any(number_of(value) is not None for value in found.values()) else {}


def _distinct(places: Iterable[Place], head: Place) -> Iterator[Place]:
    """Yield the cells of a stretch of a row behind its heading, a merged one once."""
    seen = [(head.row, head.column)]
    for place in places:
        if (place.row, place.column) not in seen:
            seen.append((place.row, place.column))
            yield place


def _fees(tables: Iterable[Matrix]) -> dict[str, Any]:
    """Return the fees of a table 件数, 金额: its parts and their sum."""
    for table in tables:
        heads = [fold(place.value) for place in table[0]] if table else []
        for at, row in enumerate(table):
            heads = [fold(place.value) for place in row]
            if "件数" in heads and "金额(元)" in heads:
                count, yuan = heads.index("件数"), heads.index("金额(元)")
                parts, fees = [], {}
                for below in table[at + 1 :]:
                    said = {"cases": below[count].value, "yuan": below[yuan].value}
                    if label(below[0].value) == "合计":
                        fees = {"cases": said["cases"], "total_yuan": said["yuan"]}
                    elif number_of(said["cases"]) is not None:
                        parts.append(said)
                return fees | {"parts": parts} if fees else {}
    return {}


# -- the return of 2008, the first year's sentences -------------------------------------------------------------------


def _return(tables: Iterable[Matrix], forms: ReportForms) -> dict[str, Any] | None:
    known = {rule.id.split(".")[1] for rule in forms["return-2008"].figures}
    rows: dict[str, Cells] = {}
    for table in tables:
        heads = next((row for row in table if "本年累计" in [fold(place.value) for place in row]), None)
        if heads is None:
            continue
        names = [fold(place.value) for place in heads]
        if "代码" not in names or "本期实际" not in names:
            continue
        code, period, year = names.index("代码"), names.index("本期实际"), names.index("本年累计")
        for row in table:
            said = fold(row[code].value).zfill(2)
            if said in known:
                rows.setdefault(said, {"code": said, "period": row[period].value, "year": row[year].value})
    return {"form": "return-2008", "return": list(rows.values())} if rows else None


def _sentences(form: ReportForm, text: str) -> Cells:
    """Return what the sentences of a report in plain words say. Thousands separators are taken out first."""
    plain = re.sub(r"(?<=\d),(?=\d{3}(?!\d))", "", fold(text)).replace("；", ";")
    cells: Cells = {}
    for id, pattern in form.reading:
        found = re.search(pattern, plain)
        if found is not None:
            cells[id] = next(group for group in found.groups() if group is not None)
    return cells
