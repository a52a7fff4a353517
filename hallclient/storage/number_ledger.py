"""Which number comes next? Given in the same transaction as the record, gapless, never given twice.

The ledger row *is* the number: it is inserted with the record and never deleted, so a crash leaves neither or both,
and a void keeps its place with its reason.
"""

from dataclasses import dataclass

from sqlalchemy import Connection, bindparam, func, select, update

from hallclient.domain.refusal import Refusal
from hallclient.storage.database import direct
from hallclient.storage.schema import number_ledger as ledger

FENCE = "restore_fence"  # the key in ``meta``; set and taken away by storage/fence.py


class NumberingFenced(Refusal):
    """The store was restored from a backup: numbers given out since are unknown to it, so none is given until a
    supervisor has entered the highest known ones."""


class VoidNeedsReason(Refusal):
    """A number is voided only with a reason."""

    fields = ("reason",)


@dataclass(frozen=True, slots=True)
class SeriesState:
    """One series in one year: first and last serial, how many used, void, skipped; ``gaps`` must be 0."""

    series: str
    year: int
    first: int
    last: int
    used: int
    void: int
    skipped: int

    @property
    def gaps(self) -> int:
        return self.last - self.first + 1 - self.used - self.void - self.skipped


def next_in(tx: Connection, series: str, year: int) -> int:
    """Return the next serial of ``series`` in ``year``, and enter it as used. Raises NumberingFenced."""
    # The fence is asked in the same statement: a question of its own would cost every save a round trip.
    given = direct(tx)(
        "INSERT INTO number_ledger (series, year, serial)"
        # max() alone in its own query is one step down the key; beside a HAVING it would read the whole series.
        " SELECT ?1, ?2, (SELECT coalesce(max(serial), 0) + 1 FROM number_ledger WHERE series = ?1 AND year = ?2)"
        f" WHERE NOT EXISTS (SELECT 1 FROM meta WHERE key = '{FENCE}') RETURNING serial",
        (series, year),
    ).fetchone()
    if given is None:
        raise NumberingFenced
    return int(given[0])


def refuse_if_fenced(tx: Connection) -> None:
    """Raise NumberingFenced while a restored store waits for its highest known numbers."""
    if tx.exec_driver_sql("SELECT 1 FROM meta WHERE key = ?", (FENCE,)).scalar() is not None:
        raise NumberingFenced


def reserve(tx: Connection, series: str, year: int, count: int) -> range:
    """Return ``count`` following serials, all entered as used; for imports. Raises NumberingFenced."""
    if count:
        refuse_if_fenced(tx)
    last = tx.execute(
        select(func.coalesce(func.max(ledger.c.serial), 0)).where(ledger.c.series == series, ledger.c.year == year)
    ).scalar_one()
    serials = range(last + 1, last + 1 + count)
    if count:
        tx.exec_driver_sql(
            "INSERT INTO number_ledger (series, year, serial) VALUES (?, ?, ?)",
            [(series, year, serial) for serial in serials],
        )
    return serials


def void(tx: Connection, series: str, year: int, serial: int, reason: str) -> None:
    """Mark a used number void. It is never given again. Raises VoidNeedsReason."""
    if not reason.strip():
        raise VoidNeedsReason
    tx.execute(
        update(ledger)
        .where(ledger.c.series == series, ledger.c.year == year, ledger.c.serial == bindparam("one"))
        .values(state="void", reason=reason),
        {"one": serial},
    )


def skip_to(tx: Connection, series: str, year: int, serial: int, reason: str) -> None:
    """Jump over the serials up to and including ``serial`` (a restored store must not reuse numbers: 恢复跳号)."""
    last = reserve(tx, series, year, 0).start - 1
    for skipped in range(last + 1, serial + 1):
        tx.exec_driver_sql(
            "INSERT INTO number_ledger (series, year, serial, state, reason) VALUES (?, ?, ?, 'skipped', ?)",
            (series, year, skipped, reason),
        )


def states(tx: Connection, year: int | None = None) -> list[SeriesState]:
    """Return every series' account, one row a series and year; the day sheet prints it."""
    where = "" if year is None else "WHERE year = ? "
    rows = tx.exec_driver_sql(
        "SELECT series, year, min(serial), max(serial), sum(state = 'used'), sum(state = 'void'),"
        f" sum(state = 'skipped') FROM number_ledger {where}GROUP BY series, year ORDER BY series, year",
        () if year is None else (year,),
    )
    return [SeriesState(*row) for row in rows]
