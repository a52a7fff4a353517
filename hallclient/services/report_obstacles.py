"""What forbids a report's publication, and what may be published once somebody has said why?"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from hallclient.domain.figures import report_text
from hallclient.domain.figures.identities import IdentitiesBroken, Result
from hallclient.domain.figures.report import Report
from hallclient.domain.figures.report_forms import ReportForm
from hallclient.domain.figures.report_pieces import IdentityResult
from hallclient.domain.figures.report_text import Differing
from hallclient.domain.refusal import Refusal
from hallclient.services import exporting
from hallclient.services.periods import Lacking

HUB = "hub"


class TextContradicts(Refusal):
    """Numbers in the text are not the table's: nothing is published until they agree, or somebody says what they
    speak of."""

    fields = ("confirmed",)

    def __init__(self, differing: tuple[Differing, ...]) -> None:
        super().__init__()
        self.differing = differing


class YearStillOpen(Refusal):
    """Days of the year are not closed: their figures could still change, so the report is not published."""

    def __init__(self, days: int) -> None:
        super().__init__()
        self.days = days


class HubDaysAwaited(Refusal):
    """Window-days of the year are not due yet and have not come: their figures could still come, so nothing is
    published before."""

    def __init__(self, days: int) -> None:
        super().__init__()
        self.days = days


class HubYearIncomplete(Refusal):
    """The hub lacks window-days of the year, or holds days that do not count: published only with a word on them.

    ``missing`` window-days never came; ``uncounted`` days have a packet that does not count.
    """

    fields = ("lacking",)

    def __init__(self, missing: int, uncounted: int) -> None:
        super().__init__()
        self.missing = missing
        self.uncounted = uncounted


class UnitNotPublished(Refusal):
    """A report narrowed to one unit is looked at and exported; what this office publishes is the city's."""

    fields = ("unit",)


@dataclass(frozen=True, slots=True, kw_only=True)
class Obstacles:
    """What stands against the publication of a report: identities that do not hold, open days, numbers of the text that
    are not the table's.

    At the hub days of ``windows`` (how many of each) never came, and ``open_days`` have a packet that does not count: a
    window that broke for good must not keep a city from publishing in time, so a word on them lets it. What is
    ``awaited`` is not due yet: there is no word on it, one waits.
    """

    broken: tuple[IdentityResult, ...]
    open_days: tuple[date, ...]
    wrong: tuple[Differing, ...]
    windows: Mapping[str, int] = field(default_factory=dict)
    awaited: int = 0
    hub: bool = False

    @property
    def missing(self) -> int:
        """Window-days that never came."""
        return sum(self.windows.values())

    @property
    def incomplete(self) -> bool:
        """Whether the hub has not all of the year."""
        return self.hub and bool(self.missing or self.open_days)

    def require_none(self, *, confirmed: str, lacking: str) -> None:
        """Raise what forbids it: IdentitiesBroken, YearStillOpen, HubDaysAwaited; without a word HubYearIncomplete,
        TextContradicts."""
        if self.broken:
            raise IdentitiesBroken(
                tuple(Result(id=one.id, holds=False, cells=one.cells, records=one.records) for one in self.broken)
            )
        if self.open_days and not self.hub:
            raise YearStillOpen(len(self.open_days))
        if self.awaited:
            raise HubDaysAwaited(self.awaited)
        if self.incomplete and not lacking.strip():
            raise HubYearIncomplete(self.missing, len(self.open_days))
        if self.wrong and not confirmed.strip():
            raise TextContradicts(self.wrong)

    def noted(self, *, confirmed: str, lacking: str) -> dict[str, Any]:
        """Return what the audit keeps of what was published all the same."""
        found: dict[str, Any] = {}
        if self.wrong:
            told = [
                {
                    "part": one.part,
                    "paragraph": one.paragraph,
                    "figure": one.figure,
                    "text": one.found,
                    "table": one.expected,
                }
                for one in self.wrong
            ]
            found |= {"differing": told, "speaks_of": confirmed.strip()}
        if self.incomplete:
            days = [day.isoformat() for day in self.open_days]
            found |= {"missing": dict(self.windows), "uncounted": days, "lacking": lacking.strip()}
        return found


def obstacles(report: Report, rule: ReportForm, lacking: Lacking) -> Obstacles:
    """Return what stands against the publication of a report. Raises UnitNotPublished."""
    if report.source.units:
        raise UnitNotPublished
    return Obstacles(
        broken=tuple(one for one in report.broken if one.id not in exporting.TOLERATED),
        open_days=report.source.open_days,
        wrong=report_text.differing(report, rule.reading),
        windows=lacking.missing,
        awaited=lacking.awaited,
        hub=report.source.kind == HUB,
    )
