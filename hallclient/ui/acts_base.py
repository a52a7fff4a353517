"""How does an act get from its dialog to the desk? Sent on the jobs' lane; nothing typed is lost when it is refused."""

from collections.abc import Callable, Sequence
from typing import Any

import shiboken6
from PySide6.QtCore import QObject

from hallclient.domain.register.issued import IssuedDocument
from hallclient.services.application_results import Registered
from hallclient.ui.ask_dialog import AskDialog, ReasonDialog
from hallclient.ui.jobs import Topic
from hallclient.ui.screen import Screen

MOVED = (Topic.APPLICATIONS, Topic.DOCUMENTS)
Done = Callable[[str, Sequence[IssuedDocument]], None]


class Acts(QObject):
    """Base of what can be done with an application; ``done(sentence, papers)`` when the desk has taken it."""

    def __init__(self, screen: Screen, done: Done) -> None:
        super().__init__(screen)
        self.screen, self.context, self.done = screen, screen.context, done
        self.desk = self.context.hall.applications

    def ask(self, work: Callable[[], Any], then: Callable[[Any], object]) -> None:
        """Ask the desks for what a dialog shows."""
        self.screen.run(work, then=then)

    def ask_for(
        self,
        dialog: QObject,
        work: Callable[[], Any],
        *,
        then: Callable[[Any], object],
        failed: Callable[[Exception], object] | None = None,
    ) -> None:
        """Ask the desks for an open dialog; when it was left meanwhile, nobody is told."""

        def told(tell: Callable[[Any], object]) -> Callable[[Any], None]:
            def tell_if_open(what: Any) -> None:
                if shiboken6.isValid(dialog):
                    tell(what)

            return tell_if_open

        self.screen.run(work, then=told(then), failed=told(failed) if failed is not None else None)

    def send(self, dialog: AskDialog, work: Callable[[], Any], said: str, *, touches: Sequence[Topic] = MOVED) -> None:
        """Do ``work``; when it is done close the dialog and say ``said``. Its papers are those of a Registered."""

        def taken(result: Any) -> None:
            self.taken(dialog, said, result.documents if isinstance(result, Registered) else ())

        self.screen.run(work, then=taken, failed=dialog.refuse, touches=list(touches))

    def taken(self, dialog: AskDialog, said: str, papers: Sequence[IssuedDocument] = ()) -> None:
        """Close the dialog of what was done and tell it."""
        if shiboken6.isValid(dialog):  # it may have been left with Esc while the desk was writing
            dialog.accept()
        self.done(said, papers)

    def with_reason(self, *, title: str, told: str, does: str, work: Callable[[str], object], said: str) -> None:
        """Ask why, then do ``work(reason)``."""
        dialog = ReasonDialog(self.screen, title=title, told=told, does=does)

        def send(sent: ReasonDialog) -> None:
            reason = sent.reason()
            self.send(sent, lambda: work(reason), said)

        dialog.sends(send)
