"""Does table 四 begin where last year's ended? What was 尚未审结 then plus what was filed since is this year's 总计."""

from collections.abc import Mapping
from dataclasses import dataclass

from hallclient.domain.figures.lines import Number
from hallclient.domain.figures.report_check import BLOCKS
from hallclient.domain.figures.report_pieces import IdentityResult

Table4 = Mapping[str, Mapping[str, Number]]
CARRY = "D1"  # among a report's identities


@dataclass(frozen=True, slots=True, kw_only=True)
class CarryBroken:
    """A block of table 四 that does not go on from last year: what it should add up to, and what it does."""

    block: str
    expected: Number
    found: Number


def carry_broken(last_year: Table4, this_year: Table4, filed: Mapping[str, Number]) -> tuple[CarryBroken, ...]:
    """Return the blocks that break the carry-over from ``last_year`` (as it was published) to ``this_year``.

    ``filed`` are the disputes filed in the year, by kind. A late entry into last year breaks it rightly: it is told.
    """
    found = []
    for block in BLOCKS:
        expected = last_year[block]["pending"] + filed.get(block, 0)
        if expected != this_year[block]["total"]:
            found.append(CarryBroken(block=block, expected=expected, found=this_year[block]["total"]))
    return tuple(found)


def disputes_carried(
    cells: Mapping[str, Number | None], last_year: Mapping[str, Number | None], values: Mapping[str, Number]
) -> tuple[IdentityResult, ...]:
    """Return how table 四 goes on from last year's, as an identity of the report; none where a year has no table 四.

    ``cells`` and ``last_year`` are figures by id, ``values`` the year's lines.
    """
    totals, pending = _column(cells, "total"), _column(last_year, "pending")
    if set(totals) != set(BLOCKS) or set(pending) != set(BLOCKS):
        return ()
    broken = carry_broken(pending, totals, {block: values.get(f"disputes.filed.{block}", 0) for block in BLOCKS})
    return (
        IdentityResult(
            id=CARRY,
            words="复议诉讼总计＝上年尚未审结＋本年新发生",
            holds=not broken,
            cells=tuple(f"table4.{one.block}.total" for one in broken),
            expected="、".join(str(one.expected) for one in broken),
            found="、".join(str(one.found) for one in broken),
        ),
    )


def _column(cells: Mapping[str, Number | None], name: str) -> dict[str, dict[str, Number]]:
    return {
        block: {name: cells[f"table4.{block}.{name}"] or 0} for block in BLOCKS if f"table4.{block}.{name}" in cells
    }
