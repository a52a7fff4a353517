"""What do the figures of the first year's report say? The frozen report as the screens take it (domain 9)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from hallclient.domain.figures.annual import differences_of
from hallclient.domain.figures.day_sheet import Difference
from hallclient.domain.figures.identities import Result
from hallclient.domain.figures.lines import Number
from hallclient.domain.figures.report import Report
from hallclient.domain.figures.report_identities import SHARES, WHOLE
from hallclient.domain.figures.report_json import answer
from hallclient.domain.register.counter import Counter

PORTAL = tuple(member for member in Counter if member.value.startswith("portal."))


@dataclass(frozen=True, slots=True, kw_only=True)
class PortalCategory:
    """One of the seven portal categories: its items and their share, which add up to 100 per cent."""

    code: str
    label: str
    count: Number
    share_percent: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstYearReport:
    """The figures of parts 二 to 五 and of the training in part 一.

    ``received`` … of applications in 件, ``person_times`` in 人次, ``fees`` in yuan; ``by_result`` of the disputes
    decided in the year and those pending at its end. ``open_days`` are not counted yet; ``differences`` must be empty.
    ``report`` is the frozen report all of it was taken from.
    """

    report: Report
    agency: str
    year: int
    portal: tuple[PortalCategory, ...]
    press_conferences: Number
    press_briefings: Number
    media_items: Number
    person_times: Number
    received: Number
    answered: Number
    carried_out: Number
    by_unit: Mapping[str, Number]
    by_topic: Mapping[str, Number]
    fees: Number
    reconsideration: Number
    litigation: Number
    by_result: Mapping[str, Number]
    dispute_topics: Mapping[str, Number]
    training: Mapping[str, Number]
    identities: tuple[Result, ...]
    open_days: tuple[date, ...]
    differences: tuple[Difference, ...]
    live: bool = False

    @property
    def portal_total(self) -> Number:
        return sum(category.count for category in self.portal)

    def as_json(self) -> dict[str, Any]:
        """Return the answer of ``annual --form first-year --output X.json`` (contract, section 4)."""
        return answer(self.report)


def first_year_view(report: Report) -> FirstYearReport:
    """Return a report of the form ``first-year`` figure by figure."""

    def value(id: str) -> Number:
        return report.cells[id].value or 0

    def named(prefix: str) -> dict[str, Number]:
        return {id.removeprefix(prefix): value(id) for id in report.cells if id.startswith(prefix)}

    category = "proactive.portal_items.by_category."
    own = ("Y1", "Y2", "Y3", WHOLE, SHARES)
    return FirstYearReport(
        report=report,
        agency=report.agency,
        year=report.year,
        portal=tuple(
            PortalCategory(
                code=code,
                label=member.label,
                count=value(f"{category}{code}.count"),
                share_percent=report.cells[f"{category}{code}.share_percent"].text,
            )
            for member in PORTAL
            for code in [member.value.partition(".")[2]]
        ),
        press_conferences=value("proactive.press_conferences"),
        press_briefings=value("proactive.press_briefings"),
        media_items=value("proactive.media_items"),
        person_times=value("windows.enquiries_and_complaints_person_times"),
        received=value("applications.received"),
        answered=value("applications.answered"),
        carried_out=value("applications.carried_out"),
        by_unit=named("applications.by_unit."),
        by_topic=named("applications.by_topic."),
        fees=value("fees_yuan"),
        reconsideration=value("reviews.reconsideration"),
        litigation=value("reviews.litigation"),
        by_result=named("reviews.by_result."),
        dispute_topics=named("reviews.by_topic."),
        training=named("training."),
        identities=tuple(
            Result(id=one.id, holds=one.holds, cells=one.cells, records=one.records)
            for one in report.identities
            if one.id not in own
        ),
        open_days=report.source.open_days,
        differences=differences_of(report),
        live=report.source.live,
    )
