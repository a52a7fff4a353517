"""How is a hub set up, and who may report? Schema and roles, windows and their logins, locks and exceptions."""

import base64
import re
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from sqlalchemy import Connection, func, insert, select, update

from hallclient.domain.figures.delivery import Verdict
from hallclient.domain.figures.packet import GENESIS
from hallclient.domain.refusal import Refusal
from hallclient.foundation.paths import DB
from hallclient.hub import counting, database, logins, standing
from hallclient.hub.database import HubDatabase, HubNotReady
from hallclient.hub.judge import IMPORT, WINDOW, signed_by
from hallclient.hub.judge import public_key as key_of
from hallclient.hub.schema import REVISION, acts, exceptions, inbox, locks, verdicts, window_keys, windows

PATIENCE = 600.0  # seconds: building a schema is nobody's counter


class WindowNameWrong(Refusal):
    """A window is called city-wide by its agency's code and its own: ``SL01-W01``."""

    fields = ("window",)


class WindowUnknown(Refusal):
    """No window of that name is enrolled at the hub."""

    fields = ("window",)

    def __init__(self, window: str) -> None:
        super().__init__()
        self.window = window


class WindowKeyWrong(Refusal):
    """The public key is not 32 bytes in base64."""

    fields = ("public_key",)


class WindowKeyTaken(Refusal):
    """Another window signs with this key: each makes its own, or one could speak for the other."""

    fields = ("public_key",)

    def __init__(self, window: str) -> None:
        super().__init__()
        self.window = window


class OfficeNameWrong(Refusal):
    """An office login is 2 to 30 lower-case letters, digits or underscores."""

    fields = ("user",)


class OfficeUnknown(Refusal):
    """Nobody of the office has this login at the hub."""

    fields = ("user",)

    def __init__(self, user: str) -> None:
        super().__init__()
        self.user = user


class HubReasonMissing(Refusal):
    """Locking, unlocking, an exception and a new chain say who and why."""

    fields = ("reason",)


class HubDatesReversed(Refusal):
    """A period ends after it begins; an exception stands at least for today."""

    fields = ("until",)


class HubNotLocked(Refusal):
    """No lock touches these days: nothing is there to be lifted."""

    fields = ("until",)


@dataclass(frozen=True, slots=True)
class Credentials:
    """A login of its own. The password is shown once; at a SQLite hub there is none."""

    window: str
    login: str
    password: str = field(repr=False)


def init(hub: HubDatabase) -> bool:
    """Build or upgrade the hub: roles, schema, rights. Doing it twice changes nothing.

    At PostgreSQL the login needs CREATEROLE and the right to create in the database. Returns whether all is shut: False
    when a superuser of the server has to do the same once, who alone can take from everybody what is everybody's.
    Raises RolesOfAnother, HubForbids, HubNotReady (a newer program's hub), HubUnreachable.
    """
    from alembic import command
    from alembic.config import Config

    with hub.writing(patience=PATIENCE, checked=False) as tx:
        if hub.server:
            tx.exec_driver_sql("SET LOCAL statement_timeout = 0")
            logins.roles(tx)
        found = database.revision(tx)
        if found is not None and found > REVISION:
            raise HubNotReady
        config = Config(attributes={"connection": tx})
        config.set_main_option("script_location", str(DB / "hub"))
        command.upgrade(config, "head")
        if not hub.server:
            return True
        tx.exec_driver_sql("RESET ROLE")
        return logins.shut(tx)


