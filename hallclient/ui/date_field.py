"""How does a clerk type a day? As 20260302, 2026-3-2, 3.2, +5; the field says which day was understood."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent

from hallclient.ui.fields import TextField
from hallclient.ui.input_method import guard
from hallclient.ui.typed import NotUnderstood, read_date, weekday_of


class DateField(TextField):
    """A day. The value is a ``date`` or None. ↑ and ↓ move by a day; F9 asks why it is this day.

    ``explain_wished(date)`` fires on F9 while the field has the focus and holds a day: the screen shows the trace.
    """

    explain_wished = Signal(object)

    def __init__(
        self, name: str, title: str, *, today: Callable[[], date], explains: bool = False, **kwargs: Any
    ) -> None:
        self._today = today
        self._explains = explains
        kwargs.setdefault("placeholder", "2026-03-02 · 3.2 · +5")
        super().__init__(name, title, longest=20, **kwargs)
        self._plain_hint = self._hint
        self.edit.installEventFilter(self)
        guard(self.edit)  # again, so that it sees the keys before this field does

    def value(self) -> date | None:
        try:
            return read_date(self.edit.text(), self._today())
        except NotUnderstood:
            return None

    def set_value(self, value: Any) -> None:
        self.set_text(value.isoformat() if isinstance(value, date) else "")
        self._say_day()

    def complaint(self) -> str:
        try:
            read_date(self.edit.text(), self._today())
        except NotUnderstood as problem:
            return problem.sentence
        return ""

    def _edited(self) -> None:
        super()._edited()
        self._say_day()

    def settle(self) -> None:
        super().settle()
        if (day := self.value()) is not None:
            self.edit.setText(day.isoformat())
        self._say_day()

    def _say_day(self) -> None:
        day = self.value()
        self.set_hint(f"{day.isoformat()} {weekday_of(day)}" if day is not None else self._plain_hint)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.edit and isinstance(event, QKeyEvent):
            key, kind = event.key(), event.type()
            if key == Qt.Key.Key_F9 and self._explains and self.value() is not None:
                if kind == QEvent.Type.ShortcutOverride:
                    event.accept()
                    return True
                if kind == QEvent.Type.KeyPress:
                    self.explain_wished.emit(self.value())
                    return True
            if kind == QEvent.Type.KeyPress and key in (Qt.Key.Key_Up, Qt.Key.Key_Down) and not event.modifiers():
                self.set_value((self.value() or self._today()) + timedelta(days=1 if key == Qt.Key.Key_Up else -1))
                self._edited()
                return True
        return super().eventFilter(watched, event)
