"""What is a dispute? A reconsideration or a lawsuit over an application's answer (表四)."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from hallclient.domain.refusal import Refusal
from hallclient.domain.register.dispute_acts import DisputeStanding, DisputeStep, fold, history
from hallclient.domain.register.kinds import DisputeKind, DisputeResult


class DecidedBeforeFiled(Refusal):
    """A dispute cannot be decided before it was filed."""

    fields = ("decided_on",)


class DisputeHalfDecided(Refusal):
    """A decided dispute has both its day and its result; an open one has neither."""

    fields = ("decided_on", "result")


class DisputeInFuture(Refusal):
    """Neither the filing nor any act can lie after today."""

    fields = ("filed_on", "decided_on", "on")


class DecidedByActs(Refusal):
    """The result follows from the acts recorded: it is changed there, not beside them."""

    fields = ("decided_on", "result")


class NoDisputeActToUndo(Refusal):
    """Nothing was recorded after the filing."""


class FollowsNoReconsideration(Refusal):
    """Only a suit after reconsideration follows one, and what it follows is a reconsideration of the register."""

    fields = ("follows",)


@dataclass(frozen=True, slots=True, kw_only=True)
class DisputeDraft:
    """``application`` is the number of the application in dispute, empty when unknown; no result is 尚未审结.

    ``body`` is the reconsideration body or the court, ``file_number`` its own number (案号), ``follows`` the number of
    the reconsideration a suit came after. ``decided_on`` and ``result`` are given only where no acts are recorded.
    """

    kind: DisputeKind
    filed_on: date
    application: str = ""
    decided_on: date | None = None
    result: DisputeResult | None = None
    topic: str = ""
    body: str = ""
    file_number: str = ""
    follows: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispute:
    """A registered dispute. ``historical`` rows came with an import; ``version`` guards every save.

    ``acts`` are what happened after the filing; ``decided_on`` and ``result`` follow from them where there are any.
    ``due_on`` is the agency's next date, as it was when the dispute was last written.
    """

    number: str
    kind: DisputeKind
    filed_on: date
    application: str = ""
    decided_on: date | None = None
    result: DisputeResult | None = None
    topic: str = ""
    historical: bool = False
    version: int = 1
    body: str = ""
    file_number: str = ""
    follows: str = ""
    acts: tuple[DisputeStep, ...] = ()
    due_on: date | None = None

    @property
    def history(self) -> tuple[DisputeStep, ...]:
        """The acts, or what stands for them in an older record of which only the result is known."""
        return history(self.kind, self.decided_on, self.result, self.acts)

    @property
    def standing(self) -> DisputeStanding:
        """How it stands after its acts."""
        return fold(self.kind, self.filed_on, self.history)


def check(draft: DisputeDraft, *, today: date) -> None:
    """Raise DisputeHalfDecided, DecidedBeforeFiled, DisputeInFuture or FollowsNoReconsideration unless it can stand."""
    if (draft.decided_on is None) is not (draft.result is None):
        raise DisputeHalfDecided
    if draft.decided_on is not None and draft.decided_on < draft.filed_on:
        raise DecidedBeforeFiled
    if max(draft.filed_on, draft.decided_on or draft.filed_on) > today:
        raise DisputeInFuture
    if draft.follows and draft.kind is not DisputeKind.LITIGATION_AFTER_RECONSIDERATION:
        raise FollowsNoReconsideration


Edit = Callable[[Dispute], DisputeDraft]
