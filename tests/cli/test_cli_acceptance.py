"""What an acceptance check from outside relies on: said days, imported calendars, every damaged cell, own workbooks."""

import json
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from hallclient import wiring
from hallclient.foundation.trouble import DiskFull
from hallclient.storage import upgrade
from tests.cli.command_line import CommandLine
from tests.registers import golden
from tests.services.import_files import APPLICATION, ENQUIRY, csv_of, xlsx_of

NOTICE = {
    "year": "2027",
    "source": "国务院办公厅",
    "document_no": "国办发明电〔2026〕9号",
    "published": "2026-11-05",
    "off": "2027-01-01~2027-01-03;2027-02-05~2027-02-11;2027-04-03~2027-04-05;2027-05-01~2027-05-05;"
    "2027-06-09;2027-09-15;2027-10-01~2027-10-07",
    "work": "2027-02-14;2027-05-08;2027-09-26;2027-10-09",
}


@pytest.fixture
def past(line: CommandLine, monkeypatch: pytest.MonkeyPatch) -> CommandLine:
    # The test store was made in March 2026: the wall clock of the machine lies after it, a said day may lie before.
    csv = csv_of(line.data.parent / "a.csv", [APPLICATION])
    assert line.run("import", "applications", csv).code == 0
    return line


def test_a_said_day_before_the_last_entry_stops_no_number(past: CommandLine, tmp_path: Path) -> None:
    assert past.json("--today", "2026-03-02", "close", "2026-03-02")["z_number"] == 1
    (hit,) = past.json("search", "征地")["hits"]
    assert past.run("issue", "P01", "--application", hit["number"], "--output", tmp_path / "p.pdf").code == 0


def test_a_said_day_after_today_stops_no_number_afterwards(past: CommandLine, tmp_path: Path) -> None:
    ahead = (wiring.wall_clock().date() + timedelta(days=40)).isoformat()
    assert past.run("--today", ahead, "sheet", ahead, "--output", tmp_path / "s.json").code == 0
    (hit,) = past.json("search", "征地")["hits"]
    assert past.run("issue", "P01", "--application", hit["number"], "--output", tmp_path / "p.pdf").code == 0


def test_a_set_up_on_a_full_disk_leaves_not_even_its_folder(
    line: CommandLine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_anything: object) -> None:
        raise DiskFull

    monkeypatch.setattr(upgrade, "create", full)
    line.data = tmp_path / "new"
    said = line.run("setup", "--agency", "示例局", "--agency-code", "SL01", "--window", "W01", "--json")
    assert (said.code, said.json["error"]["code"]) == (3, "disk_full")
    assert not line.data.exists()


def test_the_sums_of_an_import_are_told_in_words(line: CommandLine, tmp_path: Path) -> None:
    path = csv_of(tmp_path / "e.csv", [ENQUIRY | {"人次": 2}, ENQUIRY | {"类别": "投诉"}])
    said = line.run("import", "enquiries", path, "--dry-run")
    assert "人次  3" in said.out
    assert "类别  投诉 1，咨询 1" in said.out
    english = line.run("--lang", "en", "import", "enquiries", path, "--dry-run").out
    assert "Complaint 1, Consultation 1" in english


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_a_notice_makes_the_next_years_dates_certain_for_who_signs_in(
    line: CommandLine, tmp_path: Path, ending: str
) -> None:
    due = ("due", "--received", "2026-12-25")
    assert line.json(*due)["provisional"] is True
    path = (csv_of if ending == "csv" else xlsx_of)(tmp_path / f"c.{ending}", [NOTICE])
    said = line.run("import", "calendar", path, "--json")
    assert said.code == 0, said.out
    certain = line.json(*due)
    assert certain["provisional"] is False
    assert date.fromisoformat(certain["due"]) > date(2027, 1, 1)
    assert line.bare(*due, "--json").json["provisional"] is True


def test_a_notice_that_contradicts_itself_names_its_row(line: CommandLine, tmp_path: Path) -> None:
    path = csv_of(tmp_path / "c.csv", [NOTICE | {"work": "2027-08-14"}])
    said = line.run("import", "calendar", path, "--json")
    assert said.code == 1
    assert {one["row"] for one in said.json["errors"]} == {2}


def _violated(line: CommandLine, path: Path) -> set[str]:
    said = line.bare("check-report", path, "--json")
    assert said.code == 1
    return {cell for one in said.json["violations"] for cell in one["cells"]}


def test_every_damaged_cell_of_table_three_is_listed(line: CommandLine, tmp_path: Path) -> None:
    path, wanted = tmp_path / "r.json", golden("suqian-2023")
    for number, row in enumerate(wanted["table3"]["rows"]):
        for column in row["cells"]:
            report: dict[str, Any] = golden("suqian-2023")
            report["table3"]["rows"][number]["cells"][column] += 1
            path.write_text(json.dumps(report), "utf-8")
            assert f"table3.{row['code']}.{column}" in _violated(line, path)


def test_a_result_wrong_in_two_columns_is_listed_in_both(line: CommandLine, tmp_path: Path) -> None:
    # Moved in the kind and in the total alike: the row still adds up, the columns do not.
    report: dict[str, Any] = golden("suqian-2023")
    cells = next(row["cells"] for row in report["table3"]["rows"] if row["code"] == "granted")
    cells["natural_person"] += 1
    cells["total"] += 1
    path = tmp_path / "r.json"
    path.write_text(json.dumps(report), "utf-8")
    assert {"table3.granted.natural_person", "table3.granted.total"} <= _violated(line, path)


def test_the_own_workbook_is_read_back_and_a_changed_cell_found(line: CommandLine, tmp_path: Path) -> None:
    path = csv_of(tmp_path / "a.csv", [APPLICATION])
    assert line.run("import", "applications", path).code == 0
    book = tmp_path / "y.xlsx"
    assert line.run("annual", "2023", "--form", "national-2021", "--output", book).code == 0
    assert line.bare("check-report", book, "--json").json == {"violations": []}
    workbook = openpyxl.load_workbook(book)
    sheet = workbook["表三 依申请公开"]
    (received,) = (row for row in sheet.iter_rows() if "本年新收" in str(row[0].value))
    assert received[3].value == 1
    received[3].value = 2
    workbook.save(book)
    assert "table3.received.natural_person" in _violated(line, book)
