"""What does this machine say of itself? Printers, zone, disk, input method are asked only here; tests answer for it."""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

_PATIENCE = 5  # seconds for a print system that does not answer


@dataclass(frozen=True, slots=True, kw_only=True)
class Machine:
    """``printers`` None: the print system cannot be asked. ``utc_offset`` in minutes. ``file_system`` is the kind the
    disk of a path has (``ext4``, ``nfs4``; empty when unknown). ``system`` is linux or win32."""

    printers: Callable[[], tuple[str, ...] | None]
    utc_offset: Callable[[], int]
    free_bytes: Callable[[Path], int]
    file_system: Callable[[Path], str]
    environment: Callable[[str], str]
    system: str


def this_machine() -> Machine:
    """Return the machine the program runs on."""
    return Machine(
        printers=_printers,
        utc_offset=_utc_offset,
        free_bytes=lambda path: shutil.disk_usage(path).free,
        file_system=_file_system,
        environment=lambda name: os.environ.get(name, ""),
        system=sys.platform,
    )


def _printers() -> tuple[str, ...] | None:
    lpstat = shutil.which("lpstat")
    if lpstat is None:
        return None
    try:
        said = subprocess.run(
            [lpstat, "-e"],
            capture_output=True,
            text=True,
            timeout=_PATIENCE,
            check=False,
            env=os.environ | {"LC_ALL": "C"},
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    return tuple(line.strip() for line in said.stdout.splitlines() if line.strip())


def _utc_offset() -> int:
    return time.localtime().tm_gmtoff // 60


def _file_system(path: Path) -> str:
    try:
        lines = Path("/proc/mounts").read_text("utf-8").splitlines()
    except OSError:
        return ""
    mounts = sorted((line.split() for line in lines), key=lambda parts: len(parts[1]), reverse=True)
    place = str(path.resolve())
    for _, mounted, kind, *_ in mounts:
        if place == mounted or place.startswith(mounted.rstrip("/") + "/"):
            return kind
    return ""
