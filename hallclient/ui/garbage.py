"""On which thread is garbage thrown away? On the window's, for as long as work runs on lanes beside it.

Python collects cycles on whichever thread happens to allocate next. What is left of a closed window or dialog are such
cycles, and a Qt object that is destroyed away from its thread ends the program: a lane reading rows would do it.
"""

import gc

from PySide6.QtCore import QObject, QTimer

EVERY_MS = 300
_keepers: set["GarbageKeeper"] = set()


class GarbageKeeper(QObject):
    """Takes the collecting over from Python; ``stop`` gives it back when the last keeper stops."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        _keepers.add(self)
        gc.disable()
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY_MS)
        self._timer.timeout.connect(collect)
        self._timer.start()

    def stop(self) -> None:
        """Let Python collect again where it likes: no lane runs any more."""
        self._timer.stop()
        _keepers.discard(self)
        if not _keepers:
            gc.enable()


def collect() -> None:
    """Do what Python would do now: the oldest generation whose count has passed its threshold."""
    counts, thresholds = gc.get_count(), gc.get_threshold()
    for generation in (2, 1, 0):
        if counts[generation] > thresholds[generation]:
            gc.collect(generation)
            return
