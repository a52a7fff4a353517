"""What does each article of the 条例 (2019) let a clerk do? A story for every row of domain 1.2 that binds one."""

from dataclasses import replace
from datetime import date

import pytest

from hallclient.domain.law.clock_refusals import (
    ConsultationStillRuns,
    CorrectionNoticeLate,
    CorrectionRepeated,
    ExtensionLate,
    ExtensionRepeated,
    ExtensionTooLong,
    FeeNoticeLate,
    FeeNoticeRepeated,
    PeriodStillRuns,
    PostponedTooEarly,
)
from hallclient.domain.law.lapses import LapseKind, lapses
from hallclient.domain.law.outcomes import OutcomeEntry, entry_of
from hallclient.domain.law.remedies import RemedyClass
from hallclient.domain.law.rulesets import ruleset_for
from hallclient.domain.outcomes import Outcome
from hallclient.domain.register import life, retention
from hallclient.domain.register.application import Application, ApplicationDraft
from hallclient.domain.register.approval import needed
from hallclient.domain.register.completeness import missing_parts
from hallclient.domain.register.items import Item, ItemsUndecided, OutcomeNotOfItems, as_text, derived
from hallclient.domain.register.kinds import ApplicantKind, ApplicationChannel
from hallclient.domain.register.life_refusals import (
    ActMissing,
    ActRepeated,
    CourierNotAllowed,
    DateSetAlready,
    FeeDiffers,
    LetterNotOutstanding,
    LetterServed,
    LetterUnderway,
    OtherSuperior,
    OutcomeDoesNotFit,
    SecrecyReviewForbids,
    SecrecyReviewMissing,
    StepBeforeReceipt,
    StepFactsMissing,
    StepRefused,
    SuperiorUndecided,
    ThirdPartyRefused,
    UntilTooEarly,
)
from hallclient.domain.register.people import Applicant
from hallclient.domain.register.receipt import opening_steps, receipt_date
from hallclient.domain.register.sameness import subject_key
from hallclient.domain.register.states import State, reply_of
from hallclient.domain.register.steps import Act, Step
from hallclient.reference import load_outcomes
from tests.domain.lives import act_of, after, clock_of, due, effects, lived, refusal, state
from tests.domain.stories import calendar, rulesets

R = "2026-03-02 received"
REVIEWED = f"{R}\n2026-03-03 secrecy_reviewed"
PERSON = Applicant(kind=ApplicantKind.NATURAL_PERSON, name="张示例")


def leaf(outcome: Outcome) -> OutcomeEntry:
    return entry_of(outcome, load_outcomes())


def answered(outcome: Outcome, before: str = REVIEWED) -> State:
    return state(f"{before}\n2026-03-10 answered outcome={outcome.value}")


def lapsed(text: str, today: str) -> list[tuple[LapseKind, str, Act]]:
    found = lapses(lived(text), date.fromisoformat(today), ruleset_for(date(2026, 3, 2), rulesets()), calendar())
    return [(lapse.kind, str(lapse.until), lapse.act) for lapse in found]


# 第十条: who is responsible


def test_art_10_what_another_agency_made_is_answered_as_not_held_and_names_it() -> None:
    entry = leaf(Outcome.UNAVAILABLE_NOT_HELD)
    assert "A07" in entry.kinds
    assert answered(Outcome.UNAVAILABLE_NOT_HELD, R) is State.ANSWERED


def test_art_10_the_leading_maker_asks_its_co_makers() -> None:
    assert state(f"{R}\n2026-03-05 consultation_sent party_kind=co_maker") is State.CONSULTING


# 第十四至十七条: what is withheld, and who looks at it before it is disclosed


