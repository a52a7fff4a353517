"""What happens at the reception desk, told as it happens."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from reception_desk import ADMINISTRATOR, CLERK, OTHER, SUPERVISOR, Desk, desk_in

from hallclient.domain.register.enquiry import (
    ClosedBeforeOpened,
    EnquiryDraft,
    MattersOutOfRange,
    OccurredInFuture,
    OccurredTooLongAgo,
    PersonsOutOfRange,
    RatingOutOfRange,
)
from hallclient.domain.register.enquiry_rules import (
    AlreadyClosed,
    ClosedInFuture,
    LateReasonMissing,
    NothingToUndo,
    NumberOfAnotherYear,
    RecordVoided,
    TurnedIntoApplication,
    VisitHasFurtherMatters,
    VisitUnknown,
    as_draft,
)
from hallclient.domain.register.kinds import ApplicationChannel, EnquiryChannel, EnquiryKind, Handling
from hallclient.domain.register.life_refusals import ReasonMissing
from hallclient.domain.register.permissions import NotPermitted
from hallclient.domain.register.records import DayClosed, NoSuchRecord, RecordKind
from hallclient.domain.register.versions import ChangedMeanwhile, merge
from hallclient.foundation.trouble import ClockWentBack
from hallclient.services.closing import ClosingDesk
from hallclient.storage import audit, enquiries, number_ledger
from hallclient.storage.number_ledger import VoidNeedsReason

FULL = EnquiryDraft(
    kind=EnquiryKind.CONSULTATION,
    name="欧阳明月",
    phone="13900001234",
    topic="教育",
    unit="市教育局",
    content="询问入学政策",
    answer="请看政府网站",
)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with desk_in(tmp_path) as desk:
        yield desk


def test_a_record_gets_the_next_number_of_its_year(desk: Desk) -> None:
    first = desk.reception.register(FULL, by=CLERK)
    second = desk.reception.tally(EnquiryKind.HELP, by=CLERK)

    assert (first.number, second.number) == ("SQ01-W01-Z2026-00001", "SQ01-W01-Z2026-00002")
    assert first.business_date == date(2026, 3, 2)
    assert (first.entered_by, first.late, first.visit) == ("li", False, first.number)


def test_number_row_index_and_audit_come_together(desk: Desk) -> None:
    made = desk.reception.register(FULL, by=CLERK)

    assert desk.numbers()[:3] == (1, 1, 1)
    assert [hit.number for hit in desk.finder.find("入学", by=CLERK)] == [made.number]
    with desk.database.reading() as tx:
        assert audit.broken_links(tx) == []
        assert [state.gaps for state in number_ledger.states(tx)] == [0]


def test_a_group_is_one_row_of_many_persons(desk: Desk) -> None:
    desk.reception.tally(EnquiryKind.COMPLAINT, persons=3, by=CLERK)

    totals = desk.reception.totals(desk.office.today())
    assert (totals.visits, totals.persons, totals.matters, totals.records) == (1, 3, 1, 1)
    assert totals.by_kind == {EnquiryKind.COMPLAINT: 3}


def test_persons_and_matters_are_counted_apart(desk: Desk) -> None:
    first = desk.reception.register(EnquiryDraft(persons=2), by=CLERK)
    desk.reception.register(EnquiryDraft(kind=EnquiryKind.HELP, visit=first.number, persons=0, matters=2), by=CLERK)
    desk.reception.register(EnquiryDraft(channel=EnquiryChannel.PHONE, handling=None, rating=5), by=OTHER)

    totals = desk.reception.totals(desk.office.today())
    assert (totals.visits, totals.persons, totals.matters, totals.records) == (2, 3, 4, 3)
    assert totals.by_channel == {EnquiryChannel.IN_PERSON: 2, EnquiryChannel.PHONE: 1}
    assert totals.by_handling == {Handling.ANSWERED: 2, None: 1}
    assert totals.by_rating == {None: 2, 5: 1}


@pytest.mark.parametrize(
    ("draft", "refusal"),
    [
        (EnquiryDraft(persons=0), PersonsOutOfRange),
        (EnquiryDraft(persons=10_000), PersonsOutOfRange),
        (EnquiryDraft(visit="SQ01-W01-Z2026-00001", persons=1), PersonsOutOfRange),
        (EnquiryDraft(visit="SQ01-W01-Z2026-00009", persons=0), VisitUnknown),
        (EnquiryDraft(matters=0), MattersOutOfRange),
        (EnquiryDraft(rating=6), RatingOutOfRange),
        (EnquiryDraft(occurred_at=datetime(2026, 3, 2, 9, 1)), OccurredInFuture),
        (EnquiryDraft(occurred_at=datetime(2025, 3, 1, 12), late_reason="补记"), OccurredTooLongAgo),
        (EnquiryDraft(occurred_at=datetime(1015, 3, 2), late_reason="补记"), OccurredTooLongAgo),
        (EnquiryDraft(occurred_at=datetime(2026, 2, 27, 15)), LateReasonMissing),
        (EnquiryDraft(closed_on=date(2026, 3, 1)), ClosedBeforeOpened),
        (EnquiryDraft(closed_on=date(2026, 3, 3)), ClosedInFuture),
    ],
)
def test_what_cannot_be_is_refused_and_uses_no_number(desk: Desk, draft: EnquiryDraft, refusal: type) -> None:
    with pytest.raises(refusal):
        desk.reception.register(draft, by=CLERK)

    assert desk.numbers() == (0, 0, 0, 0)


def test_a_late_entry_is_flagged_with_its_reason_and_counts_on_its_own_day(desk: Desk) -> None:
    at = datetime(2026, 2, 27, 15)
    late = desk.reception.register(EnquiryDraft(occurred_at=at, late_reason="停电补记", approximate=True), by=CLERK)

    assert (late.late, late.approximate, late.entered_at) == (True, True, desk.now)
    assert desk.reception.totals(date(2026, 2, 27)).late == 1
    assert desk.reception.totals(desk.office.today()).records == 0


def test_a_year_back_to_the_day_is_still_entered(desk: Desk) -> None:
    made = desk.reception.register(EnquiryDraft(occurred_at=datetime(2025, 3, 2, 9), late_reason="补记"), by=CLERK)

    assert made.number == "SQ01-W01-Z2025-00001"


def test_the_pad_undoes_what_this_clerk_ticked_last(desk: Desk) -> None:
    mine = desk.reception.tally(EnquiryKind.HELP, by=CLERK)
    desk.reception.tally(EnquiryKind.PRAISE, by=OTHER)

    undone = desk.reception.undo_last(by=CLERK)

    assert (undone.number, undone.voided) == (mine.number, "撤销")
    assert desk.reception.totals(desk.office.today()).records == 1
    assert desk.scalar("SELECT state || reason FROM number_ledger WHERE serial = 1") == "void撤销"
    with pytest.raises(NothingToUndo):
        desk.reception.undo_last(by=CLERK)


def test_an_undone_number_is_never_given_again(desk: Desk) -> None:
    desk.reception.tally(EnquiryKind.HELP, by=CLERK)
    desk.reception.undo_last(by=CLERK)

    assert desk.reception.tally(EnquiryKind.HELP, by=CLERK).number.endswith("00002")


def test_yesterdays_record_is_not_undone_by_the_pad(desk: Desk) -> None:
    desk.reception.tally(EnquiryKind.HELP, by=CLERK)
    desk.later(days=1)

    with pytest.raises(NothingToUndo):
        desk.reception.undo_last(by=CLERK)


def test_an_undone_record_is_found_no_more(desk: Desk) -> None:
    for _ in range(enquiries.search_tail.BATCH + 1):
        desk.reception.register(FULL, by=CLERK)
        desk.reception.undo_last(by=CLERK)

    assert desk.finder.find("入学", by=CLERK) == []


def test_only_a_supervisor_voids_and_only_with_a_reason(desk: Desk) -> None:
    number = desk.reception.register(FULL, by=CLERK).number

    with pytest.raises(NotPermitted):
        desk.reception.void(number, reason="重复", version=1, by=CLERK)
    with pytest.raises(VoidNeedsReason):
        desk.reception.void(number, reason=" ", version=1, by=SUPERVISOR)
    desk.reception.void(number, reason="重复登记", version=1, by=SUPERVISOR)
    with pytest.raises(RecordVoided):
        desk.reception.void(number, reason="重复登记", version=1, by=SUPERVISOR)
    with pytest.raises(NoSuchRecord):
        desk.reception.void("SQ01-W01-Z2026-99999", reason="没有", version=1, by=SUPERVISOR)


def test_the_explained_date_is_the_one_that_stands_in_the_record_and_on_paper(desk: Desk) -> None:
    referred = EnquiryDraft(
        kind=EnquiryKind.COMPLAINT, content="路灯不亮", handling=Handling.REFERRED, refer_to="城管局"
    )
    made = desk.reception.register(referred, by=CLERK)

    told = desk.reception.trace(made.number)
    assert told is not None
    assert (told.due, told.own, told.counted) == (made.due_on, False, 5)
    assert desk.reception.trace_of(referred) == replace(told, number="")
    at_once = desk.reception.register(replace(referred, handling=Handling.ANSWERED, refer_to=""), by=CLERK)
    assert desk.reception.trace(at_once.number) is None
    with pytest.raises(NoSuchRecord):
        desk.reception.trace("SQ01-W01-Z2026-99999")


def test_a_record_somebody_changed_meanwhile_is_neither_voided_nor_rated_unseen(desk: Desk) -> None:
    seen = desk.reception.register(FULL, by=CLERK)
    theirs = desk.reception.rate(seen.number, 2, version=seen.version, by=CLERK)

    for late in (
        lambda: desk.reception.rate(seen.number, 5, version=seen.version, by=CLERK),
        lambda: desk.reception.void(seen.number, reason="重复", version=seen.version, by=SUPERVISOR),
    ):
        with pytest.raises(ChangedMeanwhile) as refused:
            late()
        assert refused.value.theirs == theirs

    assert desk.reception.get(seen.number).rating == 2


def test_a_visits_first_matter_is_voided_after_its_further_ones(desk: Desk) -> None:
    first = desk.reception.register(EnquiryDraft(persons=2), by=CLERK)
    further = desk.reception.register(EnquiryDraft(visit=first.number, persons=0), by=CLERK)

    with pytest.raises(VisitHasFurtherMatters):
        desk.reception.void(first.number, reason="误录", version=1, by=SUPERVISOR)
    desk.reception.void(further.number, reason="误录", version=1, by=SUPERVISOR)
    desk.reception.void(first.number, reason="误录", version=1, by=SUPERVISOR)

    assert desk.reception.totals(desk.office.today()).visits == 0


def test_amending_keeps_the_number_and_leaves_before_and_after_in_the_audit(desk: Desk) -> None:
    made = desk.reception.register(FULL, by=CLERK)
    form = as_draft(desk.reception.get(made.number))

    desk.later(minutes=5).reception.amend(made.number, _with(form, content="改问转学政策"), version=1, by=OTHER)

    now = desk.reception.reveal(made.number, reason="核对", by=CLERK)
    assert (now.content, now.version, now.name, now.entered_by) == ("改问转学政策", 2, "欧阳明月", "li")
    assert [hit.number for hit in desk.finder.find("转学", by=CLERK)] == [made.number]
    noted = desk.scalar('SELECT "before" || "after" FROM audit WHERE action = \'amend_enquiry\'')
    assert noted == '{"content": "询问入学政策"}{"content": "改问转学政策"}'


def test_a_form_that_shows_minutes_does_not_make_a_record_late(desk: Desk) -> None:
    desk.at("2026-03-02 09:00:37")
    made = desk.reception.register(FULL, by=CLERK)
    desk.later(days=1)

    form = _with(as_draft(made), occurred_at=datetime(2026, 3, 2, 9, 0), answer="次日补充")
    amended = desk.reception.amend(made.number, form, version=1, by=CLERK)

    assert (amended.occurred_at, amended.late) == (made.occurred_at, False)
    with pytest.raises(LateReasonMissing):
        desk.reception.amend(made.number, _with(form, occurred_at=datetime(2026, 3, 1, 9)), version=2, by=CLERK)
    with pytest.raises(OccurredInFuture):
        desk.reception.amend(made.number, _with(form, occurred_at=datetime(2026, 3, 2, 9, 1)), version=2, by=CLERK)


def test_a_second_save_of_the_same_version_gets_the_others_text_to_merge(desk: Desk) -> None:
    made = desk.reception.register(FULL, by=CLERK)
    base = as_draft(desk.reception.get(made.number))
    desk.reception.amend(made.number, _with(base, answer="已电话答复"), version=1, by=OTHER)

    with pytest.raises(ChangedMeanwhile) as refused:
        desk.reception.amend(made.number, _with(base, topic="户籍"), version=1, by=CLERK)

    theirs = as_draft(refused.value.theirs)  # type: ignore[arg-type]
    merged = merge(base=_fields(base), mine=_fields(_with(base, topic="户籍")), theirs=_fields(theirs))
    assert (merged.conflicts, merged.taken) == ((), ("answer",))
    desk.reception.amend(made.number, EnquiryDraft(**merged.values), version=refused.value.version, by=CLERK)
    kept = desk.reception.reveal(made.number, reason="核对", by=CLERK)
    assert (kept.answer, kept.topic, kept.name) == ("已电话答复", "户籍", "欧阳明月")


def test_a_record_does_not_move_into_another_years_series(desk: Desk) -> None:
    desk.at("2026-01-02 09:00:00")
    made = desk.reception.register(FULL, by=CLERK)

    with pytest.raises(NumberOfAnotherYear):
        desk.reception.amend(
            made.number,
            _with(as_draft(made), occurred_at=datetime(2025, 12, 31, 9), late_reason="记错"),
            version=1,
            by=CLERK,
        )


def test_a_closed_day_refuses_entry_change_and_undo(desk: Desk) -> None:
    made = desk.reception.register(FULL, by=CLERK)
    ClosingDesk(desk.office).close(desk.office.today(), by=CLERK)
    desk.later(minutes=1)

    before = desk.numbers()
    for change in (
        lambda: desk.reception.tally(EnquiryKind.HELP, by=CLERK),
        lambda: desk.reception.amend(made.number, FULL, version=1, by=CLERK),
        lambda: desk.reception.undo_last(by=CLERK),
        lambda: desk.reception.void(made.number, reason="误录", version=1, by=SUPERVISOR),
    ):
        with pytest.raises(DayClosed) as refused:
            change()
        assert refused.value.day == date(2026, 3, 2)
    assert desk.numbers() == before


def test_a_late_entry_into_a_closed_day_is_a_supervisors_adjustment(desk: Desk) -> None:
    desk.reception.register(FULL, by=CLERK)
    closing = ClosingDesk(desk.office)
    closing.close(desk.office.today(), by=CLERK)
    forgotten = EnquiryDraft(occurred_at=desk.now, persons=2, late_reason="漏记")
    desk.later(days=1)

    with pytest.raises(NotPermitted):
        desk.reception.register(forgotten, by=CLERK, as_adjustment=True)
    made = desk.reception.register(forgotten, by=SUPERVISOR, as_adjustment=True)

    assert (made.late, made.business_date) == (True, date(2026, 3, 2))
    assert desk.scalar("SELECT delta FROM adjustments WHERE line = 'enquiries.persons'") == "2"
    assert closing.sheet(date(2026, 3, 2)).revision == 2


def test_a_rating_given_after_the_close_adjusts_the_closed_day(desk: Desk) -> None:
    made = desk.reception.register(FULL, by=CLERK)
    ClosingDesk(desk.office).close(desk.office.today(), by=CLERK)

    rated = desk.later(days=3).reception.rate(made.number, 4, version=made.version, by=CLERK)

    assert rated.rating == 4
    assert (
        desk.scalar("SELECT reason FROM adjustments WHERE line = 'enquiries.rating.4' AND delta = '1'") == "日结后评价"
    )


def test_a_referred_complaint_has_five_working_days(desk: Desk) -> None:
    referred = desk.reception.register(
        EnquiryDraft(kind=EnquiryKind.COMPLAINT, handling=Handling.REFERRED, refer_to="市城管局"), by=CLERK
    )

    assert (referred.due_on, referred.closed_on) == (date(2026, 3, 9), None)


def test_another_referred_matter_has_fifteen_days_and_an_answered_one_none(desk: Desk) -> None:
    assert desk.reception.due_on(EnquiryDraft(kind=EnquiryKind.HELP, handling=None)) == date(2026, 3, 17)
    assert desk.reception.due_on(EnquiryDraft(kind=EnquiryKind.PRAISE, handling=None)) is None
    answered = desk.reception.register(FULL, by=CLERK)
    assert (answered.due_on, answered.closed_on) == (None, date(2026, 3, 2))


def test_a_referred_matter_is_settled_once_even_when_its_day_is_closed(desk: Desk) -> None:
    made = desk.reception.register(EnquiryDraft(kind=EnquiryKind.COMPLAINT, handling=Handling.REFERRED), by=CLERK)
    ClosingDesk(desk.office).close(desk.office.today(), by=CLERK)
    desk.at("2026-03-05 10:00:00")

    with pytest.raises(ClosedBeforeOpened):
        desk.reception.close(made.number, on=date(2026, 3, 1), version=1, by=CLERK)
    with pytest.raises(ClosedInFuture):
        desk.reception.close(made.number, on=date(2026, 3, 6), version=1, by=CLERK)
    settled = desk.reception.close(
        made.number, on=date(2026, 3, 5), answer="已处理并回复", rating=5, version=1, by=CLERK
    )
    with pytest.raises(AlreadyClosed):
        desk.reception.close(made.number, on=date(2026, 3, 5), version=2, by=CLERK)

    assert (settled.closed_on, settled.handling, settled.rating) == (date(2026, 3, 5), Handling.REFERRED, 5)


def test_changing_a_settled_matter_to_referred_opens_it_again(desk: Desk) -> None:
    made = desk.reception.register(FULL, by=CLERK)

    again = desk.reception.amend(made.number, _with(as_draft(made), handling=Handling.REFERRED), version=1, by=CLERK)

    assert (again.closed_on, again.due_on) == (None, date(2026, 3, 17))


def test_persons_are_masked_in_lists_and_shown_only_for_a_reason(desk: Desk) -> None:
    made = desk.reception.register(FULL, by=CLERK)

    row = desk.reception.today()[0]
    assert (row.name, row.phone, row.number) == ("欧***", "139****1234", made.number)
    assert desk.reception.get(made.number).name == "欧***"
    with pytest.raises(ReasonMissing):
        desk.reception.reveal(made.number, reason=" ", by=CLERK)
    assert desk.reception.reveal(made.number, reason="回访", by=CLERK).phone == "13900001234"
    assert desk.scalar('SELECT "by" || "after" FROM audit WHERE action = \'reveal_person\'') == "li回访"


@pytest.mark.parametrize(
    ("asked", "count"), [("13900001234", 2), ("1234", 2), ("欧阳明月", 2), ("欧阳", 0), ("234", 0)]
)
def test_a_returning_visitor_is_recognised_without_being_exposed(desk: Desk, asked: str, count: int) -> None:
    for _ in range(2):
        desk.reception.register(FULL, by=CLERK)
    desk.reception.register(_with(FULL, name="欧阳明", phone="13900005678"), by=CLERK)

    found = desk.reception.returning(asked)

    assert found.count == count
    assert {(earlier.name, earlier.kind) for earlier in found.newest} <= {("欧***", RecordKind.ENQUIRY)}


def test_repeat_last_takes_everything_but_the_person(desk: Desk) -> None:
    assert desk.reception.repeat_last(CLERK) is None
    desk.reception.register(_with(FULL, rating=5, persons=4), by=CLERK)
    desk.reception.tally(EnquiryKind.PRAISE, by=OTHER)

    again = desk.reception.repeat_last(CLERK)

    assert again == EnquiryDraft(topic="教育", unit="市教育局", content="询问入学政策", answer="请看政府网站")


def test_an_enquiry_becomes_an_application_with_nothing_retyped(desk: Desk) -> None:
    made = desk.reception.register(_with(FULL, channel=EnquiryChannel.FAX), by=CLERK)

    prefill = desk.later(hours=1).reception.into_application(made.number)

    assert (prefill.applicant.name, prefill.applicant.phone) == ("欧阳明月", "13900001234")
    assert (prefill.subject, prefill.unit, prefill.topic) == ("询问入学政策", "市教育局", "教育")
    assert (prefill.channel, prefill.enquiry) == (ApplicationChannel.FAX, made.number)


def test_the_link_settles_an_open_days_enquiry_and_leaves_a_closed_days_figures(desk: Desk) -> None:
    referred = EnquiryDraft(handling=Handling.REFERRED)
    closed = desk.reception.register(referred, by=CLERK).number
    ClosingDesk(desk.office).close(desk.office.today(), by=CLERK)
    desk.later(days=1)
    open_ = desk.reception.register(referred, by=CLERK).number
    desk.application("SQ01-W01-S2026-00001")

    with desk.database.writing() as tx:
        for number in (closed, open_):
            enquiries.link_application(tx, number, "SQ01-W01-S2026-00001")

    assert desk.reception.get(open_).handling is Handling.APPLICATION
    assert desk.reception.get(open_).closed_on == date(2026, 3, 3)
    assert desk.reception.get(closed).handling is Handling.REFERRED
    assert desk.reception.get(closed).application == "SQ01-W01-S2026-00001"
    with pytest.raises(TurnedIntoApplication):
        desk.reception.into_application(open_)
    with pytest.raises(TurnedIntoApplication):
        desk.reception.undo_last(by=CLERK)


def test_an_enquiry_is_free_again_when_its_application_was_voided(desk: Desk) -> None:
    number = desk.reception.register(FULL, by=CLERK).number
    desk.application("SQ01-W01-S2026-00001", state="voided")
    with desk.database.writing() as tx:
        enquiries.link_application(tx, number, "SQ01-W01-S2026-00001")

    assert desk.reception.into_application(number).enquiry == number
    assert desk.reception.undo_last(by=CLERK).voided == "撤销"


def test_the_forms_draft_goes_with_its_record(desk: Desk) -> None:
    desk.drafts.save("form-1", "enquiry", {"name": "欧阳"}, by=CLERK)
    desk.drafts.save("form-2", "enquiry", {"name": "司马"}, by=CLERK)

    desk.reception.register(FULL, by=CLERK, draft_instance="form-1")

    assert [saved.instance for saved in desk.drafts.mine(CLERK)] == ["form-2"]


def test_numbering_pauses_when_the_clock_went_back_until_a_supervisor_looked(desk: Desk) -> None:
    desk.reception.tally(EnquiryKind.HELP, by=CLERK)
    desk.later(days=-2)

    with pytest.raises(ClockWentBack) as refused:
        desk.reception.tally(EnquiryKind.HELP, by=CLERK)
    assert refused.value.last.startswith("2026-03-02 09:00")
    with pytest.raises(NotPermitted):
        desk.reception.confirm_clock(by=CLERK)
    with pytest.raises(NotPermitted):
        desk.reception.confirm_clock(by=ADMINISTRATOR)
    desk.reception.confirm_clock(by=SUPERVISOR)

    assert desk.reception.tally(EnquiryKind.HELP, by=CLERK).business_date == date(2026, 2, 28)


def test_an_entry_without_a_number_does_not_hide_that_the_clock_went_back(desk: Desk) -> None:
    made = desk.reception.register(FULL, by=CLERK)
    desk.later(days=-2).reception.reveal(made.number, reason="回访", by=CLERK)

    with pytest.raises(ClockWentBack):
        desk.reception.tally(EnquiryKind.HELP, by=CLERK)


def test_a_second_backwards_is_no_matter(desk: Desk) -> None:
    desk.reception.tally(EnquiryKind.HELP, by=CLERK)

    assert desk.later(seconds=-30).reception.tally(EnquiryKind.HELP, by=CLERK).number.endswith("00002")


def test_lists_reach_over_days_and_show_the_newest_first(desk: Desk) -> None:
    numbers = [desk.reception.tally(EnquiryKind.HELP, by=CLERK).number for _ in range(2)]
    desk.later(days=1)
    numbers.append(desk.reception.tally(EnquiryKind.HELP, by=CLERK).number)

    first = date(2026, 3, 2)
    assert [row.number for row in desk.reception.rows(first, first + timedelta(days=2))] == numbers[::-1]
    assert [row.number for row in desk.reception.rows(first)] == [numbers[1], numbers[0]]
    assert [row.number for row in desk.reception.today()] == [numbers[2]]


def _with(draft: EnquiryDraft, **fields: object) -> EnquiryDraft:
    return EnquiryDraft(**(_fields(draft) | fields))  # type: ignore[arg-type]


def _fields(draft: EnquiryDraft) -> dict[str, object]:
    return {name: getattr(draft, name) for name in EnquiryDraft.__dataclass_fields__}
