"""Is this form fit to be registered, and which application does it make?"""

from collections.abc import Iterator
from dataclasses import fields, replace
from datetime import date
from typing import Any, TypeVar

from hallclient.documents import glyphs
from hallclient.domain.law import identity_numbers
from hallclient.domain.register.application import Application, ApplicationDraft
from hallclient.domain.register.completeness import INDISPENSABLE, IdNumberWrong, PartsMissing, Problem, missing_parts
from hallclient.domain.register.kinds import ApplicantKind, IdKind
from hallclient.domain.register.people import Agent, Applicant, unmasked
from hallclient.domain.register.receipt import ReceiptFixed, opening_steps, receipt_date
from hallclient.domain.register.steps import Act, Step

UNPRINTABLE = "unprintable"
WRONG_KIND = "wrong_kind"  # an organisation with a person's document, or the other way round

_Form = TypeVar("_Form", ApplicationDraft, Applicant, Agent)


def problems(draft: ApplicationDraft, today: date) -> tuple[Problem, ...]:
    """Return everything the form lacks, every number that fails its check, every text that cannot be printed."""
    return (*missing_parts(draft), *_wrong_numbers(draft, today), *_unprintable(draft))


def refuse_unfit(draft: ApplicationDraft, today: date) -> None:
    """Raise IdNumberWrong, UnprintableText or PartsMissing.

    An application that lacks parts is still received (art. 30 asks for a correction), so ``accept_incomplete`` lets
    it in; a wrong number or a text that cannot be printed never.
    """
    wrong = tuple(problem for problem in _wrong_numbers(draft, today) if problem.code != WRONG_KIND)
    if wrong:
        raise IdNumberWrong(wrong)
    glyphs.require(_printed(draft))
    missing = (*missing_parts(draft), *_wrong_numbers(draft, today))
    if any(not draft.accept_incomplete or problem.field in INDISPENSABLE for problem in missing):
        raise PartsMissing(missing)


def tidied(draft: ApplicationDraft) -> ApplicationDraft:
    """Return the draft as it is kept: texts without blanks around them, numbers half-width and upper-case."""
    applicant = _stripped(draft.applicant)
    agent = _stripped(draft.agent) if draft.agent else None
    applicant = replace(applicant, id_number=identity_numbers.normalise(applicant.id_number))
    if agent:
        agent = replace(agent, id_number=identity_numbers.normalise(agent.id_number))
    return _stripped(replace(draft, applicant=applicant, agent=agent))


def application_from(draft: ApplicationDraft, *, number: str, window: str, steps: tuple[Step, ...]) -> Application:
    """Return the application a draft makes."""
    return Application(
        number=number,
        window=window,
        channel=draft.channel,
        applicant=draft.applicant,
        subject=draft.subject,
        unit=draft.unit,
        topic=draft.topic,
        index_number=draft.index_number,
        form=draft.form,
        delivery=draft.delivery,
        materials=draft.materials,
        agent=draft.agent,
        oral_reason=draft.oral_reason,
        signed_for=draft.signed_for,
        enquiry=draft.enquiry,
        repeat_of=draft.repeat_of,
        repeat_decision=draft.repeat_decision,
        steps=steps,
    )


def amended(old: Application, draft: ApplicationDraft) -> Application:
    """Return ``old`` as the form says it now; what still shows a masked value is kept. Raises ReceiptFixed."""
    applicant = unmasked(draft.applicant, old.applicant)
    agent = unmasked(draft.agent, old.agent) if draft.agent and old.agent else draft.agent
    draft = tidied(replace(draft, applicant=applicant, agent=agent))
    new = application_from(draft, number=old.number, window=old.window, steps=_receipt(old, draft))
    return replace(
        new,
        original_number=old.original_number,
        historical=old.historical,
        enquiry=old.enquiry,
        version=old.version,
    )


def draft_of(application: Application) -> ApplicationDraft:
    """Return the form of a registered application, to be amended or repeated."""
    first = application.steps[0]
    return ApplicationDraft(
        channel=application.channel,
        applicant=application.applicant,
        subject=application.subject,
        arrived_on=application.arrived_on,
        confirmed_on=application.received_on if first.act is Act.ARRIVED else None,
        signed_for=application.signed_for,
        unit=application.unit,
        topic=application.topic,
        index_number=application.index_number,
        form=application.form,
        delivery=application.delivery,
        materials=application.materials,
        agent=application.agent,
        oral_reason=application.oral_reason,
        enquiry=application.enquiry,
        repeat_of=application.repeat_of,
        repeat_decision=application.repeat_decision,
    )


def _receipt(old: Application, draft: ApplicationDraft) -> tuple[Step, ...]:
    """Return the steps under the form's receipt dates: the old ones when the dates are the old ones."""
    first = old.steps[0]
    if old.historical or first.entered_at is None:
        return old.steps
    opening = opening_steps(draft, by=first.by, at=first.entered_at)
    standing = tuple(step for step in old.steps if step.act in (Act.ARRIVED, Act.RECEIVED))
    if [(step.act, step.on) for step in opening] == [(step.act, step.on) for step in standing]:
        return old.steps
    on, was = receipt_date(draft) or draft.arrived_on, old.received_on or old.arrived_on
    if len(standing) != len(old.steps) or on.year != was.year:
        raise ReceiptFixed
    return opening


def _wrong_numbers(draft: ApplicationDraft, today: date) -> Iterator[Problem]:
    applicant, agent = draft.applicant, draft.agent
    organisation = applicant.kind is not ApplicantKind.NATURAL_PERSON
    if applicant.id_kind and organisation != (applicant.id_kind is IdKind.USCC):
        yield Problem("id_kind", WRONG_KIND)
    numbers = [("id_number", applicant.id_kind, applicant.id_number)]
    numbers += [("agent_id_number", agent.id_kind, agent.id_number)] if agent else []
    for field, kind, number in numbers:
        if kind and number and (problem := identity_numbers.check(kind, number, today)):
            yield Problem(field, problem.what.value)


def _unprintable(draft: ApplicationDraft) -> Iterator[Problem]:
    for field, text in _printed(draft).items():
        if glyphs.missing(text):
            yield Problem(field, UNPRINTABLE)


def _printed(draft: ApplicationDraft) -> dict[str, str]:
    applicant, agent = draft.applicant, draft.agent
    return {
        "name": applicant.name,
        "phone": applicant.phone,
        "email": applicant.email,
        "address": applicant.address,
        "postcode": applicant.postcode,
        "legal_representative": applicant.legal_representative,
        "agent_name": agent.name if agent else "",
        "agent_authority": agent.authority if agent else "",
        "subject": draft.subject,
        "index_number": draft.index_number,
        "materials": draft.materials,
        "oral_reason": draft.oral_reason,
    }


def _stripped(value: _Form) -> _Form:
    texts: dict[str, Any] = {}
    for entry in fields(value):
        text = getattr(value, entry.name)
        if type(text) is str:  # a term is a text too, and stays what it is
            texts[entry.name] = text.strip()
    return replace(value, **texts)
