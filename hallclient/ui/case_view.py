"""What does the file of one application show? Everything the desks know of it, asked in one go."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from hallclient.domain.law.clock import ClockTrace
from hallclient.domain.law.remedy_period import RemedyUntil
from hallclient.domain.refusal import Refusal
from hallclient.domain.register.application import Application
from hallclient.domain.register.dispute import Dispute
from hallclient.domain.register.issued import IssuedDocument, PrintEntry
from hallclient.domain.register.life import ActChoice
from hallclient.domain.register.permissions import Clerk
from hallclient.domain.register.steps import Act
from hallclient.services.application_results import LetterWay
from hallclient.services.prospects import RunningPeriod


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseView:
    """One application with its clock, its papers and their ways, its disputes. ``left``: working days to the due date.

    ``choices`` say of every act whether this clerk could record it now, ``prints`` what came out, by document id.
    """

    application: Application
    trace: ClockTrace | None
    left: int | None
    letters: tuple[LetterWay, ...]
    choices: tuple[ActChoice, ...]
    periods: tuple[RunningPeriod, ...] = ()
    remedy: RemedyUntil | None = None
    disputes: tuple[Dispute, ...] = ()
    prints: Mapping[int, tuple[PrintEntry, ...]] = field(default_factory=dict)

    @property
    def papers(self) -> tuple[IssuedDocument, ...]:
        return tuple(way.document for way in self.letters)

    def why_not(self, act: Act) -> Refusal | None:
        """Return what keeps this clerk from ``act`` now."""
        return next((choice.why_not for choice in self.choices if choice.act is act), None)


def look(hall: Any, number: str, clerk: Clerk) -> CaseView:
    """Ask the desks; on the jobs' lane. Raises NoSuchRecord."""
    desk = hall.applications
    application = desk.get(number)
    letters = desk.letters(number)
    trace = _known(lambda: desk.trace(number))
    return CaseView(
        application=application,
        trace=trace,
        left=desk.left(trace.due if trace is not None else None),
        letters=letters,
        choices=desk.choices(number, by=clerk),
        periods=hall.prospects.periods(number),
        remedy=_known(lambda: desk.remedy_end(number)),
        disputes=tuple(hall.disputes.of_application(number)),
        prints={way.document.id: tuple(hall.documents.prints(way.document.id)) for way in letters},
    )


def _known(asked: Any) -> Any:
    """Return what was asked; None where the calendar does not reach, as for an imported case of long ago."""
    try:
        return asked()
    except Refusal:
        return None
