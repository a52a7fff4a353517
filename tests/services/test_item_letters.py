"""A letter about several pieces of information says of each what was decided, under its own article and reason."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import combinations, combinations_with_replacement
from pathlib import Path

import pytest

from hallclient.documents.wording import Wording, compose
from hallclient.domain.outcomes import Outcome
from hallclient.domain.refusal import Refusal
from hallclient.domain.register import items as rules
from hallclient.domain.register.application import Application
from hallclient.domain.register.items import (
    Item,
    ItemEndsTheWhole,
    ItemFactsMissing,
    ItemsNeedTheirOwnWords,
    ItemsNotListed,
)
from hallclient.domain.register.life_terms import ServiceMethod
from hallclient.domain.register.steps import Act, Step
from hallclient.services.application_results import OnTheSpot
from hallclient.services.documents import NOT_NUMBERED
from tests.services.application_hall import CLERK, SUPERVISOR, Hall, draft, hall_in

LAW = "《中华人民共和国政府信息公开条例》"


def piece(title: str, outcome: str, kind: str, why: str = "", **facts: str) -> Item:
    return Item(title, Outcome(outcome), why, kind, facts)


# One piece for every letter an item can get alone, and what must stand beside it (domain 4.5).
PIECES: dict[str, tuple[Item, tuple[str, ...]]] = {
    "A01": (
        piece("甲计划", "granted", "A01", pages="12"),
        ("可以公开", "第三十六条第（二）项", "提供：甲计划，共12页"),
    ),
    "A02": (
        piece("乙公报", "granted", "A02", published_on="2025-04-01", where="本机关网站"),
        ("已于2025年4月1日主动公开", "第三十六条第（一）项", "可通过本机关网站获取"),
    ),
    "A03": (
        piece(
            "丙合同", "granted_in_part", "A03",
            provided_part="丙合同正文", withheld_part="报价附件", ground="third_party", reason="载有技术秘密",
        ),
        ("丙合同正文可以公开", "报价附件属于", "第三十七条和第十五条", "理由为：载有技术秘密"),
    ),
    "A04-1": (
        piece("丁方案", "refused_state_secret", "A04-1", "标有密级和保密期限"),
        ("国家秘密", "第十四条", "第三十六条第（三）项", "不予公开", "理由为：标有密级和保密期限"),
    ),
    "A04-2": (
        piece(
            "戊底册", "refused_forbidden_by_law", "A04-2", "可以识别单个统计调查对象",
            law_name="中华人民共和国统计法", law_article="第二十五条",
        ),
        ("《中华人民共和国统计法》第二十五条", "第十四条", "不予公开", "理由为：可以识别单个统计调查对象"),
    ),
    "A04-3": (
        piece("己图纸", "refused_security_and_stability", "A04-3", "标示要害部位", endangered="public"),
        ("可能危及公共安全", "第十四条", "不予公开", "理由为：标示要害部位"),
    ),
    "A04-4": (
        piece("庚报告", "refused_third_party_rights", "A04-4", protected="privacy", third_answer="refused"),
        ("第三方个人隐私", "第十五条、第三十二条", "不予公开", "第三方不同意公开且理由成立"),
    ),
    "A04-5": (
        piece("辛名册", "refused_internal_affairs", "A04-5", internal_matter="personnel"),
        ("人事管理方面的内部事务信息", "第十六条第一款", "不予公开"),
    ),
    "A04-6": (
        piece("壬纪要", "refused_process_information", "A04-6", "尚在讨论", process_matter="minutes"),
        ("形成的讨论记录", "第十六条第二款", "不予公开", "理由为：尚在讨论"),
    ),
    "A04-7": (
        piece("癸卷宗", "refused_enforcement_file", "A04-7", "案件尚未办结"),
        ("行政执法案卷信息", "第十六条第二款", "不予公开", "理由为：案件尚未办结"),
    ),
    "A05": (
        piece(
            "子档案", "refused_administrative_query", "A05", records="不动产登记", law_name="不动产登记暂行条例",
            law_article="第二十七条", query_body="市不动产登记中心",
        ),
        ("不动产登记资料", "第三十六条第（七）项", "《不动产登记暂行条例》第二十七条", "市不动产登记中心"),
    ),
    "A06": (
        piece(
            "丑批复", "unavailable_not_held", "A06",
            searched_on="2026-03-04", keywords="批复", search_scope="档案室",
        ),
        ("以“批复”为关键词，在档案室进行检索", "第三十六条第（四）项", "不存在"),
    ),
    "A07": (
        piece("寅规划", "unavailable_not_held", "A07", reason="由市规划局制作"),
        ("不属于本机关负责公开", "第三十六条第（五）项", "理由为：由市规划局制作"),
    ),
    "A08": (
        piece("卯汇总", "unavailable_needs_creation", "A08", work_needed="summary"),
        ("没有现成信息", "第三十八条", "进行汇总"),
    ),
    "A09": (
        piece("辰材料", "unavailable_still_unclear", "A09", still_unclear="未说明年份"),
        ("申请内容仍不能明确", "第三十条", "未说明年份"),
    ),
    "A10": (
        piece("巳诉求", "declined_petition", "A10", matter="complaint"),
        ("实为投诉事项", "第三十九条第一款"),
    ),
    "A11": (
        piece(
            "午文件", "declined_repeat", "A11",
            earlier_on="2025-11-03", earlier_number="S2025-00412", earlier_reply="示依申请〔2025〕398号",
        ),
        ("示依申请〔2025〕398号", "第三十六条第（六）项", "不予重复处理"),
    ),
    "A12": (
        piece("未年鉴", "declined_publication", "A12", where="市图书馆"),
        ("公开出版物《未年鉴》", "第三十九条第二款", "市图书馆"),
    ),
    "A13": (
        piece(
            "申清单", "declined_excessive", "A13",
            count_period="2026年1月至3月", application_count="86", why_unreasonable="内容相同",
        ),
        ("86件", "第三十五条", "不合理：内容相同"),
    ),
    "A14": (
        piece(
            "酉证明", "declined_confirmation", "A14",
            asked_for="confirmation", provided_on="2025-11-03", provided_by="邮寄",
        ),
        ("予以确认", "不予处理", "2025年11月3日以邮寄方式提供"),
    ),
}  # fmt: skip
REFUSED = frozenset({"A03", *(f"A04-{n}" for n in range(1, 8))})  # 第十四条至第十六条: 复议前置
GIVEN = frozenset({"A01", "A02", "A03"})


@pytest.fixture
def hall(tmp_path: Path) -> Iterator[Hall]:
    with hall_in(tmp_path) as found:
        yield found


@pytest.fixture
def case(hall: Hall) -> Application:
    """A case in which every leaf is possible: corrected, and its reasons demanded."""
    registered = hall.applications.register(draft(), by=CLERK).application
    steps = (
        *registered.steps,
        Step(act=Act.CORRECTION_REQUESTED, on=date(2026, 3, 4)),
        Step(act=Act.CORRECTED, on=date(2026, 3, 6)),
        Step(act=Act.REASONS_DEMANDED, on=date(2026, 3, 6), details={"until": "2026-03-20"}),
    )
    return replace(registered, steps=steps)


def letter_of(codes: tuple[str, ...]) -> str:
    """Return the letter these pieces get together."""
    leaves = [PIECES[code][0].outcome for code in codes]
    return "A03" if rules.derived([leaf for leaf in leaves if leaf]) is Outcome.GRANTED_IN_PART else "A18"


def composed(hall: Hall, case: Application, code: str, items: tuple[Item, ...], on: str = "2026-03-10") -> Wording:
    hall.at(f"{on} 09:00:00")
    kind = hall.kinds[code].on(hall.now.date())
    facts = hall.documents._facts(kind, case, None, {}, {}, CLERK, hall.now, items)
    return compose(kind, {**facts, "document_number": NOT_NUMBERED})


def paragraph_of(words: Wording, item: Item) -> str:
    """Return the one paragraph that speaks of an item."""
    (found,) = [piece.text for piece in words.pieces if f"“{item.title}”" in piece.text.partition("：")[0]]
    return found


@pytest.mark.parametrize("several", [combinations_with_replacement(PIECES, 2), combinations(PIECES, 3)], ids=["2", "3"])
def test_whatever_the_items_come_to_each_stands_with_its_article_and_reason(
    hall: Hall, case: Application, several: Iterator[tuple[str, ...]]
) -> None:
    for codes in several:
        numbered = [replace(PIECES[code][0], title=f"{PIECES[code][0].title}{n}") for n, code in enumerate(codes)]
        words = composed(hall, case, letter_of(codes), tuple(numbered))

        for item, code in zip(numbered, codes, strict=True):
            said = paragraph_of(words, item)
            for wanted in PIECES[code][1]:
                assert wanted.replace(PIECES[code][0].title, item.title) in said or wanted in said, (codes, wanted)
            assert code == "A14" or LAW in said, codes  # 确认或重新出具 rests on no article
        remedy = "".join(piece.text for piece in words.pieces if "行政复议" in piece.text)
        first, either = REFUSED & set(codes), {code for code in codes if code not in REFUSED or code == "A03"}
        assert ("应当自收到" in remedy) == bool(first), codes
        assert ("6个月内直接向" in remedy) == bool(either), codes
        assert ("第三十七条作区分处理" in "".join(piece.text for piece in words.pieces)) == bool(
            first and GIVEN & set(codes) and letter_of(codes) == "A03"
        ), codes


def test_items_kept_back_for_the_same_reason_share_a_paragraph(hall: Hall, case: Application) -> None:
    given, kept = PIECES["A01"][0], PIECES["A04-5"][0]
    words = composed(hall, case, "A03", (kept, given, replace(kept, title="考勤表")))

    said = [piece.text for piece in words.pieces if piece.text[:2] in ("1.", "2.", "3.")]
    assert [text.partition("：")[0] for text in said] == ["1.关于“辛名册”、“考勤表”", "2.关于“甲计划”"]


def test_granted_and_not_held_is_partly_given_and_sues_either_way(hall: Hall, case: Application) -> None:
    words = composed(hall, case, "A03", (PIECES["A01"][0], PIECES["A06"][0]))
    text = "\n".join(piece.text for piece in words.pieces)

    assert words.heading == "政府信息部分公开告知书"
    assert "不应当公开" not in text  # nothing was withheld
    assert "第三十七条" not in text
    assert "先向" not in text
    assert text.index("甲计划”：经审查，该信息可以公开") < text.index("丑批复”：本机关于2026年3月4日以")


def test_what_is_enclosed_is_listed_once_for_the_whole_letter(hall: Hall, case: Application) -> None:
    one, refused = PIECES["A01"][0], PIECES["A04-5"][0]
    several = composed(hall, case, "A03", (one, replace(one, title="预算表"), refused))
    single = composed(hall, case, "A03", (one, refused))

    assert [piece.text for piece in several.pieces if piece.style == "attachment"] == [
        "附件：1. 甲计划",
        "附件：2. 预算表",
    ]
    assert [piece.text for piece in single.pieces if piece.style == "attachment"] == ["附件：甲计划"]


def test_an_old_case_is_told_the_law_of_its_day(hall: Hall) -> None:
    day = date(2019, 5, 14)
    old = Application(
        number="SQ01-W01-S2019-00001", window="W01", channel=draft().channel, applicant=draft().applicant,
        subject="计划", form=draft().form, steps=(Step(act=Act.RECEIVED, on=day),),
    )  # fmt: skip
    secret = PIECES["A04-1"][0]
    text = "\n".join(piece.text for piece in composed(hall, old, "A03", (PIECES["A01"][0], secret)).pieces)

    assert "（国务院令第492号）第二十二条作区分处理" in text
    assert "第十四条第四款、第二十一条第（二）项" in text
    assert "第三十" not in text
    with pytest.raises(Refusal) as refused:  # 内部事务信息 is no ground of the 2007 text
        composed(hall, old, "A03", (PIECES["A01"][0], PIECES["A04-5"][0]))
    assert refused.value.code == "kind_does_not_fit"


def test_what_is_withheld_needs_its_reason_and_every_item_its_facts(hall: Hall, case: Application) -> None:
    given = PIECES["A01"][0]
    for item, label in (
        (replace(PIECES["A04-7"][0], ground=""), "理由"),
        (replace(PIECES["A06"][0], facts={"searched_on": "2026-03-04", "keywords": "批复"}), "检索范围"),
        (replace(PIECES["A04-4"][0], facts={}), "涉及的第三方权益"),
    ):
        with pytest.raises(ItemFactsMissing) as refused:
            composed(hall, case, "A03", (given, item))
        assert refused.value.place == 2
        assert label in refused.value.labels


def test_a_letter_with_one_sentence_for_all_does_not_answer_items_that_differ(hall: Hall, case: Application) -> None:
    kept, none = PIECES["A04-5"][0], PIECES["A06"][0]
    with pytest.raises(ItemsNeedTheirOwnWords):
        composed(hall, case, "A04-5", (kept, none))
    with pytest.raises(ItemsNeedTheirOwnWords):  # the same leaf, but not the same letter
        composed(hall, case, "A06", (none, PIECES["A07"][0]))
    with pytest.raises(ItemsNotListed):
        composed(hall, case, "A18", (kept,))
    with pytest.raises(ItemsNotListed):
        composed(hall, case, "A18", (kept, Item("待定")))


def test_no_item_ends_as_only_the_whole_application_can() -> None:
    unpaid = Item("甲", Outcome.CLOSED_FEE_UNPAID)
    rules.check(Outcome.CLOSED_FEE_UNPAID, (unpaid, unpaid))
    with pytest.raises(ItemEndsTheWhole) as refused:
        rules.check(Outcome.GRANTED_IN_PART, (Item("乙", Outcome.GRANTED), unpaid))
    assert (refused.value.place, refused.value.outcome) == (2, Outcome.CLOSED_FEE_UNPAID)


def test_an_items_leaf_must_have_happened(hall: Hall) -> None:
    fresh = hall.applications.register(draft(), by=CLERK).application
    items = (PIECES["A01"][0], PIECES["A09"][0])  # 补正后仍不明确, and nothing was corrected
    with pytest.raises(Refusal) as refused:
        hall.applications.answer(fresh.number, part_of(items), by=SUPERVISOR, version=1)
    assert refused.value.code == "outcome_does_not_fit"


def part_of(items: tuple[Item, ...]) -> OnTheSpot:
    return OnTheSpot(outcome=Outcome.GRANTED_IN_PART, document="A03", reviewer="赵主任", items=items)


def test_items_go_into_the_letter_with_the_answer_and_keep_the_search(hall: Hall) -> None:
    fresh = hall.applications.register(draft(), by=CLERK).application
    hall.at("2026-03-05 09:00:00")
    hall.office.agency = replace(hall.office.agency, approval="none")
    items = (PIECES["A01"][0], PIECES["A06"][0])
    done = hall.applications.answer(fresh.number, part_of(items), by=SUPERVISOR, version=1)

    assert done.documents[0].kind == "A03"
    assert done.application.items == items
    assert [one.act for one in done.application.steps] == [
        Act.RECEIVED, Act.SECRECY_REVIEWED, Act.SEARCHED, Act.ANSWERED,
    ]  # fmt: skip
    assert hall.applications.get(fresh.number).items == items


def test_the_remedy_counts_from_service_by_what_was_decided_of_the_items(hall: Hall) -> None:
    def ends(items: tuple[Item, ...]) -> tuple[bool, bool]:
        fresh = hall.applications.register(draft(subject=items[1].title), by=CLERK).application
        done = hall.applications.answer(fresh.number, part_of(items), by=SUPERVISOR, version=1)
        hall.applications.serve(
            done.documents[0].id, method=ServiceMethod.DIRECT, receiver="本人", proof="签收", by=CLERK, version=2
        )
        until = hall.applications.remedy_end(fresh.number)
        assert until is not None
        return until.reconsideration is not None, until.suit is not None

    assert ends((PIECES["A01"][0], PIECES["A06"][0])) == (True, True)  # either way, for all of it
    mixed = ends((PIECES["A01"][0], PIECES["A04-5"][0]))
    assert mixed[0]


def test_a_correction_of_the_letter_can_correct_what_it_says_of_an_item(hall: Hall) -> None:
    fresh = hall.applications.register(draft(), by=CLERK).application
    items = (PIECES["A01"][0], PIECES["A06"][0])
    done = hall.applications.answer(fresh.number, part_of(items), by=SUPERVISOR, version=1)
    facts = {**items[0].facts, "pages": "14"}
    right = (replace(items[0], facts=facts), items[1])
    version = done.application.version
    with pytest.raises(Refusal) as refused:
        hall.applications.correct_reply(
            fresh.number, done.documents[0].id, "A03", {}, items=(items[0], items[0]), reason="页数有误",
            by=SUPERVISOR, version=version,
        )  # fmt: skip
    assert refused.value.code == "outcome_not_of_items"

    hall.applications.correct_reply(
        fresh.number, done.documents[0].id, "A03", {}, items=right, reason="页数有误", by=SUPERVISOR, version=version
    )

    assert hall.applications.get(fresh.number).items == right


def test_a_draft_is_seen_with_its_items_before_it_is_approved(hall: Hall) -> None:
    fresh = hall.applications.register(draft(), by=CLERK).application
    lacking = (PIECES["A01"][0], replace(PIECES["A06"][0], facts={}))
    with pytest.raises(ItemFactsMissing):
        hall.applications.draft_reply(fresh.number, part_of(lacking), by=CLERK, version=1)

    whole = (PIECES["A01"][0], PIECES["A06"][0])
    case = hall.applications.draft_reply(fresh.number, part_of(whole), by=CLERK, version=1)
    ready = hall.applications.drafted(case.number)
    assert ready is not None
    assert ready.items == whole
    assert hall.documents.preview("A03", application=case.number, items=ready.items, by=CLERK).startswith(b"%PDF")
