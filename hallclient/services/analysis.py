"""The analysis desk: what a period's cases show, as tables and charts, for the screen and for the report."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from hallclient.domain.figures import analysis
from hallclient.domain.figures.analysis import CaseRow, Compared, CrossTable, Dimension, Repeats, Times
from hallclient.domain.figures.charts import Chart, of_comparison, of_cross, of_repeats, of_sums
from hallclient.domain.figures.report_appendix import appendix
from hallclient.domain.figures.report_pieces import Appendix
from hallclient.domain.law.working_days import CalendarTooShort
from hallclient.domain.register.permissions import Clerk, Permission, require
from hallclient.services.office import Office
from hallclient.storage import analysis as stored


@dataclass(frozen=True, slots=True, kw_only=True)
class Analysis:
    """A period's cases laid out: ``cross`` by two dimensions, ``times``, ``repeats``, and its charts in print order.

    ``first`` and ``last`` bound the days of receipt, both included.
    """

    first: date
    last: date
    cases: int
    cross: CrossTable
    times: Times
    repeats: Repeats
    charts: tuple[Chart, ...]


class AnalysisDesk:
    """Counts the records as they stand, not the sealed days: an analysis looks at cases, a report at figures."""

    def __init__(self, office: Office) -> None:
        self._office = office

    def of_period(
        self,
        first: date,
        last: date,
        *,
        rows: Dimension = Dimension.TOPIC,
        columns: Dimension = Dimension.OUTCOME,
        by: Clerk,
    ) -> Analysis:
        """Analyse the applications received on the days ``first`` to ``last`` (both included). Raises NotPermitted."""
        require(by, Permission.SEE_FIGURES)
        cases = self._cases(first, last)
        table = analysis.cross(cases, rows, columns)
        again = analysis.repeats(cases)
        return Analysis(
            first=first,
            last=last,
            cases=len(cases),
            cross=table,
            times=analysis.times(cases, today=self._office.today(), working_days=self._working_days),
            repeats=again,
            charts=(
                of_sums(table, f"按{rows.label}"),
                of_cross(table, f"{rows.label}与{columns.label}"),
                of_repeats(again, "同一申请人申请件数"),
            ),
        )

    def records(
        self, first: date, last: date, *, rows: Dimension, row: str, columns: Dimension, column: str = "", by: Clerk
    ) -> list[str]:
        """Return the numbers of the cases behind one cell of a cross table, or behind its whole row.

        Raises NotPermitted.
        """
        require(by, Permission.SEE_FIGURES)
        cases = self._cases(first, last)
        return analysis.behind(cases, rows=rows, row=row, columns=columns, column=column)

    def compare_years(self, year: int, dimension: Dimension, *, by: Clerk) -> tuple[tuple[Compared, ...], Chart]:
        """Compare a year's cases with those of the year before. Raises NotPermitted."""
        require(by, Permission.SEE_FIGURES)
        lines = analysis.compare(self._of_year(year - 1), self._of_year(year), dimension)
        return lines, of_comparison(lines, f"{year - 1}年与{year}年", f"{year - 1}年", f"{year}年")

    def compare_units(self, first: date, last: date, *, by: Clerk) -> tuple[CrossTable, tuple[tuple[str, Times], ...]]:
        """Compare the units: outcomes and times to answer of each. Raises NotPermitted."""
        require(by, Permission.SEE_FIGURES)
        cases = self._cases(first, last)
        table = analysis.cross(cases, Dimension.UNIT, Dimension.OUTCOME)
        return table, self._by_unit(cases, table)

    def _by_unit(self, cases: Sequence[CaseRow], table: CrossTable) -> tuple[tuple[str, Times], ...]:
        return tuple(
            (unit, self._times([case for case in cases if (case.unit or analysis.UNNAMED) == unit]))
            for unit in table.rows
            if unit != analysis.REST
        )

    def appendix(self, year: int, *, month: int = 12, by: Clerk) -> Appendix:
        """Return a year's analysis as the appendix of its report, compared with the year before. Raises NotPermitted.

        Outcomes by topic, by applicant, by channel and (where there are several) by unit, times to answer, repeat
        applicants; charts of them all. ``month`` ends both years there.
        """
        require(by, Permission.SEE_FIGURES)
        cases = self._of_year(year, month)
        dimensions = [Dimension.TOPIC, Dimension.APPLICANT, Dimension.CHANNEL]
        if len({case.unit for case in cases}) > 1:
            dimensions.append(Dimension.UNIT)
        crosses = [analysis.cross(cases, rows, Dimension.OUTCOME) for rows in dimensions]
        return appendix(
            year,
            month=month,
            today=self._office.today(),
            crosses=crosses,
            units=self._by_unit(cases, crosses[-1]) if Dimension.UNIT in dimensions else (),
            times=self._times(cases),
            repeats=analysis.repeats(cases),
            before=analysis.compare(self._of_year(year - 1, month), cases, Dimension.TOPIC),
        )

    def _times(self, cases: Sequence[CaseRow]) -> Times:
        return analysis.times(cases, today=self._office.today(), working_days=self._working_days)

    def _of_year(self, year: int, month: int = 12) -> list[CaseRow]:
        return self._cases(date(year, 1, 1), date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1))

    def _cases(self, first: date, last: date) -> list[CaseRow]:
        with self._office.database.reading() as tx:
            return stored.cases(tx, first, last)

    def _working_days(self, first: date, last: date) -> int | None:
        try:
            return self._office.calendar.count(first, last)
        except CalendarTooShort:
            return None
