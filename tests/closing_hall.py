"""The little language of the closing tests: a store, a clock, and rows put straight into the registers."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

from hallclient.domain.register.agency import AgencyProfile
from hallclient.domain.register.counter import Counter, CounterDraft
from hallclient.domain.register.dispute import Dispute
from hallclient.domain.register.kinds import DisputeKind, DisputeResult
from hallclient.domain.register.permissions import Clerk, Role
from hallclient.reference import load_calendar, load_dispute_rules, load_rulesets
from hallclient.services.closing import ClosingDesk
from hallclient.services.counters import CountersDesk
from hallclient.services.disputes import DisputesDesk
from hallclient.services.figures import FiguresDesk
from hallclient.services.office import Office
from hallclient.storage import counters, day_closes, disputes, number_ledger
from hallclient.storage.database import Database, Transaction
from hallclient.storage.schema import SEARCH_DDL, metadata

KEY = bytes(range(32))
CLERK = Clerk(name="li", display_name="李", roles=frozenset({Role.CLERK}))
SUPERVISOR = Clerk(name="zhao", display_name="赵", roles=frozenset({Role.SUPERVISOR}))
NOBODY = Clerk(name="gast", display_name="客", roles=frozenset())


class Hall:
    """All desks of closing and figures on one store. ``enquiry`` and ``application`` write rows with a number."""

    def __init__(self, path: Path, now: str) -> None:
        self.now = datetime.fromisoformat(now)
        fresh = not path.exists()
        self.database = Database(path, KEY)
        if fresh:
            with self.database.writing() as tx:
                metadata.create_all(tx)
                tx.exec_driver_sql(SEARCH_DDL)
        self.office = Office(
            database=self.database,
            now=lambda: self.now,
            calendar=load_calendar(),
            rulesets=load_rulesets(),
            agency=AgencyProfile(name="示例市示例局", code="SQ01"),
            agency_code="SQ01",
            window="W01",
        )
        self.closing = ClosingDesk(self.office)
        self.figures = FiguresDesk(self.office)
        self.counters = CountersDesk(self.office)
        self.disputes = DisputesDesk(self.office, load_dispute_rules())

    def at(self, now: str) -> "Hall":
        self.now = datetime.fromisoformat(now)
        return self

    def scalar(self, sql: str, *values: object) -> Any:
        with self.database.reading() as tx:
            return tx.exec_driver_sql(sql, values).scalar()

    def run(self, sql: str, *values: object) -> None:
        with self.database.writing() as tx:
            tx.exec_driver_sql(sql, values)

    def enquiry(self, on: str, **fields: Any) -> str:
        with self.database.writing() as tx:
            return put_enquiry(tx, on, **fields)

    def application(self, received: str, closed: str | None = None, outcome: str = "granted", **fields: Any) -> str:
        with self.database.writing() as tx:
            return put_application(tx, received, closed, outcome, **fields)

    def close(self, *days: str) -> None:
        for day in days:
            self.closing.close(date.fromisoformat(day), by=CLERK)


def put_enquiry(tx: Transaction, on: str, **fields: Any) -> str:
    """Write an enquiry row with the next number of its series."""
    historical = fields.get("historical", 0)
    series = "ZH" if historical else "Z"
    serial = number_ledger.next_in(tx, f"SQ01-W01-{series}", int(on[:4]))
    number = f"SQ01-W01-{series}{on[:4]}-{serial:05d}"
    row: dict[str, Any] = {
        "number": number,
        "visit": number,
        "business_date": on,
        "occurred_at": f"{on} 09:00:00.000000",
        "entered_at": f"{on} 09:01:00.000000",
        "entered_by": "li",
        "window": "W01",
        "kind": "consultation",
        "channel": "in_person",
        "persons": 1,
        "matters": 1,
        "handling": "answered",
    } | fields
    _insert(tx, "enquiries", row)
    return number


def put_application(
    tx: Transaction, received: str, closed: str | None = None, outcome: str = "granted", **fields: Any
) -> str:
    """Write an application row, open or closed, with the next number of its series."""
    series = "SH" if fields.get("historical", 0) else "S"
    serial = number_ledger.next_in(tx, f"SQ01-W01-{series}", int(received[:4]))
    number = f"SQ01-W01-{series}{received[:4]}-{serial:05d}"
    row: dict[str, Any] = {
        "number": number,
        "window": "W01",
        "channel": "in_person",
        "applicant_kind": "natural_person",
        "applicant_name": "某",
        "applicant_key": number,
        "subject": "示例",
        "subject_key": "示例",
        "state": "answered" if closed else "in_progress",
        "arrived_on": received,
        "received_on": received,
        "closed_on": closed,
        "outcome": outcome if closed else "",
    } | fields
    _insert(tx, "applications", row)
    return number


def _insert(tx: Transaction, table: str, row: dict[str, Any]) -> None:
    columns = ", ".join(f'"{name}"' for name in row)
    marks = ", ".join("?" * len(row))
    tx.exec_driver_sql(f"INSERT INTO {table} ({columns}) VALUES ({marks})", tuple(row.values()))


def import_rows(hall: Hall, rows: dict[str, Iterable[dict[str, str]]]) -> None:
    """Put a register of contract rows into the store as history and seal each kind, as an import does."""
    with hall.database.writing() as tx:
        for table, entries in rows.items():
            after_id = day_closes.last_id(tx, table)
            _PUT[table](tx, entries)
            day_closes.seal_import(
                tx, table=table, after_id=after_id, window=hall.office.window, by="zhao", at=hall.now
            )


def _put_applications(tx: Transaction, rows: Iterable[dict[str, str]]) -> None:
    values = [
        (
            f"SH{index}",
            "W01",
            row["channel"],
            row["applicant_kind"],
            row["applicant_name"],
            str(index),
            row["subject"],
            row["subject"],
            "answered" if row["closed_on"] else "in_progress",
            row["received_on"],
            row["received_on"],
            row["closed_on"] or None,
            row["outcome"],
            row["unit"],
            row["topic"],
            row["fee_yuan"],
        )
        for index, row in enumerate(rows, start=1)
    ]
    tx.exec_driver_sql(
        "INSERT INTO applications (number, window, channel, applicant_kind, applicant_name, applicant_key, subject,"
        " subject_key, state, arrived_on, received_on, closed_on, outcome, unit, topic, fee_yuan, historical)"
        f" VALUES ({', '.join('?' * 16)}, 1)",
        values,
    )


def _put_enquiries(tx: Transaction, rows: Iterable[dict[str, str]]) -> None:
    values = [
        (
            f"ZH{index}",
            f"ZH{index}",
            row["occurred_at"][:10],
            row["occurred_at"] + ":00.000000",
            "2026-11-22 09:00:00.000000",
            row["kind"],
            row["channel"],
            int(row["persons"]),
            int(row["matters"]),
            row["handling"],
            int(row["rating"]) if row["rating"] else None,
        )
        for index, row in enumerate(rows, start=1)
    ]
    tx.exec_driver_sql(
        "INSERT INTO enquiries (number, visit, business_date, occurred_at, entered_at, kind, channel, persons, matters,"
        f" handling, rating, entered_by, window, historical) VALUES ({', '.join('?' * 11)}, 'zhao', 'W01', 1)",
        values,
    )


def _put_disputes(tx: Transaction, rows: Iterable[dict[str, str]]) -> None:
    disputes.add_many(
        tx,
        [
            Dispute(
                number=f"FH{index}",
                kind=DisputeKind(row["kind"]),
                filed_on=date.fromisoformat(row["filed_on"]),
                decided_on=date.fromisoformat(row["decided_on"]) if row["decided_on"] else None,
                result=DisputeResult(row["result"]) if row["result"] else None,
                topic=row["topic"],
                historical=True,
            )
            for index, row in enumerate(rows, start=1)
        ],
    )


def _put_counters(tx: Transaction, rows: Iterable[dict[str, str]]) -> None:
    drafts = [
        CounterDraft(on=date.fromisoformat(row["on"]), counter=Counter(row["counter"]), count=Decimal(row["count"]))
        for row in rows
    ]
    counters.add_many(tx, drafts, by="zhao", at=datetime(2026, 11, 22, 9))


_PUT = {
    "applications": _put_applications,
    "enquiries": _put_enquiries,
    "disputes": _put_disputes,
    "counters": _put_counters,
}


@contextmanager
def hall_in(folder: Path, now: str = "2026-03-02 17:30:00") -> Iterator[Hall]:
    hall = Hall(folder / "hall.db", now)
    try:
        yield hall
    finally:
        hall.database.close()
