"""When must an application be answered? The vectors of the law pack, told as stories."""

from datetime import date

import pytest
from stories import calendar, received, rulesets, story, told

from hallclient.domain.law.clock import (
    Due,
    Standing,
    correction_due,
    correction_notice_due,
    due,
    elapsed,
    fee_payment_due,
    third_party_due,
    trace,
)
from hallclient.domain.law.clock_refusals import (
    ConsultationRepeated,
    ConsultationUnknown,
    CorrectionNoticeLate,
    CorrectionRepeated,
    DaysOutOfRange,
    ExtensionLate,
    ExtensionLengthMissing,
    ExtensionRepeated,
    ExtensionTooLong,
    FeeNoticeLate,
    FeeNoticeRepeated,
)
from hallclient.domain.law.rulesets import ruleset_for
from hallclient.domain.law.working_days import CalendarTooShort, DayKind
from hallclient.domain.refusal import Refusal
from hallclient.domain.register.life_refusals import StepBeforeReceipt, StepRefused
from hallclient.domain.register.states import State
from hallclient.domain.register.steps import Act

OGI_2007, OGI_2019 = rulesets()


def d(text: str) -> date:
    return date.fromisoformat(text)


@pytest.mark.parametrize(
    ("receipt", "seven", "fifteen", "twenty", "forty"),
    [
        ("2025-09-26", "2025-10-13", "2025-10-23", "2025-10-30", "2025-11-27"),
        ("2026-01-05", "2026-01-14", "2026-01-26", "2026-02-02", "2026-03-06"),
        ("2026-02-10", "2026-02-26", "2026-03-09", "2026-03-16", "2026-04-14"),
        ("2026-02-14", "2026-03-03", "2026-03-13", "2026-03-20", "2026-04-20"),
        ("2026-09-30", "2026-10-15", "2026-10-27", "2026-11-03", "2026-12-01"),
    ],
)
def test_golden_deadlines(receipt: str, seven: str, fifteen: str, twenty: str, forty: str) -> None:
    on = d(receipt)
    assert correction_notice_due(on, OGI_2019, calendar()).on == d(seven)  # type: ignore[union-attr]
    for days, last in ((7, seven), (15, fifteen), (20, twenty), (40, forty)):
        answer = trace(on, (), OGI_2019, calendar(), days=days)
        assert (answer.due, answer.counted, answer.provisional) == (d(last), days, False)
    assert received(on).due == d(twenty)


def test_a_deadline_that_needs_an_unannounced_year_is_provisional() -> None:
    assert (received(d("2026-11-20")).due, received(d("2026-11-20")).provisional) == (d("2026-12-18"), False)
    forty = trace(d("2026-11-20"), (), OGI_2019, calendar(), days=40)
    assert forty.provisional
    assert forty.due == d("2027-01-18")


def test_beyond_every_known_festival_there_is_no_date() -> None:
    with pytest.raises(CalendarTooShort):
        received(d("2035-12-20"))
    with pytest.raises(CalendarTooShort):
        received(d("2007-06-01"))


@pytest.mark.parametrize(
    ("receipt", "last", "never"),
    [
        ("2024-01-25", "2024-02-27", ("2024-02-29", "2024-02-22")),
        ("2024-09-10", "2024-10-14", ("2024-10-17", "2024-10-08")),
        ("2019-04-12", "2019-05-06", ("2019-05-13",)),
        ("2020-01-20", "2020-02-25", ("2020-02-21",)),
        ("2008-12-15", "2009-01-06", ()),
    ],
)
def test_vectors_of_appendix_a(receipt: str, last: str, never: tuple[str, ...]) -> None:
    answer = received(d(receipt)).due
    assert answer == d(last)
    assert answer not in [d(naive) for naive in never]


def test_the_receipt_date_chooses_the_rule_set() -> None:
    assert ruleset_for(d("2019-05-14"), rulesets()) is OGI_2007
    assert ruleset_for(d("2019-05-15"), rulesets()) is OGI_2019
    assert received(d("2019-05-14")).counted == 15
    assert received(d("2019-05-15")).counted == 20
    assert received(d("2019-05-14")).due == d("2019-06-04")
    assert received(d("2019-05-15")).due == d("2019-06-13")


