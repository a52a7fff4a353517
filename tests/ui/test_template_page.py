"""The Word template of the annual report in the settings: chosen, checked, tried and taken back by keyboard."""

from datetime import date
from pathlib import Path
from typing import Any

import docx
import pytest

from tests.window import Desk, rows_of


@pytest.fixture
def page(desk: Desk) -> Any:
    desk.window.open_screen("settings")
    desk.settle()
    desk.screen.list.choose(lambda row: row is desk.screen.template)
    desk.screen.list.setFocus()
    desk.press("Return")
    return desk.screen.template


@pytest.fixture
def own(desk: Desk, page: Any, tmp_path: Path) -> Path:
    """The office's own template, made from ours as an office does it: saved, changed in Word, a line added."""
    page.save_shipped_to(tmp_path / "ours.docx")
    desk.settle()
    document = docx.Document(str(tmp_path / "ours.docx"))
    document.add_paragraph("{{机关}}印")
    document.save(str(tmp_path / "own.docx"))
    return tmp_path / "own.docx"


def facts(page: Any) -> list[tuple[bool | None, str]]:
    return rows_of(page.facts, lambda fact: fact)


def test_a_template_is_chosen_and_taken_back(desk: Desk, page: Any, own: Path) -> None:
    assert page.state == "自带的"
    desk.type(str(own))
    desk.press("Ctrl+Return")
    assert desk.hall.settings.word_template() == own.read_bytes()
    assert "本机关的" in page.state

    desk.press("Ctrl+Delete")
    assert desk.hall.settings.word_template() is None
    assert page.state == "自带的"


def test_the_check_tells_what_a_template_holds(desk: Desk, page: Any, own: Path) -> None:
    desk.type(str(own))
    desk.press("Ctrl+K")

    said = facts(page)
    assert all(good is not False for good, _ in said)
    assert any("{{机关}}" in told for _, told in said)
    assert any("样式齐全" in told for _, told in said)
    assert desk.hall.settings.word_template() is None, "a check keeps nothing"


def test_a_file_that_lacks_the_styles_is_refused_with_their_names(desk: Desk, page: Any, tmp_path: Path) -> None:
    docx.Document().save(str(tmp_path / "bare.docx"))
    desk.type(str(tmp_path / "bare.docx"))
    for key in ("Ctrl+K", "Ctrl+Return"):
        desk.press(key)
        [(good, told)] = facts(page)
        assert good is False
        assert "年报标题" in told
        assert "年报标题" in page.template.below.text()
    assert desk.hall.settings.word_template() is None


def test_a_file_that_is_not_there_is_told(desk: Desk, page: Any, tmp_path: Path) -> None:
    desk.type(str(tmp_path / "gone.docx"))
    desk.press("Ctrl+Return")

    assert "找不到文件“gone.docx”" in page.template.below.text()


def test_a_sample_is_written_with_the_template_before_it_is_kept(
    desk: Desk, page: Any, own: Path, tmp_path: Path
) -> None:
    desk.type(str(own))
    page.sample_to(tmp_path / "sample.docx")
    desk.settle()

    said = [line.text for line in docx.Document(str(tmp_path / "sample.docx")).paragraphs]
    assert any(str(date(2026, 3, 2).year - 1) in line for line in said)
    assert f"{desk.hall.agency.name}印" in said
    assert desk.hall.settings.word_template() is None


def test_nothing_named_is_asked_for(desk: Desk, page: Any) -> None:
    desk.press("Ctrl+Return")

    assert "Ctrl+O" in page.template.below.text()
