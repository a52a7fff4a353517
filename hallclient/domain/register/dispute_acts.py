"""How does a dispute stand? Its own acts, from the notice to compliance, folded into a stage and a result.

Only what is final counts as a result in table 四 (domain 9.3): a reconsideration decision is, a first-instance judgment
only once nobody appealed in time, the judgment of the second instance always.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from hallclient.domain.refusal import Refusal
from hallclient.domain.register.kinds import DisputeKind, DisputeResult
from hallclient.domain.terms import Term


class DisputeAct(Term):
    """What happens in a dispute, in the order of the procedure."""

    NOTICED = "noticed", "收到申请书（起诉状）副本"
    DEFENDED = "defended", "提交答复（答辩）"
    HEARD = "heard", "听取意见（开庭）"
    SUSPENDED = "suspended", "中止审理"
    RESUMED = "resumed", "恢复审理"
    DECIDED = "decided", "作出决定（裁判）"
    SERVED = "served", "收到决定书（裁判文书）"
    APPEALED = "appealed", "提起上诉"
    REMANDED = "remanded", "发回重审"
    EFFECTIVE = "effective", "一审裁判生效"
    WITHDRAWN = "dispute_withdrawn", "撤回申请（撤诉）"
    TERMINATED = "terminated", "终止审理"
    COMPLIED = "complied", "履行完毕"


class DisputeStage(Term):
    """Where a dispute stands. What is not final is 尚未审结, whatever the first instance said."""

    FILED = "filed", "已提起"
    ANSWERING = "answering", "待提交答复"
    HEARING = "hearing", "审理中"
    SUSPENDED = "suspended", "已中止"
    JUDGED = "judged", "一审已判，尚未生效"
    COMPLYING = "complying", "待履行"
    ENDED = "ended", "已审结"


class DisputeActRefused(Refusal):
    """This act cannot follow: the dispute does not stand there, or its kind does not know it."""

    fields = ("act",)

    def __init__(self, act: DisputeAct, stage: DisputeStage) -> None:
        super().__init__()
        self.act, self.stage = act, stage


class DisputeActTooEarly(Refusal):
    """An act cannot lie before the one it follows."""

    fields = ("on",)

    def __init__(self, act: DisputeAct, earliest: date) -> None:
        super().__init__()
        self.act, self.earliest = act, earliest


class DisputeResultMissing(Refusal):
    """A decision is recorded with its result: upheld, corrected, or another one."""

    fields = ("result",)


class OrderWithoutCorrection(Refusal):
    """Only a decision that corrects can order the agency to act again."""

    fields = ("order_days",)


@dataclass(frozen=True, slots=True, kw_only=True)
class DisputeStep:
    """One act. ``result`` belongs to a decision; ``ruling`` says 裁定 instead of 判决 (the period to appeal differs).

    ``simple`` belongs to a notice: the simple procedure (行政复议法 第五十三条、第五十四条). ``order_days`` is the
    period in which the agency must answer again when the decision orders it to, in working days if ``order_working``.
    """

    act: DisputeAct
    on: date
    result: DisputeResult | None = None
    ruling: bool = False
    simple: bool = False
    order_days: int | None = None
    order_working: bool = True
    note: str = ""
    by: str = ""

    def __repr__(self) -> str:
        return f"DisputeStep({self.act.value}, {self.on})"


@dataclass(frozen=True, slots=True, kw_only=True)
class RedoOrder:
    """The agency must act again (责令重新答复): ``days`` from ``runs_from`` (None: not in force for it yet).

    A reconsideration decision and a second judgment bind from their service, a first judgment from its taking effect.
    ``complied_on`` says that it was done.
    """

    days: int
    working: bool
    decided_on: date
    runs_from: date | None
    complied_on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class DisputeStanding:
    """A dispute's acts folded. ``instance`` is 1 or 2.

    ``decided_on`` and ``result`` are what table 四 counts: None until final. ``judged_on`` and ``judgment`` are the
    last decision, final or not. ``noticed_on`` … ``served_on`` belong to the instance that runs.
    """

    stage: DisputeStage
    instance: int = 1
    decided_on: date | None = None
    result: DisputeResult | None = None
    noticed_on: date | None = None
    simple: bool = False
    defended_on: date | None = None
    judged_on: date | None = None
    judgment: DisputeResult | None = None
    ruling: bool = False
    served_on: date | None = None
    order: RedoOrder | None = None

    @property
    def open(self) -> bool:
        """Whether it counts as 尚未审结."""
        return self.decided_on is None


_A = DisputeAct
_ENDS = frozenset({_A.DECIDED, _A.WITHDRAWN, _A.TERMINATED})
FOLLOWS: Mapping[DisputeStage, frozenset[DisputeAct]] = {
    DisputeStage.FILED: _ENDS | {_A.NOTICED, _A.SUSPENDED, _A.REMANDED},
    DisputeStage.ANSWERING: _ENDS | {_A.DEFENDED, _A.HEARD, _A.SUSPENDED, _A.REMANDED},
    DisputeStage.HEARING: _ENDS | {_A.HEARD, _A.SUSPENDED, _A.REMANDED},
    DisputeStage.SUSPENDED: frozenset({_A.RESUMED, _A.WITHDRAWN, _A.TERMINATED}),
    DisputeStage.JUDGED: frozenset({_A.SERVED, _A.APPEALED, _A.EFFECTIVE}),
    DisputeStage.COMPLYING: frozenset({_A.SERVED, _A.COMPLIED}),
    DisputeStage.ENDED: frozenset({_A.SERVED}),
}
"""What may follow where; ``allowed`` says it for a kind and an instance."""

_OF_COURTS = frozenset({_A.APPEALED, _A.EFFECTIVE, _A.REMANDED})


def allowed(kind: DisputeKind, standing: DisputeStanding) -> frozenset[DisputeAct]:
    """Return the acts that may follow now."""
    acts = FOLLOWS[standing.stage]
    if kind is DisputeKind.RECONSIDERATION:
        acts = acts - _OF_COURTS
    if standing.instance == 1:
        acts = acts - {_A.REMANDED}
    if standing.served_on is not None or standing.judged_on is None:
        acts = acts - {_A.SERVED}  # one service for each decision
    if standing.stage is DisputeStage.ENDED and standing.judgment is None:
        acts = acts - {_A.SERVED}
    return acts


def fold(kind: DisputeKind, filed_on: date, acts: Sequence[DisputeStep]) -> DisputeStanding:
    """Return how a dispute filed on ``filed_on`` stands after ``acts``.

    Raises DisputeActRefused, DisputeActTooEarly, DisputeResultMissing, OrderWithoutCorrection.
    """
    standing, latest, before = DisputeStanding(stage=DisputeStage.FILED), filed_on, DisputeStage.FILED
    for step in acts:
        if step.act not in allowed(kind, standing):
            raise DisputeActRefused(step.act, standing.stage)
        if step.on < latest:
            raise DisputeActTooEarly(step.act, latest)
        latest = step.on
        if step.act is _A.SUSPENDED:
            before = standing.stage
        standing = _after(kind, standing, step, before)
    return standing


def history(
    kind: DisputeKind, decided_on: date | None, result: DisputeResult | None, acts: Sequence[DisputeStep]
) -> tuple[DisputeStep, ...]:
    """Return the acts, or what stands for them where only the result is known (imported and older records)."""
    if acts or decided_on is None or result is None:
        return tuple(acts)
    decided = DisputeStep(act=_A.DECIDED, on=decided_on, result=result)
    if kind is DisputeKind.RECONSIDERATION:
        return (decided,)
    return (decided, DisputeStep(act=_A.EFFECTIVE, on=decided_on))


def _after(kind: DisputeKind, old: DisputeStanding, step: DisputeStep, suspended_in: DisputeStage) -> DisputeStanding:
    match step.act:
        case _A.NOTICED:
            return replace(old, stage=DisputeStage.ANSWERING, noticed_on=step.on, simple=step.simple)
        case _A.DEFENDED:
            return replace(old, stage=DisputeStage.HEARING, defended_on=step.on)
        case _A.HEARD:
            # A hearing says nothing of the written answer: while that is due, it stays due.
            return old
        case _A.SUSPENDED:
            return replace(old, stage=DisputeStage.SUSPENDED)
        case _A.RESUMED:
            return replace(old, stage=suspended_in)
        case _A.DECIDED:
            return _decided(kind, old, step)
        case _A.SERVED:
            return replace(old, served_on=step.on, order=old.order if old.open else _running(old.order, step.on))
        case _A.APPEALED:
            # The second instance begins: its own notice, answer and hearing; the first judgment stays known.
            return DisputeStanding(
                stage=DisputeStage.FILED,
                instance=2,
                judged_on=old.judged_on,
                judgment=old.judgment,
                ruling=old.ruling,
                order=old.order,
                served_on=old.served_on,
            )
        case _A.REMANDED:
            return DisputeStanding(stage=DisputeStage.FILED)
        case _A.EFFECTIVE:
            return _in_force(old, step.on)
        case _A.WITHDRAWN if old.instance == 2:
            return _in_force(old, step.on)  # the appeal is gone, the first judgment stands
        case _A.WITHDRAWN | _A.TERMINATED:
            return replace(old, stage=DisputeStage.ENDED, decided_on=step.on, result=DisputeResult.OTHER, order=None)
        case _:
            order = old.order
            return replace(old, stage=DisputeStage.ENDED, order=order and replace(order, complied_on=step.on))


def _decided(kind: DisputeKind, old: DisputeStanding, step: DisputeStep) -> DisputeStanding:
    if step.result is None:
        raise DisputeResultMissing
    order = None
    if step.order_days:
        if step.result is not DisputeResult.CORRECTED:
            raise OrderWithoutCorrection
        order = RedoOrder(
            days=step.order_days,
            working=step.order_working,
            decided_on=step.on,
            runs_from=None,
            complied_on=None,
        )
    elif old.instance == 2 and step.result is DisputeResult.CORRECTED and old.judgment is DisputeResult.CORRECTED:
        order = old.order  # the second instance left the first one's order standing
    judged = replace(old, judged_on=step.on, judgment=step.result, ruling=step.ruling, served_on=None, order=order)
    if kind is DisputeKind.RECONSIDERATION or old.instance == 2:
        return _final(judged, step.on, step.result)
    return replace(judged, stage=DisputeStage.JUDGED)


def _in_force(old: DisputeStanding, on: date) -> DisputeStanding:
    return _final(replace(old, order=_running(old.order, on)), on, old.judgment)


def _running(order: RedoOrder | None, on: date) -> RedoOrder | None:
    return replace(order, runs_from=on) if order is not None and order.runs_from is None else order


def _final(old: DisputeStanding, on: date, result: DisputeResult | None) -> DisputeStanding:
    waits = old.order is not None and old.order.complied_on is None
    stage = DisputeStage.COMPLYING if waits else DisputeStage.ENDED
    return replace(old, stage=stage, decided_on=on, result=result)
