"""Why can this act not be recorded now, and what would have to happen first? For the clerk, in words."""

from dataclasses import dataclass

from hallclient.domain.register.application import ALLOWED, Application, State
from hallclient.domain.register.steps import Act
from hallclient.ui.language import noop, translate
from hallclient.ui.terms import label

# Receiving, answering and voiding have their own commands.
RECORDED = (
    Act.CORRECTION_REQUESTED,
    Act.CORRECTED,
    Act.EXTENDED,
    Act.CONSULTATION_SENT,
    Act.CONSULTATION_RECEIVED,
    Act.CONSULTATION_ANSWERED,
    Act.FEE_NOTIFIED,
    Act.FEE_PAID,
    Act.WITHDRAWN,
)

_ENDED = frozenset({State.ANSWERED, State.WITHDRAWN, State.VOIDED})
_FIRST = {
    Act.CORRECTED: noop("act_rules", "没有待补正的告知；先记“告知补正”"),
    Act.FEE_PAID: noop("act_rules", "没有送达收费通知；先记“收费通知送达”"),
    Act.CONSULTATION_RECEIVED: noop("act_rules", "没有已发出、尚未送达的征求意见书"),
    Act.CONSULTATION_ANSWERED: noop("act_rules", "没有已发出、尚未答复的征求意见书"),
}


@dataclass(frozen=True, slots=True)
class ActChoice:
    """An act on offer; ``why_not`` empty when it can be recorded now. ``letters`` are the consultations it can mean."""

    act: Act
    why_not: str
    letters: tuple[str, ...] = ()


def choices(application: Application) -> tuple[ActChoice, ...]:
    """Return every act with the reason why it cannot be recorded now, in the order of the procedure."""
    return tuple(ActChoice(act, why_not(application, act), open_letters(application, act)) for act in RECORDED)


def why_not(application: Application, act: Act) -> str:
    """Return why ``act`` cannot follow, "" when it can. The desk and the clock have the last word."""
    state = application.state
    if state in _ENDED:
        return translate("act_rules", "本件{0}，不再记录步骤；记错的可撤销上一步").format(label(state))
    if state is State.AWAITING_CONFIRMATION and act is not Act.WITHDRAWN:
        return translate("act_rules", "尚未确认收到，期限未起算；先按“确认收到”")
    if act in (Act.CONSULTATION_RECEIVED, Act.CONSULTATION_ANSWERED) and not open_letters(application, act):
        return translate("act_rules", _FIRST[act])
    if act not in ALLOWED[state]:
        if act in _FIRST:
            return translate("act_rules", _FIRST[act])
        return translate("act_rules", "现在是“{0}”，先等这一步完成").format(label(state))
    done = next((step.on for step in application.steps if step.act is act), None)
    if done is None:
        return ""
    if act is Act.CORRECTION_REQUESTED:
        return translate("act_rules", "已于 {0} 告知补正；补正应当一次性告知（第三十条）").format(done)
    if act is Act.EXTENDED:
        return translate("act_rules", "已于 {0} 延期；只能延期一次（第三十三条）").format(done)
    if act is Act.FEE_NOTIFIED:
        return translate("act_rules", "已于 {0} 送达收费通知；一件申请只收费一次").format(done)
    return ""


def open_letters(application: Application, act: Act) -> tuple[str, ...]:
    """Return the ids of the consultations this act can belong to."""
    by_act = {
        wanted: {step.id for step in application.steps if step.act is wanted}
        for wanted in (Act.CONSULTATION_SENT, Act.CONSULTATION_RECEIVED, Act.CONSULTATION_ANSWERED)
    }
    if act not in (Act.CONSULTATION_RECEIVED, Act.CONSULTATION_ANSWERED):
        return ()
    gone = by_act[Act.CONSULTATION_ANSWERED]
    if act is Act.CONSULTATION_RECEIVED:
        gone = gone | by_act[Act.CONSULTATION_RECEIVED]
    return tuple(sorted(by_act[Act.CONSULTATION_SENT] - gone))
