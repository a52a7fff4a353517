"""Work away from the window: in order, answered on the window thread, nothing swallowed, nothing left running."""

import sys
import threading
from collections.abc import Callable, Iterator
from functools import partial

import pytest
import shiboken6
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from hallclient.domain.register.life_refusals import ReasonMissing
from hallclient.foundation.trouble import DiskFull
from hallclient.ui.jobs import Jobs, Topic


@pytest.fixture
def jobs(qapp: object) -> Iterator[Jobs]:
    made = Jobs()
    yield made
    made.shutdown()


def test_work_runs_elsewhere_and_the_answer_comes_home(jobs: Jobs, qtbot) -> None:
    threads: list[threading.Thread] = []
    jobs.run(threading.current_thread, then=lambda worker: threads.extend([worker, threading.current_thread()]))
    qtbot.waitUntil(lambda: jobs.idle)
    assert threads[0] is not threading.main_thread()
    assert threads[1] is threading.main_thread()


def test_a_lane_keeps_the_order_it_was_asked_in(jobs: Jobs, qtbot) -> None:
    done: list[int] = []
    for at in range(50):
        jobs.run(lambda at=at: at, then=done.append)
    qtbot.waitUntil(lambda: jobs.idle)
    assert done == list(range(50))


def test_a_slow_hub_does_not_delay_the_counter(jobs: Jobs, qtbot) -> None:
    hub, done = threading.Event(), []
    jobs.run(hub.wait, lane="hub")
    jobs.run(lambda: "saved", then=done.append)
    qtbot.waitUntil(lambda: done == ["saved"])
    assert not jobs.idle
    hub.set()
    qtbot.waitUntil(lambda: jobs.idle)


def test_what_changed_is_told_once_and_with_its_origin(jobs: Jobs, qtbot) -> None:
    told: list[tuple[frozenset[Topic], object]] = []
    jobs.changed.connect(lambda topics, origin: told.append((topics, origin)))
    screen = QObject()
    jobs.run(lambda: 1, touches=[Topic.ENQUIRIES, Topic.DAYS], initiator=screen)
    jobs.run(lambda: 2)
    qtbot.waitUntil(lambda: jobs.idle)
    assert told == [(frozenset({Topic.ENQUIRIES, Topic.DAYS}), screen)]


@pytest.mark.parametrize("problem", [ReasonMissing(), DiskFull()], ids=["refusal", "trouble"])
def test_a_no_goes_to_who_asked_for_it_and_changes_nothing(jobs: Jobs, qtbot, problem: Exception) -> None:
    heard: list[object] = []
    jobs.changed.connect(lambda *_: heard.append("changed"))
    jobs.refused.connect(lambda _: heard.append("window"))
    jobs.run(lambda: _raise(problem), failed=heard.append, touches=[Topic.DAYS])
    qtbot.waitUntil(lambda: jobs.idle)
    assert heard == [problem]


def test_a_no_nobody_takes_is_shown_by_the_window(jobs: Jobs, qtbot) -> None:
    problem = ReasonMissing()
    with qtbot.waitSignal(jobs.refused) as refused:
        jobs.run(lambda: _raise(problem))
    assert refused.args == [problem]


@pytest.mark.parametrize("where", ["work", "then"])
def test_a_mistake_of_ours_reaches_the_crash_hook(
    jobs: Jobs, qtbot, monkeypatch: pytest.MonkeyPatch, where: str
) -> None:
    caught: list[type[BaseException]] = []
    failed: list[Exception] = []
    monkeypatch.setattr(sys, "excepthook", lambda kind, *_: caught.append(kind))
    wrong = lambda *_: _raise(ZeroDivisionError())  # noqa: E731
    if where == "work":
        jobs.run(wrong, failed=failed.append)
    else:
        jobs.run(lambda: 1, then=wrong)
    qtbot.waitUntil(lambda: caught != [])
    assert caught == [ZeroDivisionError]
    assert failed == []


class Dialog(QWidget):
    """Waits for an answer; ``ways`` are the manners in which a callback is written."""

    def ways(self) -> dict[str, Callable[[object], None]]:
        return {
            "method": self.told,
            "partial": partial(self.told_more, 1),
            "lambda": lambda answer: self.told(answer),
            "lambda of two": lambda answer, more=2: self.told_more(more, answer),
        }

    def told(self, _answer: object) -> None:
        self.setWindowTitle("told")

    def told_more(self, _more: object, _answer: object) -> None:
        self.setWindowTitle("told")


@pytest.mark.parametrize("way", ["method", "partial", "lambda", "lambda of two"])
def test_an_answer_for_a_closed_dialog_is_dropped(jobs: Jobs, qtbot, way: str) -> None:
    dialog, gate = Dialog(), threading.Event()
    jobs.run(gate.wait, then=dialog.ways()[way])

    shiboken6.delete(dialog)
    gate.set()
    qtbot.waitUntil(lambda: jobs.idle)  # qtbot fails the test on an exception in a slot


def test_shutdown_finishes_what_was_asked_for_and_leaves_no_thread(qapp: object) -> None:
    before, saved = set(threading.enumerate()), []
    jobs = Jobs()
    for at in range(20):
        jobs.run(lambda at=at: saved.append(at))
    jobs.shutdown()
    assert saved == list(range(20))
    assert set(threading.enumerate()) <= before
    with pytest.raises(RuntimeError):
        jobs.run(lambda: 1)


def test_busy_is_told_when_work_starts_and_when_all_is_done(jobs: Jobs, qtbot) -> None:
    told: list[bool] = []
    jobs.busy.connect(told.append)
    for _ in range(3):
        jobs.run(lambda: None)
    qtbot.waitUntil(lambda: jobs.idle)
    assert told == [True, False]


def _raise(problem: Exception) -> None:
    raise problem
