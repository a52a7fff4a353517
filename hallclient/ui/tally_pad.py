"""The tally pad: one key a visitor. 660 contacts a day leave no time for forms."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout

from hallclient.domain.register.kinds import EnquiryChannel, EnquiryKind
from hallclient.ui import theme
from hallclient.ui.fields import restyle
from hallclient.ui.plain import PlainLabel
from hallclient.ui.terms import label
from hallclient.ui.typed import fold

KINDS = tuple(EnquiryKind)
CHANNELS = tuple(EnquiryChannel)
MOST = 9999


class TallyPad(QFrame):
    """A key per category (1 to 7). ``*`` and a number, Enter, then the category: a group. ``+`` changes the channel.

    ``ticked(kind, persons, channel)`` for each key; ``undo_wished`` for Backspace on an empty number. Mouse works too.
    """

    ticked = Signal(object, int, object)
    undo_wished = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("card", True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("计数"))
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)  # digits must not open a candidate list
        self.channel = EnquiryChannel.IN_PERSON
        self._group: str | None = None
        self._persons = 1
        self._counts: dict[EnquiryKind, int] = {}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.M, theme.M, theme.M, theme.M)
        layout.setSpacing(theme.S)
        self._heading = PlainLabel()
        self._heading.setProperty("role", "muted")
        self._channel = PlainLabel()
        top = QHBoxLayout()
        top.addWidget(self._heading, 1)
        top.addWidget(self._channel)
        layout.addLayout(top)
        grid = QGridLayout()
        grid.setSpacing(theme.S)
        self._keys: dict[EnquiryKind, QPushButton] = {}
        for at, kind in enumerate(KINDS):
            key = QPushButton()
            key.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            key.setProperty("pad", True)
            key.clicked.connect(lambda _checked, kind=kind: self._tick(kind))
            self._keys[kind] = key
            grid.addWidget(key, at // 4, at % 4)
        self._last = PlainLabel()
        self._last.setWordWrap(True)
        self._last.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._last.setProperty("role", "muted")
        grid.addWidget(self._last, 1, 3)
        layout.addLayout(grid)
        self._show()

    def show_counts(self, counts: Mapping[EnquiryKind, int]) -> None:
        """Show how many persons came today for each category."""
        self._counts = dict(counts)
        self._show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        typed = fold(event.text())
        if self._group is not None and self._in_number(event, typed):
            return
        if typed.isdigit() and 1 <= int(typed) <= len(KINDS):
            self._tick(KINDS[int(typed) - 1])
        elif typed == "*":
            self._group = ""
        elif typed == "+":
            self.channel = CHANNELS[(CHANNELS.index(self.channel) + 1) % len(CHANNELS)]
        elif event.key() == Qt.Key.Key_Backspace:
            self.undo_wished.emit()
        elif event.key() == Qt.Key.Key_Escape and self._persons != 1:
            self._persons = 1
        else:
            super().keyPressEvent(event)
            return
        self._show()

    def _in_number(self, event: QKeyEvent, typed: str) -> bool:
        group = self._group or ""
        if typed.isdigit():
            group += typed
            self._group = group if 0 < int(group) <= MOST else self._group
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._persons, self._group = int(group or 1), None
        elif event.key() == Qt.Key.Key_Backspace:
            self._group = group[:-1]
        elif event.key() == Qt.Key.Key_Escape:
            self._persons, self._group = 1, None
        else:
            return False
        self._show()
        return True

    def _tick(self, kind: EnquiryKind) -> None:
        persons, self._persons, self._group = self._persons, 1, None
        self.ticked.emit(kind, persons, self.channel)
        self._show()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._show()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._group, self._persons = None, 1
        self._show()

    def _show(self) -> None:
        active = self.hasFocus()
        self.setProperty("active", active)
        restyle(self)
        self._heading.setText(
            self.tr("计数：按数字键，一键一人；团体先按 * 再输人数、Enter；+ 换渠道；Ctrl+Z 撤销")
            if active
            else self.tr("按 F2 计数：一键一人，不用填表")
        )
        self._channel.setText(self.tr("渠道：{0}").format(label(self.channel)))
        for at, kind in enumerate(KINDS, 1):
            text = f"{at}  {label(kind)}　{self._counts.get(kind, 0)}"
            self._keys[kind].setText(text)
            self._keys[kind].setAccessibleName(text)
        if self._group is not None:
            self._last.setText(self.tr("团体 × {0}▏按 Enter").format(self._group))
        elif self._persons != 1:
            self._last.setText(self.tr("下一笔 × {0} 人").format(self._persons))
        else:
            self._last.setText(self.tr("共 {0} 人次").format(sum(self._counts.values())))
