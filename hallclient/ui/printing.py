"""How does paper come out? Preview, the queue with the printer of each kind, what became of it, or a file instead.

What is previewed, stored and printed is one string of bytes. CUPS gets them as they are and tells how the job stands;
where there is none (Windows) the pages are drawn on the chosen printer. "Save as PDF" is always offered.
"""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from hallclient.domain.refusal import Refusal
from hallclient.domain.register.issued import PrintState, ReprintNeedsReason
from hallclient.domain.register.permissions import Clerk, Permission
from hallclient.domain.register.print_queue import QueuedPrint, QueueState
from hallclient.foundation import files, settings
from hallclient.foundation.cups import Cups, has_cups
from hallclient.foundation.spool import OnlyTakes, Spooler
from hallclient.foundation.trouble import Trouble
from hallclient.ui.ask_dialog import AskDialog
from hallclient.ui.fields import TextField
from hallclient.ui.forms import Form
from hallclient.ui.jobs import Jobs, Topic
from hallclient.ui.language import translate
from hallclient.ui.messages import sentence
from hallclient.ui.preview_dialog import Paper, PreviewDialog
from hallclient.ui.print_drawing import draw
from hallclient.ui.print_words import asked
from hallclient.ui.printer_names import printer_words
from hallclient.ui.sheet_printing import LANE, LOOK_MS, SheetPrinter
from hallclient.ui.shortcuts import key_text

Send = Callable[..., None]


