"""Many at once: eighty alike on one afternoon, several programs on one store, a power cut between any two steps."""

import multiprocessing
import os
import signal
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from application_hall import CLERK, GIVEN, PERSON, Hall, draft, hall_in
from sqlalchemy.exc import DatabaseError
from sqlcipher3 import dbapi2 as sqlcipher

from hallclient.domain.law.identity_numbers import resident_check_digit
from hallclient.domain.register.application import ApplicationDraft
from hallclient.domain.register.enquiry import EnquiryDraft
from hallclient.domain.register.kinds import ApplicationChannel
from hallclient.domain.register.people import Applicant
from hallclient.storage.audit import broken_links
from hallclient.storage.number_ledger import SeriesState, states

SERIES = "SQ01-W01-S"
EACH = 12  # applications a program registers beside three others
EVERY = 25  # database instructions between two chances to stop


@pytest.fixture
def hall(tmp_path: Path) -> Iterator[Hall]:
    with hall_in(tmp_path) as hall:
        yield hall


def person(index: int) -> Applicant:
    """The index-th invented person: another number, another name."""
    first17 = f"1101011990{index % 12 + 1:02d}{index % 28 + 1:02d}{index:03d}"
    return replace(PERSON, name=f"示例{index}", id_number=first17 + resident_check_digit(first17))


def account(hall: Hall, series: str) -> SeriesState:
    with hall.database.reading() as tx:
        return next(state for state in states(tx) if state.series == series)


@pytest.mark.slow
def test_eighty_alike_applications_make_eighty_of_everything(hall: Hall) -> None:
    hall.applications.register(draft(applicant=person(0)), by=CLERK, answer=GIVEN)
    papers: list[bytes] = []
    for index in range(1, 80):
        repeat = hall.later(minutes=3).applications.repeat_last(CLERK)
        assert repeat is not None
        made = hall.applications.register(
            replace(repeat.draft, applicant=person(index)), by=CLERK, answer=repeat.answer
        )
        papers += [hall.documents.stored(document.id) for document in made.documents]

    rows = hall.applications.rows()
    assert len({row.number for row in rows}) == len(rows) == 80
    assert {row.outcome.value for row in rows if row.outcome} == {"granted"}
    assert sum(row.outcome is not None for row in rows) == 80
    assert (len(papers), len(set(papers))) == (158, 158)
    assert all(paper.startswith(b"%PDF") and len(paper) > 1024 for paper in papers)
    for series in (SERIES, "示依申请"):
        state = account(hall, series)
        assert (state.first, state.last, state.used, state.gaps) == (1, 80, 80, 0)
    assert len(hall.documents.unprinted()) == 160
    with hall.database.reading() as tx:
        assert broken_links(tx) == []


class PowerCut(Exception):
    """The program stops here."""


def _oral_with_everything(hall: Hall) -> ApplicationDraft:
    enquiry = hall.reception.register(EnquiryDraft(content="想要改造计划", handling=None), by=CLERK)
    return draft(channel=ApplicationChannel.ORAL, oral_reason="视力残疾", enquiry=enquiry.number)


def test_a_stop_at_any_moment_leaves_nothing_half_written(hall: Hall) -> None:
    form = _oral_with_everything(hall)
    before = hall.counts()
    enquiry = hall.reception.get(form.enquiry)
    left = 0

    def count_down() -> bool:
        nonlocal left
        left -= 1
        return left == 0  # True interrupts the statement that is running

    # The database asks this every few instructions, so that a stop falls into every statement, not only between them.
    with hall.database.writing() as tx:
        tx.connection.driver_connection.set_progress_handler(count_down, EVERY)
    stops = 0
    while True:
        left = stops + 1
        try:
            made = hall.applications.register(form, by=CLERK, answer=GIVEN)
        except (DatabaseError, sqlcipher.DatabaseError):
            stops += 1
            left = 0
            assert hall.counts() == before, f"after stop {stops}"
            assert hall.reception.get(form.enquiry) == enquiry
        else:
            break

    left = 0
    assert stops > 40
    assert [document.kind for document in made.documents] == ["P02", "P01", "A01"]
    assert made.application.number.endswith("S2026-00001")
    assert hall.reception.get(form.enquiry).application == made.application.number


