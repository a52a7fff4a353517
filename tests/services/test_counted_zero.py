"""DHIS2 DH-7: 0 and "not reported" are different states, in the day's packet and at the hub, when told late too."""

from collections.abc import Iterator
from contextlib import closing
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from closing_hall import CLERK, SUPERVISOR, Hall, hall_in
from sending_hall import desk, enrol, new_hub

from hallclient.domain.figures.lines import Values
from hallclient.domain.figures.packet import ASKED
from hallclient.domain.register.counter import Counter, CounterDraft
from hallclient.domain.register.records import DayClosed
from hallclient.hub import read
from hallclient.services.hub_door import DatabaseDoor
from hallclient.storage import day_closes

DAY = date(2026, 3, 2)
ITEMS, IN_FORCE = "counters.media.items", "levels.rules.in_force"


@pytest.fixture
def hall(tmp_path: Path) -> Iterator[Hall]:
    (tmp_path / "store").mkdir()
    with hall_in(tmp_path / "store") as opened:
        yield opened


def enter(hall: Hall, count: int, counter: Counter = Counter.MEDIA_ITEMS, late: str = "漏报") -> int:
    draft = CounterDraft(on=DAY, counter=counter, count=Decimal(count))
    return hall.counters.enter(draft, late_reason=late, by=CLERK).id


def sealed(hall: Hall) -> tuple[int, Values]:
    """Return revision and lines of the day's newest packet, as they travel; but for the 0 every day says of what its
    enquiries' dates are."""
    with hall.database.reading() as tx:
        packet = day_closes.get(tx, "W01", DAY)
    assert packet is not None
    return packet.revision, {code: value for code, value in packet.lines.items() if code != ASKED}


def test_a_zero_entered_late_is_a_new_revision_that_says_zero(hall: Hall) -> None:
    hall.close("2026-03-02")
    assert ITEMS not in sealed(hall)[1]
    with pytest.raises(DayClosed):
        enter(hall, 0, late="")

    enter(hall, 0)

    revision, lines = sealed(hall)
    assert (revision, lines[ITEMS]) == (2, 0)
    [note] = hall.closing.sheet(DAY).adjustments
    assert (note.line, note.delta, note.reason, note.fact) == (ITEMS, 0, "漏报", True)
    assert hall.closing.verify_chain().holds


def test_a_zero_entered_late_reaches_the_hub(hall: Hall, tmp_path: Path) -> None:
    with closing(new_hub(tmp_path / "hub.sqlite")) as hub:
        sync = desk(hall, tmp_path)
        enrol(hub, sync)
        hall.close("2026-03-02")
        sync.push(by=CLERK, door=DatabaseDoor(hub))
        enter(hall, 0)
        assert sync.push(by=CLERK, door=DatabaseDoor(hub)).accepted == 1

        [held] = read.held(hub, sync.window, DAY, date(2026, 3, 3))

    assert (held.revision, held.lines[ITEMS]) == (2, 0)


def test_a_level_of_zero_entered_late_is_told_too(hall: Hall) -> None:
    hall.close("2026-03-02")
    enter(hall, 0, Counter.RULES_IN_FORCE)

    assert sealed(hall) == (2, {IN_FORCE: 0})


def test_the_zero_stays_when_another_late_fact_makes_the_next_revision(hall: Hall) -> None:
    hall.close("2026-03-02")
    enter(hall, 0)
    enter(hall, 4, Counter.PRESS_BRIEFINGS)

    assert sealed(hall) == (3, {ITEMS: 0, "counters.press.briefings": 4})


def test_who_withdraws_the_only_entry_has_reported_nothing_again(hall: Hall) -> None:
    hall.close("2026-03-02")
    zero = enter(hall, 0)
    hall.counters.withdraw(zero, "不归本窗口报", by=CLERK)
    assert sealed(hall) == (3, {})

    three = enter(hall, 3)
    hall.counters.withdraw(three, "不归本窗口报", by=CLERK)
    assert sealed(hall) == (5, {})


def test_a_figure_that_comes_down_to_an_entered_zero_says_zero(hall: Hall) -> None:
    enter(hall, 0)
    three = enter(hall, 3)
    hall.close("2026-03-02")
    hall.counters.withdraw(three, "重复", by=CLERK)

    assert sealed(hall) == (2, {ITEMS: 0})


def test_a_supervisor_who_corrects_a_counter_to_zero_says_zero(hall: Hall) -> None:
    enter(hall, 3)
    hall.close("2026-03-02")
    hall.closing.adjust(DAY, ITEMS, -3, "误报", by=SUPERVISOR)

    assert sealed(hall) == (2, {ITEMS: 0})


def test_a_second_zero_for_what_is_told_already_makes_no_revision(hall: Hall) -> None:
    hall.close("2026-03-02")
    enter(hall, 3)
    enter(hall, 0)

    assert sealed(hall) == (2, {ITEMS: 3})


def test_a_record_that_is_no_counter_never_leaves_a_zero_behind(hall: Hall) -> None:
    hall.enquiry("2026-03-02")
    hall.close("2026-03-02")
    with (
        hall.database.writing() as tx,
        day_closes.late_fact(tx, window="W01", days=(DAY,), reason="误登", subject="Z-1", by="li", at=hall.now),
    ):
        tx.exec_driver_sql("UPDATE enquiries SET voided = '误登'")

    assert sealed(hall) == (2, {})
