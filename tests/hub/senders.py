"""Run as a program: real windows' senders and the office's counter as processes of their own, killed −9 at any step.

``senders.py crowd PLAN`` keeps two senders, the office and whoever disturbs running over the stores of PLAN (JSON),
forked again whenever one dies, until its input closes. ``senders.py steps WHAT PLAN`` does one thing once for each
step it has, dies there, and lets another go on; ``senders.py drain PLAN`` sends what is left over a quiet line.

Each sender is the window's own desk over its own encrypted store: claim, seal, hand over, note. A line of JSON at the
end says what was done.
"""

import json
import logging
import os
import random
import select
import shutil
import signal
import sqlite3
import sys
import time
from collections.abc import Callable, Collection, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

from closing_hall import CLERK, Hall
from sqlalchemy import event

from hallclient.domain.figures import sending
from hallclient.domain.figures.delivery import Receipt, SealedPacket
from hallclient.domain.figures.lines import plus
from hallclient.domain.register.permissions import Clerk, Role
from hallclient.foundation.credentials import Vault
from hallclient.foundation.trouble import Trouble
from hallclient.hub import database, folder, read, schema
from hallclient.hub.database import HubDatabase, HubUnreachable, open_hub
from hallclient.hub.deliver import count
from hallclient.services import sync_round
from hallclient.services.hub_door import DatabaseDoor, HubAccess
from hallclient.services.hub_office import HubOfficeDesk
from hallclient.services.sync import RECEIPT, SyncDesk
from hallclient.storage import day_closes, outbox, outbox_view

OFFICE = Clerk(name="zhou", display_name="周主任", roles=frozenset({Role.OFFICE}))
Steps = Callable[[str], None]
FIRST, UNTIL = date(2026, 1, 1), date(2027, 1, 1)


@dataclass(frozen=True)
class Plan:
    """Who sends where. ``stores`` are (folder, window, login, password); ``office`` is (login, password).

    ``base`` holds the first store's and the hub's file as they were at the beginning; ``reset`` is the way in for who
    puts a server back to it.
    """

    way: str
    url: str
    office_url: str
    office: tuple[str, str]
    stick: Path
    faults: Path
    base: Path
    reset: str
    stores: tuple[tuple[str, str, str, str], ...]

    @classmethod
    def read(cls, path: Path) -> "Plan":
        said = json.loads(path.read_text("utf-8"))
        return cls(
            way=said["way"],
            url=said["url"],
            office_url=said["office_url"],
            office=tuple(said["office"]),
            stick=Path(said["stick"]),
            faults=Path(said["faults"]),
            base=Path(said["base"]),
            reset=said["reset"],
            stores=tuple(tuple(one) for one in said["stores"]),
        )

    def note(self, fault: str) -> None:
        """Write a fault down; one short write at the end of a file, so that processes do not tear each other's."""
        with self.faults.open("a") as file:
            file.write(fault + "\n")


def quick() -> None:
    """Let what takes a minute or an hour at the counter take a moment here: the order of things stays the same."""
    outbox.CLAIM_LASTS = outbox_view.CLAIM_LASTS = timedelta(seconds=0.4)
    sending.BACK_OFF = (0.02, 0.05, 0.1)  # type: ignore[assignment]
    sending.ASK_AGAIN = sync_round.ASK_AGAIN = timedelta(seconds=0.3)
    database.VISIT, database.CONNECT = 2.0, 2
    logging.disable(logging.CRITICAL)


