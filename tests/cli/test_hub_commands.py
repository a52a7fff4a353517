"""Every form of ``sync`` and ``hub``, right and odd: its exit code, one document, a sentence, never a traceback."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from hallclient import wiring
from hallclient.domain.figures.delivery import envelope
from hallclient.foundation import credentials, files
from hallclient.hub import folder
from tests.cli.command_line import CommandLine, Said
from tests.full_disk import room
from tests.hall import PASSWORD, USER, Clock, open_hall
from tests.hub.postgres import Cluster, start
from tests.hub.windows import ReportingWindow

DAY = date(2026, 3, 2)
PERIOD = ("--from", "2026-03-02", "--to", "2026-03-02")


@pytest.fixture
def closed(line: CommandLine) -> date:
    """Today, closed, with nothing to tell."""
    now = wiring.wall_clock()
    with open_hall(line.data, now=Clock(now)) as hall:
        hall.closing.close(now.date(), by=hall.clerk)
    return now.date()


@pytest.fixture
def url(tmp_path: Path, line: CommandLine) -> str:
    made = f"sqlite:///{tmp_path}/hub.sqlite"
    line.json("hub", "init", "--hub", made)
    return made


def checked(said: Said) -> dict[str, Any]:
    """Return the one document on stdout, after looking at the form of the answer."""
    document: dict[str, Any] = json.loads(said.out)
    assert "Traceback" not in said.err
    if said.code:
        error = document["error"]
        assert set(error) == {"code", "message", "rows"}
        assert not error["message"].isascii()
        assert error["message"] in said.err
    return document


ODD: list[tuple[int, str, tuple[str, ...]]] = [
    (2, "usage", ("hub", "init")),
    (2, "usage", ("hub", "status")),
    (2, "usage", ("hub", "enrol", "W01")),
    (2, "usage", ("hub", "revoke", "W01")),
    (2, "usage", ("hub", "numbers")),
    (2, "usage", ("hub",)),
    (2, "usage", ("hub", "burn")),
    (2, "usage", ("hub", "enrol")),
    (2, "usage", ("hub", "revoke", "--hub", "URL")),
    (2, "usage", ("hub", "lock", *PERIOD, "--hub", "URL")),
    (2, "usage", ("hub", "exception", "W01", *PERIOD, "--hub", "URL")),
    (2, "usage", ("hub", "exception", "W01", *PERIOD, "--until", "2026-04-01", "--hub", "URL")),
    (2, "usage", ("sync", "folder")),
    (2, "usage", ("sync", "--hub")),
    (2, "usage", ("sync", "--to")),
    (2, "usage", ("sync", "--to", "STICK", "--receive", "STICK")),
    (1, "hub_not_set", ("sync",)),
    (1, "hub_not_set", ("sync", "--hub", "")),
    (1, "hub_not_set", ("sync", "--receive", "STICK")),
    (1, "file_unreadable", ("sync", "--receive", "STICK/nowhere", "--hub", "URL")),
    (1, "file_unreadable", ("sync", "--receive", "STICK/file", "--hub", "URL")),
    (3, "folder_not_writable", ("sync", "--to", "STICK/file")),
    (3, "folder_not_writable", ("sync", "--to", "/proc/self/hall")),
    (1, "hub_url_wrong", ("sync", "--hub", "hub.example")),
    (1, "hub_url_wrong", ("hub", "status", "--hub", "postgresql://w@localhost/hub")),
    (3, "hub_not_ready", ("sync", "--hub", "sqlite:////nowhere/hub.sqlite")),
    (3, "hub_not_ready", ("hub", "status", "--hub", "sqlite:////nowhere/hub.sqlite")),
    (1, "hub_folder_missing", ("hub", "init", "--hub", "sqlite:////nowhere/hub.sqlite")),
    (1, "hub_file_foreign", ("hub", "init", "--hub", "sqlite:///STICK")),
    (1, "hub_file_foreign", ("hub", "init", "--hub", "sqlite:///STICK/file")),
    (3, "hub_unreachable", ("sync", "--hub", "postgresql+psycopg://w@127.0.0.1:1/hub")),
    (3, "hub_unreachable", ("hub", "status", "--hub", "postgresql+psycopg://w@127.0.0.1:1/hub")),
    (1, "window_name_wrong", ("hub", "enrol", "W0３", "--key", "KEY", "--hub", "URL")),
    (1, "window_name_wrong", ("hub", "enrol", 'W03"; DROP ROLE hall; --', "--key", "KEY", "--hub", "URL")),
    (1, "window_key_wrong", ("hub", "enrol", "W03", "--key", "AAAA", "--hub", "URL")),
    (1, "window_key_wrong", ("hub", "enrol", "W03", "--hub", "URL")),
    (1, "office_name_wrong", ("hub", "enrol", "Zhou; --", "--person", "--hub", "URL")),
    (1, "date_impossible", ("hub", "enrol", "W03", "--key", "KEY", "--since", "2026-02-30", "--hub", "URL")),
    (1, "window_unknown", ("hub", "revoke", "W09", "--hub", "URL")),
    (1, "window_unknown", ("hub", "branch", "W09", "--reason", "换机", "--hub", "URL")),
    (
        1,
        "window_unknown",
        ("hub", "exception", "W09", *PERIOD, "--until", "2199-01-01", "--reason", "x", "--hub", "URL"),
    ),
    (1, "hub_reason_missing", ("hub", "lock", *PERIOD, "--reason", " ", "--hub", "URL")),
    (
        1,
        "period_reversed",
        ("hub", "lock", "--from", "2026-03-02", "--to", "2026-03-01", "--reason", "x", "--hub", "URL"),
    ),
    (1, "date_impossible", ("hub", "status", "--from", "3月2日", "--to", "2026-03-01", "--hub", "URL")),
    (1, "date_impossible", ("hub", "status", "--from", "２０２６-03-02", "--to", "2026-03-01", "--hub", "URL")),
]


def test_an_odd_command_gets_its_exit_code_and_a_sentence(line: CommandLine, closed: date, tmp_path: Path) -> None:
    url, stick = f"sqlite:///{tmp_path}/hub.sqlite", tmp_path / "stick"
    stick.mkdir()
    (stick / "file").write_text("nobody's")
    given = {"URL": url, "KEY": ReportingWindow("SL01-W03").public_key}
    line.json("hub", "init", "--hub", url)
    answers = []
    for _, _, command in ODD:
        said = line.run(*(given.get(word, word.replace("STICK", str(stick))) for word in command), "--json")
        answers.append((said.code, checked(said).get("error", {}).get("code", ""), command))

    assert answers == ODD
    assert (stick / "file").read_text() == "nobody's"
    assert line.json("sync", "--to", tmp_path / "after")["packets"][0]["state"] == "sent", "nothing is lost by it"


def test_an_address_nobody_answered_at_is_not_remembered(line: CommandLine, url: str, tmp_path: Path) -> None:
    """With nothing to send, nobody is asked: a slip of the pen must not become this machine's hub."""
    assert line.json("sync", "--hub", "sqlite:////nowhere/hub.sqlite")["sent"] == 0
    assert checked(line.run("sync", "--json"))["error"]["code"] == "hub_not_set"


