"""Does the store have the shape this program needs, and how does it get it?

Reading ``alembic_version`` tells whether Alembic is needed at all (its import costs a third of a second). A newer
store is opened for reading only; an older one is backed up first and upgraded inside one transaction.
"""

import sys
from collections.abc import Callable
from typing import Any

from sqlalchemy import Connection
from sqlalchemy.exc import DatabaseError

from hallclient.foundation.paths import DB
from hallclient.foundation.trouble import StoreTooNew
from hallclient.storage.database import Database
from hallclient.storage.schema import REVISION, SEARCH_DDL


def create(database: Database) -> None:
    """Build an empty store: the same migrations an old store would run through."""
    with database.writing() as tx:
        _to_head(tx)


def ensure(database: Database, *, backup: Callable[[], object]) -> None:
    """Bring the store to this program's revision, calling ``backup`` before the first change.

    Raises StoreTooNew when the store was written by a newer program; nothing is touched then.
    """
    with database.reading() as tx:
        found = revision(tx)
    if found == REVISION:
        return
    if found is not None and found > REVISION:
        raise StoreTooNew
    backup()
    with database.writing() as tx:
        _to_head(tx)


def revision(tx: Connection) -> str | None:
    """Return the store's revision; None for an empty file."""
    try:
        return tx.exec_driver_sql("SELECT version_num FROM alembic_version").scalar()
    except DatabaseError as error:
        if "no such table" in str(error.orig):
            return None
        raise


def _config(tx: Connection) -> Any:
    from alembic.config import Config

    config = Config(attributes={"connection": tx})
    config.set_main_option("script_location", str(DB / "local"))
    return config


def _to_head(tx: Connection) -> None:
    from alembic import command

    fresh = revision(tx) is None
    command.upgrade(_config(tx), "head")
    if fresh:
        tx.exec_driver_sql(SEARCH_DDL)


def _write_migration(message: str) -> None:
    """Write the next migration file from the difference between the migrations and the schema in code."""
    import tempfile
    from pathlib import Path

    from alembic import command
    from alembic.script import ScriptDirectory

    with tempfile.TemporaryDirectory() as folder:
        database = Database(Path(folder) / "new.sqlite", bytes(32))
        with database.writing() as tx:
            config = _config(tx)
            known = ScriptDirectory.from_config(config).get_heads()
            if known:
                command.upgrade(config, "head")
            following = f"{int(known[0]) + 1 if known else 1:04d}"
            command.revision(config, message, autogenerate=True, rev_id=following)
        database.close()


if __name__ == "__main__":
    _write_migration(sys.argv[1])
