"""What stands beside the figures? The card of one above the list of checks, for a period and for a year alike."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from hallclient.ui import theme
from hallclient.ui.checks_view import ChecksView
from hallclient.ui.figure_card import FigureCard
from hallclient.ui.screen import card


class FiguresSide(QWidget):
    """``figure`` and ``checks`` under each other; on a low window the page scrolls instead of cutting either off."""

    def __init__(self) -> None:
        super().__init__()
        self.figure, self.checks = FigureCard(), ChecksView()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.M)
        layout.addWidget(card(self.figure), 3)
        layout.addWidget(card(self.checks), 2)
