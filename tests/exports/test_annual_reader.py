"""Are published reports read as offices and portals leave them: cut tables, nested cells, any script, any digits?"""

import io
from pathlib import Path
from typing import Any

import docx
import opencc
import pytest
from annual_reports import FORMS, national_cells, suqian
from registers import GOLDEN, golden

from hallclient.domain.figures.report_check import ReportUnreadable, number_of
from hallclient.exports import annual_files, annual_reader
from hallclient.exports.annual_words import fold, label
from hallclient.foundation.trouble import FileUnreadable
from hallclient.services.exporting import annual_bytes
from hallclient.services.figures import check_report

WANTED = {id: number_of(value) for id, value in national_cells(golden("suqian-2023")).items()}


def _cells(path: Path) -> dict[str, Any]:
    said = annual_reader.read(path, FORMS)
    return {id: number_of(value) for id, value in national_cells(said).items()}


def _page(folder: Path, html: str, *, encoding: str = "utf-8", name: str = "r.html") -> Path:
    path = folder / name
    path.write_bytes(html.encode(encoding))
    return path


@pytest.fixture(scope="module")
def page() -> str:
    return annual_bytes(suqian(), ".html").decode()


def _portal(page: str) -> str:
    """Return the page as a portal's editor leaves one: nested spans, blanks, no heads, upper case, nothing closed."""
    for old, new in (
        ("<thead>", ""),
        ("</thead>", ""),
        ("<tbody>", "<TBODY>"),
        ("</tbody>", ""),
        ("</tr>", ""),
        ("</td>", "</span></p>"),
        ("</th>", "</p>"),
        ("<tr>", "<TR style='height:20px'>"),
    ):
        page = page.replace(old, new)
    page = page.replace("<th ", "<TD align=center><p></p><td ".replace("<TD align=center><p></p>", ""))
    return page.replace('scope="row"', 'nowrap="nowrap"').replace(">0", '><p align="center"><span>&nbsp;0\u200b ')


def test_an_editors_markup_changes_no_cell(page: str, tmp_path: Path) -> None:
    assert _cells(_page(tmp_path, _portal(page))) == WANTED


def test_a_layout_table_around_the_tables_changes_no_cell(page: str, tmp_path: Path) -> None:
    body = page.replace("<main", "<table><tr><td>导航<table><tr><td>1</td></tr></table></td><td><main")

    assert _cells(_page(tmp_path, body.replace("</main>", "</main></td></tr></table>"))) == WANTED


@pytest.mark.parametrize("config", ["s2t", "s2tw", "s2hk", "s2twp"])
def test_a_report_in_traditional_characters_is_read_as_the_same(config: str, page: str, tmp_path: Path) -> None:
    traditional = opencc.OpenCC(config).convert(page)

    assert "新收政府" in page
    assert traditional != page
    assert _cells(_page(tmp_path, traditional)) == WANTED


def test_every_heading_of_the_forms_survives_the_way_to_traditional_and_back() -> None:
    for config in ("s2t", "s2tw", "s2hk", "s2twp"):
        convert = opencc.OpenCC(config).convert
        for form in FORMS.forms:
            for part in form.parts:
                for table in part.tables:
                    for row in table.rows:
                        for cell in row if isinstance(row, tuple) else row.cells:
                            if cell[:2] in ("# ", "> "):
                                assert fold(convert(cell)) == fold(cell)


@pytest.mark.parametrize(
    "digits",
    [lambda text: text.translate(str.maketrans("0123456789", "０１２３４５６７８９")), lambda text: f"{int(text):,}"],
)
def test_wide_digits_and_thousands_separators_are_numbers(digits: Any, page: str, tmp_path: Path) -> None:
    import re

    typed = re.sub(r"(?<=>)(\d+)(?=</td>)", lambda found: digits(found.group(1)), page)

    assert typed != page
    assert _cells(_page(tmp_path, typed)) == WANTED


@pytest.mark.parametrize("empty", ["", "&nbsp;", "—", "/", "－"])
def test_what_offices_print_for_nothing_is_a_nought(empty: str, page: str, tmp_path: Path) -> None:
    path = _page(tmp_path, page.replace(">0</td>", f">{empty}</td>"))

    assert {id: value or 0 for id, value in _cells(path).items()} == WANTED
    assert check_report(path) == ()


def test_a_table_cut_in_two_without_merged_cells_goes_on_without_its_head(page: str, tmp_path: Path) -> None:
    tables = annual_files.read(_page(tmp_path, page)).tables
    html = []
    for table in tables:
        rows = [
            "".join(
                f"<td>{place.value if (place.row, place.column) == (at, column) else ''}" for column, place in cells
            )
            for at, cells in ((at, list(enumerate(row))) for at, row in enumerate(table))
        ]
        cut = 14 if len(rows) > 20 else len(rows)
        html += [f"<table>{'<tr>'.join(['', *part])}</table>" for part in (rows[:cut], rows[cut:]) if part]

    path = _page(tmp_path, "<p>（续）</p>".join(html))
    assert len(html) == len(tables) + 1
    assert {id: value for id, value in _cells(path).items() if not id.startswith("table2")} == {
        id: value for id, value in WANTED.items() if not id.startswith("table2")
    }
    assert check_report(path) == ()


