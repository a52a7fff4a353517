"""Which counts were entered by hand, and how large are they usually?"""

from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import Connection, Row, insert, select, update

from hallclient.domain.register.counter import Counter, CounterDraft, CounterEntry
from hallclient.storage.schema_figures import counters


def add(tx: Connection, draft: CounterDraft, *, by: str, at: datetime) -> int:
    """Enter a count; return its row id."""
    row_id: int = tx.execute(
        insert(counters).values(**_values(draft, by=by, at=at, historical=False)).returning(counters.c.id)
    ).scalar_one()
    return row_id


def add_many(tx: Connection, drafts: Sequence[CounterDraft], *, by: str, at: datetime) -> None:
    """Enter an import's counts, marked 历史导入."""
    if drafts:
        tx.execute(insert(counters), [_values(draft, by=by, at=at, historical=True) for draft in drafts])


def get(tx: Connection, entry_id: int) -> CounterEntry | None:
    """Return an entry; None when there is none."""
    row = tx.execute(select(counters).where(counters.c.id == entry_id)).one_or_none()
    return None if row is None else _entry(row)


def void(tx: Connection, entry_id: int, reason: str) -> bool:
    """Withdraw an entry with a reason; False when it was withdrawn already."""
    changed = tx.execute(
        update(counters).where(counters.c.id == entry_id, counters.c.voided == "").values(voided=reason)
    )
    return changed.rowcount == 1


def rows(tx: Connection, *, first: date, last: date) -> list[CounterEntry]:
    """Return the entries of the days ``first`` to ``last`` (both included), the newest day first."""
    query = select(counters).where(counters.c.on.between(first, last))
    return [_entry(row) for row in tx.execute(query.order_by(counters.c.on.desc(), counters.c.id.desc()))]


def by_month(tx: Connection, counter: Counter, *, until: date, months: int) -> list[Decimal]:
    """Return a flow's sums of the last ``months`` months before ``until`` that have entries, oldest first."""
    rows_ = tx.exec_driver_sql(
        'SELECT sum(CAST(round("count" * 10000) AS INTEGER)) FROM counters'
        ' WHERE counter = ? AND voided = \'\' AND "on" < ? GROUP BY substr("on", 1, 7)'
        ' ORDER BY substr("on", 1, 7) DESC LIMIT ?',
        (counter.value, until.replace(day=1).isoformat(), months),
    )
    return [Decimal(units).scaleb(-4) for (units,) in rows_][::-1]


def _values(draft: CounterDraft, *, by: str, at: datetime, historical: bool) -> dict[str, object]:
    return {
        "on": draft.on,
        "counter": draft.counter.value,
        "count": str(draft.count),
        "evidence": draft.evidence,
        "entered_at": at,
        "entered_by": by,
        "historical": historical,
    }


def _entry(row: Row[*tuple[Any, ...]]) -> CounterEntry:
    return CounterEntry(
        id=row.id,
        on=row.on,
        counter=Counter(row.counter),
        count=Decimal(row._mapping["count"]),
        evidence=row.evidence,
        entered_at=row.entered_at,
        entered_by=row.entered_by,
        historical=row.historical,
        voided=row.voided,
    )
