"""The law counts from service: a consultation letter or a fee notice that is served starts its period that very day."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from hallclient.domain.refusal import Refusal
from hallclient.domain.register.application import Application
from hallclient.domain.register.issued import IssuedDocument
from hallclient.domain.register.life_terms import ServiceMethod
from hallclient.domain.register.service_starts import LETTERS, LetterOfSeveral, started_by
from hallclient.domain.register.states import State
from hallclient.domain.register.steps import Act, Step
from tests.services.application_hall import CLERK, SUPERVISOR, Hall, draft, hall_in

FACTS: dict[str, dict[str, Any]] = {
    "P06": {
        "third_party": "示例公司", "third_you": "organisation", "information_name": "合同", "interest": "trade_secret",
    },
    "P10": {"other_agency": "示例市住建局", "information_name": "通知"},
    "P11": {"other_agency": "示例市档案局", "information_name": "通知", "assistance_due": "2026-03-12"},
    "P12": {"payment_method": "大厅收费窗口"},
}  # fmt: skip


@pytest.fixture
def hall(tmp_path: Path) -> Iterator[Hall]:
    with hall_in(tmp_path) as found:
        yield found


def consulting(hall: Hall, *kinds: str) -> Application:
    """A case in which a letter to each of these parties was sent."""
    case = hall.applications.register(draft(), by=CLERK).application
    for kind in kinds:
        sent = Step(act=Act.CONSULTATION_SENT, on=hall.now.date(), details={"party_kind": kind, "party": f"{kind}方"})
        case = hall.later(minutes=1).applications.record(case.number, sent, by=CLERK, version=case.version)
    return case


def charged(hall: Hall) -> Application:
    case = hall.applications.register(draft(subject="收费标准"), by=CLERK).application
    proposal = hall.applications.propose_fee(case.number, "pages", 40)
    return hall.applications.decide_fee(proposal, by=SUPERVISOR, version=1)


def paper(hall: Hall, case: Application, kind: str) -> IssuedDocument:
    return hall.later(minutes=1).documents.issue(kind, application=case.number, facts=FACTS[kind], by=CLERK)


def served(hall: Hall, case: Application, letter: IssuedDocument, **more: Any) -> Application:
    version = hall.applications.get(case.number).version
    return hall.applications.serve(
        letter.id, method=ServiceMethod.DIRECT, receiver="签收人", by=CLERK, version=version, **more
    ).application


@pytest.mark.parametrize(("party", "kind"), LETTERS.items())
def test_a_consultation_letter_served_starts_the_time_to_answer(hall: Hall, party: str, kind: str) -> None:
    case = consulting(hall, party)
    letter = paper(hall, case, kind)
    hall.at("2026-03-04 10:00:00")

    after = served(hall, case, letter)

    assert [step.act for step in after.steps[-2:]] == [Act.CONSULTATION_RECEIVED, Act.SERVED]
    assert after.steps[-2].on == after.steps[-1].on == date(2026, 3, 4)
    assert after.steps[-2].id == "1"


def test_the_third_partys_fifteen_days_run_from_the_day_of_service(hall: Hall) -> None:
    # Domain 1.4: letter sent 03-09, received 03-11, silent until 04-01 → due 2026-04-23.
    hall.at("2026-03-02 09:00:00")
    case = hall.applications.register(draft(), by=CLERK).application
    hall.at("2026-03-09 09:00:00")
    sent = Step(
        act=Act.CONSULTATION_SENT, on=hall.now.date(), details={"party_kind": "third_party", "party": "示例公司"}
    )
    case = hall.applications.record(case.number, sent, by=CLERK, version=1)
    letter = paper(hall, case, "P06")
    hall.at("2026-03-11 09:00:00")
    served(hall, case, letter)

    assert hall.row(case.number)["due_on"] == "2026-04-23"


def test_a_fee_notice_served_stops_the_clock_that_day_with_the_decided_sum(hall: Hall) -> None:
    case = charged(hall)
    notice = paper(hall, case, "P12")
    hall.at("2026-03-04 10:00:00")

    after = served(hall, case, notice, on=date(2026, 3, 3), reason="昨日送达")

    told, service = after.steps[-2:]
    assert (told.act, service.act) == (Act.FEE_NOTIFIED, Act.SERVED)
    assert told.on == service.on == date(2026, 3, 3)
    assert told.details["yuan"] == next(step for step in after.steps if step.act is Act.FEE_DECIDED).details["yuan"]
    assert after.state is State.AWAITING_FEE


@pytest.mark.parametrize("kind", ["P06", "P12"])
def test_undoing_the_service_undoes_what_it_started_and_voids_its_proof(hall: Hall, kind: str) -> None:
    case = consulting(hall, "third_party") if kind == "P06" else charged(hall)
    letter = paper(hall, case, kind)
    before = hall.row(case.number)
    hall.later(minutes=1)
    after = served(hall, case, letter)
    plan = hall.applications.undo_plan(case.number)
    assert plan.step.act is Act.SERVED
    assert [step.act for step in plan.with_it] == [started_by(kind, case.steps).act]  # type: ignore[union-attr]
    assert [proof.kind for proof in plan.own] == ["P14"]

    hall.applications.undo_last_step(case.number, by=CLERK, reason="误录", version=after.version)

    assert {**hall.row(case.number), "version": 0} == {**before, "version": 0}
    assert not hall.documents.get(letter.id).voided


def test_where_several_wait_the_clerk_says_whose_letter_it_is(hall: Hall) -> None:
    case = consulting(hall, "third_party", "third_party", "co_maker")
    letter = paper(hall, case, "P06")
    with pytest.raises(LetterOfSeveral):
        served(hall, case, letter)
    assert hall.applications.get(case.number).version == case.version

    after = served(hall, case, letter, consultation="2")

    assert after.steps[-2].id == "2"
    second = paper(hall, case, "P06")
    assert served(hall, case, second).steps[-2].id == "1"


def test_a_service_that_starts_nothing_is_recorded_alone(hall: Hall) -> None:
    case = consulting(hall, "third_party")
    first, again = paper(hall, case, "P06"), paper(hall, case, "P06")
    served(hall, case, first)

    assert served(hall, case, again).steps[-2].act is Act.SERVED  # nobody waits for a second copy

    other = charged(hall)
    assert served(hall, other, paper(hall, other, "P12"), starts=False).state is State.IN_PROGRESS


def test_what_the_clock_refuses_is_not_recorded_by_the_way(hall: Hall) -> None:
    case = consulting(hall, "third_party")
    letter = paper(hall, case, "P06")
    counts = hall.counts()
    with pytest.raises(Refusal):
        served(hall, case, letter, consultation="9")
    assert hall.counts() == counts
