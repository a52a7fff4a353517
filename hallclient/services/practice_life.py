"""Which cases does the practice store show besides the morning's? One in each stage a trainee has to recognise."""

from collections.abc import Callable
from datetime import date
from typing import Any, Protocol

from hallclient.domain.outcomes import Outcome
from hallclient.domain.register.application import Application
from hallclient.domain.register.dispute import DisputeDraft
from hallclient.domain.register.dispute_acts import DisputeAct, DisputeStep
from hallclient.domain.register.issued import IssuedDocument, PrintState
from hallclient.domain.register.items import Item, as_text
from hallclient.domain.register.kinds import ApplicationChannel, DisputeKind, DisputeResult
from hallclient.domain.register.life_terms import ReopenGround, ServiceMethod
from hallclient.domain.register.permissions import Clerk
from hallclient.domain.register.retention import Retention
from hallclient.domain.register.steps import Act, Step
from hallclient.services.applications import ApplicationDesk, OnTheSpot
from hallclient.services.disputes import DisputesDesk
from hallclient.services.documents import DocumentDesk

PRINTER = "练习打印机"
Happens = Callable[[date], None]
Day = tuple[int, Happens]  # how many working days ago, and what happened

_DISCLOSED = OnTheSpot(
    outcome=Outcome.GRANTED,
    document="A01",
    facts={"information": "《示例市2025年公共停车场建设计划》", "pages": 12},
    reviewer="练习负责人",
)
_REFUSED = OnTheSpot(outcome=Outcome.REFUSED_PROCESS_INFORMATION, document="A04-6", facts={"process_matter": "minutes"})
_PETITION = OnTheSpot(outcome=Outcome.DECLINED_PETITION, document="A10", facts={"matter": "complaint"})
_SEARCH = {"scope": "档案室和办公系统", "keywords": "运营 采购合同", "person": "练习窗口"}


class Desks(Protocol):
    """The desks these cases go through, as ``wiring`` builds them."""

    clerk: Clerk
    applications: ApplicationDesk
    documents: DocumentDesk
    disputes: DisputesDesk


