"""What runs in this case, and what would the next act do to its clock? Asked before anything is written."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from hallclient.documents.money import capitals
from hallclient.domain.law import clock
from hallclient.domain.law.clock import ClockTrace
from hallclient.domain.law.open_periods import OpenPeriod, open_periods
from hallclient.domain.law.working_days import CalendarTooShort
from hallclient.domain.register.application import Application
from hallclient.domain.register.records import NoSuchRecord
from hallclient.domain.register.steps import Step
from hallclient.services.application_acts import following
from hallclient.services.document_facts import rules_of
from hallclient.services.office import Office
from hallclient.storage import applications, day_closes


@dataclass(frozen=True, slots=True, kw_only=True)
class RunningPeriod:
    """A period that runs, and the working days ``left`` to its last day: 0 today, negative when it is over."""

    period: OpenPeriod
    left: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Prospect:
    """What an act would come to: the clock's ``trace`` after it (None before receipt) and the ``left`` working days.

    ``before`` is the due date as it stands; None while the clock stands.
    """

    before: date | None
    trace: ClockTrace | None
    left: int | None


class ProspectsDesk:
    """Reads and reckons; nothing is written here."""

    def __init__(self, office: Office) -> None:
        self._office = office

    def periods(self, number: str) -> tuple[RunningPeriod, ...]:
        """Return the periods that run in a case beside the reply's own. Raises NoSuchRecord."""
        case = self._known(number)
        found = open_periods(case.steps, rules_of(self._office, case), self._office.calendar)
        return tuple(RunningPeriod(period=period, left=self._left(period.until)) for period in found)

    def after(self, number: str, step: Step) -> Prospect:
        """Return what recording ``step`` would do; it raises what recording it would, so far as rules say it."""
        case, today = self._known(number), self._office.today()
        with self._office.database.reading() as tx:
            closed = day_closes.closed(tx, case.window, step.on)
        new = following(case, step, today=today, closed=closed)
        before, after = self._trace(case), self._trace(new)
        return Prospect(
            before=before.due if before is not None else None,
            trace=after,
            left=self._left(after.due if after is not None else None),
        )

    def capitals(self, yuan: Decimal) -> str:
        """Return an amount in Chinese capitals, as the notice P12 will bear it (大写金额)."""
        return capitals(yuan)

    def _trace(self, case: Application) -> ClockTrace | None:
        if case.received_on is None:
            return None
        try:
            return clock.trace(case.received_on, case.steps, rules_of(self._office, case), self._office.calendar)
        except CalendarTooShort:
            if not case.historical:
                raise
            return None

    def _left(self, until: date | None) -> int | None:
        calendar, today = self._office.calendar, self._office.today()
        if until is None:
            return None
        try:
            return calendar.count(today, until) - calendar.count(until, today)
        except CalendarTooShort:
            return None

    def _known(self, number: str) -> Application:
        with self._office.database.reading() as tx:
            case = applications.get(tx, number)
        if case is None:
            raise NoSuchRecord(number)
        return case
