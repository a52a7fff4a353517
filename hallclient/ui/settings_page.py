"""What do the pages of the settings have in common? A form or a list, what can be done, and how it stands."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hallclient.domain.refusal import Refusal
from hallclient.ui.context import Context
from hallclient.ui.forms import Form, FormScroll
from hallclient.ui.messages import sentence


@dataclass(frozen=True, slots=True)
class PageAction:
    """Something a page can do beside saving: title, key, and what it does; ``offered`` tells whether it can be done
    now (asked again whenever the page ``stood``)."""

    title: str
    key: str
    does: Callable[[], object]
    offered: Callable[[], bool] = lambda: True


class SettingsPage(QWidget):
    """One page. ``state`` is its short word in the list of pages; ``stood`` when it changed, ``done`` when what had
    the focus is gone and nothing else on the page wants it.

    ``lane`` keeps slow work (backups, checks) from delaying the counter.
    """

    said = Signal(str)
    complained = Signal(str)
    stood = Signal()
    done = Signal()

    save_title = ""
    lane = "local"

    def __init__(self, context: Context, title: str, form: Form | None = None) -> None:
        super().__init__()
        self.context = context
        self.title = title
        self.form = form
        self.state = ""
        self.warns = False
        self.actions_of_page: tuple[PageAction, ...] = ()
        self.setAccessibleName(title)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)
        if form is not None:
            self.column.addWidget(FormScroll(form))

    def run(self, work: Callable[[], object], *, touches: Any = (), **how: Any) -> None:
        """Shorthand for ``context.jobs.run`` on the page's lane."""
        how.setdefault("lane", self.lane)
        self.context.jobs.run(work, touches=touches, initiator=self, **how)

    def stand(self, state: str, *, warns: bool = False) -> None:
        """Tell how the page stands, in a few words beside its title."""
        self.state, self.warns = state, warns
        self.stood.emit()

    def ask(self) -> None:
        """Ask for what the page shows; never throws away what is being typed."""

    def save(self) -> None:
        """Keep what was typed."""

    def start(self) -> None:
        """Put the focus where work starts."""
        if self.form is not None and self.form.isEnabled():
            self.form.focus_first()

    def refused(self, problem: Exception) -> None:
        """Mark the fields concerned, else tell the status line."""
        if not (self.form is not None and isinstance(problem, Refusal) and self.form.mark_refusal(problem)):
            self.complained.emit(sentence(problem))
