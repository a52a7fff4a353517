"""How is a chart put together? A value that window, paper and web page draw alike; no colour means anything alone.

Every bar and every line is labelled where it stands, so that a chart is read without its legend, in print and in grey;
``patterns`` number the fillings in an order that neighbours differ in lightness.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, floor, log10
from typing import Literal

from hallclient.domain.figures.analysis import Compared, CrossTable, Repeats

Kind = Literal["bars", "stacked", "pairs"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """One row of values, one for each category."""

    name: str
    values: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """Horizontal bars, one category below the other: long Chinese names stand straight.

    ``bars``: one series. ``stacked``: the series lie end to end. ``pairs``: two series side by side (two years).
    ``unit`` stands at the axis, ``note`` below; ``told`` is the whole chart in words, for who cannot see it.
    """

    kind: Kind
    title: str
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    unit: str = "件"
    note: str = ""

    @property
    def top(self) -> int:
        """The largest length to draw."""
        if self.kind == "stacked":
            return max((sum(values) for values in zip(*(s.values for s in self.series), strict=True)), default=0)
        return max((max(series.values, default=0) for series in self.series), default=0)

    @property
    def told(self) -> str:
        parts = []
        for place, category in enumerate(self.categories):
            said = "，".join(
                f"{series.name} {series.values[place]}" if series.name else str(series.values[place])
                for series in self.series
            )
            parts.append(f"{category}：{said}")
        return f"{self.title}（{self.unit}）。" + "；".join(parts) + "。"


def ticks(top: int, *, wanted: int = 5) -> tuple[int, ...]:
    """Return round values from 0 to at least ``top`` for an axis, in steps of 1, 2 or 5 times a power of ten."""
    if top <= 0:
        return (0, 1)
    rough = top / wanted
    power = 10 ** floor(log10(rough)) if rough >= 1 else 1
    step = next((each * power for each in (1, 2, 5, 10) if each * power >= rough), 10 * power)
    step = max(1, int(step))
    return tuple(range(0, step * ceil(top / step) + 1, step))


def of_sums(found: CrossTable, title: str) -> Chart:
    """Return the rows of a cross table as bars."""
    return Chart(kind="bars", title=title, categories=found.rows, series=(Series(name="", values=found.row_sums),))


def of_cross(found: CrossTable, title: str) -> Chart:
    """Return a cross table as stacked bars, a series for each column."""
    series = tuple(
        Series(name=name, values=tuple(cells[place] for cells in found.cells))
        for place, name in enumerate(found.columns)
    )
    return Chart(kind="stacked", title=title, categories=found.rows, series=series)


def of_comparison(lines: Sequence[Compared], title: str, before: str, now: str) -> Chart:
    """Return a comparison as pairs of bars; the sum stands first."""
    return Chart(
        kind="pairs",
        title=title,
        categories=tuple(line.label for line in lines),
        series=(
            Series(name=before, values=tuple(line.before for line in lines)),
            Series(name=now, values=tuple(line.now for line in lines)),
        ),
    )


def of_repeats(found: Repeats, title: str) -> Chart:
    """Return how often applicants came as bars of applicants."""
    return Chart(
        kind="bars",
        title=title,
        categories=tuple(found.times),
        series=(Series(name="", values=tuple(found.times.values())),),
        unit="人",
        note=f"共{found.applicants}名申请人、{found.cases}件；同一申请人最多{found.most}件",
    )
