"""A program killed between any two steps of a print: a real process, a real CUPS; nothing lost, nothing twice."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from hallclient.domain.register.enquiry import EnquiryDraft
from hallclient.domain.register.issued import PrintState
from hallclient.domain.register.kinds import Handling
from hallclient.domain.register.print_queue import PrintTrouble, QueueState
from hallclient.foundation.cups import Cups
from hallclient.foundation.spool import JobState
from tests.hall import Stores, open_hall
from tests.print_systems import HAS_CUPS, WHY_NO_CUPS, RealCups, real_cups, wait_for

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not HAS_CUPS, reason=WHY_NO_CUPS),
    pytest.mark.xdist_group("cups"),
]
ROOT = Path(__file__).parents[2]
# Each step where the process dies, and how the row stands after the next start: it waits, or it is asked about, or
# (None) the print system itself could tell that it came out.
STEPS = {
    "enqueue": QueueState.WAITING,  # ordered, nothing begun
    "open": QueueState.WAITING,  # a job opened at the print system, its name not yet written down
    "claim": QueueState.WAITING,  # its name written down, not a byte sent
    "bytes": QueueState.WAITING,  # in the middle of the bytes
    "send": None,  # everything sent, what became of it not asked
    "log": None,  # it came out; the line in the log was being written
}


@pytest.fixture(scope="module")
def stores(tmp_path_factory: pytest.TempPathFactory) -> Stores:
    return Stores(tmp_path_factory.mktemp("template"))


@pytest.fixture(scope="module")
def cups() -> Iterator[RealCups]:
    with real_cups() as running:
        yield running


def killed(data: Path, cups: RealCups, printer: str, document: int, step: str) -> None:
    command = [sys.executable, __file__, str(data), str(cups.socket), printer, str(document), step]
    done = subprocess.run(command, cwd=ROOT, env=os.environ | {"PYTHONPATH": str(ROOT)}, check=False, timeout=60)
    assert done.returncode == -signal.SIGKILL


@pytest.mark.parametrize("step", STEPS)
def test_a_killed_program_leaves_a_print_that_waits_or_is_known(
    step: str, cups: RealCups, stores: Stores, tmp_path: Path
) -> None:
    laser = cups.add(f"kill-{step}")
    with stores.hall(tmp_path) as hall:
        matter = hall.reception.register(EnquiryDraft(content="停车", handling=Handling.ANSWERED), by=hall.clerk)
        issued = hall.documents.issue("P15", enquiry=matter.number, by=hall.clerk)
        stored = hall.documents.stored(issued.id)

    killed(tmp_path, cups, laser.name, issued.id, step)

    left = STEPS[step]
    if left is None:
        wait_for(lambda: laser.out == [stored])
    with open_hall(tmp_path) as hall:
        queue, clerk = hall.print_queue, hall.clerk
        queue.spooler = cups.spooler
        rows = queue.recover(by=clerk)
        if left is None:
            wait_for(lambda: queue.follow(by=clerk) or not queue.rows())
            assert queue.rows() == []
        else:
            [row] = rows
            assert (row.state, row.trouble) == (left, PrintTrouble.INTERRUPTED)
            assert laser.out == []
            assert queue.send_next(by=clerk) is None, "no paper comes out by itself"
            queue.retry(row.id, by=clerk)
            queue.send_next(by=clerk)
            wait_for(lambda: queue.follow(by=clerk) or not queue.rows())
        assert laser.out == [stored], "once"
        assert [(entry.copy, entry.state) for entry in hall.documents.prints(issued.id)] == [(1, PrintState.SENT)]
        assert hall.documents.get(issued.id).copies == 1


class Deadly(Cups):
    """The real print system, for a program that is killed at one of its steps."""

    step = ""

    def open(self, printer: str, title: str):  # type: ignore[no-untyped-def]
        opened = super().open(printer, title)
        _die_at(self.step, "open")
        return opened

    def send(self, job, parts):  # type: ignore[no-untyped-def]
        _die_at(self.step, "claim")
        if self.step == "bytes":
            self._half(job, parts[0])
        super().send(job, parts)
        _die_at(self.step, "send")

    def look(self, job):  # type: ignore[no-untyped-def]
        if self.step == "log":
            wait_for(lambda: super(Deadly, self).look(job).state is JobState.COMPLETED)
        return super().look(job)

    def _half(self, job: str, pdf: bytes) -> None:
        from hallclient.foundation import cups as binding

        lib, (printer, number) = binding._library(), binding._named(job)
        with self._connected() as http:
            lib.cupsStartDocument(http, printer.encode(), number, b"document", b"application/pdf", 1)
            lib.cupsWriteRequestData(http, pdf, len(pdf) // 2)
            _die_at(self.step, "bytes")


def _die_at(step: str, here: str) -> None:
    if step == here:
        os.kill(os.getpid(), signal.SIGKILL)


def main(data: str, socket: str, printer: str, document: str, step: str) -> None:
    hall = open_hall(Path(data))
    hall.print_queue.spooler = spooler = Deadly(socket)
    spooler.step = step
    hall.print_queue.enqueue([int(document)], printers={"P15": printer}, by=hall.clerk)
    _die_at(step, "enqueue")
    if step == "log":
        from hallclient.storage import issued

        issued.printed = lambda *_args, **_how: _die_at(step, "log")
    hall.print_queue.send_next(by=hall.clerk)


if __name__ == "__main__":
    main(*sys.argv[1:])
