"""How does a register number look? ``机关-窗口-序列年-流水``: one series a window, the year from the receipt date."""

import re
from dataclasses import dataclass
from enum import StrEnum


class Series(StrEnum):
    """The window's own series. History has its own, so that an import never uses up a live number."""

    APPLICATION = "S"  # 申请
    ENQUIRY = "Z"  # 咨询投诉
    DISPUTE = "F"  # 复议诉讼
    APPLICATION_HISTORY = "SH"
    ENQUIRY_HISTORY = "ZH"
    DISPUTE_HISTORY = "FH"


_SHAPE = re.compile(r"([0-9A-Z]+)-(W\d+)-(SH|ZH|FH|S|Z|F)(\d{4})-(\d{5,})")


@dataclass(frozen=True, slots=True, order=True)
class RegisterNumber:
    """``SQ01-W01-S2026-00001``: unique over all windows of all agencies without asking anyone."""

    agency: str
    window: str
    series: Series
    year: int
    serial: int

    def __str__(self) -> str:
        return f"{self.agency}-{self.window}-{self.series.value}{self.year}-{self.serial:05d}"

    @property
    def ledger_series(self) -> str:
        return f"{self.agency}-{self.window}-{self.series.value}"

    @classmethod
    def read(cls, text: str) -> "RegisterNumber | None":
        """Return the number ``text`` spells; None when it spells none."""
        found = _SHAPE.fullmatch(text.strip().upper())
        if found is None:
            return None
        agency, window, series, year, serial = found.groups()
        return cls(agency, window, Series(series), int(year), int(serial))


def ledger_series(agency: str, window: str, series: Series) -> str:
    """Return the name under which the number ledger keeps a series."""
    return f"{agency}-{window}-{series.value}"
