"""An application's whole life in the real window, by keyboard: from its registration to its file in the archive."""

from collections.abc import Iterator
from datetime import date, datetime
from io import BytesIO
from pathlib import Path
from typing import Any

import pypdf
import pytest
from counter import Counter
from PySide6.QtWidgets import QApplication

from hallclient.domain.outcomes import Outcome
from hallclient.domain.register.dispute_acts import DisputeAct
from hallclient.domain.register.kinds import DisputeResult
from hallclient.domain.register.states import State
from hallclient.domain.register.steps import Act
from hallclient.ui import theme
from hallclient.ui.act_rules import INITIALS
from hallclient.wiring import Hall
from tests.hall import Clock, Stores
from tests.window import Desk, rows_of


class Clerk(Counter):
    """No mouse, and papers that are only kept: what is printed is another journey's question."""

    def __init__(self, hall: Hall, clock: Clock) -> None:
        Desk.__init__(self, hall, clock)
        self.number = ""

    def on(self, day: str) -> None:
        """Go on with the file on another day."""
        self.clock.set(datetime.fromisoformat(day).replace(hour=10))
        self.press("F5")

    def act(self, act: Act, **texts: str) -> None:
        """Find an act by its initials, tell what it asks, save it."""
        self.press("Ctrl+R")
        self.type(INITIALS[act])
        assert self.dialog.acts.current().act is act
        self.press("Return")
        self.put(**texts)
        self.save()

    def save(self) -> None:
        self.press("Ctrl+Return")
        assert self.dialog is None, self.dialog.problem.text()

    def fill(self, asked: Any, text: str) -> None:
        """Tell a paper what it still asks."""
        for field in asked.fields:
            if field.required and field.empty():
                self.put(**{field.name: "1" if hasattr(field, "set_options") else text})

    def issue(self, kind: str, text: str) -> None:
        """Issue the paper the last act calls for."""
        self.press("Ctrl+I")
        assert self.dialog.kind() == kind
        self.fill(self.dialog._facts, text)
        self.save()
        assert self.paper_kinds()[-1] == kind

    def paper_kinds(self) -> list[str]:
        return [paper.kind for paper in self.hall.documents.of_record(self.number)]

    @property
    def due(self) -> date | None:
        trace = self.hall.applications.trace(self.number)
        assert trace is not None
        return trace.due


@pytest.fixture
def clerk(qapp: QApplication, stores: Stores, tmp_path: Path, clock: Clock) -> Iterator[Clerk]:
    theme.apply(qapp, dark=False)
    clerk = Clerk(stores.hall(tmp_path / "store", clock), clock)
    yield clerk
    clerk.close()


def test_a_whole_life_from_registration_to_the_archive(clerk: Clerk) -> None:
    register(clerk)
    correct_consult_and_extend(clerk)
    refuse(clerk)
    contest(clerk)
    answer_again(clerk)
    put_away(clerk)

    assert clerk.refused == []
    case = clerk.hall.applications.get(clerk.number)
    assert [step.act for step in case.steps] == [
        Act.RECEIVED, Act.CORRECTION_REQUESTED, Act.CORRECTED, Act.CONSULTATION_SENT, Act.CONSULTATION_RECEIVED,
        Act.EXTENDED, Act.CONSULTATION_ANSWERED, Act.DRAFTED, Act.APPROVED, Act.ANSWERED, Act.SERVED, Act.REOPENED,
        Act.SECRECY_REVIEWED, Act.ANSWERED, Act.SERVED, Act.ARCHIVED,
    ]  # fmt: skip
    [suit] = clerk.hall.disputes.lines_of(clerk.number)
    assert suit.dispute.result is DisputeResult.CORRECTED
    read_the_file(clerk)


def register(clerk: Clerk) -> None:
    clerk.press("Ctrl+3", "Ctrl+N")
    clerk.put(name="张示例", id_number="440301198512310127", phone="13800001234")
    clerk.put(subject="2025年老旧小区改造计划", form="1", delivery="1")
    clerk.press("Ctrl+Return")
    [row] = clerk.hall.applications.rows()
    clerk.number = row.number
    clerk.press("Ctrl+G")
    clerk.type(clerk.number)
    clerk.press("Return")
    assert clerk.screen.heading.text() == clerk.number
    assert clerk.due == date(2026, 3, 30)


