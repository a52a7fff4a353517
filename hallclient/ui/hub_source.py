"""What does a year look like from the hub? All windows' figures, who is missing among them, and where each comes from.

Every function asks the hub: on the jobs' lane of the hub, never on the counter's.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from hallclient.domain.figures.hub_records import PacketQuery, SentPacket
from hallclient.domain.figures.origins import Origin
from hallclient.domain.figures.oversight import DayState, WindowReport
from hallclient.domain.figures.report import Report
from hallclient.domain.figures.report_pieces import Figure
from hallclient.domain.register.permissions import Clerk
from hallclient.ui.checks_view import MOST, NAMED, CheckRow
from hallclient.ui.language import translate
from hallclient.ui.report_view import ReportView, published_before, viewed
from hallclient.ui.sentence_words import day as day_words

SCREEN = "oversight"  # where the office looks after packets
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Completeness:
    """What the hub has not got, or not counted, of a year. ``days`` of the windows that miss some (the first ones).

    ``units`` are all the hub knows. ``unchecked`` packets have not been looked at by anybody.
    """

    units: tuple[str, ...]
    windows: tuple[WindowReport, ...]
    days: dict[str, tuple[date, ...]]
    aside: tuple[SentPacket, ...]
    unchecked: int

    @property
    def missing(self) -> int:
        return sum(one.missing for one in self.windows)


@contextmanager
def figures_of(hall: Any, *, hub: bool, by: Clerk) -> Iterator[Any]:
    """Give what the report desk takes as ``source``: all windows' figures at the hub, or None for the store's own.

    Raises what ``HubOfficeDesk`` raises.
    """
    if not hub:
        yield None
        return
    with hall.overseeing.counts(by=by) as counts:
        yield counts


def look_at_hub(hall: Any, year: int, form: str, unit: str, *, by: Clerk) -> tuple[ReportView, Completeness]:
    """Ask the hub for a year of all units, or of one (``unit`` not empty).

    The report is the one ``annual --source hub`` writes. Raises what ``HubOfficeDesk`` raises, ReportFormUnknown.
    """
    office = hall.overseeing
    with office.counts(unit=unit or None, by=by) as counts:
        report = hall.reports.report(year, form, source=counts)
        published = published_before(hall, report) if not unit else None
        before = published or hall.figures.report(year - 1, form, source=counts)
        filed = counts.period(date(year, 1, 1), date(year, 12, 31)).values
        view = viewed(report, None, published, before, lambda code: filed.get(code, 0))
    return view, completeness(hall, year, unit, by=by)


def origins(hall: Any, report: Report, figure: Figure, unit: str, *, by: Clerk) -> list[Origin]:
    """Return what makes up a figure: the units, or of one ``unit`` its window-days."""
    narrowed = report.source.units[0] if report.source.units else unit
    with hall.overseeing.counts(unit=narrowed or None, by=by) as counts:
        found: list[Origin] = counts.origins(figure.lines, report.first, report.last)
    return found


def packet_pdf(hall: Any, origin: Origin, *, by: Clerk) -> bytes | None:
    """Return the packet that counts for a window's day, as people read it; None where imports alone speak of it."""
    if origin.day is None:
        return None
    query = PacketQuery(window=origin.window, first=origin.day, until=origin.day + _DAY)
    packet = next((one for one in hall.overseeing.sent(query, by=by) if one.counts and one.kind == "day"), None)
    pdf: bytes | None = hall.overseeing.packet_pdf(packet, by=by) if packet is not None else None
    return pdf


def completeness(hall: Any, year: int, unit: str = "", *, by: Clerk) -> Completeness:
    """Ask the hub what it has not got of a year, of all units or of one. Raises what ``HubOfficeDesk`` raises."""
    office, first = hall.overseeing, date(year, 1, 1)
    until = max(first, min(date(year + 1, 1, 1), hall.today() + _DAY))
    board = office.board(first, until, by=by)
    windows = tuple(one for one in board.windows if unit in ("", one.unit))
    lacking = [one.window for one in windows if one.missing][:MOST]
    aside = tuple(one for one in office.aside(by=by) if unit in ("", one.unit) and first <= one.business_date < until)
    return Completeness(
        units=tuple(one.unit for one in board.units),
        windows=windows,
        days={window: _missing(days) for window, days in office.days_of(lacking, first, until, by=by).items()},
        aside=aside,
        unchecked=board.unchecked,
    )


def _missing(days: Any) -> tuple[date, ...]:
    return tuple(one.business_date for one in days if one.state is DayState.MISSING)


def completeness_rows(found: Completeness) -> Iterator[CheckRow]:
    """Yield what of the year the hub has not got, for the list of checks: to be looked after, and no contradiction."""
    count = len(found.windows)
    if not found.missing:
        told = (
            translate("figures", "中心库收齐了 {0} 个窗口应报的日报")
            if count
            else translate("figures", "中心库没有窗口")
        )
        yield CheckRow(told.format(count), bool(count), warning=not count, screen=SCREEN)
    else:
        told = translate("figures", "中心库缺 {0} 个窗口日，数字不完整").format(found.missing)
        places = tuple(_lacking(one, found.days.get(one.window, ())) for one in found.windows if one.missing)
        yield CheckRow(told, False, warning=True, places=places, screen=SCREEN)
    if found.aside:
        told = translate("figures", "暂存的数据包 {0} 份，没有计入").format(len(found.aside))
        named = translate("figures", "{0} {1}：{2}")
        places = tuple(
            _place(named.format(one.window, one.business_date.isoformat(), one.reason)) for one in found.aside[:MOST]
        )
        yield CheckRow(told, False, warning=True, places=places, screen=SCREEN)
    if found.unchecked:
        told = translate("figures", "还有 {0} 份数据包没有核对，没有计入").format(found.unchecked)
        yield CheckRow(told, False, warning=True, screen=SCREEN)


def _lacking(window: WindowReport, days: tuple[date, ...]) -> CheckRow:
    """Return a window's row: its first days in short, all of them and its unit when one hovers."""
    joined = translate("figures", "、")
    told = translate("figures", "{0} 缺 {1} 日").format(window.window, window.missing)
    if not days:
        return _place(told)
    short = joined.join(f"{one:%m-%d}" for one in days[:NAMED]) + ("…" if len(days) > NAMED else "")
    whole = joined.join(one.isoformat() for one in days)
    return replace(_place(f"{told}：{short}"), where=f"{window.unit}：{whole}")


def _place(name: str) -> CheckRow:
    return CheckRow(f"　{name}", False, warning=True, screen=SCREEN)


def spoken(origin: Origin) -> str:
    """Return whose part it is: the unit, the window, or the day."""
    return day_words(origin.day) if origin.day is not None else origin.window or origin.unit
