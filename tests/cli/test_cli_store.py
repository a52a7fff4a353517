"""Every command on a store: JSON shapes, exit codes, and nothing half written."""

import re
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from hallclient import wiring
from hallclient.domain.register.enquiry import EnquiryDraft
from hallclient.storage import database
from tests.cli.command_line import CommandLine, sign_in
from tests.hall import PASSWORD, USER, Clock, open_hall
from tests.services.import_files import APPLICATION, ENQUIRY, csv_of, xlsx_of

SETUP = ("setup", "--agency", "示例局", "--agency-code", "SL01", "--window", "W01")


@pytest.fixture
def enquiries(tmp_path: Path) -> Path:
    return csv_of(tmp_path / "e.csv", [ENQUIRY | {"人次": 2, "内容": f"问{n}"} for n in range(3)])


def test_setup_prints_the_recovery_key_once_and_it_opens_the_store(line: CommandLine, tmp_path: Path) -> None:
    line.data = tmp_path / "new"
    said = line.run(*SETUP, "--json")
    assert (said.code, set(said.json)) == (0, {"recovery_key"})
    hall = wiring.open_hall(line.data, user=USER, password=said.json["recovery_key"], recovery=True)
    hall.close()
    again = line.run(*SETUP, "--json")
    assert (again.code, again.json["error"]["code"]) == (1, "store_exists")


@pytest.mark.parametrize(
    ("argv", "password"),
    [
        (("setup", "--agency", "示例局", "--agency-code", "?", "--window", "W01"), PASSWORD),
        (("setup", "--agency", "示例局", "--agency-code", "SL01", "--window", "1"), PASSWORD),
        (SETUP, "short"),
    ],
)
def test_a_setup_that_cannot_be_writes_nothing(
    line: CommandLine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, argv: tuple[str, ...], password: str
) -> None:
    sign_in(monkeypatch, password)
    line.data = tmp_path / "new"
    assert line.run(*argv).code == 1
    assert not line.data.exists()


def test_import_answers_in_the_contracts_shape(line: CommandLine, enquiries: Path) -> None:
    dry = line.json("import", "enquiries", enquiries, "--dry-run")
    assert dry == {"kind": "enquiries", "rows": 3, "imported": 0, "errors": []}
    done = line.json("import", "enquiries", enquiries)
    assert done == {"kind": "enquiries", "rows": 3, "imported": 3, "errors": []}
    again = line.run("import", "enquiries", enquiries, "--json")
    assert (again.code, again.json["error"]["code"]) == (1, "already_imported")


def test_bad_rows_are_all_listed_and_none_is_imported(line: CommandLine, tmp_path: Path) -> None:
    path = csv_of(tmp_path / "e.csv", [ENQUIRY, ENQUIRY | {"类别": "？"}, ENQUIRY | {"时间": "2031-01-01"}])
    said = line.run("import", "enquiries", path, "--json")
    assert (said.code, said.json["rows"], said.json["imported"]) == (1, 3, 0)
    assert [(one["row"], one["column"], one["code"]) for one in said.json["errors"]] == [
        (3, "类别", "unknown_term"),
        (4, "时间", "in_future"),
    ]
    assert all(one["message"] for one in said.json["errors"])
    assert said.json["error"]["rows"] == said.json["errors"]
    assert line.json("tally", "--from", "2023-01-01", "--to", "2023-12-31", "--live")["lines"][0]["value"] == 0


@pytest.mark.parametrize("dry_run", [[], ["--dry-run"]])
def test_unknown_columns_are_named(line: CommandLine, tmp_path: Path, dry_run: list[str]) -> None:
    path = csv_of(tmp_path / "e.csv", [ENQUIRY | {"天气": "晴"}])
    said = line.run("import", "enquiries", path, *dry_run, "--json")
    assert (said.code, said.json["error"]["code"]) == (1, "unknown_columns")
    assert [(one["row"], one["column"], one["code"]) for one in said.json["errors"]] == [(1, "天气", "unknown_column")]


@pytest.mark.parametrize("name", ["torn.xlsx", "gone.csv", "notes.txt"])
def test_a_file_that_cannot_be_read_is_bad_input(line: CommandLine, tmp_path: Path, name: str) -> None:
    whole = xlsx_of(tmp_path / "whole.xlsx", [ENQUIRY]).read_bytes()
    (tmp_path / "torn.xlsx").write_bytes(whole[:700])
    (tmp_path / "notes.txt").write_text("a,b\n")
    said = line.run("import", "enquiries", tmp_path / name, "--json")
    assert (said.code, said.json["error"]["code"]) == (1, "file_unreadable")


