"""An application is registered whole or not at all: receipt date, number, papers, link, audit."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from application_hall import (
    ADMINISTRATOR,
    ANOTHER,
    CLERK,
    FIRM,
    GIVEN,
    KEY,
    OTHER,
    PERSON,
    PUBLISHED,
    Hall,
    draft,
    hall_in,
)

from hallclient.documents.glyphs import UnprintableText
from hallclient.documents.wording import FactMissing
from hallclient.domain.outcomes import Outcome
from hallclient.domain.register.completeness import IdNumberWrong, PartsMissing
from hallclient.domain.register.enquiry import EnquiryDraft
from hallclient.domain.register.issued import KindDoesNotFit
from hallclient.domain.register.kinds import ApplicantKind, ApplicationChannel, Handling, IdKind
from hallclient.domain.register.life_refusals import StepRefused
from hallclient.domain.register.people import Agent
from hallclient.domain.register.permissions import NotPermitted
from hallclient.domain.register.receipt import (
    ConfirmedBeforeArrival,
    LateReceiptNeedsReason,
    ReceivedInFuture,
    ReceivedTooLongAgo,
)
from hallclient.domain.register.sameness import RepeatUndecided
from hallclient.domain.register.states import State
from hallclient.foundation.trouble import ClockWentBack
from hallclient.services.applications import OnTheSpot
from hallclient.storage import search
from hallclient.storage.database import Database


@pytest.fixture
def hall(tmp_path: Path) -> Iterator[Hall]:
    with hall_in(tmp_path) as hall:
        yield hall


@pytest.mark.parametrize(
    ("channel", "signed_for", "confirmed", "received", "due"),
    [
        ("in_person", False, None, "2026-03-02", "2026-03-30"),
        ("oral", False, None, "2026-03-02", "2026-03-30"),
        ("post", True, None, "2026-03-02", "2026-03-30"),
        ("post", False, "2026-03-03", "2026-03-03", "2026-03-31"),
        ("online", False, "2026-03-03", "2026-03-03", "2026-03-31"),
        ("email", False, "2026-03-03", "2026-03-03", "2026-03-31"),
        ("fax", False, "2026-03-03", "2026-03-03", "2026-03-31"),
        ("other", False, "2026-03-03", "2026-03-03", "2026-03-31"),
        ("post", False, None, None, None),
        ("online", False, None, None, None),
        ("email", False, None, None, None),
        ("fax", False, None, None, None),
    ],
)
def test_the_channel_decides_the_receipt_date(
    hall: Hall, channel: str, signed_for: bool, confirmed: str | None, received: str | None, due: str | None
) -> None:
    form = draft(
        channel=ApplicationChannel(channel),
        signed_for=signed_for,
        confirmed_on=date.fromisoformat(confirmed) if confirmed else None,
        oral_reason="视力残疾" if channel == "oral" else "",
    )
    hall.at("2026-03-03 10:00:00")

    shown = hall.applications.preview(form)
    made = hall.applications.register(form, by=CLERK).application

    row = hall.row(made.number)
    assert (row["received_on"], row["due_on"]) == (received, due)
    assert (shown.received_on and shown.received_on.isoformat()) == received
    assert (shown.trace.due.isoformat() if shown.trace and shown.trace.due else None) == due
    assert made.state is (State.IN_PROGRESS if received else State.AWAITING_CONFIRMATION)


def test_no_clock_and_no_receipt_before_both_sides_confirmed(hall: Hall) -> None:
    waiting = hall.applications.register(draft(channel=ApplicationChannel.ONLINE), by=CLERK)
    assert waiting.documents == ()
    assert hall.applications.trace(waiting.application.number) is None
    with pytest.raises(FactMissing):
        hall.documents.issue("P01", application=waiting.application.number, by=CLERK)

    hall.at("2026-03-04 09:00:00")
    confirmed = hall.applications.confirm_receipt(
        waiting.application.number, on=date(2026, 3, 4), by=CLERK, version=waiting.application.version
    )

    assert (confirmed.state, confirmed.received_on) == (State.IN_PROGRESS, date(2026, 3, 4))
    assert hall.row(confirmed.number)["due_on"] == "2026-04-01"
    assert hall.documents.issue("P01", application=confirmed.number, by=CLERK).pages == 1


def test_what_waits_cannot_be_answered(hall: Hall) -> None:
    before = hall.counts()
    with pytest.raises(StepRefused):
        hall.applications.register(draft(channel=ApplicationChannel.EMAIL), by=CLERK, answer=GIVEN)
    assert hall.counts() == before


@pytest.mark.parametrize("kind", list(ApplicantKind))
def test_all_six_kinds_of_applicants_register(hall: Hall, kind: ApplicantKind) -> None:
    applicant = PERSON if kind is ApplicantKind.NATURAL_PERSON else replace(FIRM, kind=kind)
    made = hall.applications.register(draft(applicant=applicant), by=CLERK)
    assert hall.applications.missing(draft(applicant=applicant)) == ()
    assert hall.row(made.application.number)["applicant_kind"] == kind.value


def test_every_missing_part_is_named(hall: Hall) -> None:
    form = draft(applicant=replace(PERSON, id_kind=None, id_number="", phone="", address=""), form=None, delivery=None)
    fields = [problem.field for problem in hall.applications.missing(form)]
    assert fields == ["id_kind", "id_number", "phone", "form", "delivery"]
    with pytest.raises(PartsMissing) as refused:
        hall.applications.register(form, by=CLERK)
    assert refused.value.fields == tuple(fields)

    # It came in all the same: it is registered, and corrected later (art. 30).
    made = hall.applications.register(replace(form, accept_incomplete=True), by=CLERK)
    assert made.application.state is State.IN_PROGRESS


def test_an_organisation_names_its_code_its_head_and_its_contact(hall: Hall) -> None:
    firm = replace(FIRM, id_kind=IdKind.RESIDENT_ID, id_number="", legal_representative="", contact="")
    found = {(problem.field, problem.code) for problem in hall.applications.missing(draft(applicant=firm))}
    assert found == {
        ("id_number", "missing"),
        ("legal_representative", "missing"),
        ("contact", "missing"),
        ("id_kind", "wrong_kind"),
    }


def test_nothing_is_registered_without_a_name_or_a_subject(hall: Hall) -> None:
    for form in (draft(applicant=replace(PERSON, name=" ")), draft(subject="　")):
        with pytest.raises(PartsMissing):
            hall.applications.register(replace(form, accept_incomplete=True), by=CLERK)


def test_a_number_that_fails_its_check_is_refused_and_never_repeated_in_the_refusal(hall: Hall) -> None:
    form = draft(applicant=replace(PERSON, id_number="110101199003070012"), accept_incomplete=True)
    before = hall.counts()
    with pytest.raises(IdNumberWrong) as refused:
        hall.applications.register(form, by=CLERK)
    assert refused.value.fields == ("id_number",)
    assert [problem.code for problem in refused.value.problems] == ["check_digit"]
    assert "1101" not in repr(refused.value) + str(refused.value)
    assert hall.counts() == before


def test_text_no_font_has_is_refused_at_save_with_its_field(hall: Hall) -> None:
    form = draft(applicant=replace(PERSON, name="张\U000e0041"))
    assert [(p.field, p.code) for p in hall.applications.missing(form)] == [("name", "unprintable")]
    with pytest.raises(UnprintableText) as refused:
        hall.applications.register(form, by=CLERK)
    assert refused.value.fields == ("name",)


def test_an_oral_application_gets_its_confirmation_form(hall: Hall) -> None:
    form = draft(channel=ApplicationChannel.ORAL)
    with pytest.raises(PartsMissing):
        hall.applications.register(replace(form, accept_incomplete=True), by=CLERK)
    made = hall.applications.register(replace(form, oral_reason="视力残疾"), by=CLERK)
    assert [document.kind for document in made.documents] == ["P02", "P01"]


def test_an_agent_shows_his_authority(hall: Hall) -> None:
    agent = Agent(name="钱示例", id_kind=IdKind.RESIDENT_ID, id_number="110101199003070011")
    form = draft(agent=agent)
    assert [problem.field for problem in hall.applications.missing(form)] == ["agent_authority"]
    made = hall.applications.register(draft(agent=replace(agent, authority="授权委托书（2026年3月1日）")), by=CLERK)
    seen = hall.applications.reveal(made.application.number, reason="核对代理权限", by=CLERK)
    assert seen.agent == replace(agent, authority="授权委托书（2026年3月1日）")


def test_receipt_dates_that_cannot_be_are_refused(hall: Hall) -> None:
    online = ApplicationChannel.ONLINE
    for form, refusal in (
        (draft("2026-03-03"), ReceivedInFuture),
        (draft(channel=online, confirmed_on=date(2026, 3, 3)), ReceivedInFuture),
        (draft("1015-03-02"), ReceivedTooLongAgo),
        (draft("2024-02-01"), ReceivedTooLongAgo),
        (draft("2026-03-02", channel=online, confirmed_on=date(2026, 2, 27)), ConfirmedBeforeArrival),
        (draft("2026-02-10"), LateReceiptNeedsReason),
    ):
        with pytest.raises(refusal):
            hall.applications.register(form, by=CLERK)
    assert hall.scalar("SELECT count(*) FROM number_ledger") == 0
    late = hall.applications.register(draft("2026-02-10", late_reason="春节期间收件，节后补录"), by=CLERK)
    assert late.application.received_on == date(2026, 2, 10)


def test_the_year_of_the_number_is_the_year_of_receipt(hall: Hall) -> None:
    numbers = []
    for now, on in (
        ("2026-12-31 23:59:58", "2026-12-31"),
        ("2027-01-01 00:00:02", "2027-01-01"),
        ("2027-01-02 09:00:00", "2026-12-31"),
        ("2027-01-02 09:01:00", "2025-12-30"),
        ("2027-01-02 09:02:00", "2027-01-02"),
    ):
        form = draft(on, late_reason="节后补录", subject=f"{now}的申请")
        numbers.append(hall.at(now).applications.register(form, by=CLERK).application.number[-11:])
    assert numbers == ["S2026-00001", "S2027-00001", "S2026-00002", "S2025-00001", "S2027-00002"]


def test_register_answer_and_print_in_one_save(hall: Hall) -> None:
    made = hall.applications.register(draft(), by=CLERK, answer=GIVEN)

    row = hall.row(made.application.number)
    assert (row["state"], row["outcome"], row["closed_on"]) == ("answered", "granted", "2026-03-02")
    assert [(document.kind, document.number) for document in made.documents] == [
        ("P01", made.documents[0].number),
        ("A01", "示依申请〔2026〕1号"),
    ]
    again = hall.applications.register(draft(applicant=ANOTHER), by=CLERK, answer=PUBLISHED)
    assert (again.documents[-1].kind, again.documents[-1].number) == ("A02", "示依申请〔2026〕2号")


def test_a_letter_without_its_facts_registers_nothing(hall: Hall) -> None:
    before = hall.counts()
    for answer, refusal in (
        (OnTheSpot(outcome=Outcome.GRANTED, document="A01", facts={}, reviewer="赵主任"), FactMissing),
        (OnTheSpot(outcome=Outcome.REFUSED_STATE_SECRET, document="A01", facts=GIVEN.facts), KindDoesNotFit),
        (OnTheSpot(outcome=Outcome.GRANTED, document="P01", facts={}), KindDoesNotFit),
    ):
        with pytest.raises(refusal):
            hall.applications.register(draft(), by=CLERK, answer=answer)
    assert hall.counts() == before


def test_an_enquiry_is_linked_when_it_becomes_an_application(hall: Hall) -> None:
    enquiry = hall.reception.register(EnquiryDraft(name="张示例", content="想要改造计划", handling=None), by=CLERK)
    made = hall.applications.register(draft(enquiry=enquiry.number), by=CLERK)
    linked = hall.reception.get(enquiry.number)
    assert (linked.application, linked.handling) == (made.application.number, Handling.APPLICATION)


def test_the_same_question_of_the_same_person_must_be_decided(hall: Hall) -> None:
    first = hall.applications.register(draft(), by=CLERK).application
    again = draft(subject="2025 年老旧小区改造计划。")

    (similar,) = hall.applications.similar(again)
    assert (similar.number, similar.same_information, similar.same_applicant) == (first.number, True, True)
    with pytest.raises(RepeatUndecided) as refused:
        hall.applications.register(again, by=CLERK)
    assert refused.value.number == first.number
    made = hall.applications.register(replace(again, repeat_of=first.number, repeat_decision="repeat"), by=CLERK)
    assert (made.application.repeat_of, made.application.repeat_decision) == (first.number, "repeat")


def test_others_asking_the_same_are_shown_and_stop_nobody(hall: Hall) -> None:
    hall.applications.register(draft(), by=CLERK)
    (similar,) = hall.applications.similar(draft(applicant=ANOTHER))
    assert (similar.same_applicant, similar.same_information) == (False, True)
    hall.applications.register(draft(applicant=ANOTHER), by=CLERK)


def test_an_alike_question_is_shown_but_not_the_same(hall: Hall) -> None:
    hall.applications.register(draft(subject="2025年老旧小区改造计划及资金安排"), by=CLERK)
    (similar,) = hall.applications.similar(draft(subject="2025年老旧小区改造的计划及资金安排"))
    assert not similar.same_information
    assert hall.applications.similar(draft(subject="2024年公务用车购置费用")) == ()


def test_a_repeat_of_more_than_a_year_ago_is_no_repeat(hall: Hall) -> None:
    hall.applications.register(draft(), by=CLERK)
    hall.at("2027-03-03 09:00:00")
    assert hall.applications.similar(draft("2027-03-03")) == ()


def test_repeat_last_keeps_the_matter_and_never_the_person(hall: Hall) -> None:
    assert hall.applications.repeat_last(CLERK) is None
    hall.applications.register(draft(), by=CLERK, answer=GIVEN)
    repeat = hall.applications.repeat_last(CLERK)
    assert repeat is not None
    assert (repeat.draft.subject, repeat.draft.topic, repeat.draft.form) == (
        draft().subject,
        draft().topic,
        draft().form,
    )
    assert (repeat.draft.applicant.name, repeat.draft.applicant.id_number) == ("", "")
    assert hall.applications.repeat_last(OTHER) is None

    made = hall.applications.register(replace(repeat.draft, applicant=ANOTHER), by=CLERK, answer=repeat.answer)
    assert [document.kind for document in made.documents] == ["P01", "A01"]


def test_a_closed_day_takes_a_late_receipt_only_as_a_dated_adjustment(hall: Hall) -> None:
    hall.close_day("2026-03-02")
    hall.at("2026-03-03 09:00:00")
    form = draft("2026-03-02", channel=ApplicationChannel.POST, signed_for=True)
    assert hall.applications.preview(form).closed_day
    with pytest.raises(LateReceiptNeedsReason) as refused:
        hall.applications.register(form, by=CLERK)
    assert refused.value.closed

    made = hall.applications.register(replace(form, late_reason="挂号信当日签收，次日录入"), by=CLERK)

    with hall.database.reading() as tx:
        notes = tx.exec_driver_sql("SELECT line, delta, subject FROM adjustments").fetchall()
    assert ("applications.received", "1", made.application.number) in [tuple(note) for note in notes]


def test_nobody_without_the_permission_registers(hall: Hall) -> None:
    with pytest.raises(NotPermitted):
        hall.applications.register(draft(), by=ADMINISTRATOR)


def test_numbering_pauses_while_the_clock_is_behind(hall: Hall) -> None:
    hall.applications.register(draft(), by=CLERK)
    with pytest.raises(ClockWentBack):
        hall.at("2026-02-27 09:00:00").applications.register(draft("2026-02-27"), by=CLERK)


def test_a_draft_goes_with_its_registration(hall: Hall) -> None:
    from hallclient.services.drafts import DraftsDesk

    drafts = DraftsDesk(hall.office)
    drafts.save("form-1", "application", {"subject": "计划"}, by=CLERK)
    hall.applications.register(draft(), by=CLERK, draft_instance="form-1")
    assert drafts.mine(CLERK) == []


def test_the_search_box_finds_name_phone_end_and_fragment(hall: Hall) -> None:
    number = hall.applications.register(draft(), by=CLERK).application.number
    with hall.database.reading() as tx:
        for text in ("张示例", "小区", "1234", number):
            assert number in [hit.number for hit in search.find(tx, text)], text


def test_the_identity_number_never_leaves_the_store_unasked(hall: Hall, tmp_path: Path) -> None:
    made = hall.applications.register(draft(), by=CLERK)
    (row,) = hall.applications.rows()
    assert (row.name, row.phone) == ("张**", "138****1234")
    assert hall.applications.get(row.number).applicant.id_number == "440301********0127"
    assert PERSON.id_number not in repr(made) + repr(row) + str(hall.scalar('SELECT group_concat("after") FROM audit'))

    seen = hall.applications.reveal(row.number, reason="电话核对", by=CLERK)
    assert seen.applicant == PERSON
    assert hall.scalar("SELECT count(*) FROM audit WHERE action = 'reveal_person' AND subject = ?", row.number) == 1

    other = Database(tmp_path / "hall.db", KEY)
    assert other.blind("same") == hall.database.blind("same")
    other.close()
