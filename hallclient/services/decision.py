"""The decision desk: from the first question to a draft, with the words of the law beside every question."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from hallclient.domain.law import decision
from hallclient.domain.law.decision import Position, Question
from hallclient.domain.register.records import NoSuchRecord
from hallclient.reference import load_articles, load_decision
from hallclient.services.office import Office
from hallclient.storage import applications


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One page of the wizard: where the answers have led, and the articles it shows, by number.

    The page that ends says in ``position.end`` what comes next: an act with its document, or a reply with its letter.
    """

    position: Position
    articles: Mapping[int, str]


class DecisionDesk:
    """Nothing is written here: the end of a path is recorded at the applications desk, as a draft or an act."""

    def __init__(self, office: Office) -> None:
        self._office = office

    def page(self, number: str, answers: Sequence[str]) -> Page:
        """Return the page an application's answers lead to. Raises NoSuchRecord, AnswerUnknown."""
        with self._office.database.reading() as tx:
            application = applications.get(tx, number)
        if application is None:
            raise NoSuchRecord(number)
        found = decision.position(_questions(), application.steps, answers)
        texts = _articles()
        return Page(position=found, articles={article: texts[article] for article in _shown(found)})

    def article(self, number: int) -> str:
        """Return the text of an article; empty for one that decides nothing at the window."""
        return _articles().get(number, "")


def _shown(found: Position) -> list[int]:
    """Return the articles a page shows: its question's and its answers', at the end those of the last answer."""
    if found.question is None:
        question, answer = found.path[-1]
        named = [answer.article, *question.articles]
    else:
        named = [*found.question.articles, *(offer.answer.article for offer in found.offers)]
    return [article for article in dict.fromkeys(named) if article is not None]


@cache
def _questions() -> tuple[Question, ...]:
    return load_decision()


@cache
def _articles() -> dict[int, str]:
    return load_articles()
