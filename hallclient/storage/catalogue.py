"""What has been published already, and where?"""

import json
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, Row, bindparam, func, or_, select
from sqlalchemy.dialects.sqlite import insert

from hallclient.domain.register.catalogue import CatalogueEntry
from hallclient.domain.register.records import RecordKind
from hallclient.storage import grams, search
from hallclient.storage.database import direct
from hallclient.storage.schema import catalogue
from hallclient.storage.search_sources import BY_KIND

WORDS = 8  # more than these say nothing new
CANDIDATES = 2000  # beyond these a word is frequent: reading in order finds enough sooner
_SEARCHED = (
    catalogue.c.title,
    catalogue.c.document_number,
    catalogue.c.index_number,
    catalogue.c.summary,
    catalogue.c.category,
)
_NEWEST = select(catalogue).order_by(catalogue.c.created_on.desc(), catalogue.c.id.desc())
_CANDIDATES = "SELECT rowid FROM search WHERE search MATCH ? AND rowid > ? AND rowid < ? LIMIT ?"


def put_many(tx: Connection, entries: Sequence[CatalogueEntry]) -> None:
    """Enter published items and make them findable; an index number already known is replaced."""
    if not entries:
        return
    statement = insert(catalogue)
    fields = ("title", "document_number", "summary", "created_on", "category", "location", "published_on")
    statement = statement.on_conflict_do_update(
        index_elements=["index_number"], set_={name: statement.excluded[name] for name in fields}
    )
    tx.execute(statement, [_values(entry) for entry in entries])
    ids = {row.index_number: row.id for row in tx.execute(select(catalogue.c.index_number, catalogue.c.id))}
    found = {ids[entry.index_number]: entry for entry in entries}
    for row_id in found:
        search.remove(tx, RecordKind.CATALOGUE, row_id)
    search.add_many(
        tx,
        RecordKind.CATALOGUE,
        [(row_id, tuple(text for text in _texts(entry) if text), ()) for row_id, entry in sorted(found.items())],
    )


def get(tx: Connection, index_number: str) -> CatalogueEntry | None:
    """Return the item of that index number; None when there is none."""
    row = tx.execute(select(catalogue).where(catalogue.c.index_number == index_number)).one_or_none()
    return None if row is None else _entry(row)


def find(tx: Connection, text: str, *, limit: int = 50) -> list[CatalogueEntry]:
    """Return items that hold every word of ``text``: in the title first, the newest first.

    Title, document number, index number, summary and category are looked into, from one character on. Empty text
    shows the newest items.
    """
    words = grams.fold(text).split()[:WORDS]
    if not words:
        return [_entry(row) for row in tx.execute(_NEWEST.limit(limit))]
    found = _few(tx, words)
    if found is None:
        found = _many(tx, _spellings(text, words), limit)
    titles = [entry for entry in found if all(grams.holds(entry.title, word) for word in words)]
    others = [entry for entry in found if entry not in titles]
    return (titles + others)[:limit]


def _few(tx: Connection, words: Sequence[str]) -> list[CatalogueEntry] | None:
    """Return all items that hold rare words, by the index of fragments; None when there are too many candidates."""
    if not (asked := grams.query(words)):
        return None
    first = BY_KIND[RecordKind.CATALOGUE].first
    ids = direct(tx)(_CANDIDATES, (asked, first, first + (1 << 40), CANDIDATES + 1)).fetchall()
    if len(ids) > CANDIDATES:
        return None
    wanted = func.json_each(bindparam("ids")).table_valued("value")
    query = _NEWEST.where(catalogue.c.id.in_(select(wanted.c.value)))
    rows = tx.execute(query, {"ids": json.dumps([row_id - first for (row_id,) in ids])})
    return [entry for entry in map(_entry, rows) if all(_holds(entry, word) for word in words)]


def _spellings(text: str, words: Sequence[str]) -> list[tuple[str, ...]]:
    """Return each word folded and as it was typed: the columns read in order keep their full-width signs."""
    typed = text.lower().split()
    return [*zip(words, typed, strict=False)] if len(typed) >= len(words) else [(word,) for word in words]


def _many(tx: Connection, words: Sequence[tuple[str, ...]], limit: int) -> list[CatalogueEntry]:
    """Return the newest items that hold frequent words: read in order, so that it is soon enough."""
    query = _NEWEST
    for word in words:
        held = (func.instr(func.lower(column), one) > 0 for column in _SEARCHED for one in dict.fromkeys(word))
        query = query.where(or_(*held))
    return [_entry(row) for row in tx.execute(query.limit(limit))]


def _holds(entry: CatalogueEntry, word: str) -> bool:
    return any(grams.holds(text, word) for text in _texts(entry))


def _texts(entry: CatalogueEntry) -> tuple[str, ...]:
    return (entry.title, entry.document_number, entry.summary, entry.index_number, entry.category)


def all_by_category(tx: Connection) -> list[CatalogueEntry]:
    """Return the whole catalogue, category by category, in each the newest first."""
    query = select(catalogue).order_by(catalogue.c.category, catalogue.c.created_on.desc(), catalogue.c.index_number)
    return [_entry(row) for row in tx.execute(query)]


def count(tx: Connection) -> int:
    """Return how many items the catalogue holds."""
    return tx.execute(select(func.count()).select_from(catalogue)).scalar_one()


def _values(entry: CatalogueEntry) -> dict[str, object]:
    return {
        "index_number": entry.index_number,
        "title": entry.title,
        "document_number": entry.document_number,
        "summary": entry.summary,
        "created_on": entry.created_on,
        "category": entry.category,
        "location": entry.where,
        "published_on": entry.published_on,
    }


def _entry(row: Row[*tuple[Any, ...]]) -> CatalogueEntry:
    return CatalogueEntry(
        index_number=row.index_number,
        title=row.title,
        document_number=row.document_number,
        summary=row.summary,
        created_on=row.created_on,
        category=row.category,
        where=row.location,
        published_on=row.published_on,
    )
