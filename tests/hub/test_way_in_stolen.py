"""What can whoever stole a window's login do to the hub, and how is the window let in again?"""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date, datetime, timedelta

import psycopg
import pytest

from hallclient.domain.figures.delivery import Verdict
from hallclient.hub import admin, logins, read, rulings
from hallclient.hub.database import HubForbids, HubUnreachable, open_hub
from hallclient.hub.deliver import LONGEST, count, deliver
from tests.hub.conftest import SINCE, HubClock, Place
from tests.hub.postgres import Cluster
from tests.hub.stolen import FORBIDDEN, bare, put, said
from tests.hub.windows import ReportingWindow

MONDAY, TUESDAY = date(2026, 3, 2), date(2026, 3, 3)
FIRST, UNTIL = date(2026, 1, 1), date(2027, 1, 1)
TOO_MUCH, TOO_LONG = "53400", "23514"
MANY = (
    'INSERT INTO packets (business_date, "window", kind, z_number, revision, payload, sha256, previous_sha256,'
    " signature, mark) SELECT '2026-03-02', %s, 'day', 1, 1, repeat('x', %s), '', '', '', md5(n::text)"
)
Windows = tuple[ReportingWindow, ReportingWindow]


@pytest.fixture
def chief(cluster: Cluster) -> Iterator[Place]:
    """A hub of an administrator who may make logins and is no superuser."""
    with psycopg.connect(cluster.dsn("postgres"), autocommit=True) as server:
        server.execute("CREATE ROLE chief LOGIN CREATEROLE PASSWORD 'geheim'")
        server.execute("CREATE DATABASE chiefs OWNER chief")
        known = server.execute("SELECT rolname FROM pg_roles WHERE rolname = ANY(%s)", [list(logins.ROLES)]).fetchall()
        for (role,) in known:  # another hub of this server made them
            server.execute(f"GRANT {role} TO chief WITH ADMIN OPTION")
    hub = open_hub(cluster.url("chiefs", user="chief", tcp=True), password="geheim", now=(clock := HubClock()))
    place = Place("server", hub, cluster.url("chiefs", user="USER", tcp=True), clock, cluster.folder / "stick")
    yield place
    for one in (*place.opened, hub):
        one.close()
    with psycopg.connect(cluster.dsn("postgres"), autocommit=True) as server:
        server.execute("DROP DATABASE chiefs WITH (FORCE)")
        server.execute("DROP OWNED BY chief")
        server.execute("DROP ROLE chief")


def test_an_administrator_needs_to_be_no_superuser(chief: Place) -> None:
    assert admin.init(chief.hub) is False
    assert admin.init(chief.hub) is False, "twice changes nothing"
    window = ReportingWindow("CHIEF-W01")
    chief.enrol(window)
    admin.enrol_office(chief.hub, "chiefs_person")
    own = chief.as_window(window)
    deliver(own, [window.close(MONDAY, {"enquiries.persons": 2})])
    assert count(chief.hub) == 1
    rulings.lock_period(chief.hub, FIRST, UNTIL, by="周主任", reason="年终")
    with bare(chief, window) as line:
        admin.revoke(chief.hub, window.name, by="周主任", reason="失窃")
        assert said(line, "SELECT 1") not in ("done", FORBIDDEN), "the open line is cut"
    assert read.totals(chief.hub, FIRST, UNTIL) == {"enquiries.persons": 2}


def test_roles_that_another_login_made_are_asked_for_by_name(server: Place, cluster: Cluster) -> None:
    with psycopg.connect(cluster.dsn("postgres"), autocommit=True) as line:
        if line.info.server_version < 160_000:
            pytest.skip("before PostgreSQL 16 CREATEROLE reaches every role")
        line.execute("CREATE ROLE second LOGIN CREATEROLE PASSWORD 'geheim'")
        line.execute("CREATE DATABASE seconds OWNER second")
    with closing(open_hub(cluster.url("seconds", user="second", tcp=True), password="geheim")) as hub:
        with pytest.raises(logins.RolesOfAnother) as refused:
            admin.init(hub)
        assert refused.value.login == "second"
        with psycopg.connect(cluster.dsn("postgres"), autocommit=True) as line:
            line.execute("GRANT hall_owner, hall_office, hall_window TO second WITH ADMIN OPTION")
        assert admin.init(hub) is False
    with psycopg.connect(cluster.dsn("postgres"), autocommit=True) as line:
        line.execute("DROP DATABASE seconds WITH (FORCE)")
        line.execute("DROP OWNED BY second")
        line.execute("DROP ROLE second")


