"""Nothing anybody typed runs in a file we hand out, and no number of an identity card loses a digit: every writer."""

import csv
import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest

from hallclient import wiring
from hallclient.domain.figures.analysis import Dimension
from hallclient.domain.register.counter import Counter, CounterDraft
from hallclient.domain.register.enquiry import EnquiryDraft
from hallclient.domain.register.kinds import IdKind
from hallclient.wiring import Hall
from tests.hall import Clock, Stores
from tests.services.application_hall import draft

DAY = date(2026, 3, 2)
PACKAGE = Path(wiring.__file__).parent
ID_NUMBER = "110101199003070011"
OLD_NUMBER = "20080000000000123456"
FORMULAS = ("=1+2", "+1+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "＝HYPERLINK(1)", " =1+2")
FORMS = ("national-2021", "national-2019", "first-year", "return-2008")
# Who writes cells. Another one that comes belongs here, and into the files below.
WRITERS = {
    "exports/csv_file.py": "csv.writer",
    "exports/annual_csv.py": "csv.writer",
    "exports/archive.py": "csv.writer",
    "exports/xlsx.py": "xlsxwriter.Workbook",
}
RUNS = re.compile(r"[\s\u200b\ufeff]*[=+\-@＝＋－＠]")
NUMBER = re.compile(r"-?\d+(\.\d+)?")


@pytest.fixture(scope="module")
def hall(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Hall]:
    """A closed day on which everybody typed formulas into everything a file shows."""
    folder = tmp_path_factory.mktemp("typed")
    with Stores(folder / "template").hall(folder / "store", Clock(datetime(2026, 3, 2, 9, 0))) as opened:
        for serial, text in enumerate(FORMULAS):
            filed(opened, text, serial)
        opened.closing.close(DAY, by=opened.clerk)
        for form in FORMS:
            rule = opened.reports.form(2026, form)
            for part in rule.parts:
                if part.written:
                    opened.reports.write(2026, part.id, "\n".join(FORMULAS), version=0, by=opened.clerk, form=form)
        yield opened


def filed(hall: Hall, text: str, serial: int) -> None:
    visit = EnquiryDraft(content=text, name=text, unit=text, topic=text, answer=text)
    hall.reception.register(visit, by=hall.clerk)
    base = draft()
    person = replace(
        base.applicant, name=text, address=text, id_kind=IdKind.RESIDENT_ID, id_number=ID_NUMBER, id_seen=True
    )
    hall.applications.register(
        replace(
            base,
            applicant=person,
            subject=f"{text}{'甲乙丙丁戊己'[serial] * 9}",
            unit=text,
            topic=text,
            materials=OLD_NUMBER,
        ),
        by=hall.clerk,
    )
    entry = CounterDraft(on=DAY, counter=Counter.MEDIA_ITEMS, count=Decimal(1), evidence=text)
    hall.counters.enter(entry, by=hall.clerk)


@pytest.fixture(scope="module")
def handed_out(hall: Hall, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Every file a desk writes as cells or as a document that could run something, by name."""
    out, by = tmp_path_factory.mktemp("out"), hall.clerk
    sheet, tally = hall.closing.sheet(DAY, by=by), hall.figures.tally(DAY, DAY)
    found = hall.analysis.of_period(DAY, DAY, rows=Dimension.UNIT, columns=Dimension.TOPIC, by=by)
    _, units = hall.analysis.compare_units(DAY, DAY, by=by)
    for ending in ("xlsx", "csv"):
        hall.closing.export(sheet, out / f"day.{ending}", by=by)
        hall.figures.export_tally(tally, out / f"tally.{ending}", by=by)
        hall.analysis_sheets.export(found, out / f"analysis.{ending}", units=units, by=by)
    for form in FORMS:
        report = replace(hall.reports.report(2026, form), appendix=hall.analysis.appendix(2026, by=by))
        for ending in ("xlsx", "csv", "docx", "html"):
            hall.figures.export_annual(report, out / f"{form}.{ending}", by=by)
    hall.backup.export(out / "register.zip", by=by)
    with zipfile.ZipFile(out / "register.zip") as zipped:
        for name in zipped.namelist():
            if name.endswith(".csv"):
                zipped.extract(name, out)
    return {path.relative_to(out).as_posix(): path for path in out.rglob("*") if path.is_file()}


def of(handed_out: dict[str, Path], ending: str) -> list[tuple[str, Path]]:
    found = [(name, path) for name, path in handed_out.items() if name.endswith(ending)]
    assert found
    return found


def fields(path: Path) -> list[str]:
    text = path.read_text("utf-8-sig")
    return [field for row in csv.reader(io.StringIO(text, newline="")) for field in row]


def test_every_writer_of_cells_is_known() -> None:
    found = {}
    for path in PACKAGE.rglob("*.py"):
        for call in ("csv.writer", "csv.DictWriter", "xlsxwriter.Workbook", "openpyxl.Workbook"):
            if f"{call}(" in path.read_text("utf-8"):
                found[path.relative_to(PACKAGE).as_posix()] = call
    assert found == WRITERS


def test_no_field_of_any_csv_runs(handed_out: dict[str, Path]) -> None:
    typed = 0
    for name, path in of(handed_out, ".csv"):
        for field in fields(path):
            assert NUMBER.fullmatch(field) or not RUNS.match(field), (name, field)
            typed += any(text in field for text in FORMULAS)
    assert typed > len(FORMULAS), "what was typed is in the files"


def test_no_cell_of_any_workbook_is_a_formula_or_a_link(handed_out: dict[str, Path]) -> None:
    typed = 0
    for name, path in of(handed_out, ".xlsx"):
        with zipfile.ZipFile(path) as parts:
            for part in parts.namelist():
                content = parts.read(part).decode("utf-8", "replace")
                if part.startswith("xl/worksheets/sheet"):
                    assert "<f>" not in content, (name, part)
                    assert "<f " not in content, (name, part)
                    assert "hyperlink" not in content, (name, part)
                # A chart's numbers are those of its own sheet, whatever its units are called.
                for formula in re.findall(r"<c:f>(.*?)</c:f>", content):
                    assert re.fullmatch(r"'附 图表'!\$[A-Z]+\$\d+(:\$[A-Z]+\$\d+)?", formula), (name, formula)
        book = openpyxl.load_workbook(path)
        for sheet in book.worksheets:
            for row in sheet.iter_rows():
                for cell in row:
                    assert cell.data_type != "f", (name, cell.coordinate)
                    if isinstance(cell.value, str) and RUNS.match(cell.value):
                        assert cell.data_type == "s", (name, cell.coordinate)
                        typed += 1
    assert typed > len(FORMULAS)


def test_no_word_file_has_a_field_but_its_page_number(handed_out: dict[str, Path]) -> None:
    for name, path in of(handed_out, ".docx"):
        with zipfile.ZipFile(path) as parts:
            for part in parts.namelist():
                content = parts.read(part).decode("utf-8", "replace")
                told = re.findall(r"<w:instrText[^>]*>(.*?)</w:instrText>|w:instr=\"(.*?)\"", content)
                assert {" ".join(one).strip().split()[0] for one in told} <= {"PAGE", "NUMPAGES"}, (name, part)
        assert (
            FORMULAS[1].replace("'", "&#39;").split("|")[0] in zipfile.ZipFile(path).read("word/document.xml").decode()
            or name == "return-2008.docx"
        ), name


def test_no_page_runs_anything(handed_out: dict[str, Path]) -> None:
    for name, path in of(handed_out, ".html"):
        text = path.read_text("utf-8").lower()
        assert not re.search(r"<script|javascript:|\son\w+=|<iframe|<object", text), name


def test_long_numbers_keep_every_digit(handed_out: dict[str, Path]) -> None:
    told = [field for name, path in of(handed_out, ".csv") if name.startswith("tables/") for field in fields(path)]

    assert f"\t{ID_NUMBER}" in told, "a tab in front keeps it text"
    assert f"\t{OLD_NUMBER}" in told
    assert ID_NUMBER not in told