@pytest.mark.parametrize(
    ("outcome", "article"),
    [
        (Outcome.REFUSED_STATE_SECRET, "第十四条"),
        (Outcome.REFUSED_FORBIDDEN_BY_LAW, "第十四条"),
        (Outcome.REFUSED_SECURITY_AND_STABILITY, "第十四条"),
        (Outcome.REFUSED_THIRD_PARTY_RIGHTS, "第十五条"),
        (Outcome.REFUSED_INTERNAL_AFFAIRS, "第十六条第一款"),
        (Outcome.REFUSED_PROCESS_INFORMATION, "第十六条第二款"),
        (Outcome.REFUSED_ENFORCEMENT_FILE, "第十六条第二款"),
    ],
)
def test_art_14_to_16_each_refusal_has_its_article_and_goes_to_reconsideration_first(
    outcome: Outcome, article: str
) -> None:
    entry = leaf(outcome)
    assert any(article in said for said in entry.articles)
    assert entry.remedy is RemedyClass.RECONSIDERATION_FIRST
    assert answered(outcome, R) is State.ANSWERED  # what is withheld needs no review before it is withheld
    assert needed("", outcome)
    assert retention.proposed(outcome, disputed=False) is retention.Retention.THIRTY_YEARS


def test_art_15_a_third_party_that_objects_stops_full_disclosure() -> None:
    objects = f"{REVIEWED}\n2026-03-04 consultation_sent\n2026-03-09 consultation_answered opinion=refused"
    assert isinstance(refusal(f"{objects}\n2026-03-10 answered outcome=granted"), ThirdPartyRefused)
    partly = objects.replace("refused", "partly")
    assert isinstance(refusal(f"{partly}\n2026-03-10 answered outcome=granted"), ThirdPartyRefused)
    assert answered(Outcome.REFUSED_THIRD_PARTY_RIGHTS, objects) is State.ANSWERED
    assert answered(Outcome.GRANTED_IN_PART, objects) is State.ANSWERED


def test_art_17_nothing_is_disclosed_before_its_confidentiality_review() -> None:
    for outcome in (Outcome.GRANTED, Outcome.GRANTED_IN_PART):
        assert isinstance(refusal(f"{R}\n2026-03-10 answered outcome={outcome.value}"), SecrecyReviewMissing)
        assert answered(outcome) is State.ANSWERED
    forbids = f"{R}\n2026-03-03 secrecy_reviewed finding=may_not_disclose\n2026-03-10 answered outcome=granted"
    assert isinstance(refusal(forbids), SecrecyReviewForbids)


def test_art_17_who_is_told_where_it_is_published_gets_nothing_that_needs_a_review() -> None:
    assert state(f"{R}\n2026-03-10 answered outcome=granted document=A02") is State.ANSWERED


# 第二十九条至第三十一条: applying, correcting, receiving


def test_art_29_an_application_names_the_applicant_the_information_and_the_form() -> None:
    empty = ApplicationDraft(
        channel=ApplicationChannel.IN_PERSON,
        applicant=Applicant(kind=ApplicantKind.NATURAL_PERSON, name=""),
        subject="",
        arrived_on=date(2026, 3, 2),
    )
    assert {"name", "id_number", "phone", "subject", "form", "delivery"} <= {
        part.field for part in missing_parts(empty)
    }


def test_art_29_and_43_who_can_hardly_write_applies_by_word_of_mouth_and_says_why() -> None:
    spoken = ApplicationDraft(
        channel=ApplicationChannel.ORAL, applicant=PERSON, subject="计划", arrived_on=date(2026, 3, 2)
    )
    assert "oral_reason" in {part.field for part in missing_parts(spoken)}
    told = replace(spoken, oral_reason="视力障碍")
    assert "oral_reason" not in {part.field for part in missing_parts(told)}
    assert receipt_date(told) == date(2026, 3, 2)


def test_art_30_the_correction_notice_stops_the_clock_and_the_correction_starts_it_anew() -> None:
    asked = f"{R}\n2026-03-04 correction_requested"
    assert (state(asked), due(asked)) == (State.AWAITING_CORRECTION, "None")
    assert due(f"{asked}\n2026-03-10 corrected") == "2026-04-08"


def test_art_30_the_notice_is_given_once_and_within_seven_working_days() -> None:
    assert state(f"{R}\n2026-03-11 correction_requested") is State.AWAITING_CORRECTION
    assert isinstance(refusal(f"{R}\n2026-03-12 correction_requested"), CorrectionNoticeLate)
    again = f"{R}\n2026-03-04 correction_requested\n2026-03-05 corrected\n2026-03-06 correction_requested"
    assert isinstance(refusal(again), CorrectionRepeated)


