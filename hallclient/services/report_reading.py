"""What stands in somebody's published report, and which of its cells contradict each other?"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from hallclient import reference
from hallclient.domain.figures.lines import Number
from hallclient.domain.figures.report_check import Violation, check, form_of, read_cells
from hallclient.exports import annual_reader


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """A published report as read: its form, its numbers by figure, what does not fit."""

    form: str
    cells: Mapping[str, Number | None]
    violations: tuple[Violation, ...]


def checked(path: Path, *, last_year: Path | None = None) -> Checked:
    """Read and check an agency's report: json, xlsx, docx, html or text. Raises ReportUnreadable, FileUnreadable."""
    forms = reference.load_report_forms()
    said = annual_reader.read(path, forms)
    before = annual_reader.read(last_year, forms) if last_year is not None else None
    form = form_of(said, forms)
    cells, _ = read_cells(form, said)
    return Checked(form=form.id, cells=cells, violations=check(said, forms, last_year=before))
