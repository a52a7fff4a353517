"""What does a hub bear? ``python -m tests.benchmarks.hub_load city``, ``… province`` and ``… file`` print it as JSON.

A PostgreSQL of its own, started from the system's binaries, everything durable (fsync, full-page writes on). *city*:
200 windows report 250 days together, through their own logins, and the office checks and counts. *province*: ten
million window-days, generated in the server, then a day's 200,000 closings replayed; takes minutes and 25 GB. *file*:
a SQLite hub compares its windows.
"""

import base64
import io
import json
import os
import random
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from datetime import date, datetime, timedelta
from functools import partial
from typing import Any

import psycopg

from hallclient.domain.figures.delivery import SealedPacket
from hallclient.hub import admin, read, reporting
from hallclient.hub.database import HubDatabase, open_hub
from hallclient.hub.deliver import count, deliver
from hallclient.hub.judge import public_key
from tests.hub.postgres import Cluster, start
from tests.hub.windows import CODES, ReportingWindow

FIRST, UNTIL = date(2026, 1, 1), date(2027, 1, 1)
DAYS = 250
LINES = 30  # that are not zero, of a window's day
SENDERS, COUNTERS = 4, 2  # processes that play all windows, and the office's
SETTINGS = ("shared_buffers = 1GB", "max_wal_size = 8GB", "max_connections = 320", "work_mem = 64MB")
STORED = ("packets", "verdicts", "window_days", "rollup_days", "rollup_years")


def new_hub(cluster: Cluster) -> HubDatabase:
    with psycopg.connect(cluster.dsn("postgres"), autocommit=True) as server:
        server.execute("CREATE DATABASE hub")
    hub = open_hub(cluster.url("hub"))
    admin.init(hub)
    return hub


def fastest(work: Callable[[], object], times: int = 5) -> float:
    """Return the median of some runs, in seconds; the first warms up."""
    work()
    taken = []
    for _ in range(times):
        before = time.perf_counter()
        work()
        taken.append(time.perf_counter() - before)
    return statistics.median(taken)


def city(windows: int = 200, days: int = DAYS) -> dict[str, float]:
    cluster = start(durable=True, settings=SETTINGS)
    try:
        hub = new_hub(cluster)
        own = [ReportingWindow(f"SL01-W{n:03d}", f"单位{n % 20}") for n in range(1, windows + 1)]
        sent = {window.name: window.year(FIRST, days, lines=LINES) for window in own}
        known = {
            window.name: admin.enrol(hub, window.name, window.public_key, window.unit, since=FIRST) for window in own
        }
        told = together(cluster, [(known[name].login, known[name].password, packets) for name, packets in sent.items()])
        assert counted(cluster) == (windows * days, 0)
        told["packets"] = windows * days
        told |= floors(cluster, [window.name for window in own])
        told["signatures"] = signatures(own)
        told["one_closing"] = one_closing(cluster, hub, own[0], known[own[0].name])
        told |= queries(cluster, hub)
        told["window_year_kb"] = size(cluster) / windows / 1024
        hub.close()
        return told
    finally:
        cluster.stop()


def together(cluster: Cluster, windows: Sequence[tuple[str, str, list[SealedPacket]]]) -> dict[str, float]:
    """Let every window open its line, and then, at the same moment, all send what they have; then the office counts."""
    expected = sum(len(sent) for _, _, sent in windows)
    before = time.perf_counter()
    senders = _Crowd([lambda part=windows[n::SENDERS]: _lines(cluster, part) for n in range(SENDERS)])  # type: ignore[misc]
    opened = time.perf_counter()
    delivered = senders.go()
    assert counted(cluster) == (expected, expected)
    counting = _Crowd([lambda: _office(cluster)] * COUNTERS).go()
    assert counted(cluster) == (expected, 0)
    return {"open": opened - before, "deliver": delivered, "count": counting}


