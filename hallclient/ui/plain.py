"""How is a text from outside shown as it is? Names, subjects and file names never become markup on the screen.

Qt takes a text that looks like HTML for HTML, in labels and in tool tips: a name could then imitate a message of the
program or draw a picture from the disk.
"""

from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget


class PlainLabel(QLabel):
    """A label that shows its text letter by letter."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text)


def plain_tip(text: str) -> str:
    """Return ``text`` as a tool tip that shows it letter by letter; tool tips know no other way to be plain."""
    return f"<p>{escape(text)}</p>" if "<" in text else text
