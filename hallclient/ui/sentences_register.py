"""What does the clerk read when a register says no? Enquiries, applications, disputes, counts, imported books."""

from collections.abc import Callable
from typing import Any

from hallclient.domain.register.completeness import INDISPENSABLE
from hallclient.domain.register.life_refusals import Shape
from hallclient.domain.register.sameness import RepeatDecision
from hallclient.ui.language import translate
from hallclient.ui.sentence_words import clauses, day, detail, field_names, listed, problem, shortened
from hallclient.ui.terms import label


def _parts_missing(refusal: Any) -> str:
    lacking = [part for part in refusal.problems if part.code == "missing"]
    other = [part for part in refusal.problems if part.code != "missing"]
    needed = [part.field for part in lacking if part.field in INDISPENSABLE]
    if needed:
        return translate("messages", "请填写{0}，缺了不能登记。").format(field_names(needed))
    said = [translate("messages", "还缺{0}").format(field_names(part.field for part in lacking))] if lacking else []
    said += [problem(part) for part in other]
    return translate("messages", "{0}。请补齐，或者勾选“资料不全，仍予登记”。").format(clauses(said))


def _id_number_wrong(refusal: Any) -> str:
    said = clauses(problem(part) for part in refusal.problems)
    return translate("messages", "{0}。无法核对的请留空，登记后告知补正。").format(said)


def _fact_unreadable(refusal: Any) -> str:
    named = field_names(refusal.fields)
    if refusal.shape is Shape.TERM:
        text = translate("messages", "“{0}”读不出，请从这些中选一个：{1}。")
        return text.format(named, listed(label(word) for word in refusal.words))
    how = {
        Shape.COUNT: translate("messages", "“{0}”读不出数，请写大于0的整数，只用数字，如 12。"),
        Shape.YUAN: translate("messages", "“{0}”读不出金额，请写元，至多两位小数，如 380.00。"),
        Shape.DATE: translate("messages", "“{0}”读不出日期，请写年-月-日，如 2026-03-16。"),
    }
    return how[refusal.shape].format(named)


def _late_receipt(refusal: Any) -> str:
    if refusal.closed:
        text = translate("messages", "{0} 已日结，请填写补登原因，本件将记为当日调整。")
    else:
        text = translate("messages", "{0} 距今超过3日，请填写补登原因。")
    return text.format(day(refusal.on))


def _repeat_undecided(refusal: Any) -> str:
    text = translate("messages", "同一申请人 {0} 提出过相同的申请（{1}），请选择与此前申请的关系：{2}。")
    return text.format(day(refusal.on), refusal.number, listed(label(decision) for decision in RepeatDecision))


def _changed_meanwhile(refusal: Any) -> str:
    if refusal.fields:
        text = translate("messages", "他人刚改过 {0} 的{1}，请核对后再保存，您填的内容没有丢失。")
        return text.format(refusal.number, field_names(refusal.fields))
    return translate("messages", "他人刚改过 {0}，请核对后再保存，您填的内容没有丢失。").format(refusal.number)


def _import_refused(refusal: Any) -> str:
    rows = len({found.row for found in refusal.problems})
    text = translate("messages", "文件有{0}处错误（{1}行），一行也没有导入，请按所列逐处更正后重新导入。")
    return text.format(len(refusal.problems), rows)


def _unknown_columns(refusal: Any) -> str:
    text = translate("messages", "文件的这些列对不上：{0}。请更正表头，或者在列对应中逐列指定。")
    return text.format(shortened(dict.fromkeys(found.column for found in refusal.problems)))


ENQUIRIES: dict[str, Callable[[Any], str]] = {
    "OccurredInFuture": lambda r: translate("messages", "来访时间晚于现在，请改为实际来访的时间。"),
    "OccurredTooLongAgo": lambda r: translate("messages", "来访时间距今超过一年，请核对年份；旧登记簿请用“导入”。"),
    "PersonsOutOfRange": lambda r: translate("messages", "人次应为1至9999，同次来访的后续事项为0，请更正人次。"),
    "MattersOutOfRange": lambda r: translate("messages", "件次应为1至9999，请更正件次。"),
    "RatingOutOfRange": lambda r: translate("messages", "评价为1至5级，请另选，或者留空。"),
    "ClosedBeforeOpened": lambda r: translate("messages", "办结日期不能早于来访日期，请核对办结日期。"),
    "ClosedInFuture": lambda r: translate("messages", "办结日期晚于今天，请改为实际办结的日期。"),
    "NumberOfAnotherYear": lambda r: translate(
        "messages", "编号含年度，来访时间不能改到另一年，请作废本件后重新登记。"
    ),
    "LateReasonMissing": lambda r: translate("messages", "补登以前的来访，请填写补登原因。"),
    "RecordVoided": lambda r: translate("messages", "{0} 已作废，不能再改动，请另行登记。").format(r.number),
    "VisitHasFurtherMatters": lambda r: translate("messages", "{0} 是来访的首件，请先作废同次来访的后续事项。").format(
        r.number
    ),
    "VisitUnknown": lambda r: translate("messages", "找不到当日同次来访的首件，请核对编号，或者按新来访登记。"),
    "TurnedIntoApplication": lambda r: translate("messages", "{0} 已转为申请 {1}，请先处理该申请，再改动本件。").format(
        r.number, r.application
    ),
    "NothingToUndo": lambda r: translate("messages", "您今天没有可撤销的登记，更早的请打开该件作废。"),
    "AlreadyClosed": lambda r: translate("messages", "{0} 已办结，不必再办结，要更正请打开该件修改。").format(r.number),
}

