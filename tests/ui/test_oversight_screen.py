"""The office's board in the window: every list by keys, on a real hub, and a hub that is away."""

import threading
import time
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication

from hallclient.domain.figures.delivery import Verdict
from hallclient.domain.figures.oversight import DayState
from hallclient.domain.register.permissions import SEEN_WITH, Clerk, Role, seen_by
from hallclient.hub import rulings
from hallclient.hub.database import HubDatabase
from hallclient.hub.deliver import count, deliver
from hallclient.ui import theme
from hallclient.ui.catalog import screens_of
from hallclient.ui.choice_field import ChoiceField
from hallclient.ui.date_field import DateField
from hallclient.ui.hub_columns import CELL
from tests.hall import Stores
from tests.ui.office_city import CIVIL, DAYS, SCHOOLS, City
from tests.window import rows_of


@pytest.fixture
def city(qapp: QApplication, stores: Stores, tmp_path: Path) -> Iterator[City]:
    theme.apply(qapp, dark=False)
    made = City(tmp_path, stores)
    yield made
    made.close()


def test_who_is_only_of_the_office_begins_at_the_board_and_sees_no_due_list(city: City) -> None:
    desk = city.open()

    assert desk.window.current is desk.window.screen_of("oversight")
    assert [entry.id for entry in desk.window._entries if entry.rail] == ["oversight", "figures", "settings"]
    assert "15:00" in desk.screen.told.text()


def test_units_windows_and_the_days_that_are_late_or_missing_are_walked_by_keys(city: City) -> None:
    desk = city.open()
    board = desk.screen.reporting

    assert rows_of(board.units, lambda one: (one.unit, one.expected, one.on_time, one.late, one.missing, one.zero)) == [
        ("", 15, 4, 1, 7, 1),
        (SCHOOLS, 5, 0, 0, 4, 0),
        (CIVIL, 10, 4, 1, 3, 1),
    ]
    desk.press("Down", "Down", "Return")  # the second unit, into its windows
    assert rows_of(board.windows, lambda one: (one.window, one.on_time, one.late, one.missing)) == [
        ("SL01-W02", 0, 1, 3),
        ("SL01-W01", 4, 0, 0),
    ]
    assert rows_of(board.days, lambda one: (one.business_date.day, one.state, one.zero)) == [
        (5, DayState.MISSING, False),
        (4, DayState.MISSING, False),
        (3, DayState.MISSING, False),
        (2, DayState.LATE, True),
    ]
    desk.press("Return", "Escape", "Escape")
    assert board.units.hasFocus()


def test_all_days_of_a_window_are_shown_on_a_key(city: City) -> None:
    desk = city.open()
    desk.press("Down", "Down", "Return", "Down", "Alt+A")

    days = rows_of(desk.screen.reporting.days, lambda one: one.state)
    assert days == [DayState.NOT_DUE, *[DayState.ON_TIME] * 4]


def test_other_days_are_chosen_by_keys(city: City) -> None:
    desk = city.open()
    desk.press("Ctrl+F")
    desk.type("6")  # days of one's own
    desk.press("Ctrl+A")
    desk.type("2026-03-02")
    desk.press("Tab", "Ctrl+A")
    desk.type("2026-03-02")
    desk.press("Return")

    board = desk.screen.reporting
    assert rows_of(board.units, lambda one: one.expected) == [3, 1, 2]
    assert (board.board.first, board.board.until) == (date(2026, 3, 2), date(2026, 3, 3))


def test_red_and_yellow_stand_in_lists_of_their_own_the_worst_first(city: City) -> None:
    city.report(city.one, date(2026, 3, 6), {"applications.standing.overdue": 1})
    city.report(city.two, date(2026, 3, 6), {"applications.standing.overdue": 3, "applications.standing.due_soon": 1})
    city.report(city.school, date(2026, 3, 5), {"applications.standing.due_today": 2})
    desk = city.open()
    desk.press("Alt+2")

    lamps = desk.screen.lamps
    assert rows_of(lamps.red, lambda one: (one.window, one.overdue)) == [("SL01-W02", 3), ("SL01-W01", 1)]
    assert rows_of(lamps.yellow, lambda one: (one.window, one.due_today)) == [("SL02-W01", 2)]
    desk.press("Return")
    assert {one.window for one in desk.screen.packets.list.rows_model.rows()} == {"SL01-W02"}


