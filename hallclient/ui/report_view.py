"""What does a year's report show on the screen? The report, its recount, last year's, and the carry-over."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from hallclient.domain.figures.dispute_carry import carry_broken
from hallclient.domain.figures.lines import Number
from hallclient.domain.figures.report import Report
from hallclient.domain.figures.report_check import BLOCKS, COLUMNS, RESULTS
from hallclient.domain.figures.report_pieces import Figure

DOCUMENTS = ("rules", "normative_documents")  # 规章、行政规范性文件
CARRIED_IN, CARRIED_OUT = "table3.carried_in.", "table3.carried_out."


@dataclass(frozen=True, slots=True, kw_only=True)
class Carry:
    """A figure that goes on from last year: what it should be, what it is. ``cell`` is this year's figure."""

    cell: str
    expected: Number
    found: Number

    @property
    def holds(self) -> bool:
        return self.expected == self.found


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportView:
    """A year's report as it was asked for, counted the other way (``other``; the hub has no other), the year before.

    ``published`` tells that last year's figures are those of its published edition, else they are counted anew.
    """

    report: Report
    other: Report | None
    before: Report
    published: bool
    carries: tuple[Carry, ...]
    in_force: tuple[Carry, ...] = ()

    def beside(self, id: str) -> Figure | None:
        """Return the same figure counted the other way."""
        return self.other.cells.get(id) if self.other is not None else None

    def last(self, id: str) -> Figure | None:
        """Return last year's figure."""
        return self.before.cells.get(id)


def look(hall: Any, year: int, form: str, *, live: bool) -> ReportView:
    """Ask the desks; on the jobs' lane. Raises ReportFormUnknown, SlotUnknown."""
    report = hall.reports.report(year, form, live=live)
    other = hall.figures.report(year, form, live=not live)
    before = published_before(hall, report)
    filed = hall.figures.tally(date(year, 1, 1), date(year, 12, 31)).value
    return viewed(report, other, before, before or hall.figures.report(year - 1, form), filed)


def viewed(
    report: Report, other: Report | None, published: Report | None, before: Report, filed: Callable[[str], Number]
) -> ReportView:
    """Return what is shown of a report beside the year ``before``; ``filed(code)`` tells what came in this year."""
    return ReportView(
        report=report,
        other=other,
        before=before,
        published=published is not None,
        carries=tuple(_carries(before, report, {block: filed(f"disputes.filed.{block}") for block in BLOCKS})),
        # Beside a published report W1 is among the identities.
        in_force=() if published is not None else tuple(_in_force(before, report)),
    )


def published_before(hall: Any, report: Report) -> Report | None:
    """Return last year's report as it was published here; None without one, or when it has no cell in common."""
    before: Report | None = hall.reports.last_published(report.year, report.source.kind)
    return before if before is not None and set(before.cells) & set(report.cells) else None


def records(hall: Any, report: Report, figure: Figure) -> list[str]:
    """Return the numbers of the records behind a figure, each once, in the order of its lines."""
    found: dict[str, None] = {}
    for line in figure.lines:
        found |= dict.fromkeys(hall.figures.records(line.removeprefix("-"), report.first, report.last))
    return list(found)


def refilled(report: Report, cells: Mapping[str, Number | None]) -> Report:
    """Return the report with somebody else's figures in its tables."""
    return replace(
        report, figures=tuple(replace(figure, value=cells.get(figure.id), lines=()) for figure in report.figures)
    )


def _carries(before: Report, now: Report, filed: Mapping[str, Number]) -> Iterator[Carry]:
    for column in COLUMNS:
        out, comes = before.cells.get(CARRIED_OUT + column), now.cells.get(CARRIED_IN + column)
        if out is not None and comes is not None:
            yield Carry(cell=comes.id, expected=out.value or 0, found=comes.value or 0)
    one, other = _table4(before), _table4(now)
    if one is None or other is None:
        return
    for broken in carry_broken(one, other, filed):
        yield Carry(cell=f"table4.{broken.block}.total", expected=broken.expected, found=broken.found)


def _in_force(before: Report, now: Report) -> Iterator[Carry]:
    """Documents in force: last year's, and what was issued, less what was repealed (W1), as the register has them.

    A store that knew of none last year asks nothing.
    """
    for name in DOCUMENTS:
        level, issued, repealed = (f"table2.{name}.{part}" for part in ("in_force", "issued", "repealed"))
        known = before.cells[level].value if level in before.cells else None
        if known and all(id in now.cells for id in (level, issued, repealed)):
            expected = known + (now.cells[issued].value or 0) - (now.cells[repealed].value or 0)
            yield Carry(cell=level, expected=expected, found=now.cells[level].value or 0)


def _table4(report: Report) -> dict[str, dict[str, Number]] | None:
    ids = {block: {result: f"table4.{block}.{result}" for result in RESULTS} for block in BLOCKS}
    if not all(id in report.cells for row in ids.values() for id in row.values()):
        return None
    return {block: {result: report.cells[id].value or 0 for result, id in row.items()} for block, row in ids.items()}
