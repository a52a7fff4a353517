"""Does what leaves the program hold what stands on the screen, and can annual tables be read back and checked?"""

import io
import json
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from closing_hall import CLERK, SUPERVISOR, Hall, hall_in, import_rows
from pypdf import PdfReader
from registers import golden, suqian_rows

from hallclient.domain.figures.identities import IdentitiesBroken
from hallclient.domain.figures.report_check import ReportUnreadable
from hallclient.domain.register.permissions import NotPermitted
from hallclient.foundation.trouble import FileUnreadable
from hallclient.services.exporting import FormatUnknown
from hallclient.services.figures import check_report

DAY = date(2026, 3, 2)


@pytest.fixture
def hall(tmp_path: Path) -> Iterator[Hall]:
    with hall_in(tmp_path) as opened:
        yield opened


@pytest.fixture(scope="module")
def suqian(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Hall]:
    with hall_in(tmp_path_factory.mktemp("suqian"), "2026-11-22 09:00:00") as opened:
        import_rows(opened, suqian_rows())
        yield opened


@pytest.mark.parametrize("ending", ["pdf", "xlsx", "csv", "json"])
def test_a_day_sheet_leaves_in_every_format_with_its_figures(hall: Hall, tmp_path: Path, ending: str) -> None:
    hall.enquiry("2026-03-02", persons=4711)
    sheet = hall.closing.close(DAY, by=CLERK)
    target = tmp_path / f"日报.{ending}"

    hall.closing.export(sheet, target, by=CLERK)

    text = _text(target)
    assert "4711" in text
    assert "2026-03-02" in text
    assert sheet.sha256[:20] in text


def _text(path: Path) -> str:
    if path.suffix == ".pdf":
        return "".join(page.extract_text() for page in PdfReader(path).pages)
    if path.suffix == ".xlsx":
        book = openpyxl.load_workbook(path)
        return "\n".join(str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row)
    return path.read_text(encoding="utf-8-sig")


def test_an_open_day_is_marked_so_on_paper(hall: Hall, tmp_path: Path) -> None:
    hall.enquiry("2026-03-02")
    interim, target = hall.closing.interim(DAY, by=CLERK), tmp_path / "x.pdf"

    hall.closing.export(interim, target, by=CLERK)
    assert "未结" in _text(target)

    hall.closing.export(hall.closing.close(DAY, by=CLERK), target, by=CLERK)
    assert "未结" not in _text(target)
    assert "日结第 1 号" in _text(target)


def test_a_closed_sheets_json_is_the_contracts(hall: Hall) -> None:
    hall.application("2026-03-02", "2026-03-02", fee_yuan="380.50")
    answer = json.loads(json.dumps(hall.closing.close(DAY, by=CLERK).as_json()))

    assert {
        "window",
        "business_date",
        "z_number",
        "revision",
        "lines",
        "identities",
        "sha256",
        "previous_sha256",
    } <= set(answer)
    assert {"code": "fees.yuan", "label": "收费（元）", "unit": "元", "value": "380.50"} in answer["lines"]
    assert {"code": "fees.cases", "label": "收费（笔）", "unit": "笔", "value": 1} in answer["lines"]


def test_an_unknown_format_is_refused_with_those_known(hall: Hall, tmp_path: Path) -> None:
    with pytest.raises(FormatUnknown) as refused:
        hall.closing.export(hall.closing.close(DAY, by=CLERK), tmp_path / "x.doc", by=CLERK)

    assert refused.value.known == (".pdf", ".xlsx", ".csv", ".json")
    assert list(tmp_path.glob("x.*")) == []


def test_period_figures_leave_for_who_may_export_them(hall: Hall, tmp_path: Path) -> None:
    hall.enquiry("2026-03-02", persons=4711)
    hall.close("2026-03-02")
    tally = hall.figures.tally(DAY, DAY)

    for ending in ("xlsx", "csv", "json"):
        hall.figures.export_tally(tally, tmp_path / f"t.{ending}", by=SUPERVISOR)
        assert "4711" in _text(tmp_path / f"t.{ending}")
    with pytest.raises(NotPermitted):
        hall.figures.export_tally(tally, tmp_path / "t.csv", by=CLERK)


def test_figures_that_contradict_each_other_are_not_exported(hall: Hall, tmp_path: Path) -> None:
    wrong = hall.application("2026-03-02", "2026-03-02")
    hall.close("2026-03-02")
    hall.run("UPDATE applications SET outcome = '' WHERE number = ?", wrong)

    for write in (
        lambda: hall.figures.export_tally(hall.figures.tally(DAY, DAY), tmp_path / "t.csv", by=SUPERVISOR),
        lambda: hall.figures.export_annual(hall.figures.national(2026, live=True), tmp_path / "t.json", by=SUPERVISOR),
    ):
        with pytest.raises(IdentitiesBroken):
            write()
    assert list(tmp_path.glob("t.*")) == []


