"""Is every act permitted by name, kept in the audit, and guarded by its row's version? One table of all that write."""

import ast
import base64
import copy
import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from hallclient import services
from hallclient.domain.figures.day_sheet import DaySheet
from hallclient.domain.outcomes import Outcome
from hallclient.domain.refusal import Refusal
from hallclient.domain.register.application import Application, ApplicationDraft
from hallclient.domain.register.counter import Counter, CounterDraft, CounterEntry
from hallclient.domain.register.dispute import Dispute, DisputeDraft
from hallclient.domain.register.dispute_acts import DisputeAct, DisputeStep
from hallclient.domain.register.enquiry import Enquiry, EnquiryDraft
from hallclient.domain.register.history import ImportKind
from hallclient.domain.register.issued import IssuedDocument, PrintState
from hallclient.domain.register.kinds import (
    ApplicantKind,
    ApplicationChannel,
    DeliveryMethod,
    DisputeKind,
    DisputeResult,
    EnquiryKind,
    Handling,
    ProvisionForm,
)
from hallclient.domain.register.life_terms import ReopenGround, ServiceMethod
from hallclient.domain.register.people import Applicant
from hallclient.domain.register.permissions import GRANTS, Clerk, NotPermitted, Permission, Role
from hallclient.domain.register.records import RecordKind
from hallclient.domain.register.reference_text import ReferenceKind
from hallclient.domain.register.retention import Retention
from hallclient.domain.register.steps import Act, Step
from hallclient.domain.register.supervision import (
    Assessment,
    AssessmentDraft,
    AssessmentKind,
    Training,
    TrainingDraft,
    TrainingKind,
)
from hallclient.domain.register.wordings import WordingDraft, WordingParagraph, WordingVersion
from hallclient.exports.annual_docx import TEMPLATE
from hallclient.foundation.spool import Hitch
from hallclient.hub import admin, rulings
from hallclient.hub.rulings import HubNotLocked
from hallclient.services.applications import ApplicationDesk, OnTheSpot
from hallclient.services.hub_address import HubAddressDesk
from hallclient.services.hub_door import HubAccess
from hallclient.services.hub_office import HubOfficeDesk
from hallclient.storage.database import Database
from hallclient.storage.reports import Edition
from hallclient.wiring import Hall
from tests.hall import AGENCY, Clock, Stores, open_hall
from tests.print_systems import COMPLETED, PRINTING, Memory
from tests.services.import_files import APPLICATION, csv_of

TODAY, YESTERDAY = date(2026, 3, 3), date(2026, 3, 2)
GIVEN = OnTheSpot(outcome=Outcome.GRANTED, document="A01", facts={"information": "计划", "pages": 2}, reviewer="赵主任")


class World:
    """A hall in which there is something to do for every act. Numbers and versions of what stands in it."""

    enquiry: Enquiry
    matter: Enquiry
    referred: Enquiry
    case: Application
    waiting: Application
    drafted: Application
    answered: Application
    letter: IssuedDocument
    under_way: IssuedDocument
    paper: IssuedDocument
    corrected: str
    issued: int
    failed: int
    sent: int
    dispute: Dispute
    noticed: Dispute
    count: CounterEntry
    li: Clerk
    sheet: DaySheet
    coming: WordingVersion
    training: Training
    assessment: Assessment
    edition: Edition

    def __init__(self, hall: Hall, clock: Clock, folder: Path) -> None:
        self.hall, self.folder = hall, folder
        boss = hall.clerk
        self.enquiry = hall.reception.register(_enquiry(), by=boss)
        hall.closing.close(YESTERDAY, by=boss)
        clock.set(datetime(2026, 3, 3, 9, 0))
        self.matter = hall.reception.register(_enquiry(), by=boss)
        referred = replace(_enquiry(), handling=Handling.REFERRED, refer_to="市住建局")
        self.referred = hall.reception.register(referred, by=boss)
        registered = hall.applications.register(_application("甲事项"), by=boss)
        self.case, self.paper = registered.application, registered.documents[0]
        post = _application("乙事项", channel=ApplicationChannel.ONLINE)
        self.waiting = hall.applications.register(post, by=boss).application
        self.corrected = hall.applications.register(_application("戊事项"), by=boss).application.number
        hall.applications.record(self.corrected, _correction(), version=1, by=boss)
        drafted = hall.applications.register(_application("己事项"), by=boss).application
        self.drafted = hall.applications.draft_reply(drafted.number, GIVEN, version=1, by=boss)
        answered = hall.applications.register(_application("庚事项"), by=boss, answer=GIVEN)
        self.under_way, self.letter = answered.documents
        self.answered = hall.applications.send(
            self.under_way.id, method=ServiceMethod.EMS, tracking="1", version=1, by=boss
        )
        self.issued = hall.documents.issue("P14", application=self.case.number, facts=_COVER, by=boss).id
        self.failed, self.sent = self._queued()
        self.dispute = hall.disputes.record(_dispute(), by=boss)
        self.noticed = hall.disputes.record(_dispute(), acts=[_NOTICED], by=boss)
        self.count = hall.counters.enter(_count(), by=boss)
        self.li = Clerk(name="li", display_name="李窗口", roles=frozenset({Role.CLERK}))
        hall.clerks.add(self.li, password="one-window-2026", by=boss)
        hall.drafts.save("d1", "enquiry", {}, title="咨询", by=boss)
        self._tell_the_year(hall)
        self.sheet = hall.closing.sheet(YESTERDAY)
        self.coming = hall.wording.publish(
            _reworded(self, "A02"), effective_from=date(2026, 4, 1), reason="规范用语", by=boss
        )

    def _queued(self) -> tuple[int, int]:
        """Leave a failed, a printing and a waiting print in the queue; return the first two."""
        queue, boss = self.hall.print_queue, self.hall.clerk
        papers = [
            self.hall.documents.issue("P14", application=self.case.number, facts=_COVER, by=boss) for _ in range(3)
        ]
        failed, sent, _waiting = queue.enqueue([paper.id for paper in papers], printers={}, by=boss)
        queue.spooler = self.spooler = Memory()
        self.spooler.refuses = Hitch.NO_PRINTER
        queue.send_next(by=boss)
        self.spooler.refuses, self.spooler.after = None, PRINTING
        queue.send_next(by=boss)
        for job in self.spooler.reports:
            self.spooler.reports[job] = COMPLETED
        return failed.id, sent.id

    def register_file(self) -> Path:
        return csv_of(self.folder / "a.csv", [APPLICATION])

    def calendar_file(self) -> Path:
        row = {"year": "2026", "source": "国务院办公厅", "off": _OFF, "work": _WORK}
        return csv_of(self.folder / "c.csv", [row])

    def _tell_the_year(self, hall: Hall) -> None:
        by = hall.clerk
        hall.supervision.record_training(_training(), by=by)
        hall.supervision.record_assessment(_assessment(), by=by)
        [self.training] = hall.supervision.trainings(YESTERDAY, YESTERDAY)
        [self.assessment] = hall.supervision.assessments(YESTERDAY, YESTERDAY)
        self.edition = hall.reports.publish(2024, by=by)


