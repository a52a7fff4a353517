"""What does the hub tell a window that only asks whether it may report? Nothing is written."""

from sqlalchemy import select, text

from hallclient.domain.figures.hub_trial import HubSays
from hallclient.hub.database import HubDatabase, Transaction
from hallclient.hub.schema import window_keys, windows


def says(hub: HubDatabase, window: str) -> HubSays:
    """Return how the hub is reached and what it knows of a window. Raises the troubles of ``hub/database.py``.

    A window's own login sees only itself: of another it is told nothing, as of one that was never enrolled.
    """
    with hub.reading() as tx:
        at, tls = hub.clock(tx), _tls(hub, tx)
        row = tx.execute(select(windows).where(windows.c.window == window)).one_or_none()
        if row is None:
            return HubSays(server=hub.server, tls=tls, at=at)
        keys = select(window_keys.c.public_key).where(
            window_keys.c.window == window, window_keys.c.revoked_at.is_(None)
        )
        return HubSays(
            server=hub.server,
            tls=tls,
            at=at,
            enrolled=row.revoked_at is None,
            revoked=row.revoked_at is not None,
            unit=row.unit,
            keys=tuple(tx.execute(keys.order_by(window_keys.c.id)).scalars()),
            head=row.head,
            last_day=row.last_day,
        )


def _tls(hub: HubDatabase, tx: Transaction) -> str:
    if not hub.server:
        return ""
    found = tx.execute(text("SELECT version FROM pg_stat_ssl WHERE pid = pg_backend_pid() AND ssl")).scalar()
    return str(found or "")
