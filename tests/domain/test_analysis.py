"""What a year's cases show: every case stands in exactly one cell, times are ranks, nobody is told by name."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hallclient.domain.figures import analysis
from hallclient.domain.figures.analysis import (
    REST,
    UNNAMED,
    CaseRow,
    Dimension,
    Ending,
    as_rows,
    behind,
    compare,
    cross,
    ending_of,
    repeats,
    times,
)
from hallclient.domain.figures.charts import of_comparison, of_cross, of_repeats, of_sums, ticks
from hallclient.domain.outcomes import Outcome
from hallclient.domain.register.kinds import ApplicantKind, ApplicationChannel

DAY = date(2026, 3, 2)


def case(number: int = 1, **changes: object) -> CaseRow:
    whole: dict[str, object] = {
        "number": f"S{number:05d}",
        "received_on": DAY,
        "closed_on": DAY,
        "due_on": DAY + timedelta(days=28),
        "outcome": Outcome.GRANTED,
        "applicant_kind": ApplicantKind.NATURAL_PERSON,
        "channel": ApplicationChannel.IN_PERSON,
        "topic": "城乡建设",
        "unit": "",
        "person": str(number),
        "extended": False,
    }
    return CaseRow(**whole | changes)  # type: ignore[arg-type]


CASES = st.lists(
    st.builds(
        case,
        st.integers(1, 40),
        topic=st.sampled_from(["", *(f"领域{n}" for n in range(20))]),
        outcome=st.sampled_from([None, *Outcome]),
        channel=st.sampled_from(list(ApplicationChannel)),
        unit=st.sampled_from(["", "甲局", "乙局"]),
        received_on=st.dates(date(2026, 1, 1), date(2026, 12, 31)),
    ),
    max_size=60,
)


@given(CASES, st.sampled_from(list(Dimension)), st.sampled_from(list(Dimension)))
def test_every_case_stands_in_exactly_one_cell_and_can_be_found_behind_it(
    cases: list[CaseRow], rows: Dimension, columns: Dimension
) -> None:
    table = cross(cases, rows, columns, most=5)

    assert table.total == len(cases) == sum(table.column_sums)
    wide = cross(cases, rows, columns)
    for row, name in enumerate(wide.rows):
        for column, head in enumerate(wide.columns):
            numbers = behind(cases, rows=rows, row=name, columns=columns, column=head)
            assert len(numbers) == wide.cells[row][column]


def test_what_is_beyond_the_largest_stands_together_and_the_unnamed_last() -> None:
    cases = [case(n, topic=f"领域{n % 7}") for n in range(70)] + [case(99, topic="领域0"), case(100, topic="")]
    table = cross(cases, Dimension.TOPIC, Dimension.OUTCOME, most=3)

    assert table.rows == ("领域0", "领域1", "领域2", REST, UNNAMED)
    assert table.row_sums == (11, 10, 10, 40, 1)


@pytest.mark.parametrize("outcome", list(Outcome))
def test_every_leaf_of_table_three_belongs_to_one_branch(outcome: Outcome) -> None:
    assert ending_of(outcome) in set(Ending) - {Ending.STILL_OPEN}


def test_median_and_ninetieth_are_ranks_of_working_days() -> None:
    cases = [case(n, closed_on=DAY + timedelta(days=n)) for n in range(1, 11)]
    found = times(cases, today=DAY, working_days=lambda first, last: (last - first).days)
    assert (found.median, found.ninety, found.longest, found.answered) == (5, 9, 10, 10)


def test_late_open_and_extended_cases_are_counted_apart() -> None:
    cases = [
        case(1, closed_on=DAY + timedelta(days=29)),
        case(2, closed_on=None, outcome=None, due_on=DAY - timedelta(days=1), extended=True),
        case(3, closed_on=None, outcome=None, due_on=None),
        case(4),
    ]
    found = times(cases, today=DAY, working_days=lambda first, last: (last - first).days)
    assert (found.on_time, found.late, found.still_open, found.overdue, found.extended) == (1, 1, 2, 1, 1)


def test_a_span_the_calendar_does_not_know_is_not_guessed() -> None:
    found = times([case()], today=DAY, working_days=lambda _first, _last: None)
    assert (found.answered, found.median, found.ninety) == (1, None, None)


def test_repeat_applicants_are_counted_without_telling_who() -> None:
    cases = [case(n, person="a") for n in range(12)] + [case(20, person="b"), case(21, person="b"), case(22)]
    found = repeats(cases)
    assert dict(found.times) == {"1件": 1, "2—5件": 1, "6—10件": 0, "11—30件": 1, "31件以上": 0}
    assert (found.applicants, found.most, found.repeated, found.cases) == (3, 12, 14, 15)


def test_two_years_are_compared_member_by_member() -> None:
    lines = compare([case(1), case(2)], [case(3, topic="教育"), case(4), case(5)], Dimension.TOPIC)
    assert [(line.label, line.before, line.now, line.change) for line in lines] == [
        ("合计", 2, 3, "+50.0%"),
        ("城乡建设", 2, 2, "+0.0%"),
        ("教育", 0, 1, "—"),
    ]


def test_nothing_at_all_is_an_empty_table_and_an_empty_chart() -> None:
    table = cross([], Dimension.TOPIC, Dimension.OUTCOME)
    assert (table.rows, table.total) == ((), 0)
    assert of_sums(table, "按信息领域").top == 0
    assert times([], today=DAY, working_days=lambda _f, _l: 0).median is None
    assert repeats([]).most == 0


def test_a_table_as_rows_has_its_sums() -> None:
    rows = as_rows(cross([case(1), case(2, outcome=None)], Dimension.TOPIC, Dimension.OUTCOME))
    assert rows == (
        ("信息领域＼办理结果", "予以公开", "尚未办结", "合计"),
        ("城乡建设", 1, 1, 2),
        ("合计", 1, 1, 2),
    )


def test_a_chart_tells_itself_in_words() -> None:
    table = cross([case(1), case(2, outcome=None)], Dimension.TOPIC, Dimension.OUTCOME)
    assert of_cross(table, "领域与结果").told == "领域与结果（件）。城乡建设：予以公开 1，尚未办结 1。"
    assert of_comparison(compare([], [case()], Dimension.TOPIC), "两年", "去年", "今年").top == 1
    assert "同一申请人最多1件" in of_repeats(repeats([case()]), "次数").note


@given(st.integers(0, 10**7))
def test_an_axis_is_round_and_reaches_over_the_longest_bar(top: int) -> None:
    marks = ticks(top)
    step = marks[1] - marks[0]
    assert marks[0] == 0
    assert marks[-1] >= top
    assert len(marks) <= 8
    assert str(step).strip("0") in {"1", "2", "5"}
    assert analysis.MOST > 0
