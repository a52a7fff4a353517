"""Ten million window-days in one PostgreSQL, and a province's day on top: run by ``hub_load.py province``.

The window-days are made inside the server from a thousand patterns, so that the sums are known without adding them up
and the roll-ups can be laid beside them; a sample is recounted from the rows.
"""

import os
import time
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Any

import psycopg

from hallclient.domain.figures.packet import GENESIS
from hallclient.hub import admin, read, reporting
from hallclient.hub.database import HubDatabase, open_hub
from hallclient.hub.deliver import count, deliver
from tests.benchmarks.hub_load import FIRST, LINES, SETTINGS, UNTIL, fastest, new_hub
from tests.hub.postgres import Cluster, start
from tests.hub.windows import CODES, ReportingWindow

WINDOWS = 2000  # of a city
UNIT = 40  # windows of a unit
PATTERNS = 1000
DAYS = 250
ONE_BY_ONE = 500  # windows with a login of their own, each with one closing
SENDERS = 4


# Window i (counted from 0) has pattern (7 i + day) mod 1000, so the sum of a unit's 40 windows depends only on
# (280 unit + day) mod 1000, and a year's on the unit mod 25.
def _statements(windows: int) -> str:
    return f"""
CREATE TABLE pattern AS
    SELECT p, json_object_agg(code, 1 + (p * 7 + n * 13) %% 90) AS lines
    FROM generate_series(0, {PATTERNS - 1}) AS p, unnest(%(codes)s::text[]) WITH ORDINALITY AS c(code, n) GROUP BY p;
CREATE TABLE unit_sum AS
    SELECT m, json_object_agg(code, total) AS lines FROM (
        SELECT m, code, sum(value::int) AS total FROM generate_series(0, {PATTERNS - 1}) AS m,
            generate_series(0, {UNIT - 1}) AS k, pattern, json_each_text(lines) AS e(code, value)
        WHERE p = (m + 7 * k) %% {PATTERNS} GROUP BY 1, 2) AS sums GROUP BY m;
INSERT INTO windows ("window", unit, login, since, enrolled_at, head)
    SELECT format('C%%s-W%%s', lpad((i / {WINDOWS} + 1)::text, 3, '0'), lpad((i %% {WINDOWS} + 1)::text, 4, '0')),
        'U' || i / {UNIT}, 'w' || i, %(first)s, now(), %(genesis)s
    FROM generate_series(0, {windows - 1}) AS i;
INSERT INTO window_days
    SELECT "window", %(first)s::date + day, unit, 1, day + 1,
        encode(sha256(format('%%s %%s', login, day)::bytea), 'hex'), pattern.lines, NULL, false, false,
        %(first)s::date + day + time '17:30', %(first)s::date + day + time '17:31', %(first)s::date + day + time '17:31'
    FROM generate_series(0, {DAYS - 1}) AS day, windows, pattern
    WHERE p = (7 * substr(login, 2)::int + day) %% {PATTERNS};
INSERT INTO rollup_days
    SELECT %(first)s::date + day, 'U' || u, {UNIT}, unit_sum.lines
    FROM generate_series(0, {DAYS - 1}) AS day, generate_series(0, {windows // UNIT - 1}) AS u, unit_sum
    WHERE m = (280 * u + day) %% {PATTERNS};
INSERT INTO rollup_years
    SELECT 2026, 'U' || u, lines FROM generate_series(0, {windows // UNIT - 1}) AS u, (
        SELECT r, json_object_agg(code, total) AS lines FROM (
            SELECT r, code, sum(value::int) AS total FROM generate_series(0, 24) AS r,
                generate_series(0, {DAYS - 1}) AS day, unit_sum, json_each_text(lines) AS e(code, value)
            WHERE m = (280 * r + day) %% {PATTERNS} GROUP BY 1, 2) AS sums GROUP BY r) AS years
    WHERE r = u %% 25;
UPDATE windows SET last_day = %(first)s::date + {DAYS - 1};
"""


