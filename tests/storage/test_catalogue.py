"""The catalogue is found from one character on: rare words by the index, frequent ones read in order."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from hallclient.domain.register.catalogue import CatalogueEntry
from hallclient.storage import catalogue
from hallclient.storage.database import Database
from hallclient.storage.schema import SEARCH_DDL, metadata

FIRST = CatalogueEntry(
    index_number="014416330/2026-00001",
    title="关于做好公租房（一期）审核工作的通知",
    document_number="示府办〔2026〕1号",
    summary="申请材料和程序",
    created_on=date(2026, 1, 10),
    category="住房保障",
    where="http://www.example.gov.cn/1",
    published_on=date(2026, 1, 15),
)
SECOND = CatalogueEntry(index_number="014416330/2026-00002", title="垚山规划", summary="含公租房用地")


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    folder: Path = tmp_path_factory.mktemp("catalogue")
    found = Database(folder / "hall.db", bytes(32))
    many = [
        CatalogueEntry(
            index_number=f"014416330/2020-{serial:05d}",
            title=f"第{serial}号通知",
            created_on=date(2010, 1, 1) + timedelta(days=serial),
        )
        for serial in range(catalogue.CANDIDATES + 500)
    ]
    with found.writing() as tx:
        metadata.create_all(tx)
        tx.exec_driver_sql(SEARCH_DDL)
        catalogue.put_many(tx, [*many, SECOND, FIRST])
    yield found
    found.close()


def find(database: Database, text: str, limit: int = 50) -> list[CatalogueEntry]:
    with database.reading() as tx:
        return catalogue.find(tx, text, limit=limit)


@pytest.mark.parametrize(
    "text", ["房", "公租房", "示府办", "〔2026〕1", "2026-00001", "住房保障", "材料", "审核 公租", "（一期）"]
)
def test_any_fragment_finds_an_item_with_all_it_says(database: Database, text: str) -> None:
    assert FIRST in find(database, text)


def test_one_rare_character_is_enough(database: Database) -> None:
    assert find(database, "垚") == [SECOND]


def test_what_the_title_says_comes_before_what_the_summary_says(database: Database) -> None:
    assert find(database, "公租房") == [FIRST, SECOND]


def test_a_frequent_word_shows_the_newest_items(database: Database) -> None:
    found = find(database, "通知", limit=20)

    assert len(found) == 20
    assert found[0] == FIRST
    days = [entry.created_on for entry in found if entry.created_on is not None]
    assert days == sorted(days, reverse=True)


def test_a_frequent_word_with_signs_as_they_were_typed_is_found(database: Database) -> None:
    assert find(database, "号通知")[0].title.endswith("号通知")
    assert find(database, "（一期）审核") == [FIRST]
    assert find(database, "(一期)审核") == [FIRST]


def test_nothing_is_found_of_what_no_item_holds(database: Database) -> None:
    assert find(database, "不存在的信息") == []
    assert find(database, "公租房 通知 预算") == []


def test_an_item_given_again_is_found_by_its_new_words_only(database: Database) -> None:
    with database.writing() as tx:
        catalogue.put_many(tx, [replace(SECOND, title="犇山规划")])

    assert [entry.title for entry in find(database, "犇")] == ["犇山规划"]
    assert find(database, "垚") == []
    with database.writing() as tx:
        catalogue.put_many(tx, [SECOND])
