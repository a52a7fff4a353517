"""How does paper come out? Preview, printer remembered for each kind, stored bytes handed over, the outcome logged.

What is previewed, stored and printed is one string of bytes. On Linux they go to the print system as they are; where
there is none (Windows) the pages are drawn on the chosen printer. "Save as PDF" is always offered.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from hallclient.domain.refusal import Refusal
from hallclient.domain.register.issued import PrintState, ReprintNeedsReason
from hallclient.domain.register.permissions import Clerk
from hallclient.foundation import files, settings, spool
from hallclient.foundation.trouble import PrinterGone, Trouble
from hallclient.ui import theme
from hallclient.ui.ask_dialog import AskDialog
from hallclient.ui.fields import TextField
from hallclient.ui.forms import Form
from hallclient.ui.jobs import Jobs, Topic
from hallclient.ui.language import translate
from hallclient.ui.messages import sentence

Send = Callable[..., None]
DRAWN_AT = 300  # dots per inch where pages are drawn instead of handed over
LANE = "printer"  # a printer that does not answer must not delay the counter


@dataclass(frozen=True, slots=True)
class Paper:
    """What is to be shown or printed; ``document_id`` None for a sheet that is no issued document."""

    pdf: bytes
    title: str
    kind: str
    document_id: int | None = None


class PrintDesk:
    """The real ``context.Printing``. ``send`` hands bytes to a printer; tests pass a recorder."""

    def __init__(
        self,
        hall: Any,
        clerk: Clerk,
        jobs: Jobs,
        *,
        say: Callable[[str], None],
        complain: Callable[[str], None],
        send: Send | None = None,
    ) -> None:
        self._hall, self._clerk, self._jobs = hall, clerk, jobs
        self._say, self._complain = say, complain
        self._send = send or (spool.send if spool.can_spool() else _draw)

    def preview(self, pdf: bytes, *, title: str, kind: str, document_id: int | None = None) -> None:
        """Show the bytes in a window of their own; Enter or F8 prints, Esc goes back."""
        paper = Paper(pdf, title, kind, document_id)
        dialog = PreviewDialog(_window(), paper)
        dialog.print_wished.connect(lambda: self._print(paper))
        dialog.save_wished.connect(lambda: self._choose_file(dialog, paper))
        dialog.open()

    def print(self, pdf: bytes, *, title: str, kind: str, document_id: int | None = None) -> None:
        """Print on the printer remembered for this kind, else on the system's default."""
        self._print(Paper(pdf, title, kind, document_id))

    # -- printing -------------------------------------------------------------------------------------------------

    def _print(self, paper: Paper, reason: str = "") -> None:
        hall, clerk, send = self._hall, self._clerk, self._send

        def work() -> str:
            printer = settings.load(hall.data).printers.get(paper.kind, "")
            if paper.document_id is None:
                send(paper.pdf, printer=printer, title=paper.kind)
                return printer
            job = hall.documents.job(paper.document_id, reason=reason, by=clerk)
            try:
                if job.slip is not None:
                    send(job.slip, printer=printer, title=f"{paper.kind} copy")
                send(job.pdf, printer=printer, title=paper.kind)
            except PrinterGone:
                hall.documents.printed(
                    paper.document_id, printer=printer, state=PrintState.FAILED, by=clerk, reason=reason
                )
                raise
            hall.documents.printed(paper.document_id, printer=printer, state=PrintState.SENT, by=clerk, reason=reason)
            return printer

        self._jobs.run(
            work,
            then=lambda printer: self._sent(paper, printer),
            failed=lambda problem: self._not_sent(paper, problem),
            touches=[Topic.DOCUMENTS] if paper.document_id is not None else [],
            lane=LANE,
        )

    def _sent(self, paper: Paper, printer: str) -> None:
        where = printer or translate("printing", "系统默认打印机")
        self._say(translate("printing", "已送打印：{0}（{1}）").format(paper.title, where))

    def _not_sent(self, paper: Paper, problem: Exception) -> None:
        if isinstance(problem, ReprintNeedsReason):
            self._ask_reason(paper, lambda reason: self._print(paper, reason), does=translate("printing", "打印"))
        elif isinstance(problem, PrinterGone):
            # Nothing came out and nothing is lost: the paper waits on the board, and can be saved instead.
            self._complain(sentence(problem))
            self.preview(paper.pdf, title=paper.title, kind=paper.kind, document_id=paper.document_id)
        else:
            self._complain(sentence(problem))

    def _ask_reason(self, paper: Paper, again: Callable[[str], None], *, does: str) -> None:
        form = Form([TextField("reason", translate("printing", "补打原因"), required=True, wide=True)], columns=1)
        dialog = AskDialog(
            _window(),
            title=translate("printing", "补打"),
            does=does,
            body=form,
            forms=(form,),
            told=translate("printing", "《{0}》已经打印过，再打一份会记入打印记录。").format(paper.title),
        )

        def sent(asked: AskDialog) -> None:
            asked.accept()
            again(form.values()["reason"])

        dialog.sends(sent)

    # -- saving ---------------------------------------------------------------------------------------------------

    def _choose_file(self, parent: QWidget, paper: Paper) -> None:
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

        self._jobs.run(
            work,
            then=lambda _none: self._say(translate("printing", "已存为 {0}").format(path.name)),
            failed=lambda problem: self._not_saved(paper, path, problem),
            touches=[Topic.DOCUMENTS] if paper.document_id is not None else [],
            lane=LANE,
        )

    def _not_saved(self, paper: Paper, path: Path, problem: Exception) -> None:
        if isinstance(problem, ReprintNeedsReason):
            self._ask_reason(
                paper, lambda reason: self.save(paper, path, reason), does=translate("printing", "存为 PDF")
            )
        else:
            self._complain(sentence(problem))


