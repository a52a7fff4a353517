"""What does each figure count? A line is a code, a title, a unit, a Chinese definition and a named predicate."""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from hallclient.domain.outcomes import Outcome
from hallclient.domain.register.counter import Counter
from hallclient.domain.register.kinds import (
    ApplicantKind,
    ApplicationChannel,
    DisputeKind,
    DisputeResult,
    EnquiryChannel,
    EnquiryKind,
    Handling,
)
from hallclient.domain.terms import Term

Number = int | Decimal
Values = dict[str, Number]


class LineKind(StrEnum):
    """A flow is added up over days; of a level the last counts; a snapshot stands on its day's sheet only."""

    FLOW = "flow"
    LEVEL = "level"
    SNAPSHOT = "snapshot"


@dataclass(frozen=True, slots=True)
class Predicate:
    """A question to one register: which of its facts (``where``), and how much each counts (``measure``).

    ``source`` names a register by the date a fact bears there (an application *received*, the same one *closed*).
    A measure is ``records`` (1 each) or the name of a fact's field. The same value is compiled to SQL by
    ``storage/figures.py`` and evaluated on single facts here, so a figure and its list of records cannot differ.
    """

    source: str
    measure: str = "records"
    where: tuple[tuple[str, str], ...] = ()

    def holds(self, fact: Mapping[str, object]) -> bool:
        """Tell whether ``fact`` is one of those counted."""
        return all(str(fact[field]) == value for field, value in self.where)

    def amount(self, fact: Mapping[str, object]) -> Number:
        """Return how much ``fact`` counts."""
        if self.measure == "records":
            return 1
        value = fact[self.measure]
        return value if isinstance(value, int | Decimal) else Decimal(str(value))


PREDICATES: dict[str, Predicate] = {
    "enquiry_visits": Predicate("enquiries", "visits"),
    "enquiry_persons": Predicate("enquiries", "persons"),
    "enquiry_matters": Predicate("enquiries", "matters"),
    "enquiry_records": Predicate("enquiries"),
    "enquiry_late": Predicate("enquiries", where=(("late", "1"),)),
    "application_received": Predicate("received"),
    "application_closed": Predicate("closed"),
    "fee_cases": Predicate("fees"),
    "fee_yuan": Predicate("fees", "yuan"),
    "document_issued": Predicate("documents"),
    "dispute_filed": Predicate("disputes_filed"),
    "dispute_decided": Predicate("disputes_decided"),
    "counter": Predicate("counters", "count"),
    "counter_level": Predicate("counter_levels", "count"),
    # Not countable from facts of one day: computed from where the open applications and matters stand.
    "carried": Predicate("carried"),
    "standing": Predicate("standing"),
    "enquiry_standing": Predicate("enquiry_standing"),
}

_RATINGS = {"5": "非常满意", "4": "满意", "3": "基本满意", "2": "不满意", "1": "非常不满意", "none": "未评价"}


def _labels(term: Iterable[Term]) -> dict[str, str]:
    return {member.value: member.label for member in term}


# The members a dimension is known to have, in the order of print. None: whatever the records say (units, topics).
DIMENSIONS: dict[str, dict[str, str] | None] = {
    "enquiry_kind": _labels(EnquiryKind),
    "enquiry_channel": _labels(EnquiryChannel),
    "handling": _labels(Handling) | {"in_progress": "办理中"},
    "rating": _RATINGS,
    "applicant_kind": _labels(ApplicantKind),
    "application_channel": _labels(ApplicationChannel),
    "outcome": _labels(Outcome),
    "dispute_kind": _labels(DisputeKind),
    "dispute_result": _labels(DisputeResult),
    "counter": {member.value: member.label for member in Counter if not member.level},
    "counter_level": {member.value: member.label for member in Counter if member.level},
    "standing": {
        "due_today": "今日到期",
        "overdue": "已逾期",
        "due_soon": "3个工作日内到期",
        "awaiting_confirmation": "待确认收到",
        "awaiting_correction": "补正中",
        "consulting": "征求意见中",
        "awaiting_fee": "待缴费",
        "awaiting_reasons": "待说明理由",
    },
    "enquiry_standing": {"due_today": "今日到期", "overdue": "已逾期", "due_soon": "3个工作日内到期"},
    "document_kind": None,
    "unit": None,
    "topic": None,
    "fee_part": None,
}


