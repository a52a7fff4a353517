"""Does a search hit say in words where it was found?"""

import pytest

from hallclient.storage.search_sources import SOURCES
from hallclient.ui.record_words import matched_name

FIELDS = {field for source in SOURCES for field in (*source.names, *source.texts)} | {"number", "original_number"}


@pytest.mark.parametrize("field", sorted(FIELDS))
def test_every_searched_field_has_a_name(field: str) -> None:
    assert matched_name(field) != field
