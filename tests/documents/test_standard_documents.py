"""Every standard document holds what it must hold (domain 4.3), and no paper for others tells who applied."""

import re
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from hallclient.documents.facts import ApplicantTold, check_privacy
from hallclient.documents.kinds import COMMON, FOLDER, DocumentKind, WordingBroken, load_kinds
from hallclient.documents.samples import sample_facts
from hallclient.documents.wording import FactMissing, Wording, compose
from hallclient.domain.outcomes import Outcome
from tests.documents.test_document_facts import APPLICATION, PERSON

KINDS = load_kinds()
NOTICES = [f"P{n:02d}" for n in range(1, 16)]
REPLIES = ["A01", "A02", "A03", *[f"A04-{n}" for n in range(1, 8)], *[f"A{n:02d}" for n in range(5, 19)]]
LETTERS = [code for code in [*NOTICES, *REPLIES] if KINDS[code].sealed and KINDS[code].register == "application"]
FOR_OTHERS = ["P06", "P07", "P09", "P10", "P11"]
# No article speaks of them: an inner letter of help, a withdrawal, and 确认或重新出具 (表三 (五)5).
WITHOUT_ARTICLE = {"P11", "P13", "A14"}
REMEDY = re.compile(r"申请行政复议.*提起行政诉讼")
# Why: the sentence that withholds, declines, asks to correct or to wait (3.3.3 to 3.3.5, 补正, 延期).
REASONS = {
    "A03": "理由为：资料载有", "A04-1": "属于依法确定的国家秘密",
    "A04-2": "依据《中华人民共和国统计法》第二十五条，该信息禁止公开",
    "A04-3": "可能危及国家安全，理由为：", "A04-4": "第三方不同意公开且理由成立", "A04-5": "人事管理方面的内部事务信息",
    "A04-6": "形成的讨论记录", "A04-7": "属于行政执法案卷信息",
    "A05": "第二十五条对查询另有规定", "A06": "未查到你申请的信息",
    "A07": "不属于本机关负责公开，理由为：", "A08": "没有现成信息", "A09": "未说明项目名称和年份",
    "A10": "实为信访事项",
    "A11": "与本次申请的信息相同", "A12": "是公开出版物", "A13": "所述理由不合理：", "A14": "不属于获取政府信息",
    "A15": "未补正且未说明正当理由", "A16": "前未缴纳", "P03": "1.申请内容不明确", "P05": "因所申请的信息数量较大",
}  # fmt: skip


def composed(code: str, **facts: object) -> Wording:
    given = {**sample_facts(KINDS[code]), **facts}
    return compose(KINDS[code], {name: value for name, value in given.items() if value is not None})


def text(words: Wording) -> str:
    return "\n".join(f"{piece.label}{piece.text}" for piece in words.pieces)


def test_every_standard_document_is_there() -> None:
    assert sorted(KINDS) == sorted([*NOTICES, *REPLIES])


@pytest.mark.parametrize("code", LETTERS)
def test_a_letter_holds_its_mandatory_elements(code: str) -> None:
    kind, words = KINDS[code], composed(code)

    assert words.agency == "示例市政务服务和数据管理局"
    assert words.heading
    assert words.document_number == f"示政数{kind.series}〔2026〕17号"
    assert words.addressee
    assert words.number
    assert "联系人：李示例　联系电话：0000-8888 1234" in words.contact
    assert words.sealed
    assert words.dated == "2026年3月2日"
    assert code in WITHOUT_ARTICLE or re.search(
        r"《中华人民共和国政府信息公开条例》第[一二三四五六七八九十]+条", text(words)
    )
    if kind.recipient == "addressee":
        for wanted in ("2026年3月2日当面", "SL01-W01-S2026-00017", "本机关于2026年3月2日收到"):
            assert wanted in text(words), wanted
        assert "申请内容为：" in text(words) or "要求更正的记录为：" in text(words)
    assert REASONS.get(code, "") in text(words)