class Rough:
    """A way to the hub on which packets are repeated, shuffled, lost, held up; ``fair`` lets them through."""

    def __init__(self, door: DatabaseDoor, plan: Plan, made: random.Random, older: Sequence[SealedPacket]) -> None:
        self._door, self._plan, self._made, self._older = door, plan, made, older

    def deliver(self, packets: Sequence[SealedPacket]) -> Sequence[Receipt | None]:
        made, sent = self._made, list(packets)
        if made.random() < 0.5 and self._older:
            self._plan.note("replay")
            sent = [*self._older, *sent, *sent[:1]]
        if made.random() < 0.4 and len(sent) > 1:
            self._plan.note("reorder")
            made.shuffle(sent)
        self._perhaps("request lost", 0.1)
        told = dict(zip(sent, self._door.deliver(sent), strict=True))
        self._perhaps("answer lost", 0.2)
        if made.random() < 0.2:
            self._plan.note("error after commit")
            raise OverflowError
        return [told[one] for one in packets]

    def receipts(self, packets: Sequence[SealedPacket]) -> Sequence[Receipt | None]:
        self._perhaps("request lost", 0.1)
        return self._door.receipts(packets)

    def _perhaps(self, fault: str, chance: float) -> None:
        if self._made.random() < chance:
            self._plan.note(fault)
            raise HubUnreachable


def opened(plan: Plan, number: int) -> tuple[Hall, SyncDesk]:
    """Open a window's store, with the clock of the machine."""
    where, window, _login, _password = plan.stores[number]
    hall = Hall(Path(where) / "hall.db", "2026-03-02 17:30:00")
    hall.office.window = window
    hall.office.now = datetime.now
    return hall, SyncDesk(hall.office, HubAccess(Path(where), Vault(Path(where), keyring=lambda: None)))


def hub_of(plan: Plan, number: int) -> HubDatabase:
    _where, _window, login, password = plan.stores[number]
    return open_hub(plan.url.replace("USER", login), password=password)


def send_once(plan: Plan, number: int, made: random.Random, steps: Steps, *, rough: bool) -> None:
    """One round of a window's own desk."""
    hall, sync = opened(plan, number)
    listen(hall.database.engine, steps, "store")
    try:
        if plan.way == "folder":
            watch(plan.stick, steps)
            stick = plan.stick / sync.window
            with suppress(Trouble):
                sync.write_to(stick, by=CLERK, readable=False)
                sync.read_receipts(stick, by=CLERK)
            return
        hub = hub_of(plan, number)
        listen(hub.engine, steps, "hub")
        door: Any = DatabaseDoor(hub)
        if rough:
            known = [row.id for row in sync.status()]
            older = [sync.sealed(row, by=CLERK) for row in made.sample(known, min(3, len(known)))]
            door = Rough(door, plan, made, older)
        sync.push(by=CLERK, door=door)
        hub.close()
    finally:
        hall.database.close()


def look_once(plan: Plan, steps: Steps, *, limit: int = 20_000) -> None:
    """The office's part: count what came in, or take in what lies on the sticks."""
    hub = open_hub(plan.office_url.replace("USER", plan.office[0]), password=plan.office[1])
    listen(hub.engine, steps, "hub")
    if plan.way != "folder":
        count(hub, limit=limit)
        hub.close()
        return
    watch(plan.stick, steps)
    hall, sync = opened(plan, 0)  # the office's machine has a store of its own for its audit: a window's will do
    desk = HubOfficeDesk(
        hall.office, HubAccess(Path(plan.stores[0][0]), sync.access._vault, opener=lambda *_, **__: hub)
    )
    try:
        for stick in sorted(plan.stick.iterdir()):
            with suppress(Trouble):
                desk.access.given = (plan.office_url, "")
                desk.receive_from(stick, by=OFFICE)
    finally:
        hall.database.close()


def listen(engine: Any, steps: Steps, whose: str) -> None:
    """Call ``steps`` before every statement, which is after the one before it, and before every commit.

    Not between two statements that only read: nothing outside the process can tell whether the second was asked.
    A SQLite connection tells itself what it is about to do, whoever asks it.
    """
    read = [False]

    def before(text: str) -> None:
        said = " ".join(text.split())
        if said.startswith("--"):
            return  # what a trigger does is part of its statement
        reads = said.startswith(("SELECT", "PRAGMA", "SAVEPOINT", "RELEASE")) and "open_year" not in said
        if not (reads and read[0]):
            steps(f"{whose}: before {'the commit' if said.startswith('COMMIT') else said[:40]}")
        read[0] = reads

    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", lambda connection, _record: connection.set_trace_callback(before))
    else:
        event.listen(engine, "before_cursor_execute", lambda _c, _r, text, *_: before(text))
        event.listen(engine, "commit", lambda _connection: before("COMMIT"))


