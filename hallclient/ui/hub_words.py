"""How is what the hub says put into words? Reasons of packets, ways out, days and moments, in the language in use.

The hub keeps its reasons as Chinese phrases: the same in the window's list, in the office's and on a stick.
"""

import re
from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path

from hallclient.domain.figures.hub_records import Aside, OfficeRule, locked_words
from hallclient.domain.figures.sending import Why
from hallclient.domain.terms import Term
from hallclient.ui.language import noop, translate
from hallclient.ui.messages import sentence
from hallclient.ui.terms import label
from hallclient.ui.typed import weekday_of

OLD = 5  # days after which a window's last word on its deadlines is old
_NAMED = 3  # files told one by one

_PHRASES = (
    noop("hub", "同一数据包已收"),
    noop("hub", "已收到，待办公室核验后计入"),
    noop("hub", "数据包内容超出可登记的范围，未登记"),
)
_SUPERSEDED = re.compile(r"已被更高版本取代（第(\d+)版）|已被第(\d+)版取代")
_TWO = re.compile(r"与已收的第(\d+)版内容不同，版本号却相同")
_TERMS: tuple[type[Term], ...] = (Why, Aside)


def reason_words(reason: str) -> str:
    """Return a packet's reason; who locked a period and why he did stand in it as he wrote it."""
    for terms in _TERMS:
        for one in terms:
            if one.label == reason:
                return label(one)
    if reason in _PHRASES:
        return translate("hub", reason)
    if (locked := locked_words(reason)) is not None:
        since, by, why = locked
        return translate("hub", "{0} 起的期间已由 {1} 锁定：{2}").format(since.isoformat(), by, why)
    if found := _SUPERSEDED.fullmatch(reason):
        return translate("hub", "已被第 {0} 版取代").format(found[1] or found[2])
    if found := _TWO.fullmatch(reason):
        return translate("hub", "与已收的第 {0} 版内容不同，版本号却相同").format(found[1])
    return reason


def way_out(reason: str) -> str:
    """Return what can be done for a packet that is kept aside."""
    match Aside.of(reason):
        case Aside.FORK:
            return translate(
                "hub",
                "向窗口核实：确由备份恢复的，按 Ctrl+B 续接，其后的数据包随即计入；说不清的不要续接。"
                "低于已收版本的不会覆盖已收的数字。",
            )
        case Aside.GAP:
            return translate(
                "hub", "请窗口在“报送”中按 Ctrl+Enter 补送前面的数据包，或者用U盘送来；到齐后自动计入，不必在这里处理。"
            )
        case Aside.UNENROLLED:
            return translate("hub", "核实是哪个窗口，由系统管理员登记（hub enrol）；登记后自动计入。已停用的不再收取。")
        case Aside.SIGNATURE:
            return translate(
                "hub",
                "内容可能在途中损坏，或者不是这个窗口发出的。请窗口重新报送；窗口换了密钥的，由系统管理员重新登记公钥"
                "（hub enrol），登记后自动计入。",
            )
        case Aside.TWO_OF_ONE:
            return translate(
                "hub",
                "同一日有两份内容不同而版本号相同的数据包，先收到的仍然有效。请窗口核对这一日，以更高的版本重新报送。",
            )
        case Aside.CONTENT:
            return translate(
                "hub", "这一份不是本程序封存的样子，不会计入。请窗口的系统管理员核对，以更高的版本重新报送这一日。"
            )
    return translate("hub", "请与窗口核实。")


def state_of_rule(rule: OfficeRule, today: date) -> str:
    """Return whether a lock or an exception binds, and who lifted it."""
    said = label(rule.state(today))
    if rule.lifted_at is None:
        return said
    return translate("hub", "{0}（{1}，{2}）").format(said, rule.lifted_by, f"{rule.lifted_at:%Y-%m-%d}")


def days(first: date | None, last: date | None) -> str:
    """Return a span of days, the last one included."""
    if first is None or last is None:
        return ""
    return first.isoformat() if first == last else f"{first.isoformat()} — {last.isoformat()}"


def day_words(day: date) -> str:
    """Return a day with its weekday."""
    return f"{day.isoformat()} {weekday_of(day)}"


def moment(at: datetime | None) -> str:
    """Return a moment to the minute; empty for none."""
    return "" if at is None else f"{at:%Y-%m-%d %H:%M}"


def clock(at: datetime, today: date) -> str:
    """Return when something was said: the hour, with the day when it was not today."""
    return f"{at:%H:%M}" if at.date() == today else moment(at)


def without_pdf(paths: Sequence[Path]) -> str:
    """Return what a stick lacks that had room for the packets alone, and what can be done."""
    named = "、".join(path.name for path in paths[:_NAMED])
    if len(paths) > _NAMED:
        named = translate("hub", "{0} 等 {1} 份").format(named, len(paths))
    said = translate(
        "hub", "数据包已完整写入，可以送交；磁盘已满，缺可读文件（PDF）{0}，请清理后再写一次，或者换一个 U 盘再写。"
    )
    return said.format(named)


def age(day: date, today: date) -> str:
    """Return a day a window last spoke of, and how long that was ago when it is no news any more."""
    passed = (today - day).days
    if passed <= OLD:
        return day.isoformat()
    return translate("hub", "{0}（{1} 天前）").format(day.isoformat(), passed)


def away(problem: Exception) -> str:
    """Return what is wrong with the hub, for whoever reads and does not send."""
    match getattr(problem, "code", ""):
        case "hub_unreachable":
            return translate("hub", "连不上中心库，请检查网络；长时间不通请联系系统管理员。")
        case "hub_not_set":
            return translate("hub", "还没有填写中心库地址，请系统管理员填写（Ctrl+U）。")
    return sentence(problem)
