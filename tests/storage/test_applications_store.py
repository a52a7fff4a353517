"""An application comes back as it went in; an old register of a whole city comes in within seconds."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import pytest

from hallclient.domain.outcomes import Outcome
from hallclient.domain.register.application import Application, ApplicationDraft
from hallclient.domain.register.application_lists import ApplicationFilter
from hallclient.domain.register.history import PastApplication
from hallclient.domain.register.kinds import (
    ApplicantKind,
    ApplicationChannel,
    DeliveryMethod,
    IdKind,
    ProvisionForm,
)
from hallclient.domain.register.people import Agent, Applicant
from hallclient.domain.register.states import State
from hallclient.domain.register.steps import Act, Step
from hallclient.storage import application_history, application_lists, applications, number_ledger, search
from hallclient.storage.applications import Folded
from hallclient.storage.database import Database
from hallclient.storage.schema import SEARCH_DDL, metadata

AT = datetime(2026, 3, 2, 9, 30, 15, 123456)
WHOLE = Application(
    number="SQ01-W01-S2026-00001",
    original_number="旧2026-1",
    window="W01",
    channel=ApplicationChannel.POST,
    applicant=Applicant(
        kind=ApplicantKind.OTHER_ORGANISATION,
        name="示例协会",
        id_kind=IdKind.USCC,
        id_number="91350100M000100Y43",
        id_seen=True,
        phone="0000-88881234",
        address="示例市示例区",
        postcode="100000",
        email="a@example.cn",
        fax="0000-1",
        employer="示例",
        legal_representative="王示例",
        contact="赵示例",
    ),
    subject="2025年“三公”经费",
    unit="市财政局",
    topic="财政",
    index_number="000014349/2025-00012",
    form=ProvisionForm.DISC,
    delivery=DeliveryMethod.POST,
    materials="介绍信",
    agent=Agent(
        name="钱示例", id_kind=IdKind.RESIDENT_ID, id_number="11010519491231002X", phone="1", authority="委托书"
    ),
    oral_reason="",
    signed_for=True,
    enquiry="SQ01-W01-Z2026-00009",
    repeat_of="SQ01-W01-S2025-00001",
    repeat_decision="neither",
    steps=(
        Step(act=Act.ARRIVED, on=date(2026, 2, 27), by="li", entered_at=AT),
        Step(act=Act.RECEIVED, on=date(2026, 3, 2), by="li", entered_at=AT, reason="电话确认"),
        Step(act=Act.EXTENDED, on=date(2026, 3, 20), days=5, details={"approver": "赵"}, by="li", entered_at=AT),
        Step(act=Act.CONSULTATION_SENT, on=date(2026, 3, 21), id="a", by="li", entered_at=AT),
        Step(act=Act.ANSWERED, on=date(2026, 3, 30), outcome=Outcome.GRANTED, details={"yuan": "380.5"}, entered_at=AT),
    ),
)


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    database = Database(tmp_path / "hall.db", bytes(range(32)))
    with database.writing() as tx:
        metadata.create_all(tx)
        tx.exec_driver_sql(SEARCH_DDL)
    yield database
    database.close()


def test_an_application_comes_back_as_it_went_in(database: Database) -> None:
    with database.writing() as tx:
        applications.add(tx, WHOLE, Folded("key", date(2026, 4, 7), True))
    with database.reading() as tx:
        assert applications.get(tx, WHOLE.number) == WHOLE
        assert applications.get(tx, "SQ01-W01-S2026-00002") is None
        (row,) = application_lists.rows(tx, ApplicationFilter())
    assert (row.state, row.outcome, row.closed_on) == (State.ANSWERED, Outcome.GRANTED, date(2026, 3, 30))
    assert (row.arrived_on, row.received_on, row.due_on) == (date(2026, 2, 27), date(2026, 3, 2), date(2026, 4, 7))
    assert (row.provisional, row.fee_yuan, row.name) == (True, "380.50", "示例协会")


def test_a_save_with_an_old_version_changes_nothing(database: Database) -> None:
    with database.writing() as tx:
        applications.add(tx, WHOLE, Folded("key"))
        assert applications.save(tx, replace(WHOLE, topic="其他"), Folded("key"))
        assert not applications.save(tx, replace(WHOLE, topic="教育", steps=WHOLE.steps[:1]), Folded("key"))
        found = applications.get(tx, WHOLE.number)
    assert found == replace(WHOLE, topic="其他", version=2)


def test_identity_and_name_are_searched_and_hashed_never_listed(database: Database) -> None:
    with database.writing() as tx:
        applications.add(tx, WHOLE, Folded(database.blind("uscc:91350100M000100Y43")))
    with database.reading() as tx:
        key = tx.exec_driver_sql("SELECT applicant_key FROM applications").scalar_one()
        assert "91350100" not in key
        assert [hit.number for hit in search.find(tx, "示例协会")] == [WHOLE.number]


def past(index: int) -> PastApplication:
    """One row of the first year's register: most of them closed, some with a hidden name."""
    received = date(2008, 5, 1 + index % 28)
    return PastApplication(
        draft=ApplicationDraft(
            channel=ApplicationChannel.IN_PERSON,
            applicant=Applicant(kind=ApplicantKind.NATURAL_PERSON, name=f"示例{index % 977}", phone=f"138{index:08d}"),
            subject=f"企业登记档案查询{index % 50}",
            arrived_on=received,
            unit="市工商局" if index % 45 else "市财政局",
        ),
        original_number=f"旧{index}",
        outcome=Outcome.GRANTED if index % 100 else None,
        closed_on=received if index % 100 else None,
        fee_yuan=Decimal("12.50") if index % 1000 == 1 else None,
    )


