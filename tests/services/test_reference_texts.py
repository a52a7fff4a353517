"""Guide, catalogue and flow chart: drawn from settings and rule sets, edited in editions that stay, printed."""

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from hallclient.documents.glyphs import UnprintableText
from hallclient.domain.register.catalogue import CatalogueEntry
from hallclient.domain.register.permissions import Clerk, NotPermitted, Role
from hallclient.domain.register.reference_text import (
    EditionReasonMissing,
    EditionTooEarly,
    GuideFactsMissing,
    ReferenceKind,
    ReferenceText,
    TextPart,
    TextSlotUnknown,
)
from hallclient.domain.register.versions import ChangedMeanwhile
from hallclient.storage import catalogue
from hallclient.wiring import Hall
from tests.hall import AGENCY, Clock, Stores

GUIDE, FLOW, CATALOGUE = ReferenceKind.GUIDE, ReferenceKind.FLOW, ReferenceKind.CATALOGUE
WHOLE = replace(
    AGENCY,
    ogi_unit="示例市政务服务和数据管理局办公室",
    postcode="518000",
    fax="0755-12345679",
    email="ysqgk@example.gov.cn",
    website="http://www.example.gov.cn",
    reading_places="市档案馆、市图书馆",
    supervisor="示例市人民政府办公室",
    supervisor_phone="0755-12345670",
)


@pytest.fixture(scope="module")
def stores(tmp_path_factory: pytest.TempPathFactory) -> Stores:
    return Stores(tmp_path_factory.mktemp("template"))


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def hall(stores: Stores, tmp_path: Path, clock: Clock) -> Iterator[Hall]:
    with stores.hall(tmp_path / "store", clock) as opened:
        opened.settings.change_agency(WHOLE, before=opened.settings.agency(), by=opened.clerk)
        yield opened


def publish(hall: Hall, kind: ReferenceKind, **how: object) -> ReferenceText:
    text = hall.reference_texts.to_edit(kind)
    said: dict[str, object] = {
        "title": text.title,
        "effective_from": date(2026, 3, 2),
        "reason": "首次发布",
        "base": text.edition,
        "by": hall.clerk,
        "parts": text.parts,
    }
    return hall.reference_texts.publish(kind, **(said | how))  # type: ignore[arg-type]


def words(pdf: bytes) -> str:
    pages = ["".join(page.extract_text().split()) for page in PdfReader(BytesIO(pdf)).pages]
    return "".join(re.sub(r"—\d+—$", "", page) for page in pages)


def test_the_guide_says_everything_article_twelve_asks_for(hall: Hall) -> None:
    said = words(hall.reference_texts.pdf(publish(hall, GUIDE)))

    for wanted in ("政府信息的分类", "编排体系", "获取方式", WHOLE.ogi_unit, WHOLE.address, WHOLE.office_hours):
        assert wanted in said
    for wanted in (WHOLE.phone, WHOLE.fax, WHOLE.email, "20个工作日内答复", "不超过20个工作日", "7个工作日内一次性"):
        assert wanted in said
    for wanted in (
        "10件以下（含10件）的，不收费",
        "11—30件的部分，每件100元",
        "31—100页的部分，每页10元",
        "60日内",
        "6个月内",
    ):
        assert wanted in said
    assert "第1版，自2026年3月2日起施行" in said
    assert "{" not in said


def test_a_guide_without_a_mandatory_fact_is_not_published_and_says_which(hall: Hall) -> None:
    lacking = replace(WHOLE, fax="", ogi_unit="", reading_places="")
    hall.settings.change_agency(lacking, before=WHOLE, by=hall.clerk)

    with pytest.raises(GuideFactsMissing) as refused:
        publish(hall, GUIDE)

    assert set(refused.value.names) == {"unit", "fax", "reading_places"}
    text = hall.reference_texts.to_edit(GUIDE)
    assert "＿＿" in words(hall.reference_texts.preview(GUIDE, text.parts, title=text.title))


def test_the_flow_chart_is_one_page_with_the_terms_of_the_rule_set(hall: Hall) -> None:
    pdf = hall.reference_texts.pdf(hall.reference_texts.current(FLOW))

    said = words(pdf)
    assert len(PdfReader(BytesIO(pdf)).pages) == 1
    for wanted in ("收到之日起7个工作日内", "收到之日起20个工作日内", "最长20个工作日", "第三方15个工作日内答复"):
        assert wanted in said
    for wanted in ("60日内申请行政复议", "6个月内提起行政诉讼", "草案，尚未发布", AGENCY.name):
        assert wanted in said


