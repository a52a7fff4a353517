"""How do packets travel without a network? As files in a folder (a USB stick), one a packet, the same bytes."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from hallclient.domain.figures.delivery import EnvelopeUnreadable, SealedPacket, envelope, opened
from hallclient.foundation import files
from hallclient.foundation.trouble import FileUnreadable
from hallclient.hub.deliver import LONGEST, mark_of, storable
from hallclient.hub.judge import DAY, IMPORT, WINDOW

ENDING = ".packet.json"
LARGEST = LONGEST * 4  # bytes of a file: a longer one is none of ours


@dataclass(frozen=True, slots=True)
class NotAPacket:
    """A file that cannot be read as a packet: told, and left where it is. ``problem``: unreadable, too_large, form."""

    problem: str


def drop(folder: Path, sent: Sequence[SealedPacket]) -> list[Path]:
    """Write each packet as a file of its own, whole or not at all; return the files.

    The same packet twice is one file; another packet of the same name (a fork) gets a name of its own.
    Raises DiskFull, FolderNotWritable.
    """
    with files.world(folder):
        folder.mkdir(parents=True, exist_ok=True)
    written = []
    for packet in sent:
        content = envelope(packet)
        path = folder / f"{packet.name}{ENDING}"
        if not _holds(path, content) and path.exists():
            path = folder / f"{packet.name}_{mark_of(packet)[:12]}{ENDING}"
        if not _holds(path, content):
            files.write(path, content)
        written.append(path)
    return written


def pick_up(folder: Path) -> Iterator[tuple[Path, SealedPacket | NotAPacket]]:
    """Yield every packet file of a folder, by name, with its packet or with what is wrong with it.

    Files half written by a sender (``.part``) and other people's files are passed over. Nothing is changed or deleted.
    Raises FileUnreadable for a folder that is none, or is gone.
    """
    try:
        paths = sorted(path for path in folder.iterdir() if path.name.endswith(ENDING) and path.is_file())
    except OSError:
        raise FileUnreadable(str(folder), "folder") from None
    for path in paths:
        yield path, _read(path)


def _read(path: Path) -> SealedPacket | NotAPacket:
    try:
        if path.stat().st_size > LARGEST:
            return NotAPacket("too_large")
        packet = opened(path.read_bytes())
    except OSError:
        return NotAPacket("unreadable")
    except (EnvelopeUnreadable, RecursionError):
        return NotAPacket("form")
    # A name that is none could lead the receipt's file out of the folder.
    named = WINDOW.fullmatch(packet.window) and packet.kind in (DAY, IMPORT)
    return packet if named and storable(packet) else NotAPacket("form")


def _holds(path: Path, content: bytes) -> bool:
    try:
        return path.read_bytes() == content
    except OSError:
        return False
