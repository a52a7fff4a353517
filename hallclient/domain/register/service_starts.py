"""What begins to run when a paper reaches its reader? The law counts from service, so both are recorded at once."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from hallclient.domain.refusal import Refusal
from hallclient.domain.register import life_guards
from hallclient.domain.register.life_terms import PartyKind
from hallclient.domain.register.states import State, open_letters, state_of, this_round
from hallclient.domain.register.steps import Act, Step

FEE_NOTICE = "P12"
# The letter that asks each kind of party (第三十二条、第三十四条、第三十三条第三款).
LETTERS = {PartyKind.THIRD_PARTY: "P06", PartyKind.CO_MAKER: "P10", PartyKind.AGENCY: "P11"}
_RUNNING = frozenset({State.IN_PROGRESS, State.CONSULTING})


class LetterOfSeveral(Refusal):
    """``count`` consultations wait for such a letter to arrive: which of them this one is has to be told."""

    fields = ("consultation",)

    def __init__(self, count: int) -> None:
        super().__init__()
        self.count = count


@dataclass(frozen=True, slots=True, kw_only=True)
class Starts:
    """The act that the service of a paper is: ``letters`` are the consultations it can be of, id → party's name."""

    act: Act
    letters: dict[str, str] = field(default_factory=dict)
    details: dict[str, str] = field(default_factory=dict)


def started_by(kind: str, steps: Sequence[Step]) -> Starts | None:
    """Return what serving a paper of this kind starts in this case; None when nothing waits for it.

    A consultation's answer runs from the day its letter was received (第三十二条), the payment from the day the fee
    notice was (国办函〔2020〕109号).
    """
    if kind == FEE_NOTICE:
        return _fee(steps)
    asked = next((party for party, letter in LETTERS.items() if letter == kind), None)
    if asked is None or state_of(steps) not in _RUNNING:
        return None
    waiting = open_letters(steps, Act.CONSULTATION_RECEIVED)
    found = {
        step.id: step.details.get("party", "")
        for step in this_round(steps)
        if step.act is Act.CONSULTATION_SENT and step.id in waiting and life_guards.party_kind(step) == asked
    }
    return Starts(act=Act.CONSULTATION_RECEIVED, letters=found) if found else None


def _fee(steps: Sequence[Step]) -> Starts | None:
    current = this_round(steps)
    decided = next((step for step in reversed(current) if step.act is Act.FEE_DECIDED), None)
    if decided is None or any(step.act is Act.FEE_NOTIFIED for step in current) or state_of(steps) not in _RUNNING:
        return None
    return Starts(act=Act.FEE_NOTIFIED, details={"yuan": decided.details.get("yuan", "")})


def start_of(starts: Starts, served: Step, *, consultation: str = "") -> Step:
    """Return the act to record with the service, on its day. Raises LetterOfSeveral when its letter is not told."""
    letter = consultation
    if starts.letters and not letter:
        if len(starts.letters) > 1:
            raise LetterOfSeveral(len(starts.letters))
        letter = next(iter(starts.letters))
    return Step(act=starts.act, on=served.on, id=letter, reason=served.reason, details=dict(starts.details))
