"""The applications desk: from the form at the counter to the application's last step."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from hallclient.domain.law.clock import ClockTrace
from hallclient.domain.law.working_days import WorkingCalendar
from hallclient.domain.outcomes import Outcome
from hallclient.domain.register.application import Application, ApplicationDraft
from hallclient.domain.register.application_lists import ApplicationFilter, ApplicationRow, ChangedDue, Similar
from hallclient.domain.register.completeness import Problem
from hallclient.domain.register.issued import IssuedDocument
from hallclient.domain.register.permissions import Clerk
from hallclient.domain.register.steps import Step
from hallclient.services.documents import DocumentDesk, Facts
from hallclient.services.office import Office


@dataclass(frozen=True, slots=True, kw_only=True)
class OnTheSpot:
    """The answer given at the counter (art. 33 当场答复): its leaf of table 三, its letter, what the letter says.

    ``facts`` are what the letter's kind asks (``DocumentDesk.offer(kind).asks``).
    """

    outcome: Outcome
    document: str
    facts: Facts = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceiptPreview:
    """What the form shows while it is filled in: the receipt date, or that it waits; the clock's trace when it runs.

    ``closed_day`` says that the receipt date lies in a closed day, so that a late reason is needed and the fact
    becomes a dated adjustment; ``late`` that the date lies before today.
    """

    received_on: date | None
    waiting: bool
    trace: ClockTrace | None = None
    late: bool = False
    closed_day: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Registered:
    """What one save made: the application and its papers, in the order they are handed over."""

    application: Application
    documents: tuple[IssuedDocument, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Repeat:
    """F4: a draft like the clerk's last one without the person, and the answer he gave to it on the spot."""

    draft: ApplicationDraft
    answer: OnTheSpot | None = None


class ApplicationDesk:
    """One public method for each thing a clerk can do; at most one durable transaction each."""

    def __init__(self, office: Office, documents: DocumentDesk) -> None:
        self._office = office
        self._documents = documents

    def missing(self, draft: ApplicationDraft, today: date | None = None) -> tuple[Problem, ...]:
        """Name every part of art. 29(2) the draft lacks and every number that fails its check; call it as one types.

        Fields are the form's: ``name id_kind id_number phone legal_representative contact subject form delivery
        oral_reason agent_name agent_id_number agent_authority arrived_on confirmed_on``. Codes: ``missing``, or what
        the check of the identity number says.
        """

    def similar(self, draft: ApplicationDraft) -> tuple[Similar, ...]:
        """Return earlier applications of the last 12 months that ask the same, the same applicant's on top.

        Same applicant, same information: 同一申请/重复申请 (art. 36(6)); same information from others: art. 44(1). The
        clerk's answer goes into the draft's ``repeat_of`` and ``repeat_decision``.
        """

    def preview(self, draft: ApplicationDraft) -> ReceiptPreview:
        """Return the receipt date by the channel's rule (art. 31) and the clock it starts.

        Raises ReceivedInFuture, ReceivedTooLongAgo, ConfirmedBeforeArrival.
        """

    def register(
        self,
        draft: ApplicationDraft,
        *,
        by: Clerk,
        answer: OnTheSpot | None = None,
        documents: Sequence[str] | None = None,
        draft_instance: str = "",
    ) -> Registered:
        """Register, answer and issue in ONE transaction: number, row, steps, search, audit, papers; all or nothing.

        ``documents`` None means what the case calls for: P02 for an oral application, the answer's letter, and P01
        once there is a receipt date. The number's year is that of the receipt date (of the arrival while it waits).
        Raises PartsMissing, IdNumberWrong, ReceivedInFuture, ReceivedTooLongAgo, ConfirmedBeforeArrival,
        LateReasonMissing, RepeatUndecided, StepRefused, OutcomeDoesNotFit, FactMissing, GlyphsMissing,
        KindDoesNotFit, NotPermitted, Trouble.
        """

    def confirm_receipt(self, number: str, *, on: date, by: Clerk, version: int, reason: str = "") -> Application:
        """Both sides confirmed the paper or message on this day: it is received, the clock runs (art. 31(2)(3))."""

    def record(self, number: str, step: Step, *, by: Clerk, version: int) -> Application:
        """Add a step. ``step.by`` and ``step.entered_at`` are filled in here.

        The act must be allowed where the application stands, bear a day not before the steps before it and not after
        today; a day before today needs ``step.reason``. Closing needs an outcome that fits. Raises StepRefused,
        StepBeforeReceipt, StepInFuture, ReasonMissing, OutcomeMissing, OutcomeDoesNotFit, the clock's own refusals,
        DayClosed, ChangedMeanwhile (with the application as it stands), NoSuchRecord, NotPermitted.
        """

    def answer(
        self, number: str, answer: OnTheSpot, *, by: Clerk, version: int, on: date | None = None, reason: str = ""
    ) -> Registered:
        """Close an application that was registered earlier: its outcome and its letter in one transaction."""

    def undo_last_step(self, number: str, *, by: Clerk, reason: str) -> Application:
        """Take the last step back while its day is open: state, due date and outcome are what they were before it.

        The letters issued with the step are voided with the reason. Raises NoStepToUndo, ReasonMissing, DayClosed.
        """

    def void(self, number: str, *, reason: str, by: Clerk) -> Application:
        """Void a registration: its number and its documents keep their places with the reason.

        Raises VoidNeedsReason, StepRefused, DayClosed, NotPermitted.
        """

    def amend(self, number: str, draft: ApplicationDraft, *, version: int, by: Clerk) -> Application:
        """Change what was registered to what the form says now; a field that still shows a masked value is kept.

        The receipt date can change only while no later step stands on it, and never into another year's series.
        Raises ChangedMeanwhile, DayClosed, ReceiptFixed, and as ``register``.
        """

    def get(self, number: str) -> Application:
        """Return an application with masked persons. Raises NoSuchRecord."""

    def reveal(self, number: str, *, reason: str, by: Clerk) -> Application:
        """Return it in clear; who looked and why goes to the audit (个人信息保护法 第五十一条).

        Raises ReasonMissing.
        """

    def rows(self, wanted: ApplicationFilter | None = None) -> list[ApplicationRow]:
        """Return masked rows, what is due first on top, then newest first."""

    def trace(self, number: str) -> ClockTrace | None:
        """Return why the due date is this date, day by day (F9); None while it waits for confirmation."""

    def impact(self, calendar: WorkingCalendar) -> list[ChangedDue]:
        """Return the due dates another calendar would move. Nothing is written."""

    def recalculate_open(self, *, by: Clerk) -> list[ChangedDue]:
        """Fold all open applications anew over the office's calendar and return the due dates that moved."""

    def repeat_last(self, by: Clerk) -> Repeat | None:
        """Return a draft like the clerk's last application (F4): channel, kind, unit, topic, subject, form, delivery,
        the answer; never the person."""

    def applications_in_month(self, draft: ApplicationDraft, month: date) -> int:
        """Count the same applicant's applications received in a month: the base of 按件计收 (国办函〔2020〕109号)."""
