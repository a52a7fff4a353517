"""A number leads to its record: whole, begun, or only its serial; typed in full width or by a scanner."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from search_rows import application, catalogue, dispute, document, enquiry
from sqlalchemy import Connection

from hallclient.domain.register.records import RecordKind
from hallclient.storage import search, search_numbers, upgrade
from hallclient.storage.database import Database


@pytest.fixture(scope="module")
def tx(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Connection]:
    database = Database(Path(tmp_path_factory.mktemp("numbers")) / "hall.db", bytes(range(32)))
    upgrade.create(database)
    with database.writing() as tx:
        of_application = application(tx, 12, name="曾国华", subject="规划", original="工商2009-77")
        application(tx, 1, name="李敏", subject="规划")
        enquiry(tx, 12, content="社保")
        enquiry(tx, 120, content="社保")
        dispute(tx, 3, topic="规划")
        document(tx, "市公开〔2026〕1号", title="公开告知书", application=of_application)
        document(tx, of_application, kind="P01", title="登记回执", application=of_application)
        catalogue(tx, "SQ01/2026-0007", title="名录")
        for serial in range(1, 200):
            tx.exec_driver_sql(
                "INSERT OR IGNORE INTO number_ledger VALUES ('公开告知书', 2026, ?, 'used', '')", (serial,)
            )
        yield tx
    database.close()


@pytest.mark.parametrize(
    ("typed", "kind", "number"),
    [
        ("SQ01-W01-S2026-00012", RecordKind.APPLICATION, "SQ01-W01-S2026-00012"),
        ("sq01-w01-s2026-00012\r\n", RecordKind.APPLICATION, "SQ01-W01-S2026-00012"),
        ("ＳＱ０１－Ｗ０１－Ｓ２０２６－０００１２", RecordKind.APPLICATION, "SQ01-W01-S2026-00012"),
        ("SQ01-W01-Z2026-00012", RecordKind.ENQUIRY, "SQ01-W01-Z2026-00012"),
        ("SQ01-W01-F2026-00003", RecordKind.DISPUTE, "SQ01-W01-F2026-00003"),
        ("市公开〔2026〕1号", RecordKind.DOCUMENT, "市公开〔2026〕1号"),
        ("SQ01/2026-0007", RecordKind.CATALOGUE, "SQ01/2026-0007"),
        ("工商2009-77", RecordKind.APPLICATION, "SQ01-W01-S2026-00012"),
    ],
)
def test_a_whole_number_is_exactly_one_record(tx: Connection, typed: str, kind: RecordKind, number: str) -> None:
    assert search_numbers.resolve(tx, typed) == (kind, number)
    assert search.find(tx, typed)[0].number == number


@pytest.mark.parametrize("typed", ["", "12", "SQ01-W01-S2026-99999", "SQ99-W01-S2026-00012", "SQ01-W01-S2026-", "规划"])
def test_anything_less_resolves_to_nothing(tx: Connection, typed: str) -> None:
    assert search_numbers.resolve(tx, typed) is None


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("S12", ["SQ01-W01-S2026-00012"]),
        ("s2026-12", ["SQ01-W01-S2026-00012"]),
        ("Z2026-00012", ["SQ01-W01-Z2026-00012"]),
        ("2026-3", ["SQ01-W01-F2026-00003"]),
        ("12", ["SQ01-W01-F2026-00012", "SQ01-W01-S2026-00012", "SQ01-W01-Z2026-00012"][1:]),
        ("S13", []),
    ],
)
def test_a_bare_serial_finds_the_records_that_bear_it(tx: Connection, typed: str, expected: list[str]) -> None:
    found = [hit.number for hit in search_numbers.find(tx, typed, limit=20) if hit.kind is not RecordKind.DOCUMENT]

    assert found == expected


def test_the_beginning_of_a_number_lists_the_newest_first(tx: Connection) -> None:
    found = [hit.number for hit in search_numbers.find(tx, "sq01-w01-z", limit=20)]

    assert found == ["SQ01-W01-Z2026-00120", "SQ01-W01-Z2026-00012"]


def test_jumping_over_the_ledger_reads_each_series_once(tx: Connection) -> None:
    known = tx.exec_driver_sql(search_numbers._YEARS, (12,)).fetchall()

    assert [tuple(row) for row in known] == [("SQ01-W01-S", 2026), ("SQ01-W01-Z", 2026)]
