"""F15: a backup holds every acknowledged row, proves itself by a restore; a restored store gives no number twice."""

import hashlib
import threading
import zipfile
from collections.abc import Iterator
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from hallclient import wiring
from hallclient.domain.register.enquiry import EnquiryDraft
from hallclient.domain.register.permissions import Clerk, NotPermitted, Role
from hallclient.foundation.trouble import DiskFull, FileUnreadable, FolderNotWritable, StoreTooNew
from hallclient.services.restoring import (
    FenceIncomplete,
    FenceTooHigh,
    FenceTooLow,
    Restored,
    RestoreTargetTaken,
    restore,
)
from hallclient.storage import backup
from hallclient.storage.keys import WrongPassword
from hallclient.storage.number_ledger import NumberingFenced
from hallclient.wiring import Hall
from tests.hall import PASSWORD, USER, Clock, Stores, open_hall

ANSWER = {
    ("SL01-W01-S", 2026): 7,
    ("SL01-W01-Z", 2026): 40,
    ("SL01-W01-F", 2026): 0,
    ("Z日结", 0): 3,
}


@pytest.fixture(scope="module")
def stores(tmp_path_factory: pytest.TempPathFactory) -> Stores:
    return Stores(tmp_path_factory.mktemp("store"))


@pytest.fixture
def hall(stores: Stores, tmp_path: Path) -> Iterator[Hall]:
    opened = stores.hall(tmp_path / "data")
    yield opened
    opened.close()


def brought_back(file: Path, data: Path, password: str = PASSWORD, **known: dict[tuple[str, int], int]) -> Restored:
    return restore(
        file,
        store=data / wiring.STORE,
        key_file=data / wiring.KEYS,
        user=USER,
        password=password,
        now=Clock(),
        known=known.get("known"),
    )


def register(hall: Hall, content: str = "问") -> str:
    return hall.reception.register(EnquiryDraft(content=content), by=hall.clerk).number


def numbers(hall: Hall) -> set[str]:
    with hall.office.database.reading() as tx:
        return set(tx.exec_driver_sql("SELECT number FROM enquiries").scalars())


def test_f15_a_backup_beside_a_writer_holds_every_row_acknowledged_before_it(hall: Hall, tmp_path: Path) -> None:
    acknowledged: list[str] = []
    stop, began = threading.Event(), threading.Event()

    def clerk() -> None:
        while not stop.is_set():
            acknowledged.append(register(hall))
            if len(acknowledged) == 20:
                began.set()

    writer = threading.Thread(target=clerk)
    writer.start()
    try:
        assert began.wait(30)
        before = list(acknowledged)
        made = hall.backup.back_up(tmp_path / "x.hallbackup", by=hall.clerk)
    finally:
        stop.set()
        writer.join()
    brought_back(made.path, tmp_path / "new")
    with closing(open_hall(tmp_path / "new")) as second:
        assert set(before) <= numbers(second)
        assert all(check.holds for check in second.backup.verify(by=second.clerk).checks)


def test_a_backup_is_one_file_with_its_keys_and_nothing_readable(hall: Hall, tmp_path: Path) -> None:
    register(hall, "独一无二的内容")
    made = hall.backup.back_up(tmp_path, by=hall.clerk)
    assert made.path.name == "hall-20260302-090000.hallbackup"
    with zipfile.ZipFile(made.path) as archive:
        assert set(archive.namelist()) == {"manifest.json", "hall.db", "hall.keys"}
        assert "独一无二".encode() not in archive.read("hall.db")
        assert not archive.read("hall.db").startswith(b"SQLite format")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["data", made.path.name]


def test_a_backup_goes_into_the_backup_folder_and_the_newest_is_known(hall: Hall) -> None:
    assert hall.backup.latest() is None
    made = hall.backup.back_up(by=hall.clerk)
    assert hall.backup.latest() == (made.path, made.at)


def test_a_restore_never_overwrites_a_store(hall: Hall, tmp_path: Path) -> None:
    made = hall.backup.back_up(tmp_path / "x.hallbackup", by=hall.clerk)
    before = (tmp_path / "data" / wiring.KEYS).read_bytes()
    with pytest.raises(RestoreTargetTaken):
        brought_back(made.path, tmp_path / "data")
    assert (tmp_path / "data" / wiring.KEYS).read_bytes() == before


