"""How does paper come out where no print system takes a PDF (Windows)? The pages are drawn on the desktop's printer."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt

from hallclient.foundation.trouble import PrinterGone

DRAWN_AT = 300  # dots per inch


def draw(pdf: bytes, *, printer: str, title: str) -> None:
    """Draw the pages on a printer of the desktop, "" its own. Raises PrinterGone."""
    from PySide6.QtCore import QRectF, QSize  # not needed before the first print
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


def desktop_printers() -> tuple[str, ...]:
    """Return the printers the desktop knows: where CUPS cannot be asked, it answers."""
    from PySide6.QtPrintSupport import QPrinterInfo

    return tuple(str(name) for name in list(QPrinterInfo.availablePrinterNames()))
