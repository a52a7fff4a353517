"""The questions stand in the order of practice; every path ends in a leaf with its letter, or in an act."""

from collections.abc import Iterator
from datetime import date

import pytest

from hallclient.documents.kinds import load_kinds
from hallclient.domain.law.decision import Answer, AnswerUnknown, Question, position
from hallclient.domain.outcomes import Outcome
from hallclient.domain.register.steps import Act, Step
from hallclient.reference import load_articles, load_decision

QUESTIONS = load_decision()
DAY = date(2026, 3, 2)
RECEIVED = (Step(act=Act.RECEIVED, on=DAY),)
CORRECTION = (*RECEIVED, Step(act=Act.CORRECTION_REQUESTED, on=DAY))
CORRECTED = (*CORRECTION, Step(act=Act.CORRECTED, on=DAY))
DEMANDED = (*RECEIVED, Step(act=Act.REASONS_DEMANDED, on=DAY, details={"until": "2026-03-10"}))
CASES = {"received": RECEIVED, "correction": CORRECTION, "corrected": CORRECTED, "demanded": DEMANDED}


def paths(steps: tuple[Step, ...], answers: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Answer]]:
    found = position(QUESTIONS, steps, answers)
    if found.end is not None:
        yield answers, found.end
        return
    for offer in found.offers:
        if offer.why_not is None:
            yield from paths(steps, (*answers, offer.answer.id))


def test_the_questions_stand_in_the_order_of_practice() -> None:
    assert list(dict.fromkeys(question.title for question in QUESTIONS)) == [
        "补不补", "是不是", "谁负责", "有没有", "给不给", "怎么给",
    ]  # fmt: skip


def test_every_leaf_a_decision_can_reach_is_reached_with_a_letter_that_answers_it() -> None:
    kinds = load_kinds()
    ends = [end for steps in CASES.values() for _, end in paths(steps)]
    for end in ends:
        if end.outcome is not None:
            assert end.outcome.value in kinds[end.document].outcomes
        else:
            assert end.act is not None
            assert end.document in kinds
    # 其他 is a withdrawal's, and a fee left unpaid is known by its date alone: neither is anybody's decision.
    assert {end.outcome for end in ends if end.outcome} == set(Outcome) - {
        Outcome.CLOSED_OTHER,
        Outcome.CLOSED_FEE_UNPAID,
    }


def test_every_answer_of_the_file_can_be_given_in_some_case() -> None:
    given = {
        answer
        for steps in CASES.values()
        for path, _ in paths(steps)
        for answer in zip(_asked(steps, path), path, strict=True)
    }
    assert given == {(question.id, answer.id) for question in QUESTIONS for answer in question.answers}


def _asked(steps: tuple[Step, ...], path: tuple[str, ...]) -> list[str]:
    return [question.id for question, _ in position(QUESTIONS, steps, path).path]


def test_each_answer_narrows_what_can_still_be_reached() -> None:
    for steps in CASES.values():
        for path, _ in paths(steps):
            before = set(Outcome)
            for length in range(len(path) + 1):
                now = set(position(QUESTIONS, steps, path[:length]).outcomes)
                assert now <= before
                before = now


def test_a_second_correction_is_not_offered_and_the_law_says_what_is() -> None:
    offered = [offer.answer.id for offer in position(QUESTIONS, CORRECTED, ()).offers]
    assert offered == ["clear", "still_unclear"]
    assert [offer.answer.id for offer in position(QUESTIONS, RECEIVED, ()).offers] == ["clear", "unclear"]


def test_while_a_correction_is_open_only_its_lapse_can_be_answered() -> None:
    assert [end.outcome for path, end in paths(CORRECTION) if path[0] == "overdue"] == [
        Outcome.CLOSED_CORRECTION_OVERDUE
    ]


def test_an_answer_of_another_question_is_refused() -> None:
    with pytest.raises(AnswerUnknown):
        position(QUESTIONS, RECEIVED, ("held",))
    with pytest.raises(AnswerUnknown):
        position(QUESTIONS, RECEIVED, ("still_unclear",))


def test_every_article_shown_is_there_word_for_word() -> None:
    texts = load_articles()
    named = {article for question in QUESTIONS for article in question.articles}
    named |= {answer.article for question in QUESTIONS for answer in question.answers if answer.article}
    assert named <= set(texts)
    assert texts[30].startswith("政府信息公开申请内容不明确的，行政机关应当给予指导和释明")
    assert "7个工作日内一次性告知" in texts[30]
    assert texts[36].count("\n（") == 7
    assert not any(mark in text for text in texts.values() for mark in "(),;")


def test_a_question_that_leads_nowhere_is_found_when_the_file_is_read() -> None:
    from hallclient.domain.law.decision import read_questions

    broken = {
        "question": [
            {"id": "a", "title": "t", "ask": "q", "articles": [], "answer": [{"id": "x", "label": "y", "next": "b"}]}
        ]
    }
    with pytest.raises(ValueError, match="a/x"):
        read_questions(broken)
    assert isinstance(QUESTIONS[0], Question)
