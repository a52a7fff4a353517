"""The disputes desk on a real store: acts, dates, closed days, orders, and table 四 fed by what is final."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest

from hallclient.domain.figures.dispute_carry import CarryBroken, Table4, carry_broken
from hallclient.domain.register.dispute import (
    DecidedByActs,
    Dispute,
    DisputeDraft,
    DisputeInFuture,
    FollowsNoReconsideration,
    NoDisputeActToUndo,
)
from hallclient.domain.register.dispute_acts import DisputeAct, DisputeStage, DisputeStep
from hallclient.domain.register.kinds import DisputeKind, DisputeResult
from hallclient.domain.register.records import DayClosed, RecordKind
from hallclient.domain.register.versions import ChangedMeanwhile
from hallclient.services.board import SectionCode
from hallclient.wiring import Hall
from tests.hall import Clock, Stores

APPLICATION = "SL01-W01-S2026-00007"
SUIT = DisputeDraft(
    kind=DisputeKind.LITIGATION_DIRECT,
    filed_on=date(2026, 3, 2),
    application=APPLICATION,
    body="示例市中级人民法院",
    file_number="（2026）示01行初12号",
)
RECONSIDERATION = replace(SUIT, kind=DisputeKind.RECONSIDERATION, body="示例市人民政府", file_number="示府复3号")


@pytest.fixture(scope="module")
def stores(tmp_path_factory: pytest.TempPathFactory) -> Stores:
    return Stores(tmp_path_factory.mktemp("template"))


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def hall(stores: Stores, tmp_path: Path, clock: Clock) -> Iterator[Hall]:
    with stores.hall(tmp_path / "store", clock) as opened:
        yield opened


def on(day: str) -> datetime:
    return datetime.fromisoformat(day + " 09:00")


def act(hall: Hall, dispute: Dispute, act: DisputeAct, day: str, late: str = "", **said: object) -> Dispute:
    step = DisputeStep(act=act, on=date.fromisoformat(day), **said)  # type: ignore[arg-type]
    return hall.disputes.record_act(dispute.number, step, version=dispute.version, late_reason=late, by=hall.clerk)


def test_a_dispute_comes_in_with_its_notice_and_stands_on_the_due_board(hall: Hall, clock: Clock) -> None:
    clock.set(on("2026-03-04"))
    notice = DisputeStep(act=DisputeAct.NOTICED, on=date(2026, 3, 4), simple=True)

    dispute = hall.disputes.record(RECONSIDERATION, acts=[notice], by=hall.clerk)

    assert dispute.due_on == date(2026, 3, 11)
    assert dispute.acts[0].by == hall.clerk.name
    [section] = [one for one in hall.board.today(hall.clerk) if one.code is SectionCode.DISPUTES]
    [row] = section.rows
    assert (row.kind, row.number, row.due, row.left) == (RecordKind.DISPUTE, dispute.number, date(2026, 3, 11), 5)
    clock.set(on("2026-03-12"))
    [late] = next(one for one in hall.board.today(hall.clerk) if one.code is SectionCode.DISPUTES).rows
    assert late.left == -1


def test_what_is_kept_comes_back_as_it_was(hall: Hall, clock: Clock) -> None:
    clock.set(on("2026-06-30"))
    dispute = hall.disputes.record(SUIT, by=hall.clerk)
    dispute = act(hall, dispute, DisputeAct.NOTICED, "2026-03-06", note="副本三份")
    dispute = act(hall, dispute, DisputeAct.DEFENDED, "2026-03-16")
    order: dict[str, object] = {"result": DisputeResult.CORRECTED, "order_days": 15, "order_working": False}
    dispute = act(hall, dispute, DisputeAct.DECIDED, "2026-05-20", **order)  # type: ignore[arg-type]

    assert hall.disputes.get(dispute.number) == dispute
    assert dispute.version == 4
    assert (dispute.body, dispute.file_number) == (SUIT.body, SUIT.file_number)


def test_a_first_judgment_is_not_in_the_figures_before_it_takes_effect(hall: Hall, clock: Clock) -> None:
    clock.set(on("2026-06-12"))
    dispute = hall.disputes.record(SUIT, by=hall.clerk)
    dispute = act(hall, dispute, DisputeAct.DECIDED, "2026-05-20", result=DisputeResult.UPHELD)
    assert hall.figures.national(2026, live=True).table4["litigation_direct"] == {
        "upheld": 0, "corrected": 0, "other": 0, "pending": 1, "total": 1,
    }  # fmt: skip

    act(hall, dispute, DisputeAct.EFFECTIVE, "2026-06-11")

    report = hall.figures.national(2026, live=True)
    assert report.table4["litigation_direct"] == {"upheld": 1, "corrected": 0, "other": 0, "pending": 0, "total": 1}
    assert not [one for one in report.violations if one.identity == "R5"]


def test_an_act_taken_back_leaves_everything_as_it_was(hall: Hall, clock: Clock) -> None:
    clock.set(on("2026-04-22"))
    before = hall.disputes.record(RECONSIDERATION, by=hall.clerk)
    before = act(hall, before, DisputeAct.NOTICED, "2026-03-04")
    after = act(hall, before, DisputeAct.DECIDED, "2026-04-20", result=DisputeResult.UPHELD)

    undone = hall.disputes.undo_act(after.number, reason="录错", version=after.version, by=hall.clerk)

    assert replace(undone, version=before.version) == before
    first = hall.disputes.undo_act(undone.number, reason="录错", version=undone.version, by=hall.clerk)
    assert first.acts == ()
    with pytest.raises(NoDisputeActToUndo):
        hall.disputes.undo_act(first.number, reason="录错", version=first.version, by=hall.clerk)


def test_somebody_elses_act_is_not_written_over(hall: Hall) -> None:
    dispute = hall.disputes.record(SUIT, by=hall.clerk)
    act(hall, dispute, DisputeAct.NOTICED, "2026-03-02")

    with pytest.raises(ChangedMeanwhile) as refused:
        act(hall, dispute, DisputeAct.WITHDRAWN, "2026-03-02")

    assert refused.value.version == 2


def test_a_result_on_a_closed_day_is_a_dated_adjustment(hall: Hall, clock: Clock) -> None:
    dispute = hall.disputes.record(RECONSIDERATION, by=hall.clerk)
    hall.closing.close(date(2026, 3, 2), by=hall.clerk)
    clock.set(on("2026-03-03"))
    with pytest.raises(DayClosed):
        act(hall, dispute, DisputeAct.DECIDED, "2026-03-02", result=DisputeResult.OTHER)

    act(hall, dispute, DisputeAct.DECIDED, "2026-03-02", late="次日收到", result=DisputeResult.OTHER)

    assert hall.closing.sheet(date(2026, 3, 2)).value("disputes.decided.reconsideration.other") == 1


def test_a_notice_of_a_closed_day_moves_no_figure_and_needs_no_reason(hall: Hall, clock: Clock) -> None:
    dispute = hall.disputes.record(RECONSIDERATION, by=hall.clerk)
    hall.closing.close(date(2026, 3, 2), by=hall.clerk)
    clock.set(on("2026-03-03"))

    assert act(hall, dispute, DisputeAct.NOTICED, "2026-03-02").due_on == date(2026, 3, 16)


def test_acts_of_days_to_come_and_results_beside_acts_are_refused(hall: Hall) -> None:
    dispute = hall.disputes.record(SUIT, by=hall.clerk)
    with pytest.raises(DisputeInFuture):
        act(hall, dispute, DisputeAct.NOTICED, "2026-03-03")
    dispute = act(hall, dispute, DisputeAct.NOTICED, "2026-03-02")
    with pytest.raises(DecidedByActs):
        hall.disputes.decide(
            dispute.number, decided_on=date(2026, 3, 2), result=DisputeResult.OTHER, version=2, by=hall.clerk
        )
    assert hall.disputes.file(dispute.number).standing.stage is DisputeStage.ANSWERING


def test_a_suit_after_reconsideration_is_linked_to_it_both_ways(hall: Hall) -> None:
    first = hall.disputes.record(RECONSIDERATION, by=hall.clerk)
    later = replace(SUIT, kind=DisputeKind.LITIGATION_AFTER_RECONSIDERATION, follows=first.number)

    suit = hall.disputes.record(later, by=hall.clerk)

    assert [one.number for one in hall.disputes.file(first.number).followed_by] == [suit.number]
    second = replace(later, follows=suit.number)
    for wrong in (second, replace(later, follows="F"), replace(SUIT, follows=first.number)):
        with pytest.raises(FollowsNoReconsideration):
            hall.disputes.record(wrong, by=hall.clerk)


def test_an_order_to_answer_again_is_told_to_the_application_until_it_is_complied_with(
    hall: Hall, clock: Clock
) -> None:
    clock.set(on("2026-05-20"))
    dispute = hall.disputes.record(RECONSIDERATION, by=hall.clerk)
    dispute = act(hall, dispute, DisputeAct.DECIDED, "2026-04-20", result=DisputeResult.CORRECTED, order_days=20)
    dispute = act(hall, dispute, DisputeAct.SERVED, "2026-04-22")

    found = hall.disputes.order_to_redo(APPLICATION)

    assert found is not None
    assert (found[0].number, found[1].days, found[1].runs_from) == (dispute.number, 20, date(2026, 4, 22))
    assert dispute.due_on == date(2026, 5, 22)
    act(hall, dispute, DisputeAct.COMPLIED, "2026-05-12")
    assert hall.disputes.order_to_redo(APPLICATION) is None
    assert hall.disputes.order_to_redo("SL01-W01-S2026-00008") is None


def test_a_dispute_is_found_by_the_number_the_court_gave_it(hall: Hall) -> None:
    dispute = hall.disputes.record(SUIT, by=hall.clerk)
    hall.disputes.change(
        dispute.number, lambda _old: replace(SUIT, file_number="（2026）示01行初99号"), version=1, by=hall.clerk
    )

    assert [hit.number for hit in hall.finder.find("行初99", by=hall.clerk)] == [dispute.number]
    assert hall.finder.find("行初12", by=hall.clerk) == []


def test_what_one_year_leaves_undecided_the_next_year_begins_with(hall: Hall, clock: Clock) -> None:
    clock.set(on("2026-12-30"))
    dispute = hall.disputes.record(SUIT, by=hall.clerk)
    dispute = act(hall, dispute, DisputeAct.DECIDED, "2026-05-20", result=DisputeResult.UPHELD)
    clock.set(on("2027-02-01"))
    act(hall, dispute, DisputeAct.EFFECTIVE, "2027-01-15")

    def table(year: int) -> Table4:
        return hall.figures.national(year, live=True).table4

    last, this = table(2026)["litigation_direct"], table(2027)["litigation_direct"]

    assert last["pending"] == 1
    assert (this["total"], this["upheld"], this["pending"]) == (1, 1, 0)
    assert carry_broken(table(2026), table(2027), {}) == ()
    late = replace(SUIT, filed_on=date(2026, 12, 31))
    published = table(2026)
    hall.disputes.record(late, by=hall.clerk)
    assert carry_broken(published, table(2027), {}) == (CarryBroken(block="litigation_direct", expected=1, found=2),)
