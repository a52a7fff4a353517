"""Which tables does the store have? The registers here; papers and figures in ``schema_papers``, ``schema_figures``.

Dates are hall dates (Asia/Shanghai), times are hall wall-clock times without a zone: a business day never depends on
the machine's zone. ``number`` columns are the numbers a citizen sees. Columns named in ``CACHED`` repeat what the
steps say and are written in the same transaction; the steps are the truth.
"""

from sqlalchemy import Boolean, Column, Date, DateTime, ForeignKey, Index, Integer, Table, Text, text

from hallclient.storage import schema_figures, schema_papers
from hallclient.storage.schema_base import NONE, ONE, ZERO, metadata

__all__ = ["REVISION", "SEARCH_DDL", "metadata", "schema_figures", "schema_papers"]

# The newest migration in db/local/versions; a test holds the two together.
REVISION = "0002"

# Whose hall this is: agency profile, agency code, window, practice flag, store id, settings. One row a key.
meta = Table("meta", metadata, Column("key", Text, primary_key=True), Column("value", Text, nullable=False))

clerks = Table(
    "clerks",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("name", Text, nullable=False, unique=True),
    Column("display_name", Text, nullable=False),
    Column("role", Text, nullable=False),
    Column("active", Boolean, nullable=False, server_default=ONE),
    Column("created_at", DateTime, nullable=False),
    Column("version", Integer, nullable=False, server_default=ONE),
)

# Every number a series ever gave: the row is the number's proof and the sequence at once. Rows are never deleted.
number_ledger = Table(
    "number_ledger",
    metadata,
    Column("series", Text, primary_key=True),
    Column("year", Integer, primary_key=True),
    Column("serial", Integer, primary_key=True),
    Column("state", Text, nullable=False, server_default=text("'used'")),  # used | void | skipped
    Column("reason", Text, nullable=False, server_default=NONE),
    sqlite_with_rowid=False,
)

audit = Table(
    "audit",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("at", DateTime, nullable=False),
    Column("by", Text, nullable=False),
    Column("action", Text, nullable=False),
    Column("subject", Text, nullable=False),
    Column("before", Text, nullable=False, server_default=NONE),
    Column("after", Text, nullable=False, server_default=NONE),
    Column("previous_sha256", Text, nullable=False),
    Column("sha256", Text, nullable=False),
)

