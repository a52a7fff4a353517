"""What does the office rule? Periods locked, a window let through by exception, a chain that goes on from a backup."""

from datetime import date

from sqlalchemy import Connection, insert, select, update

from hallclient.domain.figures.delivery import Verdict
from hallclient.domain.refusal import Refusal
from hallclient.hub import counting, standing
from hallclient.hub.acts import count, judge_again, note, queue, require_known, require_said
from hallclient.hub.database import HubDatabase
from hallclient.hub.judge import IMPORT, signed_by
from hallclient.hub.schema import exceptions, locks, verdicts, windows


class HubDatesReversed(Refusal):
    """A period ends after it begins; an exception stands at least for today."""

    fields = ("until",)


class HubNoBranch(Refusal):
    """No chain of this window may go on from an older packet: there is nothing to be withdrawn."""

    fields = ("window",)


class HubNotLocked(Refusal):
    """No lock touches these days: nothing is there to be lifted."""

    fields = ("until",)


def lock_period(hub: HubDatabase, first: date, until: date, *, by: str, reason: str) -> None:
    """Take no more packets for the days ``first`` to before ``until``; every window reads who and why."""
    require_said(by, reason)
    if until <= first:
        raise HubDatesReversed
    with hub.writing() as tx:
        count(hub, tx)  # what came before the lock is not refused by it
        tx.execute(insert(locks).values(first=first, until=until, by=by, reason=reason, at=hub.clock(tx)))
        note(tx, hub, by=by, act="lock", detail=f"{first.isoformat()}/{until.isoformat()} {reason}")


def unlock_period(hub: HubDatabase, first: date, until: date, *, by: str, reason: str) -> list[tuple[date, date]]:
    """Lift the locks that touch the days ``first`` to before ``until``, each as a whole; return their half-open spans.

    What was refused anywhere under them counts now. Raises HubNotLocked, HubReasonMissing.
    """
    require_said(by, reason)
    with hub.writing() as tx:
        query = (
            update(locks)
            .where(locks.c.first < until, locks.c.until > first, locks.c.lifted_at.is_(None))
            .values(lifted_at=hub.clock(tx), lifted_by=by, lifted_reason=reason)
            .returning(locks.c.first, locks.c.until)
        )
        lifted = sorted((row.first, row.until) for row in tx.execute(query))
        if not lifted:
            raise HubNotLocked
        _refused_again(hub, tx, min(lifted)[0], max(end for _, end in lifted))
        note(tx, hub, by=by, act="unlock", detail=f"{first.isoformat()}/{until.isoformat()} {reason}")
    return lifted


def grant_exception(
    hub: HubDatabase, window: str, first: date, until: date, *, open_until: date, by: str, reason: str
) -> None:
    """Let a window send the locked days ``first`` to before ``until`` up to ``open_until`` (included).

    What it sent in vain counts at once. Raises WindowUnknown, HubReasonMissing, HubDatesReversed.
    """
    require_said(by, reason)
    with hub.writing() as tx:
        now = hub.clock(tx)
        if until <= first or open_until < now.date():
            raise HubDatesReversed
        require_known(tx, window)
        tx.execute(
            insert(exceptions).values(
                window=window, first=first, until=until, open_until=open_until, by=by, reason=reason, at=now
            )
        )
        _refused_again(hub, tx, first, until, window)
        note(
            tx,
            hub,
            by=by,
            act="exception",
            window=window,
            detail=f"{first.isoformat()}/{until.isoformat()} -{open_until.isoformat()} {reason}",
        )


def accept_branch(hub: HubDatabase, window: str, *, by: str, reason: str) -> None:
    """Let a window's chain go on once from an older packet: the office has made sure it was restored from a backup.

    What it sent since is taken up; a revision lower than the one held still counts for nothing. Where no packet forks
    but some wait for one that never comes (a store's damaged row), the chain goes on over that gap.
    Raises WindowUnknown, HubReasonMissing.
    """
    require_said(by, reason)
    with hub.writing() as tx:
        require_known(tx, window)
        counting.hold(tx, counting.units_of(tx, [window]))  # whoever counts it now must not overwrite what we say
        tx.execute(update(windows).where(windows.c.window == window).values(branch_by=by))
        judge_again(tx, window)
        note(tx, hub, by=by, act="branch", window=window, detail=reason)
        count(hub, tx)
        _over_the_gap(hub, tx, window)


def withdraw_branch(hub: HubDatabase, window: str, *, by: str, reason: str) -> None:
    """Take back a leave that no packet has made use of. Raises WindowUnknown, HubNoBranch, HubReasonMissing."""
    require_said(by, reason)
    with hub.writing() as tx:
        require_known(tx, window)
        counting.hold(tx, counting.units_of(tx, [window]))
        unused = update(windows).where(windows.c.window == window, windows.c.branch_by != "").values(branch_by="")
        if not tx.execute(unused).rowcount:
            raise HubNoBranch
        note(tx, hub, by=by, act="withdraw_branch", window=window, detail=reason)


def _over_the_gap(hub: HubDatabase, tx: Connection, window: str) -> None:
    # Only what the office saw waiting when it spoke: later a packet may merely have overtaken another one.
    unused = tx.execute(select(windows.c.branch_by).where(windows.c.window == window)).scalar_one()
    keys = standing.keys_of(tx, [window]).get(window, ())
    waiting = [one for one in standing.waiting(tx, [window]) if signed_by(one.packet, keys)] if unused else []
    known = {one.packet.sha256 for one in waiting}
    starts = [one for one in waiting if one.packet.previous_sha256 not in known]
    if not starts:
        return
    gap = min(starts, key=lambda one: one.id).packet.previous_sha256
    tx.execute(update(windows).where(windows.c.window == window).values(head=gap, branch_by=""))
    judge_again(tx, window)
    count(hub, tx)


def _refused_again(hub: HubDatabase, tx: Connection, first: date, until: date, window: str = "") -> None:
    where = [
        verdicts.c.verdict == Verdict.REFUSED.value,
        # An import's lines lie anywhere: it is judged again whatever the period.
        (verdicts.c.kind == IMPORT) | ((verdicts.c.business_date >= first) & (verdicts.c.business_date < until)),
    ]
    if window:
        where.append(verdicts.c.window == window)
    queue(tx, *where)
    count(hub, tx)
