"""How wide is a column whose heading and words differ from language to language?"""

from collections.abc import Iterable

from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication

from hallclient.ui import theme

HEAD, CELL = 20, 24  # pixels around the text of a heading, of a cell


def fitting(title: str, least: int, words: Iterable[str] = ()) -> int:
    """Return the width (pixels) in which the heading and each of ``words`` stand whole, at least ``least``."""
    font = QApplication.font()
    wide = max((QFontMetrics(font).horizontalAdvance(word) + CELL for word in words), default=0)
    font.setPointSizeF(font.pointSizeF() * theme.SMALL)
    return max(least, wide, QFontMetrics(font).horizontalAdvance(title) + HEAD)
