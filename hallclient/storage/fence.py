"""May numbers be given? A restored store waits until a supervisor has named the highest numbers given out."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection

from hallclient.storage import meta, number_ledger
from hallclient.storage.number_ledger import FENCE, SeriesState

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


def live_series(tx: Connection, *, years: tuple[int, ...]) -> list[SeriesState]:
    """Return the series a clerk may have gone on giving numbers of: those of ``years``, and those without a year."""
    return [
        state
        for state in number_ledger.states(tx)
        if state.year in (0, *years) and state.series.rpartition("-")[2] not in HISTORY
    ]


def lift(tx: Connection, highest: Mapping[tuple[str, int], int]) -> None:
    """Skip every series to its highest known serial and let numbering go on."""
    for (series, year), serial in sorted(highest.items()):
        number_ledger.skip_to(tx, series, year, serial, REASON)
    tx.exec_driver_sql("DELETE FROM meta WHERE key = ?", (FENCE,))
