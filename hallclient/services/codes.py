"""The code books: topics, units, ready answers, for search as one types."""

from dataclasses import dataclass

from hallclient.domain.register.codes import CodeEntry, matching
from hallclient.services.office import Office
from hallclient.storage import codes

SHOWN = 12


@dataclass(frozen=True, slots=True)
class CodeBook:
    """What is valid today, in memory: a form asks it at every key and gets its answer at once."""

    all_topics: tuple[CodeEntry, ...] = ()
    all_units: tuple[CodeEntry, ...] = ()
    all_snippets: tuple[CodeEntry, ...] = ()

    def topics(self, typed: str, limit: int = SHOWN) -> list[CodeEntry]:
        """Return the topics whose code, name or pinyin initials fit what was typed, the best first."""
        return matching(self.all_topics, typed, limit)

    def units(self, typed: str, limit: int = SHOWN) -> list[CodeEntry]:
        """Return the fitting units."""
        return matching(self.all_units, typed, limit)

    def snippets(self, typed: str, limit: int = SHOWN) -> list[CodeEntry]:
        """Return the fitting ready answers."""
        return matching(self.all_snippets, typed, limit)


class CodesDesk:
    """Reads only: code books change with the program or by import."""

    def __init__(self, office: Office) -> None:
        self._office = office

    def book(self) -> CodeBook:
        """Return the code book of today."""
        today = self._office.today()
        with self._office.database.reading() as tx:
            return CodeBook(
                tuple(codes.all_topics(tx, today)),
                tuple(codes.all_units(tx, today)),
                tuple(codes.all_snippets(tx, today)),
            )
