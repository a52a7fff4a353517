"""What the register of enquiries keeps, and how an old register comes in."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest

from hallclient.domain.register.enquiry import Enquiry
from hallclient.domain.register.kinds import EnquiryChannel, EnquiryKind, Handling
from hallclient.domain.register.records import NoSuchRecord
from hallclient.storage import enquiries, number_ledger, search
from hallclient.storage.database import Database
from hallclient.storage.schema import SEARCH_DDL, metadata

WHOLE = Enquiry(
    number="SQ01-W01-Z2026-00001",
    original_number="旧-7",
    visit="SQ01-W01-Z2026-00001",
    business_date=date(2026, 3, 2),
    occurred_at=datetime(2026, 3, 2, 9, 30, 0, 250),
    entered_at=datetime(2026, 3, 3, 8, 0),
    entered_by="li",
    window="W01",
    kind=EnquiryKind.REPORT,
    channel=EnquiryChannel.HOTLINE_12345,
    persons=3,
    matters=2,
    approximate=True,
    late=True,
    late_reason="补记",
    unit="市教育局",
    topic="教育",
    name="欧阳明月",
    phone="13900001234",
    content="询问入学",
    answer="已答",
    handling=Handling.REFERRED,
    refer_to="市教育局",
    due_on=date(2026, 3, 9),
    closed_on=date(2026, 3, 5),
    rating=4,
    ticked=False,
    historical=False,
    voided="",
    application="SQ01-W01-S2026-00001",
)


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    database = Database(tmp_path / "hall.db", bytes(32))
    with database.writing() as tx:
        metadata.create_all(tx)
        tx.exec_driver_sql(SEARCH_DDL)
    yield database
    database.close()


@pytest.mark.parametrize(
    "enquiry",
    [WHOLE, replace(WHOLE, handling=None, due_on=None, closed_on=None, rating=None, ticked=True, approximate=False)],
)
def test_every_field_comes_back_as_it_went_in(database: Database, enquiry: Enquiry) -> None:
    with database.writing() as tx:
        enquiries.add(tx, enquiry)

    with database.reading() as tx:
        assert enquiries.get(tx, enquiry.number) == enquiry
        assert enquiries.get(tx, "SQ01-W01-Z2026-00002") is None


def test_a_save_with_an_old_version_changes_nothing(database: Database) -> None:
    with database.writing() as tx:
        enquiries.add(tx, WHOLE)
        assert enquiries.save(tx, replace(WHOLE, answer="第一次"))
        assert not enquiries.save(tx, replace(WHOLE, answer="第二次"))

    with database.reading() as tx:
        assert enquiries.get(tx, WHOLE.number) == replace(WHOLE, answer="第一次", version=2)


def test_an_old_register_gets_numbers_of_its_own_series_by_year(database: Database) -> None:
    rows = [
        replace(WHOLE, business_date=date(year, 5, 4), original_number=f"旧-{place}", content=f"第{place}件旧事")
        for place, year in enumerate((2008, 2009, 2008))
    ]

    with database.writing() as tx:
        enquiries.add(tx, WHOLE)
        numbers = enquiries.add_many(tx, rows, agency="SQ01", window="W01")

    assert numbers == ["SQ01-W01-ZH2008-00001", "SQ01-W01-ZH2009-00001", "SQ01-W01-ZH2008-00002"]
    with database.reading() as tx:
        kept = enquiries.get(tx, numbers[2])
        assert kept is not None
        assert (kept.historical, kept.visit, kept.original_number) == (True, numbers[2], "旧-2")
        assert [hit.number for hit in search.find(tx, "旧事", limit=9)] == [numbers[1], numbers[2], numbers[0]]
        assert WHOLE.number in {hit.number for hit in search.find(tx, "入学", limit=9)}
        assert [state.gaps for state in number_ledger.states(tx)] == [0, 0]


def test_what_is_saved_after_an_import_is_found_too(database: Database) -> None:
    with database.writing() as tx:
        enquiries.add_many(tx, [replace(WHOLE, content="旧事")], agency="SQ01", window="W01")
        enquiries.add(tx, replace(WHOLE, content="新事"))

    with database.reading() as tx:
        assert [hit.number for hit in search.find(tx, "新事")] == [WHOLE.number]
        assert [hit.number for hit in search.find(tx, "旧事")] == ["SQ01-W01-ZH2026-00001"]


def test_a_voided_enquiry_grows_into_nothing(database: Database) -> None:
    with database.writing() as tx:
        enquiries.add(tx, replace(WHOLE, voided="撤销"))
        with pytest.raises(NoSuchRecord):
            enquiries.link_application(tx, WHOLE.number, "SQ01-W01-S2026-00001")
        with pytest.raises(NoSuchRecord):
            enquiries.link_application(tx, "SQ01-W01-Z2026-00009", "SQ01-W01-S2026-00001")


def test_of_the_last_records_of_a_clerk_only_standing_live_ones_count(database: Database) -> None:
    with database.writing() as tx:
        for serial, fields in enumerate(({}, {"entered_by": "wang"}, {"voided": "撤销"}, {"historical": True})):
            enquiries.add(tx, replace(WHOLE, number=f"SQ01-W01-Z2026-{serial:05d}", **fields))

        last = enquiries.last_by(tx, "li")

    assert last is not None
    assert last.number == "SQ01-W01-Z2026-00000"
