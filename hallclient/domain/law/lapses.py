"""Whose time ran out without a word, and what may be done now? Proposed from the dates, decided by a person."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from hallclient.domain.law.open_periods import OpenPeriod, open_periods
from hallclient.domain.law.rulesets import RuleSet
from hallclient.domain.law.working_days import WorkingCalendar
from hallclient.domain.outcomes import Outcome
from hallclient.domain.register.life_guards import THIRD_PARTY
from hallclient.domain.register.steps import Act, Step
from hallclient.domain.terms import Term


class LapseKind(Term):
    """What was not done in time."""

    CORRECTION = "correction_overdue", "补正逾期"
    FEE = "fee_overdue", "缴费逾期"
    REASONS = "reasons_overdue", "逾期未说明理由"
    THIRD_PARTY = "third_party_silent", "第三方逾期未提出意见"
    CONSULTED = "consulted_silent", "被征求意见机关逾期未提出意见"


@dataclass(frozen=True, slots=True, kw_only=True)
class Lapse:
    """A period that ran out on ``until`` (its last day). ``act`` is what may be recorded now: an answer with
    ``outcome`` and its letter ``document``, or the silence of the ``letter`` that was not answered."""

    kind: LapseKind
    until: date
    act: Act
    article: str = ""
    outcome: Outcome | None = None
    document: str = ""
    letter: str = ""


_ANSWERS = {
    Act.CORRECTED: (LapseKind.CORRECTION, Outcome.CLOSED_CORRECTION_OVERDUE, "A15"),
    Act.FEE_PAID: (LapseKind.FEE, Outcome.CLOSED_FEE_UNPAID, "A16"),
    Act.REASONS_GIVEN: (LapseKind.REASONS, Outcome.DECLINED_EXCESSIVE, "A13"),
}


def lapses(steps: Sequence[Step], today: date, rules: RuleSet, calendar: WorkingCalendar) -> tuple[Lapse, ...]:
    """Return what lapsed before ``today``; the last day belongs to the period (第三十条、第三十二条、第三十四条)."""
    return tuple(_lapsed(open_periods(steps, rules, calendar), today))


def _lapsed(periods: Sequence[OpenPeriod], today: date) -> Iterator[Lapse]:
    for period in periods:
        if period.until is None or period.until >= today:
            continue
        if period.awaits is Act.CONSULTATION_ANSWERED:
            third = period.party_kind == THIRD_PARTY
            yield Lapse(
                kind=LapseKind.THIRD_PARTY if third else LapseKind.CONSULTED,
                until=period.until,
                act=Act.CONSULTATION_LAPSED,
                article=period.article,
                letter=period.letter,
            )
        elif period.awaits in _ANSWERS:
            kind, outcome, document = _ANSWERS[period.awaits]
            yield Lapse(
                kind=kind,
                until=period.until,
                act=Act.ANSWERED,
                article=period.article,
                outcome=outcome,
                document=document,
            )
