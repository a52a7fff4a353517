"""A city publishes its year from the hub: the bytes of one store, its gaps with a word on them, told apart for ever."""

import json
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pytest
from closing_hall import CLERK, SUPERVISOR, Hall, hall_in
from sending_hall import closed

from hallclient.domain.figures.report_text import MentionKind
from hallclient.domain.register.permissions import NotPermitted
from hallclient.services.figures import FiguresDesk
from hallclient.services.hub_office import HubOfficeDesk
from hallclient.services.report_obstacles import HubDaysAwaited, HubYearIncomplete, TextContradicts, UnitNotPublished
from hallclient.services.reports import ReportDesk
from hallclient.services.supervision import SupervisionDesk
from tests.hub.conftest import Place
from tests.hub.reporting_desks import OFFICE, Window, enrolled, office
from tests.hub.windows import ReportingWindow

SINCE, DAYS = date(2026, 12, 28), ("2026-12-28", "2026-12-29", "2026-12-30", "2026-12-31")
LATER = "2027-01-12 09:00:00"
TEXT = "2026年新收申请{{received}}件。"


def desk(hall: Hall) -> ReportDesk:
    return ReportDesk(hall.office, FiguresDesk(hall.office), SupervisionDesk(hall.office))


@pytest.fixture
def city(place: Place, tmp_path: Path) -> Iterator[tuple[Window, Window]]:
    """Two windows that report since 28 December: three applications, and two of another unit."""
    place.clock.moment = datetime(2027, 1, 12, 9)
    windows = []
    for name, unit, applications in (("W01", "市民政局", 3), ("W02", "市教育局", 2)):
        window = enrolled(place, Window(place, tmp_path / name, name, f"{DAYS[0]} 17:30:00"), unit=unit, since=SINCE)
        for _ in range(applications):
            window.hall.application(DAYS[0], DAYS[1])
        closed(window.hall, *DAYS)
        window.at(LATER)
        windows.append(window)
    yield windows[0], windows[1]
    for window in windows:
        window.close()


@pytest.fixture
def ours(tmp_path: Path) -> Iterator[Hall]:
    """The office's own store, in which nobody registers anything."""
    (tmp_path / "office").mkdir()
    with hall_in(tmp_path / "office", LATER) as hall:
        yield hall


@pytest.fixture
def hub(place: Place, city: tuple[Window, Window]) -> HubOfficeDesk:
    return office(place, city[0])


def test_what_is_published_is_what_one_store_with_all_records_would_publish(
    city: tuple[Window, Window], ours: Hall, hub: HubOfficeDesk, tmp_path: Path
) -> None:
    for window in city:
        window.send()
    (tmp_path / "one").mkdir()
    with hall_in(tmp_path / "one", f"{DAYS[0]} 17:30:00") as one:
        for _ in range(5):
            one.application(DAYS[0], DAYS[1])
        closed(one, *DAYS)
        alone = desk(one.at(LATER))
        alone.write(2026, "overview", TEXT, version=0, by=SUPERVISOR)
        edition = alone.publish(2026, by=SUPERVISOR, endings=(".json",))
        expected = alone.reprint(edition, ".json", by=SUPERVISOR)

    reports = desk(ours)
    reports.write(2026, "overview", TEXT, version=0, by=OFFICE)
    with hub.counts(by=OFFICE) as source:
        assert reports.obstacles(2026, source=source).missing == 0
        edition = reports.publish(2026, by=OFFICE, source=source, endings=(".json",))

    assert reports.reprint(edition, ".json", by=OFFICE) == expected
    assert json.loads(expected)["table3"]["rows"][0]["cells"]["total"] == 5
    assert reports.as_published(edition).part("overview").texts == ("2026年新收申请5件。",)
    assert reports.as_published(edition).source.told == "中心库汇总（全部窗口）"
    assert [one.edition for one in reports.published(2026)] == [1]


def test_a_year_the_hub_has_not_all_of_is_published_only_with_a_word_on_it(
    city: tuple[Window, Window], ours: Hall, hub: HubOfficeDesk
) -> None:
    city[0].send()
    reports = desk(ours)
    with hub.counts(by=OFFICE) as source:
        found = reports.obstacles(2026, source=source)
        assert (found.missing, found.incomplete) == (4, True)
        for word in ("", "  "):
            with pytest.raises(HubYearIncomplete) as refused:
                reports.publish(2026, by=OFFICE, source=source, lacking=word, endings=(".json",))
        assert (refused.value.missing, refused.value.uncounted) == (4, 0)
        assert reports.published(2026) == ()
        edition = reports.publish(2026, by=OFFICE, source=source, lacking="W02 水淹停用", endings=(".json",))

    told = reports.confirmed(edition)
    assert (told.missing, told.uncounted, told.lacking, told.differing) == ({city[1].name: 4}, (), "W02 水淹停用", ())


