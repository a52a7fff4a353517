"""What cannot be printed is named before it reaches paper (features 34, idea 8)."""

from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from hallclient.documents import fonts, glyphs
from hallclient.documents.fonts import FontMissing
from hallclient.documents.glyphs import UnprintableText

RARE = "𬭎㛃〇·䶮𬱖𠅤㵘𫖯𬘡𬭼𣲗喆堃龑（）［］：；，。ＡＢ１２￥¥№℃㎡"


@pytest.mark.parametrize("name", [*fonts.BODY_CHAIN, fonts.TITLE])
def test_coverage_is_what_the_fonts_character_map_says(name: str) -> None:
    firsts, lasts = glyphs.coverage(name)
    covered = {point for first, last in zip(firsts, lasts, strict=True) for point in range(first, last + 1)}

    with TTFont(fonts.path_of(name)) as font:
        assert covered == set(font.getBestCmap())


def test_rare_names_and_signs_can_be_printed() -> None:
    assert glyphs.missing(RARE) == []


def test_what_no_font_has_is_named_once_by_its_code_point() -> None:
    assert glyphs.missing("甲\U000323af乙😀\U000323af\x07") == [
        ("\U000323af", "U+323AF"),
        ("😀", "U+1F600"),
        ("\x07", "U+0007"),
    ]


def test_leftovers_of_copying_are_dropped_and_not_refused() -> None:
    assert glyphs.missing("甲\u200b乙\ufeff\t丙\u00a0丁\r\n戊") == []
    assert glyphs.tidy("甲\u200b乙\ufeff\t丙\u00a0丁\r\n戊") == "甲乙 丙 丁\n戊"


def test_our_own_check_boxes_cannot_come_from_a_text() -> None:
    assert glyphs.missing("\ue000") == [("\ue000", "U+E000")]


def test_the_refusal_names_the_fields_and_the_code_points_only() -> None:
    with pytest.raises(UnprintableText) as refused:
        glyphs.require({"applicant": "张\U000323af", "subject": "好", "address": "😀路"})

    assert refused.value.fields == ("applicant", "address")
    assert refused.value.characters == ("U+323AF", "U+1F600")
    assert "张" not in f"{refused.value} {refused.value!r}"


def test_two_refusals_do_not_share_their_fields() -> None:
    first, second = UnprintableText(("U+0001",), ("a",)), UnprintableText(("U+0002",), ("b",))

    assert (first.fields, second.fields, UnprintableText.fields) == (("a",), ("b",), ())


def test_a_run_falls_back_face_by_face_and_ends_with_a_visible_sign() -> None:
    assert glyphs.runs("王㛃\U000323af", fonts.BODY_CHAIN) == [
        (fonts.FANG_SONG, "王"),
        (fonts.SERIF, "㛃"),
        (fonts.FANG_SONG, "〓"),
    ]


@pytest.fixture
def no_fonts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(fonts, "FOLDER", tmp_path)
    monkeypatch.setattr(fonts, "_loaded", {})
    glyphs.coverage.cache_clear()
    glyphs.face_for.cache_clear()
    yield tmp_path
    glyphs.coverage.cache_clear()
    glyphs.face_for.cache_clear()


def test_a_missing_font_file_is_trouble_that_names_it(no_fonts: Path) -> None:
    with pytest.raises(FontMissing) as coverage:
        glyphs.missing("甲")
    with pytest.raises(FontMissing) as loading:
        fonts.load(fonts.SERIF)

    assert coverage.value.path == str(no_fonts / "HallFangSong.ttf")
    assert loading.value.path == str(no_fonts / "NotoSerifSC-Regular.ttf")


def test_a_broken_font_file_is_trouble_too(no_fonts: Path) -> None:
    (no_fonts / "HallFangSong.ttf").write_bytes(b"not a font")

    with pytest.raises(FontMissing):
        glyphs.coverage(fonts.FANG_SONG)
    with pytest.raises(FontMissing):
        fonts.load(fonts.FANG_SONG)
