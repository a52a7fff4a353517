"""The search box and the scanner: from what was typed to the records it may mean, and to exactly one when it can."""

from dataclasses import dataclass

from hallclient.domain.register.permissions import Clerk
from hallclient.domain.register.records import Hit, Recent, RecordKind
from hallclient.services.office import Office
from hallclient.storage import recents, search, search_numbers


@dataclass(frozen=True, slots=True)
class Target:
    """The one record a number or a scanned code stands for."""

    kind: RecordKind
    number: str


class Finder:
    """Reads only, but for the list of what a clerk opened last. Titles are masked."""

    def __init__(self, office: Office) -> None:
        self._office = office

    def find(self, text: str, *, limit: int = 20) -> list[Hit]:
        """Return up to ``limit`` records whose number, name, phone end, content or pinyin initials hold ``text``.

        From one Chinese character on; exact and prefix numbers first, then newest first. Empty text finds nothing.
        """
        with self._office.database.reading() as tx:
            return search.find(tx, text, limit=limit)

    def resolve(self, text: str) -> Target | None:
        """Return the record a full number or a scanned receipt code names; None when it names no record here.

        A keyboard-wedge scanner types the number and Enter; full-width letters from an input method are folded.
        """
        with self._office.database.reading() as tx:
            found = search_numbers.resolve(tx, text)
        return None if found is None else Target(*found)

    def recent(self, by: Clerk) -> list[Recent]:
        """Return the last 20 records this clerk opened, newest first."""
        with self._office.database.reading() as tx:
            return recents.of(tx, by.name)

    def opened(self, kind: RecordKind, number: str, *, by: Clerk) -> None:
        """Remember that a clerk opened a record. No register entry, so no audit entry either."""
        with self._office.database.writing() as tx:
            recents.opened(tx, by.name, kind, number, at=self._office.now())
