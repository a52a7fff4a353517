"""A window tries its way to the hub with its own login: what it is told, and that it is told nothing of others."""

import threading
from pathlib import Path

import pytest
from closing_hall import CLERK
from cryptography.hazmat.primitives import serialization
from sending_hall import closed

from hallclient.domain.figures.hub_trial import Step, holds, steps
from hallclient.hub import probe
from hallclient.hub.database import HubUnreachable
from hallclient.services.hub_address import HubAddressDesk
from tests.hub.conftest import Place
from tests.hub.postgres import Cluster, certificate
from tests.hub.reporting_desks import OFFICE, NewWindow, Window, office


def try_out(window: Window) -> dict[Step, str]:
    trial = HubAddressDesk(window.hall.office, window.sync.access).try_out(by=CLERK)
    return {one.step: one.code for one in steps(trial)}


@pytest.fixture
def reporting(place: Place, new_window: NewWindow) -> Window:
    if place.way == "folder":
        pytest.skip("nobody answers from a folder")
    window: Window = new_window()
    place.clock.moment = window.hall.now
    return window


def test_a_window_that_may_report_is_told_so(place: Place, reporting: Window) -> None:
    closed(reporting.hall, "2026-03-02")
    reporting.send()
    found = try_out(reporting)

    assert found[Step.LOGIN] == ("let_in" if place.hub.server else "no_login")
    assert (found[Step.ENROLLED], found[Step.KEY], found[Step.HEAD]) == ("enrolled", "same_key", "head")


@pytest.mark.parametrize("authority", ["the servers own", "another"])
def test_whose_certificate_it_is_is_told_before_a_login(
    new_window_at_server: Window, server: Place, cluster: Cluster, authority: str, tmp_path: Path
) -> None:
    window = new_window_at_server
    server.clock.moment = window.hall.now
    ca = cluster.ca
    if authority == "another":
        ca = tmp_path / "ca.pem"
        ca.write_bytes(certificate("Other CA", None)[1].public_bytes(serialization.Encoding.PEM))
    kept = window.sync.access.url()
    encrypted = f"{kept.partition('?')[0].replace('127.0.0.1', 'localhost')}?sslmode=verify-full&sslrootcert={ca}"
    desk = HubAddressDesk(window.hall.office, window.sync.access)
    trial = desk.try_out(encrypted, window.sync.access.password(kept), by=CLERK)
    found = {one.step: (one.holds, one.code) for one in steps(trial)}

    if authority == "another":
        assert found == {Step.REACHED: (True, "reached"), Step.SAFE: (False, "hub_certificate_wrong")}
    else:
        assert found[Step.SAFE] == (True, "tls")
        assert trial.says is not None
        assert trial.says.tls.startswith("TLSv1.")
        assert holds(trial)


def test_a_window_hears_nothing_of_another(place: Place, reporting: Window) -> None:
    if not place.hub.server:
        pytest.skip("who opens the file sees all of it")
    hub = reporting.sync.access.hub()
    try:
        assert not probe.says(hub, "SQ01-W99").enrolled
        assert probe.says(hub, reporting.name).enrolled
        assert not probe.says(hub, "SQ01-W02").keys
    finally:
        hub.close()


def test_a_revoked_window_is_told_that_it_is_not_let_in(place: Place, reporting: Window) -> None:
    office(place, reporting).revoke(reporting.name, by=OFFICE)
    found = try_out(reporting)

    if place.hub.server:
        assert [*found] == [Step.REACHED, Step.SAFE, Step.LOGIN]
        assert found[Step.LOGIN] == "hub_login_refused"
    else:
        assert found[Step.ENROLLED] == "revoked"


def test_a_wrong_password_is_told(place: Place, reporting: Window) -> None:
    if not place.hub.server:
        pytest.skip("a file asks for no password")
    desk = HubAddressDesk(reporting.hall.office, reporting.sync.access)
    trial = desk.try_out(password="not the one", by=CLERK)

    assert trial.trouble == "hub_login_refused"
    assert not holds(trial)


def test_who_closes_the_program_ends_a_visit_that_hangs(place: Place, reporting: Window) -> None:
    if not place.hub.server:
        pytest.skip("a file does not hang")
    hub = reporting.sync.access.hub()
    inside, ended = threading.Event(), []

    def visit() -> None:
        try:
            with hub.reading() as tx:
                inside.set()
                tx.exec_driver_sql("SELECT pg_sleep(25)")
        except HubUnreachable:
            ended.append(True)

    thread = threading.Thread(target=visit)
    thread.start()
    assert inside.wait(20)
    reporting.sync.access.cut()
    thread.join(15)

    assert (thread.is_alive(), ended) == (False, [True])
    with pytest.raises(HubUnreachable), reporting.sync.access.hub().reading():
        pytest.fail("nobody is let in any more")
    hub.close()
