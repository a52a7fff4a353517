"""What has been published already? The catalogue of art. 12: index, title, summary, date of creation."""

from dataclasses import dataclass
from datetime import date

from hallclient.domain.refusal import Refusal


class EntryWithoutPlace(Refusal):
    """A reply that cites a published item says where it is (art. 36(1)); the catalogue does not know."""

    fields = ("where",)

    def __init__(self, index_number: str) -> None:
        super().__init__()
        self.index_number = index_number


@dataclass(frozen=True, slots=True, kw_only=True)
class CatalogueEntry:
    """One published item; ``where`` is the URL, gazette issue or reading point a reply cites (art. 36(1)).

    ``published_on`` is the day it was made public, which few catalogues tell; ``created_on`` its date of creation.
    """

    index_number: str
    title: str
    document_number: str = ""
    summary: str = ""
    created_on: date | None = None
    category: str = ""
    where: str = ""
    published_on: date | None = None