def test_the_documents_have_the_keys_of_the_contract(line: CommandLine, closed: date, url: str, tmp_path: Path) -> None:
    line.json("hub", "enrol", "W01", "--unit", "市民政局", "--hub", url)
    sending = {"sent", "accepted", "returned", "waiting", "next_at", "packets"}
    packet = {"kind", "business_date", "z_number", "revision", "state", "reason", "attempts", "next_at"}
    written = line.json("sync", "--to", tmp_path / "stick")
    assert (set(written), set(written["packets"][0])) == (sending | {"files", "without_pdf"}, packet)
    received = line.json("sync", "--receive", tmp_path / "stick", "--hub", url)
    assert set(received) == {"received", "accepted", "held_already", "packets", "unreadable"}
    assert set(received["packets"][0]) == {
        *("window", "kind", "business_date", "z_number", "revision", "verdict", "reason"),
    }
    assert set(line.json("sync", "--hub", url)) == sending
    status = line.json("hub", "status", "--hub", url, "--window", "W01", "--from", closed, "--to", closed)
    assert set(status) == {
        *("from", "to", "units", "windows", "alarms", "enquiries_untold", "unusual", "unchecked", "kept_aside"),
        *("branches", "days"),
    }
    assert set(status["days"][0]) == {"business_date", "state", "zero", "revision", "received_at"}


