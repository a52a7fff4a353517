"""How do many rows go in or out in one statement? Arrays at PostgreSQL, one prepared statement at SQLite."""

import gc
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, Table, and_, any_, cast, func, select, tuple_
from sqlalchemy.dialects import sqlite
from sqlalchemy.dialects.postgresql import ARRAY


@contextmanager
def no_collector() -> Iterator[None]:
    """Do without the collector of cycles for a moment: a batch makes and drops a hundred thousand small values and no
    cycle, and looking for one among them is a tenth of its time."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def put(
    tx: Connection,
    table: Table,
    rows: Sequence[dict[str, Any]],
    *,
    replace: bool = True,
    guard: str = "",
    keys: Sequence[str] = (),
) -> None:
    """Insert ``rows`` (all with the same columns); a row whose key is there is replaced.

    ``replace`` off: the caller knows that none is there. ``keys`` default to the primary key. ``guard`` is SQL over the
    table's own name and ``excluded``: only a row it holds for is replaced. JSON columns take their canonical text.
    """
    if not rows:
        return
    names = list(rows[0])
    key_names = list(keys) or [column.name for column in table.primary_key]
    if tx.dialect.name == "postgresql":
        _put_arrays(tx, table, rows, names, key_names, replace, guard)
    else:
        _put_each(tx, table, rows, names, key_names, replace, guard)


def among(column: ColumnElement[Any], values: Collection[Any], tx: Connection) -> ColumnElement[bool]:
    """Return ``column IN values``; at PostgreSQL as one array, however many values there are."""
    if tx.dialect.name == "postgresql":
        return column == any_(cast(list(values), ARRAY(column.type)))
    return column.in_(list(values))


def each_among(
    columns: Sequence[ColumnElement[Any]], rows: Collection[tuple[Any, ...]], tx: Connection
) -> ColumnElement[bool]:
    """Return that ``columns`` together are one of ``rows`` (each as long as ``columns``).

    PostgreSQL joins with the rows, one array a column: an array for each column on its own would make it try every
    combination in the index, a hundred million for ten thousand packets. SQLite does take each column on its own, so
    that its parameters suffice: rows beside those asked for may come along.
    """
    values = [list(column) for column in zip(*rows, strict=True)] or [[] for _ in columns]
    if tx.dialect.name != "postgresql":
        return and_(*(among(column, set(some), tx) for column, some in zip(columns, values, strict=True)))
    arrays = [cast(some, ARRAY(column.type)) for column, some in zip(columns, values, strict=True)]
    asked = func.unnest(*arrays).table_valued(*(f"asked_{n}" for n in range(len(arrays)))).render_derived()
    return tuple_(*columns).in_(select(*asked.c))


def open_years(tx: Connection, days: Collection[date]) -> None:
    """Make sure that PostgreSQL has the partitions these days belong in; a SQLite hub has none."""
    if tx.dialect.name == "postgresql":
        for year in sorted({day.year for day in days}):
            tx.exec_driver_sql("SELECT open_year(%s)", (year,))


def _assignments(names: Sequence[str], key_names: Sequence[str], quoted: dict[str, str]) -> str:
    return ", ".join(f"{quoted[name]} = excluded.{quoted[name]}" for name in names if name not in key_names)


def _conflict(
    table: Table, names: Sequence[str], key_names: Sequence[str], quoted: dict[str, str], replace: bool, guard: str
) -> str:
    if not replace:
        return ""
    target = ", ".join(quoted[name] for name in key_names)
    assignments = _assignments(names, key_names, quoted)
    where = f" WHERE {guard}" if guard else ""
    return f" ON CONFLICT ({target}) DO UPDATE SET {assignments}{where}"


def _put_arrays(
    tx: Connection,
    table: Table,
    rows: Sequence[dict[str, Any]],
    names: Sequence[str],
    key_names: Sequence[str],
    replace: bool,
    guard: str,
) -> None:
    quote = tx.dialect.identifier_preparer.quote
    quoted = {name: quote(name) for name in {*names, *key_names}}
    kinds = [table.c[name].type.compile(tx.dialect) for name in names]
    # JSON goes as text: the server reads it, the driver need not. Binary arrays need no quoting, which is most of it.
    arrays = ", ".join("%b::text[]" if kind == "JSON" else f"%b::{kind}[]" for kind in kinds)
    picked = ", ".join(
        f"{quoted[name]}::json" if kind == "JSON" else quoted[name] for name, kind in zip(names, kinds, strict=True)
    )
    columns = ", ".join(quoted[name] for name in names)
    tx.exec_driver_sql(
        f"INSERT INTO {quote(table.name)} ({columns}) SELECT {picked} FROM unnest({arrays}) AS given({columns})"
        + _conflict(table, names, key_names, quoted, replace, guard),
        tuple([row[name] for row in rows] for name in names),
    )


def _put_each(
    tx: Connection,
    table: Table,
    rows: Sequence[dict[str, Any]],
    names: Sequence[str],
    key_names: Sequence[str],
    replace: bool,
    guard: str,
) -> None:
    quote = tx.dialect.identifier_preparer.quote
    quoted = {name: quote(name) for name in {*names, *key_names}}
    plain = sqlite.dialect()
    convert = {name: table.c[name].type.bind_processor(plain) for name in names if table.c[name].type.python_type}
    marks = ", ".join("?" for _ in names)
    columns = ", ".join(quoted[name] for name in names)
    tx.exec_driver_sql(
        f"INSERT INTO {quote(table.name)} ({columns}) VALUES ({marks})"
        + _conflict(table, names, key_names, quoted, replace, guard),
        [
            tuple(value if isinstance(value := row[name], str) else _bound(convert.get(name), value) for name in names)
            for row in rows
        ],
    )


def _bound(process: Any, value: Any) -> Any:
    return value if process is None else process(value)
