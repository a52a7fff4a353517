"""What of each register can be searched? Its place in the index, its number, and the columns that are looked into."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from hallclient.domain.register.kinds import ApplicantKind, DisputeKind, EnquiryKind
from hallclient.domain.register.people import mask_name
from hallclient.domain.register.records import Hit, RecordKind

EXCERPT = 40  # characters of a text in a title

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Source:
    """One register: its place in the index, its number, its date, and the columns that are indexed and verified."""

    kind: RecordKind
    code: int
    table: str
    number: str
    on: str
    names: tuple[str, ...]
    texts: tuple[str, ...]
    more: tuple[str, ...]
    title: Callable[[Row], str]

    @property
    def first(self) -> int:
        """The index's row id is this plus the record's: each kind has a range of its own, newest last."""
        return self.code << 40

    @property
    def columns(self) -> tuple[str, ...]:
        return (self.number, self.on, *self.names, *self.texts, *self.more)

    @property
    def searched(self) -> range:
        """The places of the names and texts among the columns."""
        return range(2, 2 + len(self.names) + len(self.texts))

    def hit(self, row: Row, matched: str) -> Hit:
        on = row[self.on]
        return Hit(
            kind=self.kind,
            number=row[self.number],
            title=" ".join(self.title(row).split()),
            on=date.fromisoformat(on) if on else None,
            matched=matched,
        )


def _enquiry(row: Row) -> str:
    said = row["content"][:EXCERPT] or row["topic"] or EnquiryKind(row["kind"]).label
    return f"{mask_name(row['name'])} {said}"


def _application(row: Row) -> str:
    # An organisation's name is no personal data, and says more than its first character.
    person = row["applicant_kind"] == ApplicantKind.NATURAL_PERSON
    name = mask_name(row["applicant_name"]) if person else row["applicant_name"]
    return f"{name} {row['subject'][:EXCERPT]}"


def _document(row: Row) -> str:
    return f"{row['title'][:EXCERPT]} {row['application'] or row['enquiry']}"


def _dispute(row: Row) -> str:
    return f"{DisputeKind(row['kind']).label} {row['topic'][:EXCERPT]} {row['application']}"


SOURCES = (
    Source(
        RecordKind.ENQUIRY, 1, "enquiries", "number", "business_date",
        ("name",), ("phone", "content", "answer", "unit", "topic", "refer_to", "original_number"), ("kind",), _enquiry,
    ),
    Source(
        RecordKind.APPLICATION, 2, "applications", "number", "arrived_on",
        ("applicant_name",), ("phone", "subject", "unit", "topic", "index_number", "original_number"),
        ("applicant_kind",), _application,
    ),
    Source(
        RecordKind.DOCUMENT, 3, "issued_documents", "number", "issued_on",
        (), ("title", "number", "application"), ("enquiry",), _document,
    ),
    Source(
        RecordKind.CATALOGUE, 4, "catalogue", "index_number", "created_on",
        (), ("title", "document_number", "summary", "index_number", "category"), (),
        lambda row: row["title"][:EXCERPT],
    ),
    Source(
        RecordKind.DISPUTE, 5, "disputes", "number", "filed_on",
        (), ("topic", "application", "body", "file_number"), ("kind",), _dispute,
    ),
)  # fmt: skip
BY_KIND = {source.kind: source for source in SOURCES}
BY_CODE = {source.code: source for source in SOURCES}