APPLICATIONS: dict[str, Callable[[Any], str]] = {
    "PartsMissing": _parts_missing,
    "IdNumberWrong": _id_number_wrong,
    "ReceivedInFuture": lambda r: translate("messages", "日期 {0} 晚于今天，请改为实际收到或者确认的日期。").format(
        day(r.on)
    ),
    "ReceivedTooLongAgo": lambda r: translate(
        "messages", "{0} 距今过久，窗口登记不早于 {1}，请核对收到日期；旧登记簿请用“导入”。"
    ).format(day(r.on), day(r.earliest)),
    "ConfirmedBeforeArrival": lambda r: translate(
        "messages", "双方确认日期不能早于收到日期 {0}，请核对两个日期。"
    ).format(day(r.arrived_on)),
    "LateReceiptNeedsReason": _late_receipt,
    "ReceiptFixed": lambda r: translate(
        "messages", "其后已有办理环节，或者将跨年度编号，收到日期不能再改，请作废后重新登记。"
    ),
    "RepeatUndecided": _repeat_undecided,
    "OutcomeMissing": lambda r: translate("messages", "请选择办理结果。"),
    "OutcomeDoesNotFit": lambda r: translate("messages", "本件现为“{0}”，不能按“{1}”办结，请另选办理结果。").format(
        label(r.state), label(r.outcome)
    ),
    "ReasonMissing": lambda r: translate("messages", "请填写原因。"),
    "StepRefused": lambda r: translate("messages", "本件现为“{0}”，不能登记“{1}”，请改选其他环节。").format(
        label(r.state), label(r.act)
    ),
    "StepBeforeReceipt": lambda r: translate("messages", "“{0}”的日期不能早于 {1}，请核对日期。").format(
        label(r.act), day(r.earliest)
    ),
    "StepInFuture": lambda r: translate("messages", "{0} 还没有到，请在发生当日登记，或者更正日期。").format(day(r.on)),
    "NoStepToUndo": lambda r: translate("messages", "没有可撤销的环节，登记有误请作废本件。"),
}

