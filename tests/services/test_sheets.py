"""Figures leave as files: the form by the ending, whole or not at all, and only by who may take them out."""

import csv
import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import openpyxl
import pypdf
import pytest

from hallclient.domain.figures.day_sheet import DaySheet
from hallclient.domain.figures.identities import IdentitiesBroken
from hallclient.domain.register.kinds import EnquiryKind
from hallclient.domain.register.permissions import Clerk, NotPermitted, Role
from hallclient.foundation.trouble import FolderNotWritable
from hallclient.services.exporting import FormatUnknown
from hallclient.wiring import Hall
from tests.hall import MONDAY, Stores

CLERK = Clerk(name="li", display_name="李窗口", roles=frozenset({Role.CLERK}))
DAY = MONDAY.date()


@pytest.fixture(scope="module")
def hall(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Hall]:
    opened = Stores(tmp_path_factory.mktemp("store")).hall(tmp_path_factory.mktemp("hall") / "data")
    for persons in (1, 3):
        opened.reception.tally(EnquiryKind.HELP, persons=persons, by=opened.clerk)
    yield opened
    opened.close()


@pytest.fixture
def sheet(hall: Hall) -> DaySheet:
    return hall.closing.sheet(DAY, by=hall.clerk)


def test_the_day_sheet_leaves_in_four_forms_with_the_same_figure(hall: Hall, sheet: DaySheet, tmp_path: Path) -> None:
    paths = {ending: tmp_path / f"day.{ending}" for ending in ("pdf", "xlsx", "csv", "json")}
    for path in paths.values():
        hall.closing.export(sheet, path, by=hall.clerk)

    text = "".join(page.extract_text() for page in pypdf.PdfReader(paths["pdf"]).pages)
    assert "窗口日报表" in text
    assert "未结" in text
    book = openpyxl.load_workbook(paths["xlsx"])
    cells = [row for name in book.sheetnames for row in book[name].iter_rows(values_only=True)]
    assert any("接待来访（人次）" in row and 4 in row for row in cells)
    with paths["csv"].open(encoding="utf-8-sig", newline="") as file:
        assert any("接待来访（人次）" in row and "4" in row for row in csv.reader(file))
    lines = {line["code"]: line["value"] for line in json.loads(paths["json"].read_text("utf-8"))["lines"]}
    assert lines["enquiries.persons"] == 4


def test_the_exported_pdf_is_the_printed_one(hall: Hall, sheet: DaySheet, tmp_path: Path) -> None:
    hall.closing.export(sheet, tmp_path / "day.pdf", by=hall.clerk)

    exported, printed = tmp_path / "day.pdf", tmp_path / "printed.pdf"
    printed.write_bytes(hall.sheets.day_pdf(sheet))
    texts = [[page.extract_text() for page in pypdf.PdfReader(path).pages] for path in (exported, printed)]
    assert texts[0] == texts[1]


def test_an_unknown_ending_is_refused_with_those_known(hall: Hall, sheet: DaySheet, tmp_path: Path) -> None:
    with pytest.raises(FormatUnknown) as refused:
        hall.closing.export(sheet, tmp_path / "day.doc", by=hall.clerk)

    assert ".xlsx" in refused.value.known
    assert not list(tmp_path.iterdir())


def test_a_folder_that_cannot_be_written_keeps_what_stood_there(hall: Hall, sheet: DaySheet, tmp_path: Path) -> None:
    for name in ("day.pdf", "day.xlsx"):
        with pytest.raises(FolderNotWritable):
            hall.closing.export(sheet, tmp_path / "not there" / name, by=hall.clerk)


def test_the_tally_and_the_annual_report_leave_as_json(hall: Hall, tmp_path: Path) -> None:
    tally = hall.figures.tally(DAY, DAY, live=True)
    hall.figures.export_tally(tally, tmp_path / "tally.json", by=hall.clerk)
    hall.figures.export_annual(hall.figures.national(2026, live=True), tmp_path / "year.json", by=hall.clerk)

    assert json.loads((tmp_path / "tally.json").read_text("utf-8")) == tally.as_json()
    assert len(json.loads((tmp_path / "year.json").read_text("utf-8"))["table3"]["rows"]) == 25


def test_a_clerk_sees_figures_but_takes_none_out(hall: Hall, tmp_path: Path) -> None:
    with pytest.raises(NotPermitted):
        hall.figures.export_tally(hall.figures.tally(DAY, DAY), tmp_path / "tally.xlsx", by=CLERK)
    with pytest.raises(NotPermitted):
        hall.figures.export_annual(hall.figures.national(2026), tmp_path / "year.xlsx", by=CLERK)

    assert not list(tmp_path.iterdir())


def test_figures_that_contradict_each_other_do_not_leave(hall: Hall, tmp_path: Path) -> None:
    tally = hall.figures.tally(DAY, DAY, live=True)
    broken = replace(tally, identities=(replace(tally.identities[0], holds=False), *tally.identities[1:]))

    with pytest.raises(IdentitiesBroken):
        hall.figures.export_tally(broken, tmp_path / "tally.xlsx", by=hall.clerk)

    assert not list(tmp_path.iterdir())
