"""F14: whatever the facts, the PDF says them all, in embedded fonts, the same every time, or it is refused."""

import re
import subprocess
import sys
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from io import BytesIO

import pytest
from pypdf import PdfReader

from hallclient.documents import contact_sheet, fonts, glyphs
from hallclient.documents.fonts import FontMissing
from hallclient.documents.glyphs import UnprintableText
from hallclient.documents.kinds import DocumentKind, load_kinds
from hallclient.documents.render import copy_slip, render
from hallclient.documents.samples import sample_facts
from hallclient.documents.wording import FactMissing, FactUnreadable, chinese_date

KINDS = load_kinds()
EVERY_KIND = pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
# Printed as a ticked box; and forms without a seal are dated by hand where they are signed.
TICKED = {
    "P02": {"form", "delivery", "issued_on"},
    "P07": {"third_decision", "issued_on"},
    "P14": {"service_method", "issued_on"},
    "P15": {"handling"},
}
# What a citizen or a clerk writes freely: each kind prints one of them.
FREE_TEXTS = ("subject", "content", "served_title", "information_name", "record_name")


def free_text(kind: DocumentKind) -> str:
    return next(name for name in FREE_TEXTS if name in kind.facts)


def prints(kind: DocumentKind) -> set[str]:
    """Return the facts a kind has a place for; the others only decide which paragraphs apply."""
    places = {slot.name for block in kind.body for slot in block.slots} | {block.each for block in kind.body}
    frame = {"agency_name", "issued_on", "document_number", "agency_contact", "agency_phone"}
    return (places | frame | {kind.recipient}) & set(kind.facts)


def said(data: bytes, number: str) -> str:
    """Return the text of all pages without blanks, page numbers and running heads."""
    pages = []
    for index, page in enumerate(PdfReader(BytesIO(data)).pages, start=1):
        text = re.sub(r"\s", "", page.extract_text())
        text = text.removesuffix(f"—{index}—")
        pages.append(re.sub(rf"^(申请|登记)编号：{re.escape(number)}", "", text))
    return "".join(pages)


def printed(kind: DocumentKind, name: str, value: object) -> str:
    if isinstance(value, date):
        return chinese_date(value)
    if isinstance(value, Decimal):
        return f"{value:.2f}"
    if kind.facts[name].type == "choice":
        return kind.facts[name].choices[str(value)]
    return re.sub(r"\s", "", str(value))


def check(kind: DocumentKind, facts: Mapping[str, object], *, pages: int) -> bytes:
    data = render(kind, facts)
    reader = PdfReader(BytesIO(data))
    text = said(data, str(facts["number"]))
    assert str(facts["number"]) in reader.pages[0].extract_text()
    for name, value in facts.items():
        if name in prints(kind) - TICKED.get(kind.code, set()):
            for item in value if isinstance(value, tuple) else (value,):
                assert printed(kind, name, item) in text, name
    assert kind.heading in text
    # No slot left open, no box, and no 〓 that stands for a character without a glyph.
    assert not re.search(r"[{}□■〓\ufffd]|Missing", text)
    assert glyphs.missing(text) == []
    assert len(reader.pages) <= pages
    assert len(data) > 1024
    assert b"Helvetica" not in data
    for page in reader.pages:
        for font in page["/Resources"]["/Font"].values():
            font = font.get_object()
            assert "+" in font["/BaseFont"]
            assert "/FontFile2" in font["/FontDescriptor"].get_object()
            assert "/ToUnicode" in font
    return data


@EVERY_KIND
def test_a_usual_document_fits_on_one_sheet(kind: DocumentKind) -> None:
    # The remedy of a reply in two parts is two remedies: with its reasons it takes the back of the sheet too.
    check(kind, sample_facts(kind), pages=2 if kind.remedy == "M" else 1)


@EVERY_KIND
def test_the_shortest_facts_print(kind: DocumentKind) -> None:
    facts = {
        name: "一" if kind.facts[name].type == "text" and name != "number" else value
        for name, value in sample_facts(kind).items()
    }
    facts |= {"item_clauses": ("一",)} if "item_clauses" in facts else {}
    check(kind, facts, pages=1)


@EVERY_KIND
@pytest.mark.parametrize(
    "text",
    [
        "王𬭎㛃〇·䶮及赵𠅤𣲗",
        "11010519491231002X、440524188001010014、123456789012345678",
        "ＡＢＣ１２３，（全角）［括号］！？；：～％",
        "繁體：會議中心三樓國際會議廳，請準時參加並於會前簽到",
        "费用￥1,200.00元，面积360㎡，气温25℃，№3，——“引号”……",
        "<b>&amp;</b> %s \\n {name} 不是标记".replace("{name}", "name"),
    ],
)
def test_rare_names_long_numbers_and_full_width_text_print(kind: DocumentKind, text: str) -> None:
    facts = {
        name: text if kind.facts[name].type == "text" and name not in ("number", "document_number") else value
        for name, value in sample_facts(kind).items()
    }
    check(kind, facts, pages=3)


