"""After this, the hub takes packets, keeps what was found of each, and holds what counts with its roll-ups.

PostgreSQL: three tables in partitions by year, roles that may do what they need, a window's rows its own. SQLite: the
same tables.

Revision: 0001, after
"""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

NONE = sa.text("''")
BIG = sa.BigInteger().with_variant(sa.Integer, "sqlite")
LINES = sa.JSON(none_as_null=True)


def upgrade() -> None:
    server = op.get_bind().dialect.name == "postgresql"
    _who()
    _what_arrived(server)
    _what_counts(server)
    _what_the_office_says()
    if server:
        for statement in (*_YEARS, *_RECEIVING, *_RIGHTS, *_ROWS):
            op.execute(sa.text(statement.replace(":", "\\:")))


def _who() -> None:
    op.create_table(
        "windows",
        sa.Column("window", sa.Text(), nullable=False),
        sa.Column("unit", sa.Text(), nullable=False),
        sa.Column("login", sa.Text(), nullable=False),
        sa.Column("since", sa.Date(), nullable=False),
        sa.Column("enrolled_at", sa.DateTime(), nullable=False),
        sa.Column("revoked_at", sa.DateTime()),
        sa.Column("head", sa.Text(), nullable=False),
        sa.Column("last_day", sa.Date()),
        sa.Column("branch_by", sa.Text(), nullable=False, server_default=NONE),
        sa.PrimaryKeyConstraint("window", name="pk_windows"),
        sa.UniqueConstraint("login", name="uq_windows_login"),
    )
    op.create_table(
        "window_keys",
        sa.Column("id", BIG, nullable=False),
        sa.Column("window", sa.Text(), nullable=False),
        sa.Column("public_key", sa.Text(), nullable=False),
        sa.Column("enrolled_at", sa.DateTime(), nullable=False),
        sa.Column("revoked_at", sa.DateTime()),
        sa.PrimaryKeyConstraint("id", name="pk_window_keys"),
        sa.ForeignKeyConstraint(["window"], ["windows.window"], name="fk_window_keys"),
    )
    op.create_index("ix_window_keys_window", "window_keys", ["window"])


def _key(table: str, *columns: str, server: bool) -> sa.PrimaryKeyConstraint:
    # The key of a partitioned table holds the column it is partitioned by.
    return sa.PrimaryKeyConstraint(*columns, *(["business_date"] if server else []), name=f"pk_{table}")


