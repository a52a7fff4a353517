"""The print system itself: a real CUPS of the test's own takes the bytes as they are and tells what became of them."""

from collections.abc import Iterator

import pytest

from hallclient.foundation.spool import Hitch, JobRefused, JobReport, JobState, SpoolerSilent
from tests.print_systems import HAS_CUPS, WHY_NO_CUPS, Printer, RealCups, real_cups, wait_for

pytestmark = [
    pytest.mark.skipif(not HAS_CUPS, reason=WHY_NO_CUPS),
    pytest.mark.xdist_group("cups"),
]
PDF = b"%PDF-1.7\n" + bytes(range(256)) * 300


@pytest.fixture(scope="module")
def cups() -> Iterator[RealCups]:
    with real_cups() as running:
        yield running


@pytest.fixture
def laser(cups: RealCups) -> Iterator[Printer]:
    name = f"laser{len(list(cups.folder.glob('laser*')))}"
    printer = cups.add(name)
    yield printer
    printer.mode("ok")


def send(printer: Printer, *parts: bytes) -> str:
    spooler = printer.cups.spooler
    opened = spooler.open(printer.name, "P01")
    assert opened.printer == printer.name
    spooler.send(opened.job, parts or (PDF,))
    return opened.job


def becomes(printer: Printer, job: str, state: JobState, hitch: Hitch | None = None) -> JobReport:
    spooler = printer.cups.spooler
    wait_for(lambda: (spooler.look(job).state, spooler.look(job).hitch) == (state, hitch))
    return spooler.look(job)


def test_the_printer_gets_the_very_bytes(laser: Printer) -> None:
    job = send(laser)
    becomes(laser, job, JobState.COMPLETED)
    assert laser.out == [PDF]


def test_several_pieces_come_out_as_one_job_in_their_order(laser: Printer) -> None:
    slip = b"%PDF-1.7\nslip"
    becomes(laser, send(laser, slip, PDF), JobState.COMPLETED)
    assert laser.out == [slip + PDF]


def test_a_job_without_its_bytes_prints_nothing_and_can_be_taken_back(laser: Printer) -> None:
    spooler = laser.cups.spooler
    job = spooler.open(laser.name, "P01").job
    assert spooler.look(job) == JobReport(JobState.INCOMING, started=False)
    spooler.cancel(job)
    assert spooler.look(job) == JobReport(JobState.CANCELLED, Hitch.CANCELLED, started=False)
    assert laser.out == []


def test_a_job_that_fails_is_not_called_completed(laser: Printer) -> None:
    laser.mode("fail")
    report = becomes(laser, send(laser), JobState.ABORTED, Hitch.ABORTED)
    assert report.said == "jammed"
    assert report.started
    assert laser.out == []


def test_paper_out_is_told_while_the_job_waits_and_forgotten_when_it_goes_on(laser: Printer) -> None:
    laser.mode("empty")
    job = send(laser)
    assert becomes(laser, job, JobState.PRINTING, Hitch.OUT_OF_PAPER).said == "Load paper"
    laser.mode("ok")
    becomes(laser, job, JobState.COMPLETED)
    assert laser.out == [PDF]


def test_a_disabled_queue_is_told_and_its_job_has_not_begun(laser: Printer) -> None:
    laser.cups.run("cupsdisable", "-r", "repair", laser.name)
    job = send(laser)
    report = becomes(laser, job, JobState.PENDING, Hitch.DISABLED)
    assert (report.said, report.started) == ("repair", False)
    laser.cups.run("cupsenable", laser.name)
    becomes(laser, job, JobState.COMPLETED)


def test_a_device_that_stops_in_the_middle_leaves_a_job_that_has_begun(laser: Printer) -> None:
    laser.mode("stop")
    assert becomes(laser, send(laser), JobState.PENDING, Hitch.DISABLED).started


def test_a_printer_that_accepts_nothing_refuses_the_job(laser: Printer) -> None:
    laser.cups.run("cupsreject", laser.name)
    with pytest.raises(JobRefused) as refused:
        laser.cups.spooler.open(laser.name, "P01")
    assert refused.value.hitch is Hitch.NOT_ACCEPTING


@pytest.mark.parametrize("name", ["nowhere", ""])
def test_a_printer_that_is_not_there_refuses_the_job(cups: RealCups, name: str) -> None:
    with pytest.raises(JobRefused) as refused:
        cups.spooler.open(name, "P01")
    assert refused.value.hitch is Hitch.NO_PRINTER


def test_a_printer_taken_away_takes_its_job_along(laser: Printer) -> None:
    laser.mode("slow")
    job = send(laser)
    becomes(laser, job, JobState.PRINTING)
    laser.cups.run("lpadmin", "-x", laser.name)
    wait_for(lambda: laser.cups.spooler.look(job).hitch is Hitch.NO_PRINTER)
    report = laser.cups.spooler.look(job)
    assert report.state in (JobState.CANCELLED, JobState.GONE)
    assert report.started


def test_a_job_cancelled_by_somebody_else_says_whether_it_had_begun(laser: Printer) -> None:
    laser.mode("slow")
    begun = send(laser)
    becomes(laser, begun, JobState.PRINTING)
    waiting = send(laser)
    for job in (waiting, begun):
        laser.cups.run("cancel", job)
        becomes(laser, job, JobState.CANCELLED, Hitch.CANCELLED)
    assert laser.cups.spooler.look(begun).started
    assert not laser.cups.spooler.look(waiting).started


def test_a_job_nobody_knows_is_gone(laser: Printer) -> None:
    assert laser.cups.spooler.look(f"{laser.name}-99999") == JobReport(JobState.GONE, Hitch.FORGOTTEN)


def test_a_print_system_that_is_not_running_is_silent(laser: Printer) -> None:
    job = send(laser)
    becomes(laser, job, JobState.COMPLETED)
    laser.cups.stop()
    try:
        for ask in (
            lambda: laser.cups.spooler.open(laser.name, "P01"),
            lambda: laser.cups.spooler.look(job),
            lambda: laser.cups.spooler.cancel(job),
            lambda: laser.cups.spooler.send(job, [PDF]),
        ):
            with pytest.raises(SpoolerSilent):
                ask()
    finally:
        laser.cups.start()
    assert laser.cups.spooler.look(job).state is JobState.COMPLETED, "it remembers what it printed"
