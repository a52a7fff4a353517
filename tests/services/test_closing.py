"""Does the day close as a whole, in its order, with its number, and stay as it was signed?"""

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from closing_hall import CLERK, NOBODY, SUPERVISOR, Hall, hall_in, put_application, put_enquiry

from hallclient.domain.figures import packet
from hallclient.domain.figures.day_close import (
    AdjustmentMissing,
    AdjustmentNeedsReason,
    DayClosed,
    DayInFuture,
    DayNotClosed,
    DayUnfinished,
    LineUnknown,
    UnfinishedKind,
)
from hallclient.domain.figures.identities import IdentitiesBroken
from hallclient.domain.register.counter import Counter, CounterDraft
from hallclient.domain.register.dispute import DisputeDraft
from hallclient.domain.register.kinds import DisputeKind, DisputeResult
from hallclient.domain.register.permissions import NotPermitted
from hallclient.storage import day_closes

DAY = date(2026, 3, 2)


@pytest.fixture
def hall(tmp_path: Path) -> Iterator[Hall]:
    with hall_in(tmp_path) as opened:
        yield opened


def test_a_days_lines_say_what_its_records_say(hall: Hall) -> None:
    first = hall.enquiry("2026-03-02", persons=3, rating=5)
    hall.enquiry("2026-03-02", persons=0, visit=first, kind="complaint", handling=None)
    hall.enquiry("2026-03-02", channel="phone", late=1, late_reason="系统故障")
    hall.enquiry("2026-03-02", voided="重复")
    hall.application("2026-02-27", "2026-03-02", "granted_in_part", fee_yuan="380.50", unit="示例局", historical=1)
    hall.application("2026-03-02", applicant_kind="commercial_enterprise")

    sheet = hall.closing.interim(DAY, by=CLERK)

    assert not sheet.closed
    assert sheet.value("enquiries.visits") == 2
    assert sheet.value("enquiries.persons") == 4
    assert sheet.value("enquiries.matters") == 3
    assert sheet.value("enquiries.records") == 3
    assert sheet.value("enquiries.persons.channel.phone") == 1
    assert sheet.value("enquiries.handling.in_progress") == 1
    assert sheet.value("enquiries.rating.5") == 1
    assert sheet.value("enquiries.rating.none") == 2
    assert sheet.value("enquiries.late") == 1
    assert sheet.late == ("SQ01-W01-Z2026-00003",)
    assert sheet.value("applications.carried_in") == 1
    assert sheet.value("applications.received.kind.commercial_enterprise") == 1
    assert sheet.value("applications.closed.outcome_kind.granted_in_part.natural_person") == 1
    assert sheet.value("applications.carried_out") == 1
    assert sheet.value("fees.yuan") == Decimal("380.50")
    assert sheet.members["enquiries"] == ("SQ01-W01-Z2026-00001/00003",)
    assert sheet.members["enquiries_voided"] == ("SQ01-W01-Z2026-00004",)


def test_the_close_freezes_the_interim_figures_with_number_outbox_and_audit(hall: Hall) -> None:
    hall.enquiry("2026-03-02", persons=2)
    hall.application("2026-03-02", "2026-03-02")
    interim = hall.closing.interim(DAY, by=CLERK)

    sheet = hall.closing.close(DAY, by=CLERK)

    assert sheet.lines == interim.lines
    assert (sheet.z_number, sheet.revision, sheet.made_by) == (1, 1, "li")
    assert sheet.previous_sha256 == "0" * 64
    assert all(result.holds for result in sheet.identities)
    assert hall.scalar("SELECT count(*) FROM outbox WHERE state = 'queued'") == 1
    assert hall.scalar("SELECT count(*) FROM audit WHERE action = 'close_day' AND subject = '2026-03-02'") == 1
    assert hall.closing.sheet(DAY) == sheet


def test_a_second_close_changes_nothing_and_answers_with_the_same_number(hall: Hall) -> None:
    hall.enquiry("2026-03-02")
    sheet = hall.closing.close(DAY, by=CLERK)

    assert hall.at("2026-03-02 18:00:00").closing.close(DAY, by=CLERK) == sheet
    assert hall.scalar("SELECT count(*) FROM day_closes") == 1
    assert hall.scalar("SELECT count(*) FROM number_ledger WHERE series = 'Z日结'") == 1


