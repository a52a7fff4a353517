"""What can be looked at of an application, before and after it is registered? Masked, unless a reason is given."""

from dataclasses import replace
from datetime import date, timedelta
from functools import cache

from hallclient.domain.law import clock
from hallclient.domain.law.clock import ClockTrace
from hallclient.domain.law.outcomes import OutcomeGroup, outcome_tree
from hallclient.domain.law.rulesets import ruleset_for
from hallclient.domain.law.working_days import CalendarTooShort, WorkingCalendar
from hallclient.domain.register.application import Application, ApplicationDraft
from hallclient.domain.register.application_lists import ApplicationFilter, ApplicationRow, ChangedDue, Similar
from hallclient.domain.register.completeness import Problem
from hallclient.domain.register.life_refusals import ReasonMissing
from hallclient.domain.register.people import Applicant
from hallclient.domain.register.permissions import Clerk, Permission, require
from hallclient.domain.register.receipt import check_receipt, opening_steps, receipt_date
from hallclient.domain.register.records import NoSuchRecord
from hallclient.domain.register.sameness import alike, person_text, subject_key
from hallclient.domain.register.steps import Act
from hallclient.reference import load_outcomes
from hallclient.services.application_entry import draft_of, problems, tidied
from hallclient.services.application_results import OnTheSpot, ReceiptPreview, Repeat
from hallclient.services.document_facts import deadline, rules_of
from hallclient.services.documents import DocumentDesk
from hallclient.services.office import Office
from hallclient.storage import application_lists, applications, audit, day_closes
from hallclient.storage.database import Transaction

LOOKED_BACK = timedelta(days=365)  # within 12 months the same question is worth a second look
FACT = "fact."  # before the name of a fact that a step keeps, so that F4 can offer it again