@pytest.mark.parametrize("code", LETTERS)
def test_replies_name_the_remedy_and_procedural_notices_none(code: str) -> None:
    found = REMEDY.search(text(composed(code)))

    assert bool(found) == (code.startswith("A") or code == "P09")


@pytest.mark.parametrize("code", [code for code in LETTERS if KINDS[code].recipient == "addressee"])
@pytest.mark.parametrize("name", ["number", "received_on", "channel", "document_number", "agency_contact", "issued_on"])
def test_a_letter_that_lacks_an_element_is_refused_and_says_which(code: str, name: str) -> None:
    with pytest.raises(FactMissing) as refused:
        composed(code, **{name: None})

    assert name in refused.value.fields


@pytest.mark.parametrize("code", REPLIES)
def test_a_reply_without_court_or_reconsideration_body_is_refused(code: str) -> None:
    with pytest.raises(FactMissing) as refused:
        composed(code, court=None, reconsideration_body=None)

    assert set(refused.value.fields) == {"court", "reconsideration_body"}


@pytest.mark.parametrize("code", FOR_OTHERS)
def test_a_paper_for_others_never_tells_who_applied(code: str) -> None:
    kind = KINDS[code]
    mine = {
        "applicant": "欧阳示例", "addressee": "欧阳示例女士", "identity": "11010519491231002X", "phone": "010-00000000",
        "address": "幸福路88号", "email": "ou@example.cn", "agent": "王代理", "legal_representative": "赵法定",
        "subject": "我家的申请原文", "materials": "身份证复印件", "you": "你",
    }  # fmt: skip
    words = composed(code, **mine)
    said = "\n".join([text(words), words.addressee, words.contact, words.heading])

    for secret in (
        "欧阳",
        "11010519491231002X",
        "010-00000000",
        "88号",
        "ou@",
        "王代理",
        "赵法定",
        "申请原文",
        "身份证",
    ):
        assert secret not in said
    assert not set(mine) & set(kind.facts)


@pytest.mark.parametrize("slot", ["applicant", "subject", "phone", "addressee", "agent"])
def test_no_wording_can_put_the_applicant_into_a_paper_for_others(tmp_path: Path, slot: str) -> None:
    (tmp_path / COMMON).write_text((FOLDER / COMMON).read_text("utf-8"), "utf-8")
    broken = (FOLDER / "P10.toml").read_text("utf-8").replace("由本机关牵头", f"由本机关牵头（{{{slot}}}）")
    (tmp_path / "P10.toml").write_text(broken, "utf-8")

    with pytest.raises(WordingBroken) as trouble:
        load_kinds(tmp_path)

    assert slot in trouble.value.problem


@pytest.mark.parametrize("typed", ["欧阳示例申请的资料", "11010519491231002X", "电话13800001234"])
def test_what_is_typed_for_a_third_party_must_not_tell_who_applied(typed: str) -> None:
    application = replace(APPLICATION, applicant=replace(PERSON, phone="13800001234"))

    check_privacy(KINDS["A01"], application, {"information": typed})
    check_privacy(KINDS["P06"], application, {"information_name": "验收资料"})
    with pytest.raises(ApplicantTold) as refused:
        check_privacy(KINDS["P06"], application, {"third_party": "某公司", "information_name": typed})

    assert refused.value.fields == ("information_name",)
    assert refused.value.labels == ("信息名称",)


def test_kinds_the_2007_text_did_not_know_say_so() -> None:
    young = {code for code, kind in KINDS.items() if not kind.governs(date(2019, 5, 14))}

    assert young == {
        "P04", "P10", "P12", "A04-5", "A04-6", "A04-7", "A05", "A08", "A09", "A10", "A11", "A12", "A13", "A14", "A15",
        "A16",
    }  # fmt: skip
    assert all(kind.governs(date(2019, 5, 15)) for kind in KINDS.values())


