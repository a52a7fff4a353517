"""How does a day packet look to people? The facts of its bytes: counts, numbers, what is due, hashes, signature."""

from collections.abc import Iterator

from hallclient.documents.sheets import Section, sheet_pdf
from hallclient.domain.figures import packet as packets
from hallclient.domain.figures.delivery import SealedPacket
from hallclient.domain.figures.lines import LineCatalogue, Values
from hallclient.domain.figures.packet import Packet, expand

REGISTERS = {
    "enquiries": "咨询投诉",
    "enquiries_voided": "作废的咨询投诉",
    "applications": "申请",
    "applications_received": "收到的申请",
    "applications_voided": "作废的申请",
    "applications_closed": "办结的申请",
    "documents": "签发的文书",
    "disputes": "复议诉讼",
    "disputes_filed": "提起的复议诉讼",
    "disputes_decided": "审结的复议诉讼",
    "counters": "计数",
}
APPLICATIONS, ENQUIRIES = "applications.standing.", "enquiries.standing."  # due, overdue, due soon; waiting
_NOTHING = "本日没有发生业务，已按零上报"  # 0 is not "not reported"
_UNTOLD = "日结时的程序尚不报送，不等于没有到期"
_MOST_DAYS = 400  # of an import: its further days are only counted


def packet_pdf(sealed: SealedPacket, lines: LineCatalogue, *, agency: str) -> bytes:
    """Return a packet as PDF; the same packet gives the same bytes. The file of the packet is what counts."""
    packet = packets.read(sealed.payload)
    title = "日结数据包" if sealed.kind == "day" else "导入数据包"
    return sheet_pdf(
        title,
        f"{agency}　{sealed.window}　{sealed.business_date.isoformat()}",
        [section for section in _sections(sealed, packet, lines) if section.rows],
        footer=f"第 {sealed.z_number} 号，第 {sealed.revision} 版　{packet.closed_at:%Y-%m-%d %H:%M}",
        number=f"{sealed.window}-{'Z' if sealed.kind == 'day' else 'I'}{sealed.z_number}-{sealed.revision}",
        number_label="数据包编号",
        author=agency,
    )


def _sections(sealed: SealedPacket, packet: Packet, lines: LineCatalogue) -> Iterator[Section]:
    if sealed.kind == "day":
        counted = {one: value for one, value in packet.lines.items() if not one.startswith((APPLICATIONS, ENQUIRIES))}
        yield _lines("数字", counted, lines) if counted else Section(title="数字", rows=(("零报告", _NOTHING),))
        yield _lines("申请期限提示", _of(packet.lines, APPLICATIONS), lines, note="按日结时的登记")
        if packets.ASKED in packet.lines:
            yield _lines("咨询投诉期限提示", _of(packet.lines, ENQUIRIES), lines, note="按日结时的登记")
        else:
            yield Section(title="咨询投诉期限提示", rows=(("未报", _UNTOLD),))
    else:
        total: Values = {}
        for values in packet.days.values():
            for code, value in values.items():
                total[code] = total.get(code, 0) + value
        yield _lines("数字（各日合计）", total, lines)
        days = sorted(packet.days)
        note = f"共 {len(days)} 日" if len(days) > _MOST_DAYS else ""
        rows = tuple((day.isoformat(), str(len(packet.days[day]))) for day in days[:_MOST_DAYS])
        yield Section(title="各日项目数", columns=("日期", "项目"), rows=rows, note=note)
    yield Section(
        title="起止编号",
        columns=("登记", "件数", "起", "止"),
        rows=tuple(
            (REGISTERS.get(name, name), str(len(numbers)), numbers[0], numbers[-1])
            for name, ranges in sorted(packet.members.items())
            if (numbers := expand(ranges))
        ),
    )
    yield Section(
        title="编号序列",
        columns=("序列", "年", "起", "止", "已用", "作废", "跳号", "缺号"),
        rows=tuple(
            (use.series, *map(str, (use.year, use.first, use.last, use.used, use.void, use.skipped, use.gaps)))
            for use in packet.series
        ),
    )
    yield Section(
        title="日结后的调整",
        columns=("项目", "增减", "原因", "经办", "日期"),
        rows=tuple(
            (lines.label(note.line), f"{note.delta:+}", note.reason, note.by, note.at.date().isoformat())
            for note in packet.adjustments
        ),
    )
    broken = sum(not result.holds for result in packet.identities)
    yield Section(
        title="校验",
        rows=(
            ("封存", f"{packet.closed_at:%Y-%m-%d %H:%M}　{packet.closed_by}"),
            ("勾稽关系", f"{len(packet.identities)} 项，不符 {broken} 项"),
            ("本包", sealed.sha256),
            ("上一包", sealed.previous_sha256),
            ("签名", sealed.signature),
        ),
    )


def _of(values: Values, prefix: str) -> Values:
    return {code: value for code, value in values.items() if code.startswith(prefix)}


def _lines(title: str, values: Values, lines: LineCatalogue, note: str = "") -> Section:
    rows = tuple((lines.label(code), lines.unit(code), str(values[code])) for code in sorted(values, key=lines.order))
    return Section(title=title, columns=("项目", "单位", "数值"), rows=rows, note=note)
