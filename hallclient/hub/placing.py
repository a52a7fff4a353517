"""Where may a hub be built? In a database that is there, in a folder that is there: never over what is another's."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from hallclient.domain.refusal import Refusal
from hallclient.foundation import files
from hallclient.foundation.trouble import DiskFull
from hallclient.hub.database import HubDatabase, HubDiskFull, HubNotReady


class HubDatabaseMissing(Refusal):
    """The server has no database of that name: the hub is built in one that is there."""

    fields = ("hub",)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.name = name


class HubFolderMissing(Refusal):
    """The folder that a hub's file is to lie in is not there."""

    fields = ("hub",)

    def __init__(self, path: str) -> None:
        super().__init__()
        self.path = path


class HubFileForeign(Refusal):
    """What lies at a hub's address is a folder, or a file of another program: it is left alone."""

    fields = ("hub",)

    def __init__(self, path: str) -> None:
        super().__init__()
        self.path = path


@contextmanager
def placed(hub: HubDatabase) -> Iterator[None]:
    """Say of a place where no hub can be built why; when the block fails, leave no file where none was.

    Raises HubDatabaseMissing, HubFolderMissing, HubFileForeign, FolderNotWritable, HubDiskFull.
    """
    file = hub.file
    if file is None:
        try:
            yield
        except HubNotReady:
            raise HubDatabaseMissing(str(hub.engine.url.database or "")) from None
        return
    folder = file.absolute().parent
    with files.world(folder):
        if not folder.is_dir():
            raise HubFolderMissing(str(folder))
        if file.is_dir():
            raise HubFileForeign(str(file))
    new = _made(file)
    try:
        if _foreign(file):
            raise HubNotReady
        yield
    except BaseException as error:
        if new:
            hub.close()
            for rest in ("", "-wal", "-shm", "-journal"):
                file.with_name(file.name + rest).unlink(missing_ok=True)
        if isinstance(error, HubNotReady):
            raise HubFileForeign(str(file)) from None
        raise


def _made(file: Path) -> bool:
    """Make the empty file, or tell that one was there: only who made it takes it away again."""
    try:
        with files.world(file.parent):
            try:
                file.touch(exist_ok=False)
            except FileExistsError:
                return False
            return True
    except DiskFull:
        raise HubDiskFull from None


def _foreign(file: Path) -> bool:
    """Tell whether a file holds something that is no hub; looked at without a change to it."""
    try:
        with closing(sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro", uri=True)) as line:
            tables = {name for (name,) in line.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    except sqlite3.OperationalError:  # locked, or out of reach: who goes on to write is told
        return False
    except sqlite3.DatabaseError:
        return True
    return bool(tables) and not tables >= {"alembic_version", "windows", "packets"}
