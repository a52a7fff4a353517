"""F05, F06, F09: is a close whole or not there, is each record in one day, do the figures say what happened?"""

import random
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from closing_hall import CLERK, SUPERVISOR, Hall, hall_in, put_application, put_enquiry
from sqlalchemy import event

from hallclient.domain.figures import packet
from hallclient.domain.figures.lines import DIMENSIONS, PREDICATES
from hallclient.domain.register.records import DayClosed
from hallclient.storage import day_closes, figures

DAY = date(2026, 3, 2)


@pytest.fixture
def hall(tmp_path: Path) -> Iterator[Hall]:
    with hall_in(tmp_path) as opened:
        yield opened


class PowerCut(Exception):
    """Raised by the tests at a failpoint."""


def _state(hall: Hall) -> dict[str, int]:
    return {name: hall.scalar(f"SELECT count(*) FROM {name}") for name in ("day_closes", "outbox", "audit")} | {
        "z": hall.scalar("SELECT count(*) FROM number_ledger WHERE series = 'Z日结'")
    }


def test_f09_a_cut_after_any_statement_leaves_no_close_or_a_whole_one(hall: Hall) -> None:
    hall.enquiry("2026-03-02")
    hall.application("2026-03-02", "2026-03-02")
    nothing = _state(hall)
    left = [0]

    def cut(*_: Any) -> None:
        left[0] -= 1
        if left[0] < 0:
            raise PowerCut

    event.listen(hall.database.engine, "after_cursor_execute", cut)
    survived = -1
    try:
        for statement in range(1000):
            left[0] = statement
            try:
                hall.closing.close(DAY, by=CLERK)
            except PowerCut:
                left[0] = 10**6
                assert _state(hall) == nothing
            else:
                survived = statement
                break
    finally:
        event.remove(hall.database.engine, "after_cursor_execute", cut)

    assert survived > 20
    after = _state(hall)
    assert {name: after[name] - nothing[name] for name in after} == {"day_closes": 1, "outbox": 1, "audit": 1, "z": 1}
    assert hall.closing.verify_chain().holds


def test_f09_records_written_while_the_day_closes_belong_to_exactly_one_day(hall: Hall) -> None:
    """A second program writes all the time; what comes after the close falls on the next day."""
    started = threading.Event()
    written: list[tuple[str, date]] = []

    def write() -> None:
        day = DAY
        after_the_close = 0
        while after_the_close < 10 and len(written) < 20_000:
            try:
                with hall.database.writing() as tx:
                    day_closes.refuse_if_closed(tx, "W01", day)
                    written.append((put_enquiry(tx, day.isoformat()), day))
            except DayClosed:
                day = DAY + timedelta(days=1)
            after_the_close += day > DAY
            if len(written) == 15:
                started.set()
            time.sleep(0.001)  # the lock is not handed out in turns; a loop without a breath would keep it

    writer = threading.Thread(target=write)
    writer.start()
    assert started.wait(30)
    sheet = hall.closing.close(DAY, by=CLERK)
    writer.join()
    next_sheet = hall.at("2026-03-03 18:00:00").closing.close(DAY + timedelta(days=1), by=CLERK)

    first, second = (packet.expand(one.members["enquiries"]) for one in (sheet, next_sheet))
    assert not set(first) & set(second)
    assert sorted((*first, *second)) == sorted(number for number, _ in written)
    assert sheet.value("enquiries.records") == len(first) >= 15
    assert next_sheet.value("enquiries.records") == len(second)


def _histories(picked: random.Random, count: int) -> list[dict[str, Any]]:
    """Random lives of applications around the turn of January to February 2026."""
    cases = []
    for _ in range(count):
        received = date(2025, 12, 29) + timedelta(days=picked.randrange(42))
        closed = received + timedelta(days=picked.randrange(0, 30)) if picked.random() < 0.8 else None
        cases.append(
            {
                "received": received,
                "closed": closed,
                "outcome": picked.choice(list(DIMENSIONS["outcome"] or ())),
                "applicant_kind": picked.choice(list(DIMENSIONS["applicant_kind"] or ())),
                "channel": picked.choice(list(DIMENSIONS["application_channel"] or ())),
                "voided": picked.random() < 0.05,
            }
        )
    return cases


