"""How do a window's packets and the echo stand in lists? Columns only; the screen asks and shows."""

from hallclient.domain.figures.echo import EchoRow, Span
from hallclient.domain.figures.packet import plain
from hallclient.domain.figures.sending import OutboxRow, PacketState
from hallclient.ui.hub_words import reason_words
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
            Column(title=translate("hub", "原因"), text=lambda row: reason_words(row.reason), stretch=True),
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
