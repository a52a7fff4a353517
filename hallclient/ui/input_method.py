"""Is the clerk in the middle of composing a Chinese word? Then Enter, Esc and shortcuts belong to the input method."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

_ITS_OWN = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape, Qt.Key.Key_Tab)


class _Guard(QObject):
    """Watches one editor. Most platforms keep composing keys to themselves; some let them through as well."""

    def __init__(self, editor: QWidget) -> None:
        super().__init__(editor)
        self.composing = False
        editor.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind == QEvent.Type.InputMethod and isinstance(event, QInputMethodEvent):
            self.composing = bool(event.preeditString())
        elif kind == QEvent.Type.FocusOut:
            self.composing = False
        elif self.composing and kind == QEvent.Type.ShortcutOverride:
            event.accept()  # tells Qt: this key is the editor's, no shortcut
            return True
        elif self.composing and kind == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return event.key() in _ITS_OWN or bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        return False


_NAME = "input-method-guard"


def guard(editor: QWidget) -> None:
    """Keep shortcuts, Enter, Tab and Esc from acting while a word is being composed in ``editor``.

    Call it again after installing another event filter on the editor: the last one installed sees an event first.
    """
    found = editor.findChild(_Guard, _NAME, Qt.FindChildOption.FindDirectChildrenOnly)
    if found is None:
        _Guard(editor).setObjectName(_NAME)
    else:
        editor.installEventFilter(found)


def composing(editor: QWidget) -> bool:
    """Whether a word is being composed in ``editor`` now."""
    found = editor.findChild(_Guard, _NAME, Qt.FindChildOption.FindDirectChildrenOnly)
    return found is not None and found.composing
