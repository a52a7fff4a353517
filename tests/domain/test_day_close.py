"""Is a packet the same text for the same day, and are its number ranges the numbers they fold?"""

from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hallclient.domain.figures.day_close import DayFacts, adjusted, close
from hallclient.domain.figures.identities import IdentitiesBroken, Result
from hallclient.domain.figures.packet import GENESIS, Adjustment, canonical, compact, expand, read, sealed

DAY, AT = date(2026, 3, 2), datetime(2026, 3, 2, 17, 30)
FACTS = DayFacts(
    window="W01",
    day=DAY,
    lines={"enquiries.persons": 2, "fees.yuan": Decimal("380.50"), "enquiries.late": 0},
    members={"enquiries": ("Z2026-00001", "Z2026-00002"), "applications_received": ()},
    late=(),
    series=(),
    identities=(Result(id="balance"),),
    audit_head=GENESIS,
)


def test_the_same_facts_make_the_same_packet() -> None:
    first = close(FACTS, z_number=1, previous_sha256=GENESIS, at=AT, by="li")
    again = close(
        replace(FACTS, lines=dict(reversed(FACTS.lines.items()))), z_number=1, previous_sha256=GENESIS, at=AT, by="li"
    )

    assert first.sha256 == again.sha256
    assert canonical(first) == canonical(again)
    assert read(canonical(first)) == replace(
        first, days={DAY: {"enquiries.persons": 2, "fees.yuan": Decimal("380.50")}}
    )


def test_lines_are_sparse_and_decimals_are_text() -> None:
    text = canonical(close(FACTS, z_number=1, previous_sha256=GENESIS, at=AT, by="li"))

    assert '"days":{"2026-03-02":{"enquiries.persons":2,"fees.yuan":"380.50"}}' in text
    assert '"members":{"enquiries":["Z2026-00001/00002"]}' in text
    assert ": " not in text


def test_the_hash_covers_the_packet_before() -> None:
    first = close(FACTS, z_number=1, previous_sha256=GENESIS, at=AT, by="li")

    assert sealed(replace(first, previous_sha256="1" * 64)).sha256 != first.sha256


def test_a_broken_identity_is_never_frozen() -> None:
    broken = Result(id="balance", holds=False, expected=1, found=2, records=("S1",))

    with pytest.raises(IdentitiesBroken) as refused:
        close(replace(FACTS, identities=(broken,)), z_number=1, previous_sha256=GENESIS, at=AT, by="li")

    assert refused.value.records == ("S1",)
    assert refused.value.code == "identities_broken"


def test_an_adjustment_that_takes_all_leaves_no_line() -> None:
    packet = close(FACTS, z_number=1, previous_sha256=GENESIS, at=AT, by="li")
    note = Adjustment(line="enquiries.persons", delta=-2, reason="误登", subject="", by="zhao", at=AT, fact=False)

    newer = adjusted(packet, (note,), previous_sha256=packet.sha256, at=AT, by="zhao")

    assert "enquiries.persons" not in newer.lines
    assert (newer.revision, newer.z_number, newer.adjustments) == (2, 1, (note,))
    assert packet.lines["enquiries.persons"] == 2


def test_numbers_fold_to_ranges_by_series() -> None:
    numbers = ["W01-Z2026-00002", "W01-Z2026-00001", "W01-S2026-00009", "W01-Z2026-00004", "公告", "W01-Z2026-00003"]

    assert compact(numbers) == ("W01-S2026-00009", "W01-Z2026-00001/00004", "公告")


@given(
    st.lists(
        st.one_of(
            st.integers(1, 200).map(lambda serial: f"SQ01-W01-Z2026-{serial:05d}"),
            st.integers(99_990, 100_010).map(lambda serial: f"SQ01-W01-S2026-{serial:05d}"),
            st.sampled_from(["示政公开〔2026〕3号", "x"]),
        ),
        unique=True,
    )
)
def test_folded_numbers_unfold_to_the_same(numbers: list[str]) -> None:
    assert sorted(expand(compact(numbers))) == sorted(numbers)
