"""The little language of the application tests: a fresh encrypted store, a clock to set, desks, invented people."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from hallclient.documents.kinds import shipped_kinds
from hallclient.documents.render import render
from hallclient.domain.outcomes import Outcome
from hallclient.domain.register.agency import AgencyProfile
from hallclient.domain.register.application import ApplicationDraft
from hallclient.domain.register.kinds import (
    ApplicantKind,
    ApplicationChannel,
    DeliveryMethod,
    IdKind,
    ProvisionForm,
)
from hallclient.domain.register.people import Applicant
from hallclient.domain.register.permissions import Clerk, Role
from hallclient.domain.register.steps import Act, Step
from hallclient.reference import load_calendar, load_rulesets
from hallclient.services.applications import ApplicationDesk, OnTheSpot
from hallclient.services.documents import DocumentDesk
from hallclient.services.office import Office
from hallclient.services.reception import ReceptionDesk
from hallclient.storage.database import Database
from hallclient.storage.schema import SEARCH_DDL, metadata

KEY = bytes(range(32))
CLERK = Clerk(name="li", display_name="李窗口", roles=frozenset({Role.CLERK}))
OTHER = Clerk(name="wang", display_name="王窗口", roles=frozenset({Role.CLERK}))
SUPERVISOR = Clerk(name="zhao", display_name="赵主任", roles=frozenset({Role.SUPERVISOR, Role.ADMINISTRATOR}))
ADMINISTRATOR = Clerk(name="it", display_name="管理", roles=frozenset({Role.ADMINISTRATOR}))

PERSON = Applicant(
    kind=ApplicantKind.NATURAL_PERSON,
    name="张示例",
    id_kind=IdKind.RESIDENT_ID,
    id_number="440301198512310127",
    id_seen=True,
    phone="13800001234",
    address="示例市示例区幸福路88号",
)
ANOTHER = replace(PERSON, name="李示例", id_number="110101199003070011", phone="13900005678")
FIRM = Applicant(
    kind=ApplicantKind.COMMERCIAL_ENTERPRISE,
    name="示例市示例贸易有限公司",
    id_kind=IdKind.USCC,
    id_number="91350100M000100Y43",
    phone="0000-88881234",
    legal_representative="王示例",
    contact="赵示例",
)
GIVEN = OnTheSpot(
    outcome=Outcome.GRANTED,
    document="A01",
    facts={"information": "《示例市2025年城镇老旧小区改造计划》（示建发〔2025〕12号）", "pages": 16},
    reviewer="赵主任",
)
PUBLISHED = OnTheSpot(
    outcome=Outcome.GRANTED,
    document="A02",
    facts={"published_on": date(2025, 4, 1), "where": "示例市人民政府网站", "index_number": "000014349/2025-00012"},
)


def draft(on: str = "2026-03-02", **changes: Any) -> ApplicationDraft:
    """An application handed in at the window by 张示例, complete."""
    whole = ApplicationDraft(
        channel=ApplicationChannel.IN_PERSON,
        applicant=PERSON,
        subject="2025年老旧小区改造计划",
        arrived_on=date.fromisoformat(on),
        form=ProvisionForm.PAPER,
        delivery=DeliveryMethod.COLLECT,
        topic="城乡建设",
    )
    return replace(whole, **changes)


def step(act: Act, on: str, **more: Any) -> Step:
    """A step with a reason, so that it may bear an earlier day."""
    return Step(act=act, on=date.fromisoformat(on), **{"reason": "补录"} | more)


class Hall:
    """Both desks and the reception on one store; the test sets the clock."""

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
            agency=AgencyProfile(
                name="示例市示例局",
                code="SQ01",
                code_word="示",
                phone="0000-88880000",
                contact="孙示例",
                reconsideration_body="示例市人民政府",
                court="示例市示例区人民法院",
            ),
            agency_code="SQ01",
            window="W01",
        )
        self.kinds = shipped_kinds()
        self.documents = DocumentDesk(self.office, self.kinds, render)
        self.applications = ApplicationDesk(self.office, self.documents)
        self.reception = ReceptionDesk(self.office)

    def at(self, now: str) -> "Hall":
        self.now = datetime.fromisoformat(now)
        return self

    def later(self, **span: float) -> "Hall":
        self.now += timedelta(**span)
        return self

    def scalar(self, sql: str, *values: object) -> Any:
        with self.database.reading() as tx:
            return tx.exec_driver_sql(sql, values).scalar()

    def row(self, number: str) -> dict[str, Any]:
        """The whole row of an application, with its steps."""
        with self.database.reading() as tx:
            found = tx.exec_driver_sql("SELECT * FROM applications WHERE number = ?", (number,)).mappings().one()
            steps = tx.exec_driver_sql("SELECT * FROM steps WHERE application_id = ? ORDER BY seq", (found["id"],))
            return {**found, "steps": steps.fetchall()}

    def counts(self) -> dict[str, int]:
        """How much the store holds: what one save adds together, or not at all."""
        names = ("applications", "steps", "number_ledger", "audit", "search", "issued_documents")
        return {name: self.scalar(f"SELECT count(*) FROM {name}") for name in names}

    def close_day(self, day: str) -> None:
        """Mark a day as closed the way the close does: by its packet."""
        with self.database.writing() as tx:
            tx.exec_driver_sql(
                "INSERT INTO day_closes (kind, window, business_date, z_number, revision, payload, sha256,"
                " previous_sha256, closed_at, closed_by) VALUES ('day', 'W01', ?, 1, 1, ?, '', '', ?, 'li')",
                (day, _packet(day), f"{day} 17:30:00.000000"),
            )


def _packet(day: str) -> str:
    from hallclient.domain.figures import packet

    on = date.fromisoformat(day)
    empty = packet.Packet(
        kind="day",
        window="W01",
        business_date=on,
        z_number=1,
        revision=1,
        days={on: {}},
        members={},
        closed_at=datetime.combine(on, datetime.min.time()),
        closed_by="li",
        previous_sha256="0" * 64,
    )
    return packet.canonical(packet.sealed(empty))


@contextmanager
def hall_in(folder: Path, now: str = "2026-03-02 09:00:00") -> Iterator[Hall]:
    hall = Hall(folder / "hall.db", now)
    try:
        yield hall
    finally:
        hall.database.close()
