"""Which records did this clerk open last?"""

from datetime import datetime

from sqlalchemy import Connection

from hallclient.domain.register.records import Recent, RecordKind

KEPT = 20


def opened(tx: Connection, clerk: str, kind: RecordKind, number: str, *, at: datetime) -> None:
    """Put a record on top of the clerk's list and drop what fell off its end."""
    tx.exec_driver_sql(
        "INSERT INTO recents (clerk, kind, number, at) VALUES (?, ?, ?, ?)"
        " ON CONFLICT (clerk, kind, number) DO UPDATE SET at = excluded.at",
        (clerk, kind.value, number, at.isoformat(" ", "microseconds")),
    )
    tx.exec_driver_sql(
        "DELETE FROM recents WHERE clerk = ?1 AND (kind, number) NOT IN"
        " (SELECT kind, number FROM recents WHERE clerk = ?1 ORDER BY at DESC LIMIT ?2)",
        (clerk, KEPT),
    )


def of(tx: Connection, clerk: str) -> list[Recent]:
    """Return the clerk's last records, newest first."""
    rows = tx.exec_driver_sql(
        "SELECT kind, number, at FROM recents WHERE clerk = ? ORDER BY at DESC LIMIT ?", (clerk, KEPT)
    )
    return [Recent(kind=RecordKind(kind), number=number, at=datetime.fromisoformat(at)) for kind, number, at in rows]
