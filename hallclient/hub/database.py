"""How is the hub reached? A PostgreSQL server over TLS, or a SQLite file on a disk of this machine.

The counter waits for nothing here: connecting, each statement and each whole visit have an end, and what the network
or the server does becomes Trouble. A password never stands in a URL, a log or an exception.
"""

import os
import re
import shutil
import socket
import sqlite3
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, OperationalError

from hallclient.foundation.trouble import Trouble
from hallclient.hub.addresses import HubFileNotLocal, HubUrlWrong, checked
from hallclient.hub.schema import REVISION

CONNECT = 5  # seconds
STATEMENT = 30_000  # milliseconds, at the server
VISIT = 45.0  # seconds a visit may take before its connection is cut: nothing says "sending" for more than a minute
BUSY = 5000  # milliseconds a writer waits for another program at a SQLite hub
ROOM = 256 * 1024  # bytes: with less, a SQLite hub cannot write
NETWORK_DISKS = ("nfs", "cifs", "smb", "ncp", "afs", "9p", "fuse.sshfs", "fuse.gvfs", "glusterfs", "ceph", "davfs")
# What a server says before it lets anybody in bears no SQLSTATE, and speaks the server's own language (lc_messages).
_NOT_LET_IN = (
    "authentication failed",
    "not permitted to log in",
    "no password supplied",
    "认证失败",
    "进行登录",  # 不允许角色"w_sl01_w03" 进行登录
)
_NOT_ALLOWED = ("permission denied", "的权限不够")
_NO_HUB = re.compile(r'(database|数据库) ".*" (does not exist|不存在)')
_NOT_THE_HUB = ("certificate", "does not match host name", "does not support ssl", "method requirement")
_FILE_GONE = ("locked", "busy", "disk is full", "disk i/o error", "readonly", "unable to open")

Transaction = Connection  # the open transaction; desks know no other word of the SQL library


class HubUnreachable(Trouble):
    """The hub cannot be reached, or went away before it answered; what was on its way is sent again later."""


class HubDiskFull(HubUnreachable):
    """The disk the hub lies on is full: it takes nothing until somebody has made room there."""


class HubLoginRefused(Trouble):
    """The hub does not let this login in: wrong password, or revoked."""


class HubForbids(Trouble):
    """The hub lets this login in, but not do this."""


class HubCertificateWrong(Trouble):
    """Who answers at the hub's address cannot prove to be the hub: its certificate is not the one expected."""


class HubNotReady(Trouble):
    """The database holds no hub yet, or one of another program version."""


