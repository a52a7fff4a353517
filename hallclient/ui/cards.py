"""What does everything on the grey ground stand on? White cards; the login needs no more of a screen than these."""

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget


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
