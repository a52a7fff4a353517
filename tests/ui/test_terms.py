"""Every official term is listed once for the translators, and has its English."""

import ast

import pytest

from hallclient.domain.register.kinds import Handling
from hallclient.ui import terms as module
from hallclient.ui.terms import LISTED, label
from tests.ui import vocabulary


def test_every_term_is_listed_for_the_translators() -> None:
    assert sorted({term.label for term in vocabulary.terms()} - set(LISTED)) == []


def test_nothing_is_listed_that_is_no_term() -> None:
    assert sorted(set(LISTED) - {term.label for term in vocabulary.terms()}) == []


def test_no_word_is_listed_twice() -> None:
    assert len(LISTED) == len(set(LISTED))


def test_lupdate_finds_every_word_listed() -> None:
    assert vocabulary.texts("terms") == set(LISTED)
    assert all(isinstance(call.args[1], ast.Constant) for _, call in vocabulary.calls("noop"))
    assert module.__file__ is not None


def test_every_term_has_its_english() -> None:
    assert sorted(set(LISTED) ^ set(vocabulary.english("terms"))) == []


@pytest.mark.parametrize("term", list(Handling), ids=str)
def test_the_source_language_shows_the_official_label(term: Handling) -> None:
    assert label(term) == term.label
