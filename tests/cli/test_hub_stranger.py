"""``sync`` and ``hub`` as somebody uses them who has read no more than the contract: slips, second tries, languages."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from sqlalchemy import text

from hallclient import wiring
from hallclient.domain.figures.sending import Pushed
from hallclient.foundation import settings
from hallclient.hub.database import HubDatabase, open_hub
from hallclient.services.hub_door import HubAccess
from hallclient.services.sync import SyncDesk
from tests.cli.command_line import CommandLine
from tests.hall import Clock, open_hall
from tests.hub.windows import ReportingWindow

SENT = ReportingWindow("SL01-W02")


@pytest.fixture
def closed(line: CommandLine) -> date:
    now = wiring.wall_clock()
    with open_hall(line.data, now=Clock(now)) as hall:
        hall.closing.close(now.date(), by=hall.clerk)
    return now.date()


@pytest.fixture
def url(tmp_path: Path, line: CommandLine) -> str:
    made = f"sqlite:///{tmp_path}/hub.sqlite"
    line.json("hub", "init", "--hub", made)
    return made


def known(url: str, window: str) -> tuple[str, str]:
    """Return the unit and the first day the hub has of a window."""
    hub: HubDatabase = open_hub(url)
    with hub.reading() as tx:
        query = text('SELECT unit, since FROM windows WHERE "window" = :window')
        unit, since = tx.execute(query, {"window": window}).one()
    hub.close()
    return unit, str(since)


def test_a_file_named_from_where_one_stands_is_found_from_everywhere(
    line: CommandLine, url: str, closed: date, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    line.json("hub", "enrol", "W01", "--hub", url)
    monkeypatch.chdir(tmp_path)
    assert line.json("sync", "--hub", "sqlite:///hub.sqlite")["accepted"] == 1
    assert settings.load(line.data).hub == url
    monkeypatch.chdir(line.data)
    assert line.run("hub", "status", "--json").code == 0


@pytest.mark.parametrize("option", ["--to", "--receive"])
def test_a_folder_nobody_named_sends_nothing_over_the_network_instead(
    line: CommandLine, url: str, closed: date, option: str
) -> None:
    line.json("hub", "enrol", "W01", "--hub", url)
    said = line.run("sync", option, "", "--hub", url, "--json")
    assert (said.code, said.json["error"]["code"]) == (2, "usage")
    assert line.json("sync", "--hub", url)["sent"] == 1, "it had not been sent"


def test_enrolled_again_a_window_keeps_what_is_not_said_and_takes_what_is(line: CommandLine, url: str) -> None:
    enrol = ("hub", "enrol", "W02", "--key", SENT.public_key, "--hub", url)
    line.json(*enrol, "--unit", "市教育局", "--since", "2026-03-02")
    line.json(*enrol)
    assert known(url, "SL01-W02") == ("市教育局", "2026-03-02")
    line.json(*enrol, "--since", "2026-03-09")
    line.json(*enrol, "--unit", "市民政局")
    assert known(url, "SL01-W02") == ("市民政局", "2026-03-09")
    line.json("hub", "enrol", "W03", "--key", ReportingWindow("SL01-W03").public_key, "--hub", url)
    assert known(url, "SL01-W03")[0] == "示例市政务服务和数据管理局", "a new one belongs to this agency unless said"


def test_the_days_of_a_window_are_listed_for_people_too(line: CommandLine, url: str, closed: date) -> None:
    line.json("hub", "enrol", "W01", "--hub", url, "--since", "2026-03-02")
    line.json("sync", "--hub", url)
    asked = ("hub", "status", "--hub", url, "--window", "W01")
    days = line.run(*asked, "--from", "2026-03-02", "--to", "2026-03-03").out.splitlines()[1:]
    assert days == ["2026-03-02  未报", "2026-03-03  未报"]
    newest = line.run(*asked).out.splitlines()[-1]
    assert newest.startswith(closed.isoformat())
    assert "  零报告  r1  " in newest
    unknown = line.run("hub", "status", "--hub", url, "--window", "W09", "--json")
    assert (unknown.code, unknown.json["error"]["code"]) == (1, "window_unknown")


def test_one_end_of_a_period_reaches_to_today_or_to_the_first_of_its_month(line: CommandLine, url: str) -> None:
    today = wiring.wall_clock().date()

    def span(*argv: str) -> tuple[str, str]:
        status = line.json("hub", "status", "--hub", url, *argv)
        return status["from"], status["to"]

    assert span("--from", "2026-03-09") == ("2026-03-09", today.isoformat())
    assert span("--to", "2026-03-09") == ("2026-03-01", "2026-03-09")
    assert span("--from", "2199-12-01") == ("2199-12-01", "2199-12-01"), "a day to come is asked for by itself"
    assert span() == (today.replace(day=1).isoformat(), today.isoformat())


def test_states_and_reasons_speak_the_language_asked_for(line: CommandLine, closed: date) -> None:
    said = line.run("sync", "--hub", "postgresql+psycopg://w@127.0.0.1:1/hub", "--lang", "en")
    assert said.code == 3
    assert said.err.splitlines()[0] == "No network, or the hub does not answer; sent again by itself later"
    assert "Z1  1  Not sent  No network" in said.err
    assert said.err.isascii()


class Answered:
    """A hub that lets one password in."""

    def __init__(self, password: str) -> None:
        self.password = password

    def __call__(self, desk: SyncDesk, **_: object) -> Pushed:
        url, said = desk.access.given
        let_in = (said or desk.access.password(url)) == self.password
        return Pushed(sent=1, accepted=1) if let_in else Pushed(waiting=1)


def test_the_password_of_a_new_enrolment_takes_the_old_ones_place(
    line: CommandLine, closed: date, monkeypatch: pytest.MonkeyPatch
) -> None:
    url = "postgresql+psycopg://w_sl01_w01@localhost/hub"
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.null.Keyring")

    def sync(let_in: str, said: str = "", *argv: str) -> int:
        hub = Answered(let_in)
        monkeypatch.setattr(SyncDesk, "push_now", lambda desk, **asked: hub(desk, **asked))
        monkeypatch.setenv("HALLCLIENT_HUB_PASSWORD", said)
        found: int = line.json("sync", *argv)["sent"]
        return found

    assert sync("old", "old", "--hub", url) == 1
    assert sync("old") == 1, "kept"
    assert sync("new") == 0
    assert sync("new", "wrong") == 0
    assert sync("new", "new") == 1
    assert sync("new") == 1, "the new one is kept"
    assert sync("other", "other", "--hub", "postgresql+psycopg://w@localhost/other") == 1
    assert settings.load(line.data).hub == url, "another hub, once, is not this machine's hub"


def test_an_address_is_kept_from_the_root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from hallclient.foundation.credentials import Vault

    monkeypatch.chdir(tmp_path)
    access = HubAccess(tmp_path, Vault(tmp_path, keyring=lambda: None))
    for said in ("sqlite:///hub.sqlite", "sqlite:///./hub.sqlite", f"sqlite:///{tmp_path}/hub.sqlite"):
        access.remember(said)
        assert access.kept() == f"sqlite:///{tmp_path}/hub.sqlite"
    server = "postgresql+psycopg://w@hub.example/hub?sslmode=verify-full&sslrootcert=ca.pem"
    access.remember(server)
    assert access.kept() == server


def test_a_lock_lifted_by_one_of_its_days_is_lifted_whole_and_what_it_refused_counts(
    line: CommandLine, url: str, closed: date
) -> None:
    line.json("hub", "enrol", "W01", "--hub", url)
    first, last = closed - timedelta(days=20), closed + timedelta(days=1)
    line.json("hub", "lock", "--from", first, "--to", last, "--reason", "已汇总", "--hub", url)
    assert line.json("sync", "--hub", url)["returned"] == 1
    unlock = ("hub", "unlock", "--from", first, "--to", first, "--reason", "更正", "--hub", url)
    lifted = line.json(*unlock)
    assert lifted["lifted"] == [{"from": first.isoformat(), "to": last.isoformat()}]
    assert line.json("sync", "--hub", url)["accepted"] == 1
    again = line.run(*unlock, "--json")
    assert (again.code, again.json["error"]["code"]) == (1, "hub_not_locked"), "a slip of the pen is told"


def test_a_unit_nobody_knows_gets_no_year_of_zeros(line: CommandLine, url: str, closed: date, tmp_path: Path) -> None:
    line.json("hub", "enrol", "W01", "--hub", url, "--unit", "市民政局")
    line.json("sync", "--hub", url)
    target = tmp_path / "year.json"
    annual = ("annual", closed.year, "--output", target)
    unknown = line.run(*annual, "--source", "hub", "--unit", "市民政", "--json")
    assert (unknown.code, unknown.json["error"]["code"]) == (1, "hub_unit_unknown")
    for option in (("--unit", "市民政局"), ("--hub", url)):
        said = line.run(*annual, *option, "--json")
        assert (said.code, said.json["error"]["code"]) == (2, "usage"), "of this store alone"
    assert not target.exists()
    assert line.run(*annual, "--source", "hub", "--unit", "市民政局").code == 0
    line.json("hub", "enrol", "W01", "--hub", url, "--unit", "市教育局")
    assert line.run(*annual, "--source", "hub", "--unit", "市民政局").code == 0, "its days of before are still its own"
