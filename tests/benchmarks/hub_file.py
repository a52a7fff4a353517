"""What does a hub in a SQLite file take to compare its windows? Run by ``hub_load.py file``."""

import json
import random
import resource
import tempfile
import time
from datetime import date, timedelta
from pathlib import Path

from hallclient.domain.figures import oversight
from hallclient.hub import admin, monthly
from hallclient.hub.bulk import put
from hallclient.hub.database import HubDatabase, open_hub
from hallclient.hub.schema import window_days
from hallclient.storage import figures
from tests.hub.windows import CODES

FIRST, UNTIL, DAYS, LINES = date(2026, 1, 1), date(2027, 1, 1), 250, 30


def file(*sizes: int) -> list[dict[str, float]]:
    """Return for each number of windows how long a year of 250 days takes, and how much memory more."""
    return [_compared(windows) for windows in sizes or (500, 2000, 5000)]


def _compared(windows: int) -> dict[str, float]:
    codes = oversight.watched(figures.lines())
    with tempfile.TemporaryDirectory() as folder:
        hub = open_hub(f"sqlite:///{Path(folder) / 'hub.sqlite'}")
        admin.init(hub)
        names = [f"SL01-W{number:04d}" for number in range(windows)]
        _fill(hub, names, codes)
        peak, before = _peak(), time.perf_counter()
        found = monthly.of_windows(hub, names, codes, FIRST, UNTIL)
        taken = time.perf_counter() - before
        hub.close()
    assert len({window for window, _ in found}) == windows
    return {"windows": windows, "seconds": round(taken, 2), "megabytes": round((_peak() - peak) / 1024, 1)}


def _fill(hub: HubDatabase, names: list[str], codes: tuple[str, ...] | list[str]) -> None:
    made = random.Random(1)
    texts = [
        json.dumps({code: made.randrange(1, 90) for code in sorted({*made.sample(list(CODES), LINES), *codes})})
        for _ in range(500)
    ]
    for number, name in enumerate(names):
        rows = [
            {
                "window": name,
                "business_date": (FIRST + timedelta(day)).isoformat(),
                "unit": f"U{number % 40}",
                "revision": 1,
                "z_number": day + 1,
                "sha256": "0" * 64,
                "lines": made.choice(texts),
                "imported": None,
                "zero": 0,
                "levels": 0,
                "closed_at": "2026-01-01 17:30:00.000000",
                "first_received_at": "2026-01-01 17:31:00.000000",
                "received_at": "2026-01-01 17:31:00.000000",
            }
            for day in range(DAYS)
        ]
        with hub.writing() as tx:
            put(tx, window_days, rows, replace=False)


def _peak() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
