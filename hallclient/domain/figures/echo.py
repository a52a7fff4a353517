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

    A day compares all its lines; of a longer span what adds up is added up, and of a level counter the last word
    stands. ``same_packet`` is off where both hold one revision of a day with other bytes (a restored window's).
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
    same_packet: bool = True

    @property
    def agrees(self) -> bool:
        same = self.same_packet and self.our_revision == self.their_revision
        return not self.difference and self.closed == self.reported and same


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
                    "same_packet": row.same_packet,
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
    newest: Mapping[date, tuple[int, str]],
    theirs: Mapping[date, Held],
    *,
    span: Span,
    is_flow: Callable[[str], bool],
    asked_at: datetime | None,
) -> Echo:
    """Put the two columns beside each other.

    ``ours`` are the sealed lines by day, ``newest`` revision and hash of each day we closed, ``theirs`` what the
    centre said of each day.
    """
    rows: dict[date, EchoRow] = {}
    for day in sorted({*ours, *newest, *theirs}):
        held = theirs.get(day)
        mine, his = ours.get(day, {}), dict(held.lines) if held else {}
        if not any(mine.values()) and not any(his.values()) and day not in newest and held is None:
            continue
        first = _start(day, span)
        row = rows.get(first) or EchoRow(span=span, first=first, ours={}, theirs={}, difference={})
        rows[first] = _joined(row, mine, his, newest.get(day, (0, "")), held, is_flow)
    return Echo(asked_at=asked_at, rows=tuple(rows.values()))


def _joined(
    row: EchoRow, mine: Values, his: Values, newest: tuple[int, str], held: Held | None, is_flow: Callable[[str], bool]
) -> EchoRow:
    ours, theirs = _with(row, row.ours, mine, is_flow), _with(row, row.theirs, his, is_flow)
    single = row.span is Span.DAY
    revision, sha256 = newest
    locked = held if held is not None and held.locked_by else None
    other = held is not None and revision == held.revision > 0 and sha256 != held.sha256
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
        same_packet=row.same_packet and not other,
    )


def _with(row: EchoRow, total: Values, lines: Values, is_flow: Callable[[str], bool]) -> Values:
    if row.span is Span.DAY:
        return {code: value for code, value in lines.items() if value}
    flows = {code: value for code, value in lines.items() if is_flow(code)}
    return plus(total, flows) | {code: value for code, value in lines.items() if code.startswith("levels.")}


def _start(day: date, span: Span) -> date:
    if span is Span.YEAR:
        return day.replace(month=1, day=1)
    return day.replace(day=1) if span is Span.MONTH else day
