"""Who sends sealed days by themselves? A timer on the hub's lane: the counter never waits, and nothing is said unless
something came back."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from PySide6.QtCore import QObject, QTimer

from hallclient.domain.figures.sending import Pushed
from hallclient.domain.register.permissions import Permission
from hallclient.ui.jobs import Jobs, Topic
from hallclient.ui.language import translate

EVERY = timedelta(seconds=20)  # at least so often it is asked whether something is due; a packet may have been sealed
SOONEST = timedelta(seconds=1)
LANE = "hub"


class Sender(QObject):
    """Asks again and again whether a packet is due, and sends what is. The back-off itself is the outbox's.

    Each look is one short question to the own store. The network is touched on its own lane, one round at a time.
    """

    def __init__(self, parent: QObject, hall: Any, jobs: Jobs, complain: Callable[[str], None]) -> None:
        super().__init__(parent)
        self._hall, self._jobs, self._complain = hall, jobs, complain
        self._busy = self._stopped = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.look)
        if hall.sync is not None and hall.clerk.may(Permission.SEND_PACKETS):
            self._rest(None)

    def look(self) -> None:
        """Send what is due now, unless a round is under way."""
        sync, clerk, now = self._hall.sync, self._hall.clerk, self._hall.now
        if self._busy or self._stopped or sync is None or self._jobs.closed:
            return
        self._busy = True

        def work() -> tuple[Pushed | None, datetime | None, datetime]:
            if not sync.access.url():
                return None, None, now()
            due = sync.next_at()
            pushed = sync.push(by=clerk) if due is not None and due <= now() else None
            return pushed, sync.next_at(), now()

        def unless_stopped() -> tuple[Pushed | None, datetime | None, datetime]:
            try:
                return work()
            except Exception:
                if self._stopped:  # the store was closed meanwhile; what was claimed is free again in a minute
                    return None, None, now()
                raise

        self._jobs.run(unless_stopped, then=self._told, failed=lambda _problem: self._rest(None), lane=LANE)

    def stop(self) -> None:
        """Send nothing more, and end the round under way: who signs out or closes the program waits for no network."""
        self._timer.stop()
        self._stopped = True
        if self._hall.sync is not None:
            self._hall.sync.access.cut()

    @property
    def wait(self) -> timedelta:
        """How long until the next look."""
        return timedelta(milliseconds=self._timer.interval())

    def _told(self, found: tuple[Pushed | None, datetime | None, datetime]) -> None:
        pushed, due, now = found
        self._rest(None if due is None else due - now)
        if pushed is None:
            return
        self._jobs.changed.emit(frozenset({Topic.OUTBOX}), self)
        if pushed.returned:
            self._complain(translate("hub", "中心库退回 {0} 份日结数据，请到“报送”查看原因。").format(pushed.returned))

    def _rest(self, wanted: timedelta | None) -> None:
        """Wait until the next try is due, at most ``EVERY``."""
        self._busy = False
        if self._stopped:
            return
        wait = EVERY if wanted is None else min(max(wanted, SOONEST), EVERY)
        self._timer.start(round(wait.total_seconds() * 1000))
