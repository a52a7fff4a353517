"""What must stay true when the machine dies, two programs write at once, the disk is full or the zone is wrong?"""

import os
import signal
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from reception_desk import CLERK, Desk, desk_in

from hallclient.domain.register.enquiry import EnquiryDraft
from hallclient.domain.register.kinds import EnquiryKind
from hallclient.foundation.trouble import DiskFull
from hallclient.storage import audit, drafts, enquiries, number_ledger

HALL_TIME = ZoneInfo("Asia/Shanghai")
DRAFT = EnquiryDraft(name="诸葛青云", phone="13700004321", content="询问停车收费")

STATEMENTS = {
    "after the number": (number_ledger, "next_in"),
    "after the row": (enquiries, "add"),
    "after the audit": (audit, "note"),
    "after the draft is gone": (drafts, "delete"),
}


@pytest.fixture
def zone() -> Iterator[Callable[[str], None]]:
    before = os.environ["TZ"]

    def put(name: str) -> None:
        os.environ["TZ"] = name
        time.tzset()

    yield put
    put(before)


@pytest.mark.parametrize("place", STATEMENTS)
def test_killed_between_two_statements_leaves_neither_record_nor_number(tmp_path: Path, place: str) -> None:
    with desk_in(tmp_path) as desk:
        desk.reception.register(DRAFT, by=CLERK)
        desk.drafts.save("form-1", "enquiry", {"content": "还没存"}, by=CLERK)
        before = desk.numbers()
    module, name = STATEMENTS[place]

    def die() -> None:
        done = getattr(module, name)

        def killed(*args: object, **kwargs: object) -> None:
            done(*args, **kwargs)
            os.kill(os.getpid(), signal.SIGKILL)

        setattr(module, name, killed)
        with desk_in(tmp_path) as desk:
            desk.reception.register(DRAFT, by=CLERK, draft_instance="form-1")

    assert _in_a_child(die) == -signal.SIGKILL
    with desk_in(tmp_path) as desk:
        assert desk.numbers() == before
        assert [saved.payload for saved in desk.drafts.mine(CLERK)] == [{"content": "还没存"}]
        assert desk.reception.register(DRAFT, by=CLERK, draft_instance="form-1").number.endswith("00002")


def test_killed_after_the_answer_keeps_the_record(tmp_path: Path) -> None:
    with desk_in(tmp_path):
        pass

    def die() -> None:
        with desk_in(tmp_path) as desk:
            desk.reception.register(DRAFT, by=CLERK)
            os.kill(os.getpid(), signal.SIGKILL)

    assert _in_a_child(die) == -signal.SIGKILL
    with desk_in(tmp_path) as desk:
        assert [hit.number for hit in desk.finder.find("停车", by=CLERK)] == ["SQ01-W01-Z2026-00001"]


def test_two_programs_at_once_get_distinct_gapless_numbers(tmp_path: Path) -> None:
    with desk_in(tmp_path):
        pass

    def write() -> None:
        with desk_in(tmp_path) as desk:
            for _ in range(60):
                desk.reception.register(DRAFT, by=CLERK)

    children = [_fork(write), _fork(write)]

    assert [_wait(child) for child in children] == [0, 0]
    with desk_in(tmp_path) as desk:
        assert desk.numbers()[:3] == (120, 120, 120)
        assert desk.scalar("SELECT count(DISTINCT number) FROM enquiries") == 120
        with desk.database.reading() as tx:
            assert [(state.last, state.gaps) for state in number_ledger.states(tx)] == [(120, 0)]
            assert audit.broken_links(tx) == []
        assert len(desk.finder.find("停车", limit=200, by=CLERK)) == 120


def test_a_full_disk_leaves_nothing_half_written(tmp_path: Path) -> None:
    with desk_in(tmp_path) as desk:
        desk.reception.register(DRAFT, by=CLERK)
        desk.scalar("PRAGMA wal_checkpoint")
        pages = int(str(desk.scalar("PRAGMA page_count")))
        _limit(desk, pages)
        before = desk.numbers()

        long = EnquiryDraft(name="诸葛青云", content="长" * 20_000)
        with pytest.raises(DiskFull):
            desk.reception.register(long, by=CLERK)

        assert desk.numbers() == before
        _limit(desk, 1_000_000)
        assert desk.reception.register(long, by=CLERK).number.endswith("00002")


