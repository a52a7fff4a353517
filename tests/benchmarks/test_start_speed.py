"""How long does a clerk wait at the start? From the start of the process to the first paint, and from Enter to rows.

Both are whole processes, the bare one an empty QMainWindow; they take turns. The store's libraries are loaded
while the clerk types his password, so Enter is pressed when that is done.
"""

import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from argon2.low_level import Type, hash_secret_raw

from hallclient import wiring
from hallclient.services import practice
from hallclient.storage.keys import KDF

MOST = 1.5
TIMES = 12
Measured = Callable[..., None]

# The empty window any PySide6 program starts with: QtCore's Qt and a timer, a QMainWindow that tells when it is painted
# (one turn of the event loop later).
BARE = """
import sys, time
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
class Window(QMainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        QTimer.singleShot(0, self.done)
    def done(self):
        print(time.monotonic(), flush=True)
        app.exit(0)
app = QApplication(sys.argv)
window = Window()
window.resize(1280, 720)
window.show()
app.exec()
"""
LOGIN = """
import os, sys, time
from hallclient import app as program
class Shell(program.Shell):
    def show(self):
        from PySide6.QtCore import QEvent, QObject, QTimer
        class Watch(QObject):
            def eventFilter(self, watched, event):
                if event.type() == QEvent.Type.Paint and not asked:
                    asked.append(True)
                    QTimer.singleShot(0, done)
                return False
        asked = []
        def done():
            print(time.monotonic(), flush=True)
            os._exit(0)
        self.watch = Watch()
        self.app.installEventFilter(self.watch)
        super().show()
program.Shell = Shell
from hallclient.__main__ import main
main([])
"""
ENTER = """
import os, sys, time
from hallclient import app as program
class Shell(program.Shell):
    def show(self):
        from PySide6.QtCore import QTimer
        super().show()
        self.timer = QTimer()
        self.timer.timeout.connect(self.look)
        self.timer.start(1)
        self.pressed = None
    def look(self):
        from PySide6.QtCore import QTimer
        from PySide6.QtTest import QTest
        if self.pressed is None:
            if self.jobs.idle and self.page.isVisible():
                self.page.user.setText(sys.argv[2])
                self.page.box.edit.setText(sys.argv[3])
                self.page.box.edit.setFocus()
                self.pressed = time.monotonic()
                QTest.keyClick(self.page.box.edit, "\\r")
            return
        board = getattr(getattr(self.page, "current", None), "list", None)
        if board is not None and board.rows_model.rowCount() and board.isVisible():
            self.timer.stop()
            board.viewport().repaint()
            print(time.monotonic() - self.pressed, flush=True)
            os._exit(0)
program.Shell = Shell
program.run(data=sys.argv[1], lang="zh_CN")
"""


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    data = tmp_path_factory.mktemp("start") / "practice"
    wiring.make_practice(data)
    return data


def test_the_login_is_painted_soon_after_a_bare_window(store: Path, measured: Measured) -> None:
    ours, floor = _best(lambda: _painted(LOGIN, home=store), lambda: _painted(BARE))

    measured("process start to the login painted / a bare PySide6 window", ours=ours, floor=floor, most=MOST, digits=0)


def test_rows_stand_on_the_screen_soon_after_the_password(store: Path, measured: Measured) -> None:
    given = str(store), practice.USER, practice.PASSWORD
    ours, floor, argon2 = _best(lambda: float(_said(ENTER, *given)), lambda: _painted(BARE), _argon2)

    measured(
        f"Enter to rows, less argon2's {argon2 * 1e3:.0f} ms / a bare window",
        ours=ours - argon2,
        floor=floor,
        most=MOST,
        digits=0,
    )


def _best(*works: Callable[[], float]) -> list[float]:
    """Return the best time of each, taken in turns: what other programs take away is nobody's."""
    rounds = [[work() for work in works] for _ in range(TIMES + 1)]
    return [min(times) for times in zip(*rounds[1:], strict=True)]


def _argon2() -> float:
    before = time.perf_counter()
    hash_secret_raw(
        b"practice-1",
        b"0123456789abcdef",
        time_cost=KDF["time"],
        memory_cost=KDF["memory_kib"],
        parallelism=KDF["lanes"],
        hash_len=32,
        type=Type.ID,
    )
    return time.perf_counter() - before


def _painted(script: str, *, home: Path | None = None) -> float:
    """Return the seconds from the start of a process to what it says was its first paint."""
    start = time.monotonic()
    return float(_said(script, home=home)) - start


def _said(script: str, *args: str, home: Path | None = None) -> str:
    where = {} if home is None else {"HALLCLIENT_HOME": str(home)}
    done = subprocess.run(
        [sys.executable, "-c", script, *args], capture_output=True, text=True, timeout=60, env={**os.environ, **where}
    )
    assert done.stdout.strip(), done.stderr
    return done.stdout.strip().splitlines()[-1]