def test_art_30_the_day_set_for_the_correction_lies_ahead() -> None:
    assert isinstance(refusal(f"{R}\n2026-03-04 correction_requested until=2026-03-04"), UntilTooEarly)


def test_art_30_who_does_not_correct_in_time_is_taken_to_have_given_up() -> None:
    asked = f"{R}\n2026-03-04 correction_requested until=2026-03-20"
    close = "answered outcome=closed_correction_overdue"
    refused = refusal(f"{asked}\n2026-03-20 {close}")
    assert isinstance(refused, PeriodStillRuns)
    assert refused.until == date(2026, 3, 20)
    assert state(f"{asked}\n2026-03-23 {close}") is State.ANSWERED
    assert lapsed(asked, "2026-03-20") == []
    assert lapsed(asked, "2026-03-21") == [(LapseKind.CORRECTION, "2026-03-20", Act.ANSWERED)]
    assert leaf(Outcome.CLOSED_CORRECTION_OVERDUE).kinds == ("A15",)


def test_art_30_where_no_day_was_told_the_proposed_period_counts() -> None:
    asked = f"{R}\n2026-03-04 correction_requested"
    assert isinstance(refusal(f"{asked}\n2026-03-25 answered outcome=closed_correction_overdue"), PeriodStillRuns)
    assert state(f"{asked}\n2026-03-26 answered outcome=closed_correction_overdue") is State.ANSWERED


def test_art_30_the_leaves_of_a_correction_need_one() -> None:
    for outcome in (Outcome.CLOSED_CORRECTION_OVERDUE, Outcome.UNAVAILABLE_STILL_UNCLEAR):
        assert isinstance(refusal(f"{R}\n2026-03-10 answered outcome={outcome.value}"), OutcomeDoesNotFit)
    corrected = f"{R}\n2026-03-04 correction_requested\n2026-03-05 corrected"
    assert answered(Outcome.UNAVAILABLE_STILL_UNCLEAR, corrected) is State.ANSWERED


def test_art_31_what_waits_for_confirmation_runs_from_the_confirmed_day() -> None:
    assert state("2026-02-27 arrived") is State.AWAITING_CONFIRMATION
    assert clock_of(lived("2026-02-27 arrived")) is None
    assert due(f"2026-02-27 arrived\n{R}") == "2026-03-30"
    assert isinstance(refusal("2026-02-27 arrived\n2026-03-02 answered"), StepRefused)


@pytest.mark.parametrize(
    ("channel", "signed", "at_once"),
    [
        (ApplicationChannel.IN_PERSON, False, True),
        (ApplicationChannel.POST, True, True),
        (ApplicationChannel.POST, False, False),
        (ApplicationChannel.ONLINE, False, False),
        (ApplicationChannel.FAX, False, False),
    ],
)
def test_art_31_the_channel_says_when_it_is_received(channel: ApplicationChannel, signed: bool, at_once: bool) -> None:
    form = ApplicationDraft(
        channel=channel, applicant=PERSON, subject="计划", arrived_on=date(2026, 3, 2), signed_for=signed
    )
    assert (receipt_date(form) is not None) is at_once
    first = opening_steps(form, by="li", at=None)[0].act  # type: ignore[arg-type]
    assert first is (Act.RECEIVED if at_once else Act.ARRIVED)


# 第三十二条至第三十四条: asking others, replying in time, co-makers


def test_art_32_a_third_party_has_fifteen_working_days_from_receipt_of_the_letter() -> None:
    asked = f"{R}\n2026-03-09 consultation_sent\n2026-03-11 consultation_received"
    early = refusal(f"{asked}\n2026-04-01 consultation_lapsed")
    assert isinstance(early, ConsultationStillRuns)
    assert early.until == date(2026, 4, 1)
    silent = f"{asked}\n2026-04-02 consultation_lapsed"
    assert state(silent) is State.IN_PROGRESS
    assert "由本机关决定" in effects(silent)[-1]
    assert due(silent) == "2026-04-23"


