"""Is anything the matter with printing? A word in the status line, whatever screen shows; a press leads to it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QToolButton

from hallclient.domain.register.permissions import Permission
from hallclient.domain.register.print_queue import QueuedPrint
from hallclient.ui import theme
from hallclient.ui.context import Context
from hallclient.ui.fields import restyle
from hallclient.ui.jobs import Topic
from hallclient.ui.shortcuts import key_text


class PrintIndicator(QToolButton):
    """Hidden while the queue is empty; ``wished`` when the clerk wants to see it."""

    wished = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.setProperty("rail", True)
        self.setIcon(theme.icon("print"))
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.clicked.connect(lambda _checked=False: self.wished.emit())
        self.hide()
        if context.may(Permission.ISSUE_DOCUMENT):
            context.jobs.changed.connect(self._changed)
            self.ask()

    def ask(self) -> None:
        """Ask how the queue stands."""
        self._context.jobs.run(self._context.hall.print_queue.rows, then=self._show)

    def _changed(self, topics: frozenset[Topic], _initiator: object) -> None:
        if Topic.DOCUMENTS in topics:
            self.ask()

    def _show(self, rows: Sequence[QueuedPrint]) -> None:
        eyes = sum(row.needs_eyes for row in rows)
        text = self.tr("打印待处理 {0} 件").format(eyes) if eyes else self.tr("正在打印 {0} 件").format(len(rows))
        key = key_text("print_queue")
        self.setText(f" {text}  {key}")
        self.setAccessibleName(text)
        self.setAccessibleDescription(key)
        self.setToolTip(text)
        self.setProperty("tone", "danger" if eyes else "")
        restyle(self)
        self.setVisible(bool(rows))
