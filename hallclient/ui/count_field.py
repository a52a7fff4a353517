"""How is a counted number typed? Whole, or with the decimals its unit is published with."""

from decimal import Decimal
from typing import Any

from hallclient.domain.register.counter import Counter
from hallclient.ui.fields import TextField
from hallclient.ui.typed import fold


class CountField(TextField):
    """A count of at least 0. The value is a Decimal or None; ``set_counter`` says how many decimals it may have."""

    def __init__(self, name: str, title: str, **kwargs: Any) -> None:
        self._counter: Counter | None = None
        super().__init__(name, title, longest=16, **kwargs)

    def set_counter(self, counter: Counter | None) -> None:
        """Count in this counter's unit from now on."""
        self._counter = counter
        self.label.setText(f"{self.title}（{counter.unit}） *" if counter is not None else f"{self.title} *")
        self.recheck()

    def value(self) -> Decimal | None:
        typed = fold(self.edit.text()).replace(",", "")
        whole, _, rest = typed.partition(".")
        plain = whole.isascii() and whole.isdigit() and (not rest or (rest.isascii() and rest.isdigit()))
        places = self._counter.places if self._counter is not None else 4
        return Decimal(typed) if plain and len(rest) <= places and not typed.endswith(".") else None

    def complaint(self) -> str:
        if self.empty() or self.value() is not None:
            return ""
        if self._counter is not None and not self._counter.places:
            return self.tr("请填不小于 0 的整数")
        return self.tr("请填不小于 0 的数，最多四位小数")
