"""How does a year's report stand in a csv? Its tables below each other, row headings repeated, then what backs it."""

import csv
import io
from collections.abc import Iterator

from hallclient.domain.figures.report import Report
from hallclient.domain.figures.report_pieces import Grid
from hallclient.exports.csv_file import BOM, guarded


def content(report: Report) -> bytes:
    """Return the report as the bytes of one csv file: UTF-8 with a byte order mark, nothing in it runs as a formula."""
    sink = io.StringIO()
    writer = csv.writer(sink, quoting=csv.QUOTE_ALL, lineterminator="\r\n")

    def put(*cells: str) -> None:
        writer.writerow([guarded(cell) for cell in cells])

    put(report.title)
    put("格式依据", report.basis)
    put("校验码", report.checksum)
    if report.source.told:
        put("数据来源", report.source.told)
    for part in report.printed:
        sink.write("\r\n")
        put(part.heading)
        for text in part.texts:
            put(text)
        for grid in part.grids:
            if grid.caption not in part.heading:
                put(grid.caption)
            writer.writerows(list(rows(report, grid)))
            for note in report.footnotes(grid):
                put(note)
    sink.write("\r\n")
    put("勾稽关系", "内容", "结果", "不符的格", "涉及记录")
    for one in report.identities:
        put(one.id, one.words, "相符" if one.holds else "不符", "、".join(one.cells), "、".join(one.records))
    sink.write("\r\n")
    put("指标", "单位", "统计口径", "代码", "待确认")
    for definition in report.definitions:
        put(definition.title, definition.unit, definition.text, definition.code, definition.confirm)
    return (BOM + sink.getvalue()).encode()


def rows(report: Report, grid: Grid) -> Iterator[list[str]]:
    """Yield a table's rows, laid out. A heading over several rows stands in each, so that every row says what it is;
    over several columns it stands in the first."""
    laid = [[""] * grid.width for _ in range(grid.height)]
    for cell in grid.cells:
        text = report.cell_text(cell)
        for row in range(cell.row, cell.row + cell.rows):
            if row == cell.row or cell.head == "row":
                # A figure is a number: -3 is no formula. All other texts are guarded.
                laid[row][cell.column] = text if cell.figure else guarded(text)
    yield from laid
