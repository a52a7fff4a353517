"""The way to the hub: what may be kept as its address, what a try of it tells, and what is forgotten."""

import base64
from collections.abc import Iterator
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

import pytest
from closing_hall import CLERK, NOBODY, Hall, hall_in
from sending_hall import HubClock, access, closed, new_hub

from hallclient.domain.figures.hub_trial import CLOCK_MAY_DIFFER, HubSays, Step, Trial, fingerprint, holds, steps
from hallclient.domain.figures.sending import BACK_OFF, HubNotSet, PracticeCannotSend
from hallclient.domain.register.permissions import Clerk, NotPermitted, Role
from hallclient.foundation import settings
from hallclient.hub import admin
from hallclient.hub.addresses import HubNeedsTls, HubUrlHasPassword, HubUrlWrong
from hallclient.services.hub_address import HubAddressDesk
from hallclient.services.hub_door import DatabaseDoor
from hallclient.services.sync import SyncDesk
from hallclient.storage import outbox

ADMIN = Clerk(name="sun", display_name="孙", roles=frozenset({Role.ADMINISTRATOR}))
PG = "postgresql+psycopg://w03@hub.example.gov.cn/hall?sslmode=verify-full"
WINDOW = "SQ01-W01"


class Way:
    """A window, the machine's settings, and a hub in a file."""

    def __init__(self, folder: Path, hall: Hall) -> None:
        self.folder, self.hall, self.clock = folder, hall, HubClock()
        self.clock.moment = hall.now
        self.access = access(folder, self.clock)
        self.sync = SyncDesk(hall.office, self.access)
        self.desk = HubAddressDesk(hall.office, self.access)
        self.url = f"sqlite:///{folder / 'hub.sqlite'}"

    def enrol(self, key: str = "") -> None:
        with closing(new_hub(self.folder / "hub.sqlite", self.clock)) as hub:
            public = key or self.sync.public_key(by=CLERK)
            admin.enrol(hub, WINDOW, public, "示例局", by="周主任", since=date(2026, 1, 1))

    def codes(self, url: str = "") -> dict[Step, str]:
        return {one.step: one.code for one in steps(self.desk.try_out(url or self.url, by=CLERK))}


@pytest.fixture
def way(tmp_path: Path) -> Iterator[Way]:
    (tmp_path / "store").mkdir()
    with hall_in(tmp_path / "store") as hall:
        yield Way(tmp_path, hall)


@pytest.mark.parametrize(
    ("url", "refusal"),
    [
        ("", HubUrlWrong),
        ("http://hub.example.gov.cn/", HubUrlWrong),
        ("postgresql+psycopg://w03:geheim@hub.example.gov.cn/hall?sslmode=verify-full", HubUrlHasPassword),
        ("postgresql+psycopg://w03@hub.example.gov.cn/hall", HubNeedsTls),
        ("postgresql+psycopg://w03@hub.example.gov.cn/hall?sslmode=require", HubNeedsTls),
    ],
)
def test_an_unsafe_address_is_never_kept(way: Way, url: str, refusal: type[Exception]) -> None:
    with pytest.raises(refusal):
        way.desk.change(url, "geheim", by=ADMIN)

    assert way.desk.kept().url == ""
    assert list(way.folder.glob("*.secret")) == []


def test_address_and_password_are_kept_apart_and_forgotten_together(way: Way) -> None:
    kept = way.desk.change(f"  {PG} ", "geheim", by=ADMIN)
    assert (kept.url, kept.has_password) == (PG, True)
    assert "geheim" not in (way.folder / settings.FILE).read_text("utf-8")

    way.desk.forget(by=ADMIN)

    assert (way.desk.kept().url, way.desk.kept().has_password) == ("", False)
    assert way.access.password(PG) == ""


def test_the_password_stays_when_only_the_address_is_saved_again(way: Way) -> None:
    way.desk.change(PG, "geheim", by=ADMIN)
    assert way.desk.change(PG, by=ADMIN).has_password

    other = PG.replace("hub.", "hub2.")
    assert not way.desk.change(other, by=ADMIN).has_password, "another hub is another door"
    assert way.access.password(PG) == "", "and the key of the old one is not left lying"


def test_a_change_is_the_administrators_and_noted_without_the_password(way: Way) -> None:
    for by in (CLERK, NOBODY):
        with pytest.raises(NotPermitted):
            way.desk.change(PG, by=by)
        with pytest.raises(NotPermitted):
            way.desk.forget(by=by)
    way.desk.change(PG, "geheim", by=ADMIN)

    noted = way.hall.scalar("SELECT \"by\" || before || after FROM audit WHERE action = 'change_hub_address'")
    assert "sun" in noted
    assert PG in noted
    assert "geheim" not in noted


def test_what_waits_is_tried_at_once_when_the_way_has_changed(way: Way) -> None:
    closed(way.hall, "2026-03-02")
    later = way.hall.now + timedelta(seconds=BACK_OFF[-1])
    with way.hall.database.writing() as tx:
        outbox.hold_back(tx, until=later, reason="网络不通")
    assert way.sync.next_at() == later
    way.desk.change(PG, "geheim", by=ADMIN)

    assert way.sync.next_at() == way.hall.now


