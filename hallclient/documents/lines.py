"""Where does a Chinese paragraph break into lines?

Rules: closing punctuation never starts a line, opening punctuation never ends one, a dash or an ellipsis of two is
never torn, Latin words and numbers (an 18-digit identity number, a register number) stay whole. ReportLab's own
breaker knows none of the last three and lets ，：；！？”》 start a line. Source: GB/T 15834-2011 5.1 (标点符号用法).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from hallclient.documents import fonts, glyphs

NEVER_FIRST = frozenset("，。、；：？！…—～·）》〉」』】〕〗］｝”’％‰℃々,.;:?!)]}%°")
NEVER_LAST = frozenset("（《〈「『【〔〖［｛“‘￥¥＄$№([{")
_IN_WORDS = frozenset("0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-./_@:&=?#+~%,'*")

_DIGITS = frozenset("0123456789")
# 3月2日: what is counted stays with its number.
_COUNTED = frozenset("年月日时分秒元角件页份项款条号个次人名户%％℃㎡")

_JOINTS = frozenset("/-_.?&=")

# Drawn as squares, because none of the bundled faces has ☐ and ☑; private characters cannot come from a user's text.
BOX = "\ue000"
TICKED_BOX = "\ue001"
BOXES = "box"

# A line short by more than this many characters is left ragged: spreading its letters would look like a headline.
_MOST_SPREAD = 3.5
# A long word may leave at most this share of a line empty before it is cut after all.
_MOST_EMPTY = 0.65
# A web address is cut sooner: it has joints, and a line half empty before it looks like the end of a paragraph.
_ADDRESS_EMPTY = 0.2


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a paragraph: ``(font, text)`` runs, the natural width in points, the tracking that justifies it."""

    runs: tuple[tuple[str, str], ...]
    width: float
    indent: float
    tracking: float

    @property
    def text(self) -> str:
        return "".join(text for _, text in self.runs)


@cache
def _cell(char: str, chain: tuple[str, ...]) -> tuple[str, str, float]:
    """Return the character to draw, its font and its advance in em."""
    if char in (BOX, TICKED_BOX):
        return char, BOXES, 1.0
    face = glyphs.face_for(char, chain)
    if not face:
        char, face = glyphs.GETA, chain[0]
    return char, face, fonts.width(char, face)


def text_width(text: str, chain: tuple[str, ...], size: float, tracking: float = 0.0) -> float:
    """Return the natural width of a text in points."""
    return sum(_cell(char, chain)[2] * size + tracking for char in text)


def break_lines(
    text: str,
    *,
    chain: tuple[str, ...],
    size: float,
    width: float,
    tracking: float = 0.0,
    indent: float = 0.0,
    justify: bool = True,
) -> list[Line]:
    """Break a text into lines of at most ``width`` points; a newline starts a new, equally indented paragraph.

    ``indent`` is that of each paragraph's first line. At least one line comes back, even for an empty text.
    """
    lines: list[Line] = []
    for paragraph in glyphs.tidy(text).split("\n"):
        cells = [_cell(char, chain) for char in paragraph]
        advances = [em * size + tracking for _, _, em in cells]
        first = 0
        hanging = indent
        while True:
            room = width - hanging
            until, used = _fill(advances, first, room)
            last = until == len(cells)
            if not last:
                until = _break_at(cells, advances, first, until, room)
                until = _not_alone(cells, advances, first, until, width)
                used = sum(advances[first:until])
            spread = 0.0
            while until > first and not last and cells[until - 1][0] == " ":
                until -= 1
                used -= advances[until]
            gap = room - used
            if justify and not last and until - first > 1 and 0 < gap <= _MOST_SPREAD * size:
                spread = gap / (until - first - 1)
            lines.append(Line(_runs(cells[first:until]), used, hanging, tracking + spread))
            first = until
            while first < len(cells) and cells[first][0] == " ":
                first += 1
            hanging = 0.0
            if first >= len(cells):
                break
    return lines


