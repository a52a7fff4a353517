"""Who stands at the window? Applicants, agents and callers, masked wherever they are not needed in clear."""

from dataclasses import dataclass

from hallclient.domain.register.kinds import ApplicantKind, IdKind


def mask_name(name: str) -> str:
    """Return the name with everything after the first character hidden: ``张**``."""
    return name[:1] + "*" * (len(name) - 1)


def mask_phone(phone: str) -> str:
    """Return ``138****1234``; a number shorter than 7 is hidden but for its last two digits."""
    if len(phone) >= 7:
        return phone[:3] + "*" * (len(phone) - 7) + phone[-4:]
    return "*" * max(0, len(phone) - 2) + phone[-2:]


def mask_id(number: str) -> str:
    """Return ``110105********002X``; a short number is hidden but for its last four characters."""
    if len(number) >= 15:
        return number[:6] + "*" * (len(number) - 10) + number[-4:]
    return "*" * max(0, len(number) - 4) + number[-4:]


@dataclass(frozen=True, slots=True, kw_only=True)
class Agent:
    """Someone who acts for the applicant, with the authority that was shown (授权委托书)."""

    name: str
    id_kind: IdKind | None = None
    id_number: str = ""
    phone: str = ""
    authority: str = ""

    def __repr__(self) -> str:
        return f"Agent({mask_name(self.name)})"


@dataclass(frozen=True, slots=True, kw_only=True)
class Applicant:
    """The applicant of art. 29: name, proof of identity, contact details; the form's fields of domain 4.6."""

    kind: ApplicantKind
    name: str
    id_kind: IdKind | None = None
    id_number: str = ""
    id_seen: bool = False
    phone: str = ""
    address: str = ""
    postcode: str = ""
    email: str = ""
    fax: str = ""
    employer: str = ""
    legal_representative: str = ""
    contact: str = ""

    def __repr__(self) -> str:
        return f"Applicant({self.kind.value}, {mask_name(self.name)})"
