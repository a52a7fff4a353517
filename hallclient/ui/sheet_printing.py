"""How is a sheet printed that stands in no register (day sheet, hand-over page)? Sent at once, followed to its end."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QTimer

from hallclient.domain.register.print_queue import PrintTrouble
from hallclient.foundation import settings
from hallclient.foundation.spool import Hitch, JobReport, JobState, Opened, Spooler, SpoolerSilent
from hallclient.ui.jobs import Jobs
from hallclient.ui.language import translate
from hallclient.ui.messages import sentence
from hallclient.ui.preview_dialog import Paper
from hallclient.ui.printer_names import printer_words
from hallclient.ui.terms import label

LANE = "printer"  # a printer that does not answer must not delay the counter
LOOK_MS = 1000  # between two questions to the print system
_OVER = (JobState.COMPLETED, JobState.CANCELLED, JobState.ABORTED, JobState.GONE)


class SheetPrinter:
    """Prints sheets on the printer of their kind. ``not_sent(paper)`` when the print system did not take one."""

    def __init__(
        self,
        data: Path,
        jobs: Jobs,
        spooler: Spooler,
        *,
        say: Callable[[str], None],
        complain: Callable[[str], None],
        not_sent: Callable[[Paper], None],
    ) -> None:
        self._data, self._jobs, self._spooler = data, jobs, spooler
        self._say, self._complain, self._not_sent = say, complain, not_sent
        self._on_way: dict[str, str] = {}  # job → what the sheet is called
        self._told: dict[str, Hitch] = {}
        self._asking = False
        self._watch = QTimer(jobs)
        self._watch.setInterval(LOOK_MS)
        self._watch.timeout.connect(self._look)

    def print(self, paper: Paper) -> None:
        """Send a sheet."""
        data, spooler = self._data, self._spooler

        def work() -> tuple[Opened, JobReport | None]:
            opened = spooler.open(settings.load(data).printers.get(paper.kind, ""), paper.kind)
            spooler.send(opened.job, [paper.pdf])
            return opened, _asked(spooler, opened.job)

        def refused(problem: Exception) -> None:
            self._complain(sentence(problem))
            self._not_sent(paper)

        self._jobs.run(work, then=lambda found: self._sent(paper, *found), failed=refused, lane=LANE)

    def stop(self) -> None:
        """Ask after nothing any more."""
        self._watch.stop()

    def _sent(self, paper: Paper, opened: Opened, report: JobReport | None) -> None:
        self._say(translate("printing", "已送打印：{0}（{1}）").format(paper.title, printer_words(opened.printer)))
        self._on_way[opened.job] = paper.title
        self._stands(opened.job, report)
        if self._on_way:
            self._watch.start()

    def _look(self) -> None:
        if self._asking or self._jobs.closed:
            return
        self._asking = True
        spooler, jobs = self._spooler, tuple(self._on_way)
        self._jobs.run(lambda: [(job, _asked(spooler, job)) for job in jobs], then=self._looked, lane=LANE)

    def _looked(self, found: Sequence[tuple[str, JobReport | None]]) -> None:
        self._asking = False
        for job, report in found:
            self._stands(job, report)
        if not self._on_way:
            self._watch.stop()

    def _stands(self, job: str, report: JobReport | None) -> None:
        """Forget a sheet that came out; say once what keeps one back."""
        title = self._on_way.get(job)
        if report is None or title is None:
            return
        if report.state in _OVER:
            del self._on_way[job]
        if report.hitch is not None and self._told.get(job) is not report.hitch:
            self._told[job] = report.hitch
            text = translate("printing", "{0} 没有打印好：{1}。请看一下打印机，需要时重新打印或者存为 PDF。")
            self._complain(text.format(title, label(PrintTrouble(report.hitch))))


def _asked(spooler: Spooler, job: str) -> JobReport | None:
    """Return how a job stands; None when the print system does not answer."""
    try:
        return spooler.look(job)
    except SpoolerSilent:
        return None
