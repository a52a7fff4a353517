"""What is left of a closed window is thrown away on the window's thread: elsewhere it would end the program."""

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from hallclient.foundation.trouble import DiskFull
from hallclient.ui.garbage import EVERY_MS, collect
from hallclient.ui.jobs import Jobs


class Left:
    """A cycle, as a closed screen leaves one behind, that remembers where it was thrown away."""

    def __init__(self, graves: list[str]) -> None:
        self.graves, self.me, self.thing = graves, self, QObject()

    def __del__(self) -> None:
        self.graves.append(threading.current_thread().name)


@pytest.fixture
def jobs(qapp: QApplication) -> Iterator[Jobs]:
    jobs = Jobs()
    yield jobs
    jobs.shutdown()


def allocate() -> int:
    """Make enough for Python to look for garbage, were it left to itself."""
    kept: list[object] = [[place] for place in range(200_000)]
    return len(kept)


def settle(jobs: Jobs) -> None:
    while not jobs.idle:
        QTest.qWait(1)


def test_a_lane_throws_nothing_away(jobs: Jobs) -> None:
    graves: list[str] = []
    for _ in range(50):
        Left(graves)

    jobs.run(allocate)
    settle(jobs)
    assert graves == []

    kept = [[place] for place in range(5_000)]
    QTest.qWait(EVERY_MS * 2)
    assert len(kept) == 5_000
    assert len(graves) == 50, "it is thrown away soon all the same"
    assert set(graves) == {threading.main_thread().name}


class Dialog(QObject):
    """What nothing holds any more but the question that was asked; it remembers where it was thrown away."""

    def __init__(self, graves: list[str]) -> None:
        super().__init__()
        self.graves = graves

    def __del__(self) -> None:
        self.graves.append(threading.current_thread().name)


def answer(_dialog: Dialog, *, fails: bool) -> Dialog:
    if fails:
        raise DiskFull
    return _dialog


@pytest.mark.parametrize("fails", [False, True], ids=["answered", "refused"])
def test_a_lane_that_lets_go_late_destroys_no_dialog(jobs: Jobs, fails: bool) -> None:
    graves: list[str] = []
    delivered = threading.Event()
    # Runs on the lane, which has told its answer and is not done yet.
    jobs._arrived.connect(lambda _answer: delivered.wait(10), Qt.ConnectionType.DirectConnection)

    def ask() -> None:
        dialog = Dialog(graves)
        jobs.run(
            lambda: answer(dialog, fails=fails),
            then=lambda _value: dialog.setObjectName("answered"),
            failed=lambda _problem: dialog.setObjectName("refused"),
            initiator=dialog,
        )

    ask()
    settle(jobs)
    delivered.set()
    jobs.shutdown()

    assert graves == [threading.main_thread().name]


def test_no_other_thread_collects_when_the_lanes_are_gone(qapp: QApplication) -> None:
    """A store's checkpoints, a hub's visit: they end after the window whose garbage lies about."""
    graves: list[str] = []
    Jobs().shutdown()
    for _ in range(50):
        Left(graves)

    other = threading.Thread(target=allocate)
    other.start()
    other.join()
    assert graves == []

    kept = [[place] for place in range(5_000)]
    collect()
    assert len(kept) == 5_000
    assert set(graves) == {threading.main_thread().name}
