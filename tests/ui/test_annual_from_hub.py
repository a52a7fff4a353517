"""The year from the hub in the window: its source is told, what is missing too, and a figure opens down to a packet."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from hallclient.domain.register.enquiry import EnquiryDraft
from hallclient.domain.register.permissions import Clerk, Role
from hallclient.hub import admin
from hallclient.hub.database import HubDatabase
from hallclient.hub.deliver import deliver
from hallclient.services.hub_office import HubOfficeDesk
from hallclient.ui.annual_tab import AnnualTab
from tests.hub.windows import ReportingWindow
from tests.sending_hall import UNIT, HubClock, access, new_hub
from tests.window import Desk, rows_of

DAY = date(2026, 3, 2)
OTHER = "示例市民政局"


@pytest.fixture
def hub(tmp_path: Path) -> Iterator[HubDatabase]:
    opened = new_hub(tmp_path / "hub.sqlite", HubClock("2026-03-05 18:00:00"))
    yield opened
    opened.close()


@pytest.fixture
def city(desk: Desk, tmp_path: Path, hub: HubDatabase, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """Our window's three visitors, and two windows of another unit with forty, at a hub; one day has not come."""
    hall = desk.hall
    hall.hub_access.given = (f"sqlite:///{tmp_path}/hub.sqlite", "")
    ours = access(tmp_path, HubClock("2026-03-05 18:00:00"))
    ours.given = hall.hub_access.given
    monkeypatch.setattr(hall.sending, "access", ours)
    office = HubOfficeDesk(hall.office, ours)
    monkeypatch.setattr(type(hall), "overseeing", property(lambda _hall: office))
    hall.reception.register(EnquiryDraft(content="问", persons=3), by=hall.clerk)
    hall.closing.close(DAY, by=hall.clerk)
    admin.enrol(hub, hall.sending.window, hall.sending.public_key(by=hall.clerk), UNIT, by="周主任", since=DAY)
    hall.sending.push_now(by=hall.clerk)
    for name, persons in (("MZ01-W01", 30), ("MZ01-W02", 10)):
        window = ReportingWindow(name, OTHER)
        admin.enrol(hub, window.name, window.public_key, OTHER, by="周主任", since=DAY)
        parts = ("enquiries.persons", "enquiries.persons.kind.help", "enquiries.persons.channel.in_person")
        deliver(hub, [window.close(DAY, dict.fromkeys(parts, persons))])
    desk.clock.move(days=3)
    desk.window.open_screen("figures")
    desk.settle()
    desk.press("Alt+2")
    page(desk).year.edit.setFocus()
    page(desk).year.edit.selectAll()
    desk.type("2026")
    desk.settle()
    page(desk).form.edit.setFocus()
    desk.settle()
    desk.type("3")  # 首年六部分格式
    desk.settle()
    return desk


def page(desk: Desk) -> Any:
    return desk.screen.annual


def from_hub(desk: Desk) -> None:
    """Choose the hub as a clerk does: into the field, and its number."""
    page(desk).source.edit.setFocus()
    desk.settle()
    desk.type("3")
    desk.settle()


def visitors(desk: Desk) -> str:
    figure = next(one for one in page(desk).view.report.figures if "enquiries.persons" in one.lines)
    return str(figure.id)


def test_the_hub_counts_all_windows_and_says_so(city: Desk) -> None:
    assert page(city).view.report.cells[visitors(city)].value == 3
    from_hub(city)

    view = page(city).view
    assert view.report.cells[visitors(city)].value == 43
    assert view.report.source.kind == "hub"
    page(city).annual.go_to(visitors(city))
    city.settle()
    assert "来源：中心库，全部单位" in page(city).figure.beside.text()


def test_it_is_told_which_windows_miss_which_days(city: Desk) -> None:
    from_hub(city)

    rows = rows_of(page(city).checks.list, lambda row: row.name)
    assert rows[0].startswith("中心库缺 ")
    ours = next(row for row in rows if city.hall.sending.window in row)
    assert "03-03、03-04" in ours
    assert "勾稽关系全部相符" in page(city).checks.sums.text(), "a missing day is no contradiction"


def test_enter_on_what_is_missing_leads_to_the_board(city: Desk) -> None:
    from_hub(city)
    page(city).checks.list.setFocus()
    page(city).checks.list.selectRow(1)
    city.press("Return")

    assert city.screen.title == "监测"


