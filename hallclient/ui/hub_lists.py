"""How do packets, the echo and the office's board stand in lists? Columns only; the screen asks and shows."""

from typing import Any

from hallclient.domain.figures.echo import EchoRow, Span
from hallclient.domain.figures.oversight import Lamp, Oversight, WindowReport
from hallclient.domain.figures.packet import plain
from hallclient.domain.figures.sending import OutboxRow, PacketState
from hallclient.ui.language import translate
from hallclient.ui.rows_model import Column, ListView
from hallclient.ui.terms import label

_TONES = {PacketState.QUEUED: "warn", PacketState.RETURNED: "danger"}


def packets(*, practice: bool) -> ListView:
    """Return the list of this window's packets."""
    nothing = translate("hub", "还没有数据包。日结后自动生成。")
    return ListView(
        [
            Column(title=translate("hub", "业务日"), text=lambda row: row.business_date.isoformat(), width=112),
            Column(title=translate("hub", "日结号"), text=lambda row: str(row.z_number), align="right", width=80),
            Column(title=translate("hub", "版本"), text=lambda row: str(row.revision), align="right", width=64),
            Column(title=translate("hub", "状态"), text=lambda row: label(row.state), tone=_packet_tone, width=120),
            Column(title=translate("hub", "原因"), text=lambda row: row.reason, stretch=True),
            Column(title=translate("hub", "下次重试"), text=_next, width=160),
        ],
        name=translate("hub", "数据包"),
        empty=translate("hub", "这是练习库，数据不报送。") if practice else nothing,
        sortable=False,
    )


def echo() -> ListView:
    """Return the two columns and their difference, by day, month or year."""
    return ListView(
        [
            Column(title=translate("hub", "日期"), text=_span, width=112),
            Column(title=translate("hub", "本窗口"), text=lambda row: _held(row.closed, row.our_revision), width=150),
            Column(
                title=translate("hub", "中心库"), text=lambda row: _held(row.reported, row.their_revision), width=150
            ),
            Column(title=translate("hub", "差异"), text=_difference, tone=_echo_tone, stretch=True),
            Column(title=translate("hub", "锁定或者例外"), text=_locked, width=240, spare=True),
        ],
        name=translate("hub", "与中心库核对"),
        empty=translate("hub", "还没有核对过。按 F5 向中心库查询。"),
        sortable=False,
    )


def board() -> ListView:
    """Return what each window reported, and its lamp."""
    return ListView(
        [
            Column(title=translate("hub", "单位"), text=lambda row: row[0].unit, width=180),
            Column(title=translate("hub", "窗口"), text=lambda row: row[0].window, width=110),
            Column(title=translate("hub", "应报"), text=lambda row: str(row[0].expected), align="right", width=64),
            Column(title=translate("hub", "按时"), text=lambda row: str(row[0].on_time), align="right", width=64),
            Column(title=translate("hub", "迟报"), text=lambda row: str(row[0].late), align="right", width=64),
            Column(
                title=translate("hub", "未报"), text=lambda row: str(row[0].missing), align="right", width=64,
                tone=lambda row: "danger" if row[0].missing else None,
            ),
            Column(title=translate("hub", "零报告"), text=lambda row: str(row[0].zero), align="right", width=72),
            Column(title=translate("hub", "办件期限"), text=_lamp, tone=_lamp_tone, stretch=True),
            Column(title=translate("hub", "最近业务日"), text=_newest, width=120),
        ],
        name=translate("hub", "各窗口报送情况"),
        empty=translate("hub", "中心库里还没有登记窗口。用 hub enrol 登记。"),
    )  # fmt: skip


def board_rows(found: Oversight) -> list[tuple[WindowReport, Any]]:
    """Return each window with its alarm, those that need eyes first."""
    alarms = {alarm.window: alarm for alarm in found.alarms}
    rows = [(report, alarms.get(report.window)) for report in found.windows]
    return sorted(
        rows, key=lambda row: (row[1] is None or row[1].lamp is not Lamp.RED, row[1] is None, -row[0].missing)
    )


def _packet_tone(row: OutboxRow) -> str | None:
    return _TONES.get(row.state)


def _next(row: OutboxRow) -> str:
    return f"{row.next_at:%Y-%m-%d %H:%M:%S}" if row.next_at else ""


def _span(row: EchoRow) -> str:
    day = row.first.isoformat()
    return {Span.DAY: day, Span.MONTH: day[:7], Span.YEAR: day[:4]}[row.span]


def _held(days: int, revision: int) -> str:
    if not days:
        return translate("hub", "没有")
    if revision:
        return translate("hub", "第 {0} 版").format(revision)
    return translate("hub", "{0} 日").format(days)


def _difference(row: EchoRow) -> str:
    if row.agrees:
        return translate("hub", "✓ 一致")
    said = [f"{code} {plain(value)}" for code, value in row.difference.items()]
    return "✗ " + ("；".join(said) if said else translate("hub", "版本或者日数不同"))


def _echo_tone(row: EchoRow) -> str | None:
    return None if row.agrees else "danger"


def _locked(row: EchoRow) -> str:
    parts = []
    if row.locked_by:
        parts.append(translate("hub", "{0} 锁定：{1}").format(row.locked_by, row.locked_reason))
    if row.open_until is not None:
        parts.append(translate("hub", "例外开放至 {0}").format(row.open_until))
    return "；".join(parts)


def _lamp(row: tuple[WindowReport, Any]) -> str:
    alarm = row[1]
    if alarm is None:
        return translate("hub", "正常")
    told = translate("hub", "{0}：逾期 {1}，当日到期 {2}，3个工作日内到期 {3}")
    return told.format(label(alarm.lamp), alarm.overdue, alarm.due_today, alarm.due_soon)


def _lamp_tone(row: tuple[WindowReport, Any]) -> str | None:
    return None if row[1] is None else "danger" if row[1].lamp is Lamp.RED else "warn"


def _newest(row: tuple[WindowReport, Any]) -> str:
    return row[0].newest.isoformat() if row[0].newest else ""
