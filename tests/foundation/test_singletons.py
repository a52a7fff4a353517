"""None, True and False survive the binding that loses their references."""

import subprocess
import sys

import pytest

from hallclient.foundation import singletons

CALLS = 20_000  # three times what ended the interpreter
CASES = {
    "a call that returns nothing": (
        "from PySide6.QtCore import QObject\nit = QObject(); call = lambda: it.setObjectName('x')"
    ),
    "a signal emitted": (
        "from PySide6.QtCore import QObject, Signal\n"
        "class Sender(QObject):\n    told = Signal()\n"
        "it = Sender(); call = lambda: it.told.emit()"
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_qt_may_be_called_for_a_whole_day(case: str) -> None:
    program = f"import hallclient.ui\n{CASES[case]}\nfor _ in range({CALLS}): call()\nprint('still here')"

    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)

    assert done.stdout.strip() == "still here", done.stderr
    assert done.returncode == 0


def test_keeping_them_twice_changes_nothing_more() -> None:
    assert singletons.keep()
    before = sys.getrefcount(NotImplemented)
    assert singletons.keep()
    assert abs(sys.getrefcount(NotImplemented) - before) < 64


def test_a_test_process_keeps_them_where_no_window_is() -> None:
    assert min(map(sys.getrefcount, (None, True, False, NotImplemented))) > 1 << 28
