"""How long is a case's file kept? (国家档案局令第8号; the agency's own schedule decides, this is what is proposed.)"""

from hallclient.domain.outcomes import Outcome
from hallclient.domain.terms import Term

_IN_FULL = frozenset({Outcome.GRANTED, Outcome.CLOSED_OTHER})
_SHORT = _IN_FULL | {
    Outcome.DECLINED_PETITION,
    Outcome.DECLINED_REPEAT,
    Outcome.DECLINED_PUBLICATION,
    Outcome.CLOSED_CORRECTION_OVERDUE,
    Outcome.CLOSED_FEE_UNPAID,
    Outcome.UNAVAILABLE_NOT_HELD,
    Outcome.UNAVAILABLE_NEEDS_CREATION,
    Outcome.UNAVAILABLE_STILL_UNCLEAR,
    Outcome.DECLINED_EXCESSIVE,
    Outcome.DECLINED_CONFIRMATION,
}


class Retention(Term):
    """The classes of the 归档范围和保管期限表."""

    TEN_YEARS = "10", "10年"
    THIRTY_YEARS = "30", "30年"
    PERMANENT = "permanent", "永久"


def proposed(outcome: Outcome | None, *, disputed: bool) -> Retention:
    """Return the proposed class: 30 years when refused, refused in part, reconsidered or litigated, else 10."""
    return Retention.TEN_YEARS if outcome in _SHORT and not disputed else Retention.THIRTY_YEARS
