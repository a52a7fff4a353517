"""What does a row say? Its cells as a draft of its register, or every reason why not."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from hallclient.domain.law import identity_numbers
from hallclient.domain.outcomes import Outcome
from hallclient.domain.register.application import ApplicationDraft
from hallclient.domain.register.catalogue import CatalogueEntry
from hallclient.domain.register.counter import Counter, CounterDraft
from hallclient.domain.register.dispute import DisputeDraft
from hallclient.domain.register.enquiry import EnquiryDraft
from hallclient.domain.register.history import ImportKind, PastApplication, ProblemCode, YearPack
from hallclient.domain.register.kinds import (
    ApplicantKind,
    ApplicationChannel,
    DisputeKind,
    DisputeResult,
    EnquiryChannel,
    EnquiryKind,
    Handling,
    IdKind,
)
from hallclient.domain.register.people import Applicant
from hallclient.imports import cells
from hallclient.imports.cells import BadCell, Convert

Item = EnquiryDraft | PastApplication | DisputeDraft | CounterDraft | CatalogueEntry | YearPack
Values = dict[str, Any]
Refuse = Callable[[str, ProblemCode], None]
Build = Callable[[Values, Refuse], Item]


@dataclass(frozen=True, slots=True)
class Reader:
    """``convert`` by column name; ``build`` puts a row together and refuses what its cells together cannot say;
    ``unique`` names the columns that together may stand in one row only."""

    convert: Mapping[str, Convert]
    build: Build
    unique: tuple[str, ...] = ()


def reader(kind: ImportKind, *, now: datetime, zero: date) -> Reader:
    """Return how to read rows of ``kind``; days after ``now`` are refused (a calendar's are not)."""
    return _READERS[kind](now, zero)


def _past_day(now: datetime, zero: date) -> Convert:
    return cells.not_after(cells.day(zero), now.date())


def _enquiries(now: datetime, zero: date) -> Reader:
    moment, latest = cells.not_after(cells.moment(zero), now.date()), now
    consultation, in_person = EnquiryKind.CONSULTATION, EnquiryChannel.IN_PERSON

    def build(values: Values, refuse: Refuse) -> EnquiryDraft:
        occurred, closed = values["occurred_at"], values.get("closed_on")
        if occurred is not None and occurred > latest:
            refuse("occurred_at", ProblemCode.IN_FUTURE)
        if closed is not None and occurred is not None and closed < occurred.date():
            refuse("closed_on", ProblemCode.BEFORE_RECEIPT)
        return EnquiryDraft(
            occurred_at=occurred,
            kind=values["kind"] or consultation,
            channel=values.get("channel") or in_person,
            persons=values.get("persons", 1),
            matters=values.get("matters", 1),
            unit=values.get("unit", ""),
            topic=values.get("topic", ""),
            name=values.get("name", ""),
            phone=values.get("phone", ""),
            content=values.get("content", ""),
            handling=values.get("handling"),
            closed_on=closed,
            rating=values.get("rating"),
        )

    return Reader(
        {
            "occurred_at": moment,
            "kind": cells.term(EnquiryKind),
            "persons": cells.whole(0, 10000, 1),
            "matters": cells.whole(1, 10000, 1),
            "channel": cells.term(EnquiryChannel, {"当面": in_person, "窗口": in_person}),
            "unit": cells.text,
            "topic": cells.text,
            "name": cells.text,
            "phone": cells.digits,
            "content": cells.text,
            "handling": cells.term(Handling),
            "closed_on": _past_day(now, zero),
            "rating": cells.whole(1, 6),
        },
        build,
    )


def _applications(now: datetime, zero: date) -> Reader:
    today = now.date()

    def build(values: Values, refuse: Refuse) -> PastApplication:
        received, closed, outcome = values["received_on"], values.get("closed_on"), values.get("outcome")
        if outcome is not None and closed is None:
            refuse("closed_on", ProblemCode.OUTCOME_WITHOUT_CLOSED)
        if outcome is None and closed is not None:
            refuse("outcome", ProblemCode.CLOSED_WITHOUT_OUTCOME)
        if received is not None and closed is not None and closed < received:
            refuse("closed_on", ProblemCode.BEFORE_RECEIPT)
        kind, number = values.get("id_kind"), identity_numbers.normalise(values.get("id_number", ""))
        if number:
            kind = kind or _guessed(number, values["applicant_kind"], today)
            if kind is None:
                refuse("id_kind", ProblemCode.ID_KIND_MISSING)
            elif identity_numbers.check(kind, number, today) is not None:
                # A spreadsheet that kept 15 of 18 digits fills up with noughts.
                lost = len(number) == 18 and number.endswith("000")
                refuse("id_number", ProblemCode.NUMBER_DAMAGED if lost else ProblemCode.ID_CHECK_FAILED)
        return PastApplication(
            draft=ApplicationDraft(
                channel=values["channel"],
                applicant=Applicant(
                    kind=values["applicant_kind"],
                    name=values["applicant_name"],
                    id_kind=kind,
                    id_number=number,
                    phone=values.get("phone", ""),
                ),
                subject=values["subject"],
                arrived_on=received,
                unit=values.get("unit", ""),
                topic=values.get("topic", ""),
            ),
            original_number=values.get("number", ""),
            outcome=outcome,
            closed_on=closed,
            fee_yuan=values.get("fee_yuan"),
        )

    return Reader(
        {
            "number": cells.digits,
            "unit": cells.text,
            "received_on": _past_day(now, zero),
            "channel": cells.term(ApplicationChannel),
            "applicant_kind": cells.term(ApplicantKind),
            "applicant_name": cells.text,
            "id_kind": cells.term(IdKind),
            "id_number": cells.digits,
            "phone": cells.digits,
            "topic": cells.text,
            "subject": cells.text,
            "outcome": cells.term(Outcome),
            "closed_on": _past_day(now, zero),
            "fee_yuan": cells.decimal(2),
        },
        build,
        ("unit", "number"),
    )


def _guessed(number: str, applicant: ApplicantKind | None, today: date) -> IdKind | None:
    # Only numbers with a check digit tell their own kind.
    if applicant is ApplicantKind.NATURAL_PERSON:
        kinds: Iterable[IdKind] = (
            IdKind.RESIDENCE_PERMIT_HMT,
            IdKind.RESIDENT_ID,
            IdKind.FOREIGN_PERMANENT_RESIDENT,
        )
    else:
        kinds = (IdKind.USCC,)
    if len(number) != 18:
        return None
    return next((kind for kind in kinds if identity_numbers.check(kind, number, today) is None), None)


def _disputes(now: datetime, zero: date) -> Reader:
    def build(values: Values, refuse: Refuse) -> DisputeDraft:
        filed, decided, result = values["filed_on"], values.get("decided_on"), values.get("result")
        if decided is not None and filed is not None and decided < filed:
            refuse("decided_on", ProblemCode.BEFORE_RECEIPT)
        if decided is not None and result is None:
            refuse("result", ProblemCode.CLOSED_WITHOUT_OUTCOME)
        if result is not None and decided is None:
            refuse("decided_on", ProblemCode.OUTCOME_WITHOUT_CLOSED)
        return DisputeDraft(
            kind=values["kind"],
            filed_on=filed,
            application=values.get("application_number", ""),
            decided_on=decided,
            result=result,
            topic=values.get("topic", ""),
        )

    return Reader(
        {
            "kind": cells.term(DisputeKind),
            "application_number": cells.digits,
            "filed_on": _past_day(now, zero),
            "decided_on": _past_day(now, zero),
            "result": cells.term(DisputeResult),
            "topic": cells.text,
        },
        build,
    )


def _counters(now: datetime, zero: date) -> Reader:
    places = {counter: cells.decimal(counter.places) for counter in Counter}

    def build(values: Values, refuse: Refuse) -> CounterDraft:
        counter, count = values["counter"], values["count"]
        if counter is not None and count is not None:
            try:
                places[counter](str(count))
            except BadCell as bad:
                refuse("count", bad.code)
        return CounterDraft(on=values["on"], counter=counter, count=count, evidence=values.get("evidence", ""))

    return Reader(
        {
            "on": _past_day(now, zero),
            "counter": cells.term(Counter),
            "count": cells.decimal(4),
            "evidence": cells.text,
        },
        build,
    )


def _catalogue(now: datetime, zero: date) -> Reader:
    def build(values: Values, refuse: Refuse) -> CatalogueEntry:
        return CatalogueEntry(
            index_number=values["index_number"],
            title=values["title"],
            document_number=values.get("document_number", ""),
            summary=values.get("summary", ""),
            created_on=values.get("created_on"),
            category=values.get("category", ""),
            where=values.get("where", ""),
            published_on=values.get("published_on"),
        )

    return Reader(
        {
            "index_number": cells.digits,
            "title": cells.text,
            "document_number": cells.text,
            "summary": cells.text,
            "created_on": _past_day(now, zero),
            "category": cells.text,
            "where": cells.text,
            "published_on": _past_day(now, zero),
        },
        build,
        ("index_number",),
    )


def _calendar(now: datetime, zero: date) -> Reader:
    def build(values: Values, refuse: Refuse) -> YearPack:
        # A year without a notice is computed by the program and never imported as if it had one.
        if values.get("announced") is False:
            refuse("announced", ProblemCode.UNKNOWN_TERM)
        return YearPack(
            year=values["year"],
            source=values.get("source", ""),
            document_no=values.get("document_no", ""),
            published=values.get("published"),
            off=values.get("off", ()),
            work=values.get("work", ()),
        )

    return Reader(
        {
            "year": cells.whole(2000, 2100),
            "source": cells.text,
            "document_no": cells.text,
            "published": _past_day(now, zero),
            "off": cells.days(zero),
            "work": cells.days(zero),
            "announced": cells.flag,
        },
        build,
    )


_READERS: dict[ImportKind, Callable[[datetime, date], Reader]] = {
    ImportKind.ENQUIRIES: _enquiries,
    ImportKind.APPLICATIONS: _applications,
    ImportKind.DISPUTES: _disputes,
    ImportKind.COUNTERS: _counters,
    ImportKind.CATALOGUE: _catalogue,
    ImportKind.CALENDAR: _calendar,
}
