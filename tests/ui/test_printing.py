"""What is previewed, stored and printed is one string of bytes; what does not come out is said, and nothing is lost."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from application_desk import registered
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog

from hallclient.domain.register.enquiry import EnquiryDraft
from hallclient.domain.register.issued import IssuedDocument, PrintState
from hallclient.domain.register.kinds import Handling
from hallclient.domain.register.print_queue import QueueState
from hallclient.foundation import settings
from hallclient.foundation.spool import Hitch, JobReport, JobState, OnlyTakes
from hallclient.foundation.trouble import DiskFull, PrinterGone
from hallclient.ui import theme
from hallclient.ui.ask_dialog import AskDialog
from hallclient.ui.preview_dialog import Paper, PreviewDialog
from hallclient.ui.print_drawing import draw
from tests.hall import Clock, Stores
from tests.print_systems import COMPLETED, PRINTING, Memory
from tests.window import Desk


@pytest.fixture
def queue() -> Memory:
    return Memory()


@pytest.fixture
def desk(qapp: QApplication, stores: Stores, tmp_path: Path, clock: Clock, queue: Memory) -> Iterator[Desk]:
    theme.apply(qapp, dark=False)
    desk = Desk(stores.hall(tmp_path / "store", clock), clock, spooler=queue)
    yield desk
    desk.close()


def receipt(desk: Desk, **changes: Any) -> IssuedDocument:
    [issued] = desk.hall.documents.of_record(registered(desk, **changes).number)
    return issued


def shown(kind: type[Any]) -> Any:
    found = [w for w in QApplication.topLevelWidgets() if isinstance(w, kind) and w.isVisible()]
    assert len(found) == 1, [type(w).__name__ for w in found]
    return found[0]


def none_shown(kind: type[Any]) -> bool:
    return not any(isinstance(w, kind) and w.isVisible() for w in QApplication.topLevelWidgets())


def looked(desk: Desk) -> None:
    """The print system is asked how things stand, as it is every second."""
    desk.printing._look()
    desk.settle()


def show(desk: Desk, issued: IssuedDocument) -> PreviewDialog:
    stored = desk.hall.documents.stored(issued.id)
    desk.printing.preview(stored, title="回执", kind=issued.kind, document_id=issued.id)
    QTest.qWait(10)
    preview: PreviewDialog = shown(PreviewDialog)
    return preview


def log_of(desk: Desk, issued: IssuedDocument) -> list[tuple[str, int, PrintState, str]]:
    return [(entry.printer, entry.copy, entry.state, entry.reason) for entry in desk.hall.documents.prints(issued.id)]


def test_previewed_stored_and_printed_are_the_same_bytes(desk: Desk, queue: Memory) -> None:
    issued = receipt(desk)
    stored = desk.hall.documents.stored(issued.id)
    preview = show(desk, issued)
    assert preview.paper.pdf == bytes(preview._buffer.data()) == stored
    assert preview.document.pageCount() == issued.pages == 1

    desk.press("Return")

    assert queue.out == [stored]
    assert log_of(desk, issued) == [("", 1, PrintState.SENT, "")]
    assert "已打印" in desk.status
    assert desk.hall.documents.unprinted() == []


def test_each_kind_of_paper_goes_to_its_own_printer(desk: Desk, queue: Memory) -> None:
    settings.remember_printers(desk.hall.data, {"P01": "counter-laser", "P15": "slip"})
    issued = receipt(desk)
    matter = desk.hall.reception.register(EnquiryDraft(content="停车", handling=Handling.ANSWERED), by=desk.hall.clerk)
    slip = desk.hall.documents.issue("P15", enquiry=matter.number, by=desk.hall.clerk)

    for paper in (issued, slip):
        pdf = desk.hall.documents.stored(paper.id)
        desk.printing.print(pdf, title="回执", kind=paper.kind, document_id=paper.id)
        desk.settle()

    assert queue.printers == ["counter-laser", "slip"]
    assert log_of(desk, slip) == [("slip", 1, PrintState.SENT, "")]


def test_the_print_system_learns_the_kind_and_no_person(desk: Desk, queue: Memory) -> None:
    show(desk, receipt(desk))
    desk.press("F8")

    assert queue.titles == ["P01"]


def test_a_reprint_asks_why_and_its_slip_and_log_say_so(desk: Desk, queue: Memory) -> None:
    issued = receipt(desk)
    stored = desk.hall.documents.stored(issued.id)
    show(desk, issued)
    desk.press("Return")
    show(desk, issued)
    desk.press("Return")
    assert len(queue.out) == 1, "nothing came out before the reason is known"
    asked = shown(AskDialog)

    desk.type("申请人遗失")
    desk.press("Ctrl+Return")

    assert none_shown(AskDialog)
    assert asked is not None
    first, slip, second = queue.out
    assert first == second == stored
    assert slip.startswith(b"%PDF")
    assert slip != stored, "the slip that says second copy"
    assert log_of(desk, issued)[-1] == ("", 2, PrintState.SENT, "申请人遗失")


def test_enter_prints_and_esc_goes_back(desk: Desk, queue: Memory) -> None:
    issued = receipt(desk)
    show(desk, issued)
    desk.press("Esc")
    assert none_shown(PreviewDialog)
    assert queue.out == []
    show(desk, issued)
    desk.press("Return")
    assert none_shown(PreviewDialog)
    assert len(queue.out) == 1


def test_a_printer_that_is_gone_loses_nothing_and_says_where_to_go(desk: Desk, queue: Memory) -> None:
    issued = receipt(desk)
    settings.remember_printers(desk.hall.data, {"P01": "counter-laser"})
    queue.refuses = Hitch.NO_PRINTER
    show(desk, issued)

    desk.press("F8")

    assert desk.status.startswith("⚠")
    for told in ("counter-laser", "找不到打印机", "存为 PDF", "Shift+F8"):
        assert told in desk.status
    assert log_of(desk, issued) == [("counter-laser", 1, PrintState.FAILED, "找不到打印机")]
    assert [paper.id for paper in desk.hall.documents.unprinted()] == [issued.id], "it waits on the board"
    assert desk.window.prints.isVisible()
    assert "1 件" in desk.window.prints.text()


def test_printing_again_what_failed_is_a_retry(desk: Desk, queue: Memory) -> None:
    issued = receipt(desk)
    queue.refuses = Hitch.NO_PRINTER
    show(desk, issued)
    desk.press("F8")
    queue.refuses = None
    show(desk, issued)
    desk.press("F8")
    assert queue.out == [desk.hall.documents.stored(issued.id)]
    assert not desk.window.prints.isVisible()


def test_two_quick_presses_print_one_copy(desk: Desk, queue: Memory) -> None:
    queue.after = PRINTING
    issued = receipt(desk)
    for _press in range(2):
        show(desk, issued)
        desk.press("F8")
    assert len(queue.out) == 1
    assert "不会重复打印" in desk.status
    queue.reports["-1"] = COMPLETED


def test_a_job_is_followed_until_it_is_out_and_the_status_line_tells(desk: Desk, queue: Memory) -> None:
    queue.after = JobReport(JobState.PRINTING, Hitch.OUT_OF_PAPER)
    issued = receipt(desk)
    show(desk, issued)
    desk.press("F8")
    assert "缺纸" in desk.status
    assert "请加纸" in desk.status
    assert log_of(desk, issued) == []

    queue.reports["-1"] = COMPLETED
    looked(desk)

    assert "已打印" in desk.status
    assert log_of(desk, issued) == [("", 1, PrintState.SENT, "")]
    assert not desk.window.prints.isVisible()
    assert not desk.printing._watch.isActive(), "nothing is asked after any more"


def test_an_end_nobody_can_tell_asks_whether_it_came_out(desk: Desk, queue: Memory) -> None:
    queue.after = JobReport(JobState.ABORTED, Hitch.ABORTED)
    show(desk, receipt(desk))
    desk.press("F8")
    assert "打印出来了吗" in desk.status


def test_a_full_disk_while_sending_is_said_and_what_waits_is_watched(
    desk: Desk, queue: Memory, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise DiskFull

    issued = receipt(desk)
    monkeypatch.setattr(type(desk.hall.print_queue), "send_next", full)
    desk.printing.print_all([issued.id])
    desk.settle()
    assert "磁盘已满" in desk.status
    assert desk.printing._watch.isActive()
    desk.clock.move(seconds=61)
    looked(desk)
    assert "程序中断，没有送出" in desk.status
    assert not desk.printing._watch.isActive()


def test_a_start_says_what_an_earlier_run_left_and_prints_nothing_by_itself(desk: Desk, queue: Memory) -> None:
    issued = receipt(desk)
    desk.hall.print_queue.enqueue([issued.id], printers={}, by=desk.hall.clerk)
    desk.printing.start()
    desk.settle()
    assert queue.out == []
    assert "待处理 1 件" in desk.window.prints.text()


def test_several_papers_go_in_their_order_with_one_question_for_the_reason(desk: Desk, queue: Memory) -> None:
    first, second = receipt(desk), receipt(desk, subject="另一件：2025年度预算")
    desk.printing.print_all([first.id])
    desk.settle()
    desk.printing.print_all([first.id, second.id])
    desk.settle()
    assert len(queue.out) == 1
    desk.type("申请人遗失")
    desk.press("Ctrl+Return")
    stored = [desk.hall.documents.stored(issued.id) for issued in (first, second)]
    assert [queue.out[0], *queue.out[2:]] == [stored[0], *stored], "a slip before the second copy of the first only"
    assert log_of(desk, second) == [("", 1, PrintState.SENT, "")]


# -- sheets that stand in no register -----------------------------------------------------------------------------


def test_a_sheet_goes_to_the_printer_of_its_kind(desk: Desk, queue: Memory) -> None:
    settings.remember_printers(desk.hall.data, {"day_sheet": "office"})
    desk.printing.print(b"%PDF-1.4 sheet", title="张示例 的日报表", kind="day_sheet")
    desk.settle()
    assert (queue.out, queue.printers, queue.titles) == ([b"%PDF-1.4 sheet"], ["office"], ["day_sheet"])
    assert desk.hall.print_queue.rows() == []


def test_a_sheet_that_fails_on_its_way_is_said_once(desk: Desk, queue: Memory) -> None:
    queue.after = PRINTING
    desk.printing.print(b"%PDF-1.4 sheet", title="日报表", kind="day_sheet")
    desk.settle()
    assert "已送打印" in desk.status
    queue.reports["-1"] = JobReport(JobState.ABORTED, Hitch.ABORTED)
    desk.printing._sheets._look()
    desk.settle()
    assert "日报表 没有打印好：打印中途出错" in desk.status
    assert not desk.printing._sheets._watch.isActive()


def test_a_sheet_no_printer_takes_is_shown_to_be_saved(desk: Desk, queue: Memory) -> None:
    queue.refuses = Hitch.NO_PRINTER
    desk.printing.print(b"%PDF-1.4 sheet", title="日报表", kind="day_sheet")
    desk.settle()
    assert "PDF" in desk.status
    shown(PreviewDialog).reject()


# -- a file instead -----------------------------------------------------------------------------------------------


def test_a_paper_saved_as_pdf_is_the_stored_bytes_and_logged(desk: Desk, tmp_path: Path) -> None:
    issued = receipt(desk)
    stored = desk.hall.documents.stored(issued.id)
    preview = show(desk, issued)
    desk.press("Ctrl+S")
    chosen: QFileDialog = shown(QFileDialog)
    assert Path(chosen.selectedFiles()[0]).name == "P01.pdf", "no person in a file's name"
    chosen.reject()
    preview.reject()

    desk.printing.save(preview.paper, tmp_path / "回执.pdf")
    desk.settle()

    assert (tmp_path / "回执.pdf").read_bytes() == stored
    assert log_of(desk, issued) == [("", 1, PrintState.SAVED, "")]


def test_a_second_copy_as_a_file_needs_its_reason_too(desk: Desk, tmp_path: Path) -> None:
    issued = receipt(desk)
    paper = Paper(desk.hall.documents.stored(issued.id), "回执", "P01", issued.id)
    desk.printing.save(paper, tmp_path / "1.pdf")
    desk.settle()

    desk.printing.save(paper, tmp_path / "2.pdf")
    desk.settle()
    assert not (tmp_path / "2.pdf").exists()
    assert shown(AskDialog)
    desk.type("寄送另需一份")
    desk.press("Ctrl+Return")

    assert (tmp_path / "2.pdf").read_bytes() == paper.pdf
    assert log_of(desk, issued)[-1] == ("", 2, PrintState.SAVED, "寄送另需一份")


def test_a_void_paper_leaves_neither_by_printer_nor_as_a_file(desk: Desk, queue: Memory, tmp_path: Path) -> None:
    issued = receipt(desk)
    paper = Paper(desk.hall.documents.stored(issued.id), "回执", "P01", issued.id)
    case = desk.hall.applications.get(issued.application)
    desk.hall.applications.void(case.number, reason="重复登记", version=case.version, by=desk.hall.clerk)
    desk.printing.print(paper.pdf, title="回执", kind="P01", document_id=issued.id)
    desk.settle()
    assert "作废" in desk.status
    desk.printing.save(paper, tmp_path / "1.pdf")
    desk.settle()

    assert queue.out == []
    assert list(tmp_path.glob("*.pdf")) == []


@pytest.mark.parametrize("fails", ["file", "log"])
def test_a_full_disk_leaves_no_copy_the_log_does_not_know(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fails: str
) -> None:
    def full(*_: object, **__: object) -> None:
        raise DiskFull

    issued = receipt(desk)
    paper = Paper(desk.hall.documents.stored(issued.id), "回执", "P01", issued.id)
    if fails == "file":
        monkeypatch.setattr("hallclient.foundation.files.write", full)
    else:
        monkeypatch.setattr(type(desk.hall.documents), "printed", full)

    desk.printing.save(paper, tmp_path / "1.pdf")
    desk.settle()

    assert "磁盘已满" in desk.status
    assert list(tmp_path.glob("*.pdf")) == []
    assert log_of(desk, issued) == []


def test_printing_leaves_no_file_behind(
    desk: Desk, queue: Memory, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(scratch))
    before = _files(desk.hall.data)
    show(desk, receipt(desk))
    desk.press("F8")

    assert len(queue.out) == 1
    assert list(scratch.iterdir()) == []
    assert _files(desk.hall.data) == before


def _files(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir() if not path.name.endswith(("-wal", "-shm"))}


def test_a_saved_paper_needs_its_failed_print_no_more(desk: Desk, queue: Memory, tmp_path: Path) -> None:
    queue.refuses = Hitch.NO_PRINTER
    issued = receipt(desk)
    desk.printing.print_all([issued.id])
    desk.settle()
    assert [row.state for row in desk.hall.print_queue.rows()] == [QueueState.FAILED]
    desk.printing.save(Paper(desk.hall.documents.stored(issued.id), "回执", "P01", issued.id), tmp_path / "1.pdf")
    desk.settle()
    assert desk.hall.print_queue.rows() == []
    assert not desk.window.prints.isVisible()


def test_a_folder_nobody_can_write_to_is_a_sentence(desk: Desk, tmp_path: Path) -> None:
    desk.printing.save(Paper(b"%PDF-1.4", "日报表", "day_sheet"), tmp_path / "none" / "sheet.pdf")
    desk.settle()
    assert desk.status.startswith("⚠")


# -- where no print system takes a PDF ----------------------------------------------------------------------------


def test_without_a_print_system_the_sentence_offers_the_file(desk: Desk, queue: Memory) -> None:
    queue.silent = True
    issued = receipt(desk)
    show(desk, issued)
    desk.press("F8")
    assert "PDF" in desk.status
    assert log_of(desk, issued) == [("", 1, PrintState.FAILED, "打印系统没有回应")]


def test_a_paper_is_drawn_where_no_print_system_takes_it(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(PrinterGone) as gone:
        draw(b"%PDF-", printer="no such printer", title="P01")
    assert gone.value.printer == "no such printer"


def test_what_was_drawn_counts_as_printed(desk: Desk) -> None:
    taken: list[bytes] = []
    desk.hall.print_queue.spooler = OnlyTakes(lambda pdf, *, printer, title: taken.append(pdf))
    issued = receipt(desk)
    desk.printing.print_all([issued.id])
    desk.settle()
    assert taken == [desk.hall.documents.stored(issued.id)]
    assert log_of(desk, issued) == [("", 1, PrintState.SENT, "")]
