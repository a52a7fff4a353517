"""The office's board: who reported, on time or not, what stands out; and the year from the hub, byte for byte."""

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from closing_hall import CLERK, NOBODY, SUPERVISOR, Hall, hall_in, import_rows
from registers import suqian_rows
from sending_hall import HubClock, access, closed, desk, new_hub

from hallclient.domain.figures import oversight
from hallclient.domain.figures.delivery import Verdict
from hallclient.domain.figures.hub_records import PacketQuery, SentPacket
from hallclient.domain.figures.oversight import DayState, Lamp, Matter
from hallclient.domain.figures.packet import ASKED, is_zero
from hallclient.domain.figures.report_json import answer
from hallclient.domain.register.counter import Counter, CounterDraft
from hallclient.domain.register.permissions import Clerk, NotPermitted, Role
from hallclient.exports import json_file
from hallclient.foundation import settings
from hallclient.hub.acts import HubReasonMissing, WindowUnknown
from hallclient.services.hub_office import HubOfficeDesk
from hallclient.services.sync import SyncDesk

OFFICE = Clerk(name="zhou", display_name="周主任", roles=frozenset({Role.OFFICE}))

NO_PACKET = SentPacket(
    id=1,
    window="SQ01-W01",
    unit="市民政局",
    kind="day",
    business_date=date(2026, 3, 2),
    z_number=1,
    revision=1,
    verdict=Verdict.RECEIVED,
    reason="",
    received_at=datetime(2026, 3, 2, 18, 0),
)


class City:
    """Two windows of one agency, the office, and the hub between them."""

    def __init__(self, folder: Path) -> None:
        self.clock = HubClock()
        self.hub = new_hub(folder / "hub.sqlite", self.clock)
        settings.save(folder, replace(settings.load(folder), hub=f"sqlite:///{folder}/hub.sqlite"))
        self.halls: list[Hall] = []
        self.desks: list[SyncDesk] = []
        for number in (1, 2):
            (folder / f"W0{number}").mkdir()
            hall = Hall(folder / f"W0{number}" / "hall.db", "2026-03-02 17:30:00")
            hall.office.window = f"W0{number}"
            self.halls.append(hall)
            self.desks.append(desk(hall, folder, self.clock))
        self.office = HubOfficeDesk(self.halls[0].office, access(folder, self.clock))

    def enrol(self, units: tuple[str, str] = ("市民政局", "市民政局"), since: date = date(2026, 3, 2)) -> None:
        for sync, unit in zip(self.desks, units, strict=True):
            self.office.enrol(sync.window, sync.public_key(by=CLERK), unit=unit, since=since, by=OFFICE)

    def send(self, number: int, at: str) -> None:
        self.clock.moment = datetime.fromisoformat(at)
        self.desks[number].push(by=CLERK)

    def close(self) -> None:
        self.hub.close()
        for hall in self.halls:
            hall.database.close()


@pytest.fixture
def city(tmp_path: Path) -> Iterator[City]:
    made = City(tmp_path)
    yield made
    made.close()


def test_on_time_late_missing_zero_and_not_due_are_told_apart(city: City) -> None:
    city.enrol()
    first, second = city.halls
    closed(first, "2026-03-02")
    city.send(0, "2026-03-02 18:00:00")
    closed(first, "2026-03-03", each=0)  # closed with nothing to tell
    closed(first, "2026-03-04")
    city.send(0, "2026-03-06 15:00:00")
    closed(second, "2026-03-04")
    city.send(1, "2026-03-05 09:00:00")
    city.clock.moment = datetime(2026, 3, 6, 15, 30)
    board = city.office.board(date(2026, 3, 2), date(2026, 3, 9), by=OFFICE)

    one, two = board.windows
    assert (one.expected, one.on_time, one.late, one.missing, one.not_due, one.zero) == (5, 1, 2, 1, 1, 1)
    assert (two.expected, two.on_time, two.late, two.missing, two.not_due, two.zero) == (5, 1, 0, 3, 1, 0)
    assert [unit.missing for unit in board.units] == [4]
    assert not board.units[0].complete
    days = city.office.days("SQ01-W01", date(2026, 3, 2), date(2026, 3, 9), by=OFFICE)
    assert [day.state for day in days] == [
        DayState.ON_TIME,
        DayState.LATE,
        DayState.LATE,
        DayState.MISSING,
        DayState.NOT_DUE,
    ]
    assert [day.zero for day in days] == [False, True, False, False, False]
    both = city.office.days_of(["SQ01-W01", "SQ01-W02"], date(2026, 3, 2), date(2026, 3, 9), by=OFFICE)
    assert both["SQ01-W01"] == days
    assert [day.business_date.day for day in both["SQ01-W02"] if day.state is DayState.MISSING] == [2, 3, 5]