def test_what_is_not_due_yet_is_waited_for_and_no_word_stands_for_it(
    city: tuple[Window, Window], ours: Hall, hub: HubOfficeDesk, place: Place
) -> None:
    """On New Year's Day the last day of the year has not come from everywhere, and nobody is late."""
    city[0].send()
    place.clock.moment = datetime(2027, 1, 1, 9)
    reports = desk(ours.at("2027-01-01 09:00:00"))
    with hub.counts(by=OFFICE) as source:
        found = reports.obstacles(2026, source=source)
        assert (found.windows, found.awaited) == ({city[1].name: 3}, 1)
        with pytest.raises(HubDaysAwaited) as refused:
            reports.publish(2026, by=OFFICE, source=source, lacking="元旦前上报", endings=(".json",))
    assert refused.value.days == 1
    place.clock.moment = datetime(2027, 1, 4, 12, 1)  # the noon of the next working day is over
    with hub.counts(by=OFFICE) as source:
        found = reports.obstacles(2026, source=source)
        assert (found.windows, found.awaited) == ({city[1].name: 4}, 0)
        reports.publish(2026, by=OFFICE, source=source, lacking="W02 水淹停用", endings=(".json",))


def test_a_day_with_nothing_to_tell_and_a_day_that_was_let_in_late_are_no_gaps(
    city: tuple[Window, Window], ours: Hall, hub: HubOfficeDesk
) -> None:
    city[0].send()
    hub.lock(date(2026, 12, 1), date(2027, 1, 1), reason="已汇总", by=OFFICE)
    until = date(2027, 1, 31)
    for window in city:
        hub.grant_exception(window.name, SINCE, date(2027, 1, 1), open_until=until, reason="网络中断", by=OFFICE)
    city[1].send()
    reports = desk(ours)
    with hub.counts(by=OFFICE) as source:
        assert not reports.obstacles(2026, source=source).incomplete
        reports.publish(2026, by=OFFICE, source=source, endings=(".json",))


def test_a_packet_that_comes_while_the_year_is_added_up_is_told_rather_than_lost(
    city: tuple[Window, Window], ours: Hall, hub: HubOfficeDesk
) -> None:
    """What is lacking is asked before the sums: a day that comes in between is in them, and told all the same."""
    city[0].send()
    with hub.counts(by=OFFICE) as source:
        asked = source.period

        def meanwhile(first: date, last: date) -> object:
            city[1].send()
            return asked(first, last)

        source.period = meanwhile  # type: ignore[method-assign, assignment]
        with pytest.raises(HubYearIncomplete):
            desk(ours).publish(2026, by=OFFICE, source=source, endings=(".json",))


def test_a_window_that_was_revoked_lacks_nothing_and_is_not_waited_for(
    city: tuple[Window, Window], ours: Hall, hub: HubOfficeDesk, place: Place
) -> None:
    city[0].send()
    hub.revoke(city[1].name, by=OFFICE, reason="撤销窗口")
    for moment in (datetime(2027, 1, 1, 9), datetime(2027, 1, 12, 9)):
        place.clock.moment = moment
        with hub.counts(by=OFFICE) as source:
            found = desk(ours).obstacles(2026, source=source)
        assert (found.incomplete, found.awaited) == (False, 0)


def test_a_day_that_was_refused_is_part_of_the_word(
    city: tuple[Window, Window], ours: Hall, hub: HubOfficeDesk
) -> None:
    city[0].send()
    hub.lock(date(2026, 12, 28), date(2026, 12, 30), reason="已汇总", by=OFFICE)
    city[1].send()
    with hub.counts(by=OFFICE) as source:
        found = desk(ours).obstacles(2026, source=source)

    assert (found.missing, found.open_days, found.incomplete) == (2, (date(2026, 12, 28), date(2026, 12, 29)), True)


