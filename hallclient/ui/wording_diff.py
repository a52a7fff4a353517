"""What is different? A wording beside the version it follows, paragraph by paragraph and word by word."""

from collections.abc import Sequence

from PySide6.QtGui import QColor, QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QTextEdit

from hallclient.domain.register.wordings import DiffLine
from hallclient.ui import theme
from hallclient.ui.language import translate

_SIGNS = {"": "　", "~": "～", "-": "－", "+": "＋"}


class DiffView(QTextEdit):
    """Read only. What went is struck out, what came is underlined: the colours only say it again."""

    def __init__(self) -> None:
        super().__init__()
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(translate("wording", "与原文对照"))

    def show_lines(self, lines: Sequence[DiffLine], title: str) -> None:
        """Show a comparison under its title."""
        self.clear()
        cursor = self.textCursor()
        quiet = QTextCharFormat()
        quiet.setForeground(QColor(theme.colours().muted))
        cursor.insertText(title if any(line.mark for line in lines) else _same(title), quiet)
        gap = QTextBlockFormat()
        gap.setTopMargin(theme.M)
        gap.setLeftMargin(theme.L + theme.M)
        gap.setTextIndent(-theme.L - theme.M)
        for line in lines:
            cursor.insertBlock(gap, QTextCharFormat())
            cursor.insertText(f"{_SIGNS[line.mark]} ", quiet)
            for part in line.parts:
                cursor.insertText(part.text, _ink(part.mark))
        self.moveCursor(QTextCursor.MoveOperation.Start)


def _same(title: str) -> str:
    return translate("wording", "{0}：文字相同").format(title)


def _ink(mark: str) -> QTextCharFormat:
    ink, colours = QTextCharFormat(), theme.colours()
    if mark == "-":
        ink.setFontStrikeOut(True)
        ink.setForeground(QColor(colours.danger))
        ink.setBackground(QColor(colours.danger_soft))
    elif mark == "+":
        ink.setFontUnderline(True)
        ink.setForeground(QColor(colours.accent))
        ink.setBackground(QColor(colours.accent_soft))
    return ink
