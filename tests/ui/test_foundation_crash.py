"""Our own mistakes: drafts kept, a reference number, a log without persons; from any thread, and once at a time."""

import logging
import re
import sys
import threading
from collections.abc import Iterator
from datetime import datetime

import pytest
from PySide6.QtCore import QCoreApplication, QTimer

from hallclient.ui.crash import CrashHook
from hallclient.ui.jobs import Jobs

PERSON = "张三丰 110105194912310021"


class Crashes:
    def __init__(self) -> None:
        self.told: list[str] = []
        self.kept = 0
        self.in_thread: list[threading.Thread] = []
        self.then: list[Exception] = []
        self.hook = CrashHook(now=lambda: datetime(2026, 3, 2, 9, 5, 7), keep_drafts=self._keep)
        self.hook.told.connect(self.told.append)

    def _keep(self) -> None:
        self.kept += 1
        self.in_thread.append(threading.current_thread())
        if self.then:
            raise self.then.pop()


@pytest.fixture
def crashes(qapp: object) -> Iterator[Crashes]:
    made = Crashes()
    made.hook.install()
    yield made
    made.hook.remove()


def _fail(what: str = PERSON) -> None:
    secret = what  # a value in a frame: it must not reach the log either
    raise ValueError(secret)


@pytest.mark.expects_log("E0302-090507 ValueError")
def test_a_mistake_in_a_slot_keeps_the_drafts_and_says_so(
    crashes: Crashes, qtbot, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.ERROR):
        QTimer.singleShot(0, _fail)
        qtbot.waitUntil(lambda: crashes.told != [])
    assert crashes.kept == 1
    assert re.search(r"编号 E0302-090507，草稿已保留", crashes.told[0])
    assert "_fail" in caplog.text
    assert "test_foundation_crash.py" in caplog.text


@pytest.mark.expects_log("ValueError")
def test_the_log_names_no_one(crashes: Crashes, qtbot, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.ERROR):
        QTimer.singleShot(0, _fail)
        qtbot.waitUntil(lambda: crashes.told != [])
    written = "".join(record.getMessage() for record in caplog.records)
    for part in PERSON.split():
        assert part not in written.replace(f'PERSON = "{PERSON}"', "")


@pytest.mark.expects_log("ValueError")
def test_a_mistake_in_a_thread_is_told_on_the_window_thread(crashes: Crashes, qtbot) -> None:
    worker = threading.Thread(target=_fail)
    worker.start()
    worker.join()
    qtbot.waitUntil(lambda: crashes.told != [])
    assert crashes.in_thread == [threading.main_thread()]


@pytest.mark.expects_log("ZeroDivisionError")
def test_a_mistake_in_a_job_reaches_the_hook(crashes: Crashes, qtbot) -> None:
    jobs = Jobs()
    jobs.run(lambda: 1 // 0)
    qtbot.waitUntil(lambda: crashes.told != [])
    jobs.shutdown()
    assert crashes.kept == 1


@pytest.mark.expects_log("ValueError")
@pytest.mark.expects_log("drafts not kept: OSError")
def test_a_crash_while_keeping_drafts_is_logged_and_the_clerk_is_told(crashes: Crashes, qtbot) -> None:
    crashes.then = [OSError("disk")]
    QTimer.singleShot(0, _fail)
    qtbot.waitUntil(lambda: crashes.told != [])
    assert len(crashes.told) == 1


@pytest.mark.expects_log("ValueError")
def test_a_crash_while_handling_one_does_not_start_again(qapp: object, qtbot) -> None:
    depth: list[int] = []
    told: list[str] = []

    def keep() -> None:
        depth.append(1)
        QTimer.singleShot(0, _fail)
        for _ in range(5):  # a dialog or a slow journal lets events through
            QCoreApplication.processEvents()

    hook = CrashHook(now=lambda: datetime(2026, 3, 2), keep_drafts=keep)
    hook.told.connect(told.append)
    hook.install()
    try:
        QTimer.singleShot(0, _fail)
        qtbot.waitUntil(lambda: told != [])
    finally:
        hook.remove()
    assert (len(depth), len(told)) == (1, 1)


def test_ctrl_c_still_ends_the_program(crashes: Crashes, monkeypatch: pytest.MonkeyPatch) -> None:
    ended: list[type[BaseException]] = []
    monkeypatch.setattr(crashes.hook, "_before", (lambda kind, *_: ended.append(kind), threading.excepthook))
    sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert ended == [KeyboardInterrupt]
    assert crashes.told == []


def test_the_hooks_are_given_back(qapp: object) -> None:
    before = (sys.excepthook, threading.excepthook)
    hook = CrashHook(now=datetime.now, keep_drafts=lambda: None)
    hook.install()
    assert sys.excepthook != before[0]
    hook.remove()
    assert (sys.excepthook, threading.excepthook) == before