_OFF = "2026-01-01~2026-01-03;2026-02-15~2026-02-23;2026-04-04~2026-04-06;2026-05-01~2026-05-05;2026-06-19~2026-06-21;"
_OFF += "2026-09-25~2026-09-27;2026-10-01~2026-10-07"
_WORK = "2026-01-04;2026-02-14;2026-02-28;2026-05-09;2026-09-20;2026-10-10"


def _enquiry() -> EnquiryDraft:
    return EnquiryDraft(kind=EnquiryKind.COMPLAINT, content="反映", name="张某", phone="13800001234")


def _application(subject: str, *, channel: ApplicationChannel = ApplicationChannel.IN_PERSON) -> ApplicationDraft:
    person = Applicant(kind=ApplicantKind.NATURAL_PERSON, name="张某", phone="13800001234", address="某路1号")
    return ApplicationDraft(
        channel=channel,
        applicant=person,
        subject=subject,
        arrived_on=TODAY,
        form=ProvisionForm.PAPER,
        delivery=DeliveryMethod.COLLECT,
        accept_incomplete=True,
    )


def _dispute() -> DisputeDraft:
    return DisputeDraft(kind=DisputeKind.RECONSIDERATION, filed_on=TODAY)


def _count() -> CounterDraft:
    return CounterDraft(on=TODAY, counter=Counter.MEDIA_ITEMS, count=Decimal(3))


Does = Callable[[World, Clerk], object]


@dataclass(frozen=True)
class Deed:
    """One thing a clerk can do that writes: who may, how it is done, and how with a version that is out of date."""

    permission: Permission
    does: Does
    stale: Does | None = None


