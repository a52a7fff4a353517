"""How do the annual tables stand on the screen? Tables 二, 三, 四 cell by cell as in the official form."""

from collections.abc import Iterator

from hallclient.domain.figures.annual import NationalReport
from hallclient.domain.figures.first_year import FirstYearReport
from hallclient.domain.figures.lines import Number
from hallclient.domain.figures.report_check import BLOCKS, COLUMNS, RESULTS
from hallclient.domain.outcomes import Outcome
from hallclient.domain.register.counter import Counter
from hallclient.domain.register.kinds import ApplicantKind, DisputeKind
from hallclient.ui.figure_words import column_name, result_name
from hallclient.ui.language import translate
from hallclient.ui.official_table import FormCell
from hallclient.ui.terms import label

LEFT = 3  # columns of wording before the seven of figures
WIDTHS2 = (0, 132, 132, 132)
WIDTHS3 = (64, 76, 0, *([62] * len(COLUMNS)))
WIDTHS4 = (0,) * 15
WIDTHS_FIRST = (132, 0, 132, 76, 76)


def plain(value: Number) -> str:
    """Return a figure as the form prints it."""
    return f"{value:,}" if isinstance(value, int) else f"{value:,f}"


def table2(report: NationalReport) -> list[FormCell]:
    """Return table 二: four blocks, each with its article's heading and its own columns (domain 2.2)."""
    issued = translate("figures", "本年制发件数")
    repealed, in_force = translate("figures", "本年废止件数"), translate("figures", "现行有效件数")
    decided, charged = translate("figures", "本年处理决定数量"), translate("figures", "本年收费金额（单位：万元）")
    three = ("issued", "repealed", "in_force")
    blocks: tuple[tuple[str, tuple[str, ...], tuple[tuple[str, tuple[str, ...]], ...]], ...] = (
        (
            translate("figures", "第二十条第（一）项"),
            (issued, repealed, in_force),
            (
                (translate("figures", "规章"), tuple(f"rules.{part}" for part in three)),
                (translate("figures", "行政规范性文件"), tuple(f"normative_documents.{part}" for part in three)),
            ),
        ),
        (
            translate("figures", "第二十条第（五）项"),
            (decided,),
            ((translate("figures", "行政许可"), ("licences.decisions",)),),
        ),
        (
            translate("figures", "第二十条第（六）项"),
            (decided,),
            (
                (translate("figures", "行政处罚"), ("penalties.decisions",)),
                (translate("figures", "行政强制"), ("compulsory_measures.decisions",)),
            ),
        ),
        (
            translate("figures", "第二十条第（八）项"),
            (charged,),
            ((translate("figures", "行政事业性收费"), ("charges.wan_yuan",)),),
        ),
    )
    cells: list[FormCell] = []
    row = 0
    for heading, columns, lines in blocks:
        span = 3 // len(columns)
        cells.append(FormCell(row=row, column=0, columns=4, text=heading))
        cells.append(FormCell(row=row + 1, column=0, text=translate("figures", "信息内容")))
        cells += [
            FormCell(row=row + 1, column=1 + at * span, columns=span, text=text) for at, text in enumerate(columns)
        ]
        row += 2
        for name, codes in lines:
            cells.append(FormCell(row=row, column=0, text=name))
            for at, code in enumerate(codes):
                counter = Counter.read(code)
                level = counter is not None and counter.level
                cells.append(
                    FormCell(
                        row=row,
                        column=1 + at * span,
                        columns=span,
                        text=plain(report.table2[code]),
                        code=f"{'levels' if level else 'counters'}.{code}",
                        name=label(counter) if counter is not None else code,
                        figure=True,
                        wrong=_wrong(report, f"table2.{code}"),
                    )
                )
            row += 1
    return cells


def table3(report: NationalReport) -> list[FormCell]:
    """Return table 三: three rows of headings, 25 rows of seven figures (domain 2.3)."""
    last = LEFT + len(COLUMNS) - 1
    cells = [
        FormCell(row=0, column=0, rows=3, columns=LEFT, text=report.form.corner),
        FormCell(row=0, column=LEFT, columns=len(COLUMNS), text=translate("figures", "申请人情况")),
        FormCell(row=1, column=LEFT, rows=2, text=label(ApplicantKind.NATURAL_PERSON)),
        FormCell(row=1, column=LEFT + 1, columns=last - LEFT - 1, text=translate("figures", "法人或其他组织")),
        FormCell(row=1, column=last, rows=2, text=translate("figures", "总计")),
    ]
    cells += [
        FormCell(row=2, column=LEFT + 1 + at, text=label(kind)) for at, kind in enumerate(tuple(ApplicantKind)[1:])
    ]
    rows = report.form.rows
    cells += _side([entry.group for entry in rows], 0)
    cells += _side([entry.subgroup for entry in rows], 1)
    for at, entry in enumerate(rows, start=3):
        left = 0 if not entry.group else 1 if not entry.subgroup else 2
        cells.append(FormCell(row=at, column=left, columns=LEFT - left, text=entry.text, name=entry.text))
        for column, code in enumerate(COLUMNS):
            cells.append(
                FormCell(
                    row=at,
                    column=LEFT + column,
                    text=plain(report.table3[entry.code][code]),
                    code=_code3(entry.code, code),
                    name=f"{entry.text} {column_name(code)}",
                    figure=True,
                    wrong=_wrong(report, f"table3.{entry.code}.{code}"),
                )
            )
    return cells


