"""Issue 4, item 7: the year from the hub is, byte for byte, the year of one store that holds all records."""

import json
import random
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from closing_hall import CLERK, SUPERVISOR, Hall, hall_in
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sending_hall import closed

from hallclient.domain.law.working_days import LocalOverride
from hallclient.domain.register.counter import Counter, CounterDraft
from hallclient.hub import admin
from hallclient.hub.deliver import deliver
from hallclient.services.hub_counts import HubCounts
from hallclient.storage.backup import snapshot
from tests.hub.city_year import FORMS, Record, as_bytes, imported, live, records, working
from tests.hub.conftest import Place
from tests.hub.reporting_desks import OFFICE, NewWindow, Window, office
from tests.hub.windows import ReportingWindow

DAYS = [*working(date(2025, 12, 1), 8), date(2025, 12, 31), *working(date(2026, 1, 5), 8), date(2026, 2, 28)]

pytestmark = pytest.mark.slow


@pytest.fixture
def one(tmp_path: Path) -> Iterator[Hall]:
    """The store that holds all records."""
    (tmp_path / "one").mkdir()
    with hall_in(tmp_path / "one", "2025-12-01 09:00:00") as hall:
        yield hall


def the_hub_says_what_the_store_says(place: Place, window: Window, one: Hall) -> None:
    with office(place, window).counts(by=OFFICE) as source:
        for form in FORMS:
            for year in (2024, 2025, 2026):
                assert as_bytes(one, year, form, source=source) == as_bytes(one, year, form), (form, year)
            assert as_bytes(one, 2026, form, month=1, source=source) == as_bytes(one, 2026, form, month=1), form


def test_the_year_of_three_windows_is_that_of_one_store(place: Place, new_window: NewWindow, one: Hall) -> None:
    """Open and answered files, disputes, counters, zeros, levels, late facts, a supervisor's word, an import."""
    made = random.Random(20)
    whole = [*records(made, DAYS, 60), imported(DAYS[-1])]
    windows = [new_window(f"W0{number}", unit=f"单位{number % 2}") for number in (1, 2, 3)]
    parts: list[list[Record]] = [[], [], []]
    for record in whole:
        made.choice(parts).append(record)
    for window, own in zip(windows, parts, strict=True):
        live(window.hall, own, DAYS)
        window.send()
    live(one, whole, DAYS)

    the_hub_says_what_the_store_says(place, windows[0], one)


def test_a_window_that_began_in_the_middle_of_the_year_and_one_that_was_revoked_stand_in_it(
    place: Place, new_window: NewWindow, one: Hall
) -> None:
    made = random.Random(21)
    early, late = records(made, DAYS[:9], 20), records(made, DAYS[9:], 20)
    first = new_window("W01")
    live(first.hall, early, DAYS[:9])
    first.send()
    admin.revoke(place.hub, first.name, by="周主任")
    second = new_window("W02", now="2026-01-05 09:00:00")
    live(second.hall, late, DAYS[9:])
    second.send()
    live(one, [record for record in early if not record.late], DAYS[:9])
    live(one, [record for record in early if record.late], [])
    live(one, late, DAYS[9:])

    the_hub_says_what_the_store_says(place, second, one)


def test_an_adjustment_across_the_close_of_the_year_belongs_to_the_year_of_its_day(
    place: Place, new_window: NewWindow, one: Hall
) -> None:
    window = new_window("W01")
    for hall in (window.hall, one):
        hall.application("2025-12-31", "2026-01-05", fee_yuan="3.10")
        live(hall, [], DAYS)
        hall.at("2026-03-02 09:00:00")
        hall.closing.adjust(date(2025, 12, 31), "applications.received", 1, "漏记", by=SUPERVISOR)
        hall.closing.adjust(date(2026, 1, 5), "applications.closed", 1, "漏记", by=SUPERVISOR)
    window.send()

    the_hub_says_what_the_store_says(place, window, one)


def test_one_unit_of_the_city_is_the_store_of_its_windows(place: Place, new_window: NewWindow, one: Hall) -> None:
    made = random.Random(22)
    ours, others = records(made, DAYS, 25), records(made, DAYS, 25)
    window, other = new_window("W01", unit="示例市示例局"), new_window("W02", unit="市教育局")
    for each, own in ((window, ours), (other, others)):
        live(each.hall, own, DAYS)
        each.send()
    live(one, ours, DAYS)

    with office(place, window).counts(unit="示例市示例局", by=OFFICE) as source:
        for form in FORMS:
            assert as_bytes(one, 2026, form, source=source) == as_bytes(one, 2026, form)


def test_two_machines_with_different_calendars_report_the_same_year(
    place: Place, new_window: NewWindow, one: Hall
) -> None:
    made = random.Random(23)
    whole = records(made, DAYS, 30)
    windows = [new_window("W01"), new_window("W02")]
    other = windows[1].hall.office
    override = LocalOverride(day=DAYS[9], working=False, reason="本市停水")
    other.calendar = replace(other.calendar, local=(*other.calendar.local, override))
    for number, window in enumerate(windows):
        live(window.hall, whole[number::2], DAYS)
        window.send()
    live(one, whole, DAYS)

    the_hub_says_what_the_store_says(place, windows[0], one)


