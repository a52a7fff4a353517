"""Writing a year's report by keyboard: slots, checked numbers, last year's text, two writers, drafts, publication."""

import re
from datetime import date, datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel

from hallclient.domain.figures.report_text import MentionKind
from hallclient.ui.slot_words import slot_options
from tests.window import Desk

YEAR = 2025


@pytest.fixture
def writer(desk: Desk) -> Desk:
    desk.clock.set(datetime(2026, 3, 2, 9))
    desk.window.open_screen("figures")
    desk.settle()
    desk.press("Alt+3")
    return desk


def test_a_text_is_written_saved_and_found_again(writer: Desk) -> None:
    writer.type("{{year}}")
    writer.type("年工作情况。")
    writer.press("Ctrl+Return")

    assert "已保存" in writer.status
    assert writer.hall.reports.text(YEAR, "overview", "national-2021").text.startswith("{{year}}")
    assert "2025" in writer.screen.writer.pane.toPlainText()
    assert writer.hall.drafts.mine(writer.hall.clerk) == []


def test_a_typed_number_is_held_against_the_table_at_once(writer: Desk) -> None:
    writer.type("本年新收政府信息公开申请5件，网站改版3次。")

    marks = {one.kind: one for one in writer.screen.writer.mentions.rows_model.rows()}
    assert (marks[MentionKind.WRONG].found, marks[MentionKind.WRONG].expected) == ("5", "0")
    assert marks[MentionKind.UNCHECKED].found == "3"
    assert len(writer.screen.writer.edit.extraSelections()) == 2


def test_a_figure_is_inserted_by_its_name(writer: Desk) -> None:
    writer.press("Ctrl+K")
    writer.type("本年新收政府信息公开申请数量 申请人情况 总计")
    writer.press("Return", "Ctrl+Return")
    writer.settle()

    assert writer.screen.writer.edit.toPlainText() == "{{received}}"


@pytest.mark.parametrize("form", ["national-2021", "national-2019", "first-year", "return-2008"])
def test_every_figure_on_offer_is_named_in_words_and_stands_there_once(writer: Desk, form: str) -> None:
    reports = writer.hall.reports
    report = reports.report(2026, form)
    options = slot_options(report, reports.slots(report))

    assert {"training_sessions", "assessment", "period"} <= {option.value for option in options}
    shown = [option.label for option in options]
    assert [text for text in shown if re.search("[A-Za-z_]{2,}", text)] == []
    assert len(set(shown)) == len(shown)
    assert all("_" not in option.hint for option in options)


def test_last_years_text_comes_with_slots_and_its_changes_marked(writer: Desk) -> None:
    writer.hall.reports.write(YEAR - 1, "overview", "上年写的话。", version=0, by=writer.hall.clerk)
    writer.press("F5", "Ctrl+J")
    assert writer.screen.writer.edit.toPlainText() == "上年写的话。"

    writer.type("本年添的话。")
    assert "本年添的话。" in writer.screen.writer.pane.toPlainText()
    assert "与上年比较" in writer.screen.writer.pane.toPlainText()


def test_two_writers_lose_nothing(writer: Desk) -> None:
    writer.hall.reports.write(YEAR, "overview", "同事写的。", version=0, by=writer.hall.clerk, form="national-2021")
    writer.type("我写的。")
    writer.press("Ctrl+Return")

    page = writer.screen.writer
    assert page.edit.toPlainText() == "我写的。"
    assert "同事" in page.pane.toPlainText()
    writer.press("Ctrl+Return")
    assert writer.hall.reports.text(YEAR, "overview", "national-2021").text == "我写的。"


def test_an_unsaved_text_survives_in_the_journal(writer: Desk) -> None:
    writer.type("没有保存的话。")
    writer.press("Alt+1", "Alt+3")
    [draft] = writer.hall.drafts.mine(writer.hall.clerk)
    assert draft.payload["text"] == "没有保存的话。"

    writer.screen.writer._shown = None
    writer.screen.show_record(draft.instance)
    writer.settle()
    assert writer.screen.writer.edit.toPlainText() == "没有保存的话。"
    writer.press("Ctrl+Shift+D")
    assert writer.hall.drafts.mine(writer.hall.clerk) == []


def test_what_forbids_publication_is_listed_and_led_to(writer: Desk) -> None:
    writer.type("本年新收政府信息公开申请5件。")
    writer.press("Ctrl+Return", "Alt+4")

    rows = writer.screen.editions.obstacles.rows_model.rows()
    assert any("写作 5" in row.text for row in rows)
    assert writer.screen.editions.obstacles.hasFocus()
    writer.screen.editions.obstacles.choose(lambda row: row.part == "overview")
    writer.press("Return")
    assert writer.screen.tab is writer.screen.writer


def test_a_differing_number_is_published_with_words_and_told_ever_after(writer: Desk) -> None:
    writer.type("上年收到申请5件。")
    writer.press("Ctrl+Return", "Alt+4", "Ctrl+Return")
    dialog = QApplication.activeModalWidget()
    shown = "\n".join(label.text() for label in dialog.findChildren(QLabel))
    assert "第 1 段“上年收到申请5件”：写作 5" in shown, "one sees which number, where, before one signs"

    writer.press("Ctrl+Return")
    assert writer.hall.reports.published(YEAR, "national-2021") == (), "not without words"
    writer.type("说的是上年")
    writer.press("Ctrl+Return")
    [edition] = writer.hall.reports.published(YEAR, "national-2021")
    assert writer.hall.reports.confirmed(edition).words == "说的是上年"
    writer.press("F8")
    told = writer.screen.editions.doubts.text()
    assert "说的是上年" in told
    assert "上年收到申请5件" in told
    assert "1 处" in writer.status, "whoever reprints it is told too"


def test_a_report_is_published_and_handed_out_byte_for_byte(writer: Desk, tmp_path: Path) -> None:
    writer.press("Alt+4", "Ctrl+Return", "Ctrl+Return")
    [edition] = writer.hall.reports.published(YEAR, "national-2021")

    writer.screen.editions.export_to(tmp_path / "report.pdf")
    writer.settle()
    again = writer.hall.reports.reprint(edition, ".pdf", by=writer.hall.clerk)
    assert (tmp_path / "report.pdf").read_bytes() == again
    assert edition.published_on == date(2026, 3, 2)
    assert "没有变动" in writer.screen.editions.told.text()
