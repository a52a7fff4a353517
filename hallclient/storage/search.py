"""Where does a few characters' worth of memory lead? Fragments of names, phones and texts → the records that hold them.

The index holds pieces (``grams``) without their places, so each candidate is verified against the row's own text;
newest first, so that a frequent character stops early. Numbers go to the ordinary indexes (``search_numbers``).
"""

import json
from collections.abc import Collection, Iterable, Sequence
from contextlib import closing
from datetime import date
from itertools import groupby
from typing import Any

from sqlalchemy import Connection

from hallclient.domain.register.records import Hit, RecordKind
from hallclient.storage import grams, search_numbers, search_tail
from hallclient.storage.database import direct
from hallclient.storage.search_sources import BY_CODE, BY_KIND, SOURCES, Row, Source

CANDIDATES = 5000  # rows that are looked at before the search gives up
ASSURED = 3  # places on the list for each kind, so that 100,000 enquiries do not hide an application
WORDS = 8  # more than these say nothing new
BATCH = 32  # candidates taken from the index at first; more each time, when most are false

# Over the kinds' ranges from above: within each, the newest first. The index yields them so, without sorting.
_CANDIDATES = "SELECT rowid FROM search WHERE search MATCH ? AND rowid < ? ORDER BY rowid DESC"
_ROWS = {
    source.kind: f"SELECT id, {', '.join(source.columns)} FROM {source.table}"
    " WHERE id IN (SELECT value FROM json_each(?))"
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


def find(tx: Connection, text: str, *, limit: int = 20, kinds: Collection[RecordKind] = tuple(BY_KIND)) -> list[Hit]:
    """Return up to ``limit`` records of these kinds that ``text`` may mean: numbers first, then the newest that hold
    every word of it.

    A fragment of any length will do, from one character on. Names in titles are masked. Empty text finds nothing.
    """
    hits = {(hit.kind, hit.number): hit for hit in search_numbers.find(tx, text, limit=limit, kinds=kinds)}
    words = grams.fold(text).split()[:WORDS]
    if words and len(hits) < limit:
        for hit in _newest(_by_text(tx, words, limit, kinds), limit):
            hits.setdefault((hit.kind, hit.number), hit)
    return list(hits.values())[:limit]


def _by_text(tx: Connection, words: Sequence[str], limit: int, kinds: Collection[RecordKind]) -> list[list[Hit]]:
    """Return the newest ``limit`` hits of each of these kinds.

    One walk over the index serves all kinds until one of them has enough; the next walk starts below its range.
    """
    found: dict[RecordKind, list[Hit]] = {source.kind: [] for source in SOURCES if source.kind in kinds}
    if not (query := grams.query(words)):
        return []
    if RecordKind.ENQUIRY in found:
        found[RecordKind.ENQUIRY] = _not_indexed_yet(tx, words)[:limit]
    below: int | None = (SOURCES[-1].code + 1) << 40
    while below is not None:
        below = _walk(tx, query, words, limit, below, found)
    return list(found.values())


def _walk(
    tx: Connection, query: str, words: Sequence[str], limit: int, below: int, found: dict[RecordKind, list[Hit]]
) -> int | None:
    """Add the hits under row id ``below`` until a kind has enough; return where to go on, None when all is seen.

    A kind that is not asked for (not in ``found``) is passed over as one that has enough."""
    looked_at = 0
    with closing(direct(tx)(_CANDIDATES, (query, below))) as candidates:
        while batch := [row_id for (row_id,) in candidates.fetchmany(BATCH + looked_at)]:
            for code, row_ids in groupby(batch, key=lambda row_id: row_id >> 40):
                source = BY_CODE[code]
                if source.kind not in found:
                    return _below(source)
                hits = found[source.kind]
                ids = [row_id - source.first for row_id in row_ids]
                hits += _verified(tx, source, ids, words)
                looked_at += len(ids)
                if len(hits) >= limit or looked_at >= CANDIDATES:
                    del hits[limit:]
                    return _below(source)
    return None


def _below(source: Source) -> int | None:
    return source.first if source.code > SOURCES[0].code else None


def _verified(tx: Connection, source: Source, ids: Sequence[int], words: Sequence[str]) -> list[Hit]:
    rows = direct(tx)(_ROWS[source.kind], (json.dumps(ids),)).fetchall()
    return _hits(source, (row[1:] for row in sorted(rows, reverse=True)), words)


def _not_indexed_yet(tx: Connection, words: Sequence[str]) -> list[Hit]:
    source = BY_KIND[RecordKind.ENQUIRY]
    return _hits(source, search_tail.rows(tx, source), words)


def _hits(source: Source, rows: Iterable[Sequence[Any]], words: Sequence[str]) -> list[Hit]:
    hits = []
    for values in rows:
        # Most candidates are false ones: a look at the whole row tells before each column is asked.
        if grams.may_hold("\n".join(values[i] for i in source.searched), words):
            row = dict(zip(source.columns, values, strict=True))
            if matched := _matched(source, row, words):
                hits.append(source.hit(row, matched))
    return hits


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