P = Permission
DEEDS: dict[str, Deed] = {
    "ReceptionDesk.register": Deed(P.REGISTER_ENQUIRY, lambda w, by: w.hall.reception.register(_enquiry(), by=by)),
    "ReceptionDesk.undo_last": Deed(P.UNDO_ENQUIRY, lambda w, by: w.hall.reception.undo_last(by=_as(w, by))),
    "ReceptionDesk.void": Deed(P.VOID_NUMBER, lambda w, by: _wrong(w, by), lambda w, by: _wrong(w, by, 1)),
    "ReceptionDesk.amend": Deed(
        P.REGISTER_ENQUIRY,
        lambda w, by: w.hall.reception.amend(w.matter.number, _enquiry(), version=w.matter.version, by=by),
        lambda w, by: w.hall.reception.amend(w.matter.number, _enquiry(), version=w.matter.version + 1, by=by),
    ),
    "ReceptionDesk.close": Deed(
        P.REGISTER_ENQUIRY,
        lambda w, by: w.hall.reception.close(w.referred.number, on=TODAY, version=w.referred.version, by=by),
        lambda w, by: w.hall.reception.close(w.referred.number, on=TODAY, version=w.referred.version + 1, by=by),
    ),
    "ReceptionDesk.rate": Deed(P.REGISTER_ENQUIRY, lambda w, by: _rate(w, by), lambda w, by: _rate(w, by, 1)),
    "ReceptionDesk.reveal": Deed(
        P.REVEAL_PERSON, lambda w, by: w.hall.reception.reveal(w.matter.number, reason="核对", by=by)
    ),
    "ReceptionDesk.confirm_clock": Deed(P.CONFIRM_CLOCK, lambda w, by: w.hall.reception.confirm_clock(by=by)),
    "ReceptionDesk.accept_clock": Deed(
        P.CONFIRM_CLOCK, lambda w, by: w.hall.reception.accept_clock(datetime(2026, 3, 1), by=by)
    ),
    "ApplicationDesk.register": Deed(
        P.REGISTER_APPLICATION, lambda w, by: w.hall.applications.register(_application("丙"), by=by)
    ),
    "ApplicationDesk.confirm_receipt": Deed(
        P.RECORD_STEP,
        lambda w, by: w.hall.applications.confirm_receipt(w.waiting.number, on=TODAY, version=w.waiting.version, by=by),
        lambda w, by: w.hall.applications.confirm_receipt(
            w.waiting.number, on=TODAY, version=w.waiting.version + 1, by=by
        ),
    ),
    "ApplicationDesk.record": Deed(
        P.RECORD_STEP,
        lambda w, by: w.hall.applications.record(w.case.number, _correction(), version=w.case.version, by=by),
        lambda w, by: w.hall.applications.record(w.case.number, _correction(), version=w.case.version + 1, by=by),
    ),
    "ApplicationDesk.answer": Deed(
        P.RECORD_OUTCOME,
        lambda w, by: w.hall.applications.answer(w.case.number, GIVEN, version=w.case.version, by=by),
        lambda w, by: w.hall.applications.answer(w.case.number, GIVEN, version=w.case.version + 1, by=by),
    ),
    "ApplicationDesk.draft_reply": Deed(P.RECORD_STEP, lambda w, by: _draft(w, by), lambda w, by: _draft(w, by, 1)),
    "ApplicationDesk.approve": Deed(P.APPROVE_REPLY, lambda w, by: _approve(w, by), lambda w, by: _approve(w, by, 1)),
    "ApplicationDesk.return_draft": Deed(
        P.APPROVE_REPLY, lambda w, by: _return(w, by), lambda w, by: _return(w, by, 1)
    ),
    "ApplicationDesk.correct_reply": Deed(
        P.APPROVE_REPLY, lambda w, by: _correct(w, by), lambda w, by: _correct(w, by, 1)
    ),
    "ApplicationDesk.reopen": Deed(P.APPROVE_REPLY, lambda w, by: _reopen(w, by), lambda w, by: _reopen(w, by, 1)),
    "ApplicationDesk.decide_fee": Deed(P.DECIDE_FEE, lambda w, by: _charge(w, by), lambda w, by: _charge(w, by, 1)),
    "ApplicationDesk.send": Deed(P.RECORD_STEP, lambda w, by: _send(w, by), lambda w, by: _send(w, by, 1)),
    "ApplicationDesk.serve": Deed(P.RECORD_STEP, lambda w, by: _serve(w, by), lambda w, by: _serve(w, by, 1)),
    "ApplicationDesk.undelivered": Deed(P.RECORD_STEP, lambda w, by: _back(w, by), lambda w, by: _back(w, by, 1)),
    "ApplicationDesk.archive": Deed(P.RECORD_STEP, lambda w, by: _archive(w, by), lambda w, by: _archive(w, by, 1)),
    "ApplicationDesk.undo_last_step": Deed(P.RECORD_STEP, lambda w, by: _undo(w, by), lambda w, by: _undo(w, by, 1)),
    "ApplicationDesk.void": Deed(P.VOID_NUMBER, lambda w, by: _void(w, by), lambda w, by: _void(w, by, 1)),
    "ApplicationDesk.amend": Deed(
        P.REGISTER_APPLICATION,
        lambda w, by: w.hall.applications.amend(w.case.number, _application("丁"), version=w.case.version, by=by),
        lambda w, by: w.hall.applications.amend(w.case.number, _application("丁"), version=w.case.version + 1, by=by),
    ),
    "ApplicationDesk.recalculate_open": Deed(
        P.IMPORT_CALENDAR, lambda w, by: w.hall.applications.recalculate_open(by=by)
    ),
    "ApplicationDesk.reveal": Deed(
        P.REVEAL_PERSON, lambda w, by: w.hall.applications.reveal(w.case.number, reason="核对", by=by)
    ),
    "DocumentDesk.issue": Deed(
        P.ISSUE_DOCUMENT, lambda w, by: w.hall.documents.issue("P14", application=w.case.number, facts=_COVER, by=by)
    ),
    "DocumentDesk.printed": Deed(
        P.ISSUE_DOCUMENT,
        lambda w, by: w.hall.documents.printed(w.paper.id, printer="一号", state=PrintState.SENT, by=by),
    ),
    "DocumentDesk.void": Deed(P.VOID_NUMBER, lambda w, by: _void_paper(w, by), lambda w, by: _void_paper(w, by, 1)),
    "PrintQueueDesk.enqueue": Deed(
        P.ISSUE_DOCUMENT, lambda w, by: w.hall.print_queue.enqueue([w.issued], printers={}, by=by)
    ),
    "PrintQueueDesk.send_next": Deed(P.ISSUE_DOCUMENT, lambda w, by: w.hall.print_queue.send_next(by=by)),
    "PrintQueueDesk.follow": Deed(P.ISSUE_DOCUMENT, lambda w, by: w.hall.print_queue.follow(by=by)),
    "PrintQueueDesk.recover": Deed(P.ISSUE_DOCUMENT, lambda w, by: w.hall.print_queue.recover(by=by)),
    "PrintQueueDesk.retry": Deed(P.ISSUE_DOCUMENT, lambda w, by: w.hall.print_queue.retry(w.failed, by=by)),
    "PrintQueueDesk.came_out": Deed(P.ISSUE_DOCUMENT, lambda w, by: w.hall.print_queue.came_out(w.failed, by=by)),
    "PrintQueueDesk.did_not": Deed(P.ISSUE_DOCUMENT, lambda w, by: w.hall.print_queue.did_not(w.sent, by=by)),
    "PrintQueueDesk.saved": Deed(
        P.ISSUE_DOCUMENT,
        lambda w, by: w.hall.print_queue.saved(w.hall.print_queue.rows()[0].document_id, by=by),
    ),
    "PrintQueueDesk.remove": Deed(
        P.ISSUE_DOCUMENT, lambda w, by: w.hall.print_queue.remove(w.failed, reason="误", by=by)
    ),
    "ClosingDesk.close": Deed(P.CLOSE_DAY, lambda w, by: w.hall.closing.close(TODAY, by=by)),
    "ClosingDesk.adjust": Deed(
        P.ADJUST_CLOSED_DAY, lambda w, by: w.hall.closing.adjust(YESTERDAY, "enquiries.visits", 1, "漏记", by=by)
    ),
    "ClosingDesk.export": Deed(
        P.INTERIM_SHEET, lambda w, by: w.hall.closing.export(w.sheet, w.folder / "s.csv", by=by)
    ),
    "FiguresDesk.export_tally": Deed(
        P.EXPORT_FIGURES,
        lambda w, by: w.hall.figures.export_tally(
            w.hall.figures.tally(YESTERDAY, YESTERDAY), w.folder / "t.csv", by=by
        ),
    ),
    "FiguresDesk.export_annual": Deed(
        P.EXPORT_FIGURES,
        lambda w, by: w.hall.figures.export_annual(w.hall.figures.national(2026), w.folder / "n.json", by=by),
    ),
    "ReportDesk.write": Deed(
        P.WRITE_REPORT,
        lambda w, by: w.hall.reports.write(2026, "problems", "无", version=0, by=by),
        lambda w, by: w.hall.reports.write(2026, "problems", "无", version=7, by=by),
    ),
    "ReportDesk.publish": Deed(P.PUBLISH_REPORT, lambda w, by: w.hall.reports.publish(2023, by=by)),
    "AnalysisSheets.export": Deed(
        P.EXPORT_FIGURES,
        lambda w, by: w.hall.analysis_sheets.export(
            w.hall.analysis.of_period(date(2026, 1, 1), date(2026, 12, 31), by=w.hall.clerk),
            w.folder / "analysis.xlsx",
            by=by,
        ),
    ),
    "ReportDesk.reprint": Deed(P.EXPORT_FIGURES, lambda w, by: w.hall.reports.reprint(w.edition, ".json", by=by)),
    "SupervisionDesk.record_training": Deed(
        P.ENTER_COUNTER, lambda w, by: w.hall.supervision.record_training(_training(), by=by)
    ),
    "SupervisionDesk.record_assessment": Deed(
        P.WRITE_REPORT, lambda w, by: w.hall.supervision.record_assessment(_assessment(), by=by)
    ),
    "SupervisionDesk.change_training": Deed(
        P.ENTER_COUNTER,
        lambda w, by: w.hall.supervision.change_training(w.training.id, _training(), version=1, by=by),
        lambda w, by: w.hall.supervision.change_training(w.training.id, _training(), version=2, by=by),
    ),
    "SupervisionDesk.change_assessment": Deed(
        P.WRITE_REPORT,
        lambda w, by: w.hall.supervision.change_assessment(w.assessment.id, _assessment(), version=1, by=by),
        lambda w, by: w.hall.supervision.change_assessment(w.assessment.id, _assessment(), version=2, by=by),
    ),
    "SupervisionDesk.withdraw_training": Deed(
        P.ENTER_COUNTER, lambda w, by: w.hall.supervision.withdraw_training(w.training, "误", by=by)
    ),
    "SupervisionDesk.withdraw_assessment": Deed(
        P.WRITE_REPORT, lambda w, by: w.hall.supervision.withdraw_assessment(w.assessment, "误", by=by)
    ),
    "CaseFileDesk.pdf": Deed(P.REVEAL_PERSON, lambda w, by: w.hall.case_file.pdf(w.answered.number, by=by)),
    "CountersDesk.enter": Deed(P.ENTER_COUNTER, lambda w, by: w.hall.counters.enter(_count(), by=by)),
    "CountersDesk.withdraw": Deed(P.ENTER_COUNTER, lambda w, by: w.hall.counters.withdraw(w.count.id, "误", by=by)),
    "DisputesDesk.record": Deed(P.RECORD_DISPUTE, lambda w, by: w.hall.disputes.record(_dispute(), by=by)),
    "DisputesDesk.record_act": Deed(
        P.RECORD_DISPUTE,
        lambda w, by: w.hall.disputes.record_act(w.dispute.number, _NOTICED, version=w.dispute.version, by=by),
        lambda w, by: w.hall.disputes.record_act(w.dispute.number, _NOTICED, version=w.dispute.version + 1, by=by),
    ),
    "DisputesDesk.undo_act": Deed(
        P.RECORD_DISPUTE,
        lambda w, by: w.hall.disputes.undo_act(w.noticed.number, reason="误", version=w.noticed.version, by=by),
        lambda w, by: w.hall.disputes.undo_act(w.noticed.number, reason="误", version=w.noticed.version + 1, by=by),
    ),
    "DisputesDesk.change": Deed(
        P.RECORD_DISPUTE,
        lambda w, by: w.hall.disputes.decide(w.dispute.number, version=w.dispute.version, by=by, **_UPHELD),
        lambda w, by: w.hall.disputes.decide(w.dispute.number, version=w.dispute.version + 1, by=by, **_UPHELD),
    ),
    "ReferenceTextsDesk.publish": Deed(
        P.EDIT_REFERENCE_TEXT,
        lambda w, by: w.hall.reference_texts.publish(ReferenceKind.FLOW, base=0, by=by, **_flow(w)),
        lambda w, by: w.hall.reference_texts.publish(ReferenceKind.FLOW, base=1, by=by, **_flow(w)),
    ),
    "ImportDesk.commit": Deed(
        P.IMPORT_REGISTER, lambda w, by: w.hall.imports.commit(ImportKind.APPLICATIONS, w.register_file(), by=by)
    ),
    "ImportDesk.commit calendar": Deed(
        P.IMPORT_CALENDAR, lambda w, by: w.hall.imports.commit(ImportKind.CALENDAR, w.calendar_file(), by=by)
    ),
    "ClerksDesk.add": Deed(
        P.MANAGE_CLERKS,
        lambda w, by: w.hall.clerks.add(replace(w.li, name="zhou"), password="two-windows-2026", by=by),
    ),
    "ClerksDesk.change": Deed(
        P.MANAGE_CLERKS,
        lambda w, by: w.hall.clerks.change(replace(w.li, display_name="李某"), active=True, version=1, by=by),
        lambda w, by: w.hall.clerks.change(replace(w.li, display_name="李某"), active=True, version=2, by=by),
    ),
    "ClerksDesk.set_password": Deed(
        P.MANAGE_CLERKS, lambda w, by: w.hall.clerks.set_password(w.li.name, "three-windows-2026", by=by)
    ),
    "SettingsDesk.change_agency": Deed(
        P.CHANGE_SETTINGS,
        lambda w, by: w.hall.settings.change_agency(replace(AGENCY, phone="0755-1"), before=AGENCY, by=by),
        lambda w, by: w.hall.settings.change_agency(
            replace(AGENCY, phone="0755-1"), before=replace(AGENCY, phone="0755-2"), by=by
        ),
    ),
    "SettingsDesk.change_word_template": Deed(
        P.CHANGE_SETTINGS, lambda w, by: w.hall.settings.change_word_template(TEMPLATE, by=by)
    ),
    "SettingsDesk.change_backup_folder": Deed(
        P.CHANGE_SETTINGS, lambda w, by: w.hall.settings.change_backup_folder(w.folder / "kept", by=by)
    ),
    "WordingDesk.publish": Deed(
        P.EDIT_WORDING,
        lambda w, by: w.hall.wording.publish(_reworded(w), effective_from=TODAY, reason="规范用语", by=by),
        lambda w, by: w.hall.wording.publish(
            replace(_reworded(w), newest="A06-0"), effective_from=TODAY, reason="规范用语", by=by
        ),
    ),
    "WordingDesk.withdraw": Deed(
        P.EDIT_WORDING, lambda w, by: w.hall.wording.withdraw("A02", w.coming.version, reason="误", by=by)
    ),
    "BackupDesk.back_up": Deed(P.BACK_UP, lambda w, by: w.hall.backup.back_up(w.folder / "b.hallbackup", by=by)),
    "BackupDesk.verify": Deed(P.BACK_UP, lambda w, by: w.hall.backup.verify(by=by)),
    "BackupDesk.lift_fence": Deed(P.RESTORE_FENCE, lambda w, by: w.hall.backup.lift_fence({}, by=by)),
    "BackupDesk.export": Deed(P.EXPORT_FIGURES, lambda w, by: w.hall.backup.export(w.folder / "x.zip", by=by)),
}
DEEDS |= {
    "SyncDesk.push": Deed(P.SEND_PACKETS, lambda w, by: w.hall.sending.push(door=_hub(w).door(), by=by)),
    "SyncDesk.retry": Deed(P.SEND_PACKETS, lambda w, by: w.hall.sending.retry(1, by=by)),
    "SyncDesk.sealed": Deed(P.SEND_PACKETS, lambda w, by: w.hall.sending.sealed(1, by=by)),
    "SyncDesk.public_key": Deed(P.SEND_PACKETS, lambda w, by: w.hall.sending.public_key(by=by)),
    "SyncDesk.renew": Deed(P.ADJUST_CLOSED_DAY, lambda w, by: w.hall.sending.renew(YESTERDAY, reason="恢复", by=by)),
    "SyncDesk.read_receipts": Deed(P.SEND_PACKETS, lambda w, by: w.hall.sending.read_receipts(w.folder, by=by)),
    "SyncDesk.refresh_echo": Deed(
        P.SEND_PACKETS, lambda w, by: w.hall.sending.refresh_echo(door=_hub(w).door(), by=by)
    ),
    "SyncDesk.highest_numbers": Deed(
        P.RESTORE_FENCE, lambda w, by: w.hall.sending.highest_numbers(door=_hub(w).door(), by=by)
    ),
    "HubAddressDesk.change": Deed(
        P.CHANGE_SETTINGS, lambda w, by: _address(w).change(f"sqlite:///{w.folder / 'hub.sqlite'}", by=by)
    ),
    "HubAddressDesk.forget": Deed(P.CHANGE_SETTINGS, lambda w, by: _address(w).forget(by=by)),
    "HubOfficeDesk.init": Deed(P.ADMINISTER_HUB, lambda w, by: _office(w).init(by=by)),
    "HubOfficeDesk.enrol": Deed(
        P.ADMINISTER_HUB, lambda w, by: _office(w).enrol("SL01-W02", _OTHER_KEY, unit="局", by=by)
    ),
    "HubOfficeDesk.enrol_office": Deed(P.ADMINISTER_HUB, lambda w, by: _office(w).enrol_office("zhou", by=by)),
    "HubOfficeDesk.revoke_office": Deed(P.ADMINISTER_HUB, lambda w, by: _office(w).revoke_office("zhou", by=by)),
    "HubOfficeDesk.revoke": Deed(P.ADMINISTER_HUB, lambda w, by: _office(w).revoke("SL01-W01", by=by)),
    "HubOfficeDesk.lock": Deed(P.ADMINISTER_HUB, lambda w, by: _office(w).lock(YESTERDAY, TODAY, reason="因", by=by)),
    "HubOfficeDesk.unlock": Deed(
        P.ADMINISTER_HUB, lambda w, by: _locked(w).unlock(YESTERDAY, TODAY, reason="因", by=by)
    ),
    "HubOfficeDesk.grant_exception": Deed(
        P.ADMINISTER_HUB,
        lambda w, by: _office(w).grant_exception(
            "SL01-W01", YESTERDAY, TODAY, open_until=date(2099, 1, 1), reason="因", by=by
        ),
    ),
    "HubOfficeDesk.accept_branch": Deed(
        P.ADMINISTER_HUB, lambda w, by: _office(w).accept_branch("SL01-W01", reason="因", by=by)
    ),
    "HubOfficeDesk.withdraw_branch": Deed(
        P.ADMINISTER_HUB, lambda w, by: _branched(w).withdraw_branch("SL01-W01", reason="因", by=by)
    ),
    "HubOfficeDesk.receive_from": Deed(P.ADMINISTER_HUB, lambda w, by: _office(w).receive_from(w.folder, by=by)),
}
# How far a packet has come, and what the hub said it holds, is no register entry: that it was accepted or returned is
# noted (tests/services/test_sync.py).
ON_ITS_WAY = {"SyncDesk.push", "SyncDesk.read_receipts", "SyncDesk.refresh_echo", "SyncDesk.highest_numbers"}
HANDED_ON = {"SyncDesk.refresh_echo", "SyncDesk.highest_numbers"}  # they write in ``services/sync_restored.py``
_PUBLIC_KEY, _OTHER_KEY = (base64.b64encode(bytes(range(n, n + 32))).decode() for n in (0, 1))
_HUBS: dict[str, bytes] = {}


