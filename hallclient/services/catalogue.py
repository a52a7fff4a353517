"""The catalogue desk: has this been published already, and where? (art. 36(1), idea 16)"""

from dataclasses import dataclass
from datetime import date

from hallclient.domain.law.index_codes import IndexWarning, fits_pattern, read_index_number
from hallclient.domain.outcomes import Outcome
from hallclient.domain.register.catalogue import CatalogueEntry
from hallclient.domain.register.records import NoSuchRecord
from hallclient.domain.terms import Term
from hallclient.services.application_results import OnTheSpot
from hallclient.services.office import Office
from hallclient.storage import catalogue

ALREADY_PUBLIC = "A02"  # 政府信息公开告知书（已主动公开）


class CitationDoubt(Term):
    """What the catalogue does not tell of an item, so that the clerk looks before the reply goes out."""

    DAY_PROPOSED = "day_proposed", "目录未载公开日期，暂填生成日期，请核对"
    DAY_UNKNOWN = "day_unknown", "目录未载公开日期，请填写"
    PLACE_UNKNOWN = "place_unknown", "目录未载公开位置，请填写"


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """A published item as the answer of art. 36(1): outcome 予以公开, letter A02 and what it says of the item."""

    entry: CatalogueEntry
    answer: OnTheSpot
    doubts: tuple[CitationDoubt, ...]


class CatalogueDesk:
    """Reads the catalogue of art. 12; it comes in by import."""

    def __init__(self, office: Office) -> None:
        self._office = office

    def find(self, text: str, *, limit: int = 50) -> list[CatalogueEntry]:
        """Return published items that hold every word of ``text``, in the title first, the newest first.

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

    def warnings(self, index_number: str) -> tuple[IndexWarning, ...]:
        """Return what looks wrong with an index number (domain 7.2); nothing is ever refused for it."""
        agency = self._office.agency
        if agency.index_pattern and fits_pattern(index_number, agency.index_pattern):
            return ()
        return read_index_number(index_number).warnings

    def citation(self, entry: CatalogueEntry) -> str:
        """Return how a text cites a published item: title, number, index and place."""
        number = f"（{entry.document_number}）" if entry.document_number else ""
        where = f"，公开于：{entry.where}" if entry.where else ""
        return f"《{entry.title}》{number}，索引号：{entry.index_number}{where}"

    def cite(self, index_number: str) -> Citation:
        """Return the answer that tells an applicant where a published item is (art. 36(1)).

        The letter's ``published_on`` is the day the catalogue gives, else the date of creation, and ``doubts`` says so.
        Raises NoSuchRecord.
        """
        entry = self.get(index_number)
        if entry is None:
            raise NoSuchRecord(index_number)
        facts: dict[str, str | date] = {"index_number": entry.index_number}
        doubts = []
        if (day := entry.published_on or entry.created_on) is not None:
            facts["published_on"] = day
        if entry.published_on is None:
            doubts.append(CitationDoubt.DAY_UNKNOWN if day is None else CitationDoubt.DAY_PROPOSED)
        if entry.where:
            number = f"，{entry.document_number}" if entry.document_number else ""
            facts["where"] = f"{entry.where}（《{entry.title}》{number}）"
        else:
            doubts.append(CitationDoubt.PLACE_UNKNOWN)
        answer = OnTheSpot(outcome=Outcome.GRANTED, document=ALREADY_PUBLIC, facts=facts)
        return Citation(entry=entry, answer=answer, doubts=tuple(doubts))
