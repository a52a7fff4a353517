"""What does this machine remember? Printers, look, language and the last user, in a small file beside the store.

Nothing here belongs to the register: a lost or unreadable file only means that the machine asks again.
"""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields, replace
from pathlib import Path
from typing import Any

from hallclient.foundation import files

FILE = "machine.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """``printers`` by document kind (``P01`` → queue name). ``theme``: system, light or dark. ``scale`` in percent of
    the desktop's own. ``language`` empty means the desktop's. ``window`` holds the main window's geometry.
    ``hub`` is the address of the office's database, never with a password (that is in the vault)."""

    printers: dict[str, str] = field(default_factory=dict)
    theme: str = "system"
    language: str = ""
    last_user: str = ""
    scale: int = 100
    window: str = ""
    letter_font: str = ""
    hub: str = ""


def load(data: Path) -> Settings:
    """Return what the machine remembers; what cannot be read is as if it had never been said."""
    try:
        kept = json.loads((data / FILE).read_text("utf-8"))
    except (OSError, ValueError):
        return Settings()
    if not isinstance(kept, dict):
        return Settings()
    plain = Settings()
    return Settings(
        **{f.name: kept[f.name] for f in fields(Settings) if _fits(kept.get(f.name), getattr(plain, f.name))}
    )


def save(data: Path, settings: Settings) -> None:
    """Remember ``settings``. Raises DiskFull, FolderNotWritable."""
    files.write(data / FILE, json.dumps(asdict(settings), ensure_ascii=False, indent=1).encode())


def remember_printers(data: Path, chosen: Mapping[str, str]) -> None:
    """Remember a printer for kinds of paper; "" forgets: the system's own again. Raises DiskFull, FolderNotWritable."""
    before = load(data)
    kept = {kind: printer for kind, printer in {**before.printers, **chosen}.items() if printer}
    save(data, replace(before, printers=kept))


def _fits(found: Any, like: Any) -> bool:
    if isinstance(like, dict):
        return isinstance(found, dict) and all(isinstance(v, str) for v in found.values())
    return type(found) is type(like)
