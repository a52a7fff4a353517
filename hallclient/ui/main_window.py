"""How do the screens come together? Rail left, top bar with the find box, one screen at a time, one status line.

Guide for screens (one file in ``ui/screens/``, one line in ``ui/catalog.py``)::

    class ReceptionScreen(Screen):
        def __init__(self, context: Context) -> None:
            super().__init__(context, translate("catalog", "接待"))   # self.tr only works after this line
            self.list = ListView([Column(title=self.tr("编号"), text=lambda row: row.number)], name=self.tr("今日"))
            self.list_side.addWidget(self.list)                   # left
            self.record_side.addWidget(card(FormScroll(self.form)))  # right
            self.search.addWidget(self.box)                       # beside the title
            self.add_action("save", self._save, title=self.tr("登记"), primary=True)   # key from shortcuts.py

        def opened(self):                  # it comes to the front
            self.run(self.context.hall.reception.today, then=self.list.show_rows)

        def _save(self):
            if problems := self.form.problems():
                self.form.mark(problems)
                return
            draft = EnquiryDraft(**self.form.values())
            self.run(lambda: self.context.hall.reception.register(draft, by=self.context.clerk),
                     then=self._registered, failed=self._refused, touches=[Topic.ENQUIRIES])

        def _registered(self, number):
            self.form.clear()
            self.said.emit(self.tr("已登记 {0}").format(number))

        def _refused(self, problem):
            if not (isinstance(problem, Refusal) and self.form.mark_refusal(problem)):
                self.complained.emit(sentence(problem))

        def recall(self, topics): ...      # something changed elsewhere
        def show_record(self, number): ... # the window was asked for a record of one of the entry's kinds
        def keep_draft(self): ...          # before the lock, at a crash

Without ``failed=`` a Refusal or Trouble is shown in the status line. The window owns the keys in
``screen.WINDOW_KEYS``: give a screen an action of that id and the window runs it instead of its own.
"""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction, QCloseEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QMainWindow,
    QSizePolicy,
    QStackedWidget,
    QToolButton,
    QToolTip,
    QVBoxLayout,
    QWidget,
)

from hallclient.domain.register.numbers import Series, ledger_series
from hallclient.domain.register.permissions import seen_by
from hallclient.ui import theme
from hallclient.ui.catalog import SCREENS, ScreenEntry, screens_of
from hallclient.ui.context import Context
from hallclient.ui.fields import Field
from hallclient.ui.find_box import Find, FindBox
from hallclient.ui.handbook import HandbookDialog
from hallclient.ui.jobs import Topic
from hallclient.ui.language import translate
from hallclient.ui.locks import CurtainPage, HiddenDialogs, LockPage, Unlock
from hallclient.ui.messages import sentence
from hallclient.ui.plain import PlainLabel
from hallclient.ui.rail import Rail, key_of
from hallclient.ui.screen import Elided, Screen
from hallclient.ui.shortcuts import sequences, title_of
from hallclient.ui.status_bar import StatusBar
from hallclient.ui.typed import weekday_of

NARROW = 900  # below this the rail shows icons only and the top bar drops what is known anyway