def test_an_empty_day_closes_too(hall: Hall) -> None:
    assert hall.closing.close(DAY, by=CLERK).z_number == 1


def test_z_numbers_follow_each_other_over_the_years_and_chain_by_hash(hall: Hall) -> None:
    hall.enquiry("2025-12-31")
    hall.enquiry("2026-01-04")
    hall.close("2025-12-31", "2026-01-04")

    first, second = hall.closing.sheet(date(2025, 12, 31)), hall.closing.sheet(date(2026, 1, 4))

    assert (first.z_number, second.z_number) == (1, 2)
    assert second.previous_sha256 == first.sha256
    assert hall.closing.verify_chain().holds


def test_days_close_in_their_order(hall: Hall) -> None:
    hall.enquiry("2026-02-27")
    hall.enquiry("2026-03-02")

    with pytest.raises(DayUnfinished) as refused:
        hall.closing.close(DAY, by=CLERK)

    assert [item.number for item in refused.value.items] == ["2026-02-27"]
    assert hall.closing.open_days() == [date(2026, 2, 27), DAY]
    hall.close("2026-02-27", "2026-03-02")
    assert hall.closing.open_days() == []


def test_a_day_to_come_cannot_be_closed(hall: Hall) -> None:
    with pytest.raises(DayInFuture):
        hall.closing.close(DAY + timedelta(days=1), by=CLERK)


def test_closing_and_adjusting_need_their_permissions(hall: Hall) -> None:
    hall.close("2026-03-02")

    for call in (
        lambda: hall.closing.close(DAY, by=NOBODY),
        lambda: hall.closing.interim(DAY, by=NOBODY),
        lambda: hall.closing.adjust(DAY, "enquiries.persons", 1, "漏登", by=CLERK),
    ):
        with pytest.raises(NotPermitted):
            call()


def test_unfinished_work_is_listed_before_the_close_what_forbids_it_first(hall: Hall) -> None:
    hall.enquiry("2026-02-27")
    hall.enquiry("2026-03-02", handling=None)
    hall.application("2026-03-02", due_on="2026-03-02")
    hall.application("2026-03-02", due_on="2026-02-20")
    hall.application("2026-03-02", received_on=None, state="awaiting_confirmation")

    items = hall.closing.unfinished(DAY)

    assert [(item.kind, item.blocking) for item in items] == [
        (UnfinishedKind.EARLIER_DAY, True),
        (UnfinishedKind.OVERDUE, False),
        (UnfinishedKind.DUE_TODAY, False),
        (UnfinishedKind.UNCONFIRMED, False),
        (UnfinishedKind.UNHANDLED, False),
    ]
    assert all(item.why for item in items)


def test_an_orphan_outcome_refuses_the_close_and_is_named(hall: Hall) -> None:
    hall.application("2026-03-02", "2026-03-02")
    orphan = hall.application("2026-03-02", "2026-03-02", outcome="granted")
    hall.run("UPDATE applications SET outcome = '' WHERE number = ?", orphan)

    with pytest.raises(IdentitiesBroken) as refused:
        hall.closing.close(DAY, by=CLERK)

    assert orphan in refused.value.records
    assert hall.scalar("SELECT count(*) FROM day_closes") == 0
    assert hall.scalar("SELECT count(*) FROM number_ledger WHERE series = 'Z日结'") == 0
    assert [item.number for item in hall.closing.unfinished(DAY) if item.kind is UnfinishedKind.IDENTITY].count(orphan)


def test_an_application_closed_before_it_came_breaks_the_balance_and_is_named(hall: Hall) -> None:
    wrong = hall.application("2026-03-02", "2026-03-02")
    hall.run("UPDATE applications SET received_on = '2026-03-05' WHERE number = ?", wrong)

    with pytest.raises(IdentitiesBroken) as refused:
        hall.closing.close(DAY, by=CLERK)

    assert "balance" in {result.id for result in refused.value.results}
    assert refused.value.records == (wrong,)


