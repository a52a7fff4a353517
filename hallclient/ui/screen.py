"""What do all screens look like? Title and search on top, list left, record right, actions at the bottom."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QSplitter,
    QStyle,
    QStyleOptionButton,
    QStylePainter,
    QVBoxLayout,
    QWidget,
)

from hallclient.ui import theme
from hallclient.ui.cards import card as card  # screens take all they are made of from here
from hallclient.ui.context import Context
from hallclient.ui.flow import FlowLayout
from hallclient.ui.in_view import bring_into_view
from hallclient.ui.plain import PlainLabel, plain_tip
from hallclient.ui.shortcuts import key_text, sequences, title_of

# The window owns these keys; it runs the screen's action of that id when there is one, else its own.
WINDOW_KEYS = frozenset(
    {
        "rule",
        "find",
        "refresh",
        "print_queue",
        "packets",
        "curtain",
        "go_to",
        "back",
        "before",
        "after",
        "lock",
        "to_list",
        "to_record",
        "key_card",
    }
)


LOW = 200  # pixels, list and record side by side
STACKED = (140, 320)  # the list as high as the page of the smallest screen, the record with room for a form inside


class ActionButton(QPushButton):
    """A button that shows its key after its title: 「办理 Ctrl+Enter」. It follows its action."""

    def __init__(self, action: QAction, key: str, *, primary: bool = False) -> None:
        super().__init__(action.text())
        self._action, self._key = action, key
        self.setProperty("primary", primary)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAutoDefault(False)
        self.clicked.connect(action.trigger)
        action.changed.connect(self._follow)
        self._follow()

    def _follow(self) -> None:
        self.setText(self._action.text())
        self.setEnabled(self._action.isEnabled())
        if self.parentWidget() is not None:  # shown without a parent it would flash up as a window of its own
            self.setVisible(self._action.isVisible())
        self.setToolTip(self._action.toolTip())
        self.setAccessibleName(self._action.text())
        self.setAccessibleDescription(self._key)
        self.updateGeometry()

    def _key_width(self) -> int:
        return self.fontMetrics().horizontalAdvance(self._key) + theme.M if self._key else 0

    def sizeHint(self) -> QSize:
        return super().sizeHint() + QSize(self._key_width(), 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        option = QStyleOptionButton()
        self.initStyleOption(option)
        painter = QStylePainter(self)
        painter.drawControl(QStyle.ControlElement.CE_PushButtonBevel, option)
        inner = self.style().subElementRect(QStyle.SubElement.SE_PushButtonContents, option, self)
        text = self.fontMetrics().horizontalAdvance(self.text())
        left = inner.x() + max(0, (inner.width() - text - self._key_width()) // 2)
        chosen = theme.colours()
        primary = bool(self.property("primary"))
        ink = chosen.disabled if not self.isEnabled() else chosen.accent_text if primary else chosen.text
        quiet = ink if primary or not self.isEnabled() else chosen.muted
        align = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.setPen(QColor(ink))
        painter.drawText(QRect(left, 0, text + 2, self.height()), align, self.text())
        if self._key:
            painter.setPen(QColor(quiet))
            room = QRect(left + text + theme.M, 0, self._key_width(), self.height())
            painter.drawText(room, align, self._key)
        painter.end()


class Elided(PlainLabel):
    """A label that cuts its text with … where the room ends; the whole text is its tool tip."""

    def __init__(self, text: str = "") -> None:
        super().__init__(text)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def setText(self, text: str) -> None:
        super().setText(text)
        self.setToolTip(plain_tip(text))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(self.rect(), self.alignment(), shown)
        painter.end()


class Sideways(QScrollArea):
    """Holds one line (title and search): as high as it is; on a narrow screen it scrolls to whatever has the focus."""

    def __init__(self, inside: QWidget) -> None:
        super().__init__()
        self._inside = inside
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setWidget(inside)
        inside.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)
        inside.installEventFilter(self)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow)

    def sizeHint(self) -> QSize:
        return self._inside.sizeHint()

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self._inside.sizeHint().height())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)

    def _follow(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is not None and self._inside.isAncestorOf(now):
            bring_into_view(now)


class _Side(QWidget):
    """List or record: never lower than ``least`` nor than what is inside; the page scrolls instead."""

    least = 0

    def minimumSizeHint(self) -> QSize:
        return super().minimumSizeHint().expandedTo(QSize(0, self.least))


class Screen(QWidget):
    """Base of every screen. A subclass fills ``search``, ``list_side`` and ``record_side`` and adds actions.

    Signals: ``wish_open(kind, number)`` asks the window to show a record wherever it is shown (kinds:
    "application", "enquiry", "day", "dispute", …; number "" opens an empty form); ``wish_screen(id)`` another
    screen; ``said(sentence)`` tells what just happened in the status line; ``complained(sentence)`` what did not.
    """

    wish_open = Signal(str, str)
    wish_screen = Signal(str)
    said = Signal(str)
    complained = Signal(str)

    def __init__(
        self, context: Context, title: str, *, shares: tuple[int, int] = (2, 3), least: tuple[int, int] = (260, 320)
    ) -> None:
        """``shares`` of the width for list and record, and how narrow (pixels) each may become."""
        super().__init__()
        self.context = context
        self.title = title
        self.setAccessibleName(title)
        self.setProperty("ground", True)
        self.heading = PlainLabel(title)
        self.heading.setProperty("role", "title")
        self.search = QHBoxLayout()
        self.search.setSpacing(theme.M)
        head = QWidget()
        top = QHBoxLayout(head)
        top.setContentsMargins(theme.L, theme.M, theme.L, theme.S)
        top.setSpacing(theme.L)
        top.addWidget(self.heading)
        top.addLayout(self.search, 1)

        self.list_side = QVBoxLayout()
        self.record_side = QVBoxLayout()
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setHandleWidth(theme.M)
        self._sides: list[_Side] = []
        for side, share, narrowest in zip((self.list_side, self.record_side), shares, least, strict=True):
            side.setContentsMargins(0, 0, 0, 0)
            side.setSpacing(theme.M)
            holder = _Side()
            holder.setLayout(side)
            holder.setMinimumWidth(narrowest)
            holder.least = LOW
            self._sides.append(holder)
            self.splitter.addWidget(holder)
            self.splitter.setStretchFactor(self.splitter.count() - 1, share)
        self.splitter.setSizes([1000 * shares[0], 1000 * shares[1]])
        body = QWidget()
        around = QVBoxLayout(body)
        around.setContentsMargins(theme.L, theme.S, theme.L, theme.M)
        around.addWidget(self.splitter)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(body)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._focus_moved)

        self.action_bar = QWidget()
        self.action_bar.setProperty("bar", "actions")
        self.action_bar.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._actions_row = FlowLayout(self.action_bar, margin=theme.M)
        self._actions_row.setContentsMargins(theme.L, theme.S + 2, theme.L, theme.S + 2)
        self.action_bar.hide()

        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(Sideways(head))
        layout.addWidget(self._scroll, 1)
        layout.addWidget(self.action_bar)

    # -- for subclasses -------------------------------------------------------------------------------------------

    def one_column(self) -> None:
        """Give the whole width to ``record_side``: a screen without a list."""
        self._sides[0].hide()

    def add_action(
        self,
        action_id: str,
        does: Callable[[], object],
        *,
        title: str = "",
        button: bool = True,
        primary: bool = False,
    ) -> QAction:
        """Add one of the table's actions (``shortcuts.py``): its key works while this screen shows, a button shows it.

        ``title`` replaces the table's title on the button. Disable the action to disable key and button alike.
        """
        action = self.add_button(
            title or title_of(action_id), does, key=key_text(action_id), button=button, primary=primary
        )
        action.setObjectName(action_id)
        if action_id not in WINDOW_KEYS:
            action.setShortcuts(sequences(action_id))
        return action

    def action(self, action_id: str) -> QAction | None:
        """Return this screen's action of the table, None when it has none."""
        return next((action for action in self.actions() if action.objectName() == action_id), None)

    def add_button(
        self, title: str, does: Callable[[], object], *, key: str = "", button: bool = True, primary: bool = False
    ) -> QAction:
        """Add an action without a key of its own."""
        action = QAction(title, self)
        action.setToolTip("")
        action.triggered.connect(lambda: does())
        self.addAction(action)
        if button:
            self._actions_row.addWidget(ActionButton(action, key, primary=primary))
            self.action_bar.show()
        return action

    def run(self, work: Callable[[], object], **how: object) -> None:
        """Shorthand for ``context.jobs.run`` with this screen as initiator."""
        how.setdefault("initiator", self)
        self.context.jobs.run(work, **how)  # type: ignore[arg-type]

    # -- what the window calls ------------------------------------------------------------------------------------

    def opened(self) -> None:
        """The screen comes to the front: ask for what it shows, put the focus where work starts."""

    def leave(self) -> bool:
        """The window wants to show another screen. Keep the draft and return True; False to stay."""
        self.keep_draft()
        return True

    def back(self) -> bool:
        """Esc: return True when the screen took a step back itself (an open form, a filter); False to leave it."""
        return False

    def keep_draft(self) -> None:
        """Write unsaved work to the draft journal: before the lock, at a crash, when the session ends."""

    def show_record(self, number: str) -> None:
        """Show the record with this number; "" an empty form."""

    def recall(self, topics: frozenset[object]) -> None:
        """Something changed elsewhere: ask again when ``topics`` concern this screen. Called only while it shows."""

    def to_side(self, at: int) -> None:
        """Move to the list (0) or the record (1): the first thing there that takes the focus."""
        side = self._sides[at]
        for child in side.findChildren(QWidget):
            if child.isVisible() and child.isEnabled() and child.focusPolicy() & Qt.FocusPolicy.TabFocus:
                child.setFocus(Qt.FocusReason.ShortcutFocusReason)
                return

    def _focus_moved(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is None or not self.isAncestorOf(now):
            return
        if self._scroll.isAncestorOf(now):
            QTimer.singleShot(0, self, self._bring_into_view)  # what has just been opened has its room only then
        elif not self.action_bar.isAncestorOf(now):
            self._scroll.verticalScrollBar().setValue(0)  # title and search belong to the top of the page

    def _bring_into_view(self) -> None:
        now = QApplication.focusWidget()
        if now is not None and self._scroll.isAncestorOf(now):
            bring_into_view(now)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # Side by side needs about 620 pixels; below that the record stands under its list and the page scrolls.
        side_by_side = event.size().width() >= 640
        wanted = Qt.Orientation.Horizontal if side_by_side else Qt.Orientation.Vertical
        if self.splitter.orientation() is not wanted:
            self.splitter.setOrientation(wanted)
            for side, least in zip(self._sides, (LOW, LOW) if side_by_side else STACKED, strict=True):
                side.least = least
                side.updateGeometry()
