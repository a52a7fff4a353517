"""What happens to text that is not saved yet? It goes to the draft journal two seconds after the last key."""

from collections.abc import Callable
from uuid import uuid4

from PySide6.QtCore import QObject, QTimer

from hallclient.domain.register.records import SavedDraft
from hallclient.ui.context import Context
from hallclient.ui.forms import Form
from hallclient.ui.jobs import Topic

KEEP_AFTER_MS = 2000


class DraftKeeper(QObject):
    """Watches one form. ``instance`` names its draft; saving the record hands it over, so that both go together."""

    def __init__(self, context: Context, form: Form, name: str, title: Callable[[], str], parent: QObject) -> None:
        super().__init__(parent)
        self._context, self._form, self._name, self._title = context, form, name, title
        self.instance = str(uuid4())
        self.base_version = 0
        self._kept = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(KEEP_AFTER_MS)
        self._timer.timeout.connect(self.keep)
        form.changed.connect(self._timer.start)

    def keep(self) -> None:
        """Write what the form holds, when somebody typed in it."""
        self._timer.stop()
        if not self._form.dirty:
            return
        self._kept = True
        texts: dict[str, object] = dict(self._form.texts())
        hall, clerk, instance, version = self._context.hall, self._context.clerk, self.instance, self.base_version
        name, title = self._name, self._title()
        self._context.jobs.run(
            lambda: hall.drafts.save(instance, name, texts, base_version=version, title=title, by=clerk),
            touches=[Topic.DRAFTS],
            initiator=self.parent(),
        )

    def renew(self) -> None:
        """The form was saved or emptied: the next text is another draft."""
        self._timer.stop()
        self._kept = False
        self.base_version = 0
        self.instance = str(uuid4())

    def discard(self) -> None:
        """Throw the text away for good: form and journal."""
        hall, clerk, instance = self._context.hall, self._context.clerk, self.instance
        if self._kept:
            self._context.jobs.run(
                lambda: hall.drafts.discard(instance, by=clerk), touches=[Topic.DRAFTS], initiator=self.parent()
            )
        self._form.clear()
        self.renew()

    def restore(self, draft: SavedDraft) -> None:
        """Put a journalled text back into its form."""
        self._form.restore({name: str(text) for name, text in draft.payload.items()})
        self.instance, self.base_version, self._kept = draft.instance, draft.base_version, True