def province(cities: int = 20, closing: int = 100) -> dict[str, float]:
    """Return seconds, bytes and rates: a year of ``cities``, and a day's closings of ``closing`` cities."""
    cluster = start(durable=True, settings=(*SETTINGS, "maintenance_work_mem = 512MB", "checkpoint_timeout = 30min"))
    try:
        hub = new_hub(cluster)
        before = time.perf_counter()
        _generate(cluster, cities * WINDOWS)
        told = {"generated": time.perf_counter() - before, "window_days": float(cities * WINDOWS * DAYS)}
        told |= _sizes(cluster) | _questions(cluster, hub)
        told |= _one_by_one(cluster, hub) | _replay(cluster, hub, closing)
        hub.close()
        return told
    finally:
        cluster.stop()


def _generate(cluster: Cluster, windows: int) -> None:
    given = {"codes": list(CODES[:LINES]), "first": FIRST, "genesis": GENESIS}
    with psycopg.connect(cluster.dsn("hub"), autocommit=True, options="-c search_path=hall") as server:
        cursor = psycopg.ClientCursor(server)
        for statement in _statements(windows).split(";\n"):
            if statement.strip():
                cursor.execute(statement, given)
        server.execute("VACUUM ANALYZE")
        # The sums that were laid beside the rows are those of the rows: a unit's day, and a unit's year.
        for first, until, unit in ((FIRST, FIRST + timedelta(1), "U7"), (FIRST, UNTIL, "U31")):
            recount = server.execute(
                "SELECT json_object_agg(code, total) FROM (SELECT code, sum(value::int) AS total FROM window_days,"
                " json_each_text(lines) AS e(code, value) WHERE unit = %s AND business_date >= %s"
                " AND business_date < %s GROUP BY 1) AS sums",
                (unit, first, until),
            ).fetchone()
            table, where = ("rollup_days", f"business_date = '{first}'") if until != UNTIL else ("rollup_years", "true")
            rolled = server.execute(f"SELECT lines FROM {table} WHERE unit = %s AND {where}", (unit,)).fetchone()
            assert recount is not None
            assert recount == rolled


def _sizes(cluster: Cluster) -> dict[str, float]:
    with psycopg.connect(cluster.dsn("hub"), options="-c search_path=hall") as server:

        def size(what: str) -> float:
            found = server.execute(f"SELECT {what}").fetchone()
            return float(found[0]) if found else 0.0

        return {
            "window_days_mb": size("pg_relation_size('window_days_2026')") / 1e6,
            "key_mb": size("pg_relation_size('window_days_2026_pkey')") / 1e6,
            "brin_kb": size(
                "sum(pg_relation_size(c.oid)) FROM pg_class c JOIN pg_am a ON a.oid = relam"
                " WHERE amname = 'brin' AND relkind = 'i' AND relname LIKE 'window_days_2026%'"
            )
            / 1e3,
            "rollup_days_mb": size("pg_total_relation_size('rollup_days')") / 1e6,
            "rollup_years_kb": size("pg_total_relation_size('rollup_years')") / 1e3,
        }


def _questions(cluster: Cluster, hub: HubDatabase) -> dict[str, float]:
    working = [FIRST + timedelta(day) for day in range(DAYS + 1)]
    day, month = FIRST + timedelta(180), FIRST + timedelta(150)
    now = datetime(2027, 1, 5)
    told = {
        "year": fastest(lambda: read.totals(hub, FIRST, UNTIL)),
        "year_by_unit": fastest(lambda: read.by_unit(hub, FIRST, UNTIL)),
        "quarter_by_day": fastest(lambda: read.totals(hub, FIRST, date(2026, 4, 1)), times=3),
        "board_day": fastest(lambda: reporting.completeness(hub, day, day + timedelta(1), working, now=now), times=3),
        "board_month": fastest(
            lambda: reporting.completeness(hub, month, month + timedelta(30), working, now=now), times=3
        ),
        "window_year": fastest(lambda: read.held(hub, "C001-W0815", FIRST, UNTIL)),
    }
    with psycopg.connect(cluster.dsn("hub"), autocommit=True, options="-c search_path=hall") as server:
        told["scan_all"] = fastest(lambda: server.execute("SELECT count(*) FROM window_days").fetchone(), times=3)
    return told


