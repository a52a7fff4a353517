"""The archive's copy of a case: all its papers in the order of the archive, in one PDF with a contents page.

Order (domain 8.3; 归档): application, receipt, papers of the procedure, approval, reply, proof of service,
reconsideration and litigation, and the course of it all.
"""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from hallclient.domain.register.application import Application
from hallclient.domain.register.dispute import Dispute
from hallclient.domain.register.issued import IssuedDocument
from hallclient.domain.register.permissions import Clerk, Permission, require
from hallclient.domain.register.records import NoSuchRecord
from hallclient.domain.register.retention import Retention
from hallclient.domain.register.steps import Act
from hallclient.services.documents import DocumentDesk
from hallclient.services.office import Office
from hallclient.storage import applications, audit, clerks, disputes, issued

if TYPE_CHECKING:
    from hallclient.documents.case_file import Paper

_RECEIPTS = ("P01", "P02")
_TO_THIRD_PARTIES = "P09"  # tells of the decision, so it stands with the reply
_SERVICE = "P14"


class CaseFileDesk:
    """Reads everything, writes nothing but who looked."""

    def __init__(self, office: Office, documents: DocumentDesk) -> None:
        self._office = office
        self._documents = documents

    def pdf(self, number: str, *, by: Clerk) -> bytes:
        """Return the case's file. It shows the persons in clear: who made it goes to the audit.

        Raises NoSuchRecord, DocumentAltered, NotPermitted.
        """
        require(by, Permission.REVEAL_PERSON)
        office, now = self._office, self._office.now()
        with office.database.writing() as tx:
            case = applications.get(tx, number)
            if case is None:
                raise NoSuchRecord(number)
            papers, suits = issued.of_record(tx, number), disputes.of_application(tx, number)
            names = {row.clerk.name: row.clerk.display_name for row in clerks.rows(tx)}
            audit.note(tx, at=now, by=by.name, action="bind_case_file", subject=number)
        from hallclient.documents.case_file import bound

        return bound(
            tuple(self._papers(case, papers, suits, names)),
            title="政府信息公开申请案卷",
            facts=tuple(_facts(case, office.agency.name, suits)),
            footer=f"{office.agency.name}　{by.display_name}　{now:%Y-%m-%d %H:%M} 制作",
            practice=office.practice,
        )

    def _papers(
        self, case: Application, papers: list[IssuedDocument], suits: list[Dispute], names: dict[str, str]
    ) -> Iterator["Paper"]:
        from hallclient.documents import case_sheets
        from hallclient.documents.case_file import Paper

        agency, practice = self._office.agency.name, self._office.practice

        def own(title: str, draw: Callable[..., bytes | None], on: str = "", **more: object) -> Iterator[Paper]:
            pdf = draw(case, agency=agency, practice=practice, **more)
            if pdf is not None:
                yield Paper(title=title, pdf=pdf, number=case.number, on=on)

        def of(wanted: Callable[[str], bool]) -> Iterator[Paper]:
            replaced = {
                step.details.get("replaces"): step.details.get("number", "")
                for step in case.steps
                if step.act is Act.REPLY_CORRECTED
            }
            for paper in papers:
                if wanted(paper.kind):
                    instead = replaced.get(paper.number)
                    remark = "作废" if paper.voided else f"已由{instead}更正" if instead else ""
                    yield Paper(
                        title=paper.title,
                        pdf=self._documents.stored(paper.id),
                        number=paper.number,
                        on=paper.issued_on.isoformat(),
                        remark=remark,
                    )

        yield from own("政府信息公开申请登记表", case_sheets.registration, case.arrived_on.isoformat())
        yield from of(lambda kind: kind in _RECEIPTS)
        yield from of(lambda kind: kind[0] == "P" and kind not in (*_RECEIPTS, _TO_THIRD_PARTIES, _SERVICE))
        yield from own("审查审批记录", case_sheets.deciding, names=names)
        yield from of(lambda kind: kind[0] == "A" or kind == _TO_THIRD_PARTIES)
        yield from of(lambda kind: kind == _SERVICE)
        yield from own("文书送达记录", case_sheets.service, names=names)
        for suit in suits:
            pdf = case_sheets.dispute(suit, agency=agency, practice=practice)
            yield Paper(title=suit.kind.label, pdf=pdf, number=suit.number, on=suit.filed_on.isoformat())
        yield from own("办理过程", case_sheets.course, names=names)


def _facts(case: Application, agency: str, suits: list[Dispute]) -> Iterator[tuple[str, str]]:
    yield "立卷单位", agency
    yield "申请编号", case.number
    yield "申请人", case.applicant.name
    yield "申请内容", case.subject
    if case.received_on:
        yield "收到日期", case.received_on.isoformat()
    if case.closed_on and case.outcome:
        yield "办理结果", f"{case.outcome.label}（{case.closed_on.isoformat()}）"
    if suits:
        yield "复议诉讼", f"{len(suits)}件"
    kept = Retention.read(case.retention)
    yield "保管期限", kept.label if kept is not None else "尚未归档"
