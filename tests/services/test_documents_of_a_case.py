"""What a case has gone through stands in its letters without being typed again; what the law forbids is not printed."""

import io
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from application_hall import ANOTHER, CLERK, SUPERVISOR, Hall, draft, hall_in, step
from pypdf import PdfReader

from hallclient.documents.case_facts import CorrectionPaperRepeated
from hallclient.documents.facts import ApplicantTold
from hallclient.documents.wording import FactMissing
from hallclient.domain.law.clock_refusals import (
    CorrectionNoticeLate,
    CorrectionRepeated,
    ExtensionLate,
    ExtensionTooLong,
)
from hallclient.domain.outcomes import Outcome
from hallclient.domain.register.issued import AskedFact, KindDoesNotFit
from hallclient.domain.register.steps import Act
from hallclient.services.application_results import OnTheSpot


@pytest.fixture
def hall(tmp_path: Path) -> Iterator[Hall]:
    with hall_in(tmp_path) as made:
        yield made


def received(hall: Hall, on: str = "2026-03-02") -> str:
    return hall.applications.register(draft(on, late_reason="补录"), by=CLERK).application.number


def record(hall: Hall, number: str, act: Act, on: str, **more: Any) -> None:
    version = hall.applications.get(number).version
    hall.applications.record(number, step(act, on, **more), by=SUPERVISOR, version=version)


def said(hall: Hall, kind: str, number: str, **facts: Any) -> str:
    issued = hall.documents.issue(kind, application=number, facts=facts, by=CLERK)
    pages = PdfReader(io.BytesIO(hall.documents.stored(issued.id))).pages
    return "".join("".join(page.extract_text().split()) for page in pages)


def asked(hall: Hall, kind: str, number: str) -> dict[str, AskedFact]:
    offers = hall.documents.offers(application=number)
    return {fact.name: fact for offer in offers if offer.code == kind for fact in offer.asks}


def test_a_correction_notice_names_the_end_of_the_period(hall: Hall) -> None:
    number = received(hall)

    assert not asked(hall, "P03", number)["correction_due"].required
    assert asked(hall, "P03", number)["corrections"].required
    assert "请于2026年3月23日前补正" in said(hall, "P03", number, corrections=["文号不明"])
    another = hall.applications.register(draft(applicant=ANOTHER), by=CLERK).application.number
    assert "请于2026年3月16日前补正" in said(
        hall, "P03", another, corrections=["文号不明"], correction_due=date(2026, 3, 16)
    )


def test_a_correction_notice_is_issued_once_and_again_only_when_the_first_was_voided(hall: Hall) -> None:
    number = received(hall)
    first = hall.documents.issue("P03", application=number, facts={"corrections": ["文号不明"]}, by=CLERK)

    with pytest.raises(CorrectionPaperRepeated) as refused:
        hall.documents.issue("P03", application=number, facts={"corrections": ["日期不明"]}, by=CLERK)
    assert refused.value.number == first.number
    hall.documents.void(first, version=1, reason="事项写错", by=SUPERVISOR)
    assert "日期不明" in said(hall, "P03", number, corrections=["日期不明"])


@pytest.mark.parametrize(("on", "allowed"), [("2026-03-11", True), ("2026-03-12", False)])
def test_a_correction_notice_after_the_seventh_working_day_is_no_paper(hall: Hall, on: str, allowed: bool) -> None:
    number = received(hall)
    hall.at(f"{on} 16:00:00")

    if allowed:
        assert "文号不明" in said(hall, "P03", number, corrections=["文号不明"])
        return
    for act in (hall.documents.preview, hall.documents.issue):
        with pytest.raises(CorrectionNoticeLate) as refused:
            act("P03", application=number, facts={"corrections": ["文号不明"]}, by=CLERK)
        assert refused.value.latest == date(2026, 3, 11)


def test_a_second_notice_after_the_correction_arrived_is_no_paper(hall: Hall) -> None:
    number = received(hall)
    hall.at("2026-03-05 09:00:00")
    record(hall, number, Act.CORRECTION_REQUESTED, "2026-03-03")
    record(hall, number, Act.CORRECTED, "2026-03-04")

    with pytest.raises(CorrectionRepeated):
        hall.documents.issue("P03", application=number, facts={"corrections": ["文号不明"]}, by=CLERK)


def test_the_2007_text_sets_no_correction_period_so_the_clerk_says_it(hall: Hall) -> None:
    hall.at("2019-05-14 09:00:00")
    number = received(hall, "2019-05-14")

    assert asked(hall, "P03", number)["correction_due"].required
    with pytest.raises(FactMissing) as refused:
        said(hall, "P03", number, corrections=["文号不明"])
    assert refused.value.fields == ("correction_due",)


def test_an_extension_not_yet_recorded_says_its_new_date(hall: Hall) -> None:
    number = received(hall)
    text = said(hall, "P05", number, extension_reason="信息量大", extension_days=20)

    assert "不能在2026年3月30日前答复" in text
    assert "延长20个工作日，至2026年4月28日。" in text


