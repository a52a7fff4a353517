"""``sync``, ``hub`` and ``annual --source hub``: the contract's words, exit codes, and no password anywhere."""

import json
from datetime import date, timedelta
from pathlib import Path

import pytest

from hallclient import wiring
from hallclient.domain.register.enquiry import EnquiryDraft
from hallclient.hub import admin
from hallclient.hub.database import open_hub
from tests.cli.command_line import CommandLine
from tests.hall import Clock, open_hall
from tests.hub.windows import ReportingWindow


@pytest.fixture
def url(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path}/hub.sqlite"


@pytest.fixture
def today(line: CommandLine) -> date:
    """Today, closed, with a visit of three persons."""
    now = wiring.wall_clock()
    with open_hall(line.data, now=Clock(now)) as hall:
        hall.reception.register(EnquiryDraft(content="问", persons=3), by=hall.clerk)
        hall.closing.close(now.date(), by=hall.clerk)
    return now.date()


@pytest.fixture
def enrolled(line: CommandLine, url: str) -> str:
    assert line.json("hub", "init", "--hub", url) == {"hub": url}
    made = line.json("hub", "enrol", "W01", "--unit", "市民政局", "--hub", url)
    assert made == {"window": "SL01-W01", "login": "", "password": ""}
    return url


def test_a_day_goes_out_is_seen_by_the_office_and_comes_back_as_the_year(
    line: CommandLine, enrolled: str, today: date, tmp_path: Path
) -> None:
    sent = line.json("sync", "--hub", enrolled)
    assert (sent["sent"], sent["accepted"], sent["waiting"], sent["packets"]) == (1, 1, 0, [])

    status = line.json("hub", "status", "--hub", enrolled, "--window", "W01")
    assert set(status) == {
        *("from", "to", "units", "windows", "alarms", "enquiries_untold", "unusual", "unchecked", "kept_aside"),
        *("branches", "days"),
    }
    (window,) = status["windows"]
    assert (window["window"], window["unit"], window["newest"]) == ("SL01-W01", "市民政局", today.isoformat())
    assert window["on_time"] + window["extra"] == 1
    ours, theirs = tmp_path / "ours.json", tmp_path / "theirs.json"
    for source, path in (("store", ours), ("hub", theirs)):
        said = line.run("annual", today.year, "--form", "first-year", "--source", source, "--output", path)
        assert said.code == 0, said
    assert ours.read_bytes() == theirs.read_bytes()
    persons = json.loads(theirs.read_text("utf-8"))["windows"]["enquiries_and_complaints_person_times"]
    assert persons == 3
    assert line.json("sync")["sent"] == 0, "the address is remembered, the packet is not sent twice"


def test_a_year_that_is_not_complete_says_which_windows_and_days_are_missing(
    line: CommandLine, enrolled: str, today: date, tmp_path: Path
) -> None:
    line.json("sync", "--hub", enrolled)
    hub = open_hub(enrolled)
    admin.enrol(
        hub, "SL01-W02", ReportingWindow("SL01-W02").public_key, "市教育局", by="周主任", since=date(2026, 3, 2)
    )
    hub.close()
    said = line.run("annual", 2026, "--month", 3, "--source", "hub", "--output", tmp_path / "y.json")

    assert said.code == 0
    assert "中心库还缺 22 个窗口日的数据" in said.err
    assert "SL01-W02  2026-03-02、2026-03-03、" in said.err
    assert "等 22 日" in said.err
    assert "SL01-W01" not in said.err


def test_the_stick_goes_there_and_back(line: CommandLine, enrolled: str, today: date, tmp_path: Path) -> None:
    usb = tmp_path / "usb"
    written = line.json("sync", "--to", usb)
    assert [Path(name).name for name in written["files"]] == [f"SL01-W01_day_{today}_z1_r1.packet.json"]
    assert [(one["state"], one["next_at"]) for one in written["packets"]] == [("sent", None)]
    assert (written["waiting"], written["next_at"]) == (1, None)
    assert written["without_pdf"] == []
    assert "--hub 未使用" in line.run("sync", "--to", usb, "--hub", enrolled).err
    received = line.json("sync", "--receive", usb, "--hub", enrolled)
    assert (received["received"], received["accepted"], received["held_already"]) == (1, 1, 0)
    assert line.json("sync", "--to", usb)["packets"] == [], "the receipt came back with the stick"
    assert line.json("sync", "--receive", usb, "--hub", enrolled)["held_already"] == 1


def test_a_locked_day_comes_back_with_its_reason_until_an_exception_is_granted(
    line: CommandLine, enrolled: str, today: date
) -> None:
    period = ("--from", today, "--to", today)
    line.json("hub", "lock", "--hub", enrolled, *period, "--reason", "已汇总")
    sent = line.json("sync", "--hub", enrolled)
    assert (sent["returned"], sent["packets"][0]["state"]) == (1, "returned")
    assert "已汇总" in sent["packets"][0]["reason"]

    until = today + timedelta(days=3)
    granted = line.json("hub", "exception", "W01", "--hub", enrolled, *period, "--until", until, "--reason", "停电")
    assert granted == {
        "window": "SL01-W01",
        "from": today.isoformat(),
        "to": today.isoformat(),
        "until": until.isoformat(),
        "reason": "停电",
    }
    assert line.json("hub", "status", "--hub", enrolled)["windows"][0]["newest"] == today.isoformat()


