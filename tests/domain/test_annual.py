"""Do the identities of the national form find what does not fit in anybody's tables?"""

import copy
from collections.abc import Callable
from typing import Any

import pytest
from registers import golden

from hallclient.domain.figures.report_check import COLUMNS, ReportUnreadable, check
from hallclient.domain.outcomes import Outcome
from hallclient.reference import load_report_forms

Report = dict[str, Any]
FORMS = load_report_forms()


def _spoilt(change: Callable[[Report], None]) -> set[tuple[str, str]]:
    report = copy.deepcopy(golden("suqian-2023"))
    change(report)
    return {(one.identity, cell) for one in check(report, FORMS) for cell in one.cells}


def _cells(report: Report, row: str) -> dict[str, Any]:
    cells: dict[str, Any] = next(one["cells"] for one in report["table3"]["rows"] if one["code"] == row)
    return cells


def test_the_published_report_holds_every_identity() -> None:
    assert check(golden("suqian-2023"), FORMS) == ()


@pytest.mark.parametrize("column", COLUMNS)
def test_r1_holds_for_each_column(column: str) -> None:
    def change(report: Report) -> None:
        _cells(report, "carried_out")[column] += 1

    assert ("R1", f"table3.carried_out.{column}") in _spoilt(change)


@pytest.mark.parametrize("outcome", list(Outcome))
def test_r2_and_r3_find_a_result_too_many(outcome: Outcome) -> None:
    def change(report: Report) -> None:
        _cells(report, outcome.value)["natural_person"] += 1

    broken = _spoilt(change)
    assert ("R2", "table3.outcome_total.natural_person") in broken
    assert ("R3", f"table3.{outcome.value}.natural_person") in broken


def test_r4_compares_with_last_years_row() -> None:
    report = golden("suqian-2023")
    last_year = _cells(report, "carried_in")

    assert check(report, FORMS, last_year=last_year) == ()
    (violation,) = check(report, FORMS, last_year=last_year | {"natural_person": 92})
    assert (violation.identity, violation.cells) == ("R4", ("table3.carried_in.natural_person",))
    assert (violation.expected, violation.found) == (92, 91)


def test_r5_adds_up_each_block_of_table_four() -> None:
    def change(report: Report) -> None:
        report["table4"]["litigation_direct"]["pending"] = 7

    assert ("R5", "table4.litigation_direct.total") in _spoilt(change)


@pytest.mark.parametrize("value", [-1, 1.5, "abc", True])
def test_r8_every_cell_is_a_whole_number(value: object) -> None:
    def change(report: Report) -> None:
        _cells(report, "closed_other")["total"] = value

    assert ("R8", "table3.closed_other.total") in _spoilt(change)


def test_an_empty_cell_is_a_zero_and_text_digits_are_numbers() -> None:
    def change(report: Report) -> None:
        _cells(report, "received")["research_institution"] = ""
        _cells(report, "received")["total"] = "3,511"
        del _cells(report, "carried_in")["research_institution"]

    assert _spoilt(change) == set()


def test_a_violation_prints_as_the_contract_says() -> None:
    report = golden("suqian-2023")
    _cells(report, "received")["total"] = 3512

    answers = [violation.as_json() for violation in check(report, FORMS)]

    assert {"identity", "cells", "expected", "found"} == set(answers[0])
    assert {"identity": "R3", "expected": 3511, "found": 3512} in [
        {name: answer[name] for name in ("identity", "expected", "found")} for answer in answers
    ]


@pytest.mark.parametrize("rows", [None, [], {}, {"rows": []}, {"rows": [{"code": "x"}]}])
def test_what_is_no_report_is_refused(rows: object) -> None:
    with pytest.raises(ReportUnreadable):
        check({"table3": rows}, FORMS)
