"""What stands in every table, in plain values, for an export that can be read without the program?"""

from collections.abc import Iterable, Iterator
from typing import Any

from sqlalchemy import Connection

from hallclient.storage.signing import SIGNING_KEY

PDF_TABLE, PDF_COLUMN = "issued_documents", "pdf"
# Unsent text of single clerks, the queue of the hub, what was opened last: no part of the register.
LEFT_OUT = ("drafts", "outbox", "recents", "alembic_version")
SECRET = {"meta": f"WHERE key <> '{SIGNING_KEY}'"}  # who has it can speak for this window


def tables(tx: Connection) -> list[str]:
    """Return the tables of the register."""
    names = tx.exec_driver_sql(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND name NOT LIKE 'search%'"
        " ORDER BY name"
    ).scalars()
    return [name for name in names if name not in LEFT_OUT]


def rows(tx: Connection, table: str) -> tuple[tuple[str, ...], Iterable[tuple[Any, ...]]]:
    """Return a table's columns and its rows, bytes left out."""
    columns = [name for (name,) in tx.exec_driver_sql("SELECT name FROM pragma_table_info(?)", (table,))]
    kept = [name for name in columns if (table, name) != (PDF_TABLE, PDF_COLUMN)]
    listed = ", ".join(f'"{name}"' for name in kept)
    query = f'SELECT {listed} FROM "{table}" {SECRET.get(table, "")} ORDER BY 1, 2'
    return tuple(kept), (tuple(row) for row in tx.exec_driver_sql(query))


def documents(tx: Connection) -> Iterator[tuple[str, bytes]]:
    """Yield every issued document: a file name from its row, kind and number, and the bytes handed over."""
    for row_id, kind, number, pdf in tx.exec_driver_sql(
        "SELECT id, kind, number, pdf FROM issued_documents ORDER BY id"
    ):
        plain = "".join(c if c.isalnum() or c in "-〔〕" else "_" for c in number)
        yield f"{row_id:06d}-{kind}-{plain}.pdf", pdf


def schema(tx: Connection) -> str:
    """Return the tables' definitions."""
    found = tx.exec_driver_sql("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'search%'")
    return "".join(f"{sql};\n" for (sql,) in found)