def _hub(world: World) -> HubAccess:
    """Return the way to a hub in a file, made once and copied, where the world's window is enrolled."""
    access, path = world.hall.sending.access, world.hall.data / "hub.sqlite"
    access.given = (f"sqlite:///{path}", "")
    if "made" not in _HUBS:
        with closing(access.hub()) as hub:
            admin.init(hub)
            admin.enrol(hub, "SL01-W01", _PUBLIC_KEY, "局", by="周主任", since=YESTERDAY)
        _HUBS["made"] = path.read_bytes()
    elif not path.exists():
        path.write_bytes(_HUBS["made"])
    return access


def _address(world: World) -> HubAddressDesk:
    assert world.hall.hub_address is not None
    return world.hall.hub_address


def _office(world: World) -> HubOfficeDesk:
    _hub(world)
    return world.hall.overseeing


def _locked(world: World) -> HubOfficeDesk:
    with closing(_hub(world).hub()) as hub:
        with suppress(HubNotLocked):  # of the walk before
            rulings.unlock_period(hub, YESTERDAY, TODAY, by="周主任", reason="因")
        rulings.lock_period(hub, YESTERDAY, TODAY, by="周主任", reason="因")
    return world.hall.overseeing


def _branched(world: World) -> HubOfficeDesk:
    with closing(_hub(world).hub()) as hub:
        rulings.accept_branch(hub, "SL01-W01", by="周主任", reason="因")
    return world.hall.overseeing


