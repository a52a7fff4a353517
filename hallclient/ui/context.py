"""What does a screen get from the window? The hall's desks, who is signed in, and the ways to ask for things."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol

from hallclient.domain.register.permissions import Clerk, Permission
from hallclient.ui.jobs import Jobs


class Printing(Protocol):
    """Shows and prints stored bytes; ``ui/printing.py`` is the real one, tests pass a recorder.

    ``title`` stands in the preview's window title and on the print job; ``kind`` is the document kind's code, under
    which the printer is remembered ("P01", "sheet", "key_card"). ``document_id`` says that it is an issued document:
    what became of it is logged, and a further copy is asked for its reason.
    """

    def preview(self, pdf: bytes, *, title: str, kind: str, document_id: int | None = None) -> None: ...

    def print(self, pdf: bytes, *, title: str, kind: str, document_id: int | None = None) -> None: ...

    def print_all(
        self, document_ids: Sequence[int], *, printer: str | None = None, copies: int = 1, reason: str = ""
    ) -> None:
        """Print issued documents in their order; ``printer`` None: each on the one remembered for its kind."""

    def send_waiting(self) -> None:
        """Send what waits in the print queue."""

    def save_as(self, pdf: bytes, *, title: str, kind: str, document_id: int | None = None) -> None:
        """Ask for a file and write the bytes to it."""


@dataclass(frozen=True, kw_only=True)
class Context:
    """Handed to every screen's constructor.

    ``hall`` holds one desk an attribute, as ``wiring`` builds it; screens call its methods through ``jobs``.
    ``today`` gives the business date.
    """

    hall: Any
    clerk: Clerk
    jobs: Jobs
    today: Callable[[], date]
    printing: Printing

    def may(self, permission: Permission) -> bool:
        """Whether the clerk signed in holds ``permission``: hides what he cannot do; the desk checks it again."""
        return self.clerk.may(permission)