def test_no_hub_is_a_refusal_and_a_hub_away_is_the_world(
    line: CommandLine, today: date, url: str, tmp_path: Path
) -> None:
    unset = line.run("sync", "--json")
    assert (unset.code, unset.json["error"]["code"]) == (1, "hub_not_set")
    empty = line.run("sync", "--hub", url, "--json")
    assert (empty.code, empty.json["error"]["code"], empty.json["waiting"]) == (3, "hub_not_ready", 1)
    away = line.run("sync", "--hub", "postgresql+psycopg://w@127.0.0.1:1/hub", "--json")
    assert (away.code, away.json["sent"]) == (3, 0)
    assert line.json("tally", "--from", today, "--to", today)["lines"], "the counter goes on"


@pytest.mark.parametrize(
    ("address", "code"),
    [
        ("postgresql+psycopg://w:secret@localhost/hub", "hub_url_has_password"),
        ("postgresql+psycopg://w@hub.example/hub", "hub_needs_tls"),
        ("mysql://w@localhost/hub", "hub_url_wrong"),
    ],
)
def test_an_unsafe_address_is_refused_before_anything_is_sent(
    line: CommandLine, today: date, address: str, code: str
) -> None:
    for command in (("sync",), ("hub", "init"), ("hub", "status")):
        said = line.run(*command, "--hub", address, "--json")
        assert (said.code, said.json["error"]["code"]) == (1, code)
        assert "secret" not in said.out + said.err.replace(address, "")
    assert not [path for path in line.data.iterdir() if b"secret" in path.read_bytes()]


def test_a_windows_key_is_shown_for_the_office_to_enter(line: CommandLine, enrolled: str) -> None:
    key = line.json("hub", "key")
    assert key["window"] == "SL01-W01"
    assert line.json("hub", "key") == key
    taken = line.run("hub", "enrol", "W02", "--key", key["public_key"], "--hub", enrolled, "--json")
    assert (taken.code, taken.json["error"]["code"]) == (1, "window_key_taken")
    own = ReportingWindow("SL01-W02").public_key
    other = line.json("hub", "enrol", "W02", "--key", own, "--hub", enrolled, "--since", "2026-03-02")
    assert other["window"] == "SL01-W02"
    wrong = line.run("hub", "enrol", "W03", "--hub", enrolled, "--json")
    assert (wrong.code, wrong.json["error"]["code"]) == (1, "window_key_wrong")


def test_a_revoked_window_is_kept_aside(line: CommandLine, enrolled: str, today: date) -> None:
    line.json("hub", "revoke", "W01", "--hub", enrolled)
    assert line.json("sync", "--hub", enrolled)["returned"] == 1
    status = line.json("hub", "status", "--hub", enrolled)
    assert [one["window"] for one in status["kept_aside"]] == ["SL01-W01"]
    assert status["windows"][0]["revoked"]


def test_a_leave_to_go_on_is_listed_until_it_is_taken_back(line: CommandLine, enrolled: str, today: date) -> None:
    line.json("hub", "branch", "W01", "--reason", "来电", "--hub", enrolled)
    [leave] = line.json("hub", "status", "--hub", enrolled)["branches"]
    assert (leave["window"], leave["reason"], leave["at"][:10]) == ("SL01-W01", "来电", today.isoformat())
    said = line.run("hub", "status", "--hub", enrolled).out
    assert all(word in said for word in ("还没有用到", "来电", today.isoformat()))
    assert line.json("hub", "branch", "W01", "--withdraw", "--reason", "误会", "--hub", enrolled)["withdrawn"]
    assert line.json("hub", "status", "--hub", enrolled)["branches"] == []
    again = line.run("hub", "branch", "W01", "--withdraw", "--reason", "误会", "--hub", enrolled, "--json")
    assert (again.code, again.json["error"]["code"]) == (1, "hub_no_branch")


def test_a_wrong_command_is_wrong_usage(line: CommandLine, tmp_path: Path) -> None:
    assert line.run("hub").code == 2
    assert line.run("hub", "rule").code == 2
    assert line.run("hub", "exception", "W01", "--from", "2026-03-02").code == 2
    assert line.run("sync", "--to", tmp_path, "--receive", tmp_path).code == 2


def test_a_practice_store_sends_nothing(line: CommandLine, tmp_path: Path, url: str) -> None:
    line.data = tmp_path / "practice"
    setup = ("setup", "--agency", "示例局", "--agency-code", "SL01", "--window", "W01", "--practice")
    assert line.run(*setup).code == 0
    for command in (("sync", "--hub", url), ("sync", "--to", tmp_path), ("hub", "init", "--hub", url), ("hub", "key")):
        said = line.run(*command, "--json")
        assert (said.code, said.json["error"]["code"]) == (1, "practice_cannot_send"), command
