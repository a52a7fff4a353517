"""Who stands at the window? Applicants, agents and callers, masked wherever they are not needed in clear."""

from dataclasses import dataclass, fields, replace
from typing import TypeVar

from hallclient.domain.register.kinds import ApplicantKind, IdKind


def mask_name(name: str) -> str:
    """Return the name with everything after the first character hidden: ``张**``."""
    return name[:1] + "*" * (len(name) - 1)


def listed_name(kind: ApplicantKind, name: str) -> str:
    """Return an applicant's name as lists show it: a natural person's masked, an organisation's in clear."""
    return mask_name(name) if kind is ApplicantKind.NATURAL_PERSON else name


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


def mask_email(address: str) -> str:
    """Return ``a***@example.cn``."""
    user, at, host = address.partition("@")
    return mask_name(user) + at + host


def mask_address(address: str) -> str:
    """Return the first six characters and nothing of the street and house: ``示例市示例区****``."""
    return address[:6] + "****" if len(address) > 6 else address


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

    def masked(self) -> "Agent":
        return replace(self, name=mask_name(self.name), id_number=mask_id(self.id_number), phone=mask_phone(self.phone))


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

    def masked(self) -> "Applicant":
        """Return the applicant as others may see him; an organisation's name is public (个人信息保护法 第五十一条)."""
        natural = self.kind is ApplicantKind.NATURAL_PERSON
        return replace(
            self,
            name=mask_name(self.name) if natural else self.name,
            id_number=mask_id(self.id_number) if natural else self.id_number,
            phone=mask_phone(self.phone),
            address=mask_address(self.address),
            email=mask_email(self.email),
            fax=mask_phone(self.fax),
            legal_representative=mask_name(self.legal_representative),
            contact=mask_name(self.contact),
        )


_Person = TypeVar("_Person", Agent, Applicant)


def unmasked(typed: _Person, known: _Person) -> _Person:
    """Return ``typed`` with every field that still shows ``known``'s masked value put back in clear.

    A form that was opened without revealing the person can be saved: what nobody touched stays what it was.
    """
    shown = known.masked()
    kept = {
        entry.name: getattr(known, entry.name)
        for entry in fields(typed)
        if getattr(typed, entry.name) == getattr(shown, entry.name)
    }
    return replace(typed, **kept)