def test_art_32_silence_is_neither_consent_nor_refusal_and_needs_a_delivery() -> None:
    missing = refusal(f"{R}\n2026-03-09 consultation_sent\n2026-04-20 consultation_lapsed")
    assert isinstance(missing, ActMissing)
    assert missing.first is Act.CONSULTATION_RECEIVED
    silent = f"{REVIEWED}\n2026-03-09 consultation_sent\n2026-03-11 consultation_received"
    assert state(f"{silent}\n2026-04-02 consultation_lapsed\n2026-04-03 answered outcome=granted") is State.ANSWERED
    assert (
        state(f"{silent}\n2026-04-02 consultation_lapsed\n2026-04-03 answered outcome=refused_third_party_rights")
        is State.ANSWERED
    )


def test_art_32_nothing_is_disclosed_over_the_head_of_who_may_still_answer() -> None:
    asked = f"{REVIEWED}\n2026-03-09 consultation_sent\n2026-03-11 consultation_received"
    assert isinstance(refusal(f"{asked}\n2026-03-20 answered outcome=granted"), ConsultationStillRuns)
    assert state(f"{asked}\n2026-04-02 answered outcome=granted") is State.ANSWERED
    agency = asked.replace("consultation_sent", "consultation_sent party_kind=agency")
    assert state(f"{agency}\n2026-03-20 answered outcome=granted") is State.ANSWERED


def test_art_32_a_public_interest_outweighs_an_objection_when_it_is_named() -> None:
    objects = f"{REVIEWED}\n2026-03-04 consultation_sent\n2026-03-09 consultation_answered opinion=refused"
    assert state(f"{objects}\n2026-03-10 answered outcome=granted override=食品安全") is State.ANSWERED


def test_art_32_and_33_the_time_of_asking_is_left_out_and_overlapping_letters_count_once() -> None:
    asked = "2026-03-09 consultation_sent\n2026-03-11 consultation_sent party_kind=agency"
    both = f"{R}\n{asked}\n2026-03-18 consultation_answered id=1\n2026-03-25 consultation_answered id=2"
    assert due(both) == "2026-04-16"


def test_art_32_an_opinion_does_not_come_before_its_letter() -> None:
    backwards = refusal(f"{R}\n2026-03-09 consultation_sent\n2026-03-06 consultation_answered")
    assert isinstance(backwards, StepBeforeReceipt)
    assert backwards.earliest == date(2026, 3, 9)
    assert isinstance(refusal(f"{R}\n2026-03-09 consultation_answered"), ActMissing)


def test_art_33_a_reply_is_due_on_the_twentieth_working_day() -> None:
    assert due(R) == "2026-03-30"
    assert "期限终止" in effects(f"{R}\n2026-03-30 answered")[-1]
    assert "已逾期1个工作日" in effects(f"{R}\n2026-03-31 answered")[-1]


def test_art_33_an_extension_needs_its_approver_comes_in_time_and_only_once() -> None:
    assert due(f"{R}\n2026-03-30 extended days=20") == "2026-04-28"  # on the last day
    assert isinstance(refusal(f"{R}\n2026-03-31 extended days=20"), ExtensionLate)  # the day after
    assert isinstance(refusal(f"{R}\n2026-03-20 extended days=21"), ExtensionTooLong)
    assert isinstance(refusal(f"{R}\n2026-03-20 extended approver="), StepFactsMissing)
    assert isinstance(refusal(f"{R}\n2026-03-20 extended days=5\n2026-03-21 extended days=5"), ExtensionRepeated)
    found = clock_of(lived(f"{R}\n2026-03-20 extended days=20"))
    assert found is not None
    assert (str(found.original_due), str(found.due)) == ("2026-03-30", "2026-04-28")


@pytest.mark.parametrize(
    ("way", "on", "in_time", "said"),
    [
        ("2026-03-30 sent method=ems", "2026-03-30", True, "在期限内"),
        ("2026-03-31 sent method=registered", "2026-03-31", False, "已逾期1个工作日"),
        ("2026-03-30 sent method=ems\n2026-04-03 served method=ems", "2026-03-30", True, "交邮之日"),
        ("2026-03-30 served method=direct", "2026-03-30", True, "签收之日"),
        ("2026-03-30 sent method=entrusted\n2026-03-31 served method=entrusted", "2026-03-31", False, "签收之日"),
    ],
)
def test_art_33_a_reply_counts_on_the_day_it_is_posted_or_signed_for(
    way: str, on: str, in_time: bool, said: str
) -> None:
    lines = [f"{line} reply=yes" for line in way.splitlines()]
    text = "\n".join((R, "2026-03-27 answered", *lines))
    found = clock_of(lived(text))
    assert found is not None
    assert (str(found.replied_on), found.in_time) == (on, in_time)
    assert any(said in effect for effect in effects(text))


