"""Real windows, each with its store and desks, at any of the three ways a packet may take, and the office beside."""

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

from closing_hall import CLERK, Hall

from hallclient.domain.figures.sending import OutboxRow, PacketState
from hallclient.domain.register.permissions import Clerk, Role
from hallclient.foundation.credentials import Vault
from hallclient.hub.database import HubDatabase, open_hub
from hallclient.hub.deliver import count
from hallclient.services.hub_door import DatabaseDoor, HubAccess
from hallclient.services.hub_office import HubOfficeDesk
from hallclient.services.sync import SyncDesk
from tests.hub.conftest import Place

OFFICE = Clerk(name="zhou", display_name="周主任", roles=frozenset({Role.OFFICE}))
UNIT, SINCE = "市民政局", date(2026, 1, 1)


class Window:
    """One window: its store, its sending desk, its way to the hub. ``send`` goes there and back."""

    def __init__(self, place: Place, folder: Path, name: str = "W01", now: str = "2026-03-02 17:30:00") -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.place, self.folder = place, folder
        self.hall = Hall(folder / "hall.db", now)
        self.hall.office.window = name
        vault = Vault(folder, keyring=lambda: None)
        self.sync = SyncDesk(self.hall.office, HubAccess(folder, vault, opener=self._open))

    def _open(self, url: str, *, password: str = "") -> HubDatabase:
        return open_hub(url, password=password, now=self.place.clock)

    @property
    def name(self) -> str:
        return self.sync.window

    def push(self) -> None:
        """Hand over what is due, and bring back what is answered at once."""
        if self.place.way == "folder":
            stick = self.place.stick / self.name
            stick.mkdir(parents=True, exist_ok=True)
            self.sync.write_to(stick, by=CLERK, readable=False)
            office(self.place, self).receive_from(stick, by=OFFICE)
            self.sync.read_receipts(stick, by=CLERK)
        else:
            self.sync.push(by=CLERK)

    def send(self) -> None:
        """Hand over, let the office look, and hear what it says."""
        self.push()
        count(self.place.hub)
        self.ask()

    def send_at(self, moment: datetime) -> None:
        """Hand over at a moment of the hub's clock; a server's own says when a window's packet came, so there the
        office's program hands it over."""
        self.place.clock.moment = moment
        if self.place.hub.server:
            self.sync.push(by=CLERK, door=DatabaseDoor(self.place.hub))
        else:
            self.send()

    def ask(self) -> None:
        """Ask what the hub says now of everything that is not settled, due or not."""
        if self.place.way == "folder":
            self.push()
        elif self.place.hub.server:
            self.sync.push_now(by=CLERK)
        else:
            waiting = {row.id for row in self.sync.status(settled=False)}
            self.sync.push(by=CLERK, only=waiting)

    def refresh_echo(self) -> None:
        """Hear what the hub holds; a window that only has a stick is told over the office's own hub."""
        door = DatabaseDoor(self.place.hub) if self.place.way == "folder" else None
        self.sync.refresh_echo(by=CLERK, door=door)

    def rows(self) -> list[OutboxRow]:
        return list(reversed(self.sync.status()))

    def states(self) -> list[PacketState]:
        return [row.state for row in self.rows()]

    def at(self, now: str) -> "Window":
        self.hall.at(now)
        return self

    def close(self) -> None:
        self.hall.database.close()


def office(place: Place, of: Window) -> HubOfficeDesk:
    """Return the office's desk, on a machine of the office."""
    desk = HubOfficeDesk(of.hall.office, HubAccess(of.folder, Vault(of.folder, keyring=lambda: None), opener=of._open))
    desk.access.given = (place.hub.engine.url.render_as_string() if place.hub.server else place.url, "")
    return desk


def enrolled(place: Place, window: Window, *, unit: str = UNIT, since: date = SINCE) -> Window:
    """Enrol a window and tell it where the hub is."""
    made = office(place, window).enrol(window.name, window.sync.public_key(by=CLERK), unit=unit, since=since, by=OFFICE)
    if place.hub.server:
        window.sync.access.remember(place.url.replace("USER", made.login), made.password)
    elif place.way == "sqlite":
        window.sync.access.remember(place.url)
    return window


NewWindow = Callable[..., Window]
