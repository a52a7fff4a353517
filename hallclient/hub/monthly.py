"""What did each window come to, month by month? Added up where the days lie: a city's thirteen months are half a
million window-days, and the comparison asks ten figures of each."""

from collections.abc import Collection, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Connection, bindparam, select, text

from hallclient.domain.figures.lines import Values
from hallclient.hub import standing
from hallclient.hub.bulk import among
from hallclient.hub.database import HubDatabase
from hallclient.hub.rollup import amount, joined
from hallclient.hub.schema import window_days

ByMonth = dict[tuple[str, date], Values]  # by window and month (its first day)


def of_windows(hub: HubDatabase, names: Collection[str], codes: Sequence[str], first: date, until: date) -> ByMonth:
    """Return what these flows add up to, by window and month, over the days ``first`` to before ``until``.

    Each of ``codes`` is told, 0 too; a month in which a window reported nothing, or only days with nothing to tell, is
    not there.
    """
    with hub.reading() as tx:
        if hub.server:
            return _added_there(tx, names, codes, first, until)
        return _added_here(tx, names, codes, first, until)


def _added_there(tx: Connection, names: Collection[str], codes: Sequence[str], first: date, until: date) -> ByMonth:
    quoted = tx.dialect.identifier_preparer.quote_identifier
    # A day's text is read once for all its figures, as numbers that keep their last digit. What imports say of a day
    # stands in few rows: they are looked up beside the others rather than read along with each.
    own, imported = _said("lines", "NOT zero"), _said("imported", "CAST(imported AS text) <> '{}'")
    sums = ", ".join(f"coalesce(sum(line.{quoted(code)}), 0)" for code in codes)
    columns = ", ".join(f"{quoted(code)} numeric" for code in codes)
    query = text(
        f'SELECT said."window", said.month, {sums} FROM ({own} UNION ALL {imported}) AS said,'
        f" json_to_record(said.lines) AS line({columns}) GROUP BY 1, 2"
    ).bindparams(bindparam("names", list(names)))
    tx.exec_driver_sql("SET LOCAL work_mem = '64MB'")  # a row a window and month stays in memory while it is added up
    return {
        (window, date(month // 12, month % 12 + 1, 1)): {
            code: int(value) if value == int(value) else value for code, value in zip(codes, values, strict=True)
        }
        for window, month, *values in tx.execute(query, {"first": first, "until": until})
    }


def _said(column: str, where: str) -> str:
    month = "CAST(extract(year FROM business_date) * 12 + extract(month FROM business_date) - 1 AS integer)"
    return (
        f'SELECT "window", {month} AS month, {column} AS lines FROM window_days'
        f' WHERE "window" = ANY (:names) AND business_date >= :first AND business_date < :until AND {where}'
    )


def _added_here(tx: Connection, names: Collection[str], codes: Sequence[str], first: date, until: date) -> ByMonth:
    columns = (window_days.c.zero, window_days.c.lines, window_days.c.imported)
    query = select(window_days.c.window, window_days.c.business_date, *columns)
    found: ByMonth = {}
    for part in standing.parts(sorted(names), 200):
        asked = query.where(
            among(window_days.c.window, part, tx),
            window_days.c.business_date >= first,
            window_days.c.business_date < until,
        )
        for window, day, zero, lines, imported in tx.execute(asked):
            if zero and not imported:
                continue
            said: Any = joined(lines, imported) if imported else lines
            total = found.setdefault((window, day.replace(day=1)), dict.fromkeys(codes, 0))
            for code in codes:
                if code in said:
                    value = said[code]
                    total[code] += value if type(value) is int else amount(str(value))
    return found
