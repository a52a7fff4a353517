"""A supervisor changes the words of a document: seen first, in force from a day on, and never under an issued paper."""

import hashlib
import io
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest
from pypdf import PdfReader

from hallclient.documents.kinds import WordingBroken
from hallclient.domain.register.application import ApplicationDraft
from hallclient.domain.register.issued import PrintState, UnknownKind
from hallclient.domain.register.kinds import ApplicantKind, ApplicationChannel, DeliveryMethod, ProvisionForm
from hallclient.domain.register.people import Applicant
from hallclient.domain.register.permissions import Clerk, NotPermitted, Permission, Role
from hallclient.domain.register.records import NoSuchRecord
from hallclient.domain.register.versions import ChangedMeanwhile
from hallclient.domain.register.wordings import (
    Applies,
    Flaw,
    Note,
    OwnSlot,
    WordingDraft,
    WordingInForce,
    WordingNeedsReason,
    WordingParagraph,
    WordingRefused,
    WordingTooEarly,
    WordingUnchanged,
)
from hallclient.storage import wordings
from hallclient.wiring import Hall, open_hall
from tests.hall import PASSWORD, USER, Clock, Stores

TODAY = date(2026, 3, 2)
CLERK = Clerk(name="li", display_name="李窗口", roles=frozenset({Role.CLERK}))
SEARCH = {"searched_on": TODAY, "keywords": "竣工验收", "search_scope": "档案室"}


@pytest.fixture(scope="module")
def stores(tmp_path_factory: pytest.TempPathFactory) -> Stores:
    return Stores(tmp_path_factory.mktemp("template"))


@pytest.fixture
def clock() -> Clock:
    clock = Clock()
    clock.set(datetime(2026, 3, 2, 9, 0))
    return clock


@pytest.fixture
def reopened(stores: Stores, tmp_path: Path, clock: Clock) -> Iterator[Callable[[], Hall]]:
    """Opens the same store, closing it first where it is open."""
    halls: list[Hall] = []

    def again() -> Hall:
        if halls:
            halls.pop().close()
            halls.append(open_hall(tmp_path / "store", user=USER, password=PASSWORD, now=clock))
        else:
            halls.append(stores.hall(tmp_path / "store", clock))
        return halls[0]

    yield again
    halls[0].close()


@pytest.fixture
def hall(reopened: Callable[[], Hall]) -> Hall:
    return reopened()


def application(hall: Hall) -> str:
    person = Applicant(kind=ApplicantKind.NATURAL_PERSON, name="张某", phone="13800001234", address="某路1号")
    draft = ApplicationDraft(
        channel=ApplicationChannel.IN_PERSON,
        applicant=person,
        subject="竣工验收文件",
        arrived_on=hall.today(),
        form=ProvisionForm.PAPER,
        delivery=DeliveryMethod.COLLECT,
        accept_incomplete=True,
    )
    return hall.applications.register(draft, by=hall.clerk).application.number


def reworded(draft: WordingDraft, old: str, new: str) -> WordingDraft:
    assert any(old in paragraph.text for paragraph in draft.paragraphs)
    return replace(
        draft, paragraphs=tuple(replace(part, text=part.text.replace(old, new)) for part in draft.paragraphs)
    )


def publish(hall: Hall, draft: WordingDraft, on: date = TODAY, reason: str = "规范用语") -> str:
    return hall.wording.publish(draft, effective_from=on, reason=reason, by=hall.clerk).version


def said(pdf: bytes) -> str:
    return "".join("".join(page.extract_text().split()) for page in PdfReader(io.BytesIO(pdf)).pages)


def issue(hall: Hall, number: str, kind: str = "A06", **facts: object) -> tuple[int, str]:
    """Issue and return the paper's id and what it says."""
    issued = hall.documents.issue(kind, application=number, facts={**SEARCH, **facts}, by=hall.clerk)
    return issued.id, said(hall.documents.stored(issued.id))


# -- what is shown ------------------------------------------------------------------------------------------------


