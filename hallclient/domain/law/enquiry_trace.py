"""Why must this matter be answered by that day? The rule with its source, and day by day what counts."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from hallclient.domain.law.clock import DayRow
from hallclient.domain.law.working_days import CalendarTooShort, CountedDate, WorkingCalendar
from hallclient.domain.register.enquiry_clocks import EnquiryClock
from hallclient.domain.register.kinds import EnquiryKind


@dataclass(frozen=True, slots=True, kw_only=True)
class EnquiryTrace:
    """The reply-by date of one matter. ``number`` is empty for one that is only being typed.

    ``raised`` is day 0, ``due`` the date that stands in the record, ``ruled`` what the clock of its kind gives (None:
    no clock governs it, or the calendar does not reach): they differ where the clerk agreed on another day, or the
    calendar came in later. ``days`` run from the day after ``raised`` to ``due``; empty where no calendar reaches.
    """

    number: str
    raised: date
    due: date
    clock: EnquiryClock | None
    ruled: CountedDate | None
    days: tuple[DayRow, ...]
    closed_on: date | None = None

    @property
    def counted(self) -> int:
        """The counted days up to ``due``."""
        return sum(row.counted for row in self.days)

    @property
    def own(self) -> bool:
        """Whether the date is another than the rule's."""
        return self.ruled is None or self.ruled.on != self.due

    @property
    def provisional(self) -> bool:
        """Whether the date hangs on a year whose holidays are not announced yet."""
        return self.ruled is not None and self.ruled.provisional and not self.own


def trace(
    kind: EnquiryKind,
    raised: date,
    due: date | None,
    clocks: Iterable[EnquiryClock],
    calendar: WorkingCalendar,
    *,
    number: str = "",
    closed_on: date | None = None,
) -> EnquiryTrace | None:
    """Explain a reply-by date; None for a matter that has none. The day it was raised is day 0.

    Working days count where the clock says so, else every day does. Source: ``lines/enquiry_clocks.toml``.
    """
    if due is None:
        return None
    clock = next((clock for clock in clocks if kind in clock.kinds), None)
    return EnquiryTrace(
        number=number,
        raised=raised,
        due=due,
        clock=clock,
        ruled=_ruled(clock, raised, calendar),
        days=_days(clock, raised, due, calendar),
        closed_on=closed_on,
    )


def _ruled(clock: EnquiryClock | None, raised: date, calendar: WorkingCalendar) -> CountedDate | None:
    if clock is None:
        return None
    if not clock.working_days:
        return CountedDate(raised + timedelta(days=clock.days), False)
    try:
        return calendar.add(raised, clock.working_days)
    except CalendarTooShort:
        return None


def _days(clock: EnquiryClock | None, raised: date, due: date, calendar: WorkingCalendar) -> tuple[DayRow, ...]:
    working = clock is not None and clock.working_days > 0
    rows, counted = [], 0
    try:
        for offset in range(1, (due - raised).days + 1):
            day = calendar.day(raised + timedelta(days=offset))
            counts = day.working or not working
            counted += counts
            reason = f"{day.reason}，第{counted}日" if counts else day.reason
            rows.append(DayRow(day.day, day.kind, counts, reason, counted if counts else None))
    except CalendarTooShort:
        return ()
    return tuple(rows)
