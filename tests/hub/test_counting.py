"""What counts, and what does not: by network, by file and by folder alike."""

import random
from dataclasses import replace
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest

from hallclient.domain.figures.delivery import SealedPacket, Verdict
from hallclient.domain.figures.lines import Values, plus
from hallclient.hub import admin, read, reporting, rulings
from hallclient.hub.database import HubLoginRefused
from hallclient.hub.deliver import count, deliver
from tests.hub.conftest import Place
from tests.hub.windows import ReportingWindow, some_lines

FIRST, UNTIL = date(2026, 1, 1), date(2027, 1, 1)
MONDAY = date(2026, 3, 2)


@pytest.fixture
def window(place: Place) -> ReportingWindow:
    made = ReportingWindow()
    place.enrol(made)
    return made


def verdicts(place: Place, window: ReportingWindow, sent: list[SealedPacket]) -> list[Verdict]:
    return [receipt.verdict for receipt in place.send(window, sent)]


def total(place: Place, unit: str | None = None) -> Values:
    return read.totals(place.hub, FIRST, UNTIL, unit)


def test_a_closed_day_counts_and_its_receipt_tells_what_the_hub_holds(place: Place, window: ReportingWindow) -> None:
    [receipt] = place.send(window, [window.close(MONDAY, {"enquiries.persons": 80, "fees.yuan": Decimal("12.50")})])

    assert receipt.verdict in (Verdict.ACCEPTED, Verdict.HELD_ALREADY)
    assert receipt.revision_held == 1
    assert receipt.sha256_held == window.head
    assert receipt.totals_held == {"enquiries.persons": 80, "fees.yuan": Decimal("12.50")}
    assert total(place) == {"enquiries.persons": 80, "fees.yuan": Decimal("12.50")}
    assert total(place, window.unit) == total(place)
    assert total(place, "市教育局") == {}


def test_the_same_packet_twice_changes_nothing(place: Place, window: ReportingWindow) -> None:
    sent = [window.close(MONDAY, {"enquiries.persons": 80})]
    place.send(window, sent)

    assert verdicts(place, window, sent) == [Verdict.HELD_ALREADY]
    assert total(place) == {"enquiries.persons": 80}
    assert len(read.history(place.hub, window.name, MONDAY)) == 1


def test_a_higher_revision_takes_the_place_of_the_lower_which_stays_to_be_read(
    place: Place, window: ReportingWindow
) -> None:
    place.send(window, [window.close(MONDAY, {"enquiries.persons": 80, "enquiries.matters": 3})])
    place.send(window, [window.close(MONDAY, {"enquiries.persons": 79}, revision=2)])

    assert total(place) == {"enquiries.persons": 79}
    [day] = read.held(place.hub, window.name, FIRST, UNTIL)
    assert (day.revision, day.lines) == (2, {"enquiries.persons": 79})
    kept = read.history(place.hub, window.name, MONDAY)
    assert [(one.packet.revision, one.verdict) for one in kept] == [(1, Verdict.SUPERSEDED), (2, Verdict.ACCEPTED)]
    assert kept[0].reason == "已被更高版本取代（第2版）"


def test_revisions_that_come_together_count_once(place: Place, window: ReportingWindow) -> None:
    sent = [window.close(MONDAY, {"enquiries.persons": number}, revision=number) for number in (1, 2, 3)]

    assert verdicts(place, window, sent)[-1] in (Verdict.ACCEPTED, Verdict.HELD_ALREADY)
    assert total(place) == {"enquiries.persons": 3}
    assert sum(row.on_time + row.late for row in completeness(place, [MONDAY])) == 1


def test_an_old_packet_replayed_is_told_that_a_higher_one_took_its_place(place: Place, window: ReportingWindow) -> None:
    old = window.close(MONDAY, {"enquiries.persons": 80})
    place.send(window, [old])
    place.send(window, [window.close(MONDAY, {"enquiries.persons": 79}, revision=2)])

    [receipt] = place.send(window, [old])

    assert receipt.verdict is Verdict.SUPERSEDED
    assert receipt.reason == "已被更高版本取代（第2版）"
    assert receipt.revision_held == 2
    assert total(place) == {"enquiries.persons": 79}


