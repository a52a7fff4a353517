"""How is a new edition written? Its title, from when, why, and each section or box with its own words."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hallclient.domain.refusal import Refusal
from hallclient.domain.register.reference_text import ReferenceKind, ReferenceText, TextPart
from hallclient.ui.date_field import DateField
from hallclient.ui.fields import LongTextField, TextField
from hallclient.ui.forms import Form, FormScroll
from hallclient.ui.language import translate
from hallclient.ui.reference_texts_words import slots_told

_TITLE, _TEXT = "title.", "text."  # before a part's id


class ReferenceTextForm(QWidget):
    """Made anew for each text, because each has its own parts. ``base`` is the edition the new one follows.

    ``changed`` when something was typed.
    """

    changed = Signal()

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__()
        self._today = today
        self._ids: tuple[str, ...] = ()
        self._form: Form | None = None
        self.kind: ReferenceKind | None = None
        self.base = 0
        self._room = QVBoxLayout(self)
        self._room.setContentsMargins(0, 0, 0, 0)

    def show_text(self, text: ReferenceText) -> None:
        """Show the words of an edition to begin with; what stood here before is gone."""
        self.kind, self.base = text.kind, text.edition
        self._ids = tuple(part.id for part in text.parts)
        while (taken := self._room.takeAt(0)) is not None:
            if (widget := taken.widget()) is not None:
                widget.deleteLater()
        items: list[Any] = [
            translate("reference_texts", "新版"),
            TextField("title", translate("reference_texts", "标题"), required=True, wide=True, longest=120),
            DateField("effective_from", translate("reference_texts", "施行日期"), today=self._today, required=True),
            TextField("reason", translate("reference_texts", "修订说明"), required=True, longest=200),
            translate("reference_texts", "花括号内的内容按机关信息和法定期限自动填写，按 F1 查看可用的名称"),
        ]
        short = text.kind is ReferenceKind.FLOW
        for part in text.parts:
            items.append(
                LongTextField(
                    _TITLE + part.id, translate("reference_texts", "框内标题"), lines=1, rule=slots_told(), wide=False
                )
                if short
                else TextField(
                    _TITLE + part.id, translate("reference_texts", "小标题"), wide=True, longest=120, rule=slots_told()
                )
            )
            items.append(
                LongTextField(
                    _TEXT + part.id,
                    translate("reference_texts", "框内说明") if short else translate("reference_texts", "内容"),
                    lines=2 if short else 5,
                    rule=slots_told(),
                    wide=not short,
                )
            )
        form = self._form = Form(items, columns=2, least=15)
        values: dict[str, Any] = {"title": text.title, "effective_from": self._today(), "reason": ""}
        for part in text.parts:
            values |= {_TITLE + part.id: part.title, _TEXT + part.id: part.text}
        form.fill(values)
        form.changed.connect(self.changed)
        self._room.addWidget(FormScroll(form))

    @property
    def dirty(self) -> bool:
        """Whether something was typed since the text was shown."""
        return self._form is not None and self._form.dirty

    def texts(self) -> dict[str, str]:
        """Return every field as it stands, empty ones too: an emptied section is part of the new words."""
        return {field.name: field.text() for field in self._form.fields} if self._form is not None else {}

    def restore(self, texts: Mapping[str, str], *, base: int) -> None:
        """Lay kept words over the shown text; sections it does not know stay as they are."""
        assert self._form is not None
        self.base = base
        self._form.restore(self.texts() | dict(texts))

    def title(self) -> str:
        """Return the title as it was typed."""
        return str(self.values()["title"] or "")

    def values(self) -> dict[str, Any]:
        """Return the form's values by field name."""
        assert self._form is not None
        return self._form.values()

    def parts(self) -> tuple[TextPart, ...]:
        """Return the sections as they were typed, in their order."""
        said = self.values()
        return tuple(
            TextPart(id=one, title=said[_TITLE + one] or "", text=said[_TEXT + one] or "") for one in self._ids
        )

    def fit(self) -> bool:
        """Mark what is missing; True when nothing is."""
        assert self._form is not None
        if problems := self._form.problems():
            self._form.mark(problems)
        return not problems

    def mark_refusal(self, refusal: Refusal) -> bool:
        """Mark the fields a refusal names; False when it names none of these."""
        return self._form is not None and self._form.mark_refusal(refusal)

    def focus_first(self) -> None:
        """Where writing starts: the date, because the title seldom changes."""
        if self._form is not None:
            self._form.field("effective_from").setFocus(Qt.FocusReason.OtherFocusReason)
