"""The print screen by keyboard: what did not come out is seen, answered, sent again or elsewhere; many go at once."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from application_desk import registered
from PySide6.QtWidgets import QApplication

from hallclient.domain.register.issued import IssuedDocument, PrintState
from hallclient.domain.register.print_queue import QueueState
from hallclient.foundation import settings
from hallclient.foundation.spool import Hitch, JobReport, JobState
from hallclient.ui import theme
from hallclient.ui.ask_dialog import ReasonDialog
from hallclient.ui.preview_dialog import PreviewDialog
from hallclient.ui.print_dialogs import BatchDialog, OtherPrinterDialog
from hallclient.ui.print_log_dialog import PrintLogDialog
from tests.hall import Clock, Stores
from tests.print_systems import COMPLETED, PRINTING, Memory
from tests.window import Desk

ABORTED = JobReport(JobState.ABORTED, Hitch.ABORTED, "jammed")


@pytest.fixture
def queue() -> Memory:
    return Memory()


@pytest.fixture
def desk(
    qapp: QApplication, stores: Stores, tmp_path: Path, clock: Clock, queue: Memory, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Desk]:
    monkeypatch.setattr("hallclient.ui.screens.print_queue.known_printers", lambda: ("laser", "office"))
    theme.apply(qapp, dark=False)
    desk = Desk(stores.hall(tmp_path / "store", clock), clock, spooler=queue)
    yield desk
    desk.close()


def papers(desk: Desk, count: int = 1) -> list[IssuedDocument]:
    return [desk.hall.documents.of_record(registered(desk, subject=f"第{at}件").number)[0] for at in range(count)]


def ordered(desk: Desk, *issued: IssuedDocument) -> None:
    desk.printing.print_all([paper.id for paper in issued])
    desk.settle()


def at_prints(desk: Desk) -> Any:
    desk.press("Shift+F8")
    return desk.screen


def dialog(kind: type[Any]) -> Any:
    found = QApplication.activeModalWidget()
    assert isinstance(found, kind), type(found).__name__
    return found


def states(desk: Desk) -> list[QueueState]:
    return [row.state for row in desk.hall.print_queue.rows()]


def outcomes(desk: Desk, issued: IssuedDocument) -> list[tuple[int, PrintState]]:
    return [(entry.copy, entry.state) for entry in desk.hall.documents.prints(issued.id)]


def test_the_queue_stands_first_with_what_needs_eyes_on_top(desk: Desk, queue: Memory) -> None:
    first, second, _third = papers(desk, 3)
    queue.after = PRINTING
    ordered(desk, first)
    queue.refuses = Hitch.NO_PRINTER
    ordered(desk, second)
    screen = at_prints(desk)
    found = [(line.number, line.row.state if line.row else None) for line in screen.list.rows_model.rows()]
    assert found[:2] == [(second.number, QueueState.FAILED), (first.number, QueueState.SENT)]
    assert found[2][1] is None
    assert screen.count.text() == "队列 2 件，待处理 1 件；未打印 1 件"
    assert "找不到打印机" in screen.told.text()
    assert "请换一台打印机" in screen.told.text()


def test_it_came_out_by_one_key(desk: Desk, queue: Memory) -> None:
    queue.after = ABORTED
    [issued] = papers(desk)
    ordered(desk, issued)
    screen = at_prints(desk)
    assert "打印出来了吗" in screen.told.text()
    assert "jammed" in screen.told.text(), "the printer's own words, for whoever looks after it"
    assert not screen.printing.isEnabled(), "first it is said what became of the last one"
    assert "打印出来没有" in screen.printing.toolTip()

    desk.press("Alt+Y")

    assert outcomes(desk, issued) == [(1, PrintState.SENT)]
    assert states(desk) == []
    assert "已计入份数" in desk.status
    assert not desk.window.prints.isVisible()


def test_it_did_not_come_out_and_is_sent_again(desk: Desk, queue: Memory) -> None:
    queue.after = ABORTED
    [issued] = papers(desk)
    ordered(desk, issued)
    screen = at_prints(desk)
    desk.press("Alt+N")
    assert states(desk) == [QueueState.FAILED]
    queue.after = COMPLETED
    assert screen.printing.isEnabled()

    desk.press("F8")

    assert states(desk) == []
    assert outcomes(desk, issued) == [(1, PrintState.FAILED), (1, PrintState.SENT)]
    assert len(screen.log.rows_model.rows()) == 0, "the list is empty, and so is what stands beside it"


def test_a_print_goes_to_another_printer_and_stays_there(desk: Desk, queue: Memory) -> None:
    settings.remember_printers(desk.hall.data, {"P01": "laser"})
    queue.refuses = Hitch.NOT_ACCEPTING
    ordered(desk, *papers(desk))
    queue.refuses = None
    at_prints(desk)
    desk.press("Ctrl+O")
    asked = dialog(OtherPrinterDialog)
    assert "laser" in QApplication.activeModalWidget().windowTitle() + _words(asked)
    assert asked.printer.value() == "office", "the other one stands there already"
    desk.press("Return")
    desk.type("2")
    desk.press("Ctrl+Return")

    assert queue.printers == ["office"]
    assert settings.load(desk.hall.data).printers == {"P01": "office"}
    assert states(desk) == []


def test_paper_out_in_the_middle_asks_before_it_goes_elsewhere(desk: Desk, queue: Memory) -> None:
    queue.after = JobReport(JobState.PRINTING, Hitch.OUT_OF_PAPER)
    ordered(desk, *papers(desk))
    at_prints(desk)
    desk.press("Ctrl+O")
    desk.type("office")
    desk.press("Return", "Ctrl+Return")
    assert states(desk) == [QueueState.UNKNOWN]
    assert len(queue.out) == 1
    assert "打印出来了吗" in desk.status


def test_a_print_is_removed_with_its_reason_and_stays_unprinted(desk: Desk, queue: Memory) -> None:
    queue.refuses = Hitch.NO_PRINTER
    [issued] = papers(desk)
    ordered(desk, issued)
    screen = at_prints(desk)
    desk.press("Ctrl+Delete")
    asked = dialog(ReasonDialog)
    desk.press("Ctrl+Return")
    assert asked.isVisible(), "not without a reason"
    desk.type("改发电子件")
    desk.press("Ctrl+Return")
    assert states(desk) == []
    [line] = screen.list.rows_model.rows()
    assert line.row is None, "it stands among the unprinted again"
    assert screen.log.rows_model.row(0).reason == "改发电子件"


def test_all_that_was_never_printed_goes_at_once_in_copies(desk: Desk, queue: Memory) -> None:
    issued = papers(desk, 3)
    at_prints(desk)
    desk.press("Ctrl+A", "F8")
    dialog(BatchDialog)
    desk.type("2")
    desk.press("Ctrl+Return")
    stored = [desk.hall.documents.stored(paper.id) for paper in issued]
    assert queue.out == [pdf for pdf in stored for _copy in range(2)]
    assert states(desk) == []
    assert "3 份文书" in desk.status


def test_one_of_a_batch_that_fails_is_seen_and_the_others_come_out(desk: Desk, queue: Memory) -> None:
    issued = papers(desk, 3)
    opened = queue.open

    def second_fails(printer: str, title: str) -> Any:
        queue.refuses = Hitch.OFFLINE if len(queue.jobs) == 1 and queue.refuses is None else None
        return opened(printer, title)

    queue.open = second_fails  # type: ignore[method-assign]
    screen = at_prints(desk)
    desk.press("Ctrl+A", "F8", "Ctrl+Return")
    assert states(desk) == [QueueState.FAILED]
    assert sum(desk.hall.documents.get(paper.id).copies for paper in issued) == 2
    assert "打印机没有连上" in screen.told.text()
    assert desk.status.startswith("⚠")


def test_a_batch_leaves_out_what_is_at_a_printer_or_unanswered(desk: Desk, queue: Memory) -> None:
    first, second, third, fourth = papers(desk, 4)
    queue.after = ABORTED
    ordered(desk, first)
    queue.after = JobReport(JobState.PRINTING, Hitch.OUT_OF_PAPER)
    ordered(desk, second)
    queue.refuses, queue.after = Hitch.NO_PRINTER, COMPLETED
    ordered(desk, third)
    queue.refuses = None
    at_prints(desk)
    desk.press("Ctrl+A", "F8")
    assert "2 份文书" in _words(dialog(BatchDialog))
    desk.press("Ctrl+Return")
    assert [desk.hall.documents.get(paper.id).copies for paper in (first, second, third, fourth)] == [0, 0, 1, 1]
    assert states(desk) == [QueueState.UNKNOWN, QueueState.SENT]


def test_what_is_chosen_stays_chosen_while_prints_go_on(desk: Desk, queue: Memory) -> None:
    papers(desk, 3)
    screen = at_prints(desk)
    desk.press("Home", "Shift+Down")
    chosen = [line.number for line in screen._chosen()]
    assert len(chosen) == 2
    desk.press("F5")
    assert [line.number for line in screen._chosen()] == chosen


def test_what_is_on_its_way_can_be_looked_at_and_nothing_else(desk: Desk, queue: Memory) -> None:
    queue.after = PRINTING
    ordered(desk, *papers(desk))
    screen = at_prints(desk)
    for action in (screen.printing, screen.other, screen.removing):
        assert not action.isEnabled()
        assert action.toolTip()
        assert action.whatsThis()
    desk.press("F7")
    shown = [w for w in QApplication.topLevelWidgets() if isinstance(w, PreviewDialog) and w.isVisible()]
    assert len(shown) == 1
    shown[0].reject()


def test_an_empty_screen_says_what_to_do(desk: Desk) -> None:
    screen = at_prints(desk)
    assert "按 Enter 打印" in screen.list.empty
    assert not screen.printing.isEnabled()
    assert screen.count.text() == "队列 0 件，待处理 0 件；未打印 0 件"


def test_the_status_line_leads_there(desk: Desk, queue: Memory) -> None:
    queue.refuses = Hitch.NO_PRINTER
    ordered(desk, *papers(desk))
    assert desk.window.prints.accessibleName() == "打印待处理 1 件"
    desk.window.prints.click()
    desk.settle()
    assert desk.screen.title == "打印"


def test_the_board_leads_to_what_was_never_printed(desk: Desk) -> None:
    first, second = papers(desk, 2)
    desk.window.open_screen("desk")
    desk.settle()
    assert desk.screen.list.choose(lambda line: line.row.number == first.number and line.row.kind.value == "document")
    desk.press("F8")
    assert desk.screen.title == "打印"
    assert desk.screen.list.current().document_id == first.id
    assert first.id != second.id


def test_a_file_shows_what_became_of_every_copy(desk: Desk, queue: Memory) -> None:
    [issued] = papers(desk)
    queue.refuses = Hitch.NO_PRINTER
    ordered(desk, issued)
    queue.refuses = None
    ordered(desk, issued)
    desk.printing.print_all([issued.id], reason="申请人遗失")
    desk.settle()
    desk.window.open_record("application", issued.application)
    desk.settle()

    desk.press("Shift+F7")

    shown = dialog(PrintLogDialog)
    assert [(entry.copy, entry.state, entry.reason) for entry in shown.log.rows_model.rows()] == [
        (2, PrintState.SENT, "申请人遗失"),
        (1, PrintState.SENT, ""),
        (1, PrintState.FAILED, "找不到打印机"),
    ]
    assert "共出 2 份" in _words(shown)
    desk.press("Esc")
    assert QApplication.activeModalWidget() is None


def _words(widget: Any) -> str:
    from PySide6.QtWidgets import QLabel

    return " ".join(label.text() for label in widget.findChildren(QLabel))
