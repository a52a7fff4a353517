"""A new store knows the city's topics, units, windows and ready answers, each with its time; a few keys find one."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import Connection

from hallclient.domain.register.codes import CodeEntry, matching
from hallclient.storage import codes, upgrade
from hallclient.storage.database import Database

TODAY = date(2026, 3, 2)


@pytest.fixture(scope="module")
def tx(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Connection]:
    database = Database(Path(tmp_path_factory.mktemp("codes")) / "hall.db", bytes(range(32)))
    upgrade.create(database)
    with database.writing() as tx:
        codes.seed(tx)
    with database.reading() as tx:
        yield tx
    database.close()


@pytest.fixture(scope="module")
def topics(tx: Connection) -> list[CodeEntry]:
    return codes.all_topics(tx, TODAY)


def best(entries: list[CodeEntry], typed: str) -> str:
    found = matching(entries, typed, 5)
    return found[0].name if found else ""


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("0201", "市场主体登记"),
        ("０２０１", "市场主体登记"),
        ("03", "教育"),
        ("公积金", "住房公积金"),
        ("jysf", "教育收费"),
        ("JYSF", "教育收费"),
        ("hjqy", "户籍迁移"),
        ("社保缴", "社保缴费"),
        ("没有这个", ""),
    ],
)
def test_a_few_keys_find_a_topic(topics: list[CodeEntry], typed: str, name: str) -> None:
    assert best(topics, typed) == name


def test_the_better_fit_stands_first() -> None:
    entries = [
        CodeEntry(code="9", name="甲市教育", initials="jsjy"),
        CodeEntry(code="2", name="教育收费", initials="jysf"),
        CodeEntry(code="10", name="其他", initials="qt"),
        CodeEntry(code="1", name="其他一", initials="qty"),
    ]

    assert [entry.code for entry in matching(entries, "1", 9)] == ["1", "10"]
    assert [entry.code for entry in matching(entries, "教育", 9)] == ["2", "9"]
    assert [entry.code for entry in matching(entries, "jy", 9)] == ["2", "9"]
    assert len(matching(entries, "", 3)) == 3


def test_the_ready_answers_have_a_text_and_are_found_by_their_title(tx: Connection) -> None:
    snippets = codes.all_snippets(tx, TODAY)

    assert len(snippets) >= 25
    assert all(len(entry.text) >= 20 for entry in snippets)
    assert best(snippets, "dfqx") == best(snippets, "期限") == "答复期限"


def test_an_answer_that_quotes_an_article_is_of_the_text_in_force(tx: Connection) -> None:
    before = {entry.code for entry in codes.all_snippets(tx, date(2019, 5, 14))}

    quoting = {entry.code for entry in codes.all_snippets(tx, TODAY) if "（第" in entry.text}

    assert len(quoting) > 10
    assert not quoting & before


def test_a_unit_is_offered_while_it_exists(tx: Connection) -> None:
    then = {entry.name for entry in codes.all_units(tx, date(2009, 6, 1))}
    now = {entry.name for entry in codes.all_units(tx, TODAY)}

    assert "市工商行政管理局" in then - now
    assert "市市场监督管理局" in now - then
    assert len(now) >= 40


def test_the_seeds_contradict_nothing(tx: Connection) -> None:
    for entries in (codes.all_topics(tx, TODAY), codes.all_units(tx, TODAY), codes.all_windows(tx, TODAY)):
        assert entries
        assert len({entry.name for entry in entries}) == len(entries)
        assert all(entry.initials and entry.name == entry.name.strip() for entry in entries)


def test_every_topic_belongs_to_a_group_that_exists(topics: list[CodeEntry]) -> None:
    groups = {entry.code for entry in topics if not entry.parent}

    assert len(topics) >= 60
    assert {entry.parent for entry in topics} - {""} == groups
    assert all(entry.code.startswith(entry.parent) for entry in topics)
