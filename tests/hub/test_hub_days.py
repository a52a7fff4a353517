"""Whose day is it? Midnight, the year's end, a leap day, clocks set wrong, a server in another zone: by every way."""

from datetime import date, datetime, timedelta

import pytest
from closing_hall import CLERK, SUPERVISOR
from sending_hall import closed

from hallclient.domain.figures.day_close import DayInFuture
from hallclient.domain.figures.delivery import Verdict
from hallclient.domain.figures.sending import PacketState
from hallclient.hub import read, rulings
from hallclient.hub.database import HubDatabase
from hallclient.services.hub_door import DatabaseDoor
from tests.hub.conftest import Place
from tests.hub.reporting_desks import OFFICE, NewWindow, Window, office


def held(place: Place, window: Window) -> dict[date, int]:
    found = read.held(place.hub, window.name, date(2020, 1, 1), date(2030, 1, 1))
    return {one.business_date: int(one.lines.get("enquiries.records", 0)) for one in found}


def test_the_last_day_of_the_year_closed_on_the_second_of_january_is_the_old_years(
    place: Place, new_window: NewWindow
) -> None:
    window = new_window(now="2025-12-31 16:00:00")
    for on in ("2025-12-31", "2025-12-31", "2026-01-02"):
        window.hall.enquiry(on)
    window.at("2026-01-02 17:30:00").hall.close("2025-12-31", "2026-01-02")
    window.send()

    assert held(place, window) == {date(2025, 12, 31): 2, date(2026, 1, 2): 1}
    by_year = [read.totals(place.hub, date(year, 1, 1), date(year + 1, 1, 1)) for year in (2025, 2026)]
    assert [one["enquiries.records"] for one in by_year] == [2, 1]


@pytest.mark.parametrize("moment", ["2024-02-29 23:59:59", "2024-03-01 00:00:00", "2024-03-01 07:59:59"])
def test_a_leap_day_closed_around_midnight_stays_the_day_it_is(
    place: Place, new_window: NewWindow, moment: str
) -> None:
    """The server keeps UTC and this machine keeps St John's; the hall's day is neither's."""
    window = new_window(now="2024-02-29 09:00:00")
    window.hall.enquiry("2024-02-29")
    place.clock.moment = datetime.fromisoformat(moment)
    window.at(moment).hall.close("2024-02-29")
    window.send()

    assert held(place, window) == {date(2024, 2, 29): 1}
    [kept] = read.history(place.hub, window.name, date(2024, 2, 29))
    assert '"closed_at":"' + moment.replace(" ", "T") in kept.packet.payload


def test_a_day_that_has_not_come_cannot_be_closed_and_a_minute_later_it_can(new_window: NewWindow) -> None:
    window = new_window(now="2026-02-28 23:59:59")
    with pytest.raises(DayInFuture):
        window.hall.close("2026-03-01")
    window.at("2026-03-01 00:00:00").hall.close("2026-03-01")
    window.send()
    assert window.states() == [PacketState.ACCEPTED]


def test_a_day_closed_twice_is_one_packet_and_a_corrected_one_keeps_its_number(
    place: Place, new_window: NewWindow
) -> None:
    window = new_window()
    closed(window.hall, "2026-03-02")
    window.hall.close("2026-03-02")
    window.send()
    window.hall.closing.adjust(date(2026, 3, 2), "enquiries.visits", 1, "漏记", by=SUPERVISOR)
    window.send()

    kept = read.history(place.hub, window.name, date(2026, 3, 2))
    assert sorted((one.packet.z_number, one.packet.revision, one.verdict) for one in kept) == [
        (1, 1, Verdict.SUPERSEDED),
        (1, 2, Verdict.ACCEPTED),
    ]


@pytest.mark.parametrize("wrong", [timedelta(days=-400), timedelta(days=400)], ids=["behind", "ahead"])
def test_a_windows_wrong_clock_delays_nothing_and_moves_no_day(
    place: Place, new_window: NewWindow, wrong: timedelta
) -> None:
    """A clock set wrong between two rounds of sending, and put right again."""
    window = new_window()
    closed(window.hall, "2026-03-02", "2026-03-03")
    right = window.hall.now
    window.hall.now = right + wrong
    window.send()
    window.hall.now = right
    closed(window.hall, "2026-03-04")
    window.send()
    window.send()

    assert window.states() == [PacketState.ACCEPTED] * 3
    assert set(held(place, window)) == {date(2026, 3, day) for day in (2, 3, 4)}
    for row in window.rows():
        assert row.next_at is None or row.next_at <= right + timedelta(days=1, hours=1)