class Lives:
    """Each method of ``days`` tells one day of one case; the cases are kept by name between them."""

    def __init__(self, hall: Desks, register: Callable[[ApplicationChannel], Application]) -> None:
        self._hall, self._register = hall, register
        self._cases: dict[str, Application] = {}
        self._letters: dict[str, IssuedDocument] = {}
        self._disputes: dict[str, str] = {}

    def days(self, before: Callable[[int], date]) -> tuple[Day, ...]:
        """Return what happens on which day; ``before(n)`` is the day n working days ago."""
        return (
            # refused, contested, corrected by the reconsideration body, dealt with again
            (25, lambda day: self._new("contested")),
            (23, lambda day: self._reply("contested", _REFUSED)),
            (22, lambda day: self._serve("contested", ServiceMethod.DIRECT)),
            (18, lambda day: self._dispute("contested", day)),
            (12, lambda day: self._in_dispute("contested", DisputeAct.DEFENDED, day)),
            (7, lambda day: self._in_dispute("contested", DisputeAct.DECIDED, day, corrected=True)),
            (6, lambda day: self._in_dispute("contested", DisputeAct.SERVED, day)),
            (5, lambda day: self._reopen("contested")),
            # disclosed, posted, served, filed away
            (24, lambda day: self._new("filed")),
            (21, lambda day: self._reply("filed", _DISCLOSED)),
            (21, lambda day: self._send("filed")),
            (19, lambda day: self._serve("filed", ServiceMethod.EMS)),
            (11, lambda day: self._archive("filed")),
            # a letter that never arrived, and one that came back
            (17, lambda day: self._new("lost")),
            (15, lambda day: self._reply("lost", _DISCLOSED)),
            (14, lambda day: self._send("lost")),
            (16, lambda day: self._new("returned")),
            (13, lambda day: self._reply("returned", _PETITION)),
            (13, lambda day: self._send("returned")),
            (4, lambda day: self._come_back("returned")),
            (3, lambda day: self._dispute("returned", day)),
            # a correction nobody made
            (16, lambda day: self._new("lapsed")),
            (15, lambda day: self._step("lapsed", Act.CORRECTION_REQUESTED, day, until=before(4).isoformat())),
            # a fee that waits for its payment
            (9, lambda day: self._new("charged")),
            (7, lambda day: self._charge("charged", day)),
            # two pieces of information; a sensitive case; a draft; one that nobody has begun
            (10, lambda day: self._new("listed")),
            (9, lambda day: self._list("listed", day)),
            (8, lambda day: self._new("sensitive")),
            (6, lambda day: self._escalate("sensitive", day)),
            (7, lambda day: self._new("drafted")),
            (1, lambda day: self._draft("drafted")),
            (6, lambda day: self._new("untouched")),
        )

    def _new(self, name: str) -> None:
        self._cases[name] = self._register(ApplicationChannel.IN_PERSON)

    def _where(self, name: str) -> dict[str, Any]:
        return {"by": self._hall.clerk, "version": self._cases[name].version}

    def _step(self, name: str, act: Act, day: date, *, reason: str = "", **details: str) -> None:
        step = Step(act=act, on=day, reason=reason, details=details)
        self._cases[name] = self._hall.applications.record(self._cases[name].number, step, **self._where(name))

    def _reply(self, name: str, answer: OnTheSpot) -> None:
        done = self._hall.applications.answer(self._cases[name].number, answer, **self._where(name))
        self._cases[name], self._letters[name] = done.application, done.documents[0]
        self._print(done.documents[0])

    def _draft(self, name: str) -> None:
        self._cases[name] = self._hall.applications.draft_reply(self._cases[name].number, _REFUSED, **self._where(name))

    def _send(self, name: str) -> None:
        self._cases[name] = self._hall.applications.send(
            self._letters[name].id, method=ServiceMethod.EMS, tracking="1099000000001", **self._where(name)
        )

    def _serve(self, name: str, method: ServiceMethod) -> None:
        done = self._hall.applications.serve(self._letters[name].id, method=method, **self._where(name))
        self._cases[name] = done.application
        self._print(*done.documents)

    def _come_back(self, name: str) -> None:
        self._cases[name] = self._hall.applications.undelivered(
            self._letters[name].id, reason="收件人地址不详，邮局退回", **self._where(name)
        )

    def _reopen(self, name: str) -> None:
        self._cases[name] = self._hall.applications.reopen(
            self._cases[name].number,
            ground=ReopenGround.RECONSIDERATION,
            order="示府复〔2026〕18号",
            reason="行政复议决定责令重新答复",
            **self._where(name),
        )

    def _archive(self, name: str) -> None:
        self._cases[name] = self._hall.applications.archive(
            self._cases[name].number, retention=Retention.TEN_YEARS, place="1号柜3层", **self._where(name)
        )

    def _charge(self, name: str, day: date) -> None:
        desk = self._hall.applications
        fee = desk.propose_fee(self._cases[name].number, "pages", 60)
        self._cases[name] = desk.decide_fee(fee, **self._where(name))
        notice = self._hall.documents.issue(
            "P12",
            application=self._cases[name].number,
            facts={"payment_method": "大厅收费窗口"},
            by=self._hall.clerk,
        )
        self._print(notice)
        self._step(name, Act.FEE_NOTIFIED, day, yuan=fee.facts()["yuan"])

    def _list(self, name: str, day: date) -> None:
        items = (Item("采购合同文本"), Item("评审专家名单"))
        self._step(name, Act.ITEMISED, day, items=as_text(items))
        self._step(name, Act.SEARCHED, day, **_SEARCH)

    def _escalate(self, name: str, day: date) -> None:
        self._step(name, Act.ESCALATED, day, reason="涉及多个部门，社会关注", superior="练习局长")

    def _dispute(self, name: str, day: date) -> None:
        draft = DisputeDraft(
            kind=DisputeKind.RECONSIDERATION,
            filed_on=day,
            application=self._cases[name].number,
            body="示例市人民政府",
        )
        noticed = DisputeStep(act=DisputeAct.NOTICED, on=day)
        self._disputes[name] = self._hall.disputes.record(draft, acts=(noticed,), by=self._hall.clerk).number

    def _in_dispute(self, name: str, act: DisputeAct, day: date, *, corrected: bool = False) -> None:
        number = self._disputes[name]
        step = DisputeStep(
            act=act,
            on=day,
            result=DisputeResult.CORRECTED if corrected else None,
            order_days=20 if corrected else None,
        )
        version = self._hall.disputes.get(number).version
        self._hall.disputes.record_act(number, step, version=version, by=self._hall.clerk)

    def _print(self, *papers: IssuedDocument) -> None:
        for paper in papers:
            self._hall.documents.printed(paper.id, printer=PRINTER, state=PrintState.SENT, by=self._hall.clerk)
