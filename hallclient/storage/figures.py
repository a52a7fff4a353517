"""How much does each line count? The lines' predicates compiled to SQL: one grouped query a line, never a row loop."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any

from sqlalchemy import Connection

from hallclient.domain.figures.lines import Line, LineCatalogue, LineKind, Number, Values, read
from hallclient.foundation.paths import RESOURCES

ByDay = dict[date, Values]


@dataclass(frozen=True, slots=True)
class Source:
    """A register seen by one of its dates. Column texts are SQL; ``scale`` are decimals a measure is summed with.

    ``open_empty`` names dimensions whose empty value means "not given" and makes no figure.
    """

    table: str
    on: str
    where: str
    number: str = "number"
    dimensions: Mapping[str, str] = field(default_factory=dict)
    measures: Mapping[str, str] = field(default_factory=dict)
    scale: Mapping[str, int] = field(default_factory=dict)


_PAID = "(SELECT max(s.\"on\") FROM steps s WHERE s.application_id = applications.id AND s.act = 'fee_paid')"
_APPLICATION = {
    "application_channel": "channel",
    "applicant_kind": "applicant_kind",
    "unit": "nullif(unit, '')",
    "topic": "nullif(topic, '')",
    "outcome": "outcome",
}
# Sums of money run over whole fen (or 1/10000 万元): SQLite would add decimals as binary fractions.
SOURCES: dict[str, Source] = {
    "enquiries": Source(
        "enquiries",
        "business_date",
        "voided = ''",
        dimensions={
            "enquiry_kind": "kind",
            "enquiry_channel": "channel",
            "handling": "coalesce(handling, 'in_progress')",
            "rating": "coalesce(rating, 'none')",
            "late": "late",
        },
        measures={"visits": "sum(persons > 0)", "persons": "sum(persons)", "matters": "sum(matters)"},
    ),
    "received": Source(
        "applications", "received_on", "received_on IS NOT NULL AND state <> 'voided'", dimensions=_APPLICATION
    ),
    "closed": Source(
        "applications",
        "closed_on",
        "closed_on IS NOT NULL AND received_on IS NOT NULL AND state <> 'voided'",
        dimensions=_APPLICATION,
    ),
    "fees": Source(
        "applications",
        f"coalesce({_PAID}, closed_on, received_on)",
        "fee_yuan <> '' AND CAST(fee_yuan AS REAL) > 0 AND received_on IS NOT NULL AND state <> 'voided'",
        dimensions=_APPLICATION | {"fee_part": "coalesce(nullif(unit, ''), printf('每件%.2f元', fee_yuan))"},
        measures={"yuan": "sum(CAST(round(fee_yuan * 100) AS INTEGER))"},
        scale={"yuan": 2},
    ),
    "documents": Source("issued_documents", "issued_on", "historical = 0", dimensions={"document_kind": "kind"}),
    "disputes_filed": Source(
        "disputes", "filed_on", "1", dimensions={"dispute_kind": "kind", "topic": "nullif(topic, '')"}
    ),
    "disputes_decided": Source(
        "disputes",
        "decided_on",
        "decided_on IS NOT NULL",
        dimensions={"dispute_kind": "kind", "dispute_result": "result"},
    ),
    "counters": Source(
        "counters",
        '"on"',
        "voided = '' AND counter NOT LIKE '%.in_force'",
        number="id",
        dimensions={"counter": "counter"},
        measures={"count": "sum(CAST(round(count * 10000) AS INTEGER))"},
        scale={"count": 4},
    ),
    "counter_levels": Source(
        "counters",
        '"on"',
        "voided = '' AND counter LIKE '%.in_force'"
        ' AND id = (SELECT max(l.id) FROM counters l WHERE l."on" = counters."on" AND l.counter = counters.counter'
        " AND l.voided = '')",
        number="id",
        dimensions={"counter_level": "counter"},
        measures={"count": "sum(CAST(round(count * 10000) AS INTEGER))"},
        scale={"count": 4},
    ),
}


@cache
def lines() -> LineCatalogue:
    """Return the lines of ``resources/lines/day.toml``. Raises LinesInvalid when the file contradicts itself."""
    return read((RESOURCES / "lines" / "day.toml").read_text(encoding="utf-8"))


def counted(tx: Connection, first: date, last: date, *, table: str = "", after_id: int | None = None) -> ByDay:
    """Return every countable figure of the days ``first`` to ``last`` (both included) from the records themselves.

    Sparse: a figure of 0 and a day without figures are left away; a counter somebody entered as 0 stays. Carried and
    standing applications are not among them: they are levels, see ``carried`` and ``standing``. ``table`` and
    ``after_id`` narrow to the rows of one import.
    """
    days: ByDay = {}
    for line in lines().lines:
        source = SOURCES.get(line.rule.source)
        if source is None or (table and source.table != table):
            continue
        for on, code, value in _grouped(tx, line, source, first, last, after_id):
            days.setdefault(on, {})[code] = value
    return days


def numbers(tx: Connection, code: str, first: date, last: date) -> list[str]:
    """Return the numbers of the records a figure counts: the same predicate, asked for rows instead of a sum."""
    found = lines().find(code)
    if found is None:
        return []
    line, values = found
    source = SOURCES.get(line.rule.source)
    if source is None:
        return _carried_numbers(tx, code, first, last)
    conditions, arguments = _conditions(line, source, first, last)
    for dimension, value in zip(line.each, values, strict=True):
        conditions.append(f"{source.dimensions[dimension]} = ?")
        arguments.append(int(value) if dimension == "rating" and value != "none" else value)
    rows = tx.exec_driver_sql(
        f"SELECT {source.number} FROM {source.table} WHERE {' AND '.join(conditions)} ORDER BY {source.on}, id",
        tuple(arguments),
    )
    return [str(number) for (number,) in rows]


def _conditions(line: Line, source: Source, first: date, last: date) -> tuple[list[str], list[Any]]:
    conditions = [source.where, f"{source.on} BETWEEN ? AND ?"]
    arguments: list[Any] = [first.isoformat(), last.isoformat()]
    for name, value in line.rule.where:
        conditions.append(f"{source.dimensions[name]} = ?")
        arguments.append(int(value) if value.isdigit() else value)
    return conditions, arguments


def _grouped(
    tx: Connection, line: Line, source: Source, first: date, last: date, after_id: int | None
) -> Iterable[tuple[date, str, Number]]:
    conditions, arguments = _conditions(line, source, first, last)
    if after_id is not None:
        conditions.append("id > ?")
        arguments.append(after_id)
    keys = [source.dimensions[dimension] for dimension in line.each]
    conditions += [f"{key} IS NOT NULL" for key in keys]
    measure = source.measures.get(line.rule.measure, "count(*)")
    grouping = ", ".join(str(position) for position in range(1, len(keys) + 2))
    rows = tx.exec_driver_sql(
        f"SELECT {', '.join([source.on, *keys])}, {measure} FROM {source.table}"
        f" WHERE {' AND '.join(conditions)} GROUP BY {grouping}",
        tuple(arguments),
    )
    places = source.scale.get(line.rule.measure, 0)
    for on, *members, value in rows:
        if value or source.table == "counters":  # somebody entered a 0: that is said, not silent
            yield date.fromisoformat(on), ".".join([line.code, *map(str, members)]), amount(value, places)


def amount(units: int, places: int) -> Number:
    """Return ``units`` of 10^-places as a number: an int when it is whole, else an exact decimal."""
    if units % 10**places == 0:
        return units // int(10**places)
    return Decimal(units).scaleb(-places)


_OPEN = "received_on IS NOT NULL AND received_on <= ? AND (closed_on IS NULL OR closed_on > ?) AND state <> 'voided'"


def carried(tx: Connection, end: date) -> dict[str, int]:
    """Return how many applications were open when ``end`` was over, by applicant kind."""
    day = end.isoformat()
    rows = tx.exec_driver_sql(f"SELECT applicant_kind, count(*) FROM applications WHERE {_OPEN} GROUP BY 1", (day, day))
    return {str(kind): int(count) for kind, count in rows}


def _carried_numbers(tx: Connection, code: str, first: date, last: date) -> list[str]:
    name, _, kind = code.removeprefix("applications.").partition(".kind.")
    if name not in ("carried_in", "carried_out"):
        return []
    day = date.fromordinal(first.toordinal() - 1).isoformat() if name == "carried_in" else last.isoformat()
    rows = tx.exec_driver_sql(
        f"SELECT number FROM applications WHERE {_OPEN} AND (? = '' OR applicant_kind = ?) ORDER BY received_on, id",
        (day, day, kind, kind),
    )
    return [number for (number,) in rows]


def contradictions(tx: Connection, first: date, last: date) -> list[str]:
    """Return the numbers of applications whose dates or outcome cannot be counted (idea 4: the record is named).

    Closed without an outcome, closed before received, or closed in state but without a day. One that is dealt with
    again counts by its first outcome and may be open.
    """
    span = (first.isoformat(), last.isoformat())
    rows = tx.exec_driver_sql(
        "SELECT number FROM applications WHERE state <> 'voided' AND received_on IS NOT NULL AND ("
        " (closed_on BETWEEN ?1 AND ?2 AND (outcome = '' OR closed_on < received_on"
        "  OR (state NOT IN ('answered', 'withdrawn') AND NOT EXISTS"
        "   (SELECT 1 FROM steps s WHERE s.application_id = applications.id AND s.act = 'reopened'))))"
        " OR (closed_on IS NULL AND (outcome <> '' OR state IN ('answered', 'withdrawn')))) ORDER BY number",
        span,
    )
    return [number for (number,) in rows]


def pending_disputes(tx: Connection, end: date) -> dict[str, Number]:
    """Return how many disputes were undecided when ``end`` was over, by kind."""
    rows = tx.exec_driver_sql(
        "SELECT kind, count(*) FROM disputes WHERE filed_on <= ?1 AND (decided_on IS NULL OR decided_on > ?1)"
        " GROUP BY 1",
        (end.isoformat(),),
    )
    return {str(kind): int(count) for kind, count in rows}


def is_flow(code: str) -> bool:
    """Tell whether a figure is added up over days."""
    found = lines().find(code)
    return found is None or found[0].kind is LineKind.FLOW
