"""How does a year's report stand on paper? Title, numbered parts, official tables: A4 after GB/T 9704-2012."""

import re
from functools import partial
from io import BytesIO
from typing import Any

from hallclient.documents import fonts, marks
from hallclient.documents.annual_grid import pieces, set_table
from hallclient.documents.chart_pdf import chart_box
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
    space,
)
from hallclient.documents.lines import Line, break_lines, draw, text_width
from hallclient.domain.figures.report import APPENDIX, Report
from hallclient.domain.figures.report_pieces import Grid, Part

_HEADING = (fonts.SANS, fonts.SERIF)
_NOTE_SIZE, _NOTE_LEADING = 9.0, 14.0
_CAPTION_SIZE, _CAPTION_LEADING = 12.0, 24.0
_SMALL = 9.0
DRAFT = "草稿"


def report_pdf(report: Report, *, mark: str = "") -> bytes:
    """Return the report as PDF; the same report gives the same bytes. Raises FontMissing.

    A report whose period has open days is marked 草稿 on every page. ``mark`` prints another word (练习).
    """
    flow = _Flow()
    for line in _title(report.title):
        flow.add(Box(TITLE_LEADING, partial(_centred, line, TITLE_SIZE, TITLE_LEADING)))
    under = f"（统计期间：{report.slot_values()['period']}）"
    flow.add(Box(_CAPTION_LEADING, partial(_centred, _line(under, fonts.BODY_CHAIN, 11.0), 11.0, _CAPTION_LEADING)))
    flow.add(space(LEADING / 2))
    for part in report.printed:
        if part.id == APPENDIX:
            flow.new_page()
        _part(flow, report, part)
        for chart in report.charts(part):
            flow.add(space(10.0), chart_box(chart, left=LEFT, width=TYPE_WIDTH))
    return _drawn(report, flow, mark or (DRAFT if report.source.open_days else ""))


def _title(title: str) -> list[Line]:
    """Break a title that needs two lines behind the year, where its sense breaks (GB/T 9704-2012 7.3.1)."""
    found = break_lines(title, chain=fonts.TITLE_CHAIN, size=TITLE_SIZE, width=TYPE_WIDTH, justify=False)
    if len(found) == 2 and len(halves := re.split(r"(?<=\d年)", title, maxsplit=1)) == 2:
        found = [
            line
            for piece in halves
            for line in break_lines(piece, chain=fonts.TITLE_CHAIN, size=TITLE_SIZE, width=TYPE_WIDTH, justify=False)
        ]
    return found


class _Flow:
    """Pages being filled. ``add`` keeps the boxes given together; ``table`` splits a table where the page ends."""

    def __init__(self) -> None:
        self.pages: list[list[Box]] = [[]]
        self.outline: list[tuple[int, str]] = []
        self._used = 0.0

    @property
    def room(self) -> float:
        return TYPE_HEIGHT - self._used

    def add(self, *boxes: Box) -> None:
        need = sum(box.height for box in boxes)
        if need > self.room + 0.01 and self.pages[-1] and need <= TYPE_HEIGHT:
            self.new_page()
        for box in boxes:
            if box.height > self.room + 0.01 and self.pages[-1]:
                self.new_page()
            if box.gap and not self.pages[-1]:
                continue
            self.pages[-1].append(box)
            self._used += box.height

    def new_page(self) -> None:
        self.pages.append([])
        self._used = 0.0

    def table(self, before: list[Box], boxes: list[Box]) -> None:
        """Place a table under what must stand right over it (a heading, a caption)."""
        self.add(*before, boxes[0])
        for box in boxes[1:]:
            self.new_page()
            self.add(box)


def _part(flow: _Flow, report: Report, part: Part) -> None:
    heading = [
        Box(LEADING, partial(_plain, line, BODY_SIZE, LEADING))
        for line in break_lines(
            part.heading, chain=_HEADING, size=BODY_SIZE, width=TYPE_WIDTH, tracking=TRACKING, indent=2 * CELL
        )
    ]
    # The title says it already where the form has one part only.
    before = [] if part.heading in report.title else [space(LEADING / 3), *heading]
    for text in part.texts:
        lines = break_lines(
            text, chain=fonts.BODY_CHAIN, size=BODY_SIZE, width=TYPE_WIDTH, tracking=TRACKING, indent=2 * CELL
        )
        boxes = [Box(LEADING, partial(_plain, line, BODY_SIZE, LEADING)) for line in lines]
        # Two lines of a paragraph stand together at the top: no heading and no first line alone at the foot.
        flow.add(*before, *boxes[:2])
        _mark(flow, part, before)
        before = []
        for box in boxes[2:]:
            flow.add(box)
    for grid in part.grids:
        before += _caption(part, grid)
        _table(flow, report, grid, before)
        _mark(flow, part, before)
        before = []
    if before:
        flow.add(*before)
        _mark(flow, part, before)


