"""The little language of the sending tests: a window with closed days, and a hub in a file that is enrolled for it."""

from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path

from closing_hall import CLERK, Hall

from hallclient.domain.figures.delivery import Receipt, SealedPacket
from hallclient.foundation.credentials import Vault
from hallclient.hub import admin
from hallclient.hub.database import HubDatabase, HubUnreachable, open_hub
from hallclient.services.hub_door import DatabaseDoor, HubAccess
from hallclient.services.sync import SyncDesk

UNIT = "示例市示例局"
SINCE = date(2026, 1, 1)


class HubClock:
    """The hub's clock: it stands until it is moved."""

    def __init__(self, moment: str = "2026-03-02 18:00:00") -> None:
        self.moment = datetime.fromisoformat(moment)

    def __call__(self) -> datetime:
        return self.moment


def new_hub(path: Path, clock: HubClock | None = None) -> HubDatabase:
    """Return an empty hub in a file."""
    hub = open_hub(f"sqlite:///{path}", now=clock or HubClock())
    admin.init(hub)
    return hub


def access(folder: Path, clock: HubClock | None = None) -> HubAccess:
    """Return the way to the hub in ``folder``, whose clock is ``clock``."""
    vault = Vault(folder, keyring=lambda: None)

    def opener(url: str, *, password: str = "") -> HubDatabase:
        return open_hub(url, password=password, now=clock)

    return HubAccess(folder, vault, opener=opener)


def desk(hall: Hall, folder: Path, clock: HubClock | None = None) -> SyncDesk:
    """Return the sending desk of a hall; ``folder`` holds the machine's settings."""
    return SyncDesk(hall.office, access(folder, clock))


def enrol(hub: HubDatabase, sync: SyncDesk, unit: str = UNIT) -> None:
    """Register the desk's window and key."""
    admin.enrol(hub, sync.window, sync.public_key(by=CLERK), unit, by="周主任", since=SINCE)


def closed(hall: Hall, *days: str, each: int = 2) -> None:
    """Let ``each`` enquiries be registered on these days, and close them."""
    for day in days:
        hall.at(f"{day} 17:30:00")
        for _ in range(each):
            hall.enquiry(day)
        hall.close(day)


class Cut:
    """A way to the hub with a fault: ``before`` or ``after`` the hub has committed, for the first ``times`` calls."""

    def __init__(self, door: DatabaseDoor, *, after: bool, times: int = 1) -> None:
        self._door, self._after, self.times = door, after, times
        self.calls = 0

    def deliver(self, packets: Sequence[SealedPacket]) -> Sequence[Receipt | None]:
        self.calls += 1
        if self.calls > self.times:
            return self._door.deliver(packets)
        if self._after:
            self._door.deliver(packets)
        raise HubUnreachable

    def receipts(self, packets: Sequence[SealedPacket]) -> Sequence[Receipt | None]:
        return self._door.receipts(packets)
