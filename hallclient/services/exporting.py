"""How do figures leave the program? Each format by one function, and a file that is whole or not there."""

from pathlib import Path

from hallclient.documents import annual_pdf
from hallclient.domain.figures.day_sheet import DaySheet, Tally
from hallclient.domain.figures.identities import IdentitiesBroken, Result
from hallclient.domain.figures.lines import LineCatalogue
from hallclient.domain.figures.report import Report
from hallclient.domain.figures.report_json import answer
from hallclient.domain.figures.tables import Table, day_sheet_tables, definitions, tally_tables
from hallclient.domain.refusal import Refusal
from hallclient.exports import annual_csv, annual_docx, annual_html, annual_xlsx, csv_file, json_file, xlsx
from hallclient.foundation import files
from hallclient.services import day_paper


class FormatUnknown(Refusal):
    """The file's ending names no format these figures can be written in; ``known`` lists those they can."""

    fields = ("file",)

    def __init__(self, known: tuple[str, ...]) -> None:
        super().__init__()
        self.known = known


SHEET_FORMATS = (".pdf", ".xlsx", ".csv", ".json")
TALLY_FORMATS = (".xlsx", ".csv", ".json")
ANNUAL_FORMATS = (".docx", ".pdf", ".html", ".xlsx", ".csv", ".json")
# What was published last year, and a clean-up of documents, may break these for good reasons.
TOLERATED = ("R4", "W1", "W2", "D1")


def day_sheet(sheet: DaySheet, path: Path, lines: LineCatalogue) -> None:
    """Write a day sheet as pdf, xlsx, csv or json, by the file's ending. Raises FormatUnknown, DiskFull,
    FolderNotWritable."""
    match path.suffix.lower():
        case ".pdf":
            content = day_paper.day_pdf(sheet)
        case ".json":
            content = json_file.content(sheet.as_json())
        case ".csv":
            content = csv_file.content(day_sheet_tables(sheet, lines))
        case ".xlsx":
            shown = definitions(lines.lines, (line.code for line in sheet.lines))
            content = xlsx.content((*day_sheet_tables(sheet, lines), shown))
        case _:
            raise FormatUnknown(SHEET_FORMATS)
    files.write(path, content)


def tally(counted: Tally, path: Path, lines: LineCatalogue) -> None:
    """Write a period's figures as xlsx, csv or json.

    Raises IdentitiesBroken, FormatUnknown, DiskFull, FolderNotWritable.
    """
    _require_sound(counted.identities)
    match path.suffix.lower():
        case ".json":
            content = json_file.content(counted.as_json())
        case ".csv":
            content = csv_file.content(tally_tables(counted, lines))
        case ".xlsx":
            shown = definitions(lines.lines, (line.code for line in counted.lines))
            content = xlsx.content((*tally_tables(counted, lines), shown))
        case _:
            raise FormatUnknown(TALLY_FORMATS)
    files.write(path, content)


def annual(report: Report, path: Path, *, template: Path | bytes | None = None) -> None:
    """Write a year's report in the format of the file's ending.

    Raises IdentitiesBroken, FormatUnknown, DiskFull, FolderNotWritable. R4, D1 (last year's 结转) and W1 do not forbid
    it: what was published last year may be wrong, and the report names the cells.
    """
    _require_sound(
        tuple(
            Result(id=one.id, holds=one.holds or one.id in TOLERATED, cells=one.cells, records=one.records)
            for one in report.identities
        )
    )
    files.write(path, annual_bytes(report, path.suffix.lower(), template=template))


def annual_bytes(report: Report, ending: str, *, template: Path | bytes | None = None) -> bytes:
    """Return a year's report as the bytes of a file with this ending. Raises FormatUnknown, TemplateUnusable."""
    match ending:
        case ".json":
            return json_file.content(answer(report))
        case ".xlsx":
            return annual_xlsx.content(report)
        case ".docx":
            return annual_docx.content(report, template)
        case ".html":
            return annual_html.content(report)
        case ".pdf":
            return annual_pdf.report_pdf(report)
        case ".csv":
            return annual_csv.content(report)
        case _:
            raise FormatUnknown(ANNUAL_FORMATS)


def table(rows: Table, path: Path) -> None:
    """Write any list as xlsx or csv. Raises FormatUnknown, DiskFull, FolderNotWritable."""
    match path.suffix.lower():
        case ".csv":
            content = csv_file.content((rows,))
        case ".xlsx":
            content = xlsx.content((rows,))
        case _:
            raise FormatUnknown((".xlsx", ".csv"))
    files.write(path, content)


def _require_sound(results: tuple[Result, ...]) -> None:
    broken = tuple(result for result in results if not result.holds)
    if broken:
        raise IdentitiesBroken(broken)
