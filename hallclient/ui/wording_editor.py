"""How are a document's words edited? One field a paragraph, slots in colour, what is locked shown and left alone."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFont, QSyntaxHighlighter, QTextCharFormat, QTextDocument
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QVBoxLayout, QWidget

from hallclient.domain.register.wordings import OwnSlot, WordingDraft, WordingParagraph, WordingProblem
from hallclient.ui import theme
from hallclient.ui.fields import Field, LongTextField
from hallclient.ui.forms import Form, FormScroll
from hallclient.ui.language import translate
from hallclient.ui.wording_words import note, placed, problem

_FRAME = 16  # pixels of a field around its text


class WordingEditor(QWidget):
    """Shows a draft and gives back what became of it. ``changed`` when a word, a paragraph or a slot did."""

    changed = Signal()

    def __init__(self, *, editable: bool) -> None:
        super().__init__()
        self._editable = editable
        self._draft: WordingDraft | None = None
        self._first: WordingDraft | None = None
        self._paragraphs: list[WordingParagraph] = []
        self._inks: list[_Ink] = []
        self._last = 0
        self.form = Form([], columns=1)
        self._scroll = FormScroll(self.form)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._scroll)
        self._restored = False
        self._texts: list[str] = []
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow)

    # -- what the screen asks -------------------------------------------------------------------------------------

    def show_draft(self, draft: WordingDraft | None, *, dirty: bool = False) -> None:
        """Show a draft; ``dirty`` when it is an unpublished text put back."""
        self._draft = self._first = draft
        self._paragraphs = list(draft.paragraphs) if draft is not None else []
        focus = QApplication.focusWidget()
        writing = focus is not None and self.isAncestorOf(focus)
        self._last, self._restored = 0, dirty
        self._lay()
        if writing:
            self.start()
        self._texts = [field.text() for field in self.form.fields]

    @property
    def dirty(self) -> bool:
        """Whether there is something to publish: words that differ from those shown first, or that were put back."""
        now = self.draft()
        return now is not None and (self._restored or now != self._first)

    def draft(self) -> WordingDraft | None:
        """Return the draft as it stands in the fields."""
        if self._draft is None:
            return None
        self._take()
        return replace(self._draft, paragraphs=tuple(self._paragraphs))

    def mark(self, problems: Sequence[WordingProblem]) -> str:
        """Show each problem under its paragraph, go to the first; return those that belong to none."""
        marks: dict[str, str] = {}
        for found in problems:
            name = f"p{found.paragraph - 1}"
            marks[name] = "；".join(filter(None, (marks.get(name, ""), problem(found))))
        self.form.mark(marks)
        rest = [found for found in problems if not 0 < found.paragraph <= len(self._paragraphs)]
        return "；".join(placed(found) for found in (rest or problems))

    def start(self) -> None:
        """Go to the paragraph that was left, else to the first that can be edited."""
        fields = self.form.fields
        if not fields:
            return
        at = min(self._last, len(fields) - 1)
        if self._paragraphs[at].locked:
            at = next((n for n, paragraph in enumerate(self._paragraphs) if not paragraph.locked), at)
        fields[at].setFocus()

    # -- what can be done to the paragraphs -----------------------------------------------------------------------

    @property
    def here(self) -> WordingParagraph | None:
        """The paragraph in which the caret stands, or stood last."""
        return self._paragraphs[self._last] if self._last < len(self._paragraphs) else None

    def insert(self, token: str) -> None:
        """Put a slot where the caret stands; a locked paragraph takes none."""
        here = self.here
        if here is None or here.locked:
            return
        field = self.form.fields[self._last]
        assert isinstance(field, LongTextField)
        field.insert(token)
        field.setFocus()

    def add_slot(self, slot: OwnSlot) -> None:
        """Add a slot of the supervisor's own and put it where the caret stands."""
        if self._draft is not None:
            self._draft = replace(self._draft, own_slots=(*self._draft.own_slots, slot))
            self.insert(f"{{{slot.label}}}")

    def add_paragraph(self) -> None:
        """Open an empty paragraph after this one."""
        self._take()
        self._last = min(self._last + 1, len(self._paragraphs))
        self._paragraphs.insert(self._last, WordingParagraph(text=""))
        self._relaid()

    def remove_paragraph(self) -> bool:
        """Take this paragraph out; False when it is locked."""
        here = self.here
        if here is None or here.locked:
            return False
        self._take()
        del self._paragraphs[self._last]
        self._last = max(0, self._last - 1)
        self._relaid()
        return True

    def toggle_if_known(self) -> bool:
        """Print this new paragraph only when all its slots are known, or always; False for one of the older ones."""
        here = self.here
        if here is None or here.key:
            return False
        self._take()
        self._paragraphs[self._last] = replace(self._paragraphs[self._last], if_known=not here.if_known)
        self._relaid()
        return True

    # -- inside ---------------------------------------------------------------------------------------------------

    def _take(self) -> None:
        for at, field in enumerate(self.form.fields):
            if not self._paragraphs[at].locked:
                self._paragraphs[at] = replace(self._paragraphs[at], text=field.text())

    def _relaid(self) -> None:
        self._lay()
        self.start()
        self._texts = [field.text() for field in self.form.fields]
        self.changed.emit()

    def _lay(self) -> None:
        last = self._last
        fields = [self._field(at, paragraph) for at, paragraph in enumerate(self._paragraphs)]
        self.form = Form(fields, columns=1)
        self.form.changed.connect(self._edited)
        before, self._scroll = self._scroll, FormScroll(self.form)
        self._scroll.setParent(self)
        self._column.replaceWidget(before, self._scroll)
        before.hide()
        before.deleteLater()
        self._last = last

    def _field(self, at: int, paragraph: WordingParagraph) -> Field:
        remarks = [note(remark) for remark in paragraph.notes]
        if not paragraph.key:
            remarks.append(translate("wording", "新增"))
        if paragraph.if_known:
            remarks.append(translate("wording", "所填内容齐全时才印"))
        if paragraph.locked:
            remarks.append(translate("wording", "不能修改"))
        title = " · ".join([translate("wording", "第{0}段").format(at + 1), *remarks])
        field = LongTextField(f"p{at}", title, lines=1)
        field.label.setWordWrap(True)
        field.set_text(paragraph.text)
        field.edit.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        field.edit.textChanged.connect(partial(_as_high_as_its_text, field.edit))
        field.edit.viewport().installEventFilter(self)
        field.edit.setReadOnly(paragraph.locked or not self._editable)
        self._inks = [*self._inks[-99:], _Ink(field.edit.document(), quiet=paragraph.locked)]
        return field

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            edit = watched.parent()
            if isinstance(edit, QPlainTextEdit):
                QTimer.singleShot(0, edit, partial(_as_high_as_its_text, edit))  # not while it is being resized
        return super().eventFilter(watched, event)

    def _edited(self) -> None:
        # Qt also calls it a change when the ink of a word changes.
        texts = [field.text() for field in self.form.fields]
        if texts != self._texts:
            self._texts = texts
            self.changed.emit()

    def _follow(self, _before: QWidget | None, now: QWidget | None) -> None:
        for at, field in enumerate(self.form.fields):
            if field.editor is now:
                self._last = at


