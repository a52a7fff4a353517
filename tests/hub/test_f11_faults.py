"""F11: whatever happens on the way, each day counts once: nothing lost, nothing twice.

Real windows' desks over real stores send from processes of their own, the office counts in another, and a clerk goes
on closing and correcting days meanwhile. More than 500 faults a run at each of the three ways: lines refused, dropped,
delayed, stalled, cut after the commit; packets replayed and shuffled; answers lost; errors after the commit; files of a
stick lost, torn, copied, brought late; another program in the hub's file; processes killed −9 at any step.
"""

import json
import os
import random
import sqlite3
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from closing_hall import SUPERVISOR

from hallclient.domain.figures.delivery import Verdict
from hallclient.domain.figures.lines import Values, plus
from hallclient.domain.figures.sending import PacketState
from hallclient.hub import admin, read
from hallclient.hub.schema import window_days
from hallclient.storage import day_closes, figures
from hallclient.storage.backup import snapshot
from tests.hub.conftest import Place
from tests.hub.fault_proxy import FaultProxy
from tests.hub.reporting_desks import NewWindow, Window

FIRST, UNTIL = date(2026, 1, 1), date(2027, 1, 1)
MONDAY = date(2026, 3, 2)
AT_LEAST, EACH = 500, 10
LONGEST = 300.0  # seconds; half a minute on a machine that has nothing else to do
SEED = int(os.environ.get("HALLCLIENT_F11_SEED", "4"))
OFTEN = {
    "server": (
        *("refuse", "drop_out", "drop_in", "delay", "after_commit"),
        *("replay", "reorder", "answer lost", "error after commit", "killed sender"),
    ),
    "sqlite": ("request lost", "answer lost", "error after commit", "delay", "replay", "reorder", "killed sender"),
    "folder": ("file lost", "file torn", "file twice", "file late", "killed sender", "killed counter"),
}
ROOT = Path(__file__).parents[2]


class Clerk:
    """Closes day after day and corrects some of them later, at every window in turn."""

    def __init__(self, windows: list[Window], seed: int) -> None:
        self._windows, self._made = windows, random.Random(seed)
        self._days = dict.fromkeys((window.name for window in windows), 0)

    def work(self) -> None:
        made = self._made
        window = made.choice(self._windows)
        done = self._days[window.name]
        if done and made.random() < 0.3:
            day = MONDAY + timedelta(made.randrange(done))
            window.hall.closing.adjust(day, "enquiries.persons", made.choice((1, 2)), "漏记", by=SUPERVISOR)
            return
        day = (MONDAY + timedelta(done)).isoformat()
        window.at(f"{day} 17:30:00")
        for _ in range(made.randrange(4)):
            window.hall.enquiry(day, persons=made.randint(1, 5))
        window.hall.close(day)
        self._days[window.name] += 1


def newest(windows: list[Window]) -> dict[tuple[str, date], tuple[int, Values]]:
    """Return what each window holds of its days: revision and lines."""
    held: dict[tuple[str, date], tuple[int, Values]] = {}
    for window in windows:
        with window.hall.database.reading() as tx:
            for day in day_closes.closed_days(tx, window.hall.office.window):
                packet = day_closes.get(tx, window.hall.office.window, day)
                assert packet is not None
                held[window.name, day] = (packet.revision, packet.lines)
    return held


def the_hub_holds_exactly_what_the_windows_hold(place: Place, windows: list[Window]) -> None:
    truth = newest(windows)
    with place.hub.reading() as tx:
        rows = tx.execute(window_days.select()).all()
    assert {(row.window, row.business_date): (row.revision, row.lines) for row in rows} == truth
    assert len(rows) == len(truth), "one row a window and day"
    expected: Values = {}
    for _, lines in truth.values():
        expected = plus(expected, {code: value for code, value in lines.items() if figures.is_flow(code)})
    assert expected["enquiries.persons"] > 0
    assert read.flows_only(read.totals(place.hub, FIRST, UNTIL)) == expected, "the annual sum is the local sum"
    by_days: Values = {}
    for lines in read.by_day(place.hub, FIRST, UNTIL).values():
        by_days = plus(by_days, lines)
    assert by_days == expected
    assert read.kept_aside(place.hub) == []
    assert read.unchecked(place.hub) == 0
    for window in windows:
        with window.hall.database.reading() as tx:
            assert read.head(place.hub, window.name) == day_closes.head(tx)
        for row in window.rows():
            assert row.state is PacketState.ACCEPTED, row
        for day in {one for of, one in truth if of == window.name}:
            kept = sorted(read.history(place.hub, window.name, day), key=lambda one: one.packet.revision)
            assert [one.packet.revision for one in kept] == list(range(1, len(kept) + 1)), "nothing lost, nothing twice"
            assert [one.verdict for one in kept[:-1]] == [Verdict.SUPERSEDED] * (len(kept) - 1)
            assert kept[-1].verdict is Verdict.ACCEPTED


