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


@pytest.mark.parametrize("name", ["gone.json", "gone.xlsx", "gone.docx", "gone.html", "gone.txt", "gone.pdf"])
def test_a_file_that_is_not_there_is_not_called_damaged(line: CommandLine, tmp_path: Path, name: str) -> None:
    sound = GOLDEN / "suqian-2023.json"
    for argv in (("check-report", tmp_path / name), ("check-report", sound, "--last-year", tmp_path / name)):
        said = line.bare(*argv, "--json")
        assert (said.code, said.json["error"]["code"]) == (1, "file_unreadable")
        assert said.json["error"]["message"].startswith(f"找不到文件“{name}”")


def test_a_file_of_another_kind_says_what_can_be_checked(line: CommandLine, tmp_path: Path) -> None:
    (tmp_path / "report.pdf").write_bytes(b"%PDF-1.4")
    assert "docx" in line.bare("check-report", tmp_path / "report.pdf").err


def test_help_and_version_are_told(line: CommandLine) -> None:
    assert line.bare("--version").out.startswith("hallclient ")
    said = line.bare("--help")
    assert said.code == 0
    for command in ("setup", "import", "due", "fee", "close", "annual", "backup", "selfcheck"):
        assert command in said.out
    assert "--today" not in said.out


def test_due_hears_every_act_of_an_application(line: CommandLine, tmp_path: Path) -> None:
    def due(*events: dict[str, object]) -> Any:
        (tmp_path / "e.json").write_text(json.dumps(events), "utf-8")
        return line.bare("due", "--received", "2026-03-02", "--events", tmp_path / "e.json", "--json").json

    stops = {"act": "reasons_demanded", "on": "2026-03-05", "stops_clock": True, "until": "2026-03-20"}
    assert due(stops)["due"] is None
    assert due(stops, {"act": "reasons_given", "on": "2026-03-10", "finding": "reasonable"})["due"] == "2026-04-08"
    later = {"act": "postponed", "on": "2026-03-05", "until": "2026-05-29"}
    assert due(later)["due"] == "2026-05-29"
    asked = {"act": "consultation_sent", "on": "2026-03-09", "id": "a", "party_kind": "co_maker"}
    silent = (asked, {"act": "consultation_received", "on": "2026-03-11", "id": "a"})
    lapsed = due(*silent, {"act": "consultation_lapsed", "on": "2026-04-02", "id": "a"})
    assert (lapsed["due"], lapsed["steps"][-1]["article"]) == ("2026-04-23", "第三十四条")
    replied = {"act": "answered", "on": "2026-03-30", "outcome": "granted"}
    posted = due(replied, {"act": "sent", "on": "2026-03-31", "id": "1", "method": "ems", "reply": True})
    assert (posted["replied_on"], posted["in_time"]) == ("2026-03-31", False)
    again = due(replied, {"act": "reopened", "on": "2026-05-06", "days": 30})
    assert again["counted"] == 30
    assert due({"act": "searched", "on": "2026-03-05"})["due"] == "2026-03-30"


@pytest.mark.parametrize(
    "event",
    [
        {"act": "postponed", "on": "2026-03-05", "until": "May"},
        {"act": "answered", "on": "2026-03-05", "outcome": "lost"},
        {"act": "consultation_sent", "on": "2026-03-05", "party_kind": "neighbour"},
        {"act": "reasons_demanded", "on": "2026-03-05", "stops_clock": "perhaps"},
        {"act": "extended", "on": "2026-03-05", "length": 5},
    ],
)
def test_an_event_nobody_can_read_is_refused_by_row_and_key(
    line: CommandLine, tmp_path: Path, event: dict[str, object]
) -> None:
    (tmp_path / "e.json").write_text(json.dumps([event]), "utf-8")
    done = line.bare("due", "--received", "2026-03-02", "--events", tmp_path / "e.json", "--json")
    assert done.code == 1
    assert done.json["error"]["code"] == "event_unreadable"
