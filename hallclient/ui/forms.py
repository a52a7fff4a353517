"""How do fields make a form? Laid out in columns that fold on a narrow window, left with Enter, marked in one call."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QGridLayout, QLabel, QPlainTextEdit, QScrollArea, QWidget

from hallclient.domain.refusal import Refusal
from hallclient.ui import theme
from hallclient.ui.fields import Field
from hallclient.ui.in_view import bring_into_view
from hallclient.ui.input_method import composing, guard
from hallclient.ui.messages import sentence
from hallclient.ui.plain import PlainLabel

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Form(QWidget):
    """Fields under each other. A ``str`` among them is a heading.

    ``changed`` when the clerk edits anything; ``passed`` when Enter leaves the last field.
    """

    changed = Signal()
    passed = Signal()

    def __init__(self, items: Iterable[Field | str], *, columns: int = 2, least: int = 24) -> None:
        """``columns`` at most, each at least ``least`` average characters wide."""
        super().__init__()
        self._least = least
        self._items: list[Field | QLabel] = []
        self._columns, self._laid = columns, 0
        self._dirty = False
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(theme.M, theme.M, theme.M, theme.M)
        self._grid.setHorizontalSpacing(theme.L)
        self._grid.setVerticalSpacing(theme.M)
        for item in items:
            if isinstance(item, str):
                heading = PlainLabel(item)
                heading.setProperty("role", "muted")
                heading.setWordWrap(True)  # it would hold the whole form at its width
                self._items.append(heading)
                continue
            self._items.append(item)
            item.edited.connect(self._edited)
            item.editor.installEventFilter(self)
            guard(item.editor)
        self._lay(columns)

    # -- values ---------------------------------------------------------------------------------------------------

    @property
    def fields(self) -> list[Field]:
        return [item for item in self._items if isinstance(item, Field)]

    @property
    def dirty(self) -> bool:
        """Whether the clerk has typed something since the form was cleared or filled."""
        return self._dirty

    def field(self, name: str) -> Field:
        """Return the field of this name. An unknown name is a bug: KeyError."""
        for field in self.fields:
            if field.name == name:
                return field
        raise KeyError(name)

    def values(self) -> dict[str, Any]:
        """Return name → converted value of every field that is not hidden."""
        return {field.name: field.value() for field in self.fields if not field.isHidden()}

    def fill(self, values: Mapping[str, Any]) -> None:
        """Show these values; fields not named stay as they are. The form is clean afterwards."""
        for field in self.fields:
            if field.name in values:
                field.set_value(values[field.name])
        self._dirty = False

    def texts(self) -> dict[str, str]:
        """Return what stands in every field, as the draft journal keeps it."""
        return {field.name: field.text() for field in self.fields if not field.empty()}

    def restore(self, texts: Mapping[str, str]) -> None:
        """Put a journalled draft back; it counts as unsaved work."""
        for field in self.fields:
            field.set_text(texts.get(field.name, ""))
        self._dirty = True

    def clear(self, *, keep: Sequence[str] = ()) -> None:
        """Empty every field but those named in ``keep`` (sticky fields), take all marks away."""
        for field in self.fields:
            if field.name in keep:
                field.mark("")
            else:
                field.clear()
        self._dirty = False

    def show_fields(self, shown: Mapping[str, bool]) -> None:
        """Show or hide fields by name; the others close the gap, a heading without fields goes too."""
        for field in self.fields:
            if field.name in shown:
                field.setVisible(shown[field.name])
        heading: QLabel | None = None
        any_below = False
        for item in (*self._items, None):
            if isinstance(item, Field):
                any_below = any_below or not _put_away(item)
                continue
            if heading is not None:
                heading.setVisible(any_below)
            heading, any_below = item, False
        self._lay(self._laid)

    # -- problems -------------------------------------------------------------------------------------------------

    def problems(self) -> dict[str, str]:
        """Return name → sentence for every field that is missing or not understood."""
        found = ((field.name, field.problem()) for field in self.fields if not field.isHidden())
        return {name: problem for name, problem in found if problem}

    def mark(self, problems: Mapping[str, str]) -> None:
        """Show each sentence under its field, take the other marks away, move to the first field concerned."""
        first: Field | None = None
        for field in self.fields:
            field.mark(problems.get(field.name, ""))
            if field.name in problems and first is None:
                first = field
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def mark_refusal(self, refusal: Refusal) -> bool:
        """Mark the fields a refusal names with its sentence; False when it names none of this form's."""
        named = {field.name for field in self.fields}.intersection(refusal.fields)
        self.mark(dict.fromkeys(named, sentence(refusal)))
        return bool(named)

    def focus_first(self) -> None:
        """Move to the first empty field, else to the first."""
        shown = [field for field in self.fields if not field.isHidden() and field.isEnabled()]
        if shown:
            next((field for field in shown if field.empty()), shown[0]).setFocus(Qt.FocusReason.OtherFocusReason)

    # -- keys and layout ------------------------------------------------------------------------------------------

    def _edited(self) -> None:
        self._dirty = True
        self.changed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and event.key() in _ENTER
            and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
            and isinstance(watched, QWidget)
            and not isinstance(watched, QPlainTextEdit)
            and not composing(watched)
        ):
            self._next_after(watched)
            return True
        return super().eventFilter(watched, event)

    def _next_after(self, editor: QWidget) -> None:
        left = next((field for field in self.fields if field.editor is editor and field.isVisible()), None)
        if left is None or not left.isEnabled():
            return
        left.settle()
        # Only now: what was just settled may have unfolded the next field, or put it away.
        shown = [field for field in self.fields if field is left or (field.isVisible() and field.isEnabled())]
        at = shown.index(left)
        if at + 1 < len(shown):
            shown[at + 1].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.focusNextChild()
            self.passed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room = max(1, event.size().width() // (self.fontMetrics().averageCharWidth() * self._least))
        if (columns := min(self._columns, room)) != self._laid:
            self._lay(columns)

    def _lay(self, columns: int) -> None:
        while self._grid.count():
            self._grid.takeAt(0)
        for column in range(self._columns):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)
        row, column = 0, 0
        for item in self._items:
            if _put_away(item):
                continue
            whole = isinstance(item, QLabel) or item.wide
            if whole and column:
                row, column = row + 1, 0
            self._grid.addWidget(item, row, column, 1, columns if whole else 1)
            column = columns if whole else column + 1
            if column >= columns:
                row, column = row + 1, 0
        self._grid.setRowStretch(row + 1, 1)
        self._laid = columns


def _put_away(item: QWidget) -> bool:
    """Whether a field or heading was hidden on purpose; one that was never shown yet is not."""
    return item.isHidden() and item.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide)


class FormScroll(QScrollArea):
    """Holds a form or a record and keeps whatever has the focus in view."""

    def __init__(self, inside: QWidget) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(inside)
        inside.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow)

    def _follow(self, _before: QWidget | None, now: QWidget | None) -> None:
        inside = self.widget()
        if now is not None and inside is not None and inside.isAncestorOf(now):
            bring_into_view(now)
            QTimer.singleShot(0, self, self._again)  # what was just unfolded has its room only now

    def _again(self) -> None:
        now, inside = QApplication.focusWidget(), self.widget()
        if now is not None and inside is not None and inside.isAncestorOf(now):
            bring_into_view(now)
