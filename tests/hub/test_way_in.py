"""Who may do what at a PostgreSQL hub? Every way in that must be shut, tried."""

from dataclasses import replace
from datetime import date, timedelta

import psycopg
import pytest

from hallclient.domain.figures.delivery import Verdict
from hallclient.hub import acts, admin, read, rulings
from hallclient.hub.database import HubForbids, HubLoginRefused, HubUnreachable, open_hub
from hallclient.hub.deliver import count, deliver, receipts
from tests.hub.conftest import Place
from tests.hub.stolen import FORBIDDEN, bare, said
from tests.hub.windows import ReportingWindow

MONDAY = date(2026, 3, 2)
FIRST, UNTIL = date(2026, 1, 1), date(2027, 1, 1)
INJECTED = "x'); DROP TABLE packets; --\" %s :name {0} \\"


def test_a_window_reads_back_its_own_and_nobody_elses(
    server: Place, windows: tuple[ReportingWindow, ReportingWindow]
) -> None:
    one, two = windows
    mine, other = server.as_window(one), server.as_window(two)

    assert [day.lines for day in read.held(mine, one.name, FIRST, UNTIL)] == [{"enquiries.persons": 80}]
    assert [kept.packet for kept in read.history(mine, one.name, MONDAY)] == one.sent
    assert read.head(mine, one.name) == one.head
    assert read.held(other, one.name, FIRST, UNTIL) == []
    assert read.history(other, one.name, MONDAY) == []
    assert read.highest_numbers(other, one.name) == {}
    assert [row.window for row in read.enrolled(other)] == [two.name]
    assert receipts(other, one.sent) == [None]
    with bare(server, two) as line:
        for table in ("packets", "verdicts", "window_days"):
            assert line.execute(f"SELECT count(*) FROM {table}").fetchone() == (0,)


def test_a_window_cannot_send_in_anothers_name(server: Place, windows: tuple[ReportingWindow, ReportingWindow]) -> None:
    one, two = windows
    forged = one.close(MONDAY + timedelta(1), {"enquiries.persons": 1000})

    with pytest.raises(HubForbids):
        deliver(server.as_window(two), [forged])

    assert read.history(server.hub, one.name, MONDAY + timedelta(1)) == []


