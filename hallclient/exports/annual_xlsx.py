"""How do the national tables stand in a workbook? As in the official form: 表二, 表三, 表四, with merged heads."""

import io
from typing import Any

from hallclient.domain.figures.annual import NationalReport
from hallclient.domain.figures.lines import Number
from hallclient.domain.figures.report_check import BLOCKS, COLUMNS, RESULTS, RULES
from hallclient.domain.figures.tables import Table
from hallclient.domain.register.kinds import ApplicantKind, DisputeKind, DisputeResult
from hallclient.exports import xlsx

_TABLE2 = (
    ("第二十条第（一）项", ("信息内容", "本年制发件数", "本年废止件数", "现行有效件数"), (
        ("规章", ("rules.issued", "rules.repealed", "rules.in_force")),
        ("行政规范性文件", tuple(f"normative_documents.{part}" for part in ("issued", "repealed", "in_force"))),
    )),
    ("第二十条第（五）项", ("信息内容", "本年处理决定数量"), (("行政许可", ("licences.decisions",)),)),
    ("第二十条第（六）项", ("信息内容", "本年处理决定数量"), (
        ("行政处罚", ("penalties.decisions",)),
        ("行政强制", ("compulsory_measures.decisions",)),
    )),
    ("第二十条第（八）项", ("信息内容", "本年收费金额（单位：万元）"), (("行政事业性收费", ("charges.wan_yuan",)),)),
)  # fmt: skip
_LEFT = 3  # columns of wording before the seven of figures


def content(report: NationalReport, definitions: Table) -> bytes:
    """Return the report as the bytes of a workbook: tables 二, 三, 四, fees, identities, and the definitions."""
    sink = io.BytesIO()
    book = xlsx.open_book(sink)
    formats = _Formats(book)
    title = f"{report.agency}{report.year}年{report.form.title}"
    _table2(book.add_worksheet("表二 主动公开"), report, formats, title)
    _table3(book.add_worksheet("表三 依申请公开"), report, formats, title)
    _table4(book.add_worksheet("表四 复议诉讼"), report, formats, title)
    _fees(book.add_worksheet("信息处理费"), report, formats)
    _checks(book.add_worksheet("勾稽关系"), report, formats)
    sheet = book.add_worksheet("指标说明")
    sheet.set_column(0, 0, 36)
    sheet.set_column(2, 2, 100)
    for column, heading in enumerate(definitions.columns):
        sheet.write_string(0, column, heading, formats.head)
    for row, cells in enumerate(definitions.rows, start=1):
        for column, cell in enumerate(cells):
            xlsx.put_cell(sheet, row, column, cell, formats)
    book.close()
    return sink.getvalue()


class _Formats:
    def __init__(self, book: Any) -> None:
        middle = {"border": 1, "align": "center", "valign": "vcenter", "text_wrap": True}
        self.title = book.add_format({"bold": True, "font_size": 14, "align": "center", "valign": "vcenter"})
        self.head = book.add_format(middle | {"bold": True})
        self.middle = book.add_format(middle)
        self.text = book.add_format({"border": 1, "num_format": "@", "text_wrap": True, "valign": "vcenter"})
        self.number = book.add_format({"border": 1, "num_format": "0", "align": "center", "valign": "vcenter"})
        self.decimal = book.add_format({"border": 1, "num_format": "0.00##", "align": "center", "valign": "vcenter"})
        self.date = book.add_format({"border": 1, "num_format": "yyyy-mm-dd"})


def _merge(sheet: Any, first: tuple[int, int], last: tuple[int, int], text: str, form: Any) -> None:
    if first == last:
        sheet.write_string(*first, text, form)
    else:
        sheet.merge_range(*first, *last, "", form)
        sheet.write_string(*first, text, form)


def _table2(sheet: Any, report: NationalReport, formats: _Formats, title: str) -> None:
    sheet.set_column(0, 3, 24)
    _merge(sheet, (0, 0), (0, 3), f"{title}　二、主动公开政府信息情况", formats.title)
    row = 1
    for heading, columns, lines in _TABLE2:
        _merge(sheet, (row, 0), (row, 3), heading, formats.head)
        # A block with one figure stretches it over the three columns of the first block.
        spans = [(0, 0), (1, 3)] if len(columns) == 2 else [(index, index) for index in range(4)]
        for (left, right), text in zip(spans, columns, strict=True):
            _merge(sheet, (row + 1, left), (row + 1, right), text, formats.head)
        row += 2
        for label, codes in lines:
            sheet.write_string(row, 0, label, formats.middle)
            for (left, right), code in zip(spans[1:], codes, strict=True):
                if right > left:
                    sheet.merge_range(row, left, row, right, "", formats.number)
                xlsx.put_cell(sheet, row, left, report.table2[code], formats)
            row += 1


