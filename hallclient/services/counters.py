"""The counters desk: what is counted by hand, with its evidence, and a hint when a count looks unusual."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from hallclient.domain.refusal import Refusal
from hallclient.domain.register import counter as rules
from hallclient.domain.register.counter import Counter, CounterDraft, CounterEntry
from hallclient.domain.register.permissions import Clerk, Permission, require
from hallclient.domain.register.records import DayClosed
from hallclient.services.office import Office
from hallclient.storage import audit, counters, day_closes

COMPARED = 12  # months a new count is compared with (feature 56)


class CounterGone(Refusal):
    """The entry does not exist or was withdrawn already."""


class WithdrawalNeedsReason(Refusal):
    """An entered count is withdrawn only with a reason."""

    fields = ("reason",)


@dataclass(frozen=True, slots=True, kw_only=True)
class Usual:
    """The smallest and largest month of the last twelve; ``unusual`` tells that a count lies outside."""

    low: Decimal
    high: Decimal
    unusual: bool


class CountersDesk:
    """Portal items, press events, training, table 二, materials handed out."""

    def __init__(self, office: Office) -> None:
        self._office = office

    def kinds(self) -> tuple[Counter, ...]:
        """Return all counters in the order of the form."""
        return tuple(Counter)

    def usual(self, draft: CounterDraft) -> Usual | None:
        """Compare a flow's count with the months before; None for a level or when nothing was counted yet.

        A hint for the form, never a refusal.
        """
        if draft.counter.level:
            return None
        with self._office.database.reading() as tx:
            months = counters.by_month(tx, draft.counter, until=draft.on, months=COMPARED)
        if not months:
            return None
        low, high = min(months), max(months)
        return Usual(low=low, high=high, unusual=not low <= draft.count <= high)

    def enter(self, draft: CounterDraft, *, late_reason: str = "", by: Clerk) -> CounterEntry:
        """Enter a count. On a closed day it becomes a dated adjustment, for which ``late_reason`` is needed.

        Raises NotPermitted, CountNotANumber, CountedInFuture, DayClosed.
        """
        require(by, Permission.ENTER_COUNTER)
        rules.check(draft, today=self._office.today())
        now = self._office.now()
        with self._office.database.writing() as tx:
            if not late_reason.strip() and day_closes.closed(tx, self._office.window, draft.on):
                raise DayClosed(draft.on)
            with day_closes.late_fact(
                tx,
                window=self._office.window,
                days=(draft.on,),
                reason=late_reason.strip(),
                subject=draft.counter.value,
                by=by.name,
                at=now,
            ):
                entry_id = counters.add(tx, draft, by=by.name, at=now)
            audit.note(
                tx,
                at=now,
                by=by.name,
                action="enter_counter",
                subject=f"{draft.counter.value} {draft.on.isoformat()}",
                after=str(draft.count),
            )
            entered = counters.get(tx, entry_id)
        if entered is None:
            raise CounterGone
        return entered

    def withdraw(self, entry_id: int, reason: str, *, by: Clerk) -> None:
        """Withdraw a mistaken entry with a reason; it stays in the list, struck out.

        An entry never changes but this once: a second withdrawal finds CounterGone, and the first one's reason stays.
        Raises NotPermitted, WithdrawalNeedsReason, CounterGone. On a closed day it becomes a dated adjustment.
        """
        require(by, Permission.ENTER_COUNTER)
        if not reason.strip():
            raise WithdrawalNeedsReason
        now = self._office.now()
        with self._office.database.writing() as tx:
            entry = counters.get(tx, entry_id)
            if entry is None or entry.voided:
                raise CounterGone
            with day_closes.late_fact(
                tx,
                window=self._office.window,
                days=(entry.on,),
                reason=reason.strip(),
                subject=entry.counter.value,
                by=by.name,
                at=now,
                historical=entry.historical,
            ):
                counters.void(tx, entry_id, reason.strip())
            audit.note(
                tx,
                at=now,
                by=by.name,
                action="withdraw_counter",
                subject=f"{entry.counter.value} {entry.on.isoformat()}",
                before=str(entry.count),
            )

    def entries(self, first: date, last: date) -> list[CounterEntry]:
        """Return the entries of the days ``first`` to ``last`` (both included), the newest day first."""
        with self._office.database.reading() as tx:
            return counters.rows(tx, first=first, last=last)