def test_a_recorded_extension_says_the_dates_of_the_register(hall: Hall) -> None:
    number = received(hall)
    record(hall, number, Act.EXTENDED, "2026-03-02", days=10, details={"approver": "周主任"})
    text = said(hall, "P05", number, extension_reason="信息量大")

    assert "不能在2026年3月30日前答复" in text
    assert "延长10个工作日，至2026年4月14日。" in text
    assert not asked(hall, "P05", number)["extension_days"].required


@pytest.mark.parametrize(("days", "until"), [(20, "2026-03-30"), (21, ""), (20, "2026-03-31")])
def test_an_extension_the_law_does_not_give_is_not_printed(hall: Hall, days: int, until: str) -> None:
    number = received(hall)
    hall.at(f"{until or '2026-03-02'} 10:00:00")

    if (days, until) == (20, "2026-03-30"):
        assert "延长20个工作日" in said(hall, "P05", number, extension_reason="量大", extension_days=days)
    else:
        with pytest.raises((ExtensionTooLong, ExtensionLate)):
            said(hall, "P05", number, extension_reason="量大", extension_days=days)


def test_a_provisional_extension_is_no_promise(hall: Hall) -> None:
    hall.at("2026-11-20 09:00:00")
    number = hall.applications.register(draft("2026-11-20"), by=CLERK).application.number
    text = said(hall, "P05", number, extension_reason="量大", extension_days=20)

    assert "按现有工作日历推算至" in text
    assert "以国务院节假日安排为准" in text


def test_lapse_letters_cite_the_notice_they_follow(hall: Hall) -> None:
    number = received(hall)
    hall.documents.issue("P03", application=number, facts={"corrections": ["文号不明"]}, by=CLERK)
    record(hall, number, Act.CORRECTION_REQUESTED, "2026-03-02")
    hall.at("2026-03-24 09:00:00")
    answer = OnTheSpot(outcome=Outcome.CLOSED_CORRECTION_OVERDUE, document="A15")
    made = hall.applications.answer(number, answer, by=CLERK, version=hall.applications.get(number).version)
    pdf = PdfReader(io.BytesIO(hall.documents.stored(made.documents[-1].id)))

    assert "本机关于2026年3月2日以示补〔2026〕1号告知你补正，你在2026年3月23日前未补正" in "".join(
        "".join(page.extract_text().split()) for page in pdf.pages
    )


def test_an_unpaid_fee_is_told_with_its_dates(hall: Hall) -> None:
    number = received(hall)
    facts = {"fee_basis": "items", "fee_details": "35件", "fee": "3000.00", "payment_method": "非税平台"}
    notice = said(hall, "P12", number, **facts)
    fee = {"basis": "items", "count": "35", "yuan": "3000.00"}
    record(hall, number, Act.FEE_DECIDED, "2026-03-02", details={**fee, "approver": "赵主任"})
    record(hall, number, Act.FEE_NOTIFIED, "2026-03-02", details={"yuan": "3000.00"})

    assert "叁仟元整（¥3000.00）" in notice
    assert "20个工作日内通过非税平台缴纳" in notice
    assert not any(fact.required for fact in asked(hall, "A16", number).values())
    lapse = said(hall, "A16", number)
    assert "本机关于2026年3月2日以示费〔2026〕1号通知你缴纳信息处理费，你在2026年3月30日前未缴纳" in lapse


def test_the_dates_of_consultation_correction_and_withdrawal_are_known(hall: Hall) -> None:
    number = received(hall)
    letter = {"party_kind": "third_party", "party": "示例公司"}
    record(hall, number, Act.CONSULTATION_SENT, "2026-03-02", details=letter)
    assert "已于2026年3月2日书面征求意见" in said(hall, "P08", number, consulted="third_party")
    consultation = {"third_party": "示例公司", "third_you": "organisation", "information_name": "验收资料"}
    assert "15个工作日内书面答复" in said(hall, "P06", number, **consultation, interest="trade_secret")
    record(hall, number, Act.CONSULTATION_ANSWERED, "2026-03-02", id="1", details={"opinion": "agreed"})
    record(hall, number, Act.WITHDRAWN, "2026-03-02")
    assert "于2026年3月2日自愿撤回" in said(hall, "P13", number)


def test_a_paper_for_a_third_party_that_names_the_applicant_is_refused(hall: Hall) -> None:
    number = received(hall)
    facts = {"third_party": "示例公司", "third_you": "organisation", "interest": "privacy"}

    with pytest.raises(ApplicantTold) as refused:
        said(hall, "P06", number, **facts, information_name="张示例申请的验收资料")

    assert refused.value.fields == ("information_name",)
    assert "张示例" not in repr(vars(refused.value))
    assert hall.documents.of_record(number)[-1].kind == "P01"


def test_a_letter_the_old_law_did_not_know_is_neither_offered_nor_issued(hall: Hall) -> None:
    hall.at("2019-05-14 09:00:00")
    number = received(hall, "2019-05-14")
    offered = {offer.code for offer in hall.documents.offers(application=number)}

    assert "A08" not in offered
    assert {"A06", "P03", "P05"} <= offered
    with pytest.raises(KindDoesNotFit):
        said(hall, "A08", number, work_needed="analysis")
