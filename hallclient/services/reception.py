"""The reception desk: who came, what was asked, how it was handled."""

from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import date, datetime, timedelta

from hallclient.documents import glyphs
from hallclient.domain.law.enquiry_trace import EnquiryTrace, trace
from hallclient.domain.register import enquiry_rules as rules
from hallclient.domain.register.application import ApplicationDraft
from hallclient.domain.register.enquiry import Enquiry, EnquiryDraft
from hallclient.domain.register.enquiry_clocks import due_on
from hallclient.domain.register.kinds import EnquiryChannel, EnquiryKind, Handling
from hallclient.domain.register.life_refusals import ReasonMissing
from hallclient.domain.register.numbers import RegisterNumber, Series, ledger_series
from hallclient.domain.register.permissions import Clerk, Permission, require
from hallclient.domain.register.prefill import application_from
from hallclient.domain.register.reception import EnquiryRow, ReceptionTotals, Returning, masked
from hallclient.domain.register.records import DayClosed, NoSuchRecord
from hallclient.domain.register.versions import ChangedMeanwhile
from hallclient.reference import load_enquiry_clocks
from hallclient.services.office import Office
from hallclient.storage import audit, day_closes, drafts, enquiries, number_ledger, reception
from hallclient.storage.database import Transaction

# What the ledger and the adjustments say of the desk's own doings.
UNDONE = "撤销"
LATE = "日结后登记"
LATER_RATING = "日结后评价"
LATER_OUTCOME = "日结后办结"