def test_a_holiday_is_expected_of_nobody_and_a_makeup_saturday_is(city: City) -> None:
    city.enrol(since=date(2026, 2, 1))
    city.clock.moment = datetime(2026, 3, 9, 9, 0)
    board = city.office.board(date(2026, 2, 9), date(2026, 3, 1), by=OFFICE)

    # 2026: off 15 to 23 February, work on the Saturdays 14 and 28 February
    assert board.windows[0].expected == board.windows[0].missing == 5 + 1 + 4 + 1


def test_red_and_yellow_follow_the_newest_packet_of_each_window(city: City) -> None:
    city.enrol()
    first, second = city.halls
    for due in ("2026-02-27", "2026-02-26", "2026-03-03"):
        first.application("2026-01-30", due_on=due)
    second.application("2026-02-03", due_on="2026-03-04")
    for number, hall in enumerate(city.halls):
        closed(hall, "2026-01-30", "2026-02-03", "2026-03-02")
        city.send(number, "2026-03-02 18:00:00")
    board = city.office.board(date(2026, 3, 2), date(2026, 3, 3), by=OFFICE)

    (red,), (yellow,) = board.lamps.lit(Lamp.RED), board.lamps.lit(Lamp.YELLOW)
    assert (red.window, red.overdue, red.due_soon, red.as_of) == ("SQ01-W01", 2, 1, date(2026, 3, 2))
    assert (yellow.window, yellow.overdue, yellow.due_soon) == ("SQ01-W02", 0, 1)


def test_enquiries_have_lamps_of_their_own_and_an_older_packet_tells_nothing_of_them(city: City) -> None:
    city.enrol()
    first, second = city.halls
    for due in ("2026-02-27", "2026-03-02", "2026-03-05"):
        first.enquiry("2026-02-24", kind="complaint", handling="referred", due_on=due)
    first.application("2026-02-25", due_on="2026-03-04")
    for number, hall in enumerate((first, second)):
        closed(hall, "2026-02-24", "2026-02-25", "2026-03-02")
        city.send(number, "2026-03-02 18:00:00")
    lamps = city.office.lamps(by=OFFICE)

    assert [(one.lamp, one.matter, one.window, one.overdue, one.due_today, one.due_soon) for one in lamps.alarms] == [
        (Lamp.RED, Matter.ENQUIRY, "SQ01-W01", 1, 1, 1),
        (Lamp.YELLOW, Matter.APPLICATION, "SQ01-W01", 0, 0, 1),
    ]
    assert lamps.untold == ()
    assert city.office.board(date(2026, 3, 2), date(2026, 3, 3), by=OFFICE).lamps == lamps

    with city.hub.writing() as tx:  # as a window of an earlier program sends it
        tx.exec_driver_sql("UPDATE window_days SET lines = '{}' WHERE \"window\" = 'SQ01-W02'")
    assert city.office.lamps(by=OFFICE).untold == ("SQ01-W02",)


