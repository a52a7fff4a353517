"""What do the small registers have in common? A list, a record, what can be done, and a filter over the list."""

from collections.abc import Callable, Iterable
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from hallclient.ui.context import Context
from hallclient.ui.jobs import Topic
from hallclient.ui.rows_model import ListView


class RegisterTab(QObject):
    """One register of the registers' screen. A subclass makes ``list`` and ``record`` and answers what it can.

    ``said``, ``complained`` and ``wish_open`` are passed on by the screen. ``shows`` are the topics it listens for.
    """

    said = Signal(str)
    complained = Signal(str)
    wish_open = Signal(str, str)
    changed = Signal()

    list: ListView
    record: QWidget
    shows: frozenset[Topic] = frozenset()

    def __init__(self, context: Context, title: str) -> None:
        super().__init__()
        self.context = context
        self.title = title
        self.filter = ""

    def run(self, work: Callable[[], object], *, touches: Iterable[Topic] = (), **how: Any) -> None:
        """Shorthand for ``context.jobs.run`` with the screen as initiator."""
        self.context.jobs.run(work, touches=touches, initiator=self.parent(), **how)

    def ask(self) -> None:
        """Ask for what the list shows."""

    def find(self, text: str) -> None:
        """Show only what holds ``text``."""
        self.filter = text.strip()
        self.ask()

    def new(self) -> None:
        """Empty the record for a new entry."""

    def save(self) -> None:
        """Keep what was typed."""

    def withdraw(self) -> None:
        """Take the current entry back, with a reason."""

    def back(self) -> bool:
        """Take a step back inside the register; False when there is none."""
        return False

    def keep_draft(self) -> None:
        """Write unsaved work to the draft journal."""

    def leave(self) -> None:
        """The screen goes to the back or closes: ask for nothing more."""

    def start(self) -> None:
        """Put the focus where work starts."""
        self.list.setFocus()
