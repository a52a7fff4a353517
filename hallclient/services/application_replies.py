"""How does a reply come about? Drafted, approved, issued; corrected by a new paper, or the case dealt with again."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime

from hallclient.domain.outcomes import Outcome
from hallclient.domain.register import approval, life_guards
from hallclient.domain.register import items as item_rules
from hallclient.domain.register.application import Application
from hallclient.domain.register.approval import OUTCOME, WITH
from hallclient.domain.register.issued import DocumentVoided, IssuedDocument, KindDoesNotFit
from hallclient.domain.register.items import Item
from hallclient.domain.register.life_refusals import ApprovalMissing, ApprovedOtherwise
from hallclient.domain.register.life_terms import ReopenGround, SecrecyFinding
from hallclient.domain.register.permissions import Clerk, Permission, require
from hallclient.domain.register.records import NoSuchRecord
from hallclient.domain.register.states import reply_of
from hallclient.domain.register.steps import Act, Step
from hallclient.services.application_files import FACT
from hallclient.services.application_life import ApplicationLife
from hallclient.services.application_results import OnTheSpot, Registered
from hallclient.services.approvers import only_approver
from hallclient.services.document_facts import Facts, as_text
from hallclient.storage import audit, issued
from hallclient.storage.database import Transaction

_OVERRIDE = "override"


class ApplicationReplies(ApplicationLife):
    """One method for each thing done with a reply; a letter and its step share their transaction."""

    def answer(
        self, number: str, answer: OnTheSpot, *, by: Clerk, version: int, on: date | None = None, reason: str = ""
    ) -> Registered:
        """Close an application that was registered earlier: its outcome and its letter in one transaction.

        The review and the search the answer tells are recorded with it where none is on record. Where the agency
        approves such replies, the very draft must have been approved; who is the only one to approve approves his own
        with this save. Raises as ``record`` and ``DocumentDesk.issue``.
        """
        require(by, Permission.RECORD_OUTCOME)
        now = self._office.now()
        with self._office.database.writing() as tx:
            audit.on_time(tx, now)
            old = self._opened(tx, number, version)
            steps = tuple(self._answering(tx, old, answer, on=on or now.date(), reason=reason, by=by))
            new = self._record(tx, old, steps, by, now)
            letter = self._letter(tx, new, answer, by, now)
        return Registered(application=new.masked(), documents=(letter,))

    def draft_reply(self, number: str, answer: OnTheSpot, *, by: Clerk, version: int) -> Application:
        """Put a reply before whoever approves it: what it will say is kept as it is, nothing is issued yet.

        Raises as ``answer`` for facts the letter lacks, and as ``record``.
        """
        require(by, Permission.RECORD_STEP)
        self._fitting(answer)
        if answer.items:
            item_rules.check(answer.outcome, answer.items)
        self._documents.preview(
            answer.document, application=number, facts=answer.facts, items=answer.items or None, by=by
        )
        step = _draft(answer, on=self._office.today())
        now = self._office.now()
        with self._office.database.writing() as tx:
            old = self._opened(tx, number, version)
            came = tuple(self._evidence(old, answer, on=now.date(), reason="", act=Act.DRAFTED, by=by))
            return self._record(tx, old, (*came, step), by, now).masked()

    def drafted(self, number: str) -> OnTheSpot | None:
        """Return what the draft that stands will say, approved or not; None when there is none. Raises NoSuchRecord."""
        with self._office.database.reading() as tx:
            draft = reply_of(self._known(tx, number).steps).draft
        return None if draft is None else answer_of(draft)

    def approve(self, number: str, *, by: Clerk, version: int) -> Application:
        """Approve the draft that stands. Raises OwnDraft, SuperiorUndecided, and as ``record``."""
        return self.record(number, Step(act=Act.APPROVED, on=self._office.today()), by=by, version=version)

    def return_draft(self, number: str, *, reason: str, by: Clerk, version: int) -> Application:
        """Give the draft back with what is to be changed. Raises ReasonMissing, and as ``record``."""
        step = Step(act=Act.RETURNED, on=self._office.today(), reason=reason)
        return self.record(number, step, by=by, version=version)

    def correct_reply(
        self,
        number: str,
        document_id: int,
        kind: str,
        facts: Facts,
        *,
        items: Sequence[Item] = (),
        reason: str,
        by: Clerk,
        version: int,
    ) -> Registered:
        """Correct a letter after its issue by a new one of the same outcome; the old one stays as it is.

        ``items`` are the case's as the new letter tells them, where it goes item by item; none for those on record.
        What the agency decides differently is no correction: the case is reopened. Raises DocumentVoided,
        KindDoesNotFit, NoSuchRecord, ItemsUndecided, OutcomeNotOfItems, and as ``record`` and ``DocumentDesk.issue``.
        """
        require(by, Permission.APPROVE_REPLY)
        now = self._office.now()
        with self._office.database.writing() as tx:
            audit.on_time(tx, now)
            old = self._opened(tx, number, version)
            wrong = issued.get(tx, document_id)
            if wrong is None or wrong.application != number:
                raise NoSuchRecord(str(document_id))
            if wrong.voided:
                raise DocumentVoided(wrong.number)
            if old.outcome is None or old.outcome not in self._documents.offer(kind).outcomes:
                raise KindDoesNotFit(kind)
            if items:
                item_rules.check(old.outcome, items)
            paper = self._documents.issue_in(tx, kind, application=old, facts=facts, items=items or None, by=by, at=now)
            step = Step(
                act=Act.REPLY_CORRECTED,
                on=now.date(),
                id=str(paper.id),
                reason=reason,
                details={
                    "replaces": wrong.number,
                    "replaces_id": str(wrong.id),
                    "number": paper.number,
                    "document": kind,
                }
                | {FACT + name: text for name, text in as_text(facts).items()}
                | ({item_rules.DETAIL: item_rules.as_text(items)} if items else {}),
            )
            new = self._record(tx, old, (step,), by, now)
        return Registered(application=new.masked(), documents=(paper,))

    def reopen(
        self,
        number: str,
        *,
        ground: ReopenGround,
        order: str = "",
        days: int | None = None,
        reason: str,
        by: Clerk,
        version: int,
        on: date | None = None,
    ) -> Application:
        """Deal with a case again: ``order`` is the decision's number, ``days`` its period (else the statutory one).

        A period of its own runs from ``on``; figures keep the first outcome. Raises DaysOutOfRange, and as ``record``.
        """
        details = {"ground": ground.value, "order": order}
        step = Step(act=Act.REOPENED, on=on or self._office.today(), days=days, reason=reason, details=details)
        return self.record(number, step, by=by, version=version)

    def _answering(
        self, tx: Transaction, old: Application, answer: OnTheSpot, *, on: date, reason: str, by: Clerk
    ) -> Iterator[Step]:
        """Yield what is written in one save with the answer: its evidence, a sole approver's own draft, the answer."""
        self._fitting(answer)
        step = _step(answer, on=on, reason=reason)
        yield from self._evidence(old, answer, on=on, reason=reason, act=step.act, by=by)
        lacks = approval.lacking(old.steps, step) if self._needs_approval(answer.outcome) else None
        if isinstance(lacks, ApprovalMissing | ApprovedOtherwise) and only_approver(tx, by):
            came = {WITH: step.act.value}
            draft = _draft(answer, on=on)
            yield replace(draft, reason=reason, details=draft.details | came)
            yield Step(act=Act.APPROVED, on=on, reason=reason, details=came)
        yield step

    def _evidence(
        self, old: Application, answer: OnTheSpot, *, on: date, reason: str, act: Act, by: Clerk
    ) -> Iterator[Step]:
        """Yield the review and the search the answer tells, where none is on record."""
        came = {WITH: act.value}
        unreviewed = life_guards.review_of(old.steps) is None
        discloses = life_guards.discloses(answer.outcome, answer.document, answer.items or old.items)
        if unreviewed and answer.reviewer.strip() and discloses:
            finding = SecrecyFinding.PARTLY if answer.outcome is Outcome.GRANTED_IN_PART else SecrecyFinding.MAY
            details = {"reviewer": answer.reviewer, "finding": finding.value} | came
            yield Step(act=Act.SECRECY_REVIEWED, on=on, reason=reason, details=details)
        told = _told(answer)
        if {"search_scope", "keywords"} <= told.keys() and not any(one.act is Act.SEARCHED for one in old.steps):
            details = {
                "scope": told["search_scope"],
                "keywords": told["keywords"],
                "person": told.get("searcher", by.display_name),
                "searched_on": told.get("searched_on", on.isoformat()),
            } | came
            yield Step(act=Act.SEARCHED, on=on, reason=reason, details=details)

    def _needs_approval(self, outcome: Outcome) -> bool:
        return approval.needed(self._office.agency.approval, outcome)

    def _fitting(self, answer: OnTheSpot) -> None:
        if answer.outcome not in self._documents.offer(answer.document).outcomes:
            raise KindDoesNotFit(answer.document)

    def _letter(
        self, tx: Transaction, application: Application, answer: OnTheSpot, by: Clerk, at: datetime
    ) -> IssuedDocument:
        return self._documents.issue_in(tx, answer.document, application=application, facts=answer.facts, by=by, at=at)


