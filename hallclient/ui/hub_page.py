"""What do the pages of the office's board have in common? A question to the hub that holds nobody up, its answer kept.

While the hub is away the last answer stays, with what is wrong and when it was given.
"""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from hallclient.services.hub_office import HubOfficeDesk
from hallclient.ui import theme
from hallclient.ui.context import Context
from hallclient.ui.hub_words import away, clock
from hallclient.ui.language import translate
from hallclient.ui.rows_model import ListView

LANE = "hub"  # whatever touches the network: the counter never waits for it


class Question:
    """Asks one thing at a time: while an answer is awaited the newest wish waits, and only that one."""

    def __init__(
        self,
        run: Callable[..., object],
        *,
        then: Callable[[Any], None],
        failed: Callable[[Exception], None],
    ) -> None:
        self._run, self._then, self._failed = run, then, failed
        self._asking = False
        self._next: Callable[[], Any] | None = None

    def ask(self, work: Callable[[], Any]) -> None:
        """Ask, or remember to ask when the answer under way has come; that one is of no interest any more."""
        if self._asking:
            self._next = work
            return
        self._asking = True
        self._run(work, then=self._came, failed=self._did_not)

    def _came(self, answer: Any) -> None:
        if not self._ask_next():
            self._then(answer)

    def _did_not(self, problem: Exception) -> None:
        if not self._ask_next():
            self._failed(problem)

    def _ask_next(self) -> bool:
        self._asking = False
        work, self._next = self._next, None
        if work is None:
            return False
        self.ask(work)
        return True


class HubPage(QWidget):
    """One page. A subclass lays out ``column``, says what to ask in ``question`` and shows it in ``show_answer``.

    ``told`` is emitted when what the page says of its answer has changed: read ``words`` and ``problem``. ``count`` is
    how many things want to be looked at, None while nobody knows; ``note`` is what else to say of the answer.
    """

    told = Signal()
    said = Signal(str)
    complained = Signal(str)
    wish_packets = Signal(object)  # a PacketQuery: the page of packets shows what it asks for

    def __init__(self, context: Context, title: str) -> None:
        super().__init__()
        self.context = context
        self.title = title
        self.words = ""
        self.problem = False
        self.count: int | None = None
        self.note = ""
        self.answered_at: datetime | None = None
        self._silent: list[tuple[ListView, str]] = []
        self._question = Question(self.run, then=self._answered, failed=self._failed)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(theme.M)

    # -- for subclasses -------------------------------------------------------------------------------------------

    @property
    def office(self) -> HubOfficeDesk:
        """The office's desk. Raises PracticeCannotSend."""
        return self.context.hall.overseeing  # type: ignore[no-any-return]

    def question(self) -> Callable[[], Any] | None:
        """Return what is to be asked on the hub's lane; None when nothing can be asked yet."""
        raise NotImplementedError

    def show_answer(self, answer: Any) -> None:
        """Show what the hub said."""
        raise NotImplementedError

    def add_actions(self, add: Callable[..., QAction]) -> list[QAction]:
        """Make the page's actions with ``add(title, does, key=…, primary=…)`` and return them."""
        return []

    def enable(self) -> None:
        """Say of each action whether it can be done now."""

    def start(self) -> None:
        """Put the focus where work starts."""

    def to_head(self) -> None:
        """Put the focus on what narrows the page."""
        self.start()

    def back(self) -> bool:
        """Take a step back inside the page; False when there is none."""
        return False

    def stacked(self, *parts: QWidget, shares: tuple[int, ...], across: bool = False) -> QSplitter:
        """Return widgets above each other (``across``: beside), with their shares of the room."""
        splitter = QSplitter(Qt.Orientation.Horizontal if across else Qt.Orientation.Vertical)
        splitter.setChildrenCollapsible(False)
        splitter.setHandleWidth(theme.M)
        for at, (part, share) in enumerate(zip(parts, shares, strict=True)):
            splitter.addWidget(part)
            splitter.setStretchFactor(at, share)
        splitter.setSizes([1000 * share for share in shares])
        return splitter

    def silent(self, *views: ListView) -> None:
        """Let these lists say nothing of being empty before the hub has answered: then nobody knows."""
        self._silent += [(view, view.empty) for view in views]
        for view in views:
            view.empty = ""

    # -- asking ---------------------------------------------------------------------------------------------------

    def run(self, work: Callable[[], object], **how: Any) -> None:
        """Shorthand for ``context.jobs.run`` on the hub's lane with this page as initiator."""
        how.setdefault("lane", LANE)
        self.context.jobs.run(work, initiator=self, **how)

    def ask(self) -> None:
        """Ask for what the page shows."""
        work = self.question()
        if work is not None:
            self._tell(translate("hub", "正在向中心库查询…"), problem=False)
            self._question.ask(work)

    def _answered(self, answer: Any) -> None:
        self.answered_at = self.context.hall.now()
        for view, empty in self._silent:
            view.empty = empty
        self._silent.clear()
        self.show_answer(answer)
        self.enable()
        said = translate("hub", "中心库 {0} 的答复").format(self._when(self.answered_at))
        self._tell(f"{said}　{self.note}" if self.note else said, problem=False)

    def _failed(self, problem: Exception) -> None:
        said = away(problem)
        if self.answered_at is not None:
            said += translate("hub", "显示的是 {0} 的答复。").format(self._when(self.answered_at))
        self._tell(said, problem=True)

    def _when(self, at: datetime) -> str:
        return clock(at, self.context.today())

    def _tell(self, words: str, *, problem: bool) -> None:
        self.words, self.problem = words, problem
        self.told.emit()
