"""Which logins has a PostgreSQL hub, and what is shut to them? Roles, passwords, and what is everybody's by default."""

from typing import Any

from sqlalchemy import Connection, text

from hallclient.domain.refusal import Refusal
from hallclient.hub.database import HubDatabase

ROLES = ("hall_owner", "hall_office", "hall_window")
LINES_OF_A_LOGIN = 6  # connections one window may hold
SPILL = "256MB"  # of temporary files a window's statement may write at the server

# What PostgreSQL lets everybody call and a window has no use for: locks that would hold up whoever counts or sends,
# large objects and log records that would fill the disk. Taken from everybody in this database; the advisory locks are
# given back to those who count.
_NOBODYS = r"^(lo_.*|lowrite|loread|pg_logical_emit_message|pg_(try_)?advisory_.*lock.*)$"
_SHUT = f"""
    DO $$ DECLARE called regprocedure; BEGIN
        FOR called IN SELECT oid FROM pg_proc WHERE pronamespace = 'pg_catalog'::regnamespace AND proname ~ '{_NOBODYS}'
        LOOP
            EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', called);
            IF called::text ~ 'advisory' THEN
                EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO hall_owner, hall_office', called);
            END IF;
        END LOOP;
    END $$
    """
_OURS = text(
    "SELECT count(*) FROM pg_roles WHERE rolname = :login AND pg_has_role(rolname, :group, 'MEMBER')"
    " AND NOT (rolsuper OR rolcreaterole OR rolcreatedb OR rolreplication OR rolbypassrls)"
)


class LoginTaken(Refusal):
    """The server has a login of that name that is none of the hub's: it is nobody's to take over."""

    fields = ("window",)

    def __init__(self, login: str) -> None:
        super().__init__()
        self.login = login


class RolesOfAnother(Refusal):
    """The hub's roles were made by another login of the server. Since PostgreSQL 16 CREATEROLE alone does not reach
    them: they have to be granted ``WITH ADMIN OPTION``."""

    def __init__(self, login: str) -> None:
        super().__init__()
        self.login = login


def roles(tx: Connection) -> None:
    """Make the three roles and their schema, shut the database to all others, and go on as the owner.

    Raises RolesOfAnother.
    """
    me, name, needs_admin = tx.exec_driver_sql(
        "SELECT current_user, current_database(), current_setting('server_version_num')::integer >= 160000"
        " AND rolcreaterole AND NOT rolsuper FROM pg_roles WHERE rolname = current_user"
    ).one()
    for role in ROLES:
        if not there(tx, role):
            tx.exec_driver_sql(f"CREATE ROLE {role} NOLOGIN")
        elif needs_admin and not _member(tx, role, "MEMBER WITH ADMIN OPTION"):
            raise RolesOfAnother(me)
    quote = tx.dialect.identifier_preparer.quote_identifier
    if not _member(tx, "hall_owner", "USAGE"):
        tx.exec_driver_sql(f"GRANT hall_owner TO {quote(me)}")
    tx.exec_driver_sql(f"REVOKE ALL ON DATABASE {quote(name)} FROM PUBLIC")
    tx.exec_driver_sql(f"GRANT CONNECT ON DATABASE {quote(name)} TO hall_window, hall_office")
    tx.exec_driver_sql("CREATE SCHEMA IF NOT EXISTS hall AUTHORIZATION hall_owner")
    tx.exec_driver_sql("SET LOCAL ROLE hall_owner")


def shut(tx: Connection) -> bool:
    """Take from everybody what no window needs, as far as this login may; return whether nothing is left."""
    if _superuser(tx):
        tx.execute(text(_SHUT))
        tx.exec_driver_sql("REVOKE CREATE ON SCHEMA public FROM PUBLIC")  # a database older than PostgreSQL 15
        tx.exec_driver_sql("GRANT SET ON PARAMETER temp_file_limit TO hall_owner")  # so that enrolling may set it
    left = "SELECT count(*) FROM pg_proc WHERE pronamespace = 'pg_catalog'::regnamespace AND proname ~ :names"
    return not tx.execute(
        text(f"{left} AND has_function_privilege('hall_window', oid, 'EXECUTE')"), {"names": _NOBODYS}
    ).scalar_one()


def _member(tx: Connection, role: str, kind: str) -> bool:
    return bool(tx.execute(text("SELECT pg_has_role(:role, :kind)"), {"role": role, "kind": kind}).scalar_one())


def _superuser(tx: Connection) -> bool:
    return bool(tx.exec_driver_sql("SELECT rolsuper FROM pg_roles WHERE rolname = current_user").scalar_one())


def give(tx: Connection, login: str, password: str, group: str) -> None:
    """Make or renew a login. Only the password's verifier goes out, so that no server log can hold the password.

    Raises LoginTaken.
    """
    name = tx.dialect.identifier_preparer.quote_identifier(login)
    if not there(tx, login):  # without any power of its own, unless it says so
        tx.exec_driver_sql(f"CREATE ROLE {name}")
    elif not of(tx, login, group):
        raise LoginTaken(login)
    else:  # what whoever stole it may have set for it
        tx.exec_driver_sql(f"ALTER ROLE {name} RESET ALL")
    driver: Any = tx.connection.driver_connection
    verifier = driver.pgconn.encrypt_password(password.encode(), login.encode(), b"scram-sha-256").decode()
    tx.exec_driver_sql(f"ALTER ROLE {name} LOGIN CONNECTION LIMIT {LINES_OF_A_LOGIN} PASSWORD '{verifier}'")
    tx.exec_driver_sql(f"GRANT {group} TO {name}")
    may_limit = "SELECT has_parameter_privilege('temp_file_limit', 'SET')"
    if group == "hall_window" and tx.exec_driver_sql(may_limit).scalar_one():
        tx.exec_driver_sql(f"ALTER ROLE {name} SET temp_file_limit = '{SPILL}'")


def of(tx: Connection, login: str, group: str) -> bool:
    """Tell whether a login is one of the hub's ``group``, and nothing more."""
    return bool(tx.execute(_OURS, {"login": login, "group": group}).scalar_one())


def shut_out(tx: Connection, login: str) -> None:
    """Let a login in no more; its open lines stay until they are ``cut``."""
    tx.exec_driver_sql(f"ALTER ROLE {tx.dialect.identifier_preparer.quote_identifier(login)} NOLOGIN")


def cut(hub: HubDatabase, login: str) -> None:
    """Cut all lines of a login."""
    with hub.writing() as tx:
        quote = tx.dialect.identifier_preparer.quote_identifier
        me = tx.exec_driver_sql("SELECT current_user").scalar_one()
        stands_in = not _superuser(tx) and there(tx, login)  # who may cut a login's lines: a member of it
        if stands_in:
            tx.exec_driver_sql(f"GRANT {quote(login)} TO {quote(me)}")
        lines = text("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = :login")
        tx.execute(lines, {"login": login})
        if stands_in:
            tx.exec_driver_sql(f"REVOKE {quote(login)} FROM {quote(me)}")


def there(tx: Connection, role: str) -> bool:
    """Tell whether the server knows a role."""
    return bool(tx.execute(text("SELECT count(*) FROM pg_roles WHERE rolname = :role"), {"role": role}).scalar_one())
