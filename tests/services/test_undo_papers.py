"""Taking a step back names the papers that rest on it, and voids them with it or leaves them, never silently."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from hallclient.domain.register.application import Application
from hallclient.domain.register.issued import IssuedDocument, PapersRest, PrintState
from hallclient.domain.register.steps import Act, Step
from tests.services.application_hall import CLERK, GIVEN, Hall, draft, hall_in

CORRECTIONS = {"corrections": ["请写明文件名称"], "guidance": "年份"}


@pytest.fixture
def hall(tmp_path: Path) -> Iterator[Hall]:
    with hall_in(tmp_path) as found:
        yield found


def asked(hall: Hall, act: Act, **details: str) -> Application:
    """An application with one act recorded today."""
    case = hall.applications.register(draft(), by=CLERK).application
    step = Step(act=act, on=hall.now.date(), days=20 if act is Act.EXTENDED else None, details=details)
    return hall.later(minutes=1).applications.record(case.number, step, by=CLERK, version=1)


def paper(hall: Hall, case: Application, kind: str, **facts: Any) -> IssuedDocument:
    return hall.later(minutes=1).documents.issue(kind, application=case.number, facts=facts, by=CLERK)


def audited(hall: Hall, action: str) -> list[str]:
    with hall.database.reading() as tx:
        found = tx.exec_driver_sql("SELECT subject FROM audit WHERE action = ? ORDER BY id", (action,))
        return [row[0] for row in found]


def test_a_paper_issued_since_that_rests_on_the_step_is_named_before_the_step_is_taken_back(hall: Hall) -> None:
    case = asked(hall, Act.CORRECTION_REQUESTED)
    notice = paper(hall, case, "P03", **CORRECTIONS)
    other = paper(hall, case, "P11", information_name="计划", other_agency="市档案局", assistance_due="2026-03-09")

    plan = hall.applications.undo_plan(case.number)
    assert plan.step.act is Act.CORRECTION_REQUESTED
    assert [one.number for one in plan.since] == [notice.number]
    with pytest.raises(PapersRest) as refused:
        hall.applications.undo_last_step(case.number, by=CLERK, reason="误录", version=2)
    assert refused.value.numbers == (notice.number,)
    assert hall.applications.get(case.number).version == 2

    hall.applications.undo_last_step(case.number, by=CLERK, reason="误录", version=2, papers={notice.id: True})
    assert hall.documents.get(notice.id).voided == "误录"
    assert not hall.documents.get(other.id).voided
    assert [step.act for step in hall.applications.get(case.number).steps] == [Act.RECEIVED]
    assert audited(hall, "void_document") == [notice.number]


def test_a_paper_left_standing_is_told_in_the_audit(hall: Hall) -> None:
    case = asked(hall, Act.EXTENDED, approver="赵主任")
    notice = paper(hall, case, "P05", extension_reason="数量较大")

    hall.applications.undo_last_step(case.number, by=CLERK, reason="日期误录", version=2, papers={notice.id: False})

    assert not hall.documents.get(notice.id).voided
    assert audited(hall, "leave_document") == [notice.number]


def test_a_paper_that_came_meanwhile_is_not_voided_unseen(hall: Hall) -> None:
    case = asked(hall, Act.CONSULTATION_SENT, party_kind="third_party", party="示例公司")
    first = paper(hall, case, "P08", consulted="第三方")
    seen = {one.id: True for one in hall.applications.undo_plan(case.number).since}
    second = paper(hall, case, "P08", consulted="第三方")

    with pytest.raises(PapersRest) as refused:
        hall.applications.undo_last_step(case.number, by=CLERK, reason="误录", version=2, papers=seen)

    assert refused.value.numbers == (second.number,)
    assert not hall.documents.get(first.id).voided


def test_a_receipt_that_told_the_moved_date_rests_on_the_step_and_an_older_one_does_not(hall: Hall) -> None:
    case = asked(hall, Act.EXTENDED, approver="赵主任")
    old = hall.documents.of_record(case.number)
    assert [one.kind for one in old] == ["P01"]
    again = paper(hall, case, "P01")
    hall.documents.printed(again.id, printer="一号", state=PrintState.SENT, by=CLERK)

    (since,) = hall.applications.undo_plan(case.number).since

    assert (since.id, since.copies) == (again.id, 1)


def test_papers_of_the_same_save_need_no_decision(hall: Hall) -> None:
    made = hall.applications.register(draft(), by=CLERK, answer=GIVEN)
    plan = hall.applications.undo_plan(made.application.number)

    assert ([one.kind for one in plan.own], plan.since) == (["A01"], ())
    assert [step.act for step in plan.with_it] == [Act.SECRECY_REVIEWED]
    hall.applications.undo_last_step(made.application.number, by=CLERK, reason="误", version=1)
    assert hall.documents.get(made.documents[-1].id).voided == "误"


def test_a_reply_issued_again_after_the_answer_rests_on_it(hall: Hall) -> None:
    made = hall.applications.register(draft(), by=CLERK, answer=GIVEN)
    again = paper(hall, made.application, "A01", **GIVEN.facts)

    assert [one.id for one in hall.applications.undo_plan(made.application.number).since] == [again.id]
