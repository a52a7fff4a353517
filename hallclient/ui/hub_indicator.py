"""How does reporting stand? A word in the status line, whatever screen shows; a press or its key leads to it."""

from datetime import datetime

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QToolButton

from hallclient.domain.figures.sending import Glance
from hallclient.domain.register.permissions import Permission
from hallclient.ui import theme
from hallclient.ui.context import Context
from hallclient.ui.fields import restyle
from hallclient.ui.jobs import Topic
from hallclient.ui.plain import plain_tip
from hallclient.ui.shortcuts import key_text
from hallclient.ui.terms import label

EVERY_MS = 60_000  # an adjustment may have sealed a packet, a minute may have passed until the next try
SHOWS = frozenset({Topic.OUTBOX, Topic.DAYS})


class HubIndicator(QToolButton):
    """Hidden while everything has been taken; coloured only when somebody has to look. ``wished`` to see it."""

    wished = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.glance = Glance()
        self.setProperty("rail", True)
        self.setIcon(theme.icon("hub"))
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(self.tr("报送"))
        self.clicked.connect(lambda _checked=False: self.wished.emit())
        self.hide()
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY_MS)
        self._timer.timeout.connect(self.ask)
        if context.hall.sync is not None and context.may(Permission.SEND_PACKETS):
            context.jobs.changed.connect(self._changed)
            self._timer.start()
            self.ask()

    def ask(self) -> None:
        """Ask how reporting stands: one short question to the own store, never to the network."""
        hall = self._context.hall
        if self._context.jobs.closed:
            return
        self._context.jobs.run(lambda: (hall.sync.glance(), hall.now()), then=lambda found: self._show(*found))

    def _changed(self, topics: frozenset[Topic], _initiator: object) -> None:
        if topics & SHOWS:
            self.ask()

    def _show(self, glance: Glance, at: datetime) -> None:
        self.glance = glance
        told, tip = self._words(glance, at)
        key = key_text("packets")
        wrong = "danger" if glance.needs_eyes else "warn" if glance.stuck(at) else ""
        self.setText(f" {'⚠ ' if wrong else ''}{told}  {key}")
        self.setAccessibleName(told)
        self.setAccessibleDescription(f"{tip} {key}".strip())
        self.setToolTip(plain_tip(tip or told))
        self.setProperty("tone", wrong)
        restyle(self)
        self.setVisible(bool(glance.waiting or glance.returned))

    def _words(self, glance: Glance, at: datetime) -> tuple[str, str]:
        parts, tips = [], []
        if glance.returned:
            parts.append(self.tr("退回 {0} 份").format(glance.returned))
            tips.append(self.tr("中心库退回了数据，请看原因后处理。"))
        if glance.waiting:
            parts.append(self.tr("待报送 {0} 份").format(glance.waiting))
        if glance.why is not None:
            tips.append(label(glance.why))
        if glance.why is not None and glance.next_at is not None and glance.waiting:
            when = f"{glance.next_at:%H:%M}" if glance.next_at.date() == at.date() else f"{glance.next_at:%m-%d %H:%M}"
            parts.append(self.tr("{0} 重试").format(when))
        if glance.stuck(at) and glance.since is not None:
            tips.append(self.tr("最早一份封存于 {0}，已超过一天。").format(f"{glance.since:%Y-%m-%d %H:%M}"))
        return "　".join(parts), " ".join(tips)
