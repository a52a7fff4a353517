"""Which files were imported before, and which rows of them does the register hold already?"""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import Connection

from hallclient.storage import meta

_PREFIX = "imported:"


def imported_at(tx: Connection, sha256: str) -> datetime | None:
    """Return when the file with this hash was imported; None when never."""
    said = meta.get(tx, _PREFIX + sha256)
    return datetime.fromisoformat(said) if said else None


def note_import(tx: Connection, sha256: str, at: datetime) -> None:
    """Remember that the file was imported, so that its rows are never counted twice."""
    meta.put(tx, _PREFIX + sha256, at.isoformat())


def original_numbers(tx: Connection) -> set[tuple[str, str]]:
    """Return (unit, original number) of every imported application that has one."""
    rows = tx.exec_driver_sql("SELECT unit, original_number FROM applications WHERE original_number <> ''")
    return {(unit, number) for unit, number in rows}


def own_numbers(tx: Connection, named: Iterable[str]) -> dict[str, str]:
    """Return the own number of each application named by its own or its original number; unknown ones are left out."""
    found: dict[str, str] = {}
    for name in set(named):
        number = tx.exec_driver_sql(
            "SELECT number FROM applications WHERE number = ?1 OR (original_number = ?1 AND original_number <> '')"
            " ORDER BY number <> ?1 LIMIT 1",
            (name,),
        ).scalar()
        if number is not None:
            found[name] = number
    return found


def only_history(tx: Connection) -> bool:
    """Tell whether no enquiry and no application was registered at a window."""
    found = tx.exec_driver_sql(
        "SELECT EXISTS (SELECT 1 FROM enquiries WHERE historical = 0)"
        " OR EXISTS (SELECT 1 FROM applications WHERE historical = 0)"
    )
    return not found.scalar_one()
