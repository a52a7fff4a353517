"""How does a chart stand in a workbook? As the workbook's own chart beside the numbers it is drawn from."""

from collections.abc import Sequence
from typing import Any

from hallclient.domain.figures.chart_drawing import FILLS, HATCHED, draw
from hallclient.domain.figures.charts import Chart

_LINE = 20  # pixels of a row
_WIDE = 620  # pixels


def put(book: Any, name: str, charts: Sequence[Chart]) -> None:
    """Put the charts on a sheet below each other: at the left their numbers, at the right the chart."""
    sheet = book.add_worksheet(name)
    head, cell = book.add_format({"bold": True}), book.add_format({"num_format": "0"})
    sheet.set_column(0, 0, 28)
    widest = max((len(chart.series) for chart in charts), default=0) + 2
    row = 0
    for chart in charts:
        sheet.write_string(row, 0, f"{chart.title}（{chart.unit}）", head)
        sheet.write_string(row + 1, 0, "类别＼系列", head)
        for at, category in enumerate(chart.categories, start=row + 2):
            sheet.write_string(at, 0, category)
        for column, series in enumerate(chart.series, start=1):
            sheet.write_string(row + 1, column, series.name or chart.unit, head)
            for at, value in enumerate(series.values, start=row + 2):
                sheet.write_number(at, column, value, cell)
        tall = int(draw(chart).height * 1.25)
        sheet.insert_chart(row, widest, _drawn(book, name, chart, row, tall), {"description": chart.told})
        row += max(len(chart.categories) + 3, -(-tall // _LINE) + 2)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)


def _drawn(book: Any, name: str, chart: Chart, row: int, tall: int) -> Any:
    drawn = book.add_chart({"type": "bar"} | ({"subtype": "stacked"} if chart.kind == "stacked" else {}))
    first, last = row + 2, row + 1 + len(chart.categories)
    for at in range(len(chart.series)):
        dark = chart.kind == "stacked" and at % len(FILLS) not in HATCHED
        drawn.add_series(
            {
                "name": [name, row + 1, at + 1],
                "categories": [name, first, 0, last, 0],
                "values": [name, first, at + 1, last, at + 1],
                "gap": 45,
                "data_labels": {
                    "value": True,
                    "num_format": "0;;" if chart.kind == "stacked" else "0",
                    "font": {"color": "#FFFFFF" if dark else "#000000"},
                }
                | ({"fill": {"color": "#FFFFFF"}} if chart.kind == "stacked" and not dark else {}),
            }
            | _filling(at)
        )
    drawn.set_title({"name": f"{chart.title}（{chart.unit}）", "name_font": {"size": 12}})
    drawn.set_y_axis({"reverse": True, "major_tick_mark": "none"})
    drawn.set_x_axis({"min": 0, "num_format": "0", "major_gridlines": {"visible": True, "line": {"color": "#D0D0D0"}}})
    drawn.set_legend({"position": "top"} if len(chart.series) > 1 else {"none": True})
    drawn.set_size({"width": _WIDE, "height": max(tall, 160)})
    return drawn


def _filling(at: int) -> dict[str, Any]:
    place = at % len(FILLS)
    if place not in HATCHED:
        return {"fill": {"color": FILLS[place]}}
    pattern = "wide_upward_diagonal" if place % 4 == 1 else "wide_downward_diagonal"
    return {"pattern": {"pattern": pattern, "fg_color": "#595959", "bg_color": FILLS[place]}}
