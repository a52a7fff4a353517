"""Which acts can be recorded now, and why not the others? The table of the application's life, in the clerk's words."""

from dataclasses import dataclass

from hallclient.domain.register import life
from hallclient.domain.register.application import Application
from hallclient.domain.register.steps import Act
from hallclient.ui.messages import sentence

# Receiving, answering, service, reopening, filing away and voiding have their own commands.
RECORDED = (
    Act.CORRECTION_REQUESTED,
    Act.CORRECTED,
    Act.REASONS_DEMANDED,
    Act.REASONS_GIVEN,
    Act.EXTENDED,
    Act.POSTPONED,
    Act.CONSULTATION_SENT,
    Act.CONSULTATION_RECEIVED,
    Act.CONSULTATION_ANSWERED,
    Act.CONSULTATION_LAPSED,
    Act.FEE_DECIDED,
    Act.FEE_NOTIFIED,
    Act.FEE_PAID,
    Act.SEARCHED,
    Act.SECRECY_REVIEWED,
    Act.ESCALATED,
    Act.SUPERIOR_DECIDED,
    Act.WITHDRAWN,
)


@dataclass(frozen=True, slots=True)
class ActChoice:
    """An act on offer; ``why_not`` empty when it can be recorded now. ``letters`` are the consultations it can mean."""

    act: Act
    why_not: str
    needs: tuple[str, ...] = ()
    letters: tuple[str, ...] = ()


def choices(application: Application) -> tuple[ActChoice, ...]:
    """Return every act with the reason why it cannot be recorded now, in the order of the procedure."""
    return tuple(
        ActChoice(choice.act, sentence(choice.why_not) if choice.why_not else "", choice.needs, choice.letters)
        for choice in life.choices(application.steps, RECORDED)
    )
