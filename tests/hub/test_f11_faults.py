"""F11: whatever happens on the way, each day counts once: nothing lost, nothing twice.

Senders and the office's counter are processes of their own; a proxy stands on the line. More than 500 faults a run:
lines refused, dropped, delayed, stalled, cut after the commit; packets replayed and shuffled; processes killed −9.
"""

import json
import random
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from hallclient.domain.figures import packet
from hallclient.domain.figures.delivery import Verdict, envelope
from hallclient.domain.figures.lines import Values, plus
from hallclient.hub import admin, read
from hallclient.hub.deliver import count
from hallclient.hub.schema import window_days
from tests.hub import senders
from tests.hub.conftest import Place
from tests.hub.fault_proxy import FaultProxy
from tests.hub.windows import ReportingWindow, some_lines

FIRST, UNTIL = date(2026, 1, 1), date(2027, 1, 1)
MONDAY = date(2026, 3, 2)
AT_LEAST = 500
LONGEST = 100.0  # seconds; it takes a tenth of that
OFTEN = {
    "server": ("refuse", "drop_out", "drop_in", "delay", "after_commit", "replay", "reorder", "killed sender"),
    "sqlite": ("replay", "reorder", "killed sender"),
}
ROOT = Path(__file__).parents[2]


def corrected_days(window: ReportingWindow, made: random.Random, packets: int) -> None:
    """Close days, and correct some of them later, as a window does."""
    day = MONDAY
    for _ in range(packets):
        known = [one for one in window.sent if one.kind == "day"]
        if known and made.random() < 0.25:
            again = made.choice(known).business_date
            revision = 1 + sum(1 for one in known if one.business_date == again)
            window.close(again, some_lines(made, 12), revision=revision)
        else:
            window.close(day, some_lines(made, 12))
            day += timedelta(1)


def newest(windows: list[ReportingWindow]) -> dict[tuple[str, date], tuple[int, Values]]:
    """Return what each window holds of its days: revision and lines."""
    held: dict[tuple[str, date], tuple[int, Values]] = {}
    for window in windows:
        for one in window.sent:
            held[one.window, one.business_date] = (one.revision, packet.read(one.payload).lines)
    return held


def logins(place: Place) -> dict[str, tuple[str, str]]:
    found = {name: (known.login, known.password) for name, known in place.credentials.items()}
    if place.hub.server:
        office = admin.enrol_office(place.hub, "zhou")
        found[""] = (office.login, office.password)
    return found


def the_hub_holds_exactly_what_the_windows_hold(place: Place, windows: list[ReportingWindow]) -> None:
    truth = newest(windows)
    with place.hub.reading() as tx:
        rows = tx.execute(window_days.select()).all()
    assert {(row.window, row.business_date): (row.revision, row.lines) for row in rows} == truth
    assert len(rows) == len(truth)
    expected: Values = {}
    for _, lines in truth.values():
        expected = plus(expected, lines)
    assert read.totals(place.hub, FIRST, UNTIL) == expected
    by_days: Values = {}
    for lines in read.by_day(place.hub, FIRST, UNTIL).values():
        by_days = plus(by_days, lines)
    assert by_days == expected
    assert read.kept_aside(place.hub) == []
    assert read.unchecked(place.hub) == 0
    for window in windows:
        assert read.head(place.hub, window.name) == window.head
        for day in {one.business_date for one in window.sent}:
            kept = read.history(place.hub, window.name, day)
            assert sorted(one.packet.revision for one in kept) == list(range(1, len(kept) + 1))
            assert [one.verdict for one in sorted(kept, key=lambda one: one.packet.revision)][-1] is Verdict.ACCEPTED


@pytest.fixture
def proxy(place: Place, request: pytest.FixtureRequest) -> Iterator[FaultProxy | None]:
    if not place.hub.server:
        yield None
        return
    standing = FaultProxy(request.getfixturevalue("cluster").port)
    yield standing
    standing.close()


