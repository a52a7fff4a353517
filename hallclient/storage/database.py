"""How is the store opened, read and written?

One encrypted SQLite file (SQLCipher), WAL, ``synchronous=FULL``: what was acknowledged survives a power cut. Writers
begin IMMEDIATE, so that two programs queue instead of failing (the default deferred begin fails as soon as a second
writer exists). Checkpoints run on a thread of their own: they are the whole p99 of a save.
"""

import hashlib
import hmac
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DatabaseError, OperationalError
from sqlcipher3 import dbapi2 as sqlcipher

from hallclient.foundation.trouble import DiskFull, FolderNotWritable, StoreDamaged, StoreLocked, Trouble

CHECKPOINT_EVERY = 0.5  # seconds
WAL_CAP = 20 * 1024 * 1024  # bytes; above it the next quiet moment truncates the log
BUSY = 5000  # milliseconds a writer waits for another program

Transaction = Connection  # the open transaction a desk hands on; desks know no other word of the SQL library


class Database:
    """The open store. ``writing()`` and ``reading()`` are the only ways in; leaving the block commits or ends it."""

    def __init__(self, path: Path, key: bytes, *, read_only: bool = False) -> None:
        self.path = path
        self.read_only = read_only
        self._key = key
        self._blind = hmac.new(key, b"hallclient applicant key", hashlib.sha256).digest()
        self.engine = _engine(path, key, read_only)
        self._writer: Connection | None = None
        self._writing = threading.Lock()
        self._stop = threading.Event()
        self._wrote = threading.Event()
        self._checkpointer: threading.Thread | None = None

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """One durable transaction: all of the block or nothing of it.

        Raises DiskFull, StoreLocked, FolderNotWritable, StoreDamaged.
        """
        with world(self.path), self._one_writer() as writer:
            execute = direct(writer)
            execute("BEGIN IMMEDIATE")
            try:
                yield writer
                if writer.in_transaction():
                    writer.commit()
                else:
                    execute("COMMIT")
            except BaseException:
                writer.rollback()
                if writer.connection.driver_connection.in_transaction:  # type: ignore[union-attr]
                    execute("ROLLBACK")
                raise
        self._wrote.set()
        if self._checkpointer is None and not self._stop.is_set():
            self._checkpointer = threading.Thread(target=self._checkpoint, name="checkpoint", daemon=True)
            self._checkpointer.start()

    @contextmanager
    def _one_writer(self) -> Iterator[Connection]:
        # One connection writes, kept ready: taking one from the pool costs a tenth of a save. The library is told of
        # the transaction only when a statement goes through it (``_begun``).
        if not self._writing.acquire(timeout=BUSY / 1000):
            raise StoreLocked
        try:
            if self._writer is None:
                self._writer = self.engine.connect()
            yield self._writer
        finally:
            self._writing.release()

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """One consistent view of the store."""
        with world(self.path), self.engine.connect() as connection:
            yield connection

    def blind(self, text: str) -> str:
        """Return a keyed hash of ``text``: equal for equal texts, telling nothing to who lacks the store's key."""
        return hmac.new(self._blind, text.encode(), hashlib.sha256).hexdigest()[:32]

    def raw(self) -> Any:
        """Return a bare driver connection, keyed; for backup and checkpoints, which must stand outside transactions."""
        connection = sqlcipher.connect(str(self.path), isolation_level=None, check_same_thread=False)
        _prepare(connection, self._key, self.read_only)
        return connection

    def key_hex(self) -> str:
        return self._key.hex()

    def close(self) -> None:
        """Stop the checkpoints and let go of the file."""
        self._stop.set()
        self._wrote.set()
        if self._checkpointer is not None:
            self._checkpointer.join()
        if self._writer is not None:
            self._writer.close()
        self.engine.dispose()

    def _checkpoint(self) -> None:
        # On the raw connection: through the engine a checkpoint would sit inside a transaction and be refused.
        connection = self.raw()
        try:
            while not self._stop.is_set():
                self._wrote.wait()
                self._stop.wait(CHECKPOINT_EVERY)
                self._wrote.clear()
                with suppress(sqlcipher.Error):
                    connection.execute("PRAGMA wal_checkpoint(PASSIVE)")
                    wal = self.path.with_name(self.path.name + "-wal")
                    if wal.exists() and wal.stat().st_size > WAL_CAP:
                        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        finally:
            connection.close()


def direct(tx: Connection) -> Any:
    """Return the driver's own ``execute`` inside ``tx``: for the few statements of every save, where each counts."""
    return tx.connection.driver_connection.execute  # type: ignore[union-attr]


@contextmanager
def world(path: Path) -> Iterator[None]:
    """Turn what the disk and other programs do to the store at ``path`` into Trouble; anything else stays as it is."""
    try:
        yield
    except (DatabaseError, sqlcipher.DatabaseError) as error:
        trouble = _trouble(str(error.orig if isinstance(error, DatabaseError) else error), path)
        if trouble is None:
            raise
        raise trouble from None


def _trouble(message: str, path: Path) -> Trouble | None:
    message = message.lower()
    if "disk is full" in message or "disk i/o error" in message:
        return DiskFull()
    if "locked" in message or "busy" in message:
        return StoreLocked()
    if "readonly" in message or "unable to open" in message:
        return FolderNotWritable(str(path.parent))
    if "not a database" in message or "malformed" in message:
        return StoreDamaged()
    return None


def _prepare(connection: Any, key: bytes, read_only: bool) -> None:
    cursor = connection.cursor()
    cursor.execute("PRAGMA cipher_log_level = NONE")
    cursor.execute(f"PRAGMA key = \"x'{key.hex()}'\"")  # a raw key: a passphrase costs 164 ms per connection
    cursor.execute(f"PRAGMA busy_timeout = {BUSY}")
    cursor.execute("PRAGMA foreign_keys = ON")
    cursor.execute("PRAGMA cache_size = -65536")
    cursor.execute("PRAGMA temp_store = MEMORY")
    if read_only:
        cursor.execute("PRAGMA query_only = ON")
    else:
        cursor.execute("PRAGMA journal_mode = WAL")
        cursor.execute("PRAGMA synchronous = FULL")
        cursor.execute("PRAGMA wal_autocheckpoint = 0")
    cursor.close()


def _engine(path: Path, key: bytes, read_only: bool) -> Engine:
    # The driver forgets prepared statements by use count: a full cache throws out each new one at once, and creating
    # a store fills the default hundred.
    # What was written never stands in an error's text: an error goes into the log, and a value can be a person's.
    engine = create_engine(
        f"sqlite:///{path}", module=sqlcipher, connect_args={"cached_statements": 1000}, hide_parameters=True
    )

    @event.listens_for(engine, "connect")
    def _connected(connection: Any, _record: object) -> None:
        connection.isolation_level = None  # we say BEGIN ourselves
        try:
            _prepare(connection, key, read_only)
        except sqlcipher.OperationalError as error:
            raise OperationalError(None, None, error) from None
        except sqlcipher.DatabaseError as error:
            raise DatabaseError(None, None, error) from None

    @event.listens_for(engine, "begin")
    def _begun(connection: Connection) -> None:
        if not connection.connection.driver_connection.in_transaction:  # type: ignore[union-attr]
            writing = connection.get_execution_options().get("hall_writing", False)
            connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")

    return engine
