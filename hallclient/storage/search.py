"""Where does a few characters' worth of memory lead? Fragments of names, phones and texts → the records that hold them.

The index holds pieces (``grams``) without their places, so each candidate is verified against the row's own text;
newest first, so that a frequent character stops early. Numbers go to the ordinary indexes (``search_numbers``).
"""

from collections.abc import Iterable, Sequence
from datetime import date

from sqlalchemy import Connection

from hallclient.domain.register.records import Hit, RecordKind
from hallclient.storage import grams, search_numbers, search_tail
from hallclient.storage.search_sources import BY_KIND, SOURCES, Row, Source

CANDIDATES = 5000  # rows of one kind that are looked at before the search gives up
ASSURED = 3  # places on the list for each kind, so that 100,000 enquiries do not hide an application
WORDS = 8  # more than these say nothing new

_FOUND = {
    source.kind: (
        f"SELECT {', '.join(f'r.{column}' for column in source.columns)}"
        f" FROM search CROSS JOIN {source.table} r ON r.id = search.rowid - {source.first}"
        " WHERE search MATCH ? AND search.rowid > ? AND search.rowid < ? ORDER BY search.rowid DESC"
    )
    for source in SOURCES
}
_ADD = "INSERT INTO search (rowid, grams) VALUES (?, ?)"


def add(tx: Connection, kind: RecordKind, row_id: int, texts: Sequence[str], names: Sequence[str] = ()) -> None:
    """Make a record findable by fragments of ``texts`` and ``names``, and by the initials of ``names``.

    The texts must stand in the columns that ``SOURCES`` names for the kind: what is found is verified there.
    """
    if pieces := grams.pieces(texts, names):
        tx.exec_driver_sql(_ADD, (BY_KIND[kind].first + row_id, pieces))


def add_many(tx: Connection, kind: RecordKind, rows: Iterable[tuple[int, Sequence[str], Sequence[str]]]) -> None:
    """Make many records findable at once: (row id, texts, names) of each, by rising row id."""
    first = BY_KIND[kind].first
    indexed = [(first + row_id, pieces) for row_id, texts, names in rows if (pieces := grams.pieces(texts, names))]
    if indexed:
        tx.exec_driver_sql(_ADD, indexed)


def remove(tx: Connection, kind: RecordKind, row_id: int) -> None:
    """Take a record out of the index; nothing happens when it is not in."""
    tx.exec_driver_sql("DELETE FROM search WHERE rowid = ?", (BY_KIND[kind].first + row_id,))


def find(tx: Connection, text: str, *, limit: int = 20) -> list[Hit]:
    """Return up to ``limit`` records that ``text`` may mean: numbers first, then the newest that hold every word of it.

    A fragment of any length will do, from one character on. Names in titles are masked. Empty text finds nothing.
    """
    hits = {(hit.kind, hit.number): hit for hit in search_numbers.find(tx, text, limit=limit)}
    words = grams.fold(text).split()[:WORDS]
    if words and len(hits) < limit:
        for hit in _newest([_in(tx, source, words, limit) for source in SOURCES], limit):
            hits.setdefault((hit.kind, hit.number), hit)
    return list(hits.values())[:limit]


def _in(tx: Connection, source: Source, words: Sequence[str], limit: int) -> list[Hit]:
    query = grams.query(words)
    if not query:
        return []
    hits = _not_indexed_yet(tx, source, words)[:limit]
    following = (source.code + 1) << 40
    with tx.exec_driver_sql(_FOUND[source.kind], (query, source.first, following)) as candidates:
        for looked_at, values in enumerate(candidates):
            if len(hits) == limit or looked_at == CANDIDATES:
                break
            row = dict(zip(source.columns, values, strict=True))
            if matched := _matched(source, row, words):
                hits.append(source.hit(row, matched))
    return hits


def _not_indexed_yet(tx: Connection, source: Source, words: Sequence[str]) -> list[Hit]:
    if source.kind is not RecordKind.ENQUIRY:
        return []
    rows = (dict(zip(source.columns, values, strict=True)) for values in search_tail.rows(tx, source))
    return [source.hit(row, matched) for row in rows if (matched := _matched(source, row, words))]


def _matched(source: Source, row: Row, words: Sequence[str]) -> str:
    """Return the column that holds the first word; empty when the row does not hold every word."""
    found = [_column(source, row, word) for word in words]
    return found[0] if all(found) else ""


def _column(source: Source, row: Row, word: str) -> str:
    for column in (*source.names, *source.texts):
        if grams.holds(row[column], word):
            return column
    return "initials" if any(grams.spells(row[name], word) for name in source.names) else ""


def _newest(by_kind: Sequence[Sequence[Hit]], limit: int) -> list[Hit]:
    """Return the newest hits of all kinds, each kind's first few among them."""
    assured = [hit for hits in by_kind for hit in hits[:ASSURED]]
    others = sorted((hit for hits in by_kind for hit in hits[ASSURED:]), key=_age, reverse=True)
    return sorted((assured + others)[:limit], key=_age, reverse=True)


def _age(hit: Hit) -> date:
    return hit.on or date.min
