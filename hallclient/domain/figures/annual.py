"""What do tables 二, 三, 四 and part 六 of the national annual report say? (国办公开办函〔2021〕30号, domain 2)"""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from hallclient.domain.figures.day_sheet import Difference
from hallclient.domain.figures.lines import Number, Values
from hallclient.domain.figures.packet import plain
from hallclient.domain.figures.report_check import BLOCKS, COLUMNS, RESULTS, ROWS, RULES, Violation, check
from hallclient.domain.law.outcomes import OutcomeEntry
from hallclient.domain.outcomes import Outcome
from hallclient.domain.register.kinds import ApplicantKind


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
    whose records are not counted yet because the day is open; ``differences`` must be empty."""

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
        return {
            "agency": self.agency,
            "year": self.year,
            "form": "national-2021",
            "table2": self._table2(),
            "table3": {
                "columns": list(COLUMNS),
                "rows": [
                    {
                        "code": row.code,
                        "label": row.label,
                        "cells": {column: plain(self.table3[row.code][column]) for column in COLUMNS},
                    }
                    for row in self.form.rows
                ],
            },
            "table4": {block: {result: plain(self.table4[block][result]) for result in RESULTS} for block in BLOCKS},
            "fees": {
                "cases": self.fee_cases,
                "total_yuan": plain(self.fee_yuan),
                "parts": [{"cases": part.cases, "yuan": plain(part.yuan)} for part in self.fee_parts],
            },
            "identities": self.identities(),
            "open_days": [day.isoformat() for day in self.open_days],
            "live": self.live,
        }

    def identities(self) -> list[dict[str, Any]]:
        """Return every rule with the cells that break it, none when it holds."""
        answers = []
        for rule in RULES:
            cells = [cell for one in self.violations if one.identity == rule for cell in one.cells]
            answers.append({"id": rule, "holds": not cells, "cells": cells})
        moved = [one.code for one in self.differences]
        answers.append({"id": "recount", "holds": not moved, "cells": moved})
        return answers

    def _table2(self) -> dict[str, Any]:
        answer: dict[str, Any] = {}
        for name in ("rules", "normative_documents"):
            answer[name] = {part: plain(self.table2[f"{name}.{part}"]) for part in ("issued", "repealed", "in_force")}
        for name, code in SIMPLE.items():
            answer[name] = plain(self.table2[code])
        answer["administrative_charges_wan_yuan"] = str(self.table2["charges.wan_yuan"])
        return answer


SIMPLE = {
    "licences": "licences.decisions",
    "penalties": "penalties.decisions",
    "compulsory_measures": "compulsory_measures.decisions",
}
_LEVELS = ("rules.in_force", "normative_documents.in_force")
_FLOWS = (
    "rules.issued",
    "rules.repealed",
    "normative_documents.issued",
    "normative_documents.repealed",
    *SIMPLE.values(),
    "charges.wan_yuan",
)


_RESULT_ROWS = frozenset(outcome.value for outcome in Outcome)


def form(text: str, outcomes: Sequence[OutcomeEntry]) -> Form:
    """Read ``national-2021.toml``, the 21 results of table 三 standing between 上年结转 and 总计."""
    table = tomllib.loads(text)
    rows = {entry["code"]: entry for entry in table["row"]}
    results = {entry.outcome: entry for entry in outcomes}
    group = table["results"]
    built = []
    for code in ROWS:
        if code in rows:
            inside = group if code == "outcome_total" else ""
            built.append(
                FormRow(code=code, label=rows[code]["label"], group=inside, subgroup="", text=rows[code]["text"])
            )
            continue
        entry = results[Outcome(code)]
        _, *middle, _ = entry.path.split("/")
        subgroup = "".join(middle).replace("(", "（").replace(")", "）")
        built.append(FormRow(code=code, label=entry.path, group=group, subgroup=subgroup, text=entry.printed))
    return Form(title=table["title"], source=table["source"], corner=table["corner"], rows=tuple(built))


def compile_report(
    values: Values,
    *,
    agency: str,
    year: int,
    form: Form,
    pending_before: Mapping[str, Number],
    carried_in: Mapping[str, int] | None = None,
    open_days: tuple[date, ...] = (),
    differences: tuple[Difference, ...] = (),
    live: bool = False,
) -> NationalReport:
    """Put a year's figures into the form and check its identities.

    ``values`` are the year's lines (flows added up, levels as on 31 December, carried applications at both edges).
    ``pending_before`` are the disputes undecided when the year began, by kind. ``carried_in`` is last year's row
    结转下年度 for an agency whose earlier years are not in the store; it takes the place of the store's own 上年结转,
    and what is still open of it stays open (结转下年度 moves by the difference).
    """
    table3 = _table3(values)
    own = table3["carried_in"]
    if carried_in is not None:
        given: dict[str, Number] = {kind.value: carried_in.get(kind.value, 0) for kind in ApplicantKind}
        given["total"] = carried_in.get("total", sum(given.values()))
        for column in COLUMNS:
            table3["carried_out"][column] += given[column] - own[column]
        table3["carried_in"] = given
    # R4: where the store knows earlier years, the file must say the same.
    last_year = own if any(own.values()) else {}
    table4 = {block: _table4(values, block, pending_before.get(block, 0)) for block in BLOCKS}
    table2: Values = {code: values.get(f"counters.{code}", 0) for code in _FLOWS}
    table2 |= {code: values.get(f"levels.{code}", 0) for code in _LEVELS}
    report = {
        "table2": table2,
        "table3": {"rows": [{"code": row, "cells": cells} for row, cells in table3.items()]},
        "table4": table4,
    }
    return NationalReport(
        agency=agency,
        year=year,
        form=form,
        table2=table2,
        table3=table3,
        table4=table4,
        fee_cases=int(values.get("fees.cases", 0)),
        fee_yuan=values.get("fees.yuan", 0),
        fee_parts=fee_parts(values),
        violations=check(report, last_year={column: int(value) for column, value in last_year.items()}),
        open_days=open_days,
        differences=differences,
        live=live,
    )


def _table3(values: Values) -> dict[str, dict[str, Number]]:
    table: dict[str, dict[str, Number]] = {}
    for row in ROWS:
        name = {"outcome_total": "closed"}.get(row, row)
        if row in _RESULT_ROWS:
            whole, part = f"applications.closed.outcome.{row}", f"applications.closed.outcome_kind.{row}"
        else:
            whole, part = f"applications.{name}", f"applications.{name}.kind"
        table[row] = {kind.value: values.get(f"{part}.{kind.value}", 0) for kind in ApplicantKind}
        table[row]["total"] = values.get(whole, 0)
    return table


def _table4(values: Values, block: str, pending_before: Number) -> dict[str, Number]:
    cells = {result: values.get(f"disputes.decided.{block}.{result}", 0) for result in RESULTS[:-2]}
    total = pending_before + values.get(f"disputes.filed.{block}", 0)
    return cells | {"pending": total - sum(cells.values()), "total": total}


def fee_parts(values: Values) -> tuple[FeePart, ...]:
    """Return the fees by unit (by amount where no unit is given), in the order of their names."""
    prefix = "fees.cases.part."
    names = sorted(code.removeprefix(prefix) for code in values if code.startswith(prefix))
    return tuple(
        FeePart(
            name=name,
            cases=int(values[prefix + name]),
            yuan=values.get(f"fees.yuan.part.{name}", Decimal(0)),
        )
        for name in names
    )
