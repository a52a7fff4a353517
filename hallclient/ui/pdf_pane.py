"""How does a letter look inside a dialog? Its pages, as wide as the room, scrolled with the keys."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtWidgets import QVBoxLayout, QWidget

LEAST = 320  # pixels, in which a line of print can still be read


class PdfPane(QWidget):
    """Shows one PDF, page under page."""

    def __init__(self, name: str) -> None:
        from PySide6.QtPdf import QPdfDocument  # not needed before the first letter
        from PySide6.QtPdfWidgets import QPdfView

        super().__init__()
        # The view draws on a thread of its own and Qt deletes in the order of making: view, document, bytes.
        self.view = QPdfView(self)
        self.document = QPdfDocument(self)
        self._buffer = QBuffer(self)
        self.view.setDocument(self.document)
        self.view.setPageMode(QPdfView.PageMode.MultiPage)
        self.view.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        self.view.setAccessibleName(name)
        self.setMinimumWidth(LEAST)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.view)

    def show_pdf(self, pdf: bytes) -> None:
        """Show these bytes."""
        self.document.close()
        self._buffer.close()
        self._buffer.setData(QByteArray(pdf))  # its own copy, that lives as long as the document reads it
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self.document.load(self._buffer)
