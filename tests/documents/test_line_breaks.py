"""Chinese lines break where a document officer would break them."""

from itertools import pairwise

import pytest

from hallclient.documents import fonts
from hallclient.documents.layout import BODY_SIZE, CHARACTERS, TRACKING, TYPE_WIDTH
from hallclient.documents.lines import NEVER_FIRST, NEVER_LAST, break_lines

TEXT = (
    "会议要求，各单位：一是认真准备；二是按时参会！三是做好“保障”工作？"
    "四是《通知》精神，五是（含乡镇）场馆，六是安全、消防。"
)


def lines(text: str, width: float = TYPE_WIDTH, indent: float = 0.0) -> list[str]:
    found = break_lines(text, chain=fonts.BODY_CHAIN, size=16, width=width, tracking=0.0, indent=indent)
    return [line.text for line in found]


@pytest.mark.parametrize("width", range(160, 460, 7))
def test_no_line_starts_with_closing_or_ends_with_opening_punctuation(width: int) -> None:
    broken = lines(TEXT * 6, width)

    assert [line for line in broken if line[0] in NEVER_FIRST] == []
    assert [line for line in broken[:-1] if line[-1] in NEVER_LAST] == []
    assert "".join(broken) == TEXT * 6


@pytest.mark.parametrize("width", range(300, 460, 7))
def test_an_identity_number_is_never_torn(width: int) -> None:
    number = "11010519491231002X"
    broken = lines(f"身份证号码为{number}的申请人于上午到达窗口，" * 8, width)

    assert sum(line.count(number) for line in broken) == 8


def test_a_dash_of_two_is_never_torn() -> None:
    for width in range(160, 300, 7):
        assert [line for line in lines("说明——依申请公开", width) if line.endswith("—") != line.endswith("——")] == []


def test_a_web_address_longer_than_a_line_is_cut_at_a_joint() -> None:
    broken = lines("网址：https://www.example.gov.cn/zwgk/fdzdgknr/2025/0401/12345/index-of-all-documents.html")

    assert len(broken) > 1
    assert all(line[-1] in "/-_.?&=：" for line in broken[:-1])


def test_a_word_without_any_joint_is_cut_rather_than_lost() -> None:
    word = "A" * 500

    assert "".join(lines(word)) == word


def test_a_page_of_the_standard_holds_28_characters_a_line() -> None:
    broken = break_lines("国" * 280, chain=fonts.BODY_CHAIN, size=BODY_SIZE, width=TYPE_WIDTH, tracking=TRACKING)

    assert [len(line.text) for line in broken] == [CHARACTERS] * 10


def test_a_full_line_is_justified_and_a_last_line_is_not() -> None:
    first, last = break_lines("国务院2026" * 10, chain=fonts.BODY_CHAIN, size=16, width=TYPE_WIDTH)[:2]

    assert first.tracking > 0
    assert first.width + first.tracking * (len(first.text) - 1) == pytest.approx(TYPE_WIDTH)
    assert last.tracking == 0


def test_a_new_line_in_a_text_starts_an_indented_paragraph() -> None:
    found = break_lines("第一段\n第二段", chain=fonts.BODY_CHAIN, size=16, width=400, indent=32)

    assert [(line.text, line.indent) for line in found] == [("第一段", 32), ("第二段", 32)]


def test_a_character_missing_in_one_face_comes_from_the_next() -> None:
    (line,) = break_lines("王㛃你好", chain=fonts.BODY_CHAIN, size=16, width=400)

    assert line.runs == ((fonts.FANG_SONG, "王"), (fonts.SERIF, "㛃"), (fonts.FANG_SONG, "你好"))


def test_an_empty_text_is_one_empty_line() -> None:
    assert lines("") == [""]


@pytest.mark.parametrize("width", range(200, 460, 5))
def test_a_number_keeps_what_it_counts_and_a_citation_its_item(width: int) -> None:
    broken = lines("本机关于2026年3月12日收到，共16页，依据第三十六条第（三）项，计2000元。" * 5, width)

    for line, after in pairwise(broken):
        assert not (line[-1].isdigit() and after[0] in "年月日页元"), (line, after)
        assert not (line[-1] == "）" and after[0] == "项")


@pytest.mark.parametrize("length", range(20, 90))
def test_one_character_alone_never_makes_the_last_line(length: int) -> None:
    broken = lines("改" * length + "。", indent=32)

    assert "".join(broken) == "改" * length + "。"
    assert len(broken) == 1 or len(broken[-1]) > 2


@pytest.mark.parametrize("before", range(20))
def test_a_web_address_is_cut_after_a_stroke_rather_than_leave_a_line_empty(before: int) -> None:
    text = "网" * before + "（www.example.gov.cn/zwgk/2025/0401/12345.html）获取，索引号：000014349/2025-00012。"
    broken = lines(text)

    assert all(len(line) > 20 or line.endswith(("/", "：", "，")) for line in broken[:-1])
    assert any("000014349/2025-00012" in line for line in broken)