def _mark(flow: _Flow, part: Part, before: list[Box]) -> None:
    """Note on which page a part begins, once its heading stands."""
    if before and part.heading not in (heading for _, heading in flow.outline):
        page = next(at for at in range(len(flow.pages) - 1, -1, -1) if before[-1] in flow.pages[at])
        flow.outline.append((page, part.heading))


def _caption(part: Part, grid: Grid) -> list[Box]:
    if grid.caption and grid.caption not in part.heading:
        line = _line(grid.caption, _HEADING, _CAPTION_SIZE)
        return [space(4.0), Box(_CAPTION_LEADING, partial(_centred, line, _CAPTION_SIZE, _CAPTION_LEADING))]
    return [space(4.0)]


def _table(flow: _Flow, report: Report, grid: Grid, before: list[Box]) -> None:
    table = set_table(report, grid, left=LEFT, width=TYPE_WIDTH)
    over = sum(box.height for box in before)
    boxes = pieces(table, flow.room - over, TYPE_HEIGHT - over)
    flow.table(before, boxes)
    flow.add(space(4.0))
    for note in report.footnotes(grid):
        for line in break_lines(note, chain=fonts.BODY_CHAIN, size=_NOTE_SIZE, width=TYPE_WIDTH, justify=False):
            flow.add(Box(_NOTE_LEADING, partial(_plain, line, _NOTE_SIZE, _NOTE_LEADING)))
    flow.add(space(6.0))


def _line(text: str, chain: tuple[str, ...], size: float) -> Line:
    return break_lines(text, chain=chain, size=size, width=max(TYPE_WIDTH, text_width(text, chain, size) + 1))[0]


def _plain(line: Line, size: float, leading: float, canvas: Any, y: float, first: bool, last: bool) -> None:
    draw(canvas, line, x=LEFT, y=y - leading / 2 - size * 0.36, size=size)


def _centred(line: Line, size: float, leading: float, canvas: Any, y: float, first: bool, last: bool) -> None:
    draw(canvas, line, x=LEFT + (TYPE_WIDTH - line.width) / 2, y=y - leading / 2 - size * 0.36, size=size)


def _drawn(report: Report, flow: _Flow, mark: str) -> bytes:
    sink = BytesIO()
    canvas = fonts.new_canvas(sink, size=A4, font=fonts.FANG_SONG, title=report.title, author=report.agency)
    canvas.setKeywords(f"{report.basis} sha256:{report.checksum}")
    canvas.showOutline()
    for number, page in enumerate(flow.pages):
        if mark:
            marks.watermark(canvas, mark, A4)
        for at, (starts, heading) in enumerate(flow.outline):
            if starts == number:
                canvas.bookmarkPage(f"part-{at}")
                canvas.addOutlineEntry(heading, f"part-{at}")
        draw_page(canvas, page, A4[1] - TOP)
        _foot(canvas, number + 1)
        if number == len(flow.pages) - 1:
            _imprint(canvas, report)
        canvas.showPage()
    canvas.save()
    return sink.getvalue()


def _foot(canvas: Any, number: int) -> None:
    # GB/T 9704-2012 7.5: 一字线上距版心下边缘 7 mm; a single page needs no outside and inside.
    line = _line(f"— {number} —", fonts.BODY_CHAIN, PAGE_NUMBER_SIZE)
    y = A4[1] - TOP - TYPE_HEIGHT - 7 * MM - PAGE_NUMBER_SIZE
    draw(canvas, line, x=LEFT + (TYPE_WIDTH - line.width) / 2, y=y, size=PAGE_NUMBER_SIZE)


def _imprint(canvas: Any, report: Report) -> None:
    """Print the form's basis and the first digits of the report's hash below the page number of the last page."""
    said = f"格式依据：{report.basis}　数据校验码：{report.checksum[:16]}"
    said += f"　数据来源：{report.source.told}" if report.source.told else ""
    lines = break_lines(said, chain=fonts.BODY_CHAIN, size=_SMALL, width=TYPE_WIDTH, justify=False)
    for above, line in enumerate(reversed(lines)):
        draw(canvas, line, x=LEFT, y=9 * MM + above * _SMALL * 1.3, size=_SMALL)