def _told(answer: OnTheSpot) -> Mapping[str, str]:
    """Return the letter's facts, or those of the first item that tells of a search."""
    every = (as_text(answer.facts), *(item.facts for item in answer.items))
    return next((facts for facts in every if "search_scope" in facts), every[0])


def answer_of(step: Step) -> OnTheSpot | None:
    """Return the answer a draft, or an answer, told; None for one without a letter."""
    outcome = step.outcome or Outcome.read(step.details.get(OUTCOME, ""))
    if outcome is None or not step.details.get("document"):
        return None
    return OnTheSpot(
        outcome=outcome,
        document=step.details["document"],
        facts={name.removeprefix(FACT): text for name, text in step.details.items() if name.startswith(FACT)},
        items=item_rules.of_text(step.details.get(item_rules.DETAIL, "")),
        override=step.details.get(_OVERRIDE, ""),
    )


def _step(answer: OnTheSpot, *, on: date, reason: str) -> Step:
    return Step(act=Act.ANSWERED, on=on, outcome=answer.outcome, reason=reason, details=_said(answer))


def _draft(answer: OnTheSpot, *, on: date) -> Step:
    return Step(act=Act.DRAFTED, on=on, details=_said(answer) | {OUTCOME: answer.outcome.value})


def _said(answer: OnTheSpot) -> dict[str, str]:
    details = {"document": answer.document}
    details |= {FACT + name: text.strip() for name, text in as_text(answer.facts).items()}
    if answer.items:
        details[item_rules.DETAIL] = item_rules.as_text(answer.items)
    if answer.override.strip():
        details[_OVERRIDE] = answer.override.strip()
    return details