@pytest.fixture
def proxy(place: Place, request: pytest.FixtureRequest) -> Iterator[FaultProxy | None]:
    if not place.hub.server:
        yield None
        return
    standing = FaultProxy(request.getfixturevalue("cluster").port, seed=SEED)
    yield standing
    standing.close()


def through(place: Place, proxy: FaultProxy | None) -> str:
    if proxy is None:
        return place.url + ("?sslmode=disable" if place.hub.server else "")
    direct = place.url.partition("@127.0.0.1:")[2].partition("/")
    return place.url.replace(f"127.0.0.1:{direct[0]}", f"127.0.0.1:{proxy.port}") + "?sslmode=disable"


def planned(place: Place, windows: list[Window], folder: Path, url: str) -> Path:
    """Write down who sends where, for the processes."""
    office = ("", "")
    if place.hub.server:
        made = admin.enrol_office(place.hub, "zhou")
        office = (made.login, made.password)
    place.stick.mkdir(exist_ok=True)
    for window in windows:
        (place.stick / window.name).mkdir(exist_ok=True)
    stores = []
    for window in windows:
        known = window.sync.access.url()
        login = known.partition("//")[2].partition("@")[0] if place.hub.server else ""
        name = window.hall.office.window
        stores.append((str(window.folder), name, login, window.sync.access.password(known) if known else ""))
    plan, faults = folder / "plan.json", folder / "faults"
    faults.touch()
    said = {
        "way": place.way,
        "url": url,
        "office_url": through(place, None),
        "office": office,
        "stick": str(place.stick),
        "faults": str(faults),
        "base": "",
        "reset": place.hub.engine.url.set(drivername="postgresql").render_as_string() if place.hub.server else "",
        "stores": stores,
    }
    plan.write_text(json.dumps(said), "utf-8")
    return plan


def started(*arguments: object, **options: Any) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "tests.hub.senders", *map(str, arguments)],
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": f"{ROOT}{os.pathsep}{ROOT / 'tests'}"},
        **options,
    )


def told(process: subprocess.Popen[str], timeout: float) -> dict[str, Any]:
    output, _ = process.communicate(timeout=timeout)
    assert process.returncode == 0
    said: dict[str, Any] = json.loads(output)
    return said


def drained(plan: Path) -> None:
    """Whatever still lies in the outboxes goes out over a quiet line, as it would the next morning."""
    assert told(started("drain", plan), 120)["left"] == []


@pytest.mark.slow
def test_f11_idempotent_sync(place: Place, proxy: FaultProxy | None, new_window: NewWindow, tmp_path: Path) -> None:
    windows = [new_window(f"W{n:02d}", unit=f"单位{n % 2}") for n in range(1, 4)]
    clerk = Clerk(windows, SEED)
    for _ in range(45):
        clerk.work()
    plan = planned(place, windows, tmp_path, through(place, proxy))
    log = tmp_path / "faults"
    crowd = started("crowd", SEED, plan, stdin=subprocess.PIPE)
    faults: Counter[str] = Counter()
    again = 0
    try:
        until = time.monotonic() + LONGEST
        while time.monotonic() < until and crowd.poll() is None:
            time.sleep(0.1)
            faults = Counter(log.read_text().split("\n")) + (Counter() if proxy is None else proxy.faults)
            del faults[""]
            if sum(len(window.sync.status()) for window in windows) < 90:
                clerk.work()
            elif all(row.state is PacketState.ACCEPTED for window in windows for row in window.sync.status()):
                # All is there and the faults are not enough yet: everything once more, as after a lost receipt.
                for window in windows:
                    window.hall.run("UPDATE outbox SET state = 'queued', next_at = NULL, receipt = '', reason = ''")
                again += 1
            if faults.total() >= AT_LEAST and min(faults[one] for one in OFTEN[place.way]) >= EACH:
                break
    finally:
        if proxy is not None:
            proxy.calm = True
        said = told(crowd, 30)
    print(f"\n{place.way}, seed {SEED}: {faults.total()} faults, {dict(sorted(faults.items()))}, again {again} times")
    assert said == {"crashed": []}
    assert faults.total() >= AT_LEAST
    assert {one: faults[one] for one in OFTEN[place.way] if faults[one] < EACH} == {}

    drained(plan)
    the_hub_holds_exactly_what_the_windows_hold(place, windows)


