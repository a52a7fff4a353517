"""How is a hub set up, and who may report? Schema and roles, windows, the office's people, logins and keys."""

import base64
import re
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date

from sqlalchemy import Connection, func, insert, select, update

from hallclient.domain.figures.packet import GENESIS
from hallclient.domain.refusal import Refusal
from hallclient.foundation.paths import DB
from hallclient.foundation.trouble import Trouble
from hallclient.hub import database, logins
from hallclient.hub.acts import count, judge_again, known, note, require_known
from hallclient.hub.database import HubDatabase
from hallclient.hub.judge import WINDOW
from hallclient.hub.judge import public_key as key_of
from hallclient.hub.placing import placed
from hallclient.hub.schema import REVISION, window_keys, windows

PATIENCE = 600.0  # seconds: building a schema is nobody's counter


class WindowNameWrong(Refusal):
    """A window is called city-wide by its agency's code and its own: ``SL01-W01``."""

    fields = ("window",)


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


class HubNewer(Trouble):
    """A newer program built the hub; this one leaves it alone."""


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
    Raises HubDatabaseMissing, HubFolderMissing, HubFileForeign, RolesOfAnother, HubForbids, HubNewer,
    FolderNotWritable, HubUnreachable and its kin.
    """
    with placed(hub), hub.writing(patience=PATIENCE, checked=False) as tx:
        return _build(hub, tx)


def _build(hub: HubDatabase, tx: Connection) -> bool:
    from alembic import command
    from alembic.config import Config

    if hub.server:
        tx.exec_driver_sql("SET LOCAL statement_timeout = 0")
        logins.roles(tx)
    found = database.revision(tx)
    if found is not None and found > REVISION:
        raise HubNewer
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
            if known(tx, window):
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
            judge_again(tx, window)
            unit = tx.execute(select(windows.c.unit).where(windows.c.window == window)).scalar_one()
            note(tx, hub, by=by, act="enrol", window=window, detail=unit)
    return Credentials(window, login if hub.server else "", password)


def enrol_office(hub: HubDatabase, user: str, *, by: str = "") -> Credentials:
    """Give a person of the office a login of its own (``o_…``): reads all, checks and counts, locks and grants."""
    login, password = _office_login(user), secrets.token_urlsafe(24) if hub.server else ""
    if hub.server:
        with hub.writing() as tx:
            logins.give(tx, login, password, "hall_office")
            with _as_owner(hub, tx):
                note(tx, hub, by=by, act="enrol_office", detail=login)
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
            note(tx, hub, by=by, act="revoke_office", detail=f"{login} {reason}".strip())
    logins.cut(hub, login)


def _office_login(user: str) -> str:
    if not re.fullmatch(r"[a-z0-9_]{2,30}", user):
        raise OfficeNameWrong
    return f"o_{user}"


def revoke(hub: HubDatabase, window: str, *, by: str = "", reason: str = "") -> None:
    """Shut a window out: its login, its open connections, its keys. What it sent before stays and counts."""
    with hub.writing() as tx:
        now = hub.clock(tx)
        require_known(tx, window)
        count(hub, tx)  # what came before and nobody has looked at yet
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
            note(tx, hub, by=by, act="revoke", window=window, detail=reason)
    if hub.server:  # only now: before, a connection that was cut could have come in again at once
        logins.cut(hub, login)


def _require_own_key(tx: Connection, window: str, key: str) -> None:
    query = select(window_keys.c.window).where(
        window_keys.c.window != window, window_keys.c.public_key == key, window_keys.c.revoked_at.is_(None)
    )
    if (other := tx.execute(query.limit(1)).scalar()) is not None:
        raise WindowKeyTaken(other)


@contextmanager
def _as_owner(hub: HubDatabase, tx: Connection) -> Iterator[None]:
    if hub.server:
        tx.exec_driver_sql("SET LOCAL ROLE hall_owner")
    yield
    if hub.server:
        tx.exec_driver_sql("RESET ROLE")
