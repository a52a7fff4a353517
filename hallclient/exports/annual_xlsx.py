"""How does a year's report stand in a workbook? Each table as in its form, merged heads and all, then what backs it."""

import io
from decimal import Decimal
from typing import Any

from hallclient.domain.figures.report import Report
from hallclient.domain.figures.report_pieces import Grid, GridCell
from hallclient.exports import chart_xlsx, xlsx

_WIDTH = 112  # characters of an A4 page lying, shared among a table's columns
_LEAST = 6.5
_STANDING = 10  # columns an A4 page standing has room for
_ON_ONE_PAGE = 40
_PROSE = 84  # characters of an A4 page standing
_LINE = 15.0  # points of one line of a cell


def content(report: Report) -> bytes:
    """Return the report as the bytes of a workbook: a sheet a table, the text parts, identities, definitions."""
    sink = io.BytesIO()
    book = xlsx.open_book(sink)
    formats = _Formats(book)
    for part in report.printed:
        for grid in part.grids:
            _grid(book.add_worksheet(xlsx.sheet_name(grid.sheet)), report, part.heading, grid, formats)
    if report.appendix is not None:
        chart_xlsx.put(book, "附 图表", report.appendix.charts)
    if any(part.texts for part in report.printed):
        _texts(book.add_worksheet("报告正文"), report, formats)
    _checks(book.add_worksheet("勾稽关系"), report, formats)
    _definitions(book.add_worksheet("指标说明"), report, formats)
    book.close()
    return sink.getvalue()


class _Formats:
    def __init__(self, book: Any) -> None:
        middle = {"border": 1, "align": "center", "valign": "vcenter", "text_wrap": True}
        self.title = book.add_format({"bold": True, "font_size": 14, "align": "center", "valign": "vcenter"})
        self.part = book.add_format({"bold": True, "font_size": 12, "valign": "vcenter"})
        self.head = book.add_format(middle | {"bold": True, "bg_color": "#F0F0F0"})
        self.side = book.add_format({"border": 1, "num_format": "@", "text_wrap": True, "valign": "vcenter"})
        self.group = book.add_format(middle)
        self.text = book.add_format({"border": 1, "num_format": "@", "text_wrap": True, "valign": "vcenter"})
        self.number = book.add_format({"border": 1, "num_format": "0", "align": "center", "valign": "vcenter"})
        self.decimal = book.add_format({"border": 1, "num_format": "0.00##", "align": "center", "valign": "vcenter"})
        self.share = book.add_format({"border": 1, "num_format": "0.0", "align": "center", "valign": "vcenter"})
        self.date = book.add_format({"border": 1, "num_format": "yyyy-mm-dd"})
        # Format @ shows ### for more than 255 characters in some programs: a quote keeps long texts text.
        self.prose = book.add_format({"text_wrap": True, "valign": "top", "quote_prefix": True})
        self.note = book.add_format({"num_format": "@", "text_wrap": True, "valign": "top", "font_size": 9})


