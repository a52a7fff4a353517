"""After this, whoever stole a window's login can neither fill the hub's disk nor open years without end.

PostgreSQL only: packets have a longest size, a window a most of what nobody has looked at and of what was kept aside in
a day, and few years ahead may be opened. A SQLite hub has nobody to keep out.

Revision: 0002, after 0001
"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

# What the program takes at most (hub/deliver.py), in bytes of UTF-8.
_SIZES = """
    ALTER TABLE packets ADD CONSTRAINT ck_packets_size CHECK (
        octet_length(payload) <= 67108864
        AND octet_length("window" || kind || sha256 || previous_sha256 || signature || mark) <= 4800
    )
    """

# A wrong clock closes a day years ahead; its packet is in the window's chain and must be held. But not any number of
# such years: each is three tables that every question asks.
_YEARS = """
    CREATE OR REPLACE FUNCTION open_year(asked integer) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = hall, pg_temp AS $$
    DECLARE
        ahead CONSTANT integer := extract(year FROM now())::integer + 1;
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
        IF asked > ahead AND (
            SELECT count(*) FROM generate_series(ahead + 1, 2199) AS year
            WHERE to_regclass(format('hall.packets_%s', year)) IS NOT NULL
        ) >= 20 THEN
            RAISE EXCEPTION 'too many years ahead' USING ERRCODE = 'configuration_limit_exceeded';
        END IF;
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
    """

# Who says how many bytes are too many is asked only when there are many packets or long ones: an ordinary day's close
# costs one look into the inbox and one into an index that holds nothing of an honest window.
_QUOTA = """
    CREATE OR REPLACE FUNCTION received() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = hall, pg_temp AS $$
    DECLARE
        mine text;
        coming bigint;
        lying bigint;
        bytes numeric;
    BEGIN
        INSERT INTO hall.inbox ("window", packet_id, business_date) SELECT "window", id, business_date FROM arrived;
        mine := own_window();
        IF mine IS NULL THEN
            RETURN NULL;
        END IF;
        SELECT coalesce(sum(octet_length(payload)), 0) INTO coming FROM arrived;
        SELECT (SELECT count(*) FROM hall.inbox WHERE "window" = mine)
             + (SELECT count(*) FROM hall.verdicts WHERE "window" = mine AND verdict = 'kept_aside'
                   AND judged_at > now() AT TIME ZONE 'Asia/Shanghai' - interval '1 day')
          INTO lying;
        IF lying <= 500 AND coming <= 1048576 THEN
            RETURN NULL;
        END IF;
        SELECT coalesce(sum(octet_length(payload)), 0) INTO bytes FROM (
            SELECT packet_id, business_date FROM hall.inbox WHERE "window" = mine
            UNION ALL
            SELECT packet_id, business_date FROM hall.verdicts WHERE "window" = mine AND verdict = 'kept_aside'
               AND judged_at > now() AT TIME ZONE 'Asia/Shanghai' - interval '1 day'
        ) AS lies JOIN hall.packets ON id = packet_id AND packets.business_date = lies.business_date;
        IF lying > 20000 OR bytes > 536870912 THEN
            RAISE EXCEPTION 'more than the office has looked at' USING ERRCODE = 'configuration_limit_exceeded';
        END IF;
        RETURN NULL;
    END $$
    """


def upgrade() -> None:
    if op.get_bind().dialect.name == "postgresql":
        for statement in (_SIZES, _YEARS, _QUOTA):
            op.execute(sa.text(statement.replace(":", "\\:")))
