"""How do the roll-ups stay right? Flows by unit and day and by unit and year, moved by what a counted day changes."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import cache, lru_cache
from typing import Any

from sqlalchemy import Connection, select

from hallclient.domain.figures.lines import LineCatalogue, LineKind, Number, Values, read
from hallclient.domain.figures.packet import ENTERED, plain
from hallclient.foundation.paths import RESOURCES
from hallclient.hub.bulk import among, put
from hallclient.hub.judge import Raw
from hallclient.hub.schema import rollup_days, rollup_years

_TEXT = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
LEVEL = "levels."  # how the codes of level counters begin


@dataclass(slots=True)
class Change:
    """What a roll-up row gains: flows, and windows that reported for the first time."""

    flows: dict[str, Number] = field(default_factory=dict)
    reported: int = 0

    def add(self, lines: Raw, factor: int) -> None:
        flows = self.flows
        for code in _flows_among(tuple(lines)):
            value = lines[code]
            flows[code] = flows.get(code, 0) + factor * (value if type(value) is int else Decimal(value))


@cache
def _lines() -> LineCatalogue:
    return read((RESOURCES / "lines" / "day.toml").read_text(encoding="utf-8"))


@cache
def is_flow(code: str) -> bool:
    """Tell whether a figure is added up over days and windows; one of a newer program is."""
    found = _lines().find(code)
    return found is None or found[0].kind is LineKind.FLOW


@lru_cache(maxsize=4096)
def _flows_among(codes: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(filter(is_flow, codes))


def is_level(code: str) -> bool:
    """Tell whether the last word on a figure counts."""
    return code.startswith(LEVEL)


def stays(code: str) -> bool:
    """Tell whether a 0 is kept: somebody entered it, and the year's report prints it where nothing prints nothing."""
    return code.startswith(ENTERED)


def joined(lines: Raw, imported: Raw | None) -> Values:
    """Return all a window's lines of a day: flows of its packet and of imports add up; of a level its own stands."""
    values: Values = {code: amount(value) for code, value in lines.items()}
    for code, value in (imported or {}).items():
        if is_flow(code):
            values[code] = values.get(code, 0) + amount(value)
        else:
            values.setdefault(code, amount(value))
    return values


def amount(value: int | str) -> Number:
    """Return a value as JSON carried it."""
    return value if isinstance(value, int) else Decimal(value)


def text_of(lines: Mapping[str, Any]) -> str:
    """Return lines as JSON text, as the bulk statements take them."""
    return _TEXT.encode(lines)


def roll_up(tx: Connection, changes: Mapping[tuple[str, date], Change]) -> None:
    units, days = {unit for unit, _ in changes}, {day for _, day in changes}
    held = {
        (row.unit, row.business_date): (row.reported, row.lines)
        for row in tx.execute(
            select(rollup_days)
            .where(among(rollup_days.c.unit, units, tx), among(rollup_days.c.business_date, days, tx))
            .order_by(rollup_days.c.business_date, rollup_days.c.unit)
            .with_for_update()  # a window that moved to another unit still corrects the days of its old one
        )
    }
    years: dict[tuple[str, int], dict[str, Number]] = {}
    rows = []
    for (unit, day), change in changes.items():
        reported, lines = held.get((unit, day), (0, {}))
        rows.append(
            {
                "business_date": day,
                "unit": unit,
                "reported": reported + change.reported,
                "lines": text_of(_added(lines, change.flows)),
            }
        )
        year = years.setdefault((unit, day.year), {})
        for code, value in change.flows.items():
            year[code] = year.get(code, 0) + value
    put(tx, rollup_days, rows)
    held_years = {
        (row.unit, row.year): row.lines
        for row in tx.execute(
            select(rollup_years)
            .where(among(rollup_years.c.unit, units, tx), among(rollup_years.c.year, {day.year for day in days}, tx))
            .order_by(rollup_years.c.year, rollup_years.c.unit)
            .with_for_update()
        )
    }
    put(
        tx,
        rollup_years,
        [
            {"year": year, "unit": unit, "lines": text_of(_added(held_years.get((unit, year), {}), flows))}
            for (unit, year), flows in years.items()
        ],
    )


def _added(lines: Raw, flows: Mapping[str, Number]) -> Raw:
    total: dict[str, Number] = {code: amount(value) for code, value in lines.items()}
    for code, value in flows.items():
        total[code] = total.get(code, 0) + value
    return {
        code: value if type(value) is int else plain(value) for code, value in total.items() if value or stays(code)
    }
