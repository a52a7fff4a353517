"""Did the letter reach its reader, until when can it be contested, where does the file go? (送达、救济期限、归档)"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from hallclient.domain.law.remedies import RemedyClass
from hallclient.domain.law.remedy_period import RemedyUntil, remedy_until
from hallclient.domain.outcomes import Outcome
from hallclient.domain.register import retention as retentions
from hallclient.domain.register.application import Application
from hallclient.domain.register.approval import WITH
from hallclient.domain.register.dispute import Dispute
from hallclient.domain.register.dispute_acts import DisputeAct
from hallclient.domain.register.issued import DocumentVoided, IssuedDocument
from hallclient.domain.register.items import Item, answered_one_by_one
from hallclient.domain.register.kinds import DisputeKind
from hallclient.domain.register.life_refusals import StepBeforeReceipt
from hallclient.domain.register.life_terms import POSTAL, ReopenGround, ServiceMethod
from hallclient.domain.register.permissions import Clerk, Permission, require
from hallclient.domain.register.records import NoSuchRecord
from hallclient.domain.register.retention import Retention
from hallclient.domain.register.service_starts import start_of, started_by
from hallclient.domain.register.states import returned, served, unserved
from hallclient.domain.register.steps import Act, Step
from hallclient.reference import load_remedy_terms
from hallclient.services import item_letters
from hallclient.services.application_replies import ApplicationReplies
from hallclient.services.application_results import LetterWay, Registered
from hallclient.storage import audit, disputes, issued
from hallclient.storage.database import Transaction

PROOF = "P14"
_BOXES = {ServiceMethod.EMS: "post", ServiceMethod.REGISTERED: "post"}  # what the proof's form calls a method


class ApplicationService(ApplicationReplies):
    """A letter's way is told by steps tied by the document's id; the proof of service is issued with the service."""

    def send(
        self,
        document_id: int,
        *,
        method: ServiceMethod,
        tracking: str = "",
        on: date | None = None,
        reason: str = "",
        by: Clerk,
        version: int,
    ) -> Application:
        """A paper goes out: handed to the post with its number, or given to a messenger. ``version`` is its case's.

        Only the post (EMS or registered) carries a letter; a reply counts as made on the day it is handed to it
        (国办公开办函〔2016〕235号). Raises CourierNotAllowed, LetterUnderway, LetterServed, StepFactsMissing (the
        tracking number), StepBeforeReceipt (before its issue), DocumentVoided, and as ``record``.
        """
        require(by, Permission.RECORD_STEP)
        now = self._office.now()
        with self._office.database.writing() as tx:
            paper, old = self._paper(tx, document_id, version)
            details = _way(paper, old) | {"method": method.value, "tracking": tracking}
            step = Step(act=Act.SENT, on=on or now.date(), id=str(paper.id), reason=reason, details=details)
            _after_issue(step, paper)
            return self._record(tx, old, (step,), by, now).masked()

    def serve(
        self,
        document_id: int,
        *,
        method: ServiceMethod,
        on: date | None = None,
        receiver: str = "",
        proof: str = "",
        place: str = "",
        tracking: str = "",
        starts: bool = True,
        consultation: str = "",
        reason: str = "",
        by: Clerk,
        version: int,
    ) -> Registered:
        """A paper reached its reader on ``on``; its proof of service P14 is issued with what is known of it.

        ``receiver`` is who signed, ``proof`` what shows it (signature, post office's receipt). A consultation's letter
        and a fee notice start a period that day: its act (征求意见书送达, 收费通知送达) is recorded in the same save
        unless ``starts`` is False; ``consultation`` is the id of the one the letter belongs to where several wait.
        Raises LetterOfSeveral, what the clock says to that act, and as ``send``.
        """
        require(by, Permission.RECORD_STEP)
        now = self._office.now()
        with self._office.database.writing() as tx:
            audit.on_time(tx, now)
            paper, old = self._paper(tx, document_id, version)
            went = unserved(old.steps).get(str(paper.id))
            if not tracking.strip() and went is not None:
                tracking = went.details.get("tracking", "")
            details = _way(paper, old) | {
                "method": method.value,
                "tracking": tracking,
                "receiver": receiver,
                "proof": proof,
                "place": place,
            }
            if paper.kind != PROOF:
                details["document"] = PROOF
            step = Step(act=Act.SERVED, on=on or now.date(), id=str(paper.id), reason=reason, details=details)
            _after_issue(step, paper)
            begun = started_by(paper.kind, old.steps) if starts else None
            with_it = [start_of(begun, step, consultation=consultation)] if begun is not None else []
            came = [replace(one, details=one.details | {WITH: step.act.value}) for one in with_it]
            new = self._record(tx, old, (*came, step), by, now)
            if paper.kind == PROOF:
                return Registered(application=new.masked())
            facts = self._proof_facts(paper, method, tracking=tracking, place=place, by=by)
            form = self._documents.issue_in(tx, PROOF, application=new, facts=facts, by=by, at=now)
        return Registered(application=new.masked(), documents=(form,))

    def undelivered(
        self, document_id: int, *, reason: str, on: date | None = None, by: Clerk, version: int
    ) -> Application:
        """A paper came back; it stays on the board until it is sent again or served.

        Raises LetterNotOutstanding, ActMissing, StepBeforeReceipt, ReasonMissing, and as ``record``.
        """
        require(by, Permission.RECORD_STEP)
        now = self._office.now()
        with self._office.database.writing() as tx:
            paper, old = self._paper(tx, document_id, version)
            step = Step(
                act=Act.UNDELIVERED, on=on or now.date(), id=str(paper.id), reason=reason, details=_way(paper, old)
            )
            return self._record(tx, old, (step,), by, now).masked()

    def letters(self, number: str) -> tuple[LetterWay, ...]:
        """Return the case's papers with how far each has come, oldest first; voided ones too. Raises NoSuchRecord."""
        with self._office.database.reading() as tx:
            application = self._known(tx, number)
            papers = issued.of_record(tx, number)
        steps = application.steps
        out, back, there = unserved(steps), returned(steps), served(steps)
        corrected = {
            step.details.get("replaces_id", ""): step.details.get("number", "")
            for step in steps
            if step.act is Act.REPLY_CORRECTED
        }
        ways = []
        for paper in papers:
            key = str(paper.id)
            last_sent = next((step for step in reversed(steps) if step.act is Act.SENT and step.id == key), None)
            ways.append(
                LetterWay(
                    document=paper,
                    sent=out.get(key) or last_sent,
                    served=there.get(key),
                    returned=back.get(key),
                    corrected_by=corrected.get(key, ""),
                )
            )
        return tuple(ways)

    def remedy_end(self, number: str) -> RemedyUntil | None:
        """Return until when the reply can be contested, from the day its letter was served.

        After a reconsideration only the suit against it is left, from the day its decision was served. None while the
        letter is not served, and for a reply without a remedy. Raises NoSuchRecord, CalendarTooShort.
        """
        with self._office.database.reading() as tx:
            application = self._known(tx, number)
            papers = {str(paper.id): paper for paper in issued.of_record(tx, number)}
            contested = disputes.of_application(tx, number)
        corrections = {step.id for step in application.steps if step.act is Act.REPLY_CORRECTED}
        there = [
            (key not in corrections, papers[key], step)
            for key, step in served(application.steps).items()
            if step.details.get("reply") == "yes" and key in papers and not papers[key].voided
        ]
        if not there or application.outcome is None:
            return None
        # A correction of a letter does not open the period anew, unless it is all that was ever served.
        paper, step = next(((one, way) for first, one, way in reversed(there) if first), there[-1][1:])
        remedy = self._remedy(application.outcome, application.items, paper.issued_on)
        return remedy_until(
            remedy,
            step.on,
            terms=load_remedy_terms(),
            calendar=self._office.calendar,
            issued_on=paper.issued_on,
            decision_served_on=_decision_served(contested, step.on),
        )

    def proposed_retention(self, number: str) -> Retention:
        """Return the class the file would be kept under: 30 years when refused, in part, reconsidered or litigated."""
        with self._office.database.reading() as tx:
            application = self._known(tx, number)
            disputed = bool(disputes.of_application(tx, number))
        contested = (ReopenGround.RECONSIDERATION.value, ReopenGround.JUDGMENT.value)
        disputed = disputed or any(
            step.act is Act.REOPENED and step.details.get("ground") in contested for step in application.steps
        )
        ended = [step.outcome for step in application.steps if step.outcome is not None]
        classes = {retentions.proposed(outcome, disputed=disputed) for outcome in ended or (None,)}
        return max(classes, key=list(Retention).index)

    def archive(
        self, number: str, *, retention: Retention, place: str = "", by: Clerk, version: int, on: date | None = None
    ) -> Application:
        """File an ended case away under a retention class (国家档案局令第8号). Raises as ``record``."""
        details = {"retention": retention.value, "place": place}
        step = Step(act=Act.ARCHIVED, on=on or self._office.today(), details=details)
        return self.record(number, step, by=by, version=version)

    def _paper(self, tx: Transaction, document_id: int, version: int) -> tuple[IssuedDocument, Application]:
        paper = issued.get(tx, document_id)
        if paper is None or not paper.application:
            raise NoSuchRecord(str(document_id))
        old = self._opened(tx, paper.application, version)
        if paper.voided:
            raise DocumentVoided(paper.number)
        return paper, old

    def _proof_facts(
        self, paper: IssuedDocument, method: ServiceMethod, *, tracking: str, place: str, by: Clerk
    ) -> dict[str, str]:
        """Return what the proof's form asks and is known; a method it has no box for stays to be filled in by hand."""
        asked = {fact.name: fact for fact in self._documents.offer(PROOF).asks}
        known = {
            "served_title": paper.title,
            "served_number": paper.number,
            "tracking_number": tracking if method in POSTAL else "",
            "service_place": place,
            "server": by.display_name,
        }
        facts = {name: text for name, text in known.items() if text.strip() and name in asked}
        boxes = asked["service_method"].choices if "service_method" in asked else {}
        box = method.value if method.value in boxes else _BOXES.get(method, "")
        return facts | ({"service_method": box} if box in boxes else {})

    def _remedy(self, outcome: Outcome, pieces: Sequence[Item], issued_on: date) -> RemedyClass:
        """Return the class of the reply: of what was decided item by item where the letter says it so."""
        remedies = item_letters.remedies_of(self._office)
        if answered_one_by_one(pieces):
            return remedies.in_force(item_letters.remedy_of(self._office, pieces), issued_on)
        return remedies.class_of(outcome, issued_on)


def _decision_served(contested: Sequence[Dispute], reply_served: date) -> date | None:
    """Return the day the last reconsideration decision about this reply was served; None when there is none."""
    days = [
        step.on
        for dispute in contested
        if dispute.kind is DisputeKind.RECONSIDERATION and dispute.filed_on >= reply_served
        for step in dispute.acts
        if step.act is DisputeAct.SERVED
    ]
    return max(days, default=None)


def _way(paper: IssuedDocument, application: Application) -> dict[str, str]:
    """Return what ties a letter's way to its paper; ``reply`` marks the letter that answers the application."""
    answered = [step for step in application.steps if step.act is Act.ANSWERED]
    reply = bool(answered) and paper.kind == answered[-1].details.get("document")
    return {"number": paper.number, "title": paper.title} | ({"reply": "yes"} if reply else {})


def _after_issue(step: Step, paper: IssuedDocument) -> None:
    if step.on < paper.issued_on:
        raise StepBeforeReceipt(step.act, step.on, paper.issued_on)
