"""Which pinyin initials spell a name? 曾国华 is found by ``zgh`` and by ``cgh``: a surname's every reading counts."""

from functools import cache

from hallclient.foundation.paths import RESOURCES


@cache
def _table() -> dict[str, str]:
    """Character → initials of its readings, the main one first. Read on first use: 17,000 characters, 3 ms."""
    table: dict[str, str] = {}
    for line in (RESOURCES / "pinyin" / "initials.txt").read_text("utf-8").splitlines():
        if not line.startswith("#"):
            readings, characters = line.split("\t")
            table.update(dict.fromkeys(characters, readings))
    return table


def initials(text: str) -> tuple[str, ...]:
    """Return the initials that may spell ``text``: each reading of its first character, the main one of the others.

    Letters and digits stand for themselves, in lower case; other signs and unknown characters are left out. Empty
    when nothing is left.
    """
    table = _table()
    spelt = [reading for c in text if (reading := table.get(c) or (c.lower() if c.isascii() and c.isalnum() else ""))]
    if not spelt:
        return ()
    rest = "".join(reading[0] for reading in spelt[1:])
    return tuple(first + rest for first in spelt[0])
