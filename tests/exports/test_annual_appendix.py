"""Does the case analysis stand behind the report in every format, and leave the official parts as they are?"""

import csv
import io
import zipfile
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from xml.etree import ElementTree

import pytest
from annual_reports import FORMS, national_cells, suqian
from pypdf import PdfReader

from hallclient.domain.figures import analysis
from hallclient.domain.figures.analysis import CaseRow, Dimension, Times
from hallclient.domain.figures.report import Report, canonical, read
from hallclient.domain.figures.report_appendix import HEADING, appendix
from hallclient.domain.figures.report_check import number_of
from hallclient.domain.outcomes import Outcome
from hallclient.domain.register.kinds import ApplicantKind, ApplicationChannel
from hallclient.exports import annual_files, annual_reader
from hallclient.services.exporting import ANNUAL_FORMATS, annual_bytes
from hallclient.services.figures import check_report

TODAY = date(2024, 1, 5)
# Topics that are words of the official tables too: no reader may take one for the other.
TOPICS = ("土地征收", "行政许可", "其他", "其他处理", "", "规章")


def _cases(year: int, count: int) -> list[CaseRow]:
    outcomes = (None, *Outcome)
    return [
        CaseRow(
            number=f"{year}-{at}",
            received_on=date(year, 1 + at % 12, 3),
            closed_on=date(year, 12, 20) if outcomes[at % len(outcomes)] else None,
            due_on=date(year, 12, 28),
            outcome=outcomes[at % len(outcomes)],
            applicant_kind=list(ApplicantKind)[at % len(ApplicantKind)],
            channel=list(ApplicationChannel)[at % len(ApplicationChannel)],
            topic=TOPICS[at % len(TOPICS)],
            unit=("市卫生健康委", "市教育局", "")[at % 3],
            person=str(at % 90),
            extended=at % 9 == 0,
        )
        for at in range(count)
    ]


def _times(cases: list[CaseRow], unit: str | None = None) -> Times:
    chosen = [case for case in cases if unit in (None, case.unit)]
    return analysis.times(chosen, today=TODAY, working_days=lambda first, last: (last - first).days)


@cache
def appended() -> Report:
    cases = _cases(2023, 317)
    crosses = [
        analysis.cross(cases, rows, Dimension.OUTCOME)
        for rows in (Dimension.TOPIC, Dimension.APPLICANT, Dimension.CHANNEL, Dimension.UNIT)
    ]
    return replace(
        suqian(),
        appendix=appendix(
            2023,
            today=TODAY,
            crosses=crosses,
            times=_times(cases),
            repeats=analysis.repeats(cases),
            units=[(unit, _times(cases, unit)) for unit in ("市卫生健康委", "市教育局", "")],
            before=analysis.compare(_cases(2022, 211), cases, Dimension.TOPIC),
        ),
    )


def _written(ending: str, folder: Path, report: Report | None = None) -> Path:
    path = folder / f"report{ending}"
    path.write_bytes(annual_bytes(report or appended(), ending))
    return path


def test_the_appendix_is_frozen_with_the_report_and_no_part_of_the_form() -> None:
    report = appended()
    assert read(canonical(report)) == report
    assert canonical(read(canonical(report))) == canonical(report)
    assert report.parts == suqian().parts
    assert report.figures == suqian().figures
    assert report.checksum != suqian().checksum
    assert "appendix" not in canonical(suqian())


@pytest.mark.parametrize("ending", [".json", ".xlsx", ".docx", ".html"])
def test_whoever_reads_or_checks_the_report_finds_the_official_tables_alone(ending: str, tmp_path: Path) -> None:
    bare = annual_reader.read(_written(ending, tmp_path, suqian()), FORMS)

    path = _written(ending, tmp_path)
    said = annual_reader.read(path, FORMS)
    assert {id: number_of(value) for id, value in national_cells(said).items()} == {
        id: number_of(value) for id, value in national_cells(bare).items()
    }
    assert said["fees"] == bare["fees"]
    assert check_report(path) == ()


def _text(ending: str, path: Path) -> str:
    if ending == ".pdf":
        return "".join(page.extract_text() for page in PdfReader(path).pages)
    if ending in (".json", ".csv"):
        return path.read_text("utf-8-sig")
    return annual_files.read(path).text


@pytest.mark.parametrize("ending", ANNUAL_FORMATS)
def test_every_format_tells_every_cell_of_the_appendix(ending: str, tmp_path: Path) -> None:
    text = "".join(_text(ending, _written(ending, tmp_path)).split())
    assert appended().appendix is not None
    assert HEADING in text
    for grid in appended().appendix.grids:  # type: ignore[union-attr]
        assert grid.caption in text
        for cell in grid.cells:
            # A heading of paper is broken and a csv's + is guarded; the words are there all the same.
            assert "".join(cell.text.split()) in text, (grid.id, cell)


def test_a_table_of_the_appendix_stands_row_by_row_in_the_csv(tmp_path: Path) -> None:
    rows = list(csv.reader(io.StringIO(_text(".csv", _written(".csv", tmp_path)))))
    grid = appended().appendix.grids[0]  # type: ignore[union-attr]
    for row in grid.rows():
        assert [cell.text for cell in row] in rows


def test_word_and_workbook_hold_their_own_charts_and_the_page_tells_them_in_words(tmp_path: Path) -> None:
    charts = appended().appendix.charts  # type: ignore[union-attr]
    for ending, folder in ((".docx", "word/charts/"), (".xlsx", "xl/charts/")):
        with zipfile.ZipFile(_written(ending, tmp_path)) as parts:
            names = [name for name in parts.namelist() if name.startswith(folder) and name.endswith(".xml")]
            assert len(names) == len(charts), ending
            for name in names:
                ElementTree.fromstring(parts.read(name))
            if ending == ".docx":
                first = parts.read("word/charts/chart1.xml").decode()
                for category in charts[0].categories:
                    assert f"<c:v>{category}</c:v>" in first
                assert charts[0].told in parts.read("word/document.xml").decode()
    page = _written(".html", tmp_path).read_text("utf-8")
    assert page.count("<svg ") == len(charts)
    for chart in charts:
        assert f"<desc>{chart.told}</desc>" in page


@pytest.mark.parametrize("ending", ANNUAL_FORMATS)
def test_the_same_appendix_gives_the_same_bytes(ending: str) -> None:
    assert annual_bytes(appended(), ending) == annual_bytes(read(canonical(appended())), ending)