def test_every_kind_can_be_edited_and_stays_what_it_was_when_nothing_is_changed(hall: Hall) -> None:
    for kind in hall.wording.kinds():
        draft = hall.wording.draft(kind.code)
        assert hall.wording.check(draft) == (), kind.code
        assert all(line.mark == "" for line in hall.wording.diff(draft))
        with pytest.raises(WordingUnchanged):
            publish(hall, draft)


def test_paragraphs_read_as_text_with_official_names(hall: Hall) -> None:
    draft = hall.wording.draft("A06")

    assert "本机关于{检索日期}以“{检索关键词}”为关键词" in draft.paragraphs[1].text
    assert Note(Applies.RECEIVED_FROM, ("2019年5月15日",)) in draft.paragraphs[3].notes
    assert draft.paragraphs[-1].locked
    assert draft.paragraphs[-1].notes == (Note(Applies.REMEDY),)
    assert not any("searched_on" in paragraph.text for paragraph in draft.paragraphs)


def test_conditions_and_boxes_are_told_in_official_words(hall: Hall) -> None:
    parts = hall.wording.draft("A03").paragraphs
    receipt = hall.wording.draft("P15").paragraphs

    assert any(Note(Applies.IS, ("不予公开的事由", "“过程性信息”、“行政执法案卷信息”")) in part.notes for part in parts)
    assert any("{☐处理方式＝当场答复｜提供资料}当场答复" in part.text for part in receipt)


def test_slots_that_the_law_asks_say_so(hall: Hall) -> None:
    slots = {slot.label: slot for slot in hall.wording.slots(hall.wording.draft("A06"))}

    assert slots["检索关键词"].required
    assert slots["检索日期"].type == "date"
    assert not slots["索引号"].required
    assert "申请人" not in {slot.label for slot in hall.wording.slots(hall.wording.draft("P06"))}
    assert "答复截止日" not in {slot.label for slot in hall.wording.slots(hall.wording.draft("P15"))}


# -- what is refused ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("code", "old", "new", "flaw", "words"),
    [
        ("A06", "第三十六条第（四）项", "有关规定", Flaw.ELEMENT, ("条款", "“第三十六条第（四）项”")),
        ("A06", "{检索关键词}", "有关词语", Flaw.ELEMENT, ("查明情况和处理结论", "{检索关键词}")),
        ("A06", "{收到日期}", "近日", Flaw.ELEMENT, ("申请情况", "{收到日期}")),
        ("A06", "{申请内容}", "有关信息", Flaw.ELEMENT, ("申请内容", "{申请内容}")),
        ("A06", "60日内", "30日内", Flaw.LOCKED, ("如对本答复不服，可以自收到本答复之日起3",)),
        ("P03", "无正当理由逾期不补正的，视为放弃申请，", "", Flaw.ELEMENT, ("逾期不补正的后果", "“视为放弃”")),
        ("P05", "{延期理由}", "故", Flaw.ELEMENT, ("理由", "{延期理由}")),
        ("A07", "（联系方式：{负责公开的机关的联系方式}）", "", Flaw.ELEMENT,
         ("负责公开的机关和联系方式", "{负责公开的机关的联系方式}")),
        ("A06", "{检索范围}", "{检锁范围}", Flaw.UNKNOWN_SLOT, ("检锁范围",)),
        ("A06", "{检索范围}", "{检索范围", Flaw.BRACE, ("",)),
        ("A06", "{检索范围}", "{检索范围·大写}", Flaw.CAPITALS, ("检索范围",)),
        ("A06", "检索，", "检索\U000323af，", Flaw.UNPRINTABLE, ("\U000323af",)),
        ("P06", "本机关收到", "本机关收到{申请人}", Flaw.APPLICANT, ("申请人",)),
        ("P15", "已登记", "已登记{申请内容}", Flaw.SLOT_NOT_HERE, ("申请内容",)),
    ],
)  # fmt: skip
def test_what_a_document_must_say_cannot_be_edited_away(
    hall: Hall, code: str, old: str, new: str, flaw: Flaw, words: tuple[str, ...]
) -> None:
    draft = reworded(hall.wording.draft(code), old, new)
    problems = hall.wording.check(draft)

    assert flaw in {problem.flaw for problem in problems}
    found = next(problem for problem in problems if problem.flaw is flaw)
    if flaw is not Flaw.LOCKED:
        assert found.words == words
    assert found.paragraph > 0
    for refused in (lambda: hall.wording.preview(draft), lambda: publish(hall, draft)):
        with pytest.raises(WordingRefused) as no:
            refused()
        assert no.value.problems == problems