def table4(report: NationalReport) -> list[FormCell]:
    """Return table 四: three blocks of five figures (domain 2.4)."""
    width = len(RESULTS)
    cells = [
        FormCell(row=0, column=0, rows=2, columns=width, text=label(DisputeKind.RECONSIDERATION)),
        FormCell(row=0, column=width, columns=2 * width, text=translate("figures", "行政诉讼")),
    ]
    for at, kind in enumerate(tuple(DisputeKind)[1:], start=1):
        cells.append(FormCell(row=1, column=at * width, columns=width, text=label(kind)))
    for at, block in enumerate(BLOCKS):
        kind_name = label(DisputeKind(block))
        for offset, result in enumerate(RESULTS):
            column = at * width + offset
            cells.append(FormCell(row=2, column=column, text=result_name(result)))
            cells.append(
                FormCell(
                    row=3,
                    column=column,
                    text=plain(report.table4[block][result]),
                    code="" if result in RESULTS[-2:] else f"disputes.decided.{block}.{result}",
                    name=f"{kind_name} {result_name(result)}",
                    figure=True,
                    wrong=_wrong(report, f"table4.{block}.{result}"),
                )
            )
    return cells


def first_year(report: FirstYearReport) -> list[FormCell]:
    """Return the figures of the first year's form: part, item, figure, unit, share."""
    heads = (
        translate("figures", "部分"),
        translate("figures", "项目"),
        translate("figures", "数量"),
        translate("figures", "单位"),
        translate("figures", "占比 %"),
    )
    cells = [FormCell(row=0, column=at, text=text) for at, text in enumerate(heads)]
    groups: list[str] = []
    for at, (part, name, value, unit, share, code) in enumerate(_first_year_rows(report), start=1):
        groups.append(part)
        cells.append(FormCell(row=at, column=1, text=name, name=name))
        cells.append(FormCell(row=at, column=2, text=plain(value), code=code, name=name, figure=True))
        cells.append(FormCell(row=at, column=3, text=unit))
        cells.append(FormCell(row=at, column=4, text=share))
    return cells + list(_side(groups, 0, first=1))


def _first_year_rows(report: FirstYearReport) -> Iterator[tuple[str, str, Number, str, str, str]]:
    proactive = translate("figures", "主动公开")
    for one in report.portal:
        yield proactive, one.label, one.count, "条", one.share_percent, f"counters.portal.{one.code}"
    yield proactive, translate("figures", "合计"), report.portal_total, "条", "100.0" if report.portal_total else "", ""
    for counter, value in (
        (Counter.PRESS_CONFERENCES, report.press_conferences),
        (Counter.PRESS_BRIEFINGS, report.press_briefings),
        (Counter.MEDIA_ITEMS, report.media_items),
    ):
        yield proactive, label(counter), value, counter.unit, "", f"counters.{counter.value}"
    windows = translate("figures", "窗口接待")
    yield windows, translate("figures", "接待咨询投诉"), report.person_times, "人次", "", "enquiries.persons"
    applied = translate("figures", "依申请公开")
    yield applied, translate("figures", "受理申请"), report.received, "件", "", "applications.received"
    yield applied, translate("figures", "已答复"), report.answered, "件", "", "applications.closed"
    yield applied, translate("figures", "年末结转"), report.carried_out, "件", "", "applications.carried_out"
    for unit, count in list(report.by_unit.items())[:20]:
        yield translate("figures", "承办单位"), unit, count, "件", "", f"applications.received.unit.{unit}"
    for topic, count in list(report.by_topic.items())[:20]:
        yield translate("figures", "信息领域"), topic, count, "件", "", f"applications.received.topic.{topic}"
    yield translate("figures", "收费"), translate("figures", "收取费用"), report.fees, "元", "", "fees.yuan"
    disputed = translate("figures", "复议诉讼")
    reconsideration = "disputes.filed.reconsideration"
    yield disputed, translate("figures", "行政复议"), report.reconsideration, "件", "", reconsideration
    yield disputed, translate("figures", "行政诉讼"), report.litigation, "件", "", ""
    for result, count in report.by_result.items():
        yield disputed, result_name(result), count, "件", "", ""
    for name, value in report.training.items():
        trained = Counter.read(f"training.{name}")
        if trained is not None:
            yield translate("figures", "培训"), label(trained), value, trained.unit, "", f"counters.{trained.value}"


def _side(names: list[str], column: int, *, first: int = 3) -> Iterator[FormCell]:
    """Yield one cell for equal names that follow each other."""
    start = 0
    for at in range(1, len(names) + 1):
        if at == len(names) or names[at] != names[start]:
            if names[start]:
                yield FormCell(row=first + start, column=column, rows=at - start, text=names[start])
            start = at


def _code3(row: str, column: str) -> str:
    """Return the line behind a cell of table 三."""
    if Outcome.read(row) is not None:
        whole, part = f"applications.closed.outcome.{row}", f"applications.closed.outcome_kind.{row}"
    else:
        name = {"outcome_total": "closed"}.get(row, row)
        whole, part = f"applications.{name}", f"applications.{name}.kind"
    return whole if column == "total" else f"{part}.{column}"


def _wrong(report: NationalReport, cell: str) -> bool:
    return any(cell in violation.cells for violation in report.violations)
