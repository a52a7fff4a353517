"""A city that reports, and its office's window on the hub."""

import dataclasses
from datetime import date, datetime, timedelta
from pathlib import Path

from hallclient.domain.register.permissions import Clerk, Role
from hallclient.hub import admin
from hallclient.hub.database import HubDatabase
from hallclient.hub.deliver import count, deliver
from tests.hall import Clock, Stores
from tests.hub.windows import ReportingWindow
from tests.sending_hall import HubClock, access, new_hub
from tests.window import Desk

OFFICE = Clerk(name="zhou", display_name="周主任", roles=frozenset({Role.OFFICE}))
NOW = datetime(2026, 3, 6, 15, 0)  # a Friday
DAYS = tuple(date(2026, 3, day) for day in (2, 3, 4, 5))
CIVIL, SCHOOLS = "市民政局", "市教育局"


class City:
    """Three windows of two units at a hub in a file, and the office's window on it: one reported every day, one once,
    late, with nothing to tell, one never."""

    def __init__(self, folder: Path, stores: Stores) -> None:
        self.clock = HubClock("2026-03-01 08:00:00")
        self.path = folder / "hub.sqlite"
        self.hub: HubDatabase = new_hub(self.path, self.clock)
        self.one, self.two = ReportingWindow("SL01-W01", CIVIL), ReportingWindow("SL01-W02", CIVIL)
        self.school = ReportingWindow("SL02-W01", SCHOOLS)
        for window in (self.one, self.two, self.school):
            admin.enrol(self.hub, window.name, window.public_key, window.unit, by="周主任", since=DAYS[0])
        self.access = access(folder, self.clock)
        self.access.given = (f"sqlite:///{self.path}", "")
        hall = stores.hall(folder / "store", Clock(NOW))
        self.hall = dataclasses.replace(hall, hub_access=self.access, clerk=OFFICE)
        self.desk: Desk | None = None
        for day in DAYS:
            self.report(self.one, day, {"enquiries.persons": 8})
        self.report(self.two, DAYS[0], {}, at=datetime(2026, 3, 4, 9, 0))  # nothing to tell, and late

    def at(self, moment: datetime) -> None:
        self.clock.moment = moment

    def report(
        self,
        window: ReportingWindow,
        day: date,
        lines: dict[str, int],
        *,
        at: datetime | None = None,
        revision: int = 1,
    ) -> None:
        self.at(at or datetime.combine(day, NOW.time()) + timedelta(hours=3))
        deliver(self.hub, [window.close(day, lines, revision=revision)])  # type: ignore[arg-type]
        count(self.hub)

    def open(self) -> Desk:
        self.at(NOW)
        self.desk = Desk(self.hall, Clock(NOW))
        return self.desk

    def close(self) -> None:
        if self.desk is not None:
            self.desk.close()
        self.hub.close()
