"""The words: what each kind says under which law, and how a broken wording file is named."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from hallclient.documents.kinds import COMMON, FOLDER, WordingBroken, load_kinds
from hallclient.documents.money import capitals
from hallclient.documents.samples import sample_facts
from hallclient.documents.wording import compose
from hallclient.domain.law.remedies import RemedyClass, remedy_paragraph
from hallclient.domain.outcomes import Outcome
from hallclient.reference import load_remedies

KINDS = load_kinds()


def words(code: str, **facts: object) -> str:
    given = {name: value for name, value in {**sample_facts(KINDS[code]), **facts}.items() if value is not None}
    return "\n".join(piece.text for piece in compose(KINDS[code], given).pieces)


def test_a_receipt_promises_the_date_when_the_calendar_is_announced() -> None:
    assert "本机关将在2026年3月30日前答复；" in words("P01")


def test_a_receipt_beyond_the_announced_calendar_promises_working_days() -> None:
    text = words("P01", due_on=None, due_provisional=date(2027, 1, 15))

    assert "自收到申请之日起20个工作日内答复（按现有工作日历推算为2027年1月15日，以国务院节假日安排为准）" in text
    assert "将在2027年1月15日前" not in text


@pytest.mark.parametrize(
    ("received", "article", "foreign"),
    [
        (date(2019, 5, 14), "（国务院令第492号）第二十四条", "第三十三条"),
        (date(2019, 5, 15), "《中华人民共和国政府信息公开条例》第三十三条", "第二十四条"),
    ],
)
def test_the_receipt_cites_the_law_of_its_receipt_date(received: date, article: str, foreign: str) -> None:
    text = words("P01", received_on=received, submitted_on=received)

    assert article in text
    assert foreign not in text


@pytest.mark.parametrize(
    ("code", "old", "new"),
    [("A01", "第二十一条第（一）项", "第三十六条第（二）项"), ("A02", "第二十一条第（一）项", "第三十六条第（一）项")],
)
def test_replies_cite_the_law_of_the_receipt_date(code: str, old: str, new: str) -> None:
    assert old in words(code, received_on=date(2019, 5, 14))
    assert new in words(code, received_on=date(2019, 5, 15))


@pytest.mark.parametrize(("issued", "limit"), [(date(2015, 4, 30), "3个月"), (date(2015, 5, 1), "6个月")])
def test_the_limit_of_a_direct_suit_follows_the_date_of_issue(issued: date, limit: str) -> None:
    text = words("A01", issued_on=issued)

    assert f"也可以自收到本答复之日起{limit}内直接向示例市示例区人民法院提起行政诉讼" in text


@pytest.mark.parametrize("remedy", [RemedyClass.EITHER, RemedyClass.RECONSIDERATION_FIRST, RemedyClass.MIXED])
@pytest.mark.parametrize("issued", [date(2009, 1, 5), date(2015, 4, 30), date(2023, 12, 31), date(2024, 1, 1)])
@pytest.mark.parametrize("url", ["", "https://fy.example.gov.cn"])
def test_a_document_says_the_remedy_the_law_says(tmp_path: Path, remedy: RemedyClass, issued: date, url: str) -> None:
    kind = load(tmp_path, remedy=f'"{remedy.value}"', more='[[versions.body]]\nblock = "remedy"')
    given = {**sample_facts(kind), "issued_on": issued, "reconsideration_url": url}
    law = remedy_paragraph(
        remedy, issued, str(given["reconsideration_body"]), str(given["court"]), load_remedies(), online=url
    )

    assert compose(kind, given).pieces[-1].text == law


def test_every_reply_has_the_remedy_class_of_its_outcome() -> None:
    classes = load_remedies().classes

    for kind in KINDS.values():
        # P13 confirms the applicant's own act: nothing was decided that could be contested. A18 goes item by item: the
        # remedy follows from all of them (test_item_letters).
        for outcome in kind.outcomes if kind.code not in ("P13", "A18") else ():
            assert classes[Outcome(outcome)] == kind.remedy, kind.code


def test_the_online_channel_stands_only_where_it_is_known() -> None:
    assert "互联网" not in words("A01")
    assert "可以通过互联网提交：https://fy.example.gov.cn。" in words(
        "A01", reconsideration_url="https://fy.example.gov.cn"
    )


def test_the_privacy_notice_stands_on_receipts_since_the_law_is_in_force() -> None:
    for code in ("P01", "P02", "P15"):
        assert "个人信息处理告知" in words(code)
        assert "个人信息处理告知" not in words(code, issued_on=date(2021, 10, 31))


def test_an_organisation_is_addressed_as_one() -> None:
    text = words("P01", you="你单位")

    assert text.startswith("你单位于2026年3月2日当面向本机关提出")
    assert "你单位可凭申请编号查询" in text


def test_a_full_stop_given_is_not_doubled() -> None:
    assert "申请内容为：请公开预算。\n" in words("P01", subject="请公开预算。")
    assert "申请内容为：请公开预算。\n" in words("P01", subject="请公开预算")


def test_a_page_count_not_known_is_left_out() -> None:
    assert "，共16页（见附件）。" in words("A01")
    assert "号）（见附件）。" in words("A01", pages=None)


@pytest.mark.parametrize(
    ("handling", "sentence"),
    [
        ("referred", "该事项已转示例市城市管理局办理，答复期限为2026年3月9日。"),
        ("hotline", "该事项已转12345政务服务便民热线办理。"),
        ("petition", "该事项属于信访事项，请向示例市城市管理局提出。"),
        ("redirected", "该事项请向示例市城市管理局提出。"),
        ("not_accepted", "该事项不属于本窗口受理范围。请向示例市城市管理局提出。"),
        ("application", "该事项属于政府信息公开申请事项，按照依申请公开程序办理。"),
        (None, "该事项正在办理，将在2026年3月9日前答复。"),
    ],
)
def test_a_walk_in_receipt_says_how_the_matter_is_handled(handling: str | None, sentence: str) -> None:
    assert sentence in words("P15", handling=handling)


def test_exactly_the_chosen_box_is_ticked() -> None:
    line = next(line for line in words("P15", handling="referred").split("\n") if line.startswith("处理方式"))

    assert line == "处理方式：\ue000当场答复　\ue001转办　\ue000告知其他途径"


def test_every_kind_has_what_lists_and_registers_ask_of_it() -> None:
    assert {code: kind.series for code, kind in KINDS.items() if code in ("P01", "P14", "P15", "A01")} == {
        "P01": "回",
        "P14": "送",
        "P15": "",
        "A01": "依申请",
    }
    assert KINDS["A01"].outcomes == ("granted",)
    assert KINDS["P15"].register == "enquiry"


KIND = """
code = "X01"
title = "示例告知书"
class = "other"
series = ""
register = "application"
act = ""
remedy = "N"
{facts}
[[versions]]
id = "X01-1"
effective_from = 2020-01-01
[[versions.body]]
text = "{text}"
{more}
"""


def load(folder: Path, *, text: str = "你好{subject}。", facts: str = "", more: str = "", **changes: str) -> object:
    (folder / "common.toml").write_text((FOLDER / COMMON).read_text("utf-8"), "utf-8")
    content = KIND.replace("{facts}", facts).replace("{text}", text).replace("{more}", more)
    for key, value in changes.items():
        content = "\n".join(f"{key} = {value}" if line.startswith(f"{key} =") else line for line in content.split("\n"))
    (folder / "X01.toml").write_text(content, "utf-8")
    return load_kinds(folder)["X01"]


@pytest.mark.parametrize(
    ("changes", "problem"),
    [
        ({"text": "你好{unheard_of}。"}, "unknown slot unheard_of"),
        ({"text": "你好{subject。"}, "a brace that opens no slot"),
        ({"text": "{form:box(gold)}"}, "form cannot be gold"),
        ({"text": "{subject:capital}"}, "only money has capitals"),
        ({"title": '""'}, "title is missing"),
        ({"code": '"X02"'}, "code must be X01"),
        ({"act": '"dance"'}, "unknown act dance"),
        ({"remedy": '"mercy"'}, "unknown remedy class mercy"),
        ({"remedy": '"A"'}, "belong together"),
        ({"register": '"diary"'}, "register is application or enquiry"),
        ({"facts": '[facts]\nspare = { label = "多余", type = "text" }'}, "fact spare is never used"),
        ({"facts": '[facts]\nspare = { label = "多余", type = "poem" }'}, "needs a label and a type"),
        ({"facts": '[facts]\nspare = { label = "多余", type = "choice" }'}, "a choice has choices"),
        ({"more": 'wehn = "subject"'}, "unknown key wehn"),
        ({"more": 'when = "unheard_of"'}, "unknown slot unheard_of"),
        ({"more": 'when = "form=gold"'}, "form cannot be gold"),
        ({"more": "continues = true"}, "the first paragraph continues nothing"),
        ({"more": 'style = "loud"'}, "unknown style loud"),
        ({"more": 'each = "subject"'}, "no fact of type list"),
        ({"more": '[[versions.body]]\nblock = "nowhere"'}, "unknown block nowhere"),
        ({"id": "7"}, "a version has an id"),
        ({"more": "= ="}, "cannot be read"),
    ],
)
def test_a_broken_wording_file_is_named_with_its_fault(tmp_path: Path, changes: dict[str, str], problem: str) -> None:
    with pytest.raises(WordingBroken) as trouble:
        load(tmp_path, **changes)

    assert trouble.value.file == "X01.toml"
    assert problem in trouble.value.problem


def test_a_sound_new_kind_needs_one_file_only(tmp_path: Path) -> None:
    facts = '[facts]\nfee = { label = "金额", type = "money" }\nitems = { label = "事项", type = "list" }'
    more = 'each = "items"\n[[versions.body]]\ntext = "合计人民币{fee:capital}（¥{fee}）。"'
    kind = load(tmp_path, text="（{n}）{item}", facts=facts, more=more)
    given = {**sample_facts(kind), "items": ("补充姓名", "补充文号"), "fee": Decimal("380")}

    pieces = [piece.text for piece in compose(kind, given).pieces]

    assert pieces == ["（1）补充姓名", "（2）补充文号", "合计人民币叁佰捌拾元整（¥380.00）。"]


def test_the_wording_in_force_on_the_day_of_issue_is_used(tmp_path: Path) -> None:
    newer = '[[versions]]\nid = "X01-2"\neffective_from = 2027-01-01\n[[versions.body]]\ntext = "新词{subject}。"'
    kind = load(tmp_path, more=newer)

    assert kind.version == "X01-2"
    assert kind.on(date(2026, 12, 31)).version == "X01-1"
    assert kind.on(date(2027, 1, 1)).version == "X01-2"
    assert kind.on(date(1999, 1, 1)).version == "X01-1"


@pytest.mark.parametrize(
    ("yuan", "words"),
    [
        ("0", "零元整"),
        ("0.05", "伍分"),
        ("0.50", "伍角整"),
        ("10", "壹拾元整"),
        ("380.00", "叁佰捌拾元整"),
        ("1409.50", "壹仟肆佰零玖元伍角整"),
        ("6007.14", "陆仟零柒元壹角肆分"),
        ("325.04", "叁佰贰拾伍元零肆分"),
        ("37000", "叁万柒仟元整"),
        ("107000.53", "壹拾万柒仟元伍角叁分"),
        ("100000001", "壹亿零壹元整"),
        ("16409.02", "壹万陆仟肆佰零玖元零贰分"),
    ],
)
def test_amounts_in_capitals(yuan: str, words: str) -> None:
    assert capitals(Decimal(yuan)) == words