class PreviewDialog(QDialog):
    """Shows a PDF, page under page. ``print_wished`` on Enter and F8, ``save_wished`` on Ctrl+S."""

    print_wished = Signal()
    save_wished = Signal()

    def __init__(self, parent: QWidget | None, paper: Paper) -> None:
        from PySide6.QtPdf import QPdfDocument  # not needed before the first preview
        from PySide6.QtPdfWidgets import QPdfView

        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(translate("printing", "预览　{0}").format(paper.title))
        self.paper = paper
        # The view draws on a thread of its own and Qt deletes in the order of making: view, document, bytes.
        self.view = QPdfView(self)
        self.document = QPdfDocument(self)
        self._buffer = QBuffer(self)
        self._buffer.setData(QByteArray(paper.pdf))  # its own copy, that lives as long as the document reads it
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self.document.load(self._buffer)
        self.view.setDocument(self.document)
        self.view.setPageMode(QPdfView.PageMode.MultiPage)
        self.view.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        self.view.setAccessibleName(paper.title)
        row = QHBoxLayout()
        row.setSpacing(theme.M)
        for text, does, primary in (
            (translate("printing", "打印  Enter"), self._print, True),
            (translate("printing", "存为 PDF  Ctrl+S"), self.save_wished.emit, False),
            (translate("printing", "关闭  Esc"), self.reject, False),
        ):
            button = QPushButton(text)
            button.setProperty("primary", primary)
            button.setDefault(primary)
            button.setAutoDefault(primary)
            button.clicked.connect(lambda _checked, does=does: does())
            row.addWidget(button)
            if primary:
                self._print_button = button
        row.addStretch(1)
        for key, does in (("F8", self._print), ("Ctrl+S", self.save_wished.emit)):
            _shortcut(self, key, does)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.M, theme.M, theme.M, theme.M)
        layout.setSpacing(theme.M)
        layout.addWidget(self.view, 1)
        layout.addLayout(row)
        room = parent.size() if parent is not None else self.screen().availableSize()
        self.resize(min(760, room.width() - theme.L), max(320, room.height() - theme.L * 2))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._print_button.setFocus()

    def _print(self) -> None:
        self.print_wished.emit()
        self.accept()


def _shortcut(dialog: QDialog, key: str, does: Callable[[], object]) -> None:
    from PySide6.QtGui import QKeySequence, QShortcut

    QShortcut(QKeySequence(key), dialog).activated.connect(lambda: does())


def _window() -> QWidget | None:
    """Return the window a dialog belongs over. Never one that is closing: it would take the dialog along."""
    in_front = (QApplication.activeModalWidget(), QApplication.activeWindow(), *QApplication.topLevelWidgets())
    windows = (Qt.WindowType.Window, Qt.WindowType.Dialog)
    return next((w for w in in_front if w is not None and w.isVisible() and w.windowType() in windows), None)


def _draw(pdf: bytes, *, printer: str, title: str) -> None:
    """Draw the pages on a printer of the desktop: the way where no print system takes a PDF. Raises PrinterGone."""
    from PySide6.QtCore import QRectF, QSize
    from PySide6.QtGui import QImage, QPainter
    from PySide6.QtPdf import QPdfDocument
    from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

    info = QPrinterInfo.printerInfo(printer) if printer else QPrinterInfo.defaultPrinter()
    if info.isNull():
        raise PrinterGone(printer)
    target = QPrinter(info)
    target.setResolution(DRAWN_AT)
    target.setFullPage(True)
    target.setDocName(title)
    buffer = QBuffer()
    buffer.setData(QByteArray(pdf))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document = QPdfDocument()
    document.load(buffer)
    painter = QPainter()
    if not painter.begin(target):
        raise PrinterGone(printer)
    for page in range(document.pageCount()):
        if page:
            target.newPage()
        size = document.pagePointSize(page) * (DRAWN_AT / 72)
        drawn = document.render(page, QSize(round(size.width()), round(size.height())))
        paper = QImage(drawn.size(), QImage.Format.Format_RGB32)
        paper.fill(Qt.GlobalColor.white)  # pages come with a transparent ground
        on_paper = QPainter(paper)
        on_paper.drawImage(0, 0, drawn)
        on_paper.end()
        painter.drawImage(QRectF(painter.viewport()), paper)
    painter.end()


def remember(data: Path, kind: str, printer: str) -> None:
    """Remember the printer for one kind of paper. Raises DiskFull, FolderNotWritable."""
    before = settings.load(data)
    settings.save(data, replace(before, printers={**before.printers, kind: printer}))