def enrol(
    hub: HubDatabase,
    window: str,
    public_key: str,
    unit: str,
    *,
    by: str = "",
    since: date | None = None,
    unit_if_new: str = "",
) -> Credentials:
    """Register a window, its unit and the key it signs with (base64), and give it a login of its own.

    Enrolling again adds a key (the old one still signs until the window is revoked), sets a new password and lets a
    revoked window in again. ``since`` is the first day it is expected to report, today unless given. A window that is
    known keeps what is not said: its first day, and with an empty ``unit`` its unit (a new one's is ``unit_if_new``).
    Raises WindowNameWrong, WindowKeyWrong, WindowKeyTaken, LoginTaken, HubForbids.
    """
    if not WINDOW.fullmatch(window):
        raise WindowNameWrong
    if key_of(public_key) is None:
        raise WindowKeyWrong
    public_key = base64.b64encode(base64.b64decode(public_key)).decode()  # one spelling of it
    login = "w_" + window.lower().replace("-", "_")
    password = secrets.token_urlsafe(24) if hub.server else ""
    with hub.writing() as tx:
        now = hub.clock(tx)
        _require_own_key(tx, window, public_key)
        if hub.server:
            logins.give(tx, login, password, "hall_window")
        with _as_owner(hub, tx):
            if _known(tx, window):
                said = {name: value for name, value in (("unit", unit), ("since", since)) if value}
                tx.execute(update(windows).where(windows.c.window == window).values(revoked_at=None, **said))
            else:
                tx.execute(
                    insert(windows).values(
                        window=window,
                        unit=unit or unit_if_new,
                        login=login,
                        since=since or now.date(),
                        enrolled_at=now,
                        head=GENESIS,
                    )
                )
            held = select(func.count()).where(
                window_keys.c.window == window,
                window_keys.c.public_key == public_key,
                window_keys.c.revoked_at.is_(None),
            )
            if not tx.execute(held).scalar_one():
                tx.execute(insert(window_keys).values(window=window, public_key=public_key, enrolled_at=now))
            _judge_again(tx, window)
            unit = tx.execute(select(windows.c.unit).where(windows.c.window == window)).scalar_one()
            _note(tx, hub, by=by, act="enrol", window=window, detail=unit)
    return Credentials(window, login if hub.server else "", password)


def enrol_office(hub: HubDatabase, user: str, *, by: str = "") -> Credentials:
    """Give a person of the office a login of its own (``o_…``): reads all, checks and counts, locks and grants."""
    login, password = _office_login(user), secrets.token_urlsafe(24) if hub.server else ""
    if hub.server:
        with hub.writing() as tx:
            logins.give(tx, login, password, "hall_office")
            with _as_owner(hub, tx):
                _note(tx, hub, by=by, act="enrol_office", detail=login)
    return Credentials("", login if hub.server else "", password)


def revoke_office(hub: HubDatabase, user: str, *, by: str = "", reason: str = "") -> None:
    """Shut a person of the office out: the login and its open connections; a hub in a file has none.

    Raises OfficeNameWrong, OfficeUnknown, HubForbids.
    """
    login = _office_login(user)
    if not hub.server:
        return
    with hub.writing() as tx:
        if not logins.of(tx, login, "hall_office"):
            raise OfficeUnknown(user)
        logins.shut_out(tx, login)
        with _as_owner(hub, tx):
            _note(tx, hub, by=by, act="revoke_office", detail=f"{login} {reason}".strip())
    logins.cut(hub, login)


def _office_login(user: str) -> str:
    if not re.fullmatch(r"[a-z0-9_]{2,30}", user):
        raise OfficeNameWrong
    return f"o_{user}"


def revoke(hub: HubDatabase, window: str, *, by: str = "", reason: str = "") -> None:
    """Shut a window out: its login, its open connections, its keys. What it sent before stays and counts."""
    with hub.writing() as tx:
        now = hub.clock(tx)
        _require_known(tx, window)
        _count(hub, tx)  # what came before and nobody has looked at yet
        login = tx.execute(select(windows.c.login).where(windows.c.window == window)).scalar_one()
        if hub.server and logins.there(tx, login):
            logins.shut_out(tx, login)
        with _as_owner(hub, tx):
            tx.execute(update(windows).where(windows.c.window == window).values(revoked_at=now))
            tx.execute(
                update(window_keys)
                .where(window_keys.c.window == window, window_keys.c.revoked_at.is_(None))
                .values(revoked_at=now)
            )
            _note(tx, hub, by=by, act="revoke", window=window, detail=reason)
    if hub.server:  # only now: before, a connection that was cut could have come in again at once
        logins.cut(hub, login)


def lock_period(hub: HubDatabase, first: date, until: date, *, by: str, reason: str) -> None:
    """Take no more packets for the days ``first`` to before ``until``; every window reads who and why."""
    _require_said(by, reason)
    if until <= first:
        raise HubDatesReversed
    with hub.writing() as tx:
        _count(hub, tx)  # what came before the lock is not refused by it
        tx.execute(insert(locks).values(first=first, until=until, by=by, reason=reason, at=hub.clock(tx)))
        _note(tx, hub, by=by, act="lock", detail=f"{first.isoformat()}/{until.isoformat()} {reason}")


