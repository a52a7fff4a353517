"""What does everything on the grey ground stand on? White cards; the login needs no more of a screen than these."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from hallclient.ui import theme


def card(inside: QWidget | None = None) -> QFrame:
    """Return a white card on the grey ground, with ``inside`` filling it."""
    frame = QFrame()
    frame.setProperty("card", True)
    frame.setObjectName("card")
    layout = QVBoxLayout(frame)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    if inside is not None:
        layout.addWidget(inside)
    return frame


def centre(page: QWidget, sheet: QWidget) -> None:
    """Let ``sheet`` stand a little above the middle of ``page``, as high as its text needs; a small page scrolls."""
    inside = QWidget()
    row = QHBoxLayout()  # not an alignment: that would give wrapped text the height of one line
    row.addStretch(1)
    row.addWidget(sheet)
    row.addStretch(1)
    column = QVBoxLayout(inside)
    column.setContentsMargins(theme.L, theme.L, theme.L, theme.L)
    column.addStretch(2)
    column.addLayout(row)
    column.addStretch(3)
    scroll = QScrollArea()
    scroll.setWidgetResizable(True)
    scroll.setFrameShape(QFrame.Shape.NoFrame)
    scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    scroll.setWidget(inside)
    inside.setAutoFillBackground(False)
    scroll.viewport().setAutoFillBackground(False)
    around = QVBoxLayout(page)
    around.setContentsMargins(0, 0, 0, 0)
    around.addWidget(scroll)
