"""Which of the newest enquiries are not in the search index yet?

Entering one record into the index costs more than all the rest of its save. So the desk's saves leave it out, a search
reads those few rows themselves, and every thirty-second save brings the index up to date. The rows are the truth, so
a crash loses nothing.
"""

from sqlalchemy import Connection

from hallclient.storage.database import direct
from hallclient.storage.search_sources import Source

BATCH = 32  # rows a search may have to read one by one
_KEY = "search_tail"  # the first row id that is not indexed; absent when all are


def put_off(tx: Connection, row_id: int) -> None:
    """Leave a new row to the next ``catch_up``."""
    direct(tx)("INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT DO NOTHING", (_KEY, str(row_id)))


def first(tx: Connection) -> int | None:
    """Return the first row id that is not indexed; None when all are."""
    found = direct(tx)("SELECT value FROM meta WHERE key = ?", (_KEY,)).fetchone()
    return None if found is None else int(found[0])


def caught_up(tx: Connection) -> None:
    """Say that every row is indexed."""
    direct(tx)("DELETE FROM meta WHERE key = ?", (_KEY,))


def rows(tx: Connection, source: Source) -> list[tuple[object, ...]]:
    """Return the columns of the rows that are not indexed, newest first."""
    start = first(tx)
    if start is None:
        return []
    return list(
        direct(tx)(
            f"SELECT {', '.join(source.columns)} FROM {source.table} WHERE id >= ? AND voided = '' ORDER BY id DESC",
            (start,),
        )
    )
