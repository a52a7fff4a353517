"""A report's text cannot contradict its tables: slots are filled, typed numbers found, wrong ones show both values."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from annual_reports import FORMS, compiled, first_year, suqian_lines

from hallclient import reference
from hallclient.domain.figures.report import Report
from hallclient.domain.figures.report_compile import Counted, compile_report
from hallclient.domain.figures.report_pieces import Source
from hallclient.domain.figures.report_text import (
    MentionKind,
    SlotUnknown,
    changes,
    filled,
    marked,
    mentions,
    paragraphs,
    with_slots,
)
from hallclient.storage import figures

FORM = reference.load_report_forms()["national-2021"]
READING = FORM.reading
SAID = {
    "table3.received.total": 1234,
    "table3.carried_in.total": 20,
    "table3.outcome_total.total": 1200,
    "table3.carried_out.total": 54,
    "table3.granted.total": 700,
    "fees.total_yuan": Decimal("380.00"),
    "fees.cases": 1,
}


@pytest.fixture(scope="module")
def report() -> Report:
    bare = compile_report(
        FORM,
        Counted(values={}),
        lines=figures.lines(),
        agency="示例市",
        year=2025,
        first=date(2025, 1, 1),
        last=date(2025, 12, 31),
        source=Source(),
    )
    return replace(bare, figures=tuple(replace(one, value=SAID.get(one.id, one.value)) for one in bare.figures))


def of(kind: MentionKind, text: str, report: Report) -> list[str]:
    return [mention.found for mention in mentions(text, report, READING) if mention.kind is kind]


def test_slots_are_filled_from_the_figures(report: Report) -> None:
    text = "2025年新收申请{{received}}件，收取信息处理费{{ fees_yuan }}元。\n\n结转{{carried_out}}件。"
    assert paragraphs(text, report.slot_values()) == ("2025年新收申请1234件，收取信息处理费380.00元。", "结转54件。")


def test_an_unknown_slot_is_named_with_those_there_are(report: Report) -> None:
    with pytest.raises(SlotUnknown) as refused:
        filled("{{received}}件，{{recieved}}件", report.slot_values())
    assert refused.value.names == ("recieved",)
    assert "received" in refused.value.known


@pytest.mark.parametrize(
    ("text", "found", "figure", "expected"),
    [
        ("全年新收政府信息公开申请1243件", "1243", "table3.received.total", "1234"),
        ("上年结转21件", "21", "table3.carried_in.total", "20"),
        ("共办结1201件", "1201", "table3.outcome_total.total", "1200"),
        ("结转下年度继续办理55件", "55", "table3.carried_out.total", "54"),
        ("予以公开701件", "701", "table3.granted.total", "700"),
        ("实际收取信息处理费共计400元", "400", "fees.total_yuan", "380.00"),
    ],
)
def test_a_wrong_number_shows_both_values(report: Report, text: str, found: str, figure: str, expected: str) -> None:
    [mention] = mentions(text, report, READING)
    assert (mention.kind, mention.found) == (MentionKind.WRONG, found)
    assert (mention.figure, mention.expected) == (figure, expected)
    assert text[mention.start : mention.end] == found


@pytest.mark.parametrize(
    "text", ["收到申请1,234件", "收到申请１２３４件", "受理政府信息公开申请1234宗", "收到申请1 234件"]
)
def test_a_right_number_is_right_however_it_is_written(report: Report, text: str) -> None:
    if " " in text:  # a blank cuts a number in two: neither half is passed off as checked
        assert of(MentionKind.RIGHT, text, report) == []
    else:
        assert of(MentionKind.RIGHT, text, report) == [text[4:9] if "," in text else text[-5:-1].translate(_HALF)]


_HALF = {ord("０") + digit: ord("0") + digit for digit in range(10)}


@pytest.mark.parametrize("text", ["其中行政复议3起", "另外3起行政复议"])
def test_each_wording_of_a_pattern_is_read(text: str) -> None:
    [mention] = mentions(text, first_year(), FORMS["first-year"].reading)
    assert (mention.figure, mention.found, mention.expected) == ("reviews.reconsideration", "3", "2")


def test_the_form_of_2019_reads_its_own_numbers_too() -> None:
    report = compiled("national-2019", 2020, suqian_lines())
    found = mentions("新收申请3511件，行政许可决定5件，结转下年度9件。", report, FORMS["national-2019"].reading)
    assert [(one.figure, one.kind) for one in found] == [
        ("table3.received.total", MentionKind.RIGHT),
        ("table2.licences.decisions", MentionKind.WRONG),
        ("table3.carried_out.total", MentionKind.WRONG),
    ]


def test_what_no_pattern_knows_is_told_as_unchecked(report: Report) -> None:
    assert of(MentionKind.UNCHECKED, "举办培训班6期，培训5000多人", report) == ["6", "5000"]


def test_dates_articles_and_numbers_of_documents_are_no_figures(report: Report) -> None:
    text = "2025年1月1日至12月31日，依据国办公开办函〔2021〕30号、第20条第1项，12345热线转来，20个工作日内答复。"
    assert mentions(text, report, READING) == ()


def test_a_filled_slot_is_not_held_against_itself(report: Report) -> None:
    assert mentions("新收申请{{received}}件", report, READING) == ()


def test_last_years_text_comes_back_with_its_figures_as_slots(report: Report) -> None:
    last = "全年新收申请1234件，办结1200件，培训6期，结转下年度55件。"
    assert (
        with_slots(last, report, READING) == "全年新收申请{{received}}件，办结{{closed}}件，培训6期，结转下年度55件。"
    )


def test_changes_put_together_give_both_texts() -> None:
    before, after = "全年举办培训班6期，效果良好。", "全年举办培训班12期，参加500人，效果良好。"
    found = changes(before, after)
    assert "".join(change.text for change in found if change.kind != "added") == before
    assert "".join(change.text for change in found if change.kind != "gone") == after
    assert [change.text for change in found if change.kind == "gone"] == ["6"]


def test_the_marked_pieces_give_the_text_again(report: Report) -> None:
    text = "新收申请1235件，培训6期。"
    pieces = list(marked(text, mentions(text, report, READING)))
    assert "".join(piece for piece, _ in pieces) == text
    assert [piece for piece, mention in pieces if mention] == ["1235", "6"]