class _Crowd:
    """Processes that get ready, wait for each other, and then all do their work."""

    def __init__(self, prepares: Sequence[Callable[[], Callable[[], None]]]) -> None:
        ready_in, ready_out = os.pipe()
        go_in, self._go = os.pipe()
        self._children = []
        for prepare in prepares:
            if (child := os.fork()) == 0:
                code = 1
                try:
                    os.close(self._go)
                    work = prepare()
                    os.write(ready_out, b".")
                    os.read(go_in, 1)
                    work()
                    code = 0
                finally:
                    os._exit(code)
            self._children.append(child)
        os.close(go_in)
        for _ in self._children:
            os.read(ready_in, 1)

    def go(self) -> float:
        """Let them begin; return how long the last one took."""
        before = time.perf_counter()
        os.close(self._go)
        for child in self._children:
            assert os.waitpid(child, 0)[1] == 0
        return time.perf_counter() - before


def _lines(cluster: Cluster, windows: Sequence[tuple[str, str, list[SealedPacket]]]) -> Callable[[], None]:
    compiled: dict[Any, Any] = {}
    lines = []
    for login, password, sent in windows:
        hub = open_hub(cluster.url("hub", user=login, tcp=True, query="sslmode=disable"), password=password)
        # Each real window has a machine of its own to compile statements on; these share two cores.
        hub.engine = hub.engine.execution_options(compiled_cache=compiled)
        read.head(hub, sent[0].window)
        lines.append((hub, sent))

    def send() -> None:
        for hub, sent in lines:
            assert {receipt.verdict.value for receipt in deliver(hub, sent)} == {"received"}

    return send


def _office(cluster: Cluster) -> Callable[[], None]:
    hub = open_hub(cluster.url("hub"))
    read.unchecked(hub)

    def work() -> None:
        count(hub)

    return work


def counted(cluster: Cluster) -> tuple[int, int]:
    """Return how many packets have arrived, and how many of them wait to be counted."""
    with psycopg.connect(cluster.dsn("hub"), options="-c search_path=hall") as server:
        found = server.execute("SELECT (SELECT count(*) FROM packets), (SELECT count(*) FROM inbox)").fetchone()
    return (0, 0) if found is None else (found[0], found[1])


def floors(cluster: Cluster, windows: Sequence[str]) -> dict[str, float]:
    """COPY the very rows the hub holds now into tables of the same columns and keys, with nothing else done.

    ``copy_packets``: as they came, each window its own over a line of its own with a commit of its own. ``copy``: that,
    and then in one go what was counted. ``copy_at_once``: everything in one stream a table, as nobody reports.
    """
    with psycopg.connect(cluster.dsn("hub"), autocommit=True, options="-c search_path=hall") as server:
        for table in STORED:
            server.execute(f"CREATE TABLE bare_{table} (LIKE {table} INCLUDING INDEXES)")
        own = [_rows(server, f"SELECT * FROM packets WHERE \"window\" = '{window}'") for window in windows]
        whole = {table: _rows(server, f"SELECT * FROM {table}") for table in STORED}
        crowd = _Crowd([lambda part=own[n::SENDERS]: _bare_lines(cluster, part) for n in range(SENDERS)])  # type: ignore[misc]
        delivered = crowd.go()
        counted = sum(_copy(server, table, whole[table]) for table in STORED[1:])
        server.execute("TRUNCATE " + ", ".join(f"bare_{table}" for table in STORED))
        at_once = sum(_copy(server, table, rows) for table, rows in whole.items())
        server.execute("DROP TABLE " + ", ".join(f"bare_{table}" for table in STORED))
    return {"copy_packets": delivered, "copy": delivered + counted, "copy_at_once": at_once}


def signatures(windows: Sequence[ReportingWindow]) -> float:
    """Check the signature of every packet by the bare library, as many at a time as count: no office can do without."""
    signed = [
        (public_key(window.public_key), base64.b64decode(packet.signature), packet.signed_text)
        for window in windows
        for packet in window.sent
    ]

    def check(part: Sequence[tuple[Any, bytes, bytes]]) -> None:
        for key, signature, text in part:
            key.verify(signature, text)

    return _Crowd([lambda part=signed[n::COUNTERS]: partial(check, part) for n in range(COUNTERS)]).go()  # type: ignore[misc]


