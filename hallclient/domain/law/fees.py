"""What does the information-processing fee come to? Two progressive scales, by items or by pages."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from hallclient.domain.refusal import Refusal

# No applicant hands in that much in a month; a longer number is a slip of the key.
_LARGEST = 99_999


class FeeCountInvalid(Refusal):
    """Items or pages are counted from 0 to ``largest``."""

    fields = ("count",)

    def __init__(self, largest: int) -> None:
        super().__init__()
        self.largest = largest


class NoTariff(Refusal):
    """No processing fee may be charged on that day: the rule is not in force yet."""

    fields = ("on",)

    def __init__(self, on: date) -> None:
        super().__init__()
        self.on = on


@dataclass(frozen=True, slots=True)
class PriceStep:
    """Up to ``until`` units (None: no end), each costs ``price`` yuan."""

    until: int | None
    price: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """A progressive scale: its steps, and after them every further band of ``width`` units ``rise`` yuan dearer.

    A scale whose last step has no end needs no further bands.
    """

    unit: str
    per: str
    steps: tuple[PriceStep, ...]
    width: int
    rise: Decimal
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Tariff:
    """A fee rule with its two scales; per application the agency chooses one, never both (第三条)."""

    id: str
    title: str
    source: str
    effective_from: date
    items: Scale
    pages: Scale


@dataclass(frozen=True, slots=True)
class Band:
    """The units ``from_`` to ``to`` (both inside) at ``price`` yuan each, together ``yuan``."""

    from_: int
    to: int
    price: Decimal
    yuan: Decimal


@dataclass(frozen=True, slots=True)
class Fee:
    """A fee proposed, not decided: charging is optional and a supervisor's decision (条例 第四十二条)."""

    basis: str
    count: int
    yuan: Decimal
    bands: tuple[Band, ...]


def tariff_for(on: date, tariffs: Iterable[Tariff]) -> Tariff:
    """Return the tariff in force on ``on``. Raises NoTariff."""
    known = [tariff for tariff in tariffs if tariff.effective_from <= on]
    if not known:
        raise NoTariff(on)
    return max(known, key=lambda tariff: tariff.effective_from)


def fee_for_items(count: int, tariff: Tariff) -> Fee:
    """Return the fee of ``count`` items (件) of one applicant in one calendar month. Raises FeeCountInvalid."""
    return _fee("items", count, tariff.items)


def fee_for_pages(count: int, tariff: Tariff) -> Fee:
    """Return the fee of ``count`` pages (A4 or smaller, one side) of one application. Raises FeeCountInvalid."""
    return _fee("pages", count, tariff.pages)


def _fee(basis: str, count: int, scale: Scale) -> Fee:
    if not 0 <= count <= _LARGEST:
        raise FeeCountInvalid(_LARGEST)
    bands = tuple(_bands(count, scale))
    return Fee(basis, count, sum((band.yuan for band in bands), Decimal(0)), bands)


def _bands(count: int, scale: Scale) -> Iterator[Band]:
    first = 1
    price = Decimal(0)
    for step in scale.steps:
        if first > count:
            return
        price = step.price
        last = count if step.until is None else min(step.until, count)
        yield Band(first, last, price, price * (last - first + 1))
        first = last + 1
    while first <= count:
        price += scale.rise
        last = min(first + scale.width - 1, count)
        yield Band(first, last, price, price * (last - first + 1))
        first = last + 1