WRITES = [
    "UPDATE packets SET payload = ''",
    "DELETE FROM packets",
    "TRUNCATE packets",
    "UPDATE verdicts SET verdict = 'accepted', linked = true",
    "DELETE FROM verdicts",
    'INSERT INTO verdicts (packet_id, business_date, "window", kind, z_number, revision, sha256)'
    " VALUES (99, '2026-03-02', 'SL01-W02', 'day', 1, 1, '')",
    "DELETE FROM inbox",
    "INSERT INTO inbox (\"window\", packet_id, business_date) VALUES ('SL01-W02', 1, '2026-03-02')",
    "INSERT INTO verdicts SELECT * FROM verdicts",
    "UPDATE window_days SET lines = '{}'",
    "DELETE FROM window_days",
    "INSERT INTO window_days SELECT * FROM window_days",
    "SELECT * FROM rollup_days",
    "UPDATE rollup_days SET lines = '{}'",
    "SELECT * FROM rollup_years",
    "SELECT * FROM acts",
    "UPDATE windows SET unit = '别的单位'",
    "UPDATE windows SET head = ''",
    "INSERT INTO window_keys (\"window\", public_key, enrolled_at) VALUES ('SL01-W02', '', now())",
    "DELETE FROM window_keys",
    "INSERT INTO locks (first, until, by, reason, at) VALUES ('2026-01-01', '2027-01-01', '', '', now())",
    "UPDATE locks SET lifted_at = now()",
    'INSERT INTO exceptions ("window", first, until, open_until, by, reason, at)'
    " VALUES ('SL01-W02', '2026-01-01', '2027-01-01', '2027-01-01', '', '', now())",
    "UPDATE alembic_version SET version_num = '9999'",
    *(
        statement.format(part)
        for part in ("packets_2026", "verdicts_2026", "window_days_2026")
        for statement in ("SELECT * FROM {0}", "DELETE FROM {0}", "INSERT INTO {0} SELECT * FROM {0}", "TRUNCATE {0}")
    ),
    "ALTER TABLE packets DETACH PARTITION packets_2026",
    "CREATE TABLE hall.mine (id int)",
    "CREATE TABLE public.mine (id int)",
    "CREATE TEMP TABLE mine (id int)",
    "CREATE TEMP SEQUENCE mine",
    "CREATE SCHEMA mine",
    "CREATE TYPE public.mine AS (id int)",
    "CREATE FUNCTION hall.now() RETURNS int LANGUAGE sql AS 'SELECT 1'",
    "CREATE OR REPLACE FUNCTION hall.own_window() RETURNS text LANGUAGE sql AS $$ SELECT 'SL01-W01' $$",
    "CREATE RULE mine AS ON INSERT TO packets DO NOTHING",
    "CREATE TRIGGER mine AFTER INSERT ON packets EXECUTE FUNCTION received()",
    "CREATE INDEX mine ON packets (payload)",
    "CREATE STATISTICS mine ON z_number, revision FROM packets",
    "CREATE PUBLICATION mine FOR TABLE packets",
    "CREATE EXTENSION pgcrypto",
    "CREATE DATABASE mine",
    "COMMENT ON TABLE packets IS 'x'",
    "ALTER TABLE packets DISABLE ROW LEVEL SECURITY",
    "DROP TABLE packets",
    "DROP POLICY own ON packets",
    "GRANT hall_office TO CURRENT_USER",
    "SET ROLE hall_office",
    "SET ROLE hall_owner",
    "SET ROLE w_sl01_w01",
    "SET SESSION AUTHORIZATION w_sl01_w01",
    "GRANT w_sl01_w02 TO w_sl01_w01",
    "ALTER ROLE w_sl01_w01 PASSWORD 'x'",
    "ALTER ROLE w_sl01_w02 CONNECTION LIMIT 1000",
    "ALTER ROLE w_sl01_w02 SET temp_file_limit = -1",
    "ALTER ROLE w_sl01_w02 RESET temp_file_limit",
    "SET temp_file_limit = -1",
    "SET session_replication_role = replica",
    "SET log_statement = 'all'",
    "SELECT setval('packets_id_seq', 1)",
    "SELECT * FROM packets_id_seq",
    "SELECT * FROM packets FOR UPDATE",
    "SELECT * FROM inbox FOR UPDATE",
    "SELECT * FROM windows FOR KEY SHARE",
    "DO $$ BEGIN LOCK TABLE packets IN ROW EXCLUSIVE MODE; END $$",
    "DO $$ BEGIN LOCK TABLE inbox IN ACCESS EXCLUSIVE MODE; END $$",
    "SELECT pg_advisory_lock(4201926, hashtext('市民政局'))",
    "SELECT pg_advisory_lock(4201927)",
    "SELECT pg_try_advisory_xact_lock_shared(1)",
    "SELECT lo_create(0)",
    "SELECT lo_from_bytea(0, 'x')",
    "SELECT lo_import('/etc/passwd')",
    "SELECT pg_logical_emit_message(false, 'x', 'y')",
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'hall'",
    "SELECT pg_cancel_backend(pid) FROM pg_stat_activity WHERE usename = 'hall'",
    "SELECT pg_ls_dir('.')",
    "SELECT pg_reload_conf()",
    "SELECT pg_switch_wal()",
    "SHOW data_directory",
    "COPY packets FROM '/etc/passwd'",
    "COPY (SELECT 1) TO '/x'",
    "COPY verdicts FROM STDIN",
    "SET SESSION AUTHORIZATION hall",
    "ALTER ROLE CURRENT_USER SUPERUSER",
    "CREATE ROLE thief LOGIN",
    "SELECT received()",
    "SELECT pg_read_file('/etc/passwd')",
    "COPY packets TO PROGRAM 'true'",
    "SELECT rolpassword FROM pg_authid",
]