def test_a_restore_with_a_wrong_password_leaves_nothing(hall: Hall, tmp_path: Path) -> None:
    made = hall.backup.back_up(tmp_path / "x.hallbackup", by=hall.clerk)
    with pytest.raises(WrongPassword):
        brought_back(made.path, tmp_path / "new", "not the password 1")
    assert list((tmp_path / "new").iterdir()) == []


@pytest.mark.parametrize("damage", ["torn", "changed", "no zip"])
def test_a_damaged_backup_is_refused_and_leaves_nothing(hall: Hall, tmp_path: Path, damage: str) -> None:
    made = hall.backup.back_up(tmp_path / "x.hallbackup", by=hall.clerk)
    content = bytearray(made.path.read_bytes())
    if damage == "torn":
        content = content[: len(content) // 2]
    elif damage == "changed":
        content[len(content) // 2] ^= 1
    else:
        content = bytearray(b"no backup")
    made.path.write_bytes(content)
    with pytest.raises(FileUnreadable):
        brought_back(made.path, tmp_path / "new")
    assert list((tmp_path / "new").iterdir()) == []


def test_a_restored_store_gives_no_number_until_a_supervisor_named_the_highest(hall: Hall, tmp_path: Path) -> None:
    register(hall)
    made = hall.backup.back_up(tmp_path / "x.hallbackup", by=hall.clerk)
    brought_back(made.path, tmp_path / "new")
    with closing(open_hall(tmp_path / "new")) as second:
        with pytest.raises(NumberingFenced):
            register(second)
        fence = second.backup.fence()
        assert fence is not None
        assert {(one.name, one.year): one.last for one in fence.series} == {
            ("SL01-W01-S", 2026): 0,
            ("SL01-W01-Z", 2026): 1,
            ("SL01-W01-F", 2026): 0,
            ("Z日结", 0): 0,
        }
        with pytest.raises(NotPermitted):
            second.backup.lift_fence(ANSWER, by=Clerk(name="li", display_name="李", roles=frozenset({Role.CLERK})))
        with pytest.raises(FenceIncomplete):
            second.backup.lift_fence({("SL01-W01-Z", 2026): 40}, by=second.clerk)
        with pytest.raises(FenceTooLow):
            second.backup.lift_fence(ANSWER | {("SL01-W01-Z", 2026): 0}, by=second.clerk)
        with pytest.raises(FenceTooHigh):
            second.backup.lift_fence(ANSWER | {("SL01-W01-Z", 2026): 4_000_000}, by=second.clerk)
        with pytest.raises(NumberingFenced):
            register(second)
        second.backup.lift_fence(ANSWER, by=second.clerk)
        with second.office.database.reading() as tx:
            last = tx.exec_driver_sql("SELECT action FROM audit ORDER BY id DESC LIMIT 1").scalar()
        assert last == "lift_fence"
        assert register(second) == "SL01-W01-Z2026-00041"
        assert second.backup.fence() is None


def test_a_restore_may_name_the_highest_numbers_at_once(hall: Hall, tmp_path: Path) -> None:
    made = hall.backup.back_up(tmp_path / "x.hallbackup", by=hall.clerk)
    with pytest.raises(FenceIncomplete):
        brought_back(made.path, tmp_path / "new", known={("SL01-W01-Z", 2026): 40})
    assert list((tmp_path / "new").iterdir()) == []
    brought_back(made.path, tmp_path / "new", known=ANSWER)
    with closing(open_hall(tmp_path / "new")) as second:
        assert register(second) == "SL01-W01-Z2026-00041"


def test_verify_finds_a_page_somebody_changed(hall: Hall, tmp_path: Path) -> None:
    for _ in range(30):
        register(hall, "内容" * 100)
    assert hall.backup.verify(by=hall.clerk).holds
    path = hall.office.database.path
    hall.close()
    content = bytearray(path.read_bytes())
    content[-2000] ^= 0xFF
    path.write_bytes(content)
    with closing(open_hall(tmp_path / "data")) as damaged:
        found = damaged.backup.verify(by=damaged.clerk)
    assert not found.holds
    assert {check.code for check in found.checks if not check.holds} >= {"cipher"}


def test_verify_finds_an_audit_entry_somebody_changed(hall: Hall) -> None:
    register(hall)
    raw = hall.office.database.raw()
    raw.execute("UPDATE audit SET subject = 'another' WHERE id = 1")
    raw.close()
    found = hall.backup.verify(by=hall.clerk)
    assert [check.code for check in found.checks if not check.holds] == ["audit_chain"]
    assert hall.backup.verified() is None


def test_a_verification_that_holds_is_remembered_with_its_date(hall: Hall) -> None:
    found = hall.backup.verify(by=hall.clerk)
    assert found.holds
    assert {check.code for check in found.checks} == {
        "cipher", "quick", "foreign_keys", "audit_chain", "packet_chain", "restore_drill"
    }  # fmt: skip
    assert hall.backup.verified() == found.at
    assert found.rows["clerks"] == 1


def test_a_full_disk_leaves_no_half_backup(hall: Hall, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object, **__: object) -> str:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(zipfile.ZipFile, "write", full)
    with pytest.raises(DiskFull):
        hall.backup.back_up(tmp_path / "x.hallbackup", by=hall.clerk)
    assert [path.name for path in tmp_path.iterdir()] == ["data"]


def test_a_folder_that_is_not_there_is_a_trouble_with_its_path(hall: Hall, tmp_path: Path) -> None:
    with pytest.raises(FolderNotWritable):
        hall.backup.back_up(tmp_path / "nowhere" / "x.hallbackup", by=hall.clerk)


def test_an_export_holds_tables_documents_schema_and_true_hashes(hall: Hall, tmp_path: Path) -> None:
    register(hall, "=1+1")
    done = hall.backup.export(tmp_path / "all.zip", by=hall.clerk)
    assert done.sha256 == backup.sha256_of(tmp_path / "all.zip")
    with zipfile.ZipFile(tmp_path / "all.zip") as archive:
        names = set(archive.namelist())
        assert {"tables/enquiries.csv", "schema.sql", "sha256.txt", "README.txt"} <= names
        rows = archive.read("tables/enquiries.csv").decode("utf-8-sig")
        assert "'=1+1" in rows
        listed = dict(reversed(line.split("  ", 1)) for line in archive.read("sha256.txt").decode().splitlines())
        assert {name: hashlib.sha256(archive.read(name)).hexdigest() for name in listed} == listed
        assert set(listed) == names - {"sha256.txt"}


def test_the_hourly_backup_is_made_when_something_was_written(stores: Stores, tmp_path: Path) -> None:
    clock = Clock()
    with closing(stores.hall(tmp_path / "data", clock)) as hall:
        first = hall.backup.back_up_by_itself(by=hall.clerk)
        assert first is not None
        clock.move(minutes=59)
        register(hall)
        assert hall.backup.back_up_by_itself(by=hall.clerk) is None
        clock.move(minutes=2)
        second = hall.backup.back_up_by_itself(by=hall.clerk)
        assert second is not None
        clock.move(hours=5)
        assert hall.backup.back_up_by_itself(by=hall.clerk) is None


def test_old_automatic_backups_are_thinned_out_and_asked_for_ones_stay(tmp_path: Path) -> None:
    now = datetime(2026, 3, 31, 18)
    for hours in range(0, 24 * 70, 6):
        (tmp_path / backup.named(now - timedelta(hours=hours), automatic=True)).touch()
    asked = tmp_path / backup.named(now - timedelta(days=60))
    asked.touch()
    backup.thin_out(tmp_path, now)
    kept = sorted(path.name for path in tmp_path.glob("*-auto.hallbackup"))
    assert len([name for name in kept if name >= "hall-20260330-18"]) == 5
    assert len({name[:13] for name in kept if "hall-20260301" <= name < "hall-20260330"}) == 29
    assert [name[:11] for name in kept if name < "hall-202602"] == ["hall-202601"]
    assert asked.exists()


def test_a_backup_of_a_newer_program_is_refused(hall: Hall, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(backup, "REVISION", "9999")
    made = hall.backup.back_up(tmp_path / "x.hallbackup", by=hall.clerk)
    monkeypatch.undo()
    with pytest.raises(StoreTooNew):
        brought_back(made.path, tmp_path / "new")
    assert list((tmp_path / "new").iterdir()) == []
