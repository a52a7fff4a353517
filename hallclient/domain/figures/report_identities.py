"""Do the cells of a report fit each other? The identities a form declares, and which one cell would explain them all.

The same rules check our own report and anybody's published one: ``cells`` are numbers by figure id.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from fnmatch import fnmatchcase
from typing import Any

from hallclient.domain.figures.lines import Number
from hallclient.domain.figures.packet import plain
from hallclient.domain.figures.report_forms import IdentityRule, ReportForm, share_id
from hallclient.domain.figures.shares import NO_SHARE, largest_remainder

Cells = Mapping[str, Number | None]
WHOLE, SHARES, LEAP = "R8", "shares", "W2"
WORDS = {
    WHOLE: "各格均为非负整数",
    SHARES: "百分比与条数相符",
    LEAP: "与上年相差不到10倍",
    "recount": "日结数＋历史导入＋更正＝原始记录重新统计",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Violation:
    """An identity that does not hold: the cells concerned, what their sum ought to be and what stands there.

    A ``warning`` may have a good reason and forbids nothing.
    """

    identity: str
    cells: tuple[str, ...]
    expected: Number | str
    found: Number | str
    warning: bool = False

    def as_json(self) -> dict[str, Any]:
        """Return the violation as ``check-report --json`` prints it."""
        answer: dict[str, Any] = {
            "identity": self.identity,
            "cells": list(self.cells),
            "expected": self.expected if isinstance(self.expected, str) else plain(self.expected),
            "found": self.found if isinstance(self.found, str) else plain(self.found),
        }
        return answer | {"warning": True} if self.warning else answer


def check(form: ReportForm, cells: Cells, *, last_year: Cells | None = None) -> tuple[Violation, ...]:
    """Return what does not fit, in the order of the form's identities.

    A cell that is absent or None counts 0, as the form prints it; an identity none of whose cells are there is not
    asked. ``last_year`` are the cells of the year before, for the rules that need them.
    """
    found: list[Violation] = []
    for rule in form.identities:
        found += _identity(rule, cells, last_year)
    for shares in form.shares:
        found += _shares(shares.of, cells)
    for id, times in form.watched:
        found += _leap(id, times, cells.get(id) or 0, (last_year or {}).get(id) or 0)
    return tuple(found)


def _identity(rule: IdentityRule, cells: Cells, last_year: Cells | None) -> list[Violation]:
    if rule.last and (last_year is None or not any(id in last_year for id in rule.last)):
        return []
    expected, found = _members(rule.expected, cells), _members(rule.found, cells)
    if not any(id.removeprefix("-") in cells for id in (*expected, *found)):
        return []
    if any("*" in id for id in rule.expected) and not expected:
        return []
    if rule.complete and not all(id.removeprefix("-") in cells for id in (*expected, *found)):
        return []
    ought, stands = _sum(expected, cells), _sum(found, cells)
    if last_year is not None:
        ought += _sum(rule.last, last_year)
    if ought == stands:
        return []
    names = tuple(id.removeprefix("-") for id in (*expected, *found))
    return [Violation(identity=rule.id, cells=names, expected=ought, found=stands, warning=rule.warning)]


def _members(ids: Sequence[str], cells: Cells) -> list[str]:
    members: list[str] = []
    for id in ids:
        members += [cell for cell in cells if fnmatchcase(cell, id)] if "*" in id else [id]
    return members


def _sum(ids: Iterable[str], cells: Cells) -> Number:
    total: Number = 0
    for id in ids:
        value = cells.get(id.removeprefix("-")) or 0
        total += -value if id.startswith("-") else value
    return total


def _shares(of: Sequence[str], cells: Cells) -> list[Violation]:
    """Percentages as a whole by largest remainder, or each rounded half up; one that is neither is wrong.

    Which rule an agency follows is its choice, but it is one rule: where the set does not come out by largest
    remainder, each cell must be its own share, rounded (domain 9.3).
    """
    counts = [cells.get(id) or 0 for id in of]
    printed = [cells.get(share_id(id)) for id in of]
    total = sum(counts)
    if not total or all(share is None for share in printed):
        return []
    allotted = [Decimal(share) for share in largest_remainder(counts) if share != NO_SHARE]
    if printed == allotted:
        return []
    found = []
    for id, count, share in zip(of, counts, printed, strict=True):
        rounded = (Decimal(count) * 100 / total).quantize(Decimal("0.1"), ROUND_HALF_UP)
        if share is not None and share != rounded:
            found.append(Violation(identity=SHARES, cells=(share_id(id), id), expected=str(rounded), found=str(share)))
    return found


def _leap(id: str, times: int, now: Number, before: Number) -> list[Violation]:
    """A figure that grew or shrank so many times: a digit too many or too few. From or to 0 says nothing."""
    if not now or not before or (before < now * times and now < before * times):
        return []
    low, high = Decimal(before) / times, before * times
    return [Violation(identity=LEAP, cells=(id,), expected=f"{low.normalize():f}—{high}", found=now, warning=True)]


def suspects(violations: Sequence[Violation]) -> tuple[str, ...]:
    """Return the cells any one of which, being wrong, would explain all violations: where to look first.

    None when no single cell explains them.
    """
    hard = [violation for violation in violations if not violation.warning] or list(violations)
    if not hard:
        return ()
    shared = set(hard[0].cells).intersection(*(violation.cells for violation in hard[1:]))
    return tuple(cell for cell in hard[0].cells if cell in shared)
