"""The backup desk: a copy of everything that is proven by restoring it, and the fence after a restore."""

import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from hallclient.domain.register.permissions import Clerk, Permission, require
from hallclient.exports import archive
from hallclient.foundation import files
from hallclient.services.office import Office
from hallclient.services.restoring import Fence, fenced, lift
from hallclient.storage import audit, backup, day_closes, dump, fence, meta

VERIFIED = "verified_at"
EVERY = timedelta(hours=1)
SETTLED = timedelta(seconds=5)  # a backup's own audit entry is no reason for the next one
# Tables whose rows are only ever added: the copy must hold at least what stood there when the drill began.
GROWING = ("adjustments", "applications", "audit", "counters", "day_closes", "enquiries", "issued_documents",
           "number_ledger", "print_log", "steps")  # fmt: skip


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
        """Write a backup while others go on working: to ``destination`` (a file, or an existing folder), else into the
        backup folder; in a folder it is named by date and time.

        What was acknowledged before the call is in it. Raises NotPermitted, DiskFull, FolderNotWritable, StoreDamaged.
        A failed backup leaves no file behind.
        """
        require(by, Permission.BACK_UP)
        at = self._office.now()
        target = destination or self.folder
        if destination is None:
            with files.world(target):
                target.mkdir(parents=True, exist_ok=True)
        if target.is_dir():
            target = target / backup.named(at)
        rows, sha256 = self._copy(target, at)
        with self._office.database.writing() as tx:
            audit.note(
                tx, at=at, by=by.name, action="back_up", subject=target.name, after={"sha256": sha256, "rows": rows}
            )
        return BackupMade(path=target, at=at, size=target.stat().st_size, sha256=sha256, rows=sum(rows.values()))

    def due(self) -> bool:
        """Tell whether the newest backup is older than an hour and something was written since."""
        found = self.latest()
        if found is None:
            return True
        with self._office.database.reading() as tx:
            last = audit.last_at(tx)
        return self._office.now() - found[1] >= EVERY and last > found[1] + SETTLED

    def back_up_by_itself(self, *, by: Clerk) -> BackupMade | None:
        """Write the hourly backup when it is due and thin out old ones; None when none is due.

        The window calls this on its own lane every few minutes and after the day's close. Raises as ``back_up``.
        """
        if not self.due():
            return None
        at = self._office.now()
        with files.world(self.folder):
            self.folder.mkdir(parents=True, exist_ok=True)
        made = self.back_up(self.folder / backup.named(at, automatic=True), by=by)
        with files.world(self.folder):
            backup.thin_out(self.folder, at)
        return made

    def latest(self) -> tuple[Path, datetime] | None:
        """Return the newest backup in the backup folder and when it was made; None when there is none."""
        found = backup.newest(self.folder)
        return None if found is None else (found, backup.read_manifest(found).made_at)

    def verify(self, *, by: Clerk) -> Verification:
        """Prove the store: cipher, structure, foreign keys, audit chain, packet chain, and a restore drill.

        Raises NotPermitted, DiskFull, FolderNotWritable. What does not hold is in the answer.
        """
        require(by, Permission.BACK_UP)
        database, at = self._office.database, self._office.now()
        found = backup.structure(database, thorough=True)
        checks = [
            Check(code="cipher", holds=not found.cipher, found=found.cipher),
            Check(code="quick", holds=not found.quick, found=found.quick),
            Check(code="foreign_keys", holds=not found.foreign_keys, found=found.foreign_keys),
        ]
        rows: dict[str, int] = {}
        if found.whole:
            with database.reading() as tx:
                for code, broken in (
                    ("audit_chain", len(audit.broken_links(tx))),
                    ("packet_chain", len(day_closes.broken_links(tx))),
                ):
                    checks.append(Check(code=code, holds=not broken, found=broken))
            missing, rows = self._drill(at)
            checks.append(Check(code="restore_drill", holds=not missing, found=missing))
        verification = Verification(at=at, checks=tuple(checks), rows=rows)
        if verification.holds:
            with database.writing() as tx:
                meta.put(tx, VERIFIED, at.isoformat())
                audit.note(tx, at=at, by=by.name, action="verify", subject="store", after=rows)
        return verification

    def verified(self) -> datetime | None:
        """Return when the last verification held; None when never."""
        with self._office.database.reading() as tx:
            said = meta.get(tx, VERIFIED)
        return datetime.fromisoformat(said) if said else None

    def fence(self) -> Fence | None:
        """Return what the supervisor must answer before numbering goes on; None when nothing is fenced."""
        with self._office.database.reading() as tx:
            standing = fence.standing(tx)
            if standing is None:
                return None
            series = fenced(tx, standing.backup_at, self._office.now())
        return Fence(restored_at=standing.restored_at, backup_at=standing.backup_at, series=series)

    def lift_fence(self, highest: Mapping[tuple[str, int], int], *, by: Clerk) -> None:
        """Skip each series to its highest known serial ((name, year) → serial) and let numbering go on.

        Series begun after the backup are named too. Raises NotPermitted, FenceIncomplete, FenceTooLow, FenceTooHigh.
        """
        require(by, Permission.RESTORE_FENCE)
        with self._office.database.writing() as tx:
            standing = fence.standing(tx)
            if standing is not None:
                lift(tx, fenced(tx, standing.backup_at, self._office.now()), highest, by=by, at=self._office.now())

    def export(self, destination: Path, *, by: Clerk) -> Exported:
        """Write the whole register in open files: CSV, PDF, schema, hashes. It holds personal data in clear.

        Raises NotPermitted, DiskFull, FolderNotWritable.
        """
        require(by, Permission.EXPORT_FIGURES)
        with self._office.database.reading() as tx:
            tables = ((name, *dump.rows(tx, name)) for name in dump.tables(tx))
            count, rows = archive.write(destination, tables, dump.documents(tx), dump.schema(tx))
        sha256 = backup.sha256_of(destination)
        with self._office.database.writing() as tx:
            audit.note(
                tx,
                at=self._office.now(),
                by=by.name,
                action="export",
                subject=destination.name,
                after={"sha256": sha256, "files": count, "rows": rows},
            )
        return Exported(path=destination, files=count, rows=rows, sha256=sha256)

    def _copy(self, target: Path, at: datetime) -> tuple[dict[str, int], str]:
        database = self._office.database
        # Beside the backup, not beside the store: the store's own disk need not hold it twice.
        with files.world(target.parent), tempfile.TemporaryDirectory(prefix=".hall-", dir=target.parent) as folder:
            copy = Path(folder) / backup.STORE
            backup.snapshot(database, copy)
            with backup.opened(copy, bytes.fromhex(database.key_hex())) as opened:
                rows = backup.row_counts(opened)
            return rows, backup.pack(copy, self._key_file, target, made_at=at, rows=rows)

    def _drill(self, at: datetime) -> tuple[int, dict[str, int]]:
        """Back up, restore into an empty folder, and compare; return what is missing and the rows of the copy."""
        database = self._office.database
        before = backup.row_counts(database)
        with database.reading() as tx:
            head = audit.head(tx)
        parent = database.path.parent
        with files.world(parent), tempfile.TemporaryDirectory(prefix=".drill-", dir=parent) as folder:
            file, restored = Path(folder) / f"drill{backup.ENDING}", Path(folder) / "restored"
            restored.mkdir()
            self._copy(file, at)
            manifest = backup.unpack(file, restored)
            with backup.opened(restored / backup.STORE, bytes.fromhex(database.key_hex())) as opened:
                if not backup.structure(opened, thorough=False).whole:
                    return 1, {}
                rows = backup.row_counts(opened)
                with opened.reading() as tx:
                    known = head == audit.GENESIS or audit.holds(tx, head)
        missing = sum(max(0, before[name] - rows.get(name, 0)) for name in GROWING)
        return missing + (rows != manifest.rows) + (not known), rows
