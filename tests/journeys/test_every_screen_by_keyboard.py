"""Can every screen be worked without a mouse? Tab walks it round and misses nothing; what Tab skips has a key."""

import shutil
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from counter import Counter, Spooler
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from hallclient import wiring
from hallclient.services import practice
from hallclient.ui import theme
from hallclient.ui.catalog import SCREENS
from hallclient.ui.rail import KEYS
from hallclient.ui.shortcuts import SHORTCUTS
from hallclient.ui.tally_pad import TallyPad
from tests.hall import Clock

LONGEST = 150  # controls of one screen
CONTROLS = (QAbstractButton, QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QAbstractItemView, QAbstractSpinBox)
# Which key does it, where features.md appendix D promises one.
APPENDIX_D = {
    "F1": "rule",
    "F2": "tally",
    "F3": "find",
    "F4": "repeat",
    "F5": "refresh",
    "F6": "into_application",
    "F7": "preview",
    "F8": "print",
    "F9": "explain",
    "F10": "interim_sheet",
    "Ctrl+F10": "close_day",
    "F11": "hand_over",
    "F12": "curtain",
    "Ctrl+Return": "save",
    "Return": "next_field",
    "Ctrl+G": "go_to",
    "Ctrl+Z": "undo",
    "Esc": "back",
}


TODAY = datetime(2026, 3, 2, 15, 0)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A day that has records of every kind."""
    folder = tmp_path_factory.mktemp("practice")
    wiring.make_practice(folder, now=Clock(TODAY))
    return folder


@pytest.fixture
def practised(qapp: QApplication, store: Path, tmp_path: Path) -> Iterator[Counter]:
    shutil.copytree(store, tmp_path / "store")
    clock = Clock(TODAY + timedelta(minutes=5))
    hall = wiring.open_hall(tmp_path / "store", user=practice.USER, password=practice.PASSWORD, now=clock)
    theme.apply(qapp, dark=False)
    counter = Counter(hall, clock, printer=Spooler())
    yield counter
    counter.close()


def opened(counter: Counter, screen_id: str) -> QWidget:
    number = counter.hall.finder.find("的", limit=50, by=counter.hall.clerk)
    application = next(hit.number for hit in number if hit.kind.value == "application")
    counter.window.open_screen(screen_id, application if screen_id == "application_file" else None)
    counter.settle()
    counter.window.activateWindow()
    QTest.qWaitForWindowActive(counter.window)
    screen: QWidget = counter.screen
    return screen


def tabbed(key: str) -> list[QWidget]:
    """Press the key until the focus comes round; return where it stood. Fails on a trap."""
    start = QApplication.focusWidget()
    assert start is not None, "nothing has the focus"
    seen = [start]
    for _ in range(LONGEST):
        QTest.keySequence(seen[-1], key)
        QApplication.processEvents()
        at = QApplication.focusWidget()
        assert at is not None, f"the focus is lost after {seen[-1].objectName()} {seen[-1].accessibleName()}"
        if at is start:
            return seen
        assert at not in seen, f"{key} is caught at {type(at).__name__} {at.accessibleName() or at.objectName()}"
        seen.append(at)
    raise AssertionError(f"{key} never comes round")


def standing(screen: QWidget) -> list[QWidget]:
    """Return the controls a mouse could use: shown, enabled, not a part of another control."""
    return [
        control
        for kind in CONTROLS
        for control in screen.findChildren(kind)
        if control.isVisible() and control.isEnabled() and not _part(control, screen)
    ]


def _part(control: QWidget, screen: QWidget) -> bool:
    parent = control.parentWidget()
    while parent is not None and parent is not screen:
        if isinstance(parent, CONTROLS):
            return True
        parent = parent.parentWidget()
    return False


def has_key(control: QWidget) -> bool:
    """Tell whether a key does what the control does: its action's, the one it shows, a digit on the tally pad."""
    if isinstance(control, QAbstractButton):
        if isinstance(control.parentWidget(), TallyPad) and control.text()[:1].isdigit():
            return True
        if not control.shortcut().isEmpty() or any(not action.shortcut().isEmpty() for action in control.actions()):
            return True
        action = getattr(control, "action", None)
        if action is not None and not callable(action) and not action.shortcut().isEmpty():
            return True
        shown = f"{control.text()} {control.toolTip()}"
        return any(key in shown for key in ("Ctrl+", "Alt+", "Esc", *(f"F{number}" for number in range(1, 13))))
    return False


@pytest.mark.parametrize("screen_id", [entry.id for entry in SCREENS])
def test_tab_walks_the_screen_round_both_ways_and_misses_nothing(practised: Counter, screen_id: str) -> None:
    screen = opened(practised, screen_id)
    there, back = tabbed("Tab"), tabbed("Shift+Tab")
    assert set(there) == set(back)
    reached = {id(widget) for widget in there} | {id(widget.focusProxy()) for widget in there if widget.focusProxy()}
    missed = [
        f"{type(control).__name__} {control.accessibleName() or control.objectName()}"
        for control in standing(screen)
        if id(control) not in reached
        and not any(control.isAncestorOf(widget) for widget in there)
        and not _in_group(control, there)
        and not has_key(control)
    ]
    assert not missed


def _in_group(control: QWidget, there: list[QWidget]) -> bool:
    # Of buttons that exclude each other Tab reaches the one that is set; the arrows reach its neighbours.
    if not isinstance(control, QAbstractButton):
        return False
    if control.group() is not None:
        return any(member in there for member in control.group().buttons())
    return control.autoExclusive() and any(
        isinstance(widget, QAbstractButton) and widget.autoExclusive() and widget.parent() is control.parent()
        for widget in there
    )


@pytest.mark.parametrize("screen_id", [entry.id for entry in SCREENS])
def test_whoever_has_the_focus_can_be_seen(practised: Counter, screen_id: str) -> None:
    opened(practised, screen_id)
    for widget in tabbed("Tab"):
        assert widget.isVisible()
        assert widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        assert widget.rect().isValid()
        assert practised.window.rect().contains(widget.mapTo(practised.window, QPoint(0, 0))) or _scrolled(widget)


def _scrolled(widget: QWidget) -> bool:
    widget.setFocus()
    QApplication.processEvents()
    QApplication.processEvents()
    return widget.visibleRegion().boundingRect().isValid()


def test_every_screen_on_the_rail_has_a_number(practised: Counter) -> None:
    railed = [entry.id for entry in SCREENS if entry.rail]
    assert len(railed) <= len(KEYS)
    for key, screen_id in zip(KEYS, railed, strict=False):
        practised.press(f"Ctrl+{key}")
        assert practised.screen is practised.window.screen_of(screen_id)


def test_the_key_map_is_the_one_promised() -> None:
    keys = {key: entry.id for entry in SHORTCUTS if entry.id != "open" for key in entry.keys}
    assert {key: keys.get(key) for key in APPENDIX_D} == APPENDIX_D