def _as_high_as_its_text(edit: QPlainTextEdit) -> None:
    layout, lines, block = edit.document().documentLayout(), 0, edit.document().firstBlock()
    while block.isValid():
        layout.blockBoundingRect(block)  # breaks its lines, which Qt puts off until they are drawn
        lines += max(1, block.layout().lineCount())
        block = block.next()
    edit.setFixedHeight(edit.fontMetrics().lineSpacing() * max(1, lines) + _FRAME)


class _Ink(QSyntaxHighlighter):
    """Sets slots in the accent and cited law bold: what the register fills in, and what the law says."""

    def __init__(self, document: QTextDocument, *, quiet: bool) -> None:
        super().__init__(document)
        self._plain = QTextCharFormat()
        if quiet:
            self._plain.setForeground(QColor(theme.colours().muted))
        self._slot, self._law = QTextCharFormat(), QTextCharFormat()
        self._slot.setForeground(QColor(theme.colours().accent))
        self._slot.setBackground(QColor(theme.colours().accent_soft))
        self._law.setFontWeight(QFont.Weight.Bold)

    def highlightBlock(self, text: str) -> None:
        self.setFormat(0, len(text), self._plain)
        for start, end in _spans(text, "{", "}"):
            self.setFormat(start, end - start, self._slot)
        for start, end in _spans(text, "《", "》"):
            if "{" not in text[start:end]:
                self.setFormat(start, end - start, self._law)


def _spans(text: str, first: str, last: str) -> list[tuple[int, int]]:
    found, at = [], text.find(first)
    while at >= 0 and (end := text.find(last, at)) >= 0:
        found.append((at, end + 1))
        at = text.find(first, end)
    return found