class HubDatabase:
    """The hub. ``writing()`` and ``reading()`` are the only ways in; leaving the block commits or ends it.

    ``now`` stands in for the database's own clock (tests, replays); business time is Asia/Shanghai, naive.
    """

    def __init__(self, url: URL, *, password: str = "", now: Callable[[], datetime] | None = None) -> None:
        self.server = url.get_backend_name() == "postgresql"
        self.name = url.render_as_string(hide_password=True)
        self.file = None if self.server else Path(url.database or "")
        self._now = now
        self._ready = False
        self._counts: bool | None = None
        self._visits: set[Callable[[], None]] = set()
        self._cut = False
        self.engine = _server(url, password) if self.server else _file(url)

    def __repr__(self) -> str:
        return f"HubDatabase({self.name})"

    @contextmanager
    def writing(self, *, patience: float | None = None, checked: bool = True) -> Iterator[Connection]:
        """One durable transaction: all of the block or nothing of it. Raises Trouble as the classes above say."""
        if checked:
            self._require_file()
        with self._visit(patience) as connection:
            connection = connection.execution_options(hub_writing=True)
            with connection.begin():
                if checked:
                    self._require_ready(connection)
                yield connection

    @contextmanager
    def reading(self, *, patience: float | None = None) -> Iterator[Connection]:
        """One consistent view of the hub."""
        self._require_file()
        with self._visit(patience) as connection, connection.begin():
            if self.server:
                connection.exec_driver_sql("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
            self._require_ready(connection)
            yield connection

    def clock(self, tx: Connection) -> datetime:
        """Return the moment: the database's, because a window's own clock may be wrong."""
        if self._now is not None:
            return self._now()
        if self.server:
            return tx.execute(text("SELECT date_trunc('second', now() AT TIME ZONE 'Asia/Shanghai')")).scalar_one()  # type: ignore[no-any-return]
        return datetime.fromisoformat(tx.execute(text("SELECT datetime('now', '+8 hours')")).scalar_one())

    def counts(self, tx: Connection) -> bool:
        """Tell whether this login may check and count packets: the office's, or whoever opens the hub's file."""
        if not self.server:
            return True
        if self._counts is None:
            found = tx.execute(text("SELECT pg_has_role(current_user, 'hall_office', 'MEMBER')"))
            self._counts = bool(found.scalar_one())
        return self._counts

    @property
    def replica(self) -> bool:
        """Tell whether this server only follows another one."""
        if not self.server:
            return False
        with self.reading() as tx:
            return bool(tx.execute(text("SELECT pg_is_in_recovery()")).scalar_one())

    def close(self) -> None:
        """Let go of the connections."""
        self.engine.dispose()

    def cut(self) -> None:
        """End the visits under way, from another thread, and let nobody in any more: who closes the program does not
        wait for a network. To them it is as if the line had broken."""
        self._cut = True
        for end in tuple(self._visits):
            end()

    def _require_ready(self, connection: Connection) -> None:
        if not self._ready:
            if revision(connection) != REVISION:
                raise HubNotReady
            self._ready = True

    def _require_file(self) -> None:
        # Looking into a hub that is not there must not leave an empty file where one was named by mistake.
        try:
            there = self.file is None or self.file.exists()
        except OSError:  # no disk takes such a name
            there = False
        if not there:
            raise HubNotReady

    @contextmanager
    def _visit(self, patience: float | None) -> Iterator[Connection]:
        with _world(self.file), _deadline(patience or VISIT, self._visits) if self.server else _no_deadline() as way:
            connection = self.engine.connect()
            try:
                if way is not None:
                    way.leads_to(connection.connection.driver_connection)
                if self._cut:
                    raise HubUnreachable
                yield connection
            except BaseException:
                # Who was interrupted half-way leaves no connection in doubt behind.
                connection.invalidate()
                raise
            finally:
                connection.close()


def open_hub(url: str, *, password: str = "", now: Callable[[], datetime] | None = None) -> HubDatabase:
    """Return the hub at ``url``: ``sqlite:///FILE`` or ``postgresql+psycopg://USER@HOST/DATABASE?sslmode=verify-full``.

    Nothing is connected yet. Raises HubUrlWrong, HubUrlHasPassword, HubNeedsTls, HubFileNotLocal.
    """
    try:
        parsed = make_url(url)
    except (ArgumentError, ValueError):  # a port that is no number
        raise HubUrlWrong from None
    checked(parsed)
    if parsed.get_backend_name() == "sqlite":
        _require_local_disk(Path(parsed.database or "").resolve())
    return HubDatabase(parsed, password=password, now=now)


def revision(connection: Connection) -> str | None:
    """Return the hub's revision; None when there is no hub."""
    with connection.begin_nested():
        there = connection.dialect.has_table(connection, "alembic_version")
    if not there:
        return None
    found = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    return None if found is None else str(found)


def _server(url: URL, password: str) -> Engine:
    local = dict(url.query)
    arguments: dict[str, Any] = {
        "connect_timeout": CONNECT,
        "application_name": "hallclient",
        "options": f"-c search_path=hall -c statement_timeout={STATEMENT} -c lock_timeout={STATEMENT // 2}"
        f" -c idle_in_transaction_session_timeout={STATEMENT * 2} -c timezone=UTC",
        # Said here, even if empty, so that no PGHOSTADDR, PGHOST or service file of the machine leads elsewhere.
        "hostaddr": "",
        "client_encoding": "utf8",
        "gssencmode": "disable",
        "require_auth": "!password,!md5",  # who asks for the password in clear is not our hub
        "tcp_user_timeout": CONNECT * 3000,
        "keepalives_idle": CONNECT,
        "keepalives_interval": CONNECT,
        "keepalives_count": 3,
    }
    if url.host is None and "host" not in url.query:
        arguments["host"] = ""
    if password:
        arguments["password"] = password
    engine = create_engine(
        url.set(query=local),
        connect_args=arguments,
        pool_size=2,
        max_overflow=4,
        pool_recycle=300,
        hide_parameters=True,
        use_native_hstore=False,  # one question less for each new connection
    )
    event.listen(engine, "connect", _connected_to, insert=True)
    return engine


def _file(url: URL) -> Engine:
    engine = create_engine(url, connect_args={"timeout": BUSY / 1000}, hide_parameters=True)

    @event.listens_for(engine, "connect")
    def _connected(connection: Any, _record: object) -> None:
        connection.isolation_level = None  # we say BEGIN ourselves
        for pragma in ("foreign_keys = ON", "journal_mode = WAL", "synchronous = FULL", "temp_store = MEMORY"):
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def _begun(connection: Connection) -> None:
        writing = connection.get_execution_options().get("hub_writing", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")

    return engine


class _Way:
    """The line of a visit, from the moment there is one; ``cut`` breaks it, now or as soon as it is there."""

    def __init__(self) -> None:
        self._driver: Any = None
        self._over = False

    def leads_to(self, driver: Any) -> None:
        self._driver = driver
        if self._over:
            self.cut()

    def cut(self) -> None:
        self._over = True
        try:
            line = socket.socket(fileno=os.dup(self._driver.fileno()))
        except Exception:  # it has gone already, whatever the driver says to that
            return
        with line:
            line.shutdown(socket.SHUT_RDWR)


_visiting = threading.local()


def _connected_to(driver: Any, _record: object) -> None:
    """The library asks a new connection some questions of its own first: they too end when the visit does."""
    way: _Way | None = getattr(_visiting, "way", None)
    if way is not None:
        way.leads_to(driver)


@contextmanager
def _no_deadline() -> Iterator[None]:
    yield None


@contextmanager
def _deadline(patience: float, visits: set[Callable[[], None]]) -> Iterator[_Way]:
    """Cut the line when the visit takes longer: a proxy that swallows packets would hold us for hours.

    While it lasts, ``visits`` holds what cuts it at once.
    """
    way = _Way()
    timer = threading.Timer(patience, way.cut)
    timer.daemon = True
    timer.start()
    visits.add(way.cut)
    outer, _visiting.way = getattr(_visiting, "way", None), way
    try:
        yield way
    finally:
        _visiting.way = outer
        visits.discard(way.cut)
        timer.cancel()
        timer.join()


@contextmanager
def _world(file: Path | None) -> Iterator[None]:
    try:
        yield
    except DBAPIError as error:
        trouble = _trouble(error)
        if trouble is None:
            raise
        if file is not None and isinstance(trouble, HubUnreachable) and _no_room(file):
            raise HubDiskFull from None
        raise trouble from None


def _no_room(file: Path) -> bool:
    # On a full disk SQLite says now "disk full", now "I/O error", now "unable to open": it needs files of its own.
    try:
        return shutil.disk_usage(file.absolute().parent).free < ROOM
    except OSError:
        return False


def _trouble(error: DBAPIError) -> Trouble | None:
    state = getattr(error.orig, "sqlstate", None) or ""
    said = str(error.orig).lower()
    if state in ("42501", "25006") or (not state and any(word in said for word in _NOT_ALLOWED)):
        return HubForbids()
    if state.startswith("28"):
        return HubLoginRefused()
    if not state and any(word in said for word in _NOT_LET_IN):
        return HubLoginRefused()
    if not state and any(word in said for word in _NOT_THE_HUB):
        return HubCertificateWrong()
    if state in ("3D000", "3F000", "42P01") or "no such table" in said or (not state and _NO_HUB.search(said)):
        return HubNotReady()
    if state == "53100" or (not state and "disk is full" in said):
        return HubDiskFull()
    # 40: two at once, 53: no room, 55: a lock, 57: shut down or took too long, 58: its disk, 08: the line, XX: damage.
    if state:
        return HubUnreachable() if state[:2] in ("08", "40", "53", "55", "57", "58", "XX") else None
    if isinstance(error.orig, sqlite3.Error):
        if "not a database" in said or "malformed" in said:
            return HubNotReady()
        return HubUnreachable() if any(word in said for word in _FILE_GONE) else None
    # Without a state it was no statement that failed: the line was never there, or broke.
    return HubUnreachable() if isinstance(error, OperationalError) or error.connection_invalidated else None


def _require_local_disk(path: Path) -> None:
    """A write-ahead log on a network folder loses data: there the packets travel as files (``hub/folder.py``)."""
    if sys.platform == "win32":
        import ctypes

        remote = 4
        root = path.anchor or str(path)
        if root.startswith("\\\\") or ctypes.windll.kernel32.GetDriveTypeW(root) == remote:
            raise HubFileNotLocal(str(path))
        return
    mounts = Path("/proc/mounts")
    if not mounts.exists():
        return
    found, kind = "", ""
    for line in mounts.read_text("utf-8", errors="replace").splitlines():
        _device, where, system, *_rest = line.split()
        where = re.sub(r"\\([0-7]{3})", lambda octal: chr(int(octal[1], 8)), where)  # as the kernel writes a space
        if len(where) >= len(found) and path.is_relative_to(where):
            found, kind = where, system
    if kind.startswith(NETWORK_DISKS):
        raise HubFileNotLocal(str(path))
