"""The self-check: is this machine fit for the counter today?"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

from hallclient.domain.terms import Term
from hallclient.foundation.machine import Machine
from hallclient.foundation.trouble import ClockWentBack, Trouble
from hallclient.services.office import Office
from hallclient.storage import audit, backup, fence

HALL_OFFSET = 8 * 60  # minutes east of Greenwich: Asia/Shanghai has had no summer time since 1991
LEAST_FREE = 240 * 1024 * 1024  # twice the write-ahead log's cap and 200 MB: below it a save may fail
SCARCE_FREE = 2 * 1024**3
NOTICE_DUE = (11, 1)  # from then on next year's holiday notice is expected (domain 5.4.5)
BACKUP_OLD, BACKUP_TOO_OLD = timedelta(days=1), timedelta(days=7)
FAR_AWAY = ("nfs", "cifs", "smb", "fuse.sshfs", "9p", "afs", "davfs")
INPUT_METHODS = ("fcitx", "ibus", "uim")


class Health(Term):
    OK = "ok", "正常"
    WARN = "warn", "注意"
    BAD = "bad", "故障"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One line of the self-check. ``check`` is fonts, printers, input_method, clock, zone, disk, place, calendar,
    backup, fence or store; ``reason`` tells which sentence applies (``ok`` when nothing is wrong), ``facts`` fills it.
    """

    check: str
    health: Health = Health.OK
    reason: str = "ok"
    facts: dict[str, str] = field(default_factory=dict)


class SelfCheck:
    """Every check answers; a check that cannot be made says so instead of being left out."""

    def __init__(
        self,
        office: Office,
        *,
        machine: Machine,
        fonts: Path,
        latest_backup: Callable[[], tuple[Path, datetime] | None],
    ) -> None:
        self._office = office
        self._machine = machine
        self._fonts = fonts
        self._latest_backup = latest_backup

    def run(self) -> tuple[Finding, ...]:
        """Make all checks, in the order of the page."""
        return (
            self._look_at_fonts(),
            self._printers(),
            self._input_method(),
            self._clock(),
            self._zone(),
            self._disk(),
            self._place(),
            self._calendar(),
            self._backup(),
            self._fence(),
            self._store(),
        )

    def _look_at_fonts(self) -> Finding:
        found = sorted(self._fonts.glob("*.ttf"))
        damaged = [path.name for path in found if not _is_font(path)]
        if not found or damaged:
            return Finding(
                check="fonts", health=Health.BAD, reason="missing", facts={"names": "、".join(damaged) or "*.ttf"}
            )
        return Finding(check="fonts", facts={"count": str(len(found))})

    def _printers(self) -> Finding:
        printers = self._machine.printers()
        if printers is None:
            return Finding(check="printers", health=Health.WARN, reason="unknown")
        if not printers:
            return Finding(check="printers", health=Health.WARN, reason="none")
        return Finding(check="printers", facts={"names": "、".join(printers)})

    def _input_method(self) -> Finding:
        if not self._machine.system.startswith("linux"):
            return Finding(check="input_method", facts={"name": self._machine.system})
        said = " ".join(self._machine.environment(name) for name in ("QT_IM_MODULE", "QT_IM_MODULES", "XMODIFIERS"))
        name = next((name for name in INPUT_METHODS if name in said.lower()), "")
        if not name:
            return Finding(check="input_method", health=Health.WARN, reason="none")
        return Finding(check="input_method", facts={"name": name})

    def _clock(self) -> Finding:
        now = self._office.now()
        facts = {"now": f"{now:%Y-%m-%d %H:%M}", "business_date": now.date().isoformat()}
        try:
            with self._office.database.reading() as tx:
                audit.on_time(tx, now)
        except ClockWentBack as back:
            return Finding(check="clock", health=Health.BAD, reason="back", facts=facts | {"last": back.last})
        return Finding(check="clock", facts=facts)

    def _zone(self) -> Finding:
        offset = self._machine.utc_offset()
        facts = {"offset": f"{'-' if offset < 0 else '+'}{abs(offset) // 60:02d}:{abs(offset) % 60:02d}"}
        if offset != HALL_OFFSET:
            return Finding(check="zone", health=Health.WARN, reason="other", facts=facts)
        return Finding(check="zone", facts=facts)

    def _disk(self) -> Finding:
        try:
            free = self._machine.free_bytes(self._office.database.path.parent)
        except OSError:
            return Finding(check="disk", health=Health.WARN, reason="unknown")
        facts = {"free_mb": str(free // 1024**2)}
        if free < LEAST_FREE:
            return Finding(check="disk", health=Health.BAD, reason="full", facts=facts)
        if free < SCARCE_FREE:
            return Finding(check="disk", health=Health.WARN, reason="scarce", facts=facts)
        return Finding(check="disk", facts=facts)

    def _place(self) -> Finding:
        folder = self._office.database.path.parent
        kind = self._machine.file_system(folder)
        facts = {"path": str(folder), "kind": kind}
        # A write-ahead log needs shared memory between its readers: no network share has that.
        if kind.startswith(FAR_AWAY):
            return Finding(check="place", health=Health.BAD, reason="network", facts=facts)
        return Finding(check="place", facts=facts)

    def _calendar(self) -> Finding:
        today, last = self._office.today(), self._office.calendar.covers_until
        facts = {"until": last.isoformat(), "year": str(today.year)}
        if last < today:
            return Finding(check="calendar", health=Health.BAD, reason="ended", facts=facts)
        if (today.month, today.day) >= NOTICE_DUE and last.year <= today.year:
            return Finding(
                check="calendar", health=Health.WARN, reason="next_year", facts=facts | {"year": str(today.year + 1)}
            )
        return Finding(check="calendar", facts=facts)

    def _backup(self) -> Finding:
        try:
            latest = self._latest_backup()
        except Trouble:
            return Finding(check="backup", health=Health.BAD, reason="unreadable")
        if latest is None:
            return Finding(check="backup", health=Health.WARN, reason="none")
        path, made_at = latest
        age = self._office.now() - made_at
        facts = {"at": f"{made_at:%Y-%m-%d %H:%M}", "days": str(max(age.days, 0))}
        if age > BACKUP_TOO_OLD:
            return Finding(check="backup", health=Health.BAD, reason="old", facts=facts)
        if age > BACKUP_OLD:
            return Finding(check="backup", health=Health.WARN, reason="old", facts=facts)
        if _same_disk(path, self._office.database.path):
            return Finding(check="backup", health=Health.WARN, reason="same_disk", facts=facts)
        return Finding(check="backup", facts=facts)

    def _fence(self) -> Finding:
        with self._office.database.reading() as tx:
            standing = fence.standing(tx)
        if standing is not None:
            facts = {"at": f"{standing.restored_at:%Y-%m-%d %H:%M}"}
            return Finding(check="fence", health=Health.BAD, reason="standing", facts=facts)
        return Finding(check="fence")

    def _store(self) -> Finding:
        found = backup.structure(self._office.database, thorough=False)
        if not found.whole:
            return Finding(check="store", health=Health.BAD, reason="damaged", facts={"found": str(found.quick)})
        return Finding(check="store")


def _is_font(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return file.read(4) in (b"\0\1\0\0", b"true", b"OTTO", b"ttcf")
    except OSError:
        return False


def _same_disk(path: Path, other: Path) -> bool:
    try:
        return path.stat().st_dev == other.stat().st_dev
    except OSError:
        return False
