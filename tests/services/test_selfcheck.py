"""Each check of the self-check says ok, warn or bad, with a sentence and what to do."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from hallclient.domain.register.enquiry import EnquiryDraft
from hallclient.foundation.machine import Machine, this_machine
from hallclient.foundation.paths import RESOURCES
from hallclient.foundation.trouble import FileUnreadable
from hallclient.services.selfcheck import Finding, Health, SelfCheck
from hallclient.ui.check_words import check_name, finding_advice, finding_sentence
from hallclient.wiring import Hall
from tests.hall import Clock, Stores

GOOD = Machine(
    printers=lambda: ("窗口激光机",),
    utc_offset=lambda: 480,
    free_bytes=lambda _: 50 * 1024**3,
    file_system=lambda _: "ext4",
    environment=lambda name: "fcitx" if name == "QT_IM_MODULE" else "",
    system="linux",
)


@pytest.fixture(scope="module")
def stores(tmp_path_factory: pytest.TempPathFactory) -> Stores:
    return Stores(tmp_path_factory.mktemp("store"))


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def hall(stores: Stores, tmp_path: Path, clock: Clock) -> Iterator[Hall]:
    opened = stores.hall(tmp_path / "data", clock)
    yield opened
    opened.close()


def findings(hall: Hall, machine: Machine = GOOD, **told: Any) -> dict[str, Finding]:
    fonts = told.get("fonts", RESOURCES / "fonts")
    latest = told.get("latest", lambda: (Path("/"), hall.now()))
    found = SelfCheck(hall.office, machine=machine, fonts=fonts, latest_backup=latest).run()
    return {finding.check: finding for finding in found}


def said(hall: Hall, check: str, machine: Machine = GOOD, **told: Any) -> tuple[Health, str]:
    finding = findings(hall, machine, **told)[check]
    return finding.health, finding.reason


def test_a_good_machine_passes_every_check_but_says_all_of_them(hall: Hall) -> None:
    found = findings(hall, latest=lambda: (Path("/proc"), hall.now()))
    assert {finding.check for finding in found.values() if finding.health is not Health.OK} == set()
    assert len(found) == 11


@pytest.mark.parametrize(
    ("changed", "check", "health", "reason"),
    [
        ({"printers": lambda: ()}, "printers", Health.WARN, "none"),
        ({"printers": lambda: None}, "printers", Health.WARN, "unknown"),
        ({"utc_offset": lambda: 0}, "zone", Health.WARN, "other"),
        ({"free_bytes": lambda _: 100 * 1024**2}, "disk", Health.BAD, "full"),
        ({"free_bytes": lambda _: 1024**3}, "disk", Health.WARN, "scarce"),
        ({"file_system": lambda _: "nfs4"}, "place", Health.BAD, "network"),
        ({"file_system": lambda _: "cifs"}, "place", Health.BAD, "network"),
        ({"environment": lambda _: ""}, "input_method", Health.WARN, "none"),
        ({"environment": lambda _: "", "system": "win32"}, "input_method", Health.OK, "ok"),
    ],
)
def test_what_the_machine_lacks_is_said(
    hall: Hall, changed: dict[str, Any], check: str, health: Health, reason: str
) -> None:
    assert said(hall, check, replace(GOOD, **changed)) == (health, reason)


def test_next_years_calendar_is_asked_for_from_november_on(hall: Hall, clock: Clock) -> None:
    clock.set(datetime(2026, 10, 31, 9))
    assert said(hall, "calendar") == (Health.OK, "ok")
    clock.set(datetime(2026, 11, 1, 9))
    assert said(hall, "calendar") == (Health.WARN, "next_year")
    clock.set(datetime(2027, 1, 1, 9))
    assert said(hall, "calendar") == (Health.BAD, "ended")


def test_an_old_backup_is_a_warning_and_an_older_one_a_fault(hall: Hall) -> None:
    def aged(days: int) -> tuple[Health, str]:
        return said(hall, "backup", latest=lambda: (Path("/"), hall.now() - timedelta(days=days, hours=1)))

    assert [aged(1), aged(7)] == [(Health.WARN, "old"), (Health.BAD, "old")]
    assert said(hall, "backup", latest=lambda: None) == (Health.WARN, "none")


def test_a_backup_beside_the_store_is_no_second_disk(hall: Hall, tmp_path: Path) -> None:
    assert said(hall, "backup", latest=lambda: (tmp_path, hall.now())) == (Health.WARN, "same_disk")


def test_a_backup_that_cannot_be_read_is_a_fault(hall: Hall) -> None:
    def torn() -> None:
        raise FileUnreadable("x", "broken")

    assert said(hall, "backup", latest=torn) == (Health.BAD, "unreadable")


def test_a_clock_set_back_is_a_fault(hall: Hall, clock: Clock) -> None:
    clock.move(days=3)
    hall.reception.register(EnquiryDraft(content="问"), by=hall.clerk)
    clock.move(days=-2)
    assert said(hall, "clock") == (Health.BAD, "back")


def test_a_missing_or_torn_font_is_a_fault(hall: Hall, tmp_path: Path) -> None:
    assert said(hall, "fonts", fonts=tmp_path) == (Health.BAD, "missing")
    (tmp_path / "a.ttf").write_bytes(b"nothing")
    found = findings(hall, fonts=tmp_path)["fonts"]
    assert (found.health, found.facts["names"]) == (Health.BAD, "a.ttf")


def test_every_finding_has_its_sentence_and_what_to_do(hall: Hall, clock: Clock) -> None:
    clock.set(datetime(2026, 12, 1, 9))
    poor = Machine(
        printers=lambda: None,
        utc_offset=lambda: -210,
        free_bytes=lambda _: 0,
        file_system=lambda _: "nfs",
        environment=lambda _: "",
        system="linux",
    )
    for finding in [*findings(hall).values(), *findings(hall, poor, latest=lambda: None).values()]:
        assert check_name(finding.check)
        assert "{" not in finding_sentence(finding)
        assert bool(finding_advice(finding)) == (finding.health is not Health.OK)


def test_this_machine_answers_what_it_is_asked(tmp_path: Path) -> None:
    machine = this_machine()
    assert machine.free_bytes(tmp_path) > 0
    assert machine.printers() is None or all(isinstance(name, str) for name in machine.printers() or ())
    assert -14 * 60 <= machine.utc_offset() <= 14 * 60
    assert isinstance(machine.file_system(tmp_path), str)
