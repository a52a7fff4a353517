"""What do a full disk, a locked file, a restarted server and an older hub do? Nothing is half, and it goes on after."""

import json
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from datetime import date, datetime, timedelta
from pathlib import Path

import psycopg
import pytest
from alembic import command
from alembic.config import Config

from hallclient.domain.figures.delivery import SealedPacket, Verdict, envelope
from hallclient.foundation.trouble import DiskFull, FolderNotWritable
from hallclient.hub import admin, database, folder, read
from hallclient.hub.addresses import HubFileNotLocal
from hallclient.hub.database import HubDatabase, HubDiskFull, HubNotReady, HubUnreachable, open_hub
from hallclient.hub.deliver import deliver
from tests.full_disk import room
from tests.hub.conftest import Place
from tests.hub.postgres import Cluster
from tests.hub.windows import ReportingWindow

MONDAY = date(2026, 3, 2)
FIRST, UNTIL = date(2026, 1, 1), date(2027, 1, 1)


@pytest.fixture
def long() -> tuple[ReportingWindow, list[SealedPacket]]:
    """Three days, the last of them too long for what is left on the stick."""
    window = ReportingWindow()
    sent = [window.close(MONDAY + timedelta(number), {"enquiries.persons": 1}) for number in range(2)]
    many = {f"fees.yuan.part.{number:06d}": number + 1 for number in range(20_000)}
    return window, [*sent, window.close(MONDAY + timedelta(2), many)]


def test_a_stick_that_fills_up_holds_whole_files_only(
    tmp_path: Path, long: tuple[ReportingWindow, list[SealedPacket]]
) -> None:
    _, sent = long
    (tmp_path / "letter.docx").write_bytes(b"somebody else's")
    [old] = folder.drop(tmp_path, sent[:1])
    with room(100_000), pytest.raises(DiskFull):
        folder.drop(tmp_path, sent)

    assert old.read_bytes() == envelope(sent[0])
    assert [found for _, found in folder.pick_up(tmp_path)] == sent[:2]
    assert len(list(tmp_path.iterdir())) == 3, "nothing half written lies about"
    folder.drop(tmp_path, sent)
    assert [found for _, found in folder.pick_up(tmp_path)] == sent


def test_a_stick_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    window = ReportingWindow()
    sent = [window.close(MONDAY, {})]
    with pytest.raises(FolderNotWritable):
        folder.drop(Path("/proc/self/hall"), sent)  # whoever runs the tests may not write there
    (tmp_path / "stick").write_text("no folder")
    with pytest.raises(FolderNotWritable):
        folder.drop(tmp_path / "stick", sent)


def test_a_link_on_the_stick_leads_no_write_elsewhere(tmp_path: Path) -> None:
    window, outside = ReportingWindow(), tmp_path / "outside"
    packet = window.close(MONDAY, {})
    outside.write_bytes(b"precious")
    stick = tmp_path / "stick"
    stick.mkdir()
    name = f"{packet.name}{folder.ENDING}"
    (stick / name).symlink_to(outside)
    [path] = folder.drop(stick, [packet])
    assert (outside.read_bytes(), path.name != name) == (b"precious", True)
    (stick / name).unlink()
    (stick / name).symlink_to(tmp_path / "nowhere")
    [path] = folder.drop(stick, [packet])
    assert (path.name, path.is_symlink(), (tmp_path / "nowhere").exists()) == (name, False, False)


def test_a_link_or_a_name_on_the_stick_reads_nothing_and_leads_nowhere(tmp_path: Path) -> None:
    stick, secret = tmp_path / "stick", tmp_path / "secret"
    stick.mkdir()
    secret.write_text('{"form": 1, "window": "hidden"}')
    (stick / f"link{folder.ENDING}").symlink_to(secret)
    (stick / f"loop{folder.ENDING}").symlink_to(stick / f"loop{folder.ENDING}")
    true = ReportingWindow().close(MONDAY, {})
    for number, name in enumerate(
        ("../../SL01-W01", "/etc/SL01-W01", "SL01-W01/..", "..\\W01", "SL01-W01\n", "", "CON")
    ):
        text = envelope(true).replace(b'"window":"SL01-W01"', b'"window":' + json.dumps(name).encode())
        (stick / f"name{number}{folder.ENDING}").write_bytes(text)
    kind = envelope(true).replace(b'"kind":"day"', b'"kind":"../day"')
    (stick / f"kind{folder.ENDING}").write_bytes(kind)

    found = [one for _, one in folder.pick_up(stick)]
    assert len(found) == 9
    assert set(found) == {folder.NotAPacket("form")}


