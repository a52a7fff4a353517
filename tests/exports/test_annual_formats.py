"""Does every format of the annual report hold every cell, in the official structure, for both golden years?"""

import csv
import io
import re
import zipfile
from collections import defaultdict
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from annual_reports import FORMS, compiled, first_year, national_cells, suqian, suqian_lines
from pypdf import PdfReader
from registers import golden

from hallclient.domain.figures.report import Report, with_texts
from hallclient.domain.figures.report_check import COLUMNS, ROWS, number_of
from hallclient.domain.figures.report_pieces import Source
from hallclient.exports import annual_files, annual_reader
from hallclient.services.exporting import ANNUAL_FORMATS, annual_bytes

Cells = dict[str, str]
READABLE = (".json", ".xlsx", ".docx", ".html")


def _written(report: Report, ending: str, folder: Path) -> Path:
    path = folder / f"report{ending}"
    path.write_bytes(annual_bytes(report, ending))
    return path


@pytest.mark.parametrize("ending", READABLE)
def test_a_program_reading_the_report_finds_every_published_cell(ending: str, tmp_path: Path) -> None:
    said = annual_reader.read(_written(suqian(), ending, tmp_path), FORMS)

    found, wanted = national_cells(said), national_cells(golden("suqian-2023"))
    assert sum(id.startswith("table3.") for id in found) == 175
    assert {id: _plain(value) for id, value in found.items()} == {id: _plain(value) for id, value in wanted.items()}
    assert len(found) == 175 + 10 + 15
    fees = golden("suqian-2023")["fees"]
    assert [number_of(said["fees"][name]) for name in ("cases", "total_yuan")] == [fees["cases"], fees["total_yuan"]]
    assert [number_of(part["yuan"]) for part in said["fees"]["parts"]] == [part["yuan"] for part in fees["parts"]]


def _plain(value: str) -> str:
    return str(number_of(value))


def test_the_csv_holds_every_published_cell() -> None:
    rows = list(csv.reader(io.StringIO(annual_bytes(suqian(), ".csv").decode("utf-8-sig"))))
    wanted = national_cells(golden("suqian-2023"))

    start = next(at for at, row in enumerate(rows) if row and row[0].startswith("一、本年新收"))
    found = {
        f"table3.{code}.{column}": value
        for code, row in zip(ROWS, rows[start : start + 25], strict=True)
        for column, value in zip(COLUMNS, row[3:], strict=True)
    }
    assert found == {id: value for id, value in wanted.items() if id.startswith("table3.")}
    table4 = rows[next(at for at, row in enumerate(rows) if row and row[0] == "结果维持") + 1]
    assert table4 == [value for id, value in wanted.items() if id.startswith("table4.")]
    rules = next(row for row in rows if row and row[0] == "规章")
    assert rules[1:] == [wanted[f"table2.rules.{part}"] for part in ("issued", "repealed", "in_force")]
    assert next(row for row in rows if row and row[0] == "行政事业性收费")[1] == "59237.2449"


def test_each_csv_row_says_by_itself_what_it_is() -> None:
    rows = list(csv.reader(io.StringIO(annual_bytes(suqian(), ".csv").decode("utf-8-sig"))))

    assert [row[:3] for row in rows if len(row) == 10 and row[2] == "3.其他"] == [
        ["三、本年度办理结果", "（六）其他处理", "3.其他"]
    ]


def _pdf_numbers(content: bytes) -> list[list[str]]:
    """Return the numbers of a PDF line by line, each line from left to right, page after page."""
    found = []
    for page in PdfReader(io.BytesIO(content)).pages:
        lines: dict[int, list[tuple[float, str]]] = defaultdict(list)

        def visit(text: str, _cm: Any, tm: Any, _font: Any, _size: Any, lines: Any = lines) -> None:
            if text.strip():
                lines[round(tm[5])].append((tm[4], text.strip()))

        page.extract_text(visitor_text=visit)
        for y in sorted(lines, reverse=True):
            found.append([text for _, text in sorted(lines[y]) if re.fullmatch(r"\d+(\.\d+)?", text)])
    return [line for line in found if line]


