"""Which facts does a document print? Computed once from the register, so that no kind computes its own."""

from collections.abc import Mapping
from datetime import date
from typing import Protocol

from hallclient.documents.document_kind import DocumentKind
from hallclient.domain.refusal import Refusal
from hallclient.domain.register.agency import AgencyProfile
from hallclient.domain.register.application import Application
from hallclient.domain.register.enquiry import Enquiry
from hallclient.domain.register.kinds import ApplicantKind, ApplicationChannel, DeliveryMethod, IdKind
from hallclient.domain.register.people import Agent, Applicant

_WITH_SEX = (IdKind.RESIDENT_ID, IdKind.RESIDENCE_PERMIT_HMT, IdKind.FOREIGN_PERMANENT_RESIDENT)
# Where the agency set no other way, asking at the window is always possible.
_QUERY_AT_WINDOW = "到本机关政府信息公开工作机构窗口查询"


class FactUnknown(Refusal):
    """A fact was given that this kind of document does not print: most likely a slip of the pen."""

    def __init__(self, kind: str, names: tuple[str, ...], known: tuple[str, ...]) -> None:
        super().__init__()
        self.kind = kind
        self.fields = names
        self.known = known


class ApplicantTold(Refusal):
    """A paper for someone else than the applicant would tell who applied; ``labels`` name the facts that do."""

    def __init__(self, kind: str, names: tuple[str, ...], labels: tuple[str, ...]) -> None:
        super().__init__()
        self.kind = kind
        self.fields = names
        self.labels = labels


class Deadline(Protocol):
    """What a receipt says of the clock. ``due`` None: the clock stands, or has not started."""

    @property
    def due(self) -> date | None: ...
    @property
    def provisional(self) -> bool: ...
    @property
    def answer_days(self) -> int: ...


def salutation(applicant: Applicant) -> str:
    """Return 张三先生, 李四女士 or the organisation's name; 先生／女士 where the papers do not tell."""
    if applicant.kind is not ApplicantKind.NATURAL_PERSON:
        return applicant.name
    number = applicant.id_number
    if applicant.id_kind in _WITH_SEX and len(number) == 18 and number[16].isdecimal():
        # GB 11643-1999: the order number, digit 17, is odd for men and even for women.
        return applicant.name + ("先生" if int(number[16]) % 2 else "女士")
    return f"{applicant.name}先生／女士"


def document_number(agency: AgencyProfile, kind: DocumentKind, *, year: int, serial: int) -> str:
    """Return 宿政依申请〔2026〕15号; empty for a kind that bears none.

    Six-sided brackets, four-digit year, no padding, no 第 (GB/T 9704-2012 7.2.5).
    """
    return f"{agency.code_word}{kind.series}〔{year}〕{serial}号" if kind.series else ""


def check_extra(kind: DocumentKind, extra: Mapping[str, object]) -> None:
    """Raise FactUnknown when a fact was given that the kind cannot print."""
    strangers = tuple(name for name in extra if name not in kind.facts)
    if strangers:
        raise FactUnknown(kind.code, strangers, tuple(kind.facts))


def check_privacy(kind: DocumentKind, application: Application, said: Mapping[str, str]) -> None:
    """Raise ApplicantTold when what was typed for a third party's paper names the applicant (条例 第三十二条)."""
    if kind.recipient == "addressee":
        return
    people = [application.applicant] + ([application.agent] if application.agent else [])
    secrets = [text.strip() for person in people for text in (person.name, person.id_number, person.phone)]
    telling = [name for name, text in said.items() if any(len(secret) > 1 and secret in text for secret in secrets)]
    if telling:
        raise ApplicantTold(kind.code, tuple(telling), tuple(kind.facts[name].label for name in telling))


