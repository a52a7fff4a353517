"""What do lists of applications show, and which of them does a list ask for? Persons are masked here."""

from dataclasses import dataclass
from datetime import date

from hallclient.domain.outcomes import Outcome
from hallclient.domain.register.kinds import ApplicantKind, ApplicationChannel
from hallclient.domain.register.states import State


@dataclass(frozen=True, slots=True, kw_only=True)
class ApplicationRow:
    """An application as a list shows it: a natural person's name and every phone masked, the subject cut short.

    ``due_on`` is None while the clock stands; ``provisional`` says that it lies beyond the announced calendar.
    """

    number: str
    original_number: str
    window: str
    channel: ApplicationChannel
    kind: ApplicantKind
    name: str
    phone: str
    unit: str
    topic: str
    subject: str
    state: State
    arrived_on: date
    received_on: date | None
    due_on: date | None
    provisional: bool
    outcome: Outcome | None
    closed_on: date | None
    fee_yuan: str
    historical: bool
    version: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ApplicationFilter:
    """Which applications a list wants; what is not given does not narrow. Ranges are half-open, days included first.

    ``states`` empty means every state but 作废; ``historical`` None means live and imported ones.
    """

    states: frozenset[State] = frozenset()
    received_first: date | None = None
    received_until: date | None = None
    closed_first: date | None = None
    closed_until: date | None = None
    due_until: date | None = None
    kind: ApplicantKind | None = None
    channel: ApplicationChannel | None = None
    outcome: Outcome | None = None
    unit: str = ""
    topic: str = ""
    historical: bool | None = None
    limit: int = 500
    offset: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Similar:
    """An earlier application that may be the same one (art. 36(6)) or asks for the same information (art. 44(1)).

    ``same_applicant`` tells the two apart; ``same_information`` says that the normalised subjects are equal.
    ``subject`` is its first words, ``outcome`` how it ended.
    """

    number: str
    on: date
    subject: str
    same_information: bool
    same_applicant: bool
    state: State
    outcome: Outcome | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangedDue:
    """A due date that a new calendar moves. ``letters`` names issued documents that state the old date."""

    number: str
    before: date | None
    after: date | None
    provisional: bool
    letters: tuple[str, ...] = ()
