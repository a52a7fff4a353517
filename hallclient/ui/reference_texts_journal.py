"""How do the words of an unpublished edition survive? In the draft journal, two seconds after the last key."""

from collections.abc import Iterable
from uuid import UUID, uuid4

from PySide6.QtCore import QObject, QTimer

from hallclient.domain.register.records import SavedDraft
from hallclient.domain.register.reference_text import ReferenceKind
from hallclient.ui.context import Context
from hallclient.ui.jobs import Topic
from hallclient.ui.journal import KEEP_AFTER_MS
from hallclient.ui.reference_texts_form import ReferenceTextForm
from hallclient.ui.terms import label

FORM = "reference_text"


class TextKeeper(QObject):
    """Watches the editor. ``instance`` names its draft; publishing hands it over, so that both go together."""

    def __init__(self, context: Context, editor: ReferenceTextForm, parent: QObject) -> None:
        super().__init__(parent)
        self._context, self._editor = context, editor
        self.instance, self.kept = str(uuid4()), False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(KEEP_AFTER_MS)
        self._timer.timeout.connect(self.keep)
        editor.changed.connect(self._timer.start)

    def keep(self) -> None:
        """Write the words, when somebody typed."""
        self._timer.stop()
        kind = self._editor.kind
        if kind is None or not self._editor.dirty:
            return
        self.kept = True
        payload: dict[str, object] = {
            "kind": kind.value,
            "base": self._editor.base,
            "texts": dict(self._editor.texts()),
        }
        hall, clerk, instance, base = self._context.hall, self._context.clerk, self.instance, self._editor.base
        title = label(kind)
        self._context.jobs.run(
            lambda: hall.drafts.save(instance, FORM, payload, base_version=base, title=title, by=clerk),
            touches=[Topic.DRAFTS],
            initiator=self.parent(),
        )

    def renew(self) -> None:
        """The words were published or another text is shown: the next ones are another draft."""
        self._timer.stop()
        self.instance, self.kept = str(uuid4()), False

    def discard(self) -> None:
        """Throw the kept words away for good."""
        hall, clerk, instance = self._context.hall, self._context.clerk, self.instance
        if self.kept:
            self._context.jobs.run(
                lambda: hall.drafts.discard(instance, by=clerk), touches=[Topic.DRAFTS], initiator=self.parent()
            )
        self.renew()

    def restore(self, draft: SavedDraft) -> None:
        """Lay kept words over the text that shows."""
        texts, base = draft.payload["texts"], draft.payload["base"]
        assert isinstance(texts, dict)
        assert isinstance(base, int)
        self._editor.restore({str(name): str(text) for name, text in texts.items()}, base=base)
        self.instance, self.kept = draft.instance, True


def of_kind(saved: Iterable[SavedDraft], kind: ReferenceKind) -> SavedDraft | None:
    """Return the newest unpublished words of a text."""
    return next((one for one in saved if one.form == FORM and one.payload.get("kind") == kind.value), None)


def kind_of(saved: Iterable[SavedDraft], instance: str) -> ReferenceKind | None:
    """Return the text a draft belongs to."""
    found = next((one for one in saved if one.form == FORM and one.instance == instance), None)
    return ReferenceKind.read(str(found.payload["kind"])) if found is not None else None


def is_instance(number: str) -> bool:
    """Tell whether this names a draft and no record."""
    try:
        return str(UUID(number)) == number
    except ValueError:
        return False
