"""Is every line defined once, whole and unambiguous?"""

import pytest

from hallclient.domain.figures.lines import DIMENSIONS, PREDICATES, LineKind, LinesInvalid, plus, read
from hallclient.domain.outcomes import Outcome
from hallclient.domain.register.counter import Counter
from hallclient.storage.figures import SOURCES, lines

ENTRY = """
[[line]]
code = "a"
title = "甲"
unit = "件"
definition = "说明"
predicate = "enquiry_records"
row = 1
"""


def test_every_line_has_its_definition_and_a_known_question() -> None:
    for line in lines().lines:
        assert line.definition.endswith("。")
        assert line.unit
        assert line.predicate in PREDICATES


def test_every_predicate_is_used_and_every_countable_one_has_a_register() -> None:
    used = {line.predicate for line in lines().lines}

    assert used == set(PREDICATES)
    for line in lines().lines:
        source = SOURCES.get(line.rule.source)
        if source is None:
            assert line.kind is not LineKind.FLOW
            continue
        assert set(line.each) <= set(source.dimensions)
        assert line.rule.measure == "records" or line.rule.measure in source.measures


def test_all_twelve_rows_of_the_day_sheet_are_there() -> None:
    assert {line.row for line in lines().lines} >= set(range(1, 13))


def test_the_crossing_of_table_three_has_21_times_6_figures() -> None:
    assert len(lines()["applications.closed.outcome_kind"].codes()) == len(Outcome) * 6 == 126


def test_a_figures_code_leads_back_to_its_line_label_and_unit() -> None:
    catalogue = lines()

    for line in catalogue.lines:
        for code in line.codes():
            found = catalogue.find(code)
            assert found is not None
            assert found[0] is line
            assert "{" not in catalogue.label(code)
    assert catalogue.label("applications.received.unit.甲.乙局") == "承办单位：甲.乙局"
    assert catalogue.unit("counters.training.classes") == "班次"
    assert catalogue.unit("counters.charges.wan_yuan") == "万元"
    assert catalogue.find("enquiries.persons.kind.nonsense") is None
    assert catalogue.find("enquiries.persons.kind") is None


def test_every_counter_of_the_contract_is_a_flow_or_a_level_of_the_sheet() -> None:
    for counter in Counter:
        name = "levels" if counter.level else "counters"
        assert lines().find(f"{name}.{counter.value}") is not None
    assert set(DIMENSIONS["counter_level"] or ()) == {"rules.in_force", "normative_documents.in_force"}


@pytest.mark.parametrize(
    "broken",
    [
        ENTRY + ENTRY,
        ENTRY.replace("enquiry_records", "nonsense"),
        ENTRY.replace('unit = "件"\n', ""),
        ENTRY + 'part_of = "b"\n',
        ENTRY + 'each = ["nonsense"]\n',
        ENTRY + 'kind = "nonsense"\n',
    ],
)
def test_a_contradictory_catalogue_is_refused(broken: str) -> None:
    assert read(ENTRY).lines
    with pytest.raises(LinesInvalid):
        read(broken)


def test_figures_that_come_to_nothing_are_left_away() -> None:
    assert plus({"a": 2, "b": 1}, {"b": 1, "c": 3}, -1) == {"a": 2, "c": -3}
