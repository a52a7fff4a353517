"""The main window in tests: the real one, on a real store, driven by keys as a clerk drives it."""

import time
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from hallclient.foundation.spool import Spooler
from hallclient.ui import theme
from hallclient.ui.context import Context, Printing
from hallclient.ui.jobs import Jobs
from hallclient.ui.main_window import MainWindow
from hallclient.ui.printing import PrintDesk, Send
from hallclient.wiring import Hall
from tests.hall import Clock, Stores

PATIENCE = 30.0  # seconds


class Paper:
    """A printer that keeps what it was given."""

    def __init__(self, hall: Any = None) -> None:
        self._hall = hall
        self.shown: list[tuple[str, bytes]] = []
        self.printed: list[tuple[str, bytes]] = []

    def preview(self, pdf: bytes, *, title: str, kind: str, **_more: Any) -> None:
        self.shown.append((kind, pdf))

    def print(self, pdf: bytes, *, title: str, kind: str, **_more: Any) -> None:
        self.printed.append((kind, pdf))

    def print_all(self, document_ids: Iterable[int], **_how: Any) -> None:
        documents = self._hall.documents
        self.printed += [(documents.get(number).kind, documents.stored(number)) for number in document_ids]

    def send_waiting(self) -> None:
        """Nothing waits for this printer."""

    def save_as(self, pdf: bytes, *, title: str, kind: str, **_more: Any) -> None:
        self.shown.append((kind, pdf))


class Desk:
    """A clerk at his window: presses keys, types, waits until the answer is there."""

    def __init__(
        self, hall: Hall, clock: Clock, *, printer: Send | None = None, spooler: Spooler | None = None
    ) -> None:
        """``printer`` takes what the real printing sends, ``spooler`` is a whole print system; without either
        ``paper`` stands in for the whole printing."""
        self.hall, self.clock = hall, clock
        self.paper = Paper(hall)
        self.jobs = Jobs()
        self.refused: list[Exception] = []
        self.jobs.refused.connect(self.refused.append)
        printing: Printing = self.paper
        if printer is not None or spooler is not None:
            how: Any = {"say": self._say, "complain": self._complain, "send": printer, "spooler": spooler}
            printing = PrintDesk(hall, hall.clerk, self.jobs, **how)
        self.printing: Any = printing
        context = Context(hall=hall, clerk=hall.clerk, jobs=self.jobs, today=hall.today, printing=printing)
        self.window = MainWindow(
            context, unlock=hall.clerks.check_password, find=partial(hall.finder.find, by=hall.clerk)
        )
        self.window.resize(1366, 768)
        self.window.show()
        self.window.activateWindow()
        QTest.qWaitForWindowActive(self.window)
        self.settle()

    @property
    def screen(self) -> Any:
        return self.window.current

    @property
    def status(self) -> str:
        return self.window.status.text()

    def press(self, *keys: str) -> None:
        """Press keys as they are written on the key card: ``press("Ctrl+Return")``."""
        for key in keys:
            QTest.keySequence(self._target(), key)
            self.settle()

    def type(self, text: str) -> None:
        """Type text where the focus is."""
        target = self._target()
        if text.isascii():
            QTest.keyClicks(target, text)
        else:
            target.insert(text) if hasattr(target, "insert") else target.insertPlainText(text)  # type: ignore[attr-defined]
        self.settle()

    def focused(self) -> QWidget | None:
        return QApplication.focusWidget()

    def settle(self) -> None:
        """Wait until nothing runs any more and every answer was shown."""
        QApplication.processEvents()
        until = time.monotonic() + PATIENCE
        while not self.jobs.idle:
            assert time.monotonic() < until, "a desk did not answer"
            time.sleep(0.001)  # QTest.qWait would keep Python's lock from the lanes
            QApplication.processEvents()
        QApplication.processEvents()

    def close(self) -> None:
        self.window.close()
        self.jobs.shutdown()
        self.window.deleteLater()
        # Now, not at some later turn of the loop: all its widgets would be dressed again by the next test's theme.
        QApplication.sendPostedEvents(self.window, QEvent.Type.DeferredDelete.value)
        QApplication.processEvents()
        self.hall.close()

    def _say(self, what: str) -> None:
        self.window.say(what)

    def _complain(self, what: str) -> None:
        self.window.complain(what)

    def _target(self) -> QWidget:
        popup = QApplication.activePopupWidget() or QApplication.activeModalWidget()
        if popup is None and not self.window.isActiveWindow():
            self.window.activateWindow()  # what a window manager does when a dialog closes
            QTest.qWaitForWindowActive(self.window)
        return (popup.focusWidget() or popup) if popup is not None else QApplication.focusWidget() or self.window


@pytest.fixture(scope="session")
def stores(tmp_path_factory: pytest.TempPathFactory) -> Stores:
    return Stores(tmp_path_factory.mktemp("template"))


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def desk(qapp: QApplication, stores: Stores, tmp_path: Path, clock: Clock) -> Iterator[Desk]:
    theme.apply(qapp, dark=False)
    desk = Desk(stores.hall(tmp_path / "store", clock), clock)
    yield desk
    desk.close()


def rows_of(view: Any, text: Callable[[Any], Any]) -> list[Any]:
    """Return what ``text`` says of each row a list shows."""
    return [text(row) for row in view.rows_model.rows()]
