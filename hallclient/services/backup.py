"""The backup desk: a copy of everything that is proven by restoring it, and the fence after a restore."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from hallclient.domain.refusal import Refusal
from hallclient.domain.register.permissions import Clerk
from hallclient.services.office import Office


class RestoreTargetTaken(Refusal):
    """There is a store in that folder already: a restore never overwrites one."""

    fields = ("data",)

    def __init__(self, path: str) -> None:
        super().__init__()
        self.path = path


class FenceTooLow(Refusal):
    """The highest known number lies below what the restored store itself holds, or names no series of it."""

    fields = ("highest",)

    def __init__(self, series: str, last: int) -> None:
        super().__init__()
        self.series = series
        self.last = last


class FenceIncomplete(Refusal):
    """For each live series the highest number given out must be entered."""

    fields = ("highest",)

    def __init__(self, series: tuple[str, ...]) -> None:
        super().__init__()
        self.series = series


@dataclass(frozen=True, slots=True, kw_only=True)
class BackupMade:
    """A backup file on disk. ``sha256`` is of the whole file, ``rows`` of all its tables together."""

    path: Path
    at: datetime
    size: int
    sha256: str
    rows: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """One line of a verification: ``code`` is cipher, quick, foreign_keys, audit_chain, packet_chain or
    restore_drill; ``found`` counts what is wrong (0 when it holds)."""

    code: str
    holds: bool
    found: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Verification:
    """The green tick with its date. ``rows`` counts each table of the restored copy."""

    at: datetime
    checks: tuple[Check, ...]
    rows: dict[str, int]

    @property
    def holds(self) -> bool:
        return all(check.holds for check in self.checks)


@dataclass(frozen=True, slots=True, kw_only=True)
class FencedSeries:
    """A live series of a restored store: ``name`` (``SQ01-W01-S``), year, and the last serial the backup knows."""

    name: str
    year: int
    last: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Fence:
    """Numbering stands still since a restore: numbers may have been given out after the backup was made."""

    restored_at: datetime
    backup_at: datetime
    series: tuple[FencedSeries, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Restored:
    """What a restore brought back."""

    data: Path
    backup_at: datetime
    rows: dict[str, int]
    series: tuple[FencedSeries, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Exported:
    """An open export: one zip with csv, pdf, schema and hashes."""

    path: Path
    files: int
    rows: int
    sha256: str


class BackupDesk:
    """``folder`` is the backup folder of the set-up; ``key_file`` stands beside the store and goes into each backup."""

    def __init__(self, office: Office, *, key_file: Path, folder: Path) -> None:
        self._office = office
        self._key_file = key_file
        self.folder = folder

    def back_up(self, destination: Path | None = None, *, by: Clerk) -> BackupMade:
        """Write a backup while others go on working: to ``destination`` (a file), else dated into the backup folder.

        Raises NotPermitted, DiskFull, FolderNotWritable, StoreDamaged. A failed backup leaves no file behind.
        """
        raise NotImplementedError

    def latest(self) -> tuple[Path, datetime] | None:
        """Return the newest backup in the backup folder and when it was made; None when there is none."""
        raise NotImplementedError

    def verify(self, *, by: Clerk) -> Verification:
        """Prove the store: cipher, structure, foreign keys, audit chain, packet chain, and a restore drill."""
        raise NotImplementedError

    def verified(self) -> datetime | None:
        """Return when the last verification held; None when never."""
        raise NotImplementedError

    def fence(self) -> Fence | None:
        """Return what the supervisor must answer before numbering goes on; None when nothing is fenced."""
        raise NotImplementedError

    def lift_fence(self, highest: Mapping[tuple[str, int], int], *, by: Clerk) -> None:
        """Skip each series to its highest known serial ((name, year) → serial) and let numbering go on.

        Raises NotPermitted, FenceIncomplete, FenceTooLow.
        """
        raise NotImplementedError

    def export(self, destination: Path, *, by: Clerk) -> Exported:
        """Write the whole register in open files: CSV, PDF, schema, hashes. It holds personal data in clear.

        Raises NotPermitted, DiskFull, FolderNotWritable.
        """
        raise NotImplementedError
