"""How does a screen ask a desk for something without standing still? Work on a lane, the answer on the window thread.

Each lane is one thread, so work of one lane happens in the order it was asked for and a slow hub never delays the
counter. After a success every screen hears which topics have changed and asks again for what it shows.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING, Any, TypeVar

import shiboken6
from PySide6.QtCore import QObject, Qt, Signal, Slot

from hallclient.domain.refusal import Refusal
from hallclient.foundation.trouble import Trouble
from hallclient.ui.garbage import GarbageKeeper

if TYPE_CHECKING:
    from concurrent.futures import ThreadPoolExecutor

T = TypeVar("T")


class Topic(Enum):
    """What may have changed: screens listen for the topics they show."""

    ENQUIRIES = auto()
    APPLICATIONS = auto()
    DOCUMENTS = auto()
    DAYS = auto()
    COUNTERS = auto()
    DISPUTES = auto()
    CATALOGUE = auto()
    CODES = auto()
    CALENDARS = auto()
    CLERKS = auto()
    SETTINGS = auto()
    DRAFTS = auto()
    BACKUPS = auto()
    OUTBOX = auto()
    REFERENCE_TEXTS = auto()


@dataclass(frozen=True, slots=True)
class _Answer:
    value: Any
    problem: Exception | None
    then: Callable[[Any], None] | None
    failed: Callable[[Exception], None] | None
    touches: frozenset[Topic]
    initiator: object


class Jobs(QObject):
    """Runs work away from the window thread. Lives as long as the main window; ``shutdown`` ends it.

    ``changed(topics, initiator)`` follows every success that touches something. ``refused(problem)`` carries a
    Refusal or Trouble nobody else took: the window shows its sentence. Any other exception, whether from the work
    or from a callback, reaches the crash hook. ``busy(bool)`` tells when work starts and when all of it is done.
    """

    changed = Signal(object, object)
    refused = Signal(object)
    busy = Signal(bool)
    _arrived = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lanes: dict[str, ThreadPoolExecutor] = {}
        self._waiting = 0
        self._closed = False
        self._garbage = GarbageKeeper(self)
        self._arrived.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    @property
    def idle(self) -> bool:
        """Whether nothing runs and every answer has been delivered."""
        return self._waiting == 0

    @property
    def closed(self) -> bool:
        """Whether it has been shut down and takes nothing more."""
        return self._closed

    def run(
        self,
        work: Callable[[], T],
        *,
        then: Callable[[T], None] | None = None,
        failed: Callable[[Exception], None] | None = None,
        touches: Iterable[Topic] = (),
        lane: str = "local",
        initiator: object = None,
    ) -> None:
        """Run ``work`` on ``lane`` and hand what it returns to ``then`` on the window thread.

        ``failed`` takes a Refusal or Trouble; without it the window shows the sentence. ``touches`` is broadcast
        after success, when ``then`` has run. Call from the window thread only. After
        ``shutdown`` nothing more is accepted: the call is a bug and raises RuntimeError.
        """
        if self._closed:
            raise RuntimeError("the jobs have been shut down")
        if lane not in self._lanes:
            from concurrent.futures import ThreadPoolExecutor  # the first work comes after the first paint

            self._lanes[lane] = ThreadPoolExecutor(max_workers=1, thread_name_prefix=f"lane-{lane}")
        frozen = frozenset(touches)
        self._waiting += 1
        if self._waiting == 1:
            self.busy.emit(True)

        def carry() -> None:
            try:
                answer = _Answer(work(), None, then, failed, frozen, initiator)
            except Exception as problem:  # delivered, never swallowed: _deliver raises what nobody takes
                answer = _Answer(None, problem, then, failed, frozen, initiator)
            self._arrived.emit(answer)

        self._lanes[lane].submit(carry)

    @Slot(object)
    def _deliver(self, answer: _Answer) -> None:
        self._waiting -= 1
        if self._waiting == 0:
            self.busy.emit(False)
        if self._closed:
            return
        if answer.problem is None:
            if answer.then is not None and _alive(answer.then):
                answer.then(answer.value)
            if answer.touches:
                self.changed.emit(answer.touches, answer.initiator)
        elif not isinstance(answer.problem, Refusal | Trouble):
            raise answer.problem
        elif answer.failed is None:
            self.refused.emit(answer.problem)
        elif _alive(answer.failed):
            answer.failed(answer.problem)

    def shutdown(self) -> None:
        """Wait for everything asked for, end the threads. Answers still on their way are not delivered."""
        self._closed = True
        for lane in self._lanes.values():
            lane.shutdown(wait=True)
        self._lanes.clear()
        self._garbage.stop()


def _alive(callback: Callable[[Any], None]) -> bool:
    """Whether the widget behind a bound method still exists: a closed dialog no longer waits for its answer."""
    owner = getattr(callback, "__self__", None)
    return not isinstance(owner, QObject) or shiboken6.isValid(owner)
