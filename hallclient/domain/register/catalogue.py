"""What has been published already? The catalogue of art. 12: index, title, summary, date of creation."""

import re
from dataclasses import dataclass
from datetime import date

# 7.2: the national pattern and the USCC lineage. Live catalogues deviate, so a mismatch is a hint, never a refusal.
_INDEX = re.compile(r"[0-9A-Z]{8}[0-9X]/\d{4}-\d{5}|[0-9A-HJ-NP-RTUWXY]{18}/\d{6}-\d{5}")


@dataclass(frozen=True, slots=True, kw_only=True)
class CatalogueEntry:
    """One published item; ``where`` is the URL, gazette issue or reading point a reply cites (art. 36(1))."""

    index_number: str
    title: str
    document_number: str = ""
    summary: str = ""
    created_on: date | None = None
    category: str = ""
    where: str = ""


def usual_index(index_number: str) -> bool:
    """Tell whether an index number follows one of the two usual patterns."""
    return _INDEX.fullmatch(index_number) is not None
