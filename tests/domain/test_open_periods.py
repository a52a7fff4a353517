"""Which periods run beside the reply's own: the notice's seven days, the applicant's, each letter's, the payment's."""

from dataclasses import replace

from stories import calendar, rulesets, story

from hallclient.domain.law.open_periods import OpenPeriod, open_periods
from hallclient.domain.law.rulesets import ruleset_for
from hallclient.domain.register.steps import Act, Step


def running(text: str, **details: dict[str, str]) -> tuple[OpenPeriod, ...]:
    """Return what runs after a story; ``details`` by act give its steps their facts."""
    received, steps = story(text)
    told: tuple[Step, ...] = tuple(replace(step, details=details.get(step.act.value, {})) for step in steps)
    return open_periods(told, ruleset_for(received, rulesets()), calendar())


def until(text: str, **details: dict[str, str]) -> list[tuple[str, str]]:
    return [(period.awaits.value, str(period.until)) for period in running(text, **details)]


def test_a_correction_notice_can_be_given_within_seven_working_days() -> None:
    assert until("2026-03-02 received") == [("correction_requested", "2026-03-11")]


def test_after_the_notice_the_applicants_own_period_runs() -> None:
    asked = "2026-03-02 received\n2026-03-04 correction_requested"

    assert until(asked) == [("corrected", "2026-03-25")]
    assert until(asked, correction_requested={"until": "2026-03-20"}) == [("corrected", "2026-03-20")]


def test_a_second_notice_has_no_period_for_there_is_none() -> None:
    assert until("2026-03-02 received\n2026-03-04 correction_requested\n2026-03-10 corrected") == []


def test_each_letter_has_its_own_period_from_its_delivery() -> None:
    told = (
        "2026-03-02 received\n2026-03-03 correction_requested\n2026-03-04 corrected\n"
        "2026-03-09 consultation_sent 1\n2026-03-10 consultation_sent 2\n2026-03-11 consultation_received 1"
    )

    found = running(told, consultation_sent={"party": "示例公司", "party_kind": "third_party"})

    assert [(period.awaits, str(period.until), period.letter) for period in found] == [
        (Act.CONSULTATION_ANSWERED, "2026-04-01", "1"),
        (Act.CONSULTATION_RECEIVED, "None", "2"),
    ]
    assert {period.party for period in found} == {"示例公司"}


def test_an_answered_letter_runs_no_more() -> None:
    told = (
        "2026-03-02 received\n2026-03-03 correction_requested\n2026-03-04 corrected\n"
        "2026-03-09 consultation_sent 1\n2026-03-11 consultation_received 1\n2026-03-12 consultation_answered 1"
    )

    assert running(told) == ()


def test_the_payment_has_twenty_working_days_from_the_notice() -> None:
    told = "2026-03-02 received\n2026-03-03 correction_requested\n2026-03-04 corrected\n2026-03-06 fee_notified"

    [period] = running(told)

    assert (period.awaits, str(period.until)) == (Act.FEE_PAID, "2026-04-03")


def test_nothing_runs_before_receipt_and_after_the_answer() -> None:
    received, _steps = story("2026-03-02 received")
    waiting = (Step(act=Act.ARRIVED, on=received),)

    assert open_periods(waiting, ruleset_for(received, rulesets()), calendar()) == ()
    assert until("2026-03-02 received\n2026-03-05 answered") == []


def test_the_2007_rule_gives_no_seven_days() -> None:
    assert until("2009-03-02 received") == []