def test_history_from_before_the_first_rule_follows_it_and_says_so() -> None:
    early = received(d("2008-01-02"))
    assert early.ruleset == "ogi-2007"
    assert early.due == d("2008-01-23")
    assert "2008年5月1日" in early.steps[0].effect
    assert "2008年5月1日" not in received(d("2008-05-05")).steps[0].effect


def test_extension_starts_where_the_first_period_ends() -> None:
    answer = told("2026-09-18 received\n2026-10-09 extended 20")
    assert (answer.original_due, answer.due, answer.counted) == (d("2026-10-22"), d("2026-11-19"), 40)


def test_extension_in_the_2007_regime_may_end_on_a_worked_sunday() -> None:
    answer = told("2008-12-15 received\n2009-01-05 extended 15")
    assert answer.due == d("2009-02-01")
    assert (answer.days[-1].kind, answer.days[-1].counted) == (DayKind.MAKEUP, True)


def test_consultation_does_not_use_up_days() -> None:
    answer = told(
        """2026-03-02 received
        2026-03-09 consultation_sent a
        2026-03-11 consultation_received a
        2026-03-25 consultation_answered a"""
    )
    assert (answer.original_due, answer.due, answer.counted) == (d("2026-03-30"), d("2026-04-16"), 20)
    assert "12个工作日" in answer.steps[-1].effect
    assert third_party_due(d("2026-03-11"), OGI_2019, calendar()).on == d("2026-04-01")  # type: ignore[union-attr]


def test_a_silent_third_party_is_awaited_to_its_own_last_day() -> None:
    answer = told("2026-03-02 received\n2026-03-09 consultation_sent a\n2026-03-11 consultation_received a")
    assert answer.due == d("2026-04-23")
    assert answer.assumes_silence
    assert answer.standing is Standing.CONSULTATION


def test_an_opinion_after_the_third_partys_last_day_gains_no_more_days() -> None:
    answer = told(
        """2026-03-02 received
        2026-03-09 consultation_sent a
        2026-03-11 consultation_received a
        2026-04-10 consultation_answered a"""
    )
    assert answer.due == d("2026-04-23")
    assert not answer.assumes_silence
    assert "逾期" in answer.steps[-1].effect


def test_a_letter_not_yet_delivered_leaves_the_end_unknown() -> None:
    answer = told("2026-03-02 received\n2026-03-09 consultation_sent a")
    assert (answer.due, answer.standing, answer.counted) == (None, Standing.CONSULTATION, 5)
    assert answer.days[-1].day == d("2026-03-09")


@pytest.mark.parametrize("order", ["ab", "ba"])
def test_overlapping_consultations_leave_each_day_out_once(order: str) -> None:
    first, second = order
    answer = told(
        f"""2026-03-02 received
        2026-03-09 consultation_sent {first}
        2026-03-11 consultation_sent {second}
        2026-03-18 consultation_answered {first}
        2026-03-25 consultation_answered {second}"""
    )
    assert answer.due == d("2026-04-16")


def test_consultations_apart_add_up() -> None:
    answer = told(
        """2026-03-02 received
        2026-03-03 consultation_sent a
        2026-03-05 consultation_answered a
        2026-03-10 consultation_sent b
        2026-03-13 consultation_answered b"""
    )
    assert answer.due == calendar().add(d("2026-03-02"), 20 + 2 + 3).on


def test_a_letter_sent_when_the_time_is_up_gains_nothing() -> None:
    answer = told("2026-03-02 received\n2026-03-31 consultation_sent a\n2026-04-10 consultation_answered a")
    assert answer.due == d("2026-03-30")
    assert "不再扣除" in answer.steps[1].effect
    assert told("2026-03-02 received\n2026-03-31 consultation_sent a").due == d("2026-03-30")


