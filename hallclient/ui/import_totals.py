"""What do an old register's rows add up to, in words? The same lines for the window and the command line."""

from collections.abc import Iterable, Mapping
from decimal import Decimal

from hallclient.domain.outcomes import Outcome
from hallclient.domain.register.counter import Counter
from hallclient.domain.register.history import COLUMNS, ImportKind, ImportTotals
from hallclient.domain.register.kinds import (
    ApplicantKind,
    ApplicationChannel,
    DisputeKind,
    DisputeResult,
    EnquiryChannel,
    EnquiryKind,
    Handling,
)
from hallclient.domain.terms import Term
from hallclient.ui.language import translate
from hallclient.ui.terms import label

# Which terms the codes in ``ImportTotals.by`` spell, by kind of file and column.
_TERMS: dict[tuple[ImportKind, str], type[Term]] = {
    (ImportKind.ENQUIRIES, "kind"): EnquiryKind,
    (ImportKind.ENQUIRIES, "channel"): EnquiryChannel,
    (ImportKind.ENQUIRIES, "handling"): Handling,
    (ImportKind.APPLICATIONS, "channel"): ApplicationChannel,
    (ImportKind.APPLICATIONS, "applicant_kind"): ApplicantKind,
    (ImportKind.APPLICATIONS, "outcome"): Outcome,
    (ImportKind.DISPUTES, "kind"): DisputeKind,
    (ImportKind.DISPUTES, "result"): DisputeResult,
    (ImportKind.COUNTERS, "counter"): Counter,
}


def column_label(kind: ImportKind, name: str) -> str:
    """Return a column's Chinese label; a counter's for the sums of that register."""
    counter = Counter.read(name)
    if counter is not None:
        return label(counter)
    return next((column.label for column in COLUMNS[kind] if column.name == name), name)


def total_lines(kind: ImportKind, totals: ImportTotals) -> list[tuple[str, str]]:
    """Return the dry run's sums as pairs of what and how much, in the order of the file's columns."""
    lines = [(translate("imports", "可导入的行"), f"{totals.rows:,}")]
    if totals.first is not None and totals.last is not None:
        lines.append((translate("imports", "日期"), f"{totals.first.isoformat()} – {totals.last.isoformat()}"))
    lines += [(column_label(kind, name), _plain(value)) for name, value in totals.sums.items()]
    for name, counts in totals.by.items():
        parts = [f"{_member(kind, name, code)} {count:,}" for code, count in _largest_first(counts)]
        lines.append((column_label(kind, name), translate("imports", "，").join(parts)))
    return lines


def _largest_first(counts: Mapping[str, int]) -> Iterable[tuple[str, int]]:
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))


def _member(kind: ImportKind, name: str, code: str) -> str:
    if not code:
        return translate("imports", "未填")
    terms = _TERMS.get((kind, name))
    term = terms.read(code) if terms is not None else None
    return label(term) if term is not None else code


def _plain(value: Decimal) -> str:
    return f"{value.normalize():,f}"
