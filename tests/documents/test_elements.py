"""What the law asks of a document stands in every document of its kind, or no document is drawn (domain 4.3)."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from hallclient.documents.document_kind import DocumentKind
from hallclient.documents.elements import lacking
from hallclient.documents.kinds import COMMON, FOLDER, WordingBroken, kind_readers, load_kinds
from hallclient.documents.render import render
from hallclient.documents.samples import sample_facts
from hallclient.documents.wording import ElementMissing, FactMissing, FactUnreadable, compose
from hallclient.domain.register.kinds import ApplicationChannel, DeliveryMethod
from hallclient.reference import load_outcomes
from tests.documents.test_document_facts import AGENCY, APPLICATION

KINDS = load_kinds()
REPLIES = [code for code, kind in KINDS.items() if kind.paper == "reply"]


def edited(folder: Path, code: str, old: str, new: str, *, common: str = "") -> dict[str, DocumentKind]:
    """Load one kind with a text replaced."""
    (folder / COMMON).write_text((FOLDER / COMMON).read_text("utf-8"), "utf-8")
    text = (FOLDER / f"{code}.toml").read_text("utf-8")
    assert old in text
    (folder / f"{code}.toml").write_text(text.replace(old, new), "utf-8")
    return load_kinds(folder)


def test_each_kind_belongs_to_a_class_and_every_reply_is_one() -> None:
    assert {code for code in KINDS if code.startswith("A")} == set(REPLIES)
    assert {code: KINDS[code].paper for code in ("P01", "P06", "P09", "P02", "P15")} == {
        "P01": "notice",
        "P06": "letter",
        "P09": "decision_to_others",
        "P02": "form",
        "P15": "receipt",
    }


def test_the_articles_asked_are_those_of_the_outcome() -> None:
    wanted = {
        code: {wanted for element in kind.elements for wanted in element.wanted if element.received_until is None}
        for code, kind in KINDS.items()
    }

    for entry in load_outcomes():
        for code in (code for code in entry.kinds if code in REPLIES and code not in ("A01", "A02", "A06", "A07")):
            assert set(entry.articles) <= wanted[code], code
    assert "第三十六条第（二）项" in wanted["A01"]
    assert "第三十六条第（一）项" in wanted["A02"]


@pytest.mark.parametrize(
    ("code", "old", "new", "label"),
    [
        ("A06", "第三十六条第（四）项", "", "条款"),
        ("A06", "第二十一条第（三）项", "", "条款"),
        ("A06", "“{keywords}”", "有关词语", "查明情况和处理结论"),
        ("A03", "理由为：{reason}", "理由详见附页", "理由"),
        ("A03", 'when = "ground=process|enforcement"', 'when = "ground=process"', "条款"),
        ("A05", "{query_body}", "有关机构", "获取的方式和途径"),
        ("A17", "，理由为：{why_not_corrected}", "。", "理由"),
        ("P03", "{n}.{item}。", "见附页。", "理由"),
        ("P05", "{previous_due}", "期限", "告知事项"),
        ("P12", "{fee:capital}（¥{fee}）", "若干元", "告知事项"),
        ("P15", "（登记编号：{number}，类别：{kind}）", "", "登记编号"),
    ],
)
def test_a_wording_without_what_the_law_asks_is_refused_when_it_is_read(
    tmp_path: Path, code: str, old: str, new: str, label: str
) -> None:
    with pytest.raises(WordingBroken) as trouble:
        edited(tmp_path, code, old, new)

    # What is left of a fact nobody prints is named first; else the element.
    assert trouble.value.file == f"{code}.toml"
    assert label in trouble.value.problem or "is never used" in trouble.value.problem


@pytest.mark.parametrize(
    ("code", "old", "new", "part"),
    [
        ("A06", 'series = "依申请"', 'series = ""', "文号"),
        ("A06", 'class = "reply"', 'class = "reply"\nsealed = false', "联系人"),
        ("A06", 'class = "reply"', 'class = "reply"\naddressed = false', "称谓"),
        ("P03", 'class = "notice"', 'class = "reply"', "救济途径"),
        ("A06", 'class = "reply"', 'class = "poem"', "unknown class poem"),
    ],
)
def test_the_frame_of_a_document_fits_its_class(tmp_path: Path, code: str, old: str, new: str, part: str) -> None:
    with pytest.raises(WordingBroken) as trouble:
        edited(tmp_path, code, old, new)

    assert part in trouble.value.problem


def test_words_in_force_one_day_only_are_looked_through_for_that_time(tmp_path: Path) -> None:
    later = (
        '[[versions]]\nid = "X-2"\neffective_from = 2027-01-01\n'
        '[[versions.body]]\nblock = "opening"\n[[versions.body]]\ntext = "不存在。"\n'
        '[[versions.body]]\nblock = "remedy"\n'
    )
    text = (FOLDER / "A06.toml").read_text("utf-8")
    (tmp_path / COMMON).write_text((FOLDER / COMMON).read_text("utf-8"), "utf-8")
    (tmp_path / "A06.toml").write_text(f"{text}\n{later}", "utf-8")

    with pytest.raises(WordingBroken) as trouble:
        load_kinds(tmp_path)
    assert trouble.value.problem.startswith("X-2: ")


@pytest.mark.parametrize("code", REPLIES)
def test_a_reply_served_online_names_the_channel_or_is_not_drawn(code: str) -> None:
    kind = KINDS[code]
    online = {**sample_facts(kind), "served_online": "是", "reconsideration_url": "https://fy.example.gov.cn"}

    assert "可以通过互联网提交：https://fy.example.gov.cn" in "".join(
        piece.text for piece in compose(kind, online).pieces
    )
    with pytest.raises(FactMissing) as refused:
        render(kind, {name: value for name, value in online.items() if name != "reconsideration_url"})
    assert refused.value.labels == ("行政复议网上申请渠道",)
    # Before 2024 no law asked for it.
    before = {**online, "issued_on": date(2023, 12, 31), "reconsideration_url": ""}
    assert render(kind, before)


@pytest.mark.parametrize(
    ("channel", "delivery", "worded", "online"),
    [
        (ApplicationChannel.IN_PERSON, DeliveryMethod.EMAIL, "", True),
        (ApplicationChannel.ONLINE, DeliveryMethod.POST, "", False),
        (ApplicationChannel.ONLINE, None, "", False),
        (ApplicationChannel.ONLINE, DeliveryMethod.EMAIL, "collect", False),
        (ApplicationChannel.POST, DeliveryMethod.COLLECT, "电子邮件", True),
    ],
)
def test_what_goes_out_by_email_is_served_online(
    channel: ApplicationChannel, delivery: DeliveryMethod | None, worded: str, online: bool
) -> None:
    from hallclient.documents.facts import facts_for_application

    waiting = type("Deadline", (), {"due": None, "provisional": False, "answer_days": 20})()
    case = replace(APPLICATION, channel=channel, delivery=delivery)
    extra = {"delivery": worded} if worded else {}
    facts = facts_for_application(case, waiting, AGENCY, "周窗口", date(2026, 3, 2), extra)

    assert ("served_online" in facts) is online


def test_the_agency_decides_which_remedy_an_administrative_query_has() -> None:
    from hallclient.documents.facts import facts_for_application

    waiting = type("Deadline", (), {"due": None, "provisional": False, "answer_days": 20})()
    kind = KINDS["A05"]

    def said(way: str, on: date, **extra: str) -> str:
        agency = replace(AGENCY, administrative_query_remedy=way)
        facts = facts_for_application(APPLICATION, waiting, agency, "周窗口", on, extra)
        return "".join(piece.text for piece in compose(kind, {**sample_facts(kind), **facts, "issued_on": on}).pieces)

    for way in ("", "either"):
        assert "6个月内直接" in said(way, date(2026, 3, 2))
    assert "60日内先向" in said("first", date(2026, 3, 2))
    assert "6个月内直接" in said("first", date(2023, 12, 31))
    assert "6个月内直接" in said("first", date(2026, 3, 2), remedy_way="either")


def test_the_right_agency_is_named_with_its_address_or_not_at_all() -> None:
    kind = KINDS["A07"]
    known = sample_facts(kind)
    without = {name: value for name, value in known.items() if name != "competent_contact"}

    with pytest.raises(FactMissing) as refused:
        compose(kind, without)
    assert refused.value.labels == ("负责公开的机关的联系方式",)
    neither = {name: value for name, value in without.items() if name != "competent_agency"}
    assert "建议" not in "".join(piece.text for piece in compose(kind, neither).pieces)


def test_a_document_that_lacks_an_element_is_not_drawn_even_if_its_wording_was_kept() -> None:
    kind = KINDS["A06"]
    body = tuple(block for block in kind.body if "第三十六条第（四）项" not in "".join(map(str, block.parts)))
    poorer = replace(kind, body=body)

    assert {element.label for element in lacking(poorer)} == {"法规名称", "条款", "查明情况和处理结论"}
    with pytest.raises(ElementMissing) as refused:
        render(poorer, sample_facts(kind))
    assert refused.value.labels == ("法规名称", "条款", "查明情况和处理结论")


@pytest.mark.parametrize(
    ("article", "fits"),
    [
        ("第二十五条", True),
        ("第三十五条第二款第（三）项", True),
        ("第35条第2款", True),
        ("第十条之一、第十二条", True),
        ("统计法第二十五条", False),
        ("二十五", False),
    ],
)
def test_an_article_is_written_as_one(article: str, fits: bool) -> None:
    facts = {**sample_facts(KINDS["A04-2"]), "law_article": article}

    if fits:
        assert article in "".join(piece.text for piece in compose(KINDS["A04-2"], facts).pieces)
        return
    with pytest.raises(FactUnreadable) as refused:
        compose(KINDS["A04-2"], facts)
    assert refused.value.expected == "article"


def test_no_two_facts_of_a_kind_bear_the_same_name() -> None:
    for code, reader in kind_readers().items():
        labels = [need.label for need in reader.facts.values()]
        assert len(labels) == len(set(labels)), code
