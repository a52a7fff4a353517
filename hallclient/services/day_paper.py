"""How does the day sheet stand on paper? One layout for preview, printer and the exported PDF."""

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from hallclient.domain.figures.day_sheet import DaySheet
from hallclient.domain.figures.identity_words import identity_name
from hallclient.storage import figures

if TYPE_CHECKING:
    from hallclient.documents.sheets import Section

PRACTICE = "练习"


def day_pdf(sheet: DaySheet) -> bytes:
    """Return the day sheet: Z with its number and hashes, or X marked 未结. Lines to sign at the end.

    The audit chain's head stands on it, so that tampering after signing shows.
    """
    from hallclient.documents.sheets import Section, sheet_pdf

    sections = [Section(columns=("行", "项目", "单位", "数值"), rows=tuple(_rows(sheet)))]
    sections += _proof(sheet)
    state = f"日结第 {sheet.z_number} 号，第 {sheet.revision} 版" if sheet.closed else "未结，数字随时变动"
    return sheet_pdf(
        "窗口日报表",
        f"{sheet.agency}　{sheet.window} 窗口　{chinese(sheet.business_date)}",
        sections,
        footer=f"{state}　制表 {sheet.made_by}　{sheet.made_at:%Y-%m-%d %H:%M}",
        watermark=PRACTICE if sheet.practice else "",
        mark="" if sheet.closed else "未结",
        signatures=("填报人", "审核人", "日期") if sheet.closed else (),
        number=f"{sheet.window}-{sheet.business_date:%Y%m%d}-{'Z' if sheet.closed else 'X'}{sheet.z_number or ''}",
        number_label="报表编号",
        author=sheet.agency,
    )


def _rows(sheet: DaySheet) -> Iterator[tuple[str, str, str, str]]:
    """Yield the lines in their order; the row's number of domain 6.4 stands on its first line only."""
    before = 0
    for line in sorted(sheet.lines, key=lambda line: line.row):
        row = str(line.row) if line.row != before else ""
        before = line.row
        yield row, ("　" if line.part else "") + line.label, line.unit, str(line.value)


def _proof(sheet: DaySheet) -> "list[Section]":
    from hallclient.documents.sheets import Section

    sections = [
        Section(
            title="编号",
            columns=("序列", "年", "起", "止", "已用", "作废", "跳号", "缺号"),
            rows=tuple(
                (use.series, *map(str, (use.year, use.first, use.last, use.used, use.void, use.skipped, use.gaps)))
                for use in sheet.series
            ),
        ),
        Section(title="勾稽关系", rows=tuple(_identities(sheet))),
    ]
    if sheet.late:
        sections.append(Section(title="补登记录", rows=tuple((number,) for number in sheet.late)))
    if sheet.adjustments:
        sections.append(
            Section(
                title="日结后的调整",
                columns=("项目", "增减", "原因", "经办"),
                rows=tuple(
                    (figures.lines().label(note.line), str(note.delta), note.reason, note.by)
                    for note in sheet.adjustments
                ),
            )
        )
    if sheet.closed:
        sections.append(
            Section(
                title="校验",
                rows=(
                    ("本日", sheet.sha256),
                    ("上一日", sheet.previous_sha256),
                    ("操作记录", sheet.audit_head),
                ),
            )
        )
    return [section for section in sections if section.rows]


def _identities(sheet: DaySheet) -> Iterator[tuple[str, str]]:
    """Yield the balance in figures, then how many identities hold and each that does not."""
    carried_in, received, closed, carried_out = (
        sheet.value(f"applications.{name}") for name in ("carried_in", "received", "closed", "carried_out")
    )
    holds = carried_in + received == closed + carried_out
    balance = f"上期结转 {carried_in} ＋ 新收 {received} ＝ 办结 {closed} ＋ 结转下期 {carried_out}"
    yield balance, "相符" if holds else "不符"
    broken = [result for result in sheet.identities if not result.holds]
    yield f"全部 {len(sheet.identities)} 项勾稽关系", "相符" if not broken else f"不符 {len(broken)} 项"
    for result in broken:
        yield identity_name(result.id, figures.lines()), f"应为 {result.expected}，实为 {result.found}"


def chinese(day: date) -> str:
    """Return a day as it is written in official papers: 2026年3月2日."""
    return f"{day.year}年{day.month}月{day.day}日"
