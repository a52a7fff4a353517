"""What the office asks of packets and rules, and what a window's own login is told: on every kind of hub."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlalchemy import select

from hallclient.domain.figures import hub_records
from hallclient.domain.figures.delivery import Verdict
from hallclient.domain.figures.hub_records import ActKind, Aside, PacketQuery
from hallclient.hub import admin, monthly, packet_query, read, rulings
from hallclient.hub.database import HubForbids, open_hub
from hallclient.hub.deliver import count, deliver
from hallclient.hub.schema import inbox, packets
from tests.hub.conftest import Place
from tests.hub.windows import ReportingWindow

MONDAY = date(2026, 3, 2)
TUESDAY = MONDAY + timedelta(1)


@pytest.fixture
def one(place: Place) -> ReportingWindow:
    """A window that reported two days and corrected the first, and one that only reported."""
    window, other = ReportingWindow("SL01-W01"), ReportingWindow("SL02-W01", "市教育局")
    place.enrol(window, other)
    place.send(window, [window.close(MONDAY, {"enquiries.persons": 80})])
    place.send(window, [window.close(TUESDAY, {"enquiries.persons": 7})])
    place.send(window, [window.close(MONDAY, {"enquiries.persons": 81}, revision=2)])
    place.send(other, [other.close(MONDAY, {"enquiries.persons": 5})])
    return window


def shown(place: Place, query: PacketQuery) -> list[tuple[str, date, int, Verdict, bool]]:
    found = packet_query.sent(place.hub, query)
    return [(row.window, row.business_date, row.revision, row.verdict, row.counts) for row in found]


def test_every_packet_of_a_window_is_found_with_what_became_of_it(place: Place, one: ReportingWindow) -> None:
    assert shown(place, PacketQuery(window=one.name)) == [
        (one.name, TUESDAY, 1, Verdict.ACCEPTED, True),
        (one.name, MONDAY, 2, Verdict.ACCEPTED, True),
        (one.name, MONDAY, 1, Verdict.SUPERSEDED, False),
    ]
    first = packet_query.sent(place.hub, PacketQuery(window=one.name))[0]
    assert first.unit == "市民政局"
    assert first.checked_at is not None


def test_packets_are_found_by_unit_days_and_result(place: Place, one: ReportingWindow) -> None:
    assert [row[0] for row in shown(place, PacketQuery(unit="市教育局"))] == ["SL02-W01"]
    assert {row[1] for row in shown(place, PacketQuery(first=TUESDAY, until=TUESDAY + timedelta(1)))} == {TUESDAY}
    assert [row[2] for row in shown(place, PacketQuery(verdict=Verdict.SUPERSEDED))] == [1]
    assert len(shown(place, PacketQuery(most=2))) == 2


def test_a_packet_nobody_has_looked_at_says_so(server: Place) -> None:
    window = ReportingWindow()
    server.enrol(window)
    deliver(server.as_window(window), [window.close(MONDAY, {"enquiries.persons": 80})])

    [row] = packet_query.sent(server.hub, PacketQuery(verdict=Verdict.RECEIVED))
    assert (row.verdict, row.checked_at, row.counts) == (Verdict.RECEIVED, None, False)


def test_one_packet_is_read_exactly_as_it_arrived(place: Place, one: ReportingWindow) -> None:
    row = packet_query.sent(place.hub, PacketQuery(window=one.name, first=TUESDAY))[0]

    assert packet_query.packet(place.hub, row.window, row.business_date, row.id) == one.sent[1]
    assert packet_query.packet(place.hub, "SL02-W01", row.business_date, row.id) is None


def test_what_is_kept_aside_stands_by_window_from_the_first_to_the_last(place: Place, one: ReportingWindow) -> None:
    kept = one.sent[-1].sha256
    one.head = one.sent[0].sha256  # restored
    for ahead in (7, 8):
        place.send(one, [one.close(MONDAY + timedelta(ahead), {"enquiries.persons": 1})])

    found = packet_query.kept_aside(place.hub)
    assert [(row.business_date, Aside.of(row.reason)) for row in found] == [
        (MONDAY + timedelta(7), Aside.FORK),
        (MONDAY + timedelta(8), Aside.GAP),
    ]
    assert kept != one.head


def test_every_reason_for_which_the_hub_keeps_a_packet_aside_is_known(place: Place, one: ReportingWindow) -> None:
    stranger = ReportingWindow("SL09-W09")
    head = one.head
    gap = replace(one.close(MONDAY + timedelta(10), {}), sha256="")  # never sent: the next one waits for it
    after = one.close(MONDAY + timedelta(11), {"enquiries.persons": 1})
    one.head = head
    other = one.close(MONDAY, {"enquiries.persons": 1}, revision=2)  # another word under the same revision
    wrong = one.sign(replace(one.close(MONDAY + timedelta(12), {}), z_number=77))
    sent = [stranger.close(MONDAY, {}), replace(after, signature="AAAA"), after, other, wrong]
    deliver(place.hub, sent)
    count(place.hub)

    reasons = {Aside.of(row.reason) for row in packet_query.kept_aside(place.hub)}
    assert None not in reasons
    assert reasons >= {Aside.UNENROLLED, Aside.SIGNATURE, Aside.GAP, Aside.TWO_OF_ONE, Aside.CONTENT}
    assert gap.sha256 == ""


def lock(place: Place, by: str = "周主任") -> None:
    rulings.lock_period(place.hub, MONDAY, TUESDAY, by=by, reason="数据已上报省")


def test_a_window_reads_the_locks_and_its_own_exceptions_and_nobody_elses(place: Place, one: ReportingWindow) -> None:
    lock(place)
    until = place.clock.moment.date() + timedelta(400)
    for window in (one.name, "SL02-W01"):
        rulings.grant_exception(
            place.hub, window, MONDAY, TUESDAY, open_until=until, by="吴科长", reason=f"{window} 停电"
        )

    own = place.as_window(one)
    found = {(rule.kind, rule.by, rule.reason) for rule in packet_query.rules(own, one.name)}
    assert found == {
        (ActKind.LOCK, "周主任", "数据已上报省"),
        (ActKind.EXCEPTION, "吴科长", f"{one.name} 停电"),
    }
    assert len(packet_query.rules(place.hub)) == 3


def test_a_windows_login_reads_nobody_elses_exception_whatever_it_asks_for(server: Place) -> None:
    one, two = ReportingWindow("SL01-W01"), ReportingWindow("SL01-W02")
    server.enrol(one, two)
    lock(server)
    until = date(2099, 1, 1)
    rulings.grant_exception(server.hub, two.name, MONDAY, TUESDAY, open_until=until, by="吴科长", reason="停电")
    mine = server.as_window(one)

    assert {rule.kind for rule in packet_query.rules(mine, two.name)} == {ActKind.LOCK}
    assert packet_query.sent(mine, PacketQuery(window=two.name)) == []
    with pytest.raises(HubForbids):
        read.office_acts(mine)


def test_a_lifted_lock_says_by_whom_and_why(place: Place, one: ReportingWindow) -> None:
    lock(place)
    rulings.unlock_period(place.hub, MONDAY, TUESDAY, by="吴科长", reason="核对完毕")

    [rule] = packet_query.rules(place.hub)
    assert (rule.lifted_by, rule.lifted_reason, rule.last) == ("吴科长", "核对完毕", MONDAY)


def test_the_acts_are_told_with_their_days_and_their_reason(place: Place, one: ReportingWindow) -> None:
    lock(place)
    until = place.clock.moment.date() + timedelta(400)
    rulings.grant_exception(place.hub, one.name, MONDAY, TUESDAY, open_until=until, by="吴科长", reason="停电 两日")
    rulings.accept_branch(place.hub, one.name, by="吴科长", reason="已核实")
    admin.revoke(place.hub, one.name, by="周主任", reason="撤并")
    told = [
        hub_records.told(at=row.at, by=row.by, act=row.act, window=row.window, detail=row.detail)
        for row in read.office_acts(place.hub)
    ]

    assert [(act.kind, act.first, act.last, act.open_until, act.reason, act.unit) for act in told] == [
        (ActKind.REVOKE, None, None, None, "撤并", ""),
        (ActKind.BRANCH, None, None, None, "已核实", ""),
        (ActKind.EXCEPTION, MONDAY, MONDAY, until, "停电 两日", ""),
        (ActKind.LOCK, MONDAY, MONDAY, None, "数据已上报省", ""),
        (ActKind.ENROL, None, None, None, "", "市教育局"),
        (ActKind.ENROL, None, None, None, "", "市民政局"),
    ]


def test_a_refused_packet_says_who_locked_its_day_and_why(place: Place, one: ReportingWindow) -> None:
    lock(place)
    [receipt] = place.send(one, [one.close(MONDAY, {"enquiries.persons": 9}, revision=3)])

    assert hub_records.locked_words(receipt.reason) == (MONDAY, "周主任", "数据已上报省")
    assert hub_records.locked_words("同一数据包已收") is None


def test_a_packet_that_is_to_be_looked_at_again_is_shown_once_with_what_was_found_of_it(
    place: Place, one: ReportingWindow
) -> None:
    before = packet_query.sent(place.hub, PacketQuery(window=one.name))
    with place.hub.writing() as tx:
        again = select(packets.c.window, packets.c.id, packets.c.business_date).where(packets.c.window == one.name)
        tx.execute(inbox.insert().from_select(["window", "packet_id", "business_date"], again))

    assert packet_query.sent(place.hub, PacketQuery(window=one.name)) == before
    assert packet_query.sent(place.hub, PacketQuery(verdict=Verdict.RECEIVED)) == []


def test_the_offices_login_reads_all_of_it_and_shuts_no_window_out(server: Place) -> None:
    window = ReportingWindow()
    server.enrol(window)
    server.send(window, [window.close(MONDAY, {"enquiries.persons": 80})])
    known = admin.enrol_office(server.hub, "zhou")
    office = open_hub(server.url.replace("USER", known.login), password=known.password, now=server.clock)
    server.opened.append(office)
    rulings.lock_period(office, MONDAY, TUESDAY, by="周主任", reason="数据已上报省")

    [row] = packet_query.sent(office, PacketQuery(window=window.name))
    assert packet_query.packet(office, window.name, MONDAY, row.id) == window.sent[0]
    assert packet_query.kept_aside(office) == []
    assert [rule.by for rule in packet_query.rules(office)] == ["周主任"]
    assert [act.act for act in read.office_acts(office)] == ["lock", "enrol_office", "enrol"]
    assert monthly.of_windows(office, [window.name], ["enquiries.persons"], MONDAY, TUESDAY) == {
        (window.name, date(2026, 3, 1)): {"enquiries.persons": 80}
    }
    with pytest.raises(HubForbids):
        admin.revoke(office, window.name, by="周主任", reason="撤并")