def test_consultation_and_extension_add_up_in_either_order() -> None:
    before = told(
        """2026-03-02 received
        2026-03-05 extended 10
        2026-03-09 consultation_sent a
        2026-03-25 consultation_answered a"""
    )
    after = told(
        """2026-03-02 received
        2026-03-09 consultation_sent a
        2026-03-25 consultation_answered a
        2026-03-27 extended 10"""
    )
    assert before.due == after.due == calendar().add(d("2026-03-02"), 42).on


def test_correction_stops_the_clock() -> None:
    answer = told("2026-03-02 received\n2026-03-04 correction_requested")
    assert (answer.due, answer.standing, answer.counted) == (None, Standing.CORRECTION, 2)
    assert answer.original_due == d("2026-03-30")


def test_correction_restarts_the_clock() -> None:
    answer = told("2026-03-02 received\n2026-03-04 correction_requested\n2026-03-10 corrected")
    assert (answer.due, answer.standing, answer.counted) == (d("2026-04-08"), None, 20)
    assert not any(row.counted for row in answer.days if row.day <= d("2026-03-10"))


def test_correction_has_a_proposed_period_of_its_own() -> None:
    assert correction_due(d("2026-03-04"), OGI_2019, calendar()).on == d("2026-03-25")  # type: ignore[union-attr]
    assert correction_due(d("2010-03-04"), OGI_2007, calendar()) is None


def test_fee_notice_stops_and_payment_restarts_the_clock() -> None:
    stopped = told("2026-03-02 received\n2026-03-10 fee_notified")
    paid = told("2026-03-02 received\n2026-03-10 fee_notified\n2026-03-16 fee_paid")
    assert (stopped.due, stopped.standing) == (None, Standing.FEE)
    assert fee_payment_due(d("2026-03-10"), OGI_2019, calendar()).on == d("2026-04-08")  # type: ignore[union-attr]
    assert "2026年4月8日" in stopped.steps[-1].effect
    assert (paid.due, paid.counted) == (calendar().add(d("2026-03-16"), 20).on, 20)


def test_a_fee_under_the_2007_rules_or_before_2021_does_not_touch_the_clock() -> None:
    for text in (
        "2010-03-02 received\n2010-03-10 fee_notified\n2010-03-11 fee_paid",
        "2020-06-01 received\n2020-06-05 fee_notified",
    ):
        answer = told(text)
        assert answer.due == answer.original_due
    assert fee_payment_due(d("2010-03-10"), OGI_2007, calendar()) is None


def test_restart_after_extension_begins_one_full_period() -> None:
    answer = told(
        """2026-03-02 received
        2026-03-20 extended 20
        2026-04-01 fee_notified
        2026-04-10 fee_paid"""
    )
    assert answer.due == calendar().add(d("2026-04-10"), 20).on


@pytest.mark.parametrize(("act", "said"), [("answered", "作出答复"), ("withdrawn", "撤回"), ("voided", "作废")])
def test_the_end_stops_the_story(act: str, said: str) -> None:
    answer = told(f"2026-03-02 received\n2026-03-20 {act}")
    assert (answer.due, answer.standing, answer.ended_on) == (d("2026-03-30"), None, d("2026-03-20"))
    assert said in answer.steps[-1].effect


def test_a_late_answer_says_by_how_much() -> None:
    answer = told("2026-03-02 received\n2026-04-01 answered")
    assert "逾期2个工作日" in answer.steps[-1].effect


def test_an_answer_ends_an_open_consultation() -> None:
    answer = told("2026-03-02 received\n2026-03-09 consultation_sent a\n2026-03-12 answered")
    assert (answer.due, answer.standing) == (calendar().add(d("2026-03-02"), 23).on, None)


def test_closing_while_waiting_for_correction_leaves_no_due_date() -> None:
    answer = told("2026-03-02 received\n2026-03-04 correction_requested\n2026-04-01 answered closed_correction_overdue")
    assert (answer.due, answer.standing, answer.ended) == (None, None, Act.ANSWERED)


def test_a_voided_number_may_have_been_answered_before() -> None:
    assert told("2026-03-02 received\n2026-03-20 answered\n2026-03-21 voided").ended is Act.VOIDED


