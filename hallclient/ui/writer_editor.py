"""How is a report's text written? Slots in the accent, every typed number marked as right, wrong or unchecked."""

from collections.abc import Sequence

from PySide6.QtGui import QColor, QFont, QSyntaxHighlighter, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QTextEdit

from hallclient.domain.figures.report_text import Change, Mention, MentionKind
from hallclient.ui import theme
from hallclient.ui.input_method import guard
from hallclient.ui.language import translate

SIGNS = {MentionKind.RIGHT: "✓", MentionKind.WRONG: "✗", MentionKind.UNCHECKED: "?"}


class WriterEditor(QPlainTextEdit):
    """Plain text. Tab leaves; what was changed can be undone, slots and last year's text too."""

    def __init__(self) -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(translate("figures", "报告文字"))
        self.setPlaceholderText(
            translate("figures", "在这里编写本部分文字。\nCtrl+K 插入数字，Ctrl+J 取用上年文字，Ctrl+Enter 保存。")
        )
        guard(self)
        self._ink = _Ink(self)

    def show_mentions(self, found: Sequence[Mention]) -> None:
        """Mark the numbers: wrong ones waved and bold, unchecked ones dashed, right ones underlined."""
        self.setExtraSelections([self._mark(mention) for mention in found])

    def _mark(self, mention: Mention) -> QTextEdit.ExtraSelection:
        mark, ink, colours = QTextEdit.ExtraSelection(), QTextCharFormat(), theme.colours()
        match mention.kind:
            case MentionKind.WRONG:
                ink.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
                ink.setUnderlineColor(QColor(colours.danger))
                ink.setForeground(QColor(colours.danger))
                ink.setBackground(QColor(colours.danger_soft))
            case MentionKind.RIGHT:
                ink.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
            case MentionKind.UNCHECKED:
                ink.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DashUnderline)
                ink.setForeground(QColor(colours.warn))
        cursor = QTextCursor(self.document())
        cursor.setPosition(mention.start)
        cursor.setPosition(mention.end, QTextCursor.MoveMode.KeepAnchor)
        mark.cursor, mark.format = cursor, ink
        return mark

    def go_to(self, mention: Mention) -> None:
        """Select a number."""
        cursor = self.textCursor()
        cursor.setPosition(mention.start)
        cursor.setPosition(mention.end, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        self.setFocus()

    def replace_all(self, text: str) -> None:
        """Put other text in place of all, as one step that can be undone."""
        cursor = self.textCursor()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(text)


class _Ink(QSyntaxHighlighter):
    """Sets slots in the accent."""

    def __init__(self, edit: QPlainTextEdit) -> None:
        super().__init__(edit.document())
        self._slot = QTextCharFormat()
        self._slot.setFontWeight(QFont.Weight.Bold)
        self._slot.setForeground(QColor(theme.colours().accent))
        self._slot.setBackground(QColor(theme.colours().accent_soft))

    def highlightBlock(self, text: str) -> None:
        at = text.find("{{")
        while at >= 0 and (end := text.find("}}", at)) >= 0:
            self.setFormat(at, end + 2 - at, self._slot)
            at = text.find("{{", end)


class ReadPane(QTextEdit):
    """Read only: paragraphs as they are printed, or what changed. Went is struck out, came is underlined."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(name)

    def show_paragraphs(self, title: str, paragraphs: Sequence[str]) -> None:
        """Show paragraphs under a title."""
        self._begin(title)
        for text in paragraphs:
            self.textCursor().insertBlock()
            self.textCursor().insertText(f"　　{text}", QTextCharFormat())
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def show_changes(self, title: str, found: Sequence[Change]) -> None:
        """Show what changed between two texts."""
        self._begin(title)
        self.textCursor().insertBlock()
        colours = theme.colours()
        for piece in found:
            ink = QTextCharFormat()
            if piece.kind == "gone":
                ink.setFontStrikeOut(True)
                ink.setForeground(QColor(colours.danger))
                ink.setBackground(QColor(colours.danger_soft))
            elif piece.kind == "added":
                ink.setFontUnderline(True)
                ink.setForeground(QColor(colours.accent))
                ink.setBackground(QColor(colours.accent_soft))
            self.textCursor().insertText(piece.text, ink)
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def _begin(self, title: str) -> None:
        self.clear()
        quiet = QTextCharFormat()
        quiet.setForeground(QColor(theme.colours().muted))
        self.textCursor().insertText(title, quiet)