def test_art_34_a_co_makers_silence_is_consent() -> None:
    asked = f"{R}\n2026-03-09 consultation_sent party_kind=co_maker\n2026-03-11 consultation_received"
    assert "视为同意公开" in effects(f"{asked}\n2026-04-02 consultation_lapsed")[-1]
    assert lapsed(asked, "2026-04-02") == [(LapseKind.CONSULTED, "2026-04-01", Act.CONSULTATION_LAPSED)]
    third = asked.replace(" party_kind=co_maker", "")
    assert lapsed(third, "2026-04-02") == [(LapseKind.THIRD_PARTY, "2026-04-01", Act.CONSULTATION_LAPSED)]


# 第三十五条: too many, too often


def test_art_35_reasons_are_demanded_once_and_stop_the_clock_only_on_a_superiors_word() -> None:
    demanded = f"{R}\n2026-03-05 reasons_demanded"
    assert (state(demanded), due(demanded)) == (State.AWAITING_REASONS, "2026-03-30")
    assert isinstance(refusal(f"{demanded} stops_clock=yes"), StepFactsMissing)
    stopped = f"{demanded} stops_clock=yes approver=赵主任"
    assert due(stopped) == "None"
    assert due(f"{stopped}\n2026-03-10 reasons_given") == "2026-04-08"
    again = f"{demanded}\n2026-03-06 reasons_given\n2026-03-09 reasons_demanded"
    assert isinstance(refusal(again), ActRepeated)


def test_art_35_only_reasons_that_are_none_close_the_application() -> None:
    close = "answered outcome=declined_excessive"
    assert isinstance(refusal(f"{R}\n2026-03-10 {close}"), OutcomeDoesNotFit)
    given = f"{R}\n2026-03-05 reasons_demanded\n2026-03-10 reasons_given"
    assert isinstance(refusal(f"{given}\n2026-03-11 {close}"), OutcomeDoesNotFit)
    assert state(f"{given} finding=unreasonable\n2026-03-11 {close}") is State.ANSWERED


def test_art_35_silence_counts_when_the_day_set_is_over() -> None:
    demanded = f"{R}\n2026-03-05 reasons_demanded until=2026-03-20"
    close = "answered outcome=declined_excessive"
    assert isinstance(refusal(f"{demanded}\n2026-03-20 {close}"), PeriodStillRuns)
    assert state(f"{demanded}\n2026-03-23 {close}") is State.ANSWERED
    assert lapsed(demanded, "2026-03-23") == [(LapseKind.REASONS, "2026-03-20", Act.ANSWERED)]


def test_art_35_reasonable_but_too_much_gets_a_later_day_that_is_told() -> None:
    given = f"{R}\n2026-03-05 reasons_demanded\n2026-03-10 reasons_given"
    assert due(f"{given}\n2026-03-12 postponed until=2026-05-29") == "2026-05-29"
    early = refusal(f"{given}\n2026-03-12 postponed until=2026-03-30")
    assert isinstance(early, PostponedTooEarly)
    assert early.due == date(2026, 3, 30)
    assert isinstance(refusal(f"{given} finding=unreasonable\n2026-03-12 postponed"), ActMissing)
    assert isinstance(refusal(f"{given}\n2026-03-12 postponed\n2026-03-13 extended"), DateSetAlready)


# 第三十六条至第四十一条: how a reply answers


@pytest.mark.parametrize(
    ("outcome", "kinds"),
    [
        (Outcome.GRANTED, {"A01", "A02"}),
        (Outcome.UNAVAILABLE_NOT_HELD, {"A06", "A07"}),
        (Outcome.DECLINED_REPEAT, {"A11"}),
        (Outcome.REFUSED_ADMINISTRATIVE_QUERY, {"A05"}),
    ],
)
def test_art_36_each_way_to_answer_has_its_letters(outcome: Outcome, kinds: set[str]) -> None:
    entry = leaf(outcome)
    assert set(entry.kinds) == kinds
    assert any("第三十六条" in article for article in entry.articles)
    assert answered(outcome) is State.ANSWERED