def test_a_window_whose_clock_ran_ahead_is_not_on_time_by_its_own_word(
    server: Place, new_window_at_server: Window
) -> None:
    """When a packet came is the server's word: the window's login cannot say it."""
    window = new_window_at_server
    server.clock.moment = datetime(2031, 1, 1)
    closed(window.hall, "2026-03-02")
    window.sync.push(by=CLERK)
    [kept] = read.history(server.hub, window.name, date(2026, 3, 2))
    true = HubDatabase(server.hub.engine.url)
    with true.reading() as tx:
        now = true.clock(tx)
    true.close()

    assert abs((kept.received_at - now).total_seconds()) < 60


def test_a_closed_day_in_a_locked_period_is_admitted_by_an_exception_and_refused_again_after_its_end(
    place: Place, new_window: NewWindow
) -> None:
    window, other = new_window("W01"), new_window("W02")
    desk, march = office(place, window), (date(2026, 3, 1), date(2026, 4, 1))
    place.clock.moment = datetime(2026, 4, 1, 9)
    desk.lock(*march, reason="一季度已汇总", by=OFFICE)
    for each in (window, other):
        closed(each.hall, "2026-03-31", "2026-04-01")
        each.send_at(place.clock.moment)
        refused, counted = each.rows()
        assert (refused.state, counted.state) == (PacketState.RETURNED, PacketState.ACCEPTED)
        assert refused.reason == "2026-03-01起的期间已由周主任锁定：一季度已汇总"
    desk.grant_exception(window.name, *march, open_until=date(2026, 4, 2), reason="停电补报", by=OFFICE)
    for each in (window, other):
        each.hall.now += timedelta(hours=3)
        each.ask()
    assert [each.rows()[0].state for each in (window, other)] == [PacketState.ACCEPTED, PacketState.RETURNED]
    last_minute, after = datetime(2026, 4, 2, 23, 59), datetime(2026, 4, 3)
    for at, state in ((last_minute, PacketState.ACCEPTED), (after, PacketState.RETURNED)):
        window.hall.closing.adjust(date(2026, 3, 31), "enquiries.visits", 1, "漏记", by=SUPERVISOR)
        window.send_at(at)
        assert window.rows()[-1].state is state
    door = DatabaseDoor(place.hub)
    window.sync.refresh_echo(by=CLERK, door=door)
    [row] = window.sync.echo(date(2026, 3, 31), date(2026, 4, 1)).rows
    assert (row.our_revision, row.their_revision, row.locked_by, row.open_until) == (3, 2, "周主任", None)


@pytest.mark.expects_log("is not what was sealed")
def test_a_packet_that_can_never_be_sent_holds_nothing_up_for_good(place: Place, new_window: NewWindow) -> None:
    """A row of the store that a bad disk changed: stepped over and shown; the days after it wait at the hub, and the
    office lets the chain go on over the gap."""
    window = new_window()
    closed(window.hall, "2026-03-02", "2026-03-03", "2026-03-04")
    window.hall.run("UPDATE day_closes SET payload = replace(payload, '\"li\"', '\"xx\"') WHERE id = 2")
    window.send()
    first, broken, after = window.rows()
    assert (first.state, broken.state, after.state) == (
        PacketState.ACCEPTED,
        PacketState.RETURNED,
        PacketState.RETURNED,
    )
    assert "到齐后自动计入" in after.reason
    assert set(held(place, window)) == {date(2026, 3, 2)}

    rulings.accept_branch(place.hub, window.name, by="周主任", reason="3月3日数据包损坏，按纸质日报另行补报")
    window.hall.now += timedelta(hours=2)
    closed(window.hall, "2026-03-05")
    window.send()
    assert set(held(place, window)) == {date(2026, 3, 2), date(2026, 3, 4), date(2026, 3, 5)}
    assert read.kept_aside(place.hub) == []


def test_a_gap_is_not_stepped_over_because_packets_came_in_another_order(place: Place, new_window: NewWindow) -> None:
    """The office's word is for what it saw waiting, not for whatever comes next."""
    window = new_window()
    closed(window.hall, "2026-03-02")
    window.send()
    rulings.accept_branch(place.hub, window.name, by="周主任", reason="预先")
    closed(window.hall, "2026-03-03", "2026-03-04")
    second, third = (window.sync.sealed(row.id, by=CLERK) for row in window.rows()[1:])
    window.sync.push(by=CLERK, door=DatabaseDoor(place.hub), only={window.rows()[2].id})
    assert set(held(place, window)) == {date(2026, 3, 2)}
    window.send()

    assert set(held(place, window)) == {date(2026, 3, day) for day in (2, 3, 4)}
    assert (second.sha256, third.previous_sha256) == (third.previous_sha256, second.sha256)
