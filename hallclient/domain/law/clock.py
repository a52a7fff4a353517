"""The working-day clock: when must this application be answered, and why on that day?"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from hallclient.domain.law.clock_values import Standing, TraceStep, chinese
from hallclient.domain.law.consultations import DayRange
from hallclient.domain.law.replay import Replay, replay
from hallclient.domain.law.rulesets import Period, RuleSet
from hallclient.domain.law.working_days import CountedDate, DayKind, WorkingCalendar
from hallclient.domain.register.steps import Act, Step

__all__ = [
    "ClockTrace",
    "DayRow",
    "Due",
    "Standing",
    "TraceStep",
    "chinese",
    "correction_due",
    "correction_notice_due",
    "due",
    "elapsed",
    "fee_payment_due",
    "third_party_due",
    "trace",
]

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Due:
    """The answer without its reasons, for lists. ``on`` None while the clock stands; then ``standing`` says why.

    ``standing`` with a date: a third party has its letter and is still silent, and the date assumes it stays so.
    """

    on: date | None
    provisional: bool
    standing: Standing | None


@dataclass(frozen=True, slots=True)
class DayRow:
    """One calendar day of the trace: counted or not, and why. ``ordinal`` is its number among the counted days."""

    day: date
    kind: DayKind
    counted: bool
    reason: str
    ordinal: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ClockTrace:
    """Why an application is due when it is.

    ``due`` is the last day for the reply (None while the clock stands), ``original_due`` what receipt alone gave.
    ``replied_on`` is the day the reply counts as made, ``reply_due`` the last day it could be made on.
    ``counted`` is the number of counted days in ``days``, which run from the day after receipt to ``due``, or to the
    day the clock stopped. ``assumes_silence``: the date supposes that a third party will not answer.
    """

    ruleset: str
    received: date
    due: date | None
    original_due: date
    provisional: bool
    counted: int
    standing: Standing | None
    assumes_silence: bool
    ended: Act | None
    ended_on: date | None
    steps: tuple[TraceStep, ...]
    days: tuple[DayRow, ...]
    replied_on: date | None = None
    reply_due: date | None = None

    @property
    def in_time(self) -> bool | None:
        """Tell whether the reply counts as made in time; None while its letter has not left, or nothing ran."""
        if self.replied_on is None or self.reply_due is None:
            return None
        return self.replied_on <= self.reply_due


def trace(
    received_on: date, steps: Sequence[Step], rules: RuleSet, calendar: WorkingCalendar, *, days: int | None = None
) -> ClockTrace:
    """Return the deadline of an application received on ``received_on`` and the whole reasoning.

    Counts working days; the day of receipt is day 0. ``days`` overrides the statutory length of the reply period.
    Raises CalendarTooShort and the refusals of ``clock_refusals``; StepRefused and StepBeforeReceipt for acts that
    cannot follow. Source: 条例 第三十条、第三十二条、第三十三条、第四十二条 (2019); 第二十四条 (2007).
    """
    run = replay(received_on, steps, rules, calendar, days)
    running = run.running()
    original = calendar.add(received_on, days or rules.answer.working_days)
    last = running.due.on if running.due is not None else _stopped(run)
    rows = tuple(_rows(run, running.excluded, last))
    return ClockTrace(
        ruleset=rules.id,
        received=received_on,
        due=running.due.on if running.due is not None else None,
        original_due=original.on,
        provisional=running.due.provisional if running.due is not None else original.provisional,
        counted=sum(row.counted for row in rows),
        standing=run.standing,
        assumes_silence=running.silent,
        ended=run.ended,
        ended_on=run.ended_on,
        steps=tuple(run.trace),
        days=rows,
        replied_on=run.replied_on,
        reply_due=run.reply_due.on if run.reply_due is not None else None,
    )


def due(received_on: date, steps: Sequence[Step], rules: RuleSet, calendar: WorkingCalendar) -> Due:
    """Return the deadline alone; same rules and refusals as ``trace``, without the rows."""
    run = replay(received_on, steps, rules, calendar)
    running = run.running()
    if running.due is None:
        return Due(None, False, run.standing)
    return Due(running.due.on, running.due.provisional, run.standing)


def correction_notice_due(received_on: date, rules: RuleSet, calendar: WorkingCalendar) -> CountedDate | None:
    """Return the last day for the correction notice; None when the rule set sets none (2019: 第三十条)."""
    return _after(received_on, rules.correction_notice, calendar)


def correction_due(requested_on: date, rules: RuleSet, calendar: WorkingCalendar) -> CountedDate | None:
    """Return the proposed end of the applicant's correction period: the law says only "reasonable" (第三十条)."""
    return _after(requested_on, rules.correction_period, calendar)


def third_party_due(delivered_on: date, rules: RuleSet, calendar: WorkingCalendar) -> CountedDate | None:
    """Return the third party's own last day to answer; None when the rule set sets none (2019: 第三十二条)."""
    return _after(delivered_on, rules.consultation_answer, calendar)


def fee_payment_due(notified_on: date, rules: RuleSet, calendar: WorkingCalendar) -> CountedDate | None:
    """Return the last day to pay the processing fee; None when the rule set knows no such fee (国办函〔2020〕109号)."""
    return _after(notified_on, rules.fee_payment, calendar)


def elapsed(received_on: date, replied_on: date, calendar: WorkingCalendar) -> int:
    """Return the working days from receipt (not counted) to the reply (counted); never negative."""
    return calendar.count(received_on, replied_on)


def _after(start: date, period: Period | None, calendar: WorkingCalendar) -> CountedDate | None:
    return calendar.add(start, period.working_days) if period is not None else None


def _stopped(run: Replay) -> date:
    if run.stopped_on is not None:
        return run.stopped_on
    return max(letter.sent for letter in run.letters.values())


def _rows(run: Replay, excluded: Sequence[DayRange], last: date) -> Iterator[DayRow]:
    ordinal = 0
    # While a consultation is open without a known end, the days after its letter are not shown at all.
    for offset in range(1, (last - run.received_on).days + 1):
        day = run.calendar.day(run.received_on + offset * _DAY)
        reason = day.reason
        if day.working and day.day <= run.base:
            reason = run.base_reason
        elif day.working and any(first <= day.day <= until for first, until in excluded):
            reason = f"征求意见期间，不计入期限（{run.rules.consultation_source}）"
        elif day.working:
            ordinal += 1
            yield DayRow(day.day, day.kind, True, f"{day.reason}，第{ordinal}日", ordinal)
            continue
        yield DayRow(day.day, day.kind, False, reason, None)
