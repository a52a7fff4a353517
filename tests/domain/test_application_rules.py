"""The rules of an application that need neither a store nor a calendar."""

from dataclasses import replace
from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hallclient.domain.outcomes import Outcome
from hallclient.domain.refusal import Refusal
from hallclient.domain.register import life, life_guards
from hallclient.domain.register.application import Application, ApplicationDraft
from hallclient.domain.register.completeness import missing_parts
from hallclient.domain.register.kinds import ApplicantKind, ApplicationChannel, IdKind
from hallclient.domain.register.life_refusals import OutcomeDoesNotFit
from hallclient.domain.register.people import Agent, Applicant, mask_address, mask_email, unmasked
from hallclient.domain.register.receipt import needs_confirmation, opening_steps, receipt_date
from hallclient.domain.register.sameness import alike, person_text, subject_key
from hallclient.domain.register.states import State, state_of
from hallclient.domain.register.steps import Act, Step

DAY = date(2026, 3, 2)
PERSON = Applicant(
    kind=ApplicantKind.NATURAL_PERSON,
    name="张示例",
    id_kind=IdKind.RESIDENT_ID,
    id_number="440301198512310127",
    phone="13800001234",
    address="示例市示例区幸福路88号",
    email="zhang@example.cn",
)


def draft(**changes: object) -> ApplicationDraft:
    whole = ApplicationDraft(channel=ApplicationChannel.IN_PERSON, applicant=PERSON, subject="计划", arrived_on=DAY)
    return replace(whole, **changes)


def steps(*acts: Act) -> tuple[Step, ...]:
    return tuple(Step(act=act, on=DAY, id="a") for act in acts)


@pytest.mark.parametrize("channel", list(ApplicationChannel))
def test_only_what_was_handed_over_or_signed_for_is_received_at_once(channel: ApplicationChannel) -> None:
    handed = channel in (ApplicationChannel.IN_PERSON, ApplicationChannel.ORAL)
    signed = channel in (ApplicationChannel.POST, ApplicationChannel.OTHER)
    assert needs_confirmation(draft(channel=channel)) is not handed
    assert needs_confirmation(draft(channel=channel, signed_for=True)) is not (handed or signed)


def test_a_confirmation_opens_with_two_steps() -> None:
    form = draft(channel=ApplicationChannel.FAX, confirmed_on=date(2026, 3, 4))
    opening = opening_steps(form, by="li", at=datetime(2026, 3, 4, 9))
    assert [(step.act, step.on) for step in opening] == [(Act.ARRIVED, DAY), (Act.RECEIVED, date(2026, 3, 4))]
    assert receipt_date(draft(channel=ApplicationChannel.FAX)) is None


@pytest.mark.parametrize(
    ("acts", "state"),
    [
        ((Act.ARRIVED,), State.AWAITING_CONFIRMATION),
        ((Act.ARRIVED, Act.RECEIVED), State.IN_PROGRESS),
        ((Act.RECEIVED, Act.CORRECTION_REQUESTED), State.AWAITING_CORRECTION),
        ((Act.RECEIVED, Act.CORRECTION_REQUESTED, Act.CORRECTED), State.IN_PROGRESS),
        ((Act.RECEIVED, Act.CONSULTATION_SENT), State.CONSULTING),
        ((Act.RECEIVED, Act.CONSULTATION_SENT, Act.FEE_NOTIFIED), State.AWAITING_FEE),
        ((Act.RECEIVED, Act.CONSULTATION_SENT, Act.CONSULTATION_ANSWERED), State.IN_PROGRESS),
        ((Act.RECEIVED, Act.ANSWERED), State.ANSWERED),
        ((Act.RECEIVED, Act.ANSWERED, Act.VOIDED), State.VOIDED),
    ],
)
def test_the_state_is_folded_from_the_steps(acts: tuple[Act, ...], state: State) -> None:
    assert state_of(steps(*acts)) is state


def test_nothing_follows_a_void() -> None:
    voided = steps(Act.RECEIVED, Act.VOIDED)
    assert all(life.why_not(voided, act) is not None for act in Act)


def test_only_what_concerns_its_letters_and_its_file_follows_an_answer() -> None:
    answered = steps(Act.RECEIVED, Act.SENT, Act.ANSWERED)
    possible = {act for act in Act if life.why_not(answered, act) is None}
    assert possible == {
        Act.SENT, Act.SERVED, Act.UNDELIVERED, Act.REPLY_CORRECTED, Act.REOPENED, Act.ARCHIVED, Act.VOIDED,
    }  # fmt: skip