class MainWindow(QMainWindow):
    """The window of one signed-in clerk.

    ``closed`` after it was closed, ``sign_out_wished`` when someone else wants in.

    ``find`` answers the find box, ``unlock(user, password)`` the lock; both run on the jobs' lane. ``key_card`` is
    called for Shift+F1 with the rows of the key card.
    """

    closed = Signal()
    sign_out_wished = Signal()

    def __init__(
        self,
        context: Context,
        *,
        unlock: Unlock,
        find: Find | None = None,
        screens: Sequence[ScreenEntry] = SCREENS,
        key_card: Callable[[], None] | None = None,
    ) -> None:
        super().__init__()
        self.context = context
        self._entries = screens_of(context.clerk, screens)
        self._built: dict[str, Screen] = {}
        self._history: list[tuple[str, str | None]] = []
        self._at = -1
        self._key_card = key_card
        self._dialogs = HiddenDialogs(self)
        hall = context.hall
        self.setWindowTitle(f"{hall.agency.name} {hall.window}")
        self.resize(1280, 720)

        self.stack = QStackedWidget()
        offered = bool(seen_by(context.clerk))
        self.find_box = FindBox(context.jobs, find, series=self._number_of_serial, offered=offered)
        self.find_box.wish_open.connect(self.open_record)
        self.find_box.complained.connect(self.complain)
        self.work = QWidget()
        self._top = self._make_top(hall)
        self._rail = Rail(self._entries)
        self._rail.wished.connect(self.open_screen)
        self._status_bar = self._make_status()
        # A sentence said in the turn that opens a screen belongs to that screen.
        self._just_said = QTimer(self)
        self._just_said.setSingleShot(True)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self._rail)
        middle.addWidget(self.stack, 1)
        layout = QVBoxLayout(self.work)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._top)
        layout.addLayout(middle, 1)
        layout.addWidget(self._status_bar)

        self.lock_page = LockPage(
            user=context.clerk.name, shown_name=context.clerk.display_name, unlock=unlock, jobs=context.jobs
        )
        self.lock_page.unlocked.connect(self._show_work)
        self.lock_page.other_wished.connect(self.sign_out_wished)
        self.curtain_page = CurtainPage(agency=hall.agency.name)
        self.curtain_page.lifted.connect(self._show_work)
        # Pages of one stack: a page that is not shown takes no keys, no focus, and no screen reader reaches it.
        self.pages = QStackedWidget()
        for page in (self.work, self.lock_page, self.curtain_page):
            self.pages.addWidget(page)
        self.setCentralWidget(self.pages)
        self._bind_keys()
        context.jobs.changed.connect(self._changed)
        context.jobs.refused.connect(self._refused)
        if self._entries:
            self.open_screen(self._entries[0].id)

    # -- building -------------------------------------------------------------------------------------------------

    def _make_top(self, hall: Any) -> QWidget:
        bar = QFrame()
        bar.setProperty("bar", "top")
        row = QHBoxLayout(bar)
        row.setContentsMargins(theme.L, theme.S, theme.L, theme.S)
        row.setSpacing(theme.L)
        self._agency = Elided(f"{hall.agency.name}　{hall.window}")
        self._agency.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        row.addWidget(self._agency, 2)
        if hall.practice:
            self.badge = PlainLabel(self.tr("练习"))
            self.badge.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Maximum)
            self.badge.setProperty("role", "badge")
            self.badge.setToolTip(self.tr("练习库：不上报，不计入统计，打印件带“练习”字样"))
            row.addWidget(self.badge, 0, Qt.AlignmentFlag.AlignVCenter)
        self.find_box.setMinimumWidth(150)
        self.find_box.setMaximumWidth(440)
        row.addWidget(self.find_box, 3)
        today = self.context.today()
        self._day = PlainLabel(f"{today.isoformat()} {weekday_of(today)}")
        self._clerk = PlainLabel(self.context.clerk.display_name)
        for part in (self._day, self._clerk):
            part.setProperty("role", "muted")
            row.addWidget(part)
        lock = QToolButton()
        lock.setProperty("rail", True)
        lock.setIcon(theme.icon("lock"))
        lock.setAccessibleName(title_of("lock"))
        lock.setToolTip(f"{title_of('lock')} Ctrl+L")
        lock.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        lock.clicked.connect(self.lock)
        row.addWidget(lock)
        return bar

    def _make_status(self) -> StatusBar:
        bar = StatusBar(self.context)
        self.status, self.prints, self.reporting = bar.said, bar.prints, bar.reporting
        self.prints.wished.connect(lambda: self.open_record("print", ""))
        self.reporting.wished.connect(self._show_packets)
        return bar

    def _bind_keys(self) -> None:
        does: dict[str, Callable[[], object]] = {
            "rule": self._show_rule,
            "find": self.find_box.start,
            "go_to": lambda: self.find_box.start(by_number=True),
            "refresh": lambda: self._with_screen(lambda screen: screen.recall(frozenset(Topic))),
            "print_queue": lambda: self.open_record("print", ""),
            "packets": self._show_packets,
            "curtain": self.draw_curtain,
            "back": self._back,
            "before": lambda: self._travel(-1),
            "after": lambda: self._travel(+1),
            "lock": self.lock,
            "to_list": lambda: self._with_screen(lambda screen: screen.to_side(0)),
            "to_record": lambda: self._with_screen(lambda screen: screen.to_side(1)),
            "key_card": self._show_key_card,
        }
        for action_id, does_it in does.items():
            self._bind(action_id, sequences(action_id), partial(self._do, action_id, does_it))
        for at, entry_id in enumerate(self._rail.ids, 1):
            self._bind(f"screen_{at}", [QKeySequence(key_of(at))], partial(self.open_screen, entry_id))

    def _bind(self, action_id: str, keys: list[QKeySequence], does: Callable[[], object]) -> None:
        action = QAction(self.work)
        action.setObjectName(action_id)
        action.setShortcuts(keys)
        action.triggered.connect(lambda: does())
        self.work.addAction(action)

    def _do(self, action_id: str, own: Callable[[], object]) -> None:
        screen = self.current
        action = screen.action(action_id) if screen is not None else None
        if action is not None and action.isEnabled():
            action.trigger()
        else:
            own()

    # -- screens --------------------------------------------------------------------------------------------------

    @property
    def current(self) -> Screen | None:
        """The screen that shows."""
        found = self.stack.currentWidget()
        return found if isinstance(found, Screen) else None

    def screen_of(self, screen_id: str) -> Screen:
        """Return a screen, built now when it was never shown. An unknown id is a bug: KeyError."""
        if screen_id not in self._built:
            entry = {entry.id: entry for entry in self._entries}[screen_id]
            screen = entry.factory(self.context)
            screen.said.connect(self.say)
            screen.complained.connect(self.complain)
            screen.wish_open.connect(self.open_record)
            screen.wish_screen.connect(self.open_screen)
            self.stack.addWidget(screen)
            self._built[screen_id] = screen
        return self._built[screen_id]

    def open_screen(self, screen_id: str, number: str | None = None) -> bool:
        """Show a screen, with a record when a number is given. False when the one that shows would not leave."""
        if not self._show(screen_id, number):
            return False
        if self._at < 0 or self._history[self._at] != (screen_id, number):
            del self._history[self._at + 1 :]
            self._history.append((screen_id, number))
            self._at = len(self._history) - 1
        return True

    def open_record(self, kind: str, number: str) -> None:
        """Show the record wherever its kind is shown; ``number`` "" opens an empty form of that kind."""
        for entry in self._entries:
            if kind in entry.kinds:
                if self.open_screen(entry.id, number) and number:
                    self.find_box.remember(kind, number, f"{number}　{translate('catalog', entry.title)}")
                return
        self.complain(self.tr("您的角色不能打开这类记录，请联系负责人"))

    def _show(self, screen_id: str, number: str | None) -> bool:
        before, screen = self.current, self.screen_of(screen_id)
        if before is not None and before is not screen and not before.leave():
            self._check_rail(before)
            return False
        if before is not screen and not self._just_said.isActive():
            self.say("")  # what happened on another screen says nothing of this one
        self.stack.setCurrentWidget(screen)
        self._check_rail(screen)
        screen.opened()
        if number is not None:
            screen.show_record(number)
        return True

    def _check_rail(self, screen: Screen) -> None:
        for screen_id, built in self._built.items():
            if built is screen:
                self._rail.check(screen_id)

    def _back(self) -> None:
        if self.current is None or not self.current.back():
            self._travel(-1)

    def _travel(self, steps: int) -> None:
        wanted = self._at + steps
        if 0 <= wanted < len(self._history) and self._show(*self._history[wanted]):
            self._at = wanted

    def _with_screen(self, does: Callable[[Screen], object]) -> None:
        if self.current is not None:
            does(self.current)

    def _number_of_serial(self, serial: int) -> str:
        hall = self.context.hall
        series = ledger_series(hall.agency.code, hall.window, Series.APPLICATION)
        return f"{series}{self.context.today().year}-{serial:05d}"

    # -- what just happened ---------------------------------------------------------------------------------------

    def say(self, what: str) -> None:
        """Tell in the status line what just happened."""
        self._show_status(what, problem=False)

    def complain(self, what: str) -> None:
        """Tell in the status line what could not be done and what to do."""
        self._show_status(what, problem=True)

    def _show_status(self, what: str, *, problem: bool) -> None:
        self._status_bar.tell(what, problem=problem)
        self._just_said.start()

    def _refused(self, problem: Exception) -> None:
        self.complain(sentence(problem))

    def _changed(self, topics: frozenset[Topic], initiator: object) -> None:
        if self.current is not None and self.current is not initiator:
            self.current.recall(topics)

    def _show_packets(self) -> None:
        if any(entry.id == "hub" for entry in self._entries):
            self.open_screen("hub")

    def _show_rule(self) -> None:
        widget = QApplication.focusWidget()
        while widget is not None and not isinstance(widget, Field):
            widget = widget.parentWidget()
        if widget is not None and widget.rule:
            QToolTip.showText(widget.mapToGlobal(widget.rect().bottomLeft()), widget.rule, widget)
            self.say(widget.rule)
        else:
            HandbookDialog(self).open()

    def _show_key_card(self) -> None:
        if self._key_card is not None:
            self._key_card()

    # -- lock and curtain -----------------------------------------------------------------------------------------

    @property
    def locked(self) -> bool:
        return self.pages.currentWidget() is self.lock_page

    def lock(self) -> None:
        """Hide everything now, dialogs too; drafts are written first. The same clerk goes on where he stopped."""
        if self.locked:
            return
        self._dialogs.hide()
        self.pages.setCurrentWidget(self.lock_page)
        self.keep_drafts()

    def draw_curtain(self) -> None:
        """Hide everything behind the agency's name until F12 or Esc."""
        if self.pages.currentWidget() is self.work:
            self._dialogs.hide()
            self.pages.setCurrentWidget(self.curtain_page)

    def keep_drafts(self) -> None:
        """Write the unsaved work of every screen to the draft journal."""
        for screen in self._built.values():
            screen.keep_draft()

    def _show_work(self) -> None:
        self.pages.setCurrentWidget(self.work)
        self._dialogs.show()

    # -- Qt -------------------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = event.size().width() < NARROW
        for part in (self._agency, self._day):
            part.setVisible(not narrow)
        self._rail.set_narrow(narrow)

    def closeEvent(self, event: QCloseEvent) -> None:
        if not all(screen.leave() for screen in self._built.values()):
            event.ignore()
            return
        super().closeEvent(event)
        self.closed.emit()
