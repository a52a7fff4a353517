"""How does an application's life say no? What may not follow, what is missing, what has to happen first."""

from datetime import date
from enum import StrEnum

from hallclient.domain.outcomes import Outcome
from hallclient.domain.refusal import Refusal
from hallclient.domain.register.states import State
from hallclient.domain.register.steps import Act
from hallclient.domain.terms import Term


class StepRefused(Refusal):
    """This act may not follow where the application stands now."""

    def __init__(self, act: Act, state: State) -> None:
        super().__init__()
        self.act = act
        self.state = state


class ActMissing(Refusal):
    """``act`` follows ``first``, which is not on record."""

    def __init__(self, act: Act, first: Act) -> None:
        super().__init__()
        self.act, self.first = act, first


class ActRepeated(Refusal):
    """``act`` is done once, and was done on ``first_on``."""

    def __init__(self, act: Act, first_on: date) -> None:
        super().__init__()
        self.act, self.first_on = act, first_on


class StepFactsMissing(Refusal):
    """The act lacks facts it cannot do without; ``fields`` names them."""

    def __init__(self, act: Act, names: tuple[str, ...]) -> None:
        super().__init__()
        self.act = act
        self.fields = names


class Shape(StrEnum):
    """What a fact of an act has to be, so that the clock and the fee can reckon with it."""

    COUNT = "count"
    YUAN = "yuan"
    DATE = "date"
    TERM = "term"


class StepFactUnreadable(Refusal):
    """A fact of the act is told so that nobody can read it: no number, no sum, no date, none of the known words.

    ``fields`` names it, ``shape`` is what it has to be, ``words`` are the terms it can be.
    """

    def __init__(self, act: Act, name: str, shape: Shape, words: tuple[Term, ...] = ()) -> None:
        super().__init__()
        self.act, self.shape, self.words = act, shape, words
        self.fields = (name,)


class StepBeforeReceipt(Refusal):
    """No act can bear a date before the application's receipt or before the step it answers."""

    fields = ("on",)

    def __init__(self, act: Act, on: date, earliest: date) -> None:
        super().__init__()
        self.act, self.on, self.earliest = act, on, earliest


class StepInFuture(Refusal):
    """An act is recorded when it happened, not before."""

    fields = ("on",)

    def __init__(self, on: date) -> None:
        super().__init__()
        self.on = on


class OutcomeMissing(Refusal):
    """An application is closed with a leaf of table 三, or not at all."""

    fields = ("outcome",)


class OutcomeDoesNotFit(Refusal):
    """This leaf of table 三 does not describe what happened: 逾期不补正 needs an open correction, and so on."""

    fields = ("outcome",)

    def __init__(self, outcome: Outcome, state: State) -> None:
        super().__init__()
        self.outcome, self.state = outcome, state


class ReasonMissing(Refusal):
    """This act needs a reason in words."""

    fields = ("reason",)


class SecrecyReviewMissing(Refusal):
    """Nothing is disclosed before its confidentiality review (保密审查) is on record (第十七条)."""

    fields = ("reviewer",)


class SecrecyReviewForbids(Refusal):
    """The confidentiality review found that this must not be disclosed (第十七条)."""

    fields = ("outcome",)


class SuperiorUndecided(Refusal):
    """A sensitive case waits for the decision of the superior it was put before."""

    def __init__(self, superior: str) -> None:
        super().__init__()
        self.superior = superior


class OtherSuperior(Refusal):
    """The case was put before ``superior``, and he decides it."""

    fields = ("superior",)

    def __init__(self, superior: str) -> None:
        super().__init__()
        self.superior = superior


class ThirdPartyRefused(Refusal):
    """A third party objects: everything is disclosed only when a public interest outweighs it, and says which
    (第三十二条)."""

    fields = ("override",)


class FeeDiffers(Refusal):
    """The sum is not the one that was decided and notified; ``yuan`` is that one."""

    fields = ("yuan",)

    def __init__(self, yuan: str) -> None:
        super().__init__()
        self.yuan = yuan


class ApprovalMissing(Refusal):
    """This reply needs a superior's approval of its very draft before it is issued."""

    def __init__(self, outcome: Outcome) -> None:
        super().__init__()
        self.outcome = outcome


class OwnDraft(Refusal):
    """Nobody approves a draft of his own where someone else can."""


class ApprovedOtherwise(Refusal):
    """A draft was approved, and what is to be issued says something else: it is drafted and approved anew."""

    fields = ("document",)


class UntilTooEarly(Refusal):
    """A day set for somebody lies after the day it is set on."""

    fields = ("until",)

    def __init__(self, on: date) -> None:
        super().__init__()
        self.on = on


class DateSetAlready(Refusal):
    """A later day for the reply was set under 第三十五条: an extension adds nothing to it."""

    def __init__(self, until: str) -> None:
        super().__init__()
        self.until = until


class CourierNotAllowed(Refusal):
    """Letters go by the post (EMS or registered), no other courier (国办公开办函〔2016〕235号)."""

    fields = ("method",)


class LetterNotOutstanding(Refusal):
    """This letter is not on its way: it was not sent, came back already, or was served."""

    fields = ("number",)


class LetterUnderway(Refusal):
    """This letter went out on ``since`` and has neither been served nor come back."""

    fields = ("number",)

    def __init__(self, since: date) -> None:
        super().__init__()
        self.since = since


class LetterServed(Refusal):
    """This letter reached its reader on ``since``."""

    fields = ("number",)

    def __init__(self, since: date) -> None:
        super().__init__()
        self.since = since


class FeeNotChargeable(Refusal):
    """Who is only told where to find what is published already is not charged (国办函〔2020〕109号 第五条)."""

    fields = ("basis",)


class NoStepToUndo(Refusal):
    """Only the registration itself is left: it is voided, not undone."""
