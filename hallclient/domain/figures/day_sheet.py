"""What stands on a day sheet or a period tally? The same figures for screen, paper, csv, xlsx and json."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from hallclient.domain.figures.identities import Result
from hallclient.domain.figures.lines import LineCatalogue, Number
from hallclient.domain.figures.packet import Adjustment, SeriesUse, plain


@dataclass(frozen=True, slots=True, kw_only=True)
class LineValue:
    """A figure as printed: ``row`` is the row of the sheet (domain 6.4), ``part`` tells that it is a share of the
    line above, ``definition`` is its card's text."""

    code: str
    label: str
    unit: str
    value: Number
    definition: str
    row: int
    part: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class DaySheet:
    """A day's figures. ``z_number`` None: the interim sheet of an open day (X, 未结), which has no number.

    ``members`` are number ranges by register, ``late`` the numbers of entries made after their day, ``audit_head``
    the audit chain's hash when it was closed.
    """

    agency: str
    window: str
    business_date: date
    z_number: int | None
    revision: int
    lines: tuple[LineValue, ...]
    identities: tuple[Result, ...] = ()
    members: Mapping[str, tuple[str, ...]]
    late: tuple[str, ...] = ()
    series: tuple[SeriesUse, ...] = ()
    adjustments: tuple[Adjustment, ...] = ()
    audit_head: str = ""
    sha256: str = ""
    previous_sha256: str = ""
    made_at: datetime
    made_by: str
    practice: bool = False

    @property
    def closed(self) -> bool:
        return self.z_number is not None

    def value(self, code: str) -> Number:
        """Return one figure; 0 for a line the sparse sheet leaves away."""
        return value_of(self.lines, code)

    def as_json(self) -> dict[str, Any]:
        """Return the answer of ``close --json`` and ``sheet --output X.json`` (contract, section 4)."""
        return {
            "window": self.window,
            "business_date": self.business_date.isoformat(),
            "state": "closed" if self.closed else "open",
            "z_number": self.z_number,
            "revision": self.revision,
            "lines": lines_json(self.lines),
            "identities": [result_json(result) for result in self.identities],
            "members": {name: list(ranges) for name, ranges in self.members.items()},
            "late": list(self.late),
            "series": [
                {
                    "series": use.series,
                    "year": use.year,
                    "first": use.first,
                    "last": use.last,
                    "used": use.used,
                    "void": use.void,
                    "skipped": use.skipped,
                    "gaps": use.gaps,
                }
                for use in self.series
            ],
            "adjustments": [
                {
                    "line": note.line,
                    "delta": plain(note.delta),
                    "reason": note.reason,
                    "subject": note.subject,
                    "by": note.by,
                    "at": note.at.isoformat(),
                }
                for note in self.adjustments
            ],
            "sha256": self.sha256,
            "previous_sha256": self.previous_sha256,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """A figure whose closed value and recount disagree by more than supervisors' adjustments explain."""

    code: str
    frozen: Number
    live: Number
    explained: Number


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """The figures of a period, both days included, from closed days, imports and adjustments (``live``: recounted).

    ``differences`` must be empty; ``open_days`` are days with records that no closed day counts yet.
    """

    agency: str
    window: str
    first: date
    last: date
    live: bool
    lines: tuple[LineValue, ...]
    identities: tuple[Result, ...]
    differences: tuple[Difference, ...]
    open_days: tuple[date, ...]
    adjustments: int
    sha256: str
    previous_sha256: str

    def value(self, code: str) -> Number:
        """Return one figure; 0 for a line the sparse tally leaves away."""
        return value_of(self.lines, code)

    def as_json(self) -> dict[str, Any]:
        """Return the answer of ``tally --json`` (contract, section 4)."""
        return {
            "window": self.window,
            "from": self.first.isoformat(),
            "to": self.last.isoformat(),
            "z_number": None,
            "revision": 0,
            "live": self.live,
            "lines": lines_json(self.lines),
            "identities": [result_json(result) for result in self.identities],
            "differences": [
                {
                    "code": one.code,
                    "frozen": plain(one.frozen),
                    "live": plain(one.live),
                    "explained": plain(one.explained),
                }
                for one in self.differences
            ],
            "open_days": [day.isoformat() for day in self.open_days],
            "adjustments": self.adjustments,
            "sha256": self.sha256,
            "previous_sha256": self.previous_sha256,
        }


# Lines that stand on every sheet, 0 or not: a sheet without them would look torn.
ALWAYS = (
    "enquiries.visits",
    "enquiries.persons",
    "enquiries.matters",
    "enquiries.records",
    "applications.received",
    "applications.carried_in",
    "applications.closed",
    "applications.carried_out",
    "documents.issued",
    "fees.cases",
    "fees.yuan",
)


def line_values(values: Mapping[str, Number], lines: LineCatalogue) -> tuple[LineValue, ...]:
    """Return the figures in the order of print: the main lines always, all others when they are not 0."""
    codes = sorted({*ALWAYS, *(code for code, value in values.items() if value)}, key=lines.order)
    shown = []
    for code in codes:
        found = lines.find(code)
        shown.append(
            LineValue(
                code=code,
                label=lines.label(code),
                unit=lines.unit(code),
                value=values.get(code, 0),
                definition="" if found is None else found[0].definition,
                row=0 if found is None else found[0].row,
                part=found is not None and bool(found[0].part_of),
            )
        )
    return tuple(shown)


def value_of(lines: tuple[LineValue, ...], code: str) -> Number:
    """Return the value of ``code`` among ``lines``; 0 when it is not there."""
    return next((line.value for line in lines if line.code == code), 0)


def lines_json(lines: tuple[LineValue, ...]) -> list[dict[str, Any]]:
    """Return figures as the contract writes them: decimals as strings, whole numbers as numbers."""
    return [{"code": line.code, "label": line.label, "unit": line.unit, "value": plain(line.value)} for line in lines]


def result_json(result: Result) -> dict[str, Any]:
    """Return an identity as the contract writes it; a broken one also says by how much and whose records."""
    answer: dict[str, Any] = {"id": result.id, "holds": result.holds, "cells": list(result.cells)}
    if not result.holds:
        answer |= {"expected": plain(result.expected), "found": plain(result.found), "records": list(result.records)}
    return answer
