"""What just happened, and is anything the matter with printing or reporting? The one line under every screen."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy

from hallclient.ui import theme
from hallclient.ui.context import Context
from hallclient.ui.fields import restyle
from hallclient.ui.hub_indicator import HubIndicator
from hallclient.ui.print_indicator import PrintIndicator
from hallclient.ui.screen import Elided


class StatusBar(QFrame):
    """``said`` holds the sentence; ``prints`` and ``reporting`` hide while there is nothing to tell."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.setProperty("bar", "status")
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.L, theme.S, theme.L, theme.S)
        self.said = Elided()
        self.said.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.said.setAccessibleName(self.tr("刚才"))
        self.prints, self.reporting = PrintIndicator(context), HubIndicator(context)
        row.addWidget(self.said, 1)
        row.addWidget(self.prints)
        row.addWidget(self.reporting)

    def tell(self, what: str, *, problem: bool) -> None:
        """Show a sentence; a problem is marked and coloured."""
        self.said.setText(f"⚠ {what}" if problem else what)
        for part in (self, self.said):
            part.setProperty("tone", "danger" if problem else "")
            restyle(part)