def _one_by_one(cluster: Cluster, hub: HubDatabase) -> dict[str, float]:
    """Windows with logins of their own hand over one closing each, one commit each; the office counts them."""
    windows = [ReportingWindow(f"D001-W{n:04d}", "市民政局") for n in range(1, ONE_BY_ONE + 1)]
    known = [admin.enrol(hub, one.name, one.public_key, one.unit, since=FIRST) for one in windows]
    rounds = [[one.close(FIRST + timedelta(day), {"enquiries.persons": 80}) for one in windows] for day in range(4)]
    go_in, go_out = os.pipe()
    ready_in, ready_out = os.pipe()
    for sender in range(SENDERS):
        if os.fork() == 0:
            code = 1
            os.close(go_out)
            try:
                compiled: dict[Any, Any] = {}
                # Lines are kept open, as many as one server takes at a time; the windows take turns on the clock.
                lines = []
                for index in range(sender, 240, SENDERS):
                    own = open_hub(
                        cluster.url("hub", user=known[index].login, tcp=True, query="sslmode=disable"),
                        password=known[index].password,
                    )
                    own.engine = own.engine.execution_options(compiled_cache=compiled)
                    read.head(own, windows[index].name)
                    lines.append((index, own))
                os.write(ready_out, b".")
                os.read(go_in, 1)
                for sent in rounds:
                    for index, own in lines:
                        deliver(own, [sent[index]])
                code = 0
            finally:
                os._exit(code)
    os.close(go_in)
    for _ in range(SENDERS):
        os.read(ready_in, 1)
    before = time.perf_counter()
    os.close(go_out)
    for _ in range(SENDERS):
        assert os.wait()[1] == 0
    taken = time.perf_counter() - before
    count(hub)
    return {"one_by_one_per_second": 240 * len(rounds) / taken}


def _replay(cluster: Cluster, hub: HubDatabase, cities: int) -> dict[str, float]:
    """A province's day: one packet of each window, taken in ten thousand a transaction, checked and counted."""
    day = FIRST + timedelta(320)
    windows = [
        ReportingWindow(f"E{city:03d}-W{n:04d}", f"V{city}-{n // UNIT}") for city in range(cities) for n in range(2000)
    ]
    _enrol_all(cluster, windows)
    packets = [one.close(day, {code: 1 + n % 90 for n, code in enumerate(CODES[:LINES])}) for one in windows]
    before = time.perf_counter()
    told = deliver(hub, packets, at_once=10_000)
    taken = time.perf_counter() - before
    assert {one.verdict.value for one in told} == {"accepted"}
    total = read.totals(hub, day, day + timedelta(1))
    assert total["enquiries.persons"] == len(packets)
    return {"closings": len(packets), "closings_seconds": taken, "closings_per_second": len(packets) / taken}


def _enrol_all(cluster: Cluster, windows: Sequence[ReportingWindow]) -> None:
    """Register windows and keys in one go: logins are not needed to take packets in from elsewhere."""
    with psycopg.connect(cluster.dsn("hub"), autocommit=True, options="-c search_path=hall") as server:
        names, units = [one.name for one in windows], [one.unit for one in windows]
        server.execute(
            'INSERT INTO windows ("window", unit, login, since, enrolled_at, head) SELECT w, u, lower(w), %s, now(), %s'
            " FROM unnest(%s::text[], %s::text[]) AS given(w, u)",
            (FIRST, GENESIS, names, units),
        )
        server.execute(
            'INSERT INTO window_keys ("window", public_key, enrolled_at) SELECT w, k, now()'
            " FROM unnest(%s::text[], %s::text[]) AS given(w, k)",
            (names, [one.public_key for one in windows]),
        )
