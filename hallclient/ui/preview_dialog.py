"""How does a paper look before it is printed? The stored bytes, page under page, and what can be done with them."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from hallclient.ui import theme
from hallclient.ui.language import translate


@dataclass(frozen=True, slots=True)
class Paper:
    """What is to be shown or printed; ``document_id`` None for a sheet that is no issued document."""

    pdf: bytes
    title: str
    kind: str
    document_id: int | None = None


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
    QShortcut(QKeySequence(key), dialog).activated.connect(lambda: does())