def _what_arrived(server: bool) -> None:
    by_year = {"postgresql_partition_by": "RANGE (business_date)"}
    op.create_table(
        "packets",
        sa.Column("id", BIG, nullable=False, autoincrement=True),
        sa.Column("business_date", sa.Date(), nullable=False),
        sa.Column("window", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("z_number", BIG, nullable=False),
        sa.Column("revision", BIG, nullable=False),
        sa.Column("payload", sa.Text(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("previous_sha256", sa.Text(), nullable=False),
        sa.Column("signature", sa.Text(), nullable=False),
        sa.Column("mark", sa.Text(), nullable=False),
        sa.Column("received_at", sa.DateTime(), nullable=False),
        _key("packets", "id", server=server),
        sa.UniqueConstraint("window", "business_date", "mark", name="uq_packets_window"),
        **by_year,
    )
    op.create_table(
        "inbox",
        sa.Column("window", sa.Text(), nullable=False),
        sa.Column("packet_id", BIG, nullable=False, autoincrement=False),
        sa.Column("business_date", sa.Date(), nullable=False),
        sa.PrimaryKeyConstraint("window", "packet_id", name="pk_inbox"),
    )
    op.create_table(
        "verdicts",
        sa.Column("packet_id", BIG, nullable=False, autoincrement=False),
        sa.Column("business_date", sa.Date(), nullable=False),
        sa.Column("window", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("z_number", BIG, nullable=False),
        sa.Column("revision", BIG, nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("verdict", sa.Text(), nullable=False),
        sa.Column("linked", sa.Boolean(), nullable=False),
        sa.Column("waits", sa.Boolean(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("judged_at", sa.DateTime(), nullable=False),
        _key("verdicts", "packet_id", server=server),
        **by_year,
    )
    aside = sa.text("verdict = 'kept_aside'")
    op.create_index("ix_verdicts_chain", "verdicts", ["window", "sha256"])
    op.create_index("ix_verdicts_aside", "verdicts", ["window"], postgresql_where=aside, sqlite_where=aside)


def _what_counts(server: bool) -> None:
    op.create_table(
        "window_days",
        sa.Column("window", sa.Text(), nullable=False),
        sa.Column("business_date", sa.Date(), nullable=False),
        sa.Column("unit", sa.Text(), nullable=False),
        sa.Column("revision", BIG, nullable=False),
        sa.Column("z_number", BIG, nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("lines", LINES, nullable=False),
        sa.Column("imported", LINES),
        sa.Column("zero", sa.Boolean(), nullable=False),
        sa.Column("levels", sa.Boolean(), nullable=False),
        sa.Column("closed_at", sa.DateTime(), nullable=False),
        sa.Column("first_received_at", sa.DateTime()),
        sa.Column("received_at", sa.DateTime(), nullable=False),
        # With what the board asks of every day, so that it reads the key alone and not the lines.
        sa.PrimaryKeyConstraint(
            "window",
            "business_date",
            name="pk_window_days",
            postgresql_include=["revision", "first_received_at", "zero"],
        ),
        postgresql_partition_by="RANGE (business_date)",
    )
    levels = sa.text("levels")
    op.create_index(
        "ix_window_days_levels", "window_days", ["business_date"], postgresql_where=levels, sqlite_where=levels
    )
    op.create_index("ix_window_days_on", "window_days", ["business_date"], postgresql_using="brin")
    op.create_table(
        "rollup_days",
        sa.Column("business_date", sa.Date(), nullable=False),
        sa.Column("unit", sa.Text(), nullable=False),
        sa.Column("reported", sa.Integer(), nullable=False),
        sa.Column("lines", LINES, nullable=False),
        sa.PrimaryKeyConstraint("business_date", "unit", name="pk_rollup_days"),
    )
    op.create_table(
        "rollup_years",
        sa.Column("year", sa.Integer(), nullable=False, autoincrement=False),
        sa.Column("unit", sa.Text(), nullable=False),
        sa.Column("lines", LINES, nullable=False),
        sa.PrimaryKeyConstraint("year", "unit", name="pk_rollup_years"),
    )


def _what_the_office_says() -> None:
    op.create_table(
        "locks",
        sa.Column("id", BIG, nullable=False),
        sa.Column("first", sa.Date(), nullable=False),
        sa.Column("until", sa.Date(), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("lifted_at", sa.DateTime()),
        sa.Column("lifted_by", sa.Text(), nullable=False, server_default=NONE),
        sa.Column("lifted_reason", sa.Text(), nullable=False, server_default=NONE),
        sa.PrimaryKeyConstraint("id", name="pk_locks"),
    )
    op.create_table(
        "exceptions",
        sa.Column("id", BIG, nullable=False),
        sa.Column("window", sa.Text(), nullable=False),
        sa.Column("first", sa.Date(), nullable=False),
        sa.Column("until", sa.Date(), nullable=False),
        sa.Column("open_until", sa.Date(), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_exceptions"),
        sa.ForeignKeyConstraint(["window"], ["windows.window"], name="fk_exceptions"),
    )
    op.create_index("ix_exceptions_window", "exceptions", ["window"])
    op.create_table(
        "acts",
        sa.Column("id", BIG, nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("act", sa.Text(), nullable=False),
        sa.Column("window", sa.Text(), nullable=False, server_default=NONE),
        sa.Column("detail", sa.Text(), nullable=False, server_default=NONE),
        sa.PrimaryKeyConstraint("id", name="pk_acts"),
    )


# A year's partitions are made beside the table and then attached: nobody's reading or sending is held up. Whoever
# delivers or counts asks for the years it needs; the function does nothing for a year that is there.
_YEARS = (
    """
    CREATE FUNCTION open_year(asked integer) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = hall, pg_temp AS $$
    DECLARE
        parent text;
        part text;
    BEGIN
        IF to_regclass(format('hall.packets_%s', asked)) IS NOT NULL THEN
            RETURN;
        END IF;
        IF asked NOT BETWEEN 1990 AND 2199 THEN
            RAISE EXCEPTION 'no such year' USING ERRCODE = 'check_violation';
        END IF;
        PERFORM pg_advisory_xact_lock(4201927);
        FOREACH parent IN ARRAY ARRAY['window_days', 'verdicts', 'packets'] LOOP
            part := format('%s_%s', parent, asked);
            IF to_regclass('hall.' || part) IS NULL THEN
                EXECUTE format('CREATE TABLE hall.%I (LIKE hall.%I INCLUDING DEFAULTS INCLUDING CONSTRAINTS)',
                               part, parent);
                EXECUTE format('ALTER TABLE hall.%I ATTACH PARTITION hall.%I FOR VALUES FROM (%L) TO (%L)',
                               parent, part, make_date(asked, 1, 1), make_date(asked + 1, 1, 1));
            END IF;
        END LOOP;
    END $$
    """,
    "REVOKE ALL ON FUNCTION open_year(integer) FROM PUBLIC",
    "SELECT open_year(extract(year FROM now())::integer + ahead) FROM generate_series(-1, 2) AS ahead",
    "ALTER TABLE packets ALTER COLUMN received_at SET DEFAULT date_trunc('second', now() AT TIME ZONE 'Asia/Shanghai')",
)

# What arrives is laid into the inbox by the tables' owner: a window can neither leave its packet out nor say what is
# found of it.
_RECEIVING = (
    """
    CREATE FUNCTION received() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = hall, pg_temp AS $$
    BEGIN
        INSERT INTO hall.inbox ("window", packet_id, business_date) SELECT "window", id, business_date FROM arrived;
        RETURN NULL;
    END $$
    """,
    "REVOKE ALL ON FUNCTION received() FROM PUBLIC",
    "CREATE TRIGGER received AFTER INSERT ON packets REFERENCING NEW TABLE AS arrived"
    " FOR EACH STATEMENT EXECUTE FUNCTION received()",
    # Who asks is told by the session's own login, which no statement of a window can change.
    """
    CREATE FUNCTION own_window() RETURNS text LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path = hall, pg_temp AS $$
        SELECT "window" FROM hall.windows WHERE login = session_user AND revoked_at IS NULL
    $$
    """,
    "REVOKE ALL ON FUNCTION own_window() FROM PUBLIC",
)

_RIGHTS = (
    "GRANT USAGE ON SCHEMA hall TO hall_window, hall_office",
    "GRANT EXECUTE ON FUNCTION open_year(integer), own_window() TO hall_window, hall_office",
    "GRANT SELECT ON alembic_version, locks TO hall_window",
    "GRANT SELECT ON windows, window_keys, packets, inbox, verdicts, window_days, exceptions TO hall_window",
    'GRANT INSERT (business_date, "window", kind, z_number, revision, payload, sha256, previous_sha256, signature,'
    " mark) ON packets TO hall_window",
    "GRANT USAGE ON SEQUENCE packets_id_seq TO hall_window",
    "GRANT SELECT ON ALL TABLES IN SCHEMA hall TO hall_office",
    "GRANT INSERT ON packets, acts, locks, exceptions TO hall_office",
    "GRANT INSERT, DELETE ON inbox TO hall_office",
    "GRANT INSERT, UPDATE ON verdicts, window_days, rollup_days, rollup_years TO hall_office",
    "GRANT UPDATE (head, last_day, branch_by, unit) ON windows TO hall_office",
    "GRANT UPDATE (lifted_at, lifted_by, lifted_reason) ON locks TO hall_office",
    "GRANT USAGE ON ALL SEQUENCES IN SCHEMA hall TO hall_office",
)

_ROWS = (
    *(
        statement
        for table in ("windows", "window_keys", "packets", "inbox", "verdicts", "window_days", "exceptions")
        for statement in (
            f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY",
            f"CREATE POLICY office ON {table} TO hall_office USING (true) WITH CHECK (true)",
            f'CREATE POLICY own ON {table} FOR SELECT TO hall_window USING ("window" = (SELECT own_window()))',
        )
    ),
    'CREATE POLICY own_packets ON packets FOR INSERT TO hall_window WITH CHECK ("window" = (SELECT own_window()))',
)
