"""The counter on a real print system: the paper comes out, runs out, the printer stops, another one takes over."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from application_desk import registered
from PySide6.QtWidgets import QApplication

from hallclient.domain.register.issued import IssuedDocument, PrintState
from hallclient.foundation import settings
from hallclient.ui import theme
from tests.hall import Clock, Stores
from tests.print_systems import HAS_CUPS, WHY_NO_CUPS, Printer, RealCups, real_cups, wait_for
from tests.window import Desk

pytestmark = [pytest.mark.skipif(not HAS_CUPS, reason=WHY_NO_CUPS), pytest.mark.xdist_group("cups")]


@pytest.fixture(scope="module")
def cups() -> Iterator[RealCups]:
    with real_cups() as running:
        yield running


@pytest.fixture
def desk(qapp: QApplication, stores: Stores, tmp_path: Path, clock: Clock, cups: RealCups) -> Iterator[Desk]:
    theme.apply(qapp, dark=False)
    desk = Desk(stores.hall(tmp_path / "store", clock), clock, spooler=cups.spooler)
    yield desk
    desk.close()


@pytest.fixture
def laser(cups: RealCups, desk: Desk) -> Iterator[Printer]:
    printer = cups.add(f"counter{len(list(cups.folder.glob('counter*')))}")
    settings.remember_printers(desk.hall.data, {"P01": printer.name})
    yield printer
    printer.mode("ok")


def receipt(desk: Desk) -> IssuedDocument:
    [issued] = desk.hall.documents.of_record(registered(desk).number)
    return issued


def printed(desk: Desk, issued: IssuedDocument) -> None:
    """Print from the preview, as at the counter."""
    pdf = desk.hall.documents.stored(issued.id)
    desk.printing.preview(pdf, title=issued.title, kind=issued.kind, document_id=issued.id)
    desk.settle()
    desk.press("F8")


def until(desk: Desk, holds: Callable[[], object]) -> None:
    """The print system is asked, as it is every second, until it says so."""

    def looked() -> object:
        desk.printing._look()
        desk.settle()
        return holds()

    wait_for(looked)


def test_the_citizen_gets_the_stored_bytes_and_a_reprint_its_slip(desk: Desk, laser: Printer) -> None:
    issued = receipt(desk)
    stored = desk.hall.documents.stored(issued.id)
    printed(desk, issued)
    until(desk, lambda: "已打印" in desk.status)
    assert laser.out == [stored]
    printed(desk, issued)
    desk.type("申请人遗失")
    desk.press("Ctrl+Return")
    until(desk, lambda: desk.hall.documents.get(issued.id).copies == 2)
    assert laser.out[1].endswith(stored)
    assert len(laser.out[1]) > len(stored), "its slip comes first"
    assert [(e.printer, e.state) for e in desk.hall.documents.prints(issued.id)] == [(laser.name, PrintState.SENT)] * 2


def test_paper_out_is_seen_at_the_counter_and_goes_on_by_itself(desk: Desk, laser: Printer) -> None:
    laser.mode("empty")
    issued = receipt(desk)
    printed(desk, issued)
    until(desk, lambda: "缺纸（Load paper）" in desk.status)
    assert desk.window.prints.isVisible()
    laser.mode("ok")
    until(desk, lambda: "已打印" in desk.status)
    assert not desk.window.prints.isVisible()
    assert laser.out == [desk.hall.documents.stored(issued.id)]


def test_a_stopped_printer_gives_its_job_to_another(desk: Desk, laser: Printer, cups: RealCups) -> None:
    other = cups.add(f"{laser.name}-office")
    cups.run("cupsdisable", laser.name)
    issued = receipt(desk)
    printed(desk, issued)
    until(desk, lambda: "打印机已停用" in desk.status)
    [row] = desk.hall.print_queue.rows()
    desk.hall.print_queue.retry(row.id, printer=other.name, by=desk.hall.clerk)
    desk.printing.send_waiting()
    desk.settle()
    until(desk, lambda: desk.hall.documents.get(issued.id).copies == 1)
    cups.run("cupsenable", laser.name)
    assert (laser.out, other.out) == ([], [desk.hall.documents.stored(issued.id)])


def test_half_a_print_is_asked_about_and_a_no_leads_to_another(desk: Desk, laser: Printer) -> None:
    laser.mode("fail")
    issued = receipt(desk)
    printed(desk, issued)
    until(desk, lambda: "打印出来了吗" in desk.status)
    laser.mode("ok")
    desk.press("Shift+F8", "Alt+N", "F8")
    until(desk, lambda: desk.hall.documents.get(issued.id).copies == 1)
    assert laser.out == [desk.hall.documents.stored(issued.id)]


def test_a_printer_taken_away_in_the_middle_is_asked_about(desk: Desk, laser: Printer, cups: RealCups) -> None:
    laser.mode("slow")
    printed(desk, receipt(desk))
    [row] = desk.hall.print_queue.rows()
    wait_for(lambda: cups.spooler.look(row.job).started)
    cups.run("lpadmin", "-x", laser.name)
    until(desk, lambda: "找不到打印机" in desk.status)
    assert "打印出来了吗" in desk.status