def test_a_windows_login_may_do_nothing_else(server: Place, windows: tuple[ReportingWindow, ReportingWindow]) -> None:
    with bare(server, windows[1]) as line:
        answers = {statement: said(line, statement) for statement in WRITES}

    # Forbidden, or (a trigger's function called by hand) not possible.
    assert {statement: told for statement, told in answers.items() if told not in (FORBIDDEN, "0A000")} == {}
    assert read.totals(server.hub, FIRST, UNTIL) == {"enquiries.persons": 80}


def test_of_other_windows_a_login_learns_the_names_and_nothing_else(
    server: Place, windows: tuple[ReportingWindow, ReportingWindow]
) -> None:
    """PostgreSQL shows every login the names of all others; what they ask and hold it does not."""
    one, two = windows
    with bare(server, one) as theirs, bare(server, two) as line:
        theirs.execute("SELECT 'what they ask'")
        names = line.execute("SELECT count(*) FROM pg_roles WHERE rolname = 'w_sl01_w01'").fetchone()
        asked = line.execute(
            "SELECT count(*) FROM pg_stat_activity WHERE usename <> current_user"
            " AND (query NOT IN ('', '<insufficient privilege>') OR client_addr IS NOT NULL)"
        ).fetchone()
        sampled = line.execute("SELECT count(*) FROM pg_stats WHERE schemaname = 'hall'").fetchone()
        line.execute("SET row_security = off")
        for table in ("packets", "windows", "window_keys", "inbox", "verdicts", "window_days", "exceptions"):
            assert said(line, f"SELECT * FROM {table}") == FORBIDDEN, "no policy is left out silently"

    assert (names, asked, sampled) == ((1,), (0,), (0,))


def test_every_table_and_function_of_the_hub_is_in_the_list_of_rights(server: Place) -> None:
    """A new table is nobody's until someone decides whose it is."""
    with server.hub.reading() as tx:
        granted = tx.exec_driver_sql(
            "SELECT table_name, string_agg(DISTINCT privilege_type, ' ' ORDER BY privilege_type)"
            " FROM information_schema.table_privileges WHERE grantee = 'hall_window' AND table_schema = 'hall'"
            " GROUP BY 1"
        ).all()
        columns = tx.exec_driver_sql(
            "SELECT string_agg(column_name, ' ' ORDER BY column_name) FROM information_schema.column_privileges"
            " WHERE grantee = 'hall_window' AND table_name = 'packets' AND privilege_type = 'INSERT'"
        ).scalar_one()
        everyone = tx.exec_driver_sql(
            "SELECT count(*) FROM information_schema.table_privileges"
            " WHERE grantee = 'PUBLIC' AND table_schema = 'hall'"
        ).scalar_one()
        unprotected = tx.exec_driver_sql(
            "SELECT relname FROM pg_class c JOIN pg_namespace n ON n.oid = relnamespace AND nspname = 'hall'"
            " WHERE relkind IN ('r', 'p') AND NOT relrowsecurity AND NOT relispartition ORDER BY 1"
        ).scalars()
        defining = tx.exec_driver_sql(
            "SELECT proname, proconfig FROM pg_proc p JOIN pg_namespace n ON n.oid = pronamespace AND nspname = 'hall'"
            " ORDER BY 1"
        ).all()
        unprotected_tables = list(unprotected)

    assert dict(granted) == dict.fromkeys(
        (
            "alembic_version",
            "exceptions",
            "inbox",
            "locks",
            "packets",
            "verdicts",
            "window_days",
            "window_keys",
            "windows",
        ),
        "SELECT",
    )
    assert columns == ("business_date kind mark payload previous_sha256 revision sha256 signature window z_number")
    assert everyone == 0
    assert unprotected_tables == ["acts", "alembic_version", "locks", "rollup_days", "rollup_years"]
    assert [tuple(row) for row in defining] == [
        (name, ["search_path=hall, pg_temp"]) for name in ("open_year", "own_window", "received")
    ]


