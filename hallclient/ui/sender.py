"""Who sends sealed days by themselves? A timer on the hub's lane: the counter never waits, and nothing is said unless
something came back."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QTimer

from hallclient.domain.figures.sending import Pushed
from hallclient.ui.jobs import Jobs, Topic
from hallclient.ui.language import translate

EVERY_MS = 20_000  # how often it is asked whether something is due; the back-off itself is the outbox's
LANE = "hub"


class Sender(QObject):
    """Asks every few seconds whether a packet is due, and sends what is."""

    def __init__(self, parent: QObject, hall: Any, jobs: Jobs, complain: Callable[[str], None]) -> None:
        super().__init__(parent)
        self._hall, self._jobs, self._complain = hall, jobs, complain
        self._busy = False
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY_MS)
        self._timer.timeout.connect(self.look)
        if hall.sync is not None:
            self._timer.start()

    def look(self) -> None:
        """Send what is due now, unless a round is under way."""
        sync, clerk, now = self._hall.sync, self._hall.clerk, self._hall.now
        if self._busy or sync is None or not sync.access.url():
            return
        self._busy = True

        def work() -> Pushed | None:
            due = sync.next_at()
            return sync.push(by=clerk) if due is not None and due <= now() else None

        self._jobs.run(work, then=self._told, failed=lambda _problem: self._rest(), touches=(Topic.OUTBOX,), lane=LANE)

    def _told(self, pushed: Pushed | None) -> None:
        self._rest()
        if pushed is not None and pushed.returned:
            self._complain(translate("hub", "中心库退回 {0} 份日结数据，请到“报送”查看原因。").format(pushed.returned))

    def _rest(self) -> None:
        self._busy = False
