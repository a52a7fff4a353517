"""What every hall is built on is read while the clerk types his password; damage is told when the store is opened."""

from pathlib import Path

import pytest

from hallclient import reference, wiring
from hallclient.documents.kinds import KindReader
from tests.hall import PASSWORD, USER, Clock, make_store


def test_opening_the_store_reads_no_wording_and_no_calendar_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_store(tmp_path)
    wiring.read_resources()

    def read(*_anything: object) -> None:
        raise AssertionError("read again")

    monkeypatch.setattr(KindReader, "__init__", read)
    monkeypatch.setattr(reference, "read_pack", read)

    wiring.open_hall(tmp_path, user=USER, password=PASSWORD, now=Clock()).close()


def test_one_hall_s_changed_words_are_not_the_next_one_s() -> None:
    first = wiring.shipped_kinds()
    first.clear()

    assert wiring.shipped_kinds()


def test_a_damaged_file_is_told_when_the_store_is_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make_store(tmp_path)

    def damaged(*_packs: object) -> None:
        raise reference.ReferenceDamaged("2026.toml", "a day stands twice")

    monkeypatch.setattr(reference, "load_calendar", damaged)

    wiring.read_resources()
    with pytest.raises(reference.ReferenceDamaged):
        wiring.open_hall(tmp_path, user=USER, password=PASSWORD, now=Clock())