def test_art_36_4_what_does_not_exist_was_searched_for() -> None:
    searched = f"{R}\n2026-03-05 searched searched_on=2026-03-04"
    assert lived(searched)[-1].details["keywords"] == "改造计划"
    assert isinstance(refusal(f"{R}\n2026-03-05 searched person="), StepFactsMissing)


def test_art_37_several_pieces_come_to_one_leaf() -> None:
    two = (Item("甲项", Outcome.GRANTED), Item("乙项", Outcome.REFUSED_INTERNAL_AFFAIRS, "第十六条第一款"))
    assert derived([item.outcome for item in two if item.outcome]) is Outcome.GRANTED_IN_PART

    def told(outcome: Outcome, *items: Item) -> Step:
        step = act_of(f"2026-03-10 answered outcome={outcome.value}")
        return replace(step, details={"items": as_text(items)})

    listed = lived(f"{REVIEWED}\n2026-03-04 itemised")
    assert after(listed, told(Outcome.GRANTED_IN_PART, *two))[-1].outcome is Outcome.GRANTED_IN_PART
    with pytest.raises(OutcomeNotOfItems):
        after(listed, told(Outcome.GRANTED, *two))
    with pytest.raises(ItemsUndecided) as left:
        after(listed, told(Outcome.GRANTED, two[0], Item("乙项")))
    assert left.value.places == (2,)
    with pytest.raises(ItemsUndecided):
        after(listed, act_of("2026-03-10 answered outcome=granted"))


def test_art_38_what_would_have_to_be_made_is_not_provided() -> None:
    assert leaf(Outcome.UNAVAILABLE_NEEDS_CREATION).kinds == ("A08",)
    assert answered(Outcome.UNAVAILABLE_NEEDS_CREATION, R) is State.ANSWERED


def test_art_39_petitions_and_publications_have_their_own_leaves() -> None:
    assert leaf(Outcome.DECLINED_PETITION).kinds == ("A10",)
    assert leaf(Outcome.DECLINED_PUBLICATION).kinds == ("A12",)
    assert answered(Outcome.DECLINED_PETITION, R) is State.ANSWERED


def test_art_40_the_form_asked_for_is_on_the_form_and_missing_it_is_named() -> None:
    form = ApplicationDraft(
        channel=ApplicationChannel.IN_PERSON, applicant=PERSON, subject="计划", arrived_on=date(2026, 3, 2)
    )
    assert {"form", "delivery"} <= {part.field for part in missing_parts(form)}


def test_art_41_correcting_a_record_about_oneself_is_no_leaf_of_table_three() -> None:
    assert all("A17" not in entry.kinds for entry in load_outcomes())


# 第四十二条: the processing fee


def test_art_42_a_fee_is_decided_then_notified_then_paid_and_the_sum_stays_the_same() -> None:
    assert isinstance(refusal(f"{R}\n2026-03-10 fee_notified"), ActMissing)
    decided = f"{R}\n2026-03-09 fee_decided"
    assert isinstance(refusal(f"{decided}\n2026-03-10 fee_notified yuan=400"), FeeDiffers)
    notified = f"{decided}\n2026-03-10 fee_notified"
    assert (state(notified), due(notified)) == (State.AWAITING_FEE, "None")
    assert isinstance(refusal(f"{notified}\n2026-03-16 fee_paid yuan=299.99"), FeeDiffers)
    assert due(f"{notified}\n2026-03-16 fee_paid yuan=300") == "2026-04-14"


def test_art_42_one_application_is_charged_once_by_one_basis() -> None:
    decided = f"{R}\n2026-03-09 fee_decided"
    assert isinstance(refusal(f"{decided}\n2026-03-10 fee_decided basis=pages"), ActRepeated)
    paid = f"{decided}\n2026-03-10 fee_notified\n2026-03-11 fee_paid"
    assert isinstance(refusal(f"{paid}\n2026-03-12 fee_notified"), FeeNoticeRepeated)