def _bare_lines(cluster: Cluster, own: Sequence[bytes]) -> Callable[[], None]:
    lines = [
        (psycopg.connect(cluster.dsn("hub"), autocommit=True, options="-c search_path=hall"), rows) for rows in own
    ]

    def send() -> None:
        for line, rows in lines:
            _copy(line, "packets", rows)

    return send


def _rows(server: psycopg.Connection[Any], query: str) -> bytes:
    rows = io.BytesIO()
    with server.cursor().copy(f"COPY ({query}) TO STDOUT (FORMAT binary)") as copy:
        for block in copy:
            rows.write(block)
    return rows.getvalue()


def _copy(server: psycopg.Connection[Any], table: str, rows: bytes) -> float:
    content = memoryview(rows)
    before = time.perf_counter()
    with server.cursor().copy(f"COPY bare_{table} FROM STDIN (FORMAT binary)") as copy:
        for at in range(0, len(content), 1 << 16):
            copy.write(content[at : at + (1 << 16)])
    return time.perf_counter() - before


def one_closing(cluster: Cluster, hub: HubDatabase, window: ReportingWindow, known: admin.Credentials) -> float:
    """Return the median time of a window's daily act: one packet handed over, its receipt in hand."""
    own = open_hub(cluster.url("hub", user=known.login, tcp=True), password=known.password)
    after = FIRST + timedelta(len(window.sent))
    days = iter(window.year(after, 60, lines=LINES))
    taken = fastest(lambda: deliver(own, [next(days)]), times=40)
    own.close()
    count(hub)
    return taken


def queries(cluster: Cluster, hub: HubDatabase) -> dict[str, float]:
    """Time the board's and the year's question, each beside a bare scan of the rows it reads."""
    working = [FIRST + timedelta(day) for day in range(366)]
    with psycopg.connect(cluster.dsn("hub"), autocommit=True, options="-c search_path=hall") as server:
        server.execute("VACUUM ANALYZE")  # as autovacuum does within minutes

        def scan_days() -> None:
            server.execute("SELECT unit, lines FROM rollup_days WHERE business_date >= %s", (FIRST,)).fetchall()

        def scan_board() -> None:
            server.execute(
                "SELECT count(*), max(revision), max(first_received_at), max(unit) FROM window_days"
                " WHERE business_date >= %s AND business_date < %s",
                (FIRST, UNTIL),
            ).fetchall()

        return {
            "year": fastest(lambda: read.totals(hub, FIRST, UNTIL)),
            "year_days": fastest(lambda: read.totals(hub, FIRST, date(2026, 12, 31))),
            "year_days_scan": fastest(scan_days),
            "board": fastest(lambda: reporting.completeness(hub, FIRST, UNTIL, working, now=datetime(2027, 1, 5))),
            "board_scan": fastest(scan_board),
        }


def size(cluster: Cluster) -> float:
    """Return the bytes of everything that is stored for good, indexes included."""
    with psycopg.connect(cluster.dsn("hub"), options="-c search_path=hall") as server:
        found = server.execute(
            "SELECT sum(pg_total_relation_size(c.oid)) FROM pg_class c JOIN pg_namespace n ON n.oid = relnamespace"
            " WHERE nspname = 'hall' AND relkind = 'r' AND relname ~ '^(packets|verdicts|window_days|rollup)'"
        ).fetchone()
    return float(found[0]) if found else 0.0


def main(what: str, *sizes: str) -> None:
    if what == "city":
        print(json.dumps(city(*map(int, sizes)), indent=1))
    elif what == "file":
        from tests.benchmarks.hub_file import file

        print(json.dumps(file(*map(int, sizes)), indent=1))
    else:
        from tests.benchmarks.hub_province import province

        print(json.dumps(province(*map(int, sizes)), indent=1))


if __name__ == "__main__":
    random.seed(1)
    assert len(CODES) >= LINES
    main(*sys.argv[1:])