# What a round must go through, in this order; killed before each of these, and before whatever follows.
ROUND = {
    "server": (
        ("store", "UPDATE outbox", "claim"),
        ("store", "before the commit", "of the claim"),
        ("hub", "INSERT INTO packets", "the delivery"),
        ("hub", "before the commit", "of the delivery"),
        ("store", "UPDATE outbox", "the answer"),
        ("store", "INSERT INTO audit", "who was told"),
        ("store", "before the commit", "of the answer"),
    ),
    "sqlite": (
        ("store", "UPDATE outbox", "claim"),
        ("store", "before the commit", "of the claim"),
        ("hub", "INSERT INTO packets", "the delivery"),
        ("hub", "INSERT INTO inbox", "to be judged"),
        ("hub", "INSERT INTO window_days", "the day"),
        ("hub", "INSERT INTO rollup_days", "the roll-up by day"),
        ("hub", "INSERT INTO rollup_years", "the roll-up by year"),
        ("hub", "INSERT INTO verdicts", "the verdict"),
        ("hub", "DELETE FROM inbox", "judged"),
        ("hub", "UPDATE windows", "the head of the chain"),
        ("hub", "before the commit", "of the delivery"),
        ("store", "UPDATE outbox", "the answer"),
        ("store", "before the commit", "of the answer"),
    ),
    "folder": (
        ("store", "UPDATE outbox", "claim"),
        ("store", "before the commit", "of the claim"),
        ("stick", "open of part", "the file half written"),
        ("stick", "os.rename of part", "the file whole"),
        ("store", "UPDATE outbox", "handed over"),
        ("store", "before the commit", "of the handing over"),
    ),
}
COUNTING = (
    ("hub", "INSERT INTO window_days", "the day"),
    ("hub", "INSERT INTO rollup_days", "the roll-up by day"),
    ("hub", "INSERT INTO rollup_years", "the roll-up by year"),
    ("hub", "INSERT INTO verdicts", "the verdict"),
    ("hub", "DELETE FROM inbox", "judged"),
    ("hub", "UPDATE windows", "the head of the chain"),
    ("hub", "before the commit", "of the count"),
)


def none_is_missing(names: list[str], wanted: tuple[tuple[str, str, str], ...]) -> None:
    """The steps a process died at hold these, in this order."""
    at = 0
    for whose, what, why in wanted:
        found = next((n for n in range(at, len(names)) if names[n].startswith(whose) and like(names[n], what)), None)
        assert found is not None, f"nobody was killed at {whose} {what} ({why}) after step {at} of {names}"
        at = found + 1


def like(name: str, what: str) -> bool:
    words = what.split()
    place = name.find(words[0])
    return place >= 0 and all(word in name[place:] for word in words[1:])


@pytest.mark.slow
def test_f11_killed_between_every_pair_of_steps_a_packet_is_whole_or_not_there(
    place: Place, new_window: NewWindow, tmp_path: Path
) -> None:
    """For each step of a round, from the same beginning: killed −9 there; whoever comes next finds all or nothing of
    it, and in the end each packet is there once. An undisturbed round tells the steps, so that none is left out."""
    window = new_window()
    clerk = Clerk([window], 9)
    for _ in range(3):
        clerk.work()
    killed = {}
    for what, wanted in (("send", ROUND[place.way]), *(() if place.way == "sqlite" else (("look", COUNTING),))):
        said = told(started("steps", what, copied(place, window, tmp_path / what)), 400)
        none_is_missing(said["names"], wanted)
        assert said["wrong"] == {}
        killed[what] = len(said["names"])
    print(f"\n{place.way}: killed at {killed} steps")
    assert min(killed.values()) >= 10


def copied(place: Place, window: Window, folder: Path) -> Path:
    """Write a plan over copies of store and hub, which a process may put back as often as it likes."""
    base, work = folder / "base", folder / "work"
    base.mkdir(parents=True)
    work.mkdir()
    snapshot(window.hall.database, base / "hall.db")
    if not place.hub.server:
        with closing(sqlite3.connect(place.url.removeprefix("sqlite:///"))) as hub:
            hub.execute("VACUUM INTO ?", (str(base / "hub.sqlite"),))
    said = json.loads(planned(place, [window], folder, through(place, None)).read_text("utf-8"))
    said["base"], said["stores"] = str(base), [[str(work), *said["stores"][0][1:]]]
    if not place.hub.server:
        said["url"] = said["office_url"] = f"sqlite:///{work}/hub.sqlite"
    plan = folder / "copied.json"
    plan.write_text(json.dumps(said), "utf-8")
    return plan
