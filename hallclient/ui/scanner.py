"""Was that a hand or a scanner? A number that arrives at once, with Enter, opens its record wherever the focus is.

A keyboard-wedge scanner types what it reads. Nobody types fifteen signs at this pace, so a burst that spells a register
number and ends with Enter is a scan: what it left in a field is taken away again, and Enter goes no further.
"""

from collections.abc import Callable
from time import monotonic

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from hallclient.domain.register.numbers import RegisterNumber
from hallclient.ui.find_box import KIND_OF
from hallclient.ui.main_window import MainWindow
from hallclient.ui.typed import fold

PACE = 0.05  # seconds between two signs of a scanner, at the most
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Scanner(QObject):
    """Watches all keys of the application; ``clock`` gives seconds, tests pass their own."""

    def __init__(self, app: QApplication, window: MainWindow, *, clock: Callable[[], float] = monotonic) -> None:
        super().__init__(window)
        self._window, self._clock = window, clock
        self._burst, self._last = "", 0.0
        app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # A key is offered to the window first and then to the widget: it is counted where it arrives.
        if (
            event.type() != QEvent.Type.KeyPress
            or not isinstance(event, QKeyEvent)
            or watched is not (QApplication.focusWidget() or self._window)
        ):
            return False
        now = self._clock()
        if now - self._last > PACE:
            self._burst = ""
        self._last = now
        if event.key() in _ENTER:
            return self._ended(watched)
        if event.text() and event.text().isprintable():
            self._burst += event.text()
        return False

    def _ended(self, watched: QObject) -> bool:
        burst, self._burst = self._burst, ""
        number = RegisterNumber.read(fold(burst))
        if number is None or self._window.locked or watched is self._window.find_box.edit:
            return False  # the find box knows numbers itself
        if isinstance(watched, QWidget):
            _take_away(watched, burst)
        self._window.open_record(KIND_OF[number.series], str(number))
        return True


def _take_away(field: QWidget, burst: str) -> None:
    """Take what the scanner typed out of the field it typed into."""
    if isinstance(field, QLineEdit):
        before = field.text()[: field.cursorPosition()]
        if before.endswith(burst):
            field.setSelection(len(before) - len(burst), len(burst))
            field.del_()
    elif isinstance(field, QPlainTextEdit):
        caret = field.textCursor()
        start = caret.position() - len(burst)
        if start >= 0:
            caret.setPosition(start, QTextCursor.MoveMode.KeepAnchor)
            if caret.selectedText() == burst:
                caret.removeSelectedText()
