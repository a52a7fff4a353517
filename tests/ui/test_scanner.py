"""A scanned receipt opens its record wherever the focus is, and leaves nothing behind where it was typed."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from hallclient.domain.register.enquiry import EnquiryDraft
from hallclient.ui.scanner import PACE, Scanner
from tests.window import Desk


class Pace:
    """Seconds that pass between two keys."""

    def __init__(self, between: float) -> None:
        self._between, self._now = between, 0.0

    def __call__(self) -> float:
        self._now += self._between
        return self._now


def scan(desk: Desk, number: str) -> None:
    target = desk.focused()
    assert target is not None
    QTest.keyClicks(target, number)
    QTest.keyClick(target, Qt.Key.Key_Return)
    desk.settle()


def watched(desk: Desk, *, between: float) -> Scanner:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    return Scanner(app, desk.window, clock=Pace(between))


def test_a_scan_opens_the_record_from_a_list(desk: Desk) -> None:
    enquiry = desk.hall.reception.register(EnquiryDraft(content="问户籍"), by=desk.hall.clerk)
    watched(desk, between=PACE / 10)

    scan(desk, enquiry.number)

    assert desk.screen.title == "接待"
    assert desk.screen.form.field("content").value() == "问户籍"


def test_a_scan_into_a_field_leaves_the_field_as_it_was(desk: Desk) -> None:
    enquiry = desk.hall.reception.register(EnquiryDraft(content="问户籍"), by=desk.hall.clerk)
    desk.window.open_screen("applications")
    desk.settle()
    name = desk.screen.form.field("name")
    name.setFocus()
    desk.type("林一舟")
    watched(desk, between=PACE / 10)

    scan(desk, enquiry.number)

    assert name.value() == "林一舟"
    assert desk.screen.title == "接待"


def test_a_number_typed_by_hand_stays_where_it_was_typed(desk: Desk) -> None:
    enquiry = desk.hall.reception.register(EnquiryDraft(content="问户籍"), by=desk.hall.clerk)
    desk.window.open_screen("applications")
    desk.settle()
    name = desk.screen.form.field("name")
    name.setFocus()
    watched(desk, between=PACE * 2)

    scan(desk, enquiry.number)

    assert name.value() == enquiry.number
    assert desk.screen.title == "申请"


def test_a_locked_window_opens_nothing(desk: Desk) -> None:
    enquiry = desk.hall.reception.register(EnquiryDraft(content="问户籍"), by=desk.hall.clerk)
    watched(desk, between=PACE / 10)
    desk.window.lock()
    desk.settle()

    scan(desk, enquiry.number)

    assert desk.window.locked
