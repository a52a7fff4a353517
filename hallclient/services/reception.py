"""The reception desk: who came, what was asked, how it was handled."""

from datetime import date

from hallclient.domain.register.application import ApplicationDraft
from hallclient.domain.register.enquiry import Enquiry, EnquiryDraft
from hallclient.domain.register.kinds import EnquiryChannel, EnquiryKind, Handling
from hallclient.domain.register.permissions import Clerk
from hallclient.domain.register.reception import EnquiryRow, ReceptionTotals, Returning
from hallclient.services.office import Office


class ReceptionDesk:
    """One public method for each thing a clerk can do; one durable transaction each."""

    def __init__(self, office: Office) -> None:
        self._office = office

    def register(self, draft: EnquiryDraft, *, by: Clerk, draft_instance: str = "") -> Enquiry:
        """Record one matter and return it with its number; the form's draft goes in the same transaction.

        The business date is the hall date of ``occurred_at`` (now, when it says nothing). An earlier date needs a
        reason and flags the record late; a further matter of a visit names the first one and brings 0 persons.
        Raises OccurredInFuture, OccurredTooLongAgo, LateReasonMissing, PersonsOutOfRange, MattersOutOfRange,
        RatingOutOfRange, ClosedBeforeOpened, VisitUnknown, DayClosed, NotPermitted; ClockWentBack, DiskFull.
        """

    def tally(
        self,
        kind: EnquiryKind,
        *,
        persons: int = 1,
        channel: EnquiryChannel = EnquiryChannel.IN_PERSON,
        by: Clerk,
    ) -> Enquiry:
        """Record a tick of the pad: one row a key press, a group of ``persons`` in one row. Raises as ``register``."""

    def undo_last(self, *, by: Clerk) -> Enquiry:
        """Void what this clerk entered last today (撤销) and return it. Raises NothingToUndo, DayClosed."""

    def void(self, number: str, *, reason: str, by: Clerk) -> Enquiry:
        """Void a record of an open day; its number keeps its place with the reason.

        Raises NoSuchRecord, RecordVoided, VoidNeedsReason, VisitHasFurtherMatters, TurnedIntoApplication, DayClosed,
        NotPermitted.
        """

    def amend(self, number: str, draft: EnquiryDraft, *, version: int, by: Clerk) -> Enquiry:
        """Change a record of an open day to what the form says now.

        Raises ChangedMeanwhile with the record as it stands, so that the form can offer ``versions.merge``; else as
        ``register``.
        """

    def close(
        self,
        number: str,
        *,
        on: date,
        handling: Handling | None = None,
        answer: str = "",
        rating: int | None = None,
        version: int,
        by: Clerk,
    ) -> Enquiry:
        """Settle a referred matter. Raises AlreadyClosed, ClosedBeforeOpened, ChangedMeanwhile, NoSuchRecord."""

    def rate(self, number: str, rating: int | None, *, by: Clerk) -> Enquiry:
        """Enter the rating the citizen gave (好差评, 1..5); None takes it back. Raises RatingOutOfRange, DayClosed."""

    def get(self, number: str) -> Enquiry:
        """Return a record in clear, for its form. Raises NoSuchRecord."""

    def reveal(self, number: str, *, reason: str, by: Clerk) -> Enquiry:
        """Return the record of a returning visitor in clear; who looked and why goes to the audit."""

    def today(self) -> list[EnquiryRow]:
        """Return today's records, newest first, masked."""

    def rows(self, day: date, until: date | None = None) -> list[EnquiryRow]:
        """Return the records of ``day``, or of ``day`` up to but without ``until``, newest first, masked."""

    def totals(self, day: date) -> ReceptionTotals:
        """Count a day: 批次, 人次 and 件次 apart, from the covering index."""

    def returning(self, text: str) -> Returning:
        """Return masked earlier records of this phone (whole, or its last four digits or more) or of this very name."""

    def repeat_last(self, by: Clerk) -> EnquiryDraft | None:
        """Return a draft like the clerk's last record (F4): everything but the person, the time and the rating."""

    def into_application(self, number: str) -> ApplicationDraft:
        """Return the application form's prefill (F6): name, phone, content and channel carried, the enquiry linked."""

    def due_on(self, draft: EnquiryDraft) -> date | None:
        """Return the day a referred matter of this kind must be answered; None when it has no clock."""

    def confirm_clock(self, *, by: Clerk) -> None:
        """Let numbering go on after the machine's clock went back: a supervisor looked at the clock and says so."""
