"""Which tables hold what is counted? Closed days, adjustments, what goes to the hub, counters, disputes, reports."""

from sqlalchemy import (
    Boolean,
    Column,
    Date,
    DateTime,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    Table,
    Text,
    UniqueConstraint,
    text,
)

from hallclient.storage.schema_base import NONE, ONE, ZERO, metadata

disputes = Table(
    "disputes",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("number", Text, nullable=False, unique=True),
    Column("kind", Text, nullable=False),
    Column("application", Text, nullable=False, server_default=NONE),
    Column("filed_on", Date, nullable=False),
    Column("decided_on", Date),
    Column("result", Text, nullable=False, server_default=NONE),
    Column("topic", Text, nullable=False, server_default=NONE),
    Column("historical", Boolean, nullable=False, server_default=ZERO),
    Column("version", Integer, nullable=False, server_default=ONE),
    # The reconsideration body or the court, its own file number, and what happened there: the acts as JSON.
    Column("body", Text, nullable=False, server_default=NONE),
    Column("file_number", Text, nullable=False, server_default=NONE),
    Column("acts", Text, nullable=False, server_default=NONE),
    Column("follows", Text, nullable=False, server_default=NONE),  # the reconsideration a suit came after
    Column("due_on", Date),  # cached from the acts: the agency's next date
    Index("ix_disputes_filed", "filed_on", "kind"),
    Index("ix_disputes_application", "application", sqlite_where=text("application <> ''")),
    Index("ix_disputes_due", "due_on", sqlite_where=text("due_on IS NOT NULL")),
)


counters = Table(
    "counters",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("on", Date, nullable=False),
    Column("counter", Text, nullable=False),
    Column("count", Text, nullable=False),  # a decimal as text: 万元 have four places
    Column("evidence", Text, nullable=False, server_default=NONE),
    Column("entered_at", DateTime, nullable=False),
    Column("entered_by", Text, nullable=False),
    Column("historical", Boolean, nullable=False, server_default=ZERO),
    Column("voided", Text, nullable=False, server_default=NONE),
    Index("ix_counters_on", "on", "counter"),
)


# A closed day, or a sealed import: frozen lines, members, its own hash and the hash before. A correction of a closed
# day is a new revision; the old one stays.
day_closes = Table(
    "day_closes",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("kind", Text, nullable=False),  # day | import
    Column("window", Text, nullable=False),
    Column("business_date", Date, nullable=False),
    Column("z_number", Integer, nullable=False),
    Column("revision", Integer, nullable=False),
    Column("payload", Text, nullable=False),
    Column("sha256", Text, nullable=False),
    Column("previous_sha256", Text, nullable=False),
    Column("closed_at", DateTime, nullable=False),
    Column("closed_by", Text, nullable=False),
    UniqueConstraint("kind", "z_number", "revision"),
    Index("ix_day_closes_date", "window", "business_date", "kind", "revision"),
)


adjustments = Table(
    "adjustments",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("window", Text, nullable=False),
    Column("business_date", Date, nullable=False),
    Column("line", Text, nullable=False),
    Column("delta", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("subject", Text, nullable=False, server_default=NONE),
    Column("by", Text, nullable=False),
    Column("at", DateTime, nullable=False),
    Column("revision", Integer, nullable=False),
    # Whether a record of the register stands behind it (a late fact), or only a supervisor's word.
    Column("fact", Boolean, nullable=False, server_default=ZERO),
    Index("ix_adjustments_date", "window", "business_date"),
)


outbox = Table(
    "outbox",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("day_close_id", Integer, ForeignKey("day_closes.id"), nullable=False),
    Column("state", Text, nullable=False, server_default=text("'queued'")),
    Column("attempts", Integer, nullable=False, server_default=ZERO),
    Column("next_at", DateTime),
    Column("reason", Text, nullable=False, server_default=NONE),
    Column("created_at", DateTime, nullable=False),
    Column("claimed_by", Text, nullable=False, server_default=NONE),
    Column("claimed_at", DateTime),
    Column("sent_at", DateTime),
    Column("receipt", Text, nullable=False, server_default=NONE),  # what the hub answered, as JSON
    Index("ix_outbox_queued", "state", "next_at"),
    Index("ix_outbox_packet", "day_close_id"),
)

# What the hub said it holds of this window, a row a day: asked again whenever there is a way.
hub_echo = Table(
    "hub_echo",
    metadata,
    Column("business_date", Date, primary_key=True),
    Column("revision", Integer, nullable=False),
    Column("sha256", Text, nullable=False),
    Column("lines", Text, nullable=False),
    Column("locked_by", Text, nullable=False, server_default=NONE),
    Column("locked_reason", Text, nullable=False, server_default=NONE),
    Column("open_until", Date),
    Column("asked_at", DateTime, nullable=False),
)

# The text parts of a year's report as they are being written (一, 五, 六), and every report that was published.
report_texts = Table(
    "report_texts",
    metadata,
    Column("year", Integer, primary_key=True),
    Column("form", Text, primary_key=True),
    Column("part", Text, primary_key=True),
    Column("text", Text, nullable=False),
    Column("version", Integer, nullable=False, server_default=ONE),
    Column("at", DateTime, nullable=False),
    Column("by", Text, nullable=False),
)

published_reports = Table(
    "published_reports",
    metadata,
    Column("year", Integer, primary_key=True),
    Column("form", Text, primary_key=True),
    Column("edition", Integer, primary_key=True),
    Column("report", Text, nullable=False),  # the frozen report as canonical JSON
    Column("sha256", Text, nullable=False),
    Column("published_on", Date, nullable=False),
    Column("reason", Text, nullable=False, server_default=NONE),
    Column("at", DateTime, nullable=False),
    Column("by", Text, nullable=False),
)

# The files of a published report exactly as they were handed out, by ending.
published_files = Table(
    "published_files",
    metadata,
    Column("year", Integer, primary_key=True),
    Column("form", Text, primary_key=True),
    Column("edition", Integer, primary_key=True),
    Column("ending", Text, primary_key=True),
    Column("content", LargeBinary, nullable=False),
    Column("sha256", Text, nullable=False),
)

# Training sessions and assessment results, which part 一 of the report tells.
trainings = Table(
    "trainings",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("on", Date, nullable=False, index=True),
    Column("kind", Text, nullable=False),
    Column("title", Text, nullable=False),
    Column("attending", Integer, nullable=False),
    Column("exam", Text, nullable=False, server_default=NONE),
    Column("remark", Text, nullable=False, server_default=NONE),
    Column("voided", Text, nullable=False, server_default=NONE),
    Column("entered_at", DateTime, nullable=False),
    Column("entered_by", Text, nullable=False),
    Column("version", Integer, nullable=False, server_default=ONE),
)

assessments = Table(
    "assessments",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("on", Date, nullable=False, index=True),
    Column("kind", Text, nullable=False),
    Column("result", Text, nullable=False),
    Column("remark", Text, nullable=False, server_default=NONE),
    Column("voided", Text, nullable=False, server_default=NONE),
    Column("entered_at", DateTime, nullable=False),
    Column("entered_by", Text, nullable=False),
    Column("version", Integer, nullable=False, server_default=ONE),
)
