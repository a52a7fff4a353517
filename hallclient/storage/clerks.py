"""Who works at this window?"""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, insert, select, update

from hallclient.domain.register.permissions import Clerk, Role
from hallclient.storage.schema import clerks


@dataclass(frozen=True, slots=True)
class ClerkRow:
    """A clerk as the list of clerks shows him."""

    clerk: Clerk
    active: bool
    created_at: datetime
    version: int


def add(tx: Connection, clerk: Clerk, *, at: datetime) -> None:
    """Enter a clerk."""
    tx.execute(
        insert(clerks).values(name=clerk.name, display_name=clerk.display_name, role=_text(clerk.roles), created_at=at)
    )


def get(tx: Connection, name: str) -> ClerkRow | None:
    """Return the clerk of that name; None when there is none."""
    row = tx.execute(select(clerks).where(clerks.c.name == name)).one_or_none()
    return None if row is None else _row(row)


def rows(tx: Connection) -> list[ClerkRow]:
    """Return all clerks, active ones first."""
    return [_row(row) for row in tx.execute(select(clerks).order_by(clerks.c.active.desc(), clerks.c.name))]


def save(tx: Connection, clerk: Clerk, *, active: bool, version: int) -> bool:
    """Change a clerk's display name, roles and activity; False when somebody else changed him meanwhile."""
    changed = tx.execute(
        update(clerks)
        .where(clerks.c.name == clerk.name, clerks.c.version == version)
        .values(display_name=clerk.display_name, role=_text(clerk.roles), active=active, version=version + 1)
    )
    return changed.rowcount == 1


def _text(roles: frozenset[Role]) -> str:
    return ",".join(sorted(role.value for role in roles))


def _row(row) -> ClerkRow:  # type: ignore[no-untyped-def]
    roles = frozenset(Role(role) for role in row.role.split(","))
    return ClerkRow(
        Clerk(name=row.name, display_name=row.display_name, roles=roles), row.active, row.created_at, row.version
    )