def _oracle(cases: list[dict[str, Any]], first: date, last: date) -> dict[str, int]:
    """Count day by day, one case after the other: slow, and with nothing of the program's in it."""
    lines: Counter[str] = Counter()
    for case in cases:
        if case["voided"]:
            continue
        kind, received, closed = case["applicant_kind"], case["received"], case["closed"]
        day = first
        while day <= last:
            if received == day:
                lines["applications.received"] += 1
                lines[f"applications.received.kind.{kind}"] += 1
                lines[f"applications.received.channel.{case['channel']}"] += 1
            if closed == day:
                lines["applications.closed"] += 1
                lines[f"applications.closed.kind.{kind}"] += 1
                lines[f"applications.closed.outcome.{case['outcome']}"] += 1
                lines[f"applications.closed.outcome_kind.{case['outcome']}.{kind}"] += 1
            day += timedelta(days=1)
        if received < first and (closed is None or closed >= first):
            lines["applications.carried_in"] += 1
            lines[f"applications.carried_in.kind.{kind}"] += 1
        if received <= last and (closed is None or closed > last):
            lines["applications.carried_out"] += 1
            lines[f"applications.carried_out.kind.{kind}"] += 1
    return dict(lines)


def _shown(hall: Hall, first: date, last: date, *, live: bool = False) -> dict[str, Any]:
    tally = hall.figures.tally(first, last, live=live)
    assert tally.differences == ()
    assert all(identity.holds for identity in tally.identities)
    return {line.code: line.value for line in tally.lines if line.value and line.code.startswith("applications.")}


@pytest.mark.slow
def test_f05_two_thousand_histories_count_as_the_oracle_counts_them(hall: Hall) -> None:
    picked = random.Random(5)
    cases = _histories(picked, 2000)
    hall.at("2026-03-31 18:00:00")
    with hall.database.writing() as tx:
        for case in cases:
            closed = case["closed"]
            put_application(
                tx,
                case["received"].isoformat(),
                closed.isoformat() if closed else None,
                case["outcome"],
                applicant_kind=case["applicant_kind"],
                channel=case["channel"],
                **({"state": "voided"} if case["voided"] else {}),
            )
    january = (date(2026, 1, 1), date(2026, 1, 31))
    for day in (day for day in hall.closing.open_days() if day <= january[1]):
        hall.closing.close(day, by=CLERK)
    told_in_january = _shown(hall, *january)
    for day in hall.closing.open_days():
        hall.closing.close(day, by=CLERK)

    assert told_in_january == _oracle(cases, *january)
    assert _shown(hall, *january) == told_in_january
    for first, last in (january, (date(2026, 2, 1), date(2026, 2, 28)), (date(2026, 1, 31), date(2026, 2, 1))):
        assert _shown(hall, first, last) == _shown(hall, first, last, live=True) == _oracle(cases, first, last)


def test_f05_the_sheets_of_a_period_add_up_to_the_period(hall: Hall) -> None:
    picked = random.Random(6)
    with hall.database.writing() as tx:
        for _ in range(300):
            day = (date(2026, 2, 26) + timedelta(days=picked.randrange(5))).isoformat()
            put_enquiry(
                tx,
                day,
                kind=picked.choice(list(DIMENSIONS["enquiry_kind"] or ())),
                channel=picked.choice(list(DIMENSIONS["enquiry_channel"] or ())),
                handling=picked.choice([*list(DIMENSIONS["handling"] or ())[:-1], None]),
                rating=picked.choice([1, 2, 3, 4, 5, None]),
                persons=picked.randrange(1, 6),
                matters=picked.randrange(1, 4),
                voided=picked.choice(["", "", "", "误点"]),
            )
    total: Counter[str] = Counter()
    for day in hall.closing.open_days():
        for line in hall.closing.close(day, by=CLERK).lines:
            total[line.code] += line.value

    tally = hall.figures.tally(date(2026, 2, 1), date(2026, 3, 2))

    assert {line.code: line.value for line in tally.lines} == dict(total)
    assert tally.differences == ()


