"""Is every single changed cell of a published report caught, and where can it be told to lie?"""

import copy
from typing import Any

import pytest
from annual_reports import FORMS, leaves, national_cells
from registers import golden

from hallclient.domain.figures.report_check import BLOCKS, COLUMNS, RESULTS, ROWS, check, number_of
from hallclient.domain.figures.report_identities import suspects

Said = dict[str, Any]
TABLE2 = [id for id in national_cells(golden("suqian-2023")) if id.startswith("table2.")]
IN_BALANCE = [id for id in TABLE2 if id.count(".") == 2]  # 制发、废止、现行有效
ALONE = [id for id in TABLE2 if id not in IN_BALANCE]


def _changed(said: Said, id: str, by: int) -> Said:
    """Return the report with one cell changed."""
    other = copy.deepcopy(said)
    if id.startswith("table3."):
        _, row, column = id.split(".")
        cells = next(one["cells"] for one in other["table3"]["rows"] if one["code"] == row)
        cells[column] += by
        return other
    *path, last = id.split(".")
    node = other
    for word in path:
        node = node[word]
    node[last] = str(number_of(node[last]) + by) if isinstance(node[last], str) else node[last] + by
    return other


def _year_before(said: Said) -> Said:
    """Return a report of 2022 that this one follows."""
    before = copy.deepcopy(said)
    for row in before["table3"]["rows"]:
        if row["code"] == "carried_out":
            row["cells"] = next(one["cells"] for one in said["table3"]["rows"] if one["code"] == "carried_in")
    for name in ("rules", "normative_documents"):
        now = said["table2"][name]
        before["table2"][name]["in_force"] = now["in_force"] - now["issued"] + now["repealed"]
    return before


def test_the_published_report_passes() -> None:
    said = golden("suqian-2023")

    assert check(said, FORMS) == ()
    assert check(said, FORMS, last_year=_year_before(said)) == ()


@pytest.mark.parametrize("by", [1, -1])
def test_each_of_the_175_cells_of_table_three_is_caught_and_located_alone(by: int) -> None:
    said = golden("suqian-2023")
    for row in ROWS:
        for column in COLUMNS:
            id = f"table3.{row}.{column}"
            assert suspects(check(_changed(said, id, by), FORMS)) == (id,)


@pytest.mark.parametrize("by", [1, -1])
def test_each_cell_of_table_four_is_caught_and_located_in_its_block(by: int) -> None:
    """Within one report no rule can go further: a result too many and a total too few are the same contradiction."""
    said = golden("suqian-2023")
    for block in BLOCKS:
        cells = tuple(f"table4.{block}.{result}" for result in RESULTS)
        for id in cells:
            found = suspects(check(_changed(said, id, by), FORMS))
            # A cell that falls below 0 names itself.
            assert found in (cells, (id,))
            assert id in found


def test_no_identity_could_tell_the_cells_of_a_block_of_table_four_apart() -> None:
    said = golden("suqian-2023")
    more = _changed(said, "table4.reconsideration.upheld", 1)
    fewer = _changed(said, "table4.reconsideration.total", -1)

    def gap(report: Said) -> int:
        cells = report["table4"]["reconsideration"]
        return int(cells["total"] - sum(cells[result] for result in RESULTS[:-1]))

    assert gap(more) == gap(fewer) == -1
    assert {one.identity for one in check(more, FORMS)} == {one.identity for one in check(fewer, FORMS)} == {"R5"}


@pytest.mark.parametrize("by", [1, -1])
@pytest.mark.parametrize("id", IN_BALANCE)
def test_documents_issued_repealed_and_in_force_are_caught_beside_last_years_report(id: str, by: int) -> None:
    said = golden("suqian-2023")
    changed = _changed(said, id, by)
    found = check(changed, FORMS, last_year=_year_before(said))

    assert id in suspects(found)
    assert {one.identity for one in found} <= {"W1", "R8"}
    assert all(cell.startswith(id.rpartition(".")[0]) for cell in suspects(found))


@pytest.mark.parametrize("id", TABLE2)
def test_a_cell_of_table_two_that_is_no_number_is_caught_and_named(id: str) -> None:
    said = golden("suqian-2023")
    for wrong in (-1, "12x", *(() if id.endswith("wan_yuan") else (1.5,))):
        changed = _changed(said, id, 0)
        *path, last = id.split(".")
        node = changed
        for word in path:
            node = node[word]
        node[last] = wrong
        assert [(one.identity, one.cells) for one in check(changed, FORMS)] == [("R8", (id,))]


@pytest.mark.parametrize("id", ALONE)
def test_four_cells_of_table_two_stand_in_no_relation_of_the_form(id: str) -> None:
    """许可、处罚、强制、收费: counts that no other cell of this or last year's report depends on.

    Any whole number is as consistent as the published one, so no check of the tables alone could tell a changed one.
    """
    said = golden("suqian-2023")

    assert not [rule for rule in FORMS["national-2021"].identities if id in (*rule.cells, *rule.last)]
    assert check(_changed(said, id, 1), FORMS, last_year=_year_before(said)) == ()


def test_every_other_cell_of_the_report_stands_in_a_relation() -> None:
    related = {id for rule in FORMS["national-2021"].identities for id in rule.cells}

    assert {id for id in national_cells(golden("suqian-2023")) if id not in related} == set(ALONE)