def test_a_number_lost_from_its_series_refuses_the_close(hall: Hall) -> None:
    for _ in range(3):
        hall.enquiry("2026-03-02")
    hall.run("DELETE FROM number_ledger WHERE series = 'SQ01-W01-Z' AND serial = 2")

    with pytest.raises(IdentitiesBroken) as refused:
        hall.closing.close(DAY, by=CLERK)

    assert [result.id for result in refused.value.results] == ["numbers:SQ01-W01-Z"]


def test_a_record_of_a_closed_day_changed_behind_its_packet_shows_at_the_next_close(hall: Hall) -> None:
    gone = hall.application("2026-03-02")
    hall.close("2026-03-02")
    hall.run("UPDATE applications SET received_on = '2026-03-03' WHERE number = ?", gone)

    with pytest.raises(IdentitiesBroken) as refused:
        hall.at("2026-03-03 17:30:00").closing.close(date(2026, 3, 3), by=CLERK)

    assert [result.id for result in refused.value.results] == ["continuity"]


def test_an_altered_packet_breaks_the_chain(hall: Hall) -> None:
    hall.enquiry("2026-03-02", persons=2)
    hall.close("2026-03-02")
    hall.run("""UPDATE day_closes SET payload = replace(payload, '"enquiries.persons":2', '"enquiries.persons":3')""")

    assert not hall.closing.verify_chain().holds


def test_an_adjustment_makes_a_new_revision_and_leaves_the_old_one(hall: Hall) -> None:
    hall.enquiry("2026-03-02", persons=2)
    before = hall.closing.close(DAY, by=CLERK)

    after = hall.closing.adjust(DAY, "enquiries.persons", 1, "签到簿漏记", by=SUPERVISOR)

    assert (after.z_number, after.revision, after.value("enquiries.persons")) == (1, 2, 3)
    assert [(note.line, note.delta, note.reason, note.by) for note in after.adjustments] == [
        ("enquiries.persons", 1, "签到簿漏记", "zhao")
    ]
    assert hall.closing.sheet(DAY, revision=1) == before
    assert [sheet.revision for sheet in hall.closing.revisions(DAY)] == [1, 2]
    assert after.previous_sha256 == before.sha256
    assert hall.scalar("SELECT count(*) FROM outbox") == 2
    assert hall.closing.verify_chain().holds


def test_an_adjustment_needs_a_closed_day_a_line_a_number_and_a_reason(hall: Hall) -> None:
    with pytest.raises(DayNotClosed):
        hall.closing.adjust(DAY, "enquiries.persons", 1, "漏记", by=SUPERVISOR)
    hall.close("2026-03-02")
    with pytest.raises(LineUnknown):
        hall.closing.adjust(DAY, "enquiries.nonsense", 1, "漏记", by=SUPERVISOR)
    with pytest.raises(LineUnknown):
        hall.closing.adjust(DAY, "applications.carried_out", 1, "漏记", by=SUPERVISOR)
    with pytest.raises(AdjustmentMissing):
        hall.closing.adjust(DAY, "enquiries.persons", 0, "漏记", by=SUPERVISOR)
    with pytest.raises(AdjustmentMissing):
        hall.closing.adjust(DAY, "enquiries.persons", Decimal("nan"), "漏记", by=SUPERVISOR)
    with pytest.raises(AdjustmentNeedsReason):
        hall.closing.adjust(DAY, "enquiries.persons", 1, "  ", by=SUPERVISOR)
    assert hall.scalar("SELECT count(*) FROM adjustments") == 0


def test_f10_a_fact_that_comes_late_adjusts_every_line_it_touches_and_the_closed_figures_stay(hall: Hall) -> None:
    hall.enquiry("2026-03-02")
    before = hall.closing.close(DAY, by=CLERK)
    hall.at("2026-03-04 10:00:00")

    with (
        hall.database.writing() as tx,
        day_closes.late_fact(
            tx, window="W01", days=(DAY, None), reason="邮件迟到", subject="S-1", by="li", at=hall.now
        ),
    ):
        put_application(tx, "2026-03-02", channel="post", topic="土地规划")

    after = hall.closing.sheet(DAY)
    moved = {line.code: line.value for line in after.lines if line.value != before.value(line.code)}
    assert moved == {
        "applications.received": 1,
        "applications.received.channel.post": 1,
        "applications.received.kind.natural_person": 1,
        "applications.received.topic.土地规划": 1,
        "applications.carried_out": 1,
        "applications.carried_out.kind.natural_person": 1,
    }
    assert {note.subject for note in after.adjustments} == {"S-1"}
    assert hall.closing.sheet(DAY, revision=1) == before
    assert hall.closing.close(date(2026, 3, 4), by=CLERK).value("applications.carried_in") == 1


