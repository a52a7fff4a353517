"""How does a dispute stand, in words? Stage and instance, what an act says, why an act cannot follow now."""

from hallclient.domain.law.dispute_clocks import DisputeDate
from hallclient.domain.register.dispute_acts import DisputeAct, DisputeStanding, DisputeStep, allowed
from hallclient.domain.register.kinds import DisputeKind
from hallclient.ui.due_words import due_words, left_words
from hallclient.ui.language import noop, translate
from hallclient.ui.terms import label

_FIRST = {
    DisputeAct.DEFENDED: noop("disputes", "先记“收到申请书（起诉状）副本”"),
    DisputeAct.HEARD: noop("disputes", "先记“收到申请书（起诉状）副本”"),
    DisputeAct.RESUMED: noop("disputes", "没有中止审理"),
    DisputeAct.SERVED: noop("disputes", "没有尚未送达的决定书（裁判文书）"),
    DisputeAct.APPEALED: noop("disputes", "一审尚未裁判，或者已经生效"),
    DisputeAct.EFFECTIVE: noop("disputes", "一审尚未裁判，或者已经生效"),
    DisputeAct.REMANDED: noop("disputes", "不在二审"),
    DisputeAct.COMPLIED: noop("disputes", "没有待履行的决定（裁判）"),
}
_COURT = frozenset({DisputeAct.APPEALED, DisputeAct.EFFECTIVE, DisputeAct.REMANDED})


def acts_of(kind: DisputeKind) -> tuple[DisputeAct, ...]:
    """Return the acts a kind knows at all, in the order of the procedure."""
    return tuple(act for act in DisputeAct if kind is not DisputeKind.RECONSIDERATION or act not in _COURT)


def why_not(kind: DisputeKind, standing: DisputeStanding, act: DisputeAct) -> str:
    """Return why ``act`` cannot follow, "" when it can. The desk has the last word."""
    if act in allowed(kind, standing):
        return ""
    if act in _FIRST and (standing.open or act is DisputeAct.SERVED):
        return translate("disputes", _FIRST[act])
    return translate("disputes", "现在是“{0}”，不能记这一步").format(stage_words(standing))


def stage_words(standing: DisputeStanding) -> str:
    """Return the stage, with its instance when it is the second."""
    if standing.instance == 2 and standing.open:
        return translate("disputes", "二审　{0}").format(label(standing.stage))
    return label(standing.stage)


def date_words(found: DisputeDate | None, left: int | None) -> str:
    """Return what the next date is for, which day it is and how much is left."""
    if found is None:
        return ""
    day = due_words(found.on, provisional=found.provisional)
    return translate("disputes", "{0} {1}　{2}").format(label(found.due), day, left_words(left)).strip()


def term_words(found: DisputeDate) -> str:
    """Return how long a period is: 10 个工作日, 15 日."""
    days = found.term.days
    if found.term.working:
        return translate("disputes", "{0} 个工作日").format(days)
    return translate("disputes", "{0} 日").format(days)


def step_words(step: DisputeStep) -> str:
    """Return what an act says besides its name."""
    parts = []
    if step.result is not None:
        parts.append(label(step.result))
    if step.simple:
        parts.append(translate("disputes", "简易程序"))
    if step.ruling:
        parts.append(translate("disputes", "裁定"))
    if step.order_days:
        text = translate("disputes", "责令 {0} 个工作日内重新答复")
        if not step.order_working:
            text = translate("disputes", "责令 {0} 日内重新答复")
        parts.append(text.format(step.order_days))
    if step.note:
        parts.append(step.note)
    return translate("disputes", "；").join(parts)