def test_what_is_everybodys_a_superuser_takes_back_once(chief: Place, cluster: Cluster) -> None:
    admin.init(chief.hub)
    window = ReportingWindow("CHIEF-W02")
    chief.enrol(window)
    with bare(chief, window) as line:
        assert said(line, "SELECT pg_advisory_xact_lock(4201926, 1)") == "done"
    with closing(open_hub(cluster.url("chiefs"))) as superusers:
        assert admin.init(superusers) is True
    assert admin.init(chief.hub) is True
    chief.enrol(window)  # the new password's login, with its limits
    with bare(chief, window) as line:
        assert said(line, "SELECT pg_advisory_xact_lock(4201926, 1)") == FORBIDDEN
        assert line.execute("SHOW temp_file_limit").fetchone() == (logins.SPILL,)
    deliver(chief.as_window(window), [window.close(MONDAY, {"enquiries.persons": 2})])
    assert count(chief.hub) == 1, "who counts may lock"


def test_a_login_of_another_use_is_not_taken_over(server: Place, cluster: Cluster) -> None:
    with psycopg.connect(cluster.dsn("postgres"), autocommit=True) as line:
        line.execute("CREATE ROLE w_taken_w01 LOGIN")
        line.execute("CREATE ROLE o_taken LOGIN CREATEROLE")
    for name, make in (
        ("w_taken_w01", lambda: server.enrol(ReportingWindow("TAKEN-W01"))),
        ("o_taken", lambda: admin.enrol_office(server.hub, "taken")),
    ):
        with pytest.raises(logins.LoginTaken) as refused:
            make()
        assert refused.value.login == name
    assert read.enrolled(server.hub) == []


def test_a_packet_longer_than_any_is_not_taken(server: Place, windows: Windows) -> None:
    packet = windows[1].close(MONDAY, {})
    with bare(server, windows[1]) as line:
        assert put(line, packet, payload="x" * (LONGEST * 4 + 1)) == TOO_LONG
        for field in ("kind", "sha256", "previous_sha256", "signature", "mark"):
            assert put(line, packet, **{field: "x" * 5000}) in (TOO_LONG, "54000"), field
        assert put(line, packet) == "done"
    assert count(server.hub) == 1


def test_a_disk_is_not_filled_by_what_nobody_has_looked_at(server: Place, windows: Windows) -> None:
    """Twenty thousand packets or half a gigabyte in a day: then the office must have looked first."""
    _, two = windows
    packet = two.close(MONDAY, {})
    with bare(server, two) as line:
        assert said(line, f"{MANY} FROM generate_series(1, 9) AS n", two.name, 64_000_000) == TOO_MUCH
        assert said(line, f"{MANY} FROM generate_series(1, 20001) AS n", two.name, 1) == TOO_MUCH
        assert said(line, f"{MANY} FROM generate_series(1, 20000) AS n", two.name, 1) == "done"
        assert put(line, packet) == TOO_MUCH
    with pytest.raises(HubUnreachable):  # the window's program waits and tries again
        deliver(server.as_window(two), [packet])
    count(server.hub)
    with bare(server, two) as line:
        assert put(line, packet) == "done", "the office has looked; the test's clock says it was long ago"
    assert len(read.kept_aside(server.hub)) == 20_000
    assert read.totals(server.hub, FIRST, UNTIL) == {"enquiries.persons": 80}


