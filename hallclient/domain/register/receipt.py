"""On which day was an application received? Decided by the channel's rule (政府信息公开条例 第三十一条)."""

from datetime import date, datetime, timedelta

from hallclient.domain.refusal import Refusal
from hallclient.domain.register.application import ApplicationDraft
from hallclient.domain.register.kinds import ApplicationChannel
from hallclient.domain.register.steps import Act, Step

REASON_AFTER = timedelta(days=3)  # a weekend's post needs no excuse, anything older does
OLDEST = timedelta(days=2 * 366)  # a live entry older than this is a slip of the pen; history comes by import

_HANDED_OVER = frozenset({ApplicationChannel.IN_PERSON, ApplicationChannel.ORAL})


class ReceivedInFuture(Refusal):
    """Nothing can have arrived or been confirmed after today."""

    fields = ("arrived_on", "confirmed_on")

    def __init__(self, on: date) -> None:
        super().__init__()
        self.on = on


class ReceivedTooLongAgo(Refusal):
    """The date lies years back; older registers come through the import."""

    fields = ("arrived_on",)

    def __init__(self, on: date, earliest: date) -> None:
        super().__init__()
        self.on, self.earliest = on, earliest


class ConfirmedBeforeArrival(Refusal):
    """Both sides cannot have confirmed what had not arrived."""

    fields = ("confirmed_on",)

    def __init__(self, arrived_on: date) -> None:
        super().__init__()
        self.arrived_on = arrived_on


class LateReceiptNeedsReason(Refusal):
    """A receipt entered days later, or into a closed day, says why; a closed day then gets a dated adjustment."""

    fields = ("late_reason",)

    def __init__(self, on: date, *, closed: bool) -> None:
        super().__init__()
        self.on, self.closed = on, closed


class ReceiptFixed(Refusal):
    """Later acts stand on this receipt date, or it would move the number into another year: void and register anew."""

    fields = ("arrived_on", "confirmed_on", "channel")


def needs_confirmation(draft: ApplicationDraft) -> bool:
    """Tell whether receipt waits until both sides confirmed it.

    Handed in at the window, or signed for from the post: no (art. 31(1)(2)). Ordinary post, the internet, e-mail, fax
    and whatever else bears no signature: yes (art. 31(2)(3)).
    """
    signed_post = draft.signed_for and draft.channel in (ApplicationChannel.POST, ApplicationChannel.OTHER)
    return draft.channel not in _HANDED_OVER and not signed_post


def receipt_date(draft: ApplicationDraft) -> date | None:
    """Return the receipt date of art. 31; None while it waits for the confirmation of both sides."""
    return draft.confirmed_on if needs_confirmation(draft) else draft.arrived_on


def check_receipt(draft: ApplicationDraft, today: date) -> None:
    """Raise ReceivedInFuture, ReceivedTooLongAgo or ConfirmedBeforeArrival for impossible dates."""
    for on in (draft.arrived_on, receipt_date(draft)):
        if on is not None and on > today:
            raise ReceivedInFuture(on)
    if draft.arrived_on < today - OLDEST:
        raise ReceivedTooLongAgo(draft.arrived_on, today - OLDEST)
    received_on = receipt_date(draft)
    if received_on is not None and received_on < draft.arrived_on:
        raise ConfirmedBeforeArrival(draft.arrived_on)


def check_late(received_on: date, today: date, *, closed: bool, reason: str) -> None:
    """Raise LateReceiptNeedsReason when the day is closed, or more than 3 days back, and no reason is given."""
    if (closed or today - received_on > REASON_AFTER) and not reason.strip():
        raise LateReceiptNeedsReason(received_on, closed=closed)


def opening_steps(draft: ApplicationDraft, *, by: str, at: datetime) -> tuple[Step, ...]:
    """Return the steps a registration starts with: 收到, or 送达待确认 and, once both sides confirmed, 收到."""
    received_on = receipt_date(draft)
    reason = draft.late_reason.strip()
    steps = []
    if needs_confirmation(draft):
        steps.append(Step(act=Act.ARRIVED, on=draft.arrived_on, by=by, entered_at=at, reason=reason))
    if received_on is not None:
        steps.append(Step(act=Act.RECEIVED, on=received_on, by=by, entered_at=at, reason=reason))
    return tuple(steps)