# What is no register entry: a form's unsaved text, the list of what one looked at last. Nobody is asked, nothing noted.
UNKEPT = {"DraftsDesk.save", "Finder.opened"}
# A clerk's own draft is his alone, whatever his roles; that it was thrown away is noted all the same.
ONES_OWN = {"DraftsDesk.discard"}
_COVER: dict[str, Any] = {"served_title": "登记回执", "service_method": "direct"}


def _flow(world: World) -> dict[str, Any]:
    text = world.hall.reference_texts.to_edit(ReferenceKind.FLOW)
    return {"parts": text.parts, "title": text.title, "effective_from": TODAY, "reason": "首次发布"}


_NOTICED = DisputeStep(act=DisputeAct.NOTICED, on=TODAY)
_UPHELD: dict[str, Any] = {"decided_on": TODAY, "result": DisputeResult.UPHELD}


def _reworded(world: World, code: str = "A06") -> WordingDraft:
    draft = world.hall.wording.draft(code)
    return replace(draft, paragraphs=(*draft.paragraphs, WordingParagraph(text="特此告知。")))


# With ``older`` 1 the row's version is out of date.


def _wrong(w: World, by: Clerk, older: int = 0) -> object:
    return w.hall.reception.void(w.matter.number, reason="误", version=w.matter.version + older, by=by)