def test_a_hub_that_finds_no_room_leaves_nothing_behind_and_what_was_there(tmp_path: Path) -> None:
    path = tmp_path / "hub.sqlite"
    with closing(open_hub(f"sqlite:///{path}")) as hub:
        with room(20_000), pytest.raises(HubUnreachable):
            admin.init(hub)
        assert [*tmp_path.iterdir()] == []
        admin.init(hub)
    window = ReportingWindow()
    with closing(open_hub(f"sqlite:///{path}")) as hub:
        admin.enrol(hub, window.name, window.public_key, window.unit)
        with room(path.stat().st_size - 1), suppress(HubUnreachable):
            admin.init(hub)
        assert [one.window for one in read.enrolled(hub)] == [window.name]


def test_a_full_disk_of_a_hubs_file_loses_nothing_and_leaves_nothing_half(
    file: Place, long: tuple[ReportingWindow, list[SealedPacket]]
) -> None:
    window, sent = long
    file.enrol(window)
    deliver(file.hub, sent[:1])
    path = Path(file.hub.engine.url.database or "")
    with room(path.stat().st_size + 100_000), pytest.raises(HubUnreachable):
        deliver(file.hub, sent)
    assert [kept.packet for kept in read.history(file.hub, window.name, MONDAY)] == sent[:1]
    assert read.totals(file.hub, FIRST, UNTIL) == {"enquiries.persons": 1}
    assert read.head(file.hub, window.name) == sent[0].sha256

    deliver(file.hub, sent)
    assert read.head(file.hub, window.name) == sent[2].sha256
    with closing(sqlite3.connect(path)) as line:
        assert line.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_a_full_disk_of_the_server_loses_nothing_and_leaves_nothing_half(
    server: Place, cluster: Cluster, long: tuple[ReportingWindow, list[SealedPacket]]
) -> None:
    window, sent = long
    server.enrol(window)
    server.send(window, sent[:1])
    own = server.as_window(window)
    with own.reading() as tx:
        pid = tx.exec_driver_sql("SELECT pg_backend_pid()").scalar_one()
    cluster.fill(pid)
    with pytest.raises(HubUnreachable):
        deliver(own, sent)
    assert [kept.packet for kept in read.history(server.hub, window.name, MONDAY)] == sent[:1]
    assert read.unchecked(server.hub) == 0

    assert {told.verdict for told in deliver(own, sent)} <= {Verdict.RECEIVED, Verdict.HELD_ALREADY}
    assert read.unchecked(server.hub) == 2


