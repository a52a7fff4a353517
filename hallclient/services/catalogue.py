"""The catalogue desk: has this been published already, and where? (art. 36(1), idea 16)"""

from hallclient.domain.register.catalogue import CatalogueEntry
from hallclient.services.office import Office
from hallclient.storage import catalogue


class CatalogueDesk:
    """Reads the catalogue of art. 12; it comes in by import."""

    def __init__(self, office: Office) -> None:
        self._office = office

    def find(self, text: str, *, limit: int = 50) -> list[CatalogueEntry]:
        """Return published items that hold ``text`` in title, document number, index number or summary.

        Any fragment will do, from one character; an empty text shows the newest items.
        """
        with self._office.database.reading() as tx:
            return catalogue.find(tx, text, limit=limit)

    def get(self, index_number: str) -> CatalogueEntry | None:
        """Return the item of that index number; None when there is none."""
        with self._office.database.reading() as tx:
            return catalogue.get(tx, index_number)

    def count(self) -> int:
        """Return how many items the catalogue holds."""
        with self._office.database.reading() as tx:
            return catalogue.count(tx)

    def citation(self, entry: CatalogueEntry) -> str:
        """Return how a reply cites a published item: title, number, index and place."""
        number = f"（{entry.document_number}）" if entry.document_number else ""
        where = f"，公开于：{entry.where}" if entry.where else ""
        return f"《{entry.title}》{number}，索引号：{entry.index_number}{where}"