@EVERY_KIND
@pytest.mark.slow
def test_the_longest_facts_print(kind: DocumentKind) -> None:
    """Every text a form takes at its full length, lists of many items, amounts and counts of many digits."""
    longest = {
        "text": "".join(f"第{n}项，关于老旧小区改造的说明；" for n in range(1, 200))[:1_000],
        "list": tuple(f"第{n}处不明确，请说明文件名称、文号或者其他特征" for n in range(1, 41)),
        "money": Decimal("107000.53"),
        "number": 999_999,
        "article": "第一百三十五条之一第二款第（三）项",
    }
    facts = {
        name: longest.get(kind.facts[name].type, value)
        if name not in ("number", "document_number", "answer_days", "addressee", "agency_name", kind.recipient)
        else value
        for name, value in sample_facts(kind).items()
    }
    characters = sum(len(str(value)) for name, value in facts.items() if name in prints(kind))

    check(kind, facts, pages=4 + characters // 300)


@EVERY_KIND
@pytest.mark.slow
def test_twenty_thousand_characters_flow_over_pages(kind: DocumentKind) -> None:
    name = free_text(kind)
    text = "".join(f"第{n}项，关于老旧小区改造资金的说明；" for n in range(1, 2000))[:19_999] + "完"
    facts = {**sample_facts(kind), name: text}

    check(kind, facts, pages=60)


@EVERY_KIND
def test_the_same_facts_give_the_same_bytes(kind: DocumentKind) -> None:
    facts = sample_facts(kind)

    assert render(kind, facts) == render(kind, dict(reversed(facts.items())))


@EVERY_KIND
def test_a_missing_fact_stops_the_document_and_is_named(kind: DocumentKind) -> None:
    facts = sample_facts(kind)
    for need in kind.needs:
        if need.required:
            without = {name: value for name, value in facts.items() if name != need.name}
            with pytest.raises(FactMissing) as refused:
                render(kind, without)
            assert refused.value.kind == kind.code
            assert refused.value.fields == (need.name,)
            assert refused.value.labels == (need.label,)


@EVERY_KIND
def test_a_text_no_font_has_is_refused_by_its_code_point(kind: DocumentKind) -> None:
    name = free_text(kind)

    with pytest.raises(UnprintableText) as refused:
        render(kind, {**sample_facts(kind), name: "路灯\U000323af与😀"})

    assert refused.value.fields == (name,)
    assert refused.value.characters == ("U+323AF", "U+1F600")


@EVERY_KIND
def test_a_practice_document_says_so_on_every_page(kind: DocumentKind) -> None:
    facts = {**sample_facts(kind), free_text(kind): "资金说明，" * 300}
    pages = PdfReader(BytesIO(render(kind, facts, practice=True))).pages

    assert len(pages) > 1
    assert all("练习" in page.extract_text() for page in pages)
    assert "练习" not in said(render(kind, facts), str(facts["number"]))


def test_a_blank_fact_is_a_missing_fact() -> None:
    with pytest.raises(FactMissing) as refused:
        render(KINDS["P01"], {**sample_facts(KINDS["P01"]), "subject": " \u200b\n", "clerk": ""})

    assert refused.value.fields == ("subject", "clerk")


def test_a_date_that_is_none_is_refused_by_field() -> None:
    with pytest.raises(FactUnreadable) as refused:
        render(KINDS["A02"], {**sample_facts(KINDS["A02"]), "published_on": "去年春天"})

    assert (refused.value.fields, refused.value.label, refused.value.expected) == (
        ("published_on",),
        "公开日期",
        "date",
    )


def test_facts_may_come_as_text_from_a_command_line() -> None:
    typed = sample_facts(KINDS["A01"])
    as_text = {**typed, "form": "纸质", "pages": "16", "received_on": "2026-03-02", "delivery": "collect"}

    assert render(KINDS["A01"], as_text) == render(KINDS["A01"], typed)


def test_file_properties_name_the_agency_and_no_person() -> None:
    facts = sample_facts(KINDS["P01"])
    reader = PdfReader(BytesIO(render(KINDS["P01"], facts)))

    assert reader.metadata is not None
    assert reader.metadata.title == "政府信息公开申请登记回执"
    assert reader.metadata.author == facts["agency_name"]
    assert reader.trailer["/Root"]["/Lang"] == "zh-CN"
    assert "欧阳" not in str(dict(reader.metadata))


def test_a_document_in_traditional_script_uses_the_song_face_throughout() -> None:
    reader = PdfReader(BytesIO(render(KINDS["P01"], sample_facts(KINDS["P01"]), script="traditional")))
    names = {font.get_object()["/BaseFont"] for font in reader.pages[0]["/Resources"]["/Font"].values()}

    assert names
    assert not [name for name in names if "Fang" in name]


def test_a_signature_never_stands_alone_on_a_page() -> None:
    for length in range(100, 900, 50):
        facts = {**sample_facts(KINDS["A02"]), "subject": "改" * length}
        last = PdfReader(BytesIO(render(KINDS["A02"], facts))).pages[-1].extract_text()
        before = last[: last.index("联系人")]
        assert "提起行政诉讼" in before, length


def test_no_line_of_a_paragraph_stands_alone_at_either_end_of_a_page() -> None:
    broken = 0
    for length in range(380, 640, 13):
        facts = {**sample_facts(KINDS["A02"]), "subject": "改" * length}
        pages = PdfReader(BytesIO(render(KINDS["A02"], facts))).pages
        lines = [[line for line in page.extract_text().splitlines() if "改改" in line] for page in pages]
        counts = [len(found) for found in lines if found]
        broken += len(counts) > 1
        assert 1 not in counts, length

    assert broken > 3


def test_odd_pages_are_numbered_on_the_right_and_even_ones_on_the_left() -> None:
    facts = {**sample_facts(KINDS["P01"]), "subject": "改" * 2000}
    at: list[float] = []
    for index, page in enumerate(PdfReader(BytesIO(render(KINDS["P01"], facts))).pages, start=1):

        def seen(text: str, cm: list[float], tm: list[float], font: object, size: float, wanted=f"— {index} —") -> None:
            if text.strip() == wanted:
                at.append(tm[4])

        page.extract_text(visitor_text=seen)

    assert len(at) >= 3
    assert all((x > 300) == (index % 2 == 0) for index, x in enumerate(at))


def test_the_contact_sheet_has_every_kind(tmp_path) -> None:
    names = {path.stem for path in contact_sheet.write(tmp_path, pictures=False)}

    assert set(KINDS) <= names
    assert all(path.read_bytes().startswith(b"%PDF") for path in tmp_path.iterdir())


def test_a_missing_font_is_trouble_and_never_an_empty_file(monkeypatch: pytest.MonkeyPatch, tmp_path) -> None:
    monkeypatch.setattr(fonts, "FOLDER", tmp_path)
    monkeypatch.setattr(fonts, "_loaded", {})

    with pytest.raises(FontMissing) as trouble:
        render(KINDS["P01"], sample_facts(KINDS["P01"]))

    assert trouble.value.path.endswith(".ttf")


def test_the_menu_of_documents_does_not_cost_the_start_reportlab() -> None:
    code = (
        "import sys, hallclient.documents.facts, hallclient.documents.render, hallclient.documents.sheets\n"
        "from hallclient.documents import glyphs, kinds\n"
        "kinds.load_kinds(), glyphs.missing('窗口')\n"
        "sys.exit(any(name.startswith(('reportlab', 'PIL')) for name in sys.modules))"
    )

    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_the_number_stands_as_bar_code_only_where_a_scanner_can_type_it() -> None:
    facts = sample_facts(KINDS["P01"])
    latin = PdfReader(BytesIO(render(KINDS["P01"], facts))).pages[0].get_contents()
    chinese = PdfReader(BytesIO(render(KINDS["P01"], {**facts, "number": "示例第17号"}))).pages[0].get_contents()

    assert latin is not None
    assert chinese is not None
    assert latin.get_data().count(b" re") > 50
    assert chinese.get_data().count(b" re") == 0


def test_a_copy_slip_says_which_copy_of_what_and_why() -> None:
    data = copy_slip(
        document_number="示政数回〔2026〕17号",
        title="政府信息公开申请登记回执",
        copy_no=3,
        reason="申请人遗失",
        agency="示例市政务服务和数据管理局",
        clerk="周窗口",
        printed_on=date(2026, 3, 9),
        sha256="ab" * 32,
    )
    text = said(data, "")

    for wanted in ("示政数回〔2026〕17号", "补打第3份", "申请人遗失", "2026年3月9日", "ab" * 32):
        assert wanted in text
    assert len(PdfReader(BytesIO(data)).pages) == 1
