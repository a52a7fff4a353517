"""What did a period come to? Sealed days and imports added up, levels at the edges, a recount beside."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from hallclient.domain.figures import identities
from hallclient.domain.figures.day_sheet import Difference
from hallclient.domain.figures.identities import Result
from hallclient.domain.figures.lines import Number, Values, plus
from hallclient.domain.register.kinds import ApplicantKind, DisputeKind
from hallclient.storage import day_closes, figures, unfinished
from hallclient.storage.database import Transaction

_FIRST = date(1900, 1, 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """A period's lines, what open days hold back, and where sealed and recounted figures part."""

    values: Values
    pending_before: dict[str, Number]
    identities: tuple[Result, ...]
    differences: tuple[Difference, ...]
    open_days: tuple[date, ...]
    adjustments: int
    head: str


def count(tx: Transaction, window: str, first: date, last: date, *, live: bool) -> Period:
    """Count the days ``first`` to ``last``, both included; see ``FiguresDesk.tally``."""
    eve = first - timedelta(days=1)
    sealed = day_closes.frozen(tx, _FIRST, last)
    counted = figures.counted(tx, first, last)
    signed = day_closes.adjustments_between(tx, first, last, fact=False)
    open_days = tuple(day for day in unfinished.open_days(tx, window, last) if day >= first)
    differences = _differences(sealed, counted, signed, set(open_days), first)
    if live:
        values = _flows(counted.values())
        values |= _levels(figures.counted(tx, _FIRST, last, table="counters"))
        before: dict[str, Number] = dict(figures.carried(tx, eve))
        after: dict[str, Number] = dict(figures.carried(tx, last))
        pending = figures.pending_disputes(tx, eve)
        checked = values
    else:
        values = _flows(lines for day, lines in sealed.items() if day >= first) | _levels(sealed)
        before_lines = _flows(lines for day, lines in sealed.items() if day < first)
        before = _carried(before_lines)
        after = _carried(plus(before_lines, values))
        pending = _pending(before_lines)
        checked = plus(values, _flows(signed.values()), -1)
    edges = _edge_lines("carried_in", before) | _edge_lines("carried_out", after)
    results = identities.check(
        checked | edges if live else checked | _edges_without(edges, signed),
        figures.lines(),
        lambda code: figures.numbers(tx, code, first, last),
    )
    contradictions = tuple(figures.contradictions(tx, first, last))
    return Period(
        values=values | edges,
        pending_before=pending,
        identities=(
            *results,
            Result(
                id="records",
                holds=not contradictions,
                cells=("applications.closed",),
                found=len(contradictions),
                records=contradictions,
            ),
            Result(id="recount", holds=not differences, cells=tuple(one.code for one in differences)),
        ),
        differences=differences,
        open_days=open_days,
        adjustments=day_closes.adjustment_count(tx, first, last),
        head=day_closes.head(tx),
    )


def _flows(days: Iterable[Values]) -> Values:
    total: Values = {}
    for lines in days:
        for code, value in lines.items():
            if figures.is_flow(code):
                total[code] = total.get(code, 0) + value
    return {code: value for code, value in total.items() if value}


def _levels(days: Mapping[date, Values]) -> Values:
    """Return the last word on each level counter up to the end of the period."""
    found: Values = {}
    for day in sorted(days):
        found |= {code: value for code, value in days[day].items() if code.startswith("levels.")}
    return found


def _carried(flows: Values) -> dict[str, Number]:
    return {
        kind.value: flows.get(f"applications.received.kind.{kind.value}", 0)
        - flows.get(f"applications.closed.kind.{kind.value}", 0)
        for kind in ApplicantKind
    }


def _pending(flows: Values) -> dict[str, Number]:
    pending: dict[str, Number] = {}
    for kind in DisputeKind:
        decided = sum(value for code, value in flows.items() if code.startswith(f"disputes.decided.{kind.value}."))
        pending[kind.value] = flows.get(f"disputes.filed.{kind.value}", 0) - decided
    return pending


def _edge_lines(name: str, by_kind: Mapping[str, Number]) -> Values:
    lines: Values = {f"applications.{name}.kind.{kind}": count for kind, count in by_kind.items()}
    lines[f"applications.{name}"] = sum(by_kind.values())
    return {code: value for code, value in lines.items() if value}


def _edges_without(edges: Values, signed: Mapping[date, Values]) -> Values:
    """Take a supervisor's adjustments of the period out of what it carries out, as they are out of its flows."""
    flows = _flows(signed.values())
    moved: Values = {}
    for suffix in ("", *(f".kind.{kind.value}" for kind in ApplicantKind)):
        moved["applications.carried_out" + suffix] = flows.get("applications.received" + suffix, 0) - flows.get(
            "applications.closed" + suffix, 0
        )
    return plus(edges, moved, -1)


def _differences(
    sealed: Mapping[date, Values],
    counted: Mapping[date, Values],
    signed: Mapping[date, Values],
    open_days: set[date],
    first: date,
) -> tuple[Difference, ...]:
    """Compare what is sealed with the recount, day by day but for open days, and add up what stays unexplained."""

    def comparable(days: Mapping[date, Values]) -> Values:
        return _flows(lines for day, lines in days.items() if day >= first and day not in open_days)

    frozen, live, explained = comparable(sealed), comparable(counted), comparable(signed)
    return tuple(
        Difference(code=code, frozen=frozen.get(code, 0), live=live.get(code, 0), explained=explained.get(code, 0))
        for code in sorted({*frozen, *live, *explained})
        if frozen.get(code, 0) - explained.get(code, 0) != live.get(code, 0)
    )
