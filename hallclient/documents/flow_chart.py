"""How does an application go its way, on one sheet for the wall? Boxes and arrows drawn from data, terms filled in."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from io import BytesIO
from itertools import pairwise
from typing import Any

from hallclient.documents import fonts, marks
from hallclient.documents.layout import A4, MM
from hallclient.documents.lines import Line, break_lines, draw, text_width
from hallclient.documents.reference_templates import ChartArrow, ChartBox, chart
from hallclient.domain.register.reference_text import ReferenceText

_MARGIN = 12 * MM
_WIDTH = A4[0] - 2 * _MARGIN
_TOP = A4[1] - 33 * MM  # below the title
_BOTTOM = 18 * MM  # above the foot
_SIDE = 0.292  # share of the width of a column at the side; the centre column takes what is left
_GUTTER = 11.5 * MM
_PAD = 5.5
_CHAIN = (fonts.SANS, fonts.SERIF)
_TITLE, _TEXT, _ARTICLE, _LABEL = 11.5, 9.3, 7.6, 9.0
_LEADING = 1.3
_TIGHTEST = 13.0  # points between two rows: an arrow with its label still fits
_NOSE = 12.0  # how far the points of a question's hexagon reach
_HEAD = 5.0

Colour = tuple[float, float, float]


def _rgb(code: str) -> Colour:
    return (int(code[0:2], 16) / 255, int(code[2:4], 16) / 255, int(code[4:6], 16) / 255)


_INK, _LINE, _QUIET, _WHITE = _rgb("1F2A37"), _rgb("4B5A6B"), _rgb("5F6B78"), _rgb("FFFFFF")


@dataclass(frozen=True, slots=True)
class _Look:
    """Fill, border and colour of the title of a shape. Shapes differ too, so that a grey print is read as well."""

    fill: Colour
    border: Colour
    title: Colour
    text: Colour = _INK
    dashed: bool = False
    radius: float = 3.0


_LOOKS: Mapping[str, _Look] = {
    "start": _Look(_rgb("1E4E79"), _rgb("1E4E79"), _WHITE, _rgb("E6EEF6"), radius=12.0),
    "step": _Look(_rgb("E7F0F8"), _rgb("1E4E79"), _rgb("163A5A")),
    "question": _Look(_rgb("FFF6DE"), _rgb("B7800A"), _rgb("6B4A00")),
    "side": _Look(_WHITE, _rgb("1E4E79"), _rgb("163A5A"), dashed=True),
    "paper": _Look(_WHITE, _rgb("6B7785"), _rgb("37414D")),
    "end": _Look(_rgb("EAF5EE"), _rgb("2F7A50"), _rgb("1D5737"), radius=10.0),
    "note": _Look(_rgb("F2F4F6"), _rgb("8A95A1"), _rgb("37414D")),
}


@dataclass(frozen=True)
class _Placed:
    """A box with its lines broken; ``x`` is its left edge, ``middle`` the height of its centre once it has one."""

    box: ChartBox
    x: float
    width: float
    title: tuple[Line, ...]
    text: tuple[Line, ...]
    article: tuple[Line, ...]
    middle: float = 0.0
    least: float = 0.0

    @cached_property
    def content(self) -> float:
        lines = len(self.title) * _TITLE + len(self.text) * _TEXT + len(self.article) * _ARTICLE
        return lines * _LEADING + 2 * _PAD

    @property
    def height(self) -> float:
        return max(self.content, self.least)

    @property
    def centre(self) -> float:
        return self.x + self.width / 2

    @property
    def right(self) -> float:
        return self.x + self.width

    @property
    def top(self) -> float:
        return self.middle + self.height / 2

    @property
    def bottom(self) -> float:
        return self.middle - self.height / 2


def flow_chart_pdf(text: ReferenceText, *, agency: str, watermark: str = "") -> bytes:
    """Return the chart (an edition, filled) on one page of A4; the same edition gives the same bytes.

    Longer words than the sheet has room for are set smaller by the page as a whole. Raises FontMissing.
    """
    boxes, arrows = chart()
    words = {part.id: part for part in text.parts}
    sink = BytesIO()
    canvas = fonts.new_canvas(sink, size=A4, font=fonts.SANS, title=text.title, author=agency)
    if watermark:
        marks.watermark(canvas, watermark, A4)
    placed = [_placed(box, words[box.id].title, words[box.id].text) for box in boxes if box.id in words]
    rows, scale = _arranged(placed)
    _heading(canvas, agency, text.title)
    canvas.saveState()
    # A chart whose words grew is drawn smaller around the top of its room, never over the page's edge.
    canvas.translate(_MARGIN + _WIDTH / 2, _TOP)
    canvas.scale(scale, scale)
    canvas.translate(-(_MARGIN + _WIDTH / 2), -_TOP)
    known = {one.box.id: one for one in rows}
    _arrows(canvas, arrows, known)
    for one in rows:
        _draw_box(canvas, one)
    for arrow in arrows:
        if arrow.label and {arrow.start, arrow.end} <= set(known):
            _draw_label(canvas, arrow.label, _path(known[arrow.start], known[arrow.end]))
    canvas.restoreState()
    _foot(canvas, text)
    canvas.showPage()
    canvas.save()
    return sink.getvalue()


# -- where everything stands ------------------------------------------------------------------------------------------


def _placed(box: ChartBox, title: str, text: str) -> _Placed:
    x, width = _place(box.place)
    inner = width - 2 * _PAD - (2 * _NOSE if box.shape == "question" else 0)
    article = f"（{box.article}）" if box.article else ""
    if article and box.place == "wide":  # a wide box has room for it on the same line
        text, article = text + article, ""
    return _Placed(
        box=box,
        x=x,
        width=width,
        title=_broken(title, _TITLE, inner),
        text=_broken(text, _TEXT, inner),
        article=_broken(article, _ARTICLE, inner),
    )


def _place(place: str) -> tuple[float, float]:
    """Return the left edge and the width of a place of the grid."""
    if "/" in place:
        at, count = (int(part) for part in place.split("/"))
        gap = 4 * MM
        width = (_WIDTH - gap * (count - 1)) / count
        return _MARGIN + (at - 1) * (width + gap), width
    side = _WIDTH * _SIDE
    return {
        "left": (_MARGIN, side),
        "centre": (_MARGIN + side + _GUTTER, _WIDTH - 2 * side - 2 * _GUTTER),
        "right": (_MARGIN + _WIDTH - side, side),
        "wide": (_MARGIN, _WIDTH),
    }[place]


def _broken(text: str, size: float, width: float) -> tuple[Line, ...]:
    if not text:
        return ()
    return tuple(break_lines(text, chain=_CHAIN, size=size, width=width, justify=False))


def _arranged(placed: Sequence[_Placed]) -> tuple[list[_Placed], float]:
    """Give every row its height and spread what is left evenly between them; below the least gap, scale."""
    numbers = sorted({one.box.row for one in placed})
    heights = {row: max(one.height for one in placed if one.box.row == row) for row in numbers}
    room, taken = _TOP - _BOTTOM, sum(heights.values())
    gaps = max(1, len(numbers) - 1)
    gap = max(_TIGHTEST, (room - taken) / gaps)
    scale = min(1.0, room / (taken + gap * gaps))
    middles, y = {}, _TOP
    for row in numbers:
        middles[row] = y - heights[row] / 2
        y -= heights[row] + gap
    # The boxes of a fan are equally high, so that its arrows turn on one line.
    return [
        replace(one, middle=middles[one.box.row], least=heights[one.box.row] if "/" in one.box.place else 0.0)
        for one in placed
    ], scale


# -- arrows -----------------------------------------------------------------------------------------------------------

_Point = tuple[float, float]


def _path(start: _Placed, end: _Placed) -> list[_Point]:
    """Return the corners of an arrow: sideways in a row, straight down, down in a fan, or up around a corner."""
    if start.box.row == end.box.row:
        if start.x < end.x:
            return [(start.right, start.middle), (end.x, end.middle)]
        return [(start.x, start.middle), (end.right, end.middle)]
    if end.box.row < start.box.row:
        return [(start.centre, start.top), (start.centre, end.middle), (end.x, end.middle)]
    if start.x <= end.centre <= start.right and abs(end.centre - start.centre) < 1:
        return [(start.centre, start.bottom), (end.centre, end.top)]
    if end.x <= start.centre <= end.right:
        return [(start.centre, start.bottom), (start.centre, end.top)]
    turn = (start.bottom + end.top) / 2
    return [(start.centre, start.bottom), (start.centre, turn), (end.centre, turn), (end.centre, end.top)]


def _arrows(canvas: Any, arrows: Sequence[ChartArrow], known: Mapping[str, _Placed]) -> None:
    canvas.saveState()
    canvas.setLineWidth(1.1)
    canvas.setLineJoin(1)
    canvas.setStrokeColorRGB(*_LINE)
    canvas.setFillColorRGB(*_LINE)
    for arrow in arrows:
        if arrow.start not in known or arrow.end not in known:
            continue
        corners = _path(known[arrow.start], known[arrow.end])
        line = canvas.beginPath()
        line.moveTo(*corners[0])
        for corner in corners[1:]:
            line.lineTo(*corner)
        canvas.drawPath(line, stroke=1, fill=0)
        _head(canvas, corners[-2], corners[-1])
        if arrow.both:
            _head(canvas, corners[1], corners[0])
    canvas.restoreState()


def _head(canvas: Any, before: _Point, tip: _Point) -> None:
    across, down = tip[0] - before[0], tip[1] - before[1]
    length = max(1e-6, (across**2 + down**2) ** 0.5)
    ux, uy = across / length, down / length
    base = (tip[0] - _HEAD * 1.5 * ux, tip[1] - _HEAD * 1.5 * uy)
    path = canvas.beginPath()
    path.moveTo(*tip)
    path.lineTo(base[0] - uy * _HEAD * 0.62, base[1] + ux * _HEAD * 0.62)
    path.lineTo(base[0] + uy * _HEAD * 0.62, base[1] - ux * _HEAD * 0.62)
    path.close()
    canvas.drawPath(path, stroke=0, fill=1)


def _draw_label(canvas: Any, label: str, corners: list[_Point]) -> None:
    """Set a label beside its arrow's first stretch: above a level one, to the right of an upright one."""
    (x0, y0), (x1, y1) = next(iter(pairwise(corners)))
    wide = text_width(label, _CHAIN, _LABEL)
    (line,) = break_lines(label, chain=_CHAIN, size=_LABEL, width=wide + 1)
    if abs(y0 - y1) < 1:
        x, y = (x0 + x1) / 2 - wide / 2, y0 + 3
        if wide > abs(x1 - x0) - 6:  # too long for its gap: broken over and under the line
            half = -(-len(label) // 2)
            for text, height in ((label[:half], y0 + 3.5), (label[half:], y0 - _LABEL - 1.5)):
                part = text_width(text, _CHAIN, _LABEL)
                (piece,) = break_lines(text, chain=_CHAIN, size=_LABEL, width=part + 1)
                _ink(canvas, piece, (x0 + x1) / 2 - part / 2, height, _LABEL, _LINE)
            return
    else:
        x, y = x0 + 4, (y0 + y1) / 2 - _LABEL * 0.36
    _ink(canvas, line, x, y, _LABEL, _LINE)


# -- boxes and frame --------------------------------------------------------------------------------------------------


def _draw_box(canvas: Any, one: _Placed) -> None:
    look = _LOOKS[one.box.shape]
    canvas.saveState()
    canvas.setFillColorRGB(*look.fill)
    canvas.setStrokeColorRGB(*look.border)
    canvas.setLineWidth(1.0)
    if look.dashed:
        canvas.setDash(3.2, 2.2)
    if one.box.shape == "question":
        path = canvas.beginPath()
        path.moveTo(one.x, one.middle)
        for x, y in (
            (one.x + _NOSE, one.top),
            (one.right - _NOSE, one.top),
            (one.right, one.middle),
            (one.right - _NOSE, one.bottom),
            (one.x + _NOSE, one.bottom),
        ):
            path.lineTo(x, y)
        path.close()
        canvas.drawPath(path, stroke=1, fill=1)
    else:
        canvas.roundRect(one.x, one.bottom, one.width, one.height, min(look.radius, one.height / 2), stroke=1, fill=1)
    canvas.restoreState()
    y = one.middle + one.content / 2 - _PAD
    for lines, size, colour in (
        (one.title, _TITLE, look.title),
        (one.text, _TEXT, look.text),
        (one.article, _ARTICLE, look.text if one.box.shape == "start" else _QUIET),
    ):
        for line in lines:
            y -= size * _LEADING
            _ink(canvas, line, one.centre - line.width / 2, y + size * (_LEADING - 1) / 2 + size * 0.13, size, colour)


def _ink(canvas: Any, line: Line, x: float, y: float, size: float, colour: Colour) -> None:
    canvas.saveState()
    canvas.setFillColorRGB(*colour)
    draw(canvas, line, x=x, y=y, size=size)
    canvas.restoreState()


def _heading(canvas: Any, agency: str, title: str) -> None:
    y = A4[1] - 17 * MM
    for text, chain, size, colour, down in (
        (agency, _CHAIN, 13.0, _QUIET, 0.0),
        (title, fonts.TITLE_CHAIN, 23.0, _INK, 27.0),
    ):
        fit = min(size, size * _WIDTH / max(1.0, text_width(text, chain, size)))
        (line,) = break_lines(text, chain=chain, size=fit, width=_WIDTH + 1, justify=False)[:1]
        _ink(canvas, line, _MARGIN + (_WIDTH - line.width) / 2, y - down, fit, colour)


def _foot(canvas: Any, text: ReferenceText) -> None:
    canvas.saveState()
    canvas.setStrokeColorRGB(*_QUIET)
    canvas.setLineWidth(0.5)
    canvas.line(_MARGIN, 15 * MM, _MARGIN + _WIDTH, 15 * MM)
    canvas.restoreState()
    day = text.effective_from
    edition = "草案，尚未发布"
    if text.edition and day is not None:
        edition = f"第{text.edition}版，自{day.year}年{day.month}月{day.day}日起施行"
    said = "　".join(
        one
        for one in (
            "依据《中华人民共和国政府信息公开条例》",
            f"咨询电话：{text.facts['phone']}" if text.facts.get("phone") else "",
            edition,
        )
        if one
    )
    (line,) = break_lines(said, chain=_CHAIN, size=9.0, width=_WIDTH * 2, justify=False)[:1]
    _ink(canvas, line, _MARGIN + (_WIDTH - line.width) / 2, 10.5 * MM, 9.0, _QUIET)