class LinesInvalid(ValueError):
    """``resources/lines/day.toml`` contradicts itself; raised at start, so a release cannot carry it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One entry of ``day.toml``: a single figure, or one figure for each member of the dimensions in ``each``.

    ``part_of`` names the line whose value all figures of this one add up to; ``row`` the row of the day sheet
    (domain 6.4).
    """

    code: str
    title: str
    unit: str
    definition: str
    predicate: str
    kind: LineKind
    row: int
    each: tuple[str, ...] = ()
    part_of: str = ""

    @property
    def rule(self) -> Predicate:
        return PREDICATES[self.predicate]

    def codes(self) -> tuple[str, ...]:
        """Return the codes of all figures this entry is known to have; those of open dimensions are not known."""
        codes = [self.code]
        for dimension in self.each:
            members = DIMENSIONS[dimension]
            if members is None:
                return ()
            codes = [f"{code}.{member}" for code in codes for member in members]
        return tuple(codes)


class LineCatalogue:
    """All lines in the order of print. ``find`` leads from any figure's code back to its line."""

    def __init__(self, lines: Iterable[Line]) -> None:
        self.lines = tuple(lines)
        self._by_code = {line.code: line for line in self.lines}

    def __getitem__(self, code: str) -> Line:
        return self._by_code[code]

    def find(self, code: str) -> tuple[Line, tuple[str, ...]] | None:
        """Return the line a figure belongs to with the dimension values in its code; None for an unknown code."""
        exact = self._by_code.get(code)
        if exact is not None:
            return (exact, ()) if not exact.each else None
        # The longest prefix wins; a unit's name may itself hold dots.
        prefix = code
        while "." in prefix:
            prefix = prefix.rpartition(".")[0]
            line = self._by_code.get(prefix)
            if line is not None and line.each:
                values = _split(code[len(prefix) + 1 :], line.each)
                return (line, values) if values and _known(values, line.each) else None
        return None

    def label(self, code: str) -> str:
        """Return a figure's title as printed; the code itself for a line this release does not know."""
        found = self.find(code)
        if found is None:
            return code
        line, values = found
        return line.title.format(
            *(_member(dimension, value) for dimension, value in zip(line.each, values, strict=True))
        )

    def unit(self, code: str) -> str:
        """Return the unit a figure is printed with."""
        found = self.find(code)
        if found is None:
            return ""
        line, values = found
        return _unit(values[0]) if line.unit == "*" else line.unit

    def order(self, code: str) -> tuple[int, tuple[int, ...], str]:
        """Return the sort key of print: the line's place, then the members' places, then the code."""
        found = self.find(code)
        if found is None:
            return (len(self.lines), (), code)
        line, values = found
        places = tuple(
            list(members).index(value) if (members := DIMENSIONS[dimension]) is not None else 0
            for dimension, value in zip(line.each, values, strict=True)
        )
        return (self.lines.index(line), places, code)


def _unit(counter: str) -> str:
    found = Counter.read(counter)
    return "" if found is None else found.unit


def _member(dimension: str, value: str) -> str:
    return (DIMENSIONS[dimension] or {}).get(value, value)


def _known(values: tuple[str, ...], each: tuple[str, ...]) -> bool:
    for value, dimension in zip(values, each, strict=True):
        members = DIMENSIONS[dimension]
        if members is not None and value not in members:
            return False
    return True


def _split(rest: str, each: tuple[str, ...]) -> tuple[str, ...] | None:
    if len(each) == 1:
        return (rest,)
    values = tuple(rest.split("."))
    return values if len(values) == len(each) else None


def read(text: str) -> LineCatalogue:
    """Read ``day.toml``. Raises LinesInvalid when an entry is incomplete or names what does not exist."""
    lines: list[Line] = []
    for entry in tomllib.loads(text)["line"]:
        try:
            line = Line(
                code=entry["code"],
                title=entry["title"],
                unit=entry["unit"],
                definition=entry["definition"],
                predicate=entry["predicate"],
                kind=LineKind(entry.get("kind", "flow")),
                row=entry["row"],
                each=tuple(entry.get("each", ())),
                part_of=entry.get("part_of", ""),
            )
        except (KeyError, ValueError) as error:
            raise LinesInvalid(entry.get("code", "?")) from error
        known = {other.code for other in lines}
        if (
            line.code in known
            or line.predicate not in PREDICATES
            or (line.part_of and line.part_of not in known)
            or any(dimension not in DIMENSIONS for dimension in line.each)
        ):
            raise LinesInvalid(line.code)
        lines.append(line)
    return LineCatalogue(lines)


def plus(left: Mapping[str, Number], right: Mapping[str, Number], factor: int = 1) -> Values:
    """Return ``left + factor × right``, sparse: a figure that comes out as 0 is left away."""
    total: Values = dict(left)
    for code, value in right.items():
        total[code] = total.get(code, 0) + factor * value
    return {code: value for code, value in total.items() if value}
