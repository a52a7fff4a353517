"""Are the forms of the annual report what the notices prescribe, and is a report one unchangeable thing?"""

import copy
import tomllib
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from annual_reports import FORMS, compiled, first_year, leaves, suqian, suqian_lines
from registers import golden

from hallclient.domain.figures import report_forms
from hallclient.domain.figures.report import Report, canonical, read, with_texts
from hallclient.domain.figures.report_check import BLOCKS
from hallclient.domain.figures.report_compile import Counted, compile_report
from hallclient.domain.figures.report_drawing import headings
from hallclient.domain.figures.report_forms import FormInvalid, ReportFormUnknown
from hallclient.domain.figures.report_json import answer
from hallclient.domain.figures.report_pieces import Source
from hallclient.domain.outcomes import Outcome
from hallclient.foundation.paths import RESOURCES
from hallclient.reference import load_outcomes
from hallclient.storage.figures import lines

ALL = [
    suqian,
    first_year,
    lambda: compiled("national-2019", 2020, suqian_lines()),
    lambda: compiled("return-2008", 2008, {}),
]


@pytest.mark.parametrize("make", ALL)
def test_a_report_comes_back_from_its_canonical_text_unchanged(make: Any) -> None:
    report: Report = make()
    text = canonical(report)

    assert read(text) == report
    assert canonical(read(text)) == text
    assert read(text).sha256 == report.sha256


def test_the_canonical_text_of_a_report_stays_the_same_for_ever() -> None:
    """Whatever was published is kept by this hash: a change of the shape must keep reading the old one."""
    tiny = compiled("return-2008", 2008, {"applications.received": 2, "applications.received.channel.fax": 2})
    text = canonical(tiny)

    assert text.startswith('{"agency":"示例市人民政府","basis":')
    assert '["return.10.period",2,"条","申请总数 本期实际 1",["applications.received"],false]' in text
    assert '"shape":1' in text
    assert '"source":{"adjustments":0,"head":"","kind":"store","live":false,"open_days":[],"units":[]}' in text


def test_every_figure_moves_the_hash() -> None:
    values = suqian_lines()
    seen = {suqian().sha256}
    for code in list(values)[::17]:
        seen.add(compiled("national-2021", 2023, values | {code: values[code] + 1}).sha256)
    assert len(seen) == 1 + len(list(values)[::17])


def test_the_checksum_is_of_what_is_told_and_the_hash_of_where_it_came_from_too() -> None:
    hub = compiled("national-2021", 2023, suqian_lines(), source=Source(kind="hub", head="a" * 64))
    open_ = compiled("national-2021", 2023, suqian_lines(), source=Source(open_days=(date(2023, 12, 29),)))

    assert hub.checksum == suqian().checksum == answer(hub)["sha256"]
    assert answer(hub) == answer(suqian())
    assert hub.sha256 != suqian().sha256
    assert open_.checksum != suqian().checksum
    assert with_texts(suqian(), {"overview": ("一",)}).checksum != suqian().checksum


def test_written_texts_take_the_place_of_the_forms_own() -> None:
    report = with_texts(suqian(), {"overview": ("第一段。", "第二段。"), "other": ()})

    assert report.part("overview").texts == ("第一段。", "第二段。")
    assert report.part("other").texts == ()
    assert report.part("proactive") == suqian().part("proactive")
    assert report.sha256 != suqian().sha256


def test_slots_are_filled_with_the_figures() -> None:
    assert suqian().part("other").texts == ("2023年收取信息处理费25件，共计2950元。",)
    said = "".join(first_year().part("proactive").texts)
    assert "业务动态类信息138431条，占82.5%；" in said
    assert "{{" not in said
    slots = suqian().slot_values()
    assert (slots["received"], slots["fees_yuan"], slots["carried_out"], slots["year"]) == (
        "3511",
        "2950",
        "121",
        "2023",
    )


@pytest.mark.parametrize(
    ("year", "form"),
    [(2008, "first-year"), (2013, "first-year"), (2018, "first-year"), (2019, "national-2019"), (2020, "national-2019"),
     (2021, "national-2021"), (2026, "national-2021"), (2040, "national-2021")],
)  # fmt: skip
def test_the_year_chooses_its_form(year: int, form: str) -> None:
    assert FORMS.for_year(year).id == form


def test_an_unknown_form_is_refused_with_those_there_are() -> None:
    with pytest.raises(ReportFormUnknown) as refused:
        FORMS["national-1999"]
    assert set(refused.value.known) == {"first-year", "return-2008", "national-2019", "national-2021"}


