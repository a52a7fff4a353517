"""What does the clerk read when figures say no? The day's close, adjustments, checks, files that leave."""

from collections.abc import Callable
from typing import Any

from hallclient.ui.language import translate
from hallclient.ui.sentence_words import day, field_names, listed, shortcoming, shortened
from hallclient.ui.terms import label


def _day_unfinished(refusal: Any) -> str:
    left = [
        translate("messages", "{0}（{1}）").format(label(item.kind), item.number) if item.number else label(item.kind)
        for item in refusal.items
    ]
    return translate("messages", "{0} 还不能日结，请先处理：{1}。").format(day(refusal.day), shortened(left))


def _identities_broken(refusal: Any) -> str:
    if refusal.records:
        text = translate("messages", "勾稽关系不符，不能日结或者导出，请先核对这些记录：{0}。")
        return text.format(shortened(refusal.records))
    broken = sum(not result.holds for result in refusal.results)
    text = translate("messages", "勾稽关系有{0}项不符，不能日结或者导出，请先按所列核对数字。")
    return text.format(broken)


def _text_contradicts(refusal: Any) -> str:
    wrong = [differing_words(one) for one in refusal.differing]
    told = translate("messages", "文字与表格不一致，不能定稿：{0}。请更正文字；说的是上年、其他机关的，请写明。")
    return told.format(shortened(wrong))


def differing_words(one: Any) -> str:
    """Return where a number stands that is not the table's, and both values; ``one`` is a ``report_text.Differing``."""
    told = translate("messages", "{0} 第 {1} 段“{2}”：写作 {3}，表中{4}为 {5}")
    return told.format(one.heading, one.paragraph, one.words, one.found, f"“{one.name}”", one.expected)


def _template_unusable(refusal: Any) -> str:
    if not refusal.missing:
        return translate("messages", "Word 模板打不开，请换用 .docx 模板，或者不指定模板、使用自带的模板。")
    text = translate("messages", "Word 模板缺少这些样式：{0}。请在模板中补上，或者不指定模板、使用自带的模板。")
    return text.format(shortened(refusal.missing))


SENTENCES: dict[str, Callable[[Any], str]] = {
    "DayInFuture": lambda r: translate("messages", "{0} 还没有到，不能日结，请核对日期。").format(day(r.day)),
    "DayNotClosed": lambda r: translate("messages", "{0} 尚未日结，请直接更正记录，不必登记调整。").format(day(r.day)),
    "DayUnfinished": _day_unfinished,
    "LineUnknown": lambda r: translate("messages", "日报表没有这个项目，或者它由计算得出、不能调整，请另选项目。"),
    "AdjustmentNeedsReason": lambda r: translate("messages", "请填写调整原因。"),
    "AdjustmentMissing": lambda r: translate("messages", "增减应为不等于0的数，如 +1 或者 -2，请更正增减。"),
    "IdentitiesBroken": _identities_broken,
    "ReportUnreadable": lambda r: translate(
        "messages", "文件里没有可核对的年度报告（找不到表三，也没有首年报告的数字），请另选文件。"
    ),
    "ReportFormUnknown": lambda r: translate("messages", "没有这种年度报告格式，请从这些格式中选择：{0}。").format(
        listed(r.known)
    ),
    "TemplateUnusable": _template_unusable,
    "EnvelopeUnreadable": lambda r: translate(
        "messages", "这不是日结数据包，或者文件已损坏（{0}）。请在原窗口重新导出后再试。"
    ).format(r.problem),
    "PartUnknown": lambda r: translate("messages", "这种格式没有要编写的“{0}”部分，请另选部分。").format(r.part),
    "TextContradicts": _text_contradicts,
    "HubDaysAwaited": lambda r: translate(
        "messages", "中心库还有 {0} 个窗口日没有报来，也没到报送时限，请过了时限再定稿。"
    ).format(r.days),
    "HubYearIncomplete": lambda r: translate("messages", "{0}，请先催报；必须定稿的，请写明数据不全的原因。").format(
        shortcoming(r.missing, r.uncounted)
    ),
    "UnitNotPublished": lambda r: translate("messages", "一个单位的汇总只能查看、导出，请选全部单位后再定稿。"),
    "YearStillOpen": lambda r: translate("messages", "本年还有 {0} 天没有日结，数字还会变动，请日结后再定稿。").format(
        r.days
    ),
    "EditionNeedsReason": lambda r: translate("messages", "这份年度报告已经定稿，再次定稿请填写原因。"),
    "ReportAltered": lambda r: translate(
        "messages", "存档的年度报告与定稿时不一致，已停止打印，请联系系统管理员核对备份。"
    ),
    "HeldInFuture": lambda r: translate("messages", "日期晚于今天，请改为实际日期。"),
    "AttendingOutOfRange": lambda r: translate("messages", "参加人数应为1至99999，请更正人数。"),
    "SupervisionTextMissing": lambda r: translate("messages", "请填写{0}。").format(field_names(r.fields)),
    "SlotUnknown": lambda r: translate("messages", "没有这些数字占位：{0}。可用的有：{1}。请更正后再保存。").format(
        listed(r.names), listed(r.known)
    ),
    "FormatUnknown": lambda r: translate("messages", "文件名请以{0}结尾。").format(listed(r.known)),
    "CarriedInUnreadable": lambda r: translate(
        "messages", "--carried-in 的文件应按申请人类别写明结转件数（整数），请更正文件。"
    ),
    "PeriodReversed": lambda r: translate("messages", "期间的止日不能早于起日，请核对两个日期。"),
    "DateImpossible": lambda r: translate("messages", "{0} 的日期无效，请写成 2026-03-02 的样子。").format(r.option),
}
