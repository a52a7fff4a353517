"""The due board: every row says why it stands there and opens its record."""

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