def test_every_leaf_of_table_three_has_its_letter() -> None:
    answered = {outcome for kind in KINDS.values() for outcome in kind.outcomes}

    assert answered == {outcome.value for outcome in Outcome}
    assert KINDS["A17"].outcomes == ()


def test_a_fee_is_written_in_capitals_too() -> None:
    said = text(composed("P12", fee=Decimal("1409.50")))

    assert "合计人民币壹仟肆佰零玖元伍角整（¥1409.50）" in said
    assert "自收到本通知次日起20个工作日内（2026年4月2日前）" in said
    assert "20个工作日内通过" in text(composed("P12", payment_due=None))


@pytest.mark.parametrize(
    ("facts", "sentence"),
    [
        ({}, "情况属实，已更正为：1990年3月7日。依据"),
        ({"correction_result": "transferred", "transferred_to": "市社保中心"}, "职能范围，已转送市社保中心处理。依据"),
        (
            {"correction_result": "refused", "why_not_corrected": "无原始凭证"},
            "证据不足，不予更正，理由为：无原始凭证。依据",
        ),
    ],
)
def test_a_correction_of_records_tells_its_result(facts: dict[str, object], sentence: str) -> None:
    assert sentence in text(composed("A17", **facts))


def test_an_extension_beyond_the_announced_calendar_promises_no_date() -> None:
    said = text(composed("P05", extended_due=None, extended_provisional=date(2027, 1, 15)))

    assert "延长20个工作日，按现有工作日历推算至2027年1月15日，以国务院节假日安排为准。" in said
    with pytest.raises(FactMissing):
        composed("P05", extended_due=None)


def test_the_remedy_of_an_administrative_query_can_be_chosen() -> None:
    assert "6个月内直接" in text(composed("A05"))
    assert "6个月内直接" in text(composed("A05", remedy_way="either"))
    first = text(composed("A05", remedy_way="first"))
    assert "60日内先向" in first
    assert "直接" not in first


@pytest.mark.parametrize(
    ("ground", "article"),
    [
        ("state_secret", "第三十七条和第十四条，不予公开"),
        ("third_party", "第三十七条和第十五条，不予公开"),
        ("internal", "第三十七条和第十六条第一款，不予公开"),
        ("enforcement", "第三十七条和第十六条第二款，不予公开"),
    ],
)
def test_a_partial_reply_cites_the_article_of_its_ground(ground: str, article: str) -> None:
    assert article in text(composed("A03", ground=ground))


def test_marks_typed_round_a_title_are_not_doubled() -> None:
    assert "公开出版物《统计年鉴》，" in text(composed("A12", publication="《统计年鉴》"))
    assert "公开出版物《统计年鉴》，" in text(composed("A12", publication="统计年鉴"))


def test_the_word_of_each_series_is_the_registers() -> None:
    series = {code: KINDS[code].series for code in NOTICES}

    assert series == {
        "P01": "回", "P02": "", "P03": "补", "P04": "理", "P05": "延", "P06": "征", "P07": "", "P08": "知", "P09": "知",
        "P10": "征", "P11": "协", "P12": "费", "P13": "撤", "P14": "送", "P15": "",
    }  # fmt: skip
    assert {KINDS[code].series for code in REPLIES} == {"依申请"}


def test_only_the_2019_law_lets_an_uncorrected_application_lapse() -> None:
    assert "视为放弃申请" in text(composed("P03"))
    assert "视为放弃" not in text(composed("P03", received_on=date(2019, 5, 14)))


def needs(kind: DocumentKind) -> set[str]:
    return {need.name for need in kind.needs if need.required}


def test_what_only_one_version_of_the_law_asks_is_not_required_of_all() -> None:
    assert "consultation_days" not in needs(KINDS["P06"])
    assert "consultation_days" in needs(KINDS["P10"])
    assert {"information", "form"} <= needs(KINDS["A01"])
