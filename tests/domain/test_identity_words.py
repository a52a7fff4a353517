"""Does every identity speak Chinese wherever it is printed, and the window the same words?"""

import pytest

from hallclient.domain.figures.identities import Result, check
from hallclient.domain.figures.identity_words import WORDS, identity_name
from hallclient.storage.figures import lines
from hallclient.ui.figure_words import identity_name as shown

OTHERS = ("records", "members:enquiries", "numbers:SQ01-W01-S", "continuity", "recount")
IDS = [*(result.id for result in check({}, lines(), lambda _code: ())), *OTHERS]


@pytest.mark.parametrize("identity", IDS)
def test_every_identity_has_its_words(identity: str) -> None:
    said = identity_name(identity, lines())
    assert said != identity
    assert "parts" not in said
    assert "{" not in said
    assert shown(Result(id=identity), lines()) == said


def test_no_words_are_left_over() -> None:
    assert len({identity_name(identity, lines()) for identity in IDS}) == len(IDS)
    assert {"parts", "balance", "balance.kind"} | {one.split(":")[0] for one in OTHERS} == set(WORDS)
