"""How does a clerk tick several of a few? Boxes in a row or two: arrows move, Space ticks, Enter goes on."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QWidget

from hallclient.domain.terms import Term
from hallclient.ui import theme
from hallclient.ui.fields import Field
from hallclient.ui.flow import FlowLayout
from hallclient.ui.terms import label

_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class FlagsField(Field):
    """Members of a Term class. The value is a frozenset; an empty one counts as empty."""

    def __init__(self, name: str, title: str, members: Sequence[Term], **kwargs: Any) -> None:
        self.boxes: dict[Term, QCheckBox] = {member: QCheckBox(label(member)) for member in members}
        self._row = QWidget()
        layout = FlowLayout(self._row, gap=theme.L)
        super().__init__(name, title, self._row, **kwargs)
        for box in self.boxes.values():
            box.setAccessibleName(f"{title} {box.text()}")
            box.clicked.connect(self._edited)
            box.installEventFilter(self)
            layout.addWidget(box)
        self._row.setFocusProxy(next(iter(self.boxes.values())))

    def value(self) -> frozenset[Any]:
        return frozenset(member for member, box in self.boxes.items() if box.isChecked())

    def set_value(self, value: Any) -> None:
        for member, box in self.boxes.items():
            box.setChecked(member in (value or ()))
        self._show_below()

    def text(self) -> str:
        return ",".join(sorted(self.value()))

    def set_text(self, text: str) -> None:
        self.set_value(text.split(","))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and isinstance(watched, QCheckBox):
            if event.key() in _ENTER and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
                # The form listens to the editor, which is the row; its boxes pass Enter on.
                return QCoreApplication.sendEvent(self._row, event)
            if event.key() in _STEPS:
                boxes = list(self.boxes.values())
                boxes[(boxes.index(watched) + _STEPS[Qt.Key(event.key())]) % len(boxes)].setFocus()
                return True
        return super().eventFilter(watched, event)
