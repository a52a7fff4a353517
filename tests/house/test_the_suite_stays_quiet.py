"""The guards of conftest.py catch what they are there for."""

import os
import time
from pathlib import Path

import pytest

pytest_plugins = ["pytester"]
CONFTEST = Path(__file__).parents[1] / "conftest.py"

CASES = {
    "a warning in the log": (
        "import logging\ndef test_it():\n    logging.getLogger('hall').warning('what is this')",
        "logged unexpectedly",
    ),
    "a thread": (
        "import threading\ndef test_it():\n    threading.Thread(target=threading.Event().wait, daemon=True).start()",
        "threads left running",
    ),
    "a window": (
        "from PySide6.QtWidgets import QWidget\n"
        "def test_it(qapp):\n    global window\n    window = QWidget()\n    window.show()",
        "windows left open",
    ),
    "a complaint of Qt": (
        "from PySide6.QtCore import qWarning\ndef test_it(qapp):\n    qWarning(b'something is wrong')",
        "something is wrong",
    ),
}


@pytest.mark.parametrize("left", CASES)
@pytest.mark.slow
def test_what_a_test_leaves_behind_fails_it(left: str, pytester: pytest.Pytester) -> None:
    source, said = CASES[left]
    pytester.makeconftest(CONFTEST.read_text("utf-8").replace("MAY_TAKE = 3.0", "MAY_TAKE = 0.1"))
    pytester.makepyfile(source)

    result = pytester.runpytest_subprocess("-p", "no:cacheprovider")

    assert result.ret == 1
    assert said in result.stdout.str()


@pytest.mark.slow
def test_an_announced_warning_and_a_closed_window_pass(pytester: pytest.Pytester) -> None:
    pytester.makeconftest(CONFTEST.read_text("utf-8"))
    pytester.makepyfile(
        "import logging, pytest\nfrom PySide6.QtWidgets import QWidget\n"
        "@pytest.mark.expects_log('disk is getting full')\n"
        "def test_it(qtbot):\n"
        "    logging.getLogger('hall').warning('the disk is getting full')\n"
        "    window = QWidget()\n    qtbot.addWidget(window)\n    window.show()\n"
    )

    result = pytester.runpytest_subprocess("-p", "no:cacheprovider")

    result.assert_outcomes(passed=1)


@pytest.mark.slow
def test_benchmarks_run_only_when_asked_for(pytester: pytest.Pytester) -> None:
    pytester.makeconftest(CONFTEST.read_text("utf-8"))
    pytester.makeini("[pytest]\nmarkers = benchmark: measures")
    pytester.makepyfile(
        "import pytest\n@pytest.mark.benchmark\ndef test_speed():\n    pass\ndef test_rule():\n    pass"
    )

    ordinary = pytester.runpytest_subprocess("-p", "no:cacheprovider")
    asked = pytester.runpytest_subprocess("-p", "no:cacheprovider", "-m", "benchmark")

    ordinary.assert_outcomes(passed=1, deselected=1)
    asked.assert_outcomes(passed=1, deselected=1)


def test_the_machine_is_not_the_hall() -> None:
    assert time.strftime("%Z") not in ("CST", "UTC")
    assert "hallclient-tests-" in os.environ["HALLCLIENT_HOME"]