def test_sql_in_every_option_stays_text(line: CommandLine, closed: date, url: str) -> None:
    trick = "x'); DROP TABLE packets; -- %s :name {0} \\ \" \n"
    line.json("hub", "enrol", "W01", "--unit", trick, "--hub", url)
    line.json("hub", "lock", *PERIOD, "--reason", trick, "--hub", url)
    line.json("hub", "exception", "W01", *PERIOD, "--until", "2199-01-01", "--reason", trick, "--hub", url)
    line.json("hub", "unlock", *PERIOD, "--reason", trick, "--hub", url)
    line.json("hub", "branch", "W01", "--reason", trick, "--hub", url)
    unknown = checked(line.run("hub", "status", "--window", trick, "--hub", url, "--json"))
    assert unknown["error"]["code"] == "window_unknown"
    assert line.json("hub", "status", "--hub", url)["units"][0]["unit"] == trick
    assert line.json("sync", "--hub", url)["accepted"] == 1


def test_a_stick_leads_no_file_outside_it(line: CommandLine, url: str, tmp_path: Path) -> None:
    stick = tmp_path / "deep" / "stick"
    true = ReportingWindow().close(DAY, {})
    stick.mkdir(parents=True)
    names = ("../../evil", "../evil", f"{tmp_path}/evil", "SL01-W01/../../evil")
    for number, name in enumerate(names):
        packet = replace(true, window=name)
        (stick / f"{number}{folder.ENDING}").write_bytes(envelope(packet))
    before = {path for path in tmp_path.rglob("*") if "data" not in path.parts}
    received = line.json("sync", "--receive", stick, "--hub", url)

    assert (received["received"], len(received["unreadable"])) == (0, len(names))
    made = {path.name for path in tmp_path.rglob("*") if "data" not in path.parts} - {path.name for path in before}
    assert made <= {"hub.sqlite-wal", "hub.sqlite-shm"}


def test_a_stick_nothing_can_be_written_on_still_brings_its_packets(
    line: CommandLine, url: str, tmp_path: Path
) -> None:
    window = ReportingWindow("SL01-W02")
    line.json("hub", "enrol", "W02", "--key", window.public_key, "--hub", url)
    [path] = folder.drop(tmp_path / "stick", [window.close(DAY, {})])
    (path.parent / f"{window.sent[0].name}.receipt.json").mkdir()  # where the receipt would go
    assert line.json("sync", "--receive", tmp_path / "stick", "--hub", url)["accepted"] == 1


