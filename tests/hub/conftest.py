"""Hubs to report to: a PostgreSQL, a SQLite file, and a folder that is carried to one."""

import itertools
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Any

import psycopg
import pytest

from hallclient.domain.figures.delivery import Receipt, SealedPacket, Verdict
from hallclient.hub import admin, folder
from hallclient.hub.admin import Credentials
from hallclient.hub.database import HubDatabase, open_hub
from hallclient.hub.deliver import count, deliver, receipts
from tests.hub.postgres import Cluster, start
from tests.hub.windows import ReportingWindow

SINCE = date(2026, 1, 1)
_SERIAL = itertools.count(1)


@dataclass
class HubClock:
    """The hub's own clock, set by the test."""

    moment: datetime = datetime(2026, 3, 2, 18, 0)

    def __call__(self) -> datetime:
        return self.moment


@dataclass
class Place:
    """A hub as the office opens it, and a window's way to it."""

    way: str
    hub: HubDatabase
    url: str
    clock: HubClock
    stick: Path
    credentials: dict[str, Credentials] = field(default_factory=dict)
    opened: list[HubDatabase] = field(default_factory=list)

    def enrol(self, *windows: ReportingWindow, since: date = SINCE) -> None:
        for window in windows:
            self.credentials[window.name] = admin.enrol(
                self.hub, window.name, window.public_key, window.unit, by="周主任", since=since
            )

    def as_window(self, window: ReportingWindow | str) -> HubDatabase:
        """Open the hub as the window does: with its own login, or the same file."""
        if not self.hub.server:
            return self.hub
        known = self.credentials[window if isinstance(window, str) else window.name]
        opened = open_hub(self.url.replace("USER", known.login), password=known.password, now=self.clock)
        self.opened.append(opened)
        return opened

    def send(self, window: ReportingWindow, sent: Sequence[SealedPacket]) -> list[Receipt]:
        """Deliver the window's way, let the office do its part, and return what the hub says then."""
        if self.way == "folder":
            folder.drop(self.stick, sent)
            picked = [found for _, found in folder.pick_up(self.stick) if isinstance(found, SealedPacket)]
            told = deliver(self.hub, picked)
            by_mark = {(one.window, one.kind, one.business_date, one.z_number, one.revision): one for one in told}
            keys = [(one.window, one.kind, one.business_date, one.z_number, one.revision) for one in sent]
            return [by_mark[key] for key in keys]
        if self.way == "sqlite":
            return deliver(self.hub, sent)
        own = self.as_window(window)
        first = deliver(own, sent)
        count(self.hub)
        second = receipts(own, sent)
        own.close()
        return [
            now if one.verdict is Verdict.RECEIVED and now is not None else one
            for one, now in zip(first, second, strict=True)
        ]

    def send_at(self, window: ReportingWindow, sent: Sequence[SealedPacket]) -> list[Receipt]:
        """Deliver at the moment of the test's clock; a server's own clock says when a window's packet came."""
        return deliver(self.hub, sent) if self.hub.server else self.send(window, sent)


@pytest.fixture(scope="session")
def cluster() -> Iterator[Cluster]:
    running = start()
    yield running
    running.stop()


@pytest.fixture(scope="session")
def template(cluster: Cluster) -> str:
    """A database with a hub in it, to copy."""
    with psycopg.connect(cluster.dsn("postgres"), autocommit=True) as server:
        server.execute("CREATE DATABASE hub_template")
    hub = open_hub(cluster.url("hub_template"))
    admin.init(hub)
    hub.close()
    return "hub_template"


def new_database(cluster: Cluster, template: str) -> str:
    name = f"hub_{next(_SERIAL)}"
    with psycopg.connect(cluster.dsn("postgres"), autocommit=True) as server:
        server.execute(f"CREATE DATABASE {name} TEMPLATE {template}")
        server.execute(f"REVOKE ALL ON DATABASE {name} FROM PUBLIC")
        server.execute(f"GRANT CONNECT ON DATABASE {name} TO hall_window, hall_office")
    return name


@pytest.fixture
def server(cluster: Cluster, template: str, tmp_path: Path) -> Iterator[Place]:
    """A PostgreSQL hub of the test's own, as its administrator."""
    name, clock = new_database(cluster, template), HubClock()
    hub = open_hub(cluster.url(name), now=clock)
    place = Place("server", hub, cluster.url(name, user="USER", tcp=True), clock, tmp_path / "stick")
    yield place
    for one in (*place.opened, hub):
        one.close()


@pytest.fixture
def file(tmp_path: Path) -> Iterator[Place]:
    """A SQLite hub."""
    clock = HubClock()
    url = f"sqlite:///{tmp_path}/hub.sqlite"
    hub = open_hub(url, now=clock)
    admin.init(hub)
    yield Place("sqlite", hub, url, clock, tmp_path / "stick")
    hub.close()


@pytest.fixture(params=["server", "sqlite", "folder"])
def place(request: pytest.FixtureRequest) -> Place:
    """Each of the ways a packet may take."""
    found: Place = request.getfixturevalue("server" if request.param == "server" else "file")
    found.way = request.param
    return found


@pytest.fixture
def new_window(place: Place, tmp_path: Path) -> Iterator[Callable[..., Any]]:
    """Make a real window with its store and desk, enrolled at the place, by its name."""
    from tests.hub.reporting_desks import Window, enrolled

    made: list[Window] = []

    def make(
        name: str = "W01", *, folder: str = "", unit: str = "市民政局", enrol: bool = True, now: str = ""
    ) -> Window:
        made.append(Window(place, tmp_path / (folder or name), name, now or "2026-03-02 17:30:00"))
        return enrolled(place, made[-1], unit=unit) if enrol else made[-1]

    yield make
    for one in made:
        one.close()


@pytest.fixture
def windows(server: Place) -> tuple[ReportingWindow, ReportingWindow]:
    """A window that has reported a Monday's eighty persons, and another one."""
    one, two = ReportingWindow("SL01-W01"), ReportingWindow("SL01-W02", "市教育局")
    server.enrol(one, two)
    server.send(one, [one.close(date(2026, 3, 2), {"enquiries.persons": 80})])
    return one, two


@pytest.fixture
def new_window_at_server(server: Place, tmp_path: Path) -> Iterator[Any]:
    """A real window at a PostgreSQL."""
    from tests.hub.reporting_desks import Window, enrolled

    window = enrolled(server, Window(server, tmp_path / "W01"))
    yield window
    window.close()
