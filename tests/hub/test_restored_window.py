"""A window comes back from an old backup: no number twice, nothing newer overwritten, and a way to go on (F07)."""

from copy import deepcopy
from datetime import date, timedelta

import pytest

from hallclient.domain.figures.delivery import Verdict
from hallclient.hub import acts, read, rulings
from hallclient.hub.deliver import deliver
from tests.hub.conftest import Place
from tests.hub.windows import ReportingWindow

MONDAY = date(2026, 3, 2)
FIRST, UNTIL = date(2026, 1, 1), date(2027, 1, 1)


def day(number: int) -> date:
    return MONDAY + timedelta(number)


@pytest.fixture
def before(place: Place) -> ReportingWindow:
    """The window as it was when the backup was made, two days and a correction before it broke."""
    window = ReportingWindow()
    place.enrol(window)
    window.close(day(0), {"enquiries.persons": 10})
    window.close(day(1), {"enquiries.persons": 20})
    backup = deepcopy(window)
    window.close(day(2), {"enquiries.persons": 30})
    window.close(day(0), {"enquiries.persons": 11}, revision=2)
    window.close(day(0), {"enquiries.persons": 12}, revision=3)
    place.send(window, window.sent)
    return backup


def total(place: Place) -> int:
    return int(read.totals(place.hub, FIRST, UNTIL)["enquiries.persons"])


def test_the_hub_tells_the_highest_numbers_it_was_ever_told(place: Place, before: ReportingWindow) -> None:
    told = read.highest_numbers(place.as_window(before), before.name)

    assert told == {("Z日结", 0): 3, ("SL01-W01-Z", 2026): 30}


def test_numbers_told_by_a_forged_packet_are_not_believed(place: Place, before: ReportingWindow) -> None:
    thief = ReportingWindow(before.name, seed=2)
    deliver(place.as_window(before), [thief.close(day(5), {}, z=5000)])

    assert read.highest_numbers(place.as_window(before), before.name)["Z日结", 0] == 3


def test_a_restored_window_sends_again_what_it_has_and_nothing_changes(place: Place, before: ReportingWindow) -> None:
    told = place.send(before, before.sent)

    assert [one.verdict for one in told] == [Verdict.SUPERSEDED, Verdict.HELD_ALREADY]
    assert total(place) == 62


def test_what_a_restored_window_closes_anew_is_kept_aside_until_the_office_lets_it_go_on(
    place: Place, before: ReportingWindow
) -> None:
    fork = before.close(day(3), {"enquiries.persons": 40}, z=4)
    after = before.close(day(4), {"enquiries.persons": 50}, z=5)
    told = place.send(before, [fork, after])

    assert [one.verdict for one in told] == [Verdict.KEPT_ASIDE, Verdict.KEPT_ASIDE]
    assert total(place) == 62
    rulings.accept_branch(place.hub, before.name, by="周主任", reason="硬盘损坏，由备份恢复")

    assert total(place) == 152
    assert read.head(place.hub, before.name) == before.head
    assert read.kept_aside(place.hub) == []
    [act, *_] = read.office_acts(place.hub, window=before.name)
    assert (act.act, act.by, act.detail) == ("branch", "周主任", "硬盘损坏，由备份恢复")
    # Once: a second break of the chain is the office's to look at again.
    before.head = before.sent[0].sha256
    assert place.send(before, [before.close(day(5), {}, z=6)])[0].verdict is Verdict.KEPT_ASIDE


def test_a_leave_that_nobody_made_use_of_is_shown_and_can_be_taken_back(place: Place, before: ReportingWindow) -> None:
    rulings.accept_branch(place.hub, before.name, by="吴科长", reason="来电")
    rulings.accept_branch(place.hub, before.name, by="周主任", reason="来电，尚未报送")
    [leave] = read.unused_branches(place.hub)
    assert (leave.window, leave.by, leave.detail) == (before.name, "周主任", "来电，尚未报送")
    assert leave.at == read.office_acts(place.hub, window=before.name)[0].at, "how old it is can be seen"
    rulings.withdraw_branch(place.hub, before.name, by="吴科长", reason="并未恢复")

    assert read.unused_branches(place.hub) == []
    [told] = place.send(before, [before.close(day(3), {"enquiries.persons": 40}, z=4)])
    assert (told.verdict, total(place)) == (Verdict.KEPT_ASIDE, 62)
    assert [act.act for act in read.office_acts(place.hub, window=before.name)][:2] == ["withdraw_branch", "branch"]
    with pytest.raises(rulings.HubNoBranch):
        rulings.withdraw_branch(place.hub, before.name, by="吴科长", reason="再一次")


def test_a_restored_window_overwrites_no_newer_revision(place: Place, before: ReportingWindow) -> None:
    older = before.close(day(0), {"enquiries.persons": 99}, revision=2)
    other = before.close(day(2), {"enquiries.persons": 77}, z=3)
    place.send(before, [older, other])
    rulings.accept_branch(place.hub, before.name, by="周主任", reason="由备份恢复")

    assert total(place) == 62
    lower, same = place.send(before, [older, other])
    assert (lower.verdict, lower.reason, lower.revision_held) == (Verdict.SUPERSEDED, "已被更高版本取代（第3版）", 3)
    assert (same.verdict, same.revision_held) == (Verdict.KEPT_ASIDE, 1)
    place.send(before, [before.close(day(2), {"enquiries.persons": 31}, revision=2, z=3)])
    assert total(place) == 63  # a correction on top of what the hub holds counts


def test_a_new_chain_from_nothing_is_a_branch_too(place: Place, before: ReportingWindow) -> None:
    """The machine was lost without a backup: same window, new key, first packet without a predecessor."""
    fresh = ReportingWindow(before.name, seed=9)
    place.enrol(fresh)
    start = fresh.close(day(3), {"enquiries.persons": 40}, z=4)

    assert place.send(fresh, [start])[0].verdict is Verdict.KEPT_ASIDE
    rulings.accept_branch(place.hub, before.name, by="周主任", reason="换机，无备份")
    assert total(place) == 102


def test_going_on_needs_a_reason_and_a_known_window(place: Place, before: ReportingWindow) -> None:
    with pytest.raises(acts.HubReasonMissing):
        rulings.accept_branch(place.hub, before.name, by="周主任", reason=" ")
    with pytest.raises(acts.WindowUnknown):
        rulings.accept_branch(place.hub, "SL01-W77", by="周主任", reason="由备份恢复")