def test_a_paper_that_cannot_be_drawn_registers_nothing(hall: Hall) -> None:
    before = hall.counts()
    drawn = hall.documents._render

    def fails_at_the_letter(kind: Any, facts: Any, **more: Any) -> bytes:
        if kind.code == "A01":
            raise PowerCut
        return drawn(kind, facts, **more)

    hall.documents._render = fails_at_the_letter
    with pytest.raises(PowerCut):
        hall.applications.register(draft(), by=CLERK, answer=GIVEN)
    assert hall.counts() == before


def _register_many(folder: Path, first: int, count: int, done: Any) -> None:
    with hall_in(folder) as hall:
        for index in range(first, first + count):
            made = hall.applications.register(draft(applicant=person(index)), by=CLERK, answer=GIVEN)
            done.put((made.application.number, made.documents[-1].number))


@pytest.mark.slow
def test_four_programs_on_one_store_share_one_gapless_series(hall: Hall, tmp_path: Path) -> None:
    context = multiprocessing.get_context("spawn")
    done: Any = context.Queue()
    workers = [context.Process(target=_register_many, args=(tmp_path, n * 100, EACH, done)) for n in range(4)]
    for worker in workers:
        worker.start()
    numbers = [done.get(timeout=120) for _ in range(4 * EACH)]
    for worker in workers:
        worker.join()

    assert [worker.exitcode for worker in workers] == [0] * 4
    assert len({application for application, _ in numbers}) == len({letter for _, letter in numbers}) == 4 * EACH
    for series in (SERIES, "示依申请"):
        state = account(hall, series)
        assert (state.first, state.last, state.used, state.gaps) == (1, 4 * EACH, 4 * EACH, 0)
    with hall.database.reading() as tx:
        assert broken_links(tx) == []


def test_kill_9_leaves_whole_registrations_and_every_acknowledged_one(hall: Hall, tmp_path: Path) -> None:
    context = multiprocessing.get_context("spawn")
    done: Any = context.Queue()
    worker = context.Process(target=_register_many, args=(tmp_path, 0, 500, done))
    worker.start()
    acknowledged = [done.get(timeout=120) for _ in range(15)]
    os.kill(worker.pid or 0, signal.SIGKILL)
    worker.join()

    rows = {row.number: row for row in hall.applications.rows()}
    assert {number for number, _ in acknowledged} <= set(rows)
    for number, row in rows.items():
        assert row.outcome is not None
        assert [document.kind for document in hall.documents.of_record(number)] == ["P01", "A01"]
    for series in (SERIES, "示依申请"):
        state = account(hall, series)
        assert (state.used, state.gaps) == (len(rows), 0)
    assert hall.scalar("PRAGMA integrity_check") == "ok"
    with hall.database.reading() as tx:
        assert broken_links(tx) == []


def test_a_voided_number_is_never_given_again_and_years_stay_gapless(hall: Hall) -> None:
    from application_hall import SUPERVISOR

    given: dict[str, list[str]] = {"2025": [], "2026": []}
    for index, on in enumerate(("2026-03-02", "2025-12-30", "2026-02-27", "2025-12-31", "2026-03-02")):
        form = draft(on, applicant=person(index), late_reason="补录")
        made = hall.applications.register(form, by=CLERK).application
        given[on[:4]].append(made.number[-5:])
        if index == 2:
            hall.applications.void(made.number, reason="误登", by=SUPERVISOR, version=made.version)
    assert given == {"2025": ["00001", "00002"], "2026": ["00001", "00002", "00003"]}
    with hall.database.reading() as tx:
        series = [(s.year, s.last, s.used, s.void, s.gaps) for s in states(tx) if s.series == SERIES]
    assert series == [(2025, 2, 2, 0, 0), (2026, 3, 2, 1, 0)]