def test_the_annual_json_has_the_published_shape(suqian: Hall, tmp_path: Path) -> None:
    suqian.figures.export_annual(suqian.figures.national(2023), tmp_path / "a.json", by=SUPERVISOR)

    written, published = json.loads((tmp_path / "a.json").read_text(encoding="utf-8")), golden("suqian-2023")
    for part in ("table2", "table3", "table4", "fees"):
        assert written[part] == published[part]
    assert {identity["id"] for identity in written["identities"]} >= {"R1", "R2", "R3", "R4", "R5", "R8"}


def test_the_annual_workbook_stands_like_the_official_form(suqian: Hall, tmp_path: Path) -> None:
    suqian.figures.export_annual(suqian.figures.national(2023), tmp_path / "a.xlsx", by=SUPERVISOR)

    book = openpyxl.load_workbook(tmp_path / "a.xlsx")
    assert book.sheetnames == [
        "表二 主动公开",
        "表三 依申请公开",
        "表四 复议诉讼",
        "信息处理费",
        "报告正文",
        "勾稽关系",
        "指标说明",
    ]
    sheet = book["表三 依申请公开"]
    assert sheet["A2"].value == "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）"
    assert "D2:J2" in {str(area) for area in sheet.merged_cells.ranges}
    assert [cell.value for cell in sheet[5]][3:] == [3402, 99, 0, 4, 5, 1, 3511]
    assert sheet["A7"].value == "三、本年度办理结果"
    assert sheet["B7"].value == "（一）予以公开"
    assert sheet["B9"].value == "（三）不予公开"
    assert sheet["C9"].value == "1.属于国家秘密"
    assert [cell.value for cell in book["表四 复议诉讼"][5]][:5] == [309, 17, 88, 26, 440]


def test_an_exported_workbook_passes_the_check_and_a_spoilt_one_names_its_cells(suqian: Hall, tmp_path: Path) -> None:
    target = tmp_path / "a.xlsx"
    suqian.figures.export_annual(suqian.figures.national(2023), target, by=SUPERVISOR)
    assert check_report(target) == ()

    book = openpyxl.load_workbook(target)
    book["表三 依申请公开"]["D7"] = 1174
    book["表四 复议诉讼"]["E5"] = 441
    book.save(target)

    found = {(one.identity, one.cells[0]): (one.expected, one.found) for one in check_report(target)}
    assert found == {
        ("R2", "table3.granted.natural_person"): (3374, 3375),
        ("R3", "table3.granted.natural_person"): (1190, 1191),
        ("R5", "table4.reconsideration.upheld"): (440, 441),
    }


def test_a_report_of_another_agency_is_read_from_json(tmp_path: Path) -> None:
    report: dict[str, Any] = golden("suqian-2023")
    target = tmp_path / "r.json"
    target.write_text(json.dumps(report), encoding="utf-8")
    assert check_report(target) == ()

    report["table3"]["rows"][0]["cells"]["total"] = -3511
    target.write_text(json.dumps(report), encoding="utf-8")
    assert {one.identity for one in check_report(target)} == {"R1", "R3", "R8"}


def test_a_broken_or_foreign_file_is_refused(tmp_path: Path) -> None:
    broken, foreign, list_ = tmp_path / "b.xlsx", tmp_path / "f.xlsx", tmp_path / "l.json"
    broken.write_bytes(b"PK\x03\x04nonsense")
    openpyxl.Workbook().save(foreign)
    list_.write_text("[1]", encoding="utf-8")

    for path, refusal in (
        (broken, FileUnreadable),
        (tmp_path / "no.xlsx", FileUnreadable),
        (foreign, ReportUnreadable),
    ):
        with pytest.raises(refusal):
            check_report(path)
    with pytest.raises(ReportUnreadable):
        check_report(list_)


def test_the_definitions_in_a_workbook_are_the_cards_own(hall: Hall, tmp_path: Path) -> None:
    hall.enquiry("2026-03-02")
    hall.closing.export(hall.closing.close(DAY, by=CLERK), tmp_path / "d.xlsx", by=CLERK)

    rows = openpyxl.load_workbook(io.BytesIO((tmp_path / "d.xlsx").read_bytes()))["指标说明"].iter_rows(
        values_only=True
    )
    written = {row[0]: row[2] for row in rows}
    cards = {line.code: line.definition for line in hall.figures.lines()}
    assert written["enquiries.persons"] == cards["enquiries.persons"]
    assert all(written[code] == cards[code] for code in written if code in cards)


def test_money_of_a_fraction_keeps_its_places(hall: Hall) -> None:
    hall.application("2026-03-02", "2026-03-02", fee_yuan="0.10")
    hall.application("2026-03-02", "2026-03-02", fee_yuan="0.20")

    assert hall.closing.close(DAY, by=CLERK).value("fees.yuan") == Decimal("0.30")
