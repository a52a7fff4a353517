"""What does the clerk read when a dispute or a reference text says no? One whole sentence each."""

from collections.abc import Callable
from typing import Any

from hallclient.ui.language import translate
from hallclient.ui.reference_texts_words import slot_name
from hallclient.ui.sentence_words import day, listed
from hallclient.ui.terms import label

SENTENCES: dict[str, Callable[[Any], str]] = {
    "DisputeActRefused": lambda r: translate("messages", "本件现为“{0}”，不能记“{1}”，请改选其他进展。").format(
        label(r.stage), label(r.act)
    ),
    "DisputeActTooEarly": lambda r: translate("messages", "“{0}”的日期不能早于前一步的 {1}，请核对日期。").format(
        label(r.act), day(r.earliest)
    ),
    "DisputeResultMissing": lambda r: translate("messages", "请选择决定（裁判）的结果。"),
    "OrderWithoutCorrection": lambda r: translate(
        "messages", "只有“结果纠正”才有重新答复的期限，请更正结果，或者删去期限。"
    ),
    "DecidedByActs": lambda r: translate(
        "messages", "本件已逐步记录进展，审结日期和结果由进展得出，请用“记录进展”或者“撤销进展”更改。"
    ),
    "NoDisputeActToUndo": lambda r: translate("messages", "还没有可以撤销的进展，请先记录进展。"),
    "FollowsNoReconsideration": lambda r: translate(
        "messages", "“此前的复议”只在复议后起诉时填写，且应是本登记簿中行政复议的编号，请核对。"
    ),
    "TextSlotUnknown": lambda r: translate(
        "messages", "花括号内的“{0}”没有对应的内容，请改为可用的名称（按 F1 查看）。"
    ).format(listed(r.slots)),
    "GuideFactsMissing": lambda r: translate("messages", "还缺{0}，不能发布，请到“设置—机关信息”填写后再发布。").format(
        listed(slot_name(name) for name in r.names)
    ),
    "EditionTooEarly": lambda r: translate("messages", "施行日期不能早于上一版的 {0}，请更正施行日期。").format(
        day(r.earliest)
    ),
    "EditionReasonMissing": lambda r: translate("messages", "请填写修订说明。"),
    "ReferenceTextDamaged": lambda r: translate(
        "messages", "安装文件 {0} 已损坏，参考文本不能打开，请联系系统管理员重新安装。"
    ).format(r.name),
}