def test_each_clock_of_a_window_has_its_own_row_and_the_head_adds_them_up(city: City) -> None:
    overdue, today, soon = (f"enquiries.standing.{name}" for name in ("overdue", "due_today", "due_soon"))
    both = {"applications.standing.overdue": 1, "applications.standing.due_soon": 2, overdue: 4, today: 1}
    city.report(city.one, date(2026, 3, 6), both)
    city.report(city.school, date(2026, 3, 6), {"applications.standing.due_today": 2, overdue: 0, today: 3, soon: 5})
    desk = city.open()
    desk.press("Alt+2")

    lamps = desk.screen.lamps
    shown = lambda one: (one.window, one.matter.label, one.overdue, one.due_today, one.due_soon)  # noqa: E731
    assert rows_of(lamps.red, shown) == [("SL01-W01", "咨询投诉", 4, 1, 0), ("SL01-W01", "申请", 1, 0, 2)]
    assert rows_of(lamps.yellow, shown) == [("SL02-W01", "咨询投诉", 0, 3, 5), ("SL02-W01", "申请", 0, 2, 0)]
    assert [title.text() for title in lamps._titles] == [
        "● 红灯：1 个窗口，已逾期 5 件（申请 1，咨询投诉 4）",
        "▲ 黄灯：1 个窗口，当日到期 5 件（申请 2，咨询投诉 3），3个工作日内到期 5 件（申请 0，咨询投诉 5）",
    ]
    assert lamps.words.endswith("1 个窗口的数据包尚不报咨询投诉的期限"), "SL01-W02 told nothing of it: that is not 0"


def test_a_citys_year_is_shown_whole_and_both_lists_of_lamps_stand_in_line(city: City) -> None:
    city.report(city.one, date(2026, 3, 6), {"applications.standing.overdue": 1})
    city.report(city.school, date(2026, 3, 5), {"applications.standing.due_today": 2})
    desk = city.open()
    units = desk.screen.reporting.units
    for columns, digits in ((range(1, 3), "496000"), (range(3, 7), "62286")):
        room = units.fontMetrics().horizontalAdvance(digits) + CELL
        assert all(units.columnWidth(at) >= room for at in columns)

    desk.press("Alt+2")
    red, yellow = desk.screen.lamps.red, desk.screen.lamps.yellow
    under = [red.columnViewportPosition(at) for at in (0, 1, 2, 4, 5, 6)]
    assert under == [yellow.columnViewportPosition(at) for at in range(6)]


def test_the_fields_that_narrow_a_page_stand_at_one_height(city: City) -> None:
    desk = city.open()
    for key in ("Alt+1", "Alt+3", "Alt+4"):
        desk.press(key)
        page = desk.screen.page
        fields = [one.edit for kind in (ChoiceField, DateField) for one in page.findChildren(kind)]
        assert len(fields) >= 3
        assert len({(one.mapTo(page, QPoint(0, 0)).y(), one.height()) for one in fields}) == 1


def test_a_figure_outside_its_last_months_leads_to_the_packets_behind_it(city: City) -> None:
    for month, persons in ((9, 40), (10, 50), (11, 60)):
        city.report(city.school, date(2025, month, 3), {"enquiries.persons": persons})
    city.report(city.school, date(2026, 3, 3), {"enquiries.persons": 180})
    desk = city.open()
    desk.press("Alt+3")

    found = rows_of(
        desk.screen.unusual.list, lambda one: (one.unit, one.window, one.value, one.low, one.high, one.ratio)
    )
    assert found == [(SCHOOLS, "", 180, 40, 60, 3.0), (SCHOOLS, "SL02-W01", 180, 40, 60, 3.0)]
    desk.press("Down", "Return")
    packets = desk.screen.packets
    assert rows_of(packets.list, lambda one: (one.window, one.business_date)) == [("SL02-W01", date(2026, 3, 3))]
    desk.press("Escape")
    assert desk.screen.page is desk.screen.unusual


def test_every_packet_of_a_window_is_listed_with_what_became_of_it_and_read(city: City) -> None:
    city.at(datetime(2026, 3, 5, 20, 0))
    rulings.lock_period(city.hub, DAYS[0], DAYS[1], by="周主任", reason="数据已上报省")
    deliver(city.hub, [city.one.close(DAYS[0], {"enquiries.persons": 9}, revision=2)])
    count(city.hub)
    desk = city.open()
    desk.press("Alt+4", "Ctrl+F", "Ctrl+A")
    desk.type("SL01-W01")
    desk.press("Return")

    packets = desk.screen.packets
    assert rows_of(packets.list, lambda one: (one.business_date.day, one.revision, one.verdict)) == [
        (5, 1, Verdict.ACCEPTED),
        (4, 1, Verdict.ACCEPTED),
        (3, 1, Verdict.ACCEPTED),
        (2, 2, Verdict.REFUSED),
        (2, 1, Verdict.ACCEPTED),
    ]
    reason = packets.list.rows_model.columns[6].text(packets.list.rows_model.row(3))
    assert all(word in reason for word in ("周主任", "数据已上报省"))
    packets.list.setFocus()
    desk.press("F7")
    assert [kind for kind, _ in desk.paper.shown] == ["packet"]


