"""The office publishes its city's year in the window: gaps need a word, sources are told apart, away is told."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QLabel

from hallclient.ui import theme
from tests.hall import Stores
from tests.ui.office_city import DAYS, NOW, OFFICE, City
from tests.window import Desk, rows_of

AWAY = ("postgresql+psycopg://w@127.0.0.1:1/hub", "x")
FORM = "first-year"
TODAY = NOW.date()


def persons(count: int) -> dict[str, int]:
    """Return a day's lines that contradict each other nowhere."""
    return dict.fromkeys(
        ("enquiries.persons", "enquiries.persons.kind.help", "enquiries.persons.channel.in_person"), count
    )


@pytest.fixture
def city(qapp: QApplication, stores: Stores, tmp_path: Path) -> Iterator[City]:
    theme.apply(qapp, dark=False)
    made = City(tmp_path, stores)
    for day in DAYS:
        made.report(made.one, day, persons(8), revision=2)
    for window in (made.one, made.two, made.school):  # it is the afternoon of the last day, and all have closed it
        made.report(window, TODAY, {}, at=NOW)
    yield made
    made.close()


@pytest.fixture
def office(city: City) -> Desk:
    """The office's window on the page where reports are published, at this year in the form of the first one."""
    desk = city.open()
    desk.window.open_screen("figures")
    desk.settle()
    desk.press("Alt+4")
    year = page(desk).year.edit
    year.setFocus()
    year.selectAll()
    desk.type("2026")
    page(desk).form.edit.setFocus()
    desk.settle()
    desk.type("3")  # 首年六部分格式
    desk.settle()
    return desk


def page(desk: Desk) -> Any:
    return desk.screen.editions


def reasons(desk: Desk) -> list[str]:
    return [one.text for one in page(desk).obstacles.rows_model.rows()]


def complete(city: City) -> None:
    """Let the two windows that owe days send them."""
    for window, days in ((city.two, DAYS[1:]), (city.school, DAYS)):
        for day in days:
            city.report(window, day, persons(1))


def test_the_office_alone_begins_at_the_hub(office: Desk) -> None:
    assert page(office).source.value() == "hub"
    assert reasons(office) == [
        "! 中心库缺 7 个窗口日，数字不完整",
        "　SL02-W01 缺 4 日：03-02、03-03、03-04、03-05",
        "　SL01-W02 缺 3 日：03-03、03-04、03-05",
    ]


def test_what_is_missing_leads_to_the_board(office: Desk) -> None:
    page(office).obstacles.setFocus()
    page(office).obstacles.selectRow(0)
    office.press("Return")

    assert office.screen.title == "监测"


def test_a_year_with_gaps_is_published_with_a_word_and_tells_it_for_ever(office: Desk, tmp_path: Path) -> None:
    office.press("Ctrl+Return")
    dialog = QApplication.activeModalWidget()
    shown = "\n".join(label.text() for label in dialog.findChildren(QLabel))
    assert "中心库缺 7 个窗口日\n" in shown
    assert "定稿用的是中心库全部窗口的汇总。" in shown
    assert not any(label.text() == "附典型案例分析" and label.isVisible() for label in dialog.findChildren(QLabel))
    office.press("Ctrl+Return")
    assert office.hall.reports.published(2026, FORM) == (), "not without a word"
    office.type("两个窗口停电")
    office.press("Ctrl+Return")

    [edition] = office.hall.reports.published(2026, FORM)
    assert office.hall.reports.as_published(edition).source.kind == "hub"
    assert page(office).doubts.text().splitlines() == [
        "! 定稿时中心库缺 7 个窗口日，zhou 说明：两个窗口停电",
        "　SL02-W01 缺 4 日",
        "　SL01-W02 缺 3 日",
    ]
    assert "没有变动" in page(office).told.text()
    page(office).export_to(tmp_path / "year.csv")
    office.settle()
    assert "中心库汇总（全部窗口）" in (tmp_path / "year.csv").read_text("utf-8-sig")


def test_a_day_that_is_not_due_yet_is_waited_for(city: City, office: Desk) -> None:
    complete(city)
    city.at(datetime(2026, 3, 9, 9))  # Monday: of the next day nobody has told anything yet
    office.press("F5")

    assert reasons(office) == ["✗ 3 个窗口日还没报来，也没到报送时限"]
    assert not page(office).publishing.isEnabled()
    page(office).obstacles.setFocus()
    page(office).obstacles.selectRow(0)
    office.press("Return")
    assert office.screen.title == "监测"