def test_the_remedy_cannot_be_taken_out(hall: Hall) -> None:
    draft = hall.wording.draft("A04-1")
    without = replace(draft, paragraphs=draft.paragraphs[:-1])

    assert [problem.flaw for problem in hall.wording.check(without)] == [Flaw.LOCKED]


def test_an_article_may_be_cited_with_or_without_brackets(hall: Hall) -> None:
    draft = reworded(hall.wording.draft("A06"), "第三十六条第（四）项", "第三十六条第四项")

    assert hall.wording.check(draft) == ()


def test_all_problems_are_named_at_once_with_their_paragraphs(hall: Hall) -> None:
    draft = hall.wording.draft("A06")
    parts = [replace(part, text="") if number == 2 else part for number, part in enumerate(draft.paragraphs, 1)]
    draft = replace(
        draft, paragraphs=(*parts, WordingParagraph(text="见{不存在的}。"), WordingParagraph(text="字" * 4001))
    )
    found = {(problem.paragraph, problem.flaw) for problem in hall.wording.check(draft)}

    assert {(2, Flaw.EMPTY), (6, Flaw.UNKNOWN_SLOT), (7, Flaw.TOO_LONG), (2, Flaw.ELEMENT)} <= found


@pytest.mark.parametrize(("on", "first"), [(date(2026, 3, 1), TODAY), (date(2026, 4, 30), date(2026, 5, 1))])
def test_no_version_comes_into_force_in_the_past_or_before_the_one_it_follows(
    hall: Hall, on: date, first: date
) -> None:
    if first > TODAY:
        publish(hall, reworded(hall.wording.draft("A06"), "告知{人称}", "现告知{人称}"), first)
    with pytest.raises(WordingTooEarly) as refused:
        publish(hall, reworded(hall.wording.draft("A06"), "未查到", "没有查到"), on)

    assert refused.value.first == first


def test_a_version_needs_its_reason_its_permission_and_its_kind(hall: Hall) -> None:
    draft = reworded(hall.wording.draft("A06"), "未查到", "没有查到")

    with pytest.raises(WordingNeedsReason):
        publish(hall, draft, reason=" ")
    with pytest.raises(NotPermitted) as refused:
        hall.wording.publish(draft, effective_from=TODAY, reason="改", by=CLERK)
    assert refused.value.permission is Permission.EDIT_WORDING
    for unknown in (lambda: hall.wording.draft("A99"), lambda: hall.wording.versions("A99")):
        with pytest.raises(UnknownKind):
            unknown()
    with pytest.raises(NoSuchRecord):
        hall.wording.draft("A06", "A06-9")


def test_two_supervisors_cannot_publish_over_each_other(hall: Hall) -> None:
    mine = reworded(hall.wording.draft("A06"), "未查到", "没有查到")
    theirs = publish(hall, reworded(hall.wording.draft("A06"), "告知{人称}", "现告知{人称}"))

    with pytest.raises(ChangedMeanwhile) as refused:
        publish(hall, mine)
    assert refused.value.theirs.version == theirs  # type: ignore[attr-defined]


# -- what happens -------------------------------------------------------------------------------------------------


