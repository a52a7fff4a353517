"""A year of a hall's work as a list of records, and stores that live it: one for all of them, or several for parts."""

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from closing_hall import CLERK, SUPERVISOR, Hall, import_rows

from hallclient.domain.figures.report_json import answer
from hallclient.domain.register.counter import Counter, CounterDraft
from hallclient.domain.register.dispute import Dispute
from hallclient.domain.register.kinds import DisputeKind, DisputeResult
from hallclient.exports import json_file
from hallclient.services.periods import Counts
from hallclient.storage import disputes, number_ledger

FORMS = ("national-2021", "first-year", "national-2019", "return-2008")
OUTCOMES = ("granted", "granted_in_part", "refused_state_secret", "unavailable_not_held", "declined_repeat")
PEOPLE = ("natural_person", "commercial_enterprise", "research_institution", "other_organisation")
FLOWS = (
    Counter.RETURN_FULL_TEXT,
    Counter.LICENCES,
    Counter.MEDIA_ITEMS,
    Counter.CHARGES,
    Counter.PORTAL_PLANS,
    Counter.TRAINING_CLASSES,
)
LEVELS = (Counter.RULES_IN_FORCE, Counter.NORMATIVE_IN_FORCE)


@dataclass(frozen=True)
class Record:
    """Something that is written into a store: before its day is closed, or after (``late``)."""

    on: date
    write: Callable[[Hall], None]
    late: bool = False


def records(made: random.Random, days: Sequence[date], count: int) -> list[Record]:
    """Make up ``count`` records on these days."""
    found: list[Record] = []
    levels = {(level, day) for level in LEVELS for day in made.sample(list(days), min(3, len(days)))}
    for _ in range(count):
        day = made.choice(days)
        later = [one for one in days if one >= day]
        closed = made.choice([None, made.choice(later), made.choice(later)])
        found.append(
            made.choice((_enquiry, _enquiry, _application, _application, _dispute, _counter, _late))(made, day, closed)
        )
    for level, day in sorted(levels, key=str):
        found.append(Record(day, _entered(level, day, made.choice((0, made.randint(1, 40))))))
    return found


def live(hall: Hall, own: Sequence[Record], days: Sequence[date]) -> None:
    """Let a store live these records: each day is closed at half past five, what is late comes after the last."""
    for record in own:
        if not record.late:
            hall.at(f"{record.on.isoformat()} 10:00:00")
            record.write(hall)
    for day in days:
        hall.at(f"{day.isoformat()} 17:30:00").close(day.isoformat())
    for record in own:
        if record.late:
            hall.at(f"{max([record.on, *days]).isoformat()} 18:00:00")
            record.write(hall)


def as_bytes(hall: Hall, year: int, form: str, *, month: int | None = None, source: Counts | None = None) -> bytes:
    """Return a report's JSON file."""
    return json_file.content(answer(hall.figures.report(year, form, month=month, source=source)))


def working(first: date, count: int) -> list[date]:
    """Return ``count`` days that are no weekend."""
    days = (first + timedelta(number) for number in range(2 * count + 7))
    return [day for day in days if day.weekday() < 5][:count]


def _enquiry(made: random.Random, day: date, _closed: date | None) -> Record:
    fields = {
        "persons": made.randint(1, 4),
        "matters": made.randint(1, 2),
        "kind": made.choice(("consultation", "complaint", "suggestion")),
        "channel": made.choice(("in_person", "phone", "hotline_12345")),
        "handling": made.choice(("answered", "referred", "material")),
        "rating": made.choice((None, 5, 3)),
    }
    return Record(day, lambda hall: _write(hall.enquiry, day.isoformat(), **fields))


def _application(made: random.Random, day: date, closed: date | None) -> Record:
    fields = {
        "applicant_kind": made.choice(PEOPLE),
        "channel": made.choice(("in_person", "post", "online")),
        "unit": made.choice(("市民政局", "市公安局", "示例市自然资源和规划局")),
        "topic": made.choice(("民政", "土地", "")),
    }
    if closed is not None and made.random() < 0.3:
        fields["fee_yuan"] = f"{made.randint(1, 900)}.{made.randint(0, 99):02d}"
    outcome = made.choice(OUTCOMES)
    until = None if closed is None else closed.isoformat()
    return Record(day, lambda hall: _write(hall.application, day.isoformat(), until, outcome, **fields))


def _dispute(made: random.Random, day: date, closed: date | None) -> Record:
    kind = made.choice(list(DisputeKind))
    result = None if closed is None else made.choice(list(DisputeResult))

    def write(hall: Hall) -> None:
        with hall.database.writing() as tx:
            serial = number_ledger.next_in(tx, "SQ01-W01-F", day.year)
            number = f"SQ01-W01-F{day.year}-{serial:05d}"
            disputes.add(tx, Dispute(number=number, kind=kind, filed_on=day, decided_on=closed, result=result))

    return Record(day, write)


def _counter(made: random.Random, day: date, _closed: date | None) -> Record:
    counter = made.choice(FLOWS)
    count = Decimal(made.choice(("0", "1", "7"))) if counter is not Counter.CHARGES else Decimal("12.75")
    return Record(day, _entered(counter, day, count))


def _late(made: random.Random, day: date, _closed: date | None) -> Record:
    counter = made.choice(FLOWS[:2])
    withdrawn = made.random() < 0.4

    def counted(hall: Hall) -> None:
        draft = CounterDraft(on=day, counter=counter, count=Decimal(made_count))
        entry = hall.counters.enter(draft, late_reason="漏报", by=CLERK)
        if withdrawn:
            hall.counters.withdraw(entry.id, "重复", by=SUPERVISOR)

    def said(hall: Hall) -> None:
        hall.closing.adjust(day, line, delta, "漏记", by=SUPERVISOR)

    made_count = made.choice((0, 3))
    line, delta = made.choice((("enquiries.persons", 2), ("fees.yuan", Decimal("0.35")), ("enquiries.visits", 1)))
    return Record(day, made.choice((counted, said)), late=True)


def _entered(counter: Counter, day: date, count: Decimal | int) -> Callable[[Hall], None]:
    draft = CounterDraft(on=day, counter=counter, count=Decimal(count))
    return lambda hall: _write(hall.counters.enter, draft, by=CLERK)


def _write(act: Callable[..., object], *args: object, **named: object) -> None:
    act(*args, **named)


def imported(day: date) -> Record:
    """Return the import of an old register, on the day it is sealed."""
    rows = [
        {
            "received_on": f"2024-0{month}-11",
            "closed_on": f"2025-01-1{month}" if month % 2 else "",
            "channel": "post",
            "applicant_kind": "natural_person",
            "applicant_name": "某",
            "subject": "示例",
            "outcome": "granted" if month % 2 else "",
            "unit": "市民政局",
            "topic": "",
            "fee_yuan": "",
        }
        for month in range(1, 6)
    ]
    return Record(day, lambda hall: import_rows(hall, {"applications": rows}))  # type: ignore[arg-type]