def test_a_successor_waits_for_its_predecessor_and_is_then_taken_up_by_itself(
    place: Place, window: ReportingWindow
) -> None:
    sent = window.year(MONDAY, 6)
    assert set(verdicts(place, window, sent[2:])) == {Verdict.KEPT_ASIDE}
    assert total(place) == {}
    assert len(read.kept_aside(place.hub)) == 4

    place.send(window, [sent[1]])
    assert total(place) == {}
    place.send(window, [sent[0]])

    assert total(place) == added(sent)
    assert read.kept_aside(place.hub) == []
    assert set(verdicts(place, window, sent)) == {Verdict.HELD_ALREADY}


def test_any_order_and_any_number_of_times_comes_to_the_same(place: Place) -> None:
    made = random.Random(5)
    windows = [ReportingWindow(f"SL01-W{n:02d}", f"单位{n % 2}") for n in range(1, 5)]
    place.enrol(*windows)
    truth: dict[str, Values] = {}
    sent: list[tuple[ReportingWindow, SealedPacket]] = []
    for window in windows:
        days: dict[date, Values] = {}
        for _ in range(14):
            day = MONDAY + timedelta(made.randrange(8))
            revision = 1 + sum(1 for one in window.sent if one.business_date == day)
            days[day] = some_lines(made, 6)
            sent.append((window, window.close(day, days[day], revision=revision)))
        for lines in days.values():
            truth[window.unit] = plus(truth.get(window.unit, {}), lines)
    sent *= 2
    made.shuffle(sent)

    for start in range(0, len(sent), 7):
        part = sent[start : start + 7]
        for window in windows:
            place.send(window, [packet for of, packet in part if of is window])

    assert read.by_unit(place.hub, FIRST, UNTIL) == truth
    assert total(place) == plus(*truth.values())
    assert read.by_unit(place.hub, FIRST, date(2026, 12, 31)) == truth  # day by day, not from the year's row
    assert read.kept_aside(place.hub) == []


def test_two_packets_of_one_revision_with_other_bytes_are_kept_aside_not_counted(
    place: Place, window: ReportingWindow
) -> None:
    place.send(window, [window.close(MONDAY, {"enquiries.persons": 80})])
    [receipt] = place.send(window, [window.close(MONDAY, {"enquiries.persons": 8}, revision=1)])

    assert receipt.verdict is Verdict.KEPT_ASIDE
    assert "版本号却相同" in receipt.reason
    assert total(place) == {"enquiries.persons": 80}
    assert [one.reason for one in read.kept_aside(place.hub)] == [receipt.reason]


@pytest.mark.parametrize(
    "change",
    [
        {"signature": "AAAA" * 22},
        {"signature": "no base64 at all"},
        {"payload": '{"days":{}}'},
        {"sha256": "0" * 64},
        {"business_date": MONDAY + timedelta(1)},
        {"z_number": 99},
        {"revision": 2},
        {"kind": "import"},
    ],
    ids=lambda change: "-".join(change),
)
def test_a_forged_packet_is_kept_aside_and_the_true_one_still_counts(
    place: Place, window: ReportingWindow, change: dict[str, Any]
) -> None:
    true = window.close(MONDAY, {"enquiries.persons": 80})
    forged = replace(true, **change)

    assert verdicts(place, window, [forged]) == [Verdict.KEPT_ASIDE]
    assert total(place) == {}
    assert [one.packet for one in read.kept_aside(place.hub)] == [forged]
    place.send(window, [true])

    assert total(place) == {"enquiries.persons": 80}
    assert [one.packet for one in read.kept_aside(place.hub)] == [forged]