def test_a_window_cannot_say_when_its_packet_came(
    server: Place, windows: tuple[ReportingWindow, ReportingWindow]
) -> None:
    with bare(server, windows[1]) as line, pytest.raises(psycopg.errors.InsufficientPrivilege):
        line.execute(
            'INSERT INTO packets (business_date, "window", kind, z_number, revision, payload, sha256, previous_sha256,'
            " signature, mark, received_at) VALUES ('2026-03-02', 'SL01-W02', 'day', 1, 1, '', '', '', '', '', now())"
        )


def test_a_forged_packet_put_in_by_hand_with_the_windows_own_password_never_counts(
    server: Place, windows: tuple[ReportingWindow, ReportingWindow]
) -> None:
    """The password alone is not enough: the database cannot check a signature, so nothing counts before the office's
    program has."""
    one, _ = windows
    thief = ReportingWindow(one.name, seed=2)
    thief.head = one.head
    forged = thief.close(MONDAY + timedelta(1), {"enquiries.persons": 1000})
    [receipt] = deliver(server.as_window(one), [forged])

    assert receipt.verdict is Verdict.RECEIVED
    assert read.totals(server.hub, FIRST, UNTIL) == {"enquiries.persons": 80}
    count(server.hub)
    assert read.totals(server.hub, FIRST, UNTIL) == {"enquiries.persons": 80}
    assert [kept.reason for kept in read.kept_aside(server.hub)] == ["内容校验或者签名不符"]
    true = one.close(MONDAY + timedelta(1), {"enquiries.persons": 1})
    server.send(one, [true])
    assert read.totals(server.hub, FIRST, UNTIL) == {"enquiries.persons": 81}


def test_a_window_gets_its_receipt_at_once_and_counts_when_the_office_has_checked(
    server: Place, windows: tuple[ReportingWindow, ReportingWindow]
) -> None:
    _, two = windows
    own = server.as_window(two)
    sent = [two.close(MONDAY, {"enquiries.persons": 5}), two.close(MONDAY + timedelta(1), {})]
    first = deliver(own, sent)

    assert [receipt.verdict for receipt in first] == [Verdict.RECEIVED, Verdict.RECEIVED]
    assert "核验" in first[0].reason
    assert read.unchecked(server.hub) == 2
    with pytest.raises(HubForbids):
        count(own)
    assert count(server.hub) == 2
    told = receipts(own, sent)
    assert [receipt and receipt.verdict for receipt in told] == [Verdict.HELD_ALREADY, Verdict.HELD_ALREADY]
    assert read.unchecked(server.hub) == 0


def test_a_revoked_window_is_out_at_once(server: Place, windows: tuple[ReportingWindow, ReportingWindow]) -> None:
    one, _ = windows
    own = server.as_window(one)
    deliver(own, [one.close(MONDAY + timedelta(1), {})])
    admin.revoke(server.hub, one.name, by="周主任")

    with pytest.raises((HubUnreachable, HubLoginRefused)):
        deliver(own, [one.close(MONDAY + timedelta(2), {})])
    with pytest.raises(HubLoginRefused):
        read.head(server.as_window(one), one.name)
    admin.enrol(server.hub, one.name, one.public_key, one.unit, by="周主任")
    with pytest.raises(HubLoginRefused):  # the old password is not the new one
        read.head(server.as_window(one), one.name)


