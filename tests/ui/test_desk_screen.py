"""The due board: every row says why it stands there and opens its record."""

from datetime import datetime
from io import BytesIO

from application_desk import at_applications, at_file, dialog, fill, registered, settle
from pypdf import PdfReader
from PySide6.QtWidgets import QApplication

from hallclient.domain.register.enquiry import EnquiryDraft
from hallclient.domain.register.kinds import EnquiryKind, Handling
from hallclient.services.board import SectionCode
from hallclient.ui.handbook import HandbookDialog
from tests.window import Desk, rows_of


def test_the_board_is_the_first_thing_to_see(desk: Desk) -> None:
    assert desk.screen.title == "今日"
    assert desk.focused() is desk.screen.list


def test_an_empty_board_says_what_to_do(desk: Desk) -> None:
    assert desk.screen.list.rows_model.rowCount() == 0
    assert "Ctrl+2" in desk.screen.list.empty


def test_a_referred_matter_waits_on_the_board_and_opens(desk: Desk) -> None:
    draft = EnquiryDraft(kind=EnquiryKind.COMPLAINT, handling=Handling.REFERRED, refer_to="市住建局", content="噪声")
    referred = desk.hall.reception.register(draft, by=desk.hall.clerk)
    desk.press("F5")
    assert (SectionCode.ENQUIRIES, referred.number) in rows_of(
        desk.screen.list, lambda line: (line.section, line.row.number)
    )

    desk.screen.list.choose(lambda line: line.row.number == referred.number)
    desk.screen.list.setFocus()
    desk.press("Return")

    assert desk.screen.title == "接待"
    assert desk.screen.form.field("content").value() == "噪声"


def test_a_draft_is_taken_up_again(desk: Desk) -> None:
    desk.hall.drafts.save("one", "enquiry", {"content": "写了一半"}, title="咨询", by=desk.hall.clerk)
    desk.press("F5")
    desk.screen.list.choose(lambda line: line.section is SectionCode.DRAFTS)
    desk.screen.list.setFocus()

    desk.press("Return")

    assert desk.screen.title == "接待"
    assert desk.screen.form.field("content").value() == "写了一半"


def test_yesterday_unclosed_stands_on_the_board(desk: Desk) -> None:
    desk.hall.reception.tally(EnquiryKind.CONSULTATION, by=desk.hall.clerk)
    desk.clock.move(days=1)

    desk.press("F5")

    assert (SectionCode.UNCLOSED, "2026-03-02") in rows_of(
        desk.screen.list, lambda line: (line.section, line.row.number)
    )


def test_an_application_begun_yesterday_is_taken_up_again(desk: Desk) -> None:
    desk.window.open_screen("applications")
    desk.settle()
    desk.screen.form.field("name").setFocus()
    desk.type("林一舟")
    desk.window.open_screen("desk")
    desk.settle()
    desk.press("F5")
    desk.screen.list.choose(lambda line: line.section is SectionCode.DRAFTS)
    desk.screen.list.setFocus()

    desk.press("Return")

    assert desk.screen.title == "申请"
    assert desk.screen.form.field("name").value() == "林一舟"


def test_f1_opens_the_manual_where_no_field_has_a_rule(desk: Desk) -> None:
    desk.press("F1")

    manual = QApplication.activeModalWidget()

    assert isinstance(manual, HandbookDialog)
    assert "接待咨询、投诉" in manual.page.toPlainText()
    manual.close()


def test_f9_says_why_a_row_is_due_and_prints_it(desk: Desk) -> None:
    number = registered(desk).number
    desk.clock.set(datetime(2026, 3, 27, 9, 0))
    desk.press("F5")
    desk.screen.list.choose(lambda line: line.row.number == number)

    desk.press("F9")

    asked = dialog(desk)
    assert "第三十三条" in asked.as_text()
    desk.press("F8")
    assert desk.paper.shown[-1][0] == "clock_trace"
    desk.press("Esc")


def test_beyond_the_announced_calendar_a_date_is_provisional_on_screen_and_on_paper(desk: Desk) -> None:
    desk.clock.set(datetime(2026, 12, 10, 9, 0))
    at_applications(desk)
    fill(desk)
    assert "暂定" in desk.screen.live.clock.text()
    desk.press("Ctrl+Return")
    settle(desk)
    [row] = desk.hall.applications.rows()

    at_file(desk, row.number)
    assert "2027-01-08（暂定）" in desk.screen.due.text()
    desk.press("F9")
    assert "暂定" in dialog(desk).as_text()
    desk.press("F8", "Esc")
    papers = {kind: text_of(pdf) for kind, pdf in desk.paper.shown}
    assert "以国务院节假日安排为准" in papers["P01"]
    assert "暂定" in papers["clock_trace"]
    desk.clock.set(datetime(2027, 1, 6, 9, 0))
    desk.window.open_screen("desk")
    desk.settle()
    [line] = [line for line in desk.screen.list.rows_model.rows() if line.row.number == row.number]
    assert "暂定" in desk.screen._due(line)


def text_of(pdf: bytes) -> str:
    return "".join("".join(page.extract_text().split()) for page in PdfReader(BytesIO(pdf)).pages)
