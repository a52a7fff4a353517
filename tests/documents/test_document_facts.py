"""Facts are computed once, and a provisional date can never be printed as a promise."""

from dataclasses import dataclass, replace
from datetime import date, datetime

import pytest

from hallclient.documents.facts import (
    FactUnknown,
    check_extra,
    document_number,
    facts_for_application,
    facts_for_enquiry,
    salutation,
)
from hallclient.documents.kinds import load_kinds
from hallclient.documents.render import render
from hallclient.domain.register.agency import AgencyProfile
from hallclient.domain.register.application import Application
from hallclient.domain.register.enquiry import Enquiry
from hallclient.domain.register.kinds import (
    ApplicantKind,
    ApplicationChannel,
    DeliveryMethod,
    EnquiryChannel,
    EnquiryKind,
    Handling,
    IdKind,
    ProvisionForm,
)
from hallclient.domain.register.people import Agent, Applicant
from hallclient.domain.register.steps import Act, Step

KINDS = load_kinds()
AGENCY = AgencyProfile(name="示例市政务服务局", code="SL01", code_word="示政")
FULL_AGENCY = replace(
    AGENCY, phone="0000-1234", contact="李示例", reconsideration_body="示例市人民政府", court="示例区人民法院"
)
DAY = date(2026, 3, 2)


@dataclass(frozen=True)
class Trace:
    due: date | None = date(2026, 3, 30)
    provisional: bool = False
    answer_days: int = 20


PERSON = Applicant(
    kind=ApplicantKind.NATURAL_PERSON, name="欧阳示例", id_kind=IdKind.RESIDENT_ID, id_number="11010519491231002X"
)
APPLICATION = Application(
    number="SL01-W01-S2026-00017",
    window="W01",
    channel=ApplicationChannel.IN_PERSON,
    applicant=PERSON,
    subject="2025年改造计划",
    form=ProvisionForm.PAPER,
    delivery=DeliveryMethod.COLLECT,
    steps=(Step(act=Act.RECEIVED, on=DAY),),
)
ENQUIRY = Enquiry(
    number="SL01-W01-Z2026-00231",
    visit="SL01-W01-Z2026-00231",
    business_date=DAY,
    occurred_at=datetime(2026, 3, 2, 9, 30),
    entered_at=datetime(2026, 3, 2, 9, 31),
    entered_by="zhou",
    window="W01",
    kind=EnquiryKind.COMPLAINT,
    channel=EnquiryChannel.IN_PERSON,
    persons=1,
    matters=1,
)


def test_an_application_gives_its_receipt_everything_even_in_a_bare_agency() -> None:
    facts = facts_for_application(APPLICATION, Trace(), AGENCY, "周窗口", DAY, {"document_number": "示政回〔2026〕1号"})

    assert render(KINDS["P01"], facts).startswith(b"%PDF")
    assert facts["due_on"] == date(2026, 3, 30)
    assert facts["agency_contact"] == "周窗口"


def test_a_provisional_date_goes_under_a_name_no_promise_prints() -> None:
    facts = facts_for_application(APPLICATION, Trace(provisional=True), AGENCY, "周窗口", DAY)

    assert "due_on" not in facts
    assert facts["due_provisional"] == date(2026, 3, 30)


def test_no_date_is_known_while_the_clock_stands() -> None:
    facts = facts_for_application(APPLICATION, Trace(due=None), AGENCY, "周窗口", DAY)

    assert "due_on" not in facts
    assert "due_provisional" not in facts
    assert facts["answer_days"] == 20


def test_replies_print_from_the_application_and_what_the_clerk_adds() -> None:
    extra = {"document_number": "示政依申请〔2026〕1号", "information": "改造计划", "pages": "16"}
    facts = facts_for_application(APPLICATION, Trace(), FULL_AGENCY, "周窗口", DAY, extra)

    assert render(KINDS["A01"], facts).startswith(b"%PDF")


def test_what_the_clerk_adds_has_the_last_word() -> None:
    facts = facts_for_application(APPLICATION, Trace(), AGENCY, "周窗口", DAY, {"form": "electronic"})

    assert facts["form"] == "electronic"


@pytest.mark.parametrize(
    ("applicant", "expected"),
    [
        (PERSON, "欧阳示例女士"),
        (replace(PERSON, id_number="110101199003070011"), "欧阳示例先生"),
        (replace(PERSON, id_kind=IdKind.PASSPORT_CN, id_number="E12345678"), "欧阳示例先生／女士"),
        (replace(PERSON, id_kind=None, id_number=""), "欧阳示例先生／女士"),
        (replace(PERSON, kind=ApplicantKind.COMMERCIAL_ENTERPRISE, name="示例有限公司"), "示例有限公司"),
    ],
)
def test_the_salutation_follows_the_papers_and_never_guesses(applicant: Applicant, expected: str) -> None:
    assert salutation(applicant) == expected


def test_an_organisation_is_addressed_as_your_unit() -> None:
    company = replace(APPLICATION, applicant=replace(PERSON, kind=ApplicantKind.COMMERCIAL_ENTERPRISE))

    assert facts_for_application(company, Trace(), AGENCY, "周", DAY)["you"] == "你单位"


def test_the_online_channel_of_reconsideration_is_named_only_in_replies_served_online() -> None:
    agency = replace(FULL_AGENCY, reconsideration_url="https://fy.example.gov.cn")
    mailed = replace(APPLICATION, delivery=DeliveryMethod.EMAIL)

    assert "reconsideration_url" not in facts_for_application(APPLICATION, Trace(), agency, "周", DAY)
    assert "reconsideration_url" in facts_for_application(mailed, Trace(), agency, "周", DAY)


def test_an_oral_application_prints_for_signature() -> None:
    oral = replace(
        APPLICATION,
        channel=ApplicationChannel.ORAL,
        oral_reason="视力残疾",
        agent=Agent(name="王示例", phone="000", authority="授权委托书"),
    )
    facts = facts_for_application(oral, Trace(), AGENCY, "周窗口", DAY)

    assert facts["agent"] == "王示例，000，授权委托书"
    assert facts["identity"] == "居民身份证 11010519491231002X"
    assert render(KINDS["P02"], facts).startswith(b"%PDF")


def test_a_visitor_without_a_name_gets_a_receipt() -> None:
    facts = facts_for_enquiry(ENQUIRY, AGENCY, "周窗口", DAY)

    assert facts["addressee"] == "来访人"
    assert render(KINDS["P15"], facts).startswith(b"%PDF")


def test_a_matter_passed_on_names_who_handles_it() -> None:
    passed_on = replace(ENQUIRY, handling=Handling.REFERRED, unit="示例市城市管理局", name="张示例")
    facts = facts_for_enquiry(passed_on, AGENCY, "周窗口", DAY)

    assert facts["refer_to"] == "示例市城市管理局"
    assert facts["addressee"] == "张示例先生／女士"


def test_document_numbers_follow_the_standard() -> None:
    assert document_number(AGENCY, KINDS["A01"], year=2026, serial=15) == "示政依申请〔2026〕15号"
    assert document_number(AGENCY, KINDS["P15"], year=2026, serial=15) == ""


def test_a_fact_the_kind_does_not_print_is_refused_with_those_it_knows() -> None:
    check_extra(KINDS["A02"], {"where": "网站"})

    with pytest.raises(FactUnknown) as refused:
        check_extra(KINDS["A02"], {"where": "网站", "wehre": "网站"})

    assert refused.value.fields == ("wehre",)
    assert "where" in refused.value.known
