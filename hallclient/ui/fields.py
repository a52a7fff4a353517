"""How does a clerk fill in one field? A label above, the editor, one line below that says what is wrong or meant.

Guide for screens::

    name = TextField("name", self.tr("申请人"), required=True)
    on = DateField("arrived_on", self.tr("收到日期"), today=context.today)         # date_field.py
    kind = ChoiceField("kind", self.tr("类别"), options_of(EnquiryKind))            # choice_field.py
    form = Form([self.tr("申请人信息"), name, on, kind], columns=2)                 # forms.py; a text is a heading
    scroll = FormScroll(form)

* ``field.name`` is the draft's field name, the one ``Refusal.fields`` uses: ``form.mark_refusal(refusal)`` finds it.
* ``field.value()`` returns the converted value (None or "" when empty or not understood).
* ``form.problems()`` names every field that is missing or not understood; ``form.mark(problems)`` shows them and
  moves to the first; ``form.values()`` is what a draft is made of.
* ``check=`` is asked on every edit: it returns a sentence, or "" when all is well (identity numbers, topics).
* ``glyphs=`` returns the characters of a text that the printed fonts lack; the field underlines and names them.
* ``rule=`` is what F1 shows for the field. ``edited`` fires when the clerk changes something.
* Enter goes to the next field (``Form`` does that), never while the input method composes.
"""

from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QPlainTextEdit, QTextEdit, QVBoxLayout, QWidget

from hallclient.ui import theme
from hallclient.ui.input_method import guard
from hallclient.ui.plain import PlainLabel, plain_tip
from hallclient.ui.typed import NotUnderstood, fold, read_money, read_phone, read_whole

Check = Callable[[Any], str]
Glyphs = Callable[[str], Sequence[str]]


def restyle(widget: QWidget) -> None:
    """Make a changed property count in the style sheet."""
    widget.style().unpolish(widget)
    widget.style().polish(widget)


class Field(QWidget):
    """Base of all fields: label, ``self.editor``, one line of problem or hint."""

    edited = Signal()

    def __init__(
        self,
        name: str,
        title: str,
        editor: QWidget,
        *,
        required: bool = False,
        wide: bool = False,
        hint: str = "",
        rule: str = "",
        check: Check | None = None,
        glyphs: Glyphs | None = None,
    ) -> None:
        super().__init__()
        self.name, self.title, self.editor = name, title, editor
        self.required, self.wide, self.rule = required, wide, rule
        self._hint, self._check, self._glyphs, self._marked = hint, check, glyphs, ""
        self.label = PlainLabel(f"{title} *" if required else title)
        self.label.setBuddy(editor)
        self.below = PlainLabel()
        self.below.setWordWrap(True)
        editor.setObjectName(name)
        editor.setAccessibleName(title)
        editor.setAccessibleDescription(self.tr("必填") if required else "")
        self.line = QHBoxLayout()
        self.line.setSpacing(theme.S)
        self.line.addWidget(editor, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.XS)
        layout.addWidget(self.label)
        layout.addLayout(self.line)
        layout.addWidget(self.below)
        layout.addStretch(1)
        self.setFocusProxy(editor)
        guard(editor)
        self._show_below()

    # -- what others ask ------------------------------------------------------------------------------------------

    def value(self) -> Any:
        """Return the converted value; None or "" when empty or not understood."""
        raise NotImplementedError

    def set_value(self, value: Any) -> None:
        """Show a value. Not an edit: ``edited`` stays silent."""
        raise NotImplementedError

    def text(self) -> str:
        """Return what stands in the editor, for the draft journal."""
        raise NotImplementedError

    def set_text(self, text: str) -> None:
        """Put back what ``text`` returned."""
        raise NotImplementedError

    def complaint(self) -> str:
        """Return what is wrong with what was typed, "" when it was understood or is empty."""
        return ""

    def settle(self) -> None:
        """The clerk leaves the field: complain now, not while the word is half typed."""

    def empty(self) -> bool:
        return not self.text().strip()

    def problem(self) -> str:
        """Return the sentence for what keeps this field from being used: not understood, or missing."""
        if sentence := self.complaint():
            return sentence
        if self.required and self.empty():
            return self.tr("请填写“{0}”").format(self.title)
        return self._check(self.value()) if self._check is not None and not self.empty() else ""

    def clear(self) -> None:
        self.set_text("")
        self.mark("")

    def retitle(self, title: str) -> None:
        """Call the field by another name, when what it means depends on another field."""
        self.title = title
        self.label.setText(f"{title} *" if self.required else title)
        self.editor.setAccessibleName(title)

    def mark(self, sentence: str) -> None:
        """Show ``sentence`` under the field as a problem; "" takes it away."""
        self._marked = sentence
        self._show_below()

    def set_hint(self, hint: str) -> None:
        self._hint = hint
        self._show_below()

    def set_check(self, check: Check | None) -> None:
        """Replace the live check, when what is right depends on another field."""
        self._check = check
        self.recheck()

    def recheck(self) -> None:
        """Ask the live check again."""
        self._marked = ""
        if not self.empty():
            self._marked = self.complaint() or (self._check(self.value()) if self._check is not None else "")
        self._show_below()

    # -- inside ---------------------------------------------------------------------------------------------------

    def _edited(self) -> None:
        self._marked = ""
        if self._check is not None and not self.empty() and not self.complaint():
            self._marked = self._check(self.value())
        self._show_below()
        self.edited.emit()

    def _show_below(self) -> None:
        lacking = list(self._glyphs(self.text())) if self._glyphs is not None else []
        rare = self.tr("字库中没有“{0}”，打印时以〓代替，请核对").format("、".join(lacking)) if lacking else ""
        self._underline(lacking)
        self.editor.setToolTip(plain_tip(rare or self.rule))
        wrong = bool(self._marked or rare)
        shown = self._marked or rare or self._hint
        self.below.setText(f"⚠ {shown}" if wrong else shown)
        self.below.setVisible(bool(shown))
        role = "problem" if wrong else "hint"
        if self.below.property("role") != role:
            self.below.setProperty("role", role)
            restyle(self.below)
        if bool(self.editor.property("wrong")) != wrong:
            self.editor.setProperty("wrong", wrong)
            restyle(self.editor)

    def _underline(self, lacking: Sequence[str]) -> None:
        """Mark characters without a glyph inside the editor, where the editor can."""


