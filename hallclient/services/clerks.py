"""The clerks' desk: who may sign in, with which roles, by which password."""

from pathlib import Path

from hallclient.domain.refusal import Refusal
from hallclient.domain.register.permissions import Clerk, Permission, Role, require
from hallclient.domain.register.setup import PasswordTooWeak, strong
from hallclient.services.office import Office
from hallclient.storage import audit, clerks, keys
from hallclient.storage.clerks import ClerkRow


class ClerkExists(Refusal):
    """There is a clerk of that name already."""

    fields = ("user",)


class ClerkUnknown(Refusal):
    """There is no clerk of that name, or he was changed by someone else meanwhile."""

    fields = ("user",)


class LastAdministrator(Refusal):
    """Somebody must be left who may manage clerks."""

    fields = ("roles",)


class RolesMissing(Refusal):
    """A clerk has at least one role."""

    fields = ("roles",)


class ClerksDesk:
    """A clerk is a row in the store and a key slot beside it; both change together."""

    def __init__(self, office: Office, key_file: Path, store_key: bytes) -> None:
        self._office = office
        self._key_file = key_file
        self._store_key = store_key

    def rows(self) -> list[ClerkRow]:
        """Return all clerks, active ones first."""
        with self._office.database.reading() as tx:
            return clerks.rows(tx)

    def add(self, clerk: Clerk, *, password: str, by: Clerk) -> None:
        """Enter a clerk with his first password. Raises ClerkExists, RolesMissing, PasswordTooWeak, NotPermitted."""
        require(by, Permission.MANAGE_CLERKS)
        _check(clerk, password)
        with self._office.database.writing() as tx:
            if clerks.get(tx, clerk.name) is not None:
                raise ClerkExists
            clerks.add(tx, clerk, at=self._office.now())
            self._note(tx, by, "add_clerk", clerk.name, after=sorted(clerk.roles))
            # The slot is written last: without the row it would open a store for nobody we know.
            keys.put_slot(self._key_file, clerk.name, password, self._store_key)

    def change(self, clerk: Clerk, *, active: bool, version: int, by: Clerk) -> None:
        """Change roles, display name or activity; a clerk who left loses his key slot.

        Raises ClerkUnknown, LastAdministrator, RolesMissing, NotPermitted.
        """
        require(by, Permission.MANAGE_CLERKS)
        if not clerk.roles:
            raise RolesMissing
        with self._office.database.writing() as tx:
            before = clerks.get(tx, clerk.name)
            if before is None or not clerks.save(tx, clerk, active=active, version=version):
                raise ClerkUnknown
            if not any(Role.ADMINISTRATOR in row.clerk.roles for row in clerks.rows(tx) if row.active):
                raise LastAdministrator
            self._note(
                tx,
                by,
                "change_clerk",
                clerk.name,
                before=[sorted(before.clerk.roles), before.active],
                after=[sorted(clerk.roles), active],
            )
            if before.active and not active:
                keys.drop_slot(self._key_file, clerk.name)

    def set_password(self, name: str, password: str, *, by: Clerk) -> None:
        """Give a clerk a new password: one's own always, another's with the right to manage clerks."""
        if name != by.name:
            require(by, Permission.MANAGE_CLERKS)
        if not strong(password, name):
            raise PasswordTooWeak
        with self._office.database.writing() as tx:
            row = clerks.get(tx, name)
            if row is None or not row.active:
                raise ClerkUnknown
            self._note(tx, by, "set_password", name)
            keys.put_slot(self._key_file, name, password, self._store_key)

    def check_password(self, name: str, password: str) -> None:
        """Raise WrongPassword unless it is the clerk's password (the lock screen asks this)."""
        keys.unlock(self._key_file, name, password)

    def _note(self, tx, by: Clerk, action: str, subject: str, *, before: object = "", after: object = "") -> None:  # type: ignore[no-untyped-def]
        audit.note(tx, at=self._office.now(), by=by.name, action=action, subject=subject, before=before, after=after)


def _check(clerk: Clerk, password: str) -> None:
    if not clerk.roles:
        raise RolesMissing
    if not strong(password, clerk.name):
        raise PasswordTooWeak
