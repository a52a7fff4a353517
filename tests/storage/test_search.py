"""A few characters of what one remembers find the record; nothing that does not hold them is ever shown."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from search_rows import application, catalogue, dispute, document, enquiry
from sqlalchemy import Connection

from hallclient.domain.register.records import RecordKind
from hallclient.storage import grams, search, upgrade
from hallclient.storage.database import Database
from hallclient.storage.search_sources import SOURCES


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    database = Database(Path(tmp_path_factory.mktemp("search")) / "hall.db", bytes(range(32)))
    upgrade.create(database)
    yield database
    database.close()


@pytest.fixture
def tx(database: Database) -> Iterator[Connection]:
    """A writing transaction that is taken back after the test."""
    connection = database.engine.connect().execution_options(hall_writing=True)
    transaction = connection.begin()
    yield connection
    transaction.rollback()
    connection.close()


def numbers(tx: Connection, text: str) -> list[str]:
    return [hit.number for hit in search.find(tx, text)]


NAME = ("曾国华", "国华", "华", "zgh", "cgh", "gh", "ZGH", "z")
PHONE = ("13800001234", "1234", "23", "8", "１２３４", "0571-88886666", "88886666", "057188886666")
TEXT = ("户口迁移", "口迁", "迁", "138 户口", "GB/T 9704", "gb/t", "t", "9704", "，需要", "老系统-7")


@pytest.mark.parametrize("asked", NAME + PHONE + TEXT)
def test_any_fragment_finds_the_record(tx: Connection, asked: str) -> None:
    wanted = enquiry(
        tx,
        1,
        name="曾国华",
        phone="13800001234",
        content="户口迁移，需要哪些材料；格式按 GB/T 9704。座机0571-88886666",
        original="老系统-7",
    )
    enquiry(tx, 2, name="李敏", phone="13599990000", content="公积金怎样提取")

    assert wanted in numbers(tx, asked)


@pytest.mark.parametrize(
    "asked",
    [
        "",
        "  ",
        "，",
        "曾华",
        "国国",
        "口移",
        "zhg",
        "hgz",
        "1243",
        "户口 公积金",
        "需材料",
        "\x00",
        '"',
        "' OR 1",
        "迁*",
        "-",
        "§zgh",
    ],
)
def test_what_the_record_does_not_hold_does_not_find_it(tx: Connection, asked: str) -> None:
    enquiry(tx, 1, name="曾国华", phone="13800001234", content="户口迁移，需要哪些材料")

    assert numbers(tx, asked) == []


def test_a_rare_character_is_as_good_as_any(tx: Connection) -> None:
    wanted = enquiry(tx, 1, name="王䶮")
    other = enquiry(tx, 2, name="赵𬱖")
    private = enquiry(tx, 3, name="李\ue123")

    assert numbers(tx, "䶮") == [wanted]
    assert numbers(tx, "赵𬱖") == [other]
    assert numbers(tx, "\ue123") == [private]


def test_the_newest_comes_first_and_the_limit_holds(tx: Connection) -> None:
    entered = [enquiry(tx, serial, content="社保转移") for serial in range(1, 31)]

    hits = search.find(tx, "社保", limit=5)

    assert [hit.number for hit in hits] == entered[:-6:-1]


def test_many_enquiries_do_not_hide_an_application(tx: Connection) -> None:
    wanted = application(tx, 1, name="曾国华", subject="社保缴费基数的依据", on="2020-01-01")
    for serial in range(1, 31):
        enquiry(tx, serial, content="社保转移")

    hits = search.find(tx, "社保", limit=20)

    assert len(hits) == 20
    assert wanted in [hit.number for hit in hits]


def test_titles_show_persons_masked_and_organisations_in_clear(tx: Connection) -> None:
    enquiry(tx, 1, name="曾国华", content="户口")
    application(tx, 1, name="曾国华", subject="户口登记")
    application(tx, 2, name="示例科技有限公司", subject="户口登记", kind="commercial_enterprise")

    titles = {hit.title for hit in search.find(tx, "户口")}

    assert titles == {"曾** 户口", "曾** 户口登记", "示例科技有限公司 户口登记"}


def test_a_hit_says_where_it_was_found(tx: Connection) -> None:
    enquiry(tx, 1, name="曾国华", phone="13800001234", content="户口迁移")

    found = {
        asked: search.find(tx, asked)[0].matched for asked in ("国华", "zgh", "1234", "迁移", "SQ01-W01-Z2026-00001")
    }

    assert found == {
        "国华": "name",
        "zgh": "initials",
        "1234": "phone",
        "迁移": "content",
        "SQ01-W01-Z2026-00001": "number",
    }


def test_every_register_is_searched(tx: Connection) -> None:
    of_application = application(tx, 1, name="曾国华", subject="湿地保护规划")
    enquiry(tx, 1, content="湿地保护")
    document(tx, "市公开〔2026〕1号", title="湿地保护规划公开告知书", application=of_application)
    catalogue(tx, "SQ01-2026-0007", title="湿地保护名录", document_number="市政发〔2026〕3号")
    dispute(tx, 1, topic="湿地保护", application=of_application)

    assert {hit.kind for hit in search.find(tx, "湿地")} == {source.kind for source in SOURCES}
    assert [hit.on for hit in search.find(tx, "湿地") if hit.kind is RecordKind.CATALOGUE] == [None]
    assert "市公开〔2026〕1号" in numbers(tx, "公开〔2026〕")
    assert "SQ01-2026-0007" in numbers(tx, "市政发〔2026〕3号")


def test_a_changed_record_is_found_by_its_new_words_only(tx: Connection) -> None:
    number = enquiry(tx, 1, content="户口迁移")
    row_id = tx.exec_driver_sql("SELECT id FROM enquiries WHERE number = ?", (number,)).scalar_one()

    tx.exec_driver_sql("UPDATE enquiries SET content = '公积金提取' WHERE id = ?", (row_id,))
    search.remove(tx, RecordKind.ENQUIRY, row_id)
    search.add(tx, RecordKind.ENQUIRY, row_id, ("公积金提取",))

    assert numbers(tx, "户口") == []
    assert numbers(tx, "公积金") == [number]


def test_a_removed_record_is_gone_and_removing_twice_does_no_harm(tx: Connection) -> None:
    enquiry(tx, 1, content="户口迁移")
    for _ in range(2):
        search.remove(tx, RecordKind.ENQUIRY, 1)

    assert numbers(tx, "户口") == []


def test_an_import_is_found_like_any_other_record(tx: Connection) -> None:
    number = enquiry(tx, 1, name="曾国华", content="户口迁移")
    row_id = tx.exec_driver_sql("SELECT id FROM enquiries WHERE number = ?", (number,)).scalar_one()
    search.remove(tx, RecordKind.ENQUIRY, row_id)

    search.add_many(tx, RecordKind.ENQUIRY, [(row_id, ("户口迁移",), ("曾国华",)), (row_id + 1, (), ("",))])

    assert numbers(tx, "户口") == numbers(tx, "zgh") == [number]


def test_the_index_yields_newest_first_without_sorting(tx: Connection) -> None:
    plan = tx.exec_driver_sql("EXPLAIN QUERY PLAN " + search._CANDIDATES, ('"户"', 1)).fetchall()

    assert plan
    assert not [step for step in plan if "TEMP B-TREE" in step[-1]]


_SOME = st.text(alphabet="社保户口迁移张王ab12 -，", max_size=12)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    rows=st.lists(st.tuples(_SOME, _SOME), min_size=1, max_size=8),
    asked=st.text("社保户口迁移张ab12", min_size=1, max_size=4),
)
def test_the_search_finds_exactly_what_holds_the_text(tx: Connection, rows: list[tuple[str, str]], asked: str) -> None:
    with tx.begin_nested() as point:
        held = {
            enquiry(tx, serial, name=name, content=content)
            for serial, (name, content) in enumerate(rows, start=1)
            if any(grams.holds(text, asked) for text in (name, content)) or grams.spells(name, asked)
        }
        missed = {
            enquiry(tx, serial, name=name, content=content)
            for serial, (name, content) in enumerate(rows, start=1)
            if f"SQ01-W01-Z2026-{serial:05d}" not in held
        }
        by_text = {hit.number for hit in search.find(tx, asked) if hit.matched != "number"}
        by_number = {hit.number for hit in search.find(tx, asked) if hit.matched == "number"}
        point.rollback()

    assert held - by_number == by_text
    assert not missed & by_text


def test_dates_come_back_as_dates(tx: Connection) -> None:
    enquiry(tx, 1, content="户口", on="2026-03-04")

    assert search.find(tx, "户口")[0].on == date(2026, 3, 4)
