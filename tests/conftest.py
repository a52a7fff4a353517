"""What must every test leave behind? No warning, no Qt complaint, no thread, no window, no file of the clerk's.

The environment is set before anything imports Qt. The machine's zone is deliberately far from the hall's: business
time is Asia/Shanghai whatever the machine says, and a slip shows at once.
"""

import atexit
import gc
import logging
import os
import shutil
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

_HOME = tempfile.mkdtemp(prefix="hallclient-tests-")
atexit.register(shutil.rmtree, _HOME, ignore_errors=True)

os.environ["QT_QPA_PLATFORM"] = "offscreen"  # one platform, so that pictures are equal to the pixel everywhere
os.environ["HALLCLIENT_HOME"] = _HOME
os.environ["TZ"] = "America/St_Johns"
os.environ["LC_ALL"] = "C.UTF-8"
for _name in ("QT_SCALE_FACTOR", "QT_SCREEN_SCALE_FACTORS", "QT_STYLE_OVERRIDE", "HALLCLIENT_PASSWORD", "LANGUAGE"):
    os.environ.pop(_name, None)
if hasattr(time, "tzset"):
    time.tzset()

# Qt's own complaints: its test plugin collects them (qInstallMessageHandler); these are the harmless ones.
QT_MAY_SAY = (
    r"This plugin does not support propagateSizeHints\(\)",
    r"This plugin does not support raise\(\)",
    r"This plugin does not support grabbing the keyboard",
)
THREADS_MAY_TAKE = 3.0  # seconds to come home after the last test of a module


def pytest_addoption(parser: pytest.Parser) -> None:
    group = parser.getgroup("hallclient")
    group.addoption(
        "--keep-home", action="store_true", help="keep and name the folder the tests used as HALLCLIENT_HOME"
    )


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "expects_log(text): a log record with this text may be a warning or worse")
    if config.getoption("--keep-home"):
        atexit.unregister(shutil.rmtree)
        print(f"HALLCLIENT_HOME={_HOME}")


@pytest.fixture(scope="session", autouse=True)
def _one_application(request: pytest.FixtureRequest) -> Iterator[None]:
    """There is one application object in a process: made here, before a command with ``--lang`` makes a lesser one.

    With it come the guards of ``hallclient.ui``: pytest's Qt plugin calls Qt around each test, also where no window is
    (some thousand tests later the process ended while it was leaving, "deallocating None"), and the threads of a store
    or of the test runner must not collect what a window left behind.
    """
    from PySide6.QtWidgets import QApplication

    from hallclient.foundation import singletons

    singletons.keep()
    if "benchmark" not in request.config.option.markexpr:
        gc.disable()

    application = QApplication.instance() or QApplication([])
    yield
    del application


@pytest.fixture(scope="session", autouse=True)
def _quick_keys(request: pytest.FixtureRequest) -> None:
    """A password's key is slow on purpose, 0.2 s a time; the stores of tests are worth a guesser's millisecond.

    Each slot keeps its own cost, so everything else is as at the counter. Benchmarks pay the real price.
    """
    if "benchmark" not in request.config.option.markexpr:
        from hallclient.storage import keys

        keys.KDF.update(memory_kib=64, time=1, lanes=1)


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    for item in items:
        if _heavy(item):
            item.add_marker(pytest.mark.slow)
        if "benchmarks" in item.path.parts:
            item.add_marker(pytest.mark.benchmark)
        if item.get_closest_marker("qt_log_level_fail") is None:
            item.add_marker(pytest.mark.qt_log_level_fail("WARNING"))
        item.add_marker(pytest.mark.qt_log_ignore(*QT_MAY_SAY))
    if "benchmark" in config.option.markexpr:
        return
    asked_for = [item for item in items if item.get_closest_marker("benchmark") is None]
    if len(asked_for) < len(items):
        config.hook.pytest_deselected(items=[item for item in items if item.get_closest_marker("benchmark")])
        items[:] = asked_for


def _heavy(item: pytest.Item) -> bool:
    """A whole window and a real server take half of all the time: the quick half drives the windows of ``journeys``
    and reports to hubs in a file."""
    fixtures: list[str] = getattr(item, "fixturenames", [])
    chosen = getattr(getattr(item, "callspec", None), "params", {}).values()
    return "cluster" in fixtures or "server" in chosen or ("ui" in item.path.parts and "stores" in fixtures)


def pytest_collection_finish() -> None:
    """What was imported until now stays: the collector, called after each test, need not look through it again."""
    gc.collect()
    gc.freeze()


class _Warnings(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(record)


@pytest.fixture(autouse=True)
def _no_unexpected_warning(request: pytest.FixtureRequest) -> Iterator[None]:
    """A log record of WARNING or worse fails the test, unless ``@pytest.mark.expects_log("text")`` announced it."""
    handler = _Warnings()
    logging.getLogger().addHandler(handler)
    try:
        yield
    finally:
        logging.getLogger().removeHandler(handler)
    expected = [mark.args[0] for mark in request.node.iter_markers("expects_log")]
    surprises = [
        f"{record.name}: {record.getMessage()}"
        for record in handler.records
        if not any(text in record.getMessage() for text in expected)
    ]
    assert not surprises, "logged unexpectedly:\n" + "\n".join(surprises)


@pytest.fixture(autouse=True)
def _mother_tongue() -> Iterator[None]:
    """A language a test spoke is not the next test's: texts are compared in Simplified Chinese."""
    yield
    language = sys.modules.get("hallclient.ui.language")
    core = sys.modules.get("PySide6.QtCore")
    if language is None or core is None or core.QLocale().name() == "zh_CN":
        return
    if (application := core.QCoreApplication.instance()) is not None:
        language.use(application, "zh_CN")


@pytest.fixture(autouse=True)
def _no_window_left() -> Iterator[None]:
    """A window still on the screen after its test would get the next test's keys."""
    yield
    widgets = sys.modules.get("PySide6.QtWidgets")
    if widgets is None or widgets.QApplication.instance() is None:
        return
    left = [window for window in widgets.QApplication.topLevelWidgets() if window.isVisible()]
    names = [f"{type(window).__name__} {window.windowTitle()!r}" for window in left]
    for window in left:
        window.hide()
        window.deleteLater()
    assert not names, "windows left open: " + ", ".join(names)


@pytest.fixture(autouse=True)
def _garbage_on_this_thread() -> Iterator[None]:
    """What Python would have collected meanwhile, on whichever thread."""
    yield
    from hallclient.ui.garbage import collect

    collect()


@pytest.fixture(autouse=True, scope="module")
def _no_thread_left() -> Iterator[None]:
    """Threads are counted for a module, not for a test: a store that a module's tests share starts its own lazily."""
    before = set(threading.enumerate())
    yield
    until = time.monotonic() + THREADS_MAY_TAKE
    while left := [thread for thread in threading.enumerate() if thread not in before]:
        if time.monotonic() > until:
            pytest.fail("threads left running: " + ", ".join(sorted(thread.name for thread in left)))
        left[0].join(timeout=0.05)


@pytest.fixture
def home() -> Path:
    """The data folder of this test run; never the clerk's own."""
    return Path(_HOME)
