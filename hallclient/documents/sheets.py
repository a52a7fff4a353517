"""How do lists and figures get on paper? Day sheet, clock trace, key card, recovery key: tables of plain text."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from io import BytesIO
from typing import Any

from hallclient.documents import fonts, marks, tables
from hallclient.documents.chart_pdf import chart_box
from hallclient.documents.layout import A4, A4_LANDSCAPE, MM, Box, draw_page, paginate, space
from hallclient.documents.lines import Line, break_lines, draw, text_width
from hallclient.domain.figures.charts import Chart

MARGIN = 18 * MM
_TOP = 16 * MM
_BOTTOM = 18 * MM
_SMALL = 9.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A headed table. No ``columns``: the rows stand without a head, their first cell as a label.

    A column of numbers is set flush right by itself. ``note`` is small text below; ``large`` sets the cells twice
    the size, for a recovery key that is read off and typed.
    """

    title: str = ""
    columns: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    note: str = ""
    large: bool = False


def sheet_pdf(
    title: str,
    subtitle: str = "",
    sections: Sequence[Section] = (),
    footer: str = "",
    watermark: str = "",
    *,
    landscape: bool = False,
    mark: str = "",
    signatures: Sequence[str] = (),
    number: str = "",
    number_label: str = "编号",
    author: str = "",
    charts: Sequence[Chart] = (),
) -> bytes:
    """Return a sheet as PDF; the same values give the same bytes. Raises FontMissing.

    ``mark`` stands framed at the upper left (未结), ``watermark`` grey across every page (练习), ``footer`` at the
    foot of every page beside 第 n 页 共 m 页, ``signatures`` as lines to sign at the end, ``number`` as bar code.
    Tables run over as many pages as they need, their heads repeated. A character no font has prints as 〓: a list
    is never refused for one name. ``charts`` stand behind the tables. ``title`` becomes the file's property and must
    not hold personal data.
    """
    size = A4_LANDSCAPE if landscape else A4
    width = size[0] - 2 * MARGIN
    boxes = [*_title(title, 18.0, 28.0, width), *(_title(subtitle, 11.0, 18.0, width) if subtitle else [])]
    boxes.append(space(3 * MM))
    for section in sections:
        boxes += tables.table_boxes(
            section.title,
            section.columns,
            section.rows,
            note=section.note,
            left=MARGIN,
            width=width,
            size=21.0 if section.large else 10.5,
        )
    boxes += [chart_box(chart, left=MARGIN, width=width) for chart in charts]
    if signatures:
        boxes += _signatures(tuple(signatures), width)
    pages = paginate(boxes, size[1] - _TOP - _BOTTOM)
    sink = BytesIO()
    canvas = fonts.new_canvas(sink, size=size, font=fonts.FANG_SONG, title=title, author=author)
    for index, page in enumerate(pages, start=1):
        if watermark:
            marks.watermark(canvas, watermark, size)
        if index == 1:
            _corners(canvas, size, mark, number, number_label)
        draw_page(canvas, page, size[1] - _TOP)
        _foot(canvas, size, footer, f"第 {index} 页　共 {len(pages)} 页")
        canvas.showPage()
    canvas.save()
    return sink.getvalue()


def _title(text: str, size: float, leading: float, width: float) -> list[Box]:
    chain = fonts.TITLE_CHAIN if size > 12 else fonts.BODY_CHAIN
    lines = break_lines(text, chain=chain, size=size, width=width * 0.62, justify=False)
    return [
        Box(leading, partial(_place, line, MARGIN + (width - line.width) / 2, size, leading), keep=True)
        for line in lines
    ]


def _place(line: Line, x: float, size: float, leading: float, canvas: Any, y: float, first: bool, last: bool) -> None:
    draw(canvas, line, x=x, y=y - leading / 2 - size * 0.36, size=size)


def _corners(canvas: Any, size: tuple[float, float], mark: str, number: str, label: str) -> None:
    if number:
        marks.barcode(canvas, number, label=label, right=size[0] - MARGIN, top=size[1] - 5 * MM)
    if mark:
        letters = 14.0
        wide = text_width(mark, fonts.TITLE_CHAIN, letters)
        (line,) = break_lines(mark, chain=fonts.TITLE_CHAIN, size=letters, width=wide + 1)
        top = size[1] - _TOP - 4
        canvas.setLineWidth(1.2)
        canvas.rect(MARGIN, top - 22, wide + 16, 22, stroke=1, fill=0)
        draw(canvas, line, x=MARGIN + 8, y=top - 16, size=letters)


def _foot(canvas: Any, size: tuple[float, float], footer: str, pages: str) -> None:
    y = 10 * MM
    canvas.setLineWidth(0.4)
    canvas.line(MARGIN, y + 11, size[0] - MARGIN, y + 11)
    marks.running_head(canvas, pages, right=size[0] - MARGIN, y=y)
    if footer:
        room = size[0] - 2 * MARGIN - text_width(pages, fonts.BODY_CHAIN, _SMALL) - 6 * MM
        for index, line in enumerate(break_lines(footer, chain=fonts.BODY_CHAIN, size=_SMALL, width=room)[:2]):
            draw(canvas, line, x=MARGIN, y=y - index * 11, size=_SMALL)


def _signatures(labels: tuple[str, ...], width: float) -> list[Box]:
    across = min(3, len(labels))
    boxes: list[Box] = [space(6 * MM)]
    for start in range(0, len(labels), across):
        row = labels[start : start + across]
        boxes.append(Box(12 * MM, partial(_signature_row, row, width / across), keep=start + across < len(labels)))
    return boxes


def _signature_row(labels: tuple[str, ...], each: float, canvas: Any, y: float, first: bool, last: bool) -> None:
    size = 11.0
    for index, label in enumerate(labels):
        x = MARGIN + index * each
        text = f"{label}："
        wide = text_width(text, fonts.BODY_CHAIN, size)
        (line,) = break_lines(text, chain=fonts.BODY_CHAIN, size=size, width=wide + 1)
        draw(canvas, line, x=x, y=y - 9 * MM, size=size)
        canvas.setLineWidth(0.5)
        canvas.line(x + wide, y - 9 * MM - 2, x + each - 4 * MM, y - 9 * MM - 2)
