"""Must this reply be approved before it is issued, and was it? An approval is of one very draft."""

from collections.abc import Sequence

from hallclient.domain.outcomes import Outcome
from hallclient.domain.refusal import Refusal
from hallclient.domain.register.life_refusals import ApprovalMissing, ApprovedOtherwise
from hallclient.domain.register.life_terms import Approval
from hallclient.domain.register.states import reply_of
from hallclient.domain.register.steps import Step

OUTCOME = "outcome"  # the detail of a draft that names its leaf
WITH = "with"  # the detail of a step that was written in the same save as another act, and goes back with it
_NOT_SAID = (OUTCOME, WITH, "approver")  # details that are not part of what the letter says


def needed(setting: str, outcome: Outcome) -> bool:
    """Tell whether an agency with this setting approves replies of ``outcome``; an unknown setting is the strictest."""
    match Approval.read(setting or Approval.REFUSALS):
        case Approval.NONE:
            return False
        case Approval.REFUSALS:
            return outcome is Outcome.GRANTED_IN_PART or outcome.value.startswith("refused_")
        case _:
            return True


def lacking(steps: Sequence[Step], answer: Step) -> Refusal | None:
    """Return ApprovalMissing or ApprovedOtherwise unless the very draft of ``answer`` was approved; else None."""
    reply = reply_of(steps)
    if reply.draft is None or reply.approval is None:
        return ApprovalMissing(answer.outcome) if answer.outcome is not None else None
    return None if said(reply.draft) == said(answer) else ApprovedOtherwise()


def said(step: Step) -> dict[str, str]:
    """Return what a draft, or an answer, says: its leaf, its letter, the letter's facts, the items."""
    outcome = step.outcome.value if step.outcome is not None else step.details.get(OUTCOME, "")
    return {OUTCOME: outcome} | {name: text for name, text in step.details.items() if name not in _NOT_SAID and text}
