"""What do tables 二, 三, 四 and part 六 of the national report say? The frozen report as the screens take it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from hallclient.domain.figures.day_sheet import Difference
from hallclient.domain.figures.lines import Number, Values
from hallclient.domain.figures.report import Report
from hallclient.domain.figures.report_check import BLOCKS, COLUMNS, RESULTS, ROWS, RULES
from hallclient.domain.figures.report_identities import Violation
from hallclient.domain.figures.report_json import answer, row_heads, row_path


@dataclass(frozen=True, slots=True, kw_only=True)
class FormRow:
    """A row of table 三: its path for json, and the official wording in up to three columns."""

    code: str
    label: str
    group: str
    subgroup: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """The official form's wording, in print order."""

    title: str
    source: str
    corner: str
    rows: tuple[FormRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FeePart:
    """Fees of one unit, or of one amount where no unit is given."""

    name: str
    cases: int
    yuan: Number


@dataclass(frozen=True, slots=True, kw_only=True)
class NationalReport:
    """The tables of one year. ``table3`` is row code → column → applications; ``open_days`` are days of the year
    whose records are not counted yet because the day is open; ``differences`` must be empty. ``report`` is the frozen
    report all of it was taken from, and what is exported."""

    report: Report
    agency: str
    year: int
    form: Form
    table2: Values
    table3: Mapping[str, Mapping[str, Number]]
    table4: Mapping[str, Mapping[str, Number]]
    fee_cases: int
    fee_yuan: Number
    fee_parts: tuple[FeePart, ...]
    violations: tuple[Violation, ...]
    open_days: tuple[date, ...]
    differences: tuple[Difference, ...]
    live: bool = False

    def as_json(self) -> dict[str, Any]:
        """Return the answer of ``annual --form national-2021 --output X.json`` (contract, section 4)."""
        return answer(self.report)

    def identities(self) -> list[dict[str, Any]]:
        """Return the form's rules and the recount, each with the cells that break it, none when it holds."""
        return [
            {"id": one.id, "holds": one.holds, "cells": list(one.cells)}
            for one in self.report.identities
            if one.id in RULES or one.id == "recount"
        ]


# Cells of table 二 by the counters behind them.
_TABLE2 = {
    **{f"{name}.{part}": f"{name}.{part}" for name in ("rules", "normative_documents") for part in
       ("issued", "repealed", "in_force")},
    "licences.decisions": "licences",
    "penalties.decisions": "penalties",
    "compulsory_measures.decisions": "compulsory_measures",
    "charges.wan_yuan": "administrative_charges_wan_yuan",
}  # fmt: skip


def national_view(report: Report) -> NationalReport:
    """Return a report of the form ``national-2021`` table by table."""

    def value(id: str) -> Number:
        return report.cells[id].value or 0

    broken = [one for one in report.broken if one.id in RULES]
    return NationalReport(
        report=report,
        agency=report.agency,
        year=report.year,
        form=form_of(report),
        table2={counter: value(f"table2.{cell}") for counter, cell in _TABLE2.items()},
        table3={row: {column: value(f"table3.{row}.{column}") for column in COLUMNS} for row in ROWS},
        table4={block: {result: value(f"table4.{block}.{result}") for result in RESULTS} for block in BLOCKS},
        fee_cases=int(value("fees.cases")),
        fee_yuan=value("fees.total_yuan"),
        fee_parts=tuple(
            FeePart(name=name, cases=int(value(f"fees.parts.{name}.cases")), yuan=value(f"fees.parts.{name}.yuan"))
            for name in _fee_parts(report)
        ),
        violations=tuple(
            Violation(identity=one.id, cells=one.cells, expected=one.expected, found=one.found) for one in broken
        ),
        open_days=report.source.open_days,
        differences=differences_of(report),
        live=report.source.live,
    )


def differences_of(report: Report) -> tuple[Difference, ...]:
    """Return where the sealed figures and the recount part."""
    return tuple(
        Difference(code=one.code, frozen=one.frozen, live=one.live, explained=one.explained)
        for one in report.differences
    )


def _fee_parts(report: Report) -> list[str]:
    prefix, suffix = "fees.parts.", ".cases"
    return [id[len(prefix) : -len(suffix)] for id in report.cells if id.startswith(prefix) and id.endswith(suffix)]


def form_of(report: Report) -> Form:
    """Return the wording of a report's table 三, row by row."""
    grid = report.grid("table3")
    rows = []
    for code in dict.fromkeys(cell.figure.split(".")[1] for row in grid.rows() for cell in row if cell.figure):
        id = f"table3.{code}.{COLUMNS[0]}"
        cell = next(cell for cell in grid.cells if cell.figure == id)
        *groups, text = (head.text for head in row_heads(grid, cell.row))
        group, subgroup = (*groups, "", "")[:2]
        rows.append(FormRow(code=code, label=row_path(grid, id), group=group, subgroup=subgroup, text=text))
    corner = next(cell.text for cell in grid.cells if (cell.row, cell.column) == (0, 0))
    return Form(title=report.title, source=report.basis, corner=corner, rows=tuple(rows))