def test_close_sheet_and_tally_share_their_shape(line: CommandLine, tmp_path: Path) -> None:
    now = wiring.wall_clock()
    hall = open_hall(line.data, now=Clock(now))
    hall.reception.register(EnquiryDraft(content="问", persons=3), by=hall.clerk)
    hall.close()
    today = now.date().isoformat()
    wanted = {
        "window", "business_date", "z_number", "revision", "lines", "identities", "sha256", "previous_sha256"
    }  # fmt: skip
    interim = line.json("close", today, "--dry-run")
    assert wanted <= set(interim)
    assert interim["z_number"] is None
    closed = line.json("close", today)
    assert (closed["z_number"], closed["revision"], closed["window"]) == (1, 1, "W01")
    assert all(set(one) >= {"code", "label", "unit", "value"} for one in closed["lines"])
    assert all(set(one) >= {"id", "holds", "cells"} for one in closed["identities"])
    for ending in ("json", "csv", "xlsx", "pdf"):
        assert line.run("sheet", today, "--output", tmp_path / f"sheet.{ending}").code == 0
        assert (tmp_path / f"sheet.{ending}").stat().st_size > 500
    tally = line.json("tally", "--from", today, "--to", today)
    assert (wanted - {"business_date"}) | {"from", "to"} <= set(tally)
    values = {one["code"]: one["value"] for one in tally["lines"]}
    assert values["enquiries.persons"] == 3


def test_search_answers_in_the_contracts_shape(line: CommandLine, enquiries: Path) -> None:
    line.run("import", "enquiries", enquiries)
    said = line.json("search", "问1")
    assert set(said) == {"took_ms", "hits"}
    assert [set(hit) for hit in said["hits"]] == [{"kind", "number", "title", "on", "matched"}]
    assert said["hits"][0]["number"] == "SL01-W01-ZH2023-00002"


def test_issue_registers_the_document_and_writes_its_bytes(line: CommandLine, tmp_path: Path) -> None:
    row = APPLICATION | {"收到日期": "2023-03-02"}
    line.run("import", "applications", csv_of(tmp_path / "a.csv", [row]))
    argv = ("issue", "P01", "--application", "SL01-W01-SH2023-00001", "--output", tmp_path / "p.pdf")
    said = line.run(*argv, "--json")
    assert said.code == 0, said
    assert (tmp_path / "p.pdf").read_bytes().startswith(b"%PDF")
    hall = open_hall(line.data)
    (document,) = hall.documents.of_record("SL01-W01-SH2023-00001")
    assert hall.documents.stored(document.id) == (tmp_path / "p.pdf").read_bytes()
    hall.close()


def test_no_document_is_issued_for_a_file_nobody_can_write(line: CommandLine, tmp_path: Path) -> None:
    line.run("import", "applications", csv_of(tmp_path / "a.csv", [APPLICATION]))
    number = "SL01-W01-SH2023-00001"
    said = line.run("issue", "P01", "--application", number, "--output", tmp_path / "gone" / "p.pdf", "--json")
    assert (said.code, said.json["error"]["code"]) == (3, "folder_not_writable")
    hall = open_hall(line.data)
    assert hall.documents.of_record(number) == []
    hall.close()


def test_backup_restore_verify_export_and_selfcheck(line: CommandLine, tmp_path: Path, enquiries: Path) -> None:
    line.run("import", "enquiries", enquiries)
    made = line.json("backup", tmp_path / "x.hallbackup")
    assert Path(made["path"]).stat().st_size == made["bytes"]
    assert line.json("verify")["holds"] is True
    assert line.json("export", tmp_path / "all.zip")["rows"] > 3
    line.data = tmp_path / "new"
    restored = line.json("restore", tmp_path / "x.hallbackup")
    assert restored["fenced"] is True
    assert restored["rows"]["enquiries"] == 3
    findings = {one["check"]: one for one in line.json("selfcheck")["findings"]}
    assert findings["fence"]["state"] == "bad"
    assert all(one["sentence"] for one in findings.values())
    assert all(one["advice"] for one in findings.values() if one["state"] != "ok")


def test_a_restore_says_until_when_and_where_numbering_goes_on(line: CommandLine, tmp_path: Path) -> None:
    line.run("backup", tmp_path / "x.hallbackup")
    line.data = tmp_path / "new"
    said = line.run("restore", tmp_path / "x.hallbackup").out.splitlines()
    assert re.search(r"数据截至 \d{4}-\d\d-\d\d \d\d:\d\d:\d\d$", said[0])
    assert "“设置—恢复后的编号”" in said[1]


