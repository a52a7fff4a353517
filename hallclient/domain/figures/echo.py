"""What do we hold, what does the centre hold, and what is the difference? By day, month and year (feature 55)."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from hallclient.domain.figures.delivery import Held
from hallclient.domain.figures.lines import Values, plus
from hallclient.domain.figures.packet import plain
from hallclient.domain.terms import Term


class Span(Term):
    """Over how long the two columns are added up."""

    DAY = "day", "日"
    MONTH = "month", "月"
    YEAR = "year", "年"


@dataclass(frozen=True, slots=True, kw_only=True)
class EchoRow:
    """One day, month or year. ``first`` is its first day; ``difference`` is ours less theirs, empty when they agree.

    ``our_revision`` and ``their_revision`` are a day's (0: not closed, not held; of a longer span always 0).
    ``reported`` and ``closed`` count the days each side holds. ``locked_by``, ``locked_reason`` and ``open_until`` tell
    who locked the day and why, and up to when an exception lets it be sent.
    """

    span: Span
    first: date
    ours: Values
    theirs: Values
    difference: Values
    closed: int = 0
    reported: int = 0
    our_revision: int = 0
    their_revision: int = 0
    locked_by: str = ""
    locked_reason: str = ""
    open_until: date | None = None

    @property
    def agrees(self) -> bool:
        return not self.difference and self.closed == self.reported and self.our_revision == self.their_revision


@dataclass(frozen=True, slots=True, kw_only=True)
class Echo:
    """The rows, oldest first, and when the centre last said what it holds (None: never)."""

    asked_at: datetime | None
    rows: tuple[EchoRow, ...]

    @property
    def agrees(self) -> bool:
        return all(row.agrees for row in self.rows)

    def as_json(self) -> dict[str, Any]:
        """Return the echo as plain values."""
        return {
            "asked_at": self.asked_at.isoformat(timespec="seconds") if self.asked_at else None,
            "agrees": self.agrees,
            "rows": [
                {
                    "span": row.span.value,
                    "first": row.first.isoformat(),
                    "closed": row.closed,
                    "reported": row.reported,
                    "our_revision": row.our_revision,
                    "their_revision": row.their_revision,
                    "difference": {code: plain(value) for code, value in sorted(row.difference.items())},
                    "locked_by": row.locked_by,
                    "locked_reason": row.locked_reason,
                    "open_until": row.open_until.isoformat() if row.open_until else None,
                }
                for row in self.rows
            ],
        }


def echo(
    ours: Mapping[date, Values],
    revisions: Mapping[date, int],
    theirs: Mapping[date, Held],
    *,
    span: Span,
    is_flow: Callable[[str], bool],
    asked_at: datetime | None,
) -> Echo:
    """Put the two columns beside each other.

    ``ours`` are the sealed lines by day, ``revisions`` the newest revision of each day we closed, ``theirs`` what the
    centre said of each day. Only what adds up is compared: a level stands on its own day.
    """
    rows: dict[date, EchoRow] = {}
    for day in sorted({*ours, *revisions, *theirs}):
        held = theirs.get(day)
        mine = _flows(ours.get(day, {}), is_flow)
        his = _flows(dict(held.lines) if held else {}, is_flow)
        if not mine and not his and day not in revisions and held is None:
            continue
        first = _start(day, span)
        row = rows.get(first) or EchoRow(span=span, first=first, ours={}, theirs={}, difference={})
        rows[first] = _joined(row, mine, his, revisions.get(day, 0), held)
    return Echo(asked_at=asked_at, rows=tuple(rows.values()))


def _joined(row: EchoRow, mine: Values, his: Values, revision: int, held: Held | None) -> EchoRow:
    ours, theirs = plus(row.ours, mine), plus(row.theirs, his)
    single = row.span is Span.DAY
    locked = held if held is not None and held.locked_by else None
    return EchoRow(
        span=row.span,
        first=row.first,
        ours=ours,
        theirs=theirs,
        difference=plus(ours, theirs, -1),
        closed=row.closed + bool(revision),
        reported=row.reported + bool(held is not None and held.revision),
        our_revision=revision if single else 0,
        their_revision=held.revision if single and held is not None else 0,
        locked_by=locked.locked_by if locked else row.locked_by,
        locked_reason=locked.locked_reason if locked else row.locked_reason,
        open_until=locked.open_until if locked else row.open_until,
    )


def _flows(lines: Values, is_flow: Callable[[str], bool]) -> Values:
    return {code: value for code, value in lines.items() if is_flow(code) and value}


def _start(day: date, span: Span) -> date:
    if span is Span.YEAR:
        return day.replace(month=1, day=1)
    return day.replace(day=1) if span is Span.MONTH else day