def _grid(sheet: Any, report: Report, heading: str, grid: Grid, formats: _Formats) -> None:
    last = grid.width - 1
    shares = sum(grid.widths)
    wide = [max(_LEAST, _WIDTH * part / shares) for part in grid.widths]
    for column, width in enumerate(wide):
        sheet.set_column(column, column, width)
    head = heading if grid.caption in heading else f"{heading}　{grid.caption}"
    _merge(sheet, (0, 0), (0, last), f"{report.title}　{head}", formats.title)
    sheet.set_row(0, 26)
    for cell in grid.cells:
        _cell(sheet, report, cell, formats)
    for row, cells in enumerate(grid.rows()):
        lines = max((_lines(report, cell, wide) for cell in cells if cell.rows == 1), default=1)
        sheet.set_row(row + 1, max(20.0, lines * _LINE + 5))
    if grid.head_rows:
        side = max((c.column + c.columns for c in grid.cells if c.head == "row"), default=0)
        sheet.freeze_panes(grid.head_rows + 1, side)
        sheet.repeat_rows(1, grid.head_rows)
    for row, note in enumerate(report.footnotes(grid), start=grid.height + 1):
        sheet.merge_range(row, 0, row, last, "", formats.note)
        sheet.write_string(row, 0, note, formats.note)
        sheet.set_row(row, 30 if len(note) > _WIDTH // 2 else 16)
    _page(sheet, lying=grid.width > _STANDING, whole=grid.height <= _ON_ONE_PAGE)


def _page(sheet: Any, *, lying: bool, whole: bool = False) -> None:
    if lying:
        sheet.set_landscape()
    sheet.set_paper(9)
    sheet.center_horizontally()
    sheet.fit_to_pages(1, 1 if whole else 0)
    sheet.set_footer("&C&P / &N")


def _lines(report: Report, cell: GridCell, wide: list[float]) -> int:
    text = report.cell_text(cell)
    room = sum(wide[cell.column : cell.column + cell.columns])
    return xlsx.lines(text, room)


def _cell(sheet: Any, report: Report, cell: GridCell, formats: _Formats) -> None:
    row, column = cell.row + 1, cell.column
    last = (row + cell.rows - 1, column + cell.columns - 1)
    if not cell.figure:
        form = {"column": formats.head, "row": formats.group if cell.rows > 1 else formats.side}.get(
            cell.head, formats.group
        )
        if not cell.head and last == (row, column) and cell.text.isdecimal():
            # A count of the appendix: no figure of the form, and a number all the same.
            sheet.write_number(row, column, int(cell.text), formats.number)
        else:
            _merge(sheet, (row, column), last, cell.text, form)
        return
    figure = report.cells[cell.figure]
    if figure.value is None:
        _merge(sheet, (row, column), last, figure.text, formats.group)
        return
    if last != (row, column):
        sheet.merge_range(row, column, *last, "", formats.number)
    if figure.unit == "%":
        sheet.write_number(row, column, figure.value, formats.share)
    else:
        value = Decimal(figure.value) if figure.value != int(figure.value) else int(figure.value)
        xlsx.put_cell(sheet, row, column, value, formats)


def _merge(sheet: Any, first: tuple[int, int], last: tuple[int, int], text: str, form: Any) -> None:
    if first != last:
        sheet.merge_range(*first, *last, "", form)
    sheet.write_string(*first, text, form)


def _texts(sheet: Any, report: Report, formats: _Formats) -> None:
    sheet.set_column(0, 0, _PROSE)
    _page(sheet, lying=False)
    sheet.write_string(0, 0, report.title, formats.title)
    sheet.set_row(0, 26)
    row = 1
    for part in report.printed:
        sheet.write_string(row, 0, part.heading, formats.part)
        sheet.set_row(row, 22)
        row += 1
        for text in part.texts:
            shown = "　　" + text
            sheet.write_string(row, 0, shown, formats.prose)
            sheet.set_row(row, xlsx.height((shown,), (_PROSE - 4,)) + 4)
            row += 1


def _checks(sheet: Any, report: Report, formats: _Formats) -> None:
    widths = (16, 60, 8, 46, 30)
    for column, width in enumerate(widths):
        sheet.set_column(column, column, width)
    _page(sheet, lying=True)
    sheet.repeat_rows(0)
    for column, heading in enumerate(("编号", "关系", "结果", "不符的格", "涉及记录")):
        sheet.write_string(0, column, heading, formats.head)
    sheet.freeze_panes(1, 0)
    row = 0
    for row, one in enumerate(report.identities, start=1):
        names = "、".join(report.cells[cell].name if cell in report.cells else cell for cell in one.cells)
        shown = (one.id, one.words, "相符" if one.holds else "不符", names, "、".join(one.records))
        sheet.set_row(row, xlsx.height(shown, widths))
        for column, cell in enumerate(shown):
            sheet.write_string(row, column, cell, formats.text)
    further = [("校验码", report.checksum), ("格式依据", report.basis)]
    if report.source.told:
        further.append(("数据来源", report.source.told))
    if report.source.open_days:
        days = "、".join(day.isoformat() for day in report.source.open_days)
        further.append(("尚未计入" if report.source.kind == "hub" else "未日结", days))
    for index, cells in enumerate(further, start=row + 2):
        sheet.set_row(index, xlsx.height(cells, widths[:2]))
        for column, cell in enumerate(cells):
            sheet.write_string(index, column, cell, formats.text)


def _definitions(sheet: Any, report: Report, formats: _Formats) -> None:
    widths = (30, 32, 6, 62, 34)
    for column, width in enumerate(widths):
        sheet.set_column(column, column, width)
    _page(sheet, lying=True)
    sheet.repeat_rows(0)
    for column, heading in enumerate(("代码", "指标", "单位", "统计口径", "待确认")):
        sheet.write_string(0, column, heading, formats.head)
    sheet.freeze_panes(1, 0)
    for row, one in enumerate(report.definitions, start=1):
        cells = (one.code, one.title, one.unit, one.text, one.confirm)
        sheet.set_row(row, xlsx.height(cells, widths))
        for column, cell in enumerate(cells):
            sheet.write_string(row, column, cell, formats.text)