@pytest.mark.parametrize("lines", [{}, {"enquiries.persons": 1}, {"counters.media.items": 0}])
def test_a_zero_report_is_a_day_that_tells_nothing_but_that_nothing_is_overdue(lines: dict[str, int]) -> None:
    assert is_zero(lines | {ASKED: 0}) is is_zero(lines) is (lines == {})
    assert not is_zero(lines | {ASKED: 1})


def test_a_figure_outside_the_last_twelve_months_is_told() -> None:
    history = [{"enquiries.records": value} for value in (10, 12, 11)]
    codes = ("enquiries.records",)
    month = date(2026, 3, 1)

    def found(value: int, *, over: bool = True, told: list[dict[str, int]] = history) -> list[tuple[int, int, int]]:
        rows = oversight.unusual("市民政局", month, {"enquiries.records": value}, told, codes, over=over)
        return [(int(row.value), int(row.low), int(row.high)) for row in rows]

    assert found(13) == [(13, 10, 12)]
    assert found(9) == [(9, 10, 12)]
    assert found(10) == found(12) == []
    assert found(0, over=False) == [], "a month that runs may still grow"
    assert found(13, over=False) == [(13, 10, 12)]
    assert found(99, told=history[:2]) == [], "two months are no history"


def test_the_board_compares_each_units_month_with_those_before(city: City) -> None:
    city.enrol(since=date(2025, 11, 3))
    hall = city.halls[0]
    for day, each in (("2025-11-03", 2), ("2025-12-01", 3), ("2026-01-05", 2), ("2026-02-02", 3), ("2026-03-02", 40)):
        closed(hall, day, each=each)
    city.send(0, "2026-03-02 18:00:00")
    board = city.office.board(date(2026, 3, 1), date(2026, 4, 1), by=OFFICE)

    told = {one.code: (one.value, one.low, one.high, one.periods) for one in board.unusual}
    assert told["enquiries.records"] == (40, 2, 3, 4)
    assert {one.unit for one in board.unusual} == {"市民政局"}


def test_who_locked_and_who_made_an_exception_and_why_is_read_at_the_window(city: City) -> None:
    city.enrol()
    closed(city.halls[0], "2026-03-02")
    city.office.lock(date(2026, 1, 1), date(2026, 4, 1), reason="一季度已汇总", by=OFFICE)
    city.send(0, "2026-03-02 18:00:00")
    sync = city.desks[0]
    refused = sync.status()[0]
    assert "周主任" in refused.reason
    assert "一季度已汇总" in refused.reason

    with pytest.raises(HubReasonMissing):
        city.office.grant_exception(
            "SQ01-W01", date(2026, 3, 2), date(2026, 3, 3), open_until=date(2026, 3, 9), reason=" ", by=OFFICE
        )
    city.office.grant_exception(
        "SQ01-W01", date(2026, 3, 2), date(2026, 3, 3), open_until=date(2026, 3, 9), reason="停电", by=OFFICE
    )
    sync.retry(refused.id, by=CLERK)
    assert sync.push(by=CLERK).accepted == 1
    sync.refresh_echo(by=CLERK)
    (row,) = sync.echo(date(2026, 3, 2), date(2026, 3, 3)).rows
    assert (row.locked_by, row.locked_reason, row.open_until) == ("周主任", "一季度已汇总", date(2026, 3, 9))
    acts = [(one.act, one.by, one.window) for one in city.office.acts(by=OFFICE)]
    assert ("exception", "周主任", "SQ01-W01") in acts
    city.office.unlock(date(2026, 1, 1), date(2026, 4, 1), reason="重报", by=OFFICE)
    sync.refresh_echo(by=CLERK)
    assert sync.echo(date(2026, 3, 2), date(2026, 3, 3)).rows[0].locked_by == ""


