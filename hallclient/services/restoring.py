"""How does a backup come back, and when may the restored store give numbers again?"""

import tempfile
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from hallclient.domain.refusal import Refusal
from hallclient.domain.register.permissions import Clerk, Permission, require
from hallclient.foundation import files
from hallclient.foundation.trouble import StoreDamaged, StoreTooNew
from hallclient.storage import audit, backup, clerks, fence, keys
from hallclient.storage.backup import Manifest
from hallclient.storage.database import Database, Transaction
from hallclient.storage.schema import REVISION

# Nobody gives out more numbers than this between two backups; a longer jump is a slip of the key.
FARTHEST = 100_000


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


class FenceTooHigh(Refusal):
    """The highest known number lies so far above the last one that it must be a slip of the key."""

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
class FencedSeries:
    """A live series of a restored store: ``name`` (``SQ01-W01-S``), year, and the last serial the backup knows."""

    name: str
    year: int
    last: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposed:
    """What to confirm for a series: ``last`` is the store's serial, ``hub`` the hub's; None where one knows none."""

    name: str
    year: int
    last: int | None
    hub: int | None

    @property
    def highest(self) -> int:
        return max(self.last or 0, self.hub or 0)


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


def restore(
    file: Path,
    *,
    store: Path,
    key_file: Path,
    user: str,
    password: str,
    now: Callable[[], datetime],
    known: Mapping[tuple[str, int], int] | None = None,
) -> Restored:
    """Bring a backup back into an empty data folder as ``store`` and ``key_file``, fenced against giving numbers twice.

    The backup's own password opens it. ``known`` are the highest numbers given out, as for ``lift_fence``: with them
    the restored store may go on at once. Raises RestoreTargetTaken, FileUnreadable, WrongPassword, StoreDamaged,
    StoreTooNew, DiskFull, FolderNotWritable, and as ``lift_fence``; then nothing is left in the folder.
    """
    data = store.parent
    if store.exists() or key_file.exists():
        raise RestoreTargetTaken(str(data))
    with files.world(data):
        data.mkdir(parents=True, exist_ok=True)
    with files.world(data), tempfile.TemporaryDirectory(prefix=".restore-", dir=data) as folder:
        manifest = backup.unpack(file, Path(folder))
        if manifest.revision > REVISION:
            raise StoreTooNew
        copy, slots = Path(folder) / backup.STORE, Path(folder) / backup.KEYS
        key = keys.unlock(slots, user, password)
        with backup.opened(copy, key) as opened:
            if not backup.structure(opened, thorough=True).whole:
                raise StoreDamaged
            rows = backup.row_counts(opened)
        series = _fence_copy(copy, key, manifest, user=user, at=now(), known=known or {})
        # The key file first: a store without its keys would be a store nobody can open.
        slots.replace(key_file)
        try:
            copy.replace(store)
        except OSError:
            with suppress(OSError):
                key_file.unlink()
            raise
        files.flush_folder(data)
    return Restored(data=data, backup_at=manifest.made_at, rows=rows, series=series)


def _fence_copy(
    copy: Path, key: bytes, manifest: Manifest, *, user: str, at: datetime, known: Mapping[tuple[str, int], int]
) -> tuple[FencedSeries, ...]:
    database = Database(copy, key)
    try:
        with database.writing() as tx:
            row = clerks.get(tx, user)
            if row is None or not row.active:
                raise keys.WrongPassword
            fence.raise_fence(tx, restored_at=at, backup_at=manifest.made_at)
            after = {"backup_at": manifest.made_at.isoformat(), "store_sha256": manifest.store_sha256}
            audit.note(tx, at=at, by=user, action="restore", subject="store", after=after)
            series = fenced(tx, manifest.made_at, at)
            if known:
                require(row.clerk, Permission.RESTORE_FENCE)
                lift(tx, series, known, by=row.clerk, at=at)
            return series
    finally:
        # Closing the last connection folds the log back into the file, which then moves as one.
        database.close()


def lift(
    tx: Transaction,
    series: tuple[FencedSeries, ...],
    highest: Mapping[tuple[str, int], int],
    *,
    by: Clerk,
    at: datetime,
) -> None:
    """Skip each series to its highest known serial and let numbering go on.

    Raises FenceIncomplete, FenceTooLow, FenceTooHigh.
    """
    last = {(one.name, one.year): one.last for one in series}
    if missing := tuple(f"{name} {year}" for name, year in last if (name, year) not in highest):
        raise FenceIncomplete(missing)
    for key, serial in highest.items():
        before = last.get(key, 0)
        if serial < before:
            raise FenceTooLow(key[0], before)
        if serial > before + FARTHEST:
            raise FenceTooHigh(key[0], before)
    fence.lift(tx, highest)
    said = {f"{name} {year}": serial for (name, year), serial in highest.items()}
    audit.note(tx, at=at, by=by.name, action="lift_fence", subject="numbers", after=said)


def fenced(tx: Transaction, since: datetime, now: datetime) -> tuple[FencedSeries, ...]:
    """Return the live series whose highest numbers a supervisor must name."""
    states = fence.live_series(tx, since=since.year, year=now.year)
    return tuple(FencedSeries(name=state.series, year=state.year, last=state.last) for state in states)
