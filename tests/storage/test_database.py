"""The store keeps what it acknowledged, tells nobody else, and says plainly when the world says no."""

import multiprocessing
import os
import shutil
import signal
import sqlite3
import time
from datetime import datetime
from pathlib import Path

import pytest
from sqlalchemy.exc import IntegrityError

from hallclient import wiring
from hallclient.foundation.trouble import DiskFull, StoreDamaged, StoreLocked, StoreTooNew
from hallclient.storage import audit, meta, number_ledger, upgrade
from hallclient.storage.database import Database
from hallclient.storage.schema import REVISION
from tests import hall

KEY = bytes(range(32))
SAMPLES = Path(__file__).parents[1] / "data" / "stores"


@pytest.fixture
def database(tmp_path: Path):
    database = Database(tmp_path / "hall.db", KEY)
    upgrade.create(database)
    yield database
    database.close()


def test_nothing_on_disk_can_be_read_without_the_key(database: Database) -> None:
    with database.writing() as tx:
        meta.put(tx, "agency", "张惠双的机关")

    on_disk = b"".join(path.read_bytes() for path in database.path.parent.iterdir())

    assert "张惠双".encode() not in on_disk
    with pytest.raises(sqlite3.DatabaseError):
        sqlite3.connect(database.path).execute("SELECT * FROM meta").fetchall()


def test_a_wrong_key_says_the_store_is_damaged(database: Database) -> None:
    other = Database(database.path, bytes(32))
    with pytest.raises(StoreDamaged), other.reading() as tx:
        meta.get(tx, "agency")
    other.close()


def test_leaving_a_block_by_an_error_keeps_nothing(database: Database) -> None:
    with pytest.raises(RuntimeError), database.writing() as tx:
        number_ledger.next_in(tx, "SQ01-W01-S", 2026)
        raise RuntimeError

    with database.writing() as tx:
        assert number_ledger.next_in(tx, "SQ01-W01-S", 2026) == 1


def test_a_full_disk_is_trouble_and_loses_nothing(database: Database) -> None:
    with database.writing() as tx:
        meta.put(tx, "kept", "yes")
        pages = tx.exec_driver_sql("PRAGMA page_count").scalar_one()
        tx.exec_driver_sql(f"PRAGMA max_page_count = {pages + 2}")

    with pytest.raises(DiskFull), database.writing() as tx:
        tx.exec_driver_sql(f"PRAGMA max_page_count = {pages + 2}")
        meta.put(tx, "big", "x" * 100_000)

    with database.reading() as tx:
        assert meta.get(tx, "kept") == "yes"
        assert meta.get(tx, "big") == ""