class PrintDesk:
    """The real ``context.Printing``: issued documents go through the print queue, sheets straight to the printer.

    ``spooler`` is the machine's when none is given; ``send`` stands for a print system that only takes (tests).
    """

    def __init__(
        self,
        hall: Any,
        clerk: Clerk,
        jobs: Jobs,
        *,
        say: Callable[[str], None],
        complain: Callable[[str], None],
        send: Send | None = None,
        spooler: Spooler | None = None,
    ) -> None:
        self._hall, self._clerk, self._jobs = hall, clerk, jobs
        self._say, self._complain = say, complain
        taking = send or (None if has_cups() else draw)
        self.spooler: Spooler = spooler or (OnlyTakes(taking) if taking is not None else Cups())
        self._sheets = SheetPrinter(hall.data, jobs, self.spooler, say=say, complain=complain, not_sent=self._not_sent)
        self._asking = False
        self._watch = QTimer(jobs)
        self._watch.setInterval(LOOK_MS)
        self._watch.timeout.connect(self._look)
        self._may = clerk.may(Permission.ISSUE_DOCUMENT)
        if self._may:
            hall.print_queue.spooler = self.spooler

    def start(self) -> None:
        """See what an earlier run left in the queue; nothing is printed by itself."""
        if self._may:
            queue, clerk = self._hall.print_queue, self._clerk
            self._jobs.run(lambda: queue.recover(by=clerk), then=self._go_on, touches=[Topic.DOCUMENTS], lane=LANE)

    def stop(self, then: Callable[[], None]) -> None:
        """Ask after nothing any more, and call ``then`` when nobody asks: the hall is about to close."""
        self._watch.stop()
        self._sheets.stop()
        self._jobs.run(lambda: None, then=lambda _none: then(), lane=LANE)

    def preview(self, pdf: bytes, *, title: str, kind: str, document_id: int | None = None) -> None:
        """Show the bytes in a window of their own; Enter or F8 prints, Esc goes back."""
        paper = Paper(pdf, title, kind, document_id)
        dialog = PreviewDialog(_window(), paper)
        dialog.print_wished.connect(lambda: self.print(pdf, title=title, kind=kind, document_id=document_id))
        dialog.save_wished.connect(lambda: self._choose_file(dialog, paper))
        dialog.open()

    def print(self, pdf: bytes, *, title: str, kind: str, document_id: int | None = None) -> None:
        """Print on the printer remembered for this kind, else on the system's default."""
        if document_id is None:
            self._sheets.print(Paper(pdf, title, kind))
        else:
            self.print_all([document_id])

    # -- issued documents -----------------------------------------------------------------------------------------

    def print_all(
        self, document_ids: Sequence[int], *, printer: str | None = None, copies: int = 1, reason: str = ""
    ) -> None:
        """Put issued documents into the print queue in their order, and send them.

        ``printer`` None: each kind on its own. When one of them came out before, the reason is asked for, once.
        """
        hall, clerk = self._hall, self._clerk

        def work() -> object:
            return hall.print_queue.enqueue(
                document_ids,
                printers=settings.load(hall.data).printers,
                printer=printer,
                copies=copies,
                reason=reason,
                by=clerk,
            )

        def refused(problem: Exception) -> None:
            if isinstance(problem, ReprintNeedsReason):
                self._ask_reason(
                    lambda why: self.print_all(document_ids, printer=printer, copies=copies, reason=why),
                    does=translate("printing", "打印"),
                )
            else:
                self._complain(sentence(problem))

        self._jobs.run(work, then=lambda _rows: self.send_waiting(), failed=refused, touches=[Topic.DOCUMENTS])

    def send_waiting(self) -> None:
        """Send whatever waits in the queue."""
        queue, clerk = self._hall.print_queue, self._clerk

        def work() -> list[QueuedPrint]:
            found = []
            while (row := queue.send_next(by=clerk)) is not None:
                found.append(row)
            return found

        self._jobs.run(work, then=self._told, failed=self._stuck, touches=[Topic.DOCUMENTS], lane=LANE)

    def _stuck(self, problem: Exception) -> None:
        """The queue could not be sent (a full disk): what waits is watched, so that it does not wait without a word."""
        self._complain(sentence(problem))
        self._watch.start()

    def _told(self, rows: Sequence[QueuedPrint]) -> None:
        """Say what became of prints: what went well in one line, and before it what did not."""
        wrong = [row for row in rows if row.needs_eyes]
        sent = [row for row in rows if row.state in (QueueState.SENT, QueueState.PRINTED) and not row.needs_eyes]
        if wrong:
            row = wrong[0]
            told = f"{row.title} {row.number}　{asked(row)}"
            if len(wrong) > 1:
                told = translate("printing", "{0} 份文书没有打印好，第一份：{1}").format(len(wrong), told)
            key = key_text("print_queue")
            self._complain(translate("printing", "{0}（{1} 打印队列）").format(told, key))
        elif len(sent) == 1:
            row = sent[0]
            text = (
                translate("printing", "已打印：{0}（{1}）")
                if row.state is QueueState.PRINTED
                else translate("printing", "已送打印：{0}（{1}）")
            )
            self._say(text.format(f"{row.title} {row.number}", printer_words(row.printer)))
        elif sent:
            self._say(translate("printing", "已送打印：{0} 份文书").format(len(sent)))
        self._go_on(rows)

    def _go_on(self, rows: Sequence[QueuedPrint]) -> None:
        if any(row.state is QueueState.SENT for row in rows):
            self._watch.start()

    def _look(self) -> None:
        """Ask the print system after everything that is on its way."""
        if self._asking or self._jobs.closed:
            return
        self._asking = True
        queue, clerk = self._hall.print_queue, self._clerk

        def work() -> tuple[tuple[QueuedPrint, ...], bool]:
            changed = queue.follow(by=clerk)
            return changed, any(row.state is QueueState.SENT or row.under_way for row in queue.rows())

        self._jobs.run(work, then=lambda found: self._looked(*found), failed=self._not_looked, lane=LANE)

    def _looked(self, changed: Sequence[QueuedPrint], left: bool) -> None:
        self._asking = False
        if not left:
            self._watch.stop()
        if changed:
            self._told(changed)
            self._jobs.changed.emit(frozenset({Topic.DOCUMENTS}), self)

    def _not_looked(self, problem: Exception) -> None:
        self._asking = False
        self._watch.stop()
        self._complain(sentence(problem))

    # -- asking ---------------------------------------------------------------------------------------------------

    def _not_sent(self, paper: Paper) -> None:
        """A sheet stands in no register and waits in no queue: it is shown again, to be saved instead."""
        self.preview(paper.pdf, title=paper.title, kind=paper.kind)

    def _ask_reason(self, again: Callable[[str], None], *, does: str) -> None:
        form = Form([TextField("reason", translate("printing", "补打原因"), required=True, wide=True)], columns=1)
        dialog = AskDialog(
            _window(),
            title=translate("printing", "补打"),
            does=does,
            body=form,
            forms=(form,),
            told=translate("printing", "文书已经打印过，再出一份会附补打说明页，并记入打印记录。"),
        )

        def sent(told: AskDialog) -> None:
            told.accept()
            again(form.values()["reason"])

        dialog.sends(sent)
        form.focus_first()

    # -- saving ---------------------------------------------------------------------------------------------------

    def save_as(self, pdf: bytes, *, title: str, kind: str, document_id: int | None = None) -> None:
        """Ask for a file and write the bytes to it."""
        self._choose_file(_window(), Paper(pdf, title, kind, document_id))

    def _choose_file(self, parent: QWidget | None, paper: Paper) -> None:
        dialog = QFileDialog(parent, translate("printing", "存为 PDF"), f"{paper.kind}.pdf", "PDF (*.pdf)")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("pdf")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda path: self.save(paper, Path(path)))
        dialog.open()

    def save(self, paper: Paper, path: Path, reason: str = "") -> None:
        """Write the bytes to a file and log that a copy was handed over as one; a further copy needs its reason too."""
        hall, clerk = self._hall, self._clerk

        def work() -> None:
            pdf = paper.pdf
            if paper.document_id is not None:
                pdf = hall.documents.job(paper.document_id, reason=reason, by=clerk).pdf
            files.write(path, pdf)
            if paper.document_id is not None:
                try:
                    hall.documents.printed(
                        paper.document_id, printer="", state=PrintState.SAVED, by=clerk, reason=reason
                    )
                except (Refusal, Trouble):
                    path.unlink(missing_ok=True)  # no copy leaves that the log does not know
                    raise
                hall.print_queue.saved(paper.document_id, by=clerk)

        self._jobs.run(
            work,
            then=lambda _none: self._say(translate("printing", "已存为 {0}").format(path.name)),
            failed=lambda problem: self._not_saved(paper, path, problem),
            touches=[Topic.DOCUMENTS] if paper.document_id is not None else [],
            lane=LANE,
        )

    def _not_saved(self, paper: Paper, path: Path, problem: Exception) -> None:
        if isinstance(problem, ReprintNeedsReason):
            self._ask_reason(lambda why: self.save(paper, path, why), does=translate("printing", "存为 PDF"))
        else:
            self._complain(sentence(problem))


def _window() -> QWidget | None:
    """Return the window a dialog belongs over. Never one that is closing: it would take the dialog along."""
    in_front = (QApplication.activeModalWidget(), QApplication.activeWindow(), *QApplication.topLevelWidgets())
    windows = (Qt.WindowType.Window, Qt.WindowType.Dialog)
    return next((w for w in in_front if w is not None and w.isVisible() and w.windowType() in windows), None)
