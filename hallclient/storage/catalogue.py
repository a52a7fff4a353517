"""What has been published already, and where?"""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, Row, func, or_, select
from sqlalchemy.dialects.sqlite import insert

from hallclient.domain.register.catalogue import CatalogueEntry
from hallclient.storage.schema import catalogue


def put_many(tx: Connection, entries: Sequence[CatalogueEntry]) -> list[int]:
    """Enter published items; an index number already known is replaced. Return the row ids, in the order given."""
    if not entries:
        return []
    statement = insert(catalogue)
    fields = ("title", "document_number", "summary", "created_on", "category", "location")
    statement = statement.on_conflict_do_update(
        index_elements=["index_number"], set_={name: statement.excluded[name] for name in fields}
    )
    tx.execute(statement, [_values(entry) for entry in entries])
    ids = {row.index_number: row.id for row in tx.execute(select(catalogue.c.index_number, catalogue.c.id))}
    return [ids[entry.index_number] for entry in entries]


def get(tx: Connection, index_number: str) -> CatalogueEntry | None:
    """Return the item of that index number; None when there is none."""
    row = tx.execute(select(catalogue).where(catalogue.c.index_number == index_number)).one_or_none()
    return None if row is None else _entry(row)


def find(tx: Connection, text: str, *, limit: int = 50) -> list[CatalogueEntry]:
    """Return items whose title, document number, index number or summary holds ``text``, titles first."""
    text = text.strip()
    columns = (catalogue.c.title, catalogue.c.document_number, catalogue.c.index_number, catalogue.c.summary)
    query = select(catalogue)
    if text:
        query = query.where(or_(*(func.instr(func.lower(column), text.lower()) > 0 for column in columns)))
        query = query.order_by(func.instr(func.lower(catalogue.c.title), text.lower()) == 0)
    query = query.order_by(catalogue.c.created_on.desc(), catalogue.c.id).limit(limit)
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
    )
