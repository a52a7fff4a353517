"""What does an application still lack? Every part art. 29 of the 条例 asks for, by the form's field."""

from dataclasses import dataclass

from hallclient.domain.refusal import Refusal
from hallclient.domain.register.application import ApplicationDraft
from hallclient.domain.register.kinds import ApplicantKind, ApplicationChannel

# Without these there is no application to register; everything else can be asked for by a correction notice (art. 30).
INDISPENSABLE = frozenset({"name", "subject", "oral_reason"})


@dataclass(frozen=True, slots=True)
class Problem:
    """A form field and what is wrong with it: ``missing``, or the code of the check that failed."""

    field: str
    code: str = "missing"


class PartsMissing(Refusal):
    """The application lacks parts of art. 29(2).

    ``problems`` names them all. An incomplete application that came in all the same is registered with
    ``accept_incomplete`` and corrected afterwards; only name, subject and the reason of an oral one are indispensable.
    """

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__()
        self.problems = problems
        self.fields = tuple(problem.field for problem in problems)


class IdNumberWrong(Refusal):
    """An identity number fails its check: it is corrected, or left out and asked for by a correction notice."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__()
        self.problems = problems
        self.fields = tuple(problem.field for problem in problems)


def missing_parts(draft: ApplicationDraft) -> tuple[Problem, ...]:
    """Return the missing parts in the form's order.

    Name, proof of identity, contact details; the description; the form and the way of obtaining (art. 29(2)(1)-(3));
    an agent's name, proof and authority; why an oral applicant cannot write (art. 29(1)); for organisations the legal
    representative and the contact person (domain 4.6).
    """
    applicant, agent = draft.applicant, draft.agent
    organisation = applicant.kind is not ApplicantKind.NATURAL_PERSON
    wanted = {
        "name": applicant.name,
        "id_kind": applicant.id_kind or "",
        "id_number": applicant.id_number,
        "legal_representative": applicant.legal_representative if organisation else "-",
        "contact": applicant.contact if organisation else "-",
        "phone": applicant.phone or applicant.address or applicant.email or applicant.fax,
        "agent_name": agent.name if agent else "-",
        "agent_id_number": agent.id_number if agent else "-",
        "agent_authority": agent.authority if agent else "-",
        "oral_reason": draft.oral_reason if draft.channel is ApplicationChannel.ORAL else "-",
        "subject": draft.subject,
        "form": draft.form or "",
        "delivery": draft.delivery or "",
    }
    return tuple(Problem(name) for name, value in wanted.items() if not value.strip())