def _fill(advances: Sequence[float], first: int, room: float) -> tuple[int, float]:
    """Return where the line is full and how wide it is then; at least one character always goes in."""
    used = 0.0
    at = first
    while at < len(advances) and (used + advances[at] <= room + 0.01 or at == first):
        used += advances[at]
        at += 1
    return at, used


def _break_at(
    cells: Sequence[tuple[str, str, float]], advances: Sequence[float], first: int, until: int, room: float
) -> int:
    empty = 0.0
    for at in range(until, first, -1):
        if empty > room * _MOST_EMPTY:
            break
        if _may_break(cells[at - 1][0], cells[at][0]):
            if empty > room * _ADDRESS_EMPTY and _is_address(cells, until):
                break
            return at
        empty += advances[at - 1]
    # Too long a word to keep whole, a web address as a rule: cut where it has a joint, after a stroke if it has one.
    near = range(until, max(first, until - 20), -1)
    strokes = (at for at in near if cells[at - 1][0] == "/")
    joints = (at for at in near if cells[at - 1][0] in _JOINTS)
    return next(strokes, None) or next(joints, until)


def _is_address(cells: Sequence[tuple[str, str, float]], at: int) -> bool:
    """Tell whether a web address stands across ``at``: register and index numbers are never cut."""
    first = until = at
    while first > 0 and cells[first - 1][0] in _IN_WORDS:
        first -= 1
    while until < len(cells) and cells[until][0] in _IN_WORDS:
        until += 1
    word = "".join(cell[0] for cell in cells[first:until])
    return "/" in word and "." in word


def _not_alone(
    cells: Sequence[tuple[str, str, float]], advances: Sequence[float], first: int, until: int, width: float
) -> int:
    """Break a little earlier when one character alone would make the last line (孤字不成行)."""
    rest = cells[until:]
    alone = sum(1 for cell in rest if cell[0] not in NEVER_FIRST and cell[0] != " ") == 1
    if not alone or sum(advances[until:]) > width:
        return until
    earlier = (
        at for at in range(until - 1, max(first + 2, until - 4), -1) if _may_break(cells[at - 1][0], cells[at][0])
    )
    return next(earlier, until)


def _may_break(before: str, after: str) -> bool:
    if after in NEVER_FIRST or before in NEVER_LAST:
        return False
    # 第（三）项 is one citation.
    if (before in _DIGITS and after in _COUNTED) or before + after == "）项":
        return False
    return not (before in _IN_WORDS and after in _IN_WORDS)


def _runs(cells: Sequence[tuple[str, str, float]]) -> tuple[tuple[str, str], ...]:
    runs: list[tuple[str, list[str]]] = []
    for char, face, _ in cells:
        if runs and runs[-1][0] == face:
            runs[-1][1].append(char)
        else:
            runs.append((face, [char]))
    return tuple((face, "".join(chars)) for face, chars in runs)


def draw(canvas: Any, line: Line, *, x: float, y: float, size: float) -> None:
    """Draw a line with its base line at ``y``, its left edge (before the indent) at ``x``."""
    at = x + line.indent
    pen = canvas.beginText(at, y)
    pen.setCharSpace(line.tracking)
    for face, text in line.runs:
        if face == BOXES:
            for char in text:
                _draw_box(canvas, at, y, size, ticked=char == TICKED_BOX)
                at += size + line.tracking
            pen.setTextOrigin(at, y)
            continue
        pen.setFont(face, size)
        pen.textOut(text)
        at += sum(fonts.width(char, face) * size + line.tracking for char in text)
    canvas.drawText(pen)


def _draw_box(canvas: Any, x: float, y: float, size: float, *, ticked: bool) -> None:
    side = size * 0.74
    left, bottom = x + size * 0.13, y - size * 0.06
    canvas.setLineWidth(size / 18)
    canvas.rect(left, bottom, side, side, stroke=1, fill=0)
    if ticked:
        tick = canvas.beginPath()
        tick.moveTo(left + side * 0.18, bottom + side * 0.52)
        tick.lineTo(left + side * 0.42, bottom + side * 0.22)
        tick.lineTo(left + side * 0.84, bottom + side * 0.82)
        canvas.setLineWidth(size / 11)
        canvas.drawPath(tick, stroke=1, fill=0)
