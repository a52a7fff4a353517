"""What the network, the server and the disk do to a hub, and what becomes of it: Trouble in good time, nothing half."""

import socket
import sqlite3
import threading
import time
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from hallclient.foundation.trouble import FolderNotWritable, Trouble
from hallclient.hub import admin, database, placing, read, reporting
from hallclient.hub.database import HubDatabase, HubForbids, HubNotReady, HubUnreachable, open_hub
from hallclient.hub.deliver import count, deliver
from hallclient.hub.schema import REVISION, metadata
from tests.hub.conftest import Place
from tests.hub.postgres import Cluster, follow
from tests.hub.windows import ReportingWindow

FIRST, SECOND, UNTIL = date(2026, 1, 1), date(2026, 1, 2), date(2027, 1, 1)


def test_the_migrations_build_exactly_the_schema_in_code(place: Place) -> None:
    def ours(thing: object, name: str | None, kind: str, _reflected: bool, _like: object) -> bool:
        if kind == "table":
            return name in metadata.tables
        # What PostgreSQL adds: a partitioned table's key holds the day, a column's default may be the server's own.
        return True

    with place.hub.reading() as tx:
        context = MigrationContext.configure(tx, opts={"include_object": ours})
        found = compare_metadata(context, metadata)
        assert database.revision(tx) == REVISION

    assert found == []


def test_setting_up_twice_changes_nothing(place: Place) -> None:
    window = ReportingWindow()
    place.enrol(window)
    place.send(window, [window.close(FIRST, {"enquiries.persons": 1})])
    admin.init(place.hub)

    assert read.totals(place.hub, FIRST, UNTIL) == {"enquiries.persons": 1}


def test_a_hub_of_another_version_is_not_touched(place: Place) -> None:
    with place.hub.writing() as tx:
        tx.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    later = HubDatabase(place.hub.engine.url)
    window = ReportingWindow()

    with pytest.raises(HubNotReady):
        deliver(later, [window.close(FIRST, {})])
    with pytest.raises(admin.HubNewer):
        admin.init(later)
    with pytest.raises(HubNotReady):
        read.enrolled(later)
    later.close()


def test_a_file_that_is_no_hub_is_told_and_none_is_made_by_looking(tmp_path: Path) -> None:
    path = tmp_path / "hub.sqlite"
    hub = open_hub(f"sqlite:///{path}")

    with pytest.raises(HubNotReady):
        read.enrolled(hub)
    assert not path.exists()
    path.write_bytes(b"")
    with pytest.raises(HubNotReady):
        read.enrolled(hub)
    hub.close()


def test_a_name_no_disk_takes_is_no_hub(tmp_path: Path) -> None:
    with closing(open_hub(f"sqlite:///{tmp_path}/{'x' * 300}")) as hub, pytest.raises(HubNotReady):
        read.enrolled(hub)


def test_where_no_hub_can_be_built_is_told_and_left_as_it_was(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("somebody else's")
    (tmp_path / "hub").mkdir()
    others = {"notes.db": "CREATE TABLE notes (text)", "migrated.db": "CREATE TABLE alembic_version (version_num)"}
    for name, table in others.items():
        with closing(sqlite3.connect(tmp_path / name)) as other:
            other.executescript(f"{table}; INSERT INTO {table.split()[2]} VALUES ('ffff')")
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir() if path.is_file()}
    for place, no in (
        ("nowhere/hub.sqlite", placing.HubFolderMissing),
        ("hub", placing.HubFileForeign),
        ("letter.txt", placing.HubFileForeign),
        ("notes.db", placing.HubFileForeign),
        ("migrated.db", placing.HubFileForeign),
        ("x" * 300, FolderNotWritable),
    ):
        with closing(open_hub(f"sqlite:///{tmp_path}/{place}")) as hub, pytest.raises(no):
            admin.init(hub)

    assert {path.name: path.read_bytes() for path in tmp_path.iterdir() if path.is_file()} == before
    assert [*(tmp_path / "hub").iterdir()] == []


@pytest.mark.parametrize("folder", ["/proc/self", "/sys"])
def test_a_folder_that_takes_no_file_is_no_full_disk_and_no_line_that_is_down(folder: str) -> None:
    with closing(open_hub(f"sqlite:///{folder}/hub.sqlite")) as hub, pytest.raises(FolderNotWritable):
        admin.init(hub)