def test_a_correction_a_lock_refused_is_named_and_needs_a_word(city: City, office: Desk) -> None:
    complete(city)
    city.hall.overseeing.lock(DAYS[0], DAYS[1], reason="已汇总", by=OFFICE)
    city.report(city.one, DAYS[0], persons(9), revision=3)
    office.press("F5")

    assert reasons(office) == ["! 中心库有 1 天的数据包没有计入", "　没有计入的：2026-03-02"]
    office.press("Ctrl+Return")
    office.type("锁定以后更正，下一版再改")
    office.press("Ctrl+Return")
    assert "中心库有 1 天的数据包没有计入，zhou 说明：锁定以后更正" in page(office).doubts.text()


def test_what_came_up_since_one_looked_is_asked_in_the_open_dialog(city: City, office: Desk) -> None:
    complete(city)
    office.press("F5", "Ctrl+Return")
    city.hall.overseeing.lock(DAYS[0], DAYS[1], reason="已汇总", by=OFFICE)
    city.report(city.one, DAYS[0], persons(9), revision=3)
    office.press("Ctrl+Return")
    assert office.hall.reports.published(2026, FORM) == ()

    office.type("锁定以后更正，下一版再改")
    office.press("Ctrl+Return")

    [edition] = office.hall.reports.published(2026, FORM)
    assert office.hall.reports.confirmed(edition).lacking == "锁定以后更正，下一版再改"


def test_a_year_that_is_whole_needs_no_word_and_shows_what_came_later(city: City, office: Desk) -> None:
    complete(city)
    office.press("F5")
    assert reasons(office) == []
    office.press("Ctrl+Return", "Ctrl+Return")
    [edition] = office.hall.reports.published(2026, FORM)
    assert page(office).doubts.isHidden()

    city.report(city.school, DAYS[3], persons(9), revision=2)
    office.press("F5")
    page(office).editions.clearSelection()
    page(office).editions.selectRow(0)
    office.settle()
    assert f"第 {edition.edition} 版：定稿后有 " in page(office).told.text()
    changed = {one.published: one.today for one in page(office).changes.rows_model.rows()}
    assert changed["39"] == "47"


def test_another_source_is_another_year_and_the_list_tells_them_apart(city: City, office: Desk) -> None:
    complete(city)
    office.press("F5", "Ctrl+Return", "Ctrl+Return")
    page(office).source.edit.setFocus()
    office.settle()
    office.type("1")
    office.settle()

    office.press("Ctrl+Return")
    office.type("本单位另报")
    office.press("Ctrl+Return")

    assert rows_of(page(office).editions, page(office)._source) == ["本库", "中心库"]
    both = office.hall.reports.published(2026, FORM)
    assert [office.hall.reports.as_published(one).source.kind for one in both] == ["hub", "store"]


def test_the_source_goes_along_from_page_to_page(office: Desk) -> None:
    office.press("Alt+2")
    assert office.screen.annual.source.value() == "hub"
    assert office.screen.annual.unit.isVisible()
    office.screen.annual.source.edit.setFocus()
    office.settle()
    office.type("2")  # a recount
    office.settle()
    office.press("Alt+3")
    assert office.screen.writer.source.value() == "sealed"
    office.press("Alt+2")
    assert office.screen.annual.source.value() == "live", "the recount is only a view of this store"
    assert not office.screen.annual.unit.isVisible()


def test_with_the_hub_away_nothing_is_published_and_what_was_is_at_hand(
    city: City, office: Desk, tmp_path: Path
) -> None:
    complete(city)
    office.press("F5", "Ctrl+Return", "Ctrl+Return")
    city.access.given = AWAY
    office.press("F5")

    assert "连不上中心库" in reasons(office)[0]
    assert not page(office).publishing.isEnabled()
    page(office).editions.clearSelection()
    page(office).editions.selectRow(0)
    office.settle()
    assert "连通以后再比较" in page(office).told.text()
    page(office).export_to(tmp_path / "year.pdf")
    office.settle()
    assert (tmp_path / "year.pdf").read_bytes().startswith(b"%PDF")


def test_the_text_is_held_against_the_hub_and_written_without_it(city: City, office: Desk) -> None:
    office.press("Alt+3")
    writer = office.screen.writer
    assert writer._report.source.kind == "hub"
    city.access.given = AWAY
    office.press("F5")

    assert "连不上中心库" in writer.pane.toPlainText()
    writer.edit.setFocus()
    office.type("本年工作")
    office.press("Ctrl+Return")
    assert office.hall.reports.text(2026, writer.part.value(), FORM).text == "本年工作"