def test_waiting_for_confirmation_is_not_part_of_the_period() -> None:
    answer = told("2026-02-27 arrived\n2026-03-02 received")
    assert answer.due == d("2026-03-30")


# What the clock refuses


@pytest.mark.parametrize(
    ("text", "refusal", "facts"),
    [
        ("2026-03-05 extended 21", ExtensionTooLong, {"days": 21, "longest": 20}),
        ("2026-03-05 extended", ExtensionLengthMissing, {}),
        ("2026-03-05 extended 0", ExtensionLengthMissing, {}),
        ("2026-03-05 extended 5\n2026-03-06 extended 5", ExtensionRepeated, {"first_on": d("2026-03-05")}),
        ("2026-03-31 extended 5", ExtensionLate, {"on": d("2026-03-31"), "due": d("2026-03-30")}),
        (
            "2026-03-04 correction_requested\n2026-03-05 corrected\n2026-03-06 correction_requested",
            CorrectionRepeated,
            {"first_on": d("2026-03-04")},
        ),
        ("2026-03-12 correction_requested", CorrectionNoticeLate, {"on": d("2026-03-12"), "latest": d("2026-03-11")}),
        ("2026-03-05 corrected", StepRefused, {"act": Act.CORRECTED, "state": State.IN_PROGRESS}),
        (
            "2026-03-04 correction_requested\n2026-03-05 extended 5",
            StepRefused,
            {"act": Act.EXTENDED, "state": State.AWAITING_CORRECTION},
        ),
        ("2026-03-05 fee_paid", StepRefused, {"act": Act.FEE_PAID, "state": State.IN_PROGRESS}),
        ("2026-03-31 fee_notified", FeeNoticeLate, {"on": d("2026-03-31"), "due": d("2026-03-30")}),
        (
            "2026-03-04 fee_notified\n2026-03-05 fee_paid\n2026-03-06 fee_notified",
            FeeNoticeRepeated,
            {"first_on": d("2026-03-04")},
        ),
        ("2026-03-05 consultation_answered a", ConsultationUnknown, {}),
        ("2026-03-05 consultation_sent a\n2026-03-06 consultation_received b", ConsultationUnknown, {}),
        ("2026-03-05 consultation_sent a\n2026-03-06 consultation_sent a", ConsultationRepeated, {}),
        (
            "2026-03-05 consultation_sent a\n2026-03-06 consultation_answered a\n2026-03-09 consultation_answered a",
            ConsultationRepeated,
            {},
        ),
        (
            "2026-03-05 consultation_sent a\n2026-03-04 consultation_answered a",
            StepBeforeReceipt,
            {"act": Act.CONSULTATION_ANSWERED, "earliest": d("2026-03-05")},
        ),
        (
            "2026-03-05 consultation_sent a\n2026-03-09 consultation_received a\n2026-03-06 consultation_answered a",
            StepBeforeReceipt,
            {"act": Act.CONSULTATION_ANSWERED, "earliest": d("2026-03-09")},
        ),
        ("2026-02-27 extended 5", StepBeforeReceipt, {"act": Act.EXTENDED, "earliest": d("2026-03-02")}),
        ("2026-03-05 answered\n2026-03-06 extended 5", StepRefused, {"act": Act.EXTENDED, "state": State.ANSWERED}),
        ("2026-03-05 withdrawn\n2026-03-06 answered", StepRefused, {"act": Act.ANSWERED, "state": State.WITHDRAWN}),
    ],
)
def test_the_clock_refuses(text: str, refusal: type[Refusal], facts: dict[str, object]) -> None:
    with pytest.raises(refusal) as refused:
        told("2026-03-02 received\n" + text)
    assert type(refused.value) is refusal
    assert {name: getattr(refused.value, name) for name in facts} == facts


def test_the_last_day_still_takes_an_extension_and_the_seventh_a_correction_notice() -> None:
    assert told("2026-03-02 received\n2026-03-30 extended 5").due == calendar().add(d("2026-03-02"), 25).on
    assert told("2026-03-02 received\n2026-03-11 correction_requested").standing is Standing.CORRECTION