def _rate(w: World, by: Clerk, older: int = 0) -> object:
    return w.hall.reception.rate(w.enquiry.number, 5, version=w.enquiry.version + older, by=by)


def _void_paper(w: World, by: Clerk, older: int = 0) -> object:
    paper = w.hall.documents.get(w.issued)
    case = w.hall.applications.get(paper.application)
    return w.hall.documents.void(paper, version=case.version + older, reason="误", by=by)


def _draft(w: World, by: Clerk, older: int = 0) -> object:
    return w.hall.applications.draft_reply(w.case.number, GIVEN, version=w.case.version + older, by=by)


def _approve(w: World, by: Clerk, older: int = 0) -> object:
    return w.hall.applications.approve(w.drafted.number, version=w.drafted.version + older, by=by)


def _return(w: World, by: Clerk, older: int = 0) -> object:
    return w.hall.applications.return_draft(w.drafted.number, reason="页数", version=w.drafted.version + older, by=by)


def _correct(w: World, by: Clerk, older: int = 0) -> object:
    return w.hall.applications.correct_reply(
        w.answered.number, w.letter.id, "A01", GIVEN.facts, reason="误", version=w.answered.version + older, by=by
    )


def _reopen(w: World, by: Clerk, older: int = 0) -> object:
    return w.hall.applications.reopen(
        w.answered.number, ground=ReopenGround.OWN_MOTION, reason="误", version=w.answered.version + older, by=by
    )