def test_what_was_kept_aside_today_counts_towards_what_is_too_much(server: Place, windows: Windows) -> None:
    _, two = windows
    with bare(server, two) as line:
        assert said(line, f"{MANY} FROM generate_series(1, 15000) AS n", two.name, 1) == "done"
        with closing(open_hub(str(server.hub.engine.url))) as now:  # by the server's own clock
            assert count(now) == 15_000
        assert said(line, f"{MANY} FROM generate_series(20001, 25001) AS n", two.name, 1) == TOO_MUCH
        assert said(line, f"{MANY} FROM generate_series(20001, 24000) AS n", two.name, 1) == "done"


def test_years_far_ahead_are_few(server: Place, windows: Windows) -> None:
    """A wrong clock must not break a window's chain, and a wrong window must not fill the catalogue."""
    ahead = date.today().year + 2
    with bare(server, windows[1]) as line:
        answers = [said(line, f"SELECT open_year({year})") for year in range(ahead, ahead + 25)]
        assert (answers[:20], set(answers[20:])) == (["done"] * 20, {TOO_MUCH})
        assert said(line, "SELECT open_year(1990)") == "done", "the past is history to be imported"
        assert said(line, "SELECT open_year(1989)") == said(line, "SELECT open_year(2200)") == TOO_LONG


def test_the_next_year_is_open_before_a_window_needs_it(server: Place, windows: Windows) -> None:
    """Who opens a year in a transaction and then hangs would hold up all others on New Year's Day."""
    one, two = windows
    server.clock.moment = datetime(2030, 12, 30, 18)
    count(server.hub)
    with bare(server, two) as line:
        line.autocommit = False
        line.execute("SELECT open_year(2031)")
        sent = one.close(date(2031, 1, 2), {})
        assert [told.verdict for told in deliver(server.as_window(one), [sent])] == [Verdict.RECEIVED]
        line.rollback()


def test_an_open_transaction_of_a_window_holds_up_nobody(server: Place, windows: Windows) -> None:
    one, two = windows
    with bare(server, two) as line:
        line.autocommit = False
        assert put(line, two.close(MONDAY, {})) == "done"
        line.execute("LOCK TABLE packets IN ACCESS SHARE MODE")
        line.execute("SELECT * FROM windows, inbox, locks")
        sent = one.close(TUESDAY, {"enquiries.persons": 1})
        assert [told.verdict for told in server.send(one, [sent])] == [Verdict.HELD_ALREADY]
        rulings.lock_period(server.hub, FIRST, MONDAY, by="周主任", reason="年终")
        assert read.totals(server.hub, FIRST, UNTIL) == {"enquiries.persons": 81}
        line.rollback()


def test_a_login_has_few_lines(server: Place, windows: Windows) -> None:
    known = server.credentials[windows[1].name]
    url = server.url.replace("+psycopg", "").replace("USER", known.login)
    lines = [psycopg.connect(url, password=known.password) for _ in range(logins.LINES_OF_A_LOGIN)]
    try:
        with pytest.raises(psycopg.OperationalError, match="too many connections"):
            psycopg.connect(url, password=known.password)
    finally:
        for line in lines:
            line.close()


def test_a_revoked_windows_open_line_sees_and_adds_nothing_even_before_it_is_cut(
    server: Place, windows: Windows
) -> None:
    one, _ = windows
    with bare(server, one) as line:
        with server.hub.writing() as tx:
            tx.exec_driver_sql("UPDATE windows SET revoked_at = now() WHERE \"window\" = 'SL01-W01'")
        assert put(line, one.close(TUESDAY, {})) == FORBIDDEN
        for table in ("packets", "windows", "window_keys", "inbox", "verdicts", "window_days", "exceptions"):
            assert line.execute(f"SELECT count(*) FROM {table}").fetchone() == (0,), table


