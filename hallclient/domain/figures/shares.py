"""Which percentages add up? Largest remainder at a declared number of decimals (idea 19, domain 9.3)."""

from collections.abc import Sequence
from decimal import Decimal

NO_SHARE = "—"
RULE = "百分比按最大余额法取一位小数，合计恰为100.0"


def largest_remainder(values: Sequence[int | Decimal], decimals: int = 1) -> tuple[str, ...]:
    """Return the share of each value in per cent, as text with ``decimals`` places; the shares add up to 100 exactly.

    Each share is rounded down, then the places still missing go to the largest remainders, first come first served
    among equals. A zero total has no shares: every one is ``—``.
    """
    total = sum(values)
    if total == 0:
        return (NO_SHARE,) * len(values)
    places = 100 * 10**decimals
    floors = [int(value * places // total) for value in values]
    remainders = [value * places % total for value in values]
    missing = places - sum(floors)
    for index in sorted(range(len(values)), key=lambda index: -remainders[index])[:missing]:
        floors[index] += 1
    return tuple(f"{Decimal(floor).scaleb(-decimals):.{decimals}f}" for floor in floors)
