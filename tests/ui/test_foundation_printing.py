"""Paper: what is previewed, stored and printed is one string of bytes; a printer that is gone loses nothing."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from hallclient.domain.register.enquiry import EnquiryDraft
from hallclient.domain.register.issued import IssuedDocument
from hallclient.foundation.trouble import PrinterGone
from hallclient.ui import theme
from hallclient.ui.jobs import Jobs
from hallclient.ui.messages import sentence
from hallclient.ui.printing import Paper, PreviewDialog, PrintDesk, remember
from tests.hall import Clock, Stores


class Press:
    """A print desk on a real store, its printer a recorder."""

    def __init__(self, hall: object) -> None:
        self.hall, self.jobs = hall, Jobs()
        self.sent: list[tuple[bytes, str, str]] = []
        self.said: list[str] = []
        self.complained: list[str] = []
        self.gone = False
        self.window = QWidget()
        self.window.resize(1366, 768)
        self.window.show()
        self.window.activateWindow()
        QTest.qWaitForWindowActive(self.window)
        self.desk = PrintDesk(
            hall, hall.clerk, self.jobs, say=self.said.append, complain=self.complained.append, send=self._send
        )

    def _send(self, pdf: bytes, *, printer: str, title: str) -> None:
        if self.gone:
            raise PrinterGone(printer)
        self.sent.append((pdf, printer, title))

    def receipt(self) -> IssuedDocument:
        enquiry = self.hall.reception.register(EnquiryDraft(content="噪声扰民"), by=self.hall.clerk)
        return self.hall.documents.issue("P15", enquiry=enquiry.number, by=self.hall.clerk)

    def copies(self, document: IssuedDocument) -> int:
        return self.hall.documents.get(document.id).copies

    def show(self, document: IssuedDocument) -> PreviewDialog:
        stored = self.hall.documents.stored(document.id)
        self.desk.preview(stored, title="接待回执", kind="P15", document_id=document.id)
        dialog = _preview()
        dialog.activateWindow()
        until = time.monotonic() + 5
        while QApplication.activeWindow() is not dialog and time.monotonic() < until:
            QTest.qWait(1)
        return dialog


def _preview() -> PreviewDialog:
    shown = [dialog for dialog in QApplication.topLevelWidgets() if isinstance(dialog, PreviewDialog)]
    return next(dialog for dialog in shown if dialog.isVisible())


@pytest.fixture
def press(qapp: QApplication, stores: Stores, tmp_path: Path, clock: Clock) -> Iterator[Press]:
    theme.apply(qapp, dark=False)
    made = Press(stores.hall(tmp_path / "store", clock))
    yield made
    for dialog in QApplication.topLevelWidgets():
        if isinstance(dialog, PreviewDialog):
            dialog.reject()
    made.window.close()
    made.window.deleteLater()
    made.jobs.shutdown()
    made.hall.close()


def test_previewed_stored_and_printed_are_the_same_bytes(press: Press, qtbot) -> None:
    document = press.receipt()
    stored = press.hall.documents.stored(document.id)
    dialog = press.show(document)
    assert dialog.paper.pdf == stored
    assert dialog.document.pageCount() == document.pages
    QTest.keyClick(dialog, Qt.Key.Key_F8)
    qtbot.waitUntil(lambda: press.jobs.idle and press.sent != [])
    assert press.sent == [(stored, "", "P15")]
    assert press.copies(document) == 1
    assert "接待回执" in press.said[-1]


def test_enter_prints_and_esc_goes_back(press: Press, qtbot) -> None:
    document = press.receipt()
    dialog = press.show(document)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    dialog = press.show(document)
    QTest.keyClick(dialog._print_button, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: press.jobs.idle)
    assert len(press.sent) == 1


def test_a_second_copy_asks_for_a_reason_and_comes_with_its_slip(press: Press, qtbot) -> None:
    document = press.receipt()
    stored = press.hall.documents.stored(document.id)
    press.desk.print(stored, title="接待回执", kind="P15", document_id=document.id)
    qtbot.waitUntil(lambda: press.jobs.idle)
    press.desk.print(stored, title="接待回执", kind="P15", document_id=document.id)
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is not None)
    asked = QApplication.activeModalWidget()
    QTest.keyClicks(asked.focusWidget(), "torn")
    QTest.keySequence(asked.focusWidget(), "Ctrl+Return")
    qtbot.waitUntil(lambda: press.jobs.idle and len(press.sent) == 3)
    assert press.sent[2][0] == stored
    assert press.copies(document) == 2


def test_a_printer_that_is_gone_says_so_and_offers_the_file(press: Press, qtbot) -> None:
    document = press.receipt()
    press.gone = True
    press.desk.print(press.hall.documents.stored(document.id), title="接待回执", kind="P15", document_id=document.id)
    qtbot.waitUntil(lambda: press.complained != [])
    assert press.complained == [sentence(PrinterGone(""))]
    assert press.copies(document) == 0
    assert _preview().paper.document_id == document.id


def test_each_kind_remembers_its_printer(press: Press, qtbot) -> None:
    remember(press.hall.data, "sheet", "Office")
    remember(press.hall.data, "P15", "Counter")
    press.desk.print(b"%PDF-1.4 sheet", title="日结表", kind="sheet")
    press.desk.print(b"%PDF-1.4 other", title="交接单", kind="hand_over")
    qtbot.waitUntil(lambda: press.jobs.idle)
    assert [(printer, title) for _pdf, printer, title in press.sent] == [("Office", "sheet"), ("", "hand_over")]


def test_a_job_in_the_queue_names_no_one(press: Press, qtbot) -> None:
    press.desk.print(b"%PDF-1.4", title="张三 的回执", kind="P15")
    qtbot.waitUntil(lambda: press.jobs.idle)
    assert press.sent[0][2] == "P15"


def test_the_file_holds_the_stored_bytes(press: Press, qtbot, tmp_path: Path) -> None:
    document = press.receipt()
    stored = press.hall.documents.stored(document.id)
    press.desk.save(Paper(stored, "接待回执", "P15", document.id), tmp_path / "P15.pdf")
    qtbot.waitUntil(lambda: press.jobs.idle)
    assert (tmp_path / "P15.pdf").read_bytes() == stored
    assert "P15.pdf" in press.said[-1]


def test_a_folder_nobody_can_write_to_is_a_sentence(press: Press, qtbot, tmp_path: Path) -> None:
    press.desk.save(Paper(b"%PDF-1.4", "日结表", "sheet"), tmp_path / "none" / "sheet.pdf")
    qtbot.waitUntil(lambda: press.complained != [])
    assert press.said == []