def test_the_pdf_holds_every_published_cell() -> None:
    lines, wanted = _pdf_numbers(annual_bytes(suqian(), ".pdf")), national_cells(golden("suqian-2023"))

    assert [line for line in lines if len(line) == 7] == [
        [wanted[f"table3.{row}.{column}"] for column in COLUMNS] for row in ROWS
    ]
    assert [line for line in lines if len(line) == 15] == [
        [value for id, value in wanted.items() if id.startswith("table4.")]
    ]
    assert [line for line in lines[:6] if len(line) in (1, 3)] == [
        [wanted[f"table2.{name}.{part}"] for part in ("issued", "repealed", "in_force")]
        for name in ("rules", "normative_documents")
    ] + [
        [wanted[f"table2.{name}"]]
        for name in ("licences", "penalties", "compulsory_measures", "administrative_charges_wan_yuan")
    ]


def _all_text(report: Report, ending: str, folder: Path) -> str:
    path = _written(report, ending, folder)
    if ending == ".pdf":
        return "".join(page.extract_text() for page in PdfReader(path).pages)
    if ending in (".json", ".csv"):
        return path.read_text("utf-8-sig")
    return annual_files.read(path).text


@pytest.mark.parametrize("ending", ANNUAL_FORMATS)
def test_every_format_tells_every_figure_of_the_first_year(ending: str, tmp_path: Path) -> None:
    report = first_year()
    text = re.sub(r"\s+", "", _all_text(report, ending, tmp_path))

    for figure in report.figures:
        # A workbook keeps 12.0 as the number 12 and shows it with its place.
        shown = f"{figure.value:g}" if ending == ".xlsx" and figure.unit == "%" else figure.text
        assert shown in text, figure.id
    if ending != ".json":
        for part in report.parts:
            assert re.sub(r"\s+", "", part.heading) in text


@pytest.mark.parametrize("ending", [".docx", ".html", ".xlsx"])
def test_the_first_years_report_is_read_back_from_its_sentences(ending: str, tmp_path: Path) -> None:
    said = annual_reader.read(_written(first_year(), ending, tmp_path), FORMS)

    wanted = golden("first-year")
    assert said["proactive"]["portal_items"]["total"] == "167838"
    assert {
        code: (one["count"], one["share_percent"])
        for code, one in said["proactive"]["portal_items"]["by_category"].items()
    } == {
        one["code"]: (str(one["count"]), one["share_percent_correct"])
        for one in wanted["proactive"]["portal_items"]["by_category"]
    }
    assert said["windows"] == {"enquiries_and_complaints_person_times": "165695"}
    assert said["applications"]["received"] == said["applications"]["answered"] == "20495"
    assert said["reviews"] == {"total": "4", "reconsideration": "2", "litigation": "2"}


@pytest.mark.parametrize("ending", READABLE)
@pytest.mark.parametrize("make", [
    lambda: compiled("national-2019", 2020, suqian_lines()),
    lambda: compiled("return-2008", 2008, {"applications.received": 7, "applications.received.channel.fax": 7}),
])  # fmt: skip
def test_older_forms_are_read_back_too(make: Callable[[], Report], ending: str, tmp_path: Path) -> None:
    report = make()
    said = annual_reader.read(_written(report, ending, tmp_path), FORMS)

    assert said["form"] == report.form
    if report.form == "return-2008":
        fax = next(row for row in said["return"] if row["code"] == "12")
        assert (number_of(fax["period"]), number_of(fax["year"])) == (7, 7)
        assert len(said["return"]) == 35
    else:
        rows = {row["code"]: row["cells"] for row in said["table3"]["rows"]}
        assert len(rows) == 23
        assert number_of(rows["other_handling"]["total"]) == 40 + 10 + 291


@pytest.mark.parametrize("ending", ANNUAL_FORMATS)
def test_the_same_report_gives_the_same_bytes(ending: str) -> None:
    assert annual_bytes(suqian(), ending) == annual_bytes(suqian(), ending)


