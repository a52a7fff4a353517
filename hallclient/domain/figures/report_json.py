"""How does a report read as JSON? The shapes of the contract (section 4), written from the cells and read into them."""

from collections.abc import Iterator, Mapping
from typing import Any

from hallclient.domain.figures.lines import Number
from hallclient.domain.figures.packet import plain
from hallclient.domain.figures.report import Report
from hallclient.domain.figures.report_pieces import Appendix, Figure, Grid, GridCell
from hallclient.domain.figures.shares import NO_SHARE, RULE

FORM_RULES = ("R", "F", "W", "Y", "Q")  # identities of the cells; the others are of the lines behind them


def answer(report: Report) -> dict[str, Any]:
    """Return the answer of ``annual --output X.json``: the form's own shape, identities, sources, hash."""
    said = {
        "agency": report.agency,
        "year": report.year,
        "form": report.form,
        "title": report.title,
        "basis": report.basis,
        **_shape(report),
        "texts": {part.id: list(part.texts) for part in report.parts if part.texts},
        "identities": [
            {"id": one.id, "holds": one.holds, "cells": list(one.cells)}
            | ({"records": list(one.records)} if one.records else {})
            for one in report.identities
        ],
        "open_days": [day.isoformat() for day in report.source.open_days],
        "live": report.source.live,
    }
    if report.appendix is not None:
        said["appendix"] = _appendix(report.appendix)
    # Of what is told alone: the hub's and a store's are the same bytes when they hold the same days (issue 4).
    return said | {"sha256": report.checksum}


def _appendix(appendix: Appendix) -> dict[str, Any]:
    """Return the appendix: its tables row by row as printed, the numbers of its charts."""
    return {
        "title": appendix.heading,
        "texts": list(appendix.texts),
        "tables": [
            {
                "caption": grid.caption,
                "rows": [[cell.text for cell in row] for row in grid.rows()],
                "note": grid.note,
            }
            for grid in appendix.grids
        ],
        "charts": [
            {
                "title": chart.title,
                "unit": chart.unit,
                "categories": list(chart.categories),
                "series": [{"name": one.name, "values": list(one.values)} for one in chart.series],
            }
            for chart in appendix.charts
        ],
    }


def _shape(report: Report) -> dict[str, Any]:
    if report.form.startswith("national"):
        return _national(report)
    if report.form == "first-year":
        return _first_year(report)
    return {report.parts[0].id: _coded(report)}


def _national(report: Report) -> dict[str, Any]:
    table3 = report.grid("table3")
    columns = list(dict.fromkeys(id.rpartition(".")[2] for id in _ids(table3)))
    rows = list(dict.fromkeys(id.split(".")[1] for id in _ids(table3)))
    labels = {row: row_path(table3, f"table3.{row}.{columns[0]}") for row in rows}
    tree = _tree(figure for figure in report.figures if not figure.id.startswith("table3."))
    fees = tree.get("fees", {})
    fees["parts"] = list(fees.get("parts", {}).values())
    return {
        "table2": tree["table2"],
        "table3": {
            "columns": columns,
            "rows": [
                {
                    "code": row,
                    "label": labels[row],
                    "cells": {column: _value(report.cells[f"table3.{row}.{column}"]) for column in columns},
                }
                for row in rows
            ],
        },
        "table4": tree["table4"],
        "fees": fees,
    }


def _first_year(report: Report) -> dict[str, Any]:
    tree = _tree(report.figures)
    items = tree["proactive"]["portal_items"]
    portal = report.grid("portal")
    items["by_category"] = [
        {"code": code, "label": row_path(portal, f"proactive.portal_items.by_category.{code}.count"), **values}
        for code, values in items["by_category"].items()
    ]
    items["share_rule"] = RULE
    del items["total_share_percent"]
    for name in ("by_unit", "by_topic"):
        tree["applications"].setdefault(name, {})
    tree["reviews"].setdefault("by_topic", {})
    return {name: tree[name] for name in ("proactive", "windows", "applications", "fees_yuan", "reviews", "training")}


