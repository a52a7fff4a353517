"""Where do the code books come from? Seeds that ship with the program, kept in the store with their validity."""

import csv
from collections.abc import Iterator
from datetime import date

from sqlalchemy import Connection, Table, insert, select

from hallclient.domain.register.codes import CodeEntry
from hallclient.foundation.paths import DB
from hallclient.storage import pinyin, schema

SEEDS: tuple[tuple[str, Table], ...] = (
    ("topics", schema.topics),
    ("units", schema.units),
    ("windows", schema.windows),
    ("snippets", schema.snippets),
)


def seed(tx: Connection) -> None:
    """Fill the code books of a new store from ``db/seeds/*.csv``, with pinyin initials for search as one types."""
    for name, table in SEEDS:
        rows = list(_rows(name, table))
        if rows:
            tx.execute(insert(table), rows)


def all_topics(tx: Connection, on: date) -> list[CodeEntry]:
    """Return the topics valid on a day, in the order of their codes."""
    return _valid(tx, schema.topics, on)


def all_units(tx: Connection, on: date) -> list[CodeEntry]:
    """Return the units valid on a day."""
    return _valid(tx, schema.units, on)


def all_windows(tx: Connection, on: date) -> list[CodeEntry]:
    """Return the windows valid on a day."""
    return _valid(tx, schema.windows, on)


def all_snippets(tx: Connection, on: date) -> list[CodeEntry]:
    """Return the ready answers valid on a day."""
    return _valid(tx, schema.snippets, on)


def _rows(name: str, table: Table) -> Iterator[dict[str, object]]:
    with (DB / "seeds" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            entry: dict[str, object] = {column: row[column] for column in row if column in table.c}
            entry["initials"] = " ".join(pinyin.initials(row["name"]))
            for end in ("valid_from", "valid_to"):
                entry[end] = date.fromisoformat(row[end]) if row.get(end) else None
            yield entry


def _valid(tx: Connection, table: Table, on: date) -> list[CodeEntry]:
    names = [column.name for column in table.c if column.name in CodeEntry.__dataclass_fields__]
    rows = tx.execute(select(*(table.c[name] for name in names)).order_by(table.c.code))
    entries = (CodeEntry(**dict(zip(names, row, strict=True))) for row in rows)
    return [entry for entry in entries if entry.valid_on(on)]
