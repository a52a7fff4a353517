"""What does every desk need? The store, the clock on the wall, the rules, and whose hall this is."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime

from hallclient.domain.law.rulesets import RuleSet
from hallclient.domain.law.working_days import WorkingCalendar
from hallclient.domain.register.agency import AgencyProfile
from hallclient.storage.database import Database


@dataclass(slots=True, kw_only=True)
class Office:
    """Passed to each desk's constructor by ``wiring``.

    ``now`` gives the hall's wall-clock time (Asia/Shanghai, without a zone). ``calendar`` is replaced when a year's
    pack is imported; everything else stands as long as the store is open.
    """

    database: Database
    now: Callable[[], datetime]
    calendar: WorkingCalendar
    rulesets: tuple[RuleSet, ...]
    agency: AgencyProfile
    agency_code: str
    window: str
    practice: bool = False

    def today(self) -> date:
        """Return the business date."""
        return self.now().date()