def _charge(w: World, by: Clerk, older: int = 0) -> object:
    fee = w.hall.applications.propose_fee(w.case.number, "pages", 40)
    return w.hall.applications.decide_fee(fee, version=w.case.version + older, by=by)


def _send(w: World, by: Clerk, older: int = 0) -> object:
    return w.hall.applications.send(
        w.letter.id, method=ServiceMethod.EMS, tracking="2", version=w.answered.version + older, by=by
    )


def _serve(w: World, by: Clerk, older: int = 0) -> object:
    version = w.answered.version + older
    return w.hall.applications.serve(w.letter.id, method=ServiceMethod.DIRECT, version=version, by=by)


def _back(w: World, by: Clerk, older: int = 0) -> object:
    version = w.answered.version + older
    return w.hall.applications.undelivered(w.under_way.id, reason="地址不详", version=version, by=by)


def _archive(w: World, by: Clerk, older: int = 0) -> object:
    version = w.answered.version + older
    return w.hall.applications.archive(w.answered.number, retention=Retention.TEN_YEARS, version=version, by=by)


def _undo(w: World, by: Clerk, older: int = 0) -> object:
    return w.hall.applications.undo_last_step(w.corrected, reason="误", version=2 + older, by=by)


def _void(w: World, by: Clerk, older: int = 0) -> object:
    return w.hall.applications.void(w.case.number, reason="误", version=w.case.version + older, by=by)


def _correction() -> Step:
    return Step(act=Act.CORRECTION_REQUESTED, on=TODAY)


def _training() -> TrainingDraft:
    return TrainingDraft(on=YESTERDAY, kind=TrainingKind.LEADERS, title="条例培训", attending=20)


def _assessment() -> AssessmentDraft:
    return AssessmentDraft(on=YESTERDAY, kind=AssessmentKind.ASSESSMENT, result="优秀")


def _as(world: World, by: Clerk) -> Clerk:
    # What is undone is one's own: the same name, other roles.
    return replace(by, name=world.hall.clerk.name)


@pytest.fixture(scope="module")
def stores(tmp_path_factory: pytest.TempPathFactory) -> Stores:
    return Stores(tmp_path_factory.mktemp("template"))


@pytest.fixture(scope="module")
def made(stores: Stores, tmp_path_factory: pytest.TempPathFactory) -> World:
    """A world made once and left: a published report alone takes longer than copying its store a hundred times."""
    folder, clock = tmp_path_factory.mktemp("made"), Clock()
    (folder / "out").mkdir()
    with stores.hall(folder / "store", clock) as hall:
        return World(hall, clock, folder / "out")


