"""What is an application for government information, and where does it stand?"""

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from hallclient.domain.outcomes import Outcome
from hallclient.domain.refusal import Refusal
from hallclient.domain.register.kinds import ApplicationChannel, DeliveryMethod, ProvisionForm
from hallclient.domain.register.people import Agent, Applicant
from hallclient.domain.register.steps import Act, Step
from hallclient.domain.terms import Term

# An old register tells the fee with the receipt or the outcome; here it is told with its payment.
_PAYING = frozenset({Act.RECEIVED, Act.FEE_PAID, Act.ANSWERED})


class State(Term):
    """Where an application stands. Folded from its steps, never stored as the truth."""

    AWAITING_CONFIRMATION = "awaiting_confirmation", "待确认收到"
    IN_PROGRESS = "in_progress", "办理中"
    AWAITING_CORRECTION = "awaiting_correction", "待补正"
    CONSULTING = "consulting", "征求意见中"
    AWAITING_FEE = "awaiting_fee", "待缴费"
    ANSWERED = "answered", "已办结"
    WITHDRAWN = "withdrawn", "已撤回"
    VOIDED = "voided", "作废"


class StepRefused(Refusal):
    """This act may not follow where the application stands now."""

    def __init__(self, act: Act, state: State) -> None:
        super().__init__()
        self.act = act
        self.state = state


class StepBeforeReceipt(Refusal):
    """No act can bear a date before the application's receipt or before the step it answers."""

    fields = ("on",)

    def __init__(self, act: Act, on: date, earliest: date) -> None:
        super().__init__()
        self.act, self.on, self.earliest = act, on, earliest


class OutcomeMissing(Refusal):
    """An application is closed with a leaf of table 三, or not at all."""

    fields = ("outcome",)


class ReasonMissing(Refusal):
    """This act needs a reason in words."""

    fields = ("reason",)


class OutcomeDoesNotFit(Refusal):
    """This leaf of table 三 does not describe what happened: 逾期不补正 needs an open correction, and so on."""

    fields = ("outcome",)

    def __init__(self, outcome: Outcome, state: State) -> None:
        super().__init__()
        self.outcome, self.state = outcome, state


class StepInFuture(Refusal):
    """An act is recorded when it happened, not before."""

    fields = ("on",)

    def __init__(self, on: date) -> None:
        super().__init__()
        self.on = on


class ApproverMissing(Refusal):
    """An extension names the head of the OGI unit who approved it (第三十三条第二款)."""

    fields = ("approver",)


class NoStepToUndo(Refusal):
    """Only the registration itself is left: it is voided, not undone."""


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
        return next((step.outcome for step in reversed(self.steps) if step.outcome is not None), None)

    @property
    def closed_on(self) -> date | None:
        return next((step.on for step in reversed(self.steps) if step.act in (Act.ANSWERED, Act.WITHDRAWN)), None)

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


def state_of(steps: tuple[Step, ...]) -> State:
    """Fold the steps into the state they lead to."""
    state = State.AWAITING_CONFIRMATION
    waiting: set[str] = set()
    for step in steps:
        match step.act:
            case Act.VOIDED:
                return State.VOIDED
            case Act.ANSWERED:
                state = State.ANSWERED
            case Act.WITHDRAWN:
                state = State.WITHDRAWN
            case Act.RECEIVED | Act.CORRECTED | Act.FEE_PAID:
                state = State.IN_PROGRESS
            case Act.CORRECTION_REQUESTED:
                state = State.AWAITING_CORRECTION
            case Act.FEE_NOTIFIED:
                state = State.AWAITING_FEE
            case Act.CONSULTATION_SENT:
                waiting.add(step.id)
            case Act.CONSULTATION_ANSWERED:
                waiting.discard(step.id)
            case _:
                pass
    if state is State.IN_PROGRESS and waiting:
        return State.CONSULTING
    return state


def check_outcome(outcome: Outcome, steps: tuple[Step, ...]) -> None:
    """Raise OutcomeDoesNotFit when the leaf speaks of something that did not happen (art. 30; 国办函〔2020〕109号)."""
    state = state_of(steps)
    fits = {
        Outcome.CLOSED_CORRECTION_OVERDUE: state is State.AWAITING_CORRECTION,
        Outcome.CLOSED_FEE_UNPAID: state is State.AWAITING_FEE,
        Outcome.UNAVAILABLE_STILL_UNCLEAR: any(step.act is Act.CORRECTED for step in steps),
    }
    if not fits.get(outcome, True):
        raise OutcomeDoesNotFit(outcome, state)


# A third party's letter is delivered and answered whatever else the application waits for.
_OPINIONS = frozenset({Act.CONSULTATION_RECEIVED, Act.CONSULTATION_ANSWERED})

# What may follow where. The full table of the application's life grows here (issue: the whole life).
ALLOWED: dict[State, frozenset[Act]] = {
    State.AWAITING_CONFIRMATION: frozenset({Act.RECEIVED, Act.WITHDRAWN, Act.VOIDED}),
    State.IN_PROGRESS: frozenset(
        {
            Act.CORRECTION_REQUESTED,
            Act.EXTENDED,
            Act.CONSULTATION_SENT,
            Act.FEE_NOTIFIED,
            Act.ANSWERED,
            Act.WITHDRAWN,
            Act.VOIDED,
        }
    ),
    State.AWAITING_CORRECTION: frozenset({Act.CORRECTED, Act.ANSWERED, Act.WITHDRAWN, Act.VOIDED}) | _OPINIONS,
    State.CONSULTING: frozenset(
        {
            Act.CONSULTATION_SENT,
            Act.CONSULTATION_RECEIVED,
            Act.CONSULTATION_ANSWERED,
            Act.EXTENDED,
            Act.FEE_NOTIFIED,
            Act.ANSWERED,
            Act.WITHDRAWN,
            Act.VOIDED,
        }
    ),
    State.AWAITING_FEE: frozenset({Act.FEE_PAID, Act.ANSWERED, Act.WITHDRAWN, Act.VOIDED}) | _OPINIONS,
    State.ANSWERED: frozenset({Act.VOIDED}),
    State.WITHDRAWN: frozenset({Act.VOIDED}),
    State.VOIDED: frozenset(),
}
