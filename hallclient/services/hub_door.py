"""Which ways lead to the hub? A database on the network or in a file, and a folder of packets: one sender for both."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Protocol
from weakref import WeakSet

from hallclient.domain.figures.delivery import Held, Receipt, SealedPacket
from hallclient.domain.figures.hub_records import OfficeRule
from hallclient.domain.figures.sending import HubNotSet
from hallclient.foundation import settings
from hallclient.foundation.credentials import Vault
from hallclient.foundation.trouble import DiskFull, Trouble

if TYPE_CHECKING:  # the hub's machinery is a tenth of a second at the start, and waits until it is asked for
    from hallclient.hub.database import HubDatabase


class HubDoor(Protocol):
    """A way to hand packets over. None in place of a receipt: handed over, and nobody has answered yet."""

    def deliver(self, packets: Sequence[SealedPacket]) -> Sequence[Receipt | None]:
        """Hand packets over; one answer each, in their order. Raises the troubles of ``hub/database.py``."""

    def receipts(self, packets: Sequence[SealedPacket]) -> Sequence[Receipt | None]:
        """Ask what is said now of packets handed over before; None: it is not there (any more)."""


class DatabaseDoor:
    """The hub itself."""

    def __init__(self, hub: "HubDatabase") -> None:
        self.hub = hub

    def deliver(self, packets: Sequence[SealedPacket]) -> Sequence[Receipt | None]:
        from hallclient.hub import deliver

        return deliver.deliver(self.hub, packets)

    def receipts(self, packets: Sequence[SealedPacket]) -> Sequence[Receipt | None]:
        from hallclient.hub import deliver

        return deliver.receipts(self.hub, packets)

    def held(self, window: str, first: date, until: date) -> list[Held]:
        """Return what the hub holds of a window's days from ``first`` to before ``until``."""
        from hallclient.hub import read

        return read.held(self.hub, window, first, until)

    def rules(self, window: str) -> list[OfficeRule]:
        """Return the locks of all windows and this one's exceptions, newest first."""
        from hallclient.hub import packet_query

        return packet_query.rules(self.hub, window)

    def highest(self, window: str) -> dict[tuple[str, int], int]:
        """Return the highest serial of each series ((name, year) → serial) the hub has heard of from a window."""
        from hallclient.hub import read

        return read.highest_numbers(self.hub, window)

    def close(self) -> None:
        """Let go of the connection."""
        self.hub.close()


class StickFull(DiskFull):
    """The folder's disk (a USB stick) has no room for all packets; those that found room are whole."""


class FolderDoor:
    """A folder, a USB stick: the same bytes as files; whoever picks them up answers later."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.written: list[tuple[SealedPacket, Path]] = []
        self.trouble: Trouble | None = None  # what the disk did: no "later, by itself" helps a stick

    def deliver(self, packets: Sequence[SealedPacket]) -> Sequence[Receipt | None]:
        from hallclient.hub import folder

        try:
            self.written += zip(packets, folder.drop(self.path, packets), strict=True)
        except DiskFull:
            self.trouble = StickFull()
            raise self.trouble from None
        except Trouble as trouble:
            self.trouble = trouble
            raise
        return [None] * len(packets)

    def readable(self) -> Iterator[tuple[SealedPacket, Path]]:
        """Yield each packet written with the path of the PDF that belongs beside it."""
        from hallclient.hub import folder

        for packet, path in self.written:
            yield packet, path.with_name(path.name.removesuffix(folder.ENDING) + ".pdf")

    def receipts(self, packets: Sequence[SealedPacket]) -> Sequence[Receipt | None]:
        return [None] * len(packets)


class HubAccess:
    """Where this machine's hub is, and what its password is: the address in the settings, the password in the vault.

    ``given`` are an address and password for this run only (a command line), used before what is kept.
    """

    def __init__(self, data: Path, vault: Vault, *, opener: Callable[..., "HubDatabase"] | None = None) -> None:
        self._data = data
        self._vault = vault
        self._opener = opener
        self.given: tuple[str, str] = ("", "")
        self._opened: WeakSet[HubDatabase] = WeakSet()
        self._cut = False

    def url(self) -> str:
        """Return the address, without a password; empty when nobody has said it."""
        return self.given[0] or self.kept()

    def kept(self) -> str:
        """Return the address this machine remembers; empty for none."""
        return settings.load(self._data).hub

    def password(self, url: str) -> str:
        """Return the password that is kept for ``url``; empty for none."""
        return self._vault.get(url)

    def hub(self) -> "HubDatabase":
        """Return the hub, not connected yet. Raises HubNotSet and what ``open_hub`` raises."""
        url = self.url()
        if not url:
            raise HubNotSet
        return self._open(url, password=self.given[1] or self._vault.get(url))

    def _open(self, url: str, *, password: str) -> "HubDatabase":
        if self._opener is not None:
            hub = self._opener(url, password=password)
        else:
            from hallclient.hub.database import open_hub

            hub = open_hub(url, password=password)
        self._opened.add(hub)
        if self._cut:
            hub.cut()
        return hub

    def cut(self) -> None:
        """End what is under way at the hub, and let nothing begin: the program closes, or somebody signs out."""
        self._cut = True
        for hub in tuple(self._opened):
            hub.cut()

    def door(self) -> DatabaseDoor:
        """Return the way to the hub. Raises as ``hub``."""
        return DatabaseDoor(self.hub())

    def at(self, url: str, password: str = "") -> "HubDatabase":
        """Return the hub at ``url``, not connected yet, with ``password`` or the one that is kept for it."""
        return self._open(url, password=password or self._vault.get(url))

    def forget(self) -> None:
        """Forget the address and its password. Raises DiskFull, FolderNotWritable."""
        kept = settings.load(self._data)
        if kept.hub:
            self.forget_password(kept.hub)
            settings.save(self._data, replace(kept, hub=""))

    def forget_password(self, url: str) -> None:
        """Throw the password for ``url`` away. Raises DiskFull, FolderNotWritable."""
        self._vault.forget(url)

    def remember(self, url: str, password: str = "") -> None:
        """Keep the address, and the password when one is given. Raises HubUrlWrong and its kin, DiskFull,
        FolderNotWritable."""
        from hallclient.hub.addresses import lasting

        self._open(url, password=password).close()
        url = lasting(url)
        if password:
            self._vault.keep(url, password)
        kept = settings.load(self._data)
        if kept.hub != url:
            settings.save(self._data, replace(kept, hub=url))