@pytest.fixture
def world(made: World, tmp_path: Path) -> Iterator[World]:
    yield from _copied(made, tmp_path)


@pytest.fixture(scope="module")
def untouched(made: World, tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    """A world in which everything is refused: made once."""
    yield from _copied(made, tmp_path_factory.mktemp("untouched"))


def _copied(made: World, folder: Path) -> Iterator[World]:
    shutil.copytree(made.folder.parent, folder, dirs_exist_ok=True)
    world = copy.copy(made)
    world.hall, world.folder = open_hall(folder / "store", Clock(made.hall.now())), folder / "out"
    world.spooler = world.hall.print_queue.spooler = copy.deepcopy(made.spooler)
    yield world
    world.hall.close()


def _writers() -> set[str]:
    """Return every method of a desk that opens a writing transaction, the private ones by who calls them."""
    found: set[str] = set()
    for path in sorted(Path(services.__file__).parent.glob("*.py")):
        for desk in (node for node in ast.parse(path.read_text("utf-8")).body if isinstance(node, ast.ClassDef)):
            texts = {act.name: ast.unparse(act) for act in desk.body if isinstance(act, ast.FunctionDef)}
            writing = {name for name, text in texts.items() if ".writing()" in text}
            while (
                more := {
                    name
                    for name, text in texts.items()
                    if any(f"self.{one}(" in text for one in writing if one[0] == "_")
                }
                - writing
            ):
                writing |= more
            found |= {f"{desk.name}.{name}" for name in writing if not name.startswith("_")}
    halves = [one.__name__ for one in ApplicationDesk.__mro__ if one is not object]
    inherited = {re.sub(rf"^({'|'.join(halves)})\.", "ApplicationDesk.", name) for name in found}
    # a ``record`` with a form of its own
    forms = ("confirm_receipt", "approve", "return_draft", "reopen", "decide_fee", "archive")
    return inherited | {f"ApplicationDesk.{name}" for name in forms} | HANDED_ON


def test_every_method_that_writes_stands_in_the_table() -> None:
    assert _writers() == {name.split()[0] for name in DEEDS} | UNKEPT | ONES_OWN


# A fence stands in a restored store only: its entry is asked for in tests/storage/test_backup.py.
@pytest.mark.parametrize("name", sorted(set(DEEDS) - {"BackupDesk.lift_fence"}))
def test_whoever_has_the_role_does_it_and_leaves_an_audit_entry(
    world: World, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    deed, committed = DEEDS[name], _watched(monkeypatch)
    role = next(role for role in Role if deed.permission in GRANTS[role])
    deed.does(world, replace(world.hall.clerk, roles=frozenset({role})))
    if name == "ApplicationDesk.recalculate_open":
        assert committed == []  # no date moved: nothing is written
        return
    if name in ON_ITS_WAY:
        return
    assert committed
    assert all(noted for noted in committed)


@pytest.mark.parametrize("name", sorted(UNKEPT))
def test_what_is_no_register_entry_stays_out_of_the_audit(
    world: World, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    committed = _watched(monkeypatch)
    world.hall.drafts.save("d2", "enquiry", {"content": "未完"}, title="咨询", by=world.hall.clerk)
    world.hall.finder.opened(RecordKind.ENQUIRY, world.matter.number, by=world.hall.clerk)
    assert committed == [0, 0]


@pytest.mark.parametrize("name", DEEDS)
def test_no_role_without_the_permission_can_do_it(untouched: World, name: str) -> None:
    deed, before = DEEDS[name], _audited(untouched)
    denied = [role for role in Role if deed.permission not in GRANTS[role]]
    for roles in [frozenset[Role]()] + [frozenset({role}) for role in denied]:
        with pytest.raises(NotPermitted) as refused:
            deed.does(untouched, Clerk(name="chen", display_name="陈某", roles=roles))
        assert refused.value.permission is deed.permission
    assert _audited(untouched) == before


@pytest.mark.parametrize("name", [name for name, deed in DEEDS.items() if deed.stale])
def test_a_save_on_an_older_version_changes_nothing(untouched: World, name: str) -> None:
    stale = DEEDS[name].stale
    assert stale is not None
    before = _audited(untouched)
    with pytest.raises(Refusal):
        stale(untouched, untouched.hall.clerk)
    assert _audited(untouched) == before


def _audited(world: World) -> Any:
    with world.hall.office.database.reading() as tx:
        return tx.exec_driver_sql("SELECT count(*), max(sha256) FROM audit").one()


def _watched(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Return a list that gets, for each committed transaction that changed something, its number of audit entries."""
    committed: list[int] = []
    writing = Database.writing

    @contextmanager
    def watched(self: Database) -> Iterator[Any]:
        with writing(self) as tx:
            count = "SELECT total_changes(), (SELECT count(*) FROM audit)"
            changes, entries = tx.exec_driver_sql(count).one()
            yield tx
            changed, noted = tx.exec_driver_sql(count).one()
        if changed > changes:
            committed.append(noted - entries)

    monkeypatch.setattr(Database, "writing", watched)
    return committed
