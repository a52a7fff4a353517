"""The little language of the tests: a real hall on a real encrypted store, with a clock that stands where it is put."""

import shutil
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

from hallclient import wiring
from hallclient.domain.register.agency import AgencyProfile
from hallclient.domain.register.setup import SetupDraft
from hallclient.wiring import Hall

USER, PASSWORD = "wang", "a window of 1 city"
MONDAY = datetime(2026, 3, 2, 9, 0)  # a working day, none of its neighbours a holiday

AGENCY = AgencyProfile(
    name="示例市政务服务和数据管理局",
    code="SL01",
    code_word="示政数",
    address="示例市人民路1号",
    phone="0755-12345678",
    contact="王窗口",
    office_hours="工作日9:00—17:00",
    query_method="拨打0755-12345678",
    reconsideration_body="示例市人民政府",
    court="示例市中级人民法院",
)
SETUP = SetupDraft(agency=AGENCY, agency_code="SL01", window="W01", user=USER, display_name="王窗口", password=PASSWORD)


class Clock:
    """The hall's wall clock: it stands until it is moved."""

    def __init__(self, now: datetime = MONDAY) -> None:
        self.at = now

    def __call__(self) -> datetime:
        return self.at

    def move(self, **how: float) -> None:
        self.at += timedelta(**how)

    def set(self, at: datetime) -> None:
        self.at = at


def make_store(data: Path) -> str:
    """Create a store and return its recovery key."""
    return wiring.create_store(data, SETUP, now=Clock())


def open_hall(data: Path, now: Callable[[], datetime] | None = None) -> Hall:
    """Open the store in ``data``."""
    return wiring.open_hall(data, user=USER, password=PASSWORD, now=now or Clock())


class Stores:
    """Makes stores by copying one: creating a store costs a second, copying it a millisecond."""

    def __init__(self, template: Path) -> None:
        self._template = template
        if not wiring.store_exists(template):
            make_store(template)

    def hall(self, data: Path, now: Callable[[], datetime] | None = None) -> Hall:
        """Return an open hall on a fresh store in ``data``."""
        data.mkdir(parents=True, exist_ok=True)
        for path in self._template.iterdir():
            if path.is_file():
                shutil.copy(path, data / path.name)
        return open_hall(data, now)
