"""What became of every copy of this paper? Its print log: which copy, when, by whom, on which printer, and why."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout

from hallclient.domain.register.issued import IssuedDocument, PrintEntry
from hallclient.ui import theme
from hallclient.ui.cards import card
from hallclient.ui.language import translate
from hallclient.ui.plain import PlainLabel
from hallclient.ui.print_lines import PrintLog
from hallclient.ui.screen import Screen


def show_print_log(screen: Screen, papers: Sequence[IssuedDocument]) -> None:
    """Show the print log of the chosen document over its record."""
    documents, paper = screen.context.hall.documents, papers[0]
    screen.run(lambda: documents.prints(paper.id), then=lambda entries: PrintLogDialog(screen, paper, entries).open())


class PrintLogDialog(QDialog):
    """The log, the last copy on top; Esc goes back."""

    def __init__(self, parent: Screen, paper: IssuedDocument, entries: list[PrintEntry]) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(translate("printing", "打印记录"))
        told = PlainLabel(translate("printing", "{0} {1}：共出 {2} 份").format(paper.title, paper.number, paper.copies))
        told.setWordWrap(True)
        self.log = PrintLog()
        self.log.show_log(entries)
        self.log.selectRow(0)
        buttons = QDialogButtonBox()
        buttons.addButton(translate("printing", "返回"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.L, theme.L, theme.L, theme.M)
        layout.setSpacing(theme.M)
        layout.addWidget(told)
        layout.addWidget(card(self.log), 1)
        layout.addWidget(buttons)
        room = parent.window().size()
        self.resize(min(760, room.width() - theme.L), min(360, room.height() - theme.L))
        self.log.setFocus()
