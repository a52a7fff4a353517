"""How does a clerk type a time of day? As 0915, 9:15 or 9.15; empty means now."""

import re
from datetime import time
from typing import Any

from hallclient.ui.fields import TextField
from hallclient.ui.typed import fold


class TimeField(TextField):
    """A time of day, to the minute. The value is a ``time`` or None."""

    def __init__(self, name: str, title: str, **kwargs: Any) -> None:
        kwargs.setdefault("placeholder", "0915 · 9:15")
        super().__init__(name, title, longest=8, **kwargs)

    def value(self) -> time | None:
        found = re.fullmatch(r"(\d{1,2})[:.]?(\d{2})", fold(self.edit.text()))
        if found is None or int(found[1]) > 23 or int(found[2]) > 59:
            return None
        return time(int(found[1]), int(found[2]))

    def set_value(self, value: Any) -> None:
        self.set_text(f"{value:%H:%M}" if isinstance(value, time) else "")

    def complaint(self) -> str:
        if self.empty() or self.value() is not None:
            return ""
        return self.tr("没有这个时间，请写成 0915 或 9:15")