class ApplicationFiles:
    """The reading half of the applications desk."""

    def __init__(self, office: Office, documents: DocumentDesk) -> None:
        self._office = office
        self._documents = documents

    def missing(self, draft: ApplicationDraft, today: date | None = None) -> tuple[Problem, ...]:
        """Name every part of art. 29(2) the draft lacks and every number that fails its check; call it as one types.

        Fields are the form's: ``name id_kind id_number legal_representative contact phone agent_name agent_id_number
        agent_authority oral_reason subject form delivery``, and ``address index_number materials`` for texts no font
        can print. Codes: ``missing``, ``wrong_kind``, ``unprintable``, or the ``IdProblem`` code of the number's check.
        """
        return problems(tidied(draft), today or self._office.today())

    def similar(self, draft: ApplicationDraft) -> tuple[Similar, ...]:
        """Return earlier applications of the last 12 months that ask the same, the same applicant's on top.

        Same applicant, same information: 同一申请/重复申请 (art. 36(6)); same information from others: art. 44(1). The
        clerk's answer goes into the draft's ``repeat_of`` and ``repeat_decision``.
        """
        draft = tidied(draft)
        if not subject_key(draft.subject):
            return ()
        with self._office.database.reading() as tx:
            own = self._own(tx, draft) if draft.applicant.name or draft.applicant.id_number else []
            others = application_lists.of_others(
                tx, self._key(draft.applicant), self._since(), subject_key=subject_key(draft.subject)
            )
        found = [case for case in own if case.same_information or alike(case.subject, draft.subject)] + others
        return tuple(replace(case, subject=case.subject[: application_lists.EXCERPT]) for case in found)

    def preview(self, draft: ApplicationDraft) -> ReceiptPreview:
        """Return the receipt date by the channel's rule (art. 31) and the clock it starts.

        Raises ReceivedInFuture, ReceivedTooLongAgo, ConfirmedBeforeArrival, CalendarTooShort.
        """
        office, today = self._office, self._office.today()
        check_receipt(draft, today)
        received_on = receipt_date(draft)
        if received_on is None:
            return ReceiptPreview(received_on=None, waiting=True)
        rules = ruleset_for(received_on, office.rulesets)
        steps = opening_steps(draft, by="", at=office.now())
        with office.database.reading() as tx:
            closed = day_closes.closed(tx, office.window, received_on)
        return ReceiptPreview(
            received_on=received_on,
            waiting=False,
            trace=clock.trace(received_on, steps, rules, office.calendar),
            late=received_on < today,
            closed_day=closed,
        )

    def get(self, number: str) -> Application:
        """Return an application with masked persons. Raises NoSuchRecord."""
        with self._office.database.reading() as tx:
            return self._known(tx, number).masked()

    def reveal(self, number: str, *, reason: str, by: Clerk) -> Application:
        """Return it in clear; who looked and why goes to the audit (个人信息保护法 第五十一条).

        Raises ReasonMissing, NoSuchRecord, NotPermitted.
        """
        require(by, Permission.REVEAL_PERSON)
        if not reason.strip():
            raise ReasonMissing
        with self._office.database.writing() as tx:
            application = self._known(tx, number)
            now = self._office.now()
            audit.note(tx, at=now, by=by.name, action="reveal_person", subject=number, after=reason.strip())
        return application

    def outcomes(self) -> tuple[OutcomeGroup, ...]:
        """Return the tree of table 三: branches with their leaves, each with its articles and its letters."""
        return _outcomes()

    def rows(self, wanted: ApplicationFilter | None = None) -> list[ApplicationRow]:
        """Return masked rows: by due date where the filter asks ``due_until``, else newest first."""
        with self._office.database.reading() as tx:
            return application_lists.rows(tx, wanted or ApplicationFilter())

    def draft_of(self, number: str) -> ApplicationDraft:
        """Return the form of a registered application with masked persons, for ``amend``. Raises NoSuchRecord."""
        return draft_of(self.get(number))

    def trace(self, number: str) -> ClockTrace | None:
        """Return why the due date is this date, day by day (F9); None while it waits for confirmation."""
        with self._office.database.reading() as tx:
            application = self._known(tx, number)
        if application.received_on is None:
            return None
        rules = rules_of(self._office, application)
        return clock.trace(application.received_on, application.steps, rules, self._office.calendar)

    def left(self, due: date | None) -> int | None:
        """Count the working days left to ``due``: 0 today, negative when late; None without a date or a calendar."""
        calendar, today = self._office.calendar, self._office.today()
        if due is None:
            return None
        try:
            return calendar.count(today, due) - calendar.count(due, today)
        except CalendarTooShort:
            return None

    def impact(self, calendar: WorkingCalendar) -> list[ChangedDue]:
        """Return the due dates another calendar would move, with the letters that state the old one.

        Nothing is written: a supervisor looks at the list before the calendar is taken over.
        """
        with self._office.database.reading() as tx:
            return self._moved(tx, calendar)

    def repeat_last(self, by: Clerk) -> Repeat | None:
        """Return a draft like the clerk's last application (F4): channel, kind, unit, topic, subject, form, delivery
        and the answer given with it; never the person, the dates or the enquiry. None when there was none."""
        with self._office.database.reading() as tx:
            last = applications.last_by(tx, by.name)
        if last is None:
            return None
        draft = replace(
            draft_of(last),
            applicant=Applicant(kind=last.applicant.kind, name=""),
            arrived_on=self._office.today(),
            confirmed_on=None,
            agent=None,
            oral_reason="",
            enquiry="",
            repeat_of="",
            repeat_decision="",
        )
        return Repeat(draft=draft, answer=self._given(last))

    def _given(self, application: Application) -> OnTheSpot | None:
        """Return the answer given in the same save as the registration; a later one was a decision of its own."""
        opening = application.steps[0].entered_at
        same_save = [step for step in application.steps if step.entered_at == opening]
        step = next((step for step in same_save if step.act is Act.ANSWERED and step.outcome), None)
        if step is None or step.outcome is None or "document" not in step.details:
            return None
        facts = {name.removeprefix(FACT): text for name, text in step.details.items() if name.startswith(FACT)}
        reviews = [one.details.get("reviewer", "") for one in same_save if one.act is Act.SECRECY_REVIEWED]
        return OnTheSpot(
            outcome=step.outcome, document=step.details["document"], facts=facts, reviewer=(reviews or [""])[-1]
        )

    def applications_in_month(self, draft: ApplicationDraft, month: date) -> int:
        """Count the same applicant's applications received in a month: the base of 按件计收 (国办函〔2020〕109号)."""
        first = month.replace(day=1)
        until = (first + timedelta(days=31)).replace(day=1)
        with self._office.database.reading() as tx:
            return applications.count_received(tx, self._key(tidied(draft).applicant), first, until)

    def _moved(self, tx: Transaction, calendar: WorkingCalendar) -> list[ChangedDue]:
        before = applications.due_dates(tx)
        moved = []
        for application in applications.open_ones(tx):
            found = deadline(self._office, application, calendar)
            old, provisional = before[application.number]
            if (found.due, found.provisional) != (old, provisional):
                letters = self._documents.stating_due(tx, application.number) if found.due != old else ()
                moved.append(
                    ChangedDue(
                        number=application.number,
                        before=old,
                        after=found.due,
                        provisional=found.provisional,
                        letters=letters,
                    )
                )
        return moved

    def _known(self, tx: Transaction, number: str) -> Application:
        application = applications.get(tx, number)
        if application is None:
            raise NoSuchRecord(number)
        return application

    def _own(self, tx: Transaction, draft: ApplicationDraft) -> list[Similar]:
        key = subject_key(draft.subject)
        return application_lists.of_applicant(tx, self._key(draft.applicant), self._since(), subject_key=key)

    def _key(self, applicant: Applicant) -> str:
        return self._office.database.blind(person_text(applicant))

    def _since(self) -> date:
        return self._office.today() - LOOKED_BACK


@cache
def _outcomes() -> tuple[OutcomeGroup, ...]:
    return outcome_tree(load_outcomes())