def test_a_packet_kept_aside_for_one_that_did_not_come_is_part_of_the_word(
    city: tuple[Window, Window], ours: Hall, hub: HubOfficeDesk, place: Place
) -> None:
    for window in city:
        window.send()
    gappy = ReportingWindow("SL01-W03", "市财政局")
    place.enrol(gappy, since=date(2026, 12, 30))
    _, last = (gappy.close(date(2026, 12, day), {"enquiries.persons": 1}) for day in (30, 31))
    place.send(gappy, [last])
    with hub.counts(by=OFFICE) as source:
        found = desk(ours).obstacles(2026, source=source)
        assert (found.windows, found.open_days, found.awaited) == ({gappy.name: 2}, (date(2026, 12, 31),), 0)
        edition = desk(ours).publish(2026, by=OFFICE, source=source, lacking="30日的包丢失", endings=(".json",))

    told = desk(ours).confirmed(edition)
    assert (told.missing, told.uncounted) == ({gappy.name: 2}, (date(2026, 12, 31),))


@pytest.mark.parametrize("place", ["server"], indirect=True)
def test_what_is_not_checked_yet_is_part_of_the_word(
    city: tuple[Window, Window], ours: Hall, hub: HubOfficeDesk
) -> None:
    """What comes while the office looks is at the hub, and nobody has checked it."""
    city[0].send()
    with hub.counts(by=OFFICE) as source:
        city[1].push()
        found = desk(ours).obstacles(2026, source=source)
        assert (found.windows, len(found.open_days), found.incomplete) == ({city[1].name: 4}, 4, True)
    with hub.counts(by=OFFICE) as source:
        assert not desk(ours).obstacles(2026, source=source).incomplete, "it is checked whenever one looks"


def test_what_comes_late_shows_in_what_has_changed_since(
    city: tuple[Window, Window], ours: Hall, hub: HubOfficeDesk
) -> None:
    city[0].send()
    reports = desk(ours)
    with hub.counts(by=OFFICE) as source:
        edition = reports.publish(2026, by=OFFICE, source=source, lacking="W02 网络中断", endings=(".json",))
        assert reports.changed_since(edition, source=source) == ()
    city[1].send()
    with hub.counts(by=OFFICE) as source:
        changes = {one.figure: (one.published, one.today) for one in reports.changed_since(edition, source=source)}

    assert changes["table3.received.total"] == ("3", "5")


def test_a_number_is_held_against_the_source_it_is_published_from(
    city: tuple[Window, Window], ours: Hall, hub: HubOfficeDesk
) -> None:
    for window in city:
        window.send()
    reports, typed = desk(ours), "2026年新收申请5件。"
    [own] = reports.mentions(2026, typed)
    with hub.counts(by=OFFICE) as source:
        [citys] = reports.mentions(2026, typed, source=source)
        assert (own.kind, citys.kind) == (MentionKind.WRONG, MentionKind.RIGHT)
        reports.write(2026, "overview", "2026年新收申请3件。", version=0, by=OFFICE)
        with pytest.raises(TextContradicts):
            reports.publish(2026, by=OFFICE, source=source, endings=(".json",))


def test_next_year_goes_on_from_the_edition_of_the_same_source(
    city: tuple[Window, Window], ours: Hall, hub: HubOfficeDesk
) -> None:
    for window in city:
        window.send()
    reports = desk(ours)
    with hub.counts(by=OFFICE) as source:
        reports.publish(2026, by=OFFICE, source=source, endings=(".json",))
    assert reports.cells_of_last_year(2027) == reports.cells_of_last_year(2027, "hub"), "there is no other"
    closed(ours.at("2026-12-31 17:30:00"), *DAYS)
    ours.at(LATER)
    second = reports.publish(2026, by=OFFICE, reason="本窗口另报", endings=(".json",))

    assert second.edition == 2
    published = (reports.cells_of_last_year(2027, "hub") or {}, reports.cells_of_last_year(2027) or {})
    assert [cells["table3.received.total"] for cells in published] == [5, 0]


def test_one_unit_is_not_published_and_nobody_without_the_right_to(
    city: tuple[Window, Window], ours: Hall, hub: HubOfficeDesk
) -> None:
    city[0].send()
    reports = desk(ours)
    with hub.counts(unit="市民政局", by=OFFICE) as source:
        with pytest.raises(UnitNotPublished):
            reports.publish(2026, by=OFFICE, source=source)
        with pytest.raises(NotPermitted):
            reports.publish(2026, by=CLERK, source=source)
