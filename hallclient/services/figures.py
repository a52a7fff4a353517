"""The figures desk: periods, years, and the records behind each figure, from what is sealed and from the records."""

from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import Any, Literal

from hallclient import reference
from hallclient.domain.figures.annual import NationalReport, national_view
from hallclient.domain.figures.day_sheet import Tally, line_values, lines_json
from hallclient.domain.figures.first_year import FirstYearReport, first_year_view
from hallclient.domain.figures.lines import Line, Number
from hallclient.domain.figures.packet import digest
from hallclient.domain.figures.report import Report
from hallclient.domain.figures.report_check import Violation, check, form_of, read_cells
from hallclient.domain.figures.report_compile import Counted, compile_report
from hallclient.domain.figures.report_pieces import Source
from hallclient.domain.register.permissions import Clerk, Permission, require
from hallclient.exports import annual_reader
from hallclient.services import exporting, periods
from hallclient.services.office import Office
from hallclient.storage import audit, counters, figures, meta

AnnualForm = Literal["national-2021", "first-year"]


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
            period = periods.count(tx, self._office.window, first, last, live=live)
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
        return national_view(self.report(year, "national-2021", carried_in=carried_in, live=live))

    def first_year(self, year: int, *, live: bool = False) -> FirstYearReport:
        """Return the figures of the first year's six-part form."""
        return first_year_view(self.report(year, "first-year", live=live))

    def annual(
        self, year: int, form: AnnualForm, *, carried_in: Mapping[str, int] | None = None, live: bool = False
    ) -> NationalReport | FirstYearReport:
        """Return a year's report in one of the two forms; see ``national`` and ``first_year``."""
        if form == "national-2021":
            return self.national(year, carried_in=carried_in, live=live)
        return self.first_year(year, live=live)

    def report(
        self,
        year: int,
        form: str = "",
        *,
        month: int | None = None,
        carried_in: Mapping[str, int] | None = None,
        last_year: Mapping[str, Number | None] | None = None,
        live: bool = False,
        source: periods.Counts | None = None,
    ) -> Report:
        """Return a year's frozen report in a form; the form of its year when none is named.

        ``month`` ends the year there, and a return's 本期 is that month. ``last_year`` are the cells of last year's
        published report. ``source`` stands for the store (the hub: ``HubOfficeDesk.counts``). Raises
        ReportFormUnknown.
        """
        forms = reference.load_report_forms()
        rule = forms[form] if form else forms.for_year(year)
        start, last = date(year, 1, 1), month_end(year, month or 12)
        first = date(year, month, 1) if month else start
        counts = source or _Store(self._office, live=live)
        whole = counts.period(start, last)
        part = counts.period(first, last) if month else None
        entered = counts.entered(start, last)
        return compile_report(
            rule,
            counted(whole, entered),
            lines=figures.lines(),
            # A report narrowed to one unit is that unit's.
            agency=counts.units[0] if len(counts.units) == 1 else self._office.agency.name,
            year=year,
            first=first,
            last=last,
            source=Source(
                kind=counts.kind,
                live=live,
                open_days=whole.open_days,
                adjustments=whole.adjustments,
                head=whole.head,
                units=counts.units,
            ),
            period=None if part is None else counted(part, entered),
            carried_in=carried_in,
            last_year=last_year,
        )

    def records(self, code: str, first: date, last: date) -> list[str]:
        """Return the numbers of the records a figure counts in a period (both days included): the drill-down."""
        with self._office.database.reading() as tx:
            return figures.numbers(tx, code, first, last)

    def lines(self) -> tuple[Line, ...]:
        """Return all lines with their definitions, in the order of print."""
        return figures.lines().lines

    def check_report(
        self, report: Mapping[str, Any] | Path, *, last_year: Mapping[str, Any] | Path | None = None
    ) -> tuple[Violation, ...]:
        """Check any agency's annual report against the identities: json, xlsx, docx, html or text, or its json shape.

        Needs no store content. Raises ReportUnreadable, FileUnreadable.
        """
        return check_report(report, last_year=last_year)

    def export_tally(self, tally: Tally, path: Path, *, by: Clerk) -> None:
        """Write a period's figures as xlsx, csv or json, by the file's ending.

        Raises NotPermitted, IdentitiesBroken, FormatUnknown, DiskFull, FolderNotWritable.
        """
        require(by, Permission.EXPORT_FIGURES)
        exporting.tally(tally, path, figures.lines())
        self._noted("export_tally", f"{tally.first.isoformat()}/{tally.last.isoformat()}", by)

    def export_annual(
        self, report: Report | NationalReport | FirstYearReport, path: Path, *, by: Clerk, template: Path | None = None
    ) -> None:
        """Write a year's report as json, xlsx, docx, html, pdf or csv, by the file's ending.

        ``template`` stands for the office's own Word template (``SettingsDesk.change_word_template``). R4, D1 (last
        year's 结转) do not forbid it: what was published last year may be wrong, and the report names the cells.
        Raises NotPermitted, IdentitiesBroken, FormatUnknown, TemplateUnusable, DiskFull, FolderNotWritable.
        """
        require(by, Permission.EXPORT_FIGURES)
        with self._office.database.reading() as tx:
            own = template or meta.word_template(tx)
        exporting.annual(report if isinstance(report, Report) else report.report, path, template=own)
        self._noted("export_annual", str(report.year), by)

    def _noted(self, action: str, subject: str, by: Clerk) -> None:
        with self._office.database.writing() as tx:
            audit.note(tx, at=self._office.now(), by=by.name, action=action, subject=subject)


class _Store:
    """The figures of this store; ``periods.Counts``."""

    kind = "store"
    units: tuple[str, ...] = ()

    def __init__(self, office: Office, *, live: bool) -> None:
        self._office, self._live = office, live

    def period(self, first: date, last: date) -> periods.Period:
        with self._office.database.reading() as tx:
            return periods.count(tx, self._office.window, first, last, live=self._live)

    def entered(self, first: date, last: date) -> frozenset[str]:
        with self._office.database.reading() as tx:
            rows = counters.rows(tx, first=first, last=last)
        return frozenset(entry.counter.value for entry in rows if not entry.voided)

    def lacking(self, first: date, last: date) -> periods.Lacking:
        return periods.Lacking()


def check_report(
    report: Mapping[str, Any] | Path, *, last_year: Mapping[str, Any] | Path | None = None
) -> tuple[Violation, ...]:
    """Check an annual report without a store; see ``FiguresDesk.check_report``."""
    forms = reference.load_report_forms()
    said = annual_reader.read(report, forms) if isinstance(report, Path) else report
    before = annual_reader.read(last_year, forms) if isinstance(last_year, Path) else last_year
    return check(said, forms, last_year=before)


def published_cells(path: Path) -> dict[str, Number | None]:
    """Return the figures of a published report's file by id, as ``FiguresDesk.report`` takes last year's.

    Raises ReportUnreadable, FileUnreadable.
    """
    forms = reference.load_report_forms()
    said = annual_reader.read(path, forms)
    return read_cells(form_of(said, forms), said)[0]


def counted(period: periods.Period, entered: frozenset[str] = frozenset()) -> Counted:
    """Return what a period came to as the forms take it."""
    return Counted(
        values=period.values,
        pending_before=period.pending_before,
        identities=period.identities,
        differences=period.differences,
        entered=entered,
    )


def month_end(year: int, month: int) -> date:
    """Return the last day of a month."""
    return date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
