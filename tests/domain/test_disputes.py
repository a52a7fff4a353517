"""A dispute as a story: its acts folded into stage, result and the dates it sets the agency."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hallclient.domain.law.dispute_clocks import DisputeDue, dates, days_of, next_due, rules_for
from hallclient.domain.register.dispute_acts import (
    DisputeAct,
    DisputeActRefused,
    DisputeActTooEarly,
    DisputeResultMissing,
    DisputeStage,
    DisputeStanding,
    DisputeStep,
    OrderWithoutCorrection,
    allowed,
    fold,
)
from hallclient.domain.register.kinds import DisputeKind, DisputeResult
from hallclient.reference import load_calendar, load_dispute_rules

CALENDAR, LAW = load_calendar(), load_dispute_rules()
RECONSIDERATION, DIRECT = DisputeKind.RECONSIDERATION, DisputeKind.LITIGATION_DIRECT
RESULTS = {result.value: result for result in DisputeResult}


def acts(story: str) -> list[DisputeStep]:
    """Read ``2026-03-04 noticed simple`` lines: a day, an act, and what it says."""
    found = []
    for line in story.strip().splitlines():
        day, act, *more = line.split()
        order = next((int(word.removeprefix("order=")) for word in more if word.startswith("order=")), None)
        found.append(
            DisputeStep(
                act=DisputeAct(act),
                on=date.fromisoformat(day),
                result=next((RESULTS[word] for word in more if word in RESULTS), None),
                simple="simple" in more,
                ruling="ruling" in more,
                order_days=order,
                order_working="calendar" not in more,
            )
        )
    return found


def told(story: str, kind: DisputeKind = RECONSIDERATION, filed: str = "2026-03-02") -> DisputeStanding:
    return fold(kind, date.fromisoformat(filed), acts(story))


def due(story: str, kind: DisputeKind = RECONSIDERATION, filed: str = "2026-03-02") -> tuple[DisputeDue, str] | None:
    day = date.fromisoformat(filed)
    found = next_due(dates(kind, day, fold(kind, day, acts(story)), rules=LAW, calendar=CALENDAR))
    return None if found is None else (found.due, found.on.isoformat())


def test_the_written_answer_to_a_reconsideration_takes_ten_working_days() -> None:
    assert due("2026-03-04 noticed") == (DisputeDue.ANSWER, "2026-03-18")


def test_the_simple_procedure_leaves_five_working_days() -> None:
    assert due("2026-03-04 noticed simple") == (DisputeDue.ANSWER, "2026-03-11")


def test_before_2024_the_ten_days_were_calendar_days() -> None:
    assert due("2023-03-06 noticed", filed="2023-03-01") == (DisputeDue.ANSWER, "2023-03-16")


def test_the_answer_to_a_suit_takes_fifteen_calendar_days_moved_past_a_holiday() -> None:
    assert due("2026-03-04 noticed", DIRECT) == (DisputeDue.ANSWER, "2026-03-19")
    assert due("2026-09-18 noticed", DIRECT, "2026-09-10") == (DisputeDue.ANSWER, "2026-10-08")


def test_before_may_2015_a_suit_was_answered_within_ten_days() -> None:
    assert due("2015-03-04 noticed", DIRECT, "2015-03-02") == (DisputeDue.ANSWER, "2015-03-16")  # 14 March: Saturday


def test_a_hearing_leaves_the_written_answer_due() -> None:
    assert due("2026-03-04 noticed\n2026-03-06 heard") == (DisputeDue.ANSWER, "2026-03-18")
    assert due("2026-03-04 noticed\n2026-03-06 defended") is None


def test_a_suspended_dispute_sets_no_date_and_comes_back_where_it_was() -> None:
    assert due("2026-03-04 noticed\n2026-03-05 suspended") is None
    assert told("2026-03-04 noticed\n2026-03-05 suspended\n2026-03-20 resumed").stage is DisputeStage.ANSWERING


def test_a_reconsideration_decision_is_final_at_once() -> None:
    standing = told("2026-03-04 noticed\n2026-03-10 defended\n2026-04-20 decided upheld")

    assert (standing.decided_on, standing.result) == (date(2026, 4, 20), DisputeResult.UPHELD)
    assert standing.stage is DisputeStage.ENDED


def test_a_first_judgment_counts_only_once_it_takes_effect() -> None:
    judged = "2026-03-04 noticed\n2026-03-10 defended\n2026-05-20 decided upheld\n2026-05-25 served"
    standing = told(judged, DIRECT)

    assert standing.open
    assert standing.stage is DisputeStage.JUDGED
    assert due(judged, DIRECT) == (DisputeDue.APPEAL, "2026-06-09")
    final = told(judged + "\n2026-06-10 effective", DIRECT)
    assert (final.decided_on, final.result) == (date(2026, 6, 10), DisputeResult.UPHELD)


def test_a_ruling_is_appealed_within_ten_days() -> None:
    assert due("2026-03-04 noticed\n2026-04-01 decided other ruling\n2026-04-02 served", DIRECT) == (
        DisputeDue.APPEAL,
        "2026-04-13",  # the 12th is a Sunday
    )


def test_the_second_judgment_is_the_result_whatever_the_first_said() -> None:
    story = "2026-05-20 decided upheld\n2026-05-25 served\n2026-06-01 appealed"
    assert told(story, DIRECT).open
    assert told(story, DIRECT).instance == 2
    assert due(story + "\n2026-06-05 noticed", DIRECT) == (DisputeDue.ANSWER, "2026-06-22")  # 19 to 21 June: holiday
    final = told(story + "\n2026-06-05 noticed\n2026-07-20 decided corrected", DIRECT)
    assert (final.result, final.decided_on) == (DisputeResult.CORRECTED, date(2026, 7, 20))


def test_an_appeal_withdrawn_leaves_the_first_judgment_standing() -> None:
    final = told("2026-05-20 decided upheld\n2026-06-01 appealed\n2026-06-10 dispute_withdrawn", DIRECT)
    assert (final.result, final.decided_on) == (DisputeResult.UPHELD, date(2026, 6, 10))


def test_a_case_sent_back_begins_again_in_the_first_instance() -> None:
    standing = told("2026-05-20 decided upheld\n2026-06-01 appealed\n2026-07-10 remanded", DIRECT)
    assert (standing.stage, standing.instance, standing.open) == (DisputeStage.FILED, 1, True)


def test_a_withdrawn_reconsideration_has_another_result() -> None:
    standing = told("2026-03-04 noticed\n2026-03-20 dispute_withdrawn")
    assert (standing.result, standing.decided_on) == (DisputeResult.OTHER, date(2026, 3, 20))


def test_an_order_to_answer_again_runs_from_the_service_of_the_decision() -> None:
    story = "2026-04-20 decided corrected order=20"
    assert due(story) is None  # not served: it does not bind yet
    assert due(story + "\n2026-04-22 served") == (DisputeDue.COMPLY, "2026-05-22")
    assert told(story + "\n2026-04-22 served\n2026-05-12 complied").stage is DisputeStage.ENDED


def test_an_order_of_a_first_judgment_runs_from_its_taking_effect() -> None:
    story = "2026-05-20 decided corrected order=15 calendar\n2026-05-25 served\n2026-06-10 effective"
    assert due(story, DIRECT) == (DisputeDue.COMPLY, "2026-06-25")


def test_the_second_instance_takes_the_order_over_when_it_corrects_too() -> None:
    story = "2026-05-20 decided corrected order=15\n2026-06-01 appealed\n2026-07-20 decided corrected"
    order = told(story + "\n2026-07-22 served", DIRECT).order
    assert order is not None
    assert (order.days, order.runs_from) == (15, date(2026, 7, 22))
    assert told(story.replace("07-20 decided corrected", "07-20 decided upheld"), DIRECT).order is None


def test_after_a_served_reconsideration_decision_the_agency_knows_until_when_it_can_be_sued() -> None:
    day = date(2026, 3, 2)
    standing = fold(RECONSIDERATION, day, acts("2026-04-20 decided upheld\n2026-04-22 served"))
    [found] = dates(RECONSIDERATION, day, standing, rules=LAW, calendar=CALENDAR)
    assert (found.due, found.on, found.own) == (DisputeDue.SUIT, date(2026, 5, 7), False)
    assert next_due([found]) is None


@pytest.mark.parametrize(
    ("kind", "story", "refusal"),
    [
        (RECONSIDERATION, "2026-03-04 defended", DisputeActRefused),
        (RECONSIDERATION, "2026-03-04 decided upheld\n2026-03-05 appealed", DisputeActRefused),
        (RECONSIDERATION, "2026-03-04 decided upheld\n2026-03-05 decided upheld", DisputeActRefused),
        (DIRECT, "2026-03-04 remanded", DisputeActRefused),
        (DIRECT, "2026-03-04 decided upheld\n2026-03-05 served\n2026-03-06 served", DisputeActRefused),
        (RECONSIDERATION, "2026-03-01 noticed", DisputeActTooEarly),
        (RECONSIDERATION, "2026-03-10 noticed\n2026-03-09 defended", DisputeActTooEarly),
        (RECONSIDERATION, "2026-03-10 decided", DisputeResultMissing),
        (RECONSIDERATION, "2026-03-10 decided upheld order=20", OrderWithoutCorrection),
    ],
)
def test_an_act_that_cannot_follow_is_refused(kind: DisputeKind, story: str, refusal: type[Exception]) -> None:
    with pytest.raises(refusal):
        told(story, kind)


def test_every_day_of_a_period_says_whether_it_counts() -> None:
    day = date(2026, 9, 10)
    [answer] = dates(DIRECT, day, fold(DIRECT, day, acts("2026-09-18 noticed")), rules=LAW, calendar=CALENDAR)

    rows = days_of(answer, CALENDAR)

    assert [row.ordinal for row in rows[:15]] == list(range(1, 16))
    assert answer.rolled_from == date(2026, 10, 3)
    assert not any(row.counted for row in rows[15:])
    assert rows[-1].day == answer.on == date(2026, 10, 8)


def test_the_law_of_the_day_of_filing_governs() -> None:
    assert rules_for(RECONSIDERATION, date(2023, 12, 31), LAW).id == "reconsideration-1999"
    assert rules_for(RECONSIDERATION, date(2024, 1, 1), LAW).id == "reconsideration-2024"
    assert rules_for(DIRECT, date(2015, 4, 30), LAW).id == "litigation-1990"


@given(st.sampled_from(list(DisputeKind)), st.lists(st.integers(0, 99), max_size=12))
def test_whatever_is_allowed_folds_and_only_what_is_final_has_a_result(kind: DisputeKind, picks: list[int]) -> None:
    day = date(2026, 3, 2)
    story: list[DisputeStep] = []
    for pick in picks:
        standing = fold(kind, day, story)
        assert (standing.decided_on is None) == (standing.result is None)
        assert standing.open == (standing.stage not in (DisputeStage.COMPLYING, DisputeStage.ENDED))
        choices = sorted(allowed(kind, standing))
        if not choices:
            break
        story.append(DisputeStep(act=choices[pick % len(choices)], on=day, result=DisputeResult.OTHER))
    for act in set(DisputeAct) - allowed(kind, fold(kind, day, story)):
        with pytest.raises(DisputeActRefused):
            fold(kind, day, [*story, DisputeStep(act=act, on=day, result=DisputeResult.OTHER)])
