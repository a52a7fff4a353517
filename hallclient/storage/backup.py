"""How is the store copied while others write, and how is a copy proven? Snapshot, pack, unpack, check.

A backup is one file: a zip of the store's snapshot, its key file and a manifest with their hashes. The store inside
stays encrypted; without a clerk's password or the recovery key it tells nothing.
"""

import hashlib
import json
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy.exc import DatabaseError
from sqlcipher3 import dbapi2 as sqlcipher

from hallclient.foundation import files
from hallclient.foundation.trouble import FileUnreadable, StoreDamaged
from hallclient.storage.database import Database, world
from hallclient.storage.schema import REVISION

FORM = 1
ENDING, AUTOMATIC = ".hallbackup", "-auto"
MANIFEST, STORE, KEYS = "manifest.json", "hall.db", "hall.keys"
_PIECE = 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """What a backup file says of itself. ``rows`` counts each table."""

    made_at: datetime
    revision: str
    store_sha256: str
    keys_sha256: str
    rows: dict[str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Structure:
    """What the database program finds wrong with a file: numbers of findings, 0 when it is whole."""

    cipher: int
    quick: int
    foreign_keys: int

    @property
    def whole(self) -> bool:
        return not (self.cipher or self.quick or self.foreign_keys)


def snapshot(database: Database, target: Path) -> None:
    """Write a compact copy of the store as it stands now; clerks go on saving meanwhile.

    ``VACUUM INTO``, never the step-wise backup API: that one starts again at every commit and never ends.
    Raises DiskFull, FolderNotWritable, StoreDamaged. A copy that fails its check is removed.
    """
    try:
        with _driver(database) as connection:
            connection.execute("VACUUM INTO ?", (str(target),))
        with files.world(target), target.open("rb+") as file:
            files.flush(file)
        with opened(target, bytes.fromhex(database.key_hex())) as copy:
            if not structure(copy, thorough=False).whole:
                raise StoreDamaged
    except BaseException:
        discard(target)
        raise


def pack(copy: Path, key_file: Path, destination: Path, *, made_at: datetime, rows: dict[str, int]) -> str:
    """Put a snapshot and the key file into one backup file and return the file's hash."""
    manifest = Manifest(
        made_at=made_at,
        revision=REVISION,
        store_sha256=sha256_of(copy),
        keys_sha256=sha256_of(key_file),
        rows=rows,
    )
    with (
        files.replacing(destination, mode=0o600) as part,
        zipfile.ZipFile(part, "w", zipfile.ZIP_STORED, allowZip64=True) as archive,  # cipher text does not shrink
    ):
        content = asdict(manifest) | {"form": FORM, "made_at": made_at.isoformat()}
        archive.writestr(MANIFEST, json.dumps(content, ensure_ascii=False, indent=1))
        archive.write(copy, STORE)
        archive.write(key_file, KEYS)
    return sha256_of(destination)


def unpack(file: Path, folder: Path) -> Manifest:
    """Take a backup file apart into ``folder`` and prove its hashes. Raises FileUnreadable, DiskFull."""
    manifest = read_manifest(file)
    try:
        with zipfile.ZipFile(file) as archive:
            for name in (STORE, KEYS):
                with archive.open(name) as source, files.world(folder), (folder / name).open("xb") as target:
                    (folder / name).chmod(0o600)
                    while piece := source.read(_PIECE):
                        target.write(piece)
                    files.flush(target)
    except (zipfile.BadZipFile, KeyError, EOFError):
        raise FileUnreadable(str(file), "broken") from None
    if (sha256_of(folder / STORE), sha256_of(folder / KEYS)) != (manifest.store_sha256, manifest.keys_sha256):
        raise FileUnreadable(str(file), "hash")
    return manifest


def read_manifest(file: Path) -> Manifest:
    """Return what a backup file says of itself. Raises FileUnreadable."""
    try:
        with zipfile.ZipFile(file) as archive:
            said = json.loads(archive.read(MANIFEST))
        if said.pop("form") != FORM:
            raise FileUnreadable(str(file), "form")
        return Manifest(**said | {"made_at": datetime.fromisoformat(said["made_at"])})
    except OSError:
        raise FileUnreadable(str(file), "missing") from None
    except (zipfile.BadZipFile, KeyError, ValueError, TypeError, EOFError):
        raise FileUnreadable(str(file), "broken") from None


def structure(database: Database, *, thorough: bool) -> Structure:
    """Check a store file page by page; ``thorough`` also proves each page's seal and every reference.

    A file that is no store at all counts as one finding.
    """
    try:
        with _driver(database) as connection:
            cipher = connection.execute("PRAGMA cipher_integrity_check").fetchall() if thorough else []
            quick = [row for row in connection.execute("PRAGMA quick_check").fetchall() if row != ("ok",)]
            loose = connection.execute("PRAGMA foreign_key_check").fetchall() if thorough else []
    except StoreDamaged:
        return Structure(cipher=1, quick=1, foreign_keys=0)
    return Structure(cipher=len(cipher), quick=len(quick), foreign_keys=len(loose))


def row_counts(database: Database) -> dict[str, int]:
    """Return how many rows each table holds, in one consistent view."""
    with database.reading() as tx:
        names = tx.exec_driver_sql(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'"
            " AND name NOT LIKE 'search%' ORDER BY name"
        ).scalars()
        return {name: tx.exec_driver_sql(f'SELECT count(*) FROM "{name}"').scalar_one() for name in list(names)}


def named(at: datetime, *, automatic: bool = False) -> str:
    """Return the file name of a backup made at ``at``."""
    return f"hall-{at:%Y%m%d-%H%M%S}{AUTOMATIC if automatic else ''}{ENDING}"


def newest(folder: Path) -> Path | None:
    """Return the newest backup file of a folder, by the date in its name; None when there is none."""
    return max(folder.glob(f"hall-*{ENDING}"), key=lambda path: path.name, default=None)


def thin_out(folder: Path, now: datetime) -> list[Path]:
    """Remove automatic backups nobody needs and return them: all of a day are kept, then one a day for a month, then
    one a month. Backups somebody asked for stay."""
    removed: list[Path] = []
    seen: set[str] = set()
    for path in sorted(folder.glob(f"hall-*{AUTOMATIC}{ENDING}"), reverse=True):
        try:
            made_at = datetime.strptime(path.name[5:20], "%Y%m%d-%H%M%S")
        except ValueError:
            continue
        age = now - made_at
        if age <= timedelta(days=1):
            continue
        span = f"{made_at:%Y%m%d}" if age <= timedelta(days=31) else f"{made_at:%Y%m}"
        if span in seen:
            path.unlink(missing_ok=True)
            removed.append(path)
        seen.add(span)
    return removed


def sha256_of(path: Path) -> str:
    """Return the hash of a file of any size."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def discard(store: Path) -> None:
    """Remove a store file and what the database program keeps beside it."""
    for suffix in ("", "-wal", "-shm", "-journal"):
        with suppress(OSError):
            store.with_name(store.name + suffix).unlink()


@contextmanager
def opened(path: Path, key: bytes) -> Iterator[Database]:
    """Open a store file for looking at it only."""
    database = Database(path, key, read_only=True)
    try:
        yield database
    finally:
        database.close()


@contextmanager
def _driver(database: Database) -> Iterator[Any]:
    with world(database.path):
        try:
            connection = database.raw()
            try:
                yield connection
            finally:
                connection.close()
        except sqlcipher.Error as error:
            raise DatabaseError(None, None, error) from None
