"""Who has reported, what is overdue anywhere, which figures stand out? What the office's board shows (电子监测).

Zero reported is not "not reported": a day with nothing to tell is told.
"""

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from hallclient.domain.figures.lines import LineCatalogue, LineKind, Number, Values
from hallclient.domain.figures.packet import ASKED
from hallclient.domain.terms import Term

PERIODS = 12  # months a figure is compared with
AT_LEAST = 3  # months a unit must have reported before a figure of it can stand out


class DayState(Term):
    """How a window-day came."""

    ON_TIME = "on_time", "按时"
    LATE = "late", "迟报"
    MISSING = "missing", "未报"
    NOT_DUE = "not_due", "未到期"


class Lamp(Term):
    """How urgent it is, by the clock."""

    RED = "red", "红灯"
    YELLOW = "yellow", "黄灯"


class Matter(Term):
    """Whose clock it is; the value names its register's lines."""

    APPLICATION = "applications", "申请"
    ENQUIRY = "enquiries", "咨询投诉"


@dataclass(frozen=True, slots=True, kw_only=True)
class WindowReport:
    """How a window, or all of a unit (``window`` empty), reported in a period, in days.

    ``expected`` working days since it was enrolled; ``zero`` reported with nothing to tell; ``extra`` reported without
    being expected. ``newest`` is the last day reported at all.
    """

    unit: str
    window: str = ""
    expected: int = 0
    on_time: int = 0
    late: int = 0
    missing: int = 0
    not_due: int = 0
    zero: int = 0
    extra: int = 0
    revoked: bool = False
    newest: date | None = None
    received_at: datetime | None = None

    @property
    def complete(self) -> bool:
        return self.missing == 0

    @property
    def timely(self) -> bool:
        return self.missing == 0 and self.late == 0

    @property
    def complete_share(self) -> float | None:
        """The days that came as a share of those that should have come by now; None when none should have."""
        return _share(self.on_time + self.late, self.on_time + self.late + self.missing)

    @property
    def timely_share(self) -> float | None:
        """The days that came in time, as a share of those that should have come by now."""
        return _share(self.on_time, self.on_time + self.late + self.missing)


@dataclass(frozen=True, slots=True, kw_only=True)
class WindowDay:
    """One day of one window. ``revision`` 0: nothing came."""

    business_date: date
    state: DayState
    zero: bool = False
    revision: int = 0
    received_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Alarm:
    """A window whose newest packet tells of applications, or of enquiries and complaints, overdue (red), due that day
    or within three working days."""

    lamp: Lamp
    matter: Matter
    unit: str
    window: str
    as_of: date
    overdue: int = 0
    due_today: int = 0
    due_soon: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Lamps:
    """The lamps of all windows, the most urgent first.

    ``untold`` are the windows whose newest packet comes from a program that did not ask yet which enquiries and
    complaints are due: nothing told is not "nothing due".
    """

    alarms: tuple[Alarm, ...] = ()
    untold: tuple[str, ...] = ()

    def lit(self, lamp: Lamp) -> tuple[Alarm, ...]:
        """Return the windows' clocks with this lamp, the most urgent first."""
        return tuple(alarm for alarm in self.alarms if alarm.lamp is lamp)


@dataclass(frozen=True, slots=True, kw_only=True)
class Unusual:
    """A figure of a month outside what the last months told. ``low`` and ``high`` of ``periods`` months.

    Of one window, or of all of a unit (``window`` empty).
    """

    unit: str
    window: str = ""
    code: str
    month: date
    value: Number
    low: Number
    high: Number
    periods: int

    @property
    def above(self) -> bool:
        return self.value > self.high

    @property
    def ratio(self) -> float | None:
        """The value as a share of the bound it passed: above 1, or below; None above a bound of 0."""
        bound = self.high if self.above else self.low
        return float(self.value / bound) if bound else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Oversight:
    """The office's board for the days ``first`` to before ``until``."""

    first: date
    until: date
    units: tuple[WindowReport, ...]
    windows: tuple[WindowReport, ...]
    lamps: Lamps
    unusual: tuple[Unusual, ...]
    kept_aside: int
    unchecked: int
    asked_at: datetime | None = None


def _share(part: int, whole: int) -> float | None:
    return part / whole if whole else None