def through(place: Place, proxy: FaultProxy | None) -> str:
    if proxy is None:
        return place.url + ("?sslmode=disable" if place.hub.server else "")
    direct = place.url.partition("@127.0.0.1:")[2].partition("/")
    return place.url.replace(f"127.0.0.1:{direct[0]}", f"127.0.0.1:{proxy.port}") + "?sslmode=disable"


def enough(place: Place, faults: Counter[str]) -> bool:
    return faults.total() >= AT_LEAST and min(faults[one] for one in OFTEN[place.way]) >= 20


@pytest.mark.slow
@pytest.mark.parametrize("place", ["server", "sqlite"], indirect=True)
def test_f11_idempotent_sync(place: Place, proxy: FaultProxy | None, tmp_path: Path) -> None:
    made = random.Random(4)
    windows = [ReportingWindow(f"SL01-W{n:02d}", f"单位{n % 2}") for n in range(1, 5)]
    place.enrol(*windows)
    for window in windows:
        corrected_days(window, made, 30)
    box = tmp_path / "outbox.sqlite"
    senders.fill(box, [envelope(one) for window in windows for one in window.sent], logins(place))
    url = through(place, proxy)
    office = "" if proxy is None else through(place, None)
    crowd = subprocess.Popen(
        [sys.executable, "-m", "tests.hub.senders", "crowd", url, str(box), office],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
    )
    try:
        until = time.monotonic() + LONGEST
        again = 0
        while time.monotonic() < until:
            time.sleep(0.1)
            done = senders.outbox(box)
            faults = Counter(dict(done.execute("SELECT what, count(*) FROM faults GROUP BY 1").fetchall()))
            if not senders.left_in(done):
                # All is there and the faults are not enough yet: everything once more, as after a lost receipt.
                done.execute("UPDATE box SET state = 'queued'")
                again += 1
            done.close()
            if enough(place, faults + (Counter() if proxy is None else proxy.faults)):
                break
    finally:
        if proxy is not None:
            proxy.calm = True
        output, _ = crowd.communicate(timeout=30)
    assert json.loads(output) == {"crashed": 0}
    if proxy is not None:
        faults += proxy.faults

    # Whatever still lies in the outbox goes out over a quiet line, as it would the next morning.
    calm = subprocess.run(
        [sys.executable, "-m", "tests.hub.senders", "step", "drain", "1", url, str(box)],
        capture_output=True,
        text=True,
        cwd=ROOT,
        check=True,
    )
    assert json.loads(calm.stdout)["survived"]
    count(place.hub)

    print(f"\n{place.way}: {faults.total()} faults, {dict(sorted(faults.items()))}, all sent again {again} times")
    assert enough(place, faults)
    the_hub_holds_exactly_what_the_windows_hold(place, windows)


@pytest.mark.slow
@pytest.mark.parametrize("place", ["server", "sqlite"], indirect=True)
def test_f11_killed_between_every_pair_of_steps_a_delivery_is_whole_or_not_there(place: Place, tmp_path: Path) -> None:
    window = ReportingWindow()
    place.enrol(window)
    corrected_days(window, random.Random(9), 3)
    box = tmp_path / "outbox.sqlite"
    senders.fill(box, [envelope(one) for one in window.sent], logins(place))
    steps = {"send": 0}
    for what in ("send", "count") if place.hub.server else ("send",):
        done = subprocess.run(
            [sys.executable, "-m", "tests.hub.senders", "step", what, "200", through(place, None), str(box)],
            capture_output=True,
            text=True,
            cwd=ROOT,
            check=True,
        )
        told = json.loads(done.stdout)
        assert told["survived"]
        steps[what] = told["steps"]

    assert min(steps.values()) > 20
    if senders.left(box):
        place.send(window, window.sent)
    the_hub_holds_exactly_what_the_windows_hold(place, [window])
