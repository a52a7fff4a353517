"""How does a chart stand on paper? The marks of ``chart_drawing`` on a canvas of our own fonts."""

from typing import Any

from hallclient.documents import fonts
from hallclient.documents.layout import Box
from hallclient.documents.lines import break_lines, draw, text_width
from hallclient.domain.figures.chart_drawing import FILLS, Drawing, Line, Rect, Words
from hallclient.domain.figures.chart_drawing import draw as laid_out
from hallclient.domain.figures.charts import Chart

_GREY = {"line": 0.82, "text": 0.2, "hatch": 0.35}


def chart_box(chart: Chart, *, left: float, width: float) -> Box:
    """Return the chart as one strip of a page; it is never cut."""
    drawing = laid_out(chart, width)

    def paint(canvas: Any, y: float, _first: bool, _last: bool) -> None:
        paint_chart(canvas, drawing, left=left, top=y)

    return Box(drawing.height + 10, paint)


def paint_chart(canvas: Any, drawing: Drawing, *, left: float, top: float) -> None:
    """Paint a drawing with its upper left corner at ``left``, ``top`` (points above the lower edge of the sheet)."""
    for mark in drawing.marks:
        match mark:
            case Rect(x, y, width, height, fill):
                canvas.setFillColor(FILLS[fill])
                canvas.rect(left + x, top - y - height, width, height, stroke=0, fill=1)
            case Line(x1, y1, x2, y2, tone):
                canvas.setStrokeGray(_GREY[tone])
                canvas.setLineWidth(0.5)
                canvas.line(left + x1, top - y1, left + x2, top - y2)
            case Words():
                _words(canvas, mark, left, top)
    canvas.setFillGray(0)
    canvas.setStrokeGray(0)


def _words(canvas: Any, mark: Words, left: float, top: float) -> None:
    if not mark.text:
        return
    canvas.setFillGray({"text": 0.0, "muted": 0.35, "on_dark": 1.0}[mark.tone])
    width = text_width(mark.text, fonts.BODY_CHAIN, mark.size)
    x = left + mark.x - {"start": 0.0, "middle": width / 2, "end": width}[mark.anchor]
    (line, *_) = break_lines(mark.text, chain=fonts.BODY_CHAIN, size=mark.size, width=width + 1, justify=False)
    draw(canvas, line, x=x, y=top - mark.y, size=mark.size)
