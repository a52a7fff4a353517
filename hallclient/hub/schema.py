"""Which tables does the hub hold? What arrived (never changed), what was found of it, and what counts.

PostgreSQL keeps ``packets``, ``verdicts`` and ``window_days`` in partitions by year of the business date; a SQLite hub
has the same tables without. Built by ``db/hub``; a test compares the two.
"""

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    Date,
    DateTime,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    PrimaryKeyConstraint,
    Table,
    Text,
    UniqueConstraint,
    text,
)

REVISION = "0002"  # what db/hub builds

NONE = text("''")
BIG = BigInteger().with_variant(Integer, "sqlite")
LINES = JSON(none_as_null=True)  # read whole or not at all: text costs PostgreSQL less to take in than a binary form

metadata = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
        "fk": "fk_%(table_name)s",
    }
)

# Who may report: its unit, the login that is its own, the head of its chain, its newest counted day. ``branch_by``:
# the office lets the chain go on from an older packet once (a window restored from a backup).
windows = Table(
    "windows",
    metadata,
    Column("window", Text, primary_key=True),
    Column("unit", Text, nullable=False),
    Column("login", Text, nullable=False),
    Column("since", Date, nullable=False),
    Column("enrolled_at", DateTime, nullable=False),
    Column("revoked_at", DateTime),
    Column("head", Text, nullable=False),
    Column("last_day", Date),
    Column("branch_by", Text, nullable=False, server_default=NONE),
    UniqueConstraint("login"),
)

window_keys = Table(
    "window_keys",
    metadata,
    Column("id", BIG, primary_key=True),
    Column("window", Text, ForeignKey("windows.window"), nullable=False),
    Column("public_key", Text, nullable=False),
    Column("enrolled_at", DateTime, nullable=False),
    Column("revoked_at", DateTime),
    Index("ix_window_keys_window", "window"),
)

# Each packet exactly as it arrived; never changed, never deleted. ``mark`` is the hash of all of it: the same
# packet twice is one row, a changed one is another.
packets = Table(
    "packets",
    metadata,
    Column("id", BIG, primary_key=True),
    Column("business_date", Date, nullable=False),
    Column("window", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("z_number", BIG, nullable=False),
    Column("revision", BIG, nullable=False),
    Column("payload", Text, nullable=False),
    Column("sha256", Text, nullable=False),
    Column("previous_sha256", Text, nullable=False),
    Column("signature", Text, nullable=False),
    Column("mark", Text, nullable=False),
    Column("received_at", DateTime, nullable=False),
    UniqueConstraint("window", "business_date", "mark"),
)

# Packets nobody has judged yet, or that are to be judged again; a row goes when its packet is judged.
inbox = Table(
    "inbox",
    metadata,
    Column("window", Text, primary_key=True),
    Column("packet_id", BIG, primary_key=True, autoincrement=False),
    Column("business_date", Date, nullable=False),
)

# What was found of each packet. ``linked``: authentic, and in the window's chain. ``waits``: kept aside until what it
# waits for arrives (its predecessor, its window's enrolment).
verdicts = Table(
    "verdicts",
    metadata,
    Column("packet_id", BIG, primary_key=True, autoincrement=False),
    Column("business_date", Date, nullable=False),
    Column("window", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("z_number", BIG, nullable=False),
    Column("revision", BIG, nullable=False),
    Column("sha256", Text, nullable=False),
    Column("verdict", Text, nullable=False),
    Column("linked", Boolean, nullable=False),
    Column("waits", Boolean, nullable=False),
    Column("reason", Text, nullable=False),
    Column("judged_at", DateTime, nullable=False),
    Index("ix_verdicts_chain", "window", "sha256"),
)
_ASIDE = text("verdict = 'kept_aside'")
Index("ix_verdicts_aside", verdicts.c.window, postgresql_where=_ASIDE, sqlite_where=_ASIDE)

# What counts: one row a window-day with all its lines. ``revision`` 0: only imports say something of that day.
# ``imported`` are the lines of sealed imports; ``levels`` tells that a level counter stands among the lines.
window_days = Table(
    "window_days",
    metadata,
    Column("window", Text),
    Column("business_date", Date),
    Column("unit", Text, nullable=False),
    Column("revision", BIG, nullable=False),
    Column("z_number", BIG, nullable=False),
    Column("sha256", Text, nullable=False),
    Column("lines", LINES, nullable=False),
    Column("imported", LINES),
    Column("zero", Boolean, nullable=False),
    Column("levels", Boolean, nullable=False),
    Column("closed_at", DateTime, nullable=False),
    Column("first_received_at", DateTime),
    Column("received_at", DateTime, nullable=False),
    PrimaryKeyConstraint("window", "business_date", postgresql_include=["revision", "first_received_at", "zero"]),
)
_LEVELS = text("levels")
Index("ix_window_days_levels", window_days.c.business_date, postgresql_where=_LEVELS, sqlite_where=_LEVELS)
Index("ix_window_days_on", window_days.c.business_date, postgresql_using="brin")

# What adds up, by unit and day, and by unit and year: flows only, kept in the transaction that counts a packet.
rollup_days = Table(
    "rollup_days",
    metadata,
    Column("business_date", Date, primary_key=True),
    Column("unit", Text, primary_key=True),
    Column("reported", Integer, nullable=False),
    Column("lines", LINES, nullable=False),
)

rollup_years = Table(
    "rollup_years",
    metadata,
    Column("year", Integer, primary_key=True, autoincrement=False),
    Column("unit", Text, primary_key=True),
    Column("lines", LINES, nullable=False),
)

# A locked period takes no packet, unless an exception stands for the window: days ``first`` to before ``until`` stay
# open for it up to ``open_until``.
locks = Table(
    "locks",
    metadata,
    Column("id", BIG, primary_key=True),
    Column("first", Date, nullable=False),
    Column("until", Date, nullable=False),
    Column("by", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("at", DateTime, nullable=False),
    Column("lifted_at", DateTime),
    Column("lifted_by", Text, nullable=False, server_default=NONE),
    Column("lifted_reason", Text, nullable=False, server_default=NONE),
)

exceptions = Table(
    "exceptions",
    metadata,
    Column("id", BIG, primary_key=True),
    Column("window", Text, ForeignKey("windows.window"), nullable=False),
    Column("first", Date, nullable=False),
    Column("until", Date, nullable=False),
    Column("open_until", Date, nullable=False),
    Column("by", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("at", DateTime, nullable=False),
    Index("ix_exceptions_window", "window"),
)

# What the office did: enrolled, revoked, locked, lifted, granted, let a chain go on; who, why.
acts = Table(
    "acts",
    metadata,
    Column("id", BIG, primary_key=True),
    Column("at", DateTime, nullable=False),
    Column("by", Text, nullable=False),
    Column("act", Text, nullable=False),
    Column("window", Text, nullable=False, server_default=NONE),
    Column("detail", Text, nullable=False, server_default=NONE),
)