LIFE: dict[str, Callable[[Any], str]] = {
    "ActMissing": lambda r: translate("messages", "登记“{0}”之前，请先登记“{1}”。").format(
        label(r.act), label(r.first)
    ),
    "ActRepeated": lambda r: translate(
        "messages", "已于 {1} 登记过“{0}”，不能再次登记；登记有误的请撤销那一步。"
    ).format(label(r.act), day(r.first_on)),
    "StepFactsMissing": lambda r: translate("messages", "登记“{0}”还缺{1}，请补填。").format(
        label(r.act), field_names(r.fields)
    ),
    "StepFactUnreadable": _fact_unreadable,
    "SecrecyReviewMissing": lambda r: translate(
        "messages", "公开信息之前应先经保密审查（第十七条），请先登记“保密审查”。"
    ),
    "SecrecyReviewForbids": lambda r: translate(
        "messages", "保密审查认为不得公开，不能按公开办结，请另选办理结果，或者重新审查。"
    ),
    "OtherSuperior": lambda r: translate(
        "messages", "本件报请 {0} 决定，请登记其本人的决定，或者撤销报请后另行报请。"
    ).format(r.superior),
    "ApprovedOtherwise": lambda r: translate(
        "messages", "审批同意的稿与现在要签发的不一致，请按审批的稿签发，或者重新拟稿送审。"
    ),
    "UntilTooEarly": lambda r: translate("messages", "截止日期应晚于 {0}，请核对截止日期。").format(day(r.on)),
    "DateSetAlready": lambda r: translate(
        "messages", "已按第三十五条另定于 {0} 前答复，不再延期，请按该日期答复。"
    ).format(r.until),
    "CourierNotAllowed": lambda r: translate(
        "messages", "文书只能由邮政企业寄送（EMS或者挂号信），不得交其他快递企业，请另选送达方式。"
    ),
    "LetterNotOutstanding": lambda r: translate(
        "messages", "该文书不在送达途中：尚未送出、已退回或者已送达，请核对文书。"
    ),
    "LetterUnderway": lambda r: translate("messages", "该文书已于 {0} 送出，尚未送达或者退回，请先登记结果。").format(
        day(r.since)
    ),
    "LetterServed": lambda r: translate("messages", "该文书已于 {0} 送达，不必再送；登记有误的请撤销那一步。").format(
        day(r.since)
    ),
    "FeeNotChargeable": lambda r: translate(
        "messages", "已主动公开、只告知获取途径的，不按量计收信息处理费，请另选计收方式，或者不收费。"
    ),
    "SuperiorUndecided": lambda r: translate(
        "messages", "本件已报请 {0} 决定，尚未作出决定，请先登记“领导决定”。"
    ).format(r.superior),
    "ThirdPartyRefused": lambda r: translate(
        "messages",
        "第三方不同意公开，全部公开的请填写公共利益的理由（第三十二条），或者另选办理结果。",
    ),
    "FeeDiffers": lambda r: translate("messages", "金额与已决定、通知的 {0} 元不符，请核对金额。").format(r.yuan),
    "ApprovalMissing": lambda r: translate(
        "messages", "按“{0}”答复须先经审批，请先拟稿，由负责人审批同意后再签发。"
    ).format(label(r.outcome)),
    "OwnDraft": lambda r: translate("messages", "本人拟的稿不能由本人审批，请由另一位负责人审批。"),
    "ItemsUndecided": lambda r: translate("messages", "第{0}项申请事项还没有办理结果，请逐项选择。").format(
        listed(map(str, r.places))
    ),
    "LetterOfSeveral": lambda r: translate(
        "messages", "有 {0} 份征求意见书等待送达，请选择这份文书是征求哪一方意见的。"
    ).format(r.count),
    "ItemEndsTheWhole": lambda r: translate(
        "messages", "第{0}项不能是“{1}”：它了结的是整件申请，不是其中一项，请另选第{0}项的结果。"
    ).format(r.place, label(r.outcome)),
    "ItemFactsMissing": lambda r: translate(
        "messages", "第{0}项申请事项还缺：{1}。文书要逐项写明，请补填后再签发，现在没有生成文书。"
    ).format(r.place, listed(r.labels)),
    "ItemsNeedTheirOwnWords": lambda r: translate(
        "messages", "各项申请事项的结果不同，文书 {0} 只能说一种，请选用逐项答复的文书（A03、A18）。"
    ).format(r.kind),
    "ItemsNotListed": lambda r: translate(
        "messages", "文书 {0} 逐项答复，请先按 Ctrl+E 分列两项以上的申请事项并逐项选择结果。"
    ).format(r.kind),
    "OutcomeNotOfItems": lambda r: translate(
        "messages", "各申请事项合起来应按“{1}”办结，不是“{0}”，请改选办理结果，或者核对各项。"
    ).format(label(r.outcome), label(r.derived)),
}

BOOKS: dict[str, Callable[[Any], str]] = {
    "NoSuchRecord": lambda r: translate("messages", "找不到 {0}，请核对编号，或者查找该件。").format(detail(r.number)),
    "ChangedMeanwhile": _changed_meanwhile,
    "DayClosed": lambda r: translate(
        "messages", "{0} 已日结，不能直接改动，补登请填写补登原因，更正请由负责人登记调整。"
    ).format(day(r.day)),
    "VoidNeedsReason": lambda r: translate("messages", "请填写作废原因。"),
    "DecidedBeforeFiled": lambda r: translate("messages", "审结日期不能早于提起日期，请核对审结日期。"),
    "DisputeHalfDecided": lambda r: translate("messages", "审结日期和结果请同时填写，尚未审结的都留空。"),
    "DisputeInFuture": lambda r: translate("messages", "提起日期、审结日期都不能晚于今天，请核对日期。"),
    "CountNotANumber": lambda r: translate("messages", "数量应为不小于0的整数，万元可有四位小数，请更正数量。"),
    "CountedInFuture": lambda r: translate("messages", "日期晚于今天，请改为数据所属的日期。"),
    "EntryWithoutPlace": lambda r: translate(
        "messages", "目录没有写明 {0} 的公开位置，不能引用，请先补填位置再导入目录。"
    ).format(r.index_number),
    "CounterGone": lambda r: translate("messages", "这笔数据已被撤回，请刷新列表。"),
    "WithdrawalNeedsReason": lambda r: translate("messages", "请填写撤回原因。"),
    "AlreadyImported": lambda r: translate("messages", "这个文件已于 {0} 导入，不能重复导入，请另选文件。").format(
        day(r.on)
    ),
    "ImportRefused": _import_refused,
    "NothingToImport": lambda r: translate("messages", "文件只有表头，没有数据行，请另选文件。"),
    "UnknownColumns": _unknown_columns,
}

SENTENCES = ENQUIRIES | APPLICATIONS | LIFE | BOOKS