_watched: list[tuple[str, Steps]] = []


def watch(where: Path, steps: Steps) -> None:
    """Call ``steps`` before every file of ``where`` is opened, renamed or removed."""
    if not _watched:
        sys.addaudithook(_seen)
    _watched[:] = [(str(where), steps)]


def _seen(event_: str, arguments: tuple[Any, ...]) -> None:
    if event_ in ("open", "os.rename", "os.remove") and _watched:
        where, steps = _watched[0]
        if isinstance(arguments[0], str | Path) and str(arguments[0]).startswith(where):
            steps(f"stick: before {event_} of {'part' if str(arguments[0]).endswith('.part') else 'file'}")


def dying(chance: float, made: random.Random) -> Steps:
    def step(_name: str) -> None:
        if made.random() < chance:
            os.kill(os.getpid(), signal.SIGKILL)

    return step


def sender(plan: Plan, made: random.Random) -> None:
    for _ in range(6):
        with suppress(Trouble):
            send_once(plan, made.randrange(len(plan.stores)), made, dying(0.002, made), rough=True)


def counter(plan: Plan, made: random.Random) -> None:
    for _ in range(10):
        with suppress(Trouble):
            look_once(plan, dying(0.004, made), limit=made.randint(1, 40))
        time.sleep(0.02)


def carrier(plan: Plan, made: random.Random) -> None:
    """Whoever carries the sticks: loses files, tears them, copies them, forgets them in a pocket for a while."""
    pocket = plan.stick.with_name("pocket")
    pocket.mkdir(exist_ok=True)
    for _ in range(30):
        files = [*plan.stick.glob(f"*/*{folder.ENDING}"), *plan.stick.glob(f"*/*{RECEIPT}")]
        if files:
            one = made.choice(files)
            fault = made.choice(("file lost", "file torn", "file twice", "file late"))
            with suppress(OSError):
                {"file lost": _lost, "file torn": _torn, "file twice": _twice, "file late": _late}[fault](one, pocket)
                plan.note(fault)
        if made.random() < 0.3:
            for kept in pocket.iterdir():
                with suppress(OSError):
                    kept.replace(plan.stick / kept.name.partition("_")[0] / kept.name)
        time.sleep(made.uniform(0, 0.02))


def _lost(path: Path, _pocket: Path) -> None:
    path.unlink()


