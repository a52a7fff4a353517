"""Until when may the applicant still go to reconsideration or to court? The remedy period of a letter served."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from hallclient.domain.law.remedies import RemedyClass
from hallclient.domain.law.working_days import CalendarTooShort, CountedDate, WorkingCalendar

LAST_DAY_RULE = "民事诉讼法第八十五条"
_MONTHS = 12


@dataclass(frozen=True, slots=True)
class RemedyTerm:
    """A period of calendar days or of months (one of them 0), with its article."""

    days: int
    months: int
    source: str


@dataclass(frozen=True, slots=True)
class RemedyTerms:
    """The periods for letters dated ``since`` or later. ``suit_after``: after the reconsideration decision."""

    since: date
    reconsideration: RemedyTerm
    suit: RemedyTerm
    suit_after: RemedyTerm
    confirm: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RemedyUntil:
    """The last day of each way that is open; None: that way is not open (yet).

    ``suit`` is None for a letter that must go to reconsideration first (复议前置) until its decision is served.
    ``last`` is the latest of them: before it the file is not at rest.
    """

    reconsideration: CountedDate | None
    suit: CountedDate | None
    sources: tuple[str, ...]

    @property
    def last(self) -> CountedDate | None:
        found = [one for one in (self.reconsideration, self.suit) if one is not None]
        return max(found, key=lambda one: one.on) if found else None


def remedy_until(
    remedy: RemedyClass,
    served_on: date,
    *,
    terms: Iterable[RemedyTerms],
    calendar: WorkingCalendar,
    issued_on: date | None = None,
    decision_served_on: date | None = None,
) -> RemedyUntil | None:
    """Return until when a letter of class ``remedy``, served on ``served_on``, can be contested; None for class N.

    ``issued_on`` is the letter's date (default: the day of service). ``decision_served_on``: a reconsideration decision
    was served on that day, so that only the suit after it is left. Source: 行政复议法 第二十条; 行政诉讼法 第四十五条、
    第四十六条; the last day: 民事诉讼法 第八十五条.
    """
    if remedy is RemedyClass.NONE:
        return None
    known = terms_on(issued_on or served_on, terms)
    if decision_served_on is not None:
        until = _until(decision_served_on, known.suit_after, calendar)
        return RemedyUntil(reconsideration=None, suit=until, sources=(known.suit_after.source, LAST_DAY_RULE))
    either = remedy in (RemedyClass.EITHER, RemedyClass.MIXED)
    return RemedyUntil(
        reconsideration=_until(served_on, known.reconsideration, calendar),
        suit=_until(served_on, known.suit, calendar) if either else None,
        sources=(known.reconsideration.source, *([known.suit.source] if either else []), LAST_DAY_RULE),
    )


def terms_on(day: date, terms: Iterable[RemedyTerms]) -> RemedyTerms:
    """Return the terms in force on a day; the first ones for anything older."""
    ordered = sorted(terms, key=lambda one: one.since)
    return next((one for one in reversed(ordered) if one.since <= day), ordered[0])


def last_day(start: date, days: int, calendar: WorkingCalendar) -> CountedDate:
    """Return the last of ``days`` calendar days after ``start`` (itself day 0), moved past rest days."""
    return moved(start + timedelta(days=days), calendar)


def last_day_of_months(start: date, months: int, calendar: WorkingCalendar) -> CountedDate:
    """Return the day of the same number ``months`` later, the month's last where it has none, moved past rest days."""
    whole = start.month - 1 + months
    year, month = start.year + whole // _MONTHS, whole % _MONTHS + 1
    following = date(year + month // _MONTHS, month % _MONTHS + 1, 1)
    end = min(date(year, month, 1) + timedelta(days=start.day - 1), following - timedelta(days=1))
    return moved(end, calendar)


def moved(end: date, calendar: WorkingCalendar) -> CountedDate:
    """Return ``end``, or the first working day after it when it is a rest day (民事诉讼法 第八十五条).

    Beyond the years the calendar knows the day stands as it is, provisionally.
    """
    day = end
    try:
        while not calendar.day(day).working:
            day += timedelta(days=1)
        return CountedDate(day, any(calendar.day(one).provisional for one in (end, day)))
    except CalendarTooShort:
        return CountedDate(end, end > calendar.last)


def read_remedy_terms(table: Mapping[str, Any]) -> tuple[RemedyTerms, ...]:
    """Return the terms a data file holds, oldest first. Raises KeyError, TypeError, ValueError."""
    found = [
        RemedyTerms(
            since=entry["since"],
            reconsideration=_term(entry["reconsideration"]),
            suit=_term(entry["suit"]),
            suit_after=_term(entry["suit_after"]),
            confirm=entry.get("confirm", ""),
        )
        for entry in table["remedy"]
    ]
    if not found:
        raise ValueError("no remedy terms")
    return tuple(sorted(found, key=lambda one: one.since))


def _term(entry: Mapping[str, Any]) -> RemedyTerm:
    term = RemedyTerm(entry.get("days", 0), entry.get("months", 0), entry["source"])
    if (term.days > 0) == (term.months > 0):
        raise ValueError("either days or months")
    return term


def _until(start: date, term: RemedyTerm, calendar: WorkingCalendar) -> CountedDate:
    if term.months:
        return last_day_of_months(start, term.months, calendar)
    return last_day(start, term.days, calendar)
