"""How does the disclosure guide get on paper? Set like an official document: GB/T 9704-2012, sections and a table."""

from datetime import date
from functools import partial
from io import BytesIO
from typing import Any

from hallclient.documents import fonts, marks
from hallclient.documents.layout import (
    A4,
    BODY_SIZE,
    CELL,
    LEADING,
    LEFT,
    MM,
    PAGE_NUMBER_SIZE,
    TITLE_LEADING,
    TITLE_SIZE,
    TOP,
    TRACKING,
    TYPE_HEIGHT,
    TYPE_WIDTH,
    Box,
    draw_page,
    paginate,
    space,
)
from hallclient.documents.lines import Line, break_lines, draw, text_width
from hallclient.documents.reference_templates import template
from hallclient.documents.tables import table_boxes
from hallclient.domain.register.reference_text import ReferenceText, fill

# Level heads of GB/T 9704-2012 7.3.3: the first in 黑体, the second in 楷体; the bundled faces have a Hei.
_HEAD_CHAIN = (fonts.SANS, fonts.SERIF)


def guide_pdf(text: ReferenceText, *, agency: str, watermark: str = "") -> bytes:
    """Return an edition (filled) as PDF; the same edition gives the same bytes. Raises FontMissing."""
    boxes = _head(text, agency)
    tables = template(text.kind).tables
    for part in text.parts:
        if part.title:
            boxes += _paragraph(part.title, _HEAD_CHAIN, keep=True)
        for paragraph in part.text.split("\n"):
            if paragraph.strip():
                boxes += _paragraph(paragraph.strip(), fonts.BODY_CHAIN)
        if part.id in tables:
            rows = [(label, fill(value, text.facts)) for label, value in tables[part.id]]
            boxes += [
                space(LEADING / 4),
                *table_boxes("", (), rows, left=LEFT, width=TYPE_WIDTH, size=12.0),
            ]
    boxes += _signature(agency, text.effective_from)
    return _drawn(boxes, title=text.title, agency=agency, watermark=watermark)


def _head(text: ReferenceText, agency: str) -> list[Box]:
    """Return the title, broken after the agency's name, and in brackets which edition it is and from when."""
    title = text.title.replace(agency, f"{agency}\n", 1) if text.title.startswith(agency) else text.title
    boxes = _centred(title, fonts.TITLE_CHAIN, TITLE_SIZE, TITLE_LEADING)
    if text.edition and text.effective_from is not None:
        day = text.effective_from
        said = f"（第{text.edition}版，自{day.year}年{day.month}月{day.day}日起施行）"
    else:
        said = "（草案，尚未发布）"
    return [*boxes, *_centred(said, fonts.BODY_CHAIN, BODY_SIZE, LEADING), space(LEADING * 0.75)]


def _drawn(boxes: list[Box], *, title: str, agency: str, watermark: str) -> bytes:
    """Return the boxes as pages with their numbers."""
    pages = paginate(boxes, TYPE_HEIGHT)
    sink = BytesIO()
    canvas = fonts.new_canvas(sink, size=A4, font=fonts.FANG_SONG, title=title, author=agency)
    for number, page in enumerate(pages, start=1):
        if watermark:
            marks.watermark(canvas, watermark, A4)
        draw_page(canvas, page, A4[1] - TOP)
        _page_number(canvas, number)
        canvas.showPage()
    canvas.save()
    return sink.getvalue()


def _paragraph(text: str, chain: tuple[str, ...], *, keep: bool = False) -> list[Box]:
    lines = break_lines(
        text, chain=chain, size=BODY_SIZE, width=TYPE_WIDTH, tracking=TRACKING, indent=2 * CELL, justify=True
    )
    # No line of a paragraph stands alone at either end of a page.
    count = len(lines)
    return [
        Box(LEADING, partial(_line, line), keep=keep or (count > 1 and at in (0, count - 2)))
        for at, line in enumerate(lines)
    ]


def _line(line: Line, canvas: Any, y: float, first: bool, last: bool) -> None:
    draw(canvas, line, x=LEFT, y=y - LEADING / 2 - BODY_SIZE * 0.36, size=BODY_SIZE)


def _centred(text: str, chain: tuple[str, ...], size: float, leading: float) -> list[Box]:
    return [
        Box(leading, partial(_middle, line, size, leading), keep=True)
        for line in break_lines(text, chain=chain, size=size, width=TYPE_WIDTH, justify=False)
    ]


def _middle(line: Line, size: float, leading: float, canvas: Any, y: float, first: bool, last: bool) -> None:
    x = LEFT + (TYPE_WIDTH - line.width) / 2
    draw(canvas, line, x=x, y=y - leading / 2 - size * 0.36, size=size)


def _signature(agency: str, day: date | None) -> list[Box]:
    """The agency and the day, their middle four characters from the right edge (GB/T 9704-2012 7.3.5)."""
    texts = [agency] + ([f"{day.year}年{day.month}月{day.day}日"] if day is not None else [])
    wide = max(text_width(text, fonts.BODY_CHAIN, BODY_SIZE) for text in texts)
    middle = LEFT + TYPE_WIDTH - 4 * CELL - min(wide, TYPE_WIDTH / 2) / 2
    boxes = [space(LEADING, keep=True)]
    for at, text in enumerate(texts):
        boxes.append(Box(LEADING, partial(_signed, text, middle), keep=at < len(texts) - 1))
    return boxes


def _signed(text: str, middle: float, canvas: Any, y: float, first: bool, last: bool) -> None:
    wide = text_width(text, fonts.BODY_CHAIN, BODY_SIZE)
    (line,) = break_lines(text, chain=fonts.BODY_CHAIN, size=BODY_SIZE, width=wide + 1)
    x = min(middle - wide / 2, LEFT + TYPE_WIDTH - wide)
    draw(canvas, line, x=max(LEFT, x), y=y - LEADING / 2 - BODY_SIZE * 0.36, size=BODY_SIZE)


def _page_number(canvas: Any, number: int) -> None:
    text, size = f"— {number} —", PAGE_NUMBER_SIZE
    width = text_width(text, fonts.BODY_CHAIN, size)
    (line,) = break_lines(text, chain=fonts.BODY_CHAIN, size=size, width=width + 1)
    x = LEFT + TYPE_WIDTH - size - width if number % 2 else LEFT + size
    draw(canvas, line, x=x, y=A4[1] - TOP - TYPE_HEIGHT - 7 * MM - size * 0.8, size=size)
