"""Which characters can be printed, and in which of the bundled fonts? Answered from the fonts' own character maps."""

import struct
from bisect import bisect_right
from collections.abc import Iterable, Mapping
from functools import cache

from hallclient.documents import fonts
from hallclient.domain.refusal import Refusal

GETA = "〓"  # what printers set for a character they do not have (U+3013)

# Invisible and without meaning in Chinese text, yet common in what is pasted from web pages: dropped, not refused.
_DROPPED = dict.fromkeys(map(ord, "\u200b\u2060\ufeff\r"))
_SPACES = {ord("\t"): " ", ord("\u00a0"): " ", ord("\u2028"): "\n", ord("\u2029"): "\n"}


class UnprintableText(Refusal):
    """No bundled font has these characters: ``characters`` are code points (``U+323AF``), ``fields`` their places."""

    def __init__(self, characters: tuple[str, ...], fields: tuple[str, ...] = ()) -> None:
        super().__init__()
        self.characters = characters
        self.fields = fields


def tidy(text: str) -> str:
    """Return the text as it will be printed: tabs become spaces, invisible leftovers of copying go."""
    return text.translate(_DROPPED).translate(_SPACES)


def missing(text: str) -> list[tuple[str, str]]:
    """Return the characters no bundled font can print, each once, as ``(character, "U+XXXX")``."""
    coverages = [coverage(name) for name in fonts.BODY_CHAIN]
    found: dict[str, str] = {}
    for char in tidy(text):
        point = ord(char)
        if char != "\n" and char not in found and not any(has(ranges, point) for ranges in coverages):
            found[char] = f"U+{point:04X}"
    return list(found.items())


def require(texts: Mapping[str, str]) -> None:
    """Raise UnprintableText when one of the named texts holds a character that cannot be printed."""
    points: dict[str, None] = {}
    fields = []
    for name, text in texts.items():
        lacking = missing(text)
        if lacking:
            fields.append(name)
            points.update((point, None) for _, point in lacking)
    if fields:
        raise UnprintableText(tuple(points), tuple(fields))


def runs(text: str, chain: Iterable[str]) -> list[tuple[str, str]]:
    """Cut a text into ``(font, run)`` pairs, each character in the first font of the chain that has it.

    A character that none has becomes 〓 in the first font: visible, never a silent gap.
    """
    names = tuple(chain)
    found: list[tuple[str, list[str]]] = []
    for char in text:
        name = face_for(char, names)
        if not name:
            name, char = names[0], GETA
        if found and found[-1][0] == name:
            found[-1][1].append(char)
        else:
            found.append((name, [char]))
    return [(name, "".join(chars)) for name, chars in found]


@cache
def face_for(char: str, chain: tuple[str, ...]) -> str:
    """Return the first font of the chain that has the character, or an empty text."""
    return next((name for name in chain if has(coverage(name), ord(char))), "")


Ranges = tuple[tuple[int, ...], tuple[int, ...]]


def has(ranges: Ranges, point: int) -> bool:
    firsts, lasts = ranges
    at = bisect_right(firsts, point) - 1
    return at >= 0 and point <= lasts[at]


@cache
def coverage(name: str) -> Ranges:
    """Return the characters of a bundled font as ``(first code points, last code points)`` of ascending ranges.

    Reads the ``cmap`` table only (a few milliseconds), not the 5-15 MB of outlines beside it. Raises FontMissing.
    Source of the layout: OpenType specification, cmap format 12.
    """
    path = fonts.path_of(name)
    try:
        with path.open("rb") as file:
            tables = struct.unpack(">4xH6x", file.read(12))[0]
            directory = file.read(16 * tables)
            where = next(
                (offset, length) for tag, _, offset, length in struct.iter_unpack(">4s3L", directory) if tag == b"cmap"
            )
            file.seek(where[0])
            table = file.read(where[1])
        return _groups(table)
    except (OSError, struct.error, StopIteration) as error:
        raise fonts.FontMissing(str(path)) from error


def _groups(table: bytes) -> Ranges:
    """Read the fullest Unicode subtable: format 12 where there is one, else format 4 (U+0000-U+FFFF)."""
    (count,) = struct.unpack_from(">2xH", table)
    layouts = {}
    for index in range(count):
        (offset,) = struct.unpack_from(">L", table, 4 + 8 * index + 4)
        (layout,) = struct.unpack_from(">H", table, offset)
        layouts[layout] = offset
    if 12 in layouts:
        return _format_12(table, layouts[12])
    if 4 in layouts:
        return _format_4(table, layouts[4])
    raise struct.error("no Unicode cmap of format 12 or 4")


def _format_12(table: bytes, offset: int) -> Ranges:
    (length,) = struct.unpack_from(">L", table, offset + 12)
    body = table[offset + 16 : offset + 16 + 12 * length]
    # The first glyph of a group belongs to its first character; glyph 0 is the box of the missing ones.
    groups = [(first + (glyph == 0), last) for first, last, glyph in struct.iter_unpack(">3L", body)]
    groups = [(first, last) for first, last in groups if first <= last]
    return tuple(first for first, _ in groups), tuple(last for _, last in groups)


def _format_4(table: bytes, offset: int) -> Ranges:
    (twice,) = struct.unpack_from(">H", table, offset + 6)
    segments = twice // 2
    ends = struct.unpack_from(f">{segments}H", table, offset + 14)
    starts = struct.unpack_from(f">{segments}H", table, offset + 16 + twice)
    deltas = struct.unpack_from(f">{segments}H", table, offset + 16 + 2 * twice)
    jumps_at = offset + 16 + 3 * twice
    firsts: list[int] = []
    lasts: list[int] = []
    for segment, (start, end, delta) in enumerate(zip(starts, ends, deltas, strict=True)):
        here = jumps_at + 2 * segment
        (jump,) = struct.unpack_from(">H", table, here)
        for point in range(start, min(end, 0xFFFE) + 1):
            glyph = point
            if jump:
                (glyph,) = struct.unpack_from(">H", table, here + jump + 2 * (point - start))
            if (jump and not glyph) or not (glyph + delta) & 0xFFFF:
                continue
            if lasts and lasts[-1] == point - 1:
                lasts[-1] = point
            else:
                firsts.append(point)
                lasts.append(point)
    return tuple(firsts), tuple(lasts)