def test_a_chart_of_long_words_still_fits_its_page(hall: Hall) -> None:
    text = hall.reference_texts.to_edit(FLOW)
    parts = [
        replace(part, text=part.text + "须按照本市的有关规定办理，具体要求见办事指南。" * 3) for part in text.parts
    ]

    pdf = hall.reference_texts.preview(FLOW, parts, title=text.title)

    assert len(PdfReader(BytesIO(pdf)).pages) == 1
    assert words(pdf).count("具体要求见办事指南") == 3 * len(parts)


def test_the_printed_catalogue_lists_every_item_under_its_category(hall: Hall) -> None:
    entries = [
        CatalogueEntry(index_number=f"014416330/2026-0000{n}", title=f"第{n}号通知", category=category, summary="概述")
        for n, category in ((1, "规划计划"), (2, "政策法规"), (3, "规划计划"))
    ]
    with hall.office.database.writing() as tx:
        catalogue.put_many(tx, entries)

    said = words(hall.reference_texts.pdf(hall.reference_texts.current(CATALOGUE)))

    assert "规划计划（2条）" in said
    assert "政策法规（1条）" in said
    assert said.index("第2号通知") < said.index("规划计划（2条）") < said.index("第1号通知") < said.index("第3号通知")
    assert "共3条" in said
    assert said.count("概述") == 3 + 1 + 2  # each item, the preface, the head of each category


def test_an_edition_stays_as_it_was_when_the_settings_change(hall: Hall) -> None:
    first = publish(hall, GUIDE)
    before = hall.reference_texts.pdf(first)

    hall.settings.change_agency(replace(WHOLE, phone="0755-99999999"), before=WHOLE, by=hall.clerk)

    [kept] = hall.reference_texts.editions(GUIDE)
    assert hall.reference_texts.pdf(kept) == before
    [line] = [one for one in hall.reference_texts.lines() if one.kind is GUIDE]
    assert line.outdated == ("phone",)
    assert "0755-99999999" in words(hall.reference_texts.pdf(publish(hall, GUIDE, reason="电话变更")))
    assert [edition.edition for edition in hall.reference_texts.editions(GUIDE)] == [2, 1]


def test_an_edition_takes_effect_on_its_day(hall: Hall, clock: Clock) -> None:
    publish(hall, FLOW)
    publish(hall, FLOW, effective_from=date(2026, 4, 1), title="新流程图", reason="修订")

    assert hall.reference_texts.current(FLOW).edition == 1
    clock.set(datetime(2026, 4, 1, 9))
    assert hall.reference_texts.current(FLOW).title == "新流程图"


def test_what_cannot_be_published_is_refused(hall: Hall) -> None:
    text = publish(hall, GUIDE)
    clerk = Clerk(name="li", display_name="李", roles=frozenset({Role.CLERK}))
    with pytest.raises(NotPermitted):
        publish(hall, GUIDE, by=clerk)
    with pytest.raises(EditionReasonMissing):
        publish(hall, GUIDE, reason=" ")
    with pytest.raises(EditionTooEarly):
        publish(hall, GUIDE, effective_from=date(2026, 3, 1))
    with pytest.raises(ChangedMeanwhile):
        publish(hall, GUIDE, base=0)
    with pytest.raises(TextSlotUnknown) as refused:
        publish(hall, GUIDE, parts=[*text.parts, TextPart(id="more", title="", text="见{nonsense}")])
    assert refused.value.slots == ("nonsense",)
    with pytest.raises(UnprintableText):
        publish(hall, GUIDE, parts=[TextPart(id="more", title="", text="\U000323af")])
    assert len(hall.reference_texts.editions(GUIDE)) == 1


def test_publishing_takes_the_draft_along_and_the_audit_tells_what_was_changed(hall: Hall) -> None:
    hall.drafts.save("11111111-2222-3333-4444-555555555555", "reference_text", {"kind": "flow"}, by=hall.clerk)
    text = hall.reference_texts.to_edit(FLOW)
    first, *rest = text.parts
    parts = (replace(first, title="收到申请"), *rest)
    publish(hall, FLOW, parts=parts, draft_instance="11111111-2222-3333-4444-555555555555")

    assert hall.drafts.mine(hall.clerk) == []
    with hall.office.database.reading() as tx:
        before, after = tx.exec_driver_sql(
            'SELECT "before", "after" FROM audit WHERE action = \'publish_reference_text\''
        ).one()
    assert json.loads(before) == {"edition": "0", f"part {first.id}": f"{first.title}\n{first.text}"}
    assert json.loads(after)[f"part {first.id}"] == f"收到申请\n{first.text}"


def test_a_refused_edition_leaves_the_draft_where_it_is(hall: Hall) -> None:
    hall.drafts.save("11111111-2222-3333-4444-555555555555", "reference_text", {"kind": "flow"}, by=hall.clerk)
    with pytest.raises(ChangedMeanwhile):
        publish(hall, FLOW, base=3, draft_instance="11111111-2222-3333-4444-555555555555")
    assert len(hall.drafts.mine(hall.clerk)) == 1