def test_a_store_held_by_another_program_says_so(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("hallclient.storage.database.BUSY", 50)
    other = database.raw()
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(StoreLocked), Database(database.path, KEY).writing() as tx:
        meta.put(tx, "a", "b")
    other.execute("ROLLBACK")
    other.close()


def test_a_broken_constraint_is_our_bug_and_stays_one(database: Database) -> None:
    insert = "INSERT INTO number_ledger (series, year, serial) VALUES ('S', 2026, 1)"
    with pytest.raises(IntegrityError), database.writing() as tx:
        tx.exec_driver_sql(insert)
        tx.exec_driver_sql(insert)


def test_a_newer_store_is_refused_untouched(database: Database) -> None:
    with database.writing() as tx:
        tx.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")

    with pytest.raises(StoreTooNew):
        upgrade.ensure(database, backup=lambda: pytest.fail("nothing to back up"))


def test_migrations_build_exactly_the_schema_in_code(database: Database) -> None:
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext

    from hallclient.storage.schema import metadata

    with database.reading() as tx:
        context = MigrationContext.configure(
            tx, opts={"include_object": lambda _o, name, kind, *_: not (kind == "table" and name.startswith("search"))}
        )
        assert compare_metadata(context, metadata) == []


def test_the_audit_chain_shows_a_change_after_the_fact(database: Database) -> None:
    with database.writing() as tx:
        for n in range(3):
            audit.note(
                tx, at=datetime(2026, 3, 2, 9, n), by="wang", action="register_enquiry", subject=str(n), after={"n": n}
            )
    with database.writing() as tx:
        assert audit.broken_links(tx) == []
        tx.exec_driver_sql("UPDATE audit SET after = '{}' WHERE id = 2")
        assert [link.entry for link in audit.broken_links(tx)] == [2]


def test_a_series_is_gapless_and_a_void_keeps_its_place(database: Database) -> None:
    with database.writing() as tx:
        assert [number_ledger.next_in(tx, "S", 2026) for _ in range(3)] == [1, 2, 3]
        number_ledger.void(tx, "S", 2026, 2, "写错")
        assert list(number_ledger.reserve(tx, "S", 2026, 2)) == [4, 5]
        assert number_ledger.next_in(tx, "S", 2025) == 1
        [old, state] = number_ledger.states(tx)
    assert (old.year, old.last) == (2025, 1)
    assert (state.first, state.last, state.used, state.void, state.gaps) == (1, 5, 4, 1, 0)


def test_a_void_needs_a_reason(database: Database) -> None:
    with database.writing() as tx:
        number_ledger.next_in(tx, "S", 2026)
        with pytest.raises(number_ledger.VoidNeedsReason):
            number_ledger.void(tx, "S", 2026, 1, "  ")


def _number(path: Path, count: int, out) -> None:  # type: ignore[no-untyped-def]
    database = Database(path, KEY)
    for _ in range(count):
        with database.writing() as tx:
            out.put(number_ledger.next_in(tx, "S", 2026))
    database.close()


def test_two_programs_share_one_series_without_a_gap(database: Database) -> None:
    context = multiprocessing.get_context("spawn")
    out = context.Queue()
    workers = [context.Process(target=_number, args=(database.path, 50, out)) for _ in range(2)]
    for worker in workers:
        worker.start()
    given = sorted(out.get(timeout=60) for _ in range(100))
    for worker in workers:
        worker.join()

    assert given == list(range(1, 101))


def _write_until_killed(path: Path, acknowledged) -> None:  # type: ignore[no-untyped-def]
    database = Database(path, KEY)
    while True:
        with database.writing() as tx:
            serial = number_ledger.next_in(tx, "S", 2026)
            audit.note(tx, at=datetime(2026, 3, 2, 9), by="wang", action="register", subject=str(serial))
        acknowledged.value = serial


@pytest.mark.slow
def test_kill_9_loses_no_acknowledged_number(database: Database) -> None:
    context = multiprocessing.get_context("spawn")
    for _ in range(5):
        acknowledged = context.Value("q", 0)
        worker = context.Process(target=_write_until_killed, args=(database.path, acknowledged))
        worker.start()
        while acknowledged.value == 0:
            time.sleep(0.01)
        time.sleep(0.1)
        os.kill(worker.pid or 0, signal.SIGKILL)
        worker.join()
        with database.reading() as tx:
            [state] = number_ledger.states(tx)
            entries = tx.exec_driver_sql("SELECT count(*) FROM audit").scalar_one()
            assert state.last >= acknowledged.value
            assert state.gaps == 0
            assert entries == state.last
            assert audit.broken_links(tx) == []


@pytest.mark.parametrize("sample", sorted(path.name for path in SAMPLES.iterdir()))
def test_a_store_of_an_earlier_release_upgrades_with_nothing_lost(tmp_path: Path, sample: str) -> None:
    for name in (wiring.STORE, wiring.KEYS):
        shutil.copy(SAMPLES / sample / name, tmp_path / name)

    with hall.open_hall(tmp_path) as opened, opened.office.database.reading() as tx:
        assert upgrade.revision(tx) == REVISION
        counts = {
            name: tx.exec_driver_sql(f"SELECT count(*) FROM {name}").scalar()
            for name in ("applications", "steps", "issued_documents", "day_closes", "audit")
        }
        assert counts == {"applications": 3, "steps": 6, "issued_documents": 4, "day_closes": 1, "audit": 12}
        standing = tx.exec_driver_sql("SELECT state, open FROM applications ORDER BY id").fetchall()
        assert standing == [("answered", 0), ("in_progress", 1), ("voided", 0)]
        assert audit.broken_links(tx) == []
    assert list(tmp_path.glob("before-upgrade-*"))  # backed up before the first change