def unlock_period(hub: HubDatabase, first: date, until: date, *, by: str, reason: str) -> list[tuple[date, date]]:
    """Lift the locks that touch the days ``first`` to before ``until``, each as a whole; return their half-open spans.

    What was refused anywhere under them counts now. Raises HubNotLocked, HubReasonMissing.
    """
    _require_said(by, reason)
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
        _note(tx, hub, by=by, act="unlock", detail=f"{first.isoformat()}/{until.isoformat()} {reason}")
    return lifted


def grant_exception(
    hub: HubDatabase, window: str, first: date, until: date, *, open_until: date, by: str, reason: str
) -> None:
    """Let a window send the locked days ``first`` to before ``until`` up to ``open_until`` (included).

    What it sent in vain counts at once. Raises WindowUnknown, HubReasonMissing, HubDatesReversed.
    """
    _require_said(by, reason)
    with hub.writing() as tx:
        now = hub.clock(tx)
        if until <= first or open_until < now.date():
            raise HubDatesReversed
        _require_known(tx, window)
        tx.execute(
            insert(exceptions).values(
                window=window, first=first, until=until, open_until=open_until, by=by, reason=reason, at=now
            )
        )
        _refused_again(hub, tx, first, until, window)
        _note(
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
    _require_said(by, reason)
    with hub.writing() as tx:
        _require_known(tx, window)
        counting.hold(tx, counting.units_of(tx, [window]))  # whoever counts it now must not overwrite what we say
        tx.execute(update(windows).where(windows.c.window == window).values(branch_by=by))
        _judge_again(tx, window)
        _note(tx, hub, by=by, act="branch", window=window, detail=reason)
        _count(hub, tx)
        _over_the_gap(hub, tx, window)


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
    _judge_again(tx, window)
    _count(hub, tx)


def _refused_again(hub: HubDatabase, tx: Connection, first: date, until: date, window: str = "") -> None:
    where = [
        verdicts.c.verdict == Verdict.REFUSED.value,
        # An import's lines lie anywhere: it is judged again whatever the period.
        (verdicts.c.kind == IMPORT) | ((verdicts.c.business_date >= first) & (verdicts.c.business_date < until)),
    ]
    if window:
        where.append(verdicts.c.window == window)
    _queue(tx, *where)
    _count(hub, tx)


def _judge_again(tx: Connection, window: str) -> None:
    _queue(tx, verdicts.c.window == window, verdicts.c.verdict == Verdict.KEPT_ASIDE.value, ~verdicts.c.linked)


def _queue(tx: Connection, *where: Any) -> None:
    """Lay packets into the inbox again: to be judged by what the office has just said."""
    there = select(inbox.c.packet_id).where(
        inbox.c.window == verdicts.c.window, inbox.c.packet_id == verdicts.c.packet_id
    )
    tx.execute(
        insert(inbox).from_select(
            ["window", "packet_id", "business_date"],
            select(verdicts.c.window, verdicts.c.packet_id, verdicts.c.business_date).where(*where, ~there.exists()),
        )
    )


def _count(hub: HubDatabase, tx: Connection) -> None:
    counting.count_all(tx, now=hub.clock(tx))


def _require_said(by: str, reason: str) -> None:
    if not by.strip() or not reason.strip():
        raise HubReasonMissing


def _known(tx: Connection, window: str) -> bool:
    return bool(tx.execute(select(func.count()).where(windows.c.window == window)).scalar_one())


def _require_known(tx: Connection, window: str) -> None:
    if not _known(tx, window):
        raise WindowUnknown(window)


def _require_own_key(tx: Connection, window: str, key: str) -> None:
    query = select(window_keys.c.window).where(
        window_keys.c.window != window, window_keys.c.public_key == key, window_keys.c.revoked_at.is_(None)
    )
    if (other := tx.execute(query.limit(1)).scalar()) is not None:
        raise WindowKeyTaken(other)


def _note(tx: Connection, hub: HubDatabase, *, by: str, act: str, window: str = "", detail: str = "") -> None:
    tx.execute(insert(acts).values(at=hub.clock(tx), by=by, act=act, window=window, detail=detail))


@contextmanager
def _as_owner(hub: HubDatabase, tx: Connection) -> Iterator[None]:
    if hub.server:
        tx.exec_driver_sql("SET LOCAL ROLE hall_owner")
    yield
    if hub.server:
        tx.exec_driver_sql("RESET ROLE")