def test_the_national_form_has_the_official_parts_and_the_outcomes_own_wording() -> None:
    form = FORMS["national-2021"]

    assert [part.heading for part in form.parts] == [
        "一、总体情况",
        "二、主动公开政府信息情况",
        "三、收到和处理政府信息公开申请情况",
        "四、政府信息公开行政复议、行政诉讼情况",
        "五、存在的主要问题及改进情况",
        "六、其他需要报告的事项",
    ]
    table3 = suqian().grid("table3")
    for entry in load_outcomes():
        cell = next(cell for cell in table3.cells if cell.figure == f"table3.{entry.outcome.value}.total")
        assert [head.text for head in headings(table3, cell) if head.head == "row"][-1] == entry.printed
    rows = [row["label"] for row in answer(suqian())["table3"]["rows"]]
    assert rows == [row["label"] for row in golden("suqian-2023")["table3"]["rows"]]


def test_the_outcomes_of_the_forms_are_the_houses() -> None:
    present, trial = FORMS["national-2021"].sets, FORMS["national-2019"].sets

    assert present["outcomes"] == tuple(outcome.value for outcome in Outcome)
    assert (*trial["outcomes"], "closed_correction_overdue", "closed_fee_unpaid", "closed_other") == present["outcomes"]
    assert len(trial["outcome_rows"]) == 19


@pytest.mark.parametrize("form", FORMS.forms, ids=lambda form: form.id)
def test_every_figure_counts_lines_there_are_and_stands_in_a_table(form: report_forms.ReportForm) -> None:
    report = compiled(form.id, max(2008, form.first), {})
    shown = {cell.figure for grid in report.grids() for cell in grid.cells if cell.figure}
    catalogue = lines()

    # Fees stand in the sentence of part 六; a table of them only where there are any.
    assert {figure.id for figure in report.figures} - shown <= {"fees.cases", "fees.total_yuan"}
    for rule in form.figures:
        for code in rule.lines:
            code = code.removeprefix("-")
            assert code.startswith("disputes.pending_before.") or catalogue.find(code) is not None, code


@pytest.mark.parametrize("form", FORMS.forms, ids=lambda form: form.id)
def test_a_tables_cells_cover_it_once(form: report_forms.ReportForm) -> None:
    for grid in compiled(form.id, max(2008, form.first), suqian_lines()).grids():
        places = [
            (row, column)
            for cell in grid.cells
            for row in range(cell.row, cell.row + cell.rows)
            for column in range(cell.column, cell.column + cell.columns)
        ]
        assert sorted(places) == [(row, column) for row in range(grid.height) for column in range(grid.width)]


def test_the_trial_form_counts_the_other_handling_in_one_row() -> None:
    report = compiled("national-2019", 2020, suqian_lines())

    assert report.cells["table3.other_handling.total"].value == 40 + 10 + 291
    assert report.cells["table2.procurement.amount"].text == "未统计"
    assert [one.id for one in report.broken] == []


def test_the_return_tells_the_month_beside_the_year() -> None:
    march = Counted(values={"applications.received": 2, "applications.received.channel.oral": 2})
    report = compiled(
        "return-2008", 2008,
        {"applications.received": 7, "applications.received.channel.oral": 3}
        | {"applications.received.channel.in_person": 4},
        first=date(2008, 3, 1), last=date(2008, 3, 31), period=march,
    )  # fmt: skip

    assert [report.cells[f"return.11.{over}"].value for over in ("period", "year")] == [2, 7]
    assert report.slot_values()["period"] == "2008年3月1日至2008年3月31日"
    assert report.broken == ()


def test_a_code_nobody_counts_is_not_a_zero_until_somebody_enters_one() -> None:
    def page_views(values: dict[str, Any], entered: frozenset[str]) -> str:
        report = compile_report(
            FORMS["return-2008"], Counted(values=values, entered=entered), lines=lines(), agency="某局", year=2008,
            first=date(2008, 1, 1), last=date(2008, 12, 31), source=Source(),
        )  # fmt: skip
        return report.cells["return.05.year"].text

    assert page_views({}, frozenset()) == "未统计"
    assert page_views({}, frozenset({"return.page_views"})) == "0"
    assert page_views({"counters.return.page_views": 12}, frozenset()) == "12"


def test_what_was_carried_in_may_come_from_last_year_and_moves_what_is_carried_out() -> None:
    values = suqian_lines()
    given = {"natural_person": 100, "commercial_enterprise": 3, "legal_service_organisation": 2}
    report = compiled("national-2021", 2023, values, carried_in=given)

    assert report.cells["table3.carried_in.total"].value == 105
    assert report.cells["table3.carried_out.natural_person"].value == 118 + 9
    assert [one.id for one in report.broken] == ["R4"]
    assert set(report.broken[0].cells) == {"table3.carried_in.natural_person", "table3.carried_in.total"}