# The instants at which a machine in another zone would see another day, another month or another year.
INSTANTS = [
    datetime(2026, 3, 31, 23, 59, 59),
    datetime(2026, 4, 1, 0, 0, 0),
    datetime(2026, 4, 1, 7, 59, 59),
    datetime(2026, 4, 1, 8, 0, 1),
    datetime(2026, 12, 31, 23, 59, 59),
    datetime(2027, 1, 1, 0, 0, 0),
    datetime(2027, 1, 1, 7, 59, 59),
    datetime(2027, 1, 1, 8, 0, 1),
]


@pytest.mark.parametrize("name", ["UTC", "America/Los_Angeles", "Pacific/Kiritimati"])
def test_f06_the_business_date_never_depends_on_the_machines_zone(
    tmp_path: Path, zone: Callable[[str], None], name: str
) -> None:
    zone(name)
    with desk_in(tmp_path) as desk:
        made = []
        for instant in INSTANTS:
            # As the machine tells the time: from its epoch, through the hall's zone.
            epoch = instant.replace(tzinfo=HALL_TIME).astimezone(UTC).timestamp()
            desk.now = datetime.fromtimestamp(epoch, HALL_TIME).replace(tzinfo=None)
            made.append(desk.reception.tally(EnquiryKind.CONSULTATION, by=CLERK))
        stored = [desk.reception.get(enquiry.number) for enquiry in made]
        shown = [desk.reception.totals(instant.date()).persons for instant in INSTANTS]

    assert [enquiry.business_date for enquiry in stored] == [instant.date() for instant in INSTANTS]
    assert [enquiry.occurred_at for enquiry in stored] == INSTANTS
    assert [enquiry.number[-10:] for enquiry in made] == [
        *(f"2026-{serial:05d}" for serial in range(1, 6)),
        *(f"2027-{serial:05d}" for serial in range(1, 4)),
    ]
    assert shown == [1, 3, 3, 3, 1, 3, 3, 3]


def test_new_year_opens_a_new_series_and_late_entries_keep_both_gapless(tmp_path: Path) -> None:
    with desk_in(tmp_path, "2026-12-31 23:59:58") as desk:
        numbers = [desk.reception.tally(EnquiryKind.HELP, by=CLERK).number]
        desk.later(seconds=4)
        numbers.append(desk.reception.tally(EnquiryKind.HELP, by=CLERK).number)
        late = EnquiryDraft(occurred_at=datetime(2026, 12, 31, 16), late_reason="补记")
        numbers.append(desk.reception.register(late, by=CLERK).number)
        numbers.append(desk.reception.tally(EnquiryKind.HELP, by=CLERK).number)
        with desk.database.reading() as tx:
            gaps = [state.gaps for state in number_ledger.states(tx)]

    assert [number[-10:] for number in numbers] == ["2026-00001", "2027-00001", "2026-00002", "2027-00002"]
    assert gaps == [0, 0]


def test_the_hundred_thousandth_number_of_a_year_has_six_digits(tmp_path: Path) -> None:
    with desk_in(tmp_path) as desk:
        with desk.database.writing() as tx:
            number_ledger.skip_to(tx, "SQ01-W01-Z", 2026, 99_999, "恢复跳号")

        made = desk.reception.tally(EnquiryKind.HELP, by=CLERK)

        assert made.number == "SQ01-W01-Z2026-100000"
        assert desk.finder.resolve(made.number, by=CLERK) is not None


def _limit(desk: Desk, pages: int) -> None:
    with desk.database.writing() as tx:
        tx.exec_driver_sql(f"PRAGMA max_page_count = {pages}")


def _in_a_child(work: Callable[[], None]) -> int:
    return _wait(_fork(work))


def _fork(work: Callable[[], None]) -> int:
    child = os.fork()
    if child == 0:
        code = 1
        try:
            work()
            code = 0
        finally:
            os._exit(code)
    return child


def _wait(child: int) -> int:
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
