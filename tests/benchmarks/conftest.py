"""What do the benchmarks say in the end? One table: name, ours, floor, ratio, target."""

from collections.abc import Callable
from dataclasses import dataclass

import pytest


@dataclass(frozen=True)
class Row:
    """One measure. ``floor`` is what the same work costs without us, in the same run; None for a plain limit."""

    name: str
    ours: float
    floor: float | None
    most: float
    digits: int = 1

    @property
    def ratio(self) -> float | None:
        return None if self.floor is None else self.ours / self.floor

    @property
    def kept(self) -> bool:
        return (self.ours if self.ratio is None else self.ratio) <= self.most

    @property
    def text(self) -> str:
        unit = "ms" if self.ours < 0.5 else "s"
        by = 1000 if unit == "ms" else 1
        ours = f"{self.ours * by:.{self.digits}f} {unit}"
        if self.floor is None:
            return f"{self.name:58} {ours:>12} {'':>12} {'':>6}  at most {self.most * by:g} {unit}"
        floor = f"{self.floor * by:.{self.digits}f} {unit}"
        return f"{self.name:58} {ours:>12} {floor:>12} {self.ratio:>6.2f}  at most {self.most:g}"


Measured = Callable[..., None]
_ROWS: list[Row] = []


@pytest.fixture
def measured() -> Measured:
    """Return what takes a measure, in seconds, into the table and holds it to its target."""

    def take(name: str, *, ours: float, most: float, floor: float | None = None, digits: int = 1) -> None:
        row = Row(name, ours, floor, most, digits)
        _ROWS.append(row)
        assert row.kept, row.text

    return take


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    if not _ROWS:
        return
    terminalreporter.write_sep("=", "measures")
    terminalreporter.write_line(f"{'':58} {'ours':>12} {'floor':>12} {'ratio':>6}  target")
    for row in _ROWS:
        terminalreporter.write_line(("" if row.kept else "! ") + row.text)
