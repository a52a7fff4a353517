"""Run as a program: windows' senders and the office's counter as processes of their own, killed with −9 at any step.

``senders.py crowd URL OUTBOX OFFICE_URL`` forks two senders over one outbox and one counter, again whenever one dies,
until its input closes; senders shuffle, replay and die. ``senders.py step WHAT N URL OUTBOX`` does one thing and dies
at its N-th step. Passwords come in the environment. A line of JSON at the end says what was done to them.

A sender's outbox is a small SQLite file: claim, deliver outside any transaction, note the answer, as the window does.
"""

import json
import os
import random
import select
import signal
import sqlite3
import sys
import time
from pathlib import Path
from typing import Any

from sqlalchemy import event

from hallclient.domain.figures.delivery import SealedPacket, Verdict, opened
from hallclient.foundation.trouble import Trouble
from hallclient.hub import database
from hallclient.hub.database import HubDatabase, open_hub
from hallclient.hub.deliver import count, deliver

STALE = 0.4  # seconds after which a claim of a dead sender is free again
DONE = {Verdict.ACCEPTED, Verdict.RECEIVED, Verdict.HELD_ALREADY, Verdict.SUPERSEDED, Verdict.KEPT_ASIDE}


def outbox(path: Path) -> sqlite3.Connection:
    box = sqlite3.connect(path, timeout=20, isolation_level=None)
    box.execute("PRAGMA journal_mode = WAL")
    return box


def fill(path: Path, sent: list[bytes], logins: dict[str, tuple[str, str]]) -> None:
    """Lay packets out to be sent; ``logins`` are (login, password) by window, the office's under an empty name."""
    box = outbox(path)
    box.execute("CREATE TABLE box (id INTEGER PRIMARY KEY, window TEXT, packet BLOB, state TEXT, at REAL)")
    box.execute("CREATE TABLE logins (window TEXT, login TEXT, password TEXT)")
    box.execute("CREATE TABLE faults (what TEXT)")
    box.executemany(
        "INSERT INTO box (window, packet, state, at) VALUES (?, ?, 'queued', 0)",
        [(opened(content).window, content) for content in sent],
    )
    box.executemany("INSERT INTO logins VALUES (?, ?, ?)", [(name, *login) for name, login in logins.items()])
    box.close()


def left(path: Path) -> int:
    box = outbox(path)
    found: int = box.execute("SELECT count(*) FROM box WHERE state <> 'done'").fetchone()[0]
    box.close()
    return found


def login_of(box: sqlite3.Connection, window: str) -> tuple[str, str]:
    found: tuple[str, str] = box.execute("SELECT login, password FROM logins WHERE window = ?", (window,)).fetchone()
    return found


def claim(box: sqlite3.Connection, window: str, limit: int) -> list[tuple[int, SealedPacket]]:
    rows = box.execute(
        "UPDATE box SET state = 'sending', at = ?1 WHERE id IN (SELECT id FROM box WHERE window = ?2 AND"
        " (state = 'queued' OR (state = 'sending' AND at < ?1 - ?3)) ORDER BY id LIMIT ?4) RETURNING id, packet",
        (time.time(), window, STALE, limit),
    ).fetchall()
    return [(row, opened(content)) for row, content in rows]


def send_once(url: str, box: sqlite3.Connection, made: random.Random, steps: Any) -> bool:
    """Claim, hand over, note. Return whether there was anything to send."""
    window = made.choice([name for (name,) in box.execute("SELECT DISTINCT window FROM box")])
    claimed = claim(box, window, made.randint(1, 6))
    steps()
    if not claimed:
        return left_in(box) > 0
    packets = [packet for _, packet in claimed]
    if made.random() < 0.4:
        made.shuffle(packets)
        box.execute("INSERT INTO faults VALUES ('reorder')")
    if made.random() < 0.4:
        older = box.execute(
            "SELECT packet FROM box WHERE window = ? AND state = 'done' ORDER BY random() LIMIT 3", (window,)
        ).fetchall()
        packets = [opened(content) for (content,) in older] + packets + packets[:1]
        box.execute("INSERT INTO faults VALUES ('replay')")
    login, password = login_of(box, window)
    hub = open_hub(url.replace("USER", login), password=password)
    listen(hub, steps)
    try:
        told = deliver(hub, packets)
    except Trouble:
        box.executemany("UPDATE box SET state = 'queued' WHERE id = ?", [(row,) for row, _ in claimed])
        return True
    finally:
        hub.close()
    steps()
    answers = {packet: receipt.verdict for packet, receipt in zip(packets, told, strict=True)}
    for row, packet in claimed:
        if answers[packet] in DONE:
            box.execute("UPDATE box SET state = 'done' WHERE id = ?", (row,))
            steps()
    return True


