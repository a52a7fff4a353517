"""How is a file written so that a crash leaves the old one or the new one, never half of one?"""

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

from hallclient.foundation.trouble import DiskFull, FolderNotWritable

_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


@contextmanager
def world(path: Path) -> Iterator[None]:
    """Turn what the disk does to a file being written into Trouble: DiskFull, else FolderNotWritable."""
    try:
        yield
    except OSError as error:
        if error.errno in _FULL:
            raise DiskFull from None
        raise FolderNotWritable(str(path)) from None


@contextmanager
def replacing(path: Path, *, mode: int = 0o666) -> Iterator[Path]:
    """Give a temporary path beside ``path`` to write to; leaving the block flushes it to disk and puts it in place.

    When the block fails, the temporary file is removed and ``path`` stays as it was. ``mode`` is further restricted
    by the umask. Raises DiskFull, FolderNotWritable.
    """
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    with world(path):
        try:
            os.close(os.open(part, os.O_CREAT | os.O_EXCL | os.O_WRONLY, mode))
            yield part
            with part.open("rb+") as file:
                flush(file)
            part.replace(path)
            flush_folder(path.parent)
        finally:
            with suppress(OSError):
                part.unlink()


def write(path: Path, content: bytes, *, mode: int = 0o666) -> None:
    """Write ``content`` as one whole. Raises DiskFull, FolderNotWritable."""
    with replacing(path, mode=mode) as part:
        part.write_bytes(content)


def flush(file: IO[bytes]) -> None:
    """Make what was written to ``file`` survive a power cut."""
    file.flush()
    os.fsync(file.fileno())


def flush_folder(folder: Path) -> None:
    """Make a rename in ``folder`` survive a power cut, where the system can (Windows cannot open folders)."""
    if os.name == "posix":
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
