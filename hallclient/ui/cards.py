"""What does everything on the grey ground stand on? White cards; the login needs no more of a screen than these."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

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
    """Let ``sheet`` stand a little above the middle of ``page``, as high as its text needs.

    No scroll area: its bars would cost the login a sixth of its start, and the sheet fits a screen at 200 %.
    """
    row = QHBoxLayout()  # not an alignment: that would give wrapped text the height of one line
    row.addStretch(1)
    row.addWidget(sheet)
    row.addStretch(1)
    column = QVBoxLayout(page)
    column.setContentsMargins(theme.M, theme.M, theme.M, theme.M)
    column.addStretch(2)
    column.addLayout(row)
    column.addStretch(3)
