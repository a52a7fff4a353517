"""Which days does asking a third party or another agency leave out of the period?"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from hallclient.domain.law.rulesets import RuleSet
from hallclient.domain.law.working_days import WorkingCalendar

_DAY = timedelta(days=1)

DayRange = tuple[date, date]
"""A closed range of days: first and last are both inside."""


@dataclass(slots=True)
class Consultation:
    """A letter asking for an opinion. ``idle``: it was sent when the period had run out, and gains nothing."""

    sent: date
    received: date | None = None
    answered: date | None = None
    idle: bool = False

    def ends(self, rules: RuleSet, calendar: WorkingCalendar, application_ended: date | None) -> date | None:
        """Return the last day it can leave out; None while nobody knows.

        That is the day the opinion arrives, at the latest the last day of the third party's own time: past it the
        agency decides without the opinion (art. 32), so waiting longer gains no time.
        """
        ends = [day for day in (self.answered, application_ended) if day is not None]
        own = rules.consultation_answer
        if self.received is not None and own is not None:
            ends.append(calendar.add(self.received, own.working_days).on)
        return min(ends) if ends else None

    def left_out(self, last: date, rules: RuleSet) -> DayRange:
        """Return the days left out when it ends on ``last``, by the rule set's convention for the end days."""
        rule = rules.conventions
        first = self.sent if rule.consultation_first_day_excluded else self.sent + _DAY
        return first, last if rule.consultation_last_day_excluded else last - _DAY


def working_days_in(ranges: Sequence[DayRange], calendar: WorkingCalendar, after: date, last: date) -> int:
    """Return how many working days of ``ranges`` lie after ``after`` and not after ``last``."""
    return sum(calendar.count(max(first - _DAY, after), min(until, last)) for first, until in ranges)


def merge(ranges: Sequence[DayRange]) -> tuple[DayRange, ...]:
    """Return the union of closed ranges, in order: overlapping consultations leave each day out once."""
    merged: list[DayRange] = []
    for first, last in sorted(pair for pair in ranges if pair[0] <= pair[1]):
        if merged and first <= merged[-1][1] + _DAY:
            merged[-1] = (merged[-1][0], max(merged[-1][1], last))
        else:
            merged.append((first, last))
    return tuple(merged)
