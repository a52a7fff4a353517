"""What is an application for government information, and where does it stand?"""

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from hallclient.domain.outcomes import Outcome
from hallclient.domain.register.items import Item, items_of
from hallclient.domain.register.kinds import ApplicationChannel, DeliveryMethod, ProvisionForm
from hallclient.domain.register.people import Agent, Applicant
from hallclient.domain.register.states import ENDED, State, rounds, state_of, unserved
from hallclient.domain.register.steps import Act, Step

# An old register tells the fee with the receipt or the outcome; here it is told with its payment.
_PAYING = frozenset({Act.RECEIVED, Act.FEE_PAID, Act.ANSWERED})
_ENDING = (Act.ANSWERED, Act.WITHDRAWN)


@dataclass(frozen=True, slots=True, kw_only=True)
class ApplicationDraft:
    """What the registration form says. ``applicant`` fields may still be empty: ``missing`` names them.

    ``arrived_on`` is the day the paper or message came in; ``confirmed_on`` the day both sides confirmed it (post
    without signature, internet, e-mail, fax: art. 31(2)(3)); ``signed_for`` tells registered from ordinary post.
    ``oral_reason`` is why writing is difficult (art. 29(1)). ``enquiry`` is the enquiry it grew out of.
    ``late_reason`` says why it is entered on a later day; ``accept_incomplete`` that it is registered although parts of
    art. 29(2) are missing, to be corrected (art. 30).
    """

    channel: ApplicationChannel
    applicant: Applicant
    subject: str
    arrived_on: date
    confirmed_on: date | None = None
    signed_for: bool = False
    unit: str = ""
    topic: str = ""
    index_number: str = ""
    form: ProvisionForm | None = None
    delivery: DeliveryMethod | None = None
    materials: str = ""
    agent: Agent | None = None
    oral_reason: str = ""
    enquiry: str = ""
    repeat_of: str = ""
    repeat_decision: str = ""
    late_reason: str = ""
    accept_incomplete: bool = False

    def __repr__(self) -> str:
        return f"ApplicationDraft({self.channel.name}, {self.applicant!r})"


@dataclass(frozen=True, slots=True, kw_only=True)
class Application:
    """A registered application: what the draft said, its number, its steps. ``version`` guards every save."""

    number: str
    original_number: str = ""
    window: str
    channel: ApplicationChannel
    applicant: Applicant
    subject: str
    unit: str = ""
    topic: str = ""
    index_number: str = ""
    form: ProvisionForm | None = None
    delivery: DeliveryMethod | None = None
    materials: str = ""
    agent: Agent | None = None
    oral_reason: str = ""
    signed_for: bool = False
    enquiry: str = ""
    repeat_of: str = ""
    repeat_decision: str = ""
    historical: bool = False
    steps: tuple[Step, ...]
    version: int = 1

    def __repr__(self) -> str:
        return f"Application({self.number})"

    @property
    def arrived_on(self) -> date:
        return self.steps[0].on

    @property
    def received_on(self) -> date | None:
        """The receipt date of art. 31; None while it waits for confirmation."""
        return next((step.on for step in self.steps if step.act is Act.RECEIVED), None)

    @property
    def outcome(self) -> Outcome | None:
        """How it ended, as it stands now: None while it is open, or dealt with again."""
        ended = _end(self.steps)
        return ended.outcome if ended is not None else None

    @property
    def closed_on(self) -> date | None:
        """The day it ended, as it stands now; None while it is open, or dealt with again."""
        ended = _end(self.steps)
        return ended.on if ended is not None else None

    @property
    def counted(self) -> Step | None:
        """The first step that ended it: what figures count, once, whatever a reconsideration did with it later."""
        return next((step for step in self.steps if step.act in _ENDING), None)

    @property
    def open(self) -> bool:
        return self.state not in ENDED

    @property
    def items(self) -> tuple[Item, ...]:
        return items_of(self.steps)

    @property
    def unserved_since(self) -> date | None:
        """The day the oldest letter went out that has not reached its reader (on its way, or come back); else None."""
        return min((step.on for step in unserved(self.steps).values()), default=None)

    @property
    def retention(self) -> str:
        """The class the file was archived under (``Retention``); empty until it is archived."""
        return next((s.details.get("retention", "") for s in reversed(self.steps) if s.act is Act.ARCHIVED), "")

    @property
    def fee_yuan(self) -> str:
        """The processing fee that was paid, in yuan with two places; empty when none was."""
        paid = [step.details["yuan"] for step in self.steps if step.act in _PAYING and "yuan" in step.details]
        return f"{sum(map(Decimal, paid), Decimal(0)):.2f}" if paid else ""

    @property
    def state(self) -> State:
        return state_of(self.steps)

    def masked(self) -> "Application":
        """Return it with the persons masked, for every eye that does not need them in clear."""
        agent = self.agent.masked() if self.agent else None
        return replace(self, applicant=self.applicant.masked(), agent=agent)


def _end(steps: tuple[Step, ...]) -> Step | None:
    return next((step for step in reversed(rounds(steps)[-1]) if step.act in _ENDING), None)
