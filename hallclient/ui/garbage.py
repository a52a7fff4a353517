"""On which thread is garbage thrown away? On the window's, for as long as work runs on lanes beside it.

Python collects cycles on whichever thread happens to allocate next. What is left of a closed window or dialog are such
cycles, and a Qt object that is destroyed away from its thread ends the program: a lane reading rows would do it.
"""

import gc

from PySide6.QtCore import QObject, QTimer

EVERY_MS = 300


class GarbageKeeper(QObject):
    """Takes the collecting over from Python, for good: other threads live on when the window and its lanes are gone."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY_MS)
        self._timer.timeout.connect(collect)
        self._timer.start()

    def stop(self) -> None:
        """No lane runs any more, the program ends: what is thrown away now, the system takes back as a whole."""
        self._timer.stop()


def collect() -> None:
    """Do what Python would do now: the oldest generation whose count has passed its threshold."""
    counts, thresholds = gc.get_count(), gc.get_threshold()
    for generation in (2, 1, 0):
        if counts[generation] > thresholds[generation]:
            gc.collect(generation)
            return
