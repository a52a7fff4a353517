"""What the next act would do to the clock, asked before it is written; and what runs beside the reply's own period."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import pytest
from application_hall import draft

from hallclient.domain.law.clock_refusals import ExtensionTooLong
from hallclient.domain.register.life_refusals import StepFactsMissing
from hallclient.domain.register.steps import Act, Step
from hallclient.wiring import Hall
from tests.hall import Clock, Stores

EXTENDED = Step(act=Act.EXTENDED, on=date(2026, 3, 2), days=20, details={"approver": "赵主任"})


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def hall(tmp_path: Path, clock: Clock) -> Iterator[Hall]:
    with Stores(tmp_path / "template").hall(tmp_path / "store", clock) as opened:
        yield opened


@pytest.fixture
def number(hall: Hall) -> str:
    return hall.applications.register(draft(), by=hall.clerk).application.number


def test_the_new_due_date_is_told_and_nothing_is_written(hall: Hall, number: str) -> None:
    found = hall.prospects.after(number, EXTENDED)

    assert (found.before, found.trace.due if found.trace else None) == (date(2026, 3, 30), date(2026, 4, 28))
    assert found.left == 40
    assert hall.applications.get(number).version == 1
    assert hall.applications.get(number).steps[-1].act is Act.RECEIVED


def test_what_recording_would_refuse_is_refused_before(hall: Hall, number: str) -> None:
    with pytest.raises(ExtensionTooLong):
        hall.prospects.after(number, replace(EXTENDED, days=30))
    with pytest.raises(StepFactsMissing):
        hall.prospects.after(number, replace(EXTENDED, details={}))


def test_the_days_left_are_counted_from_today(hall: Hall, clock: Clock, number: str) -> None:
    clock.set(datetime(2026, 3, 9, 9, 0))

    [running] = hall.prospects.periods(number)

    assert (running.period.awaits, running.period.until) == (Act.CORRECTION_REQUESTED, date(2026, 3, 11))
    assert running.left == 2


def test_an_amount_is_said_in_capitals_as_the_notice_bears_it(hall: Hall) -> None:
    assert hall.prospects.capitals(Decimal("380.50")) == "叁佰捌拾元伍角整"
