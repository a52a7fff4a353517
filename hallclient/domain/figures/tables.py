"""How do figures stand in rows and columns? Plain tables that paper, workbook and csv all take."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from hallclient.domain.figures.day_sheet import DaySheet, LineValue, Tally
from hallclient.domain.figures.identities import Result
from hallclient.domain.figures.identity_words import identity_name
from hallclient.domain.figures.lines import Line, LineCatalogue
from hallclient.domain.outcomes import Outcome
from hallclient.domain.register.kinds import ApplicantKind

Cell = str | int | Decimal | date


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table with its heading. Text cells are text whatever they look like: a number of 18 digits stays whole."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    note: str = ""


_FIGURE_COLUMNS = ("行", "项目", "单位", "数量", "代码")


def day_sheet_tables(sheet: DaySheet, lines: LineCatalogue) -> tuple[Table, ...]:
    """Return the tables of a day sheet: head, figures, identities, number accounts, members, adjustments."""
    tables = [
        Table(title="窗口日报表", columns=("项目", "内容"), rows=_head(sheet)),
        Table(title="数量", columns=_FIGURE_COLUMNS, rows=_figures(sheet.lines)),
        _by_kind(sheet.lines),
        _identities(sheet.identities, lines),
        Table(
            title="编号",
            columns=("序列", "年度", "起", "止", "使用", "作废", "跳号", "缺号"),
            rows=tuple(
                (use.series, use.year, use.first, use.last, use.used, use.void, use.skipped, use.gaps)
                for use in sheet.series
            ),
        ),
        Table(
            title="当日记录",
            columns=("登记簿", "编号范围"),
            rows=tuple(
                (_REGISTERS.get(name, name), entry) for name, ranges in sheet.members.items() for entry in ranges
            ),
        ),
    ]
    if sheet.late:
        tables.append(Table(title="补登记录", columns=("编号",), rows=tuple((number,) for number in sheet.late)))
    if sheet.adjustments:
        tables.append(
            Table(
                title="更正",
                columns=("项目", "增减", "原因", "依据", "更正人", "时间"),
                rows=tuple(
                    (
                        lines.label(note.line),
                        note.delta,
                        note.reason,
                        note.subject,
                        note.by,
                        f"{note.at:%Y-%m-%d %H:%M}",
                    )
                    for note in sheet.adjustments
                ),
            )
        )
    return tuple(tables)


def tally_tables(tally: Tally, lines: LineCatalogue) -> tuple[Table, ...]:
    """Return the tables of a period: head, figures, identities, and figures in which the recount differs."""
    head: tuple[tuple[Cell, ...], ...] = (
        ("机关", tally.agency),
        ("窗口", tally.window),
        ("期间", f"{tally.first.isoformat()} 至 {tally.last.isoformat()}"),
        ("来源", "原始记录重新统计" if tally.live else "日结、历史导入与更正"),
        ("未日结日期", "、".join(day.isoformat() for day in tally.open_days) or "无"),
        ("更正条数", tally.adjustments),
        ("校验码", tally.sha256),
    )
    tables = [
        Table(title="期间统计", columns=("项目", "内容"), rows=head),
        Table(title="数量", columns=_FIGURE_COLUMNS, rows=_figures(tally.lines)),
        _by_kind(tally.lines),
        _identities(tally.identities, lines),
    ]
    if tally.differences:
        tables.append(
            Table(
                title="差异",
                columns=("项目", "日结数", "重新统计数", "更正说明数"),
                rows=tuple((lines.label(one.code), one.frozen, one.live, one.explained) for one in tally.differences),
            )
        )
    return tuple(tables)


def definitions(lines: Iterable[Line], codes: Iterable[str]) -> Table:
    """Return the definitions of the figures shown: the text of each figure's card, as a footnote."""
    shown = set(codes)
    return Table(
        title="指标说明",
        columns=("代码", "单位", "统计口径"),
        rows=tuple(
            (line.code, "" if line.unit == "*" else line.unit, line.definition)
            for line in lines
            if any(code == line.code or code.startswith(line.code + ".") for code in shown)
        ),
    )


_REGISTERS = {
    "enquiries": "咨询投诉",
    "enquiries_voided": "咨询投诉（作废）",
    "applications_received": "新收申请",
    "applications_voided": "新收申请（作废）",
    "applications_closed": "办结申请",
    "documents": "签发文书",
    "disputes_filed": "新发生复议诉讼",
    "disputes_decided": "审结复议诉讼",
}


def _head(sheet: DaySheet) -> tuple[tuple[Cell, ...], ...]:
    return (
        ("机关", sheet.agency),
        ("窗口", sheet.window),
        ("日期", sheet.business_date),
        ("状态", "已日结" if sheet.closed else "未结"),
        ("日结编号", sheet.z_number if sheet.z_number is not None else ""),
        ("版次", sheet.revision),
        ("制表", f"{sheet.made_at:%Y-%m-%d %H:%M} {sheet.made_by}".strip()),
        ("校验码", sheet.sha256),
        ("上一份校验码", sheet.previous_sha256),
        ("操作记录校验码", sheet.audit_head),
    )


# Table 三: these figures stand in a table of their own, one column an applicant kind.
_BY_KIND = tuple(f"applications.{name}.kind." for name in ("received", "carried_in", "closed", "carried_out"))
_CROSSED = "applications.closed.outcome_kind."


def _figures(lines: tuple[LineValue, ...]) -> tuple[tuple[Cell, ...], ...]:
    return tuple(
        (line.row, ("　" if line.part else "") + line.label, line.unit, line.value, line.code)
        for line in lines
        if not line.code.startswith((*_BY_KIND, _CROSSED))
    )


def _by_kind(lines: tuple[LineValue, ...]) -> Table:
    values = {line.code: line.value for line in lines}
    outcomes = [outcome for outcome in Outcome if f"applications.closed.outcome.{outcome.value}" in values]
    rows = [
        ("新收", "applications.received", _BY_KIND[0]),
        ("上期结转", "applications.carried_in", _BY_KIND[1]),
        *(
            (f"　{outcome.label}", f"applications.closed.outcome.{outcome.value}", f"{_CROSSED}{outcome.value}.")
            for outcome in outcomes
        ),
        ("办结合计", "applications.closed", _BY_KIND[2]),
        ("结转下期", "applications.carried_out", _BY_KIND[3]),
    ]
    return Table(
        title="申请办理（按申请人类别）",
        columns=("项目", *(kind.label for kind in ApplicantKind), "总计"),
        rows=tuple(
            (label, *(values.get(prefix + kind.value, 0) for kind in ApplicantKind), values.get(total, 0))
            for label, total, prefix in rows
        ),
    )


def _identities(results: tuple[Result, ...], lines: LineCatalogue) -> Table:
    broken = [result for result in results if not result.holds]
    return Table(
        title="勾稽关系",
        columns=("关系", "结果", "应为", "实为", "涉及记录"),
        rows=tuple(
            (identity_name(result.id, lines), "不符", result.expected, result.found, "、".join(result.records))
            for result in broken
        )
        or ((f"{len(results)} 项", "全部相符", "", "", ""),),
    )