def _import(database: Database, rows: list[PastApplication]) -> list[str]:
    with database.writing() as tx:
        return application_history.add_many(
            tx,
            rows,
            agency="SQ01",
            window="W01",
            by="li",
            at=AT,
            blind=database.blind,
            due=lambda received: (date(received.year, 6, 1), False),
        )


def test_an_old_register_has_its_own_series_and_keeps_its_numbers(database: Database) -> None:
    rows = [past(index) for index in range(250)]
    rows[7] = replace(rows[7], draft=replace(rows[7].draft, arrived_on=date(2009, 1, 5)), closed_on=date(2009, 1, 6))
    numbers = _import(database, rows)
    assert numbers[:2] == ["SQ01-W01-SH2008-00001", "SQ01-W01-SH2008-00002"]
    assert numbers[7] == "SQ01-W01-SH2009-00001"
    with database.reading() as tx:
        opened = applications.get(tx, numbers[0])
        closed = applications.get(tx, numbers[1])
        due = applications.due_dates(tx)
        assert number_ledger.states(tx)[0].gaps == 0
        assert [hit.number for hit in search.find(tx, "旧249")] == [numbers[249]]
    assert opened is not None
    assert closed is not None
    assert (opened.state, opened.historical, opened.original_number) == (State.IN_PROGRESS, True, "旧0")
    assert (closed.outcome, closed.closed_on, closed.fee_yuan) == (Outcome.GRANTED, date(2008, 5, 2), "12.50")
    assert set(due) == {numbers[0], numbers[100], numbers[200]}
    assert due[numbers[0]] == (date(2008, 6, 1), False)


def test_hidden_names_of_an_old_register_are_not_one_person(database: Database) -> None:
    rows = [past(index) for index in (1, 2, 978)]
    rows[:2] = [
        replace(row, draft=replace(row.draft, applicant=replace(row.draft.applicant, name="张**"))) for row in rows[:2]
    ]
    _import(database, rows)
    with database.reading() as tx:
        keys = tx.exec_driver_sql("SELECT count(DISTINCT applicant_key) FROM applications").scalar_one()
    assert keys == 3


@pytest.mark.slow
def test_the_first_years_register_of_a_city_comes_in_whole(database: Database) -> None:
    numbers = _import(database, [past(index) for index in range(20_495)])
    assert len(set(numbers)) == 20_495
    with database.reading() as tx:
        assert tx.exec_driver_sql("SELECT count(*) FROM steps").scalar_one() == 2 * 20_495 - 205
