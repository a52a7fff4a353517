"""What did the hub say it holds of this window, and when? The second column of the echo, kept for when it is away."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Connection, Row, delete, select
from sqlalchemy.dialects.sqlite import insert

from hallclient.domain.figures.delivery import Held, lines_of, lines_text
from hallclient.storage import meta
from hallclient.storage.schema_figures import hub_echo

ASKED_AT = "echo_asked_at"


@dataclass(frozen=True, slots=True, kw_only=True)
class Echoed:
    """One day as the hub said it holds it, and when it said so."""

    held: Held
    asked_at: datetime


def put(tx: Connection, held: Iterable[Held], *, at: datetime) -> None:
    """Keep what the hub said of these days."""
    for one in held:
        values = {
            "revision": one.revision,
            "sha256": one.sha256,
            "lines": lines_text(dict(one.lines)),
            "locked_by": one.locked_by,
            "locked_reason": one.locked_reason,
            "open_until": one.open_until,
            "asked_at": at,
        }
        tx.execute(
            insert(hub_echo)
            .values(business_date=one.business_date, **values)
            .on_conflict_do_update(index_elements=["business_date"], set_=values)
        )


def replace(tx: Connection, held: Iterable[Held], first: date, until: date, *, at: datetime) -> None:
    """Keep what the hub said of all days from ``first`` to before ``until``: what it does not name it does not hold."""
    meta.put(tx, ASKED_AT, at.isoformat())
    tx.execute(delete(hub_echo).where(hub_echo.c.business_date >= first, hub_echo.c.business_date < until))
    put(tx, held, at=at)


def days(tx: Connection, first: date, until: date, *, window: str) -> dict[date, Echoed]:
    """Return what the hub last said of the days from ``first`` to before ``until``."""
    query = select(hub_echo).where(hub_echo.c.business_date >= first, hub_echo.c.business_date < until)
    return {row.business_date: _echoed(row, window) for row in tx.execute(query)}


def revision(tx: Connection, day: date) -> int:
    """Return the revision the hub said it holds of a day; 0 for none."""
    found: int | None = tx.execute(select(hub_echo.c.revision).where(hub_echo.c.business_date == day)).scalar()
    return found or 0


def asked_at(tx: Connection) -> datetime | None:
    """Return when the hub last told all it holds; None for never."""
    said = meta.get(tx, ASKED_AT)
    return datetime.fromisoformat(said) if said else None


def _echoed(row: Row[tuple[object, ...]], window: str) -> Echoed:
    return Echoed(
        held=Held(
            window=window,
            business_date=row.business_date,
            revision=row.revision,
            sha256=row.sha256,
            lines=lines_of(row.lines),
            locked_by=row.locked_by,
            locked_reason=row.locked_reason,
            open_until=row.open_until,
        ),
        asked_at=row.asked_at,
    )
