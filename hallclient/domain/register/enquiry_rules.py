"""May this enquiry be entered as it is, and what record does it make?"""

from dataclasses import replace
from datetime import date, datetime

from hallclient.domain.refusal import Refusal
from hallclient.domain.register.enquiry import (
    ClosedBeforeOpened,
    Enquiry,
    EnquiryDraft,
    MattersOutOfRange,
    OccurredInFuture,
    OccurredTooLongAgo,
    PersonsOutOfRange,
    RatingOutOfRange,
)
from hallclient.domain.register.kinds import Handling
from hallclient.domain.register.people import mask_name, mask_phone


class ClosedInFuture(Refusal):
    """A matter cannot have been settled after today."""

    fields = ("closed_on",)


class NumberOfAnotherYear(Refusal):
    """The number bears the year it was raised in; a record of another year is voided and entered again."""

    fields = ("occurred_at",)


class LateReasonMissing(Refusal):
    """A visit entered on a later day needs the reason why."""

    fields = ("late_reason",)


class RecordVoided(Refusal):
    """A voided record keeps its number and can no longer be changed."""

    def __init__(self, number: str) -> None:
        super().__init__()
        self.number = number


class VisitHasFurtherMatters(Refusal):
    """The first matter carries the visit's persons; its further matters are voided before it."""

    def __init__(self, number: str) -> None:
        super().__init__()
        self.number = number


class VisitUnknown(Refusal):
    """A further matter names the number of its visit's first matter, of the same day and not voided."""

    fields = ("visit",)


class TurnedIntoApplication(Refusal):
    """The enquiry grew into an application; that one is voided first."""

    def __init__(self, number: str, application: str) -> None:
        super().__init__()
        self.number, self.application = number, application


class NothingToUndo(Refusal):
    """This clerk entered nothing today that still stands."""


class AlreadyClosed(Refusal):
    """The matter is settled already."""

    def __init__(self, number: str) -> None:
        super().__init__()
        self.number = number


MOST = 9999  # persons or matters in one record; more is a slip of the finger

# Settled while the citizen stands there; a referred matter and one still being handled stay open.
SETTLED_AT_ONCE = frozenset(Handling) - {Handling.REFERRED}


def occurred(draft: EnquiryDraft, now: datetime) -> datetime:
    """Return when the matter was raised; ``now`` when the draft does not say.

    Raises OccurredInFuture, OccurredTooLongAgo, LateReasonMissing.
    """
    at = draft.occurred_at
    if at is None:
        return now
    if at > now:
        raise OccurredInFuture
    day, today = at.date(), now.date()
    # A plausibility window, not law: year 1015 and last century are slips of the pen.
    if (day.year + 1, day.month, day.day) < (today.year, today.month, today.day):
        raise OccurredTooLongAgo
    if day < today and not draft.late_reason.strip():
        raise LateReasonMissing
    return at


def checked(draft: EnquiryDraft) -> EnquiryDraft:
    """Return the draft when its counts can stand. Raises PersonsOutOfRange, MattersOutOfRange, RatingOutOfRange."""
    fewest, most = (0, 0) if draft.visit else (1, MOST)
    if not fewest <= draft.persons <= most:
        raise PersonsOutOfRange
    if not 1 <= draft.matters <= MOST:
        raise MattersOutOfRange
    require_rating(draft.rating)
    return draft


def require_rating(rating: int | None) -> None:
    """Raise RatingOutOfRange unless the rating is one of the five levels, or not given (国办发〔2019〕51号)."""
    if rating is not None and not 1 <= rating <= 5:
        raise RatingOutOfRange


def require_visit(first: Enquiry | None, day: date) -> None:
    """Raise VisitUnknown unless ``first`` is the standing first matter of a visit of ``day``."""
    if first is None or first.voided or first.visit != first.number or first.business_date != day:
        raise VisitUnknown


def require_settled_between(raised: date, settled: date, today: date) -> None:
    """Raise ClosedBeforeOpened or ClosedInFuture unless a matter can have been settled on that day."""
    if settled < raised:
        raise ClosedBeforeOpened
    if settled > today:
        raise ClosedInFuture


