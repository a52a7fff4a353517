"""What must a print system be able to do, and what does it say of a job? One shape for CUPS and for what only takes.

A job is opened first and gets its name; nothing prints before ``send``. Whoever writes the name down in between knows
after a crash which job to ask about.
"""

import secrets
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from hallclient.foundation.trouble import PrinterGone, Trouble

Take = Callable[..., None]  # take(pdf, printer=…, title=…): a print system that tells nothing afterwards


class JobState(StrEnum):
    """How a job stands. ``INCOMING``: opened, its bytes not all here. ``GONE``: the print system knows no such job."""

    INCOMING = "incoming"
    PENDING = "pending"
    PRINTING = "printing"
    STOPPED = "stopped"
    CANCELLED = "cancelled"
    ABORTED = "aborted"
    COMPLETED = "completed"
    GONE = "gone"


class Hitch(StrEnum):
    """What holds a job up, or ended it: the printer's and the print system's own reasons, in one word each."""

    NO_SPOOLER = "no_spooler"
    NO_PRINTER = "no_printer"
    NOT_ACCEPTING = "not_accepting"
    DISABLED = "disabled"
    OFFLINE = "offline"
    OUT_OF_PAPER = "out_of_paper"
    JAMMED = "jammed"
    OUT_OF_TONER = "out_of_toner"
    COVER_OPEN = "cover_open"
    NEEDS_ATTENTION = "needs_attention"
    ABORTED = "aborted"
    CANCELLED = "cancelled"
    FORGOTTEN = "forgotten"


@dataclass(frozen=True, slots=True)
class Opened:
    """A job that waits for its bytes: the print system's name for it, and the printer it is for."""

    job: str
    printer: str


@dataclass(frozen=True, slots=True)
class JobReport:
    """What the print system says of a job. ``said`` are its own words, for whoever looks after the printer.

    ``started`` False is a promise: not a line of it was printed.
    """

    state: JobState
    hitch: Hitch | None = None
    said: str = ""
    started: bool = True


class SpoolerSilent(Trouble):
    """The print system does not answer: it is not running, or not there."""


class JobRefused(PrinterGone):
    """The print system answers and will not open a job on this printer."""

    def __init__(self, printer: str, hitch: str, detail: str = "") -> None:
        super().__init__(printer, detail)
        self.hitch = hitch


class Spooler(Protocol):
    """A print system."""

    def open(self, printer: str, title: str) -> Opened:
        """Open a job on ``printer`` ("": the system's own). Nothing prints yet.

        ``title`` is seen by everybody who looks at the queue: no personal data. Raises JobRefused, SpoolerSilent.
        """

    def send(self, job: str, parts: Sequence[bytes]) -> None:
        """Hand over all parts, in their order; from here on they may come out. Raises PrinterGone, SpoolerSilent."""

    def look(self, job: str) -> JobReport:
        """Return how a job stands. Raises SpoolerSilent."""

    def cancel(self, job: str) -> None:
        """Take a job back; one that is over stays as it is. Raises SpoolerSilent."""


class Silent:
    """No print system at all."""

    def open(self, printer: str, title: str) -> Opened:
        raise SpoolerSilent

    def send(self, job: str, parts: Sequence[bytes]) -> None:
        raise SpoolerSilent

    def look(self, job: str) -> JobReport:
        raise SpoolerSilent

    def cancel(self, job: str) -> None:
        raise SpoolerSilent


class OnlyTakes:
    """A print system with one verb. That it took the bytes is all that is ever known, and counts as printed.

    After a crash it knows of no job: whether it came out is asked.
    """

    def __init__(self, take: Take) -> None:
        self._take = take
        self._jobs: dict[str, JobReport] = {}
        self._where: dict[str, tuple[str, str]] = {}

    def open(self, printer: str, title: str) -> Opened:
        job = f"{printer}-{secrets.token_hex(4)}"
        self._where[job] = (printer, title)
        self._jobs[job] = JobReport(JobState.INCOMING, started=False)
        return Opened(job, printer)

    def send(self, job: str, parts: Sequence[bytes]) -> None:
        printer, title = self._where.pop(job)
        for pdf in parts:
            self._take(pdf, printer=printer, title=title)
            self._jobs[job] = JobReport(JobState.PRINTING)
        self._jobs[job] = JobReport(JobState.COMPLETED)

    def look(self, job: str) -> JobReport:
        return self._jobs.get(job) or JobReport(JobState.GONE, Hitch.FORGOTTEN)

    def cancel(self, job: str) -> None:
        report = self._jobs.get(job)
        if report is not None and report.state is not JobState.COMPLETED:
            self._jobs[job] = JobReport(JobState.CANCELLED, Hitch.CANCELLED, started=report.started)