def test_who_finds_the_file_there_takes_none_away(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two set up the same hub at once: the one that has to give up leaves the other's alone."""
    path, exists = tmp_path / "hub.sqlite", Path.exists
    monkeypatch.setattr(database, "BUSY", 50)
    with closing(sqlite3.connect(path, isolation_level=None)) as other, closing(open_hub(f"sqlite:///{path}")) as hub:
        other.execute("BEGIN EXCLUSIVE")
        # It came between the look and the first write.
        monkeypatch.setattr(Path, "exists", lambda self, **named: self != path and exists(self, **named))
        with pytest.raises(HubUnreachable):
            admin.init(hub)
        monkeypatch.undo()

        assert path.exists()


def test_a_database_that_is_not_there_is_named(cluster: Cluster) -> None:
    with closing(open_hub(cluster.url("nowhere"))) as hub, pytest.raises(placing.HubDatabaseMissing) as refused:
        admin.init(hub)

    assert refused.value.name == "nowhere"


def test_a_database_without_a_hub_is_told(cluster: Cluster) -> None:
    hub = open_hub(cluster.url("postgres"))

    with pytest.raises(HubNotReady):
        read.enrolled(hub)
    hub.close()


def test_the_hubs_own_clock_is_the_halls_whatever_the_machines_zone(server: Place, tmp_path: Path) -> None:
    """The tests run in St John's, eleven and a half hours away."""
    file = open_hub(f"sqlite:///{tmp_path}/hub.sqlite")
    admin.init(file)
    postgres = HubDatabase(server.hub.engine.url)
    with file.reading() as tx, postgres.reading() as other:
        apart = abs((file.clock(tx) - postgres.clock(other)).total_seconds())
        utc = other.exec_driver_sql("SELECT now() AT TIME ZONE 'UTC'").scalar_one()
        ahead = round((postgres.clock(other) - utc).total_seconds() / 3600)
    file.close()
    postgres.close()

    assert apart < 30
    assert ahead == 8


def unreachable(port: int, query: str = "sslmode=disable") -> HubDatabase:
    return open_hub(f"postgresql+psycopg://w_sl01_w01@127.0.0.1:{port}/hub?{query}", password="geheim")


def test_nobody_at_the_address_is_trouble_at_once() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        hub = unreachable(taken.getsockname()[1])

    with pytest.raises(HubUnreachable):
        read.enrolled(hub)
    hub.close()


@pytest.fixture
def silence() -> Iterator[int]:
    """A port that takes connections and never says a word."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        yield listening.getsockname()[1]


def test_a_server_that_never_answers_is_given_up(silence: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database, "CONNECT", 2)
    hub = unreachable(silence)

    with pytest.raises(HubUnreachable):
        read.enrolled(hub)
    hub.close()


def test_a_line_that_falls_silent_in_the_middle_is_cut_and_nothing_is_half(
    server: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No statement of ours would ever end by itself: the visit's own limit cuts the line."""
    monkeypatch.setattr(database, "VISIT", 0.3)
    window = ReportingWindow()
    server.enrol(window)
    held = threading.Event()
    done = threading.Event()

    def hold() -> None:
        with server.hub.writing(patience=30) as tx:
            tx.exec_driver_sql("LOCK TABLE packets IN ACCESS EXCLUSIVE MODE")
            held.set()
            done.wait(10)

    holding = threading.Thread(target=hold)
    holding.start()
    held.wait(10)
    own = server.as_window(window)
    before = time.monotonic()
    with pytest.raises(HubUnreachable):
        deliver(own, [window.close(FIRST, {"enquiries.persons": 1})])
    waited = time.monotonic() - before
    done.set()
    holding.join()
    monkeypatch.undo()

    assert waited < database.STATEMENT / 2000
    assert read.history(server.hub, window.name, FIRST) == []
    deliver(own, window.sent)
    assert len(read.history(server.hub, window.name, FIRST)) == 1


def test_a_bug_stays_a_bug(place: Place) -> None:
    with pytest.raises(Exception, match="syntax") as raised, place.hub.writing() as tx:
        tx.exec_driver_sql("SELEC 1")

    assert not isinstance(raised.value, Trouble)


@pytest.mark.slow
def test_a_read_replica_answers_the_board_and_takes_nothing(cluster: Cluster, server: Place) -> None:
    window = ReportingWindow()
    server.enrol(window)
    server.send(window, [window.close(FIRST, {"enquiries.persons": 80})])
    replica = follow(cluster)
    try:
        name = server.url.rpartition("/")[2].partition("?")[0]
        hub = open_hub(replica.url(name))
        assert count(hub) == 0
        assert read.totals(hub, FIRST, UNTIL) == {"enquiries.persons": 80}
        assert [row.on_time for row in reporting.completeness(hub, FIRST, UNTIL, [FIRST])] == [0]
        with pytest.raises(HubForbids):
            deliver(hub, [window.close(SECOND, {})])
        hub.close()
    finally:
        replica.stop()