def test_restore_with_the_highest_known_numbers_is_not_fenced(line: CommandLine, tmp_path: Path) -> None:
    line.run("backup", tmp_path / "x.hallbackup")
    line.data = tmp_path / "new"
    year = wiring.wall_clock().year
    known: list[object] = ["--known", f"SL01-W01-S{year}-00007", "--known", f"SL01-W01-Z{year}-00009"]
    said = line.run("restore", tmp_path / "x.hallbackup", *known, "--json")
    assert (said.code, said.json["error"]["code"]) == (1, "fence_incomplete")
    assert list(line.data.iterdir()) == []
    known += ["--known", f"SL01-W01-F{year}-00000", "--known", "Z日结:0=0"]
    assert line.json("restore", tmp_path / "x.hallbackup", *known)["fenced"] is False


@pytest.mark.parametrize(
    "argv", [("search", "x"), ("verify",), ("tally", "--from", "2026-01-01", "--to", "2026-01-02")]
)
def test_a_wrong_password_is_refused(line: CommandLine, monkeypatch: pytest.MonkeyPatch, argv: tuple[str, ...]) -> None:
    sign_in(monkeypatch, "not the password 1")
    said = line.run(*argv, "--json")
    assert (said.code, said.json["error"]["code"]) == (1, "wrong_password")


def test_no_user_and_no_password_are_wrong_usage(line: CommandLine, monkeypatch: pytest.MonkeyPatch) -> None:
    assert line.bare("--data", line.data, "search", "x").code == 2
    monkeypatch.delenv("HALLCLIENT_PASSWORD")
    monkeypatch.setattr("sys.stdin.isatty", lambda: False)
    said = line.run("search", "x")
    assert (said.code, said.out) == (2, "")


def test_a_folder_without_a_store_is_the_worlds_no(line: CommandLine, tmp_path: Path) -> None:
    line.data = tmp_path / "empty"
    said = line.run("search", "x", "--json")
    assert (said.code, said.json["error"]["code"]) == (3, "store_missing")
    assert not line.data.exists()


def test_a_store_another_program_holds_is_the_worlds_no(
    line: CommandLine, enquiries: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database, "BUSY", 50)
    hall = open_hall(line.data)
    other = hall.office.database.raw()
    other.execute("BEGIN IMMEDIATE")
    try:
        said = line.run("import", "enquiries", enquiries, "--json")
    finally:
        other.execute("ROLLBACK")
        other.close()
        hall.close()
    assert (said.code, said.json["error"]["code"]) == (3, "store_locked")
    assert line.json("import", "enquiries", enquiries)["imported"] == 3


