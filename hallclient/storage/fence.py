"""May numbers be given? A restored store waits until a supervisor has named the highest numbers given out."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, func, select

from hallclient.domain.figures.sending import Ahead
from hallclient.domain.register.numbers import Series, ledger_series
from hallclient.storage import meta, number_ledger
from hallclient.storage.day_closes import DAY_SERIES, IMPORT_SERIES
from hallclient.storage.number_ledger import FENCE, SeriesState
from hallclient.storage.schema_figures import day_closes, hub_echo

LIVE = (Series.APPLICATION, Series.ENQUIRY, Series.DISPUTE)
HISTORY = ("SH", "ZH", "FH")  # series of imports: no citizen holds such a number
REASON = "恢复跳号"
RESTORED = "restored_at"  # in ``meta``: when the store came back from a backup; stays when the fence is lifted


@dataclass(frozen=True, slots=True)
class Standing:
    """When the fence was set, and from which moment the restored store knows nothing."""

    restored_at: datetime
    backup_at: datetime


def raise_fence(tx: Connection, *, restored_at: datetime, backup_at: datetime) -> None:
    """Stop all numbering."""
    said = {"restored_at": restored_at.isoformat(), "backup_at": backup_at.isoformat()}
    meta.put(tx, FENCE, json.dumps(said))


def standing(tx: Connection) -> Standing | None:
    """Return the fence; None when numbers may be given."""
    said = meta.get(tx, FENCE)
    if not said:
        return None
    kept = json.loads(said)
    return Standing(datetime.fromisoformat(kept["restored_at"]), datetime.fromisoformat(kept["backup_at"]))


def live_series(tx: Connection, *, since: int, year: int) -> list[SeriesState]:
    """Return the series a clerk may have given numbers of between the years ``since`` and ``year``.

    The window's own series of this year are named even when the backup knows no number of them yet.
    """
    found = {
        (state.series, state.year): state
        for state in number_ledger.states(tx)
        if (state.year == 0 or since <= state.year <= year) and not _imported(state.series)
    }
    agency, window = meta.get(tx, "agency_code"), meta.get(tx, "window")
    own = [(ledger_series(agency, window, series), year) for series in LIVE] + [(DAY_SERIES, 0)]
    for name, of_year in own:
        found.setdefault((name, of_year), SeriesState(name, of_year, 1, 0, 0, 0, 0))
    return [found[key] for key in sorted(found)]


def _imported(series: str) -> bool:
    return series.rpartition("-")[2] in HISTORY or series == IMPORT_SERIES


def lift(tx: Connection, highest: Mapping[tuple[str, int], int]) -> None:
    """Skip every series to its highest known serial and let numbering go on."""
    found = standing(tx)
    for (series, year), serial in sorted(highest.items()):
        number_ledger.skip_to(tx, series, year, serial, REASON)
    if found is not None:
        meta.put(tx, RESTORED, found.restored_at.isoformat())
    tx.exec_driver_sql("DELETE FROM meta WHERE key = ?", (FENCE,))


def restored_at(tx: Connection) -> datetime | None:
    """Return when this store came back from a backup and goes on since; None for never, or while the fence stands."""
    said = meta.get(tx, RESTORED)
    return datetime.fromisoformat(said) if said and standing(tx) is None else None


def contested(tx: Connection, window: str, *, since: datetime) -> list[date]:
    """Return the days closed after ``since`` whose newest packet the hub would not count: it is known to hold another
    of the same or a higher revision, from before the restore."""
    rows = _newest(window).add_columns(hub_echo.c.revision.label("theirs"), hub_echo.c.sha256.label("their_hash"))
    rows = rows.join(hub_echo, hub_echo.c.business_date == day_closes.c.business_date)
    return [
        row.business_date
        for row in tx.execute(rows.where(day_closes.c.closed_at >= since, hub_echo.c.revision > 0))
        if row.theirs >= row.revision and row.their_hash != row.sha256
    ]


def ahead(tx: Connection, window: str) -> list[Ahead]:
    """Return the days of which the hub said it holds a newer revision than this store, the newest day first."""
    ours = _newest(window).subquery()
    query = (
        select(hub_echo.c.business_date, func.coalesce(ours.c.revision, 0), hub_echo.c.revision)
        .outerjoin(ours, ours.c.business_date == hub_echo.c.business_date)
        .where(hub_echo.c.revision > func.coalesce(ours.c.revision, 0))
        .order_by(hub_echo.c.business_date.desc())
    )
    return [Ahead(day=day, ours=mine, theirs=theirs) for day, mine, theirs in tx.execute(query)]


def _newest(window: str) -> Any:
    last = (
        select(func.max(day_closes.c.id))
        .where(day_closes.c.window == window, day_closes.c.kind == "day")
        .group_by(day_closes.c.business_date)
    )
    return select(day_closes.c.business_date, day_closes.c.revision, day_closes.c.sha256).where(
        day_closes.c.id.in_(last)
    )
