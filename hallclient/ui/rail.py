"""Which screens can I go to? The rail on the left: icon, name, Ctrl+1…0; icons alone when the window is narrow."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QScrollArea, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from hallclient.ui import theme
from hallclient.ui.catalog import ScreenEntry
from hallclient.ui.language import translate

KEYS = "1234567890-="  # the upper row of the keyboard, from the left


def key_of(place: int) -> str:
    """Return the key of the rail's entry at ``place``, counted from 1; empty beyond the row of keys."""
    return f"Ctrl+{KEYS[place - 1]}" if place <= len(KEYS) else ""


class Rail(QScrollArea):
    """Emits ``wished(screen id)``. ``ids`` are the screens on it, in the order of their keys."""

    wished = Signal(str)

    def __init__(self, entries: Sequence[ScreenEntry]) -> None:
        super().__init__()
        self._inside = QWidget()
        self._inside.setProperty("bar", "rail")
        self._inside.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(self._inside)
        column.setContentsMargins(theme.M, theme.M, theme.M, theme.M)
        column.setSpacing(theme.XS)
        self._buttons: dict[str, QToolButton] = {}
        group = QButtonGroup(self)
        for at, entry in enumerate([entry for entry in entries if entry.rail], 1):
            button = self._button(entry, key_of(at))
            group.addButton(button)
            column.addWidget(button)
            self._buttons[entry.id] = button
        column.addStretch(1)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self.setWidget(self._inside)

    @property
    def ids(self) -> list[str]:
        return list(self._buttons)

    def _button(self, entry: ScreenEntry, key: str) -> QToolButton:
        title = translate("catalog", entry.title)
        button = QToolButton()
        button.setProperty("rail", True)
        button.setCheckable(True)
        button.setIcon(theme.icon(entry.icon))
        button.setIconSize(QSize(theme.ICON, theme.ICON))
        button.setText(f" {title}")
        button.setToolTip(f"{title} {key}".strip())
        button.setAccessibleName(title)
        button.setAccessibleDescription(key)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(lambda _checked=False: self.wished.emit(entry.id))
        return button

    def check(self, screen_id: str) -> None:
        """Show which screen is in front; one that is not on the rail leaves the mark where it was."""
        if screen_id in self._buttons:
            self._buttons[screen_id].setChecked(True)

    def set_narrow(self, narrow: bool) -> None:
        """Show icons alone, or icons with names."""
        style = Qt.ToolButtonStyle.ToolButtonIconOnly if narrow else Qt.ToolButtonStyle.ToolButtonTextBesideIcon
        for button in self._buttons.values():
            button.setToolButtonStyle(style)
        column = self._inside.layout()
        if column is not None:
            column.activate()
        self.setFixedWidth(self._inside.sizeHint().width() + (0 if narrow else theme.L * 2))
