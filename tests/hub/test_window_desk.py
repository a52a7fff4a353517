"""A real window's desk at a PostgreSQL, a SQLite hub and a folder: its own login, the office that checks, the year."""

import json
from datetime import date, datetime, timedelta
from decimal import Decimal

import pytest
from closing_hall import CLERK, SUPERVISOR
from sending_hall import closed

from hallclient.domain.figures.delivery import Verdict
from hallclient.domain.figures.report_json import answer
from hallclient.domain.figures.sending import BACK_OFF, PacketState, Why
from hallclient.hub.database import HubForbids
from tests.hub.conftest import Place
from tests.hub.reporting_desks import OFFICE, NewWindow, Window, office

DAYS = ("2026-03-02", "2026-03-03", "2026-03-04")
MARCH, APRIL = date(2026, 3, 1), date(2026, 4, 1)


def test_closed_days_come_to_the_office_and_the_window_reads_that_they_count(
    place: Place, new_window: NewWindow
) -> None:
    window = new_window()
    closed(window.hall, *DAYS)
    assert window.states() == [PacketState.QUEUED] * 3
    window.send()

    assert window.states() == [PacketState.ACCEPTED] * 3
    board = office(place, window).board(MARCH, APRIL, by=OFFICE)
    assert (board.windows[0].window, board.windows[0].newest, board.unchecked) == ("SQ01-W01", date(2026, 3, 4), 0)
    window.refresh_echo()
    assert window.sync.echo(MARCH, APRIL).agrees


def test_a_day_is_received_then_counted_when_the_office_looks(place: Place, new_window: NewWindow) -> None:
    """A window's own login adds and reads back; what counts is decided by the office."""
    if not place.hub.server:
        pytest.skip("who opens the file counts at once")
    window = new_window()
    closed(window.hall, *DAYS)
    pushed = window.sync.push(by=CLERK)
    assert (pushed.sent, pushed.accepted, pushed.waiting) == (3, 3, 0)
    assert {(row.verdict, row.reason != "", row.next_at is None) for row in window.rows()} == {
        (Verdict.RECEIVED, True, False)
    }

    office(place, window).board(MARCH, APRIL, by=OFFICE)
    window.hall.now += timedelta(hours=2)
    window.sync.push(by=CLERK)
    assert {(row.state, row.reason, row.next_at) for row in window.rows()} == {(PacketState.ACCEPTED, "", None)}


def test_the_windows_own_login_does_no_office_work(server: Place, new_window_at_server: Window) -> None:
    window = new_window_at_server
    closed(window.hall, DAYS[0])
    desk = office(server, window)
    desk.access.given = (window.sync.access.url(), window.sync.access.password(window.sync.access.url()))

    with pytest.raises(HubForbids):
        desk.board(MARCH, APRIL, by=OFFICE)
    with pytest.raises(HubForbids):
        desk.lock(MARCH, APRIL, reason="因", by=OFFICE)


def test_a_revoked_window_is_told_and_the_counter_goes_on(place: Place, new_window: NewWindow) -> None:
    window = new_window()
    closed(window.hall, DAYS[0])
    office(place, window).revoke("SQ01-W01", by=OFFICE)
    window.push()

    [row] = window.rows()
    if place.hub.server:  # nobody lets it in any more
        assert (row.state, row.reason) == (PacketState.QUEUED, Why.HUB_LOGIN_REFUSED.label)
        assert row.next_at == window.hall.now + timedelta(seconds=BACK_OFF[-1]), "only a person can help"
    else:  # its packets are taken, and kept aside
        assert row.state is PacketState.RETURNED
        assert "停用" in row.reason
    closed(window.hall, DAYS[1])
    assert window.hall.closing.is_closed(date(2026, 3, 3))


def test_what_came_before_a_window_was_revoked_counts_though_nobody_had_looked_yet(
    place: Place, new_window: NewWindow
) -> None:
    window = new_window()
    closed(window.hall, DAYS[0])
    window.push()
    office(place, window).revoke("SQ01-W01", by=OFFICE)

    assert [one.verdict for one in office(place, window).packets("SQ01-W01", date(2026, 3, 2), by=OFFICE)] == [
        Verdict.ACCEPTED
    ]


