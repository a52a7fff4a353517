"""What does a paper still ask of the clerk? Its facts as fields of a form, and the form's values as facts."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from PySide6.QtWidgets import QPushButton, QWidget

from hallclient.domain.register.issued import AskedFact, KindOffer, OneByOne
from hallclient.domain.register.items import Item, answered_one_by_one
from hallclient.ui.choice_field import ChoiceField, Option
from hallclient.ui.date_field import DateField
from hallclient.ui.fields import Field, LongTextField, MoneyField, NumberField, TextField
from hallclient.ui.forms import Form

Fact = str | date | int | Decimal | list[str]


class FactsForm(Form):
    """A form made from what a kind of document asks. Labels are the official words of the wording file."""

    def __init__(self, asks: Sequence[AskedFact], *, today: Callable[[], date], columns: int = 2) -> None:
        self._asks = {ask.name: ask for ask in asks}
        super().__init__([_field(ask, today) for ask in asks], columns=columns)

    def come_after(self, field: Field) -> None:
        """Take the place after ``field`` in the order of Tab: this form was made later than its neighbours.

        The buttons in between are moved behind it. The other way round does not do: Qt moves a field's editor but
        leaves the field itself at the end, where it calls Tab back to its editor, and Tab never leaves the letter.
        """
        between, widget = [], field.editor.nextInFocusChain()
        while widget is not None and widget is not self and not widget.isWindow():
            if isinstance(widget, QPushButton) and widget.isVisible():
                between.append(widget)
            widget = widget.nextInFocusChain()
        before = self.fields[-1].editor
        for button in between:
            QWidget.setTabOrder(before, button)
            before = button

    def facts(self) -> dict[str, Fact]:
        """Return what was typed, as the documents desk takes it; what is empty is left out."""
        found: dict[str, Fact] = {}
        for name, value in self.values().items():
            if self._asks[name].type == "list":
                value = [line.strip() for line in str(value).splitlines() if line.strip()]
            if value not in (None, "", []):
                found[name] = value
        return found

    def fill_facts(self, facts: Mapping[str, Any]) -> None:
        """Show facts as ``facts`` returned them, or as the texts a step keeps."""
        for field in self.fields:
            if field.name not in facts:
                continue
            value = facts[field.name]
            if isinstance(value, list):
                field.set_text("\n".join(value))
            elif isinstance(value, str) and not isinstance(field, ChoiceField):
                field.set_text(value)
            elif isinstance(field, TextField) and not isinstance(value, date):
                field.set_text(str(value))
            else:
                field.set_value(value)


def asks_of(offer: KindOffer, pieces: Sequence[Item]) -> tuple[AskedFact, ...]:
    """Return what a letter asks of a case of these items: nothing where it goes through them one by one."""
    if offer.one_by_one is OneByOne.ALWAYS:
        return ()
    return () if offer.one_by_one is OneByOne.WHERE_LISTED and answered_one_by_one(pieces) else offer.asks


def _field(ask: AskedFact, today: Callable[[], date]) -> Field:
    common: dict[str, Any] = {"required": ask.required}
    match ask.type:
        case "date":
            return DateField(ask.name, ask.label, today=today, **common)
        case "number":
            return NumberField(ask.name, ask.label, most=999_999, **common)
        case "money":
            return MoneyField(ask.name, ask.label, **common)
        case "list":
            return LongTextField(ask.name, ask.label, lines=2, **common)
        case "choice":
            options = [Option(value, title) for value, title in ask.choices.items()]
            return ChoiceField(ask.name, ask.label, options, **common)
        case _:
            return TextField(ask.name, ask.label, wide=True, longest=2000, **common)