def test_a_full_disk_under_a_hubs_file_is_called_so(file: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    """SQLite itself says that it cannot open a file, and the clerk would look for the network."""
    window = ReportingWindow()
    file.enrol(window)
    told = shutil.disk_usage(Path("/"))
    monkeypatch.setattr(shutil, "disk_usage", lambda _path: told._replace(free=4096))
    with room(0), pytest.raises(HubDiskFull):
        deliver(file.hub, [window.close(MONDAY, {})])


@pytest.mark.parametrize("how", ["IMMEDIATE", "EXCLUSIVE"])
def test_a_hubs_file_another_program_holds_is_away_for_a_while(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, how: str
) -> None:
    monkeypatch.setattr(database, "BUSY", 50)
    window = ReportingWindow()
    hub = open_hub(f"sqlite:///{tmp_path}/hub.sqlite", now=lambda: datetime(2026, 3, 2, 18))
    admin.init(hub)
    admin.enrol(hub, window.name, window.public_key, window.unit)
    with closing(sqlite3.connect(tmp_path / "hub.sqlite", isolation_level=None)) as other:
        other.execute(f"BEGIN {how}")
        with pytest.raises(HubUnreachable):
            deliver(hub, [window.close(MONDAY, {"enquiries.persons": 1})])
        other.execute("ROLLBACK")
    assert [told.verdict for told in deliver(hub, window.sent)] == [Verdict.ACCEPTED]
    hub.close()


def test_a_server_that_restarts_in_the_middle_of_a_round_is_asked_again(server: Place, cluster: Cluster) -> None:
    window = ReportingWindow()
    server.enrol(window)
    own = server.as_window(window)
    sent = [window.close(MONDAY + timedelta(number), {"enquiries.persons": 1}) for number in range(3)]
    deliver(own, sent[:1])
    with pytest.raises(HubUnreachable), own.writing() as tx:
        tx.exec_driver_sql("SELECT 1")
        cluster.restart()
        tx.exec_driver_sql("SELECT 1")
    deliver(own, sent)
    server.hub.close()
    server.send(window, sent)

    assert read.totals(server.hub, FIRST, UNTIL) == {"enquiries.persons": 3}


def test_the_servers_own_zone_moves_no_day(server: Place) -> None:
    """A server in St John's: what came at 17:35 in the hall came then, whatever the server and the login are set to."""
    window = ReportingWindow()
    server.enrol(window)
    with server.hub.writing() as tx:
        name = tx.exec_driver_sql("SELECT current_database()").scalar_one()
        tx.exec_driver_sql(f"ALTER DATABASE {name} SET timezone = 'America/St_Johns'")
        tx.exec_driver_sql("ALTER ROLE w_sl01_w01 SET timezone = 'Pacific/Auckland'")
        tx.exec_driver_sql("ALTER ROLE w_sl01_w01 SET datestyle = 'German, DMY'")
    deliver(server.as_window(window), [window.close(MONDAY, {})])
    known = server.credentials[window.name]
    url = server.url.replace("+psycopg", "").replace("USER", known.login)
    with psycopg.connect(url, password=known.password) as line:
        row = line.execute("SELECT now() AT TIME ZONE 'Asia/Shanghai' - received_at FROM hall.packets").fetchone()

    assert row is not None
    assert timedelta(0) <= row[0] < timedelta(minutes=5)


def _older(hub: HubDatabase) -> None:
    """Build what the first release built."""
    original = command.upgrade

    def first(config: Config, revision: str) -> None:
        original(config, "0001")

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(command, "upgrade", first)
        admin.init(hub)


@pytest.fixture(params=["server", "file"])
def older(request: pytest.FixtureRequest, cluster: Cluster, tmp_path: Path) -> Iterator[Callable[[], HubDatabase]]:
    opened: list[HubDatabase] = []
    url = f"sqlite:///{tmp_path}/old.sqlite"
    if request.param == "server":
        with psycopg.connect(cluster.dsn("postgres"), autocommit=True) as line:
            line.execute("DROP DATABASE IF EXISTS older WITH (FORCE)")
            line.execute("CREATE DATABASE older")
        url = cluster.url("older")

    def opener() -> HubDatabase:
        opened.append(open_hub(url, now=lambda: datetime(2026, 3, 2, 18)))
        return opened[-1]

    _older(opener())
    yield opener
    for one in opened:
        one.close()


def test_a_hub_of_the_first_release_is_upgraded_with_all_it_holds(older: Callable[[], HubDatabase]) -> None:
    window = ReportingWindow()
    hub = older()
    with pytest.raises(HubNotReady):
        read.enrolled(hub)
    with pytest.MonkeyPatch.context() as patch:  # as the first release did
        patch.setattr(database, "REVISION", "0001")
        admin.enrol(hub, window.name, window.public_key, window.unit)
        deliver(hub, [window.close(MONDAY, {"enquiries.persons": 80})])
    admin.init(hub)
    hub = older()

    assert read.totals(hub, FIRST, UNTIL) == {"enquiries.persons": 80}
    deliver(hub, [window.close(MONDAY + timedelta(1), {"enquiries.persons": 1})])
    assert read.totals(hub, FIRST, UNTIL) == {"enquiries.persons": 81}


@pytest.mark.parametrize("where", ["share", "共享 盘"])
def test_a_hubs_file_on_a_network_folder_is_refused_by_whatever_path(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, where: str
) -> None:
    share = tmp_path / where
    share.mkdir()
    (tmp_path / "link").symlink_to(share)
    told = str(share).replace(" ", "\\040")  # as the kernel writes a space
    mounts = f"tmpfs / tmpfs rw 0 0\n//server/share {told} cifs rw 0 0\n"
    original = Path.read_text
    monkeypatch.setattr(
        Path, "read_text", lambda self, *a, **k: mounts if str(self) == "/proc/mounts" else original(self, *a, **k)
    )
    for path in (share / "hub.sqlite", tmp_path / "link" / "hub.sqlite", share / ".." / where / "hub.sqlite"):
        with pytest.raises(HubFileNotLocal):
            open_hub(f"sqlite:///{path}")
    open_hub(f"sqlite:///{tmp_path}/hub.sqlite").close()
