"""A clerk who has no mouse: goes to a field by Tab, answers dialogs by Enter, and the papers he tears off."""

from typing import Any

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from hallclient.wiring import Hall
from tests.hall import Clock
from tests.window import Desk

PATIENCE = 80  # controls between here and the field one wants; more means Tab never gets there


class Spooler:
    """The machine's print system: keeps what it was sent."""

    def __init__(self) -> None:
        self.sent: list[bytes] = []

    def __call__(self, pdf: bytes, *, printer: str, title: str) -> None:
        self.sent.append(pdf)


class Counter(Desk):
    """The desk, by keyboard alone."""

    def __init__(self, hall: Hall, clock: Clock, *, printer: Spooler) -> None:
        super().__init__(hall, clock, printer=printer)
        self.printed = printer.sent

    def press(self, *keys: str) -> None:
        """Press keys; the answer to what was typed is waited for, too."""
        super().press(*keys)
        if QApplication.activeModalWidget() is None and not self.window.isActiveWindow():
            self.window.activateWindow()
            QTest.qWaitForWindowActive(self.window)

    def go(self, name: str) -> None:
        """Go to a field by Tab."""
        for _ in range(PATIENCE):
            if self._stands_at(name):
                return
            QTest.keySequence(self._target(), "Tab")
            QApplication.processEvents()
        raise AssertionError(f"Tab never reaches the field {name}")

    def put(self, **texts: str) -> None:
        """Go to each field and type its text."""
        for name, text in texts.items():
            self.go(name)
            self.type(text)

    @property
    def dialog(self) -> Any:
        """The dialog that is open, if any."""
        return QApplication.activeModalWidget()

    def _stands_at(self, name: str) -> bool:
        widget: QWidget | None = QApplication.focusWidget()
        while widget is not None:
            if widget.objectName() == name:
                return True
            widget = widget.parentWidget()
        return False