class TextField(Field):
    """One line of text. The value is trimmed."""

    edit: QLineEdit

    def __init__(self, name: str, title: str, *, placeholder: str = "", longest: int = 500, **kwargs: Any) -> None:
        self.edit = QLineEdit()
        self.edit.setMaxLength(longest)
        self.edit.setPlaceholderText(placeholder)
        super().__init__(name, title, self.edit, **kwargs)
        self.edit.textEdited.connect(self._edited)
        self.edit.editingFinished.connect(self.settle)

    def value(self) -> Any:
        return self.edit.text().strip()

    def set_value(self, value: Any) -> None:
        self.set_text("" if value is None else str(value))

    def text(self) -> str:
        return self.edit.text()

    def set_text(self, text: str) -> None:
        self.edit.setText(text)
        self._show_below()

    def settle(self) -> None:
        if sentence := self.complaint():
            self.mark(sentence)


class _ReadField(TextField):
    """A line of text that is read as something else; ``_read`` raises NotUnderstood."""

    def _read(self, text: str) -> Any:
        raise NotImplementedError

    def value(self) -> Any:
        try:
            return self._read(self.edit.text())
        except NotUnderstood:
            return None

    def complaint(self) -> str:
        try:
            self._read(self.edit.text())
        except NotUnderstood as problem:
            return problem.sentence
        return ""


class PhoneField(_ReadField):
    """A telephone number; the value is without blanks, "" when empty or not understood."""

    def _read(self, text: str) -> str:
        return read_phone(text)

    def value(self) -> str:
        return super().value() or ""


class MoneyField(_ReadField):
    """An amount in yuan; the value is a Decimal with two decimals or None."""

    def _read(self, text: str) -> Decimal | None:
        return read_money(text)


class NumberField(_ReadField):
    """A whole number between ``least`` and ``most``; the value is an int or None."""

    def __init__(self, name: str, title: str, *, least: int = 0, most: int = 9999, **kwargs: Any) -> None:
        self._least, self._most = least, most
        super().__init__(name, title, **kwargs)

    def _read(self, text: str) -> int | None:
        return read_whole(text, least=self._least, most=self._most)


class IdNumberField(TextField):
    """An identity number: folded to plain capitals. Give the law's check as ``check=``; it is asked at every key."""

    def value(self) -> str:
        return fold(self.edit.text()).replace(" ", "").upper()


class LongTextField(Field):
    """Several lines of text. Enter makes a new line here; Tab leaves."""

    def __init__(self, name: str, title: str, *, lines: int = 4, placeholder: str = "", **kwargs: Any) -> None:
        self.edit = QPlainTextEdit()
        self.edit.setTabChangesFocus(True)
        self.edit.setPlaceholderText(placeholder)
        kwargs.setdefault("wide", True)
        super().__init__(name, title, self.edit, **kwargs)
        self.edit.setMinimumHeight(self.edit.fontMetrics().lineSpacing() * lines + 14)
        self.edit.setMaximumHeight(self.edit.fontMetrics().lineSpacing() * lines * 2 + 14)
        self._setting = False
        self.edit.textChanged.connect(self._text_changed)

    def _text_changed(self) -> None:
        if not self._setting:
            self._edited()

    def value(self) -> str:
        return self.edit.toPlainText().strip()

    def set_value(self, value: Any) -> None:
        self.set_text("" if value is None else str(value))

    def text(self) -> str:
        return self.edit.toPlainText()

    def set_text(self, text: str) -> None:
        self._setting = True
        self.edit.setPlainText(text)
        self._setting = False
        self._show_below()

    def insert(self, text: str) -> None:
        """Insert a snippet where the caret stands; it can be undone like typing."""
        self.edit.insertPlainText(text)

    def _underline(self, lacking: Sequence[str]) -> None:
        marks = []
        style = QTextCharFormat()
        style.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        style.setUnderlineColor(QColor(theme.colours().danger))
        for character in lacking:
            found = self.edit.document().find(character)
            while not found.isNull():
                mark = QTextEdit.ExtraSelection()
                mark.cursor, mark.format = QTextCursor(found), style
                marks.append(mark)
                found = self.edit.document().find(character, found)
        self.edit.setExtraSelections(marks)


class FlagField(Field):
    """Yes or no. Space ticks it, Enter goes on."""

    def __init__(self, name: str, title: str, **kwargs: Any) -> None:
        self.box = QCheckBox(title)
        super().__init__(name, title, self.box, **kwargs)
        self.label.setText(" ")  # keeps the box on the line of its neighbours' editors
        self.box.clicked.connect(self._edited)

    def value(self) -> bool:
        return self.box.isChecked()

    def set_value(self, value: Any) -> None:
        self.box.setChecked(bool(value))

    def text(self) -> str:
        return "1" if self.box.isChecked() else ""

    def set_text(self, text: str) -> None:
        self.box.setChecked(bool(text))