def facts_for_application(
    application: Application,
    trace: Deadline,
    agency: AgencyProfile,
    clerk: str,
    issued_on: date,
    extra: Mapping[str, str] | None = None,
) -> dict[str, object]:
    """Return everything the kinds may print of an application; ``extra`` (what the clerk adds) has the last word.

    A provisional due date goes under another name than a certain one: no document can print it as a promise
    (domain 5.4.2). Facts that are not known are left out.
    """
    applicant = application.applicant
    sent = (extra or {}).get("delivery") or (application.delivery.value if application.delivery else "")
    by_email = sent in (DeliveryMethod.EMAIL.value, DeliveryMethod.EMAIL.label)
    online = by_email or application.channel in (ApplicationChannel.ONLINE, ApplicationChannel.EMAIL)
    facts: dict[str, object] = {
        **_frame(agency, clerk, issued_on),
        "number": application.number,
        "applicant": applicant.name,
        "addressee": salutation(applicant),
        "you": "你" if applicant.kind is ApplicantKind.NATURAL_PERSON else "你单位",
        "identity": _identity(applicant.id_kind, applicant.id_number),
        "phone": applicant.phone,
        "address": " ".join(part for part in (applicant.address, applicant.postcode) if part),
        "email": applicant.email,
        "legal_representative": applicant.legal_representative,
        "agent": _agent(application.agent),
        "submitted_on": application.arrived_on,
        "received_on": application.received_on,
        "channel": application.channel.value,
        "subject": application.subject,
        "index_number": application.index_number,
        "form": application.form.value if application.form else "",
        "delivery": application.delivery.value if application.delivery else "",
        "materials": application.materials,
        "oral_reason": application.oral_reason,
        "answer_days": trace.answer_days,
        "due_on": None if trace.provisional else trace.due,
        "due_provisional": trace.due if trace.provisional else None,
        # The channel stands where the applicant is on-line, and must stand where the reply goes out by e-mail.
        "reconsideration_url": agency.reconsideration_url if online else "",
        "served_online": "是" if by_email else "",
        "remedy_way": agency.administrative_query_remedy,
    }
    return _given({**facts, **(extra or {})})


def facts_for_enquiry(
    enquiry: Enquiry,
    agency: AgencyProfile,
    clerk: str,
    issued_on: date,
    extra: Mapping[str, str] | None = None,
) -> dict[str, object]:
    """Return what the receipt of a visitor's matter prints; the visitor need not give a name."""
    facts: dict[str, object] = {
        **_frame(agency, clerk, issued_on),
        "number": enquiry.number,
        "addressee": f"{enquiry.name}先生／女士" if enquiry.name else "来访人",
        "you": "你",
        "kind": enquiry.kind.label,
        "occurred_on": enquiry.business_date,
        "content": enquiry.content,
        "handling": enquiry.handling.value if enquiry.handling else "",
        "refer_to": enquiry.refer_to or enquiry.unit,
        "due_on": enquiry.due_on,
        "answer": enquiry.answer,
        "application": enquiry.application,
    }
    return _given({**facts, **(extra or {})})


def _frame(agency: AgencyProfile, clerk: str, issued_on: date) -> dict[str, object]:
    return {
        "agency_name": agency.name,
        "agency_address": agency.address,
        "agency_phone": agency.phone,
        "agency_contact": agency.contact or clerk,
        "query_method": agency.query_method or _QUERY_AT_WINDOW,
        "reconsideration_body": agency.reconsideration_body,
        "court": agency.court,
        "clerk": clerk,
        "issued_on": issued_on,
    }


def _identity(kind: IdKind | None, number: str) -> str:
    return " ".join(part for part in (kind.label if kind else "", number) if part)


def _agent(agent: Agent | None) -> str:
    if agent is None:
        return ""
    parts = (agent.name, _identity(agent.id_kind, agent.id_number), agent.phone, agent.authority)
    return "，".join(part for part in parts if part)


def _given(facts: Mapping[str, object]) -> dict[str, object]:
    return {name: value for name, value in facts.items() if value not in (None, "")}