def test_a_packet_kept_aside_is_told(city: Desk, hub: HubDatabase) -> None:
    deliver(hub, [ReportingWindow("XX09-W09", "无名单位", seed=9).close(DAY, {"enquiries.persons": 5})])
    from_hub(city)

    rows = rows_of(page(city).checks.list, lambda row: row.name)
    assert "暂存的数据包 1 份，没有计入" in rows
    assert any("XX09-W09 2026-03-02" in row for row in rows)


def test_a_figure_opens_by_unit_window_and_day_down_to_the_packet(city: Desk) -> None:
    from_hub(city)
    page(city).annual.go_to(visitors(city))
    city.settle()
    origins = page(city).figure.origins
    assert rows_of(origins, lambda one: (one.unit, one.value)) == [(OTHER, 40), (UNIT, 3)]

    city.press("Return", "Return")
    assert rows_of(origins, lambda one: (one.window, one.value)) == [("MZ01-W01", 30), ("MZ01-W02", 10)]
    city.press("Down", "Return")
    assert rows_of(origins, lambda one: (one.day, one.value)) == [(DAY, 10)]
    city.press("Return")
    [(kind, pdf)] = city.paper.shown
    assert kind == "packet"
    assert pdf.startswith(b"%PDF")

    city.press("Escape", "Escape", "Escape")
    assert page(city).annual.tables[0].window().focusWidget() is not origins


def test_esc_leads_out_step_by_step(city: Desk) -> None:
    from_hub(city)
    page(city).annual.go_to(visitors(city))
    city.settle()
    origins = page(city).figure.origins
    city.press("Return", "Down", "Return", "Return")
    assert origins.path == (UNIT, city.hall.sending.window)
    city.press("Escape")
    assert origins.path == (UNIT,)
    city.press("Escape")
    assert origins.path == ()
    assert origins.current().unit == UNIT


def test_one_unit_alone_is_that_units_report(city: Desk) -> None:
    from_hub(city)
    page(city).unit.edit.setFocus()
    city.settle()
    city.type("民政")
    city.press("Return")
    city.settle()

    view = page(city).view
    assert view.report.cells[visitors(city)].value == 40
    assert view.report.agency == OTHER
    assert "来源：中心库，示例市民政局" in page(city).annual.layout().itemAt(0).widget().text()


def test_the_file_is_the_one_the_command_line_writes(city: Desk, tmp_path: Path) -> None:
    from_hub(city)
    page(city).export_to(tmp_path / "window.json")
    city.settle()

    hall = city.hall
    with hall.overseeing.counts(by=hall.clerk) as source:
        report = hall.reports.written(hall.figures.report(2026, "first-year", source=source))
        hall.figures.export_annual(report, tmp_path / "line.json", by=hall.clerk)
    assert (tmp_path / "window.json").read_bytes() == (tmp_path / "line.json").read_bytes()


def test_papers_of_the_hub_say_where_their_figures_come_from(city: Desk, tmp_path: Path) -> None:
    from_hub(city)
    for ending in ("html", "csv"):
        page(city).export_to(tmp_path / f"year.{ending}")
        city.settle()
        assert "中心库汇总（全部窗口）" in (tmp_path / f"year.{ending}").read_text("utf-8-sig")


def test_a_hub_that_is_away_leaves_no_figures_of_another_source(city: Desk) -> None:
    city.hall.overseeing.access.given = ("postgresql+psycopg://w@127.0.0.1:1/hub", "x")
    from_hub(city)

    assert page(city).view is None
    assert page(city).annual.tables == []
    assert not page(city).exporting.isEnabled()
    assert "连不上中心库" in city.status
    page(city).source.edit.setFocus()
    city.settle()
    city.type("1")
    city.settle()
    assert page(city).view.report.source.kind == "store"


def test_who_may_not_see_the_hub_is_not_offered_it(city: Desk) -> None:
    clerk = Clerk(name="li", display_name="李", roles=frozenset({Role.SUPERVISOR}))
    tab = AnnualTab(replace(city.screen.context, clerk=clerk))
    tab.source.set_value("hub")
    assert tab.source.value() is None
    tab.deleteLater()


def test_the_list_of_what_makes_a_figure_up_is_seen_to_its_end(city: Desk) -> None:
    from_hub(city)
    page(city).annual.go_to(visitors(city))
    city.settle()
    city.settle()

    shown = page(city).figure.origins
    assert shown.visibleRegion().boundingRect().size() == shown.size()
