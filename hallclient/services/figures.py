"""The figures desk: periods, years, and the records behind each figure, from what is sealed and from the records."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Literal

from hallclient import reference
from hallclient.domain.figures import annual, first_year, identities
from hallclient.domain.figures.annual import NationalReport
from hallclient.domain.figures.day_sheet import Difference, Tally, line_values, lines_json
from hallclient.domain.figures.first_year import FirstYearReport
from hallclient.domain.figures.identities import Result
from hallclient.domain.figures.lines import Line, Number, Values, plus
from hallclient.domain.figures.packet import digest
from hallclient.domain.figures.report_check import Violation, check
from hallclient.domain.register.kinds import ApplicantKind, DisputeKind
from hallclient.foundation.paths import RESOURCES
from hallclient.services.office import Office
from hallclient.storage import day_closes, figures, unfinished
from hallclient.storage.database import Transaction

AnnualForm = Literal["national-2021", "first-year"]
_FIRST = date(1900, 1, 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Period:
    """A period's lines, what open days hold back, and where sealed and recounted figures part."""

    values: Values
    pending_before: dict[str, Number]
    identities: tuple[Result, ...]
    differences: tuple[Difference, ...]
    open_days: tuple[date, ...]
    adjustments: int
    head: str


class FiguresDesk:
    """Closed days, sealed imports and adjustments say the figures; a recount of the records stands beside them."""

    def __init__(self, office: Office) -> None:
        self._office = office

    def tally(self, first: date, last: date, *, live: bool = False) -> Tally:
        """Return every figure of the days ``first`` to ``last``, both included.

        From closed days, imports and adjustments; ``live`` recounts the records instead, open days among them.
        ``differences`` names the figures in which the two disagree for closed days (there must be none).
        """
        with self._office.database.reading() as tx:
            period = self._period(tx, first, last, live=live)
        lines = line_values(period.values, figures.lines())
        return Tally(
            agency=self._office.agency.name,
            window=self._office.window,
            first=first,
            last=last,
            live=live,
            lines=lines,
            identities=period.identities,
            differences=period.differences,
            open_days=period.open_days,
            adjustments=period.adjustments,
            sha256=digest(
                {"from": first.isoformat(), "to": last.isoformat(), "live": live, "lines": lines_json(lines)}
            ),
            previous_sha256=period.head,
        )

    def national(self, year: int, *, carried_in: Mapping[str, int] | None = None, live: bool = False) -> NationalReport:
        """Return tables 二, 三, 四 and the fees of a year in the national form of 2021.

        ``carried_in`` is last year's row 结转下年度 by applicant kind, for an agency whose earlier years are not in
        the store. Days of the year that are still open are named in ``open_days``, not silently left out.
        """
        with self._office.database.reading() as tx:
            period = self._period(tx, date(year, 1, 1), date(year, 12, 31), live=live)
        return annual.compile_report(
            period.values,
            agency=self._office.agency.name,
            year=year,
            form=national_form(),
            pending_before=period.pending_before,
            carried_in=carried_in,
            open_days=period.open_days,
            differences=period.differences,
            live=live,
        )

    def first_year(self, year: int, *, live: bool = False) -> FirstYearReport:
        """Return the figures of the first year's six-part form."""
        with self._office.database.reading() as tx:
            period = self._period(tx, date(year, 1, 1), date(year, 12, 31), live=live)
        return first_year.compile_report(
            period.values,
            agency=self._office.agency.name,
            year=year,
            pending_before=period.pending_before,
            identities=period.identities,
            open_days=period.open_days,
            differences=period.differences,
            live=live,
        )

    def annual(
        self, year: int, form: AnnualForm, *, carried_in: Mapping[str, int] | None = None, live: bool = False
    ) -> NationalReport | FirstYearReport:
        """Return a year's report in one of the two forms; see ``national`` and ``first_year``."""
        if form == "national-2021":
            return self.national(year, carried_in=carried_in, live=live)
        return self.first_year(year, live=live)

    def records(self, code: str, first: date, last: date) -> list[str]:
        """Return the numbers of the records a figure counts in a period (both days included): the drill-down."""
        with self._office.database.reading() as tx:
            return figures.numbers(tx, code, first, last)

    def lines(self) -> tuple[Line, ...]:
        """Return all lines with their definitions, in the order of print."""
        return figures.lines().lines

    def check_report(
        self, report: Mapping[str, Any], *, last_year: Mapping[str, int] | None = None
    ) -> tuple[Violation, ...]:
        """Check any agency's annual tables (json shape) against the identities. Raises ReportUnreadable."""
        return check(report, last_year=last_year)

    def _period(self, tx: Transaction, first: date, last: date, *, live: bool) -> _Period:
        eve = first - timedelta(days=1)
        sealed = day_closes.frozen(tx, _FIRST, last)
        counted = figures.counted(tx, first, last)
        signed = day_closes.adjustments_between(tx, first, last, fact=False)
        open_days = tuple(day for day in unfinished.open_days(tx, self._office.window, last) if day >= first)
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
        return _Period(
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


def national_form() -> annual.Form:
    """Return the official wording of the national form."""
    text = (RESOURCES / "lines" / "national-2021.toml").read_text(encoding="utf-8")
    return annual.form(text, reference.load_outcomes())


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