def test_new_words_are_in_force_from_their_day_on_and_old_papers_keep_their_bytes(hall: Hall, clock: Clock) -> None:
    number = application(hall)
    before, text = issue(hall, number)
    hall.documents.printed(before, printer="一号", state=PrintState.SENT, by=hall.clerk)
    publish(hall, reworded(hall.wording.draft("A06"), "未查到", "没有检索到"), date(2026, 3, 5))
    _, today = issue(hall, number)
    clock.set(datetime(2026, 3, 5, 9, 0))
    after, new = issue(hall, number)

    assert "未查到" in text
    assert "未查到" in today
    assert "没有检索到" in new
    again = hall.documents.job(before, reason="申请人遗失", by=hall.clerk)
    assert hashlib.sha256(again.pdf).hexdigest() == hall.documents.get(before).sha256
    assert said(again.pdf) == text
    assert [hall.documents.get(paper).wording_version for paper in (before, after)] == ["A06-1", "A06-H1"]


def test_published_words_are_there_when_the_hall_opens_again(reopened: Callable[[], Hall]) -> None:
    hall = reopened()
    publish(hall, reworded(hall.wording.draft("A06"), "未查到", "没有检索到"))
    hall = reopened()

    assert hall.wording.current("A06").version == "A06-H1"
    assert "没有检索到" in issue(hall, application(hall))[1]
    kind = next(kind for kind in hall.wording.kinds() if kind.code == "A06")
    assert (kind.edited, kind.version) == (True, "A06-H1")


def test_words_of_a_later_day_ask_nothing_before_it(hall: Hall, clock: Clock) -> None:
    draft = replace(hall.wording.draft("A06"), own_slots=(OwnSlot(label="检索人", type="text"),))
    draft = replace(draft, paragraphs=(*draft.paragraphs, WordingParagraph(text="检索人：{检索人}。")))
    publish(hall, draft, date(2026, 3, 5))
    number = application(hall)

    def asked() -> set[str]:
        return {fact.label for fact in hall.documents.offer("A06").asks}

    assert "检索人" not in asked()
    assert "检索人：" not in issue(hall, number)[1]
    clock.set(datetime(2026, 3, 5, 9, 0))
    assert "检索人" in asked()
    name = next(fact.name for fact in hall.documents.offer("A06").asks if fact.label == "检索人")
    assert "检索人：周某。" in issue(hall, number, **{name: "周某"})[1]


def test_a_new_paragraph_can_wait_for_its_facts(hall: Hall) -> None:
    draft = hall.wording.draft("A06")
    extra = WordingParagraph(text="索引号：{索引号}。", if_known=True)
    publish(hall, replace(draft, paragraphs=(*draft.paragraphs, extra)))
    number = application(hall)

    assert "索引号" not in issue(hall, number)[1]
    assert "索引号：X-1。" in issue(hall, number, index_number="X-1")[1]
    assert Note(Applies.KNOWN, ("索引号",)) in hall.wording.draft("A06").paragraphs[-1].notes


def test_a_slot_of_ones_own_has_a_name_nobody_else_has(hall: Hall) -> None:
    draft = replace(hall.wording.draft("A06"), own_slots=(OwnSlot(label="申请内容"),))

    assert [(problem.flaw, problem.words) for problem in hall.wording.check(draft)] == [
        (Flaw.LABEL_TAKEN, ("申请内容",))
    ]


def test_a_preview_is_marked_as_a_sample_and_writes_nothing(hall: Hall) -> None:
    with hall.office.database.reading() as tx:
        before = tx.exec_driver_sql("SELECT count(*) FROM audit").scalar()
    pdf = hall.wording.preview(reworded(hall.wording.draft("A06"), "未查到", "没有检索到"))

    assert "样张" in said(pdf)
    assert "没有检索到" in said(pdf)
    with hall.office.database.reading() as tx:
        assert tx.exec_driver_sql("SELECT count(*) FROM audit").scalar() == before
    assert len(hall.wording.versions("A06")) == 1


