"""What the search box and the scanner find, and what the clerk opened last."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from reception_desk import ADMINISTRATOR, CLERK, OTHER, SUPERVISOR, Desk, desk_in

from hallclient.domain.register.enquiry import EnquiryDraft
from hallclient.domain.register.permissions import SEEN_WITH, Clerk, NotPermitted, Role
from hallclient.domain.register.records import RecordKind
from hallclient.services.find import Target
from hallclient.storage import search, search_tail


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

    hits = desk.finder.find(asked, by=CLERK)

    assert [(hit.kind, hit.number) for hit in hits] == [(RecordKind.ENQUIRY, number)]
    assert "国华" not in hits[0].title


def test_a_save_that_indexes_its_forerunners_loses_none(desk: Desk) -> None:
    for place in range(3 * search_tail.BATCH):
        put(desk, content=f"第{place}号停车场")
        assert len(desk.finder.find("停车场", limit=100, by=CLERK)) == place + 1


def test_an_amended_record_is_found_by_its_new_words_only(desk: Desk) -> None:
    numbers = [put(desk, content="停车") for _ in range(search_tail.BATCH + 1)]
    for number in (numbers[0], numbers[-1]):
        desk.reception.amend(number, EnquiryDraft(content="养犬"), version=1, by=CLERK)

    assert {hit.number for hit in desk.finder.find("养犬", by=CLERK)} == {numbers[0], numbers[-1]}
    assert len(desk.finder.find("停车", limit=100, by=CLERK)) == search_tail.BATCH - 1


def test_words_nobody_wrote_find_nothing(desk: Desk) -> None:
    put(desk, content="询问停车收费")

    assert desk.finder.find("养犬", by=CLERK) == []
    assert desk.finder.find("  ", by=CLERK) == []


@pytest.mark.parametrize("scanned", ["{}", "{}\r\n", "  {} ", "ｓ"])
def test_a_scanned_number_leads_to_its_one_record(desk: Desk, scanned: str) -> None:
    number = put(desk, content="询问停车收费")

    found = desk.finder.resolve(scanned.format(number), by=CLERK)

    assert found == (None if scanned == "ｓ" else Target(RecordKind.ENQUIRY, number))


def test_a_full_width_number_is_read_and_an_unknown_one_leads_nowhere(desk: Desk) -> None:
    number = put(desk, content="询问停车收费")
    wide = "".join(chr(ord(sign) + 0xFEE0) for sign in number.lower())

    assert desk.finder.resolve(wide, by=CLERK) == Target(RecordKind.ENQUIRY, number)
    assert desk.finder.resolve("SQ01-W01-Z2026-00002", by=CLERK) is None


def test_the_last_twenty_opened_are_kept_for_each_clerk(desk: Desk) -> None:
    numbers = [f"SQ01-W01-Z2026-{serial:05d}" for serial in range(1, 24)]
    for number in (*numbers, numbers[5]):
        desk.later(seconds=1).finder.opened(RecordKind.ENQUIRY, number, by=CLERK)

    kept = [recent.number for recent in desk.finder.recent(CLERK)]

    assert kept == [numbers[5], *(number for number in numbers[:2:-1] if number != numbers[5])]
    assert len(kept) == 20
    assert desk.finder.recent(OTHER) == []


OFFICE = Clerk(name="zhou", display_name="周主任", roles=frozenset({Role.OFFICE}))
NOBODY = Clerk(name="gast", display_name="客", roles=frozenset())
WORDS = ("南宫", "问天", "ngwt", "4321", "小区", "SQ01-W01", "Z2026-1", "SQ01-W01-S2026-00001")
APPLICATION = "SQ01-W01-S2026-00001"


def put_application(desk: Desk) -> None:
    """Put an application into the register and the index."""
    desk.application(APPLICATION, phone="13700004321", subject="小区改造")
    with desk.database.writing() as tx:
        search.add(tx, RecordKind.APPLICATION, 1, ("小区改造", "13700004321"), ("南宫问天",))


@pytest.mark.parametrize("by", [OFFICE, NOBODY])
@pytest.mark.parametrize("asked", WORDS)
def test_who_may_see_no_citizens_file_finds_nobody(desk: Desk, by: Clerk, asked: str) -> None:
    put_application(desk)
    put(desk, name="南宫问天", phone="13700004321", content="小区")
    assert desk.finder.find(asked, by=CLERK)

    with pytest.raises(NotPermitted):
        desk.finder.find(asked, by=by)
    with pytest.raises(NotPermitted):
        desk.finder.resolve(asked, by=by)
    for kind, permission in SEEN_WITH.items():
        with pytest.raises(NotPermitted) as refused:
            desk.finder.opened(kind, APPLICATION, by=by)
        assert refused.value.permission is permission


def test_each_kind_is_found_by_those_who_may_open_it(desk: Desk) -> None:
    enquiry = put(desk, name="南宫问天", content="小区")
    put_application(desk)
    both = {(RecordKind.ENQUIRY, enquiry), (RecordKind.APPLICATION, APPLICATION)}

    for by in (CLERK, OTHER, SUPERVISOR):
        for asked in ("小区", "SQ01-W01", "问天"):
            assert {(hit.kind, hit.number) for hit in desk.finder.find(asked, by=by)} == both
        assert all("问天" not in hit.title for hit in desk.finder.find("问天", by=by))
    for asked in ("小区", "SQ01-W01", "问天"):
        assert {(hit.kind, hit.number) for hit in desk.finder.find(asked, by=ADMINISTRATOR)} == {
            (RecordKind.APPLICATION, APPLICATION)
        }
    assert desk.finder.find("Z2026-1", by=ADMINISTRATOR) == []
    assert desk.finder.resolve(enquiry, by=ADMINISTRATOR) is None
    assert desk.finder.resolve(APPLICATION, by=ADMINISTRATOR) == Target(RecordKind.APPLICATION, APPLICATION)


def test_what_may_not_be_seen_takes_no_place_on_the_list(desk: Desk) -> None:
    put_application(desk)
    for _ in range(3 * search_tail.BATCH):  # newer, and more than the list holds
        put(desk, content="小区")

    assert [hit.number for hit in desk.finder.find("小区", limit=5, by=ADMINISTRATOR)] == [APPLICATION]


def test_who_lost_a_role_no_longer_sees_what_he_opened(desk: Desk) -> None:
    desk.finder.opened(RecordKind.ENQUIRY, "SQ01-W01-Z2026-00001", by=CLERK)
    moved = replace(CLERK, roles=frozenset({Role.OFFICE}))

    assert len(desk.finder.recent(CLERK)) == 1
    assert desk.finder.recent(moved) == []