def test_a_leaf_must_have_happened() -> None:
    def refusal(outcome: Outcome, *acts: Act) -> Refusal | None:
        return life_guards.misfit(steps(Act.RECEIVED, *acts), outcome)

    assert refusal(Outcome.CLOSED_CORRECTION_OVERDUE, Act.CORRECTION_REQUESTED) is None
    assert refusal(Outcome.UNAVAILABLE_STILL_UNCLEAR, Act.CORRECTION_REQUESTED, Act.CORRECTED) is None
    assert refusal(Outcome.CLOSED_FEE_UNPAID, Act.FEE_NOTIFIED) is None
    assert refusal(Outcome.DECLINED_EXCESSIVE, Act.REASONS_DEMANDED) is None
    for outcome in (
        Outcome.CLOSED_CORRECTION_OVERDUE,
        Outcome.CLOSED_FEE_UNPAID,
        Outcome.UNAVAILABLE_STILL_UNCLEAR,
        Outcome.DECLINED_EXCESSIVE,
    ):
        assert isinstance(refusal(outcome), OutcomeDoesNotFit)


def test_the_fee_is_what_was_paid_not_what_was_asked() -> None:
    asked = Step(act=Act.FEE_NOTIFIED, on=DAY, details={"yuan": "400"})
    paid = Step(act=Act.FEE_PAID, on=DAY, details={"yuan": "380.5"})
    application = Application(
        number="SQ01-W01-S2026-00001",
        window="W01",
        channel=ApplicationChannel.IN_PERSON,
        applicant=PERSON,
        subject="计划",
        steps=(*steps(Act.RECEIVED), asked),
    )
    assert application.fee_yuan == ""
    assert replace(application, steps=(*application.steps, paid)).fee_yuan == "380.50"


def test_an_empty_form_lacks_every_part_of_article_29() -> None:
    empty = draft(applicant=Applicant(kind=ApplicantKind.NATURAL_PERSON, name=""), subject="", agent=Agent(name=""))
    fields = [problem.field for problem in missing_parts(empty)]
    assert fields == [
        "name", "id_kind", "id_number", "phone", "agent_name", "agent_id_number", "agent_authority", "subject",
        "form", "delivery",
    ]  # fmt: skip


def test_any_way_to_reach_the_applicant_will_do() -> None:
    for way in ("phone", "address", "email", "fax"):
        person = replace(PERSON, **(dict.fromkeys(("phone", "address", "email", "fax"), "") | {way: "示例路1号"}))
        assert "phone" not in [problem.field for problem in missing_parts(draft(applicant=person))]


def test_the_same_question_in_other_type_is_the_same() -> None:
    same = ("2025年“三公”经费", "２０２５年 三公 经费。", "2025 年 「三公」经费")
    assert len({subject_key(text) for text in same}) == 1
    assert subject_key("2024年“三公”经费") != subject_key(same[0])
    long = "市" * 500
    assert subject_key(long) != subject_key(long + "县")
    assert len(subject_key(long)) <= 80


@given(st.text(), st.text())
def test_alike_needs_most_of_the_words(one: str, other: str) -> None:
    assert alike(one, one)
    assert not alike(one, other) or len(one[:400]) * 1.6 + 1 >= len(other[:400])


def test_a_renewed_permit_is_the_same_person() -> None:
    first = replace(PERSON, id_kind=IdKind.HK_MACAO_PERMIT, id_number="H1234567801")
    assert person_text(first) == person_text(replace(first, id_number="h1234567802", name="另写"))
    unnamed = replace(PERSON, id_kind=None, id_number="")
    assert person_text(unnamed) == person_text(replace(unnamed, name="张 示例", phone=""))
    assert person_text(unnamed) != person_text(replace(unnamed, kind=ApplicantKind.OTHER_ORGANISATION))


def test_a_masked_person_shows_nothing_that_reaches_him() -> None:
    shown = PERSON.masked()
    assert (shown.name, shown.phone, shown.id_number) == ("张**", "138****1234", "440301********0127")
    assert (mask_email("zhang@example.cn"), mask_address("示例市示例区幸福路88号")) == (
        "z****@example.cn",
        "示例市示例区****",
    )
    for hidden in (PERSON.name, PERSON.phone, PERSON.id_number, "幸福路"):
        assert hidden not in repr(PERSON) + str(shown)


def test_what_still_shows_stars_is_kept_and_what_was_typed_is_taken() -> None:
    typed = replace(PERSON.masked(), phone="13700009999")
    assert unmasked(typed, PERSON) == replace(PERSON, phone="13700009999")
    agent = Agent(name="钱示例", phone="13600001111", authority="委托书")
    assert unmasked(agent.masked(), agent) == agent
