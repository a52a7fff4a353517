"""What stands in somebody's published report, and which of its cells contradict each other?"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from hallclient import reference
from hallclient.domain.figures.lines import Number
from hallclient.domain.figures.report_check import Violation, check, form_of, read_cells
from hallclient.domain.figures.report_forms import ReportForm
from hallclient.domain.figures.report_identities import check as check_cells
from hallclient.domain.figures.report_identities import suspects
from hallclient.exports import annual_reader


@dataclass(frozen=True, slots=True, kw_only=True)
class Suspect:
    """A cell that alone would explain everything that does not fit: with ``should`` in it, all of it fits."""

    cell: str
    should: Number


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """A published report as read: its form with the relations' words, its numbers by figure, what does not fit.

    ``suspects``: where to look first; none when no single cell explains all.
    """

    form: str
    words: Mapping[str, str]
    cells: Mapping[str, Number | None]
    violations: tuple[Violation, ...]
    suspects: tuple[Suspect, ...] = ()


def checked(path: Path, *, last_year: Path | None = None) -> Checked:
    """Read and check an agency's report: json, xlsx, docx, html or text. Raises ReportUnreadable, FileUnreadable."""
    forms = reference.load_report_forms()
    said = annual_reader.read(path, forms)
    before = annual_reader.read(last_year, forms) if last_year is not None else None
    form = form_of(said, forms)
    cells, _ = read_cells(form, said)
    earlier = read_cells(form_of(before, forms), before)[0] if before is not None else None
    violations = check(said, forms, last_year=before)
    return Checked(
        form=form.id,
        words={rule.id: rule.words for rule in form.identities},
        cells=cells,
        violations=violations,
        suspects=_suspects(form, cells, violations, earlier),
    )


def _suspects(
    form: ReportForm,
    cells: Mapping[str, Number | None],
    violations: tuple[Violation, ...],
    last_year: Mapping[str, Number | None] | None,
) -> tuple[Suspect, ...]:
    sums = [one for one in violations if not one.warning and not isinstance(one.expected, str)]
    if not sums or len(sums) < sum(not one.warning for one in violations):
        return ()  # what names its cell itself needs no guess
    expected, stands = sums[0].expected, sums[0].found
    if isinstance(expected, str) or isinstance(stands, str):
        return ()
    found = []
    for cell in suspects(sums):
        for amount in (expected - stands, stands - expected):
            should = (cells.get(cell) or 0) + amount
            left = check_cells(form, {**cells, cell: should}, last_year=last_year)
            if should >= 0 and all(one.warning for one in left):
                found.append(Suspect(cell=cell, should=should))
    return tuple(found)
