"""Do an agency's annual tables contradict themselves? The 勾稽关系 R1–R5 and R8 of the national form (domain 2.5)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any

from hallclient.domain.figures.lines import Number
from hallclient.domain.figures.packet import plain
from hallclient.domain.outcomes import Outcome
from hallclient.domain.refusal import Refusal
from hallclient.domain.register.kinds import ApplicantKind, DisputeKind, DisputeResult

COLUMNS = (*(kind.value for kind in ApplicantKind), "total")
ROWS = ("received", "carried_in", *(outcome.value for outcome in Outcome), "outcome_total", "carried_out")
RESULTS = (*(result.value for result in DisputeResult), "pending", "total")
BLOCKS = tuple(kind.value for kind in DisputeKind)
RULES = {
    "R1": "本年新收＋上年结转＝办理结果总计＋结转下年度",
    "R2": "办理结果总计＝21项办理结果之和",
    "R3": "总计＝自然人＋五类法人或其他组织",
    "R4": "本年的上年结转＝上年的结转下年度",
    "R5": "复议诉讼总计＝维持＋纠正＋其他＋尚未审结",
    "R8": "各格均为非负整数",
}


class ReportUnreadable(Refusal):
    """The file holds no annual tables this check knows (table 三 is missing)."""

    fields = ("file",)


@dataclass(frozen=True, slots=True, kw_only=True)
class Violation:
    """An identity that does not hold: the cells concerned, what their sum ought to be and what stands there."""

    identity: str
    cells: tuple[str, ...]
    expected: Number | str
    found: Number | str

    def as_json(self) -> dict[str, Any]:
        """Return the violation as ``check-report --json`` prints it."""
        return {
            "identity": self.identity,
            "cells": list(self.cells),
            "expected": self.expected if isinstance(self.expected, str) else plain(self.expected),
            "found": self.found if isinstance(self.found, str) else plain(self.found),
        }


def check(report: Mapping[str, Any], *, last_year: Mapping[str, int] | None = None) -> tuple[Violation, ...]:
    """Check annual tables of the json shape (``table2``, ``table3``, ``table4``) of whatever agency.

    ``last_year`` is row ``carried_out`` of the year before, by column (R4). An empty or absent cell reads as 0, as
    the form prints it. Raises ReportUnreadable when there is no table 三.
    """
    found: list[Violation] = []
    table3 = _table3(report, found)
    table4 = _table4(report, found)
    _whole_numbers(report.get("table2"), "table2", found)
    for column in COLUMNS:
        found += _row_rules(table3, column)
    for row in ROWS:
        cells = table3[row]
        expected = sum(cells[column] for column in COLUMNS[:-1])
        if cells["total"] != expected:
            found.append(_violation("R3", [f"table3.{row}.{column}" for column in COLUMNS], expected, cells["total"]))
    for column, value in (last_year or {}).items():
        if column in COLUMNS and table3["carried_in"][column] != value:
            found.append(_violation("R4", [f"table3.carried_in.{column}"], value, table3["carried_in"][column]))
    for block, results in table4.items():
        expected = sum(results[result] for result in RESULTS[:-1])
        if results["total"] != expected:
            found.append(
                _violation("R5", [f"table4.{block}.{result}" for result in RESULTS], expected, results["total"])
            )
    return tuple(found)


def _row_rules(table3: Mapping[str, Mapping[str, Number]], column: str) -> Iterator[Violation]:
    def cell(row: str) -> Number:
        return table3[row][column]

    left, right = cell("received") + cell("carried_in"), cell("outcome_total") + cell("carried_out")
    if left != right:
        rows = ("received", "carried_in", "outcome_total", "carried_out")
        yield _violation("R1", [f"table3.{row}.{column}" for row in rows], left, right)
    total = sum(cell(outcome.value) for outcome in Outcome)
    if cell("outcome_total") != total:
        parts = ("outcome_total", *(outcome.value for outcome in Outcome))
        yield _violation("R2", [f"table3.{row}.{column}" for row in parts], total, cell("outcome_total"))


def _violation(identity: str, cells: list[str], expected: Number, found: Number) -> Violation:
    return Violation(identity=identity, cells=tuple(cells), expected=expected, found=found)


def _table3(report: Mapping[str, Any], found: list[Violation]) -> dict[str, dict[str, Number]]:
    table = report.get("table3")
    rows = table.get("rows") if isinstance(table, Mapping) else None
    if not isinstance(rows, list) or not rows:
        raise ReportUnreadable
    given = {row["code"]: row for row in rows if isinstance(row, Mapping) and "code" in row}
    if not set(given) & set(ROWS):
        raise ReportUnreadable
    values: dict[str, dict[str, Number]] = {}
    for row in ROWS:
        cells = given.get(row, {}).get("cells", {})
        values[row] = {
            column: _cell(cells.get(column) if isinstance(cells, Mapping) else None, f"table3.{row}.{column}", found)
            for column in COLUMNS
        }
    return values


def _table4(report: Mapping[str, Any], found: list[Violation]) -> dict[str, dict[str, Number]]:
    table = report.get("table4")
    if not isinstance(table, Mapping):
        return {}
    return {
        block: {result: _cell(table[block].get(result), f"table4.{block}.{result}", found) for result in RESULTS}
        for block in BLOCKS
        if isinstance(table.get(block), Mapping)
    }


def _whole_numbers(value: object, path: str, found: list[Violation]) -> None:
    if isinstance(value, Mapping):
        for name, inner in value.items():
            _whole_numbers(inner, f"{path}.{name}", found)
    elif path.endswith("wan_yuan"):
        amount = _decimal(value)
        if amount is None or amount < 0:
            found.append(Violation(identity="R8", cells=(path,), expected="非负数", found=str(value)))
    elif value is not None or path != "table2":
        _cell(value, path, found)


def _cell(value: object, path: str, found: list[Violation]) -> Number:
    """Return a cell's number, noting R8 when it is not a whole number of at least 0."""
    if value is None or value == "":
        return 0
    amount = _decimal(value)
    if amount is None or amount != int(amount) or amount < 0:
        found.append(Violation(identity="R8", cells=(path,), expected="非负整数", found=str(value)))
        return 0 if amount is None else (int(amount) if amount == int(amount) else amount)
    return int(amount)


def _decimal(value: object) -> Decimal | None:
    if isinstance(value, bool):
        return None
    try:
        amount = Decimal(str(value).strip().replace(",", ""))
    except InvalidOperation:
        return None
    return amount if amount.is_finite() else None
