"""How does a screen ask a desk for something without standing still? Work on a lane, the answer on the window thread.

Each lane is one thread, so work of one lane happens in the order it was asked for and a slow hub never delays the
counter. After a success every screen hears which topics have changed and asks again for what it shows.

What was asked for stays with the window's thread, and a lane knows its number: work and callbacks hold dialogs, and a
dialog whose last reference goes away on a lane is destroyed there, which ends the program.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import Enum, auto
from itertools import count
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


@dataclass(slots=True)
class _Asked:
    work: Callable[[], Any]
    then: Callable[[Any], None] | None
    failed: Callable[[Exception], None] | None
    touches: frozenset[Topic]
    initiator: object
    value: Any = None
    problem: Exception | None = None


class Jobs(QObject):
    """Runs work away from the window thread. Lives as long as the main window; ``shutdown`` ends it.

    ``changed(topics, initiator)`` follows every success that touches something. ``refused(problem)`` carries a
    Refusal or Trouble nobody else took: the window shows its sentence. Any other exception, whether from the work
    or from a callback, reaches the crash hook. ``busy(bool)`` tells when work starts and when all of it is done.
    """

    changed = Signal(object, object)
    refused = Signal(object)
    busy = Signal(bool)
    _arrived = Signal(object)  # the number: an int of Qt would end at 2³¹

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lanes: dict[str, ThreadPoolExecutor] = {}
        self._numbers = count()
        self._asked: dict[int, _Asked] = {}
        self._closed = False
        self._garbage = GarbageKeeper(self)
        self._arrived.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    @property
    def idle(self) -> bool:
        """Whether nothing runs and every answer has been delivered."""
        return not self._asked

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
        number = next(self._numbers)
        self._asked[number] = _Asked(work, then, failed, frozenset(touches), initiator)
        if len(self._asked) == 1:
            self.busy.emit(True)
        self._lanes[lane].submit(self._carry, number)

    def _carry(self, number: int) -> None:
        """Do what was asked for, on a lane, and keep hold of nothing of it once the window hears of it."""
        asked = self._asked[number]
        try:
            asked.value = asked.work()
        except Exception as problem:  # delivered, never swallowed: _deliver raises what nobody takes
            asked.problem = problem
        del asked
        self._arrived.emit(number)

    @Slot(object)
    def _deliver(self, number: int) -> None:
        asked = self._asked.pop(number)
        if not self._asked:
            self.busy.emit(False)
        if self._closed:
            return
        if asked.problem is None:
            if asked.then is not None and _alive(asked.then):
                asked.then(asked.value)
            if asked.touches:
                self.changed.emit(asked.touches, asked.initiator)
        elif not isinstance(asked.problem, Refusal | Trouble):
            raise asked.problem
        elif asked.failed is None:
            self.refused.emit(asked.problem)
        elif _alive(asked.failed):
            asked.failed(asked.problem)

    def shutdown(self) -> None:
        """Wait for everything asked for, end the threads. Answers still on their way are not delivered."""
        self._closed = True
        for lane in self._lanes.values():
            lane.shutdown(wait=True)
        self._lanes.clear()
        self._garbage.stop()


def _alive(callback: Callable[[Any], None]) -> bool:
    """Whether the widget an answer is for still exists: a closed dialog no longer waits for its answer."""
    owner = _owner(callback)
    return not isinstance(owner, QObject) or shiboken6.isValid(owner)


def _owner(callback: Any) -> object:
    """Return whose method this is, or in whose method this lambda was written."""
    method = getattr(callback, "func", callback)  # inside of a partial
    if hasattr(method, "__self__"):
        return method.__self__
    names = method.__code__.co_freevars if hasattr(method, "__code__") else ()
    return method.__closure__[names.index("self")].cell_contents if "self" in names else None
