"""Where does a clerk read how it is done? The manual, in the window, by F1 where a field has no rule of its own."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QDialog, QTextBrowser, QVBoxLayout, QWidget

from hallclient.foundation.paths import RESOURCES
from hallclient.ui import theme
from hallclient.ui.language import translate


class HandbookDialog(QDialog):
    """Shows ``resources/handbook/user.md``; Esc goes back. It is written in Chinese, as the documents are."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(translate("handbook", "使用说明"))
        self.page = QTextBrowser()
        self.page.setAccessibleName(translate("handbook", "使用说明"))
        self.page.setOpenLinks(False)
        self.page.document().setMarkdown(
            (RESOURCES / "handbook" / "user.md").read_text("utf-8"),
            QTextDocument.MarkdownFeature.MarkdownDialectGitHub | QTextDocument.MarkdownFeature.MarkdownNoHTML,
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.M, theme.M, theme.M, theme.M)
        layout.addWidget(self.page)
        self.resize(min(760, parent.width() - theme.L * 2), max(320, parent.height() - theme.L * 4))