def _table3(sheet: Any, report: NationalReport, formats: _Formats, title: str) -> None:
    sheet.set_column(0, 0, 8)
    sheet.set_column(1, 1, 14)
    sheet.set_column(2, 2, 52)
    sheet.set_column(_LEFT, _LEFT + 6, 11)
    sheet.freeze_panes(4, _LEFT)
    last = _LEFT + len(COLUMNS) - 1
    _merge(sheet, (0, 0), (0, last), f"{title}　三、收到和处理政府信息公开申请情况", formats.title)
    _merge(sheet, (1, 0), (3, _LEFT - 1), report.form.corner, formats.head)
    _merge(sheet, (1, _LEFT), (1, last), "申请人情况", formats.head)
    kinds = tuple(ApplicantKind)
    _merge(sheet, (2, _LEFT), (3, _LEFT), kinds[0].label, formats.head)
    _merge(sheet, (2, _LEFT + 1), (2, last - 1), "法人或其他组织", formats.head)
    for column, kind in enumerate(kinds[1:], start=_LEFT + 1):
        sheet.write_string(3, column, kind.label, formats.head)
    _merge(sheet, (2, last), (3, last), "总计", formats.head)
    rows = report.form.rows
    for index, row in enumerate(rows):
        at = index + 4
        if not row.group:
            _merge(sheet, (at, 0), (at, _LEFT - 1), row.text, formats.text)
        elif not row.subgroup:
            _merge(sheet, (at, 1), (at, _LEFT - 1), row.text, formats.text)
        else:
            sheet.write_string(at, _LEFT - 1, row.text, formats.text)
        for column, code in enumerate(COLUMNS, start=_LEFT):
            xlsx.put_cell(sheet, at, column, report.table3[row.code][code], formats)
    _side(sheet, [row.group for row in rows], 0, formats)
    _side(sheet, [row.subgroup for row in rows], 1, formats)


def _side(sheet: Any, names: list[str], column: int, formats: _Formats) -> None:
    """Merge equal names that follow each other into one cell at the side."""
    start = 0
    for index in range(1, len(names) + 1):
        if index == len(names) or names[index] != names[start]:
            if names[start]:
                _merge(sheet, (start + 4, column), (index + 3, column), names[start], formats.middle)
            start = index


def _table4(sheet: Any, report: NationalReport, formats: _Formats, title: str) -> None:
    sheet.set_column(0, 14, 9)
    _merge(sheet, (0, 0), (0, 14), f"{title}　四、政府信息公开行政复议、行政诉讼情况", formats.title)
    width = len(RESULTS)
    _merge(sheet, (1, 0), (2, width - 1), DisputeKind.RECONSIDERATION.label, formats.head)
    _merge(sheet, (1, width), (1, 3 * width - 1), "行政诉讼", formats.head)
    for block, kind in enumerate(tuple(DisputeKind)[1:], start=1):
        _merge(sheet, (2, block * width), (2, (block + 1) * width - 1), kind.label, formats.head)
    headings = [*(result.label for result in DisputeResult), "尚未审结", "总计"]
    for block, name in enumerate(BLOCKS):
        for index, (heading, result) in enumerate(zip(headings, RESULTS, strict=True)):
            sheet.write_string(3, block * width + index, heading, formats.head)
            xlsx.put_cell(sheet, 4, block * width + index, report.table4[name][result], formats)


def _fees(sheet: Any, report: NationalReport, formats: _Formats) -> None:
    sheet.set_column(0, 0, 30)
    rows: list[tuple[str, Number, Number]] = [(part.name, part.cases, part.yuan) for part in report.fee_parts]
    for column, heading in enumerate(("收取信息处理费", "件数", "金额（元）")):
        sheet.write_string(0, column, heading, formats.head)
    for index, cells in enumerate([*rows, ("合计", report.fee_cases, report.fee_yuan)], start=1):
        for column, cell in enumerate(cells):
            xlsx.put_cell(sheet, index, column, cell, formats)


def _checks(sheet: Any, report: NationalReport, formats: _Formats) -> None:
    sheet.set_column(0, 0, 10)
    sheet.set_column(1, 1, 50)
    sheet.set_column(2, 3, 40)
    for column, heading in enumerate(("编号", "关系", "结果", "不符的格")):
        sheet.write_string(0, column, heading, formats.head)
    wording = RULES | {"recount": "日结数＋历史导入＋更正＝原始记录重新统计"}
    for row, identity in enumerate(report.identities(), start=1):
        cells = (identity["id"], wording[identity["id"]], "相符" if identity["holds"] else "不符")
        for column, cell in enumerate((*cells, "、".join(identity["cells"]))):
            sheet.write_string(row, column, cell, formats.text)
    if report.open_days:
        last = len(report.identities()) + 2
        sheet.write_string(last, 0, "未日结", formats.text)
        sheet.write_string(last, 1, "、".join(day.isoformat() for day in report.open_days), formats.text)
