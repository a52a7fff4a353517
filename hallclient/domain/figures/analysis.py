"""What do a year's cases show (典型案例分析)? Cross tables, times to answer, repeat applicants, comparisons.

Pure: the cases come in as plain rows without persons, tables go out as values. Whoever applied is a keyed hash.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from hallclient.domain.outcomes import Outcome
from hallclient.domain.register.kinds import ApplicantKind, ApplicationChannel
from hallclient.domain.terms import Term

UNNAMED = "（未填）"
REST = "其他各项"
MOST = 12  # rows of a cross table before the small ones are put together


class Dimension(Term):
    """By what cases can be laid out."""

    TOPIC = "topic", "信息领域"
    APPLICANT = "applicant_kind", "申请人类别"
    CHANNEL = "channel", "申请渠道"
    OUTCOME = "outcome_group", "办理结果"
    UNIT = "unit", "承办单位"
    MONTH = "month", "收到月份"


class Ending(Term):
    """The branches of table 三, short enough for a column."""

    GRANTED = "granted", "予以公开"
    IN_PART = "granted_in_part", "部分公开"
    REFUSED = "refused", "不予公开"
    UNAVAILABLE = "unavailable", "无法提供"
    DECLINED = "declined", "不予处理"
    CLOSED_OTHERWISE = "closed", "其他处理"
    STILL_OPEN = "open", "尚未办结"


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseRow:
    """One application without its person. ``person`` is the keyed hash of who applied; ``outcome`` of the first reply.

    ``due_on`` is its last due date as folded; ``extended`` whether its period was extended.
    """

    number: str
    received_on: date
    closed_on: date | None
    due_on: date | None
    outcome: Outcome | None
    applicant_kind: ApplicantKind
    channel: ApplicationChannel
    topic: str
    unit: str
    person: str
    extended: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class CrossTable:
    """Counts by two dimensions; ``cells[row][column]``, with the sums. The rows are ordered by their sum, the terms of
    a closed list in its own order."""

    rows: tuple[str, ...]
    columns: tuple[str, ...]
    cells: tuple[tuple[int, ...], ...]
    by: tuple[Dimension, Dimension]

    @property
    def row_sums(self) -> tuple[int, ...]:
        return tuple(map(sum, self.cells))

    @property
    def column_sums(self) -> tuple[int, ...]:
        return tuple(sum(column) for column in zip(*self.cells, strict=True)) or (0,) * len(self.columns)

    @property
    def total(self) -> int:
        return sum(self.row_sums)


@dataclass(frozen=True, slots=True, kw_only=True)
class Times:
    """How long answers took, in working days from receipt (not counted) to the reply (counted).

    ``median`` and ``ninety`` (the 90th percentile) are None without an answered case; ``on_time`` and ``late`` count
    answered cases by their due date, ``overdue`` open ones past theirs, ``extended`` those whose period was extended.
    """

    answered: int
    median: int | None
    ninety: int | None
    longest: int | None
    on_time: int
    late: int
    extended: int
    still_open: int
    overdue: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Repeats:
    """How many applicants came how often: ``times`` maps a number of applications to how many applicants had it.

    ``most`` is the largest number of applications of one applicant, ``share`` the part of all cases (in per cent, one
    place) that came from applicants with more than one.
    """

    applicants: int
    times: Mapping[str, int]
    most: int
    repeated: int
    cases: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """One line of a comparison: the same figure in two periods or places, and the change."""

    label: str
    before: int
    now: int

    @property
    def change(self) -> str:
        """The change in per cent with one place and its sign; — when there was nothing before."""
        if not self.before:
            return "—"
        return f"{(self.now - self.before) * 100 / self.before:+.1f}%"


def ending_of(outcome: Outcome | None) -> Ending:
    """Return the branch of table 三 an outcome belongs to."""
    if outcome is None:
        return Ending.STILL_OPEN
    if outcome is Outcome.GRANTED:
        return Ending.GRANTED
    return Ending.IN_PART if outcome is Outcome.GRANTED_IN_PART else Ending(outcome.value.split("_")[0])


_VALUE: dict[Dimension, Callable[[CaseRow], str]] = {
    Dimension.TOPIC: lambda case: case.topic or UNNAMED,
    Dimension.APPLICANT: lambda case: case.applicant_kind.label,
    Dimension.CHANNEL: lambda case: case.channel.label,
    Dimension.OUTCOME: lambda case: ending_of(case.outcome).label,
    Dimension.UNIT: lambda case: case.unit or UNNAMED,
    Dimension.MONTH: lambda case: f"{case.received_on.month}月",
}
_ORDER: dict[Dimension, tuple[str, ...]] = {
    Dimension.APPLICANT: tuple(kind.label for kind in ApplicantKind),
    Dimension.CHANNEL: tuple(channel.label for channel in ApplicationChannel),
    Dimension.OUTCOME: tuple(ending.label for ending in Ending),
    Dimension.MONTH: tuple(f"{month}月" for month in range(1, 13)),
}


def cross(cases: Sequence[CaseRow], rows: Dimension, columns: Dimension, *, most: int = MOST) -> CrossTable:
    """Lay cases out by two dimensions. What an open list has beyond its ``most`` largest members stands in 其他各项."""
    by_row, by_column = _VALUE[rows], _VALUE[columns]
    counts = Counter((by_row(case), by_column(case)) for case in cases)
    across = _members(columns, Counter(column for _, column in counts.elements()), most)
    down = _members(rows, Counter(row for row, _ in counts.elements()), most)
    cells = [[0] * len(across) for _ in down]
    for (row, column), count in counts.items():
        cells[_place(down, row)][_place(across, column)] += count
    return CrossTable(rows=down, columns=across, cells=tuple(map(tuple, cells)), by=(rows, columns))


def behind(cases: Iterable[CaseRow], *, rows: Dimension, row: str, columns: Dimension, column: str = "") -> list[str]:
    """Return the numbers of the cases a cell counts; without ``column`` those of the whole row."""
    listed = list(cases)
    table = cross(listed, rows, columns)

    def stands(dimension: Dimension, members: tuple[str, ...], case: CaseRow, wanted: str) -> bool:
        name = _VALUE[dimension](case)
        return (name if name in members else REST) == wanted

    return [
        case.number
        for case in listed
        if stands(rows, table.rows, case, row) and (not column or stands(columns, table.columns, case, column))
    ]


def _members(dimension: Dimension, sums: Counter[str], most: int) -> tuple[str, ...]:
    order = _ORDER.get(dimension)
    if order is not None:
        return tuple(label for label in order if sums[label] or dimension is Dimension.MONTH)
    named = sorted((name for name in sums if name != UNNAMED), key=lambda name: (-sums[name], name))
    shown = named[:most] if len(named) > most else named
    rest = (REST,) if len(named) > most else ()
    return (*shown, *rest, *((UNNAMED,) if sums[UNNAMED] else ()))


def _place(members: tuple[str, ...], name: str) -> int:
    return members.index(name) if name in members else members.index(REST)


def times(cases: Iterable[CaseRow], *, today: date, working_days: Callable[[date, date], int | None]) -> Times:
    """Return how long answers took; ``working_days(first, last)`` counts those after ``first`` up to ``last``.

    A span the calendar does not cover (None) is left out of median and percentile rather than guessed.
    """
    listed = list(cases)
    answered = [case for case in listed if case.closed_on is not None]
    counted = [working_days(case.received_on, case.closed_on) for case in answered if case.closed_on]
    spans = sorted(span for span in counted if span is not None)
    due = [case for case in answered if case.due_on is not None and case.closed_on is not None]
    late = sum(case.closed_on > case.due_on for case in due if case.closed_on and case.due_on)
    waiting = [case for case in listed if case.closed_on is None]
    return Times(
        answered=len(answered),
        median=_rank(spans, 50),
        ninety=_rank(spans, 90),
        longest=spans[-1] if spans else None,
        on_time=len(due) - late,
        late=late,
        extended=sum(case.extended for case in listed),
        still_open=len(waiting),
        overdue=sum(case.due_on is not None and case.due_on < today for case in waiting),
    )


def _rank(ordered: Sequence[int], percent: int) -> int | None:
    """Return the nearest rank: the smallest value that at least ``percent`` per cent of all do not exceed."""
    if not ordered:
        return None
    return ordered[max(0, -(-len(ordered) * percent // 100) - 1)]


def repeats(cases: Iterable[CaseRow]) -> Repeats:
    """Return how often the same applicant came, without telling who."""
    by_person = Counter(case.person for case in cases)
    steps = (("1件", 1, 1), ("2—5件", 2, 5), ("6—10件", 6, 10), ("11—30件", 11, 30), ("31件以上", 31, 10**9))
    return Repeats(
        applicants=len(by_person),
        times={label: sum(low <= count <= high for count in by_person.values()) for label, low, high in steps},
        most=max(by_person.values(), default=0),
        repeated=sum(count for count in by_person.values() if count > 1),
        cases=sum(by_person.values()),
    )


def compare(
    before: Sequence[CaseRow], now: Sequence[CaseRow], dimension: Dimension, *, most: int = MOST
) -> tuple[Compared, ...]:
    """Compare two periods member by member, the sum first."""
    value = _VALUE[dimension]
    one, other = Counter(map(value, before)), Counter(map(value, now))
    members = _members(dimension, one + other, most)
    lines = [Compared(label="合计", before=len(before), now=len(now))]
    for member in members:
        names = set(one | other) - set(members) if member == REST else {member}
        lines.append(
            Compared(label=member, before=sum(one[name] for name in names), now=sum(other[name] for name in names))
        )
    return tuple(lines)


def as_rows(found: CrossTable) -> tuple[tuple[Any, ...], ...]:
    """Return a cross table with its sums as rows of cells, the heads included, for a file or a sheet."""
    head = (f"{found.by[0].label}＼{found.by[1].label}", *found.columns, "合计")
    body = [(name, *cells, sum(cells)) for name, cells in zip(found.rows, found.cells, strict=True)]
    return (head, *body, ("合计", *found.column_sums, found.total))