class ReceptionDesk:
    """One public method for each thing a clerk can do; one durable transaction each."""

    def __init__(self, office: Office) -> None:
        self._office = office
        self._clocks = load_enquiry_clocks()
        self._series = ledger_series(office.agency_code, office.window, Series.ENQUIRY)

    def register(
        self, draft: EnquiryDraft, *, by: Clerk, draft_instance: str = "", as_adjustment: bool = False
    ) -> Enquiry:
        """Record one matter and return it with its number; the form's draft goes in the same transaction.

        The business date is the hall date of ``occurred_at`` (now, when it says nothing). An earlier date needs a
        reason and flags the record late; a further matter of a visit names the first one and brings 0 persons.
        A closed day refuses it; ``as_adjustment`` says that a supervisor enters it all the same, as a dated
        adjustment of that day's sheet.
        Raises OccurredInFuture, OccurredTooLongAgo, LateReasonMissing, PersonsOutOfRange, MattersOutOfRange,
        RatingOutOfRange, ClosedBeforeOpened, ClosedInFuture, VisitUnknown, UnprintableText, DayClosed, NotPermitted;
        ClockWentBack, DiskFull.
        """
        require(by, Permission.REGISTER_ENQUIRY)
        office = self._office
        now = office.now()
        at = rules.occurred(draft, now)
        draft = self._with_due(rules.checked(draft), at.date())
        _require_printable(draft)
        with office.database.writing() as tx:
            closed = day_closes.closed(tx, office.window, at.date())
            if closed:
                if not as_adjustment:
                    raise DayClosed(at.date())
                require(by, Permission.ADJUST_CLOSED_DAY)
            head = audit.on_time(tx, now)
            if draft.visit:
                rules.require_visit(enquiries.get(tx, draft.visit), at.date())
            serial = number_ledger.next_in(tx, self._series, at.year)
            number = str(RegisterNumber(office.agency_code, office.window, Series.ENQUIRY, at.year, serial))
            entered = rules.enter(draft, number=number, window=office.window, by=by.name, occurred_at=at, now=now)
            if closed:
                with self._late_fact(tx, entered, draft.late_reason or LATE, by, now):
                    enquiries.add(tx, entered)
            else:
                enquiries.add(tx, entered)
            audit.note(
                tx,
                at=now,
                by=by.name,
                action="tick" if entered.ticked else "register_enquiry",
                subject=number,
                after=f"{entered.kind.value} {entered.business_date} {entered.persons}/{entered.matters}",
                previous=head,
            )
            if draft_instance:
                drafts.delete(tx, draft_instance, clerk=by.name)
        return entered

    def tally(
        self,
        kind: EnquiryKind,
        *,
        persons: int = 1,
        channel: EnquiryChannel = EnquiryChannel.IN_PERSON,
        by: Clerk,
    ) -> Enquiry:
        """Record a tick of the pad: one row a key press, a group of ``persons`` in one row. Raises as ``register``."""
        return self.register(EnquiryDraft(kind=kind, persons=persons, channel=channel, ticked=True), by=by)

    def undo_last(self, *, by: Clerk) -> Enquiry:
        """Void what this clerk entered last today (撤销) and return it.

        Raises NothingToUndo, TurnedIntoApplication, VisitHasFurtherMatters, DayClosed, NotPermitted.
        """
        require(by, Permission.UNDO_ENQUIRY)
        with self._office.database.writing() as tx:
            last = enquiries.last_by(tx, by.name, since=self._office.today())
            if last is None:
                raise rules.NothingToUndo
            return self._void(tx, last, UNDONE, "undo_enquiry", by)

    def void(self, number: str, *, reason: str, version: int, by: Clerk) -> Enquiry:
        """Void a record of an open day; its number keeps its place with the reason. ``version`` is the one seen.

        Raises NoSuchRecord, RecordVoided, ChangedMeanwhile, VoidNeedsReason, VisitHasFurtherMatters,
        TurnedIntoApplication, DayClosed, NotPermitted.
        """
        require(by, Permission.VOID_NUMBER)
        with self._office.database.writing() as tx:
            return self._void(tx, self._standing(tx, number, version), reason, "void_enquiry", by)

    def amend(self, number: str, draft: EnquiryDraft, *, version: int, by: Clerk, draft_instance: str = "") -> Enquiry:
        """Change a record of an open day to what the form says now; a name or phone still masked is kept.

        Raises ChangedMeanwhile with the record as it stands, so that the form can offer ``versions.merge``;
        NumberOfAnotherYear when the date moves over New Year; else as ``register``.
        """
        require(by, Permission.REGISTER_ENQUIRY)
        _require_printable(draft)
        now = self._office.now()
        with self._office.database.writing() as tx:
            old = self._standing(tx, number, version)
            raised = (draft.occurred_at or old.occurred_at).date()
            new = rules.amended(old, self._with_due(draft, raised), now)
            self._require_open_for(tx, old)
            self._require_open(tx, new.business_date)
            if new.business_date != old.business_date and enquiries.has_further_matters(tx, old):
                raise rules.VisitHasFurtherMatters(number)
            return self._save(tx, old, new, "amend_enquiry", by, draft_instance)

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
        """Settle a matter that was referred or still being handled; ``handling`` None leaves it as it is.

        Its day may be closed: a handling or a rating that changes becomes a dated adjustment of that day.
        Raises AlreadyClosed, ClosedBeforeOpened, ClosedInFuture, RatingOutOfRange, ChangedMeanwhile, NoSuchRecord,
        RecordVoided, NotPermitted.
        """
        require(by, Permission.REGISTER_ENQUIRY)
        rules.require_rating(rating)
        with self._office.database.writing() as tx:
            old = self._standing(tx, number, version)
            if old.closed_on is not None:
                raise rules.AlreadyClosed(number)
            rules.require_settled_between(old.business_date, on, self._office.today())
            new = replace(
                old,
                closed_on=on,
                handling=handling or old.handling,
                answer=answer or old.answer,
                rating=rating or old.rating,
            )
            with self._late_fact(tx, old, LATER_OUTCOME, by, self._office.now()):
                return self._save(tx, old, new, "close_enquiry", by)

    def rate(self, number: str, rating: int | None, *, version: int, by: Clerk) -> Enquiry:
        """Enter the rating the citizen gave (好差评, 1..5); None takes it back. On a closed day: a dated adjustment.

        Raises RatingOutOfRange, NoSuchRecord, RecordVoided, ChangedMeanwhile, NotPermitted.
        """
        require(by, Permission.REGISTER_ENQUIRY)
        rules.require_rating(rating)
        with self._office.database.writing() as tx:
            old = self._standing(tx, number, version)
            with self._late_fact(tx, old, LATER_RATING, by, self._office.now()):
                return self._save(tx, old, replace(old, rating=rating), "rate_enquiry", by)

    def get(self, number: str) -> Enquiry:
        """Return a record, its name and phone masked. Raises NoSuchRecord."""
        return masked(self._clear(number))

    def reveal(self, number: str, *, reason: str, by: Clerk) -> Enquiry:
        """Return a record in clear; who looked and why goes to the audit (个人信息保护法 第五十一条).

        Raises ReasonMissing, NoSuchRecord, NotPermitted.
        """
        require(by, Permission.REVEAL_PERSON)
        if not reason.strip():
            raise ReasonMissing
        with self._office.database.writing() as tx:
            found = enquiries.get(tx, number)
            if found is None:
                raise NoSuchRecord(number)
            audit.note(
                tx, at=self._office.now(), by=by.name, action="reveal_person", subject=number, after=reason.strip()
            )
        return found

    def today(self) -> list[EnquiryRow]:
        """Return today's records, newest first, masked."""
        return self.rows(self._office.today())

    def rows(self, day: date, until: date | None = None) -> list[EnquiryRow]:
        """Return the records of ``day``, or of ``day`` up to but without ``until``, newest first, masked."""
        with self._office.database.reading() as tx:
            return reception.rows(tx, day, until or day + timedelta(days=1))

    def totals(self, day: date) -> ReceptionTotals:
        """Count a day: 批次, 人次 and 件次 apart, from the covering index."""
        with self._office.database.reading() as tx:
            return reception.totals(tx, self._office.window, day)

    def returning(self, text: str) -> Returning:
        """Return masked earlier records of this phone (whole, or its last four digits or more) or of this very name."""
        with self._office.database.reading() as tx:
            return reception.returning(tx, text.strip())

    def repeat_last(self, by: Clerk) -> EnquiryDraft | None:
        """Return a draft like the clerk's last record (F4): everything but the person, the time and the rating."""
        with self._office.database.reading() as tx:
            last = enquiries.last_by(tx, by.name)
        return None if last is None else rules.again(last)

    def into_application(self, number: str) -> ApplicationDraft:
        """Return the application form's prefill (F6): name, phone, content and channel carried, the enquiry linked.

        Raises NoSuchRecord, TurnedIntoApplication.
        """
        enquiry = self._clear(number)
        with self._office.database.reading() as tx:
            self._require_not_turned(tx, enquiry)
        return application_from(enquiry, self._office.today())

    def due_on(self, draft: EnquiryDraft) -> date | None:
        """Return the day a referred matter of this kind must be answered; None when it has no clock."""
        at = draft.occurred_at or self._office.now()
        return self._with_due(draft, at.date()).due_on

    def trace(self, number: str) -> EnquiryTrace | None:
        """Return why a record must be answered by its day, day by day (F9); None for one without such a day.

        Raises NoSuchRecord.
        """
        found = self._clear(number)
        return self._traced(found.kind, found.business_date, found.due_on, number, found.closed_on)

    def trace_of(self, draft: EnquiryDraft, *, number: str = "") -> EnquiryTrace | None:
        """Return the same for what a form says now, whatever is in the register of it."""
        at = draft.occurred_at or self._office.now()
        return self._traced(draft.kind, at.date(), self._with_due(draft, at.date()).due_on, number, draft.closed_on)

    def _traced(
        self, kind: EnquiryKind, raised: date, due: date | None, number: str, closed_on: date | None
    ) -> EnquiryTrace | None:
        return trace(kind, raised, due, self._clocks, self._office.calendar, number=number, closed_on=closed_on)

    def confirm_clock(self, *, by: Clerk) -> None:
        """Let numbering go on after the machine's clock went back: a supervisor looked at the clock and says so."""
        require(by, Permission.CONFIRM_CLOCK)
        with self._office.database.writing() as tx:
            audit.clock_confirmed(tx, at=self._office.now(), by=by.name)

    def accept_clock(self, at: datetime, *, by: Clerk) -> None:
        """Confirm the time ``at`` when the last entry lies after it; a store that is in time is not written to."""
        with self._office.database.reading() as tx:
            late = audit.went_back(tx, at)
        if late:
            require(by, Permission.CONFIRM_CLOCK)
            with self._office.database.writing() as tx:
                audit.clock_confirmed(tx, at=at, by=by.name)

    def _with_due(self, draft: EnquiryDraft, day: date) -> EnquiryDraft:
        if draft.handling in rules.SETTLED_AT_ONCE or draft.due_on is not None:
            return draft
        calendar = self._office.calendar
        return replace(draft, due_on=due_on(self._clocks, draft.kind, day, lambda *args: calendar.add(*args).on))

    def _clear(self, number: str) -> Enquiry:
        with self._office.database.reading() as tx:
            found = enquiries.get(tx, number)
        if found is None:
            raise NoSuchRecord(number)
        return found

    def _late_fact(
        self, tx: Transaction, record: Enquiry, reason: str, by: Clerk, now: datetime
    ) -> AbstractContextManager[None]:
        return day_closes.late_fact(
            tx,
            window=record.window,
            days=(record.business_date,),
            reason=reason,
            subject=record.number,
            by=by.name,
            at=now,
            historical=record.historical,
        )

    def _require_open(self, tx: Transaction, day: date) -> None:
        if day_closes.closed(tx, self._office.window, day):
            raise DayClosed(day)

    def _require_open_for(self, tx: Transaction, enquiry: Enquiry) -> None:
        if enquiry.historical:  # imported history is sealed as one packet
            raise DayClosed(enquiry.business_date)
        self._require_open(tx, enquiry.business_date)

    def _require_not_turned(self, tx: Transaction, enquiry: Enquiry) -> None:
        application = enquiries.turned_into(tx, enquiry)
        if application:
            raise rules.TurnedIntoApplication(enquiry.number, application)

    def _standing(self, tx: Transaction, number: str, version: int | None = None) -> Enquiry:
        found = enquiries.get(tx, number)
        if found is None:
            raise NoSuchRecord(number)
        if found.voided:
            raise rules.RecordVoided(number)
        if version is not None and version != found.version:
            raise ChangedMeanwhile(number=number, version=found.version, theirs=masked(found))
        return found

    def _void(self, tx: Transaction, old: Enquiry, reason: str, action: str, by: Clerk) -> Enquiry:
        self._require_open_for(tx, old)
        self._require_not_turned(tx, old)
        if enquiries.has_further_matters(tx, old):
            raise rules.VisitHasFurtherMatters(old.number)
        number = RegisterNumber.read(old.number)
        assert number is not None
        number_ledger.void(tx, number.ledger_series, number.year, number.serial, reason)
        return self._save(tx, old, replace(old, voided=reason.strip()), action, by)

    def _save(
        self, tx: Transaction, old: Enquiry, new: Enquiry, action: str, by: Clerk, draft_instance: str = ""
    ) -> Enquiry:
        enquiries.save(tx, new)
        names = tuple(name for name in Enquiry.__dataclass_fields__ if getattr(old, name) != getattr(new, name))
        audit.note(
            tx,
            at=self._office.now(),
            by=by.name,
            action=action,
            subject=old.number,
            before={name: getattr(old, name) for name in names},
            after={name: getattr(new, name) for name in names},
        )
        if draft_instance:
            drafts.delete(tx, draft_instance, clerk=by.name)
        return masked(replace(new, version=old.version + 1))


def _require_printable(draft: EnquiryDraft) -> None:
    # What the receipt prints; a tick has no words and must not wait for the fonts' tables.
    texts = {"name": draft.name, "content": draft.content, "refer_to": draft.refer_to, "unit": draft.unit}
    if any(texts.values()):
        glyphs.require(texts)