def test_art_42_the_notice_comes_inside_the_period() -> None:
    assert isinstance(refusal(f"{R}\n2026-03-09 fee_decided\n2026-03-31 fee_notified"), FeeNoticeLate)


def test_art_42_who_does_not_pay_in_twenty_working_days_is_taken_to_have_given_up() -> None:
    notified = f"{R}\n2026-03-09 fee_decided\n2026-03-10 fee_notified"
    close = "answered outcome=closed_fee_unpaid"
    assert isinstance(refusal(f"{notified}\n2026-04-08 {close}"), PeriodStillRuns)
    assert state(f"{notified}\n2026-04-09 {close}") is State.ANSWERED
    assert lapsed(notified, "2026-04-09") == [(LapseKind.FEE, "2026-04-08", Act.ANSWERED)]
    assert isinstance(refusal(f"{R}\n2026-04-09 {close}"), OutcomeDoesNotFit)


def test_art_44_the_same_information_asked_for_by_several_is_recognised() -> None:
    assert subject_key("2025年 老旧小区改造计划。") == subject_key("2025年老旧小区改造计划")


# 第四十五条: registering, examining, dealing with, replying, filing


def test_art_45_a_draft_is_returned_or_approved_and_a_new_one_takes_the_approval_away() -> None:
    drafted = f"{R}\n2026-03-05 drafted"
    assert isinstance(refusal(f"{R}\n2026-03-05 approved"), ActMissing)
    approved = lived(f"{drafted}\n2026-03-06 approved")
    assert reply_of(approved).approval is not None
    assert isinstance(refusal(f"{drafted}\n2026-03-06 approved\n2026-03-07 approved"), ActRepeated)
    assert reply_of(lived(f"{drafted}\n2026-03-06 approved\n2026-03-07 drafted")).approval is None
    assert reply_of(lived(f"{drafted}\n2026-03-06 returned")).draft is None


def test_art_45_a_sensitive_case_waits_for_the_superior_it_was_put_before() -> None:
    put = f"{R}\n2026-03-05 escalated"
    assert isinstance(refusal(f"{put}\n2026-03-06 answered"), SuperiorUndecided)
    assert isinstance(refusal(f"{put}\n2026-03-06 drafted\n2026-03-06 approved"), SuperiorUndecided)
    other = refusal(f"{put}\n2026-03-06 superior_decided superior=孙局长")
    assert isinstance(other, OtherSuperior)
    assert other.superior == "钱局长"
    assert state(f"{put}\n2026-03-06 superior_decided\n2026-03-09 answered") is State.ANSWERED
    assert isinstance(refusal(f"{put}\n2026-03-06 escalated superior=孙局长"), ActRepeated)


def test_art_45_an_ended_case_is_filed_away_once_with_its_class() -> None:
    ended = f"{R}\n2026-03-09 answered"
    assert state(f"{ended}\n2026-03-10 archived") is State.ANSWERED
    assert isinstance(refusal(f"{ended}\n2026-03-10 archived\n2026-03-11 archived"), ActRepeated)
    assert isinstance(refusal(f"{R}\n2026-03-10 archived"), StepRefused)
    assert retention.proposed(Outcome.GRANTED, disputed=False) is retention.Retention.TEN_YEARS
    assert retention.proposed(Outcome.GRANTED, disputed=True) is retention.Retention.THIRTY_YEARS
    assert retention.proposed(Outcome.GRANTED_IN_PART, disputed=False) is retention.Retention.THIRTY_YEARS


def test_art_45_a_letter_goes_by_the_post_with_its_number_and_its_way_is_told() -> None:
    ended = f"{R}\n2026-03-09 answered"
    assert isinstance(refusal(f"{ended}\n2026-03-10 sent method=courier"), CourierNotAllowed)
    assert isinstance(refusal(f"{ended}\n2026-03-10 sent tracking="), StepFactsMissing)
    sent = f"{ended}\n2026-03-10 sent"
    assert isinstance(refusal(f"{sent}\n2026-03-11 sent"), LetterUnderway)
    assert isinstance(refusal(f"{sent}\n2026-03-09 undelivered"), StepBeforeReceipt)
    back = f"{sent}\n2026-03-16 undelivered"
    assert isinstance(refusal(f"{back}\n2026-03-17 undelivered id=7"), ActMissing)
    assert isinstance(refusal(f"{back}\n2026-03-17 sent id=8\n2026-03-18 undelivered id=7"), LetterNotOutstanding)
    served = f"{back}\n2026-03-17 sent\n2026-03-19 served"
    assert isinstance(refusal(f"{served}\n2026-03-20 served"), LetterServed)
    assert isinstance(refusal(f"{served}\n2026-03-20 sent"), LetterServed)


