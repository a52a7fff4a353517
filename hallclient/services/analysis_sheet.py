"""How does a case analysis (典型案例分析) leave the window? As a workbook, csv or a PDF with its charts."""

from collections.abc import Sequence
from pathlib import Path

from hallclient.domain.figures.analysis import Compared, Times, as_rows
from hallclient.domain.figures.charts import Chart
from hallclient.domain.figures.tables import Table
from hallclient.domain.register.permissions import Clerk, Permission, require
from hallclient.exports import csv_file, xlsx
from hallclient.foundation import files
from hallclient.services.analysis import Analysis
from hallclient.services.day_paper import PRACTICE
from hallclient.services.exporting import FormatUnknown
from hallclient.services.office import Office
from hallclient.storage import audit

FORMATS = (".xlsx", ".csv", ".pdf")


class AnalysisSheets:
    """Draws what the analysis desk found; no person is named in any of it."""

    def __init__(self, office: Office) -> None:
        self._office = office

    def export(
        self,
        found: Analysis,
        path: Path,
        *,
        years: Sequence[Compared] = (),
        units: Sequence[tuple[str, Times]] = (),
        charts: Sequence[Chart] = (),
        by: Clerk,
    ) -> None:
        """Write an analysis as xlsx, csv or pdf, by the file's ending; ``charts`` follow its own on paper.

        Raises NotPermitted, FormatUnknown, DiskFull, FolderNotWritable.
        """
        require(by, Permission.EXPORT_FIGURES)
        tables = analysis_tables(found, years=years, units=units)
        match path.suffix.lower():
            case ".xlsx":
                content = xlsx.content(tables)
            case ".csv":
                content = csv_file.content(tables)
            case ".pdf":
                content = self._pdf(found, tables, (*found.charts, *charts))
            case _:
                raise FormatUnknown(FORMATS)
        files.write(path, content)
        with self._office.database.writing() as tx:
            subject = f"{found.first.isoformat()}/{found.last.isoformat()}"
            audit.note(tx, at=self._office.now(), by=by.name, action="export_analysis", subject=subject)

    def pdf(self, found: Analysis, *, years: Sequence[Compared] = (), charts: Sequence[Chart] = ()) -> bytes:
        """Return the analysis as PDF, to be looked at or printed."""
        return self._pdf(found, analysis_tables(found, years=years), (*found.charts, *charts))

    def _pdf(self, found: Analysis, tables: Sequence[Table], charts: Sequence[Chart]) -> bytes:
        from hallclient.documents.sheets import Section, sheet_pdf

        sections = [
            Section(
                title=table.title,
                columns=table.columns,
                rows=tuple(tuple(map(str, row)) for row in table.rows),
                note=table.note,
            )
            for table in tables
        ]
        return sheet_pdf(
            "政府信息公开申请案例分析",
            f"{self._office.agency.name}　{found.first.isoformat()}至{found.last.isoformat()}收到　共{found.cases}件",
            sections,
            footer="取自申请登记簿，供分析参考；正式数字以年度报告为准。",
            watermark=PRACTICE if self._office.practice else "",
            author=self._office.agency.name,
            charts=charts,
        )


def analysis_tables(
    found: Analysis, *, years: Sequence[Compared] = (), units: Sequence[tuple[str, Times]] = ()
) -> tuple[Table, ...]:
    """Return an analysis as tables: the cross table, times to answer, repeat applicants, years, units."""
    head, *body = as_rows(found.cross)
    rows, columns = found.cross.by
    tables = [
        Table(title=f"{rows.label}与{columns.label}", columns=tuple(map(str, head)), rows=tuple(body)),
        Table(
            title="答复用时",
            columns=("项目", "数值"),
            rows=times_rows(found.times),
            note="用时按工作日计，自收到次日起至答复当日。",
        ),
        Table(
            title="同一申请人申请件数",
            columns=("件数", "申请人数"),
            rows=(*found.repeats.times.items(), ("合计", found.repeats.applicants)),
            note="申请人只以不可还原的编码区分。",
        ),
    ]
    if years:
        lines = tuple((one.label, one.before, one.now, one.change) for one in years)
        tables.append(Table(title="与上年比较", columns=("项目", "上年", "本年", "增减"), rows=lines))
    if units:
        told = tuple((unit, *(value for _, value in times_rows(times))) for unit, times in units)
        names = tuple(name for name, _ in times_rows(found.times))
        tables.append(Table(title="各承办单位", columns=("承办单位", *names), rows=told))
    return tuple(tables)


def times_rows(times: Times) -> tuple[tuple[str, int | str], ...]:
    """Return how long answers took as rows of a name and a number of cases or working days."""

    def days(count: int | None) -> int | str:
        return "—" if count is None else count

    return (
        ("已答复（件）", times.answered),
        ("中位数（工作日）", days(times.median)),
        ("90%在此日数内（工作日）", days(times.ninety)),
        ("最长（工作日）", days(times.longest)),
        ("按期（件）", times.on_time),
        ("逾期答复（件）", times.late),
        ("延长期限（件）", times.extended),
        ("尚未答复（件）", times.still_open),
        ("已超期（件）", times.overdue),
    )
