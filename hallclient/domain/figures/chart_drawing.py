"""Where does everything of a chart stand? Bars, hatching and words as plain marks, drawn alike on screen and on paper.

Points from the upper left corner, y downwards. Neighbouring fillings differ in lightness and in hatching, every bar
bears its number, so that a chart is read in grey and by who does not see colours.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from hallclient.domain.figures.charts import Chart, ticks

FILLS = ("#1f4e8c", "#a9c4e6", "#4f6f2f", "#d5e2be", "#8a5a00", "#f0d9a8", "#6b6b6b", "#d9d9d9")
HATCHED = (1, 3, 5, 7)  # the light ones: told from white paper, and from each other, by their lines
_BAR = 15.0
_GAP = 7.0
_SIZE = 9.5
_TITLE = 12.5
_ROW = 15.0
_HATCH = 5.0
_LONGEST = 14  # characters of a category; what is longer is cut with an ellipsis and told whole in words

Anchor = Literal["start", "middle", "end"]


@dataclass(frozen=True, slots=True)
class Rect:
    """A filled bar; ``fill`` is a place in ``FILLS``."""

    x: float
    y: float
    width: float
    height: float
    fill: int


@dataclass(frozen=True, slots=True)
class Line:
    """``tone`` is ``line`` (the grid), ``text`` (the axis) or ``hatch``."""

    x1: float
    y1: float
    x2: float
    y2: float
    tone: str = "line"


@dataclass(frozen=True, slots=True)
class Words:
    """``y`` is the base line. ``tone`` is ``text``, ``muted`` or ``on_dark`` (within a dark bar)."""

    x: float
    y: float
    text: str
    size: float = _SIZE
    anchor: Anchor = "start"
    tone: str = "text"


Mark = Rect | Line | Words


@dataclass(frozen=True, slots=True)
class Drawing:
    """A chart drawn: its size and its marks, in the order they are laid down."""

    width: float
    height: float
    marks: tuple[Mark, ...]


def draw(chart: Chart, width: float = 480.0) -> Drawing:
    """Return the chart ``width`` points wide; the height follows from what it tells."""
    marks: list[Mark] = [Words(0, _TITLE + 2, chart.title, _TITLE)]
    y = _TITLE + 12
    if len(chart.series) > 1:
        legend, y = _legend(chart, y, width)
        marks += legend
    left = max((text_width(_short(name)) * 1.08 for name in chart.categories), default=0) + 12
    right = width - text_width(f"{chart.top}") - 8
    scale = ticks(chart.top)
    per = (right - left) / scale[-1]
    thick = _BAR if chart.kind != "pairs" else _BAR * 0.72
    row = thick * (len(chart.series) if chart.kind == "pairs" else 1) + _GAP
    bottom = y + row * len(chart.categories)
    marks += _grid(scale, left, per, y, bottom)
    for place, name in enumerate(chart.categories):
        top = y + place * row + _GAP / 2
        middle = top + (row - _GAP) / 2 + _SIZE * 0.36
        marks.append(Words(left - 6, middle, _short(name), anchor="end"))
        marks += _bars(chart, place, left, top, per, thick)
    marks.append(Line(left, y, left, bottom, "text"))
    marks += [Words(left + value * per, bottom + 12, str(value), anchor="middle", tone="muted") for value in scale]
    marks.append(Words(width, bottom + 12, chart.unit, anchor="end", tone="muted"))
    height = bottom + 18
    if chart.note:
        marks.append(Words(0, height + 10, chart.note, tone="muted"))
        height += 16
    return Drawing(width, height, tuple(marks))


def text_width(text: str, size: float = _SIZE) -> float:
    """Return roughly how wide a text is: a Chinese character is a full square, a letter or digit some half of one."""
    return sum(size if ord(char) > 0x2E7F else size * 0.56 for char in text)


def _short(name: str) -> str:
    return name if len(name) <= _LONGEST else name[: _LONGEST - 1] + "…"


def _legend(chart: Chart, y: float, width: float) -> tuple[list[Mark], float]:
    marks: list[Mark] = []
    x = 0.0
    for place, series in enumerate(chart.series):
        wide = 14 + text_width(series.name) + 14
        if x and x + wide > width:
            x, y = 0.0, y + _ROW
        marks += _filled(x, y, 10, 10, place)
        marks.append(Words(x + 14, y + 9, series.name))
        x += wide
    return marks, y + _ROW + 4


def _grid(scale: Sequence[int], left: float, per: float, y: float, bottom: float) -> Iterator[Mark]:
    for value in scale[1:]:
        x = left + value * per
        yield Line(x, y, x, bottom)


def _bars(chart: Chart, place: int, left: float, top: float, per: float, thick: float) -> Iterator[Mark]:
    if chart.kind == "stacked":
        yield from _stack(chart, place, left, top, per, thick)
        return
    for at, series in enumerate(chart.series):
        value = series.values[place]
        y = top + at * thick
        yield from _filled(left, y, value * per, thick - (1 if chart.kind == "pairs" else 0), at)
        yield Words(left + value * per + 4, y + thick / 2 + _SIZE * 0.36, str(value))


def _stack(chart: Chart, place: int, left: float, top: float, per: float, thick: float) -> Iterator[Mark]:
    x, total = left, 0
    base = top + thick / 2 + _SIZE * 0.36
    for at, series in enumerate(chart.series):
        value = series.values[place]
        wide = value * per
        yield from _filled(x, top, wide, thick, at)
        if value and wide > text_width(str(value)) + 4:
            # On a hatched bar a number stands in a clear space of its own.
            if at % len(FILLS) in HATCHED:
                room = text_width(str(value)) + 4
                yield Rect(x + wide / 2 - room / 2, top + 1, room, thick - 2, at % len(FILLS))
            dark = at % len(FILLS) not in HATCHED
            yield Words(x + wide / 2, base, str(value), anchor="middle", tone="on_dark" if dark else "text")
        x += wide
        total += value
    yield Words(x + 4, base, str(total))


def _filled(x: float, y: float, width: float, height: float, place: int) -> Iterator[Mark]:
    if width <= 0:
        return
    fill = place % len(FILLS)
    yield Rect(x, y, width, height, fill)
    if fill in HATCHED:
        yield from _hatch(x, y, width, height, rising=fill % 4 == 1)


def _hatch(x: float, y: float, width: float, height: float, *, rising: bool) -> Iterator[Mark]:
    """Yield slanted lines within the bar, cut at its edges."""
    at = -height
    while at < width:
        start, end = max(at, 0.0), min(at + height, width)
        if end > start:
            low, high = start - at, end - at  # how far up the slope the line begins and ends
            if rising:
                yield Line(x + start, y + height - low, x + end, y + height - high, "hatch")
            else:
                yield Line(x + start, y + low, x + end, y + high, "hatch")
        at += _HATCH