def test_a_fact_of_an_open_day_needs_no_adjustment(hall: Hall) -> None:
    with (
        hall.database.writing() as tx,
        day_closes.late_fact(tx, window="W01", days=(DAY,), reason="", subject="S-1", by="li", at=hall.now),
    ):
        put_enquiry(tx, "2026-03-02")

    assert hall.scalar("SELECT count(*) FROM adjustments") == 0
    assert hall.closing.close(DAY, by=CLERK).value("enquiries.persons") == 1


def test_a_closed_day_refuses_changes(hall: Hall) -> None:
    hall.close("2026-03-02")

    with hall.database.reading() as tx, pytest.raises(DayClosed) as refused:
        day_closes.refuse_if_closed(tx, "W01", DAY)

    assert refused.value.day == DAY


def test_drafts_survive_the_close_and_are_listed(hall: Hall) -> None:
    hall.run(
        "INSERT INTO drafts (instance, form, clerk, title, payload, saved_at)"
        " VALUES ('d1', 'application', 'li', '', '{}', '2026-03-02 16:00:00.000000')"
    )
    assert [item.kind for item in hall.closing.unfinished(DAY)] == [UnfinishedKind.DRAFT]

    hall.close("2026-03-02")

    assert hall.scalar("SELECT payload FROM drafts WHERE instance = 'd1'") == "{}"


def test_counts_and_disputes_of_a_closed_day_ask_for_a_reason(hall: Hall) -> None:
    hall.close("2026-03-02")
    hall.at("2026-03-03 10:00:00")
    count = CounterDraft(on=DAY, counter=Counter.HALL_MATERIALS, count=Decimal(4))
    filed = DisputeDraft(kind=DisputeKind.LITIGATION_DIRECT, filed_on=DAY, topic="司法")

    with pytest.raises(DayClosed):
        hall.counters.enter(count, by=CLERK)
    with pytest.raises(DayClosed):
        hall.disputes.record(filed, by=SUPERVISOR)
    hall.counters.enter(count, late_reason="次日补报", by=CLERK)
    dispute = hall.disputes.record(filed, late_reason="传票次日送达", by=SUPERVISOR)

    sheet = hall.closing.sheet(DAY)
    assert sheet.value("counters.hall.materials") == 4
    assert sheet.value("disputes.filed.litigation_direct") == 1
    decided = hall.disputes.decide(
        dispute.number, decided_on=date(2026, 3, 3), result=DisputeResult.UPHELD, version=1, by=SUPERVISOR
    )
    assert decided.version == 2
    assert hall.closing.close(date(2026, 3, 3), by=CLERK).value("disputes.decided.litigation_direct.upheld") == 1


def test_a_withdrawn_count_counts_no_more(hall: Hall) -> None:
    entry = hall.counters.enter(CounterDraft(on=DAY, counter=Counter.MEDIA_ITEMS, count=Decimal(9)), by=CLERK)
    hall.counters.enter(CounterDraft(on=DAY, counter=Counter.MEDIA_ITEMS, count=Decimal(2)), by=CLERK)

    hall.counters.withdraw(entry.id, "重复录入", by=CLERK)

    assert hall.closing.close(DAY, by=CLERK).value("counters.media.items") == 2


def test_a_count_far_from_the_last_twelve_months_is_hinted_at(hall: Hall) -> None:
    for month in range(1, 13):
        hall.counters.enter(
            CounterDraft(on=date(2025, month, 5), counter=Counter.MEDIA_ITEMS, count=Decimal(40 + month)), by=CLERK
        )

    usual = hall.counters.usual(CounterDraft(on=DAY, counter=Counter.MEDIA_ITEMS, count=Decimal(500)))

    assert usual is not None
    assert (usual.low, usual.high, usual.unusual) == (41, 52, True)


