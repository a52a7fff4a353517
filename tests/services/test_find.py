"""What the search box and the scanner find, and what the clerk opened last."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from reception_desk import CLERK, OTHER, Desk, desk_in

from hallclient.domain.register.enquiry import EnquiryDraft
from hallclient.domain.register.records import RecordKind
from hallclient.services.find import Target
from hallclient.storage import search_tail


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with desk_in(tmp_path) as desk:
        yield desk


def put(desk: Desk, **fields: str) -> str:
    return desk.reception.register(EnquiryDraft(**fields), by=CLERK).number  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "asked", ["曾", "国华", "zgh", "4321", "停车", "费", "SQ01-W01-Z2026-00001", "z2026-1", "４３２１"]
)
def test_a_record_is_found_the_moment_it_is_saved(desk: Desk, asked: str) -> None:
    number = put(desk, name="曾国华", phone="13700004321", content="询问停车收费")

    hits = desk.finder.find(asked)

    assert [(hit.kind, hit.number) for hit in hits] == [(RecordKind.ENQUIRY, number)]
    assert "国华" not in hits[0].title


def test_a_save_that_indexes_its_forerunners_loses_none(desk: Desk) -> None:
    for place in range(3 * search_tail.BATCH):
        put(desk, content=f"第{place}号停车场")
        assert len(desk.finder.find("停车场", limit=100)) == place + 1


def test_an_amended_record_is_found_by_its_new_words_only(desk: Desk) -> None:
    numbers = [put(desk, content="停车") for _ in range(search_tail.BATCH + 1)]
    for number in (numbers[0], numbers[-1]):
        desk.reception.amend(number, EnquiryDraft(content="养犬"), version=1, by=CLERK)

    assert {hit.number for hit in desk.finder.find("养犬")} == {numbers[0], numbers[-1]}
    assert len(desk.finder.find("停车", limit=100)) == search_tail.BATCH - 1


def test_words_nobody_wrote_find_nothing(desk: Desk) -> None:
    put(desk, content="询问停车收费")

    assert desk.finder.find("养犬") == []
    assert desk.finder.find("  ") == []


@pytest.mark.parametrize("scanned", ["{}", "{}\r\n", "  {} ", "ｓ"])
def test_a_scanned_number_leads_to_its_one_record(desk: Desk, scanned: str) -> None:
    number = put(desk, content="询问停车收费")

    found = desk.finder.resolve(scanned.format(number))

    assert found == (None if scanned == "ｓ" else Target(RecordKind.ENQUIRY, number))


def test_a_full_width_number_is_read_and_an_unknown_one_leads_nowhere(desk: Desk) -> None:
    number = put(desk, content="询问停车收费")
    wide = "".join(chr(ord(sign) + 0xFEE0) for sign in number.lower())

    assert desk.finder.resolve(wide) == Target(RecordKind.ENQUIRY, number)
    assert desk.finder.resolve("SQ01-W01-Z2026-00002") is None


def test_the_last_twenty_opened_are_kept_for_each_clerk(desk: Desk) -> None:
    numbers = [f"SQ01-W01-Z2026-{serial:05d}" for serial in range(1, 24)]
    for number in (*numbers, numbers[5]):
        desk.later(seconds=1).finder.opened(RecordKind.ENQUIRY, number, by=CLERK)

    kept = [recent.number for recent in desk.finder.recent(CLERK)]

    assert kept == [numbers[5], *(number for number in numbers[:2:-1] if number != numbers[5])]
    assert len(kept) == 20
    assert desk.finder.recent(OTHER) == []