def test_revoking_cuts_the_lines_when_none_can_come_in_again(
    server: Place, windows: Windows, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A line that was cut before the login is shut for all to see could be back at once."""
    one, _ = windows
    seen: list[str] = []
    original = logins.cut

    def watched(hub: object, login: str) -> None:
        with pytest.raises(psycopg.OperationalError, match="not permitted to log in"), bare(server, one):
            seen.append("in")
        original(hub, login)  # type: ignore[arg-type]
        seen.append("cut")

    monkeypatch.setattr(logins, "cut", watched)
    with bare(server, one) as line:
        admin.revoke(server.hub, one.name, by="周主任")
        assert said(line, "SELECT 1") not in ("done", FORBIDDEN)
    assert seen == ["cut"]


def test_enrolled_again_it_is_the_windows_own_once_more(server: Place, windows: Windows) -> None:
    """The thief's settings of the login, his password and his key are gone; what the window sent before stays."""
    one, _ = windows
    with bare(server, one) as line:
        for setting in ("default_transaction_read_only = on", "search_path = public", "statement_timeout = 1"):
            line.execute(f"ALTER ROLE w_sl01_w01 SET {setting}")
        line.execute("ALTER ROLE w_sl01_w01 PASSWORD 'theirs'")
    admin.revoke(server.hub, one.name, by="周主任", reason="失窃")
    old = one.close(TUESDAY, {"enquiries.persons": 5})
    new = ReportingWindow(one.name, seed=2)
    server.enrol(new)
    assert [told.verdict for told in server.send(one, [old])] == [Verdict.KEPT_ASIDE], "the old key signs no more"
    signed = new.sign(replace(old, signature=""))
    assert [told.verdict for told in server.send(new, [signed])] == [Verdict.HELD_ALREADY], "the new one does"
    assert [told.verdict for told in server.send(one, one.sent[:1])] == [Verdict.HELD_ALREADY], "what counts, counts"
    assert read.totals(server.hub, FIRST, UNTIL) == {"enquiries.persons": 85}
    url = server.url.replace("+psycopg", "").replace("USER", "w_sl01_w01")
    with pytest.raises(psycopg.OperationalError, match="password"):
        psycopg.connect(url, password="theirs")


def test_two_windows_do_not_share_a_key(place: Place) -> None:
    one = ReportingWindow("SL01-W01")
    place.enrol(one)
    spelt = one.public_key[:-2] + chr(ord(one.public_key[-2]) + 1) + "="  # the same bytes, spelt otherwise
    for key in (one.public_key, spelt):
        with pytest.raises(admin.WindowKeyTaken) as refused:
            admin.enrol(place.hub, "SL01-W02", key, "市教育局")
        assert refused.value.window == one.name
    place.enrol(one)
    admin.revoke(place.hub, one.name, by="周主任")
    admin.enrol(place.hub, "SL02-W01", one.public_key, "市民政局")  # the agency got another code

    assert [known.window for known in read.enrolled(place.hub)] == ["SL01-W01", "SL02-W01"]


@pytest.mark.parametrize(
    "name",
    [
        *("sl01-w01", "SL01-W０１", "SL01–W01", "SL01-W01 ", " SL01-W01", "SL01-W01\n", "SL01-W01\0", "ＳＬ01-W01"),
        *('W03"; DROP ROLE hall; --', "SL01-W01'--", "S-W01", "SL01-W1", "SL01-W12345", "A" * 13 + "-W01", "../W01"),
    ],
)
def test_a_windows_name_is_spelt_in_one_way_only(place: Place, name: str) -> None:
    with pytest.raises(admin.WindowNameWrong):
        admin.enrol(place.hub, name, ReportingWindow().public_key, "市民政局", since=SINCE)
    assert read.enrolled(place.hub) == []


def test_a_window_counts_nothing_and_administers_nothing(server: Place, windows: Windows) -> None:
    own = server.as_window(windows[1])
    until = MONDAY + timedelta(days=1)
    for act in (
        lambda: count(own),
        lambda: admin.init(own),
        lambda: admin.revoke(own, windows[1].name),
        lambda: rulings.lock_period(own, MONDAY, until, by="x", reason="x"),
        lambda: rulings.unlock_period(own, MONDAY, until, by="x", reason="x"),
        lambda: rulings.accept_branch(own, windows[1].name, by="x", reason="x"),
        lambda: admin.enrol_office(own, "thief"),
        lambda: admin.enrol(own, windows[1].name, ReportingWindow(seed=3).public_key, "x"),
        lambda: rulings.grant_exception(
            own, windows[1].name, MONDAY, until, open_until=date(2199, 1, 1), by="x", reason="x"
        ),
    ):
        with pytest.raises(HubForbids):
            act()
