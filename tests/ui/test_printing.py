"""What is previewed, stored and printed is one string of bytes: the real printing, a print system that keeps all."""

import os
import stat
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from application_desk import registered
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog

from hallclient.domain.register.enquiry import EnquiryDraft
from hallclient.domain.register.issued import IssuedDocument, PrintState
from hallclient.domain.register.kinds import Handling
from hallclient.foundation import spool
from hallclient.foundation.trouble import DiskFull, PrinterGone
from hallclient.ui import printing, theme
from hallclient.ui.ask_dialog import AskDialog
from hallclient.ui.printing import Paper, PreviewDialog
from tests.hall import Clock, Stores
from tests.window import Desk

QUEUE = """#!/bin/sh
# Keeps what it is given: the arguments of each job, and the bytes.
n=$(ls "{spool}" | grep -c '\\.pdf$')
printf '%s\\n' "$@" > "{spool}/$n.args"
if [ -e "{spool}/jammed" ]; then echo "lp: The printer or class does not exist." >&2; exit 1; fi
cat > "{spool}/$n.pdf"
"""


class Queue:
    """A print system with one command: ``lp``."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir()
        lp = folder.parent / "bin" / "lp"
        lp.parent.mkdir()
        lp.write_text(QUEUE.format(spool=folder), "utf-8")
        lp.chmod(lp.stat().st_mode | stat.S_IXUSR)

    @property
    def jobs(self) -> list[bytes]:
        return [path.read_bytes() for path in sorted(self.folder.glob("*.pdf"))]

    def said(self, job: int) -> list[str]:
        return (self.folder / f"{job}.args").read_text("utf-8").splitlines()

    def jam(self) -> None:
        (self.folder / "jammed").touch()


@pytest.fixture
def queue(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Queue:
    queue = Queue(tmp_path / "spool")
    monkeypatch.setenv("PATH", f"{tmp_path / 'bin'}{os.pathsep}{os.environ['PATH']}")
    return queue


@pytest.fixture
def desk(qapp: QApplication, stores: Stores, tmp_path: Path, clock: Clock, queue: Queue) -> Iterator[Desk]:
    theme.apply(qapp, dark=False)
    desk = Desk(stores.hall(tmp_path / "store", clock), clock, printer=spool.send)
    yield desk
    desk.close()


def receipt(desk: Desk) -> IssuedDocument:
    [issued] = desk.hall.documents.of_record(registered(desk).number)
    return issued


def shown(kind: type[Any]) -> Any:
    found = [w for w in QApplication.topLevelWidgets() if isinstance(w, kind) and w.isVisible()]
    assert len(found) == 1, [type(w).__name__ for w in found]
    return found[0]


def none_shown(kind: type[Any]) -> bool:
    return not any(isinstance(w, kind) and w.isVisible() for w in QApplication.topLevelWidgets())


def show(desk: Desk, issued: IssuedDocument) -> PreviewDialog:
    stored = desk.hall.documents.stored(issued.id)
    desk.window.context.printing.preview(stored, title="回执", kind=issued.kind, document_id=issued.id)
    QTest.qWait(10)
    preview: PreviewDialog = shown(PreviewDialog)
    return preview


def log_of(desk: Desk, issued: IssuedDocument) -> list[tuple[str, int, PrintState, str]]:
    return [(entry.printer, entry.copy, entry.state, entry.reason) for entry in desk.hall.documents.prints(issued.id)]


def test_previewed_stored_and_printed_are_the_same_bytes(desk: Desk, queue: Queue) -> None:
    issued = receipt(desk)
    stored = desk.hall.documents.stored(issued.id)
    preview = show(desk, issued)
    assert preview.paper.pdf == bytes(preview._buffer.data()) == stored
    assert preview.document.pageCount() == issued.pages == 1

    desk.press("Return")

    assert queue.jobs == [stored]
    assert log_of(desk, issued) == [("", 1, PrintState.SENT, "")]
    assert "已送打印" in desk.status
    assert desk.hall.documents.unprinted() == []


def test_each_kind_of_paper_goes_to_its_own_printer(desk: Desk, queue: Queue) -> None:
    printing.remember(desk.hall.data, "P01", "counter-laser")
    printing.remember(desk.hall.data, "P15", "slip")
    issued = receipt(desk)
    matter = desk.hall.reception.register(EnquiryDraft(content="停车", handling=Handling.ANSWERED), by=desk.hall.clerk)
    slip = desk.hall.documents.issue("P15", enquiry=matter.number, by=desk.hall.clerk)

    for paper in (issued, slip):
        pdf = desk.hall.documents.stored(paper.id)
        desk.window.context.printing.print(pdf, title="回执", kind=paper.kind, document_id=paper.id)
        desk.settle()

    assert queue.said(0)[-2:] == ["-d", "counter-laser"]
    assert queue.said(1)[-2:] == ["-d", "slip"]
    assert log_of(desk, slip) == [("slip", 1, PrintState.SENT, "")]


def test_the_print_system_learns_the_kind_and_no_person(desk: Desk, queue: Queue) -> None:
    show(desk, receipt(desk))
    desk.press("F8")

    told = " ".join(queue.said(0))
    assert "P01" in told
    assert "张示例" not in told
    assert "S2026" not in told


def test_a_reprint_asks_why_and_its_slip_and_log_say_so(desk: Desk, queue: Queue) -> None:
    issued = receipt(desk)
    stored = desk.hall.documents.stored(issued.id)
    show(desk, issued)
    desk.press("Return")
    show(desk, issued)
    desk.press("Return")
    assert len(queue.jobs) == 1, "nothing came out before the reason is known"
    asked = shown(AskDialog)

    desk.type("申请人遗失")
    desk.press("Ctrl+Return")

    assert none_shown(AskDialog)
    assert asked is not None
    assert [queue.jobs[0], queue.jobs[2]] == [stored, stored]
    assert queue.jobs[1].startswith(b"%PDF")
    assert queue.jobs[1] != stored, "the slip that says second copy"
    assert log_of(desk, issued)[-1] == ("", 2, PrintState.SENT, "申请人遗失")


def test_a_printer_that_is_gone_loses_nothing(desk: Desk, queue: Queue) -> None:
    issued = receipt(desk)
    printing.remember(desk.hall.data, "P01", "counter-laser")
    queue.jam()
    show(desk, issued)

    desk.press("F8")

    assert "counter-laser" in desk.status
    assert log_of(desk, issued) == [("counter-laser", 1, PrintState.FAILED, "")]
    assert [paper.id for paper in desk.hall.documents.unprinted()] == [issued.id], "it waits on the board"
    assert shown(PreviewDialog), "to try again or to save it instead"
    shown(PreviewDialog).reject()


def test_a_paper_saved_as_pdf_is_the_stored_bytes_and_logged(desk: Desk, tmp_path: Path) -> None:
    issued = receipt(desk)
    stored = desk.hall.documents.stored(issued.id)
    preview = show(desk, issued)
    desk.press("Ctrl+S")
    chosen: QFileDialog = shown(QFileDialog)
    assert Path(chosen.selectedFiles()[0]).name == "P01.pdf", "no person in a file's name"
    chosen.reject()
    preview.reject()

    desk.window.context.printing.save(preview.paper, tmp_path / "回执.pdf")  # type: ignore[attr-defined]
    desk.settle()

    assert (tmp_path / "回执.pdf").read_bytes() == stored
    assert log_of(desk, issued) == [("", 1, PrintState.SAVED, "")]


def test_a_second_copy_as_a_file_needs_its_reason_too(desk: Desk, tmp_path: Path) -> None:
    issued = receipt(desk)
    paper = Paper(desk.hall.documents.stored(issued.id), "回执", "P01", issued.id)
    desk.window.context.printing.save(paper, tmp_path / "1.pdf")  # type: ignore[attr-defined]
    desk.settle()

    desk.window.context.printing.save(paper, tmp_path / "2.pdf")  # type: ignore[attr-defined]
    desk.settle()
    assert not (tmp_path / "2.pdf").exists()
    assert shown(AskDialog)
    desk.type("寄送另需一份")
    desk.press("Ctrl+Return")

    assert (tmp_path / "2.pdf").read_bytes() == paper.pdf
    assert log_of(desk, issued)[-1] == ("", 2, PrintState.SAVED, "寄送另需一份")


def test_a_void_paper_leaves_neither_by_printer_nor_as_a_file(desk: Desk, queue: Queue, tmp_path: Path) -> None:
    issued = receipt(desk)
    paper = Paper(desk.hall.documents.stored(issued.id), "回执", "P01", issued.id)
    desk.hall.applications.void(issued.application, reason="重复登记", by=desk.hall.clerk)
    desk.window.context.printing.print(paper.pdf, title="回执", kind="P01", document_id=issued.id)
    desk.settle()
    assert "作废" in desk.status
    desk.window.context.printing.save(paper, tmp_path / "1.pdf")  # type: ignore[attr-defined]
    desk.settle()

    assert queue.jobs == []
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

    desk.window.context.printing.save(paper, tmp_path / "1.pdf")  # type: ignore[attr-defined]
    desk.settle()

    assert "磁盘已满" in desk.status
    assert list(tmp_path.glob("*.pdf")) == []
    assert log_of(desk, issued) == []


def test_printing_leaves_no_file_behind(
    desk: Desk, queue: Queue, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(scratch))
    before = _files(desk.hall.data)
    show(desk, receipt(desk))
    desk.press("F8")

    assert len(queue.jobs) == 1
    assert list(scratch.iterdir()) == []
    assert _files(desk.hall.data) == before


def test_without_a_print_system_the_sentence_offers_the_file(
    qapp: QApplication, stores: Stores, tmp_path: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    desk = Desk(stores.hall(tmp_path / "store", clock), clock, printer=spool.send)
    try:
        issued = receipt(desk)
        show(desk, issued)
        desk.press("F8")
        assert "PDF" in desk.status
        assert log_of(desk, issued) == [("", 1, PrintState.FAILED, "")]
        shown(PreviewDialog).reject()
    finally:
        desk.close()


def _files(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir() if not path.name.endswith(("-wal", "-shm"))}


def test_a_paper_is_drawn_where_no_print_system_takes_it(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    take: Callable[..., None] = printing._draw
    with pytest.raises(PrinterGone) as gone:
        take(b"%PDF-", printer="no such printer", title="P01")
    assert gone.value.printer == "no such printer"
