"""Which code fits what was typed? Topics, units and ready answers, by code, name or pinyin initials."""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class CodeEntry:
    """One line of a code book. ``initials`` are the name's pinyin initials; ``text`` is a ready answer's wording."""

    code: str
    name: str
    initials: str = ""
    parent: str = ""
    text: str = ""
    valid_from: date | None = None
    valid_to: date | None = None

    def valid_on(self, day: date) -> bool:
        """Tell whether the entry may be chosen on ``day``; both ends are included."""
        return (self.valid_from is None or self.valid_from <= day) and (self.valid_to is None or day <= self.valid_to)


def matching(entries: Iterable[CodeEntry], typed: str, limit: int) -> list[CodeEntry]:
    """Return the entries that fit, the best first: exact code, code begins, name begins, initials begin, name holds.

    Nothing typed: the first ``limit`` entries in their own order.
    """
    wanted = unicodedata.normalize("NFKC", typed).strip().lower()  # an input method may type full-width digits
    ranked = ((_rank(entry, wanted), at, entry) for at, entry in enumerate(entries))
    found = sorted((rank, at, entry.code, entry) for rank, at, entry in ranked if rank is not None)
    return [entry for *_, entry in found[:limit]]


def _rank(entry: CodeEntry, wanted: str) -> int | None:
    code, name = entry.code.lower(), entry.name.lower()
    fits = (
        not wanted or wanted == code,
        code.startswith(wanted),
        name.startswith(wanted),
        any(reading.startswith(wanted) for reading in entry.initials.lower().split()),
        wanted in name,
        any(wanted in reading for reading in entry.initials.lower().split()),
    )
    return next((rank for rank, fit in enumerate(fits) if fit), None)