@pytest.mark.parametrize("ending", [".docx", ".xlsx"])
def test_an_office_file_tells_no_time_of_its_making(ending: str) -> None:
    with zipfile.ZipFile(io.BytesIO(annual_bytes(suqian(), ending))) as parts:
        assert {entry.date_time[0] for entry in parts.infolist()} == {1980}


def test_a_report_whose_days_are_not_all_closed_says_so_where_it_is_published(tmp_path: Path) -> None:
    open_ = compiled("national-2021", 2023, suqian_lines(), source=Source(open_days=(date(2023, 12, 29),)))
    for ending in (".docx", ".html", ".pdf"):
        assert "草稿" in _all_text(open_, ending, tmp_path), ending
        assert "草稿" not in _all_text(suqian(), ending, tmp_path), ending


def test_names_of_units_run_as_no_formula_and_no_markup(tmp_path: Path) -> None:
    nasty = '=HYPERLINK("x")<script>&'
    report = compiled("first-year", 2008, {f"applications.received.unit.{nasty}": 3, "applications.received": 3})

    html = annual_bytes(report, ".html").decode()
    assert "<script" not in html
    assert "&lt;script&gt;&amp;" in html
    assert f"'{nasty}" in [
        row[0] for row in csv.reader(io.StringIO(annual_bytes(report, ".csv").decode("utf-8-sig"))) if row
    ]
    with zipfile.ZipFile(io.BytesIO(annual_bytes(report, ".xlsx"))) as parts:
        assert not any(b"<f>" in parts.read(name) for name in parts.namelist() if "sheet" in name)
    assert nasty in annual_files.read(_written(report, ".docx", tmp_path)).text


@pytest.mark.parametrize(
    ("form", "year", "note"), [("return-2008", 2008, "已计入第26行"), ("national-2019", 2020, "60号原件")]
)
def test_the_sheet_tells_what_is_to_be_confirmed_and_the_paper_does_not(
    form: str, year: int, note: str, tmp_path: Path
) -> None:
    report = compiled(form, year, {"applications.received": 1})
    book = openpyxl.load_workbook(_written(report, ".xlsx", tmp_path))
    column = [cell.value or "" for cell in book["指标说明"]["E"]]

    assert column[0] == "待确认"
    assert any(note in cell for cell in column)
    assert note in _all_text(report, ".csv", tmp_path)
    confirmed = {one.confirm for one in report.definitions if one.confirm}
    for ending in (".docx", ".html", ".pdf"):
        text = re.sub(r"\s+", "", _all_text(report, ending, tmp_path))
        assert not [one for one in confirmed if re.sub(r"\s+", "", one) in text], ending
        assert "未统计" in text


def test_a_long_paragraph_of_a_workbook_is_shown_whole(tmp_path: Path) -> None:
    """More than 255 characters in a cell of format @ are ### in some programs; a low row hides all but one line."""
    report = with_texts(suqian(), {"overview": ("长" * 600, "=1+2")})
    sheet = openpyxl.load_workbook(_written(report, ".xlsx", tmp_path))["报告正文"]

    long, formula = (next(cell for cell in sheet["A"] if text in str(cell.value)) for text in ("长", "=1+2"))
    assert long.number_format == "General"
    assert sheet.row_dimensions[long.row].height > 15 * 10
    assert formula.data_type == "s"
    assert formula.quotePrefix, "text, when somebody edits it too"


def test_what_no_register_tells_is_not_a_zero_in_any_format(tmp_path: Path) -> None:
    report = compiled("return-2008", 2008, {"applications.received": 1, "applications.received.channel.fax": 1})

    assert report.cells["return.27.year"].value is None
    assert report.cells["return.02.year"].value is None
    assert report.cells["return.32.year"].value == 0
    for ending in (".docx", ".html", ".pdf", ".xlsx", ".csv"):
        assert "未统计" in _all_text(report, ending, tmp_path), ending
    said = annual_reader.read(_written(report, ".json", tmp_path), FORMS)
    assert next(row for row in said["return"] if row["code"] == "27")["year"] is None
