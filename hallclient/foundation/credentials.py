"""Where is the password of a hub kept? In the desktop's own keyring, else in a file only this user can read.

Never in the settings, never in a URL, never in a log. A keyring that fails is no reason to stop: the file takes over.
"""

import json
import logging
import os
import stat
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Protocol

from hallclient.foundation import files

SERVICE = "hallclient"
FILE = "hub.secret"
log = logging.getLogger(__name__)


class Keyring(Protocol):
    """What is asked of a keyring; the library's own names."""

    def get_password(self, service: str, username: str) -> str | None: ...
    def set_password(self, service: str, username: str, password: str) -> None: ...
    def delete_password(self, service: str, username: str) -> None: ...


def system_keyring() -> Keyring | None:
    """Return the desktop's keyring; None on a machine without one."""
    try:
        import keyring

        found = keyring.get_keyring()
        return found if found.priority >= 1 else None
    except Exception as problem:  # a broken desktop service answers with whatever it likes
        log.info("no keyring: %s", type(problem).__name__)
        return None


class Vault:
    """Passwords by hub address, for the store in ``folder``."""

    def __init__(self, folder: Path, keyring: Callable[[], Keyring | None] = system_keyring) -> None:
        self._path = folder / FILE
        self._name = str(folder.resolve())
        self._keyring = keyring

    def get(self, url: str) -> str:
        """Return the password for the hub at ``url``; empty when none is kept."""
        if (ring := self._keyring()) is not None:
            try:
                if found := ring.get_password(SERVICE, self._entry(url)):
                    return found
            except Exception as problem:  # as above
                log.info("keyring does not answer: %s", type(problem).__name__)
        return self._read().get(url, "")

    def keep(self, url: str, password: str) -> None:
        """Keep the password for ``url``. Raises DiskFull, FolderNotWritable."""
        if (ring := self._keyring()) is not None:
            try:
                ring.set_password(SERVICE, self._entry(url), password)
                if ring.get_password(SERVICE, self._entry(url)) == password:
                    self._forget_in_file(url)
                    return
            except Exception as problem:  # as above
                log.info("keyring refuses: %s", type(problem).__name__)
        self._write(self._read() | {url: password})

    def forget(self, url: str) -> None:
        """Throw the password for ``url`` away, wherever it is kept."""
        if (ring := self._keyring()) is not None:
            with suppress(Exception):
                ring.delete_password(SERVICE, self._entry(url))
        self._forget_in_file(url)

    def _entry(self, url: str) -> str:
        # Two stores on one machine may be two windows with the same hub.
        return f"{url} {self._name}"

    def _read(self) -> dict[str, str]:
        try:
            with self._path.open("rb") as file:
                if not _ours_alone(file.fileno()):
                    log.info("%s can be read by others and is not used: enter the password again", FILE)
                    return {}
                kept = json.loads(file.read().decode())
        except (OSError, ValueError, RecursionError):
            return {}
        if not isinstance(kept, dict):
            return {}
        return {url: said for url, said in kept.items() if isinstance(said, str)}

    def _write(self, kept: dict[str, str]) -> None:
        files.write(self._path, json.dumps(kept, indent=1).encode(), mode=0o600)

    def _forget_in_file(self, url: str) -> None:
        kept = self._read()
        if kept.pop(url, None) is not None:
            self._write(kept)


def _ours_alone(descriptor: int) -> bool:
    """Tell whether an open file is this user's and nobody else may read it, as far as the system knows."""
    if os.name != "posix":
        return True
    found = os.fstat(descriptor)
    return found.st_uid == os.geteuid() and not stat.S_IMODE(found.st_mode) & 0o077