def test_a_packet_read_back_is_the_packet_that_was_written(hall: Hall) -> None:
    hall.enquiry("2026-03-02")
    hall.application("2026-03-02", "2026-03-02", fee_yuan="12.30")
    hall.close("2026-03-02")
    hall.closing.adjust(DAY, "fees.yuan", Decimal("-0.30"), "多计", by=SUPERVISOR)

    text = hall.scalar("SELECT payload FROM day_closes ORDER BY id DESC LIMIT 1")

    assert packet.canonical(packet.read(text)) == text
    assert packet.read(text).sha256 == hall.scalar("SELECT sha256 FROM day_closes ORDER BY id DESC LIMIT 1")


def test_imported_rows_open_no_day_and_count_once(hall: Hall) -> None:
    with hall.database.writing() as tx:
        after = day_closes.last_id(tx, "applications")
        put_application(tx, "2026-03-02", historical=1)
        old = put_application(tx, "2026-02-02", historical=1)
        day_closes.seal_import(tx, table="applications", after_id=after, window="W01", by="zhao", at=hall.now)
    assert hall.closing.open_days() == []
    hall.run("UPDATE applications SET closed_on = '2026-03-02', outcome = 'granted', state = 'answered'"
             " WHERE number = ?", old)  # fmt: skip

    assert hall.closing.open_days() == [DAY]
    sheet = hall.closing.close(DAY, by=CLERK)

    assert sheet.value("applications.received") == 0
    assert sheet.value("applications.closed") == 1
    tally = hall.figures.tally(date(2026, 1, 1), date(2026, 12, 31))
    assert (tally.value("applications.received"), tally.value("applications.closed")) == (2, 1)
    assert tally.differences == ()


def _imported(hall: Hall, received: str) -> str:
    with hall.database.writing() as tx:
        after = day_closes.last_id(tx, "applications")
        number = put_application(tx, received, historical=1)
        day_closes.seal_import(tx, table="applications", after_id=after, window="W01", by="zhao", at=hall.now)
    return number


def test_an_imported_application_answered_at_the_window_stands_on_the_sheet_of_that_day(hall: Hall) -> None:
    number = _imported(hall, "2026-02-02")

    with (
        hall.database.writing() as tx,
        day_closes.late_fact(
            tx,
            window="W01",
            days=(date(2026, 2, 2), DAY),
            reason="",
            subject=number,
            by="li",
            at=hall.now,
            historical=True,
        ),
    ):
        tx.exec_driver_sql(
            "UPDATE applications SET closed_on = '2026-03-02', outcome = 'granted', state = 'answered'"
            " WHERE number = ?",
            (number,),
        )

    assert hall.scalar("SELECT count(*) FROM adjustments") == 0
    assert hall.closing.open_days() == [DAY]
    assert hall.closing.close(DAY, by=CLERK).value("applications.closed") == 1
    assert hall.figures.national(2026).table3["granted"]["total"] == 1


def test_an_imported_application_voided_later_is_taken_from_the_day_it_was_imported_for(hall: Hall) -> None:
    number = _imported(hall, "2026-02-02")
    hall.enquiry("2026-03-02")
    hall.close("2026-03-02")

    with (
        hall.database.writing() as tx,
        day_closes.late_fact(
            tx,
            window="W01",
            days=(date(2026, 2, 2),),
            reason="重复导入",
            subject=number,
            by="zhao",
            at=hall.now,
            historical=True,
        ),
    ):
        tx.exec_driver_sql("UPDATE applications SET state = 'voided' WHERE number = ?", (number,))

    assert hall.closing.open_days() == []
    tally = hall.figures.tally(date(2026, 1, 1), date(2026, 12, 31))
    assert (tally.value("applications.received"), tally.value("applications.carried_out")) == (0, 0)
    assert tally.differences == ()
    assert hall.at("2026-03-03 17:30:00").closing.close(date(2026, 3, 3), by=CLERK).z_number == 2
