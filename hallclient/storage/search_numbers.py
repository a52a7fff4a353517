"""Which record does a number mean? A whole one, the beginning of one, or a bare serial: read from ordinary indexes."""

import re
import unicodedata
from collections.abc import Collection, Iterator

from sqlalchemy import Connection

from hallclient.domain.register.numbers import RegisterNumber, Series
from hallclient.domain.register.records import Hit, RecordKind
from hallclient.storage.search_sources import BY_KIND, SOURCES, Source

SERIALS = 6  # places on the list for records of a bare serial
_SERIAL = re.compile(r"(SH|ZH|FH|S|Z|F)?(?:(\d{4})-)?(\d{1,7})")
_SERIES = re.compile(r"([0-9A-Z]+-W\d+)-(SH|ZH|FH|S|Z|F)")
_RECORDS = {
    Series.APPLICATION: RecordKind.APPLICATION,
    Series.APPLICATION_HISTORY: RecordKind.APPLICATION,
    Series.ENQUIRY: RecordKind.ENQUIRY,
    Series.ENQUIRY_HISTORY: RecordKind.ENQUIRY,
    Series.DISPUTE: RecordKind.DISPUTE,
    Series.DISPUTE_HISTORY: RecordKind.DISPUTE,
}
# Jumps from one (series, year) to the next on the ledger's key: a plain DISTINCT would read every number ever given.
_YEARS = """
WITH RECURSIVE all_series(series) AS (
    SELECT min(series) FROM number_ledger
    UNION ALL
    SELECT (SELECT min(series) FROM number_ledger WHERE series > a.series) FROM all_series a WHERE a.series IS NOT NULL
), years(series, year) AS (
    SELECT series, (SELECT min(year) FROM number_ledger l WHERE l.series = a.series)
    FROM all_series a WHERE a.series GLOB '*-W[0-9]*-*'
    UNION ALL
    SELECT series, (SELECT min(year) FROM number_ledger l WHERE l.series = y.series AND l.year > y.year)
    FROM years y WHERE y.year IS NOT NULL
)
SELECT y.series, y.year FROM years y
WHERE y.year IS NOT NULL AND EXISTS (
    SELECT 1 FROM number_ledger l WHERE l.series = y.series AND l.year = y.year AND l.serial = ?)
ORDER BY y.year DESC, y.series
"""


def plain(text: str) -> str:
    """Return a number as it stands in the register: full-width signs halved, blanks around it and line ends gone."""
    return unicodedata.normalize("NFKC", text).strip()


def find(tx: Connection, text: str, *, limit: int, kinds: Collection[RecordKind] = tuple(BY_KIND)) -> list[Hit]:
    """Return the records of these kinds whose number is, or begins with, ``text``, or whose serial it is; whole
    numbers first."""
    asked = plain(text)
    if not any(c.isdigit() for c in asked):
        return []
    hits: dict[tuple[RecordKind, str], Hit] = {}
    sources = [source for source in SOURCES if source.kind in kinds]
    for hit in (*_exact(tx, asked, sources), *_serial(tx, asked, sources), *_prefix(tx, asked, limit, sources)):
        hits.setdefault((hit.kind, hit.number), hit)
    return list(hits.values())[:limit]


def resolve(
    tx: Connection, text: str, *, kinds: Collection[RecordKind] = tuple(BY_KIND)
) -> tuple[RecordKind, str] | None:
    """Return the kind and number of the one record of these kinds a whole number names, typed or scanned; None when
    there is none.

    A register number always means the record itself, never a document that carries the same number.
    """
    asked = plain(text)
    register = RegisterNumber.read(asked)
    if register is not None:
        kind = _RECORDS[register.series]
        there = kind in kinds and _rows(tx, BY_KIND[kind], "number = ?", (str(register),), 1)
        return (kind, str(register)) if there else None
    sources = [source for source in SOURCES if source.kind in kinds]
    found = {(hit.kind, hit.number) for hit in _exact(tx, asked, sources)}
    return found.pop() if len(found) == 1 else None


def _exact(tx: Connection, asked: str, sources: Collection[Source]) -> Iterator[Hit]:
    spellings = dict.fromkeys((asked.upper(), asked))
    for source in sources:
        for spelling in spellings:
            yield from _rows(tx, source, f"{source.number} = ?", (spelling,), 1)
    application = BY_KIND[RecordKind.APPLICATION]
    if application in sources:
        for spelling in spellings:
            where = "original_number = ? AND original_number <> ''"
            yield from _rows(tx, application, where, (spelling,), 2, matched="original_number")


def _prefix(tx: Connection, asked: str, limit: int, sources: Collection[Source]) -> Iterator[Hit]:
    if len(asked) < 3:
        return
    first = asked.upper()
    between = (first, first + "\U0010ffff")
    for source in sources:
        where = f"{source.number} > ? AND {source.number} < ? ORDER BY {source.number} DESC"
        yield from _rows(tx, source, where, between, limit)


def _serial(tx: Connection, asked: str, sources: Collection[Source]) -> Iterator[Hit]:
    """``12``, ``Z12``, ``2026-12``, ``S2026-00012``: the newest year first."""
    found = _SERIAL.fullmatch(asked.upper())
    if found is None:
        return
    wanted, year, serial = found[1], found[2], int(found[3])
    left = SERIALS
    for series, of_year in tx.exec_driver_sql(_YEARS, (serial,)).fetchall():
        shape = _SERIES.fullmatch(series)
        if shape is None or (wanted and shape[2] != wanted) or (year and of_year != int(year)) or not left:
            continue
        source = BY_KIND[_RECORDS[Series(shape[2])]]
        if source not in sources:
            continue
        for hit in _rows(tx, source, "number = ?", (f"{series}{of_year}-{serial:05d}",), 1):
            left -= 1
            yield hit


def _rows(
    tx: Connection, source: Source, where: str, values: tuple[str, ...], limit: int, *, matched: str = "number"
) -> list[Hit]:
    rows = tx.exec_driver_sql(
        f"SELECT {', '.join(source.columns)} FROM {source.table} WHERE {where} LIMIT ?", (*values, limit)
    ).fetchall()
    return [source.hit(dict(zip(source.columns, row, strict=True)), matched) for row in rows]
