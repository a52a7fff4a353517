"""Which tables hold what is printed? Issued documents with their bytes, copies, waiting prints, wordings, texts."""

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

# The bytes that were previewed, printed and handed over: kept as they are, for ever.
issued_documents = Table(
    "issued_documents",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("number", Text, nullable=False),  # 文号, or the record's number with the kind where a kind has no 文号
    Column("kind", Text, nullable=False),
    Column("title", Text, nullable=False),
    Column("application", Text, nullable=False, server_default=NONE),
    Column("enquiry", Text, nullable=False, server_default=NONE),
    Column("wording_version", Text, nullable=False),
    Column("issued_on", Date, nullable=False),
    Column("issued_at", DateTime, nullable=False),
    Column("by", Text, nullable=False),
    Column("pages", Integer, nullable=False),
    Column("pdf", LargeBinary, nullable=False),
    Column("sha256", Text, nullable=False),
    Column("copies", Integer, nullable=False, server_default=ZERO),  # copies known to have come out
    Column("historical", Boolean, nullable=False, server_default=ZERO),
    UniqueConstraint("number", "kind"),
    Index("ix_issued_documents_application", "application"),
    Index("ix_issued_documents_enquiry", "enquiry"),
    Index("ix_issued_documents_issued", "issued_on", "kind"),
    Index("ix_issued_documents_unprinted", "copies", sqlite_where=text("copies = 0")),
)


print_log = Table(
    "print_log",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("document_id", Integer, ForeignKey("issued_documents.id"), nullable=False, index=True),
    Column("at", DateTime, nullable=False),
    Column("by", Text, nullable=False),
    Column("printer", Text, nullable=False),
    Column("copy", Integer, nullable=False),
    Column("state", Text, nullable=False),  # sent | failed | saved
    Column("reason", Text, nullable=False, server_default=NONE),
)

# A document that waits to be printed, or of which nobody knows yet whether it came out. A row leaves when it is known.
# One row a document: what is on its way is not sent a second time.
print_queue = Table(
    "print_queue",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("document_id", Integer, ForeignKey("issued_documents.id"), nullable=False, unique=True),
    Column("printer", Text, nullable=False),
    Column("copies", Integer, nullable=False, server_default=ONE),
    Column("state", Text, nullable=False),  # waiting | sent | unknown | failed
    Column("job", Text, nullable=False, server_default=NONE),  # the spooler's own name of the job
    Column("reason", Text, nullable=False, server_default=NONE),  # of a reprint
    Column("trouble", Text, nullable=False, server_default=NONE),  # what holds it up, or why nobody knows
    Column("said", Text, nullable=False, server_default=NONE),  # the spooler's own words
    Column("at", DateTime, nullable=False),
    Column("since", DateTime, nullable=False),  # in this state
    Column("by", Text, nullable=False),
)

# A kind's wording as a supervisor changed it: the text of the version, in force from a day on. Rows are never changed
# but for a withdrawal before that day; a withdrawn one stays with its reason.
wordings = Table(
    "wordings",
    metadata,
    Column("code", Text, primary_key=True),
    Column("version", Text, primary_key=True),
    Column("effective_from", Date, nullable=False),
    Column("text", Text, nullable=False),
    Column("sha256", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("at", DateTime, nullable=False),
    Column("by", Text, nullable=False),
    Column("withdrawn", Text, nullable=False, server_default=NONE),  # the reason; empty while it stands
)

# The guide (art. 12), the flow chart and other texts the hall shows, each edition kept.
reference_texts = Table(
    "reference_texts",
    metadata,
    Column("kind", Text, primary_key=True),
    Column("edition", Integer, primary_key=True),
    Column("effective_from", Date, nullable=False),
    Column("title", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("sha256", Text, nullable=False),
    Column("reason", Text, nullable=False, server_default=NONE),
    Column("at", DateTime, nullable=False),
    Column("by", Text, nullable=False),
)
