"""Which reply follows from the clerk's answers (补不补、是不是、谁负责、有没有、给不给、怎么给), and by which article?

The questions are data (``resources/rulesets/decision.toml``). An answer leads to the next question or to an end: an act
that has to come first, or a leaf of table 三 with its document. What may not be answered now says why.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar

from hallclient.domain.outcomes import Outcome
from hallclient.domain.refusal import Refusal
from hallclient.domain.register import life, life_guards
from hallclient.domain.register.states import State, state_of, this_round
from hallclient.domain.register.steps import Act, Step

_T = TypeVar("_T")


class AnswerUnknown(Refusal):
    """This question has no such answer, or the path of answers does not lead here."""

    fields = ("answers",)


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """One answer. Exactly one of ``next`` (a question), ``act`` (with its document) or ``outcome`` (with its letter).

    ``article`` is the article to show with it; ``evidence``: the search is kept on record; ``details``: facts of the
    act that follow from the answer.
    """

    id: str
    label: str
    next: str = ""
    act: Act | None = None
    outcome: Outcome | None = None
    document: str = ""
    article: int | None = None
    evidence: bool = False
    when: str = ""
    details: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One question: its stage in practice (``title``), what is asked, the articles that decide it, its answers."""

    id: str
    title: str
    ask: str
    articles: tuple[int, ...]
    answers: tuple[Answer, ...]


@dataclass(frozen=True, slots=True)
class OfferedAnswer:
    """An answer as this case can give it, ``why_not`` None when it can, with what can still be reached by it."""

    answer: Answer
    why_not: Refusal | None
    outcomes: tuple[Outcome, ...]
    documents: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Position:
    """Where a path of answers has led: a ``question`` with its offers, or the ``end`` that was reached."""

    path: tuple[tuple[Question, Answer], ...]
    question: Question | None
    offers: tuple[OfferedAnswer, ...]
    end: Answer | None

    @property
    def outcomes(self) -> tuple[Outcome, ...]:
        """The leaves of table 三 that can still be reached."""
        if self.end is not None:
            return (self.end.outcome,) if self.end.outcome else ()
        return _unique(outcome for offer in self.offers if offer.why_not is None for outcome in offer.outcomes)

    @property
    def documents(self) -> tuple[str, ...]:
        """The documents that can still be reached."""
        if self.end is not None:
            return (self.end.document,) if self.end.document else ()
        return _unique(code for offer in self.offers if offer.why_not is None for code in offer.documents)


def position(questions: Sequence[Question], steps: Sequence[Step], answers: Sequence[str]) -> Position:
    """Follow the answers given so far. Raises AnswerUnknown for one the question does not have in this case."""
    by_id = {question.id: question for question in questions}
    here: Question | None = questions[0]
    path: list[tuple[Question, Answer]] = []
    for given in answers:
        if here is None:
            raise AnswerUnknown
        found = next((answer for answer in here.answers if answer.id == given and _fits(answer, steps)), None)
        if found is None or _why_not(found, steps) is not None:
            raise AnswerUnknown
        path.append((here, found))
        here = by_id[found.next] if found.next else None
    if here is None:
        return Position(tuple(path), None, (), path[-1][1])
    offers = tuple(
        OfferedAnswer(answer, _why_not(answer, steps), *_reach(answer, by_id, steps))
        for answer in here.answers
        if _fits(answer, steps)
    )
    return Position(tuple(path), here, offers, None)


def _fits(answer: Answer, steps: Sequence[Step]) -> bool:
    current = this_round(steps)
    corrected = any(step.act in (Act.CORRECTION_REQUESTED, Act.CORRECTED) for step in current)
    demanded = any(step.act is Act.REASONS_DEMANDED for step in current)
    standing = {
        "": True,
        "corrected": any(step.act is Act.CORRECTED for step in current),
        "not_corrected": not corrected,
        "correction_open": state_of(steps) is State.AWAITING_CORRECTION,
        "reasons_demanded": demanded,
        "no_reasons": not demanded,
    }
    return standing[answer.when]


def _why_not(answer: Answer, steps: Sequence[Step]) -> Refusal | None:
    """Say why this case cannot take the answer now.

    What the reply will still be asked (a review, its items, an approval) is no hindrance here: the draft asks it.
    """
    if answer.act is not None:
        return life.why_not(steps, answer.act)
    if answer.outcome is None:
        return None
    refusal = life.why_not(steps, Act.ANSWERED)
    return refusal if refusal is not None else life_guards.misfit(steps, answer.outcome)


def _reach(
    answer: Answer, by_id: Mapping[str, Question], steps: Sequence[Step]
) -> tuple[tuple[Outcome, ...], tuple[str, ...]]:
    if not answer.next:
        return (answer.outcome,) if answer.outcome else (), (answer.document,) if answer.document else ()
    further = [_reach(each, by_id, steps) for each in by_id[answer.next].answers if _fits(each, steps)]
    return _unique(o for outcomes, _ in further for o in outcomes), _unique(d for _, papers in further for d in papers)


def _unique(values: Iterable[_T]) -> tuple[_T, ...]:
    return tuple(dict.fromkeys(values))


def act_of(answer: Answer, step: Step) -> Step:
    """Return the act an answer ends with, its own facts filled in."""
    assert answer.act is not None
    return replace(step, act=answer.act, details={**step.details, **answer.details})


def read_questions(table: Mapping[str, Any]) -> tuple[Question, ...]:
    """Return the questions of a decision file. Raises KeyError or ValueError for a file that leads nowhere."""
    questions = tuple(
        Question(
            id=entry["id"],
            title=entry["title"],
            ask=entry["ask"],
            articles=tuple(entry["articles"]),
            answers=tuple(_answer(answer) for answer in entry["answer"]),
        )
        for entry in table["question"]
    )
    known = {question.id for question in questions}
    for question in questions:
        for answer in question.answers:
            ends = sum(map(bool, (answer.next, answer.act, answer.outcome)))
            if ends != 1 or (answer.next and answer.next not in known):
                raise ValueError(f"{question.id}/{answer.id}")
    return questions


def _answer(entry: Mapping[str, Any]) -> Answer:
    return Answer(
        id=entry["id"],
        label=entry["label"],
        next=entry.get("next", ""),
        act=Act(entry["act"]) if "act" in entry else None,
        outcome=Outcome(entry["outcome"]) if "outcome" in entry else None,
        document=entry.get("document", ""),
        article=entry.get("article"),
        evidence=entry.get("evidence", False),
        when=entry.get("when", ""),
        details=dict(entry.get("details", {})),
    )
