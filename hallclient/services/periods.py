"""What did a period come to? Sealed days and imports added up, levels at the edges, a recount beside."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import partial
from typing import Protocol

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


@dataclass(frozen=True, slots=True, kw_only=True)
class Lacking:
    """What of a period no window has reported: ``missing`` days by window, overdue; ``awaited`` window-days that are
    over or running and not due yet."""

    missing: Mapping[str, int] = field(default_factory=dict)
    awaited: int = 0


class Counts(Protocol):
    """Where the figures of a report come from. ``kind`` as in ``report.Source``; ``units`` narrow it, none: all."""

    kind: str
    units: tuple[str, ...]

    def period(self, first: date, last: date) -> Period:
        """Count the days ``first`` to ``last``, both included."""

    def entered(self, first: date, last: date) -> frozenset[str]:
        """Return the manual counters of which somebody entered a count in these days, were it 0."""

    def lacking(self, first: date, last: date) -> Lacking:
        """Return what of these days was expected up to today and has not come; a store has its own days."""


def count(tx: Transaction, window: str, first: date, last: date, *, live: bool) -> Period:
    """Count the days ``first`` to ``last``, both included; see ``FiguresDesk.tally``."""
    eve = first - timedelta(days=1)
    sealed = day_closes.frozen(tx, _FIRST, last)
    counted = figures.counted(tx, first, last)
    signed = day_closes.adjustments_between(tx, first, last, fact=False)
    open_days = tuple(day for day in unfinished.open_days(tx, window, last) if day >= first)
    differences = _differences(sealed, counted, signed, set(open_days), first)
    contradictions = tuple(figures.contradictions(tx, first, last))
    numbers = partial(figures.numbers, tx, first=first, last=last)
    adjustments, head = day_closes.adjustment_count(tx, first, last), day_closes.head(tx)
    if live:
        values = _flows(counted.values())
        values |= _levels(figures.counted(tx, _FIRST, last, table="counters"))
        edges = _edge_lines("carried_in", dict(figures.carried(tx, eve)))
        edges |= _edge_lines("carried_out", dict(figures.carried(tx, last)))
        results = identities.check(values | edges, figures.lines(), numbers)
        pending = figures.pending_disputes(tx, eve)
        return Period(
            values=values | edges,
            pending_before=pending,
            identities=(*results, *_of_the_records(contradictions, differences)),
            differences=differences,
            open_days=open_days,
            adjustments=adjustments,
            head=head,
        )
    return joined(
        values=_flows(lines for day, lines in sealed.items() if day >= first) | _levels(sealed),
        before=_flows(lines for day, lines in sealed.items() if day < first),
        signed=_flows(signed.values()),
        numbers=numbers,
        contradictions=contradictions,
        differences=differences,
        open_days=open_days,
        adjustments=adjustments,
        head=head,
    )


def joined(
    *,
    values: Values,
    before: Values,
    signed: Values,
    numbers: Callable[[str], Iterable[str]],
    contradictions: tuple[str, ...] = (),
    differences: tuple[Difference, ...] = (),
    open_days: tuple[date, ...] = (),
    adjustments: int = 0,
    head: str = "",
) -> Period:
    """Put a period together from what was sealed, at a window or at the hub.

    ``values`` are the period's flows and last levels, ``before`` the flows of all days before it, ``signed`` what of
    the values stands on a supervisor's word alone, ``numbers`` gives the records behind a figure.
    """
    edges = _edge_lines("carried_in", _carried(before)) | _edge_lines("carried_out", _carried(plus(before, values)))
    checked = plus(values, signed, -1) | _edges_without(edges, signed)
    results = identities.check(checked, figures.lines(), numbers)
    return Period(
        values=values | edges,
        pending_before=_pending(before),
        identities=(*results, *_of_the_records(contradictions, differences)),
        differences=differences,
        open_days=open_days,
        adjustments=adjustments,
        head=head,
    )


def _of_the_records(contradictions: tuple[str, ...], differences: tuple[Difference, ...]) -> tuple[Result, ...]:
    return (
        Result(
            id="records",
            holds=not contradictions,
            cells=("applications.closed",),
            found=len(contradictions),
            records=contradictions,
        ),
        Result(id="recount", holds=not differences, cells=tuple(one.code for one in differences)),
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


def _edges_without(edges: Values, flows: Values) -> Values:
    """Take a supervisor's adjustments of the period out of what it carries out, as they are out of its flows."""
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
