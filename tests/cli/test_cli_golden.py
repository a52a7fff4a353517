"""Real years through the command line: imported and back, cell by cell (issue: real input that must pass)."""

import json
import time
from pathlib import Path

import pytest

from tests.cli.command_line import CommandLine
from tests.registers import first_year_rows, golden, suqian_rows
from tests.services.import_files import csv_of, xlsx_of


def test_suqian_2023_comes_back_as_exactly_its_cells(line: CommandLine, tmp_path: Path) -> None:
    for kind, rows in suqian_rows().items():
        assert line.json("import", kind, csv_of(tmp_path / f"{kind}.csv", rows))["imported"] == len(rows)
    argv = ("annual", "2023", "--form", "national-2021", "--output")
    assert line.run(*argv, tmp_path / "a.json").code == 0
    found, wanted = json.loads((tmp_path / "a.json").read_text("utf-8")), golden("suqian-2023")
    for table in ("table2", "table4", "fees"):
        assert found[table] == wanted[table], table
    assert found["table3"]["rows"] == wanted["table3"]["rows"]
    assert sum(len(row["cells"]) for row in found["table3"]["rows"]) == 175
    assert all(identity["holds"] for identity in found["identities"])
    assert line.run(*argv, tmp_path / "a.xlsx").code == 0
    assert line.bare("check-report", tmp_path / "a.xlsx", "--json").json == {"violations": []}


def test_last_years_open_row_may_come_from_a_file(line: CommandLine, tmp_path: Path) -> None:
    wanted = golden("suqian-2023")
    applications = [row for row in suqian_rows()["applications"] if row["received_on"] >= "2023"]
    line.run("import", "applications", csv_of(tmp_path / "a.csv", applications))
    (row,) = (row for row in wanted["table3"]["rows"] if row["code"] == "carried_in")
    (tmp_path / "last.json").write_text(json.dumps({"carried_out": {"cells": row["cells"]}}), "utf-8")
    argv = ("annual", "2023", "--form", "national-2021", "--output", tmp_path / "a.json")
    said = line.json(*argv, "--carried-in", tmp_path / "last.json")
    assert next(one["cells"] for one in said["table3"]["rows"] if one["code"] == "carried_in") == row["cells"]


def test_a_report_beside_last_years_file_and_with_its_analysis(line: CommandLine, tmp_path: Path) -> None:
    for kind, rows in suqian_rows().items():
        line.run("import", kind, csv_of(tmp_path / f"{kind}.csv", rows))
    before = json.loads(json.dumps(golden("suqian-2023")))
    (tmp_path / "2022.json").write_text(json.dumps(before), "utf-8")
    argv = ("annual", "2023", "--last-year", tmp_path / "2022.json", "--analysis", "--output")

    said = line.json(*argv, tmp_path / "a.json")
    broken = {one["id"] for one in said["identities"] if not one["holds"]}
    # 2023's own figures stand in for those of 2022: what it carried out is not what it carried in.
    assert broken == {"R4", "W1", "D1"}
    assert [table["caption"] for table in said["appendix"]["tables"]][-1] == "与2022年比较"
    total = said["appendix"]["tables"][0]["rows"][-1]
    assert total[0] == "合计"
    assert int(total[-1]) == sum(map(int, total[1:-1])) == 3511
    half = line.json(*argv[:2], "--month", "6", "--analysis", "--output", tmp_path / "half.json")["appendix"]
    assert "2023年1月至6月收到的" in half["texts"][0]
    assert half["tables"][-1]["caption"] == "与2022年同期比较"
    assert int(half["tables"][0]["rows"][-1][-1]) < 3511
    assert line.run(*argv, tmp_path / "a.json", "--source", "hub").code == 2
    assert line.run(*argv, tmp_path / "a.docx").code == 0
    assert line.bare("check-report", tmp_path / "a.docx", "--json").json == {"violations": []}


@pytest.mark.slow
@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_the_first_year_comes_back_with_every_number(
    line: CommandLine, tmp_path: Path, ending: str, capsys: pytest.CaptureFixture[str]
) -> None:
    write = csv_of if ending == "csv" else xlsx_of
    took = {}
    for kind, rows in first_year_rows().items():
        path = write(tmp_path / f"{kind}.{ending}", rows)
        started = time.perf_counter()
        assert line.json("import", kind, path)["imported"] == len(rows)
        took[kind] = round(time.perf_counter() - started, 1)
    started = time.perf_counter()
    found = line.json("annual", "2008", "--form", "first-year", "--output", tmp_path / "a.json")
    took["annual"] = round(time.perf_counter() - started, 1)
    with capsys.disabled():
        print(f"\nfirst year as {ending}, seconds: {took}")
    wanted = golden("first-year")
    items = found["proactive"]["portal_items"]
    assert items["total"] == wanted["proactive"]["portal_items"]["total"]
    assert [(one["count"], one["share_percent"]) for one in items["by_category"]] == [
        (one["count"], one["share_percent_correct"]) for one in wanted["proactive"]["portal_items"]["by_category"]
    ]
    for name in ("press_conferences", "press_briefings", "media_items"):
        assert found["proactive"][name] == wanted["proactive"][name]
    assert found["windows"] == {"enquiries_and_complaints_person_times": 165695}
    assert (found["applications"]["received"], found["applications"]["answered"]) == (20495, 20495)
    assert found["applications"]["by_unit"]["市工商局"] == 20032
    assert (found["fees_yuan"], found["reviews"]["total"]) == (0, 4)
    assert (found["reviews"]["litigation"], found["reviews"]["reconsideration"]) == (2, 2)