def test_a_packet_signed_by_another_key_never_counts(place: Place, window: ReportingWindow) -> None:
    thief = ReportingWindow(window.name, seed=2)

    assert verdicts(place, window, [thief.close(MONDAY, {"enquiries.persons": 1000})]) == [Verdict.KEPT_ASIDE]
    assert total(place) == {}


def test_a_broken_chain_is_kept_aside(place: Place, window: ReportingWindow) -> None:
    first = window.close(MONDAY, {"enquiries.persons": 80})
    place.send(window, [first, window.close(MONDAY + timedelta(1), {"enquiries.persons": 1})])
    window.head = first.sha256
    [receipt] = place.send(window, [window.close(MONDAY + timedelta(2), {"enquiries.persons": 7})])

    assert receipt.verdict is Verdict.KEPT_ASIDE
    assert "分叉" in receipt.reason
    assert total(place) == {"enquiries.persons": 81}


def test_a_packet_whose_text_says_otherwise_than_its_envelope_does_not_stop_the_next_day(
    place: Place, window: ReportingWindow
) -> None:
    true = window.close(MONDAY, {"enquiries.persons": 80})
    window.sent.clear()
    window.head = true.previous_sha256
    poison = window.sign(replace(true, business_date=MONDAY + timedelta(1)))
    window.head = poison.sha256
    after = window.close(MONDAY + timedelta(2), {"enquiries.persons": 5})

    place.send(window, [poison, after])

    assert total(place) == {"enquiries.persons": 5}
    assert [one.packet for one in read.kept_aside(place.hub)] == [poison]


def test_a_revoked_window_no_longer_counts_what_it_sent_before_does(place: Place, window: ReportingWindow) -> None:
    place.send(window, [window.close(MONDAY, {"enquiries.persons": 80})])
    admin.revoke(place.hub, window.name, by="周主任")
    later = window.close(MONDAY + timedelta(1), {"enquiries.persons": 1})
    if place.hub.server:
        with pytest.raises(HubLoginRefused):
            deliver(place.as_window(window), [later])
    [receipt] = place.send_at(window, [later])  # brought by the office itself

    assert receipt.verdict is Verdict.KEPT_ASIDE
    assert "停用" in receipt.reason
    assert total(place) == {"enquiries.persons": 80}


def test_a_window_nobody_enrolled_is_kept_aside_until_it_is(place: Place) -> None:
    window = ReportingWindow()
    assert {one.verdict for one in place.send_at(window, window.year(MONDAY, 3))} == {Verdict.KEPT_ASIDE}
    assert total(place) == {}
    place.enrol(window)
    other = ReportingWindow("SL01-W09")
    place.enrol(other)
    place.send(other, [other.close(MONDAY, {})])
    count(place.hub)

    assert total(place) == added(window.sent)


def test_a_packet_signed_again_with_a_new_key_is_told_what_became_of_the_first(place: Place) -> None:
    """A restored store without its key makes a new one, and sends what it holds once more."""
    window, again = ReportingWindow(), ReportingWindow(seed=2)
    place.enrol(window)
    counted = window.close(MONDAY, {"enquiries.persons": 80})
    older = window.close(MONDAY + timedelta(1), {"enquiries.persons": 5})
    newer = window.close(MONDAY + timedelta(1), {"enquiries.persons": 6}, revision=2)
    place.send(window, [counted, older, newer])
    rulings.lock_period(place.hub, date(2026, 4, 1), date(2026, 5, 1), by="周主任", reason="已上报")
    locked = window.close(date(2026, 4, 1), {"enquiries.persons": 7})
    place.send(window, [locked])
    place.enrol(again)
    told = place.send(again, [again.sign(one) for one in (counted, older, newer, locked)])

    assert [one.verdict for one in told] == [
        Verdict.HELD_ALREADY,
        Verdict.SUPERSEDED,
        Verdict.HELD_ALREADY,
        Verdict.REFUSED,
    ]
    assert "周主任" in told[-1].reason
    rulings.unlock_period(place.hub, date(2026, 4, 1), date(2026, 5, 1), by="周主任", reason="更正")
    assert total(place) == {"enquiries.persons": 93}


