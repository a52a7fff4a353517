"""What is a record, whichever register holds it? Its kind, its number, and how a list may name it."""

from dataclasses import dataclass
from datetime import date, datetime

from hallclient.domain.refusal import Refusal
from hallclient.domain.terms import Term


class RecordKind(Term):
    """What a row on the board, a search hit or a scanned code leads to."""

    APPLICATION = "application", "申请"
    ENQUIRY = "enquiry", "咨询投诉"
    DISPUTE = "dispute", "复议诉讼"
    DOCUMENT = "document", "文书"
    CATALOGUE = "catalogue", "目录"
    DRAFT = "draft", "草稿"
    DAY = "day", "日结"
    PACKET = "packet", "数据包"


class DayClosed(Refusal):
    """The day's sheet is closed and signed: a later fact becomes a dated adjustment, never a silent change."""

    fields = ("occurred_at", "on")

    def __init__(self, day: date) -> None:
        super().__init__()
        self.day = day


class NoSuchRecord(Refusal):
    """No register holds a record of this number."""

    fields = ("number",)

    def __init__(self, number: str) -> None:
        super().__init__()
        self.number = number


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A search result as the list shows it. ``title`` is masked; ``matched`` names the field that matched; ``on`` is
    None for a catalogue entry without a date."""

    kind: RecordKind
    number: str
    title: str
    on: date | None
    matched: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Recent:
    """One of the last records a clerk opened."""

    kind: RecordKind
    number: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedDraft:
    """A form's unsaved text. ``payload`` is what the form gave, ``base_version`` the record version it started from
    (0 for a new record)."""

    instance: str
    form: str
    title: str
    base_version: int
    payload: dict[str, object]
    saved_at: datetime

    def __repr__(self) -> str:
        return f"SavedDraft({self.form}, {self.instance})"
