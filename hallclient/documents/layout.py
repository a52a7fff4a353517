"""How do boxes of text become A4 pages? The measures of GB/T 9704-2012 and one paginator for letters and sheets."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

MM = 72 / 25.4
A4 = (210 * MM, 297 * MM)
A4_LANDSCAPE = (297 * MM, 210 * MM)

# GB/T 9704-2012 5: 天头 37 mm, 订口 28 mm, 版心 156 x 225 mm, 22 lines of 28 characters of size 3 (16 pt).
LEFT = 28 * MM
TOP = 37 * MM
TYPE_WIDTH = 156 * MM
TYPE_HEIGHT = 225 * MM
LINES = 22
CHARACTERS = 28
BODY_SIZE = 16.0
LEADING = TYPE_HEIGHT / LINES
# 28 characters of 16 pt are 448 pt, the type area is 442: the standard sets them slightly tight.
TRACKING = TYPE_WIDTH / CHARACTERS - BODY_SIZE
CELL = TYPE_WIDTH / CHARACTERS
TITLE_SIZE = 22.0
TITLE_LEADING = 36.0
PAGE_NUMBER_SIZE = 14.0

# (canvas, y of the box's top edge, is it the first on its page, is it the last on its page)
Draw = Callable[[Any, float, bool, bool], None]


@dataclass(frozen=True, slots=True)
class Box:
    """One unsplittable strip of a page, as wide as the type area: a line, a slice of a table row, a gap.

    ``keep`` ties it to the next box; ``gap`` marks white space, which is dropped at the top of a page; ``head`` are
    the boxes to repeat when a page begins with this one (a table's head).
    """

    height: float
    draw: Draw | None = None
    keep: bool = False
    gap: bool = False
    head: tuple["Box", ...] = ()


def space(height: float, *, keep: bool = False) -> Box:
    return Box(height, keep=keep, gap=True)


def paginate(boxes: Sequence[Box], height: float) -> list[list[Box]]:
    """Spread boxes over pages of ``height`` points; there is always at least one page.

    Boxes tied by ``keep`` stay together as long as they fit on one page.
    """
    pages: list[list[Box]] = [[]]
    used = 0.0
    at = 0
    while at < len(boxes):
        until = at
        while until < len(boxes) - 1 and boxes[until].keep:
            until += 1
        group = boxes[at : until + 1]
        need = sum(box.height for box in group)
        # A group taller than a page cannot be kept together: place its boxes one by one.
        whole = need <= height - sum(box.height for box in boxes[at].head)
        for part in [group] if whole else [[box] for box in group]:
            tall = sum(box.height for box in part)
            if pages[-1] and used + tall > height + 0.01:
                pages.append([])
                used = 0.0
            if not pages[-1] and len(pages) > 1 and part[0].head:
                pages[-1].extend(part[0].head)
                used = sum(box.height for box in part[0].head)
            for box in part:
                if box.gap and not pages[-1] and len(pages) > 1:
                    continue
                pages[-1].append(box)
                used += box.height
        at = until + 1
    return pages


def draw_page(canvas: Any, boxes: Sequence[Box], top: float) -> None:
    """Draw a page's boxes downwards from ``top`` (points above the lower edge of the sheet)."""
    y = top
    for index, box in enumerate(boxes):
        if box.draw is not None:
            box.draw(canvas, y, index == 0, index == len(boxes) - 1)
        y -= box.height