def test_a_locked_period_refuses_with_who_and_why_and_the_days_after_go_on(
    place: Place, window: ReportingWindow
) -> None:
    place.send(window, [window.close(MONDAY, {"enquiries.persons": 80})])
    rulings.lock_period(place.hub, date(2026, 3, 1), date(2026, 4, 1), by="周主任", reason="一季度已上报")
    late = window.close(MONDAY, {"enquiries.persons": 81}, revision=2)
    next_month = window.close(date(2026, 4, 1), {"enquiries.persons": 5})
    refused, counted = place.send(window, [late, next_month])

    assert refused.verdict is Verdict.REFUSED
    assert (refused.locked_by, refused.locked_reason) == ("周主任", "一季度已上报")
    assert "周主任" in refused.reason
    assert "一季度已上报" in refused.reason
    assert counted.revision_held == 1
    assert total(place) == {"enquiries.persons": 85}
    [march, _april] = read.held(place.hub, window.name, FIRST, UNTIL)
    assert (march.locked_by, march.open_until) == ("周主任", None)


def test_a_dated_exception_opens_a_locked_day_for_one_window(place: Place, window: ReportingWindow) -> None:
    other = ReportingWindow("SL01-W02")
    place.enrol(other)
    rulings.lock_period(place.hub, date(2026, 3, 1), date(2026, 4, 1), by="周主任", reason="一季度已上报")
    refused = [window.close(MONDAY, {"enquiries.persons": 81})]
    assert verdicts(place, window, refused) == [Verdict.REFUSED]
    place.clock.moment = datetime(2026, 4, 10, 9)
    rulings.grant_exception(
        place.hub,
        window.name,
        MONDAY,
        MONDAY + timedelta(1),
        open_until=date(2026, 4, 12),
        by="周主任",
        reason="停电补报",
    )

    assert total(place) == {"enquiries.persons": 81}  # what was refused counts without being sent again
    [again] = place.send(window, refused)
    assert (again.verdict, again.open_until) == (Verdict.HELD_ALREADY, date(2026, 4, 12))
    assert verdicts(place, other, [other.close(MONDAY, {"enquiries.persons": 1})]) == [Verdict.REFUSED]
    place.clock.moment = datetime(2026, 4, 13, 0)
    assert verdicts(place, window, [window.close(MONDAY, {"enquiries.persons": 1}, revision=2)]) == [Verdict.REFUSED]
    assert total(place) == {"enquiries.persons": 81}


def test_a_lifted_lock_counts_what_it_refused(place: Place, window: ReportingWindow) -> None:
    rulings.lock_period(place.hub, date(2026, 3, 1), date(2026, 4, 1), by="周主任", reason="误")
    place.send(window, [window.close(MONDAY, {"enquiries.persons": 81})])
    rulings.unlock_period(place.hub, date(2026, 3, 1), date(2026, 4, 1), by="周主任", reason="锁错了月份")

    assert total(place) == {"enquiries.persons": 81}
    assert [(one.act, one.by) for one in read.office_acts(place.hub)][:2] == [("unlock", "周主任"), ("lock", "周主任")]