FACTS: dict[str, Callable[[dict[str, Any]], dict[str, Any] | None]] = {
    "enquiries": lambda row: (
        None if row["voided"] else {**row, "late": int(row["late"]), "visits": int(row["persons"] > 0)}
    ),
}


def test_a_predicate_counts_a_fact_alone_as_sql_counts_it_among_all(hall: Hall) -> None:
    picked = random.Random(7)
    with hall.database.writing() as tx:
        for index in range(60):
            put_enquiry(
                tx, "2026-03-02", persons=picked.randrange(4), late=index % 3 == 0, voided="" if index % 7 else "x"
            )
    with hall.database.reading() as tx:
        rows = [dict(row) for row in tx.exec_driver_sql("SELECT * FROM enquiries").mappings()]
        counted = figures.counted(tx, DAY, DAY)[DAY]
    facts = [fact for row in rows if (fact := FACTS["enquiries"](row)) is not None]

    for line in figures.lines().lines:
        predicate = PREDICATES[line.predicate]
        if predicate.source == "enquiries" and not line.each:
            expected = sum(predicate.amount(fact) for fact in facts if predicate.holds(fact))
            assert counted.get(line.code, 0) == expected, line.code


def test_every_figure_leads_to_exactly_the_records_it_counts(hall: Hall) -> None:
    for case in _histories(random.Random(8), 40):
        closed = case["closed"]
        hall.application(
            case["received"].isoformat(),
            closed.isoformat() if closed else None,
            case["outcome"],
            applicant_kind=case["applicant_kind"],
            channel=case["channel"],
        )
    hall.enquiry("2026-01-15", rating=4)
    hall.enquiry("2026-01-15", handling=None)
    first, last = date(2026, 1, 1), date(2026, 1, 31)

    tally = hall.figures.tally(first, last, live=True)

    counted = [line for line in tally.lines if line.unit == "件" and line.value]
    assert len(counted) > 20
    for line in counted:
        assert len(hall.figures.records(line.code, first, last)) == line.value, line.code


@pytest.mark.parametrize("zone", ["UTC", "America/Los_Angeles", "Pacific/Kiritimati"])
def test_f06_midnight_belongs_to_the_hall_wherever_the_machine_stands(
    hall: Hall, zone: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TZ", zone)
    time.tzset()
    try:
        hall.enquiry("2025-12-31", occurred_at="2025-12-31 23:59:59.000000")
        hall.enquiry("2026-01-01", occurred_at="2026-01-01 00:00:00.000000")
        hall.at("2026-01-01 00:00:02")

        assert hall.closing.open_days() == [date(2025, 12, 31), date(2026, 1, 1)]
        hall.close("2025-12-31", "2026-01-01")
        assert hall.figures.tally(date(2025, 12, 1), date(2025, 12, 31)).value("enquiries.records") == 1
        assert hall.figures.tally(date(2026, 1, 1), date(2026, 1, 1)).value("enquiries.records") == 1
        assert hall.closing.sheet(date(2026, 1, 1)).made_at == datetime(2026, 1, 1, 0, 0, 2)
    finally:
        monkeypatch.undo()
        time.tzset()


def test_a_tally_names_open_days_and_differences_with_what_explains_them(hall: Hall) -> None:
    number = hall.enquiry("2026-02-27", persons=2)
    hall.close("2026-02-27")
    hall.enquiry("2026-03-02")
    hall.closing.adjust(date(2026, 2, 27), "enquiries.persons", 3, "签到簿", by=SUPERVISOR)
    month = (date(2026, 2, 1), date(2026, 3, 2))

    tally = hall.figures.tally(*month)
    assert (tally.value("enquiries.persons"), tally.open_days, tally.adjustments) == (5, (DAY,), 1)
    assert tally.differences == ()

    hall.run("UPDATE enquiries SET persons = 7 WHERE number = ?", number)
    moved = {one.code: (one.frozen, one.live, one.explained) for one in hall.figures.tally(*month).differences}
    assert moved["enquiries.persons"] == (5, 7, 3)
