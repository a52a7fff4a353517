"""The little language of the reception tests: a fresh encrypted store, a clock to set, two clerks."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path

from hallclient.domain.register.agency import AgencyProfile
from hallclient.domain.register.permissions import Clerk, Role
from hallclient.reference import load_calendar, load_dispute_rules, load_rulesets
from hallclient.services.board import Board
from hallclient.services.disputes import DisputesDesk
from hallclient.services.drafts import DraftsDesk
from hallclient.services.find import Finder
from hallclient.services.office import Office
from hallclient.services.reception import ReceptionDesk
from hallclient.storage.database import Database
from hallclient.storage.schema import SEARCH_DDL, metadata

KEY = bytes(range(32))
CLERK = Clerk(name="li", display_name="李", roles=frozenset({Role.CLERK}))
OTHER = Clerk(name="wang", display_name="王", roles=frozenset({Role.CLERK}))
SUPERVISOR = Clerk(name="zhao", display_name="赵", roles=frozenset({Role.SUPERVISOR}))
ADMINISTRATOR = Clerk(name="it", display_name="管理", roles=frozenset({Role.ADMINISTRATOR}))


class Desk:
    """Everything the reception does on one store; ``now`` is set and moved by the test."""

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
            agency=AgencyProfile(name="某市某局"),
            agency_code="SQ01",
            window="W01",
        )
        self.reception = ReceptionDesk(self.office)
        self.drafts = DraftsDesk(self.office)
        self.finder = Finder(self.office)
        self.board = Board(self.office, DisputesDesk(self.office, load_dispute_rules()))

    def at(self, now: str) -> "Desk":
        self.now = datetime.fromisoformat(now)
        return self

    def later(self, **span: float) -> "Desk":
        self.now += timedelta(**span)
        return self

    def application(self, number: str, *, due: str | None = None, state: str = "in_progress", **fields: object) -> None:
        """Put an application straight into the register; the board and the links read its cached columns."""
        row: dict[str, object] = {
            "number": number,
            "window": "W01",
            "channel": "in_person",
            "applicant_kind": "natural_person",
            "applicant_name": "南宫问天",
            "applicant_key": number,
            "subject": "老旧小区改造计划",
            "subject_key": "老旧小区改造计划",
            "state": state,
            "open": state not in ("answered", "withdrawn", "voided"),
            "arrived_on": self.now.date().isoformat(),
            "due_on": due,
        } | fields
        names = ", ".join(row)
        with self.database.writing() as tx:
            marks = ", ".join("?" * len(row))
            made = tx.exec_driver_sql(f"INSERT INTO applications ({names}) VALUES ({marks})", tuple(row.values()))
            tx.exec_driver_sql(
                'INSERT INTO steps (application_id, seq, act, "on") VALUES (?, 1, ?, ?)',
                (made.lastrowid, "arrived", row["arrived_on"]),
            )

    def scalar(self, sql: str, *values: object) -> object:
        with self.database.reading() as tx:
            return tx.exec_driver_sql(sql, values).scalar()

    def numbers(self) -> tuple[object, object, object, object]:
        """Records, ledger rows, audit entries, indexed records: what one save adds together or not at all."""
        names = ("enquiries", "number_ledger", "audit", "search")
        counts = [self.scalar(f"SELECT count(*) FROM {name}") for name in names]
        return counts[0], counts[1], counts[2], counts[3]


@contextmanager
def desk_in(folder: Path, now: str = "2026-03-02 09:00:00") -> Iterator[Desk]:
    desk = Desk(folder / "hall.db", now)
    try:
        yield desk
    finally:
        desk.database.close()
