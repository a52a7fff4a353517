"""What is a dispute? A reconsideration or a lawsuit over an application's answer (表四)."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from hallclient.domain.refusal import Refusal
from hallclient.domain.register.kinds import DisputeKind, DisputeResult


class DecidedBeforeFiled(Refusal):
    """A dispute cannot be decided before it was filed."""

    fields = ("decided_on",)


class DisputeHalfDecided(Refusal):
    """A decided dispute has both its day and its result; an open one has neither."""

    fields = ("decided_on", "result")


class DisputeInFuture(Refusal):
    """Neither the filing nor the decision can lie after today."""

    fields = ("filed_on", "decided_on")


@dataclass(frozen=True, slots=True, kw_only=True)
class DisputeDraft:
    """``application`` is the number of the application in dispute, empty when unknown; no result is 尚未审结."""

    kind: DisputeKind
    filed_on: date
    application: str = ""
    decided_on: date | None = None
    result: DisputeResult | None = None
    topic: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispute:
    """A registered dispute. ``historical`` rows came with an import; ``version`` guards every save."""

    number: str
    kind: DisputeKind
    filed_on: date
    application: str = ""
    decided_on: date | None = None
    result: DisputeResult | None = None
    topic: str = ""
    historical: bool = False
    version: int = 1


def check(draft: DisputeDraft, *, today: date) -> None:
    """Raise DisputeHalfDecided, DecidedBeforeFiled or DisputeInFuture unless ``draft`` can stand."""
    if (draft.decided_on is None) is not (draft.result is None):
        raise DisputeHalfDecided
    if draft.decided_on is not None and draft.decided_on < draft.filed_on:
        raise DecidedBeforeFiled
    if max(draft.filed_on, draft.decided_on or draft.filed_on) > today:
        raise DisputeInFuture


Edit = Callable[[Dispute], DisputeDraft]
