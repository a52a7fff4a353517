"""The whole life at the desk: what is offered, drafted, approved, charged, served, corrected, reopened and filed."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import pytest
from application_hall import ANOTHER, CLERK, FIRM, GIVEN, OTHER, PUBLISHED, SUPERVISOR, Hall, draft, hall_in, step

from hallclient.domain.law.clock_refusals import (
    CorrectionNoticeLate,
    CorrectionRepeated,
    ExtensionLate,
    ExtensionRepeated,
    PeriodStillRuns,
)
from hallclient.domain.law.fees import NoTariff
from hallclient.domain.outcomes import Outcome
from hallclient.domain.refusal import Refusal
from hallclient.domain.register.application import Application
from hallclient.domain.register.application_lists import ApplicationFilter
from hallclient.domain.register.issued import IssuedDocument, KindDoesNotFit
from hallclient.domain.register.items import Item, ItemsUndecided, OutcomeNotOfItems
from hallclient.domain.register.life_refusals import (
    ApprovalMissing,
    ApprovedOtherwise,
    FeeNotChargeable,
    LetterServed,
    OwnDraft,
    SecrecyReviewMissing,
    StepBeforeReceipt,
)
from hallclient.domain.register.life_terms import ReopenGround, ServiceMethod
from hallclient.domain.register.permissions import Clerk, NotPermitted, Role
from hallclient.domain.register.records import DayClosed, NoSuchRecord
from hallclient.domain.register.retention import Retention
from hallclient.domain.register.states import State
from hallclient.domain.register.steps import Act, Step
from hallclient.domain.register.versions import ChangedMeanwhile
from hallclient.services.applications import OnTheSpot
from hallclient.services.board import BoardRow, SectionCode
from hallclient.services.board_cases import awaiting_approval, lapsed, letters, notices
from hallclient.storage import clerks, day_closes, figures, unfinished

CHIEF = Clerk(name="sun", display_name="孙主任", roles=frozenset({Role.SUPERVISOR}))
ASKED = {"party_kind": "third_party", "party": "示例市示例贸易有限公司"}
REFUSED = OnTheSpot(outcome=Outcome.REFUSED_STATE_SECRET, document="A04-1")
NOT_FOUND = OnTheSpot(
    outcome=Outcome.UNAVAILABLE_NOT_HELD,
    document="A06",
    facts={"searched_on": date(2026, 3, 4), "keywords": "停车场 规划", "search_scope": "档案室和办公系统"},
)


@pytest.fixture
def hall(tmp_path: Path) -> Iterator[Hall]:
    with hall_in(tmp_path) as hall:
        yield hall


def registered(hall: Hall, **changes: object) -> Application:
    return hall.applications.register(draft(**changes), by=CLERK).application


def recorded(hall: Hall, case: Application, act: Act, on: str, *, by: Clerk = CLERK, **more: object) -> Application:
    return hall.applications.record(case.number, step(act, on, **more), by=by, version=case.version)


def offered(hall: Hall, case: Application, act: Act, by: Clerk = CLERK) -> Refusal | None:
    return next(one.why_not for one in hall.applications.choices(case.number, by=by) if one.act is act)


def employ(hall: Hall, *people: Clerk) -> None:
    with hall.database.writing() as tx:
        for person in people:
            clerks.add(tx, person, at=datetime(2026, 3, 2))


def answered(hall: Hall, on: str = "2026-03-03 10:00:00") -> tuple[Application, IssuedDocument]:
    case = registered(hall)
    done = hall.at(on).applications.answer(case.number, GIVEN, by=CLERK, version=case.version)
    return done.application, done.documents[0]


# What is offered


def test_a_disabled_act_says_what_the_clock_would_say(hall: Hall) -> None:
    case = registered(hall)
    assert offered(hall, case, Act.CORRECTION_REQUESTED) is None
    case = recorded(hall.at("2026-03-06 09:00:00"), case, Act.CORRECTION_REQUESTED, "2026-03-04")
    case = recorded(hall, case, Act.CORRECTED, "2026-03-05")
    assert isinstance(offered(hall, case, Act.CORRECTION_REQUESTED), CorrectionRepeated)
    case = recorded(hall, case, Act.EXTENDED, "2026-03-06", days=5, details={"approver": "赵主任"})
    assert isinstance(offered(hall, case, Act.EXTENDED), ExtensionRepeated)


def test_a_correction_asked_for_and_received_on_one_day_is_over_that_day(hall: Hall) -> None:
    case = recorded(hall, registered(hall), Act.CORRECTION_REQUESTED, "2026-03-02")
    case = recorded(hall, case, Act.CORRECTED, "2026-03-02")
    assert isinstance(offered(hall, case, Act.CORRECTION_REQUESTED), CorrectionRepeated)
    case = recorded(hall, case, Act.EXTENDED, "2026-03-02", days=5, details={"approver": "赵主任"})
    assert [one.act for one in case.steps[1:]] == [Act.CORRECTION_REQUESTED, Act.CORRECTED, Act.EXTENDED]


def test_a_disabled_act_says_that_it_is_too_late(hall: Hall) -> None:
    case = registered(hall)
    hall.at("2026-03-12 09:00:00")
    assert isinstance(offered(hall, case, Act.CORRECTION_REQUESTED), CorrectionNoticeLate)
    assert offered(hall, case, Act.EXTENDED) is None
    assert isinstance(offered(hall.at("2026-03-31 09:00:00"), case, Act.EXTENDED), ExtensionLate)


def test_a_disabled_act_says_whose_right_it_is_and_that_the_day_is_closed(hall: Hall) -> None:
    case = registered(hall)
    assert isinstance(offered(hall, case, Act.FEE_DECIDED), NotPermitted)
    assert offered(hall, case, Act.FEE_DECIDED, SUPERVISOR) is None
    hall.close_day("2026-03-02")
    assert isinstance(offered(hall, case, Act.EXTENDED), DayClosed)
    assert offered(hall, case, Act.EXTENDED, SUPERVISOR) is None


def test_every_act_is_offered_with_its_needs_and_the_letters_it_can_mean(hall: Hall) -> None:
    case = recorded(hall, registered(hall), Act.CONSULTATION_SENT, "2026-03-02", details=ASKED)
    found = {one.act: one for one in hall.applications.choices(case.number, by=SUPERVISOR)}
    assert set(found) == set(Act)
    assert found[Act.CONSULTATION_RECEIVED].letters == ("1",)
    assert found[Act.EXTENDED].needs == ("approver",)


def test_a_step_on_a_closed_day_is_refused_a_clerk_and_an_adjustment_for_who_may(hall: Hall) -> None:
    case = registered(hall)
    hall.close_day("2026-03-02")
    hall.at("2026-03-03 09:00:00")
    with pytest.raises(DayClosed):
        recorded(hall, case, Act.CORRECTION_REQUESTED, "2026-03-02")
    assert recorded(hall, case, Act.CORRECTION_REQUESTED, "2026-03-02", by=SUPERVISOR).version == 2


# The evidence an answer brings with it


def test_an_answer_that_discloses_brings_its_review_and_takes_it_back_with_it(hall: Hall) -> None:
    case = registered(hall)
    before = hall.row(case.number)
    with pytest.raises(SecrecyReviewMissing):
        hall.applications.answer(case.number, replace(GIVEN, reviewer=""), by=CLERK, version=1)

    done = hall.later(minutes=5).applications.answer(case.number, GIVEN, by=CLERK, version=1)
    assert [one.act for one in done.application.steps] == [Act.RECEIVED, Act.SECRECY_REVIEWED, Act.ANSWERED]
    assert done.application.steps[1].details["reviewer"] == "赵主任"

    hall.applications.undo_last_step(case.number, by=CLERK, reason="误录", version=2)
    assert {**hall.row(case.number), "version": 0} == {**before, "version": 0}


def test_a_review_on_record_is_not_written_again(hall: Hall) -> None:
    review = {"reviewer": "钱审查", "finding": "may_disclose"}
    case = recorded(hall, registered(hall), Act.SECRECY_REVIEWED, "2026-03-02", details=review)
    done = hall.applications.answer(case.number, replace(GIVEN, reviewer=""), by=CLERK, version=2).application
    assert [one.act for one in done.steps].count(Act.SECRECY_REVIEWED) == 1


def test_what_does_not_exist_keeps_how_it_was_searched_for(hall: Hall) -> None:
    case = registered(hall)
    hall.at("2026-03-05 09:00:00")
    done = hall.applications.answer(case.number, NOT_FOUND, by=CLERK, version=1).application
    (search,) = [one for one in done.steps if one.act is Act.SEARCHED]
    assert {name: search.details[name] for name in ("scope", "keywords", "person", "searched_on")} == {
        "scope": "档案室和办公系统",
        "keywords": "停车场 规划",
        "person": "李窗口",
        "searched_on": "2026-03-04",
    }


def test_f4_repeats_the_reviewer(hall: Hall) -> None:
    hall.applications.register(draft(), by=CLERK, answer=GIVEN)
    repeat = hall.applications.repeat_last(CLERK)
    assert repeat is not None
    assert repeat.answer is not None
    assert repeat.answer.reviewer == "赵主任"
    again = hall.applications.register(draft(applicant=ANOTHER), by=CLERK, answer=repeat.answer).application
    assert Act.SECRECY_REVIEWED in {one.act for one in again.steps}


def test_items_decide_the_outcome_and_stay_with_the_answer(hall: Hall) -> None:
    case = registered(hall)
    items = (Item("计划", Outcome.GRANTED), Item("会议纪要", Outcome.REFUSED_PROCESS_INFORMATION, "第十六条第二款"))
    part = OnTheSpot(outcome=Outcome.GRANTED, document="A01", facts=GIVEN.facts, reviewer="赵主任", items=items)
    with pytest.raises(Refusal) as refused:
        hall.applications.answer(case.number, part, by=SUPERVISOR, version=1)
    assert refused.value.code == "outcome_not_of_items"
    both = tuple(replace(item, outcome=Outcome.GRANTED) for item in items)
    done = hall.applications.answer(case.number, replace(part, items=both), by=SUPERVISOR, version=1).application
    assert done.items == both
    assert hall.applications.get(case.number).items == both


# Drafted, approved, issued


def test_a_refusal_is_issued_only_when_its_very_draft_was_approved(hall: Hall) -> None:
    employ(hall, CLERK, SUPERVISOR, CHIEF)
    case = registered(hall)
    with pytest.raises(ApprovalMissing):
        hall.applications.answer(case.number, REFUSED, by=CLERK, version=1)
    with pytest.raises(ApprovalMissing):
        hall.applications.answer(case.number, REFUSED, by=SUPERVISOR, version=1)  # 孙主任 could approve it

    case = hall.later(minutes=1).applications.draft_reply(case.number, REFUSED, by=CLERK, version=1)
    assert hall.applications.drafted(case.number) == REFUSED
    with pytest.raises(NotPermitted):
        hall.applications.approve(case.number, by=CLERK, version=case.version)
    case = hall.later(minutes=1).applications.approve(case.number, by=SUPERVISOR, version=case.version)
    assert case.steps[-1].details["approver"] == "赵主任"
    other = OnTheSpot(outcome=Outcome.REFUSED_INTERNAL_AFFAIRS, document="A04-5", facts={"internal_kind": "personnel"})
    with pytest.raises(ApprovedOtherwise):
        hall.applications.answer(case.number, other, by=CLERK, version=case.version)

    ready = hall.applications.drafted(case.number)
    assert ready is not None
    done = hall.later(minutes=1).applications.answer(case.number, ready, by=CLERK, version=case.version)
    assert (done.application.outcome, done.documents[0].kind) == (Outcome.REFUSED_STATE_SECRET, "A04-1")


def test_nobody_approves_his_own_draft_unless_nobody_else_could(hall: Hall) -> None:
    employ(hall, SUPERVISOR, CHIEF)
    case = registered(hall)
    case = hall.applications.draft_reply(case.number, REFUSED, by=SUPERVISOR, version=1)
    with pytest.raises(OwnDraft):
        hall.applications.approve(case.number, by=SUPERVISOR, version=case.version)
    with hall.database.writing() as tx:
        clerks.save(tx, CHIEF, active=False, version=1)
    assert hall.applications.approve(case.number, by=SUPERVISOR, version=case.version).version == 3


def test_who_is_the_only_one_to_approve_drafts_approves_and_issues_in_one_save(hall: Hall) -> None:
    employ(hall, CLERK, SUPERVISOR)
    case = registered(hall)
    done = hall.later(minutes=1).applications.answer(case.number, REFUSED, by=SUPERVISOR, version=1).application
    assert [one.act for one in done.steps] == [Act.RECEIVED, Act.DRAFTED, Act.APPROVED, Act.ANSWERED]
    undone = hall.applications.undo_last_step(case.number, by=SUPERVISOR, reason="误", version=2)
    assert undone.steps == case.steps


def test_a_draft_is_returned_with_what_is_to_be_changed(hall: Hall) -> None:
    case = hall.applications.draft_reply(registered(hall).number, REFUSED, by=CLERK, version=1)
    with pytest.raises(Refusal) as refused:
        hall.applications.return_draft(case.number, reason=" ", by=SUPERVISOR, version=2)
    assert refused.value.code == "reason_missing"
    case = hall.applications.return_draft(case.number, reason="补充依据", by=SUPERVISOR, version=2)
    assert hall.applications.drafted(case.number) is None


@pytest.mark.parametrize(
    ("setting", "given", "refused"),
    [("", True, False), ("none", True, True), ("refusals", True, False), ("all", False, False)],
)
def test_the_agency_says_which_replies_are_approved(hall: Hall, setting: str, given: bool, refused: bool) -> None:
    employ(hall, SUPERVISOR, CHIEF)
    hall.office.agency = replace(hall.office.agency, approval=setting)

    def goes(answer: OnTheSpot) -> bool:
        try:
            hall.applications.register(draft(subject=answer.document), by=CLERK, answer=answer)
        except ApprovalMissing:
            return False
        return True

    assert (goes(GIVEN), goes(REFUSED)) == (given, refused)


def test_a_draft_that_lacks_a_fact_is_not_put_before_anybody(hall: Hall) -> None:
    lacking = replace(NOT_FOUND, facts={"keywords": "停车场"})
    with pytest.raises(Refusal) as refused:
        hall.applications.draft_reply(registered(hall).number, lacking, by=CLERK, version=1)
    assert refused.value.code == "fact_missing"
    with pytest.raises(KindDoesNotFit):
        wrong = replace(NOT_FOUND, outcome=Outcome.GRANTED)
        hall.applications.draft_reply(hall.applications.rows()[0].number, wrong, by=CLERK, version=1)


def test_a_draft_that_could_not_be_issued_is_refused_when_it_is_drafted(hall: Hall) -> None:
    case = registered(hall)
    with pytest.raises(ItemsUndecided):
        undecided = replace(GIVEN, items=(Item("计划", Outcome.GRANTED), Item("会议纪要")))
        hall.applications.draft_reply(case.number, undecided, by=CLERK, version=1)
    with pytest.raises(OutcomeNotOfItems):
        in_part = (Item("计划", Outcome.GRANTED), Item("会议纪要", Outcome.REFUSED_PROCESS_INFORMATION))
        hall.applications.draft_reply(case.number, replace(GIVEN, items=in_part), by=CLERK, version=1)
    assert hall.applications.get(case.number).version == 1


def test_a_superiors_decision_is_his_and_tells_who_entered_it(hall: Hall) -> None:
    put = {"superior": "钱局长"}
    case = recorded(hall, registered(hall), Act.ESCALATED, "2026-03-02", details=put, reason="涉及面广")
    decision = {"superior": "钱局长", "decision": "同意公开"}
    with pytest.raises(NotPermitted):
        recorded(hall, case, Act.SUPERIOR_DECIDED, "2026-03-02", details=decision)
    case = recorded(hall, case, Act.SUPERIOR_DECIDED, "2026-03-02", by=SUPERVISOR, details=decision)
    assert case.steps[-1].details["entered_by"] == "赵主任"


# The fee


def test_the_fee_by_items_rises_with_the_applicants_applications_of_the_month(hall: Hall) -> None:
    for serial in range(10):
        registered(hall, subject=f"第{serial}项信息")
    registered(hall, applicant=ANOTHER, subject="另一人的")
    eleventh = registered(hall, subject="第十一项信息")
    free = hall.applications.propose_fee(hall.applications.rows(ApplicationFilter(limit=50))[-1].number)
    assert (free.count_in_month, free.yuan) == (1, Decimal(0))
    fee = hall.applications.propose_fee(eleventh.number)
    assert (fee.month, fee.count_in_month, fee.count, fee.before) == (date(2026, 3, 1), 11, 1, 10)
    assert [(band.from_, band.to, band.yuan) for band in fee.bands] == [(11, 11, fee.yuan)]
    assert fee.yuan == Decimal(100)


def test_the_notice_prints_what_was_decided(hall: Hall) -> None:
    case = registered(hall)
    fee = hall.applications.propose_fee(case.number, "pages", 40)
    assert (fee.count, fee.count_in_month) == (40, 0)
    case = hall.applications.decide_fee(fee, by=SUPERVISOR, version=1)
    decided = case.steps[-1].details
    assert (decided["yuan"], decided["approver"]) == (f"{fee.yuan:.2f}", "赵主任")
    offer = {asked.name: asked for asked in _offer(hall, case.number, "P12")}
    assert not offer["fee_details"].required
    assert not offer["fee_basis"].required
    notice = hall.documents.issue("P12", application=case.number, facts={"payment_method": "窗口"}, by=CLERK)
    assert notice.kind == "P12"


def _offer(hall: Hall, number: str, kind: str) -> tuple[object, ...]:
    return next(one.asks for one in hall.documents.offers(application=number) if one.code == kind)


def test_who_is_told_where_it_is_published_is_not_charged_by_pages(hall: Hall) -> None:
    case = hall.applications.draft_reply(registered(hall).number, PUBLISHED, by=CLERK, version=1)
    with pytest.raises(FeeNotChargeable):
        hall.applications.propose_fee(case.number, "pages", 40)
    assert hall.applications.propose_fee(case.number).yuan == 0


def test_before_the_fee_rule_there_is_no_fee(hall: Hall) -> None:
    old = hall.at("2020-12-31 09:00:00").applications.register(draft("2020-12-31"), by=CLERK).application
    with pytest.raises(NoTariff):
        hall.applications.propose_fee(old.number)


def test_an_unpaid_fee_closes_the_case_after_the_last_day_and_not_on_it(hall: Hall) -> None:
    case = registered(hall)
    fee = hall.applications.propose_fee(case.number, "pages", 40)
    case = hall.applications.decide_fee(fee, by=SUPERVISOR, version=1)
    case = recorded(hall, case, Act.FEE_NOTIFIED, "2026-03-02", details={"yuan": fee.facts()["yuan"]})
    unpaid = OnTheSpot(outcome=Outcome.CLOSED_FEE_UNPAID, document="A16")
    hall.documents.issue("P12", application=case.number, facts={"payment_method": "窗口"}, by=CLERK)
    with pytest.raises(PeriodStillRuns):
        hall.at("2026-03-30 09:00:00").applications.answer(case.number, unpaid, by=CLERK, version=case.version)
    assert [one.document for one in hall.applications.lapses(case.number)] == []
    hall.at("2026-03-31 09:00:00")
    assert [one.document for one in hall.applications.lapses(case.number)] == ["A16"]
    done = hall.applications.answer(case.number, unpaid, by=CLERK, version=case.version).application
    assert done.outcome is Outcome.CLOSED_FEE_UNPAID


# A letter's way


def test_a_letter_posted_and_served_has_its_proof_and_the_end_of_the_remedy(hall: Hall) -> None:
    case, letter = answered(hall)
    assert hall.applications.remedy_end(case.number) is None
    case = hall.applications.send(letter.id, method=ServiceMethod.EMS, tracking="EX123", by=CLERK, version=case.version)
    assert hall.row(case.number)["unserved_since"] == "2026-03-03"
    hall.at("2026-03-06 09:00:00")
    done = hall.applications.serve(
        letter.id, method=ServiceMethod.EMS, receiver="本人", proof="回执", by=CLERK, version=case.version
    )
    (proof,) = done.documents
    assert (proof.kind, hall.row(case.number)["unserved_since"]) == ("P14", None)
    way = hall.applications.letters(case.number)[1]
    assert way.sent is not None
    assert way.served is not None
    assert (way.sent.details["tracking"], way.served.details["tracking"]) == ("EX123", "EX123")
    end = hall.applications.remedy_end(case.number)
    assert end is not None
    assert end.reconsideration is not None
    assert end.suit is not None
    assert (end.reconsideration.on, end.suit.on) == (date(2026, 5, 6), date(2026, 9, 7))
    trace = hall.applications.trace(case.number)
    assert trace is not None
    assert (trace.replied_on, trace.in_time) == (date(2026, 3, 3), True)


def test_undoing_a_service_voids_its_proof(hall: Hall) -> None:
    case, letter = answered(hall)
    before = hall.row(case.number)
    done = hall.later(minutes=1).applications.serve(letter.id, method=ServiceMethod.DIRECT, by=CLERK, version=2)
    hall.applications.undo_last_step(case.number, by=CLERK, reason="误录", version=3)
    assert hall.documents.get(done.documents[0].id).voided == "误录"
    assert hall.documents.get(letter.id).voided == ""
    assert {**hall.row(case.number), "version": 0} == {**before, "version": 0}


@pytest.mark.parametrize("method", [one for one in ServiceMethod if one is not ServiceMethod.COURIER])
def test_every_way_of_service_has_its_proof(hall: Hall, method: ServiceMethod) -> None:
    case, letter = answered(hall)
    done = hall.applications.serve(letter.id, method=method, tracking="1", by=CLERK, version=case.version)
    assert [one.kind for one in done.documents] == ["P14"]
    with pytest.raises(LetterServed):
        hall.applications.serve(letter.id, method=method, by=CLERK, version=3)


def test_a_letter_does_not_leave_before_it_is_issued_and_not_on_an_old_version(hall: Hall) -> None:
    case, letter = answered(hall)
    early = {"method": ServiceMethod.DIRECT, "by": CLERK, "on": date(2026, 3, 2), "reason": "补录"}
    with pytest.raises(StepBeforeReceipt):
        hall.applications.send(letter.id, version=case.version, **early)
    with pytest.raises(ChangedMeanwhile):
        hall.applications.send(letter.id, method=ServiceMethod.DIRECT, by=CLERK, version=1)
    with pytest.raises(NoSuchRecord):
        hall.applications.send(99, method=ServiceMethod.DIRECT, by=CLERK, version=1)


def test_letters_too_long_on_their_way_and_letters_that_came_back_stand_on_the_board(hall: Hall) -> None:
    case, letter = answered(hall)
    case = hall.applications.send(letter.id, method=ServiceMethod.EMS, tracking="1", by=CLERK, version=case.version)

    def shown(now: str) -> list[tuple[str, str, int | None]]:
        hall.at(now)
        with hall.database.reading() as tx:
            return [(row.number, row.why, row.left) for row in letters(tx, hall.office, hall.applications.left)]

    assert shown("2026-03-12 09:00:00") == []  # seven working days after 3 March
    assert shown("2026-03-13 09:00:00") == [(case.number, "sent", -1)]
    hall.office.agency = replace(hall.office.agency, letter_overdue_days="20")
    assert shown("2026-03-13 09:00:00") == []
    back = hall.applications.undelivered(letter.id, reason="地址不详", by=CLERK, version=case.version)
    assert shown("2026-03-13 10:00:00") == [(case.number, "undelivered", 0)]
    assert hall.applications.letters(case.number)[1].returned is not None
    hall.applications.serve(letter.id, method=ServiceMethod.DIRECT, by=CLERK, version=back.version)
    assert shown("2026-03-13 11:00:00") == []


# After the reply


def test_a_letter_is_corrected_by_a_new_one_and_stays_as_it_is(hall: Hall) -> None:
    case, letter = answered(hall)
    before = hall.documents.stored(letter.id)
    facts = {**GIVEN.facts, "pages": 17}
    with pytest.raises(KindDoesNotFit):
        hall.applications.correct_reply(case.number, letter.id, "A06", {}, reason="误", by=SUPERVISOR, version=2)
    done = hall.later(minutes=1).applications.correct_reply(
        case.number, letter.id, "A01", facts, reason="页数有误", by=SUPERVISOR, version=2
    )
    (new,) = done.documents
    assert new.number != letter.number
    assert hall.documents.stored(letter.id) == before
    by_id = {way.document.id: way.corrected_by for way in hall.applications.letters(case.number)}
    assert (by_id[letter.id], by_id[new.id]) == (new.number, "")
    assert done.application.outcome is case.outcome


def test_reopening_changes_no_past_figure_and_shows_the_case_again(hall: Hall) -> None:
    case, _letter = answered(hall)
    other = registered(hall, applicant=FIRM, subject="另一项")

    def figures_of(day: str) -> dict[str, object]:
        with hall.database.reading() as tx:
            return dict(day_closes.sheet_values(tx, date.fromisoformat(day)))

    past = {day: figures_of(day) for day in ("2026-03-02", "2026-03-03", "2026-04-01")}
    hall.at("2026-05-06 09:00:00")
    again = hall.applications.reopen(
        case.number,
        ground=ReopenGround.RECONSIDERATION,
        order="示府复〔2026〕1号",
        days=10,
        reason="复议决定责令重新答复",
        by=SUPERVISOR,
        version=case.version,
    )
    assert (again.state, hall.row(case.number)["due_on"]) == (State.IN_PROGRESS, "2026-05-19")
    assert (hall.row(case.number)["outcome"], hall.row(case.number)["closed_on"]) == ("granted", "2026-03-03")
    assert {day: figures_of(day) for day in past} == past
    due = hall.applications.rows(ApplicationFilter(due_until=date(2026, 6, 1)))
    assert {row.number for row in due} == {case.number, other.number}
    with hall.database.reading() as tx:
        assert figures.contradictions(tx, date(2026, 1, 1), date(2026, 12, 31)) == []
        assert unfinished.standing(tx, date(2026, 5, 19), None)["applications.standing.due_today"] == 1
        assert [number for number, _due in unfinished.due(tx, date(2026, 5, 19))] == [other.number, case.number]

    hall.at("2026-05-08 09:00:00")
    done = hall.applications.answer(case.number, GIVEN, by=CLERK, version=again.version).application
    assert (done.closed_on, hall.row(case.number)["closed_on"]) == (date(2026, 5, 8), "2026-03-03")
    assert {day: figures_of(day) for day in past} == past
    assert figures_of("2026-05-08").get("applications.closed", 0) == 0
    with hall.database.reading() as tx:
        carried = figures.carried(tx, date(2026, 5, 8))
    assert carried == {"commercial_enterprise": 1}
    retention = hall.applications.proposed_retention(case.number)
    assert retention is Retention.THIRTY_YEARS


def test_undoing_a_reopening_restores_the_answer(hall: Hall) -> None:
    case, _letter = answered(hall)
    before = hall.row(case.number)
    hall.at("2026-03-05 09:00:00").applications.reopen(
        case.number, ground=ReopenGround.OWN_MOTION, reason="事实有误", by=SUPERVISOR, version=2
    )
    hall.applications.undo_last_step(case.number, by=SUPERVISOR, reason="误录", version=3)
    assert {**hall.row(case.number), "version": 0} == {**before, "version": 0}


def test_what_a_superior_decided_is_not_undone_by_a_clerk(hall: Hall) -> None:
    case = hall.applications.draft_reply(registered(hall).number, REFUSED, by=CLERK, version=1)
    case = hall.later(minutes=1).applications.approve(case.number, by=SUPERVISOR, version=2)
    with pytest.raises(NotPermitted):
        hall.applications.undo_last_step(case.number, by=CLERK, reason="误", version=3)
    with pytest.raises(ChangedMeanwhile):
        hall.applications.undo_last_step(case.number, by=SUPERVISOR, reason="误", version=2)


def test_an_ended_case_is_filed_under_a_class(hall: Hall) -> None:
    case, _letter = answered(hall)
    assert hall.applications.proposed_retention(case.number) is Retention.TEN_YEARS
    filed = hall.applications.archive(
        case.number, retention=Retention.TEN_YEARS, place="3柜2层", by=CLERK, version=case.version
    )
    assert (filed.retention, hall.row(case.number)["retention"]) == ("10", "10")


# What the board says


def test_the_board_proposes_what_lapsed_the_longest_silence_first(hall: Hall) -> None:
    first, second = registered(hall), registered(hall, applicant=ANOTHER, subject="另一项")
    until = {"until": "2026-03-13"}
    recorded(hall.at("2026-03-03 09:00:00"), first, Act.CORRECTION_REQUESTED, "2026-03-03", details=until)
    asked = recorded(hall, second, Act.CONSULTATION_SENT, "2026-03-03", details=ASKED)
    recorded(hall, asked, Act.CONSULTATION_RECEIVED, "2026-03-03")

    def shown(now: str) -> list[tuple[str, str]]:
        hall.at(now)
        with hall.database.reading() as tx:
            return [(row.number, row.why) for row in lapsed(tx, hall.office, hall.applications.left)]

    assert shown("2026-03-13 09:00:00") == []
    assert shown("2026-03-16 09:00:00") == [(first.number, "correction_overdue")]
    assert shown("2026-03-25 09:00:00") == [
        (first.number, "correction_overdue"),
        (second.number, "third_party_silent"),
    ]


def test_the_board_counts_down_to_the_seventh_day_of_a_case_nobody_began(hall: Hall) -> None:
    fresh, begun = registered(hall), registered(hall, applicant=ANOTHER, subject="另一项")
    recorded(hall, begun, Act.SEARCHED, "2026-03-02", details={"scope": "档案室", "keywords": "停车", "person": "李"})

    def shown(now: str) -> list[tuple[str, str, int | None]]:
        hall.at(now)
        until = hall.office.calendar.add(hall.now.date(), 3).on
        with hall.database.reading() as tx:
            rows: list[BoardRow] = notices(tx, hall.office, until, hall.applications.left)
        return [(row.number, str(row.due), row.left) for row in rows]

    assert shown("2026-03-05 09:00:00") == []
    assert shown("2026-03-10 09:00:00") == [(fresh.number, "2026-03-11", 1)]
    assert shown("2026-03-12 09:00:00") == []


def test_a_draft_waits_for_whoever_may_approve_it(hall: Hall) -> None:
    case = hall.applications.draft_reply(registered(hall).number, REFUSED, by=CLERK, version=1)
    with hall.database.reading() as tx:
        assert [(row.number, row.why) for row in awaiting_approval(tx, hall.applications.left)] == [
            (case.number, "refused_state_secret")
        ]
    hall.applications.approve(case.number, by=SUPERVISOR, version=2)
    with hall.database.reading() as tx:
        assert awaiting_approval(tx, hall.applications.left) == []


def test_other_clerks_and_masked_titles(hall: Hall) -> None:
    case = registered(hall)
    step_ = Step(act=Act.CORRECTION_REQUESTED, on=date(2026, 3, 2), details={"until": "2026-03-03"})
    hall.applications.record(case.number, step_, by=OTHER, version=1)
    hall.at("2026-03-04 09:00:00")
    with hall.database.reading() as tx:
        (row,) = lapsed(tx, hall.office, hall.applications.left)
    assert "张**" in row.title
    assert "张示例" not in row.title
    assert SectionCode.LAPSED.label == "逾期可办结"
