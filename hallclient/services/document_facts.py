"""What does the office know for a document, and what does it still ask the clerk?"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from hallclient.documents import elements
from hallclient.documents import facts as known
from hallclient.documents.case_facts import check_correction, facts_of_case
from hallclient.documents.document_kind import Condition, DocumentKind
from hallclient.domain.law import clock
from hallclient.domain.law.rulesets import RuleSet, ruleset_for
from hallclient.domain.law.working_days import CalendarTooShort, WorkingCalendar
from hallclient.domain.outcomes import Outcome
from hallclient.domain.register.application import Application
from hallclient.domain.register.enquiry import Enquiry
from hallclient.domain.register.issued import AskedFact, KindOffer, OneByOne
from hallclient.domain.register.permissions import Clerk
from hallclient.domain.register.steps import Act
from hallclient.services.office import Office

Facts = Mapping[str, str | date | int | Decimal | list[str]]
ITEM_CLAUSES = "item_clauses"  # what a letter says of each item (services/item_letters.py)

# What a document says of the record and of the agency comes from the register and the settings, never from a form.
COMPUTED = frozenset(
    {
        "agency_name", "agency_address", "agency_phone", "agency_contact", "query_method", "reconsideration_body",
        "reconsideration_url", "court", "clerk", "issued_on", "document_number", "number", "applicant", "addressee",
        "you", "identity", "phone", "address", "email", "legal_representative", "agent", "submitted_on", "received_on",
        "channel", "subject", "index_number", "form", "delivery", "materials", "oral_reason", "answer_days", "due_on",
        "due_provisional", "kind", "occurred_on", "content", "handling", "refer_to", "answer", "application",
        "served_online", "remedy_way", ITEM_CLAUSES, "item_attachments", "items_remedy",
    }
)  # fmt: skip
# These a clerk may word otherwise for one paper: 先生 or 女士, another form than asked for, a published index number,
# the remedy's addresses where one agency's cases go to different bodies.
REWORDED = frozenset(
    {
        "addressee", "agency_contact", "form", "delivery", "index_number", "reconsideration_body",
        "reconsideration_url", "court", "remedy_way",
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Deadline:
    """What a receipt says of the clock; ``due`` None while it stands or has not started."""

    due: date | None
    provisional: bool
    answer_days: int


def rules_of(office: Office, application: Application) -> RuleSet:
    """Return the rule set of the receipt date (of the arrival while it waits)."""
    return ruleset_for(application.received_on or application.arrived_on, office.rulesets)


def deadline(office: Office, application: Application, calendar: WorkingCalendar | None = None) -> Deadline:
    """Fold the application's steps into its due date, over the office's calendar unless another one is given.

    Raises CalendarTooShort and the clock's own refusals; an imported application from before the calendar has none.
    """
    rules = rules_of(office, application)
    days = rules.answer.working_days
    if application.received_on is None:
        return Deadline(None, False, days)
    try:
        found = clock.due(application.received_on, application.steps, rules, calendar or office.calendar)
    except CalendarTooShort:
        if not application.historical:
            raise
        return Deadline(None, False, days)
    return Deadline(found.on, found.provisional, days)


def of_application(
    office: Office,
    kind: DocumentKind,
    application: Application,
    extra: Facts,
    *,
    papers: Mapping[str, str],
    by: Clerk,
    on: date,
) -> dict[str, object]:
    """Return every fact ``kind`` may print of an application; what the clerk gave has the last word.

    ``papers`` are the 文号 of its standing documents by kind. Raises FactUnknown, ApplicantTold, what the clock
    refuses, and for a correction notice CorrectionPaperRepeated and CorrectionNoticeLate.
    """
    texts = _checked(kind, extra)
    known.check_privacy(kind, application, texts)
    if kind.act == Act.CORRECTION_REQUESTED.value:
        rules = rules_of(office, application)
        check_correction(application, rules, office.calendar, on, standing=papers.get(kind.code, ""))
    case = facts_of_case(
        application, rules_of(office, application), office.calendar, on, said=texts, papers=papers, wanted=kind.facts
    )
    return case | known.facts_for_application(
        application, deadline(office, application), office.agency, by.display_name, on, texts
    )


def proposed(
    office: Office, kind: DocumentKind, application: Application, *, papers: Mapping[str, str], on: date
) -> frozenset[str]:
    """Return the names of the facts the register tells by itself: a form need not ask them."""
    rules = rules_of(office, application)
    told = facts_of_case(application, rules, office.calendar, on, said={}, papers=papers, wanted=kind.facts)
    return frozenset(told)


def of_enquiry(
    office: Office, kind: DocumentKind, enquiry: Enquiry, extra: Facts, *, by: Clerk, on: date
) -> dict[str, object]:
    """Return every fact ``kind`` may print of an enquiry. Raises FactUnknown."""
    return known.facts_for_enquiry(enquiry, office.agency, by.display_name, on, _checked(kind, extra))


def offer(kind: DocumentKind, told: Collection[str] = ()) -> KindOffer:
    """Return what a menu says of a kind and what its form asks; ``told`` are facts the register tells by itself."""
    alone = _printed_without_items(kind)
    return KindOffer(
        code=kind.code,
        title=kind.title,
        register=kind.register,
        outcomes=tuple(Outcome(outcome) for outcome in kind.outcomes),
        one_by_one=_one_by_one(kind),
        reasoned=any(element.label == elements.REASON for element in kind.elements),
        asks=tuple(
            AskedFact(
                name=need.name,
                label=need.label,
                type=need.type,
                required=(need.required or need.name in alone) and need.name not in told,
                choices=dict(need.choices),
            )
            for need in kind.needs
            if need.name not in COMPUTED or (need.name == "index_number" and kind.outcomes)
        ),
    )


def _one_by_one(kind: DocumentKind) -> OneByOne:
    need = kind.facts.get(ITEM_CLAUSES)
    return OneByOne.NEVER if need is None else OneByOne.ALWAYS if need.required else OneByOne.WHERE_LISTED


def _printed_without_items(kind: DocumentKind) -> frozenset[str]:
    """Return what a letter that can go item by item prints of its one piece of information whatever else is known."""
    only = Condition(ITEM_CLAUSES, negated=True)
    return frozenset(slot.name for block in kind.body if block.when == (only,) for slot in block.slots)


def as_text(extra: Facts) -> dict[str, str]:
    """Return the facts as a step keeps them and a wording reads them again; lists one item a line."""
    return {
        name: "\n".join(value) if isinstance(value, list) else str(value)
        for name, value in extra.items()
        if value not in ("", [])
    }


def _checked(kind: DocumentKind, extra: Facts) -> dict[str, str]:
    known.check_extra(kind, extra)
    forged = tuple(name for name in extra if name in COMPUTED - REWORDED)
    if forged:
        raise known.FactUnknown(kind.code, forged, tuple(fact.name for fact in offer(kind).asks))
    return as_text(extra)