def test_a_count_that_was_entered_and_withdrawn_is_no_answer_at_the_hub_either(
    place: Place, new_window: NewWindow, one: Hall
) -> None:
    window, day = new_window("W01"), DAYS[-1]
    for hall in (window.hall, one):
        live(hall, [], DAYS)
        for counter, count in ((Counter.RETURN_FULL_TEXT, 3), (Counter.RETURN_SERVICES, 0), (Counter.RULES_ISSUED, 0)):
            draft = CounterDraft(on=day, counter=counter, count=Decimal(count))
            entry = hall.counters.enter(draft, late_reason="漏报", by=CLERK)
            if counter is not Counter.RULES_ISSUED:
                hall.counters.withdraw(entry.id, "重复", by=SUPERVISOR)
    window.send()

    the_hub_says_what_the_store_says(place, window, one)
    with office(place, window).counts(by=OFFICE) as source:
        assert source.entered(date(2026, 1, 1), date(2026, 12, 31)) == {"rules.issued"}


def test_days_that_are_there_and_do_not_count_are_named_whatever_keeps_them(
    place: Place, new_window: NewWindow
) -> None:
    """Refused, forked, at odds with what counts: each is named until it is settled; what is forged is not."""
    window = new_window()
    closed(window.hall, "2026-03-02")
    window.send()
    backup = window.folder.with_name("backup")
    backup.mkdir()
    snapshot(window.hall.database, backup / "hall.db")
    closed(window.hall, "2026-03-03", "2026-03-04")
    desk = office(place, window)
    desk.lock(date(2026, 3, 4), date(2026, 3, 5), reason="已汇总", by=OFFICE)
    window.send()
    assert open_days(place, window) == ["2026-03-04"]

    restored = Window(place, backup, now="2026-03-05 09:00:00")
    restored.sync.access.remember(*way(window))
    closed(restored.hall, "2026-03-03", "2026-03-05", each=1)
    restored.send()
    assert open_days(place, window) == ["2026-03-03", "2026-03-04", "2026-03-05"]
    desk.accept_branch(window.name, reason="由备份恢复", by=OFFICE)
    assert open_days(place, window) == ["2026-03-03", "2026-03-04"], "one revision, two contents"
    restored.refresh_echo()
    restored.hall.at("2026-03-06 09:00:00")
    assert restored.sync.renew(date(2026, 3, 3), by=SUPERVISOR, reason="按纸质登记簿核对") == 2
    restored.send()
    assert open_days(place, window) == ["2026-03-04"]
    desk.unlock(date(2026, 3, 4), date(2026, 3, 5), reason="更正", by=OFFICE)
    assert open_days(place, window) == []
    stranger = ReportingWindow(window.name, seed=77)
    place.send_at(stranger, [stranger.close(date(2026, 3, 6), {"enquiries.persons": 9})])
    assert open_days(place, window) == []
    restored.close()


def open_days(place: Place, window: Window) -> list[str]:
    with office(place, window).counts(by=OFFICE) as source:
        said = json.loads(as_bytes(window.hall, 2026, "first-year", source=source))
    return list(said["open_days"])


def way(window: Window) -> tuple[str, str]:
    url = window.sync.access.url() or "sqlite:////nowhere.sqlite"
    return url, window.sync.access.password(url)


@settings(max_examples=12, deadline=None, print_blob=True, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 2**32), count=st.integers(1, 4))
def test_any_split_of_a_halls_records_over_windows_delivered_in_any_order_comes_to_the_same_year(
    tmp_path_factory: pytest.TempPathFactory, seed: int, count: int
) -> None:
    made, folder = random.Random(seed), tmp_path_factory.mktemp("split")
    days = DAYS[5:13]
    whole = records(made, days, 24)
    with ExitStack() as stack:
        from tests.sending_hall import new_hub

        hub = new_hub(folder / "hub.sqlite")
        stack.callback(hub.close)
        place = Place("sqlite", hub, f"sqlite:///{folder}/hub.sqlite", lambda: None, folder / "stick")  # type: ignore[arg-type]
        windows = [Window(place, folder / f"W0{number}", f"W0{number}") for number in range(1, count + 1)]
        for window in windows:
            stack.callback(window.close)
        (folder / "one").mkdir()
        one = stack.enter_context(hall_in(folder / "one", "2025-12-01 09:00:00"))
        parts: list[list[Record]] = [[] for _ in windows]
        for record in whole:
            made.choice(parts).append(record)
        sent = []
        for window, own in zip(windows, parts, strict=True):
            live(window.hall, own, days)
            sent += [window.sync.sealed(row.id, by=SUPERVISOR) for row in window.rows()]
            key = window.sync.public_key(by=SUPERVISOR)
            admin.enrol(hub, window.name, key, f"单位{made.randint(1, 2)}", by="周主任", since=days[0])
        live(one, whole, days)
        sent += made.sample(sent, len(sent) // 3)
        made.shuffle(sent)
        while sent:
            cut = made.randint(1, 9)
            deliver(hub, sent[:cut])
            del sent[:cut]

        source = HubCounts(hub)
        for form in FORMS:
            for year in (2025, 2026):
                assert as_bytes(one, year, form, source=source) == as_bytes(one, year, form), (seed, form, year)