def test_a_full_disk_leaves_the_register_as_it_was(
    line: CommandLine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    many = csv_of(tmp_path / "many.csv", [ENQUIRY | {"内容": "很长的内容" * 60 + str(n)} for n in range(3000)])
    whole = database._prepare

    def small(connection: Any, *rest: Any) -> None:
        whole(connection, *rest)
        connection.execute("PRAGMA max_page_count = 300")  # SQLite then says that the disk is full

    monkeypatch.setattr(database, "_prepare", small)
    said = line.run("import", "enquiries", many, "--json")
    assert (said.code, said.json["error"]["code"]) == (3, "disk_full")
    monkeypatch.undo()
    sign_in(monkeypatch)
    assert line.json("verify")["rows"]["enquiries"] == 0


def test_a_damaged_store_is_the_worlds_no(line: CommandLine) -> None:
    (line.data / wiring.STORE).write_bytes(b"no store at all" * 1000)
    said = line.run("search", "x", "--json")
    assert (said.code, said.json["error"]["code"]) == (3, "store_damaged")


@pytest.mark.parametrize(
    "argv",
    [
        ("annual", "2023", "--form", "national-2021", "--output", "a.odt"),
        ("annual", "2023", "--form", "national-2021", "--output", "a.pdf", "--template", "t.docx"),
        ("annual", "2023", "--month", "13", "--output", "a.pdf"),
        ("annual", "2023", "--form", "tomorrow", "--output", "a.json"),
        ("sheet", "2026-03-02", "--output", "a.docx"),
        ("issue", "P01", "--application", "x", "--output", "a.txt"),
        ("issue", "P01", "--application", "x", "--output", "a.pdf", "--fact", "nothing"),
        ("export", "a.tar"),
        ("import", "rumours", "a.csv"),
        ("hub", "init"),
    ],
)
def test_wrong_usage_is_exit_2_with_a_sentence(line: CommandLine, argv: tuple[str, ...]) -> None:
    said = line.run(*argv)
    assert (said.code, said.out) == (2, "")
    assert said.err.strip()


@pytest.mark.parametrize(
    "argv",
    [
        ("close", "2026-02-30"),
        ("close", "2999-01-01"),
        ("tally", "--from", "2026-01-02", "--to", "2026-01-01"),
        ("issue", "P01", "--application", "SL01-W01-S2026-99999", "--output", "a.pdf"),
        ("annual", "2023", "--form", "national-2021", "--output", "a.json", "--carried-in", "nowhere.json"),
    ],
)
def test_what_cannot_be_is_exit_1(
    line: CommandLine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, argv: tuple[str, ...]
) -> None:
    monkeypatch.chdir(tmp_path)
    said = line.run(*argv, "--json")
    assert said.code == 1
    assert said.json["error"]["code"]
    assert [path.name for path in tmp_path.iterdir()] == ["data"]


def test_today_is_for_practice_and_import_stores_only(line: CommandLine, enquiries: Path) -> None:
    assert line.run("import", "enquiries", enquiries).code == 0
    assert line.run("--today", "2023-06-30", "close", "2023-06-30", "--dry-run").code == 0
    hall = open_hall(line.data, now=Clock(wiring.wall_clock()))
    hall.reception.register(EnquiryDraft(content="今天"), by=hall.clerk)
    hall.close()
    said = line.run("--today", "2023-06-30", "close", "2023-06-30", "--dry-run", "--json")
    assert (said.code, said.json["error"]["code"]) == (1, "today_not_allowed")


@pytest.mark.parametrize("zone", ["UTC", "America/Los_Angeles", "Pacific/Kiritimati"])
def test_business_time_is_the_halls_whatever_the_machines_zone(monkeypatch: pytest.MonkeyPatch, zone: str) -> None:
    monkeypatch.setenv("TZ", zone)
    time.tzset()
    try:
        hall_time = datetime.now(UTC).replace(tzinfo=None) + timedelta(hours=8)
        assert abs(wiring.wall_clock() - hall_time) < timedelta(seconds=5)
    finally:
        monkeypatch.undo()
        time.tzset()


@pytest.mark.expects_log("command search failed")
def test_a_bug_is_told_and_logged_and_leaves_no_traceback_on_the_screen(
    line: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError("乙某的电话 13812345678")

    monkeypatch.setattr("hallclient.storage.search.find", broken)
    said = line.run("search", "x", "--json")
    assert (said.code, said.json["error"]["code"]) == (70, "bug")
    assert "Traceback" not in said.err
    log = (line.data / "hallclient.log").read_text("utf-8")
    assert "command search failed: ZeroDivisionError" in log
    assert "in broken" in log, "where it happened helps who mends it"
    assert "乙某的电话" not in log.replace('raise ZeroDivisionError("乙某的电话', ""), (
        "what an error says can name a person"
    )
    assert "13812345678" not in log


def test_a_store_of_a_newer_program_is_left_as_it_is(line: CommandLine) -> None:
    hall = open_hall(line.data)
    with hall.office.database.writing() as tx:
        tx.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    hall.close()
    before = (line.data / wiring.STORE).read_bytes()
    said = line.run("search", "x", "--json")
    assert (said.code, said.json["error"]["code"]) == (3, "store_too_new")
    assert (line.data / wiring.STORE).read_bytes() == before


def test_common_options_stand_before_or_after_the_command(line: CommandLine) -> None:
    before = line.bare("--json", "--data", line.data, "--user", USER, "search", "x")
    after = line.bare("search", "x", "--user", USER, "--data", line.data, "--json")
    assert before.json["hits"] == after.json["hits"] == []


@pytest.mark.parametrize(
    "argv", [SETUP, ("backup", "{file}/x.hallbackup"), ("export", "{file}/x.zip"), ("restore", "{backup}")]
)
def test_a_place_nobody_can_write_to_is_the_worlds_no(line: CommandLine, tmp_path: Path, argv: tuple[str, ...]) -> None:
    (tmp_path / "file").write_text("no folder")
    line.run("backup", tmp_path / "x.hallbackup")
    if argv[0] in ("setup", "restore"):
        line.data = tmp_path / "file" / "data"
    said = line.run(*(word.format(file=tmp_path / "file", backup=tmp_path / "x.hallbackup") for word in argv), "--json")
    assert (said.code, said.json["error"]["code"]) == (3, "folder_not_writable")
    assert (tmp_path / "file").read_text() == "no folder"
