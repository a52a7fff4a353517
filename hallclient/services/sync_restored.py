"""What must a window that came back from a backup know before it sends? What the hub holds: it may be newer than ours.

Days closed since the restore go above what the hub holds of them, by themselves: who closed them meant them. Days the
backup knew are never sealed anew by themselves, because what the hub holds of those may be more than we have.
"""

from collections.abc import Mapping
from datetime import date, datetime

from hallclient.domain.register.permissions import Clerk
from hallclient.services.hub_door import DatabaseDoor, HubDoor
from hallclient.services.office import Office
from hallclient.services.restoring import Fence, Proposed
from hallclient.storage import audit, day_closes, fence, hub_echo
from hallclient.storage.database import Transaction

FIRST, UNTIL = date(1990, 1, 1), date(2200, 1, 1)  # all days
ABOVE = "由备份恢复后的日结，版本续在中心库之后"


def ask_first(office: Office, door: HubDoor, *, window: str, by: Clerk) -> None:
    """Ask the hub what it holds unless that was done since the restore, and seal above it what was closed since.

    Raises HubUnreachable and its kin: nothing is sent then, because it might be an old word against a newer one.
    """
    with office.database.reading() as tx:
        restored, asked = fence.restored_at(tx), hub_echo.asked_at(tx)
    if restored is None:
        return
    if isinstance(door, DatabaseDoor) and (asked is None or asked < restored):
        keep_echo(office, door, window=window, by=by)
        return
    with office.database.writing() as tx:
        _go_above(tx, office, restored, by=by)


def keep_echo(office: Office, door: DatabaseDoor, *, window: str, by: Clerk) -> datetime:
    """Ask the hub what it holds of this window, keep the answer, and return when it was given."""
    held = door.held(window, FIRST, UNTIL)
    now = office.now()
    with office.database.writing() as tx:
        hub_echo.replace(tx, held, FIRST, UNTIL, at=now)
        restored = fence.restored_at(tx)
        if restored is not None:
            _go_above(tx, office, restored, by=by)
    return now


def _go_above(tx: Transaction, office: Office, restored: datetime, *, by: Clerk) -> None:
    now = office.now()
    for day in fence.contested(tx, office.window, since=restored):
        revision = day_closes.renew(tx, window=office.window, day=day, by=by.name, at=now)
        after = {"revision": revision, "reason": ABOVE}
        audit.note(tx, at=now, by=by.name, action="renew_closed_day", subject=day.isoformat(), after=after)


def proposals(standing: Fence, hub: Mapping[tuple[str, int], int]) -> tuple[Proposed, ...]:
    """Return for each live series what store and hub know, in the order of the store, then those begun since."""
    known = {(one.name, one.year): one.last for one in standing.series}
    since = min((year for _, year in known if year), default=standing.backup_at.year)
    begun = sorted(key for key in hub if key not in known and (key[1] == 0 or key[1] >= since) and _live(key[0]))
    return tuple(Proposed(name=key[0], year=key[1], last=known.get(key), hub=hub.get(key)) for key in (*known, *begun))


def _live(series: str) -> bool:
    # No citizen holds a number of an import's series. Sealed imports themselves must not be numbered twice.
    return series.rpartition("-")[2] not in fence.HISTORY
