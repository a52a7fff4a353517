"""The day's close by keyboard: the sheet as it stands, the close, its paper and files, later corrections."""

import json
from pathlib import Path

from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton

from hallclient.domain.register.enquiry import EnquiryDraft
from hallclient.domain.register.kinds import EnquiryKind
from tests.window import Desk, rows_of


def at_close(desk: Desk, ticks: int = 2) -> Desk:
    for _ in range(ticks):
        desk.hall.reception.tally(EnquiryKind.CONSULTATION, by=desk.hall.clerk)
    desk.window.open_screen("day_close")
    desk.settle()
    return desk


def confirm(desk: Desk) -> None:
    """Answer the question the window asks with its first button, by Enter."""
    question = QApplication.activeModalWidget() or desk.screen.findChild(QMessageBox)
    assert isinstance(question, QMessageBox)
    desk_button = question.defaultButton()
    assert isinstance(desk_button, QPushButton)
    desk_button.click()
    desk.settle()


def test_the_open_day_shows_its_figures(desk: Desk) -> None:
    at_close(desk)

    figures = {line.code: line.value for line in desk.screen.lines.rows_model.rows()}

    assert figures["enquiries.persons"] == 2
    assert "未结" in desk.screen.state.text()


def test_the_interim_sheet_is_marked(desk: Desk) -> None:
    at_close(desk).press("F10")

    [(kind, pdf)] = desk.paper.shown
    assert kind == "day_sheet"
    assert pdf.startswith(b"%PDF")


def test_ctrl_f10_closes_the_day_once_confirmed(desk: Desk) -> None:
    at_close(desk).press("Ctrl+F10")
    confirm(desk)

    sheet = desk.hall.closing.sheet(desk.hall.today())
    assert sheet.closed
    assert sheet.z_number == 1
    assert "第 1 号" in desk.status
    assert not desk.screen.closing.isEnabled()


def test_an_earlier_open_day_is_named_and_shown_first(desk: Desk) -> None:
    desk.hall.reception.tally(EnquiryKind.CONSULTATION, by=desk.hall.clerk)
    desk.clock.move(days=1)
    at_close(desk).press("Ctrl+F10")
    confirm(desk)

    assert not desk.hall.closing.sheet(desk.hall.today()).closed
    assert rows_of(desk.screen.unfinished, lambda item: item.number)[0] == "2026-03-02"
    desk.screen.unfinished.selectRow(0)
    desk.screen.unfinished.setFocus()
    desk.press("Return")
    assert desk.screen.day.value().isoformat() == "2026-03-02"


def test_the_sheet_is_exported_in_each_form(desk: Desk, tmp_path: Path) -> None:
    at_close(desk)
    for kind in ("xlsx", "csv", "json", "pdf"):
        desk.screen.export_to(tmp_path / f"sheet.{kind}")
        desk.settle()

    assert desk.refused == []
    assert json.loads((tmp_path / "sheet.json").read_text("utf-8"))["window"] == "W01"
    assert (tmp_path / "sheet.pdf").read_bytes().startswith(b"%PDF")
    assert (tmp_path / "sheet.xlsx").read_bytes().startswith(b"PK")
    assert (tmp_path / "sheet.csv").read_bytes().startswith(b"\xef\xbb\xbf")


def test_a_closed_figure_is_corrected_with_a_reason(desk: Desk) -> None:
    at_close(desk)
    desk.hall.closing.close(desk.hall.today(), by=desk.hall.clerk)
    desk.window.open_screen("desk")
    desk.window.open_screen("day_close")
    desk.settle()
    desk.screen.lines.choose(lambda line: line.code == "enquiries.persons")
    desk.press("Ctrl+D")
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    dialog.form.fill({"delta": "+1", "reason": "漏记一人"})
    dialog._accept()
    desk.settle()

    sheet = desk.hall.closing.sheet(desk.hall.today())
    assert sheet.revision == 2
    assert sheet.value("enquiries.persons") == 3
    assert desk.hall.closing.revisions(desk.hall.today())[0].value("enquiries.persons") == 2


def test_what_is_left_open_opens_from_the_list(desk: Desk) -> None:
    desk.hall.reception.register(EnquiryDraft(handling=None, content="还在办"), by=desk.hall.clerk)
    at_close(desk)

    desk.screen.unfinished.selectRow(0)
    desk.screen.unfinished.setFocus()
    desk.press("Return")

    assert desk.screen.title == "接待"
