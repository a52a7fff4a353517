"""How do figures, reasons and lists get on paper? Day sheet, clock trace, hand-over page, key card, recovery key."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from hallclient.domain.figures.day_sheet import DaySheet
from hallclient.domain.law.clock import ClockTrace, DayRow
from hallclient.domain.law.enquiry_trace import EnquiryTrace
from hallclient.domain.law.working_days import DayKind
from hallclient.domain.refusal import Refusal
from hallclient.domain.register.permissions import Clerk
from hallclient.services.applications import ApplicationDesk
from hallclient.services.board import Board
from hallclient.services.board import Section as BoardSection
from hallclient.services.day_paper import PRACTICE, chinese, day_pdf
from hallclient.services.office import Office

if TYPE_CHECKING:
    from hallclient.documents.sheets import Section

WEEKDAYS = "一二三四五六日"
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

    def trace_pdf(self, number: str) -> bytes:
        """Return why this application is due when it is; raises NoSuchRecord, ClockNotRunning."""
        trace = self._applications.trace(number)
        if trace is None:
            raise ClockNotRunning(number)
        return trace_pdf(number, trace, self._office)

    def enquiry_trace_pdf(self, trace: EnquiryTrace) -> bytes:
        """Return why a matter must be answered by its day, as ``ReceptionDesk.trace`` gives it."""
        return enquiry_trace_pdf(trace, self._office)

    def hand_over_pdf(self, *, by: Clerk) -> bytes:
        """Return the shift's hand-over page."""
        return hand_over_pdf(self._board.today(by), self._office)

    def key_card_pdf(self, rows: Sequence[tuple[str, str, str]], title: str, heads: tuple[str, str, str]) -> bytes:
        """Return the printed key card."""
        return key_card_pdf(rows, title, heads)


def trace_pdf(number: str, trace: ClockTrace, office: Office) -> bytes:
    """Return why an application is due when it is: each act with its article, then day by day."""
    from hallclient.documents.sheets import Section, sheet_pdf

    if trace.due is None:
        answer = f"期限停算：{trace.standing.label}" if trace.standing is not None else "期限停算"
    else:
        answer = f"应于{chinese(trace.due)}前答复" + ("（暂定，以国务院节假日安排为准）" if trace.provisional else "")
    sections = (
        Section(rows=(("结论", answer), ("收到之日", chinese(trace.received)), ("计入工作日", str(trace.counted)))),
        Section(
            title="一、步骤",
            columns=("日期", "效果", "依据"),
            rows=tuple((step.on.isoformat(), step.effect, step.article) for step in trace.steps),
        ),
        _days_section("二、逐日", trace.days),
    )
    return sheet_pdf(
        "答复期限计算过程",
        f"申请编号：{number}",
        sections,
        watermark=PRACTICE if office.practice else "",
        author=office.agency.name,
    )


def enquiry_trace_pdf(trace: EnquiryTrace, office: Office) -> bytes:
    """Return a matter's reply-by date on paper: the rule with its source, then day by day."""
    from hallclient.documents.sheets import Section, sheet_pdf

    clock = trace.clock
    unit = "个工作日" if clock is not None and clock.working_days else "日（含休息日）"
    rule = "没有规定期限，由经办人填写"
    if clock is not None:
        rule = f"{clock.working_days or clock.days}{unit}（{clock.source}）"
    answer = f"应于{chinese(trace.due)}前答复" + ("（暂定，以国务院节假日安排为准）" if trace.provisional else "")
    facts = [("结论", answer), ("登记之日", chinese(trace.raised)), ("期限", rule), ("计入", f"{trace.counted}{unit}")]
    facts += [("按规定", f"{chinese(trace.ruled.on)}，登记时另定")] if trace.own and trace.ruled is not None else []
    return sheet_pdf(
        "答复期限计算过程",
        f"登记编号：{trace.number}" if trace.number else "",
        (Section(rows=tuple(facts)), _days_section("逐日", trace.days)),
        watermark=PRACTICE if office.practice else "",
        author=office.agency.name,
    )


def _days_section(title: str, days: Iterable[DayRow]) -> "Section":
    from hallclient.documents.sheets import Section

    return Section(
        title=title,
        columns=("日期", "星期", "日别", "计入", "说明"),
        rows=tuple(
            (
                row.day.isoformat(),
                WEEKDAYS[row.day.weekday()],
                DAY_KINDS[row.kind],
                "" if row.ordinal is None else str(row.ordinal),
                row.reason,
            )
            for row in days
        ),
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
        f"{agency}　{window} 窗口　{chinese(day)}",
        (Section(rows=rows, note=note, large=True),),
        signatures=("封存人", "监交人", "日期"),
        author=agency,
    )
