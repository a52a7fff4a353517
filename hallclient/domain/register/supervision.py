"""What does part 一 of the report tell besides figures? Training sessions and results of assessments (第五十条)."""

from dataclasses import dataclass
from datetime import date

from hallclient.domain.refusal import Refusal
from hallclient.domain.terms import Term

MOST_ATTENDING = 99_999


class TrainingKind(Term):
    """Whom a session was for."""

    LEADERS = "leaders", "领导干部培训"
    OFFICERS = "officers", "公开工作人员培训"
    CIVIL_SERVANTS = "civil_servants", "公务员培训"
    OTHER_TRAINING = "other_training", "其他培训"


class AssessmentKind(Term):
    """The three results a government's report tells (第四十六条至第四十八条、第五十条)."""

    ASSESSMENT = "assessment", "工作考核"
    PUBLIC_REVIEW = "public_review", "社会评议"
    ACCOUNTABILITY = "accountability", "责任追究"


class HeldInFuture(Refusal):
    """What has not happened is not recorded."""

    fields = ("on",)


class AttendingOutOfRange(Refusal):
    """A session is attended by at least one person, and by no more than a hall can seat."""

    fields = ("attending",)


class SupervisionTextMissing(Refusal):
    """A session has a title, an assessment its result; ``fields`` names the empty one."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.fields = (name,)


@dataclass(frozen=True, slots=True, kw_only=True)
class TrainingDraft:
    """A session: ``attending`` persons, ``exam`` what was examined and how it went; empty when nothing was."""

    on: date
    kind: TrainingKind
    title: str
    attending: int
    exam: str = ""
    remark: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Training(TrainingDraft):
    """A recorded session; ``voided`` is the reason it was withdrawn with."""

    id: int
    voided: str = ""
    version: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class AssessmentDraft:
    """The result of an assessment, a public review or an accountability case, in the report's words."""

    on: date
    kind: AssessmentKind
    result: str
    remark: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment(AssessmentDraft):
    """A recorded result; ``voided`` is the reason it was withdrawn with."""

    id: int
    voided: str = ""
    version: int = 1


def check_training(draft: TrainingDraft, *, today: date) -> None:
    """Raise HeldInFuture, SupervisionTextMissing or AttendingOutOfRange."""
    if draft.on > today:
        raise HeldInFuture
    if not draft.title.strip():
        raise SupervisionTextMissing("title")
    if not 1 <= draft.attending <= MOST_ATTENDING:
        raise AttendingOutOfRange


def check_assessment(draft: AssessmentDraft, *, today: date) -> None:
    """Raise HeldInFuture or SupervisionTextMissing."""
    if draft.on > today:
        raise HeldInFuture
    if not draft.result.strip():
        raise SupervisionTextMissing("result")
