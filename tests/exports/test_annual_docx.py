"""Can the office restyle its report in Word, and is a template that will not do refused in words?"""

import io
import zipfile
from pathlib import Path

import docx
import pytest
from annual_reports import first_year, suqian
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn
from docx.shared import Pt

from hallclient.exports.annual_docx import TEMPLATE, TemplateUnusable, content
from hallclient.exports.annual_styles import HEADING, HERE, STYLES, TABLE, TITLE, default_template
from hallclient.foundation.trouble import FileUnreadable
from hallclient.services.exporting import annual_bytes


def _office_template(folder: Path, change: object = None) -> Path:
    """Return a template an office made of ours: its letterhead above, its contact below, its own face."""
    document = docx.Document(io.BytesIO(default_template()))
    document.styles[TITLE].font.size = Pt(26)
    document.paragraphs[0].insert_paragraph_before("示例市人民政府办公室文件")
    document.add_paragraph("联系电话：0000-0000000")
    document.sections[0].header.paragraphs[0].text = "{{机关}}　{{年度}}年"
    if callable(change):
        change(document)
    path = folder / "office.docx"
    document.save(path)
    return path


def _opened(report_bytes: bytes) -> docx.document.Document:
    return docx.Document(io.BytesIO(report_bytes))


def test_the_shipped_template_is_the_one_that_is_built() -> None:
    assert TEMPLATE.read_bytes() == default_template()


def test_the_report_is_set_in_the_named_styles_only() -> None:
    document = _opened(annual_bytes(suqian(), ".docx"))

    used = {line.style.name for line in document.paragraphs}
    used |= {
        line.style.name
        for table in document.tables
        for row in table.rows
        for cell in row.cells
        for line in cell.paragraphs
    }
    assert used <= set(STYLES)
    assert {table.style.name for table in document.tables} == {TABLE}
    with zipfile.ZipFile(io.BytesIO(annual_bytes(suqian(), ".docx"))) as parts:
        # No letter is set by hand: what the office changes in a style changes everywhere.
        assert b"<w:rFonts" not in parts.read("word/document.xml")


def test_the_parts_stand_in_the_documents_outline() -> None:
    for report in (suqian(), first_year()):
        document = _opened(annual_bytes(report, ".docx"))
        assert [line.text for line in document.paragraphs if line.style.name == HEADING] == [
            part.heading for part in report.parts
        ]


def test_table_three_has_the_official_structure() -> None:
    table = _opened(annual_bytes(suqian(), ".docx")).tables[1]

    assert (len(table.rows), len(table.columns)) == (28, 10)
    assert table.cell(0, 0)._tc is table.cell(2, 2)._tc
    assert table.cell(0, 3)._tc is table.cell(0, 9)._tc
    assert table.cell(5, 0)._tc is table.cell(26, 0)._tc
    assert table.cell(5, 0).text == "三、本年度办理结果"
    assert table.cell(7, 1)._tc is table.cell(14, 1)._tc
    assert table.cell(27, 0)._tc is table.cell(27, 2)._tc
    assert [cell.text for cell in table.rows[3].cells[3:]] == ["3402", "99", "0", "4", "5", "1", "3511"]
    heads = [row._tr.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None for row in table.rows]
    assert heads == [True] * 3 + [False] * 25


def test_the_offices_own_template_keeps_its_letterhead_its_styles_and_its_place(tmp_path: Path) -> None:
    document = _opened(content(suqian(), _office_template(tmp_path)))

    lines = [line.text for line in document.paragraphs]
    assert lines[0] == "示例市人民政府办公室文件"
    assert lines[1].replace("\n", "") == suqian().title
    assert lines[-1] == "联系电话：0000-0000000"
    assert "{{正文}}" not in lines
    assert document.styles[TITLE].font.size == Pt(26)
    assert document.sections[0].header.paragraphs[0].text == "示例市人民政府　2023年"
    assert document.core_properties.title == suqian().title


def test_a_template_without_a_place_gets_the_report_at_its_end(tmp_path: Path) -> None:
    def change(document: docx.document.Document) -> None:
        for line in document.paragraphs:
            if line.text == HERE:
                line._p.getparent().remove(line._p)

    lines = [line.text for line in _opened(content(suqian(), _office_template(tmp_path, change))).paragraphs]
    assert lines[:2] == ["示例市人民政府办公室文件", "联系电话：0000-0000000"]
    assert lines[2].replace("\n", "") == suqian().title


def test_a_slot_cut_into_runs_by_the_editor_is_filled(tmp_path: Path) -> None:
    def change(document: docx.document.Document) -> None:
        line = document.paragraphs[0].insert_paragraph_before("")
        for piece in ("报告：{", "{标", "题}}（公开）"):
            line.add_run(piece)

    document = _opened(content(suqian(), _office_template(tmp_path, change)))
    assert document.paragraphs[0].text == f"报告：{suqian().title}（公开）"


def test_missing_styles_are_named(tmp_path: Path) -> None:
    def change(document: docx.document.Document) -> None:
        for name in ("年报正文", "年报表格"):
            style = document.styles[name]
            style.element.getparent().remove(style.element)
        document.styles.add_style("年报表格", WD_STYLE_TYPE.PARAGRAPH)

    with pytest.raises(TemplateUnusable) as refused:
        content(suqian(), _office_template(tmp_path, change))
    assert refused.value.missing == ("年报正文", "年报表格")


@pytest.mark.parametrize("spoil", [b"", b"PK\x03\x04nonsense", b"no template", "xml", "part"])
def test_a_broken_template_is_refused(spoil: bytes | str, tmp_path: Path) -> None:
    path = tmp_path / "broken.docx"
    if isinstance(spoil, bytes):
        path.write_bytes(spoil)
    else:
        with zipfile.ZipFile(io.BytesIO(default_template())) as old, zipfile.ZipFile(path, "w") as new:
            for name in old.namelist():
                if spoil == "xml" and name == "word/styles.xml":
                    new.writestr(name, b"<w:styles")
                elif not (spoil == "part" and name == "word/document.xml"):
                    new.writestr(name, old.read(name))

    with pytest.raises(TemplateUnusable) as refused:
        content(suqian(), path)
    assert refused.value.missing == ()


def test_a_template_that_is_not_there_is_no_broken_one(tmp_path: Path) -> None:
    with pytest.raises(FileUnreadable) as refused:
        content(suqian(), tmp_path / "gone.docx")
    assert refused.value.detail == "missing"
