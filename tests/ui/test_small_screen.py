"""At 200 % on 1366 × 768, and on 960 × 540: what has the focus is seen whole, and nothing lies over anything else."""

from collections.abc import Iterator
from datetime import datetime

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QLabel,
    QLineEdit,
    QTabBar,
    QToolButton,
    QWidget,
)

from hallclient.storage.fence import raise_fence
from hallclient.ui.catalog import SCREENS
from hallclient.ui.screen import Elided
from tests.window import Desk

SIZES = {"200%": QSize(683, 384), "960x540": QSize(960, 540)}
FRAME = 2  # pixels of a field that may be missing before a clerk sees it
ROWS = 48  # pixels of a list's rows: one and its neighbour

pytestmark = pytest.mark.slow


@pytest.fixture(params=list(SIZES.values()), ids=list(SIZES))
def small(request: pytest.FixtureRequest, desk: Desk) -> Desk:
    with desk.hall.office.database.writing() as tx:  # the page of a restored store has fields too
        at = datetime(2026, 3, 1, 9)
        raise_fence(tx, restored_at=at, backup_at=at)
    desk.window.resize(request.param)
    desk.settle()
    return desk


def pages(desk: Desk) -> Iterator[str]:
    """Open every screen, every tab of it, every page of the settings; say where we are."""
    for entry in SCREENS:
        desk.window.open_screen(entry.id)
        desk.settle()
        yield entry.id
        for bar in desk.screen.findChildren(QTabBar):
            for at in range(1, bar.count() if bar.isVisible() else 0):
                bar.setCurrentIndex(at)
                desk.settle()
                yield f"{entry.id} {bar.accessibleName()} {at}"
        if entry.id == "settings":
            shown = desk.screen.list
            for at in range(shown.rows_model.rowCount()):
                shown.setFocus()
                shown.selectRow(at)
                desk.settle()
                yield f"{entry.id} {at}"


def name(widget: QWidget) -> str:
    return f"{type(widget).__name__} {widget.objectName() or widget.accessibleName() or getattr(widget, 'text', str)()}"


def squeezed(desk: Desk) -> list[str]:
    """Return what is lower than its text, or reaches beyond what it stands in."""
    found = []
    for widget in desk.screen.findChildren(QWidget):
        around = widget.parentWidget()
        if not widget.isVisible() or around is None or widget.maximumHeight() == 0:
            continue
        if isinstance(widget, QLabel) and not isinstance(widget, Elided) and widget.text():
            needed = widget.heightForWidth(widget.width()) if widget.wordWrap() else widget.sizeHint().height()
            if widget.height() < needed - FRAME:
                found.append(name(widget))
        elif isinstance(widget, QLineEdit | QAbstractButton) and not isinstance(widget, QToolButton):
            beyond = around.layout() is not None and not around.rect().contains(widget.geometry())
            if beyond or widget.height() < widget.minimumSizeHint().height() - FRAME:
                found.append(name(widget))
    return found


def hidden(widget: QWidget) -> bool:
    """Whether too little is seen of what has the focus: of a list or text some rows are enough."""
    seen, needed = widget.visibleRegion().boundingRect(), widget.size()
    if isinstance(widget, QAbstractItemView):
        return widget.viewport().visibleRegion().boundingRect().height() < ROWS
    if isinstance(widget, QAbstractScrollArea):
        needed = needed.boundedTo(QSize(300, ROWS))
    return seen.height() < needed.height() - FRAME or seen.width() < min(needed.width(), 300) - FRAME


def test_nothing_is_squeezed_and_the_place_where_work_starts_is_seen(small: Desk) -> None:
    wrong = {}
    for where in pages(small):
        small.settle()  # an answer has made widgets, that get their room only now
        focus = small.focused()
        if found := squeezed(small) + ([f"focus on {name(focus)}"] if focus is not None and hidden(focus) else []):
            wrong[where] = found
    assert wrong == {}


def test_the_page_follows_the_focus_to_every_control(small: Desk) -> None:
    wrong = {}
    for where in pages(small):
        for widget in small.screen.findChildren(QWidget):
            if not (widget.isVisible() and widget.isEnabled() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus):
                continue
            widget.setFocus(Qt.FocusReason.TabFocusReason)
            QApplication.processEvents()
            QApplication.processEvents()
            if widget.hasFocus() and hidden(widget):
                wrong.setdefault(where, []).append(name(widget))
    assert wrong == {}


def test_a_list_s_current_row_stays_in_sight_where_the_page_scrolls_too(desk: Desk) -> None:
    desk.window.resize(SIZES["200%"].width(), 300)
    desk.window.open_screen("settings")
    desk.settle()
    shown = desk.screen.list
    for at in range(shown.rows_model.rowCount()):
        shown.setFocus()
        desk.press("Down" if at else "Home")
        row = shown.visualRect(shown.currentIndex()).adjusted(0, FRAME, 0, -FRAME)
        assert shown.viewport().visibleRegion().boundingRect().contains(row), at