def by_unit(windows: Iterable[WindowReport]) -> tuple[WindowReport, ...]:
    """Add the windows up by unit, in the order in which the units come."""
    units: dict[str, list[WindowReport]] = {}
    for one in windows:
        units.setdefault(one.unit, []).append(one)
    return tuple(
        WindowReport(
            unit=unit,
            expected=sum(one.expected for one in some),
            on_time=sum(one.on_time for one in some),
            late=sum(one.late for one in some),
            missing=sum(one.missing for one in some),
            not_due=sum(one.not_due for one in some),
            zero=sum(one.zero for one in some),
            extra=sum(one.extra for one in some),
            revoked=all(one.revoked for one in some),
            newest=max((one.newest for one in some if one.newest), default=None),
            received_at=max((one.received_at for one in some if one.received_at), default=None),
        )
        for unit, some in units.items()
    )


def alarms(lines: Mapping[str, Number], *, unit: str, window: str, as_of: date) -> Iterator[Alarm]:
    """Yield the lamps of a window's newest packet, one a clock; none for a clock by which nothing is due soon."""
    for matter in Matter:
        codes = (f"{matter.value}.standing.{name}" for name in ("overdue", "due_today", "due_soon"))
        overdue, today, soon = (int(lines.get(code, 0)) for code in codes)
        if overdue or today or soon:
            yield Alarm(
                lamp=Lamp.RED if overdue else Lamp.YELLOW,
                matter=matter,
                unit=unit,
                window=window,
                as_of=as_of,
                overdue=overdue,
                due_today=today,
                due_soon=soon,
            )


def tells_enquiries(lines: Mapping[str, Number]) -> bool:
    """Tell whether a packet says which enquiries are due; one sealed before this was asked says nothing of it."""
    return ASKED in lines


def lamps(found: Iterable[Alarm], untold: Iterable[str]) -> Lamps:
    """Put the lamps of all windows in their order."""
    return Lamps(alarms=most_urgent_first(found), untold=tuple(sorted(untold)))


def most_urgent_first(alarms: Iterable[Alarm]) -> tuple[Alarm, ...]:
    """Return alarms in the order in which they want to be looked at."""
    order = {matter: place for place, matter in enumerate(Matter)}

    def urgency(one: Alarm) -> tuple[bool, int, int, int, str, int]:
        return (one.lamp is not Lamp.RED, -one.overdue, -one.due_today, -one.due_soon, one.window, order[one.matter])

    return tuple(sorted(alarms, key=urgency))


def watched(lines: LineCatalogue) -> tuple[str, ...]:
    """Return the figures that are compared from month to month: the main flows, not their parts."""
    return tuple(line.code for line in lines.lines if line.kind is LineKind.FLOW and not line.each)


def unusual(
    unit: str,
    month: date,
    values: Values,
    history: Sequence[Values],
    codes: Sequence[str],
    *,
    over: bool,
    window: str = "",
) -> tuple[Unusual, ...]:
    """Return the figures of a month that lie outside those of the months before: of a unit, or of one ``window``.

    ``history`` are the months before in which anything was reported. Of a month that is not ``over`` only what is
    above can be told.
    """
    if len(history) < AT_LEAST:
        return ()
    found = []
    for code in codes:
        told = [one.get(code, 0) for one in history]
        value, low, high = values.get(code, 0), min(told), max(told)
        if value > high or (over and value < low):
            found.append(
                Unusual(
                    unit=unit,
                    window=window,
                    code=code,
                    month=month,
                    value=value,
                    low=low,
                    high=high,
                    periods=len(told),
                )
            )
    return tuple(found)


def farthest_first(found: Iterable[Unusual]) -> tuple[Unusual, ...]:
    """Return warnings in the order in which they want to be looked at: how many times outside first, then how much."""

    def times(one: Unusual) -> float:
        ratio = one.ratio
        if ratio is None:  # there was none before
            return math.inf
        return ratio if ratio >= 1 else (1 / ratio if ratio else math.inf)

    def much(one: Unusual) -> Number:
        return one.value - one.high if one.above else one.low - one.value

    return tuple(sorted(found, key=lambda one: (-times(one), -much(one), one.unit, one.window, one.code)))


def months_before(month: date, count: int = PERIODS) -> list[date]:
    """Return the first days of the ``count`` months before the one that begins on ``month``, oldest first."""
    whole = month.year * 12 + month.month - 1
    return [date(one // 12, one % 12 + 1, 1) for one in range(whole - count, whole)]


def next_month(month: date) -> date:
    """Return the first day of the month after."""
    return date(month.year + month.month // 12, month.month % 12 + 1, 1)


def months_of(first: date, until: date) -> list[date]:
    """Return the first days of the months that the days ``first`` to before ``until`` touch, oldest first; of more
    than ``PERIODS`` the last ones."""
    found, month = [], first.replace(day=1)
    while month < until:
        found.append(month)
        month = next_month(month)
    return found[-PERIODS:]
