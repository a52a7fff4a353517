"""How do figures, reasons and lists get on paper? Day sheet, clock trace, hand-over page, key card, recovery key."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from hallclient.domain.figures.annual import NationalReport
from hallclient.domain.figures.day_sheet import DaySheet, Tally
from hallclient.domain.figures.first_year import FirstYearReport
from hallclient.domain.law.clock import ClockTrace
from hallclient.domain.law.working_days import DayKind
from hallclient.domain.refusal import Refusal
from hallclient.domain.register.permissions import Clerk, Permission, require
from hallclient.foundation import files
from hallclient.services import exporting
from hallclient.services.applications import ApplicationDesk
from hallclient.services.board import Board
from hallclient.services.board import Section as BoardSection
from hallclient.services.office import Office
from hallclient.storage import figures

if TYPE_CHECKING:
    from hallclient.documents.sheets import Section

WEEKDAYS = "一二三四五六日"
PRACTICE = "练习"
DAY_KINDS = {
    DayKind.WORKDAY: "工作日",
    DayKind.WEEKEND: "周末",
    DayKind.HOLIDAY: "放假",
    DayKind.MAKEUP: "调休上班",
    DayKind.LOCAL: "本地安排",
}


class ClockNotRunning(Refusal):
    """The receipt is not confirmed yet: no clock runs, so there is no date to explain."""

    def __init__(self, number: str) -> None:
        super().__init__()
        self.number = number


class SheetsDesk:
    """Draws what is not a document of the law: figures, reasons, lists. Nothing here is registered or numbered."""

    def __init__(self, office: Office, applications: ApplicationDesk, board: Board) -> None:
        self._office = office
        self._applications = applications
        self._board = board

    def day_pdf(self, sheet: DaySheet) -> bytes:
        """Return the day sheet, X or Z."""
        return day_pdf(sheet)

    def write_day(self, sheet: DaySheet, path: Path) -> None:
        """Write the day sheet as pdf (the one that is printed), xlsx, csv or json, by the file's ending.

        Raises FormatUnknown, DiskFull, FolderNotWritable; then ``path`` is as it was.
        """
        if path.suffix.lower() == ".pdf":
            files.write(path, day_pdf(sheet))
        else:
            exporting.day_sheet(sheet, path, figures.lines().lines)

    def write_tally(self, tally: Tally, path: Path, *, by: Clerk) -> None:
        """Write a period's figures as xlsx, csv or json with their definitions.

        Raises NotPermitted, IdentitiesBroken, FormatUnknown, DiskFull, FolderNotWritable.
        """
        require(by, Permission.EXPORT_FIGURES)
        exporting.tally(tally, path, figures.lines().lines)

    def write_annual(self, report: NationalReport | FirstYearReport, path: Path, *, by: Clerk) -> None:
        """Write a year's report as xlsx or json. Raises as ``write_tally``."""
        require(by, Permission.EXPORT_FIGURES)
        exporting.annual(report, path, figures.lines().lines)

    def trace_pdf(self, number: str) -> bytes:
        """Return why this application is due when it is; raises NoSuchRecord, ClockNotRunning."""
        trace = self._applications.trace(number)
        if trace is None:
            raise ClockNotRunning(number)
        return trace_pdf(number, trace, self._office)

    def hand_over_pdf(self, *, by: Clerk) -> bytes:
        """Return the shift's hand-over page."""
        return hand_over_pdf(self._board.today(by), self._office)

    def key_card_pdf(self, rows: Sequence[tuple[str, str, str]], title: str, heads: tuple[str, str, str]) -> bytes:
        """Return the printed key card."""
        return key_card_pdf(rows, title, heads)


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
        f"{sheet.agency}　{sheet.window} 窗口　{_chinese(sheet.business_date)}",
        sections,
        footer=f"{state}　制表 {sheet.made_by}　{sheet.made_at:%Y-%m-%d %H:%M}",
        watermark=PRACTICE if sheet.practice else "",
        mark="" if sheet.closed else "未结",
        signatures=("填报人", "审核人", "日期") if sheet.closed else (),
        number=f"{sheet.window}-{sheet.business_date:%Y%m%d}-{'Z' if sheet.closed else 'X'}{sheet.z_number or ''}",
        number_label="报表编号",
        author=sheet.agency,
    )