def test_a_revoked_windows_packets_are_kept_aside_and_shown(city: City) -> None:
    city.enrol()
    closed(city.halls[0], "2026-03-02")
    city.office.revoke("SQ01-W01", by=OFFICE)
    city.send(0, "2026-03-02 18:00:00")

    (kept,) = city.office.kept_aside(by=OFFICE)
    assert (kept.packet.window, kept.verdict) == ("SQ01-W01", Verdict.KEPT_ASIDE)
    assert city.office.packets("SQ01-W01", date(2026, 3, 2), by=OFFICE) == [kept]
    assert city.office.board(date(2026, 3, 2), date(2026, 3, 3), by=OFFICE).kept_aside == 1
    with pytest.raises(WindowUnknown):
        city.office.revoke("SQ01-W09", by=OFFICE)


def test_a_stick_is_taken_in_with_receipts_for_the_way_back(city: City, tmp_path: Path) -> None:
    city.enrol()
    closed(city.halls[0], "2026-03-02", "2026-03-03")
    usb = tmp_path / "usb"
    city.desks[0].write_to(usb, by=CLERK)
    (usb / "torn.packet.json").write_bytes(b"{")

    taken, again = city.office.receive_from(usb, by=OFFICE), city.office.receive_from(usb, by=OFFICE)
    assert (taken.count(Verdict.ACCEPTED), again.count(Verdict.HELD_ALREADY)) == (2, 2)
    assert taken.unreadable == (("torn.packet.json", "form"),)
    assert city.desks[0].read_receipts(usb, by=CLERK) == 2
    assert city.desks[0].status(settled=False) == []


def test_only_the_office_looks_and_only_the_office_acts(city: City, tmp_path: Path) -> None:
    office, day = city.office, date(2026, 3, 2)
    acts: list[Callable[[Clerk], object]] = [
        lambda by: office.init(by=by),
        lambda by: office.enrol("SQ01-W01", "", unit="局", by=by),
        lambda by: office.enrol_office("zhou", by=by),
        lambda by: office.revoke("SQ01-W01", by=by),
        lambda by: office.lock(day, day, reason="因", by=by),
        lambda by: office.unlock(day, day, reason="因", by=by),
        lambda by: office.grant_exception("SQ01-W01", day, day, open_until=day, reason="因", by=by),
        lambda by: office.accept_branch("SQ01-W01", reason="因", by=by),
        lambda by: office.withdraw_branch("SQ01-W01", reason="因", by=by),
        lambda by: office.windows(by=by),
        lambda by: office.unused_branches(by=by),
        lambda by: office.board(day, day, by=by),
        lambda by: office.days("SQ01-W01", day, day, by=by),
        lambda by: office.days_of(["SQ01-W01"], day, day, by=by),
        lambda by: office.packets("SQ01-W01", day, by=by),
        lambda by: office.kept_aside(by=by),
        lambda by: office.acts(by=by),
        lambda by: office.told_acts(by=by),
        lambda by: office.rules(by=by),
        lambda by: office.lamps(by=by),
        lambda by: office.aside(by=by),
        lambda by: office.unusual(day, day, by=by),
        lambda by: office.sent(PacketQuery(), by=by),
        lambda by: office.packet_pdf(NO_PACKET, by=by),
        lambda by: office.receive_from(tmp_path, by=by),
    ]
    for act in acts:
        for clerk in (CLERK, SUPERVISOR, NOBODY):
            with pytest.raises(NotPermitted):
                act(clerk)


def as_bytes(hall: Hall, city: City, year: int, form: str) -> tuple[bytes, bytes]:
    """Return a year's JSON from one store and from the hub."""
    with city.office.counts(by=OFFICE) as source:
        hub = hall.figures.report(year, form, source=source)
    return json_file.content(answer(hall.figures.report(year, form))), json_file.content(answer(hub))


@pytest.mark.parametrize("form", ["national-2021", "first-year"])
def test_the_year_of_two_windows_at_the_hub_is_that_of_one_store_with_all_their_records(
    city: City, tmp_path: Path, form: str
) -> None:
    city.enrol()
    rows = {kind: list(some) for kind, some in suqian_rows().items()}
    for number, hall in enumerate(city.halls):
        import_rows(hall, {kind: some[number::2] for kind, some in rows.items()})
        city.send(number, "2026-03-02 18:00:00")
    (tmp_path / "one").mkdir()
    with hall_in(tmp_path / "one", "2026-03-02 18:00:00") as one:
        import_rows(one, rows)
        for year in (2022, 2023, 2024):
            ours, theirs = as_bytes(one, city, year, form)
            assert json.loads(theirs) == json.loads(ours)
            assert theirs == ours