enquiries = Table(
    "enquiries",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("number", Text, nullable=False, unique=True),
    Column("original_number", Text, nullable=False, server_default=NONE),
    Column("visit", Text, nullable=False),
    Column("business_date", Date, nullable=False),
    Column("occurred_at", DateTime, nullable=False),
    Column("entered_at", DateTime, nullable=False),
    Column("entered_by", Text, nullable=False),
    Column("window", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("channel", Text, nullable=False),
    Column("persons", Integer, nullable=False),
    Column("matters", Integer, nullable=False),
    Column("approximate", Boolean, nullable=False, server_default=ZERO),
    Column("late", Boolean, nullable=False, server_default=ZERO),
    Column("late_reason", Text, nullable=False, server_default=NONE),
    Column("unit", Text, nullable=False, server_default=NONE),
    Column("topic", Text, nullable=False, server_default=NONE),
    Column("name", Text, nullable=False, server_default=NONE),
    Column("phone", Text, nullable=False, server_default=NONE),
    Column("content", Text, nullable=False, server_default=NONE),
    Column("answer", Text, nullable=False, server_default=NONE),
    Column("handling", Text),
    Column("refer_to", Text, nullable=False, server_default=NONE),
    Column("due_on", Date),
    Column("closed_on", Date),
    Column("rating", Integer),
    Column("ticked", Boolean, nullable=False, server_default=ZERO),
    Column("historical", Boolean, nullable=False, server_default=ZERO),
    Column("voided", Text, nullable=False, server_default=NONE),
    Column("application", Text, nullable=False, server_default=NONE),
    Column("version", Integer, nullable=False, server_default=ONE),
    # One covering index answers every tally of a day or a year (measured: a day 0.5 ms, a year 159 ms at ten years).
    Index(
        "ix_enquiries_tally",
        "business_date",
        "historical",
        "window",
        "kind",
        "channel",
        "handling",
        "rating",
        "voided",
        "persons",
        "matters",
        "late",
        "visit",
    ),
    Index("ix_enquiries_phone", "phone", sqlite_where=text("phone <> ''")),
    Index("ix_enquiries_open", "due_on", sqlite_where=text("due_on IS NOT NULL AND closed_on IS NULL")),
)

applications = Table(
    "applications",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("number", Text, nullable=False, unique=True),
    Column("original_number", Text, nullable=False, server_default=NONE),
    Column("window", Text, nullable=False),
    Column("channel", Text, nullable=False),
    Column("signed_for", Boolean, nullable=False, server_default=ZERO),
    Column("applicant_kind", Text, nullable=False),
    Column("applicant_name", Text, nullable=False),
    # The applicant's further fields, the agent and his authority, as JSON: shown on the form, never counted.
    Column("applicant", Text, nullable=False, server_default=text("'{}'")),
    Column("agent", Text, nullable=False, server_default=NONE),
    Column("phone", Text, nullable=False, server_default=NONE),
    Column("id_kind", Text, nullable=False, server_default=NONE),
    Column("id_number", Text, nullable=False, server_default=NONE),
    # Keyed hash of the identity number, else of kind and name: "same applicant" without showing who.
    Column("applicant_key", Text, nullable=False),
    Column("unit", Text, nullable=False, server_default=NONE),
    Column("topic", Text, nullable=False, server_default=NONE),
    Column("subject", Text, nullable=False),
    # Normalised subject (width, case, blanks, punctuation folded), for "the same information asked again".
    Column("subject_key", Text, nullable=False),
    Column("index_number", Text, nullable=False, server_default=NONE),
    Column("form", Text, nullable=False, server_default=NONE),
    Column("delivery", Text, nullable=False, server_default=NONE),
    Column("materials", Text, nullable=False, server_default=NONE),
    Column("oral_reason", Text, nullable=False, server_default=NONE),
    Column("enquiry", Text, nullable=False, server_default=NONE),
    Column("repeat_of", Text, nullable=False, server_default=NONE),
    Column("repeat_decision", Text, nullable=False, server_default=NONE),
    Column("historical", Boolean, nullable=False, server_default=ZERO),
    Column("version", Integer, nullable=False, server_default=ONE),
    # Cached from the steps, in the same transaction. ``outcome`` and ``closed_on`` are of the first reply: figures
    # count an application once, whatever a reconsideration has done with it later; ``open`` tells how it stands now.
    Column("state", Text, nullable=False),
    Column("open", Boolean, nullable=False, server_default=ONE),
    # Since when a letter is on its way to the applicant and not yet served.
    Column("unserved_since", Date),
    Column("retention", Text, nullable=False, server_default=NONE),
    Column("arrived_on", Date, nullable=False),
    Column("received_on", Date),
    Column("due_on", Date),
    Column("provisional", Boolean, nullable=False, server_default=ZERO),
    Column("outcome", Text, nullable=False, server_default=NONE),
    Column("closed_on", Date),
    Column("fee_yuan", Text, nullable=False, server_default=NONE),
    Index("ix_applications_received", "received_on", "historical", "applicant_kind", "channel", "state", "unit"),
    Index("ix_applications_closed", "closed_on", "historical", "outcome", "applicant_kind", "state", "unit"),
    Index("ix_applications_open", "due_on", "state", sqlite_where=text("open")),
    Index("ix_applications_unserved", "unserved_since", sqlite_where=text("unserved_since IS NOT NULL")),
    Index("ix_applications_person", "applicant_key", "received_on"),
    Index("ix_applications_subject", "subject_key"),
    Index("ix_applications_phone", "phone", sqlite_where=text("phone <> ''")),
    Index("ix_applications_original", "original_number", sqlite_where=text("original_number <> ''")),
)

steps = Table(
    "steps",
    metadata,
    Column("application_id", Integer, ForeignKey("applications.id"), primary_key=True),
    Column("seq", Integer, primary_key=True),
    Column("act", Text, nullable=False),
    Column("on", Date, nullable=False),
    Column("days", Integer),
    Column("ref", Text, nullable=False, server_default=NONE),
    Column("outcome", Text, nullable=False, server_default=NONE),
    Column("by", Text, nullable=False, server_default=NONE),
    Column("entered_at", DateTime),
    Column("reason", Text, nullable=False, server_default=NONE),
    Column("details", Text, nullable=False, server_default=NONE),
    sqlite_with_rowid=False,
)

catalogue = Table(
    "catalogue",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("index_number", Text, nullable=False, unique=True),
    Column("title", Text, nullable=False),
    Column("document_number", Text, nullable=False, server_default=NONE),
    Column("summary", Text, nullable=False, server_default=NONE),
    Column("created_on", Date),
    Column("category", Text, nullable=False, server_default=NONE),
    Column("location", Text, nullable=False, server_default=NONE),
    Column("published_on", Date),  # 公开日期, where the catalogue tells it; a reply cites it (art. 36(1))
    Index("ix_catalogue_created", "created_on"),
)

drafts = Table(
    "drafts",
    metadata,
    Column("instance", Text, primary_key=True),
    Column("form", Text, nullable=False),
    Column("clerk", Text, nullable=False, index=True),
    Column("title", Text, nullable=False, server_default=NONE),
    Column("base_version", Integer, nullable=False, server_default=ZERO),
    Column("payload", Text, nullable=False),
    Column("saved_at", DateTime, nullable=False),
)

recents = Table(
    "recents",
    metadata,
    Column("clerk", Text, primary_key=True),
    Column("kind", Text, primary_key=True),
    Column("number", Text, primary_key=True),
    Column("at", DateTime, nullable=False),
)


def _codes(name: str, *more: Column) -> Table:  # type: ignore[type-arg]
    return Table(
        name,
        metadata,
        Column("code", Text, primary_key=True),
        Column("name", Text, nullable=False),
        Column("initials", Text, nullable=False, server_default=NONE),
        Column("valid_from", Date),
        Column("valid_to", Date),
        *more,
    )


topics = _codes("topics", Column("parent", Text, nullable=False, server_default=NONE))
units = _codes("units")
windows = _codes("windows")
snippets = _codes("snippets", Column("text", Text, nullable=False, server_default=NONE))

calendar_packs = Table(
    "calendar_packs",
    metadata,
    Column("year", Integer, primary_key=True),
    Column("revision", Integer, primary_key=True),
    Column("payload", Text, nullable=False),
    Column("sha256", Text, nullable=False),
    Column("imported_at", DateTime, nullable=False),
    Column("imported_by", Text, nullable=False),
)

# Characters, pairs, triples of letters and digits, initials (storage/grams.py): one contentless index in which each
# register has a range of row ids of its own (storage/search_sources.py). Outside Alembic's autogenerate.
SEARCH_DDL = (
    "CREATE VIRTUAL TABLE search USING fts5(grams, content='', contentless_delete=1, tokenize='ascii', detail=none)"
)
