"""A real window's desk at a real PostgreSQL: its own login, the office that checks, the echo, the year."""

import json
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from closing_hall import CLERK, SUPERVISOR, Hall, hall_in
from sending_hall import HubClock, closed

from hallclient.domain.figures.report_json import answer
from hallclient.domain.figures.sending import BACK_OFF, PacketState, Why
from hallclient.domain.register.permissions import Clerk, Role
from hallclient.foundation.credentials import Vault
from hallclient.hub.database import HubDatabase, HubForbids, open_hub
from hallclient.services.hub_door import HubAccess
from hallclient.services.hub_office import HubOfficeDesk
from hallclient.services.sync import SyncDesk
from tests.hub.conftest import Place

OFFICE = Clerk(name="zhou", display_name="周主任", roles=frozenset({Role.OFFICE}))
DAYS = ("2026-03-02", "2026-03-03", "2026-03-04")


class Reporting:
    """A window with its desk, and the office beside, both at the test's server."""

    def __init__(self, place: Place, hall: Hall, folder: Path) -> None:
        self.place, self.hall, self.clock = place, hall, HubClock()
        vault = Vault(folder, keyring=lambda: None)
        self.sync = SyncDesk(hall.office, HubAccess(folder, vault, opener=self._open))
        self.office = HubOfficeDesk(hall.office, HubAccess(folder, vault, opener=self._open))
        self.office.access.given = (place.hub.engine.url.render_as_string(), "")
        made = self.office.enrol(
            self.sync.window, self.sync.public_key(by=CLERK), unit="局", since=date(2026, 3, 2), by=OFFICE
        )
        self.sync.access.remember(place.url.replace("USER", made.login), made.password)

    def _open(self, url: str, *, password: str = "") -> HubDatabase:
        return open_hub(url, password=password, now=self.clock)


@pytest.fixture
def window(server: Place, tmp_path: Path) -> Iterator[Reporting]:
    (tmp_path / "store").mkdir()
    with hall_in(tmp_path / "store") as hall:
        yield Reporting(server, hall, tmp_path)


def test_a_day_is_received_then_counted_when_the_office_looks(window: Reporting) -> None:
    closed(window.hall, *DAYS)
    pushed = window.sync.push(by=CLERK)
    assert (pushed.sent, pushed.accepted, pushed.waiting) == (3, 3, 0)
    assert {row.reason for row in window.sync.status()} != {""}

    board = window.office.board(date(2026, 3, 2), date(2026, 3, 7), by=OFFICE)
    assert (board.windows[0].window, board.windows[0].newest, board.unchecked) == ("SQ01-W01", date(2026, 3, 4), 0)
    window.hall.now += timedelta(hours=2)
    window.sync.push(by=CLERK)
    assert [(row.state, row.reason, row.next_at) for row in window.sync.status()] == [
        (PacketState.ACCEPTED, "", None)
    ] * 3
    window.sync.refresh_echo(by=CLERK)
    assert window.sync.echo(date(2026, 3, 1), date(2026, 4, 1)).agrees


def test_the_windows_own_login_does_no_office_work(window: Reporting) -> None:
    closed(window.hall, DAYS[0])
    window.office.access.given = (window.sync.access.url(), window.sync.access.password(window.sync.access.url()))

    with pytest.raises(HubForbids):
        window.office.board(date(2026, 3, 2), date(2026, 3, 7), by=OFFICE)
    with pytest.raises(HubForbids):
        window.office.lock(date(2026, 3, 2), date(2026, 3, 7), reason="因", by=OFFICE)


def test_a_revoked_login_is_told_in_the_packets_reason_and_the_counter_goes_on(window: Reporting) -> None:
    closed(window.hall, DAYS[0])
    window.office.revoke("SQ01-W01", by=OFFICE)
    pushed = window.sync.push(by=CLERK)

    assert (pushed.sent, pushed.waiting, pushed.why) == (0, 1, Why.HUB_LOGIN_REFUSED)
    assert pushed.next_at == window.hall.now + timedelta(seconds=BACK_OFF[0])
    closed(window.hall, DAYS[1])


def test_a_lock_and_its_exception_are_read_at_the_window(window: Reporting) -> None:
    closed(window.hall, *DAYS)
    window.office.lock(date(2026, 3, 2), date(2026, 3, 3), reason="已汇总", by=OFFICE)
    assert window.sync.push(by=CLERK).returned == 1
    refused = window.sync.status()[-1]
    assert "周主任" in refused.reason

    until = datetime.now().date() + timedelta(days=5)
    window.office.grant_exception(
        "SQ01-W01", date(2026, 3, 2), date(2026, 3, 3), open_until=until, reason="停电", by=OFFICE
    )
    window.sync.retry(refused.id, by=CLERK)
    assert window.sync.push(by=CLERK).accepted == 1
    window.sync.refresh_echo(by=CLERK)
    row = window.sync.echo(date(2026, 3, 2), date(2026, 3, 3)).rows[0]
    assert (row.locked_by, row.locked_reason, row.open_until) == ("周主任", "已汇总", until)


def test_the_year_at_the_server_is_the_year_of_the_store(window: Reporting) -> None:
    window.hall.application("2026-03-02", "2026-03-03", unit="市民政局", fee_yuan="12.50")
    window.hall.application("2026-03-02", unit="市公安局")
    closed(window.hall, *DAYS)
    window.hall.closing.adjust(date(2026, 3, 2), "applications.received", 1, "漏记", by=SUPERVISOR)
    window.sync.push(by=CLERK)

    for form in ("national-2021", "first-year"):
        with window.office.counts(by=OFFICE) as source:
            theirs = answer(window.hall.figures.report(2026, form, source=source))
        assert theirs == answer(window.hall.figures.report(2026, form))
        assert json.dumps(theirs)


def test_a_restored_window_asks_for_its_highest_numbers(window: Reporting) -> None:
    closed(window.hall, *DAYS)
    window.sync.push(by=CLERK)

    highest = window.sync.highest_numbers(by=SUPERVISOR)
    assert (highest["Z日结", 0], highest["SQ01-W01-Z", 2026]) == (3, 6)
