"""Every act of an application's life: where it is allowed, what it does to the due date, and how it is taken back."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from application_hall import (
    ANOTHER,
    CLERK,
    FIRM,
    GIVEN,
    OTHER,
    PERSON,
    SUPERVISOR,
    Hall,
    draft,
    hall_in,
    step,
)

from hallclient.domain.law import clock
from hallclient.domain.law.clock_refusals import CorrectionRepeated, ExtensionRepeated, ExtensionTooLong
from hallclient.domain.law.working_days import WorkingCalendar
from hallclient.domain.outcomes import Outcome
from hallclient.domain.register.application import Application
from hallclient.domain.register.application_lists import ApplicationFilter
from hallclient.domain.register.issued import PrintState
from hallclient.domain.register.kinds import ApplicantKind, ApplicationChannel
from hallclient.domain.register.life import RULES
from hallclient.domain.register.life_refusals import (
    ActMissing,
    NoStepToUndo,
    OutcomeDoesNotFit,
    OutcomeMissing,
    ReasonMissing,
    StepBeforeReceipt,
    StepFactsMissing,
    StepFactUnreadable,
    StepInFuture,
    StepRefused,
)
from hallclient.domain.register.permissions import Clerk, NotPermitted
from hallclient.domain.register.receipt import LateReceiptNeedsReason, ReceiptFixed
from hallclient.domain.register.records import DayClosed, NoSuchRecord
from hallclient.domain.register.states import State
from hallclient.domain.register.steps import Act, Step
from hallclient.domain.register.versions import ChangedMeanwhile
from hallclient.reference import load_calendar
from hallclient.storage import search
from hallclient.storage.number_ledger import VoidNeedsReason, states

APPROVED = {"approver": "赵主任"}
ASKED = {"party_kind": "third_party", "party": "示例市示例贸易有限公司"}
FEE = {"basis": "items", "count": "13", "yuan": "380", "approver": "赵主任"}


@pytest.fixture
def hall(tmp_path: Path) -> Iterator[Hall]:
    with hall_in(tmp_path) as hall:
        yield hall


def live(hall: Hall, now: str, *story: Step) -> Application:
    """Register on 2026-03-02 and record a story of steps, looking back from ``now``."""
    application = hall.at("2026-03-02 09:00:00").applications.register(draft(), by=CLERK).application
    hall.at(now)
    for act in story:
        application = hall.later(minutes=1).applications.record(
            application.number, act, by=recorder(act), version=application.version
        )
    return application


def recorder(act: Step) -> Clerk:
    """Who records an act: what a clerk may not, the supervisor does."""
    return CLERK if CLERK.may(RULES[act.act].permission) else SUPERVISOR


STORIES = {
    "plain": ((), "2026-03-30"),
    "extension starts where the period ends": (
        (step(Act.EXTENDED, "2026-03-20", days=20, details=APPROVED),),
        "2026-04-28",
    ),
    "correction stops the clock": ((step(Act.CORRECTION_REQUESTED, "2026-03-04"),), None),
    "correction restarts the clock": (
        (step(Act.CORRECTION_REQUESTED, "2026-03-04"), step(Act.CORRECTED, "2026-03-10")),
        "2026-04-08",
    ),
    "consultation is left out": (
        (
            step(Act.CONSULTATION_SENT, "2026-03-09", id="a", details=ASKED),
            step(Act.CONSULTATION_RECEIVED, "2026-03-11", id="a"),
            step(Act.CONSULTATION_ANSWERED, "2026-03-25", id="a", details={"opinion": "agreed"}),
        ),
        "2026-04-16",
    ),
    "a silent third party has fifteen working days": (
        (
            step(Act.CONSULTATION_SENT, "2026-03-09", id="a", details=ASKED),
            step(Act.CONSULTATION_RECEIVED, "2026-03-11", id="a"),
        ),
        "2026-04-23",
    ),
    "a letter entered late finds its place": (
        (
            step(Act.EXTENDED, "2026-03-20", days=5, details=APPROVED),
            step(Act.CONSULTATION_SENT, "2026-03-09", id="a", details=ASKED),
            step(Act.CONSULTATION_ANSWERED, "2026-03-25", id="a", details={"opinion": "agreed"}),
        ),
        "2026-04-23",
    ),
    "payment restarts the clock": (
        (
            step(Act.FEE_DECIDED, "2026-03-09", details=FEE),
            step(Act.FEE_NOTIFIED, "2026-03-10", details={"yuan": "380"}),
            step(Act.FEE_PAID, "2026-03-16", details={"yuan": "380"}),
        ),
        "2026-04-14",
    ),
}


@pytest.mark.parametrize("name", STORIES)
def test_the_stored_due_date_is_the_clocks_and_nothing_else(hall: Hall, name: str) -> None:
    story, due = STORIES[name]
    application = live(hall, "2026-04-01 09:00:00", *story)

    row = hall.row(application.number)
    assert row["due_on"] == due
    trace = hall.applications.trace(application.number)
    assert trace is not None
    assert (trace.due.isoformat() if trace.due else None) == due
    assert row["state"] == application.state.value
    on_receipt = clock.due(date(2026, 3, 2), (), hall.office.rulesets[-1], hall.office.calendar).on
    assert trace.original_due == on_receipt == date(2026, 3, 30)


@pytest.mark.parametrize("name", [name for name in STORIES if name != "plain"])
def test_undo_restores_exactly_what_was_before(hall: Hall, name: str) -> None:
    story, _ = STORIES[name]
    application = live(hall, "2026-04-01 09:00:00", *story[:-1])
    before = hall.row(application.number)
    hall.later(minutes=1)
    later = hall.applications.record(application.number, story[-1], by=recorder(story[-1]), version=application.version)

    undone = hall.applications.undo_last_step(
        later.number, by=recorder(story[-1]), reason="误录", version=later.version
    )

    after = hall.row(application.number)
    assert {**after, "version": 0} == {**before, "version": 0}
    assert undone.steps == application.steps
    assert undone.version == after["version"] == before["version"] + 2


def test_the_fee_that_was_paid_stands_in_the_row(hall: Hall) -> None:
    story, _ = STORIES["payment restarts the clock"]
    assert hall.row(live(hall, "2026-04-01 09:00:00", *story).number)["fee_yuan"] == "380.00"


def test_an_act_that_may_not_follow_is_refused(hall: Hall) -> None:
    application = live(hall, "2026-03-05 09:00:00")
    now = hall.counts()
    for act, refusal in (
        (step(Act.CORRECTED, "2026-03-04"), StepRefused),
        (step(Act.FEE_PAID, "2026-03-04"), ActMissing),
        (step(Act.RECEIVED, "2026-03-04"), StepRefused),
        (step(Act.VOIDED, "2026-03-04"), NotPermitted),
        (step(Act.EXTENDED, "2026-03-06", days=5, details=APPROVED), StepInFuture),
        (step(Act.EXTENDED, "2026-02-27", days=5, details=APPROVED), StepBeforeReceipt),
        (step(Act.EXTENDED, "2026-03-05", days=5), StepFactsMissing),
        (step(Act.CONSULTATION_SENT, "2026-03-05"), StepFactsMissing),
        (step(Act.CONSULTATION_SENT, "2026-03-05", details=ASKED | {"party_kind": "neighbour"}), StepFactUnreadable),
        (step(Act.EXTENDED, "2026-03-05", days=21, details=APPROVED), ExtensionTooLong),
        (step(Act.EXTENDED, "2026-03-04", days=5, details=APPROVED, reason=""), ReasonMissing),
        (step(Act.ANSWERED, "2026-03-05"), OutcomeMissing),
        (step(Act.ANSWERED, "2026-03-05", outcome=Outcome.CLOSED_CORRECTION_OVERDUE), OutcomeDoesNotFit),
        (step(Act.ANSWERED, "2026-03-05", outcome=Outcome.CLOSED_FEE_UNPAID), OutcomeDoesNotFit),
        (step(Act.ANSWERED, "2026-03-05", outcome=Outcome.UNAVAILABLE_STILL_UNCLEAR), OutcomeDoesNotFit),
    ):
        with pytest.raises(refusal):
            hall.applications.record(application.number, act, by=CLERK, version=application.version)
    assert hall.counts() == now


def test_one_correction_and_one_extension(hall: Hall) -> None:
    application = live(hall, "2026-03-20 09:00:00", *STORIES["correction restarts the clock"][0])
    with pytest.raises(CorrectionRepeated):
        hall.applications.record(
            application.number, step(Act.CORRECTION_REQUESTED, "2026-03-11"), by=CLERK, version=application.version
        )
    extension = step(Act.EXTENDED, "2026-03-20", days=10, details=APPROVED)
    extended = hall.applications.record(application.number, extension, by=CLERK, version=application.version)
    with pytest.raises(ExtensionRepeated):
        hall.applications.record(application.number, extension, by=CLERK, version=extended.version)


def test_an_overdue_correction_closes_with_its_own_leaf(hall: Hall) -> None:
    application = live(hall, "2026-04-01 09:00:00", step(Act.CORRECTION_REQUESTED, "2026-03-04"))
    overdue = step(Act.ANSWERED, "2026-04-01", outcome=Outcome.CLOSED_CORRECTION_OVERDUE)
    closed = hall.applications.record(application.number, overdue, by=CLERK, version=application.version)
    assert (closed.state, closed.outcome) == (State.ANSWERED, Outcome.CLOSED_CORRECTION_OVERDUE)


def test_a_withdrawal_counts_as_other(hall: Hall) -> None:
    application = live(hall, "2026-03-03 09:00:00", Step(act=Act.WITHDRAWN, on=date(2026, 3, 3)))
    assert (application.state, application.outcome) == (State.WITHDRAWN, Outcome.CLOSED_OTHER)
    assert hall.row(application.number)["closed_on"] == "2026-03-03"


def test_an_answer_given_later_closes_and_issues_in_one_save(hall: Hall) -> None:
    application = live(hall, "2026-03-20 09:00:00")
    done = hall.applications.answer(application.number, GIVEN, by=CLERK, version=application.version)
    assert (done.application.state, done.application.closed_on) == (State.ANSWERED, date(2026, 3, 20))
    assert [document.kind for document in done.documents] == ["A01"]
    assert hall.documents.of_record(application.number)[-1].number == done.documents[0].number


def test_undoing_an_answer_voids_its_letter_and_keeps_its_number(hall: Hall) -> None:
    made = hall.applications.register(draft(), by=CLERK, answer=GIVEN)
    letter = made.documents[-1]

    undone = hall.applications.undo_last_step(made.application.number, by=CLERK, reason="页数有误", version=1)

    assert (undone.state, undone.outcome, undone.closed_on) == (State.IN_PROGRESS, None, None)
    assert hall.documents.get(letter.id).voided == "页数有误"
    again = hall.later(minutes=1).applications.answer(undone.number, GIVEN, by=CLERK, version=undone.version)
    assert (letter.number, again.documents[0].number) == ("示依申请〔2026〕1号", "示依申请〔2026〕2号")
    assert [d.kind for d in hall.documents.unprinted()] == ["P01", "A01"]


def test_a_registration_is_voided_not_undone(hall: Hall) -> None:
    application = live(hall, "2026-03-03 09:00:00")
    with pytest.raises(NoStepToUndo):
        hall.applications.undo_last_step(application.number, by=CLERK, reason="误录", version=1)
    with pytest.raises(NotPermitted):
        hall.applications.void(application.number, reason="误登", by=CLERK, version=1)
    with pytest.raises(VoidNeedsReason):
        hall.applications.void(application.number, reason=" ", by=SUPERVISOR, version=1)

    voided = hall.applications.void(application.number, reason="误登", by=SUPERVISOR, version=1)

    assert voided.state is State.VOIDED
    assert hall.applications.rows() == []
    with hall.database.reading() as tx:
        account = next(state for state in states(tx) if state.series == "SQ01-W01-S")
        assert (account.void, account.gaps) == (1, 0)
        assert search.find(tx, "小区") == []
    assert {document.voided for document in hall.documents.of_record(application.number)} == {"误登"}
    with pytest.raises(StepRefused):
        hall.applications.void(application.number, reason="再次", by=SUPERVISOR, version=2)
    following = hall.applications.register(draft("2026-03-03"), by=CLERK).application
    assert following.number.endswith("00002")


def test_a_stale_version_saves_nothing_and_shows_how_it_stands(hall: Hall) -> None:
    application = live(hall, "2026-03-03 09:00:00")
    hall.applications.amend(application.number, draft(topic="财政"), version=application.version, by=OTHER)
    with pytest.raises(ChangedMeanwhile) as refused:
        hall.applications.record(
            application.number,
            Step(act=Act.WITHDRAWN, on=date(2026, 3, 3)),
            by=CLERK,
            version=application.version,
        )
    assert isinstance(refused.value.theirs, Application)
    assert refused.value.theirs.topic == "财政"
    assert hall.row(application.number)["state"] == "in_progress"


def test_amending_with_a_masked_form_keeps_the_person(hall: Hall) -> None:
    application = live(hall, "2026-03-02 10:00:00")
    form = replace(hall.applications.draft_of(application.number), subject="2024年老旧小区改造计划")
    amended = hall.applications.amend(application.number, form, version=application.version, by=CLERK)
    seen = hall.applications.reveal(amended.number, reason="核对", by=CLERK)
    assert (seen.applicant, seen.subject, seen.version) == (PERSON, "2024年老旧小区改造计划", 2)
    assert seen.steps == application.steps


def test_a_receipt_date_moves_only_while_nothing_stands_on_it(hall: Hall) -> None:
    application = live(hall, "2026-03-04 09:00:00")
    moved = hall.applications.amend(application.number, draft("2026-03-03"), version=1, by=CLERK)
    assert hall.row(moved.number)["due_on"] == "2026-03-31"
    corrected = hall.applications.record(
        moved.number, Step(act=Act.CORRECTION_REQUESTED, on=date(2026, 3, 4)), by=CLERK, version=2
    )
    with pytest.raises(ReceiptFixed):
        hall.applications.amend(moved.number, draft("2026-03-02"), version=corrected.version, by=CLERK)


def test_a_receipt_date_never_leaves_its_series(hall: Hall) -> None:
    made = hall.at("2027-01-02 09:00:00").applications.register(draft("2027-01-02"), by=CLERK).application
    with pytest.raises(ReceiptFixed):
        hall.applications.amend(made.number, draft("2026-12-31"), version=1, by=CLERK)


def test_a_closed_day_keeps_its_steps_and_takes_later_facts_as_adjustments(hall: Hall) -> None:
    made = hall.applications.register(draft(), by=CLERK, answer=GIVEN).application
    other = hall.applications.register(draft(applicant=ANOTHER), by=CLERK).application
    hall.close_day("2026-03-02")

    with pytest.raises(DayClosed):
        hall.applications.undo_last_step(made.number, by=CLERK, reason="误录", version=1)
    answered = Step(act=Act.ANSWERED, on=date(2026, 3, 2), outcome=Outcome.DECLINED_PETITION)
    with pytest.raises(DayClosed):
        hall.applications.record(other.number, replace(answered, reason="昨日已答复"), by=CLERK, version=1)
    with pytest.raises(ReasonMissing):
        hall.applications.record(other.number, answered, by=SUPERVISOR, version=1)
    late = hall.at("2026-03-03 09:00:00").applications.record(
        other.number, replace(answered, reason="昨日已当场答复"), by=SUPERVISOR, version=1
    )

    assert late.closed_on == date(2026, 3, 2)
    with hall.database.reading() as tx:
        notes = {tuple(note) for note in tx.exec_driver_sql("SELECT line, delta, reason FROM adjustments")}
    assert ("applications.closed", "1", "昨日已当场答复") in notes


def test_what_a_closed_day_counted_is_changed_by_a_supervisor_with_a_reason(hall: Hall) -> None:
    made = hall.applications.register(draft(), by=CLERK).application
    hall.close_day("2026-03-02")
    firm = draft(applicant=FIRM)
    hall.applications.amend(made.number, draft(materials="身份证复印件"), version=1, by=CLERK)
    with pytest.raises(NotPermitted):
        hall.applications.amend(made.number, firm, version=2, by=CLERK)
    with pytest.raises(LateReceiptNeedsReason):
        hall.applications.amend(made.number, firm, version=2, by=SUPERVISOR)
    hall.applications.amend(made.number, replace(firm, late_reason="申请人类别登记有误"), version=2, by=SUPERVISOR)
    with hall.database.reading() as tx:
        notes = {tuple(note) for note in tx.exec_driver_sql("SELECT line, delta FROM adjustments")}
    assert ("applications.received.kind.natural_person", "-1") in notes
    assert ("applications.received.kind.commercial_enterprise", "1") in notes


def test_rows_are_narrowed_and_ordered(hall: Hall) -> None:
    first = hall.applications.register(draft(), by=CLERK).application.number
    second = hall.applications.register(draft(applicant=FIRM), by=CLERK, answer=GIVEN).application.number
    third = hall.applications.register(draft(channel=ApplicationChannel.FAX, applicant=ANOTHER), by=CLERK)

    def numbers(**wanted: object) -> list[str]:
        return [row.number for row in hall.applications.rows(ApplicationFilter(**wanted))]

    assert numbers() == [third.application.number, second, first]
    assert numbers(kind=ApplicantKind.COMMERCIAL_ENTERPRISE) == [second]
    assert numbers(due_until=date(2026, 3, 31)) == [first]
    assert numbers(due_until=date(2026, 3, 30)) == []
    assert numbers(states=frozenset({State.AWAITING_CONFIRMATION})) == [third.application.number]
    assert numbers(closed_first=date(2026, 3, 2), closed_until=date(2026, 3, 3)) == [second]
    assert numbers(outcome=Outcome.GRANTED) == [second]
    assert numbers(limit=1, offset=1) == [second]
    assert [
        row.name for row in hall.applications.rows(ApplicationFilter(kind=ApplicantKind.COMMERCIAL_ENTERPRISE))
    ] == [FIRM.name]


def test_an_unknown_number_is_said_to_be_unknown(hall: Hall) -> None:
    with pytest.raises(NoSuchRecord):
        hall.applications.get("SQ01-W01-S2026-00099")


def test_one_persons_applications_of_a_month_are_counted(hall: Hall) -> None:
    for index, on in enumerate(("2026-02-27", "2026-03-02", "2026-03-02")):
        hall.applications.register(draft(on, subject=f"第{index}项信息"), by=CLERK)
    assert hall.applications.applications_in_month(draft(), date(2026, 3, 15)) == 2
    assert hall.applications.applications_in_month(draft(applicant=ANOTHER), date(2026, 3, 15)) == 0


def test_a_new_calendar_moves_open_applications_and_names_the_letters(hall: Hall) -> None:
    hall.at("2026-03-20 09:00:00")
    open_one = hall.applications.register(draft("2026-03-20"), by=CLERK).application.number
    hall.applications.register(draft("2026-03-20", applicant=ANOTHER), by=CLERK, answer=GIVEN)
    calendar = hall.office.calendar
    without = WorkingCalendar(packs=calendar.packs)  # the same packs, then one with a day less
    assert hall.applications.impact(without) == []

    year = calendar.by_year[2026]
    longer = calendar.with_pack(replace(year, off={**year.off, date(2026, 4, 7): "清明节"}))
    (moved,) = hall.applications.impact(longer)

    assert (moved.number, moved.before, moved.after) == (open_one, date(2026, 4, 20), date(2026, 4, 21))
    assert moved.letters == (f"P01 {hall.documents.of_record(open_one)[0].number}",)
    assert hall.row(open_one)["due_on"] == "2026-04-20"
    hall.office.calendar = longer
    assert hall.applications.recalculate_open(by=SUPERVISOR) == [moved]
    assert hall.row(open_one)["due_on"] == "2026-04-21"
    assert hall.applications.recalculate_open(by=SUPERVISOR) == []
    assert load_calendar().by_year[2026] == year


def test_a_printed_letter_stays_when_its_answer_is_undone(hall: Hall) -> None:
    made = hall.applications.register(draft(), by=CLERK, answer=GIVEN)
    letter = made.documents[-1]
    hall.documents.printed(letter.id, printer="HP", state=PrintState.SENT, by=CLERK)
    hall.applications.undo_last_step(made.application.number, by=CLERK, reason="误录", version=1)
    assert hall.documents.get(letter.id).copies == 1
    assert hall.documents.stored(letter.id).startswith(b"%PDF")
