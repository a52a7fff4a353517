"""May numbers be given? A restored store waits until a supervisor has named the highest numbers given out."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection

from hallclient.domain.register.numbers import Series, ledger_series
from hallclient.storage import meta, number_ledger
from hallclient.storage.day_closes import DAY_SERIES, IMPORT_SERIES
from hallclient.storage.number_ledger import FENCE, SeriesState

LIVE = (Series.APPLICATION, Series.ENQUIRY, Series.DISPUTE)
HISTORY = ("SH", "ZH", "FH")  # series of imports: no citizen holds such a number
REASON = "恢复跳号"


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
    for (series, year), serial in sorted(highest.items()):
        number_ledger.skip_to(tx, series, year, serial, REASON)
    tx.exec_driver_sql("DELETE FROM meta WHERE key = ?", (FENCE,))
