"""Which years' holiday notices did a supervisor import? They stand before the packs that came with the program."""

import json
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, func, insert, select

from hallclient.domain.law.calendar_packs import CalendarPack, LocalOverride
from hallclient.storage import schema


def add(tx: Connection, pack: CalendarPack, *, at: datetime, by: str) -> int:
    """Keep a pack as the newest of its year and return its revision; earlier ones stay to be looked up."""
    table = schema.calendar_packs
    last = tx.execute(select(func.coalesce(func.max(table.c.revision), 0)).where(table.c.year == pack.year))
    revision = int(last.scalar_one()) + 1
    tx.execute(
        insert(table).values(
            year=pack.year,
            revision=revision,
            payload=json.dumps(_payload(pack), ensure_ascii=False, sort_keys=True),
            sha256=pack.sha256,
            imported_at=at,
            imported_by=by,
        )
    )
    return revision


def newest(tx: Connection) -> tuple[CalendarPack, ...]:
    """Return the newest imported pack of each year that has one."""
    rows = tx.exec_driver_sql(
        "SELECT payload FROM calendar_packs p WHERE revision ="
        " (SELECT max(revision) FROM calendar_packs q WHERE q.year = p.year) ORDER BY year"
    )
    return tuple(_pack(json.loads(payload)) for (payload,) in rows)


def _payload(pack: CalendarPack) -> dict[str, Any]:
    return {
        "year": pack.year,
        "off": {day.isoformat(): name for day, name in pack.off.items()},
        "work": {day.isoformat(): name for day, name in pack.work.items()},
        "source": pack.source,
        "document_no": pack.document_no,
        "published": pack.published.isoformat() if pack.published else None,
        "announced": pack.announced,
        "extra_days": pack.extra_days,
        "local": [[entry.day.isoformat(), entry.working, entry.reason, entry.document] for entry in pack.local],
    }


def _pack(kept: Mapping[str, Any]) -> CalendarPack:
    return CalendarPack(
        year=kept["year"],
        off={date.fromisoformat(day): name for day, name in kept["off"].items()},
        work={date.fromisoformat(day): name for day, name in kept["work"].items()},
        source=kept["source"],
        document_no=kept["document_no"],
        published=date.fromisoformat(kept["published"]) if kept["published"] else None,
        announced=kept["announced"],
        extra_days=kept["extra_days"],
        local=tuple(
            LocalOverride(date.fromisoformat(day), working, reason, document)
            for day, working, reason, document in kept["local"]
        ),
    )