def test_an_import_counts_on_its_rows_dates_over_many_years(place: Place, window: ReportingWindow) -> None:
    place.send(window, [window.close(MONDAY, {"enquiries.persons": 80})])
    days: dict[date, Values] = {
        date(2008, 5, 1): {"enquiries.persons": 7},
        date(2008, 12, 31): {"enquiries.persons": 1},
        date(2009, 1, 1): {"enquiries.persons": 2},
        MONDAY: {"enquiries.persons": 3, "enquiries.matters": 1},
    }
    place.send(window, [window.seal_import(date(2026, 3, 3), days)])

    assert read.totals(place.hub, date(2008, 1, 1), date(2009, 1, 1)) == {"enquiries.persons": 8}
    assert read.totals(place.hub, date(2008, 6, 1), date(2009, 1, 2)) == {"enquiries.persons": 3}
    assert total(place) == {"enquiries.persons": 83, "enquiries.matters": 1}
    [monday] = read.held(place.hub, window.name, FIRST, UNTIL)
    assert monday.lines == {"enquiries.persons": 83, "enquiries.matters": 1}
    assert monday.revision == 1
    place.send(window, [window.close(MONDAY, {"enquiries.persons": 70}, revision=2)])
    assert total(place) == {"enquiries.persons": 73, "enquiries.matters": 1}
    place.clock.moment = datetime(2031, 12, 31, 18)
    place.send(window, [window.close(date(2031, 12, 31), {"enquiries.persons": 1})])
    assert read.totals(place.hub, date(2031, 1, 1), date(2032, 1, 1)) == {"enquiries.persons": 1}


def test_of_a_level_the_last_word_stands_and_nothing_is_added_up(place: Place, window: ReportingWindow) -> None:
    other = ReportingWindow("SL01-W02", "市教育局")
    place.enrol(other)
    code = "levels.rules.in_force"
    place.send(window, [window.close(MONDAY, {code: 12, "applications.carried_out": 4})])
    place.send(other, [other.close(MONDAY + timedelta(3), {code: 15})])
    place.send(window, [window.close(MONDAY + timedelta(1), {code: 13})])

    assert total(place) == {code: 15}
    assert total(place, window.unit) == {code: 13}
    assert read.totals(place.hub, FIRST, MONDAY + timedelta(1)) == {code: 12}


def completeness(place: Place, days: list[date]) -> list[reporting.Reporting]:
    return reporting.completeness(place.hub, days[0], days[-1] + timedelta(1), [*days, days[-1] + timedelta(1)])


def test_the_board_tells_on_time_late_missing_and_nothing_to_report_apart(place: Place) -> None:
    days = [MONDAY + timedelta(day) for day in range(5)]
    punctual, slow, silent = (ReportingWindow(f"SL01-W{n:02d}", "市民政局") for n in (1, 2, 3))
    place.enrol(punctual, slow, since=MONDAY)
    place.enrol(silent, since=days[3])
    for day in days[:4]:
        place.clock.moment = datetime.combine(day, datetime.min.time()) + timedelta(hours=17, minutes=30)
        place.send_at(punctual, [punctual.close(day, {} if day == days[1] else {"enquiries.persons": 1})])
    place.clock.moment = datetime(2026, 3, 6, 11, 59)  # before noon: Thursday is still on time, Monday is not
    place.send_at(slow, [slow.close(days[0], {}), slow.close(days[3], {"enquiries.persons": 9})])
    place.send_at(silent, [silent.close(days[4], {})])  # before it is due; the day before stays missing
    place.clock.moment = datetime(2026, 3, 6, 12, 1)

    rows = {row.window: row for row in completeness(place, days)}

    one = rows[punctual.name]
    assert (one.expected, one.on_time, one.late, one.missing, one.not_due, one.zero) == (5, 4, 0, 0, 1, 1)
    two = rows[slow.name]
    assert (two.expected, two.on_time, two.late, two.missing, two.not_due, two.zero) == (5, 1, 1, 2, 1, 1)
    three = rows[silent.name]
    assert (three.expected, three.on_time, three.late, three.missing, three.not_due) == (2, 1, 0, 1, 0)
    states = reporting.day_reports(place.hub, [slow.name], days[0], days[-1] + timedelta(1), days)[slow.name]
    assert [(one.state, one.zero) for one in states] == [
        ("late", True),
        ("missing", False),
        ("missing", False),
        ("on_time", False),
        ("not_due", False),
    ]


def added(sent: list[SealedPacket]) -> Values:
    from hallclient.domain.figures import packet

    total: Values = {}
    for one in sent:
        total = plus(total, packet.read(one.payload).lines)
    return total