def settled_on(draft: EnquiryDraft, business_date: date, today: date) -> date | None:
    """Return the day the matter was settled: the one given, else the day itself for what is settled at once.

    Raises ClosedBeforeOpened, ClosedInFuture.
    """
    if draft.closed_on is not None:
        require_settled_between(business_date, draft.closed_on, today)
        return draft.closed_on
    return business_date if draft.handling in SETTLED_AT_ONCE else None


def enter(draft: EnquiryDraft, *, number: str, window: str, by: str, occurred_at: datetime, now: datetime) -> Enquiry:
    """Return the record a checked draft makes under ``number``. Raises ClosedBeforeOpened, ClosedInFuture."""
    day = occurred_at.date()
    return Enquiry(
        number=number,
        visit=draft.visit or number,
        business_date=day,
        occurred_at=occurred_at,
        entered_at=now,
        entered_by=by,
        window=window,
        kind=draft.kind,
        channel=draft.channel,
        persons=draft.persons,
        matters=draft.matters,
        approximate=draft.approximate,
        late=day < now.date(),
        late_reason=draft.late_reason,
        unit=draft.unit,
        topic=draft.topic,
        name=draft.name,
        phone=draft.phone,
        content=draft.content,
        answer=draft.answer,
        handling=draft.handling,
        refer_to=draft.refer_to,
        due_on=draft.due_on,
        closed_on=settled_on(draft, day, now.date()),
        rating=draft.rating,
        ticked=draft.ticked,
        application=draft.application,
    )


def amended(old: Enquiry, draft: EnquiryDraft, now: datetime) -> Enquiry:
    """Return the record ``old`` becomes when its form says ``draft``; number, visit and who entered it stay.

    Raises NumberOfAnotherYear, and as ``occurred``, ``checked`` and ``settled_on``.
    """
    first = old.visit == old.number
    draft = replace(
        draft,
        visit="" if first else old.visit,
        application=old.application,
        # A form that was never shown the person in clear gives the mask back: nothing was changed there.
        name=old.name if draft.name == mask_name(old.name) else draft.name,
        phone=old.phone if draft.phone == mask_phone(old.phone) else draft.phone,
    )
    if draft.closed_on == old.closed_on and draft.handling not in SETTLED_AT_ONCE:
        # The form was filled with the day of the old, settled handling; the new one is not settled yet.
        draft = replace(draft, closed_on=None if old.handling in SETTLED_AT_ONCE else old.closed_on)
    at = draft.occurred_at
    if at is None or at == old.occurred_at.replace(second=0, microsecond=0):
        at = old.occurred_at  # a form shows minutes
    if at != old.occurred_at:
        at = occurred(draft, old.entered_at)  # whether it was late was decided when it was entered
    if at.year != old.occurred_at.year:
        raise NumberOfAnotherYear
    new = enter(checked(draft), number=old.number, window=old.window, by=old.entered_by, occurred_at=at, now=now)
    return replace(
        new,
        entered_at=old.entered_at,
        late=new.business_date < old.entered_at.date(),
        original_number=old.original_number,
        version=old.version,
    )


def as_draft(enquiry: Enquiry) -> EnquiryDraft:
    """Return what a form shows of a record; the other way round of ``enter``."""
    first = enquiry.visit == enquiry.number
    shared = {name: getattr(enquiry, name) for name in EnquiryDraft.__dataclass_fields__ if name != "visit"}
    return EnquiryDraft(visit="" if first else enquiry.visit, **shared)


def again(enquiry: Enquiry) -> EnquiryDraft:
    """Return a draft like this record for the next caller: not the person, the time, the visit or the rating (F4)."""
    return EnquiryDraft(
        kind=enquiry.kind,
        channel=enquiry.channel,
        unit=enquiry.unit,
        topic=enquiry.topic,
        content=enquiry.content,
        answer=enquiry.answer,
        handling=Handling.ANSWERED if enquiry.handling is Handling.APPLICATION else enquiry.handling,
        refer_to=enquiry.refer_to,
    )