def test_the_office_reads_counts_locks_and_grants_but_enrols_nobody(
    server: Place, windows: tuple[ReportingWindow, ReportingWindow]
) -> None:
    one, two = windows
    known = admin.enrol_office(server.hub, "zhou")
    office = open_hub(server.url.replace("USER", known.login), password=known.password, now=server.clock)
    server.opened.append(office)
    deliver(server.as_window(two), [two.close(MONDAY, {"enquiries.persons": 5})])

    assert count(office) == 1
    assert read.totals(office, FIRST, UNTIL) == {"enquiries.persons": 85}
    deliver(office, [one.close(MONDAY + timedelta(1), {"enquiries.persons": 1})])  # from a stick
    assert read.totals(office, FIRST, UNTIL) == {"enquiries.persons": 86}
    rulings.lock_period(office, FIRST, UNTIL, by="周主任", reason="年终")
    rulings.grant_exception(office, one.name, MONDAY, UNTIL, open_until=date(2026, 12, 31), by="周主任", reason="补报")
    rulings.unlock_period(office, FIRST, UNTIL, by="周主任", reason="误")
    rulings.accept_branch(office, one.name, by="周主任", reason="换机")
    with pytest.raises(HubForbids):
        admin.enrol(office, "SL01-W03", ReportingWindow("SL01-W03").public_key, "市民政局")
    with pytest.raises(HubForbids), office.writing() as tx:
        tx.exec_driver_sql("UPDATE packets SET payload = ''")
    with pytest.raises(HubForbids), office.writing() as tx:
        tx.exec_driver_sql("DELETE FROM acts")


def test_who_left_the_office_is_let_in_no_more(server: Place) -> None:
    known = admin.enrol_office(server.hub, "zhou", by="周主任")
    office = open_hub(server.url.replace("USER", known.login), password=known.password, now=server.clock)
    server.opened.append(office)
    assert read.unchecked(office) == 0
    with pytest.raises(HubForbids):
        admin.revoke_office(office, "zhou")
    admin.revoke_office(server.hub, "zhou", by="周主任", reason="调离")
    with pytest.raises((HubLoginRefused, HubUnreachable)):  # its open line was cut
        read.unchecked(office)
    with pytest.raises(HubLoginRefused):
        read.unchecked(office)
    assert [(act.act, act.detail) for act in read.office_acts(server.hub)][:2] == [
        ("revoke_office", "o_zhou 调离"),
        ("enrol_office", "o_zhou"),
    ]
    for nobody in ("wang", "owner"):
        with pytest.raises(admin.OfficeUnknown):
            admin.revoke_office(server.hub, nobody)


def test_sql_in_every_text_field_stays_text(place: Place) -> None:
    window = ReportingWindow("SL01-W01", INJECTED)
    place.enrol(window)
    place.send(window, [window.close(MONDAY, {f"fees.yuan.part.{INJECTED}": 3})])
    rulings.lock_period(place.hub, FIRST, MONDAY, by=INJECTED, reason=INJECTED)
    true = window.close(MONDAY + timedelta(1), {})
    for change in ("window", "kind", "payload", "sha256", "previous_sha256", "signature"):
        if place.way == "server" and change == "window":
            with pytest.raises(HubForbids):
                deliver(place.as_window(window), [replace(true, window=INJECTED)])
            deliver(place.hub, [replace(true, window=INJECTED)])
            continue
        deliver(place.as_window(window), [replace(true, **{change: INJECTED})])
    rulings.grant_exception(
        place.hub, window.name, FIRST, UNTIL, open_until=date(2026, 12, 31), by=INJECTED, reason=INJECTED
    )
    rulings.unlock_period(place.hub, FIRST, UNTIL, by=INJECTED, reason=INJECTED)
    for name in (INJECTED, 'w"; DROP ROLE hall; --', "SL01-W01'", ""):
        with pytest.raises(admin.WindowNameWrong):
            admin.enrol(place.hub, name, window.public_key, INJECTED)
        with pytest.raises(admin.OfficeNameWrong):
            admin.enrol_office(place.hub, name)
    for name in (INJECTED, "SL01-W99"):
        with pytest.raises(acts.WindowUnknown):
            admin.revoke(place.hub, name)
        with pytest.raises(admin.WindowKeyWrong):
            admin.enrol(place.hub, "SL01-W02", name, INJECTED)

    code = f"fees.yuan.part.{INJECTED}"
    assert read.totals(place.hub, FIRST, UNTIL, INJECTED) == {code: 3}
    assert read.by_unit(place.hub, FIRST, UNTIL) == {INJECTED: {code: 3}}
    assert len(read.kept_aside(place.hub)) == 6
    assert {act.by for act in read.office_acts(place.hub)} == {INJECTED, "周主任"}
