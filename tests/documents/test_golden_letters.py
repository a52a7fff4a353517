"""A letter reads word for word as the law of its day wants it, either side of 2019-05-15 and of 2024-01-01."""

from datetime import date

import pytest

from hallclient.documents.kinds import load_kinds
from hallclient.documents.wording import chinese_date, compose
from tests.documents import letters


@pytest.mark.parametrize("name", letters.CASES)
def test_a_letter_reads_as_it_was_signed_off(name: str) -> None:
    assert letters.text_of(*letters.CASES[name]) == letters.path_of(name).read_text("utf-8")


def differs(code: str, before: tuple[date, date], after: tuple[date, date]) -> bool:
    """Tell whether a kind's words differ between two pairs of receipt and issue (its own dates taken out)."""
    said = []
    for received, issued in (before, after):
        kind, facts = letters.letter(code, received, issued)
        text = "\n".join(piece.text for piece in compose(kind, facts).pieces)
        for day in (received, issued):
            text = text.replace(chinese_date(day), "")
        said.append(text)
    return said[0] != said[1]


@pytest.mark.slow  # every kind, drawn under each law
def test_every_letter_whose_words_change_with_the_law_is_here() -> None:
    kinds = [code for code, kind in load_kinds().items() if kind.register == "application"]
    old, new = letters.RECEIVED
    early, late = letters.ISSUED
    by_receipt = {
        code
        for code in kinds
        if load_kinds()[code].governs(old) and differs(code, (old, date(2020, 1, 2)), (new, date(2020, 1, 2)))
    }
    filed = date(2023, 12, 20)
    by_issue = {code for code in [*kinds, "A05-first"] if differs(code, (filed, early), (filed, late))}

    assert by_receipt == set(letters.BY_RECEIPT)
    assert by_issue == set(letters.BY_ISSUE)
    assert not by_issue & set(letters.UNCHANGED)


def test_no_golden_letter_is_left_over() -> None:
    assert {path.stem for path in letters.FOLDER.iterdir()} == set(letters.CASES)


@pytest.mark.parametrize("code", letters.BY_RECEIPT)
def test_no_letter_mixes_the_two_versions_of_the_law(code: str) -> None:
    old, new = (letters.text_of(code, day, day).replace("\n", "") for day in letters.RECEIVED)

    assert "国务院令第492号" in old
    assert "国务院令第492号" not in new
    for article in ("第三十条", "第三十二条", "第三十三条", "第三十六条", "第三十七条", "第四十一条", "第十五条"):
        assert article not in old


def test_reconsideration_comes_first_only_in_documents_of_2024() -> None:
    for code in ("A04-1", "A04-7"):
        before, after = (letters.text_of(code, date(2023, 12, 20), day).replace("\n", "") for day in letters.ISSUED)
        assert "6个月内直接" in before
        assert "应当自收到本决定之日起60日内先向" in after
        assert "直接" not in after
