"""Does table 四 begin where last year's ended? What was 尚未审结 then plus what was filed since is this year's 总计."""

from collections.abc import Mapping
from dataclasses import dataclass

from hallclient.domain.figures.lines import Number
from hallclient.domain.figures.report_check import BLOCKS

Table4 = Mapping[str, Mapping[str, Number]]


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
