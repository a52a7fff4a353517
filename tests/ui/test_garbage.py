"""What is left of a closed window is thrown away on the window's thread: elsewhere it would end the program."""

import gc
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from hallclient.ui.garbage import EVERY_MS
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


def test_python_collects_by_itself_again_when_the_lanes_are_gone(qapp: QApplication) -> None:
    first, second = Jobs(), Jobs()
    assert not gc.isenabled()
    first.shutdown()
    assert not gc.isenabled(), "another window's lanes still run"

    second.shutdown()

    assert gc.isenabled()