def test_what_came_before_a_period_was_locked_counts_though_nobody_had_looked_yet(
    place: Place, new_window: NewWindow
) -> None:
    window = new_window()
    closed(window.hall, DAYS[0])
    window.push()
    office(place, window).lock(MARCH, APRIL, reason="季报已出", by=OFFICE)
    window.send()

    assert window.states() == [PacketState.ACCEPTED]


def test_a_lock_and_its_exception_are_read_at_the_window(place: Place, new_window: NewWindow) -> None:
    """Refused with who and why; an exception lets it in; after its end a correction is refused again."""
    window, monday = new_window(), date(2026, 3, 2)
    closed(window.hall, *DAYS)
    desk = office(place, window)
    desk.lock(monday, date(2026, 3, 3), reason="已汇总", by=OFFICE)
    window.send()
    refused, *others = window.rows()
    assert refused.state is PacketState.RETURNED
    assert refused.reason == "2026-03-02起的期间已由周主任锁定：已汇总"
    assert {row.state for row in others} == {PacketState.ACCEPTED}, "the days after it go on"
    window.refresh_echo()

    until = date(2026, 3, 10)
    place.clock.moment = datetime(2026, 3, 9, 9)
    desk.grant_exception("SQ01-W01", monday, date(2026, 3, 3), open_until=until, reason="停电", by=OFFICE)
    window.ask()
    assert window.states() == [PacketState.ACCEPTED] * 3
    window.refresh_echo()
    row = window.sync.echo(monday, date(2026, 3, 3)).rows[0]
    assert (row.locked_by, row.locked_reason, row.open_until) == ("周主任", "已汇总", until)

    window.at("2026-03-10 23:00:00").hall.closing.adjust(monday, "enquiries.visits", 1, "漏记", by=SUPERVISOR)
    window.send_at(datetime(2026, 3, 10, 23, 59))
    assert window.rows()[-1].state is PacketState.ACCEPTED, "its last day is one of its days"
    window.at("2026-03-11 00:10:00").hall.closing.adjust(monday, "enquiries.visits", 1, "又漏", by=SUPERVISOR)
    window.send_at(datetime(2026, 3, 11, 0, 10))
    last = window.rows()[-1]
    assert (last.state, last.revision) == (PacketState.RETURNED, 3)
    assert "周主任" in last.reason
    window.refresh_echo()
    row = window.sync.echo(monday, date(2026, 3, 3)).rows[0]
    assert (row.our_revision, row.their_revision, row.open_until, row.difference) == (
        3,
        2,
        None,
        {"enquiries.visits": 1},
    )


def test_what_came_in_the_last_hour_of_an_exception_counts_though_the_office_looks_the_day_after(
    server: Place, new_window_at_server: Window
) -> None:
    """The server says when a packet came; the window's login cannot, and the office comes to work in the morning."""
    window, today = new_window_at_server, datetime.now()
    monday = date(2026, 3, 2)
    closed(window.hall, DAYS[0])
    server.clock.moment = today
    desk = office(server, window)
    desk.lock(MARCH, APRIL, reason="季报已出", by=OFFICE)
    until = today.date() + timedelta(days=1)
    desk.grant_exception("SQ01-W01", monday, date(2026, 3, 3), open_until=until, reason="停电", by=OFFICE)
    window.push()
    assert window.rows()[0].verdict is Verdict.RECEIVED
    server.clock.moment = today + timedelta(days=9)
    window.send()

    assert window.rows()[0].verdict in (Verdict.ACCEPTED, Verdict.HELD_ALREADY)


def test_the_year_at_the_hub_is_the_year_of_the_store(place: Place, new_window: NewWindow) -> None:
    window = new_window()
    window.hall.application("2026-03-02", "2026-03-03", unit="市民政局", fee_yuan="12.50")
    window.hall.application("2026-03-02", unit="市公安局")
    closed(window.hall, *DAYS)
    window.hall.closing.adjust(date(2026, 3, 2), "applications.received", 1, "漏记", by=SUPERVISOR)
    window.hall.closing.adjust(date(2026, 3, 2), "fees.yuan", Decimal("0.10"), "漏记", by=SUPERVISOR)
    window.send()

    for form in ("national-2021", "first-year"):
        with office(place, window).counts(by=OFFICE) as source:
            theirs = answer(window.hall.figures.report(2026, form, source=source))
        assert theirs == answer(window.hall.figures.report(2026, form))
        assert json.dumps(theirs)
