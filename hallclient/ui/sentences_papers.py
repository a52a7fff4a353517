"""What does the clerk read when a paper cannot be drawn, issued or printed?"""

from collections.abc import Callable
from typing import Any

from hallclient.domain.register.print_queue import PrintTrouble
from hallclient.ui.language import translate
from hallclient.ui.printer_names import printer_words
from hallclient.ui.sentence_words import FEW, clauses, day, detail, fact_type, field_names, listed, shortened
from hallclient.ui.terms import label
from hallclient.ui.wording_words import placed


def _unprintable(refusal: Any) -> str:
    characters = shortened(refusal.characters)
    if refusal.fields:
        text = translate("messages", "“{0}”中有字库没有的字（{1}），请换用规范字，或者用拼音注明。")
        return text.format(field_names(refusal.fields), characters)
    return translate("messages", "内容中有字库没有的字（{0}），请换用规范字，或者用拼音注明。").format(characters)


# What a document says of the agency is typed in the settings, not in the document's form.
_AGENCY = ("agency_name", "agency_phone", "agency_address", "reconsideration_body", "reconsideration_url", "court")


def _fact_missing(refusal: Any) -> str:
    text = translate("messages", "文书 {0} 还缺：{1}。请补填后再打印，现在没有生成文书。")
    if any(name in _AGENCY for name in refusal.fields):
        text = translate("messages", "文书 {0} 还缺：{1}。请先在“设置—机关信息”中补填，现在没有生成文书。")
    return text.format(refusal.kind, listed(refusal.labels))


def _fact_unknown(refusal: Any) -> str:
    text = translate("messages", "文书 {0} 不使用“{1}”，请去掉；可填：{2}。")
    known = field_names(refusal.known) or translate("messages", "无")
    return text.format(refusal.kind, field_names(refusal.fields), known)


def _wording_refused(refusal: Any) -> str:
    said = clauses(placed(problem) for problem in refusal.problems[:FEW])
    text = translate("messages", "文书格式还不能生效：{0}。请更正后再发布。")
    if len(refusal.problems) > FEW:
        text = translate("messages", "文书格式还不能生效：{0}，等{1}处。请更正后再发布。")
    return text.format(said, len(refusal.problems))


def _job_refused(trouble: Any) -> str:
    hitch = PrintTrouble.read(trouble.hitch) or PrintTrouble.NOT_ACCEPTING
    text = translate("messages", "打印机“{0}”：{1}。请换一台打印机或者稍后再打印，也可以另存为 PDF。")
    return text.format(printer_words(trouble.printer), label(hitch))


SENTENCES: dict[str, Callable[[Any], str]] = {
    "FactMissing": _fact_missing,
    "FactUnreadable": lambda r: translate("messages", "文书 {0} 的“{1}”应为{2}，请更正后再打印。").format(
        r.kind, r.label, fact_type(r.expected)
    ),
    "FactUnknown": _fact_unknown,
    "ElementMissing": lambda r: translate(
        "messages", "文书 {0} 的格式缺少必备内容：{1}。现在没有生成文书，请负责人在“文书格式”中补上后再签发。"
    ).format(r.kind, listed(r.labels)),
    "CorrectionPaperRepeated": lambda r: translate(
        "messages", "本件已签发补正告知书 {0}，补正须一次性告知，不能再发；原件有误的请先作废，再在期限内重新签发。"
    ).format(r.number),
    "ApplicantTold": lambda r: translate(
        "messages",
        "文书 {0} 交给申请人以外的人，“{1}”中出现了申请人或者代理人的姓名、证件号码或者电话，请删去后再打印。",
    ).format(r.kind, listed(r.labels)),
    "UnprintableText": _unprintable,
    "UnknownKind": lambda r: translate("messages", "没有文书种类“{0}”，请从列表中选择。").format(detail(r.kind)),
    "KindDoesNotFit": lambda r: translate("messages", "文书 {0} 与本件或者办理结果不符，请另选文书种类。").format(
        r.kind
    ),
    "ReprintNeedsReason": lambda r: translate("messages", "本文书已打印过，请填写补打原因。"),
    "DocumentVoided": lambda r: translate("messages", "{0} 已作废，不能再打印或者作废，需要时请重新签发。").format(
        r.number
    ),
    "VoidedWithItsRecord": lambda r: translate("messages", "{0} 没有单独的文号，请作废该件登记，文书随之作废。").format(
        r.number
    ),
    "PapersRest": lambda r: translate(
        "messages", "{0} 是根据这一步出具的，撤销前请先决定是否一并作废：请再按 Ctrl+Z，逐份选择。"
    ).format(listed(r.numbers)),
    "DocumentAltered": lambda r: translate(
        "messages", "{0} 的存档与签发时不一致，已停止打印，请联系系统管理员核对备份。"
    ).format(r.number),
    "FontMissing": lambda r: translate(
        "messages", "程序自带的字体缺失或者损坏（{0}），请重新安装程序，已登记的数据不受影响。"
    ).format(r.path),
    "WordingBroken": lambda r: translate(
        "messages", "文书格式文件 {0} 有误（{1}），更正前不能签发此类文书，请恢复原文件或者联系系统管理员。"
    ).format(r.file, detail(r.problem)),
    "WordingRefused": _wording_refused,
    "WordingTooEarly": lambda r: translate(
        "messages", "新版本最早从 {0} 起生效，不能早于今天和前一版本，请更改生效日期。"
    ).format(day(r.first)),
    "WordingNeedsReason": lambda r: translate("messages", "请填写修改原因，它与新版本一起保存。"),
    "WordingUnchanged": lambda r: translate("messages", "文字没有改动，不必发布，请先修改。"),
    "WordingInForce": lambda r: translate(
        "messages", "{0} 已经生效或者随程序提供，不能撤回，请修改后发布新的版本。"
    ).format(r.version),
    "PrinterGone": lambda r: translate(
        "messages", "打印机“{0}”没有接受任务，请检查电源、纸张和连接后再打印，或者另存为 PDF。"
    ).format(printer_words(r.printer)),
    "JobRefused": _job_refused,
    "SpoolerSilent": lambda r: translate(
        "messages", "打印系统没有回应，请确认打印服务已启动后再打印，或者另存为 PDF。"
    ),
    "PrintUnanswered": lambda r: translate(
        "messages", "{0} 上一次打印出来没有还没有确认，请先按 Shift+F8 在打印队列中回答。"
    ).format(r.number),
    "PrintUnderWay": lambda r: translate(
        "messages", "{0} 已在打印队列中，不会重复打印，请稍候，或者按 Shift+F8 查看。"
    ).format(r.number),
    "PrintSettled": lambda r: translate("messages", "这次打印已有结果，已记入打印记录，请按 F5 刷新。"),
    "CopiesOutOfRange": lambda r: translate("messages", "一次打印 1 至 {0} 份，请更正份数。").format(r.most),
    "RemovalNeedsReason": lambda r: translate("messages", "请写明移出打印队列的原因，文书仍列为未打印。"),
}
