"""How does a chart stand on a web page? The marks of ``chart_drawing`` as SVG inside the page, with its words."""

from html import escape

from hallclient.domain.figures.chart_drawing import FILLS, Line, Rect, Words, draw
from hallclient.domain.figures.charts import Chart

_STROKES = {"line": "#d0d0d0", "text": "#333333", "hatch": "#595959"}
_INKS = {"text": "#000000", "muted": "#595959", "on_dark": "#ffffff"}


def svg(chart: Chart, *, width: float = 640.0) -> str:
    """Return a self-contained ``<svg>``: its title and description tell the whole chart to who does not see it."""
    drawing = draw(chart, width)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" viewBox="0 0 {drawing.width:.0f} {drawing.height:.0f}"'
        f' width="100%" style="max-width:{drawing.width:.0f}px" font-family="sans-serif">',
        f"<title>{escape(chart.title)}</title><desc>{escape(chart.told)}</desc>",
    ]
    for mark in drawing.marks:
        match mark:
            case Rect(x, y, wide, high, fill):
                parts.append(
                    f'<rect x="{x:.1f}" y="{y:.1f}" width="{wide:.1f}" height="{high:.1f}" fill="{FILLS[fill]}"/>'
                )
            case Line(x1, y1, x2, y2, tone):
                parts.append(
                    f'<line x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}" stroke="{_STROKES[tone]}"'
                    ' stroke-width="0.6"/>'
                )
            case Words(x, y, text, size, anchor, tone):
                parts.append(
                    f'<text x="{x:.1f}" y="{y:.1f}" font-size="{size:g}" text-anchor="{anchor}" fill="{_INKS[tone]}">'
                    f"{escape(text)}</text>"
                )
    return "".join((*parts, "</svg>"))