def test_a_year_lived_at_two_windows_is_the_same_too(city: City, tmp_path: Path) -> None:
    """Open files, disputes pending, late facts, a supervisor's word, levels, and counters entered as 0."""
    city.enrol()
    (tmp_path / "one").mkdir()
    with hall_in(tmp_path / "one", "2026-01-05 17:30:00") as one:
        _live(city.halls[0], lambda serial: serial % 2 == 0, last=False)
        _live(city.halls[1], lambda serial: serial % 2 == 1, last=True)
        _live(one, lambda serial: True, last=True)
        for number in (0, 1):
            city.send(number, "2026-03-02 18:00:00")
        for form in ("national-2021", "first-year"):
            ours, theirs = as_bytes(one, city, 2026, form)
            assert json.loads(theirs) == json.loads(ours)
            assert theirs == ours
        assert json.loads(ours)["open_days"] == []


def test_a_day_that_is_there_and_not_counted_is_named_open(city: City) -> None:
    city.enrol()
    hall = city.halls[0]
    closed(hall, "2026-03-02", "2026-03-03")
    city.office.lock(date(2026, 3, 3), date(2026, 3, 4), reason="已汇总", by=OFFICE)
    city.send(0, "2026-03-03 18:00:00")

    _, theirs = as_bytes(hall, city, 2026, "first-year")
    assert json.loads(theirs)["open_days"] == ["2026-03-03"]


def test_a_roll_up_that_lost_a_day_does_not_pass_unseen(city: City) -> None:
    city.enrol()
    closed(city.halls[0], "2026-03-02", "2026-03-03")
    city.send(0, "2026-03-03 18:00:00")
    with city.hub.writing() as tx:
        tx.exec_driver_sql("UPDATE window_days SET lines = '{}' WHERE business_date = '2026-03-03'")

    _, theirs = as_bytes(city.halls[0], city, 2026, "first-year")
    recount = next(one for one in json.loads(theirs)["identities"] if one["id"] == "recount")
    assert not recount["holds"]
    assert "enquiries.records" in recount["cells"]


def _live(hall: Hall, mine: Callable[[int], bool], *, last: bool) -> None:
    days = [date(2026, 1, 5) + timedelta(n) for n in range(40) if (date(2026, 1, 5) + timedelta(n)).weekday() < 5]
    for serial, day in enumerate(days * 2):
        if mine(serial):
            hall.enquiry(day.isoformat(), persons=serial % 3 + 1)
            closed_on = (day + timedelta(7)).isoformat() if serial % 4 and (day + timedelta(7)) in days else None
            hall.application(day.isoformat(), closed_on, unit="市民政局" if serial % 3 else "市公安局", topic="民政")
    for day in days:
        hall.at(f"{day.isoformat()} 17:30:00")
        if last and day == days[3]:
            for counter, count in ((Counter.MEDIA_ITEMS, 0), (Counter.RULES_IN_FORCE, 4), (Counter.RULES_ISSUED, 0)):
                hall.counters.enter(CounterDraft(on=day, counter=counter, count=Decimal(count)), by=SUPERVISOR)
        if last and day == days[5]:
            hall.counters.enter(CounterDraft(on=day, counter=Counter.RULES_IN_FORCE, count=Decimal(0)), by=SUPERVISOR)
        hall.close(day.isoformat())
    if last:
        hall.closing.adjust(days[2], "enquiries.persons", 2, "漏记", by=SUPERVISOR)
        hall.closing.adjust(days[2], "applications.received", 1, "漏记", by=SUPERVISOR)
