"""``due``, ``fee``, ``check-id``, ``check-report``: answers without a store, in the contract's shape."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.cli.command_line import CommandLine
from tests.registers import GOLDEN, golden


def test_due_has_the_contracts_keys(line: CommandLine) -> None:
    said = line.bare("due", "--received", "2026-03-02", "--json").json
    assert set(said) == {"ruleset", "received", "due", "provisional", "counted", "steps", "days"}
    assert (said["ruleset"], said["due"], said["counted"], said["provisional"]) == ("ogi-2019", "2026-03-30", 20, False)
    assert set(said["days"][0]) == {"date", "kind", "counted", "reason"}
    assert set(said["steps"][0]) == {"event", "on", "effect", "article"}
    assert sum(day["counted"] for day in said["days"]) == 20


def test_due_replays_the_events_of_a_file(line: CommandLine, tmp_path: Path) -> None:
    events = [{"act": "correction_requested", "on": "2026-03-04"}, {"act": "corrected", "on": "2026-03-10"}]
    (tmp_path / "e.json").write_text(json.dumps(events), "utf-8")
    assert line.bare("due", "--received", "2026-03-02", "--events", tmp_path / "e.json", "--json").json["due"] == (
        "2026-04-08"
    )


def test_due_follows_the_rule_set_of_the_receipt_date(line: CommandLine) -> None:
    before = line.bare("due", "--received", "2019-05-14", "--json").json
    after = line.bare("due", "--received", "2019-05-15", "--json").json
    assert [(one["ruleset"], one["counted"]) for one in (before, after)] == [("ogi-2007", 15), ("ogi-2019", 20)]


@pytest.mark.parametrize("zone", ["UTC", "America/Los_Angeles", "Pacific/Kiritimati"])
def test_due_is_the_same_in_every_zone_and_loads_neither_store_nor_qt(zone: str) -> None:
    code = (
        "import sys; from hallclient.__main__ import main; rc = main(['due', '--received', '2026-03-02', '--json']);"
        "heavy = {'sqlalchemy', 'PySide6', 'reportlab', 'openpyxl'} & set(sys.modules);"
        "sys.exit(rc or len(heavy))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, env=os.environ | {"TZ": zone}, check=True
    )
    assert json.loads(done.stdout)["due"] == "2026-03-30"


@pytest.mark.parametrize(
    ("option", "count", "yuan"), [("--items", 10, "0.00"), ("--items", 25, "1500.00"), ("--pages", 30, "0.00")]
)
def test_fee_has_the_contracts_shape(line: CommandLine, option: str, count: int, yuan: str) -> None:
    said = line.bare("fee", option, count, "--json").json
    assert (said["basis"], said["count"], said["yuan"]) == (option[2:], count, yuan)
    assert all(set(band) == {"from", "to", "price", "yuan"} for band in said["bands"])


def test_a_negative_count_is_refused(line: CommandLine) -> None:
    said = line.bare("fee", "--items", "-3", "--json")
    assert (said.code, said.json["error"]["code"]) == (1, "fee_count_invalid")


def test_a_number_that_passes_and_one_that_does_not(line: CommandLine) -> None:
    assert line.bare("check-id", "resident_id", "11010519491231002X", "--json").json["valid"] is True
    no = line.bare("check-id", "resident_id", "110101199003070012", "--json")
    assert (no.code, no.json["valid"], no.json["error"]["code"]) == (1, False, "check_digit")
    assert "110101199003070012" not in no.out + no.err


def test_a_balanced_report_has_no_violation(line: CommandLine) -> None:
    said = line.bare("check-report", GOLDEN / "suqian-2023.json", "--json")
    assert (said.code, said.json) == (0, {"violations": []})


def test_a_report_with_one_wrong_cell_names_it(line: CommandLine, tmp_path: Path) -> None:
    report: dict[str, Any] = golden("suqian-2023")
    report["table3"]["rows"][0]["cells"]["natural_person"] += 1
    (tmp_path / "r.json").write_text(json.dumps(report), "utf-8")
    said = line.bare("check-report", tmp_path / "r.json", "--json")
    assert said.code == 1
    assert {one["identity"] for one in said.json["violations"]} == {"R1", "R3"}
    assert all(set(one) == {"identity", "cells", "expected", "found"} for one in said.json["violations"])


@pytest.mark.parametrize(
    ("argv", "code"),
    [
        (["due", "--received", "2026-02-30"], 1),
        (["due", "--received", "2026-03-02", "--events", "nowhere.json"], 1),
        (["due", "--received", "2026-03-02", "--ruleset", "ogi-1999"], 1),
        (["check-report", "nowhere.xlsx"], 1),
        (["due"], 2),
        (["fee"], 2),
        (["fee", "--items", "1", "--pages", "1"], 2),
        (["fee", "--items", "many"], 2),
        (["check-id", "library_card", "1"], 2),
        (["nonsense"], 2),
        (["due", "--received", "2026-03-02", "--colour", "red"], 2),
        (["--lang", "fr", "due", "--received", "2026-03-02"], 2),
    ],
)
def test_what_is_wrong_is_one_sentence_and_an_exit_code(line: CommandLine, argv: list[str], code: int) -> None:
    said = line.bare(*argv)
    assert (said.code, said.out) == (code, "")
    assert said.err.strip()
    assert "Traceback" not in said.err
    spoken = line.bare(*argv, "--json")
    assert spoken.code == code
    assert set(spoken.json["error"]) == {"code", "message", "rows"}


def test_help_and_version_are_told(line: CommandLine) -> None:
    assert line.bare("--version").out.startswith("hallclient ")
    said = line.bare("--help")
    assert said.code == 0
    for command in ("setup", "import", "due", "fee", "close", "annual", "backup", "selfcheck"):
        assert command in said.out
    assert "--today" not in said.out