def _torn(path: Path, _pocket: Path) -> None:
    content = path.read_bytes()
    path.write_bytes(content[: len(content) // 2])


def _twice(path: Path, _pocket: Path) -> None:
    shutil.copyfile(path, path.with_name(f"copy of {path.name}"))


def _late(path: Path, pocket: Path) -> None:
    path.replace(pocket / path.name)


def jam(plan: Plan, made: random.Random) -> None:
    """Another program that holds the hub's file for a moment."""
    hub = sqlite3.connect(plan.url.removeprefix("sqlite:///"), isolation_level=None, timeout=5)
    for _ in range(20):
        with suppress(sqlite3.OperationalError):
            hub.execute("BEGIN IMMEDIATE")
            plan.note("delay")
            time.sleep(made.uniform(0, 0.15))
            hub.execute("ROLLBACK")
        time.sleep(made.uniform(0, 0.2))
    hub.close()


CROWDS: dict[str, Collection[str]] = {
    "server": ("sender 1", "sender 2", "counter"),
    "sqlite": ("sender 1", "sender 2", "jam"),
    "folder": ("sender 1", "sender 2", "counter", "carrier"),
}
WORK = {"sender 1": sender, "sender 2": sender, "counter": counter, "carrier": carrier, "jam": jam}


def crowd(plan: Plan, first_seed: int) -> None:
    """Keep everybody running until the input closes."""
    quick()
    made = random.Random(first_seed)
    crashed: list[str] = []
    running: dict[int, str] = {}
    ending = False
    while True:
        for kind in CROWDS[plan.way]:
            if kind not in running.values() and not ending:
                seed = made.randrange(2**31)
                running[forked(partial(WORK[kind], plan, random.Random(seed)))] = kind
        done, status = os.waitpid(-1, os.WNOHANG) if running else (0, 0)
        if done:
            kind = running.pop(done)
            if os.WIFSIGNALED(status) and not ending:
                plan.note(f"killed {kind.partition(' ')[0]}")
            elif os.WIFEXITED(status) and os.WEXITSTATUS(status):
                crashed.append(kind)
        if not ending and closed():
            ending = True
            for child in running:
                os.kill(child, signal.SIGKILL)
        if ending and not running:
            break
        if not done:
            time.sleep(0.005)
    print(json.dumps({"crashed": crashed}))


def forked(work: Callable[[], None]) -> int:
    """Start ``work`` in a process of its own and return its id."""
    if child := os.fork():
        return child
    code = 1
    try:
        work()
        code = 0
    except BaseException:
        import traceback

        traceback.print_exc()
    finally:
        os._exit(code)


def closed() -> bool:
    """Tell whether nobody holds the other end of our input any more."""
    return bool(select.select([0], [], [], 0)[0]) and os.read(0, 1) == b""


def steps(what: str, plan: Plan) -> None:
    """Do one thing once for each step it has, each time from the same beginning, dying at that step; then let the next
    program go on, and look whether all is there once. Tell the steps, and what was found wrong after each."""
    quick()
    outbox.CLAIM_LASTS = outbox_view.CLAIM_LASTS = timedelta(seconds=0.005)
    said = _heard(lambda tell: _doing(what, plan, lambda name: tell(name)), plan, what)
    wrong = {}
    for nth, name in enumerate(said):
        died = _heard(lambda tell, nth=nth: _doing(what, plan, _at(nth, tell)), plan, what)
        if died != [name]:
            wrong[nth] = f"died at {died}, not at {name}"
        elif found := _heard(lambda tell: _morning_after(plan, tell)):
            wrong[nth] = f"{name}: {found}"
    print(json.dumps({"names": said, "wrong": wrong}))


def _heard(work: Callable[[Callable[[str], None]], None], afresh: Plan | None = None, what: str = "") -> list[str]:
    """Do something in a process of its own, perhaps from the beginning, and return what it told before it ended."""
    if afresh is not None:
        begin(afresh)
        if what == "look":
            send_once(afresh, 0, random.Random(1), lambda _name: None, rough=False)
    reading, writing = os.pipe()
    child = forked(lambda: work(lambda name: bool(os.write(writing, f"{name}\n".encode())) or None))
    os.close(writing)
    with os.fdopen(reading) as said:
        told = said.read().splitlines()
    _, status = os.waitpid(child, 0)
    if os.WIFEXITED(status) and os.WEXITSTATUS(status):
        raise SystemExit(f"{what}: a process failed after {told}")
    return told


def _doing(what: str, plan: Plan, step: Steps) -> None:
    if what == "send":
        send_once(plan, 0, random.Random(3), step, rough=False)
    else:
        look_once(plan, step)


def _at(nth: int, tell: Callable[[str], None]) -> Steps:
    counted = [0]

    def step(name: str) -> None:
        counted[0] += 1
        if counted[0] > nth:
            tell(name)
            os.kill(os.getpid(), signal.SIGKILL)

    return step


def begin(plan: Plan) -> None:
    """Put store, hub and stick back to the beginning: nothing is sent yet."""
    where = Path(plan.stores[0][0])
    for copy in plan.base.iterdir():
        for path in where.glob(f"{copy.name}*"):
            path.unlink()
        shutil.copyfile(copy, where / copy.name)
    for path in plan.stick.glob("*/*"):
        path.unlink()
    if plan.way == "server":
        import psycopg

        with psycopg.connect(plan.reset, autocommit=True) as server:
            server.execute("TRUNCATE hall.packets, hall.inbox, hall.verdicts, hall.window_days, hall.rollup_days")
            server.execute("TRUNCATE hall.rollup_years")
            server.execute("UPDATE hall.windows SET head = %s, last_day = NULL", ("0" * 64,))


def _morning_after(plan: Plan, tell: Callable[[str], None]) -> None:
    """Go on from what a killed process left, and tell what is not as it should be then."""
    time.sleep(0.01)
    hall, sync = opened(plan, 0)
    shown = {row.state for row in sync.status()}
    hall.database.close()
    if plan.way != "folder" and sending.PacketState.SENT in shown:
        tell(f"shown as {shown}")
    for _ in range(2):
        send_once(plan, 0, random.Random(1), lambda _name: None, rough=False)
        look_once(plan, lambda _name: None)
    send_once(plan, 0, random.Random(1), lambda _name: None, rough=False)
    hall, sync = opened(plan, 0)
    hub = open_hub(plan.office_url.replace("USER", plan.office[0]), password=plan.office[1])
    rows = sync.status()
    with hall.database.reading() as tx:
        days = day_closes.closed_days(tx, hall.office.window)
        newest = {day: day_closes.get(tx, hall.office.window, day) for day in days}
        head = day_closes.head(tx)
    expected: dict[str, Any] = {}
    for packet in newest.values():
        assert packet is not None
        expected = plus(expected, read.flows_only(packet.lines))
    held = {one.business_date: (one.revision, dict(one.lines)) for one in read.held(hub, sync.window, FIRST, UNTIL)}
    with hub.reading() as tx:
        packets = tx.execute(schema.packets.select()).all()
    right = {
        "states": {row.state for row in rows} == {sending.PacketState.ACCEPTED},
        "days": held == {day: (one.revision, one.lines) for day, one in newest.items() if one is not None},
        "packets": len(packets) == len(rows),
        "sum": read.flows_only(read.totals(hub, FIRST, UNTIL)) == expected,
        "by day": sum(one.get("enquiries.persons", 0) for one in read.by_day(hub, FIRST, UNTIL).values())
        == expected["enquiries.persons"],
        "aside": read.kept_aside(hub) == [] and read.unchecked(hub) == 0,
        "head": read.head(hub, sync.window) == head,
    }
    for name, holds in right.items():
        if not holds:
            tell(name)
    hall.database.close()
    hub.close()


def drain(plan: Plan) -> None:
    """Send everything over a quiet line, as it would go the next morning, until nothing waits any more."""
    quick()
    for _ in range(40):
        left: list[str] = []
        for number in range(len(plan.stores)):
            send_once(plan, number, random.Random(1), lambda _name: None, rough=False)
        look_once(plan, lambda _name: None)
        time.sleep(0.35)
        for number in range(len(plan.stores)):
            send_once(plan, number, random.Random(1), lambda _name: None, rough=False)
            hall, sync = opened(plan, number)
            left += [repr(row) for row in sync.status() if row.state is not sending.PacketState.ACCEPTED]
            hall.database.close()
        if not left:
            break
    print(json.dumps({"left": left}))


if __name__ == "__main__":
    wanted = Plan.read(Path(sys.argv[-1]))
    match sys.argv[1]:
        case "crowd":
            crowd(wanted, int(sys.argv[2]))
        case "steps":
            steps(sys.argv[2], wanted)
        case _:
            drain(wanted)
