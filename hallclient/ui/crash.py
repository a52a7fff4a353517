"""What happens when we made a mistake? A log without persons, a reference number, the drafts kept, and plain words."""

import logging
import sys
import threading
import traceback
from collections.abc import Callable
from datetime import datetime
from types import TracebackType

from PySide6.QtCore import QObject, Qt, Signal

from hallclient.foundation.logs import masked
from hallclient.ui.language import translate

log = logging.getLogger("hallclient.crash")


class CrashHook(QObject):
    """Takes what nobody else took, from any thread. ``told(sentence)`` is shown by the window.

    ``keep_drafts`` runs first: whatever is wrong, what was typed is worth keeping. A crash while handling a crash is
    logged and nothing more.
    """

    told = Signal(str)
    _arrived = Signal(object)

    def __init__(self, *, now: Callable[[], datetime], keep_drafts: Callable[[], None]) -> None:
        super().__init__()
        self._now, self._keep_drafts = now, keep_drafts
        self._busy = False
        self._before = (sys.excepthook, threading.excepthook)
        self._arrived.connect(self._handle, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Take the place of Python's own hooks."""
        sys.excepthook = self._caught
        threading.excepthook = self._caught_in_thread

    def remove(self) -> None:
        """Give Python its hooks back."""
        sys.excepthook, threading.excepthook = self._before

    def _caught(self, kind: type[BaseException], problem: BaseException, where: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            self._before[0](kind, problem, where)
            return
        reference = f"E{self._now():%m%d-%H%M%S}"
        # Names and lines of our code, never values: values can be personal data.
        frames = "".join(traceback.format_tb(where))
        log.error("%s %s\n%s", reference, kind.__name__, masked(frames))
        self._arrived.emit(reference)

    def _caught_in_thread(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            self._caught(args.exc_type, args.exc_value, args.exc_traceback)

    def _handle(self, reference: str) -> None:
        if self._busy:
            return
        self._busy = True
        try:
            self._keep_drafts()
        except Exception as problem:
            log.error("%s drafts not kept: %s", reference, type(problem).__name__)
        finally:
            self._busy = False
        self.told.emit(
            translate("crash", "程序出错，编号 {0}，草稿已保留。请重试；再次出现时请把编号告诉系统管理员。").format(
                reference
            )
        )