def _coded(report: Report) -> list[dict[str, Any]]:
    """Return the rows of a return: code, title, unit, the period's and the year's figure."""
    name = report.parts[0].id
    grid = report.grid(name)
    texts = {(cell.row, cell.column): cell.text for cell in grid.cells}
    rows = []
    for row, (*_, first, second) in enumerate(grid.rows()):
        if first.figure:
            title, unit, code = (texts[row, column] for column in range(3))
            period, year = (_value(report.cells[cell.figure]) for cell in (first, second))
            rows.append({"code": code, "title": title, "unit": unit, "period": period, "year": year})
    return rows


def _ids(grid: Grid) -> Iterator[str]:
    return (cell.figure for row in grid.rows() for cell in row if cell.figure)


def _tree(figures: Any) -> dict[str, Any]:
    """Return the figures by the words of their ids. An open row's member may hold dots: it is cut at three words."""
    tree: dict[str, Any] = {}
    for figure in figures:
        *path, last = _path(figure.id)
        node = tree
        for word in path:
            node = node.setdefault(word, {})
        node[last] = _value(figure)
    return tree


_OPEN = ("fees.parts.", "applications.by_unit.", "applications.by_topic.", "reviews.by_topic.")


def _path(id: str) -> list[str]:
    for prefix in _OPEN:
        if id.startswith(prefix):
            member = id.removeprefix(prefix)
            if prefix == "fees.parts.":
                name, _, what = member.rpartition(".")
                return [*prefix[:-1].split("."), name, what]
            return [*prefix[:-1].split("."), member]
    return id.split(".")


def _value(figure: Figure) -> int | str | None:
    if figure.unit == "%":
        return figure.text
    if figure.value is None:
        return None
    # Amounts of 万元 are decimals by nature and text for everyone (contract, section 1).
    return str(figure.value) if figure.unit == "万元" else plain(figure.value)


def row_path(grid: Grid, id: str) -> str:
    """Return a row's wording as json answers give it: 三、本年度办理结果/(三)不予公开/1.属于国家秘密."""
    cell = next(cell for cell in grid.cells if cell.figure == id)
    heads = sorted(row_heads(grid, cell.row), key=lambda head: head.column)
    said = "/".join(head.text for head in heads).partition("（区分处理")[0]
    return said.replace("（", "(").replace("）", ")")


def row_heads(grid: Grid, row: int) -> list[GridCell]:
    """Return the headings of a row, from left to right."""
    heads = [head for head in grid.cells if head.head == "row" and head.row <= row < head.row + head.rows]
    return sorted(heads, key=lambda head: head.column)


def flat(said: Mapping[str, Any]) -> dict[str, object]:
    """Return what a JSON answer says in its cells, raw, by figure id; what is no cell of a form comes along."""
    return dict(_leaves(said, ""))


def _leaves(node: Any, path: str) -> Iterator[tuple[str, object]]:
    if isinstance(node, Mapping):
        if path == "table3" and isinstance(node.get("rows"), list):
            for row in node["rows"]:
                if isinstance(row, Mapping) and isinstance(row.get("cells"), Mapping):
                    yield from _leaves(row["cells"], f"table3.{row.get('code')}")
            return
        for name, inner in node.items():
            name = "share_percent" if name == "share_percent_as_printed" else str(name)
            if name != "share_percent_correct":
                yield from _leaves(inner, f"{path}.{name}" if path else name)
    elif isinstance(node, list):
        for index, inner in enumerate(node):
            code = inner.get("code", index) if isinstance(inner, Mapping) else index
            yield from _leaves(inner, f"{path}.{code}")
    else:
        yield path, node


def numbers(report: Report) -> dict[str, Number | None]:
    """Return the report's values by figure id, as the identities take them."""
    return {figure.id: figure.value for figure in report.figures}


__all__ = ["NO_SHARE", "answer", "flat", "numbers", "row_heads", "row_path"]