def test_the_2007_rules_set_no_day_for_the_correction_notice_and_extend_by_fifteen() -> None:
    answer = told("2010-03-01 received\n2010-03-15 correction_requested\n2010-03-16 corrected")
    assert answer.due == calendar().add(d("2010-03-16"), 15).on
    with pytest.raises(ExtensionTooLong) as refused:
        told("2010-03-01 received\n2010-03-15 extended 16")
    assert refused.value.longest == 15


def test_under_the_2007_rules_a_third_party_has_no_last_day() -> None:
    assert third_party_due(d("2010-03-08"), OGI_2007, calendar()) is None
    open_end = told("2010-03-01 received\n2010-03-05 consultation_sent a\n2010-03-08 consultation_received a")
    assert (open_end.due, open_end.standing) == (None, Standing.CONSULTATION)


@pytest.mark.parametrize("days", [0, -1, 251])
def test_a_period_has_at_least_one_day(days: int) -> None:
    with pytest.raises(DaysOutOfRange):
        trace(d("2026-03-02"), (), OGI_2019, calendar(), days=days)


# Day by day


def test_every_day_says_why_it_counts() -> None:
    rows = {row.day: row for row in received(d("2026-09-18")).days}
    assert (rows[d("2026-09-19")].counted, rows[d("2026-09-19")].reason) == (False, "周末")
    assert (rows[d("2026-09-20")].counted, rows[d("2026-09-20")].reason) == (True, "国庆节调休上班，第1日")
    assert (rows[d("2026-10-02")].counted, rows[d("2026-10-02")].reason) == (False, "国庆节放假")
    assert rows[d("2026-10-22")].ordinal == 20


def test_days_left_out_name_the_article() -> None:
    answer = told("2026-03-02 received\n2026-03-09 consultation_sent a\n2026-03-11 consultation_answered a")
    rows = {row.day: row for row in answer.days}
    assert rows[d("2026-03-09")].counted
    assert not rows[d("2026-03-11")].counted
    assert "第三十三条第三款" in rows[d("2026-03-10")].reason


def test_steps_carry_their_articles() -> None:
    answer = told("2026-03-02 received\n2026-03-04 correction_requested\n2026-03-10 corrected\n2026-03-20 extended 10")
    assert [(step.event, step.article) for step in answer.steps] == [
        ("received", "第三十三条第二款"),
        ("correction_requested", "第三十条"),
        ("corrected", "第三十条"),
        ("extended", "第三十三条第二款"),
    ]
    assert "2026年4月22日" in answer.steps[-1].effect


def test_the_short_answer_agrees_with_the_trace() -> None:
    for text in (
        "2026-03-02 received",
        "2026-03-02 received\n2026-03-04 correction_requested",
        "2026-11-20 received\n2026-12-01 extended 20",
    ):
        received_on, steps = story(text)
        long = told(text)
        short = due(received_on, steps, OGI_2019, calendar())
        assert short == Due(long.due, long.provisional if long.due else False, long.standing)


# F04: receive and reply on days that are no working days


@pytest.mark.parametrize("on", ["2026-03-07", "2026-03-08", "2026-10-03", "2026-09-20"])
def test_f04_elapsed_days_are_never_negative(on: str) -> None:
    assert elapsed(d(on), d(on), calendar()) == 0
    assert elapsed(d(on), d(on).replace(day=d(on).day + 1), calendar()) >= 0


def test_f04_receipt_on_a_rest_day_stays_that_day_and_counts_from_the_next_working_day() -> None:
    answer = received(d("2026-03-07"))
    assert answer.received == d("2026-03-07")
    assert next(row.day for row in answer.days if row.counted) == d("2026-03-09")
    assert answer.due == received(d("2026-03-08")).due == received(d("2026-03-06")).due


def test_f04_a_reply_on_a_saturday_keeps_its_true_date() -> None:
    answer = told("2026-03-02 received\n2026-03-07 answered")
    assert answer.ended_on == d("2026-03-07")
    assert elapsed(d("2026-03-02"), d("2026-03-07"), calendar()) == 4