def test_a_stick_with_room_for_the_packets_alone_holds_them_whole_and_names_the_pdf_that_is_missing(
    line: CommandLine, url: str, closed: date, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write = files.write

    def small(path: Path, content: bytes) -> None:
        with room(6_000):  # on the stick; the store lies elsewhere
            write(path, content)

    monkeypatch.setattr(files, "write", small)
    said = line.run("sync", "--to", tmp_path / "stick", "--json")
    name = f"SL01-W01_day_{closed}_z1_r1"
    assert (said.code, said.json["sent"], said.json["packets"][0]["state"]) == (0, 1, "sent")
    assert [Path(path).name for path in said.json["without_pdf"]] == [f"{name}.pdf"]
    assert all(word in said.err for word in ("数据包已完整写入", f"{name}.pdf", "再写一次"))
    assert [path.name for path in (tmp_path / "stick").iterdir()] == [f"{name}.packet.json"]
    window = line.json("hub", "key")
    line.json("hub", "enrol", "W01", "--key", window["public_key"], "--hub", url)
    assert line.json("sync", "--receive", tmp_path / "stick", "--hub", url)["accepted"] == 1


Shell = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def shell(line: CommandLine) -> Shell:
    """The program as a script runs it, in a process of its own, with no keyring and no terminal."""

    def run(*argv: object, **environment: str) -> subprocess.CompletedProcess[str]:
        words = ["--data", line.data, "--user", USER, *argv, "--json"]
        return subprocess.run(
            [sys.executable, "-m", "hallclient", *map(str, words)],
            env=os.environ
            | {"HALLCLIENT_PASSWORD": PASSWORD, "PYTHON_KEYRING_BACKEND": "keyring.backends.null.Keyring"}
            | environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
        )

    return run


@pytest.fixture
def cluster() -> Iterator[Cluster]:
    running = start()
    yield running
    running.stop()


@pytest.mark.slow
def test_a_password_comes_by_the_environment_and_is_seen_nowhere(
    cluster: Cluster, line: CommandLine, shell: Shell, closed: date
) -> None:
    admin = cluster.url("postgres")
    shell("hub", "init", "--hub", admin)
    made = json.loads(shell("hub", "enrol", "W01", "--hub", admin).stdout)
    url = cluster.url("postgres", user=made["login"], tcp=True)
    missing, wrong = shell("sync", "--hub", url), shell("sync", "--hub", url, HALLCLIENT_HUB_PASSWORD="falsch")
    assert [said.returncode for said in (missing, wrong)] == [3, 3]
    for said in (missing, wrong):
        assert json.loads(said.stdout)["error"]["code"] == "hub_login_refused"
    sent = shell("sync", "--hub", url, HALLCLIENT_HUB_PASSWORD=made["password"])
    assert (sent.returncode, json.loads(sent.stdout)["sent"]) == (0, 1)
    forbidden = shell("hub", "revoke", "W01", "--hub", url, HALLCLIENT_HUB_PASSWORD=made["password"])
    assert (forbidden.returncode, json.loads(forbidden.stdout)["error"]["code"]) == (3, "hub_forbids")
    again = shell("sync")
    assert again.returncode == 0, "address and password are kept"
    cluster_files = {path.name: path.read_bytes() for path in line.data.rglob("*") if path.is_file()}
    holding = [name for name, content in cluster_files.items() if made["password"].encode() in content]
    assert holding == [credentials.FILE]
    assert (line.data / credentials.FILE).stat().st_mode & 0o077 == 0
    for said in (missing, wrong, sent, forbidden, again):
        assert made["password"] not in said.stdout + said.stderr + " ".join(map(str, said.args))
        assert "falsch" not in said.stdout + said.stderr
        assert "Traceback" not in said.stderr


@pytest.mark.slow
def test_a_server_where_no_hub_can_be_built_is_told_why(cluster: Cluster, line: CommandLine, shell: Shell) -> None:
    home = cluster.url("postgres")
    shell("hub", "init", "--hub", home)
    office = json.loads(shell("hub", "enrol", "zhou", "--person", "--hub", home).stdout)
    his = cluster.url("postgres", user=office["login"], tcp=True)
    told = {}
    for code, url, password in (
        ((1, "hub_database_missing"), cluster.url("没有的库"), ""),
        ((3, "hub_login_refused"), his, "falsch"),
        ((3, "hub_login_refused"), his, ""),
        ((3, "hub_login_refused"), cluster.url("postgres", user="nobody", tcp=True), "falsch"),
        ((3, "hub_forbids"), his, office["password"]),
        ((3, "hub_unreachable"), "postgresql+psycopg://hall@127.0.0.1:1/hub", ""),
    ):
        said = shell("hub", "init", "--hub", url, HALLCLIENT_HUB_PASSWORD=password)
        error = json.loads(said.stdout)["error"]
        assert ((said.returncode, error["code"]), error["message"] in said.stderr) == (code, True)
        told[error["code"]] = error["message"]

    assert len({*told.values()}) == 4
    assert "没有的库" in told["hub_database_missing"]
    assert "密码" in told["hub_login_refused"]
    assert "管理员" in told["hub_forbids"], "who is of the office builds no hub"