def left_in(box: sqlite3.Connection) -> int:
    found: int = box.execute("SELECT count(*) FROM box WHERE state <> 'done'").fetchone()[0]
    return found


def listen(hub: HubDatabase, steps: Any) -> None:
    """Call ``steps`` before and after every statement and around the commit."""
    for name in ("before_cursor_execute", "after_cursor_execute", "commit"):
        event.listen(hub.engine, name, lambda *_: steps())


def dying(chance: float, made: random.Random) -> Any:
    def step() -> None:
        if made.random() < chance:
            os.kill(os.getpid(), signal.SIGKILL)

    return step


def sender(url: str, path: Path, seed: int) -> None:
    made = random.Random(seed)
    box = outbox(path)
    steps = dying(0.01, made)
    while send_once(url, box, made, steps):
        pass
    time.sleep(0.05)


def counter(url: str, path: Path, seed: int) -> None:
    made = random.Random(seed)
    box = outbox(path)
    login, password = login_of(box, "")
    hub = open_hub(url.replace("USER", login), password=password)
    listen(hub, dying(0.004, made))
    for _ in range(50):
        try:
            count(hub, limit=made.randint(1, 40))
        except Trouble:
            time.sleep(0.01)
        time.sleep(0.02)
    hub.close()


def crowd(url: str, path: Path, office_url: str) -> None:
    """Keep two senders and a counter running until the input closes."""
    database.VISIT, database.CONNECT = 2.0, 2
    made = random.Random(7)
    crashed = 0
    kinds = {"sender 1": sender, "sender 2": sender}
    if office_url:
        kinds["counter"] = counter
    running: dict[int, str] = {}
    ending = False
    while True:
        for kind, work in kinds.items():
            if kind not in running.values() and not ending:
                seed = made.randrange(2**31)
                if (child := os.fork()) == 0:
                    code = 1
                    try:
                        work(office_url if work is counter else url, path, seed)
                        code = 0
                    finally:
                        os._exit(code)
                running[child] = kind
        done, status = os.waitpid(-1, os.WNOHANG) if running else (0, 0)
        if done:
            kind = running.pop(done)
            if os.WIFSIGNALED(status):
                note(path, "killed counter" if kind == "counter" else "killed sender")
            elif os.WEXITSTATUS(status):
                crashed += 1
        if not ending and closed():
            ending = True
            for child in running:
                os.kill(child, signal.SIGKILL)
        if ending and not running:
            break
        if not done:
            time.sleep(0.005)
    print(json.dumps({"crashed": crashed}))


def note(path: Path, fault: str) -> None:
    # A connection of its own each time: one held open here would be shared with every fork.
    box = outbox(path)
    box.execute("INSERT INTO faults VALUES (?)", (fault,))
    box.close()


def closed() -> bool:
    """Tell whether nobody holds the other end of our input any more."""
    return bool(select.select([0], [], [], 0)[0]) and os.read(0, 1) == b""


def step(what: str, limit: int, url: str, path: Path) -> None:
    """Do one thing once for each step it has, dying at that step; the last time it survives."""
    global STALE
    STALE = 0.02  # nobody else sends: a claim is free as soon as its sender is dead
    for nth in range(limit):
        if (child := os.fork()) == 0:
            code = 1
            try:
                _one_step(what, nth, url, path)
                code = 0
            finally:
                os._exit(code)
        _, status = os.waitpid(child, 0)
        if not os.WIFSIGNALED(status):
            print(json.dumps({"steps": nth, "survived": os.WEXITSTATUS(status) == 0}))
            return
        time.sleep(STALE if what == "send" else 0)


def _one_step(what: str, nth: int, url: str, path: Path) -> None:
    counted = [0]

    def dies() -> None:
        counted[0] += 1
        if counted[0] > nth:
            os.kill(os.getpid(), signal.SIGKILL)

    box = outbox(path)
    if what == "send":
        send_once(url, box, random.Random(3), dies)
        return
    if what == "drain":
        made = random.Random(1)
        while send_once(url, box, made, lambda: None):
            time.sleep(0.001)
        return
    login, password = login_of(box, "")
    hub = open_hub(url.replace("USER", login), password=password)
    listen(hub, dies)
    count(hub)
    hub.close()


if __name__ == "__main__":
    if sys.argv[1] == "crowd":
        crowd(sys.argv[2], Path(sys.argv[3]), sys.argv[4])
    else:
        step(sys.argv[2], int(sys.argv[3]), sys.argv[4], Path(sys.argv[5]))