@pytest.mark.parametrize("id", ALONE)
def test_a_digit_too_many_or_too_few_there_is_asked_about_beside_last_years_report(id: str) -> None:
    said = golden("suqian-2023")
    before = _year_before(said)
    *path, last = id.split(".")
    node = said
    for word in path:
        node = node[word]
    was = number_of(node[last])
    assert was is not None

    for now in (was * 10, was / 10 if id.endswith("wan_yuan") else was // 10):
        node[last] = str(now)
        found = check(said, FORMS, last_year=before)
        assert [(one.identity, one.cells, one.warning) for one in found] == [("W2", (id,), True)]
    for now in (was * 9, 0):
        node[last] = str(now)
        assert check(said, FORMS, last_year=before) == ()


@pytest.mark.parametrize(
    ("text", "cell", "expected", "found"),
    [
        ("本年共收到申请3510件。", "table3.received.total", "3511", "3510"),
        ("上年结转１２0件，其他从略。", "table3.carried_in.total", "96", "120"),
    ],
)
def test_a_number_the_text_quotes_wrongly_is_told_with_both_values(
    text: str, cell: str, expected: str, found: str
) -> None:
    said = golden("suqian-2023") | {"texts": {"overview": ["按照要求编制。", text]}}

    (one,) = check(said, FORMS)
    assert (one.identity, one.cells, one.warning) == ("R6", (cell,), True)
    assert (one.expected, one.found) == (expected, found)


def test_numbers_the_text_quotes_rightly_or_of_other_things_are_not_told() -> None:
    text = "本年共收到申请3,511件，办结率100%，门户网站发布信息20000条。"
    for said in (text, [text], 7, {"a": text}):
        assert check(golden("suqian-2023") | {"texts": {"overview": said}}, FORMS) == ()


@pytest.mark.parametrize("place", range(5))
@pytest.mark.parametrize("name", ["cases", "yuan"])
def test_a_fee_that_does_not_add_up_is_caught(name: str, place: int) -> None:
    said = golden("suqian-2023")
    said["fees"]["parts"][place][name] += 1

    (found,) = check(said, FORMS)
    assert found.identity == {"cases": "F1", "yuan": "F2"}[name]
    assert f"fees.parts.{place}.{name}" in found.cells


def test_two_contradictions_have_no_single_cell_to_blame() -> None:
    said = _changed(golden("suqian-2023"), "table3.granted.natural_person", 1)
    said = _changed(said, "table3.closed_other.commercial_enterprise", 1)

    assert suspects(check(said, FORMS)) == ()


def test_the_customers_own_figures_give_exactly_three_flagged_shares() -> None:
    found = check(golden("first-year"), FORMS)

    assert [(one.identity, one.cells[0].split(".")[3], one.expected, one.found) for one in found] == [
        ("shares", "business_updates", "82.5", "82.4"),
        ("shares", "emergency_management", "0.3", "0.2"),
        ("shares", "other", "12.0", "12.1"),
    ]


@pytest.mark.parametrize("key", ["share_percent_correct", "half_up"])
def test_shares_by_either_declared_rule_pass(key: str) -> None:
    said = golden("first-year")
    half_up = ["0.6", "4.1", "0.5", "82.5", "0.1", "0.3", "12.0"]
    for one, rounded in zip(said["proactive"]["portal_items"]["by_category"], half_up, strict=True):
        one["share_percent_as_printed"] = one.get(key, rounded)

    assert check(said, FORMS) == ()


@pytest.mark.parametrize("cell", [id for id, value in leaves({
    "proactive": {"portal_items": {"total": 0}}, "reviews": {"total": 0, "litigation": 0, "reconsideration": 0},
})])  # fmt: skip
def test_a_changed_sum_of_the_first_year_is_caught(cell: str) -> None:
    sound, changed = golden("first-year"), _changed(golden("first-year"), cell, 1)

    assert {one.identity for one in check(changed, FORMS)} - {one.identity for one in check(sound, FORMS)}
    assert any(cell in one.cells for one in check(changed, FORMS))


def test_a_changed_category_breaks_the_sum_of_the_portal() -> None:
    said = golden("first-year")
    said["proactive"]["portal_items"]["by_category"][3]["count"] += 1

    assert "Y1" in {one.identity for one in check(said, FORMS)}


@pytest.mark.parametrize(
    ("code", "rule"), [("10", "Q1"), ("11", "Q1"), ("16", "Q1"), ("17", "Q2"), ("18", "Q2"), ("21", "Q3"), ("31", "Q3")]
)
def test_the_implied_checks_of_the_2008_return(code: str, rule: str) -> None:
    rows: dict[str, Any] = {f"{code:02d}": 0 for code in range(1, 36)}
    rows |= {"10": 9, "11": 4, "16": 5, "17": 8, "18": 3, "19": 1, "20": 4, "21": 1, "31": 3, "27": None}

    def said(counts: dict[str, Any]) -> Said:
        return {"return": [{"code": code, "period": count, "year": count} for code, count in counts.items()]}

    assert check(said(rows), FORMS) == ()
    broken = check(said(rows | {code: rows[code] + 1}), FORMS)
    assert rule in {one.identity for one in broken}
    assert {f"return.{code}.period", f"return.{code}.year"} <= {cell for one in broken for cell in one.cells}


@pytest.mark.parametrize("text", ["３，５１１", "3,511", "3 511", "3511件", " 3511\n", "3'511", "3511\u00a0"])
def test_a_number_is_read_however_it_is_typed(text: str) -> None:
    assert number_of(text) == 3511


@pytest.mark.parametrize("text", ["", "—", "/", "无", None, "三", True, "1e999"])
def test_what_is_no_number_is_none(text: object) -> None:
    assert number_of(text) is None
