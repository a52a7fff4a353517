"""What does the clerk read when the law says no? Periods, the calendar, fees, remedies."""

from collections.abc import Callable
from typing import Any

from hallclient.ui.language import translate
from hallclient.ui.sentence_words import FEW, clauses, day, detail, listed


def _calendar_pack_invalid(refusal: Any) -> str:
    said = [detail(problem.sentence) for problem in refusal.problems[:FEW]]
    if len(refusal.problems) > FEW:
        said.append(translate("messages", "另有{0}处").format(len(refusal.problems) - FEW))
    text = translate("messages", "{0}年放假安排有误：{1}。请对照通知更正放假日和调休上班日，再重新导入。")
    return text.format(refusal.year, clauses(said))


def _calendar_year_missing(refusal: Any) -> str:
    if refusal.year:
        text = translate("messages", "缺少{0}年的放假安排，请先导入该年度的放假安排。")
        return text.format(refusal.year)
    return translate("messages", "还没有任何放假安排，请先导入放假安排。")


def _event_unreadable(refusal: Any) -> str:
    if not refusal.row:
        return translate("messages", "经过文件应为一个列表，每条写明 act 和 on，请更正文件。")
    if not refusal.column:
        text = translate("messages", "经过文件第{0}条应写明 act 和 on，请更正文件。")
        return text.format(refusal.row)
    text = translate("messages", "经过文件第{0}条的“{1}”无法识别，请更正文件。")
    return text.format(refusal.row, detail(refusal.column))


CLOCK: dict[str, Callable[[Any], str]] = {
    "CalendarTooShort": lambda r: translate(
        "messages", "日期超出工作日历（{0} 至 {1}），请核对收到日期，或者导入该年度的放假安排。"
    ).format(day(r.first), day(r.last)),
    "CalendarYearMissing": _calendar_year_missing,
    "CalendarPackInvalid": _calendar_pack_invalid,
    "RuleSetUnknown": lambda r: translate("messages", "没有规则“{0}”，适用条例请从这些中选：{1}。").format(
        detail(r.ruleset), listed(("auto", *r.known))
    ),
    "DaysOutOfRange": lambda r: translate("messages", "工作日数应为1至{0}，请更正工作日数。").format(r.longest),
    "ExtensionTooLong": lambda r: translate(
        "messages", "延期{0}个工作日超过上限，最长{1}个工作日，请改小工作日数。"
    ).format(r.days, r.longest),
    "ExtensionLengthMissing": lambda r: translate("messages", "请填写延长的工作日数，至少1个工作日。"),
    "ExtensionRepeated": lambda r: translate("messages", "已于 {0} 延期一次，不能再次延期，请在期限内答复。").format(
        day(r.first_on)
    ),
    "ExtensionLate": lambda r: translate(
        "messages", "延期日期 {0} 晚于答复期限 {1}，期满后不能延期，请核对日期。"
    ).format(day(r.on), day(r.due)),
    "CorrectionRepeated": lambda r: translate(
        "messages", "已于 {0} 告知补正，补正须一次性告知，不能再次告知，请按现有材料办理。"
    ).format(day(r.first_on)),
    "CorrectionNoticeLate": lambda r: translate(
        "messages",
        "补正告知最迟应于 {1} 作出，{0} 已逾期，不能再发补正告知书；请核对日期，或者电话、当面指导申请人说明，"
        "在答复期限内按现有内容答复（必要时先延期）。",
    ).format(day(r.on), day(r.latest)),
    "ConsultationUnknown": lambda r: translate("messages", "没有对应的征求意见书，请先登记发出，再登记送达或者意见。"),
    "ConsultationRepeated": lambda r: translate(
        "messages", "这份征求意见书的这一步已登记过，请另选一份，或者用新编号登记发出。"
    ),
    "FeeNoticeLate": lambda r: translate(
        "messages", "收费通知应在答复期限 {1} 前送达，{0} 已逾期，请核对日期。"
    ).format(day(r.on), day(r.due)),
    "FeeNoticeRepeated": lambda r: translate(
        "messages", "已于 {0} 通知收费，同一申请只收费一次，请查看该次通知。"
    ).format(day(r.first_on)),
    "ClockNotRunning": lambda r: translate(
        "messages", "{0} 还没有确认收到，期限尚未起算，请先登记双方确认日期。"
    ).format(r.number),
}

OTHERS: dict[str, Callable[[Any], str]] = {
    "FeeCountInvalid": lambda r: translate("messages", "件数或者页数应为0至{0}，请更正数量。").format(r.largest),
    "NoTariff": lambda r: translate("messages", "{0} 尚无信息处理费标准，不能收费，请核对日期。").format(day(r.on)),
    "ReconsiderationBodyMissing": lambda r: translate("messages", "请先在“设置”中填写行政复议机关，再签发文书。"),
    "CourtMissing": lambda r: translate("messages", "请先在“设置”中填写有管辖权的法院，再签发文书。"),
    "EventUnreadable": _event_unreadable,
    "AnswerUnknown": lambda r: translate("messages", "本件现在不能这样选择，请从上一问重新选择。"),
    "ConsultationStillRuns": lambda r: translate(
        "messages", "被征求意见方可在 {0} 前答复，期满后才能登记“逾期未提出意见”，请核对日期。"
    ).format(day(r.until)),
    "PeriodStillRuns": lambda r: translate(
        "messages", "申请人可在 {0} 前补正或者缴费，期满后才能按逾期办结，请核对日期。"
    ).format(day(r.until)),
    "PostponedTooEarly": lambda r: translate("messages", "另定的答复日期应晚于 {0}（第三十五条），请改填日期。").format(
        day(r.due)
    ),
}

SENTENCES = CLOCK | OTHERS