def test_last_years_published_report_is_asked_where_it_is_known() -> None:
    before: dict[str, Any] = {f"table3.carried_out.{name}": 0 for name in ("natural_person", "total")}
    before |= {"table2.rules.in_force": 9, "table2.normative_documents.in_force": 970}

    broken = {one.id: one for one in compiled("national-2021", 2023, suqian_lines(), last_year=before).broken}
    assert set(broken) == {"R4", "W1"}
    assert broken["W1"].cells == tuple(
        f"table2.normative_documents.{part}" for part in ("issued", "repealed", "in_force")
    )
    assert (broken["W1"].expected, broken["W1"].found) == ("590", "597")


def test_table_four_goes_on_from_what_was_undecided_in_last_years_published_report() -> None:
    values = suqian_lines()
    before: dict[str, Any] = {f"table4.{block}.pending": 0 for block in BLOCKS}
    (held,) = (one for one in compiled("national-2021", 2023, values, last_year=before).identities if one.id == "D1")
    assert held.holds

    before["table4.reconsideration.pending"] = 3
    report = compiled("national-2021", 2023, values, last_year=before)
    total = report.cells["table4.reconsideration.total"].value
    assert total is not None
    (broken,) = report.broken
    assert (broken.id, broken.cells) == ("D1", ("table4.reconsideration.total",))
    assert (broken.expected, broken.found) == (str(total + 3), str(total))


def test_table_four_is_not_asked_where_last_years_is_unknown() -> None:
    for before in (None, {"table3.carried_out.total": 114}):
        report = compiled("national-2021", 2023, suqian_lines(), last_year=before)
        assert "D1" not in {one.id for one in report.identities}


def test_definitions_are_the_cards_own_words() -> None:
    cards = {line.code: line.definition for line in lines().lines}

    for make in ALL:
        for one in make().definitions:
            assert one.own or one.confirm or cards[one.code] == one.text
    assert "applications.closed.outcome_kind" in {one.code for one in suqian().definitions}


def test_what_of_an_old_form_is_ours_is_said_at_each_figure() -> None:
    """Domain 2.7: of the return only 18, 19, 25 and 29 have a result of today's that means the same."""
    same = {"18", "19", "25", "29"}
    results = {f"{code:02d}" for code in range(17, 32)} - same
    noted = {rule.id.split(".")[1] for rule in FORMS["return-2008"].figures if rule.confirm}
    assert results <= noted
    assert not same & noted
    told = {one.code: one.confirm for one in compiled("return-2008", 2008, {}).definitions if one.confirm}
    assert {f"return.{code}" for code in results} <= set(told)

    trial = {one.code: one.confirm for one in compiled("national-2019", 2019, {}).definitions if one.confirm}
    assert {"table2", "table2.rules", "table2.normative_documents", "table3.other_handling"} <= set(trial)
    assert not [one for one in suqian().definitions if one.confirm], "the form in force is copied word for word"


def test_a_note_to_be_confirmed_survives_being_kept() -> None:
    report = compiled("return-2008", 2008, {})

    assert read(canonical(report)) == report
    assert [one.confirm for one in read(canonical(report)).definitions] == [one.confirm for one in report.definitions]


def test_a_zero_total_has_no_shares() -> None:
    report = compiled("first-year", 2008, {})

    assert report.cells["proactive.portal_items.by_category.plans.share_percent"].text == "—"
    assert report.cells["proactive.portal_items.total_share_percent"].text == "—"


def test_money_keeps_its_fen() -> None:
    report = compiled("national-2021", 2023, {"fees.cases": 2, "fees.yuan": Decimal("0.30")})

    assert report.cells["fees.total_yuan"].text == "0.30"
    assert read(canonical(report)).cells["fees.total_yuan"].text == "0.30"
    assert leaves(answer(report)["fees"])[1] == ("total_yuan", "0.30")


def _broken_form(change: Any) -> dict[str, Any]:
    said = copy.deepcopy(tomllib.loads((RESOURCES / "reports" / "national-2021.toml").read_text("utf-8")))
    change(said)
    return said


@pytest.mark.parametrize(
    "change",
    [
        lambda said: said["part"][1]["table"][0]["rows"][0].append("<"),
        lambda said: said["part"][1]["table"][0]["rows"][2].__setitem__(1, "@table2.nothing"),
        lambda said: said["part"][0].__setitem__("heading", "总体情况"),
        lambda said: said["figure"].append(said["figure"][0]),
        lambda said: said["identity"][0]["found"].append("table3.nothing.total"),
        lambda said: said["slots"].__setitem__("x", "nothing"),
        lambda said: said.pop("basis"),
        lambda said: said["figure"][0].__setitem__("name", "$nothing"),
    ],
)
def test_a_form_that_contradicts_itself_is_refused_at_start(change: Any) -> None:
    with pytest.raises(FormInvalid):
        report_forms.read(_broken_form(change))
