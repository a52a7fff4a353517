"""How does a ready answer get into a text? ``//`` and a few letters, Enter, and it stands there."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt
from PySide6.QtGui import QKeyEvent, QStandardItem, QStandardItemModel, QTextCursor
from PySide6.QtWidgets import QCompleter, QListView

from hallclient.ui.fields import LongTextField

Snippets = Callable[[str], Sequence[tuple[str, str]]]  # what was typed → (title, text)


class SnippetPopup(QObject):
    """Watches one long text field; ``search`` must answer at once."""

    def __init__(self, field: LongTextField, search: Snippets) -> None:
        super().__init__(field)
        self._edit, self._search = field.edit, search
        self._listed = QStandardItemModel(self)
        self._texts: list[str] = []
        self._list = QListView()
        self._popup = QCompleter(self._listed, self)
        self._popup.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._popup.setPopup(self._list)
        self._popup.setWidget(self._edit)
        self._popup.activated[QModelIndex].connect(self._insert)  # type: ignore[index]  # its overload
        self._edit.textChanged.connect(self._offer)
        # After the completer's own filter, so before it in turn: it would hand Enter to the text as a new line.
        self._list.installEventFilter(self)

    def _asked(self) -> str | None:
        """Return what follows the last ``//`` on the caret's line, None when there is no ``//``."""
        caret = self._edit.textCursor()
        before = caret.block().text()[: caret.positionInBlock()]
        _, slashes, asked = before.rpartition("//")
        return asked if slashes and " " not in asked else None

    def _offer(self) -> None:
        asked = self._asked()
        if asked is None or not self._edit.hasFocus():
            self._close_list()
            return
        found = self._search(asked)
        self._texts = [text for _title, text in found]
        self._listed.clear()
        for title, text in found:
            item = QStandardItem(f"{title}　{text[:30]}")
            item.setEditable(False)
            self._listed.appendRow(item)
        if found:
            self._popup.complete(self._edit.cursorRect().adjusted(0, 0, 320, 0))
            self._list.setCurrentIndex(self._popup.completionModel().index(0, 0))
        else:
            self._close_list()

    def _insert(self, index: QModelIndex) -> None:
        asked = self._asked()
        if asked is None or not 0 <= index.row() < len(self._texts):
            return
        caret = self._edit.textCursor()
        caret.movePosition(QTextCursor.MoveOperation.Left, QTextCursor.MoveMode.KeepAnchor, len(asked) + len("//"))
        caret.insertText(self._texts[index.row()])
        self._close_list()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            watched is self._list
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        ):
            self._insert(self._list.currentIndex())
            return True
        return False

    def _close_list(self) -> None:
        if self._list.isVisible():  # hiding a popup that never opened takes the focus from the window
            self._list.hide()
