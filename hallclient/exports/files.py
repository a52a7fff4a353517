"""How does a file come to disk whole or not at all? Temporary file, fsync, rename."""

import errno
import os
import tempfile
from contextlib import suppress
from pathlib import Path

from hallclient.foundation.trouble import DiskFull, FolderNotWritable


def write(path: Path, content: bytes) -> None:
    """Write ``content`` to ``path``: a reader sees the old file or the whole new one, never a part.

    Raises DiskFull, FolderNotWritable.
    """
    temporary: str | None = None
    try:
        handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        # mkstemp makes files for their owner only; an exported table is meant to be passed on.
        os.chmod(temporary, 0o644)
        os.replace(temporary, path)
    except OSError as error:
        if temporary is not None:
            with suppress(OSError):
                os.unlink(temporary)
        if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
            raise DiskFull from error
        raise FolderNotWritable(str(path.parent)) from error
    if os.name == "posix":
        with suppress(OSError):
            folder = os.open(path.parent, os.O_RDONLY)
            try:
                os.fsync(folder)
            finally:
                os.close(folder)