def trace_pdf(number: str, trace: ClockTrace, office: Office) -> bytes:
    """Return why an application is due when it is: each act with its article, then day by day."""
    from hallclient.documents.sheets import Section, sheet_pdf

    if trace.due is None:
        answer = f"期限停算：{trace.standing.label}" if trace.standing is not None else "期限停算"
    else:
        answer = f"应于{_chinese(trace.due)}前答复" + ("（暂定，以国务院节假日安排为准）" if trace.provisional else "")
    sections = (
        Section(rows=(("结论", answer), ("收到之日", _chinese(trace.received)), ("计入工作日", str(trace.counted)))),
        Section(
            title="一、步骤",
            columns=("日期", "效果", "依据"),
            rows=tuple((step.on.isoformat(), step.effect, step.article) for step in trace.steps),
        ),
        Section(
            title="二、逐日",
            columns=("日期", "星期", "日别", "计入", "说明"),
            rows=tuple(
                (
                    row.day.isoformat(),
                    WEEKDAYS[row.day.weekday()],
                    DAY_KINDS[row.kind],
                    "" if row.ordinal is None else str(row.ordinal),
                    row.reason,
                )
                for row in trace.days
            ),
        ),
    )
    return sheet_pdf(
        "答复期限计算过程",
        f"申请编号：{number}",
        sections,
        watermark=PRACTICE if office.practice else "",
        author=office.agency.name,
    )


def hand_over_pdf(board: Iterable[BoardSection], office: Office) -> bytes:
    """Return the shift's hand-over page: what is open, section by section; an empty one says so."""
    from hallclient.documents.sheets import Section, sheet_pdf

    sections = [
        Section(
            title=f"{part.title}　{part.count} 件",
            columns=("编号", "期限", "内容"),
            rows=tuple((row.number, row.due.isoformat() if row.due else "", row.title) for row in part.rows),
        )
        for part in board
        if part.count
    ]
    return sheet_pdf(
        "交接单",
        f"{office.agency.name}　{office.window} 窗口　{office.now():%Y-%m-%d %H:%M}",
        sections or [Section(note="没有未了事项。")],
        watermark=PRACTICE if office.practice else "",
        signatures=("交班人", "接班人", "时间"),
        author=office.agency.name,
    )


def key_card_pdf(rows: Sequence[tuple[str, str, str]], title: str, heads: tuple[str, str, str]) -> bytes:
    """Return the clerk's card from the real shortcut table: key, what it does, where."""
    from hallclient.documents.sheets import Section, sheet_pdf

    return sheet_pdf(title, "", (Section(columns=heads, rows=tuple(rows)),))


def recovery_pdf(recovery_key: str, agency: str, window: str, day: date) -> bytes:
    """Return the sheet with the recovery key, to be sealed by two persons."""
    from hallclient.documents.sheets import Section, sheet_pdf

    groups = recovery_key.split("-")
    rows = tuple(("-".join(groups[at : at + 3]),) for at in range(0, len(groups), 3))
    note = "请打印后由两人封存，不要与本机放在一起。忘记全部密码时，只能凭本密钥打开数据库；本密钥不再显示第二次。"
    return sheet_pdf(
        "恢复密钥",
        f"{agency}　{window} 窗口　{_chinese(day)}",
        (Section(rows=rows, note=note, large=True),),
        signatures=("封存人", "监交人", "日期"),
        author=agency,
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
                rows=tuple((note.line, str(note.delta), note.reason, note.by) for note in sheet.adjustments),
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
        yield result.id, f"应为 {result.expected}，实为 {result.found}"


def _chinese(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"
