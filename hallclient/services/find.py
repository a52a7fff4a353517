"""The search box and the scanner: from what was typed to the records it may mean, and to exactly one when it can."""

from dataclasses import dataclass

from hallclient.domain.register.permissions import SEEN_WITH, Clerk, NotPermitted, Permission, require, seen_by
from hallclient.domain.register.records import Hit, Recent, RecordKind
from hallclient.services.office import Office
from hallclient.storage import recents, search, search_numbers


@dataclass(frozen=True, slots=True)
class Target:
    """The one record a number or a scanned code stands for."""

    kind: RecordKind
    number: str


class Finder:
    """Reads only, but for the list of what a clerk opened last. Titles are masked, and nobody finds what he may not
    open (``permissions.SEEN_WITH``)."""

    def __init__(self, office: Office) -> None:
        self._office = office

    def find(self, text: str, *, limit: int = 20, by: Clerk) -> list[Hit]:
        """Return up to ``limit`` records whose number, name, phone end, content or pinyin initials hold ``text``.

        From one Chinese character on; exact and prefix numbers first, then newest first. Empty text finds nothing.
        Raises NotPermitted when no kind of record is this clerk's to see.
        """
        kinds = _seen(by)
        with self._office.database.reading() as tx:
            return search.find(tx, text, limit=limit, kinds=kinds)

    def resolve(self, text: str, *, by: Clerk) -> Target | None:
        """Return the record a full number or a scanned receipt code names; None when it names no record here, or none
        this clerk may see.

        A keyboard-wedge scanner types the number and Enter; full-width letters from an input method are folded.
        Raises NotPermitted as ``find``.
        """
        kinds = _seen(by)
        with self._office.database.reading() as tx:
            found = search_numbers.resolve(tx, text, kinds=kinds)
        return None if found is None else Target(*found)

    def recent(self, by: Clerk) -> list[Recent]:
        """Return of the last 20 records this clerk opened those he may still see, newest first."""
        with self._office.database.reading() as tx:
            return [one for one in recents.of(tx, by.name) if _may_see(by, one.kind)]

    def opened(self, kind: RecordKind, number: str, *, by: Clerk) -> None:
        """Remember that a clerk opened a record. No register entry, so no audit entry either. Raises NotPermitted."""
        if kind in SEEN_WITH:
            require(by, SEEN_WITH[kind])
        with self._office.database.writing() as tx:
            recents.opened(tx, by.name, kind, number, at=self._office.now())


def _seen(by: Clerk) -> frozenset[RecordKind]:
    kinds = seen_by(by)
    if not kinds:
        raise NotPermitted(Permission.SEE_FILES)
    return kinds


def _may_see(by: Clerk, kind: RecordKind) -> bool:
    return kind not in SEEN_WITH or by.may(SEEN_WITH[kind])