def test_art_45_a_letter_is_corrected_by_another_and_only_after_the_reply() -> None:
    ended = f"{R}\n2026-03-09 answered"
    assert state(f"{ended}\n2026-03-10 reply_corrected") is State.ANSWERED
    assert isinstance(refusal(f"{R}\n2026-03-10 reply_corrected"), StepRefused)


# 第五十条, 第五十一条: what is counted, and what others order


def application(text: str) -> Application:
    return Application(
        number="SQ01-W01-S2026-00001",
        window="W01",
        channel=ApplicationChannel.IN_PERSON,
        applicant=PERSON,
        subject="计划",
        steps=lived(text),
    )


def test_art_50_an_application_is_counted_once_by_its_first_outcome() -> None:
    first = f"{R}\n2026-03-09 answered outcome=refused_process_information"
    again = f"{first}\n2026-05-06 reopened ground=reconsideration order=复决〔2026〕1号\n2026-05-07 secrecy_reviewed"
    done = application(f"{again}\n2026-05-08 answered outcome=granted")
    assert done.counted is not None
    assert (done.counted.outcome, done.counted.on) == (Outcome.REFUSED_PROCESS_INFORMATION, date(2026, 3, 9))
    assert (done.outcome, done.closed_on) == (Outcome.GRANTED, date(2026, 5, 8))
    open_again = application(again)
    assert (open_again.outcome, open_again.closed_on, open_again.open) == (None, None, True)
    assert open_again.counted == done.counted


def test_art_51_a_case_dealt_with_again_has_a_period_and_a_life_of_its_own() -> None:
    first = f"{R}\n2026-03-04 correction_requested\n2026-03-05 corrected\n2026-03-06 extended days=5"
    again = f"{first}\n2026-03-09 answered\n2026-05-06 reopened ground=judgment order=行终1号"
    assert due(again) == str(calendar().add(date(2026, 5, 6), 20).on)
    assert due(f"{again} days=30") == str(calendar().add(date(2026, 5, 6), 30).on)
    assert due(f"{again}\n2026-05-07 extended days=10") == str(calendar().add(date(2026, 5, 6), 30).on)
    found = clock_of(lived(f"{again} days=30"))
    assert found is not None
    assert found.original_due == date(2026, 3, 30)
    assert isinstance(refusal(f"{R}\n2026-03-09 reopened"), StepRefused)
    assert isinstance(refusal(f"{R}\n2026-03-09 withdrawn\n2026-03-10 reopened"), StepRefused)
    assert isinstance(refusal(f"{first}\n2026-03-09 answered\n2026-05-06 reopened ground=judgment"), StepFactsMissing)


def test_art_51_what_happened_before_does_not_answer_for_the_new_round() -> None:
    first = f"{R}\n2026-03-04 consultation_sent\n2026-03-05 drafted\n2026-03-09 answered"
    again = lived(f"{first}\n2026-05-06 reopened")
    assert reply_of(again).draft is None
    assert isinstance(life.why_not(again, Act.CONSULTATION_ANSWERED), ActMissing)
    assert state(f"{first}\n2026-05-06 reopened\n2026-05-07 consultation_sent") is State.CONSULTING


def test_a_withdrawal_ends_the_case_as_other_wherever_it_stands() -> None:
    for before in (R, f"{R}\n2026-03-04 correction_requested", f"{R}\n2026-03-04 consultation_sent"):
        steps = lived(f"{before}\n2026-03-09 withdrawn")
        assert steps[-1].outcome is Outcome.CLOSED_OTHER
        assert state(f"{before}\n2026-03-09 withdrawn") is State.WITHDRAWN