def test_the_difference_is_told_word_by_word(hall: Hall) -> None:
    draft = reworded(hall.wording.draft("A06"), "未查到", "没有检索到")
    draft = replace(draft, paragraphs=(*draft.paragraphs, WordingParagraph(text="特此告知。")))
    changed = [line for line in hall.wording.diff(draft) if line.mark]

    assert [line.mark for line in changed] == ["~", "+"]
    assert [(part.mark, part.text) for part in changed[0].parts if part.mark] == [("-", "未查"), ("+", "没有检索")]
    publish(hall, draft)
    assert all(not line.mark for line in hall.wording.diff(hall.wording.draft("A06")))
    assert any(line.mark for line in hall.wording.diff(hall.wording.draft("A06"), "A06-1"))


def test_a_version_not_yet_in_force_can_be_withdrawn_and_stays_with_its_reason(hall: Hall, clock: Clock) -> None:
    version = publish(hall, reworded(hall.wording.draft("A06"), "未查到", "没有检索到"), date(2026, 3, 5))
    with pytest.raises(WordingInForce):
        hall.wording.withdraw("A06", "A06-1", reason="误", by=hall.clerk)
    with pytest.raises(WordingNeedsReason):
        hall.wording.withdraw("A06", version, reason="", by=hall.clerk)
    hall.wording.withdraw("A06", version, reason="措辞再议", by=hall.clerk)

    assert hall.wording.versions("A06")[0].withdrawn == "措辞再议"
    with pytest.raises(NoSuchRecord):
        hall.wording.withdraw("A06", version, reason="再撤", by=hall.clerk)
    clock.set(datetime(2026, 3, 5, 9, 0))
    assert "未查到" in issue(hall, application(hall))[1]
    assert publish(hall, reworded(hall.wording.draft("A06"), "未查到", "没有查到"), date(2026, 3, 5)) == "A06-H2"
    with pytest.raises(WordingInForce):
        hall.wording.withdraw("A06", "A06-H2", reason="误", by=hall.clerk)


def test_an_older_wording_can_be_taken_up_again(hall: Hall) -> None:
    publish(hall, reworded(hall.wording.draft("A06"), "未查到", "没有检索到"))
    back = hall.wording.draft("A06", "A06-1")
    assert (back.version, back.newest) == ("A06-1", "A06-H1")
    publish(hall, reworded(back, "未查到", "未能查到"))

    assert "未能查到" in issue(hall, application(hall))[1]


def test_what_is_kept_is_the_text_of_one_version(hall: Hall) -> None:
    publish(hall, reworded(hall.wording.draft("A06"), "未查到", "没有检索到"), reason="统一用语")
    with hall.office.database.reading() as tx:
        (row,) = wordings.kept(tx)

    entry = tomllib.loads(row.text)
    assert (entry["id"], entry["effective_from"]) == ("A06-H1", TODAY)
    assert {"block": "remedy"} in entry["body"]
    assert hashlib.sha256(row.text.encode()).hexdigest() == row.sha256
    assert (row.reason, row.by) == ("统一用语", hall.clerk.name)


def test_a_kept_version_that_can_no_longer_be_read_stops_its_kind_and_no_other(reopened: Callable[[], Hall]) -> None:
    hall = reopened()
    publish(hall, reworded(hall.wording.draft("A06"), "未查到", "没有检索到"))
    with hall.office.database.writing() as tx:
        tx.exec_driver_sql("UPDATE wordings SET text = replace(text, '{keywords}', '{unheard_of}')")
    hall = reopened()
    number = application(hall)

    with pytest.raises(WordingBroken) as trouble:
        issue(hall, number)
    assert trouble.value.file == "A06-H1"
    assert next(kind for kind in hall.wording.kinds() if kind.code == "A06").broken
    hall.documents.issue(
        "P14", application=number, facts={"served_title": "回执", "service_method": "direct"}, by=hall.clerk
    )
    publish(hall, reworded(hall.wording.draft("A06"), "未查到", "没有查到"))
    assert "没有查到" in issue(hall, number)[1]