@pytest.mark.parametrize("encoding", ["gb18030", "gbk"])
def test_a_page_in_the_old_encoding_is_read(encoding: str, page: str, tmp_path: Path) -> None:
    old = page.replace('charset="utf-8"', 'charset="gb2312"').replace("—", "-")

    assert _cells(_page(tmp_path, old, encoding=encoding)) == WANTED


def test_a_page_that_says_nothing_of_its_encoding_is_read(page: str, tmp_path: Path) -> None:
    silent = page.replace('<meta charset="utf-8">', "")

    assert _cells(_page(tmp_path, silent)) == WANTED
    assert _cells(_page(tmp_path, silent, encoding="gb18030", name="g.htm")) == WANTED


def test_words_of_scripts_and_styles_are_no_text(tmp_path: Path) -> None:
    path = _page(tmp_path, "<head><title>x</title></head><script>var 通气会 = '通气会18场'</script><p>正文")

    assert annual_files.read(path).text.strip() == "正文"


def test_a_word_table_with_content_controls_and_tracked_changes_is_read(tmp_path: Path) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    document = docx.Document(io.BytesIO(annual_bytes(suqian(), ".docx")))
    cell = document.tables[1].rows[3]._tr.findall(qn("w:tc"))[-1]
    control, content = OxmlElement("w:sdt"), OxmlElement("w:sdtContent")
    cell.addprevious(control)
    control.append(content)
    content.append(cell)
    struck, run, text = OxmlElement("w:del"), OxmlElement("w:r"), OxmlElement("w:delText")
    text.text = "9"
    run.append(text)
    struck.append(run)
    cell.find(qn("w:p")).append(struck)
    document.save(tmp_path / "r.docx")

    assert _cells(tmp_path / "r.docx") == WANTED


def test_a_changed_cell_of_a_word_file_is_caught(tmp_path: Path) -> None:
    document = docx.Document(io.BytesIO(annual_bytes(suqian(), ".docx")))
    document.tables[1].cell(5, 3).paragraphs[0].runs[0].text = "1174"
    document.save(tmp_path / "r.docx")

    found = check_report(tmp_path / "r.docx")
    assert {one.identity for one in found} == {"R2", "R3"}
    assert all("table3.granted.natural_person" in one.cells for one in found)


def test_the_customers_own_text_gives_exactly_three_flagged_shares() -> None:
    found = check_report(GOLDEN / "first-year-report.txt")

    assert [(one.identity, one.cells[0].split(".")[3], one.expected, one.found) for one in found] == [
        ("shares", "business_updates", "82.5", "82.4"),
        ("shares", "emergency_management", "0.3", "0.2"),
        ("shares", "other", "12.0", "12.1"),
    ]


def test_the_customers_own_text_is_read_figure_by_figure() -> None:
    said = annual_reader.read(GOLDEN / "first-year-report.txt", FORMS)

    assert said["proactive"]["portal_items"]["total"] == "167838"
    assert said["proactive"]["press_conferences"] == "26"
    assert said["proactive"]["press_briefings"] == "18"
    assert said["proactive"]["media_items"] == "491"
    assert said["windows"]["enquiries_and_complaints_person_times"] == "165695"
    assert said["applications"]["received"] == "20495"
    assert (said["reviews"]["total"], said["reviews"]["reconsideration"]) == ("4", "2")


def test_the_same_text_as_a_web_page_is_read_too(tmp_path: Path) -> None:
    text = (GOLDEN / "first-year-report.txt").read_text("utf-8")
    path = _page(tmp_path, "".join(f"<p>{line}</p>" for line in text.splitlines()))

    assert len(check_report(path)) == 3


@pytest.mark.parametrize(
    ("name", "content", "refusal"),
    [
        ("x.docx", b"PK\x03\x04nonsense", FileUnreadable),
        ("x.docx", b"", FileUnreadable),
        ("x.pdf", b"%PDF-1.4", FileUnreadable),
        ("x.html", b"<p>\xe6\x96\xb0\xe9\x97\xbb", ReportUnreadable),
        ("x.html", b"\xff\xfe\x00", ReportUnreadable),
        ("x.txt", b"", ReportUnreadable),
        ("x.json", b"{" * 100_000, FileUnreadable),
        ("x.json", b"{}", ReportUnreadable),
        ("x.html", b"<table><tr><td rowspan=9999 colspan=99999>" * 30, ReportUnreadable),
    ],
)
def test_a_file_that_is_no_report_is_refused_in_words(
    name: str, content: bytes, refusal: type[Exception], tmp_path: Path
) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(refusal):
        check_report(tmp_path / name)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("３．危及“三安全一稳定”", "危及三安全一稳定"),
        ("（二）部分公开（区分处理的，只计这一情形，不计其他情形）", "部分公开"),
        ("一、 本年新收\n政府信息公开申请数量", "本年新收政府信息公开申请数量"),
        ("（六）其他处理", "其他处理"),
    ],
)
def test_a_heading_is_told_without_its_number(text: str, wanted: str) -> None:
    assert label(text) == wanted
