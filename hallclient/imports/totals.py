"""What do the rows of a file add up to? For comparing with the old register before anything is written."""

from collections import Counter as Counted
from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal

from hallclient.domain.register.catalogue import CatalogueEntry
from hallclient.domain.register.counter import CounterDraft
from hallclient.domain.register.dispute import DisputeDraft
from hallclient.domain.register.enquiry import EnquiryDraft
from hallclient.domain.register.history import ImportTotals, PastApplication
from hallclient.domain.terms import Term
from hallclient.imports.rows import Item


def add_up(items: Sequence[Item]) -> ImportTotals:
    """Return the totals of the good rows; all of one kind."""
    enquiries = [item for item in items if isinstance(item, EnquiryDraft)]
    if enquiries:
        return _totals(
            rows=len(items),
            span=_span(item.occurred_at.date() for item in enquiries if item.occurred_at),
            sums={
                "persons": Decimal(sum(item.persons for item in enquiries)),
                "matters": Decimal(sum(item.matters for item in enquiries)),
            },
            by={
                "kind": _count(item.kind for item in enquiries),
                "channel": _count(item.channel for item in enquiries),
                "handling": _count(item.handling for item in enquiries),
            },
        )
    applications = [item for item in items if isinstance(item, PastApplication)]
    if applications:
        return _totals(
            rows=len(items),
            span=_span(item.draft.arrived_on for item in applications),
            sums={"fee_yuan": sum((item.fee_yuan for item in applications if item.fee_yuan), Decimal(0))},
            by={
                "applicant_kind": _count(item.draft.applicant.kind for item in applications),
                "channel": _count(item.draft.channel for item in applications),
                "outcome": _count(item.outcome for item in applications),
            },
        )
    disputes = [item for item in items if isinstance(item, DisputeDraft)]
    if disputes:
        return _totals(
            rows=len(items),
            span=_span(item.filed_on for item in disputes),
            by={
                "kind": _count(item.kind for item in disputes),
                "result": _count(item.result for item in disputes),
            },
        )
    counters = [item for item in items if isinstance(item, CounterDraft)]
    if counters:
        return _totals(
            rows=len(items),
            span=_span(item.on for item in counters),
            # Figures of different units are never added: one sum a counter.
            sums=_per_counter(counters),
            by={"counter": _count(item.counter for item in counters)},
        )
    entries = [item for item in items if isinstance(item, CatalogueEntry)]
    return _totals(rows=len(items), span=_span(item.created_on for item in entries if item.created_on))


def _per_counter(counters: Sequence[CounterDraft]) -> dict[str, Decimal]:
    sums: dict[str, Decimal] = {}
    for item in sorted(counters, key=lambda item: item.on):
        before = Decimal(0) if item.counter.level else sums.get(item.counter.value, Decimal(0))
        sums[item.counter.value] = before + item.count
    return sums


def _totals(
    rows: int,
    span: tuple[date | None, date | None],
    sums: dict[str, Decimal] | None = None,
    by: dict[str, dict[str, int]] | None = None,
) -> ImportTotals:
    return ImportTotals(rows=rows, first=span[0], last=span[1], sums=sums or {}, by=by or {})


def _span(days: Iterable[date]) -> tuple[date | None, date | None]:
    known = set(days)
    return (min(known), max(known)) if known else (None, None)


def _count(terms: Iterable[Term | None]) -> dict[str, int]:
    counts = Counted("" if term is None else term.value for term in terms)
    return dict(sorted(counts.items()))