def correct_consult_and_extend(clerk: Clerk) -> None:
    clerk.on("2026-03-04")
    clerk.act(Act.CORRECTION_REQUESTED, until="3.20")
    assert "停算" in clerk.screen.due.text()
    clerk.issue("P03", "请写明小区名称")
    clerk.on("2026-03-10")
    clerk.act(Act.CORRECTED)
    assert clerk.due == date(2026, 4, 8)  # anew from the correction, over the festival of 6 April

    clerk.act(Act.CONSULTATION_SENT, party_kind="1", party="示例公司")
    assert clerk.screen.state.text() == "征求意见中"
    clerk.issue("P06", "改造施工合同")
    clerk.on("2026-03-12")
    clerk.act(Act.CONSULTATION_RECEIVED)
    clerk.on("2026-03-13")
    clerk.act(Act.EXTENDED, days="20", approver="赵主任")
    clerk.issue("P05", "检索量大")
    clerk.on("2026-03-17")
    clerk.act(Act.CONSULTATION_ANSWERED, opinion="3")
    assert clerk.screen.state.text() == "办理中"


def refuse(clerk: Clerk) -> None:
    """Drafted, approved with the letter in view, issued, handed over."""
    clerk.on("2026-03-20")
    clerk.press("Ctrl+T")
    clerk.put(branch="3", outcome="4")
    clerk.fill(clerk.dialog.answer._facts, "商业秘密")
    clerk.press("Ctrl+D")
    assert clerk.dialog is None
    assert clerk.screen.answering.text() == "审批"
    clerk.press("Ctrl+T", "Ctrl+Return")
    assert clerk.screen.answering.text() == "签发"
    clerk.press("Ctrl+T")
    clerk.save()
    assert clerk.hall.applications.get(clerk.number).outcome is Outcome.REFUSED_THIRD_PARTY_RIGHTS

    clerk.on("2026-03-23")
    serve(clerk)
    assert remedies(clerk) == (date(2026, 5, 22), None)  # 不予公开: reconsideration comes first (行政复议法第二十三条)


def serve(clerk: Clerk) -> None:
    clerk.press("Ctrl+D")
    clerk.put(method="1", receiver="张示例")
    clerk.save()
    assert clerk.paper_kinds()[-1] == "P14"


def remedies(clerk: Clerk) -> tuple[date | None, date | None]:
    """Return until when the applicant may ask for a reconsideration, and sue."""
    end = clerk.hall.applications.remedy_end(clerk.number)
    assert end is not None
    return (
        end.reconsideration.on if end.reconsideration is not None else None,
        end.suit.on if end.suit is not None else None,
    )


def contest(clerk: Clerk) -> None:
    """A reconsideration from its copy to its decision; the case is taken up again from it."""
    clerk.on("2026-03-30")
    clerk.press("Ctrl+7")
    clerk.press("Alt+2")
    clerk.type("1")
    clerk.put(noticed_on="3.30", application=clerk.number)
    clerk.press("Ctrl+Return")
    [dispute] = clerk.hall.disputes.rows()
    assert dispute.application == clerk.number
    clerk.press("Ctrl+Up", "Return")
    for day, act, texts in (
        ("2026-04-03", DisputeAct.DEFENDED, {}),
        ("2026-05-06", DisputeAct.DECIDED, {"result": "2", "order_days": "15"}),
        ("2026-05-08", DisputeAct.SERVED, {}),
    ):
        clerk.on(day)
        clerk.press("Ctrl+R")
        clerk.dialog.acts.choose(lambda row, act=act: row.act is act)
        clerk.press("Return")
        clerk.put(**texts)
        clerk.save()
    assert clerk.hall.disputes.rows()[0].result is DisputeResult.CORRECTED
    assert remedies(clerk) == (None, date(2026, 5, 25))
    clerk.press("Ctrl+J")
    clerk.type("按复议决定重新答复")
    clerk.save()
    assert clerk.screen.heading.text() == clerk.number
    assert clerk.hall.applications.get(clerk.number).state is State.IN_PROGRESS


def answer_again(clerk: Clerk) -> None:
    clerk.on("2026-05-12")
    clerk.press("Ctrl+T")
    clerk.type("1")
    clerk.put(reviewer="李审查", information="改造计划")
    clerk.save()
    serve(clerk)


def put_away(clerk: Clerk) -> None:
    clerk.on("2026-06-01")
    clerk.act(Act.ARCHIVED, place="3号柜")
    assert clerk.hall.applications.get(clerk.number).retention == "30"  # it was contested


def read_the_file(clerk: Clerk) -> None:
    whats = rows_of(clerk.screen.timeline.list, lambda line: line.what)
    assert {"告知补正", "延期", "行政复议", "重新办理", "归档"} <= set(whats)
    clerk.press("Ctrl+B")
    kind, pdf = clerk.paper.shown[-1]
    assert kind == "case_file"
    text = "".join(page.extract_text() for page in pypdf.PdfReader(BytesIO(pdf)).pages)
    papers = (
        "登记表",
        "补正告知书",
        "审查审批记录",
        "政府信息不予公开决定书",
        "送达回证",
        "行政复议",
        "办理过程",
    )
    places = [text.find(title) for title in papers]
    assert -1 not in places
    assert places == sorted(places)  # the archive's order, on the contents page
    assert "王窗口" in text
