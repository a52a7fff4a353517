"""A letter reads word for word as the law of its day wants it, either side of 2019-05-15 and of 2024-01-01."""

from datetime import date

import pytest

from tests.documents import letters


@pytest.mark.parametrize("name", letters.CASES)
def test_a_letter_reads_as_it_was_signed_off(name: str) -> None:
    assert letters.text_of(*letters.CASES[name]) == letters.path_of(name).read_text("utf-8")


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