def test_a_try_tells_step_by_step_and_sends_nothing(way: Way) -> None:
    way.enrol()
    closed(way.hall, "2026-03-02")
    way.clock.moment = way.hall.now

    trial = way.desk.try_out(way.url, by=CLERK)

    assert holds(trial)
    assert {one.step: one.code for one in steps(trial)} == {
        Step.REACHED: "opened",
        Step.SAFE: "file",
        Step.LOGIN: "no_login",
        Step.HUB: "ready",
        Step.ENROLLED: "enrolled",
        Step.KEY: "same_key",
        Step.CLOCK: "clock",
        Step.HEAD: "nothing_yet",
    }
    assert trial.says is not None
    assert trial.says.last_day is None
    assert way.desk.kept().url == "", "trying keeps nothing"


def test_a_try_tells_up_to_which_day_the_hub_has_what_we_sent(way: Way) -> None:
    way.enrol()
    closed(way.hall, "2026-03-02", "2026-03-03")
    with closing(way.access.at(way.url)) as hub:
        way.sync.push(by=CLERK, door=DatabaseDoor(hub))
    [head] = [one for one in steps(way.desk.try_out(way.url, by=CLERK)) if one.step is Step.HEAD]
    assert (head.code, head.facts[0]) == ("head", "2026-03-03")

    way.hall.run("DELETE FROM outbox WHERE day_close_id = 2")
    way.hall.run("DELETE FROM day_closes WHERE id = 2")
    assert way.codes()[Step.HEAD] == "strange_head", "as after a restore from an old backup"


def test_a_window_nobody_enrolled_and_one_that_was_revoked_are_told_apart(way: Way) -> None:
    with closing(new_hub(way.folder / "hub.sqlite", way.clock)):
        assert way.codes()[Step.ENROLLED] == "not_enrolled"
    way.enrol()
    with closing(way.access.at(way.url)) as hub:
        admin.revoke(hub, WINDOW, by="周主任")

    assert way.codes()[Step.ENROLLED] == "revoked"


def test_another_key_at_the_hub_is_told_with_both_prints(way: Way) -> None:
    theirs = base64.b64encode(bytes(range(32))).decode()
    way.enrol(theirs)
    own = way.sync.public_key(by=CLERK)

    [key] = [one for one in steps(way.desk.try_out(way.url, by=CLERK)) if one.step is Step.KEY]
    assert (key.holds, key.code, key.facts) == (False, "other_key", (fingerprint(own), fingerprint(theirs)))


@pytest.mark.parametrize(("off", "code"), [(0, "clock"), (299, "clock"), (900, "fast"), (-900, "slow")])
def test_a_clock_that_is_wrong_is_told(way: Way, off: int, code: str) -> None:
    way.enrol()
    way.clock.moment = way.hall.now - timedelta(seconds=off)

    assert way.codes()[Step.CLOCK] == code


@pytest.mark.parametrize(
    ("trouble", "passed", "ended"),
    [
        ("hub_unreachable", [], Step.REACHED),
        ("hub_certificate_wrong", [Step.REACHED], Step.SAFE),
        ("hub_login_refused", [Step.REACHED, Step.SAFE], Step.LOGIN),
        ("hub_forbids", [Step.REACHED, Step.SAFE], Step.LOGIN),
        ("hub_not_ready", [Step.REACHED, Step.SAFE, Step.LOGIN], Step.HUB),
        ("disk_full", [], Step.REACHED),
    ],
)
def test_the_step_at_which_a_try_ends_is_told(way: Way, trouble: str, passed: list[Step], ended: Step) -> None:
    found = steps(Trial(window=WINDOW, at=way.hall.now, trouble=trouble))

    assert [one.step for one in found if one.holds] == passed
    assert [(one.step, one.code) for one in found if not one.holds] == [(ended, trouble)]


def test_a_hub_that_is_away_is_an_answer_and_no_error(way: Way) -> None:
    assert way.codes("postgresql+psycopg://w@127.0.0.1:1/hub") == {Step.REACHED: "hub_unreachable"}
    assert way.codes()[Step.HUB] == "hub_not_ready", "there is no such file"
    with pytest.raises(HubNotSet):
        way.desk.try_out(by=CLERK)


def test_a_print_is_short_the_same_every_time_and_another_for_another_key() -> None:
    one, two = (base64.b64encode(bytes([n]) * 32).decode() for n in (1, 2))
    assert fingerprint(one) == fingerprint(one) != fingerprint(two)
    assert len(fingerprint(one).replace(" ", "")) == 16
    assert fingerprint("not a key!") == ""


def test_a_practice_store_has_no_such_desk(way: Way) -> None:
    way.hall.office.practice = True
    with pytest.raises(PracticeCannotSend):
        HubAddressDesk(way.hall.office, way.access)


def test_over_the_network_the_try_names_the_protocol(way: Way) -> None:
    says = HubSays(server=True, tls="TLSv1.3", at=way.hall.now - CLOCK_MAY_DIFFER)
    safe = steps(Trial(window=WINDOW, at=way.hall.now, says=says))[1]

    assert (safe.step, safe.code, safe.facts) == (Step.SAFE, "tls", ("TLSv1.3",))