def test_a_hub_that_is_away_is_told_and_the_last_answer_stays(city: City) -> None:
    desk = city.open()
    before = rows_of(desk.screen.reporting.units, lambda one: one.unit)
    city.access.given = ("postgresql+psycopg://o@127.0.0.1:1/hub", "x")
    desk.press("F5")

    screen = desk.screen
    assert not screen.wrong.isHidden()
    assert "连不上中心库" in screen.wrong.text()
    assert "15:00" in screen.wrong.text()
    assert rows_of(screen.reporting.units, lambda one: one.unit) == before
    city.access.given = (f"sqlite:///{city.path}", "")
    desk.press("F5")
    assert screen.wrong.isHidden()


def test_a_hub_nobody_named_is_told_in_place(city: City) -> None:
    city.access.given = ("", "")
    desk = city.open()

    assert "Ctrl+U" in desk.screen.wrong.text()
    assert desk.refused == []


def test_while_an_answer_is_awaited_only_the_newest_question_waits(city: City) -> None:
    desk = city.open()
    asked: list[tuple[date, date]] = []
    office = type(city.hall.overseeing)
    real = office.board

    def noted(self: object, first: date, until: date, **how: object) -> object:
        asked.append((first, until))
        return real(self, first, until, **how)  # type: ignore[arg-type]

    office.board = noted  # type: ignore[method-assign, assignment]
    try:
        for _ in range(5):
            desk.screen.reporting.ask()
        desk.settle()
    finally:
        office.board = real  # type: ignore[method-assign]

    assert len(asked) == 2


def test_a_hub_that_does_not_answer_holds_nobody_up(city: City, monkeypatch: pytest.MonkeyPatch) -> None:
    desk = city.open()
    gate, real = threading.Event(), city.access.hub
    done: list[str] = []

    def slow() -> HubDatabase:
        assert gate.wait(20)
        return real()

    monkeypatch.setattr(city.access, "hub", slow)
    try:
        desk.screen.reporting.ask()
        desk.window.open_screen("settings")
        desk.jobs.run(lambda: "local", then=done.append)
        until = time.monotonic() + 20
        while not done and time.monotonic() < until:
            QApplication.processEvents()
            time.sleep(0.001)
        assert done == ["local"]
        assert "正在" in desk.window.screen_of("oversight").reporting.words  # type: ignore[attr-defined]
    finally:
        gate.set()
    desk.settle()
    assert "15:00" in desk.window.screen_of("oversight").reporting.words  # type: ignore[attr-defined]


def test_who_is_only_of_the_office_opens_no_citizens_file(city: City) -> None:
    desk = city.open()
    desk.window.open_record("application", "SL01-W01-S2026-00001")

    assert desk.window.current is desk.window.screen_of("oversight")
    assert "角色" in desk.status


@pytest.mark.parametrize(
    ("roles", "first", "sees"),
    [
        ({Role.OFFICE}, "oversight", True),
        ({Role.OFFICE, Role.SUPERVISOR}, "desk", True),
        ({Role.SUPERVISOR}, "desk", False),
        ({Role.CLERK}, "desk", False),
    ],
)
def test_the_board_is_first_for_whoever_has_no_other_work(roles: set[Role], first: str, sees: bool) -> None:
    found = [entry.id for entry in screens_of(Clerk(name="a", display_name="甲", roles=frozenset(roles)))]

    assert found[0] == first
    assert ("oversight" in found) is sees


def test_the_office_is_offered_no_search_for_citizens_and_its_keys_say_why(city: City) -> None:
    desk = city.open()
    assert not desk.window.find_box.isVisible()
    for key in ("F3", "Ctrl+G"):
        desk.press(key)
        assert desk.status.endswith("您的角色不能查找群众的登记和申请")
        assert not desk.window.find_box.edit.hasFocus()
        desk.press("F5")


@pytest.mark.parametrize("role", Role)
def test_who_finds_a_kind_of_record_can_open_it_and_the_other_way_round(role: Role) -> None:
    clerk = Clerk(name="x", display_name="x", roles=frozenset({role}))
    opened = {kind for entry in screens_of(clerk) for kind in entry.kinds}

    assert {kind.value for kind in seen_by(clerk)} == opened & {kind.value for kind in SEEN_WITH}
