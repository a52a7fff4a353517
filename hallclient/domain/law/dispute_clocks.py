"""Which dates does a dispute set for the agency, and why on that day? Answer, appeal, compliance, possible suit."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from hallclient.domain.law.clock import DayRow
from hallclient.domain.law.remedy_period import LAST_DAY_RULE, last_day
from hallclient.domain.law.working_days import CalendarTooShort, WorkingCalendar
from hallclient.domain.register.dispute_acts import DisputeStage, DisputeStanding
from hallclient.domain.register.kinds import DisputeKind
from hallclient.domain.terms import Term


class DisputeDue(Term):
    """What a date of a dispute is for."""

    ANSWER = "dispute_answer", "提交答复截止"
    APPEAL = "dispute_appeal", "上诉期满"
    COMPLY = "dispute_comply", "履行截止"
    SUIT = "dispute_suit", "申请人起诉期满"


@dataclass(frozen=True, slots=True)
class DisputeTerm:
    """A period in working or calendar days, with its article."""

    days: int
    working: bool
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DisputeRules:
    """What one law asks of the agency in disputes of ``kinds`` filed ``since`` that day."""

    id: str
    title: str
    kinds: frozenset[DisputeKind]
    since: date
    answer: DisputeTerm
    answer_simple: DisputeTerm | None
    appeal: DisputeTerm | None
    appeal_ruling: DisputeTerm | None
    appeal_answer: DisputeTerm | None
    suit: DisputeTerm | None
    consequence: str
    confirm: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DisputeDate:
    """One date. ``own``: the agency must act by it; else it only has to know. ``begins`` is day 0.

    ``rolled_from`` is the day the period ended on when that was a rest day. ``consequence`` is what lateness costs.
    """

    due: DisputeDue
    on: date
    provisional: bool
    own: bool
    begins: date
    term: DisputeTerm
    rolled_from: date | None = None
    consequence: str = ""


def rules_for(kind: DisputeKind, filed_on: date, rules: Iterable[DisputeRules]) -> DisputeRules:
    """Return the rules a dispute of ``kind`` filed on that day stands under; the first ones for anything older."""
    ordered = sorted((one for one in rules if kind in one.kinds), key=lambda one: one.since)
    return next((one for one in reversed(ordered) if one.since <= filed_on), ordered[0])


def dates(
    kind: DisputeKind,
    filed_on: date,
    standing: DisputeStanding,
    *,
    rules: Iterable[DisputeRules],
    calendar: WorkingCalendar,
) -> tuple[DisputeDate, ...]:
    """Return the dates that run now, the nearest first; none while the dispute is suspended.

    The day a paper came in is not counted. Working-day periods (行政复议法 第八十八条) leave out rest days; others end
    on a calendar day, moved past rest days (民事诉讼法 第八十五条).
    """
    law = rules_for(kind, filed_on, rules)
    found = []
    if standing.stage is DisputeStage.ANSWERING and standing.noticed_on is not None:
        term = law.answer
        if standing.instance == 2 and law.appeal_answer is not None:
            term = law.appeal_answer
        elif standing.simple and law.answer_simple is not None:
            term = law.answer_simple
        found.append(_date(DisputeDue.ANSWER, standing.noticed_on, term, calendar, consequence=law.consequence))
    appeal = law.appeal_ruling if standing.ruling else law.appeal
    if standing.stage is DisputeStage.JUDGED and standing.served_on is not None and appeal is not None:
        found.append(_date(DisputeDue.APPEAL, standing.served_on, appeal, calendar))
    order = standing.order
    if standing.stage is DisputeStage.COMPLYING and order is not None and order.runs_from is not None:
        term = DisputeTerm(order.days, order.working, "复议决定书（判决书）所定期限")
        found.append(_date(DisputeDue.COMPLY, order.runs_from, term, calendar))
    if not standing.open and standing.served_on is not None and law.suit is not None:
        found.append(_date(DisputeDue.SUIT, standing.served_on, law.suit, calendar, own=False))
    return tuple(sorted((one for one in found if one is not None), key=lambda one: one.on))


def next_due(found: Iterable[DisputeDate]) -> DisputeDate | None:
    """Return the nearest date by which the agency itself must act."""
    return min((one for one in found if one.own), key=lambda one: one.on, default=None)


def days_of(found: DisputeDate, calendar: WorkingCalendar) -> tuple[DayRow, ...]:
    """Return the days of a period one by one, from the day after it began: counted or not, and why.

    Empty where the calendar does not reach.
    """
    rows, counted = [], 0
    end = found.rolled_from or found.on
    try:
        for offset in range(1, (found.on - found.begins).days + 1):
            day = calendar.day(found.begins + timedelta(days=offset))
            counts = day.day <= end and (day.working or not found.term.working)
            counted += counts
            reason = f"{day.reason}，第{counted}日" if counts else day.reason
            if day.day > end:
                reason = f"{day.reason}，期满日遇休息日顺延（{LAST_DAY_RULE}）"
            rows.append(DayRow(day.day, day.kind, counts, reason, counted if counts else None))
    except CalendarTooShort:
        return ()
    return tuple(rows)


def read_dispute_rules(table: Mapping[str, Any]) -> tuple[DisputeRules, ...]:
    """Return the rules a data file holds. Raises KeyError, TypeError, ValueError."""
    found = tuple(
        DisputeRules(
            id=entry["id"],
            title=entry["title"],
            kinds=frozenset(DisputeKind(kind) for kind in entry["kinds"]),
            since=entry["since"],
            answer=_term(entry["answer"]),
            answer_simple=_optional(entry, "answer_simple"),
            appeal=_optional(entry, "appeal"),
            appeal_ruling=_optional(entry, "appeal_ruling"),
            appeal_answer=_optional(entry, "appeal_answer"),
            suit=_optional(entry, "suit"),
            consequence=entry.get("consequence", ""),
            confirm=entry.get("confirm", ""),
        )
        for entry in table["regime"]
    )
    if {kind for one in found for kind in one.kinds} != set(DisputeKind):
        raise ValueError("every kind of dispute has its rules")
    return found


def _date(
    due: DisputeDue,
    begins: date,
    term: DisputeTerm,
    calendar: WorkingCalendar,
    *,
    own: bool = True,
    consequence: str = "",
) -> DisputeDate | None:
    plain = begins + timedelta(days=term.days)
    try:
        end = calendar.add(begins, term.days) if term.working else last_day(begins, term.days, calendar)
    except CalendarTooShort:  # an old record from before the calendar: nobody waits for it any more
        return None
    return DisputeDate(
        due=due,
        on=end.on,
        provisional=end.provisional,
        own=own,
        begins=begins,
        term=term,
        rolled_from=plain if not term.working and end.on != plain else None,
        consequence=consequence,
    )


def _term(entry: Mapping[str, Any]) -> DisputeTerm:
    if type(entry["days"]) is not int or entry["days"] < 1:
        raise ValueError(f"days {entry['days']}")
    return DisputeTerm(entry["days"], bool(entry["working"]), entry["source"])


def _optional(entry: Mapping[str, Any], name: str) -> DisputeTerm | None:
    return _term(entry[name]) if name in entry else None
